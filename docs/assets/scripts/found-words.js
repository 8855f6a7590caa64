// On a page that a search found: the words are marked, as they were in the result. They stand in the
// address, so that a reload keeps them; Esc takes them away. Nothing in the page is changed for it.

const MOST = 500; // marks: a word that stands everywhere marks nothing

const address = new URL(location);
const words = address.searchParams.getAll("found");

/** What a word is looked for as: marks of the keyboard stand for those of print. */
function pattern(word) {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
  return escaped.replace(/['’ʼ]/gu, "['’ʼ]").replace(/[-‐‑–]/gu, "[-‐‑–]");
}

function* found(expression) {
  for (const place of document.querySelectorAll(".head, .text, .dossier, .notes-whole")) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const { index, 0: hit } of texts.currentNode.data.matchAll(expression)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + hit.length);
        yield range;
      }
    }
  }
}

function forget(event) {
  if (event.key !== "Escape") return;
  CSS.highlights.delete("found");
  address.searchParams.delete("found");
  history.replaceState(null, "", address);
  removeEventListener("keydown", forget);
}

if (words.length && globalThis.Highlight) {
  const any = words.map(pattern).join("|");
  const ranges = [...found(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "giu"))];
  CSS.highlights.set("found", new Highlight(...ranges.slice(0, MOST)));
  addEventListener("keydown", forget);
}
