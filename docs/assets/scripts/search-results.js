// The results, ten at a time.

const AT_A_TIME = 10;

const more = document.querySelector("[data-search-more]");

// Shows the first results in `list`, by kind if they are not by date, and arms the button for the
// next, while `isWanted()` holds.
export async function showResults(list, results, { isByDate, isWanted }) {
  const first = await itemsOf(results.slice(0, AT_A_TIME));
  if (!isWanted()) return;
  list.replaceChildren(...(isByDate ? [listOf(first)] : groupsOf(first)));
  more.hidden = results.length <= AT_A_TIME;
  more.onclick = async () => {
    const shown = list.querySelectorAll(".result").length;
    const next = await itemsOf(results.slice(shown, shown + AT_A_TIME));
    if (!isWanted()) return;
    list.append(listOf(next));
    more.hidden = shown + next.length >= results.length;
    next[0].querySelector("a").focus();
  };
}

function listOf(items) {
  const made = document.createElement("ol");
  made.append(...items);
  return made;
}

// The kinds in the order of their best result, each with its results; one kind alone needs no name.
function* groupsOf(items) {
  const kinds = Map.groupBy(items, (item) => item.dataset.kind);
  for (const [kind, its] of kinds) {
    if (kinds.size > 1) yield heading(`${kind}s`);
    yield listOf(its);
  }
}

function heading(text) {
  const made = document.createElement("h2");
  made.className = "result-group";
  made.textContent = text;
  return made;
}

async function itemsOf(results) {
  return Promise.all(results.map(async (result) => item(await result.data(), result)));
}

function item({ url, meta, filters, ...found }, { matchedMetaFields = [] }) {
  const made = document.createElement("li");
  made.className = "result";
  const [kind] = filters.kind;
  made.dataset.kind = kind;
  const title = document.createElement("a");
  title.href = addressOf(url, found.excerpt);
  title.lang = filters.language[0];
  title.textContent = meta.note ? `On “${meta.about}”` : meta.title;
  made.append(
    line("result-kind", ...kindOf(kind, meta)),
    line("result-title", title),
  );
  const details = [meta.type, meta.date, meta.outlet ?? meta.by].filter(Boolean);
  if (details.length) made.append(line("result-details", details.join(" · ")));
  if (matchedMetaFields.includes("names") && !matchedMetaFields.includes("title")) {
    made.append(line("result-names", `Also named ${namesBeside(meta)}`));
  }
  const text = line("result-excerpt", ...excerptOf(found));
  text.lang = filters.language[0];
  made.append(text);
  return made;
}

// What it is; of a note that is not current, that too.
function kindOf(kind, { note, status }) {
  if (!note) return [kind];
  const told = `${kind}: ${note.toLowerCase()}`;
  if (!status) return [told];
  const state = document.createElement("strong");
  state.className = "note-state";
  state.textContent = status[0].toUpperCase() + status.slice(1);
  return [told, " ", state];
}

// From `search/` to an address from the root, with the words to be marked there. Pagefind ends each
// address with a slash, places in pages too.
function addressOf(url, excerpt) {
  const [page, place] = url.split("#");
  const words = new Set([...excerpt.matchAll(/<mark>(.*?)<\/mark>/gu)].map(([, word]) => plain(word)));
  const found = new URLSearchParams([...words].filter(Boolean).map((word) => ["found", word]));
  return `..${page}${found.size ? `?${found}` : ""}${place ? `#${place.replace(/\/$/u, "")}` : ""}`;
}

// A word as Pagefind marks it: what stands before it, the word, and what stands after it.
function parts(marked) {
  return marked.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su).slice(1);
}

function plain(word) {
  return parts(word)[1].toLowerCase();
}

function namesBeside({ names, title }) {
  return names.split(" / ").filter((name) => name !== title).join(" · ");
}

function* excerptOf({ content, excerpt, plain_excerpt: plain }) {
  if (!content.startsWith(plain)) yield "…\u00a0";
  yield* marked(excerpt);
  if (!content.endsWith(plain)) yield "\u00a0…";
}

// Pagefind escapes `<` and `>` in a text and then marks words: every tag in an excerpt is a mark's.
function* marked(excerpt) {
  for (const [number, part] of excerpt.split(/<\/?mark>/u).entries()) {
    const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (number % 2) {
      const mark = document.createElement("mark");
      const [before, word, after] = parts(text);
      mark.textContent = word;
      yield* [before, mark, after];
    } else if (text) {
      yield text;
    }
  }
}

function line(className, ...content) {
  const made = document.createElement("p");
  made.className = className;
  made.append(...content);
  return made;
}
