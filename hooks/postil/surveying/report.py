"""What a change does to an archive, in readers' terms."""

from collections.abc import Mapping
from dataclasses import dataclass

from postil.diagnostics.diagnostic import Diagnostic
from postil.surveying.link_changes import LinkChange
from postil.surveying.note_changes import NoteChange
from postil.surveying.record_changes import RecordChange


@dataclass(frozen=True)
class PageChanges:
    """The addresses of pages that come, change or go, in order. Indexes are not among them."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """All that a change does.

    `names` are the names of actors by their ids, and `titles` those of articles; `lost` has an
    error for each address that would vanish; `reformatted` are the files of which only the form
    changed, and `unseen` those that readers see nothing of, such as drafts. `errors_before` and
    `errors` count what the check tells of the archive before and after.
    """

    records: tuple[RecordChange, ...]
    notes: tuple[NoteChange, ...]
    links: tuple[LinkChange, ...]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    pages: PageChanges
    lost: tuple[Diagnostic, ...]
    reformatted: tuple[str, ...]
    unseen: tuple[str, ...]
    errors_before: int
    errors: int

    @property
    def fails(self) -> bool:
        """Whether it should not be merged: an address vanishes, or there is an error."""
        return bool(self.lost or self.errors)
