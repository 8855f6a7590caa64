// Names that are spelt almost as what someone asked for, as searches: one may be what was meant.

const SHORTEST = 4; // letters: of shorter words too many are alike
const LETTERS_A_SLIP = 4; // a word of eight letters may have two slips
const SHOWN = 4;

/** Shows in `place` the names that are near the words; where there is none, `place` stays hidden. */
export function showNear(place, words, names) {
  const links = near(words, names).flatMap((name) => [" · ", searchFor(name)]);
  place.replaceChildren("Spelt almost like this: ", ...links.slice(1));
  place.hidden = !links.length;
}

function searchFor(name) {
  const link = document.createElement("a");
  link.href = `?${new URLSearchParams({ q: name })}`;
  link.textContent = name;
  return link;
}

/** The names of which a word is nearest to a word that is asked for, the nearest first. */
function near(words, names) {
  const asked = wordsOf(words).filter(({ length }) => length >= SHORTEST);
  const slips = names.map((name) => [name, fewestSlips(asked, wordsOf(name))]);
  const close = slips.filter(([, count]) => count < Infinity).sort(([, a], [, b]) => a - b);
  return close.slice(0, SHOWN).map(([name]) => name);
}

function wordsOf(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function fewestSlips(asked, known) {
  const counts = asked.flatMap((word) => {
    const most = Math.floor(word.length / LETTERS_A_SLIP);
    const alike = known.filter((it) => Math.abs(it.length - word.length) <= most);
    return alike.map((it) => slipsBetween(word, it)).filter((count) => count <= most);
  });
  return Math.min(...counts);
}

/** Letters to add, leave out, put for another or swap with the next (optimal string alignment). */
function slipsBetween(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? rows[i - 2][j - 2] + 1 : Infinity;
      rows[i][j] = Math.min(changed, swapped, rows[i - 1][j] + 1, rows[i][j - 1] + 1);
    }
  }
  return rows[a.length][b.length];
}
