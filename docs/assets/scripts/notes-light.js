// Lights the words of the note that the pointer or the keyboard is on, and the notes on such words.

/** The ids of the notes that an element belongs to: it is in a note, or in words that carry some. */
function notesAt(element) {
  const note = element?.closest(".margin .note");
  if (note) return [note.id.slice("note-".length)];
  const number = element?.closest(".note-ref");
  if (number) return [number.id.slice("ref-".length)];
  const words = element?.closest("mark.passage") ?? element?.querySelector(":scope > mark.passage");
  return words ? words.dataset.notes.split(" ") : [];
}

function light(ids) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const id of ids) {
    document.getElementById(`note-${id}`)?.classList.add("lit");
    const words = document.querySelectorAll(`mark.passage[data-notes~="${CSS.escape(id)}"]`);
    for (const mark of words) mark.classList.add("lit");
  }
}

/** What the pointer is on; where that is nothing, what the keyboard is on. */
function follow(event) {
  const pointed = notesAt(event.target);
  light(pointed.length ? pointed : notesAt(document.activeElement));
}

document.addEventListener("pointerover", follow);
document.addEventListener("focusin", follow);
document.addEventListener("focusout", () => light([]));
