// How states are told apart: by colour, by pattern, and by their name in the legend. The colours themselves stand in app.css.

const paths = {
  operating: null,
  under_construction: "M-1,1l2,-2M0,8l8,-8M7,9l2,-2",
  permitted: "M0,2h8M0,6h8",
  announced: "M2,2h.01M6,6h.01",
  rumoured: "M4,4h.01",
  paused: "M2,0v8M6,0v8",
  cancelled: "M0,0l8,8M8,0l-8,8",
  closed: "M0,4h8M4,0v8",
  unknown: "",
};

/** In the order in which plants come about. */
export const statuses = Object.keys(paths);

export const nameOf = status => ({ under_construction: "under construction", unknown: "status not known" })[status] ?? status;

/** A state by its key or by its name; what has none of ours is not known. */
export function statusOf(text) {
  const key = (text ?? "").replaceAll(" ", "_");
  return Object.hasOwn(paths, key) ? key : "unknown";
}

export const colour = status => `var(--${status})`;

let made = 0;

/**
 * Fills for one picture: `defs` goes into it, `fill(status)` is what its shapes are filled with. Each picture has names of its own, since those of
 * one that is being taken away no longer lead anywhere.
 */
export function inks(used) {
  const id = `ink${++made}`;
  const defs = svg("defs", {});
  for (const status of used) defs.append(pattern(`${id}-${status}`, status));
  return { defs, fill: status => `url(#${id}-${status})` };
}

function pattern(id, status) {
  const element = svg("pattern", { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" });
  const path = paths[status];
  element.append(svg("rect", { width: 8, height: 8, fill: "var(--ground)" }), svg("rect", { width: 8, height: 8, fill: colour(status), "fill-opacity": path === null ? 1 : 0.3 }));
  if (path) element.append(svg("path", { d: path, stroke: colour(status), "stroke-width": 2.2, "stroke-linecap": "round" }));
  return element;
}

/** What each fill means, as a list. */
export function legend(used) {
  const { defs, fill } = inks(used);
  return listed(used.map(status => {
    const swatch = svg("svg", { width: 20, height: 14, "aria-hidden": "true" });
    if (status === used[0]) swatch.append(defs);
    swatch.append(svg("rect", { width: "100%", height: "100%", fill: fill(status), stroke: colour(status) }));
    return [swatch, nameOf(status)];
  }));
}

/** Swatches, each with what it means. */
export function listed(meanings) {
  const list = document.createElement("ul");
  list.className = "legend";
  for (const [swatch, says] of meanings) {
    const item = document.createElement("li");
    item.append(swatch, says);
    list.append(item);
  }
  return list;
}

/** An element of a drawing; an attribute that is null is left out. */
export function svg(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  return element;
}
