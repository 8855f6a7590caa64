// Copies, and says on the button that was pressed whether it did.

const SHOWN = 2500; // milliseconds
const status = document.createElement("span");
status.className = "visually-hidden";
status.setAttribute("role", "status");

/** Puts text on the clipboard. */
export async function copy(text, button) {
  const told = (await isCopied(text)) ? "Copied" : "Copying is not allowed here";
  document.body.append(status);
  status.textContent = told;
  button.dataset.label ??= button.textContent;
  button.textContent = told;
  clearTimeout(button.waiting);
  button.waiting = setTimeout(() => (button.textContent = button.dataset.label), SHOWN);
}

async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return isCopiedAsEver(text); // the page was not sent over a secure connection
  }
}

function isCopiedAsEver(text) {
  function give(event) {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  }
  document.addEventListener("copy", give, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", give);
  return done;
}
