import * as Plot from "@observablehq/plot";

/**
 * A picture by Plot, with what all pictures share: a name, the fills, and groups that say what they are where they bear a label. Plot puts one
 * `<style>` with the same text into each; the server's content security policy allows it by its hash, and no other.
 */
export function picture(label, defs, options) {
  const drawn = Plot.plot({ ariaLabel: label, ...options });
  if (defs) drawn.prepend(defs);
  drawn.setAttribute("role", "group");
  for (const group of drawn.querySelectorAll("g[aria-label]")) group.setAttribute("role", "group");
  return drawn;
}

/** 12, 12.5, 1,200; no more than one decimal. */
export const figure = value => value.toLocaleString("en-GB", { maximumFractionDigits: 1 });

export const sum = values => values.reduce((all, value) => all + value, 0);
