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

/** Says something to whoever works here, for a while; gives what says it. */
export function tell(sentence) {
  const said = document.createElement("p");
  said.textContent = sentence;
  document.getElementById("told").append(said);
  setTimeout(() => said.remove(), 8000);
  return said;
}
