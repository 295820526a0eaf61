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
    open(mark);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.target.matches("mark[data-claim]")) open(event.target);
  });
  const meant = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (meant?.matches("mark[data-claim]")) open(meant);
}

/** The next claim in the text, or, with -1, the one before; from the last to the first. */
export function step(by) {
  const all = marks();
  if (!all.length) return;
  const at = all.findIndex(mark => mark.ariaCurrent === "true");
  const mark = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
  mark.scrollIntoView({ block: "center" });
  (mark.querySelector("a") ?? mark).focus({ preventScroll: true });
  open(mark);
}

function open(mark) {
  for (const other of marks()) other.ariaCurrent = other === mark ? "true" : null;
  history.replaceState(history.state, "", `#${mark.id}`);
  load(mark);
}

const load = latest(async mark => {
  const url = new URL(mark.querySelector("a")?.href ?? `/claims/${encodeURIComponent(mark.dataset.claim)}`, location.href);
  const day = address().searchParams.get("as-of");
  url.searchParams.set("panel", "");
  if (day) url.searchParams.set("as-of", day);
  await htmx.ajax("GET", url.pathname + url.search, { source: "#claim", target: "#claim", swap: "innerHTML" });
}, 60);
