// The forms of the contribute page, and the bookmark that brings another site's article here. It
// brings it behind the `#` of the address, which no server sees; what it brings is only ever a value.

import { escaped } from "./propose-file.js";
import { ready } from "./propose-form.js";

const BROUGHT = ["title", "published", "source.outlet", "source.url", "lang", "body"];
const LONGEST = 5000; // characters of a selection that fit into an address

/** What the bookmark runs on another site's page: it reads, and opens this page. */
function bookmarklet(here) {
  const meta = 'n=>document.querySelector(`meta[property="${n}"],meta[name="${n}"]`)?.content||""';
  const told = [
    'title:m("og:title")||document.title',
    'published:m("article:published_time").slice(0,10)',
    '"source.outlet":m("og:site_name")||location.hostname',
    '"source.url":document.querySelector("link[rel=canonical]")?.href||location.href',
    "lang:document.documentElement.lang",
    `body:String(getSelection()).slice(0,${LONGEST})`,
  ];
  const code = `(()=>{const m=${meta};open(${JSON.stringify(here)}+"#article?"+new URLSearchParams({${told}}),"_blank","noopener,noreferrer")})()`;
  return `javascript:${encodeURIComponent(code)}`;
}

/** Fills in what the address brings: the fields above and no others. */
function bring(form, brought) {
  for (const name of BROUGHT) {
    const value = brought.get(name)?.trim();
    const control = form.elements[name];
    if (!value || !control) continue;
    control.value = name === "body" ? escaped(value) : value;
    if (!control.checkValidity()) control.value = ""; // a hint, and not an answer
  }
}

const here = location.href.replace(/[?#].*$/, "");
const [name, brought] = location.hash.slice(1).split("?");

for (const form of document.querySelectorAll("[data-form]")) {
  form.hidden = false;
  ready(form, `contribute.${form.dataset.form}`);
}

const link = document.querySelector("[data-bookmarklet-link]");
link.href = bookmarklet(here);
link.closest("[data-bookmarklet]").hidden = false;
link.addEventListener("click", (event) => event.preventDefault()); // it is for other pages

if (brought && name === "article") {
  const form = document.querySelector('[data-form="article"]');
  bring(form, new URLSearchParams(brought));
  form.dispatchEvent(new Event("input")); // kept like what is typed
  history.replaceState(null, "", "#article");
  document.getElementById("article").scrollIntoView();
  form.elements.title.focus({ preventScroll: true });
}
