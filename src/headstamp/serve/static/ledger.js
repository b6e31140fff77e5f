// The ledger's page beyond its links: addresses copied, views saved in the browser.

import { tell } from "./workbench.js";

const SAVED = "headstamp.views";

const saved = () => {
  try {
    const found = JSON.parse(localStorage.getItem(SAVED) ?? "[]");
    return found.filter(({ name, query }) => typeof name === "string" && /^\?/.test(query));
  } catch {
    return [];
  }
};
const save = (views) => localStorage.setItem(SAVED, JSON.stringify(views));

/** The view that is seen: its filters and order, without the page. */
function seen() {
  const asked = new URLSearchParams(location.search);
  for (const name of ["after", "before"]) asked.delete(name);
  return `?${asked}`;
}

function showSaved() {
  const list = document.querySelector("#saved ul");
  document.getElementById("copy")?.removeAttribute("hidden");
  if (!list) return;
  document.getElementById("saved").hidden = false;
  list.replaceChildren(...saved().map(entry));
}

function entry({ name, query }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const name_of = document.createElement("bdi");
  name_of.textContent = name;
  link.append(name_of);
  link.href = `/${query}`;
  if (query === seen()) link.setAttribute("aria-current", "true");
  const forget = document.createElement("button");
  forget.className = "plain";
  forget.dataset.forget = name;
  forget.textContent = "×";
  forget.setAttribute("aria-label", `Forget ${name}`);
  item.append(link, forget);
  return item;
}

document.addEventListener("submit", (event) => {
  if (!event.target.closest("#saved")) return;
  event.preventDefault();
  const field = document.getElementById("view-name");
  const name = field.value.trim();
  if (!name) return;
  save([...saved().filter((view) => view.name !== name), { name, query: seen() }]);
  field.value = "";
  showSaved();
  tell(`Saved as ${name}.`);
});

document.addEventListener("click", async (event) => {
  const forget = event.target.closest("[data-forget]");
  if (forget) {
    save(saved().filter((view) => view.name !== forget.dataset.forget));
    showSaved();
  } else if (event.target.closest("#copy")) {
    try {
      await navigator.clipboard.writeText(location.href);
      tell("The address of this view is copied.");
    } catch {
      tell("This browser lets no page copy: take the address from its bar.");
    }
  } else if (!event.target.closest("#export")) {
    document.getElementById("export")?.removeAttribute("open");
  }
});

document.addEventListener("keydown", (event) => {
  const menu = document.getElementById("export");
  if (event.key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// Fields that are empty ask for nothing, so the address need not name them.
document.addEventListener("htmx:config:request", (event) => {
  const { request } = event.detail.ctx;
  if (request.method !== "GET" || !event.target.matches("form")) return;
  for (const [name, value] of [...request.body]) if (!value) request.body.delete(name);
});

// What cannot be asked for is told on a page of its own.
document.addEventListener("htmx:before:response", (event) => {
  const { request, response } = event.detail.ctx;
  if (response.status < 400) return;
  event.preventDefault();
  if (event.target.matches("a, form")) location.assign(request.action);
});

document.addEventListener("htmx:after:swap", showSaved);
showSaved();
