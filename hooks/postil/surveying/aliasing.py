"""What another name in an actor's record would change: the archive is linked with it, and compared.

All articles are linked anew. A name can change an article that does not have it: nothing here rests
on knowing which.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.link import LinkedArchive, LinkedText, link, link_faults
from postil.model.archive import Archive
from postil.surveying.naming_changes import NamingChanges, naming_changes

Key = Literal["aliases", "weak_aliases"]


@dataclass(frozen=True)
class Consequences:
    """Mentions that would come, go or change, and faults that the check would have to tell."""

    changes: NamingChanges
    faults: tuple[Diagnostic, ...]
    after: LinkedArchive


def with_name(archive: Archive, actor: str, key: Key, name: str) -> Archive:
    """The archive with a name more in an actor's record. Raises `KeyError` if there is no actor."""
    record = archive.actors[actor]
    names: dict[str, Any] = {key: (*getattr(record.data, key), name)}
    changed = replace(record, data=replace(record.data, **names))
    return replace(archive, actors={**archive.actors, actor: changed})


def consequences(linked: LinkedArchive, changed: Archive, paths: frozenset[str]) -> Consequences:
    """What changes where an archive's records are replaced; `paths` as in `link_faults`.

    Notes stand on words and not on names: they are left out.
    """
    after = link(replace(changed, notes={}))
    told = set(link_faults(linked, paths))
    faults = tuple(sorted(fault for fault in link_faults(after, paths) if fault not in told))
    return Consequences(naming_changes(_articles(linked), _articles(after)), faults, after)


def _articles(linked: LinkedArchive) -> Mapping[str, LinkedText]:
    return {text.record.id: text for text in linked.articles()}
