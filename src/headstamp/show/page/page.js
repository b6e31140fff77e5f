// A claim under the pointer or the keyboard lights up with its words in the article, and the
// other way round. Without this script the page reads the same.
"use strict";
const lit = new Set();

function light(target) {
  const part = target.closest("[data-claims]");
  for (const element of lit) element.classList.remove("lit");
  lit.clear();
  if (!part) return;
  for (const id of part.dataset.claims.split(" ")) {
    for (const element of document.querySelectorAll(`[data-claims~="${id}"]`)) {
      element.classList.add("lit");
      lit.add(element);
    }
  }
}

for (const event of ["pointerover", "focusin"]) {
  document.addEventListener(event, ({ target }) => light(target));
}
