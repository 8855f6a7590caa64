// Narrows the passages on a dossier's page: what a value leads to stays, the rest is hidden. Values
// of different kinds narrow together, of one kind the last that was chosen holds. What is chosen
// stands in the address.

const box = document.querySelector("[data-narrowing]");
const status = box?.querySelector(".narrowed");
const appearances = [...document.querySelectorAll(".passages .appearance")];
const search = document.querySelector("[data-search-all]");
const found = search?.href; // what the search finds while nothing is chosen
const chosen = new Map(); // facet: the item of its value

/** The numbers, from 0 on, of the articles that have a value. */
function numbersOf({ dataset }) {
  return new Set(dataset.numbers.split(" ").map(Number));
}

function show() {
  const wanted = [...chosen.values()].map(numbersOf);
  for (const [number, appearance] of appearances.entries()) {
    appearance.hidden = !wanted.every((numbers) => numbers.has(number));
  }
  for (const period of document.querySelectorAll(":is(.year-of-passages, .month):has(.appearance)")) {
    period.hidden = !period.querySelector(".appearance:not([hidden])");
  }
  for (const button of box.querySelectorAll("button[aria-pressed]")) {
    const item = button.closest("li");
    button.setAttribute("aria-pressed", chosen.get(item.parentElement.dataset.facet) === item);
  }
  if (search) search.href = [found, ...[...chosen].map(asked)].join("&");
  tell();
}

/** What is chosen, as the search has it in its address: by name. */
function asked([facet, item]) {
  return new URLSearchParams({ [facet]: item.querySelector(".value").firstChild.data.trim() });
}

function tell() {
  status.replaceChildren();
  if (!chosen.size) return;
  const left = appearances.filter((appearance) => !appearance.hidden).length;
  const all = document.createElement("button");
  all.type = "button";
  all.textContent = "Show all";
  all.addEventListener("click", () => {
    chosen.clear();
    write();
    show();
    box.querySelector("button").focus();
  });
  status.append(`${left} of ${appearances.length} articles shown. `, all);
}

function write() {
  const address = new URL(location);
  for (const { dataset } of box.querySelectorAll("[data-facet]")) {
    const value = chosen.get(dataset.facet)?.dataset.value;
    if (value) address.searchParams.set(dataset.facet, value);
    else address.searchParams.delete(dataset.facet);
  }
  history.replaceState(null, "", address);
}

function choose(item) {
  const { facet } = item.parentElement.dataset;
  if (chosen.get(facet) === item) chosen.delete(facet);
  else chosen.set(facet, item);
  write();
  show();
}

/** A value that was text beside its links becomes what narrows by it. */
function arm(item) {
  const text = item.querySelector(".value");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "value";
  button.append(...text.childNodes);
  button.addEventListener("click", () => choose(item));
  button.setAttribute("aria-pressed", "false");
  text.replaceWith(button);
  item.querySelector(".places").hidden = true;
}

function readAddress() {
  for (const [facet, value] of new URLSearchParams(location.search)) {
    const items = box.querySelectorAll(`[data-facet="${CSS.escape(facet)}"] > li`);
    const item = [...items].find((it) => it.dataset.value === value);
    if (item) chosen.set(facet, item);
  }
  if (!chosen.size) return;
  box.open = true;
  show();
}

if (box) {
  box.querySelectorAll("li").forEach(arm);
  readAddress();
}
