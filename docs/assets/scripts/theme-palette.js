// The switch between light and dark. What the reader chose stands in `data-colours`, which is set
// before the page is painted; without a choice the system's colours hold, in the styles as here.

const MEMORY = "colours";
const SCHEMES = { light: "default", dark: "slate" }; // as the theme calls them
const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const button = document.querySelector("[data-palette]");

function colours() {
  return root.dataset.colours ?? (prefersDark.matches ? "dark" : "light");
}

function show() {
  document.body.dataset.mdColorScheme = SCHEMES[colours()];
  button.setAttribute("aria-pressed", colours() === "dark");
}

function choose() {
  root.dataset.colours = colours() === "dark" ? "light" : "dark";
  __md_set(MEMORY, root.dataset.colours);
  show();
}

show();
button.addEventListener("click", choose);
prefersDark.addEventListener("change", show);
