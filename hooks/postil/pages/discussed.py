"""The discussions of a text as the overview shows them: the words, and who notes what on them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from postil.linking.discussions import Discussion, Matter, discussions
from postil.linking.link import LinkedText, PlacedNote
from postil.markup.html import ANY_ROOT
from postil.model.records import Article
from postil.pages.environment import call
from postil.pages.notes import Link, NoteView
from postil.pages.site import Site, title_of
from postil.text.opening import opening

_QUOTED = 220
"""Characters shown of the words that are discussed."""

_SAID = 200
"""Characters shown of a note."""


class Ranked(NamedTuple):
    """HTML for any page (see `at_root`), what it is ranked by, highest first, and a key."""

    rank: tuple[object, ...]
    key: str
    html: Markup


@dataclass(frozen=True)
class Place:
    """Words under discussion, or a whole text, and where they stand."""

    quote: str | None
    language: str
    address: str
    text: Link


@dataclass(frozen=True)
class Side:
    """A note in a disagreement, with how it begins."""

    note: NoteView
    begins: str


MATTERS: Mapping[Matter, str] = {
    "likelihood": "How likely is it?",
    "correction": "One note corrects another",
    "question": "One note questions another",
    "reading": "Two readings",
}
"""What readers are told that notes disagree over."""


def discussed(
    site: Site, text: LinkedText, notes: Mapping[str, NoteView]
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """What is discussed most in a text, and the disagreements in it; `notes` are its notes by key.

    A passage counts as discussed from two current notes on; a withdrawn text has no passages.
    """
    found = () if _is_withdrawn(text) else tuple(discussions(text))
    most = (_most(site, text, it, notes) for it in found if len(it.notes) > 1 and it.first.passage)
    disputes = (_dispute(site, text, it, notes) for it in found)
    return tuple(most), tuple(dispute for dispute in disputes if dispute)


def _is_withdrawn(text: LinkedText) -> bool:
    return isinstance(text.record.data, Article) and text.record.data.status == "withdrawn"


def _most(
    site: Site, text: LinkedText, discussion: Discussion, notes: Mapping[str, NoteView]
) -> Ranked:
    """By the number of notes, then by the newest of them."""
    first = discussion.first
    kinds = Counter(note.record.data.kind for note in discussion.notes)
    ranked = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    count = len(discussion.notes)
    newest = max(note.record.data.date.sort_key for note in discussion.notes)
    place = _place(site, text, notes[first.record.key])
    html = call("overview.html", "discussed", place, ranked, count, ANY_ROOT)
    return Ranked((count, newest), first.record.key, html)


def _dispute(
    site: Site, text: LinkedText, discussion: Discussion, notes: Mapping[str, NoteView]
) -> Ranked | None:
    """By the date of the later note."""
    found = discussion.disagreement()
    if found is None:
        return None

    def side(note: PlacedNote) -> Side:
        return Side(notes[note.record.key], opening(note.document.plain, _SAID))

    place = _place(site, text, notes[found.earlier.record.key])
    sides = [side(found.earlier), side(found.later)]
    html = call("overview.html", "dispute", MATTERS[found.over], place, sides, ANY_ROOT)
    return Ranked((found.later.record.data.date.sort_key,), found.later.record.key, html)


def _place(site: Site, text: LinkedText, note: NoteView) -> Place:
    page = site.addresses[text.record.path]
    return Place(
        quote=opening(note.quote, _QUOTED) if note.quote else None,
        language=note.language,
        address=f"{page}#{note.place or f'note-{note.id}'}",
        text=Link(title_of(text.record), page),
    )
