// Previews: what a link to an actor, a topic or a note leads to, shown when the reader rests on it,
// by pointer or keyboard, or taps it in a text. They are cut from the page that the link leads to,
// which is fetched only then, and which the reader has already if they go on to it.

const PAUSE = 300; // milliseconds on a link after which somebody rests there; to the card and back
const GAP = 6; // pixels between a line and its card
const DOSSIER = /^(actors|topics)\/[^/]+\/$/;

const pages = new Map(); // address: the page there, once it was wanted
let wanted = null; // the link that somebody rests on
let shown = null; // the link whose card is there
let clock;

/** The address of what a link shows in a preview; nothing for any other link. */
function previewed(link) {
  if (!link?.href || link.closest(".preview")) return null;
  const address = new URL(link.href);
  if (!address.href.startsWith(__md_scope.href)) return null;
  if (address.hash.startsWith("#note-")) return isOnScreen(address) ? null : address;
  const place = address.href.slice(__md_scope.href.length);
  return DOSSIER.test(place) && address.pathname !== location.pathname ? address : null;
}

/** Whether the reader sees a note of this page, as in the margin beside its words. */
function isOnScreen({ pathname, hash }) {
  const note = pathname === location.pathname && document.getElementById(hash.slice(1));
  if (!note) return false;
  const { top, bottom } = note.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && note.checkVisibility();
}

async function pageAt({ origin, pathname }) {
  if (pathname === location.pathname) return document;
  const address = origin + pathname;
  if (!pages.has(address)) pages.set(address, fetched(address));
  return pages.get(address);
}

async function fetched(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    pages.delete(address); // the next time may do better
    return null;
  }
}

function* partsOfNote(page, address) {
  const note = page.getElementById(address.hash.slice(1));
  if (!note) return;
  if (page !== document) yield line("preview-of", `On “${page.querySelector("h1").textContent}”`);
  for (const part of note.querySelectorAll(":scope > :is(.note-head, .note-body, .note-foot)")) {
    yield copy(part);
  }
}

function* partsOfDossier(page, address) {
  yield line("preview-name", page.querySelector("h1").textContent);
  const names = page.querySelector(".native-names");
  if (names) yield copy(names);
  yield* offices(address);
  yield copy(page.querySelector(".standfirst"));
  const words = latestWords(page, address);
  if (!words) return;
  const appearance = words.closest(".appearance");
  yield line("preview-of", appearance.querySelector("time").textContent, appearance.querySelector("h3"));
  yield copy(words);
}

/** The newest passage of a dossier that is not in the article that is read. */
function latestWords(page, address) {
  return [...page.querySelectorAll(".appearance .words")].find((words) => {
    const place = words.querySelector(".to-place").getAttribute("href");
    return new URL(place, address).pathname !== location.pathname;
  });
}

/** What an actor was at the date of the article that is read; the list beneath its text knows. */
function* offices({ href }) {
  const link = [...document.querySelectorAll(".participants a")].find((it) => it.href === href);
  const held = link?.closest("li").querySelector(".offices");
  if (held) yield line("preview-office", `${held.textContent} (${date()})`);
}

function date() {
  return document.querySelector(".citation time").textContent;
}

function line(className, text, title) {
  const made = document.createElement("p");
  made.className = className;
  made.append(text, ...(title ? [" · ", ...copy(title).childNodes] : []));
  return made;
}

/** A part of a page without what only serves its place there. Nothing in a card can be clicked. */
function copy(part) {
  const made = document.importNode(part, true);
  for (const extra of made.querySelectorAll(".to-place, [hidden]")) extra.remove();
  for (const link of made.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const named of made.querySelectorAll("[id]")) named.removeAttribute("id");
  return made;
}

const card = document.createElement("div");
card.className = "preview md-typeset";
card.id = "preview";
card.setAttribute("role", "tooltip");

/** The card with its styles, which come with the first one. */
async function styled() {
  if (card.isConnected) return;
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL("../stylesheets/previews.css", import.meta.url);
  const loaded = new Promise((done) => styles.addEventListener("load", done));
  document.head.append(styles);
  card.hidden = true;
  document.body.append(card);
  await loaded;
}

async function show(link, address) {
  const [page] = await Promise.all([pageAt(address), styled()]);
  if (!page || wanted !== link) return;
  const parts = address.hash ? partsOfNote(page, address) : partsOfDossier(page, address);
  card.replaceChildren(...parts);
  if (!card.childNodes.length) return;
  hide();
  shown = link;
  link.setAttribute("aria-describedby", card.id);
  card.hidden = false;
  place(link);
}

/** Below the first line of the link; above it where there is no room; never out of the window. */
function place(link) {
  const line = link.getClientRects()[0];
  const { offsetWidth: width, offsetHeight: height } = card;
  const room = document.documentElement.clientWidth - width - GAP;
  const isBelow = line.bottom + GAP + height <= innerHeight || line.top < height;
  const top = isBelow ? line.bottom + GAP : line.top - GAP - height;
  card.style.left = `${Math.max(GAP, Math.min(line.left, room)) + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}

function hide() {
  shown?.removeAttribute("aria-describedby");
  shown = null;
  card.hidden = true;
}

/** Somebody comes to a link, or goes to where there is none; what is there stays for a moment. */
function rest(link) {
  if (link === wanted) return;
  clearTimeout(clock);
  wanted = link;
  const address = previewed(link);
  clock = setTimeout(() => (address ? show(link, address) : hide()), PAUSE);
}

function linkAt({ target }) {
  return card.contains(target) ? shown : target.closest("a");
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse") rest(linkAt(event));
});
document.addEventListener("focusin", ({ target }) => {
  if (target.matches(":focus-visible")) rest(target.closest("a"));
});
document.addEventListener("focusout", () => rest(null));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  clearTimeout(clock);
  hide();
});

// A finger cannot rest on a link: in a text its first tap shows the preview, the second goes there.
let isFinger = false;
document.addEventListener("pointerdown", ({ pointerType }) => {
  isFinger = pointerType === "touch";
});
document.addEventListener("click", (event) => {
  if (!isFinger || !event.isTrusted) return;
  if (card.contains(event.target)) return shown.click();
  const link = linkAt(event);
  const address = link?.closest(".annotated, .words") && link !== shown && previewed(link);
  rest(null);
  hide();
  if (!address) return;
  event.preventDefault();
  wanted = link;
  show(link, address);
});
