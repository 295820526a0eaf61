import * as Plot from "@observablehq/plot";
import { inks, legend, nameOf } from "./inks.js";
import { figure, picture, sum } from "./picture.js";
import { inOrder, rows, usedIn } from "./pipeline-rows.js";

/** More are in the table. */
const most = 15;

/** By status: GWh by when they are due. By country, company or plant: a bar for each of the largest. Both are stacked by status. */
export const draw = (pipeline, width) => pipeline.counted.gwh === 0 ? null : pipeline.by === "status" ? years(pipeline, width) : groups(pipeline, width);

function years(pipeline, width) {
  const data = rows(pipeline.counted.groups, (_, step) => step.due);
  const [used, names] = [usedIn(data), inOrder([...new Set(data.map(row => row.at))])];
  const [{ defs, fill }, turned] = [inks(used), names.length * 58 > width];
  const marks = [
    Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
    Plot.barY(data, { x: "at", y: "gwh", fill: "status", stroke: row => row.status, title: told, order: used }),
    Plot.text(totals(data), { x: "at", y: "gwh", text: row => figure(row.gwh), dy: -7, fill: "currentColor" }),
    Plot.ruleY([0]),
  ];
  return [legend(used), picture("GWh a year by when they are due and by status", defs, {
    width, height: Math.max(240, Math.min(380, width * 0.4)), marginTop: 24, marginLeft: 44, marginBottom: turned ? 60 : 32,
    x: { domain: names, label: null, padding: 0.3, tickRotate: turned ? -60 : 0 }, y: { label: "GWh a year", grid: false }, color: { domain: used, range: used.map(fill) }, marks,
  })];
}

function groups(pipeline, width) {
  const largest = pipeline.counted.groups.toSorted((a, b) => b.gwh - a.gwh).slice(0, most);
  const data = rows(largest, name => name);
  const used = usedIn(data);
  const { defs, fill } = inks(used);
  const left = Math.min(170, width * 0.36);
  const marks = [
    Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1 }),
    Plot.barX(data, { y: "at", x: "gwh", fill: "status", title: told, order: used, insetTop: 1, insetBottom: 1 }),
    Plot.text(totals(data), { y: "at", x: "gwh", text: row => figure(row.gwh), dx: 5, textAnchor: "start", fill: "currentColor" }),
    Plot.ruleX([0]),
  ];
  return [legend(used), picture(`GWh a year by ${pipeline.by} and status`, defs, {
    width, height: largest.length * 26 + 60, marginLeft: left, marginRight: 44, marginTop: 44,
    y: { domain: largest.map(group => group.name), label: null, tickFormat: name => short(name, left / 7) }, x: { label: "GWh a year", axis: "top", labelOffset: 40 }, color: { domain: used, range: used.map(fill) }, marks,
  })];
}

const told = row => `${row.at}: ${figure(row.gwh)} GWh a year, ${nameOf(row.status)}`;

const totals = data => [...Map.groupBy(data, row => row.at)].map(([at, all]) => ({ at, gwh: sum(all.map(row => row.gwh)) }));

const short = (name, most) => name.length > most ? `${name.slice(0, most - 1)}…` : name;
