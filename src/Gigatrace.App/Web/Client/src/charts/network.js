import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { graph } from "./graph.js";
import { svg } from "./inks.js";
import { legendOfLines } from "./lines.js";
import { links as known } from "./links.js";
import { note } from "./note.js";

const kinds = {
  supplies: { stroke: "var(--permitted)", width: 2, dash: null, says: "supplies" },
  owns: { stroke: "var(--announced)", width: 2, dash: "7 4", says: "owns" },
  funds: { stroke: "var(--under_construction)", width: 2, dash: "2 4", says: "funds" },
};

/** Narrower pictures are scrolled. */
const narrowest = 640;

const mostNodes = 60;

/** Who supplies, owns and funds whom; arrows go from who does. Computed at once, so nothing moves. */
export function draw(network, width) {
  const { nodes, links, left } = graph(network, mostNodes);
  if (!nodes.length) return null;
  const wide = Math.max(width, narrowest);
  const high = Math.max(360, Math.round(9000 * nodes.length / wide + 140));
  place(nodes, links, wide, high);
  const linkOf = known();
  const drawn = svg("svg", { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, role: "group", "aria-label": `Network of ${nodes.length} companies` });
  drawn.append(heads(), ...links.map(edge), ...nodes.map(node => named(node, linkOf(node.name))));
  const told = `Plants stand with who runs them.${left ? ` Shown are the ${nodes.length} with the most to do; the table has ${left} more.` : ""}`;
  return [legendOfLines(Object.keys(kinds).filter(kind => links.some(link => link.kind === kind)).map(kind => kinds[kind])), scrolled(drawn, wide > width), note(told)];
}

const labelWidth = node => node.name.length * 6.4;

function place(nodes, links, wide, high) {
  forceSimulation(nodes)
    .force("links", forceLink(links).id(node => node.name).distance(90))
    .force("apart", forceManyBody().strength(-260))
    .force("labels", forceCollide(node => Math.max(20, labelWidth(node) / 2.6)).iterations(2))
    .force("x", forceX(wide / 2).strength(0.05)).force("y", forceY(high / 2).strength(0.05 * wide / high))
    .stop().tick(300);
  spread(nodes, "x", node => labelWidth(node) / 2 + 6, wide);
  spread(nodes, "y", () => 24, high);
}

/** From edge to edge, with room for each. */
function spread(nodes, axis, room, length) {
  const [least, most] = [Math.min(...nodes.map(node => node[axis])), Math.max(...nodes.map(node => node[axis]))];
  for (const node of nodes) {
    const at = most > least ? (node[axis] - least) / (most - least) * length : length / 2;
    node[axis] = Math.max(room(node), Math.min(length - room(node), at));
  }
}

const size = node => 4 + Math.sqrt(node.edges) * 2;

function edge({ kind, source, target }) {
  const { stroke, width, dash } = kinds[kind];
  const length = Math.hypot(target.x - source.x, target.y - source.y) || 1;
  const [x, y] = [(target.x - source.x) / length, (target.y - source.y) / length];
  return svg("line", {
    x1: source.x + x * size(source), y1: source.y + y * size(source), x2: target.x - x * (size(target) + 7), y2: target.y - y * (size(target) + 7),
    stroke, "stroke-width": width, "stroke-opacity": 0.75, "marker-end": `url(#head-${kind})`, "stroke-dasharray": dash,
  });
}

function heads() {
  const defs = svg("defs", {});
  for (const [kind, { stroke }] of Object.entries(kinds)) {
    const head = svg("marker", { id: `head-${kind}`, viewBox: "0 0 8 8", refX: 1, refY: 4, markerWidth: 4, markerHeight: 4, orient: "auto" });
    head.append(svg("path", { d: "M0,0L8,4L0,8z", fill: stroke }));
    defs.append(head);
  }
  return defs;
}

function named(node, href) {
  const group = svg(href ? "a" : "g", { href });
  const text = svg("text", { x: node.x, y: node.y + size(node) + 13, "text-anchor": "middle", fill: "currentColor", stroke: "var(--ground)", "stroke-width": 3, "paint-order": "stroke" });
  text.textContent = node.name;
  group.append(svg("circle", { cx: node.x, cy: node.y, r: size(node), fill: "var(--text)", stroke: "var(--ground)" }), text);
  return group;
}

function scrolled(drawn, scrolls) {
  const box = document.createElement("div");
  box.className = "scrolled";
  if (scrolls) for (const [name, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": "Network, to scroll" })) box.setAttribute(name, value);
  box.append(drawn);
  return box;
}
