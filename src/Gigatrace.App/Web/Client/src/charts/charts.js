import { draw as capacity } from "./capacity.js";
import { draw as map } from "./map.js";
import { draw as network } from "./network.js";
import { note } from "./note.js";
import { draw as pipeline } from "./pipeline.js";

/**
 * What is drawn by the name in `data-chart`. Each is given the answer of `data-src` and the width in pixels, and gives the nodes to show, or none
 * where there is nothing to draw.
 */
const charts = { capacity, map, network, pipeline };

/** Draws each `<figure data-chart data-src>`, anew when its address or its width changes. Colours follow the theme by themselves. */
export function startCharts() {
  const widths = new ResizeObserver(entries => entries.forEach(({ target }) => redraw(target)));
  const drawAll = () => document.querySelectorAll("figure[data-chart][data-src]").forEach(figure => {
    widths.observe(figure);
    load(figure);
  });
  drawAll();
  document.addEventListener("htmx:after:swap", drawAll);
}

/** What each figure shows: the address, its answer, the width drawn for. */
const shown = new WeakMap();

async function load(figure) {
  const address = figure.dataset.src;
  if (shown.get(figure)?.address === address) return;
  const state = { address };
  shown.set(figure, state);
  figure.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { headers: { accept: "application/json" } });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    state.data = await response.json();
  } catch (error) {
    state.failed = error;
  }
  if (shown.get(figure) !== state || !figure.isConnected) return;
  figure.removeAttribute("aria-busy");
  await redraw(figure);
}

async function redraw(figure) {
  const state = shown.get(figure);
  const width = Math.floor(figure.clientWidth);
  if (!state || (!state.data && !state.failed) || width === state.width) return;
  state.width = width;
  const box = boxOf(figure);
  try {
    if (state.failed) throw state.failed;
    const nodes = await charts[figure.dataset.chart](state.data, width);
    if (shown.get(figure) === state) box.replaceChildren(...(nodes ?? [note("There is nothing to draw.")]));
  } catch (error) {
    console.warn(`The chart of ${state.address} could not be drawn: ${error.message}`);
    box.replaceChildren(note("The chart could not be drawn. The table has the same figures."));
  }
}

function boxOf(figure) {
  const box = figure.querySelector(":scope > .drawn") ?? document.createElement("div");
  box.className = "drawn";
  if (!box.isConnected) figure.append(box);
  return box;
}
