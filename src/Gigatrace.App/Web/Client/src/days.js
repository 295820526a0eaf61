// Days as the addresses write them (2026-11-22), counted in UTC so that no time zone moves one.

const millisecondsADay = 86_400_000;

/** Days since 1970-01-01; NaN for what is no day. */
export const number = day => Date.parse(`${day}T00:00:00Z`) / millisecondsADay;

/** The day of a number, as an address writes it. */
export const written = number => new Date(number * millisecondsADay).toISOString().slice(0, 10);

/** A month later or earlier; the 31st goes to the last day of a shorter month. */
export function monthsOn(day, months) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return written(last.getTime() / millisecondsADay - Math.max(0, last.getUTCDate() - date));
}

const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** "22 November 2026". */
export const inWords = day => words.format(new Date(`${day}T00:00:00Z`));
