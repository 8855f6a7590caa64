// Links to copy: to selected words, to a note; and citations.

import { copy } from "./share-copy.js";
import { fragmentFor } from "./share-fragment.js";
import { offer, selectedRange, text } from "./selection.js";

const page = document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];

/** What readers see of the page before, in and after a range; paragraphs end with a line feed. */
function around(range) {
  const parts = ["", "", ""];
  let now = 0;

  function walk(node) {
    if (node.nodeType === Node.TEXT_NODE) return add(node);
    if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility()) return;
    const isInline = getComputedStyle(node).display.startsWith("inline");
    if (!isInline) parts[now] += "\n";
    node.childNodes.forEach(walk);
    if (!isInline) parts[now] += "\n";
  }

  function add(node) {
    const inside = range.intersectsNode(node);
    const start = !inside ? 0 : node === range.startContainer ? range.startOffset : 0;
    const end = inside && node === range.endContainer ? range.endOffset : node.length;
    if (inside && end > start) {
      parts[1] += parts[2]; // what lay between this node and the one before
      parts[2] = "";
      parts[0] += flowing(node.data.slice(0, start));
      parts[1] += flowing(node.data.slice(start, end));
      parts[2] += flowing(node.data.slice(end));
      now = 2;
    } else {
      parts[now] += flowing(node.data);
    }
  }

  walk(document.body);
  return parts;
}

/** Line feeds in the text of a paragraph are spaces. */
function flowing(data) {
  return data.replace(/\s+/gu, " ");
}

function linkWords(button) {
  const range = selectedRange();
  if (range) copy(`${page}#:~:${fragmentFor(...around(range))}`, button);
}

function button(label, run) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "copies";
  made.textContent = label;
  made.addEventListener("click", () => run(made));
  return made;
}

if (text) offer("Link to these words", "as-button", linkWords);

for (const note of document.querySelectorAll(".note[id]")) {
  const added = document.createElement("span");
  added.className = "in-place";
  added.append(" · ", button("Copy link", (made) => copy(`${page}#${note.id}`, made)));
  note.querySelector(":scope > .note-foot")?.append(added);
}

for (const form of document.querySelectorAll("[data-copy]")) {
  form.before(button("Copy", (made) => copy(form.textContent, made)));
}
