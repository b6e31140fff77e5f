// The places and ways of a view on the map: zoomed and moved, marks and names as large as ever.

import { inRoomOf, moved, told } from "./drawing.js";
import { drawWorld } from "./map.js";

const svg = document.getElementById("world");
const data = told("map-told");
inRoomOf(svg, draw);

async function draw() {
  const { view } = await drawWorld(svg, data);
  const points = view.selectAll(".point");
  const at = new Map(points.nodes().map((node) => [node, node.getAttribute("transform")]));
  const names = view.selectAll(".names text");
  const root = d3.select(svg);
  const zoom = d3.zoom().scaleExtent([1, 40]).translateExtent([[0, 0], [svg.clientWidth, svg.clientHeight]])
    .on("zoom", ({ transform }) => {
      view.attr("transform", transform);
      points.attr("transform", function () { return `${at.get(this)} scale(${1 / transform.k})`; });
      names.style("font-size", `${12 / transform.k}px`).style("stroke-width", 3 / transform.k);
    });
  root.call(zoom).on("dblclick.zoom", null);
  moved(root, zoom, () => d3.zoomIdentity);
}
