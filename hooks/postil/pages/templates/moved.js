// On a page that has moved: leads to where it is now, with the place in it that was asked for, which
// a refresh would lose. The head names the page before it loads this.
const page = document.querySelector("link[rel=canonical]");
location.replace(page.href + location.hash);
