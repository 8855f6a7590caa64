// The colours that the reader chose, before the page is first painted.

{
  const chosen = __md_get("__palette")?.color;
  if (chosen) {
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const bySystem = `(prefers-color-scheme: ${isDark ? "dark" : "light"})`;
    const option =
      chosen.media === "(prefers-color-scheme)" &&
      document.querySelector(`input[data-md-color-media="${bySystem}"]`);
    for (const [key, value] of Object.entries(chosen)) {
      const name = `data-md-color-${key}`;
      document.body.setAttribute(name, option ? option.getAttribute(name) : value);
    }
  }
}
