// Articles as they are, and a list for each year, topic and actor.

const newestFirst = (pages) => [...pages].sort((one, other) => other.date - one.date);

function grouped(pages, names) {
  const groups = new Map();
  for (const page of pages) {
    for (const name of names(page)) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(page);
    }
  }
  return [...groups.keys()].sort().map((name) => ({ name, pages: newestFirst(groups.get(name)) }));
}

export default function configure(config) {
  const articles = (api) => api.getFilteredByGlob("articles/*/*.md");
  config.setUseGitIgnore(false);
  config.addPassthroughCopy("style.css");
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addCollection("years", (api) =>
    grouped(articles(api), (page) => [String(page.date.getUTCFullYear())]),
  );
  config.addCollection("topics", (api) => grouped(articles(api), (page) => page.data.topics));
  config.addCollection("actors", (api) => grouped(articles(api), (page) => page.data.actors));
  return { dir: { output: "site" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
