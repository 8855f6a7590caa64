// Raises each thread in the margin to the line of its passage, where the threads above leave room.
// Without this script it stands beside the end of its paragraph; nothing else depends on it.

const WIDE = window.matchMedia("(min-width: 66em)");
const GAP = 14; // pixels between two threads

/** The threads that float beside a text, in order, without those whose notes are all hidden. */
function threadsBeside(text) {
  const threads = [...text.querySelectorAll(":scope > .margin > .thread")];
  return threads.filter((thread) => thread.offsetHeight);
}

/** Where a thread would like to begin: at the first line of the passage of its first note. */
function wanted(thread) {
  const note = thread.firstElementChild;
  const passage = document.getElementById(note.id.replace(/^note-/, "passage-"));
  return passage?.getClientRects()[0].top;
}

// All is measured, then all is set: the page is laid out anew once, and not at all where everything
// stands as it should. (What is raised moves nothing else: where it stood before is known.)

function align(text) {
  if (!WIDE.matches) return;
  const threads = threadsBeside(text);
  const { rises, end } = fitted(threads);
  const left = threads.length ? roomLeft(text, end) : 0;
  threads.forEach((thread, at) => set(thread, "--raised", rises[at]));
  set(text, "--closed-up", -left);
}

/** How far each thread is raised, in pixels below zero, and where what follows them may begin. */
function fitted(threads) {
  let end = -Infinity;
  const rises = threads.map((thread) => {
    const { top, height } = thread.getBoundingClientRect();
    const unraised = top - (pixels.get(thread) ?? 0);
    const place = Math.min(unraised, Math.max(wanted(thread) ?? unraised, end));
    end = place + height + GAP;
    return place - unraised;
  });
  return { rises, end };
}

/** The room below the text, in pixels, that its notes leave by being raised. */
function roomLeft(text, end) {
  const lines = [...text.children].filter((child) => !child.matches(".margin"));
  const needed = Math.max(end, lines.at(-1).getBoundingClientRect().bottom);
  return Math.max(0, text.getBoundingClientRect().bottom - needed);
}

const pixels = new WeakMap(); // what was set on each element

function set(element, property, count) {
  if (Math.abs(count - (pixels.get(element) ?? 0)) < 0.1) return;
  pixels.set(element, count);
  element.style.setProperty(property, `${count}px`);
}

function alignAll() {
  document.querySelectorAll(".text .annotated").forEach(align);
}

// The page grows as it is read in, and is painted meanwhile. What is new in a text is looked at before
// that, so that no note is ever seen where it does not stay: this runs in the head.
const reading = new MutationObserver((changes) => {
  if (changes.some(({ target }) => target.closest(".annotated"))) alignAll();
});
reading.observe(document.documentElement, { childList: true, subtree: true });
document.addEventListener("DOMContentLoaded", () => {
  reading.disconnect();
  new ResizeObserver(alignAll).observe(document.body);
});
addEventListener("hashchange", alignAll); // a note that a link leads to is unfolded
document.addEventListener("toggle", alignAll, true); // a note that is opened grows
document.addEventListener("change", alignAll); // notes can be hidden
