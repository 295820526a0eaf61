import htmx from "htmx.org";
import { latest } from "./latest.js";
import { say } from "./say.js";

// Back and Forward load the page anew: what stands in the address is the whole truth.
htmx.config.history = "reload";
// Drawn charts stay until the new ones are ready.
htmx.config.morphSkipChildren = "figure[data-chart]";

/** Not more often than this many milliseconds. */
const wait = 120;

let wanted = location.href;

/** The address that is shown or on its way. */
export const address = () => new URL(wanted);

/** Makes it the address of a day, or, where there is none, of now. */
export function asOf(url, day) {
  if (day) url.searchParams.set("as-of", day);
  else url.searchParams.delete("as-of");
}

// htmx listens a moment after the page is there; who goes back sooner is not left with what another address shows.
addEventListener("popstate", () => {
  const { pathname, search } = address();
  if (pathname + search !== location.pathname + location.search) location.reload();
});

/**
 * Puts the page of an address in the place of what is shown: <main> is morphed, so that focus, scroll places and what is typed stay.
 * @param {URL} url of the same page with other questions
 * @param {{push?: boolean, said?: string}} how `push` makes a step for Back; `said` is told to who listens
 */
export function show(url, how = {}) {
  wanted = url.href;
  return exchange({ url, ...how });
}

const exchange = latest(async ({ url, push, said }) => {
  const main = document.getElementById("main");
  main.setAttribute("aria-busy", "true");
  const path = url.pathname + url.search;
  failed = false;
  try {
    await htmx.ajax("GET", path, {
      source: main, target: "#main", select: "#main", swap: "outerMorph", ...(push ? { push: path } : { replace: path }),
    });
  } finally {
    document.getElementById("main").removeAttribute("aria-busy");
  }
  if (failed) return say("That could not be loaded. What is shown is from before; try again.", true);
  carryDay(url.searchParams.get("as-of"));
  say(said ?? "");
}, wait);

let failed = false;

// A page that says what is wrong is shown; what is no page is not.
document.addEventListener("htmx:error", () => { failed = true; });
document.addEventListener("htmx:before:response", event => {
  if (event.detail.ctx.response.headers.get("content-type")?.startsWith("text/html")) return;
  failed = true;
  event.preventDefault();
});

/** The links to other pages go on to the same day. */
function carryDay(day) {
  for (const link of document.querySelectorAll("header a[href]")) {
    const to = new URL(link.href);
    asOf(to, day);
    link.href = to.pathname + to.search + to.hash;
  }
}
