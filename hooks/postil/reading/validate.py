"""From a mapping to a record: the one model decides, and all faults of a file are told at once."""

from collections.abc import Iterator

from pydantic import ValidationError

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, has_errors
from postil.model.records import Article, Note
from postil.reading.faults import faults_of
from postil.reading.naming import mixed_scripts
from postil.reading.schema import EXTENSION, AnyData, adapter
from postil.reading.yaml_core import Yaml


def validate(yaml: Yaml, kind: str) -> tuple[AnyData | None, tuple[Diagnostic, ...]]:
    """The record that the front matter makes, or `None`; and all that is or looks wrong with it."""
    known = {key: value for key, value in yaml.data.items() if not key.startswith(EXTENSION)}
    try:
        record = adapter(kind).validate_python(known)
    except ValidationError as error:
        return None, tuple(sorted(set(faults_of(error, yaml, kind))))
    faults = tuple(_rules(record, yaml))
    return (None if has_errors(faults) else record), faults


def extensions(yaml: Yaml) -> dict[str, object]:
    """The keys of the archive's own, which pass through unchecked."""
    return {key: value for key, value in yaml.data.items() if key.startswith(EXTENSION)}


def _rules(record: object, yaml: Yaml) -> Iterator[Diagnostic]:
    """What a type alone cannot say."""
    if isinstance(record, Article) and not record.topics:
        yield Diagnostic(
            yaml.value_place(("topics",)),
            Code.WRONG_VALUE,
            "`topics` is empty",
            "Name at least one topic, by its id.",
        )
    if isinstance(record, Note):
        yield from _note_rules(record, yaml)
    yield from mixed_scripts(record, yaml)


def _note_rules(note: Note, yaml: Yaml) -> Iterator[Diagnostic]:
    if note.quote is None and not note.whole:
        yield Diagnostic(
            yaml.value_place(()),
            Code.MISSING_KEY,
            "`quote` is missing",
            "Add `quote:` with the words the note is about, verbatim; or `whole: true`.",
        )
    if note.quote is not None and note.whole:
        yield Diagnostic(
            yaml.value_place(("whole",)),
            Code.WRONG_VALUE,
            "The note has both `quote` and `whole: true`",
            "Keep the one that is meant.",
        )
    if not note.is_current and note.reason is None:
        yield Diagnostic(
            yaml.value_place(("status",)),
            Code.MISSING_KEY,
            f"A {note.status} note says why, and `reason` is missing",
            "Add `reason:` with one sentence for readers.",
        )
