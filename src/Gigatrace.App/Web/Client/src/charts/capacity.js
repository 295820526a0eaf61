import * as Plot from "@observablehq/plot";
import { figure, picture } from "./picture.js";
import { legendOfLines } from "./lines.js";
import { spells } from "./path.js";

/** How each line is drawn; the dashes tell them apart where colours do not. */
const lines = {
  installed: { stroke: "var(--operating)", width: 3.5, dash: null, says: "installed" },
  planned: { stroke: "var(--announced)", width: 2.5, dash: "7 4", says: "planned" },
  ceiling: { stroke: "var(--under_construction)", width: 2, dash: "2 4", says: "up to" },
};

/** What was known of a plant's capacity, day by day, of the answer of `plant`. */
export function draw(plant, width) {
  const data = spells(plant.capacity.path, plant.as_of);
  if (data.length < 2) return null;
  const used = Object.keys(lines).filter(as => data.some(spell => spell.as === as));
  const begins = data.filter(spell => spell.from < spell.to);
  const marks = used.flatMap(as => {
    const [own, line] = [data.filter(spell => spell.as === as), lines[as]];
    return [
      Plot.ruleY(own, { y: "gwh", x1: "from", x2: "to", stroke: line.stroke, strokeWidth: line.width, strokeDasharray: line.dash }),
      Plot.ruleX(jumps(own), { x: "at", y1: "before", y2: "after", stroke: line.stroke, strokeWidth: 1, strokeDasharray: line.dash }),
      Plot.dot(own, { x: "from", y: "gwh", r: 4, fill: line.stroke, stroke: "var(--ground)", title: told }),
    ];
  });
  return [legendOfLines(used.map(as => lines[as])), picture(`Capacity of ${plant.name}, by when it was known`, null, {
    width, height: Math.max(200, Math.min(300, width * 0.4)), marginLeft: 44, marginTop: 24, marginRight: 24,
    x: { type: "utc", insetLeft: 8, label: "known", ticks: width < 500 ? 4 : 8 }, y: { label: "GWh a year", domain: [0, Math.max(...data.map(spell => spell.gwh)) * 1.1], ticks: 5, axis: "left" },
    marks: [Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 5 }), ...marks, Plot.text(begins, { x: "from", y: "gwh", text: spell => figure(spell.gwh), dy: -9, dx: 3, textAnchor: "start", fill: "currentColor" }), Plot.ruleY([0])],
  })];
}

/** Where a line goes on at another height. */
const jumps = spells => spells.flatMap((spell, at, all) =>
  at > 0 && +all[at - 1].to === +spell.from ? [{ at: spell.from, before: all[at - 1].gwh, after: spell.gwh }] : []);

function told({ as, step, from, undated }) {
  const value = Array.isArray(step.value) ? step.value.map(figure).join("–") : figure(step.value);
  return `${value} GWh a year, ${lines[as].says}${/^[\d-]+$/.test(step.when) ? `, for ${step.when}` : ""}, known ${undated ? "from a text without a date" : from.toISOString().slice(0, 10)}`;
}
