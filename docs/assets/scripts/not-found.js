// On the page for an address that leads nowhere: puts the words of the address into the search, and
// leads the page's links to the site's root, which this script's own address tells.

(() => {
  const page = document.documentElement;
  if (page.dataset.root) return; // found in another folder already
  const root = document.currentScript.src.replace(/assets\/scripts\/not-found\.js.*$/, "");
  page.dataset.root = root;

  /** Elements whose links begin at the host's root, but not at the site's. */
  function strays(attribute) {
    const later = [...document.querySelectorAll("template.later")].map((template) => template.content);
    const found = [document, ...later].flatMap((part) => [...part.querySelectorAll(`[${attribute}^="/"]`)]);
    return found.filter((element) => !new URL(element.getAttribute(attribute), root).href.startsWith(root));
  }

  function led(element, attribute) {
    element.setAttribute(attribute, root + element.getAttribute(attribute).slice(1));
  }

  for (const attribute of ["href", "action"]) {
    for (const element of strays(attribute)) led(element, attribute);
  }
  for (const script of strays("src")) {
    const again = document.createElement("script"); // one that was not there runs no more
    again.type = script.type;
    again.src = script.getAttribute("src");
    led(again, "src");
    script.replaceWith(again);
  }

  /** The words of the last part of an address: `talks in vienna` of `/articles/talks-in-vienna/`. */
  function wordsOf(path) {
    const last = path.split("/").filter((part) => part && part !== "index.html").at(-1) ?? "";
    try {
      return decodeURIComponent(last).replace(/\.[a-z]+$/, "").split(/[^\p{L}\p{N}\p{M}]+/u).join(" ").trim();
    } catch {
      return ""; // no UTF-8
    }
  }

  const field = document.getElementById("not-found-words");
  if (field) field.value = wordsOf(location.pathname);
})();
