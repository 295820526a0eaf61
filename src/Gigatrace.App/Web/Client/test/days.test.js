import assert from "node:assert/strict";
import test from "node:test";
import * as days from "../src/days.js";

test("a day is the number of days since 1970, and back", () => {
  assert.equal(days.number("1970-01-02"), 1);
  for (const day of ["2015-01-01", "2024-02-29", "2026-11-22"]) assert.equal(days.written(days.number(day)), day);
  assert.equal(days.number("2024-03-01") - days.number("2024-02-28"), 2);
});

test("a month on ends with the month", () => {
  const on = [["2024-01-31", 1, "2024-02-29"], ["2023-01-31", 1, "2023-02-28"], ["2024-03-31", -1, "2024-02-29"], ["2024-12-15", 1, "2025-01-15"], ["2024-01-15", -1, "2023-12-15"], ["2024-02-29", 12, "2025-02-28"]];
  for (const [day, months, then] of on) assert.equal(days.monthsOn(day, months), then, `${day} ${months}`);
});

test("a day in words", () => assert.equal(days.inWords("2026-11-02"), "2 November 2026"));
