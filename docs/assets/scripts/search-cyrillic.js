// A Latin spelling in Cyrillic letters, so that it finds originals: as Ukrainian (the national table
// of 2010) and as Russian (BGN/PCGN, as news writes it) would have it.

const SHARED = {
  shch: "щ", zh: "ж", kh: "х", ts: "ц", ch: "ч", sh: "ш", ya: "я", ia: "я", yu: "ю", iu: "ю",
  a: "а", b: "б", c: "ц", d: "д", e: "е", f: "ф", j: "й", k: "к", l: "л", m: "м", n: "н", o: "о",
  p: "п", q: "к", r: "р", s: "с", t: "т", u: "у", v: "в", w: "в", x: "кс", z: "з",
};
const UKRAINIAN = {
  ...SHARED, zgh: "зг", ye: "є", ie: "є", yi: "ї", g: "г", h: "г", i: "і", y: "и",
  iya: "ія", iye: "іє", iy: "ій", yy: "ий", skyi: "ський", skyy: "ський", skiy: "ський", sky: "ський",
};
const RUSSIAN = {
  ...SHARED, ye: "е", yo: "ё", g: "г", h: "х", i: "и", y: "ы",
  iya: "ия", iye: "ие", iy: "ий", yy: "ый", skyi: "ский", skyy: "ский", skiy: "ский", sky: "ский",
};

const LONGEST = 4; // letters in a table's key

function inLettersOf(table, words) {
  let written = "";
  for (let at = 0; at < words.length; ) {
    let length = LONGEST;
    while (length > 1 && !(words.slice(at, at + length) in table)) length--;
    const letters = words.slice(at, at + length);
    written += table[letters] ?? letters;
    at += length;
  }
  return written;
}

/** The Cyrillic spellings of words in Latin letters; none of any others. */
export function cyrillic(words) {
  const plain = words.toLowerCase();
  if (!/^[a-z'’" -]+$/u.test(plain) || !/[a-z]{3}/u.test(plain)) return [];
  return [...new Set([UKRAINIAN, RUSSIAN].map((table) => inLettersOf(table, plain)))];
}
