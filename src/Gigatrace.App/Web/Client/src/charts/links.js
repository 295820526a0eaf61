/**
 * Where a name leads: as elsewhere on the page, which has the server's own addresses; else by the figure's `data-link`, in which {id} and
 * {name} stand for themselves; else nowhere.
 */
export function linksOf(figure) {
  const known = new Map([...document.querySelectorAll("main a[href]")].map(link => [link.textContent, link.getAttribute("href")]).filter(([, href]) => href.startsWith("/")));
  const form = figure.dataset.link;
  return ({ id, name }) => known.get(name) ?? form?.replace("{id}", encodeURIComponent(id ?? name)).replace("{name}", encodeURIComponent(name)) ?? null;
}
