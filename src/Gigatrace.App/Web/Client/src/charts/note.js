/** A line under a chart, or in its place. */
export function note(text) {
  const line = document.createElement("p");
  line.className = "chart-note";
  line.textContent = text;
  return line;
}
