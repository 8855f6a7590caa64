// Raises each note in the margin to the line of its passage, where the notes above leave room.
// Without this script a note stands beside the end of its paragraph; nothing else depends on it.

const WIDE = window.matchMedia("(min-width: 66em)");
const GAP = 12; // pixels between two notes

/** The notes that float beside a text, in order. */
function notesBeside(text) {
  return [...text.querySelectorAll(":scope > .margin > .note")];
}

/** Where a note would like to begin: at the first line of its passage. */
function wanted(note) {
  const passage = document.getElementById(note.id.replace(/^note-/, "passage-"));
  return passage ? passage.getClientRects()[0].top : note.getBoundingClientRect().top;
}

function align(text) {
  const notes = notesBeside(text);
  for (const element of [text, ...notes]) element.style.cssText = "";
  if (!WIDE.matches || !notes.length) return;
  const places = notes.map((note) => [note, note.getBoundingClientRect(), wanted(note)]);
  let free = -Infinity;
  for (const [note, place, top] of places) {
    const raised = Math.min(place.top, Math.max(top, free));
    note.style.top = `${raised - place.top}px`;
    free = raised + place.height + GAP;
  }
  closeUp(text, free);
}

/** Takes back the room below the text that the notes have left by being raised. */
function closeUp(text, free) {
  const lines = [...text.children].filter((child) => !child.matches(".margin"));
  const needed = Math.max(free, lines.at(-1).getBoundingClientRect().bottom);
  text.style.marginBottom = `${Math.min(0, needed - text.getBoundingClientRect().bottom)}px`;
}

function alignAll() {
  document.querySelectorAll(".text .annotated").forEach(align);
}

alignAll();
new ResizeObserver(alignAll).observe(document.body);
document.fonts.ready.then(alignAll);
document.addEventListener("toggle", alignAll, true); // a note whose history is opened grows
