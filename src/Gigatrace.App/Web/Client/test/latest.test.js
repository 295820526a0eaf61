import assert from "node:assert/strict";
import test from "node:test";
import { latest } from "../src/latest.js";

const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

test("one at a time, the first and the last, nothing old after something new", async () => {
  const began = [];
  const ended = [];
  const ask = latest(async value => {
    began.push(value);
    assert.equal(began.length, ended.length + 1);
    await pause(value === 1 ? 30 : 5);
    ended.push(value);
  }, 1);
  const first = ask(1);
  for (const value of [2, 3, 4]) ask(value);
  await first;
  assert.deepEqual(ended, [1, 4]);
});

test("one that fails does not stop the last", async () => {
  const ended = [];
  const ask = latest(async value => {
    await pause(5);
    if (value === 1) throw new Error("no answer");
    ended.push(value);
  }, 1);
  const first = ask(1);
  ask(2);
  await first;
  assert.deepEqual(ended, [2]);
  await assert.rejects(ask(1), /no answer/);
  await ask(3);
  assert.deepEqual(ended, [2, 3]);
});
