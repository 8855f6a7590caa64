// What Pagefind finds, and how much of it lies under each value of each facet.

import { FACETS } from "./search-facets.js";

// `pagefind.js` looks for its files beside itself: the search works wherever the site lies.
const PAGEFIND = new URL("../../pagefind/pagefind.js", import.meta.url);

// A name of an actor or topic is what readers search for most; Pagefind gives a title 5.
const RANKING = { metaWeights: { title: 5, names: 8 } };

let loading; // Pagefind and the number of entries under every facet, once someone asks

async function load() {
  const pagefind = await import(PAGEFIND);
  await pagefind.options({ baseUrl: "/", ranking: RANKING }); // addresses from the site's root
  return { pagefind, all: await pagefind.filters() };
}

export function isEmpty({ words, facets }) {
  return !words.trim() && !facets.size;
}

export async function find(question) {
  loading ??= load();
  const { pagefind, all } = await loading;
  if (isEmpty(question)) return { results: [], counts: all };
  const search = (facets) =>
    pagefind.search(asTerm(question.words), {
      filters: asFilters(facets),
      sort: question.words.trim() && question.order !== "newest" ? {} : { order: "asc" },
    });
  const found = await search(question.facets);
  const counts = { ...found.filters };
  // Where one of several values is enough, each other value is counted as if it were chosen instead.
  for (const { name, needsAll } of FACETS) {
    if (needsAll || !question.facets.has(name)) continue;
    const others = new Map([...question.facets].filter(([facet]) => facet !== name));
    counts[name] = isEmpty({ words: question.words, facets: others })
      ? all[name]
      : (await search(others)).filters[name];
  }
  return { results: found.results, counts };
}

// Pagefind takes a phrase in straight quotation marks; `null` asks for everything.
function asTerm(words) {
  return words.trim().replace(/[“”„«»]/gu, '"') || null;
}

function asFilters(facets) {
  const filters = {};
  for (const { name, needsAll } of FACETS) {
    if (facets.has(name)) filters[name] = { [needsAll ? "all" : "any"]: facets.get(name) };
  }
  return filters;
}
