// A map of the world with places and the ways between them: of one transfer, or of many.
/* global d3, topojson */

const WIDE_DEGREES = 100; // beyond that the whole world is shown
const LEAST_DEGREES = 9; // around a place that stands alone
const MARGIN = 46;
const INHABITED = { type: "LineString", coordinates: [[-169, 71], [-169, -54], [191, -54], [191, 76]] };
const WORD_PX = 6.4; // mean width of a character in the labels

/**
 * Draws land, borders, ways and places into an `<svg data-world="address of world.json">`.
 *
 * points: [{name, latitude, longitude, role, href, weight, title, label}]: degrees; `role` is the
 *   class of the mark (origin, route, destination, place). The others may be left out: `weight` makes
 *   the mark larger, `title` is what a tooltip says, `label: false` leaves the name to it.
 * flows: [{from, to, weight, denied, name, href}]: `from` and `to` are places in `points`, or objects
 *   with latitude and longitude; `name` is what a tooltip says.
 * Where `world` is true all of it is shown, else what holds the points.
 *
 * Gives {projection, view, room, enlarged}: what places land at, the group that all is drawn in,
 *   what `label` is told, and what keeps marks and arrowheads as they are when the group is
 *   enlarged so many times.
 */
export async function drawWorld(svg, { points = [], flows = [] }, { world = false } = {}) {
  const atlas = await borders(svg.dataset.world);
  const { width, height } = sized(svg);
  const ends = (end) => (typeof end === "number" ? points[end] : end);
  const ways = flows.map((flow) => ({ ...flow, from: ends(flow.from), to: ends(flow.to) }));
  const projection = fitted([...points, ...ways.flatMap((way) => [way.from, way.to])], width, height, world);
  const at = (place) => projection([place.longitude, place.latitude]);
  const heaviest = d3.max(points, (point) => point.weight ?? 0) || 1;

  const root = d3.select(svg);
  root.selectAll("*").remove();
  heads(root.append("defs"));
  const view = root.append("g").attr("class", "view");
  const path = d3.geoPath(projection);
  view.append("path").attr("class", "sea").attr("d", path({ type: "Sphere" }));
  view.append("path").attr("class", "land").attr("d", path(atlas.land));
  view.append("path").attr("class", "borders").attr("d", path(atlas.borders));
  drawWays(view, ways, at);
  drawPoints(view, points, at, heaviest);
  const enlarged = (times) => enlarge(root, times, at, heaviest);
  enlarged(1);
  const room = { heaviest, width, height };
  label(view, points, at, room);
  return { projection, view, room, enlarged };
}

const loaded = new Map();

/** The atlas, fetched once: land, and the lines between countries. */
function borders(address) {
  if (!loaded.has(address)) {
    loaded.set(address, fetch(address).then((answer) => answer.json()).then((atlas) => ({
      land: topojson.feature(atlas, atlas.objects.land),
      borders: topojson.mesh(atlas, atlas.objects.countries, (one, other) => one !== other),
    })));
  }
  return loaded.get(address);
}

/** The drawing's size as it stands on the page, kept as the box that it is drawn in. */
function sized(svg) {
  const { width, height } = svg.getBoundingClientRect();
  svg.setAttribute("viewBox", `0 0 ${Math.round(width)} ${Math.round(height)}`);
  return { width, height };
}

/** Mercator around places that are near each other, the whole world for those that are not. */
function fitted(places, width, height, world) {
  const dots = places.map((place) => [place.longitude, place.latitude]);
  const middle = dots.length ? d3.geoCentroid({ type: "MultiPoint", coordinates: dots }) : [0, 0];
  const spread = d3.max(dots, (dot) => d3.geoDistance(dot, middle) * (180 / Math.PI)) ?? 180;
  if (world || spread * 2 > WIDE_DEGREES) {
    const round = d3.geoNaturalEarth1().rotate([-11, 0]);
    return round.fitExtent([[2, 2], [width - 2, height - 2]], INHABITED);
  }
  const circle = d3.geoCircle().center(middle).radius(Math.max(LEAST_DEGREES / 2, spread * 1.05));
  const near = spread * 2 < LEAST_DEGREES ? circle() : { type: "MultiPoint", coordinates: dots };
  const rotated = d3.geoMercator().rotate([-middle[0], 0]);
  return rotated.fitExtent([[MARGIN * 1.6, MARGIN], [width - MARGIN * 1.6, height - MARGIN]], near);
}

function heads(defs) {
  for (const name of ["way", "denied-way"]) {
    defs.append("marker").attr("id", `head-${name}`).attr("class", name)
      .attr("viewBox", "0 0 10 10").attr("refX", 8).attr("refY", 5).attr("orient", "auto")
      .attr("markerUnits", "userSpaceOnUse").attr("markerWidth", 11).attr("markerHeight", 11)
      .append("path").attr("d", "M0,0 10,5 0,10 2.5,5z");
  }
}

/** A mark's radius in pixels. */
const radius = (place, heaviest) => 4.5 + 7 * Math.sqrt((place.weight ?? 0) / heaviest);

function drawWays(view, ways, at) {
  const heaviest = d3.max(ways, (way) => way.weight ?? 1) ?? 1;
  const drawn = view.append("g").selectAll("path")
    .data(ways.filter((way) => apart(at(way.from), at(way.to)) > 1)).join("path")
    .attr("class", (way) => (way.denied ? "way denied-way" : "way"))
    .attr("marker-end", (way) => `url(#head-${way.denied ? "denied-way" : "way"})`)
    .attr("stroke-width", (way) => 1.25 + 3.5 * Math.sqrt((way.weight ?? 1) / heaviest) * (heaviest > 1));
  drawn.filter((way) => way.name).append("title").text((way) => way.name);
  drawn.filter((way) => way.href).classed("to", true)
    .on("click", (_event, way) => window.location.assign(way.href));
}

/** Draws ways and marks for a drawing that is shown so many times larger. */
function enlarge(root, times, at, heaviest) {
  root.selectAll("marker").attr("markerWidth", 11 / times).attr("markerHeight", 11 / times);
  root.selectAll("path.way")
    .attr("d", (way) => bow(at(way.from), at(way.to), (radius(way.to, heaviest) + 3) / times));
  root.selectAll(".point").attr("transform", (point) => `translate(${at(point)}) scale(${1 / times})`);
}

const apart = ([x, y], [u, v]) => Math.hypot(u - x, v - y);

/** A bow from one place to another that ends before the mark; there and back do not cover. */
function bow([x, y], [u, v], gap) {
  const long = apart([x, y], [u, v]);
  const bend = 0.14;
  const over = [(x + u) / 2 + (v - y) * bend, (y + v) / 2 - (u - x) * bend];
  const last = apart(over, [u, v]);
  const short = Math.min(gap, long / 3) / last;
  const end = [u + (over[0] - u) * short, v + (over[1] - v) * short];
  return `M${x},${y}Q${over[0]},${over[1]} ${end[0]},${end[1]}`;
}

function drawPoints(view, points, at, heaviest) {
  const marks = view.append("g").selectAll("a").data(points).join((enter) =>
    enter.append((point) => document.createElementNS(d3.namespaces.svg, point.href ? "a" : "g")));
  marks.attr("class", (point) => `point ${point.role ?? ""}`)
    .filter((point) => point.href)
    .attr("href", (point) => point.href).attr("tabindex", -1);
  marks.append("circle").attr("r", 12).attr("class", "reach");
  marks.append("circle").attr("class", "dot")
    .attr("r", (point) => radius(point, heaviest));
  marks.append("title").text((point) => point.title ?? point.name);
}

/** Names beside their marks, on the side where they cover no other; left out where there is none. */
export function label(view, points, at, { heaviest, width, height }) {
  const taken = points.map((point) => box(...at(point), 2 * radius(point, heaviest), 9, 0.5));
  const texts = view.append("g").attr("class", "names");
  for (const point of points.filter((each) => each.label !== false)) {
    const [x, y] = at(point);
    const long = point.name.length * WORD_PX;
    const gap = radius(point, heaviest) + 4;
    const places = [
      [x + gap, y + 4, "start", 0], [x - gap, y + 4, "end", 1],
      [x, y - gap - 2, "middle", 0.5], [x, y + gap + 11, "middle", 0.5],
    ].map(([u, v, anchor, back]) => ({ u, v, anchor, box: box(u, v - 4, long, 12, back) }));
    const free = places.find((place) => inside(place.box, width, height) && !taken.some((other) => meet(place.box, other)));
    if (!free) continue;
    taken.push(free.box);
    texts.append("text").attr("class", point.role ?? "").attr("x", free.u).attr("y", free.v)
      .attr("text-anchor", free.anchor).text(point.name);
  }
}

const box = (x, y, wide, high, back) => [x - wide * back, y - high / 2, x + wide * (1 - back), y + high / 2];
const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const inside = ([left, top, right, bottom], width, height) => left > 0 && top > 0 && right < width && bottom < height;
