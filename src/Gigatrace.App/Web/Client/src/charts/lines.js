import { svg } from "./inks.js";

/** What each kind of line means, as a list. */
export function legendOfLines(lines) {
  const list = document.createElement("ul");
  list.className = "legend";
  for (const { stroke, width, dash, says } of lines) {
    const [item, swatch] = [document.createElement("li"), svg("svg", { viewBox: "0 0 26 10", "aria-hidden": "true" })];
    swatch.append(svg("line", { x1: 0, x2: 26, y1: 5, y2: 5, stroke, "stroke-width": width, ...(dash ? { "stroke-dasharray": dash } : {}) }));
    swatch.classList.add("line");
    item.append(swatch, says);
    list.append(item);
  }
  return list;
}
