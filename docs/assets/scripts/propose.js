// “Add a note”: below the words that are selected in a text, and once below the whole text. The form
// and all that it needs are loaded when it is wanted.

import { hide, offer, selectedRange, text } from "./selection.js";

const link = document.querySelector("[data-add-note]");
const status = document.createElement("span");
status.setAttribute("role", "status");

async function addNote() {
  const range = selectedRange();
  hide();
  status.textContent = "";
  try {
    const { openNote } = await import("./propose-note.js");
    await openNote({ text, range, record: link.dataset.addNote, page: link.href });
  } catch (error) {
    status.textContent = "The form could not be loaded.";
    status.scrollIntoView({ block: "nearest" });
    throw error;
  }
}

if (link) {
  offer("Add a note", "add-note-here as-button main", addNote);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "as-link";
  button.textContent = link.textContent;
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", addNote);
  link.parentElement.append(status);
  link.replaceWith(button);
}
