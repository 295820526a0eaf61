import * as Plot from "@observablehq/plot";
import { inks, nameOf } from "./inks.js";
import { figure, picture, sum } from "./picture.js";
import { rows, usedIn } from "./pipeline-rows.js";

/** GWh a year by status, of what is counted; each bar bears its name. */
export function draw(pipeline, width) {
  const data = rows(pipeline, () => "");
  const used = usedIn(data);
  if (sum(data.map(row => row.gwh)) === 0) return null;
  const { defs, fill } = inks(used);
  return [picture("GWh a year by status", defs, {
    width, height: used.length * 34 + 10, marginLeft: 130, marginRight: 84, marginTop: 4, marginBottom: 4,
    x: { axis: null }, y: { domain: used, label: null, tickFormat: nameOf, tickSize: 0 }, color: { domain: used, range: used.map(fill) },
    marks: [
      Plot.barX(data, { x: "gwh", y: "status", fill: "status", insetTop: 3, insetBottom: 3, title: row => `${figure(row.gwh)} GWh a year, ${nameOf(row.status)}` }),
      Plot.text(data, { x: "gwh", y: "status", text: row => `${figure(row.gwh)} GWh`, dx: 6, textAnchor: "start", fill: "currentColor" }),
    ],
  })];
}
