// Previews: what a link to an actor, a topic or a note leads to, on a card that is shown when the
// reader rests on the link, by pointer or keyboard, or taps it in a text.

import { partsOf, previewed } from "./preview-parts.js";

const PAUSE = 300; // milliseconds on a link after which somebody rests there; to the card and back
const GAP = 6; // pixels between a line and its card

let wanted = null; // the link that somebody rests on
let shown = null; // the link whose card is there
let leaving = new AbortController(); // from the wanted link: whatever is done for it is given up
let clock;

const card = document.createElement("div");
card.className = "preview md-typeset";
card.id = "preview";
card.hidden = true;
card.setAttribute("role", "tooltip");
let styles;

/** When the card has its styles, which come with the first one. */
function styled() {
  styles ??= new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("../stylesheets/previews.css", import.meta.url);
    link.addEventListener("load", done);
    document.head.append(link);
    document.querySelector("main").append(card);
  });
  return styles;
}

async function show(link, address, point) {
  const { signal } = leaving;
  const [parts] = await Promise.all([partsOf(address, signal), styled()]);
  if (signal.aborted) return;
  hide();
  if (!parts.length) return;
  card.replaceChildren(...parts);
  shown = link;
  link.setAttribute("aria-describedby", card.id);
  card.hidden = false;
  place(link, point);
}

/** Below the line of the link, or above it where there is more room; never out of the window. */
function place(link, point) {
  const line = lineAt([...link.getClientRects()], point);
  const below = innerHeight - line.bottom - 2 * GAP;
  const above = line.top - 2 * GAP;
  card.style.maxHeight = "";
  const isBelow = card.offsetHeight <= below || below >= above;
  card.style.maxHeight = `${isBelow ? below : above}px`;
  const { offsetWidth: width, offsetHeight: height } = card;
  const room = document.documentElement.clientWidth - width - GAP;
  const top = isBelow ? line.bottom + GAP : line.top - GAP - height;
  card.style.left = `${Math.max(GAP, Math.min(line.left, room)) + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}

/** The line of a link that the pointer is on; the first for the keyboard. */
function lineAt(lines, point) {
  const isAt = ({ top, bottom }) => top <= point?.clientY && point?.clientY <= bottom;
  return lines.find(isAt) ?? lines[0];
}

function hide() {
  shown?.removeAttribute("aria-describedby");
  shown = null;
  card.hidden = true;
}

/** Somebody comes to a link, or goes to where there is none; what is there stays for a moment. */
function rest(link, point) {
  if (link === wanted) return;
  leave();
  wanted = link;
  const address = previewed(link);
  clock = setTimeout(() => (address ? show(link, address, point) : hide()), PAUSE);
}

function leave() {
  clearTimeout(clock);
  leaving.abort();
  leaving = new AbortController();
}

function linkAt({ target }) {
  return card.contains(target) ? shown : target.closest("a");
}

// What the pointer is on; where that is no link, what the keyboard is on.
document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  rest(linkAt(event) ?? document.querySelector("a:focus-visible"), event);
});
document.addEventListener("focusin", ({ target }) => {
  if (target.matches(":focus-visible")) rest(target.closest("a"));
});
document.addEventListener("focusout", () => rest(null));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  leave();
  hide();
});
addEventListener("pagehide", hide); // or it would be there still when the reader comes back

// A finger cannot rest on a link: in a text its first tap shows the preview, the second goes there.
// The taps of a screen reader have no size. It has its own ways to look before it goes.
let isFinger = false;
document.addEventListener("pointerdown", ({ pointerType, width }) => {
  isFinger = pointerType === "touch" && width > 0;
});
document.addEventListener("click", (event) => {
  if (!isFinger || !event.isTrusted) return;
  if (card.contains(event.target)) {
    shown.click();
    return hide();
  }
  const link = linkAt(event);
  const address = link?.closest(".annotated") && link !== shown && previewed(link);
  leave();
  hide();
  wanted = address ? link : null;
  if (!address) return;
  event.preventDefault();
  show(link, address, event);
});
