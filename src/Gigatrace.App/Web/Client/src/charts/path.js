// The steps of a capacity path as lines to draw.

/** The upper end of a range. */
export const high = value => Array.isArray(value) ? value[1] : value;

const drawn = ["installed", "planned", "ceiling"];

/**
 * Each step from the day it was known until another of its kind, or, of a plan, until as much is installed or it is withdrawn, or until the last day.
 * @param {{as: string, value: number|number[], known: string?}[]} path in order
 * @param {string} asOf the last day
 * @returns {{as: string, gwh: number, from: Date, to: Date, step: object, undated: boolean}[]} what no text dates begins with the first that has a date
 */
export function spells(path, asOf) {
  const steps = path.filter(step => high(step.value) != null);
  const first = steps.map(step => step.known).filter(Boolean).sort()[0] ?? asOf;
  const dated = steps.map(step => ({ step, as: step.as, gwh: high(step.value), undated: !step.known, from: step.known ?? first })).sort((a, b) => a.from.localeCompare(b.from));
  return dated.filter(spell => drawn.includes(spell.as)).map(spell => {
    const end = dated.slice(dated.indexOf(spell) + 1).find(later => ends(spell, later));
    return { ...spell, from: new Date(spell.from), to: new Date(end?.from ?? asOf) };
  });
}

const ends = (spell, later) => later.as === spell.as || (spell.as === "planned" && (later.as === "withdrawn" || (later.as === "installed" && later.gwh >= spell.gwh)));
