"""How soon a reader sees results in Chromium, on the search page of a built site.

    python tests/benchmarks/search_speed.py FOLDER [FOLDER …] [--queries 50] [--first WORDS]

The queries are drawn evenly from the archive's own data: every second is the name of an actor or a
topic, the others are two words from the title of an article, and every fifth is the beginning of
a word, as somebody has it who is still typing. They are asked one after the other on one page.
Printed for each site, in milliseconds from the key to the first frame that shows the results, with
the pause in which the page waits for another key:

- the *first* query, for which the index is loaded;
- the *median* and the *worst* of the others;
- *loaded*: what the first query and all of them together fetched, uncompressed, in kB.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median

from visits import NoBrowserError, chromium, files_behind, served

ENOUGH = 5
"""Letters of a word that can lose two."""

_ASK = """
(words) => new Promise((done, failed) => {
  const status = document.querySelector("[data-search-status]");
  const box = document.querySelector("[data-search] [name=q]");
  const pressed = performance.now();
  const late = setTimeout(() => failed(new Error(`no answer to ${words}`)), 60000);
  new MutationObserver((_, seen) => {
    if (!status.textContent.includes(`“${words}”`)) return;
    seen.disconnect();
    clearTimeout(late);
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)));
  }).observe(status, { childList: true, characterData: true, subtree: true });
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
})
"""


def queries(site: Path, count: int) -> list[str]:
    """Words to ask a site for, no two the same; fewer where the archive has not so many."""
    names = [*_said(site, "actors", "name"), *_said(site, "topics", "name")]
    titles = [" ".join(title.split()[:2]) for title in _said(site, "articles", "title")]
    drawn = zip(_evenly(names, count), _evenly(titles, count), strict=False)
    mixed = dict.fromkeys(words for pair in drawn for words in pair)
    asked = (_begun(words) if place % 5 == 4 else words for place, words in enumerate(mixed))
    return list(islice(dict.fromkeys(asked), count))


def _said(site: Path, table: str, field: str) -> list[str]:
    lines = (site / "data" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)[field] for line in lines]


def _evenly(things: Sequence[str], count: int) -> list[str]:
    """As many of the things as asked for, from all parts of the list."""
    return [things[place * len(things) // count] for place in range(count)] if things else []


def _begun(words: str) -> str:
    """All but the last two letters of the first word, if enough are left to tell it by."""
    first = words.split(maxsplit=1)[0]
    return first[:-2] if len(first) > ENOUGH else first


def ask_all(site: Path, asked: Sequence[str]) -> tuple[list[float], list[int]]:
    """Milliseconds to the results of each query, and the bytes fetched up to then.

    What Pagefind's worker fetches counts; the page cannot see it, and the server can.

    Raises `NoBrowserError`.
    """
    with served(site) as (host, asked_for), chromium() as browser:
        page = browser.new_page()
        page.goto(f"{host}/search/", wait_until="networkidle")
        opened = len(asked_for)
        taken: list[float] = []
        fetched = []
        for words in asked:
            taken.append(page.evaluate(_ASK, words))
            fetched.append(len(asked_for))
    return taken, [_weight(site, asked_for[opened:last]) for last in fetched]


def _weight(site: Path, addresses: Sequence[str]) -> int:
    return sum((site / path).stat().st_size for path in files_behind(site, addresses))


def report(site: Path, count: int, begin: Sequence[str]) -> Iterator[str]:
    """The lines on a site. Raises `NoBrowserError`."""
    asked = [*begin, *queries(site, count - len(begin))]
    (first, *others), loaded = ask_all(site, asked)
    slowest = sorted(zip(others, asked[1:], strict=True), reverse=True)
    yield f"{site}: {len(asked)} queries"
    yield "".join(f"{it:>14}" for it in ("first", "median", "worst", "loaded first", "loaded"))
    numbers = (first, median(others), max(others), loaded[0] / 1e3, loaded[-1] / 1e3)
    yield "".join(f"{it:>14,.0f}" for it in numbers)
    yield "slowest: " + ", ".join(f"{words} ({taken:,.0f})" for taken, words in slowest[:3])
    yield ""


def main() -> None:
    """Prints what searching in some sites took."""
    parser = argparse.ArgumentParser(description="Time searches in built sites.")
    parser.add_argument("folders", type=Path, nargs="+", help="built sites, with their search")
    parser.add_argument("--queries", type=int, default=50, help="how many are asked of each")
    parser.add_argument("--first", nargs=1, default=[], help="words that are asked first")
    given = parser.parse_args()
    if given.queries < 2:
        parser.error("--queries: at least 2, a first one and one that follows")
    for site in given.folders:
        if not (site / "search" / "index.html").is_file():
            parser.error(f"{site} has no search page")
    try:
        for site in given.folders:
            print("\n".join(report(site.resolve(), given.queries, given.first)), flush=True)
    except NoBrowserError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
