// Times as the program writes them (EDTF, ISO 8601-2), as far as a chart needs them.

const thirds = { 37: [0, 4], 38: [4, 4], 39: [8, 4] };
const parts = { 33: [0, 3], 34: [3, 3], 35: [6, 3], 36: [9, 3], 40: [0, 6], 41: [6, 6], ...thirds };

/**
 * The days that a time covers.
 * @returns {{from: Date?, to: Date}|null} `to` is the first day behind it, `from` null where it is open ("by 2030"); null where no year is said
 */
export function covered(edtf) {
  if (!edtf) return null;
  const ends = edtf.replaceAll(/[[\]{}~?%]/g, "").split(/\.\.|,|\//);
  const [first, last] = [one(ends[0]), one(ends.at(-1))];
  const open = /^[[{]?\.\./.test(edtf);
  return last && (first || open) ? { from: open ? null : first.from, to: last.to } : null;
}

function one(text) {
  const [, year, part, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (!year) return null;
  if (day) return { from: utc(year, part - 1, +day), to: utc(year, part - 1, +day + 1) };
  const [month, length] = part ? parts[part] ?? [part - 1, 1] : [0, 12];
  return { from: utc(year, month, 1), to: utc(year, month + length, 1) };
}

const utc = (year, month, day) => new Date(Date.UTC(year, month, day));
