"""What the pages of a built site weigh.

    python tests/benchmarks/pages.py FOLDER [--page articles/2025/x/index.html] [--beside FOLDER]

Prints how many HTML pages there are, the ten heaviest, those of more than 400 KB, and what an
article page weighs with all that Chromium asks for when it is opened for the first time: as it is
on the disk, and as a server sends it that compresses with gzip. `--beside` names a site to print
the same of, one built with plain Material say. The page is the one that `--page` names; without it,
and where a site has none of that name, the article in the middle by weight.
"""

import argparse
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

from visits import NoBrowserError, files_asked_for

MANY = 400_000
"""Bytes above which a page is told by itself."""

HEAVIEST = 10


def weights(site: Path) -> dict[str, int]:
    """Every HTML page of a site with its bytes, the heaviest first."""
    found = (
        (path.relative_to(site).as_posix(), path.stat().st_size) for path in site.rglob("*.html")
    )
    return dict(sorted(found, key=lambda page: (-page[1], page[0])))


def middle_article(pages: dict[str, int]) -> str | None:
    """The article in the middle by weight, where there is one: `articles/YEAR/…/index.html`."""
    articles = [page for page in pages if _is_article(page)]
    return articles[len(articles) // 2] if articles else None


def sent(content: bytes) -> int:
    """The bytes that a server sends which compresses what that makes smaller."""
    return min(len(content), len(gzip.compress(content, compresslevel=6)))


def report(site: Path, page: str | None) -> Iterator[str]:
    """The lines on a site. Raises `NoBrowserError`."""
    pages = weights(site)
    yield f"{site}: {len(pages):,} pages, {sum(pages.values()) / 1e6:,.1f} MB"
    yield ""
    yield from _listed(f"The {HEAVIEST} heaviest", list(pages.items())[:HEAVIEST])
    heavy = [(path, size) for path, size in pages.items() if size > MANY]
    yield from _listed(f"Above {MANY / 1e3:.0f} KB: {len(heavy) or 'none'}", heavy)
    if opened := page or middle_article(pages):
        yield from _visit(site, opened)


def _visit(site: Path, page: str) -> Iterator[str]:
    contents = {path: (site / path).read_bytes() for path in files_asked_for(site, page)}
    rows = {path: (len(content), sent(content)) for path, content in contents.items()}
    yield f"{'raw':>12}{'gzipped':>12}  First visit to {page}"
    for path, (raw, gzipped) in rows.items():
        yield f"{raw:>12,}{gzipped:>12,}  {path}"
    raw, gzipped = (sum(column) for column in zip(*rows.values(), strict=True))
    yield f"{raw:>12,}{gzipped:>12,}  together, {len(rows)} files"
    yield ""


def _listed(title: str, pages: list[tuple[str, int]]) -> Iterator[str]:
    yield title
    for path, size in pages:
        yield f"{size:>12,}  {path}"
    yield ""


def _is_article(page: str) -> bool:
    folder, _, rest = page.partition("/")
    year, _, name = rest.partition("/")
    return folder == "articles" and year.isdecimal() and name.count("/") == 1


def main() -> None:
    """Prints the lines on one site or two."""
    parser = argparse.ArgumentParser(description="Weigh the pages of a built site.")
    parser.add_argument("folder", type=Path, help="a built site")
    parser.add_argument("--page", help="the page to open; a path from the site's root")
    parser.add_argument("--beside", type=Path, help="another built site")
    given = parser.parse_args()
    if given.page and not (given.folder / given.page).is_file():
        parser.error(f"{given.folder} has no page {given.page}")
    for site in filter(None, (given.folder, given.beside)):
        if not (site / "index.html").is_file():
            parser.error(f"{site} is no built site: it has no index.html")
        page = given.page if given.page in weights(site) else None
        try:
            print("\n".join(report(site.resolve(), page)))
        except NoBrowserError as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main()
