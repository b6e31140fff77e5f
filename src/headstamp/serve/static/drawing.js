// What every drawing does: reads what the page tells it, and is drawn again when its room changes.

/** The data that the page holds for a drawing. */
export function told(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** Calls `draw(width)` now and whenever `element` gets another width. */
export function inRoomOf(element, draw) {
  let width = 0;
  new ResizeObserver(() => {
    const room = Math.floor(element.clientWidth);
    if (room > 0 && room !== width) draw((width = room));
  }).observe(element);
}

/** `1 transfer`, `1,200 transfers`. */
export function counted(number, thing) {
  return `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;
}

/** Buttons, keys and wheel that move a zoomable drawing; keys when it has the focus. */
export function moved(svg, zoom, home) {
  const by = (factor) => svg.transition().duration(150).call(zoom.scaleBy, factor);
  const acts = {
    in: () => by(1.5),
    out: () => by(1 / 1.5),
    home: () => svg.transition().duration(150).call(zoom.transform, home()),
  };
  const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  for (const button of document.querySelectorAll("[data-move]")) {
    button.onclick = () => acts[button.dataset.move]();
  }
  svg.node().onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { "+": "in", "=": "in", "-": "out", 0: "home" }[event.key];
    const step = steps[event.key];
    if (!act && !step) return;
    event.preventDefault();
    if (act) acts[act]();
    else svg.call(zoom.translateBy, ...step.map((part) => part / d3.zoomTransform(svg.node()).k));
  };
}
