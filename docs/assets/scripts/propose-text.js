// The plain text of a page's text: the same, character for character, as the program searches for
// quotes (`text/document.py`) and as `data/articles.jsonl` gives.

/** What stands between two texts where such an element begins or ends; the widest one wins. */
const GAPS = new Map();
for (const name of "p blockquote pre table ul ol hr h1 h2 h3 h4 h5 h6".split(" ")) GAPS.set(name, "\n\n");
for (const name of "li tr thead tbody br".split(" ")) GAPS.set(name, "\n");
for (const name of "td th".split(" ")) GAPS.set(name, "\t");

/** The text below `root` without the notes in its margin, and where each of its nodes begins. */
export function readText(root) {
  const pieces = [];
  const nodes = [];
  let length = 0;
  let gap = "";

  function add(words) {
    pieces.push(words);
    length += words.length;
  }

  function walk(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (length) add(gap);
      gap = "";
      nodes.push({ node, start: length });
      add(node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      widen(node);
      node.childNodes.forEach(walk);
      widen(node);
    }
  }

  function widen(element) {
    const own = GAPS.get(element.localName) ?? "";
    if (own > gap) gap = own;
  }

  // What stands directly in the root is white space between its blocks.
  [...root.children].filter((block) => !block.matches(".margin")).forEach(walk);
  return { plain: pieces.join(""), nodes };
}

/** The stretch of the text that a selection covers, or `null`. */
export function stretchOf({ nodes }, range) {
  let start = -1;
  let end = -1;
  for (const { node, start: at } of nodes) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (to <= from) continue;
    if (start < 0) start = at + from;
    end = at + to;
  }
  return end > start ? { start, end } : null;
}
