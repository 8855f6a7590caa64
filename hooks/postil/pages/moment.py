"""An article as the timeline shows it: when, what, and what weighs most of what was noted on it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from postil.linking.link import LinkedText, PlacedNote
from postil.markup.html import ANY_ROOT
from postil.model.archive import Target
from postil.pages.article_row import ArticleRow
from postil.pages.dates import day_label
from postil.pages.environment import call
from postil.pages.notes import NoteView, count_current
from postil.pages.site import Site
from postil.text.opening import opening

TURNING_POINT = 3
"""Notes on other texts that must name an article as their source for it to be marked."""

_SAID = 160
"""Characters shown of the note."""

_CONFIDENCE = {None: 0, "low": 1, "moderate": 2, "high": 3}


class Moment(NamedTuple):
    """An article on the timeline, as HTML for any page (see `at_root`).

    `weight` is the number of current notes on it and of those elsewhere that rest on it.
    """

    weight: int
    html: Markup


@dataclass(frozen=True)
class Strongest:
    """The note that a moment shows, with how it begins."""

    note: NoteView
    begins: str


def moment(site: Site, text: LinkedText, row: ArticleRow, notes: Mapping[str, NoteView]) -> Moment:
    """The moment of an article that lists show as `row`; `notes` are those on it, by key."""
    own = Target("articles", text.record.id)
    citing = site.relations.citing.get(own.id, ())
    resting = count_current(note for note in citing if note.target != own)
    found = strongest(text)
    html = call(
        "overview.html",
        "moment",
        row,
        day_label(text.record.data.published, site.language),
        found and Strongest(notes[found.record.key], opening(found.document.plain, _SAID)),
        resting,
        resting >= TURNING_POINT,
        ANY_ROOT,
    )
    return Moment(row.notes + resting, html)


def strongest(text: LinkedText) -> PlacedNote | None:
    """The current note that its authors are surest of; of several, the most answered, the first."""
    current = [note for note in text.notes() if note.record.data.is_current]
    answers = Counter(note.answers for note in current)

    def strength(note: PlacedNote) -> tuple[int, int, int]:
        confidence = _CONFIDENCE[note.record.data.confidence]
        return confidence, answers[note.number], -note.number

    return max(current, key=strength, default=None)
