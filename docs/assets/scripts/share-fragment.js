// The part of an address that names words of a page, so that a browser shows them
// (https://wicg.github.io/scroll-to-text-fragment/). A browser takes the first place that fits, by whole
// words and whatever their case; `start,end` may run over paragraphs, all else lies within one.

const LETTER = "[\\p{L}\\p{N}\\p{M}_'’-]";
const INTO = new RegExp(`${LETTER}+$`, "u");
const ON = new RegExp(`^${LETTER}+`, "u");
const LONGEST = 200; // characters that are named word for word
const ENDS = [4, 6, 9, 13, 20]; // words of each end of what is longer
const CONTEXTS = [1, 2, 3, 5, 8, 13]; // words before and after that are tried

/**
 * `text=…` for words of a page, given with all that stands before and after them; paragraphs end with
 * a line feed. The words are widened to whole ones. Where nothing tells them apart, the first place
 * that fits is shown. Nothing where there are no words.
 */
export function fragmentFor(before, words, after) {
  const place = wholeWords(before, words, after);
  if (!place) return "";
  const isShort = place.whole.length <= LONGEST && !place.whole.includes("\n");
  const tries = isShort ? [[settled(place.whole)]] : endsOf(place.whole);
  const { named, prefix, suffix } = firstThatFits(tries, place) ?? { named: tries.at(-1) };
  const parts = [prefix && `${encoded(prefix)}-`, ...named.map(encoded), suffix && `-${encoded(suffix)}`];
  return `text=${parts.filter(Boolean).join()}`;
}

/** The words without space around them, widened to whole ones, and what stands around these. */
function wholeWords(before, words, after) {
  const trimmed = words.trim();
  if (!trimmed) return null;
  const start = before.length + words.indexOf(trimmed);
  const lead = before.length === start ? (before.match(INTO)?.[0] ?? "") : "";
  const rest = words.endsWith(trimmed) ? (after.match(ON)?.[0] ?? "") : "";
  const whole = lead + trimmed + rest;
  const from = start - lead.length;
  const page = before + words + after;
  return { before: page.slice(0, from), whole, after: page.slice(from + whole.length) };
}

/** The first words of the first paragraph with the last ones of the last, few and more. */
function endsOf(whole) {
  const paragraphs = whole.split("\n").map(wordsOf).filter((words) => words.length);
  return ENDS.map((count) => [
    paragraphs[0].slice(0, count).join(" "),
    paragraphs.at(-1).slice(-count).join(" "),
  ]);
}

/** What is named, with the least before and after it, so that a browser finds that place first. */
function firstThatFits(tries, { before, whole, after }) {
  const page = settled(before + whole + after).toLowerCase();
  const [leading, trailing] = [gap(before.at(-1)), gap(after[0])];
  const start = settled(before).length + (before.trim() && leading).length;
  const end = start + settled(whole).length;
  const ahead = wordsOf(before.slice(before.lastIndexOf("\n") + 1));
  const behind = wordsOf(after.split("\n", 1)[0]);
  for (const [prefix, suffix] of contexts(ahead, behind)) {
    for (const named of tries) {
      const found = firstPlace(page, prefix && prefix + leading, named, suffix && trailing + suffix);
      if (found?.start === start && found.end === end) return { named, prefix, suffix };
    }
  }
  return null;
}

function firstPlace(page, lead, [first, last], rest) {
  const [head, tail] = [lead + first + (last ? "" : rest), last && last + rest].map((it) => it?.toLowerCase());
  const at = page.indexOf(head);
  if (at < 0) return null;
  const start = at + lead.length;
  if (!last) return { start, end: start + first.length };
  const ending = page.indexOf(tail, at + head.length);
  return ending < 0 ? null : { start, end: ending + last.length };
}

/** What stands for a character between two words where the page is one line. */
function gap(character) {
  return character && !character.trim() ? " " : "";
}

function* contexts(ahead, behind) {
  yield ["", ""];
  for (const count of CONTEXTS) {
    const prefix = ahead.slice(-count).join(" ");
    const suffix = behind.slice(0, count).join(" ");
    if (prefix) yield [prefix, ""];
    if (suffix) yield ["", suffix];
    if (prefix && suffix) yield [prefix, suffix];
  }
}

function wordsOf(text) {
  return text.split(/\s+/u).filter(Boolean);
}

function settled(text) {
  return wordsOf(text).join(" ");
}

/** `-` and `,` and `&` mean something in a directive. */
function encoded(words) {
  return encodeURIComponent(words).replaceAll("-", "%2D");
}
