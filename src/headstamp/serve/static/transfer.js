// The page of one transfer: the reporting in time, the map, and claims that a link leads to.
/* global d3 */

import { inRoomOf, told } from "./drawing.js";
import { drawWorld } from "./map.js";
import "./note.js";

const SHAPES = {
  asserts: d3.symbolCircle, denies: d3.symbolTimes, open: d3.symbolDiamond2, withdrawn: d3.symbolTriangle2,
};
const STEP = 15; // between marks of one day, less where there are many
const TALLEST = 210;
const FOOT = 26; // the axis
const shape = (stance) => d3.symbol(SHAPES[stance], stance === "asserts" ? 78 : 58)();

/** Marks of documents by day, above the axis; below them the period that is spoken of. */
function drawStrip(svg, { documents, earliest, latest }, width) {
  const day = (words) => new Date(`${words}T00:00Z`);
  const marks = documents.flatMap((each) => each.stances.map((stance) => ({ ...each, stance, at: day(each.day) })));
  const known = [...marks.map((mark) => mark.at), ...[earliest, latest].filter(Boolean).map(day)];
  const heights = new Map();
  for (const mark of marks) {
    mark.high = heights.get(mark.day) ?? 0;
    heights.set(mark.day, mark.high + 1);
  }
  const most = Math.max(1, ...heights.values());
  const step = Math.min(STEP, TALLEST / most);
  const high = most * step;
  const height = high + FOOT + 16;
  const days = d3.scaleUtc(padded(d3.extent(known)), [30, width - 30]);
  const foot = height - FOOT;
  const few = Math.min(width / 130, d3.utcDay.count(...days.domain()));
  const root = d3.select(svg).attr("viewBox", `0 0 ${width} ${height}`).attr("height", height);
  root.selectAll("*").remove();
  if (earliest || latest) {
    const from = earliest ? days(day(earliest)) : 0;
    const to = latest ? days(d3.utcDay.offset(day(latest), 1)) : width;
    root.append("rect").attr("class", "period").attr("x", from).attr("y", 0)
      .attr("width", Math.max(3, to - from)).attr("height", foot);
  }
  root.append("g").attr("class", "axis").attr("transform", `translate(0,${foot})`)
    .call(d3.axisBottom(days).ticks(few).tickFormat(d3.utcFormat("%-d %b %Y")).tickSizeOuter(0));
  const places = root.append("g").selectAll("a").data(marks).join("a")
    .attr("href", (mark) => `/documents/${encodeURIComponent(mark.id)}`).attr("tabindex", -1)
    .attr("transform", (mark) => `translate(${days(mark.at)},${foot - 9 - mark.high * step})`);
  places.append("circle").attr("class", "reach").attr("r", 8);
  places.filter((mark) => mark.root).append("circle").attr("class", "root").attr("r", 7);
  places.append("path").attr("class", (mark) => `mark ${mark.stance}`).attr("d", (mark) => shape(mark.stance));
  places.append("title").text((mark) => `${mark.day}: ${mark.name} ${mark.stance}${mark.root ? ", where an origin begins" : ""}`);
}

/** Some room on both sides, so that a single day has some too. */
function padded([first, last]) {
  const room = Math.max(1.5 * 864e5, (last - first) * 0.04);
  return [new Date(+first - room), new Date(+last + room)];
}

/** Opens what a link to a claim leads into. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  for (let around = target; around; around = around.parentElement) {
    if (around.localName === "details") around.open = true;
  }
  target?.scrollIntoView({ block: "center" });
}

for (const path of document.querySelectorAll("[data-stance]")) path.setAttribute("d", shape(path.dataset.stance));
const strip = document.getElementById("strip");
if (strip) inRoomOf(strip.parentElement, (width) => drawStrip(strip, told("reporting"), width));
const map = document.getElementById("map");
if (map) inRoomOf(map.parentElement, () => drawWorld(map, told("where")));
window.addEventListener("hashchange", reveal);
if (window.location.hash.startsWith("#claim-")) reveal();
