// The places and ways of a view on the map: zoomed and moved, marks and names as large as ever.

import { inRoomOf, moved, told } from "./drawing.js";
import { drawWorld, label } from "./map.js";

const CLOSEST = 60; // times larger than the whole
const svg = document.getElementById("world");
const data = told("map-told");
inRoomOf(svg, draw);

async function draw() {
  const { projection, view, room, enlarged } = await drawWorld(svg, data);
  const root = d3.select(svg);
  const named = (transform) => {
    root.selectAll(".names").remove();
    label(root, data.points, (point) => transform.apply(projection([point.longitude, point.latitude])), room);
  };
  const zoom = d3.zoom().scaleExtent([1, CLOSEST]).translateExtent([[0, 0], [svg.clientWidth, svg.clientHeight]])
    .on("start", () => root.selectAll(".names").remove())
    .on("zoom", ({ transform }) => {
      view.attr("transform", transform);
      enlarged(transform.k);
    })
    .on("end", ({ transform }) => named(transform));
  root.call(zoom).on("dblclick.zoom", null).call(zoom.transform, d3.zoomIdentity);
  moved(root, zoom, () => d3.zoomIdentity);
}
