// Suppliers and recipients of a view as a graph that is laid out before it is drawn, and holds still.

import { counted, inRoomOf, moved, told } from "./drawing.js";

const STEPS = 400; // of the simulation; then it has settled
const MARGIN = 30;
const MANY = 150; // arrows that cross
const LETTER_PX = 6.3; // mean width of a character of the labels

const { parties, flows } = told("network-told");
const place = document.getElementById("network");
const chosenBox = document.getElementById("chosen");
const unchosen = [...chosenBox.children];
let chosen = null; // the id of the party whose flows are shown
const FEW = 12; // transfers below which marks and arrows stay small, whatever the most are
const most = (some) => Math.max(FEW, d3.max(some, (each) => each.transfers) ?? 0);
const radius = d3.scaleSqrt([0, most(parties)], [3.5, 17]);
const clear = d3.scaleSqrt([0, most(flows)], [flows.length > MANY ? 0.12 : 0.5, 0.85]); // where many cross, the weak fade
const thick = d3.scaleSqrt([0, most(flows)], [0.7, 7]);

inRoomOf(place, draw);

function draw(width) {
  const height = Math.round(Math.max(420, Math.min(width * 0.6, window.innerHeight * 0.75)));
  const nodes = parties.map((party) => ({ ...party, r: radius(party.transfers) }));
  const links = flows.map((flow) => ({ ...flow }));
  settle(nodes, links, width / height);
  const svg = d3.create("svg").attr("viewBox", [0, 0, width, height]).attr("height", height)
    .attr("role", "group").attr("tabindex", 0).attr("class", "network")
    .attr("aria-label", "Suppliers and recipients; the table below says the same. Plus and minus zoom, arrows move, 0 shows all.");
  heads(svg.append("defs"));
  const view = svg.append("g");
  const drawn = { nodes, links, edges: drawFlows(view, links), marks: drawParties(view, nodes), size: [width, height] };
  const zoom = d3.zoom().scaleExtent([0.2, 8]).on("zoom", ({ transform }) => {
    view.attr("transform", transform);
    arrange(drawn, transform.k);
  });
  const home = () => whole(nodes, width, height);
  svg.call(zoom).call(zoom.transform, home());
  svg.on("dblclick.zoom", null).on("click", () => choose(drawn, null));
  place.replaceChildren(svg.node());
  moved(svg, zoom, home);
  listen(drawn, () => d3.zoomTransform(svg.node()).k);
  light(drawn, nodes.find((node) => node.id === chosen));
}

/** Gives each party its place: the same for the same view, and wide as the room is. */
function settle(nodes, links, wide) {
  const apart = (node) => node.r + 14;
  d3.forceSimulation(nodes)
    .force("flow", d3.forceLink(links).id((node) => node.id).distance((link) => 90 + apart(link.source) + apart(link.target)).strength(0.25))
    .force("apart", d3.forceManyBody().strength((node) => -320 - 12 * node.r).distanceMax(700))
    .force("collide", d3.forceCollide(apart).strength(0.9))
    .force("x", d3.forceX().strength(0.045 / wide))
    .force("y", d3.forceY().strength(0.045 * wide))
    .stop().tick(STEPS);
  for (const node of nodes) {
    const others = links.filter((link) => link.source === node || link.target === node)
      .map((link) => (link.source === node ? link.target : link.source));
    node.above = d3.mean(others, (other) => other.y) > node.y; // the name stands where no arrow does
  }
}

/** The transform that shows every party. */
function whole(nodes, width, height) {
  const [left, right] = [d3.min(nodes, (n) => n.x - n.r - 40), d3.max(nodes, (n) => n.x + n.r + 40)];
  const [top, bottom] = [d3.min(nodes, (n) => n.y - n.r), d3.max(nodes, (n) => n.y + n.r + 16)];
  const k = Math.min(1.25, (width - 2 * MARGIN) / (right - left), (height - 2 * MARGIN) / (bottom - top));
  return d3.zoomIdentity.translate(width / 2, height / 2).scale(k).translate(-(left + right) / 2, -(top + bottom) / 2);
}

function heads(defs) {
  for (const name of ["flow-head", "denied-head"]) {
    defs.append("marker").attr("id", name).attr("class", name)
      .attr("viewBox", "0 0 10 10").attr("refX", 9).attr("refY", 5).attr("orient", "auto")
      .attr("markerUnits", "userSpaceOnUse").attr("markerWidth", 11).attr("markerHeight", 11)
      .append("path").attr("d", "M0,0 10,5 0,10 2.5,5z");
  }
}

function drawFlows(view, links) {
  const edges = view.append("g").attr("class", "flows").selectAll("path").data(links).join("path")
    .attr("class", (link) => (link.denied === link.transfers ? "flow all-denied" : "flow"))
    .attr("opacity", (link) => clear(link.transfers))
    .attr("marker-end", (link) => `url(#${link.denied === link.transfers ? "denied-head" : "flow-head"})`);
  edges.append("title").text(said);
  return edges;
}

function drawParties(view, nodes) {
  const marks = view.append("g").attr("class", "parties").selectAll("g").data(nodes).join("g")
    .attr("class", "party").attr("tabindex", 0).attr("role", "button")
    .attr("aria-label", (node) => `${node.name}: supplies ${node.supplied}, receives ${node.received}`);
  marks.append("circle").attr("class", (node) => (node.supplied > node.received ? "supplying" : "receiving"));
  marks.append("text").attr("text-anchor", "middle").text((node) => node.name);
  marks.append("title").text((node) => `${node.name}: supplies ${node.supplied}, receives ${node.received}`);
  return marks;
}

/** Puts all where it belongs at a zoom of `k`: sizes stay as they are on the screen. */
function arrange({ nodes, edges, marks }, k) {
  const grown = Math.sqrt(k);
  edges.attr("d", (link) => bow(link.source, link.target, (link.target.r + 3) / grown))
    .attr("stroke-width", (link) => thick(link.transfers) / grown);
  d3.selectAll(".network marker").attr("markerWidth", 11 / grown).attr("markerHeight", 11 / grown);
  marks.attr("transform", ({ x, y }) => `translate(${x},${y})`);
  marks.select("circle").attr("r", (node) => node.r / grown);
  marks.select("text").style("font-size", `${12 / k}px`)
    .attr("y", (node) => (node.above ? -node.r / grown - 4 / k : node.r / grown + 12 / k));
  const shown = named(nodes, k, grown);
  marks.classed("unnamed", (node) => !shown.has(node));
}

/** The parties whose names can stand without covering another's, the weightiest first. */
function named(nodes, k, grown) {
  const taken = nodes.map((n) => [n.x - n.r / grown, n.y - n.r / grown, n.x + n.r / grown, n.y + n.r / grown]);
  const shown = new Set();
  for (const node of d3.sort(nodes, (n) => -n.transfers)) {
    const half = (node.name.length * LETTER_PX) / 2 / k;
    const top = node.above ? node.y - node.r / grown - 15 / k : node.y + node.r / grown + 2 / k;
    const box = [node.x - half, top, node.x + half, top + 13 / k];
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
    taken.push(box);
    shown.add(node);
  }
  return shown;
}

/** A bow that ends before the mark; there and back do not cover each other. */
function bow(from, to, short) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const middle = [(from.x + to.x) / 2 - dy * 0.12, (from.y + to.y) / 2 + dx * 0.12];
  const [ux, uy] = [to.x - middle[0], to.y - middle[1]];
  const less = short / (Math.hypot(ux, uy) || 1);
  return `M${from.x},${from.y}Q${middle[0]},${middle[1]} ${to.x - ux * less},${to.y - uy * less}`;
}

function listen(drawn, scale) {
  const drag = d3.drag().clickDistance(4)
    .on("drag", function (event, node) {
      [node.x, node.y] = [event.x, event.y];
      arrange(drawn, scale());
    });
  drawn.marks.call(drag)
    .on("click", (event, node) => { event.stopPropagation(); choose(drawn, node); })
    .on("keydown", (event, node) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(drawn, node); }
      if (event.key === "Escape") choose(drawn, null);
    })
    .on("pointerenter", (_event, node) => { if (!chosen) light(drawn, node); })
    .on("pointerleave", () => { if (!chosen) light(drawn, null); });
}

/** Shows one party with what it supplies and receives, beside the drawing too; none, if it was. */
function choose(drawn, node) {
  chosen = node && node.id !== chosen ? node.id : null;
  light(drawn, chosen ? node : null);
  chosenBox.replaceChildren(...(chosen ? [] : unchosen));
  if (!chosen) return;
  const box = d3.select(chosenBox);
  box.append("h2").append("a").attr("href", node.address).append("bdi").text(node.name);
  for (const [sort, end, address] of [["supplies", "source", node.supplying], ["receives", "target", node.receiving]]) {
    const theirs = d3.sort(drawn.links.filter((link) => link[end] === node), (link) => -link.transfers);
    if (!theirs.length) continue;
    box.append("h3").append("a").attr("href", address).text(`${sort} in ${counted(node[end === "source" ? "supplied" : "received"], "transfer")}`);
    const rows = box.append("ul").selectAll("li").data(theirs).join("li");
    rows.append("bdi").text((link) => link[end === "source" ? "target" : "source"].name);
    rows.append("span").attr("class", "faint").text((link) => ` ${link.transfers.toLocaleString("en")}${link.denied ? `, ${link.denied} denied` : ""}`);
  }
}

function light(drawn, node) {
  const touches = (link) => !node || link.source === node || link.target === node;
  const near = new Set(drawn.links.filter(touches).flatMap((link) => [link.source, link.target]));
  drawn.edges.classed("dim", (link) => !touches(link)).classed("lit", (link) => Boolean(node) && touches(link));
  drawn.marks.classed("dim", (each) => Boolean(node) && each !== node && !near.has(each))
    .classed("lit", (each) => Boolean(node) && near.has(each)).attr("aria-pressed", (each) => each.id === chosen);
}

function said(link) {
  const denied = link.denied ? `, ${link.denied.toLocaleString("en")} of them denied` : "";
  return `${link.source.name} → ${link.target.name}: ${counted(link.transfers, "transfer")}${denied}`;
}
