// The bar below the words that are selected in a text. Scripts put into it what they offer for them.

export const text = document.querySelector(":is(.text, .profile) .annotated");
const GAP = matchMedia("(pointer: coarse)").matches ? 32 : 10; // pixels: a finger's handles hang down
const bar = document.createElement("div");
bar.className = "beside-words";
bar.setAttribute("role", "group");
bar.setAttribute("aria-label", "The selected words");
bar.hidden = true;

/** What is selected, as far as it touches the text itself and not only a note beside it. */
export function selectedRange() {
  const selection = getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  const within = around.nodeType === Node.ELEMENT_NODE ? around : around.parentElement;
  if (within.closest(".margin") || !range.intersectsNode(text)) return null;
  return range.toString().trim() ? range.cloneRange() : null;
}

/** A button of the bar. What it does, it does while the words are selected. */
export function offer(label, className, run) {
  if (!bar.isConnected) begin();
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = label;
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", () => run(button));
  bar.append(button);
}

export function hide() {
  bar.hidden = true;
}

/** Below the last selected line: above it, telephones show a menu of their own. */
function show() {
  const last = [...(selectedRange()?.getClientRects() ?? [])].at(-1);
  if (!last) return hide();
  bar.hidden = false;
  const room = document.documentElement.clientWidth - bar.offsetWidth - 12;
  bar.style.left = `${Math.max(12, Math.min(last.right - bar.offsetWidth / 2, room)) + scrollX}px`;
  bar.style.top = `${last.bottom + scrollY + GAP}px`;
}

function begin() {
  document.body.append(bar);
  let pause;
  document.addEventListener("selectionchange", () => {
    clearTimeout(pause);
    pause = setTimeout(show, 150);
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}
