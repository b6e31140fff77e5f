// What a party received and supplied, year by year: received above a line, supplied below it.

import { counted, inRoomOf, told } from "./drawing.js";

const HEIGHT = 300;
const EDGE = { top: 22, right: 4, bottom: 24, left: 40 };
const WIDEST = 90; // pixels for one year
const SIDES = ["received", "supplied"];

const flows = told("flows-told");
const place = document.getElementById("flows");
inRoomOf(place, draw);

function draw(width) {
  const svg = d3.create("svg").attr("viewBox", [0, 0, width, HEIGHT]).attr("width", width).attr("height", HEIGHT)
    .attr("role", "group").attr("aria-label", "Transfers by year; the table below says the same");
  const end = Math.min(width - EDGE.right, EDGE.left + WIDEST * flows.years.length);
  const x = d3.scaleBand(flows.years.map((year) => year.name), [EDGE.left, end]).padding(0.18);
  const most = (side) => d3.max(flows.years, (year) => d3.sum(year[side].parts, (part) => part.transfers)) ?? 0;
  const [up, down] = SIDES.map(most);
  const least = 0.12 * Math.max(up, down, 1);
  const y = d3.scaleLinear([-Math.max(down, least), Math.max(up, least)], [HEIGHT - EDGE.bottom, EDGE.top]).nice(6);
  drawAxes(svg, x, y, width);
  for (const year of flows.years) {
    for (const side of SIDES) drawStack(svg, year, side, x, y);
  }
  place.replaceChildren(svg.node());
}

function drawAxes(svg, x, y, width) {
  const whole = y.ticks(6).filter(Number.isInteger);
  svg.append("g").attr("class", "grid").selectAll("line").data(whole).join("line")
    .attr("x1", EDGE.left).attr("x2", width - EDGE.right).attr("y1", y).attr("y2", y)
    .classed("zero", (tick) => tick === 0);
  svg.append("g").attr("class", "ticks").attr("text-anchor", "end").selectAll("text").data(whole).join("text")
    .attr("x", EDGE.left - 6).attr("y", y).attr("dy", ".32em").text((tick) => d3.format("~s")(Math.abs(tick)));
  const apart = Math.ceil(40 / x.step());
  svg.append("g").attr("class", "ticks").attr("text-anchor", "middle").selectAll("text")
    .data(flows.years.filter((_, at) => at % apart === 0)).join("text")
    .attr("x", (year) => x(year.name) + x.bandwidth() / 2).attr("y", HEIGHT - 6).text((year) => year.name);
  const side = svg.append("g").attr("class", "sides");
  side.append("text").attr("x", EDGE.left).attr("y", 12).text("▲ received");
  side.append("text").attr("x", EDGE.left + 90).attr("y", 12).text("▼ supplied");
}

/** One year's bar on one side: the largest partners nearest the line, a link as a whole. */
function drawStack(svg, year, side, x, y) {
  const { parts, address } = year[side];
  if (!parts.length) return;
  const sum = d3.sum(parts, (part) => part.transfers);
  const link = svg.append("a").attr("href", address)
    .attr("aria-label", `${year.name}: ${counted(sum, "transfer")} ${side}`);
  let from = 0;
  for (const part of parts) {
    const to = from + (side === "received" ? part.transfers : -part.transfers);
    const [top, bottom] = [y(Math.max(from, to)), y(Math.min(from, to))];
    link.append("rect").attr("class", `hue-${part.hue}`)
      .attr("x", x(year.name)).attr("width", x.bandwidth()).attr("y", top).attr("height", Math.max(bottom - top, 0.5))
      .append("title").text(`${year.name}: ${counted(part.transfers, "transfer")} ${side === "received" ? "from" : "to"} ${part.name}`);
    from = to;
  }
}
