/*! With Plot and D3 (ISC, Observable and Mike Bostock), TopoJSON Client (ISC, Mike Bostock) and htmx (0BSD, Big Sky Software). */
// What a page can do beyond what it says. Every page works without it.
import { startAsOf } from "./as-of.js";
import { startCharts } from "./charts/charts.js";
import { startCopy } from "./copy.js";
import { startKeys } from "./keys.js";
import { startLive } from "./live.js";
import { startReader } from "./reader.js";

startAsOf();
startLive();
startReader();
startCopy();
startKeys();
startCharts();
