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
  return passage ? passage.getClientRects()[0].top : thread.getBoundingClientRect().top;
}

function align(text) {
  for (const thread of text.querySelectorAll(".thread")) thread.style.removeProperty("--raised");
  text.style.removeProperty("--closed-up");
  const threads = WIDE.matches ? threadsBeside(text) : [];
  if (!threads.length) return;
  const places = threads.map((it) => [it, it.getBoundingClientRect(), wanted(it)]);
  let free = -Infinity;
  for (const [thread, place, top] of places) {
    const raised = Math.min(place.top, Math.max(top, free));
    thread.style.setProperty("--raised", `${raised - place.top}px`);
    free = raised + place.height + GAP;
  }
  closeUp(text, free);
}

/** Takes back the room below the text that the notes have left by being raised. */
function closeUp(text, free) {
  const lines = [...text.children].filter((child) => !child.matches(".margin"));
  const needed = Math.max(free, lines.at(-1).getBoundingClientRect().bottom);
  const closed = Math.min(0, needed - text.getBoundingClientRect().bottom);
  text.style.setProperty("--closed-up", `${closed}px`);
}

function alignAll() {
  document.querySelectorAll(".text .annotated").forEach(align);
}

// The page grows as it is read in, and is painted meanwhile. What is new is looked at before that, so
// that no note is ever seen where it does not stay: this runs in the head.
const reading = new MutationObserver(alignAll);
reading.observe(document.documentElement, { childList: true, subtree: true });
document.addEventListener("DOMContentLoaded", () => {
  reading.disconnect();
  new ResizeObserver(alignAll).observe(document.body);
});
addEventListener("hashchange", alignAll); // a note that a link leads to is unfolded
document.addEventListener("toggle", alignAll, true); // a note that is opened grows
document.addEventListener("change", alignAll); // notes can be hidden
