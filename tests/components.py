"""The guide's page of components: each as the templates make it, cut from pages of a small archive.

python tests/components.py write   writes `docs/contributing/components.md`

What only scripts make is written here by hand, in the classes that they give it.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from archives import FIXTURE, REPOSITORY, Made, note, site_of, write
from postil.reading.settings import read_settings

PAGE = REPOSITORY / "docs/contributing/components.md"

LONG = " ".join(["The bridge was built in 1911 and has been shut four times since."] * 40)
"""A note that is folded."""

TALKS = "articles/2025/lorn-talks/"
BRIDGE = "articles/2024/lorn-bridge/"
BERG = "actors/anna-berg/"


@dataclass(frozen=True)
class Component:
    """A component: its name, when to use it, and where an example stands.

    `classes` are those of the outermost element; the first that has them all is the example.
    `around` is the class of what it looks right in.
    """

    name: str
    use: str
    address: str
    classes: str
    around: str = ""


@dataclass(frozen=True)
class Written:
    """A component that a script makes: its HTML as the script leaves it."""

    name: str
    use: str
    script: str
    html: str


Group = tuple[str, tuple[Component | Written, ...]]

GROUPS: tuple[Group, ...] = (
    (
        "A text and the notes on it",
        (
            Component("Head", "What a page is, above everything else.", TALKS, "head"),
            Component(
                "Passages, mentions and notes",
                "A text that carries notes. The colour is the note’s kind; number and line tell it "
                "without colour, and a dashed line that the note was taken back. Beside the text "
                "where there is room, else under the paragraph.",
                TALKS,
                "annotated",
            ),
            Component(
                "Notes on all of it", "Notes on no words in particular.", TALKS, "notes-whole"
            ),
            Component("Which notes are shown", "Above a text with notes.", TALKS, "notes-menu"),
            Component(
                "Notice of a correction",
                "What was wrong and was mended; at the head of the article.",
                TALKS,
                "correction-notice",
            ),
            Component(
                "Notice of withdrawal",
                "In the place of a text that was taken back.",
                "articles/2025/taken-back/",
                "withdrawn",
            ),
            Component(
                "Folded note",
                "A note that is longer than its passage leaves room for.",
                BRIDGE,
                "note",
            ),
            Component("Beneath a text", "What else is known of an article.", TALKS, "about"),
            Component("All corrections", "Beneath a notice.", TALKS, "all-corrections"),
            Component("What a reader can do", "Beneath a text that takes notes.", TALKS, "propose"),
        ),
    ),
    (
        "Lists",
        (
            Component("Article", "An article in any list.", "articles/", "row"),
            Component(
                "Note by itself",
                "A note away from its text, with the words it quotes and the way to its place.",
                "notes/",
                "note-card",
            ),
            Component("Entries of a month", "A list by date.", "articles/", "month"),
            Component(
                "Years",
                "Ways to pages beside each other, with how much is there.",
                "notes/2025/",
                "years",
            ),
            Component(
                "Neighbours", "Ways to what comes before and after.", "articles/2025/", "neighbours"
            ),
            Component("Nothing", "Where there is nothing to show.", "contribute/", "nothing"),
            Component("The rest", "Where there is more than is shown.", "", "more"),
            Component("Names", "A list by name, in two columns.", "actors/", "index-group"),
            Component("Tree", "Topics within topics.", "topics/", "tree"),
        ),
    ),
    (
        "Dossiers",
        (
            Component("Head of a dossier", "Who it is, with its names elsewhere.", BERG, "head"),
            Component("Facts box", "What the record says, at the side.", BERG, "facts-box"),
            Component("Strip", "How many of a list fall in each stretch of time.", "", "strip"),
            Component("Named together", "Who is named with whom.", BERG, "together"),
            Component(
                "Passages of an article",
                "What an article says of the dossier’s subject, word for word.",
                BERG,
                "appearance",
            ),
            Component("Heading of a year", "In a list by date.", BERG, "year"),
            Component("Filters", "Narrows the passages on a page.", BERG, "narrowing"),
        ),
    ),
    (
        "Overview",
        (
            Component("Tally", "How much there is, and from when to when.", "", "tally"),
            Component("Disagreement", "Two notes that stand against each other.", "", "dispute"),
            Component("Discussed passage", "Words that several notes are on.", "", "discussed"),
            Component("Names in a line", "A few names with their numbers.", "", "chips"),
            Component("Legend", "Says what marks mean.", "timeline/", "head"),
            Component(
                "Year of the timeline",
                "Articles by date, each with its strongest note; the mark of one that many notes "
                "rest on is filled.",
                "timeline/",
                "timeline-year",
            ),
        ),
    ),
    (
        "Search, previews and forms",
        (
            Component(
                "Search", "Filters, and the place of what is found.", "search/", "search-panel"
            ),
            Component("Search form", "Words to search, with an order.", "search/", "search-form"),
            Written(
                "Facet",
                "Narrows the results.",
                "search-facets.js",
                '<details class="facet" open><summary>Kind</summary><fieldset>'
                '<label class="facet-value"><input type="checkbox"> Article '
                '<span class="count">3</span></label>'
                '<details class="facet-more"><summary>1 more</summary>'
                '<label class="facet-value"><input type="checkbox"> Note '
                '<span class="count">5</span></label>'
                "</details></fieldset></details>"
                '<details class="facet" open><summary>Topic</summary>'
                '<p class="facet-none">Nothing to choose</p></details>',
            ),
            Written(
                "Result",
                "Something that was found.",
                "search-results.js",
                '<div class="search-results"><h2 class="result-group">Notes</h2>'
                '<ol><li class="result" data-kind="Note">'
                '<p class="result-kind">Note: question</p>'
                '<p class="result-title"><a href="#">On “Talks on the Lorn”</a></p>'
                '<p class="result-details">7 March 2025 · Ida Moor</p>'
                '<p class="result-excerpt">Which <mark>summer</mark>?</p></li></ol></div>',
            ),
            Written(
                "Preview",
                "What a link leads to, while the reader rests on it.",
                "previews.js",
                '<div class="preview md-typeset"><p class="preview-of">On “Talks on the Lorn”</p>'
                '<p class="preview-name">Anna Berg</p>'
                '<p class="preview-office">acting mediator, Lorn Commission</p>'
                '<p class="standfirst">A mediator from Lornhaven.</p></div>',
            ),
            Written(
                "Add a note",
                "Beside words that the reader selects.",
                "propose.js",
                '<button type="button" class="add-note-here as-button main">Add a note</button>',
            ),
            Written(
                "Dialogue",
                "The form for a note, over the page that it is on.",
                "propose-note.js",
                '<div class="note-dialogue md-typeset"><h2>Add a note</h2><form class="proposal">'
                '<blockquote class="quoted">a text before the summer</blockquote>'
                '<p class="actions"><button type="button" class="main">Propose</button></p>'
                "</form></div>",
            ),
            Component("Ticks", "Several of a closed list.", "contribute/", "ticks", "proposal"),
            Component(
                "Form", "Takes a proposal and makes a file of it.", "contribute/", "proposal"
            ),
        ),
    ),
)


def page() -> str:
    """The page: Markdown with the HTML of each component."""
    with TemporaryDirectory() as folder:
        made = _archive(Path(folder))
    return "\n".join([_HEAD, *_sections(made)])


_HEAD = """\
---
archive: components
---

# Components

<!-- Made from the templates by `make components`. -->

What pages are made of: each as the templates or, where that is said, a script makes it.
A new page is put together from these. What is new in kind comes here with it,
by way of `tests/components.py`.

Colours, sizes and spaces are custom properties in `tokens.css`.
Styles use these, and logical properties (`margin-inline-start`), so that they hold in the dark, in
print and from right to left.
"""


def _sections(made: Made) -> Iterator[str]:
    for heading, components in GROUPS:
        yield f"## {heading}\n"
        for number, it in enumerate(components):
            mark = re.sub(r"\W+", "-", f"{heading} {number}".lower())
            made_by = f" Made by `{it.script}`." if isinstance(it, Written) else ""
            yield f"## {it.name}\n\n{it.use}{made_by}\n"
            yield f'<div class="example">\n{_shown(_html(made, it), mark)}\n</div>\n'


def _html(made: Made, component: Component | Written) -> str:
    if isinstance(component, Written):
        return component.html
    html = str(made.pages[component.address].html if component.address else made.home)
    piece = cut(html, component.classes)
    return f'<div class="{component.around}">{piece}</div>' if component.around else piece


def _archive(root: Path) -> Made:
    """The fixture archive, with notes that disagree and notes that rest on an article."""
    write(
        root, {it.relative_to(FIXTURE).as_posix(): it.read_bytes() for it in FIXTURE.rglob("*.md")}
    )
    notes = "articles/2025/lorn-talks.notes"
    write(
        root,
        {
            f"{notes}/not-so.md": note(
                "Not before autumn.",
                by="ida",
                date="2025-03-11",
                quote="a text before the summer",
                kind="assessment",
                likelihood="unlikely",
                reply_to="no-text",
                sources=["lorn-bridge"],
            ),
            "articles/2025/kept-elsewhere.notes/a.md": note(
                whole=True, quote=None, sources=["lorn-bridge"]
            ),
            "articles/2024/lorn-bridge.notes/a.md": note(
                LONG, by="ida", quote="Trucks wait on both banks", kind="context"
            ),
        },
    )
    return site_of(root, read_settings(FIXTURE))


_REFERENCE = re.compile(r' (id|for|list|aria-labelledby|aria-details|aria-describedby)="([^"]+)"')
_LINK = re.compile(r' href="[^"]*"')
_STATE = re.compile(r" (hidden|autofocus)(?=[ >])")
_BLANK = re.compile(r"\n\s*\n")


def _shown(html: str, mark: str) -> str:
    """A piece that stands by itself: its links lead nowhere, its ids are its own, all is seen."""
    own = _REFERENCE.sub(lambda it: f' {it[1]}="{mark}-{it[2]}"', html)
    return _BLANK.sub("\n", _STATE.sub("", _LINK.sub(' href="#"', own))).strip()


def cut(html: str, classes: str) -> str:
    """The first element with these classes, as it is written. Raises `LookupError` for none."""
    cutter = _Cutter(html, set(classes.split()))
    cutter.feed(html)
    if cutter.found is None:
        raise LookupError(f"no element has the classes {classes}")
    return cutter.found


class _Cutter(HTMLParser):
    def __init__(self, html: str, classes: set[str]) -> None:
        super().__init__()
        self.found: str | None = None
        self._html, self._classes = html, classes
        self._lines = [0, *(at + 1 for at, char in enumerate(html) if char == "\n")]
        self._name, self._start, self._depth = "", 0, 0

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._depth:
            self._depth += tag == self._name
        elif self.found is None and self._classes <= set((dict(attrs).get("class") or "").split()):
            self._name, self._start, self._depth = tag, self._offset(), 1

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag == self._name:
            self._depth -= 1
            if not self._depth:
                self.found = self._html[self._start : self._offset()] + f"</{tag}>"


if __name__ == "__main__":
    if sys.argv[1:] != ["write"]:
        sys.exit(__doc__)
    PAGE.write_text(page(), encoding="utf-8")
