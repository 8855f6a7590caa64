"""Two states of an archive, compared: what a change does to it in readers' terms."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from postil.building.composing import Composed
from postil.building.page_changes import page_changes
from postil.building.sources import Sources
from postil.building.tracing import FileDigest
from postil.linking.link import LinkedText, language_of, lexicons, link_text
from postil.linking.touched import touched_notes
from postil.model.archive import Archive, Target
from postil.pages.addresses import lost_addresses
from postil.pages.site import records
from postil.spool import length_of, mark_of
from postil.surveying.link_changes import link_changes
from postil.surveying.naming_changes import NamingChanges, naming_changes
from postil.surveying.note_changes import note_changes
from postil.surveying.record_changes import former_ids, record_changes
from postil.surveying.report import Report
from postil.surveying.versions import is_alike


@dataclass(frozen=True)
class State:
    """An archive at one time: its files, and what they were composed to."""

    sources: Sources
    composed: Composed

    @property
    def archive(self) -> Archive:
        """What is published of it."""
        return self.composed.shelf.site.archive

    @property
    def errors(self) -> int:
        """How many the check tells of it."""
        return sum(fault.is_error for fault in self.composed.diagnostics)


def compare(before: Sources, after: State, compose: Callable[[Sources], Composed]) -> Report:
    """The report on the change from the files that were there `before`.

    They are composed by `compose`, each in the form that it has now where nothing but its form
    changed: so form makes no difference anywhere.
    """
    settled = _in_form_of(before, after.sources)
    state = State(settled, compose(settled))
    old, new = state.archive, after.archive
    faulty = after.sources.reading.paths - _drafts(after.sources)
    again = {it.place.path: it.message for it in touched_notes(old, new)}
    reformatted = frozenset(
        path for path, known in settled.known.items() if known is not before.known.get(path)
    )
    return Report(
        records=tuple(record_changes(old, new, faulty)),
        notes=note_changes(old, new, again, faulty),
        links=link_changes(_naming(state, after)),
        names={id_: it.data.name for id_, it in (*old.actors.items(), *new.actors.items())},
        titles={id_: it.data.title for id_, it in (*old.articles.items(), *new.articles.items())},
        pages=page_changes(state.composed, after.composed),
        lost=tuple(sorted(lost_addresses(settled.reading, after.sources.reading))),
        reformatted=tuple(sorted(reformatted)),
        unseen=tuple(sorted(_unseen(state, after))),
        errors_before=state.errors,
        errors=after.errors,
    )


def _in_form_of(before: Sources, after: Sources) -> Sources:
    """The files before, those that changed nothing but their form as they are now."""
    now = {file.path: record for file, record in after.reading.records}
    alike = {
        record.path
        for _, record in before.reading.records
        if (it := now.get(record.path)) and it is not record and is_alike(record, it)
    }
    records = tuple(
        (file, now[file.path] if file.path in alike else record)
        for file, record in before.reading.records
    )
    known = {path: after.known[path] if path in alike else it for path, it in before.known.items()}
    return Sources(replace(before.reading, records=records), known)


def _drafts(sources: Sources) -> frozenset[str]:
    return frozenset(
        file.path
        for file, record in sources.reading.records
        if getattr(record.data, "status", None) == "draft"
    )


def _unseen(before: State, after: State) -> Iterator[str]:
    """The files that are not the same, and that readers see neither before nor after.

    Those with an error now are not among them: the check tells of these.
    """
    old, new = _digests(before.sources), _digests(after.sources)
    seen = _published(before.archive) | _published(after.archive)
    told = {fault.place.path for fault in after.composed.diagnostics if fault.is_error}
    hidden = (old.keys() | new.keys()) - seen - told
    for path in hidden:
        if old.get(path) != new.get(path):
            yield path


def _digests(sources: Sources) -> dict[str, FileDigest]:
    return {path: known.digest for path, known in sources.known.items()}


def _published(archive: Archive) -> set[str]:
    """The paths of what readers see."""
    return {record.path for record in (*records(archive), *archive.notes.values())}


def _naming(before: State, after: State) -> NamingChanges:
    """What became of the mentions that readers see. A renamed article is the same one."""
    old, new = before.archive.articles, after.archive.articles
    now = {was: id_ for id_, was in former_ids(old, new).items()}
    shown, shown_now = _mentions(before), _mentions(after)
    differing = {
        id_
        for id_ in shown.keys() | shown_now.keys()
        if shown.get(id_) != shown_now.get(now.get(id_, id_))
    }
    differing_now = {now.get(id_, id_) for id_ in differing}
    linked = {now.get(id_, id_): text for id_, text in _linked(before, differing)}
    return naming_changes(linked, dict(_linked(after, differing_now)))


def _mentions(state: State) -> Mapping[str, bytes]:
    """What stands for the mentions of each article that shows any."""
    slips = state.composed.shelf.slips
    rows = {id_: slips[Target("articles", id_)].mention_rows for id_ in state.archive.articles}
    return {id_: mark_of(piece) for id_, piece in rows.items() if length_of(piece)}


def _linked(state: State, wanted: set[str]) -> Iterator[tuple[str, LinkedText]]:
    """The articles among the wanted ones that show mentions, with these."""
    archive = state.archive
    names = lexicons(archive) if wanted else {}
    for id_ in sorted(wanted & _mentions(state).keys()):
        record = archive.articles[id_]
        yield id_, link_text(record, (), names[language_of(record, archive.settings.language)])
