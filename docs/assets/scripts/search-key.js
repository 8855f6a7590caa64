// `/` goes to the search, from any page: to its box in the page, or else to the one in the header.

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const box = document.getElementById("search-words") ?? document.getElementById("masthead-words");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
