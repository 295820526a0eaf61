import * as Plot from "@observablehq/plot";
import { feature } from "topojson-client";
import { colour, inks, legend, nameOf, statuses, statusOf } from "./inks.js";
import { links } from "./links.js";
import { note } from "./note.js";
import { high } from "./path.js";
import { figure as number, picture } from "./picture.js";

/** So many circles are stops of the Tab key, the largest; the table has them all. */
const mostStops = 40;

let world;

/** Land lies beside the script. */
async function countries() {
  const response = await fetch(new URL("world.json", import.meta.url));
  const topology = await response.json();
  return feature(topology, topology.objects.countries);
}

/** A circle for each plant of the answer of `export geojson`: its size is GWh a year, its fill its status; it leads to the plant's page. */
export async function draw(plants, width) {
  const linkOf = links();
  const placed = plants.features.filter(one => one.geometry).map(one => plant(one, linkOf)).sort((a, b) => b.gwh - a.gwh);
  if (!placed.length) return null;
  world ??= countries().catch(error => { world = undefined; throw error; });
  const land = await world;
  const used = statuses.filter(status => placed.some(one => one.status === status));
  const { defs, fill } = inks(used);
  const drawn = picture("Plants on a map", defs, {
    width, ...view(placed, width), margin: 0,
    r: { domain: [0, Math.max(...placed.map(one => one.gwh), 1)], range: [2.5, largest(placed.length, width)] }, color: { domain: used, range: used.map(fill) },
    marks: [
      Plot.geo(land, { fill: "var(--raised)", stroke: "var(--line)", ariaLabel: "countries", ariaHidden: "true" }),
      Plot.dot(placed, { x: "lon", y: "lat", r: "gwh", fill: "status", stroke: one => colour(one.status), strokeWidth: 1.5, href: "href", title: "says", ariaLabel: "plants" }),
    ],
  });
  [...drawn.querySelectorAll("a")].forEach((link, at) => named(link, at));
  const missing = plants.features.length - placed.length;
  return [legend(used), drawn, ...(missing ? [note(`${missing} without a known place ${missing === 1 ? "is" : "are"} in the table only.`)] : [])];
}

/** Smaller where there are many. */
const largest = (count, width) => Math.max(6, (width < 600 ? 15 : 24) * Math.min(1, Math.sqrt(40 / count)));

function plant({ geometry, properties: of }, linkOf) {
  const gwh = of.counted + of.watched || high(of.installed) || high(of.planned) || high(of.ceiling) || 0;
  const status = statusOf(of.status);
  return {
    status, gwh, lon: geometry.coordinates[0], lat: geometry.coordinates[1], href: linkOf(of.name),
    says: `${of.name}: ${gwh ? `${number(gwh)} GWh a year, ` : ""}${nameOf(status)}`,
  };
}

/** The whole world only where plants are all over it; else what they lie in, and as high as that needs. */
function view(placed, width) {
  const [lons, lats] = [placed.map(one => one.lon), placed.map(one => one.lat)];
  const [west, east, south, north] = [Math.min(...lons) - 3, Math.max(...lons) + 3, Math.min(...lats) - 3, Math.max(...lats) + 3];
  const middle = (south + north) / 2;
  const shape = (north - south) / Math.max(1, (east - west) * Math.cos(middle * Math.PI / 180));
  const height = Math.round(Math.min(640, width * Math.max(0.5, Math.min(1, shape))));
  const domain = { type: "MultiPoint", coordinates: [[west, middle], [east, middle], ...placed.map(one => [one.lon, one.lat])] };
  return { height, projection: east - west > 120 ? { type: "equal-earth", domain, inset: 24 } : { type: "azimuthal-equal-area", rotate: [-(west + east) / 2, -middle], domain, inset: 24 } };
}

function named(link, at) {
  link.setAttribute("aria-label", link.querySelector("title")?.textContent ?? "");
  if (at >= mostStops) link.setAttribute("tabindex", "-1");
}
