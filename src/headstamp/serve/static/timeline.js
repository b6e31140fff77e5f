// When transfers are said to have happened, against when they were reported: two histograms of one
// scale of time. Days that are marked go into the form.

import { counted, inRoomOf, told } from "./drawing.js";

const ROW = 120;
const EDGE = { top: 20, right: 12, bottom: 22, left: 44 };
const BETWEEN = 26;
const LEAST_PX = 5; // a bar is at least so wide, or months are taken together
const STEPS = [["month", 1], ["quarter of a year", 3], ["year", 12], ["five years", 60], ["decade", 120]];

const { happened, reported } = told("timeline-told"); // [["2019-03", transfers], …] by month
const place = document.getElementById("timeline");
const form = document.getElementById("days");
const monthly = d3.utcParse("%Y-%m");
const daily = d3.utcFormat("%Y-%m-%d");
if (happened.length || reported.length) inRoomOf(place, draw);

function draw(width) {
  const months = [...happened, ...reported].map(([month]) => monthly(month));
  const ends = [d3.min(months), d3.utcMonth.offset(d3.max(months), 1)];
  const many = d3.utcMonth.count(...ends);
  const room = width - EDGE.left - EDGE.right;
  const [called, step] = STEPS.find(([, some]) => (room * some) / many >= LEAST_PX) ?? STEPS.at(-1);
  const bins = { called, step, start: floored(ends[0], step), end: d3.utcMonth.offset(floored(d3.utcMonth.offset(ends[1], -1), step), step) };
  const x = d3.scaleUtc([bins.start, bins.end], [EDGE.left, width - EDGE.right]);
  const height = EDGE.top + 2 * ROW + BETWEEN + EDGE.bottom;
  const svg = d3.create("svg").attr("viewBox", [0, 0, width, height]).attr("width", width).attr("height", height)
    .attr("role", "img").attr("aria-label", `Transfers by ${called}: when they are said to have happened, and when they were reported`);
  const rows = [["said to have happened", happened, "happened"], ["last reported", reported, "reported"]];
  rows.forEach(([words, some, sort], at) => {
    drawRow(svg, gathered(some, bins), { words, sort, bins, x, top: EDGE.top + at * (ROW + BETWEEN), width });
  });
  const below = height - EDGE.bottom;
  svg.append("g").attr("class", "ticks axis").attr("transform", `translate(0,${below})`)
    .call(d3.axisBottom(x).ticks(Math.max(2, Math.floor(room / 90))).tickSizeOuter(0));
  const brush = d3.brushX().extent([[EDGE.left, EDGE.top], [width - EDGE.right, below]]).on("brush end", ({ selection, sourceEvent }) => {
    if (sourceEvent) mark(selection && selection.map(x.invert), bins);
  });
  const held = svg.append("g").attr("class", "brush").call(brush);
  const since = form.elements.since.value, until = form.elements.until.value;
  if (since || until) held.call(brush.move, within(x, since ? new Date(since) : bins.start, until ? new Date(until) : bins.end));
  place.replaceChildren(svg.node());
}

function within(x, ...days) {
  const [first, last] = x.range();
  const ends = days.map((day) => Math.min(last, Math.max(first, x(day))));
  return ends[1] - ends[0] < 2 ? [Math.max(first, ends[1] - 2), Math.min(last, ends[0] + 2)] : ends;
}

/** The beginning of the months taken together that a day is in. */
function floored(day, step) {
  const month = day.getUTCFullYear() * 12 + day.getUTCMonth();
  const first = month - (((month % step) + step) % step);
  return new Date(Date.UTC(Math.floor(first / 12), first % 12));
}

function gathered(some, bins) {
  return d3.rollups(some, (group) => d3.sum(group, ([, transfers]) => transfers), ([month]) => +floored(monthly(month), bins.step))
    .map(([start, transfers]) => ({ start: new Date(start), transfers }));
}

function drawRow(svg, bars, { words, sort, bins, x, top, width }) {
  const y = d3.scaleLinear([0, d3.max(bars, (bar) => bar.transfers) ?? 1], [top + ROW, top + 16]).nice(3);
  const whole = y.ticks(3).filter(Number.isInteger);
  svg.append("g").attr("class", "grid").selectAll("line").data(whole).join("line")
    .attr("x1", EDGE.left).attr("x2", width - EDGE.right).attr("y1", y).attr("y2", y).classed("zero", (tick) => tick === 0);
  svg.append("g").attr("class", "ticks").attr("text-anchor", "end").selectAll("text").data(whole).join("text")
    .attr("x", EDGE.left - 6).attr("y", y).attr("dy", ".32em").text(d3.format("~s"));
  svg.append("text").attr("class", "sides").attr("x", EDGE.left).attr("y", top + 6).text(`${words}, by ${bins.called}`);
  const end = (bar) => d3.utcMonth.offset(bar.start, bins.step);
  svg.append("g").attr("class", `bars ${sort}`).selectAll("rect").data(bars).join("rect")
    .attr("x", (bar) => x(bar.start) + 0.5).attr("width", (bar) => Math.max(1, x(end(bar)) - x(bar.start) - 1))
    .attr("y", (bar) => y(bar.transfers)).attr("height", (bar) => y(0) - y(bar.transfers))
    .append("title").text((bar) => `${daily(bar.start)} to ${daily(d3.utcDay.offset(end(bar), -1))}: ${counted(bar.transfers, "transfer")}`);
}

/** Puts the marked days, rounded to whole bars, into the form. */
function mark(ends, bins) {
  const { since, until } = form.elements;
  [since.value, until.value] = ["", ""];
  if (ends) {
    const first = floored(ends[0], bins.step);
    const last = d3.utcMonth.offset(floored(new Date(ends[1] - 1), bins.step), bins.step);
    [since.value, until.value] = [daily(first), daily(d3.utcDay.offset(last, -1))];
  }
  form.classList.add("changed");
}
