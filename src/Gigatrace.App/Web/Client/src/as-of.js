import * as days from "./days.js";
import { address, asOf, show } from "./swap.js";

/** Steps closer than these milliseconds are one movement. */
const pause = 2000;

/** The slider of the frame: a day for each step, the keys PageUp and PageDown a month. At its end the address holds no day: that is today. */
export function startAsOf() {
  const form = document.getElementById("as-of");
  if (!form) return;
  const slider = form.querySelector("input[type=range]");
  const date = form.elements["as-of"];
  const output = form.querySelector("output");
  const [first, last] = [slider.dataset.first, slider.dataset.last];
  let moved = -pause;

  slider.min = days.number(first);
  slider.max = days.number(last);
  slider.hidden = false;
  output.setAttribute("aria-live", "off");
  place(date.defaultValue || last);

  slider.addEventListener("input", () => go(days.written(slider.valueAsNumber)));
  slider.addEventListener("keydown", event => {
    const months = { PageUp: 1, PageDown: -1 }[event.key];
    if (!months) return;
    event.preventDefault();
    go(days.monthsOn(days.written(slider.valueAsNumber), months));
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    go(date.value || last);
  });

  /** A movement is one step for Back. */
  function go(day) {
    place(day);
    const url = address();
    const shown = days.written(slider.valueAsNumber);
    asOf(url, shown === last ? null : shown);
    url.searchParams.delete("page");
    show(url, { push: performance.now() - moved > pause, said: `As known on ${days.inWords(shown)}` });
    moved = performance.now();
  }

  function place(day) {
    slider.value = days.number(day);
    const shown = days.written(slider.valueAsNumber);
    date.value = shown;
    slider.setAttribute("aria-valuetext", days.inWords(shown));
    for (const told of document.querySelectorAll("body > footer time")) told.textContent = told.dateTime = shown;
    output.textContent = days.inWords(shown);
  }
}
