// Hands a finished file over: to the forge's page for a new file, filled in as far as that page takes
// it, or to the clipboard. It is also shown, so that it is at hand whatever the browser forbids.

// Of servers' usual bound of 8,191 bytes. A forge that asks to sign in first puts the address into
// another one, where each of its signs is written anew.
const LONGEST = 8000;

/** Shows the file below its form, and opens the forge's page where there is one. */
export async function offer(form, file, done) {
  const address = addressFor(form.dataset.newFile, file);
  const panel = form.querySelector("[data-proposed]");
  const [told, path, text, open] = ["told", "file-path", "file-text", "open"].map((name) =>
    panel.querySelector(`[data-${name}]`),
  );
  path.value = file.path;
  text.value = file.text;
  open.hidden = !address;
  if (address) open.href = address.href;
  panel.querySelector("[data-copy]").onclick = async () => {
    told.textContent = (await copied(text)) ? "The file is copied." : "Copy the file from the box below.";
  };
  panel.querySelector("[data-done]").onclick = () => {
    panel.hidden = true;
    done();
  };
  panel.hidden = false;
  const isCopied = !address?.isWhole && (await copied(text));
  told.textContent = tell(address, isCopied);
  if (address) window.open(address.href, "_blank", "noopener,noreferrer");
  panel.scrollIntoView({ block: "nearest" });
}

function tell(address, isCopied) {
  const copy = isCopied ? "The file is copied." : "Copy the file from the box below.";
  if (!address) return `${copy} Save it at the place given, in a copy of the archive, or send it to the editors.`;
  if (!address.isWhole) return `${copy} Paste it into the forge’s page, which opens in a new tab with the place filled in.`;
  return "The forge’s page opens in a new tab with the file filled in. Propose it there.";
}

/** The forge's address with the file in it: without its text where that is too long or not taken. */
function addressFor(template, { path, text }) {
  if (!template) return null;
  const fill = (blanks) =>
    blanks.replace(/\{(path|text)\}/g, (_, blank) => encodeURIComponent({ path, text }[blank]));
  const whole = fill(template);
  if (template.includes("{text}") && encodeURIComponent(whole).length <= LONGEST) return { href: whole, isWhole: true };
  return { href: fill(template.replace(/[&?][^&?=]+=\{text\}/, "")), isWhole: false };
}

/** Whether the text went to the clipboard; if not, it is selected. */
async function copied(box) {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    box.select(); // no clipboard: the page was not sent over a secure connection, or it is forbidden
    return false;
  }
}
