// Words that stand in nearly every text: where others are asked for as well, these tell nothing, and
// Pagefind would load every place where they stand.

const COMMON = {
  de: "am an auf aus bei das dem den der des die ein eine für im in mit nach und von vor zu zum zur",
  en: "a an and as at by for from in is of on or that the to was with",
  fr: "à au aux dans de des du en et la le les ou par pour que sur un une",
  ru: "в во до за и из к на о об от по с со у что",
  uk: "в до з за зі й і із на о от по про та у що",
};

const list = COMMON[document.documentElement.lang.split("-")[0]] ?? "";
const common = new Set(list.split(" "));

/** The words of a question without the common ones, but for a phrase, and where nothing is left. */
export function telling(words) {
  if (words.includes('"')) return words;
  const others = words.split(/\s+/u).filter((word) => !isCommon(word));
  return others.length ? others.join(" ") : words;
}

/** Whether a word is common as it is written: `The` is, and the `A` of a plan is not. */
function isCommon(word) {
  return common.has(word) || (word.length > 1 && common.has(word[0].toLowerCase() + word.slice(1)));
}
