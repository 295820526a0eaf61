// The answer of `pipeline` as rows to draw.
import { statuses, statusOf } from "./inks.js";

const dues = ["today", "overdue", "no date"];

/** Today first, then overdue, the years, and what has no date. */
export function inOrder(names) {
  const years = names.filter(name => /^\d{4}$/.test(name)).map(Number);
  const between = years.length ? Array.from({ length: Math.max(...years) - Math.min(...years) + 1 }, (_, at) => String(Math.min(...years) + at)) : [];
  return [...dues.slice(0, 2).filter(name => names.includes(name)), ...between, ...dues.slice(2).filter(name => names.includes(name))];
}

/**
 * What is counted, added up.
 * @param groups of the answer of `pipeline`
 * @param by where a step stands, by its group's name and itself
 * @returns {{at: string, status: string, gwh: number}[]} one for each pair, in the order of the statuses
 */
export function rows(groups, by) {
  const cells = new Map();
  for (const group of groups) {
    for (const step of group.steps) {
      const [at, status] = [by(group.name, step), statusOf(step.status)];
      const key = `${at}\n${status}`;
      const cell = cells.get(key) ?? { at, status, gwh: 0 };
      cell.gwh += step.gwh;
      cells.set(key, cell);
    }
  }
  return [...cells.values()].sort((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status));
}

export const usedIn = rows => statuses.filter(status => rows.some(row => row.status === status));
