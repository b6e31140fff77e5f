// Lists gone through with keys: j and k between the links marked data-row, n and p between pages,
// ? tells the keys. Arrows do as j and k once a row has the focus, and scroll before. A click
// anywhere in a row of a table opens it, unless words are being selected.

import { isWriting } from "./workbench.js";

const rows = () => [...document.querySelectorAll("[data-row]")];

const MOVES = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };
const PAGES = { n: '[rel="next"]', p: '[rel="prev"]' };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "?") showKeys();
  else if (event.key in PAGES) document.querySelector(PAGES[event.key])?.click();
  else if (event.key in MOVES) move(event);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#show-keys")) showKeys();
  if (event.target.closest("a, button") || String(getSelection())) return;
  event.target.closest(".rows tbody tr")?.querySelector("[data-row]").click();
});

/** The focus goes to the row that lies `MOVES[key]` from the one that has it. */
function move(event) {
  const all = rows();
  const here = all.findIndex((row) => row === document.activeElement);
  if (event.key.startsWith("Arrow") && here < 0) return;
  const next = all[here < 0 && MOVES[event.key] < 0 ? all.length - 1 : here + MOVES[event.key]];
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.closest("tr, li")?.scrollIntoView({ block: "nearest" });
}

function showKeys() {
  document.getElementById("keys")?.showModal();
}

/** Shows what only works with this script; again after parts of the page were replaced. */
function unveil() {
  document.getElementById("show-keys")?.removeAttribute("hidden");
}

unveil();
document.addEventListener("htmx:after:swap", unveil);
