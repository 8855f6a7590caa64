"""What the work on any text needs beside the text: the site without its texts, and the names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from postil.linking.lexicon import Lexicon
from postil.linking.link import language_of
from postil.model.archive import NoteRecord, Positions, Record
from postil.pages.site import Site

AnyRecord = TypeVar("AnyRecord", bound=Record[Any])

_NOWHERE = Positions("", {}, 0)


@dataclass(frozen=True)
class Workshop:
    """Where texts are worked on. To another process it travels without any text in it."""

    site: Site
    lexicons: Mapping[str, Lexicon]

    def lexicon_for(self, record: Record[Any]) -> Lexicon:
        """The names to look for in a record's text."""
        return self.lexicons[language_of(record, self.site.language)]

    def __reduce__(self) -> tuple[Callable[..., "Workshop"], tuple[object, ...]]:
        return Workshop, (_without_texts(self.site), self.lexicons)


def _without_texts(site: Site) -> Site:
    """A site as far as the page of a text shows it: of any record but its own the front matter."""
    archive, relations = site.archive, site.relations
    notes = _all_without_text(archive.notes)

    def same(noted: Mapping[Any, tuple[NoteRecord, ...]]) -> dict[Any, tuple[NoteRecord, ...]]:
        return {key: tuple(notes[note.key] for note in found) for key, found in noted.items()}

    return replace(
        site,
        archive=replace(
            archive,
            articles=_all_without_text(archive.articles),
            actors=_all_without_text(archive.actors),
            topics=_all_without_text(archive.topics),
            analysts=_all_without_text(archive.analysts),
            notes=notes,
        ),
        relations=replace(
            relations,
            citing=same(relations.citing),
            notes_on=same(relations.notes_on),
            ties={},
            beside={},
            signed={},
            elsewhere={},
        ),
    )


def _all_without_text(records: Mapping[str, AnyRecord]) -> dict[str, AnyRecord]:
    return {
        key: replace(record, utf8=b"", positions=_NOWHERE, extensions={})
        for key, record in records.items()
    }
