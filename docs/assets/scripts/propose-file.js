// The answers of a form as a record's file: its path, its front matter and its text. A control's name
// is the key of its value; `body` is the text below, `id` the name of the file.

import { sorted, yaml } from "./propose-yaml.js";

const LONGEST_ID = 60;

/** `{path, text}` of the file that a form's answers make; `isTaken` tells of an id in use. */
export function fileOf(form, isTaken) {
  const { id, body = "", ...front } = answers(form);
  const { after, path, keys } = form.dataset;
  const written = { id: id ?? free(suggested(form, after.split(" ")), isTaken), year: front.published?.slice(0, 4) };
  return {
    path: path.replace(/\{(\w+)\}/g, (_, blank) => written[blank]),
    text: `---\n${yaml(settled(front, keys.split(" ")))}---\n${body && `\n${body}\n`}`,
  };
}

/** What was answered, by the names of the controls, which stand in each other where one has a dot. */
function answers(form) {
  const found = {};
  for (const control of form.querySelectorAll("[name]")) {
    const value = wellFormed(control.value.trim());
    const isTick = control.type === "checkbox";
    if (!value || (isTick && !control.checked)) continue;
    const [key, ...inner] = control.name.split(".");
    if (inner.length) (found[key] ??= {})[inner[0]] = value;
    else if (isTick) (found[key] ??= []).push(value);
    else if ("lines" in control.dataset) found[key] = value.split("\n").map((line) => line.trim()).filter(Boolean);
    else found[key] = control.name === "whole" ? true : value;
  }
  return found;
}

/** A source that is an address has a title: the words behind it, or else the address. */
function source(line) {
  const [, url, title] = /^(https?:\/\/\S+)\s*(.*)$/u.exec(line) ?? [];
  return url ? { url, title: title || url } : line;
}

/** The front matter in the order of the model's keys, of which those in braces are of sets. A quote
 * that needs nothing beside it is short. */
function settled(front, keys) {
  const { quote, sources } = front;
  if (quote && !quote.prefix && !quote.suffix) front.quote = quote.exact;
  if (sources) front.sources = sources.map(source);
  const found = {};
  for (const key of keys) {
    const name = key.replace(/[{}]/g, "");
    if (name in front) found[name] = name === key ? front[name] : sorted(front[name]);
  }
  return found;
}

/** An id of the first words that are in Latin letters; of day and minute where there are none. */
function suggested(form, names) {
  for (const name of names) {
    const id = slug(form.elements[name]?.value ?? "");
    if (id.length > 2) return id;
  }
  return `${form.dataset.form}-${today()}-${new Date().toTimeString().slice(0, 5).replace(":", "")}`;
}

function slug(words) {
  return words
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 6)
    .join("-")
    .slice(0, LONGEST_ID)
    .replace(/-$/, "");
}

function free(id, isTaken) {
  let number = 1;
  while (isTaken(number > 1 ? `${id}-${number}` : id)) number++;
  return number > 1 ? `${id}-${number}` : id;
}

/** The day where the reader is. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** A text that can stand in an address: without halves of characters. */
function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Words of another page as Markdown that shows them. */
export function escaped(words) {
  return words
    .replace(/[\\`*_[|]/g, "\\$&")
    .replace(/\{(?=[=>+~-])/g, "\\{")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/^\s*([#>]|[+-](?=\s))/gm, "\\$1")
    .replace(/^\s*(\d+)\.(?=\s)/gm, "$1\\.");
}
