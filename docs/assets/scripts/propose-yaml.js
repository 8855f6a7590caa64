// Front matter in the form that `postil fmt` leaves as it is, by the rules that it has
// (`editing/canonical.py`, `editing/yaml_text.py`).

const WIDTH = 92; // characters of a line beyond which a text is folded
const HIDDEN = /[^\P{C}\u200c\u200d]|[^\P{Z} \u00a0\u202f]/u; // what cannot stand as it is
const ESCAPED = /["\\]|(?! )[\p{C}\p{Z}]/gu;
const FIRST = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:]\S)/u; // how a text may begin that stands without quotes
const CORE =
  /^(?:|~|null|true|false|[-+]?\d+|0o[0-7]+|0x[0-9a-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.inf|\.nan)$/i;

/** The lines of a map of texts, `true`, lists and maps, each behind a margin. */
export function yaml(map, margin = "") {
  return Object.entries(map)
    .map(([key, value]) => {
      if (Array.isArray(value)) return `${margin}${key}:\n${value.map((item) => listed(item, `${margin}  `)).join("")}`;
      if (typeof value === "object") return `${margin}${key}:\n${yaml(value, `${margin}  `)}`;
      return `${margin}${key}: ${value === true ? value : text(value, margin)}\n`;
    })
    .join("");
}

function listed(item, margin) {
  const written = typeof item === "object" ? yaml(item, `${margin}  `).trimStart() : `${text(item, margin)}\n`;
  return `${margin}- ${written}`;
}

/** The texts of a set by the alphabet, small and capital letters alike. */
export function sorted(set) {
  const folded = (words) => words.toUpperCase().toLowerCase();
  const order = (one, other) => (one < other ? -1 : Number(one > other));
  return set.toSorted((one, other) => order(folded(one), folded(other)) || order(one, other));
}

function text(words, margin) {
  return block(words, `${margin}  `) ?? oneLine(words);
}

/** A long text, folded, or one of several lines, as it is. Nothing for any other. */
function block(words, margin) {
  const lines = words.split("\n");
  if (lines.some((line) => line !== line.trim() || HIDDEN.test(line)) || !lines[0] || !lines.at(-1)) return null;
  const folded = lines.length > 1 || words.includes("  ") ? [words] : wrapped(words);
  if (folded.length > 1) return `>-\n${folded.map((line) => margin + line).join("\n")}`;
  return lines.length > 1 ? `|-\n${lines.map((line) => (margin + line).trimEnd()).join("\n")}` : null;
}

function wrapped(words) {
  const lines = [];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && [...longer].length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function oneLine(words) {
  if (HIDDEN.test(words)) return `"${words.replace(ESCAPED, escaped)}"`;
  const means = !FIRST.test(words) || words !== words.trim() || /:$|: | #/.test(words) || CORE.test(words);
  return means ? `'${words.replaceAll("'", "''")}'` : words;
}

function escaped(char) {
  const short = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" }[char];
  const number = char.codePointAt(0).toString(16).toUpperCase();
  return short ?? (number.length > 4 ? `\\U${number.padStart(8, "0")}` : `\\u${number.padStart(4, "0")}`);
}
