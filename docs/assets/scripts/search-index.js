// What Pagefind finds, and how much of it lies under each value of a facet.
//
// The index comes in pieces: the newest beside `pagefind.js`, others in folders that `pieces.json`
// lists. Each is searched, and Pagefind puts what they found together.

import { telling } from "./search-common.js";
import { cyrillic } from "./search-cyrillic.js";
import { FACETS } from "./search-facets.js";

// `pagefind.js` looks for its files beside itself: the search works wherever the site lies.
const PAGEFIND = new URL("../../pagefind/pagefind.js", import.meta.url);

// A name of an actor or topic is what readers search for most; Pagefind gives a title 5. Notes are
// found by the title of what they are on, and ranked by their own words: it comes before them.
const RANKING = { metaWeights: { title: 5, names: 8, about: 0 } };

const OPTIONS = { baseUrl: "/", ranking: RANKING }; // addresses from the site's root

let loading; // Pagefind, once someone asks

async function load() {
  const [pagefind, names] = await Promise.all([import(PAGEFIND), pieces()]);
  await pagefind.options(OPTIONS);
  const folder = (name) => new URL(`${name}/`, PAGEFIND).href;
  await Promise.all(names.map((name) => pagefind.mergeIndex(folder(name), OPTIONS)));
  return pagefind;
}

async function pieces() {
  const answer = await fetch(new URL("pieces.json", PAGEFIND), { cache: "no-cache" });
  return answer.json();
}

async function loaded() {
  loading ??= load();
  return loading;
}

const FEW = 3; // results below which other spellings are tried

export function isEmpty({ words, facets, from, to }) {
  return !words.trim() && !facets.size && !from && !to;
}

export async function find(question) {
  if (isEmpty(question)) return [];
  const { results } = await search(question);
  if (results.length < FEW) results.push(...(await inOtherLetters(question, results)));
  return question.words.trim() && question.order !== "newest" ? results : newestFirst(results);
}

/** What the same words find in Cyrillic letters. */
async function inOtherLetters(question, results) {
  const known = new Set(results.map(({ id }) => id));
  const others = await Promise.all(
    cyrillic(question.words).map((words) => search({ ...question, words })),
  );
  const found = others.flatMap(({ results }) => results);
  return found.filter(({ id }) => !known.has(id) && known.add(id));
}

// How many results each value of the named facets has. The files of facets are large, the more so
// the more values one has: those of a facet are loaded when it is counted for the first time.
export async function count(question, names) {
  if (!names.length) return {};
  const pagefind = await loaded();
  const wanted = Object.fromEntries(names.map((name) => [name, []]));
  await pagefind.preload(asTerm(question.words), { filters: wanted });
  const { filters } = await search(question);
  const counts = Object.fromEntries(names.map((name) => [name, filters[name] ?? {}]));
  // Where one of several values is enough, each other value is counted as if it were chosen instead.
  for (const { name, needsAll } of FACETS) {
    if (needsAll || !names.includes(name) || !question.facets.has(name)) continue;
    const facets = new Map([...question.facets].filter(([facet]) => facet !== name));
    counts[name] = (await search({ ...question, facets })).filters[name] ?? {};
  }
  return counts;
}

/** The names of all actors and topics. Their files are loaded when this is first asked. */
export async function allNames() {
  const { actor = {}, topic = {} } = await (await loaded()).filters();
  return [...new Set([...Object.keys(actor), ...Object.keys(topic)])];
}

async function search(question) {
  const pagefind = await loaded();
  return pagefind.search(asTerm(question.words), { filters: asFilters(question) });
}

// The name of an entry begins with its place by date. (Pagefind's own order is one of each piece.)
function newestFirst(results) {
  return [...results].sort((a, b) => (a.id < b.id ? 1 : -1));
}

// Pagefind takes a phrase in straight quotation marks; `null` asks for everything.
function asTerm(words) {
  return telling(words.trim().replace(/[“”„«»]/gu, '"')) || null;
}

function asFilters({ facets, from, to }) {
  const filters = {};
  for (const { name, needsAll } of FACETS) {
    if (facets.has(name)) filters[name] = { [needsAll ? "all" : "any"]: facets.get(name) };
  }
  if (from || to) filters.year = { any: yearsFrom(from, to, facets.get("year")) };
  return filters;
}

/** The years of a range, of those that were chosen one by one if any were. */
function yearsFrom(from, to, chosen) {
  const { min, max } = document.getElementById("search-from");
  const [first, last] = [Math.max(from || min, min), Math.min(to || max, max)];
  const range = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String(first + at));
  const years = chosen ? range.filter((year) => chosen.includes(year)) : range;
  return years.length ? years : ["none"]; // to Pagefind, no value would mean any
}
