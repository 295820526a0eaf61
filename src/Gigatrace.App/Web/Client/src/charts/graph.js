// The answer of `network` as a graph of companies.

/**
 * Who has to do with whom. Plants stand with who runs them, so that what a plant supplies its maker supplies; what is no more is left out.
 * @param most no more nodes than these, those with the most edges
 * @returns {{nodes: {name: string, edges: number}[], links: {kind: string, source: string, target: string, state: string?}[], left: number}}
 */
export function graph(network, most) {
  const makers = new Map(network.filter(edge => edge.kind === "runs").map(edge => [edge.to, edge.from]));
  const who = name => makers.get(name) ?? name;
  const links = new Map();
  for (const edge of network) {
    const link = { kind: edge.kind, source: who(edge.from), target: who(edge.to), state: edge.state };
    if (edge.kind === "runs" || link.source === link.target || edge.until || edge.state === "ended") continue;
    links.set([link.kind, link.source, link.target].join("\n"), link);
  }
  const edges = new Map();
  for (const { source, target } of links.values()) for (const name of [source, target]) edges.set(name, (edges.get(name) ?? 0) + 1);
  const all = [...edges].map(([name, count]) => ({ name, edges: count })).sort((a, b) => b.edges - a.edges || (a.name < b.name ? -1 : 1));
  const nodes = all.slice(0, most);
  const shown = new Set(nodes.map(node => node.name));
  return { nodes, links: [...links.values()].filter(link => shown.has(link.source) && shown.has(link.target)), left: all.length - nodes.length };
}
