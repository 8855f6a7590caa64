// The search page. What is asked stands in the address, so that a search can be kept, sent and
// come back to; while someone types, the address is replaced, and Back leaves the search at once.

import { allNames, count, find, isEmpty } from "./search-index.js";
import { facetsFrom, foldFacets, openFacets, showFacets } from "./search-facets.js";
import { showNear } from "./search-near.js";
import { showResults } from "./search-results.js";

const PAUSE = 150; // milliseconds without a key after which someone has typed a word

const form = document.querySelector("[data-search]");
const facets = document.querySelector("[data-search-facets]");
const status = document.querySelector("[data-search-status]");
const hint = document.querySelector("[data-search-hint]");
const nothing = document.querySelector("[data-search-nothing]");
const close = document.querySelector("[data-search-near]");
const clear = document.querySelector("[data-search-clear]");
const list = document.querySelector("[data-search-results]");
const words = form.elements.q;

let asked = 0; // searches so far: an answer that a later question overtook is not shown
let counted = 0; // times that facets were counted so far, for the same reason
let shown; // the question whose results stand there, while no other is asked
let pause;

function askedInAddress() {
  const address = new URLSearchParams(location.search);
  return {
    words: address.get("q") ?? "",
    order: address.get("order") ?? "",
    from: address.get("from") ?? "",
    to: address.get("to") ?? "",
    facets: facetsFrom(address),
  };
}

function askedInForm() {
  const sent = new URLSearchParams(new FormData(form));
  const [words, ...rest] = ["q", "order", "from", "to"].map((name) => sent.get(name));
  const [order, from, to] = rest;
  return { words, order, from, to, facets: facetsFrom(sent) };
}

function writeAddress({ words, order, from, to, facets }) {
  const address = new URLSearchParams();
  if (words.trim()) address.set("q", words.trim());
  for (const [name, value] of Object.entries({ order, from, to })) {
    if (value) address.set(name, value);
  }
  for (const [facet, values] of facets) {
    for (const value of values) address.append(facet, value);
  }
  history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
}

async function answer(question) {
  const number = ++asked;
  shown = null;
  if (!isEmpty(question)) status.textContent ||= "Searching …";
  let results;
  try {
    results = await find(question);
  } catch (error) {
    status.textContent = "The search index could not be loaded.";
    throw error;
  }
  if (number !== asked) return;
  const isWanted = () => number === asked;
  const isByDate = question.order === "newest" || !question.words.trim();
  await showResults(list, results, { isByDate, isWanted });
  if (!isWanted()) return;
  const isNothing = !results.length && !isEmpty(question);
  hint.hidden = !isEmpty(question);
  nothing.hidden = !isNothing;
  close.hidden = true;
  clear.hidden = !question.facets.size && !question.from && !question.to;
  status.textContent = isEmpty(question) ? "" : told(results.length, question.words.trim());
  shown = question;
  await Promise.all([showCounts(), isNothing && question.words.trim() && showNearNames(question)]);
}

async function showNearNames(question) {
  const names = await allNames();
  if (shown === question) showNear(close, question.words, names);
}

async function showCounts() {
  const [question, number] = [shown, ++counted];
  const counts = await count(question, openFacets(facets));
  if (shown === question && counted === number) showFacets(facets, counts, question.facets, form.id);
}

function told(count, words) {
  const what = count === 1 ? "1 result" : `${count || "No"} results`;
  const quoted = /^["“„«].*["”“»]$/u.test(words) ? words : `“${words}”`;
  return words ? `${what} for ${quoted}` : what;
}

function ask() {
  clearTimeout(pause);
  const question = askedInForm();
  writeAddress(question);
  return answer(question);
}

function whenUnfolded({ target }) {
  if (shown && target.open && target.matches(".facet")) showCounts();
}

form.addEventListener("input", (event) => {
  clearTimeout(pause);
  pause = setTimeout(ask, event.target === words ? PAUSE : 0);
});
facets.addEventListener("change", ask);
facets.addEventListener("toggle", whenUnfolded, true);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
clear.addEventListener("click", () => {
  for (const box of facets.querySelectorAll(":checked")) box.checked = false;
  form.elements.from.value = form.elements.to.value = "";
  ask();
  words.focus();
});

// The arrows go from the box through the results and back, Esc from a result to the box.
document.addEventListener("keydown", (event) => {
  const from = event.target;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Escape" && list.contains(from)) words.focus();
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [words, ...list.querySelectorAll("a")];
  const here = stops.indexOf(from);
  const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
});

const question = askedInAddress();
if (words.value) {
  question.words = words.value; // typed before this script was here
  writeAddress(question);
}
words.value = question.words;
for (const name of ["order", "from", "to"]) form.elements[name].value = question[name];
foldFacets(facets, question.facets);
showFacets(facets, {}, question.facets, form.id); // so that typing on keeps what was chosen
answer(question);
