// Hides the notes that a reader does not want: all, or those of a kind or an analyst. What they chose
// holds for the whole site, and before a page is first painted: this runs in its head.
//
// A choice is the value of a checkbox: `all`, `kind:forecast`, `by:ivo`; `fold` for the folding of
// long notes. Those that are off are kept. A note that the address leads to is shown regardless.

{
  const root = document.documentElement;
  const sheet = new CSSStyleSheet();
  const kept = __md_get("notes-off");
  const off = new Set(Array.isArray(kept) ? kept.map(String) : []);

  /** A selector of notes, and of their numbers in the text, that one choice puts out of sight. */
  const selected = (choice) => {
    const [what, value] = choice.split(":");
    if (what === "all") return "[data-by]";
    if (what === "kind") return `.${CSS.escape(value)}`;
    return what === "by" ? `[data-by~="${CSS.escape(value)}"]` : null;
  };

  const hidden = () => `:is(${[...off].map(selected).filter(Boolean)}):not(:target)`;

  const apply = () => {
    sheet.replaceSync(`
      .annotated :is(.note, .note-ref)${hidden()}, [class^="notes-"] .note${hidden()},
      [class^="notes-"]:is(section):not(:has(.note:not(${hidden()}))) { display: none }`);
    root.classList.toggle("notes-in-full", off.has("fold"));
  };

  apply();
  document.adoptedStyleSheets.push(sheet);

  /** Words whose notes are all hidden look like any others; else they have the colour of one shown. */
  const mark = (words, gone) => {
    const shown = words.dataset.notes.split(" ").filter((id) => !gone.has(id));
    const foremost = words.getAttribute("aria-details").slice("note-".length);
    words.classList.toggle("unnoted", !shown.length);
    words.style.removeProperty("--hue");
    if (!shown.length || shown.includes(foremost)) return;
    const { classList } = document.getElementById(`note-${shown[0]}`);
    words.style.setProperty("--hue", `var(--${classList[1]})`); // its kind
  };

  /** The menu says how many are hidden. */
  const tell = () => {
    const gone = new Set();
    for (const note of document.querySelectorAll(`.text .note${hidden()}`)) {
      gone.add(note.id.slice("note-".length));
    }
    for (const words of document.querySelectorAll("mark.passage")) mark(words, gone);
    document.querySelector(".notes-hidden").textContent = gone.size ? `(${gone.size} hidden)` : "";
  };

  const show = (menu) => {
    for (const box of menu.querySelectorAll("input")) box.checked = !off.has(box.value);
    for (const group of menu.querySelectorAll("fieldset")) group.disabled = off.has("all");
    tell();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const menu = document.querySelector(".notes-menu");
    if (!menu) return;
    show(menu);
    addEventListener("hashchange", tell);
    addEventListener("load", tell); // only then is it known what the address leads to
    menu.addEventListener("change", ({ target }) => {
      off[target.checked ? "delete" : "add"](target.value);
      __md_set("notes-off", [...off]);
      apply();
      show(menu);
    });
  });
}
