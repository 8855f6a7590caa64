// The form for a note, in a dialogue over the article. It is taken from the contribute page.

import { today } from "./propose-file.js";
import { isKept, ready } from "./propose-form.js";
import { quotationAt, wholeWords } from "./propose-quote.js";
import { readText, stretchOf } from "./propose-text.js";

const TOO_COMMON = "These words stand here too often to be told apart. Select more of the passage.";

let dialogue;

/** Opens the form for a note on what `range` covers of `text`; on all of it where there is none. */
export async function openNote({ text, range, record, page }) {
  const quote = range && quoteOf(text, range);
  const key = `note.${record}`;
  dialogue ??= await made(page, record, key);
  const form = dialogue.querySelector("form");
  if (quote) setQuote(form, quote.exact ? quote : {});
  else if (!isKept(key)) setQuote(form, {});
  form.querySelector("[data-quoted]").lang = text.closest("[lang]").lang;
  showQuote(form, quote?.isTooCommon ? TOO_COMMON : "");
  form.elements.date.value = today();
  form.elements.by.value ||= __md_get("by") ?? "";
  dialogue.showModal();
  form.elements.body.focus();
}

function quoteOf(text, range) {
  const read = readText(text);
  const stretch = stretchOf(read, range);
  const words = stretch && wholeWords(read.plain, stretch);
  if (!words) return null;
  return quotationAt(read.plain, words) ?? { isTooCommon: true };
}

function setQuote(form, { exact = "", prefix = "", suffix = "" }) {
  form.elements["quote.exact"].value = exact;
  form.elements["quote.prefix"].value = prefix;
  form.elements["quote.suffix"].value = suffix;
}

function showQuote(form, fault) {
  const words = form.elements["quote.exact"].value;
  const quoted = form.querySelector("[data-quoted]");
  quoted.textContent = fault || words || "On the whole text. Select words in it to write on these alone.";
  quoted.classList.toggle("is-hint", Boolean(fault) || !words);
  form.elements.whole.value = words ? "" : "true";
  form.querySelector("[type=submit]").disabled = Boolean(fault);
}

async function made(page, record, key) {
  const answer = await fetch(page);
  if (!answer.ok) throw new Error(`${page}: ${answer.status}`);
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = document.importNode(parsed.querySelector("[data-note-form]").content, true).querySelector("form");
  form.dataset.path = record.replace(/\.md$/, ".notes/{id}.md");
  const box = document.createElement("dialog");
  box.className = "note-dialogue md-typeset";
  box.setAttribute("aria-labelledby", "note-dialogue-title");
  const title = Object.assign(document.createElement("h2"), { id: "note-dialogue-title", textContent: "Add a note" });
  box.append(title, form);
  document.body.append(box);
  form.querySelector("[data-close]").addEventListener("click", () => box.close());
  ready(form, key, {
    isTaken: (id) => document.getElementById(`note-${id}`),
    onDone: () => {
      setQuote(form, {});
      box.close();
    },
  });
  form.addEventListener("submit", () => __md_set("by", form.elements.by.value));
  return box;
}
