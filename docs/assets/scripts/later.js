// What a page is seen and read without stands in its `template.later`: the scripts for what a reader
// may do with it. They are asked for once it has been painted, so that they hold up nothing.

{
  const add = () => {
    for (const later of document.querySelectorAll("template.later")) {
      // One by one, as they stand there: what comes out of a template would run in any order.
      for (const script of later.content.querySelectorAll("script")) script.async = false;
      later.replaceWith(later.content);
    }
  };

  // A frame's callbacks come before its paint, what they put off after it.
  const afterThePaint = () => requestAnimationFrame(() => setTimeout(add));

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", afterThePaint);
  else afterThePaint();
}
