// Words selected in the article become words of a claim: a small list at the selection asks what
// they are. Places are counted as the ledger counts them, in Unicode code points of the text.

const roles = document.getElementById("roles");
const byKind = roles ? JSON.parse(roles.dataset.roles) : {};

let chosen = null; // the words that are selected: {span, words, range}
let waiting = null; // the role they are given once the form of the claim is there

/** Puts the list to work; `current` gives the card that is being reviewed. */
export function choose({ root, current, become }) {
  if (!roles) return;
  let due = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(due);
    due = setTimeout(() => offer(root, current, become), 250);
  });
  root.addEventListener("pointerup", () => {
    clearTimeout(due);
    due = setTimeout(() => offer(root, current, become), 10);
  });
  root.addEventListener("input", ({ target }) => typed(target));
}

/** Gives the form of a card the words that waited for it; says whether there were any. */
export function giveWaiting(there) {
  const words = waiting;
  waiting = null;
  if (words) give(there, words);
  return words !== null;
}

/** Puts the list away; says whether it was there. */
export function hideRoles() {
  const shown = roles && !roles.hidden;
  if (shown) {
    roles.hidden = true;
    roles.replaceChildren();
    CSS.highlights?.delete("chosen");
  }
  return shown;
}

// From a selection to a place in the text.

/** The text between two points as it stands in the document: one character for one. */
function stood(container, node, offset) {
  const range = document.createRange();
  range.setStart(container, 0);
  range.setEnd(node, offset);
  const copy = range.cloneContents();
  for (const steering of copy.querySelectorAll(".steering")) {
    steering.textContent = steering.textContent ? "\uFFFD" : "";
  }
  return copy.textContent;
}

/** The words that are selected, without the spaces around them; null where there are none. */
export function selected(selection) {
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const parent = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
  const words = parent(range.startContainer).closest(".words");
  if (!words) return null;
  if (!words.contains(range.endContainer)) range.setEnd(words, words.childNodes.length);
  const before = stood(words, range.startContainer, range.startOffset);
  const all = stood(words, range.endContainer, range.endOffset).slice(before.length);
  const text = all.trim();
  if (!text) return null;
  const spaces = all.length - all.trimStart().length;
  const start = Number(words.dataset.at) + [...before].length + spaces;
  return { span: `${start}:${start + [...text].length}`, words: text.replace(/\s/gu, " "), range };
}

// The list at the selection.

function offer(root, current, become) {
  if (waiting || (roles.contains(document.activeElement) && !roles.hidden)) return;
  chosen = selected(getSelection());
  if (!chosen) return void hideRoles();
  let there = current();
  const beside = chosen.range.startContainer.parentElement.closest(".row")?.querySelectorAll(".claim");
  if (beside?.length && !there?.querySelector(".correcting") && ![...beside].includes(there)) {
    become(beside[0]);
    there = beside[0];
  }
  if (!there || there.dataset.state === "rejected") return void hideRoles();
  if (window.Highlight) CSS.highlights.set("chosen", new Highlight(chosen.range));
  const kind = there.querySelector('.correcting [name="kind"]')?.value ?? there.dataset.kind;
  ask(`${there.id}: what are these words?`, ["trigger", ...(byKind[kind] ?? [])], (role) => take(there, role));
}

function ask(question, answers, then) {
  const title = document.createElement("p");
  title.textContent = question;
  const list = document.createElement("div");
  list.className = "row-of";
  for (const answer of answers) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = answer;
    button.addEventListener("click", () => then(answer));
    list.append(button);
  }
  roles.replaceChildren(title, list);
  roles.hidden = false;
  place();
}

/** Below the selection, or above where there is no room, within the window. */
function place() {
  const at = chosen.range.getBoundingClientRect();
  const { width, height } = roles.getBoundingClientRect();
  const below = at.bottom + 8 + height < innerHeight;
  roles.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8)) + scrollX}px`;
  roles.style.top = `${(below ? at.bottom + 8 : Math.max(8, at.top - height - 8)) + scrollY}px`;
}

function take(there, role) {
  const words = { role, ...chosen };
  if (there.querySelector(".correcting")) return give(there, words);
  waiting = words;
  there.querySelector('[data-open="correct"]')?.click();
}

// From the list into the form.

function give(there, words) {
  const form = there.querySelector(".correcting");
  if (!form) return;
  if (words.role === "trigger") {
    form.elements.trigger.value = words.words;
    form.elements.trigger_span.value = words.span;
    return void finish(form);
  }
  const filled = [...form.querySelectorAll(".filler")].filter((row) =>
    field(row, "role").value === words.role && field(row, "words").value && !field(row, "remove")?.checked);
  if (!filled.length) return fill(form, empty(form), words);
  const answers = new Map(filled.map((row) => [`instead of “${field(row, "words").value}”`, row]));
  ask(`${words.role}:`, [...answers.keys(), "as another"], (answer) =>
    fill(form, answers.get(answer) ?? empty(form), words));
}

const field = (row, name) => row.querySelector(`[name="${name}"]`);

function fill(form, row, { role, span, words }) {
  for (const [name, value] of Object.entries({ role, span, words, value: "" })) field(row, name).value = value;
  row.classList.add("changed");
  finish(form);
}

function finish(form) {
  hideRoles();
  getSelection().removeAllRanges();
  form.scrollIntoView({ block: "nearest" });
  form.querySelector("button").focus({ preventScroll: true });
}

/** A row that holds nothing yet; one more where all are taken. */
function empty(form) {
  const another = [...form.querySelectorAll(".filler.another")];
  const free = another.find((row) => !field(row, "words").value && !field(row, "role").value);
  if (free) return free;
  const row = another.at(-1).cloneNode(true);
  for (const each of row.querySelectorAll("input, select")) each.value = "";
  another.at(-1).after(row);
  return row;
}

/** What is typed over selected words is looked for in the text. */
function typed(target) {
  const row = target.closest(".correcting .filler");
  if (row) row.classList.add("changed");
  if (row && target.name === "words") field(row, "span").value = "";
  if (target.name === "trigger") target.form.elements.trigger_span.value = "";
}
