import assert from "node:assert/strict";
import test from "node:test";
import { covered } from "../src/edtf.js";

const day = date => date?.toISOString().slice(0, 10) ?? null;

test("what a time covers, its end excluded", () => {
  const times = [
    ["2025", "2025-01-01", "2026-01-01"],
    ["2025-06", "2025-06-01", "2025-07-01"],
    ["2025-12-31", "2025-12-31", "2026-01-01"],
    ["2025-34", "2025-04-01", "2025-07-01"],
    ["2025-41", "2025-07-01", "2026-01-01"],
    ["2024-39", "2024-09-01", "2025-01-01"],
    ["2028~", "2028-01-01", "2029-01-01"],
    ["[..2030]", null, "2031-01-01"],
    ["[2026,2027]", "2026-01-01", "2028-01-01"],
    ["[2016-05-01..2019-05-10]", "2016-05-01", "2019-05-11"],
    ["2021/2023", "2021-01-01", "2024-01-01"],
  ];
  for (const [edtf, from, to] of times) assert.deepEqual([day(covered(edtf).from), day(covered(edtf).to)], [from, to], edtf);
});

test("no year, no time", () => {
  for (const edtf of [null, "", "XXXX-12-09", "soon"]) assert.equal(covered(edtf), null, String(edtf));
});
