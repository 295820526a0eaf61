import htmx from "htmx.org";
import { address } from "./swap.js";
import { latest } from "./latest.js";

const marks = () => [...document.querySelectorAll("mark[data-claim]")];

/** The reader: a mark in the text opens its claim beside it. */
export function startReader() {
  document.addEventListener("click", event => {
    const mark = event.target.closest("mark[data-claim]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || !document.getElementById("claim")) return;
    event.preventDefault();
    open(mark.dataset.claim);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.target.matches("mark[data-claim]")) open(event.target.dataset.claim);
  });
  addEventListener("hashchange", openMeant);
  openMeant();
}

/** The claim that the address names. */
function openMeant() {
  const meant = /^#c-([0-9a-f]+)$/.exec(location.hash)?.[1];
  if (meant && document.getElementById("claim")) open(meant);
}

/** The next claim in the text, or, with -1, the one before; from the last to the first. */
export function step(by) {
  const all = [...new Set(marks().map(mark => mark.dataset.claim))];
  if (!all.length) return;
  const at = all.indexOf(marks().find(mark => mark.ariaCurrent === "true")?.dataset.claim);
  const claim = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
  const mark = marksOf(claim)[0];
  mark.scrollIntoView({ block: "center" });
  (mark.querySelector("a") ?? mark).focus({ preventScroll: true });
  open(claim);
}

/** Words of several claims are several marks: one claim may have more than one. */
const marksOf = claim => marks().filter(mark => mark.dataset.claim === claim);

function open(claim) {
  for (const mark of marks()) mark.ariaCurrent = mark.dataset.claim === claim ? "true" : null;
  history.replaceState(history.state, "", `#c-${claim}`);
  load(claim);
}

const load = latest(async claim => {
  const url = new URL(marksOf(claim)[0]?.querySelector("a")?.href ?? `/claims/${encodeURIComponent(claim)}`, location.href);
  const day = address().searchParams.get("as-of");
  url.searchParams.set("panel", "");
  if (day) url.searchParams.set("as-of", day);
  await htmx.ajax("GET", url.pathname + url.search, { source: "#claim", target: "#claim", swap: "innerHTML" });
}, 60);
