// What every page does: requests carry the page's word, `/` goes to the search.

const word = document.querySelector('meta[name="csrf"]')?.content ?? "";

document.addEventListener("htmx:config:request", (event) => {
  const { request } = event.detail.ctx;
  if (word) request.headers["X-CSRF-Token"] = word;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || isWriting(event.target)) return;
  event.preventDefault();
  document.getElementById("find")?.focus();
});

/** Whether keys go into something that is being written. */
export function isWriting(element) {
  return element.closest?.("input, textarea, select, [contenteditable]") != null;
}

/** Where a whole page came in the place of a piece of one: goes there, or says what it says went
 * wrong. */
export function isWholePage({ text, response }) {
  if (!/^\s*<!doctype/i.test(text)) return false;
  if (response.status < 400) location.assign(response.raw.url);
  else {
    const failure = new DOMParser().parseFromString(text, "text/html");
    tell(failure.querySelector("main p")?.textContent ?? "That was not taken.");
  }
  return true;
}

/** Says something to whoever works here, for a while; gives what says it. */
export function tell(sentence) {
  const said = document.createElement("p");
  said.textContent = sentence;
  document.getElementById("told").append(said);
  setTimeout(() => said.remove(), 8000);
  return said;
}
