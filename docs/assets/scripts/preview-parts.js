// What a preview shows of a link: parts cut from the page that it leads to, fetched only when it is
// asked for. A reader who goes on to that page has it already.

const DOSSIER = /^(actors|topics)\/[^/]+\/$/;
const OF_NOTE =
  ":scope > :is(.note-head, .note-print-quote, .note-status, .note-quote, .note-body, .note-grade, .note-foot)";

const previews = new Map(); // address: the parts of its preview

/** The address of what a link shows in a preview; nothing for any other link. */
export function previewed(link) {
  if (!(link instanceof HTMLAnchorElement) || !link.href) return null; // a drawing has links of its own
  const address = new URL(link.href);
  if (!address.href.startsWith(__md_scope.href)) return null;
  if (address.hash.startsWith("#note-")) return isShown(link, address) ? null : address;
  const place = address.href.slice(__md_scope.href.length);
  return DOSSIER.test(place) && !isHere(address) ? address : null;
}

function isHere({ pathname }) {
  return pathname === location.pathname;
}

/** Whether a note is before the reader's eyes: around a link to its place, or all of it in sight. */
function isShown(link, address) {
  if (link.closest(".note-card > :is(.note-head, .note-foot)")) return true;
  const note = isHere(address) && document.getElementById(address.hash.slice(1));
  if (!note) return false;
  const { top, bottom } = note.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight && note.checkVisibility();
}

/** The parts of the preview of an address: none where there is nothing, or it cannot be had. */
export async function partsOf(address, signal) {
  if (!previews.has(address.href)) {
    const page = isHere(address) ? document : await fetched(address, signal);
    if (!page) return [];
    const parts = address.hash ? partsOfNote(page, address) : partsOfDossier(page, address);
    previews.set(address.href, [...parts]);
  }
  return previews.get(address.href);
}

async function fetched({ origin, pathname }, signal) {
  try {
    const answer = await fetch(origin + pathname, { signal });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null; // no network, or the reader has gone on; the next time may do better
  }
}

function* partsOfNote(page, address) {
  const note = page.getElementById(address.hash.slice(1));
  if (!note) return;
  if (page !== document) yield line("preview-of", "On “", title(page.querySelector("h1")), "”");
  const shown = document.createElement("div");
  shown.className = note.className;
  shown.append(...[...note.querySelectorAll(OF_NOTE)].map(copy));
  yield shown;
}

function* partsOfDossier(page, address) {
  for (const part of page.querySelectorAll(".archive > .head > *")) {
    if (part.matches(".standfirst")) yield* offices(address);
    yield part.matches("h1") ? line("preview-name", part.textContent) : copy(part);
  }
  const words = latestWords(page, address);
  if (!words) return;
  const appearance = words.closest(".appearance");
  const date = appearance.querySelector("time").textContent;
  yield line("preview-of", `${date} · `, title(appearance.querySelector("h3 > a")));
  yield copy(words);
}

/** The newest passage of a dossier that is not in the article that is read. */
function latestWords(page, address) {
  return [...page.querySelectorAll(".appearance .words")].find((words) => {
    const place = words.querySelector(".to-place").getAttribute("href");
    return !isHere(new URL(place, address));
  });
}

/** What an actor was at the date of the article that is read; the list beneath its text knows. */
function* offices({ href }) {
  const link = [...document.querySelectorAll(".participants a")].find((it) => it.href === href);
  const held = link?.closest("li").querySelector(".offices");
  const date = document.querySelector(".citation time");
  if (held) yield line("preview-office", `${held.textContent} (${date.textContent})`);
}

/** The words of a title, in their language. */
function title(part) {
  const made = document.createElement("bdi");
  made.lang = part.closest("[lang]").lang;
  made.textContent = part.textContent;
  return made;
}

function line(className, ...content) {
  const made = document.createElement("p");
  made.className = className;
  made.append(...content);
  return made;
}

/** A part of a page without what only serves its place there. Nothing in a preview can be clicked. */
function copy(part) {
  const made = document.importNode(part, true);
  for (const extra of made.querySelectorAll(".to-place, .note-number, .in-place, [hidden]")) extra.remove();
  for (const link of made.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const named of made.querySelectorAll("[id]")) named.removeAttribute("id");
  return made;
}
