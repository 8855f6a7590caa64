// “Add a note”: below the words that are selected in a text, and once below the whole text. The form
// and all that it needs are loaded when it is wanted.

const text = document.querySelector(":is(.text, .profile) .annotated");
const GAP = matchMedia("(pointer: coarse)").matches ? 32 : 10; // pixels: a finger's handles hang down
const link = document.querySelector("[data-add-note]");

/** What is selected, as far as it touches the text itself and not only a note beside it. */
function selectedRange() {
  const selection = getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  const within = around.nodeType === Node.ELEMENT_NODE ? around : around.parentElement;
  if (within.closest(".margin") || !range.intersectsNode(text)) return null;
  return range.toString().trim() ? range.cloneRange() : null;
}

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

function button(className) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = "Add a note";
  made.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  made.addEventListener("click", addNote);
  return made;
}

const status = document.createElement("span");
status.setAttribute("role", "status");
const beside = link && button("add-note-here as-button main");

function hide() {
  beside.hidden = true;
}

/** Below the last selected line: above it, telephones show a menu of their own. */
function show() {
  const range = selectedRange();
  if (!range) return hide();
  const last = [...range.getClientRects()].at(-1);
  if (!last) return hide();
  beside.hidden = false;
  const room = document.documentElement.clientWidth - beside.offsetWidth - 12;
  beside.style.left = `${Math.max(12, Math.min(last.right - beside.offsetWidth / 2, room)) + scrollX}px`;
  beside.style.top = `${last.bottom + scrollY + GAP}px`;
}

if (link) {
  hide();
  document.body.append(beside);
  link.parentElement.append(status);
  link.replaceWith(button("as-link"));
  let pause;
  document.addEventListener("selectionchange", () => {
    clearTimeout(pause);
    pause = setTimeout(show, 150);
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}
