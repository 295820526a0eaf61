import { listed, svg } from "./inks.js";

/** What each kind of line means, as a list. */
export const legendOfLines = lines => listed(lines.map(({ stroke, width, dash, says }) => {
  const swatch = svg("svg", { viewBox: "0 0 26 10", "aria-hidden": "true", class: "line" });
  swatch.append(svg("line", { x1: 0, x2: 26, y1: 5, y2: 5, stroke, "stroke-width": width, "stroke-dasharray": dash }));
  return [swatch, says];
}));
