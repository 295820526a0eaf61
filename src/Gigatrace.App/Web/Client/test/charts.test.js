import assert from "node:assert/strict";
import test from "node:test";
import { graph } from "../src/charts/graph.js";
import { statusOf } from "../src/charts/inks.js";
import { spells } from "../src/charts/path.js";
import { inOrder, rows } from "../src/charts/pipeline-rows.js";

test("what is due stands in the order of time, years without gaps", () =>
  assert.deepEqual(inOrder(["no date", "2029", "today", "2027", "overdue"]), ["today", "overdue", "2027", "2028", "2029", "no date"]));

test("steps of one due and status are one cell, and all cells are what is counted", () => {
  const steps = [["today", "operating", 10], ["today", "operating", 5], ["2027", "announced", 40], ["2027", null, 2]].map(([due, status, gwh]) => ({ due, status, gwh }));
  const cells = rows([{ name: "x", steps }], (_, step) => step.due);
  assert.deepEqual(cells, [{ at: "today", status: "operating", gwh: 15 }, { at: "2027", status: "announced", gwh: 40 }, { at: "2027", status: "unknown", gwh: 2 }]);
});

test("a state by its key or its name", () => {
  assert.equal(statusOf("under construction"), "under_construction");
  assert.equal(statusOf("under_construction"), "under_construction");
  assert.equal(statusOf("constructor"), "unknown");
  assert.equal(statusOf(null), "unknown");
});

test("a plan lasts until as much is installed, a ceiling until the last day", () => {
  const path = [["planned", 9, "2021-07-01"], ["ceiling", [24, 43], "2021-07-01"], ["installed", 4, "2024-01-01"], ["installed", 10, "2025-06-04"]].map(([as, value, known]) => ({ as, value, known }));
  const told = spells(path, "2026-01-01").map(({ as, gwh, from, to }) => [as, gwh, from.toISOString().slice(0, 10), to.toISOString().slice(0, 10)]);
  assert.deepEqual(told, [["planned", 9, "2021-07-01", "2025-06-04"], ["ceiling", 43, "2021-07-01", "2026-01-01"], ["installed", 4, "2024-01-01", "2025-06-04"], ["installed", 10, "2025-06-04", "2026-01-01"]]);
});

test("a withdrawn plan ends; what has no date begins with the first that has one", () => {
  const path = [{ as: "planned", value: 40, known: null }, { as: "withdrawn", value: 40, known: "2024-05-01" }];
  const [plan, ...others] = spells(path, "2026-01-01");
  assert.deepEqual([plan.undated, others.length, plan.to.toISOString().slice(0, 10)], [true, 0, "2024-05-01"]);
});

test("plants stand with who runs them; what ended and what leads to itself is left out", () => {
  const edge = (kind, from, to, more) => ({ kind, from, to, state: null, until: null, ...more });
  const network = [
    edge("runs", "AESC", "AESC Douai"), edge("supplies", "AESC Douai", "Renault"), edge("supplies", "AESC", "Renault"), edge("owns", "Envision", "AESC"),
    edge("owns", "Nissan", "AESC", { until: "2019" }), edge("supplies", "AESC Douai", "AESC"), edge("supplies", "AESC", "Ford", { state: "ended" }),
  ];
  const { nodes, links, left } = graph(network, 60);
  assert.deepEqual(nodes, [{ name: "AESC", edges: 2 }, { name: "Envision", edges: 1 }, { name: "Renault", edges: 1 }]);
  assert.deepEqual([links.length, left], [2, 0]);
  assert.deepEqual(graph(network, 2).nodes.map(node => node.name), ["AESC", "Envision"]);
  assert.deepEqual([graph(network, 2).links.length, graph(network, 2).left], [1, 1]);
});
