// Grades in the list: what was not taken is told, and the line stays as it was.

import { isWholePage, tell } from "./workbench.js";

document.addEventListener("htmx:after:request", (event) => {
  if (isWholePage(event.detail.ctx)) event.preventDefault();
});
document.addEventListener("htmx:error", () => tell("The server does not answer; nothing was kept."));
