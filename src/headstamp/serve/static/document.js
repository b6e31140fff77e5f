// The page of a document: one claim at a time is current, single keys act on it, and its words
// light up in the article. Without this script the same is done by the links and forms.

import { isWholePage, isWriting, tell } from "./workbench.js";
import "./note.js";
import { choose, giveWaiting, hideRoles } from "./selecting.js";

const root = document.getElementById("document");
const cards = () => [...root.querySelectorAll(".claim")];
const card = (id) => (id ? document.getElementById(id) : null);

let current = null; // the id of the claim that keys act on
const sent = new Map(); // what was last sent of a claim, by its id: whether it decides on it

// Light: the words of a claim, each with its role.

function light(ids) {
  for (const element of root.querySelectorAll(".lit")) element.classList.remove("lit");
  for (const element of root.querySelectorAll("[data-role]")) delete element.dataset.role;
  for (const id of ids) {
    for (const element of root.querySelectorAll(`[data-claims~="${CSS.escape(id)}"]`)) {
      element.classList.add("lit");
      const role = element.dataset.roles?.split(" ").find((each) => each.startsWith(`${id}:`));
      if (role && ids.length === 1 && !role.endsWith(":trigger")) {
        element.dataset.role = role.slice(id.length + 1);
      }
    }
  }
}

/** Brings the words of a claim into sight within their own column, where that scrolls. */
function uncover(id) {
  const word = document.getElementById(`${id}-word`)?.nextElementSibling;
  const pane = word?.closest(".text-of");
  if (!pane || pane.scrollHeight <= pane.clientHeight) return;
  const [inner, outer] = [word.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (inner.top < outer.top + 20 || inner.bottom > outer.bottom - 20) {
    pane.scrollTop += inner.top - outer.top - outer.height / 3;
  }
}

root.addEventListener("pointerover", ({ target }) => {
  const part = target.closest("[data-claims]");
  light(part ? part.dataset.claims.split(" ") : current ? [current] : []);
  if (part?.matches(".claim")) uncover(part.id);
});
root.addEventListener("pointerleave", () => light(current ? [current] : []));
root.addEventListener("focusin", ({ target }) => {
  const there = target.closest(".claim");
  if (there && there.id !== current) become(there);
});
root.addEventListener("click", ({ target }) => {
  const part = target.closest(".words [data-claims]");
  const there = target.closest(".claim") ?? card(part?.dataset.claims.split(" ")[0]);
  if (there && !card(current)?.querySelector(".correcting")) become(there);
});

// Going from claim to claim.

function become(there) {
  for (const each of cards()) {
    each.toggleAttribute("aria-current", each === there);
    each.tabIndex = each === there ? 0 : -1;
  }
  current = there.id;
  light([current]);
  uncover(current);
}

function go(there) {
  become(there);
  there.focus({ preventScroll: true });
  const words = document.getElementById(`${there.id}-word`)?.nextElementSibling;
  words?.scrollIntoView({ block: "nearest" });
  there.scrollIntoView({ block: "nearest" });
  history.replaceState(history.state, "", `#${there.id}`);
}

function step(by) {
  const all = cards();
  const here = all.findIndex((each) => each.id === current);
  const next = all[here < 0 ? 0 : here + by];
  if (next) go(next);
  else turn(by > 0 ? "next" : "prev");
}

/** To the next part of a long document, or the one before. */
function turn(direction) {
  const link = root.querySelector(`.pager [rel="${direction}"]`);
  if (link) link.click();
  else tell(direction === "next" ? "That was the last claim." : "That is the first claim.");
}

function nextUnreviewed() {
  const all = cards();
  const here = all.findIndex((each) => each.id === current);
  const open = (each) => each.dataset.state === "unreviewed";
  const next = all.slice(here + 1).find(open) ?? all.slice(0, Math.max(here, 0)).find(open);
  if (next) go(next);
  else if (root.querySelector('.pager [rel="next"]')) turn("next");
  else tell("Every claim here has been reviewed.");
}

// Keys.

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  n: nextUnreviewed,
  r: () => card(current) && askWhy(card(current)),
  u: () => root.querySelector("#undo [data-key]")?.click() ?? tell("You said nothing here yet."),
  "?": () => document.getElementById("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") return close(event);
  if (isWriting(event.target)) return;
  const act = KEYS[event.key] ?? pressed(event.key);
  if (!act) return;
  event.preventDefault();
  act();
});

/** What a key does that stands on a button or link of the current claim. */
function pressed(key) {
  const there = /^[aco]$/.test(key) && card(current);
  const button = there && !there.ariaBusy && there.querySelector(`.acts [data-key="${key}"]`);
  return button && (() => button.click());
}

function close(event) {
  if (hideRoles()) return;
  const form = event.target.closest?.(".claim") ?? card(current);
  form?.querySelector("[data-close], .act[aria-current][data-open]")?.click();
}

root.addEventListener("click", (event) => {
  const button = event.target.closest("[data-key]");
  if (button?.dataset.key === "n") nextUnreviewed();
  else if (button?.dataset.key === "?") KEYS["?"]();
  else if (button?.dataset.open === "reject") {
    event.preventDefault();
    event.stopImmediatePropagation();
    askWhy(button.closest(".claim"));
  }
}, true);

// Rejecting asks why.

const rejecting = document.getElementById("rejecting");

function askWhy(there) {
  const button = there.querySelector('.review [value="reject"]');
  if (!rejecting || !button) return;
  become(there);
  const form = rejecting.querySelector("form");
  form.reset();
  rejecting.returnValue = "";
  rejecting.dataset.claim = there.id;
  rejecting.querySelector("[data-claim]").textContent = there.id;
  rejecting.showModal();
  form.elements.common[0].focus();
}

rejecting?.addEventListener("change", ({ target }) => {
  if (target.name === "common") rejecting.querySelector("#why").value = target.value;
});
rejecting?.addEventListener("keydown", (event) => {
  if (event.target.matches("#why") || event.ctrlKey || event.metaKey || event.altKey) return;
  const common = rejecting.querySelectorAll('[name="common"]')[Number(event.key) - 1];
  if (common) common.click();
  else if (/^\p{L}$/u.test(event.key)) rejecting.querySelector("#why").focus();
});
rejecting?.addEventListener("close", () => {
  const form = card(rejecting.dataset.claim)?.querySelector(".review");
  if (rejecting.returnValue !== "reject" || !form) return;
  form.elements.reason.value = rejecting.querySelector("#why").value;
  form.requestSubmit(form.querySelector('[value="reject"]'));
});

// What is sent, and what comes back.

root.addEventListener("submit", (event) => {
  const there = event.target.closest(".claim");
  if (there) {
    sent.set(there.id, { decides: event.target.matches(".review, .correcting") });
  } else if (event.target.id === "undo") {
    undo(event);
  }
});

/** Takes back what was said of a claim that is on the page, without loading it again. */
function undo(event) {
  const there = card(event.submitter?.dataset.claim);
  if (!there) return;
  event.preventDefault();
  sent.set(there.id, { undone: true });
  const values = Object.fromEntries(new FormData(event.target));
  htmx.ajax("POST", event.target.action, { target: there, swap: "outerHTML", values });
}

const concerned = (ctx) => ctx.target?.closest?.(".claim");

// A claim that waits for an answer takes no more keys.
document.addEventListener("htmx:before:request", ({ detail }) => {
  const there = concerned(detail.ctx);
  if (there) there.ariaBusy = "true";
});

// A page in the place of a card says what went wrong, or that one must log in.
document.addEventListener("htmx:after:request", (event) => {
  const { ctx } = event.detail;
  const there = concerned(ctx);
  const done = there && sent.get(there.id);
  if (done) done.status = ctx.response.status;
  if (!/^\s*<!doctype/i.test(ctx.text)) return;
  event.preventDefault();
  if (ctx.response.status < 400) return void location.assign(ctx.response.raw.url);
  const failure = new DOMParser().parseFromString(ctx.text, "text/html");
  tell(failure.querySelector("main p")?.textContent ?? "That was not taken.");
  release(there);
});
document.addEventListener("htmx:error", ({ detail }) => {
  tell("The server does not answer; nothing was kept.");
  release(concerned(detail.ctx));
});

function release(there) {
  if (!there) return;
  there.ariaBusy = null;
  sent.delete(there.id);
}

document.addEventListener("htmx:after:settle", ({ target, detail }) => {
  if (detail.task.type !== "main" || !target.matches?.(".claim")) return;
  const done = sent.get(target.id);
  sent.delete(target.id);
  setTimeout(() => settle(target, done));
});

function settle(there, done) {
  if (done?.decides && done.status < 400) {
    announce(there);
    become(there);
    afterwards(there);
  } else if (done) {
    go(there);
    if (done.undone) announce(there, "as it was");
  } else {
    become(there);
    there.scrollIntoView({ block: "nearest" });
    const field = there.querySelector('.correcting [name="words"], .noting textarea') ?? there;
    if (!giveWaiting(there)) field.focus({ preventScroll: true });
  }
}

/** After a verdict comes the next claim that nobody reviewed, if one is below, or just the next. */
function afterwards(there) {
  const below = cards().slice(cards().indexOf(there) + 1);
  const next = below.find((each) => each.dataset.state === "unreviewed") ?? below[0];
  if (next) go(next);
  else go(there);
}

function announce(there, state = there.dataset.state) {
  document.querySelector("#told .done-here")?.remove();
  const undo = document.createElement("button");
  undo.textContent = "Undo";
  undo.addEventListener("click", () => root.querySelector("#undo [data-key]")?.click());
  const sentence = tell(`${there.id}: ${state}. `);
  sentence.classList.add("done-here");
  if (root.querySelector("#undo [data-key]")) sentence.append(undo);
}

// The start.

function start() {
  for (const button of root.querySelectorAll("[data-key][hidden]")) button.hidden = false;
  for (const pane of root.querySelectorAll(".text-of")) {
    if (pane.scrollHeight > pane.clientHeight + 1) pane.tabIndex = 0;
  }
  const asked = /^#(c\d+)(-word)?$/.exec(location.hash)?.[1];
  if (asked && !card(asked) && root.querySelector(".pager")) {
    location.replace(`?claim=${asked}#${asked}`);
    return;
  }
  const first = card(asked) ?? cards().find((each) => each.dataset.state === "unreviewed") ?? cards()[0];
  if (!first) return;
  if (asked) go(first);
  else become(first);
}

choose({ root, current: () => card(current), become });
start();
