// Before anything is painted: that scripts run, and the colours that the reader chose. And what the
// theme's script expects to find: where the site begins, and a memory of the reader's choices that
// two sites on one host do not share.

globalThis.__md_scope = new URL("../..", document.currentScript.src);

globalThis.__md_hash = (text) => {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  return hash;
};

globalThis.__md_get = (name, storage = localStorage, scope = __md_scope) => {
  try {
    return JSON.parse(storage.getItem(`${scope.pathname}.${name}`));
  } catch {
    return null; // no storage, or not of this making
  }
};

globalThis.__md_set = (name, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${name}`, JSON.stringify(value));
  } catch {
    // no storage: the choice lasts as long as the page
  }
};

{
  const { classList, dataset } = document.documentElement;
  const chosen = __md_get("colours");
  classList.replace("no-js", "js");
  if (["light", "dark"].includes(chosen)) dataset.colours = chosen;
}
