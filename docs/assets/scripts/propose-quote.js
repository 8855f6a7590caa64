// The quotation that leads back to a stretch of a text and nowhere else, by the rules that the check
// has (`text/words.py`, `linking/anchors.py`, `linking/quoting.py`): whole words, and no more beside
// them than tells them apart.

const LETTER = "[\\p{L}\\p{N}\\p{M}_]";
const JOINER = "['’ʼ‘‛′`´＇\\-‐‑\\u00ad\\u200b-\\u200d\\u2060\\ufeff]";
const WORD = new RegExp(
  `(?:(?<!${LETTER})[-−+](?=\\p{Nd}))?` +
    `(?:\\p{Nd}{1,3}(?:[ \\u00a0\\u2009\\u202f]\\p{Nd}{3})+(?!\\p{Nd})|${LETTER}+)` +
    `(?:${JOINER}+${LETTER}+|(?<=\\p{Nd})[.,:/]\\p{Nd}+)*(?:(?<=\\p{Nd})%)?`,
  "gu",
);
const ELLIPSIS = /\s*\[(?:…|\.\.\.)\]\s*/u;
const LONGEST = 1000; // characters that are quoted word for word
const END_WORDS = [12, 24, 48]; // words of each end of a longer stretch
const CONTEXTS = [1, 2, 3, 5, 8, 13, 21, 34]; // words before or after that are tried
const WINDOW = 600; // characters in which those are looked for
const MOST_HITS = 1000; // a quote that fits so many places fits no one of them

/** The words and numbers of a text: `[start, end]` of each. */
function wordsIn(text) {
  return [...text.matchAll(WORD)].map((word) => [word.index, word.index + word[0].length]);
}

/** A stretch without white space at its edges, widened to whole words; `null` if nothing is left. */
export function wholeWords(plain, { start, end }) {
  const chosen = plain.slice(start, end);
  let first = start + chosen.length - chosen.trimStart().length;
  let last = start + chosen.trimEnd().length;
  if (first >= last) return null;
  for (const [from, to] of wordsIn(plain)) {
    if (from < first && first < to) first = from;
    if (from < last && last < to) last = to;
  }
  return { start: first, end: last };
}

/** `{exact, prefix, suffix}` for a stretch of whole words; `null` if no few words tell it apart. */
export function quotationAt(plain, { start, end }) {
  const text = { plain, cuts: cutsIn(plain) };
  const words = plain.slice(start, end);
  const exacts = words.length <= LONGEST ? [words] : endsOf(words);
  for (const exact of exacts) {
    const found = toldApart(exact, text, { start, end });
    if (found) return found;
  }
  return null;
}

/** Where a cut would go through a word: 1 for each such offset. */
function cutsIn(plain) {
  const cuts = new Uint8Array(plain.length + 1);
  for (const [from, to] of wordsIn(plain)) cuts.fill(1, from + 1, to);
  return cuts;
}

function endsOf(words) {
  const middle = Math.floor(words.length / 2);
  const first = wordsIn(words.slice(0, middle));
  const last = wordsIn(words.slice(middle));
  return END_WORDS.filter((count) => count < Math.min(first.length, last.length)).map(
    (count) => `${words.slice(0, first[count - 1][1])} […] ${words.slice(middle + last.at(-count)[0])}`,
  );
}

function toldApart(exact, text, { start, end }) {
  const hits = stretches(text, exact.trim().split(ELLIPSIS).filter((part) => folded(part)));
  if (hits.length >= MOST_HITS) return null;
  const others = hits.filter((hit) => hit.start !== start || hit.end !== end);
  if (others.length === hits.length) return null;
  for (const [prefix, suffix] of contexts(text.plain, start, end)) {
    if (!others.some((hit) => fits(text.plain, hit, prefix, suffix))) return { exact, prefix, suffix };
  }
  return null;
}

/** Every stretch that reads as the parts, in order, with anything between them. */
function stretches(text, parts) {
  let found = parts.length ? hitsOf(text, parts[0]) : [];
  for (const part of parts.slice(1)) {
    const ends = hitsOf(text, part);
    const joined = new Map();
    for (const { start, end } of found) {
      for (const last of ends) {
        if (last.start >= end && joined.size < MOST_HITS) joined.set(`${start} ${last.end}`, { start, end: last.end });
      }
    }
    found = [...joined.values()];
  }
  return found;
}

function hitsOf({ plain, cuts }, words) {
  const hits = [];
  for (let at = plain.indexOf(words); at >= 0 && hits.length < MOST_HITS; at = plain.indexOf(words, at + 1)) {
    if (!cuts[at] && !cuts[at + words.length]) hits.push({ start: at, end: at + words.length });
  }
  return hits;
}

function fits(plain, { start, end }, prefix, suffix) {
  const before = plain.slice(Math.max(0, start - 2 * prefix.length - 20), start);
  const after = plain.slice(end, end + 2 * suffix.length + 20);
  return folded(before).endsWith(folded(prefix)) && folded(after).startsWith(folded(suffix));
}

/** Prefixes and suffixes to try: none, then more and more words on one side and on both. */
function* contexts(plain, start, end) {
  yield ["", ""];
  const from = Math.max(0, start - WINDOW);
  const to = Math.min(plain.length, end + WINDOW);
  let before = wordsIn(plain.slice(from, start)).map(([at]) => from + at);
  let after = wordsIn(plain.slice(end, to)).map(([, at]) => end + at);
  before = from ? before.slice(1) : [...new Set([0, ...before])].filter((at) => at < start);
  after = to < plain.length ? after.slice(0, -1) : [...new Set([...after, to])].filter((at) => at > end);
  for (const count of CONTEXTS) {
    const prefix = before.length ? settled(plain.slice(before.at(-count) ?? before[0], start)) : "";
    const suffix = after.length ? settled(plain.slice(end, after[count - 1] ?? after.at(-1))) : "";
    if (suffix) yield ["", suffix];
    if (prefix) yield [prefix, ""];
    if (prefix && suffix) yield [prefix, suffix];
  }
}

function settled(words) {
  return words.trim().split(/\s+/u).join(" ");
}

/** What is left when typography is taken away (`text/folding.py`). */
function folded(words) {
  return words
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff\u180e\u061c\u034f]/gu, "")
    .normalize("NFC")
    .replace(/[‘’‚‛′ʼ`´＇]/gu, "'")
    .replace(/[“”„‟″«»＂]/gu, '"')
    .replace(/[‐‑‒–—―−﹣－]/gu, "-")
    .replaceAll("…", "...")
    .replace(/\s+/gu, " ")
    .trim();
}
