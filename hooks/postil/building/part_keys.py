"""What stands for all that the pages of a part of the site are composed of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from postil.building.ledger import Part
from postil.building.publishing import PartKeys
from postil.building.tracing import Digests
from postil.digests import digest_of
from postil.model.archive import Record, Target
from postil.pages.shelf import Shelf
from postil.spool import mark_of


def part_keys(shelf: Shelf, digests: Digests) -> PartKeys:
    """The keys of the parts of a site.

    A dossier's stands for whatever names, offices and addresses may show in it: those of all
    actors, topics and analysts. That is more than it needs, and it spares looking what it needs.
    """
    archive = shelf.site.archive
    tables: list[Mapping[str, Record[Any]]] = [archive.actors, archive.topics, archive.analysts]
    everyone = digest_of(digests.of_front(it) for table in tables for it in table.values())
    passages = _passages(shelf)
    counts = digest_of(
        f"{dossier.id} {len(articles)}".encode()
        for dossier, articles in shelf.appearances.items()
        if dossier.kind == "topics"
    )

    def key(part: Part) -> bytes:
        match part:
            case "articles", id_:
                return mark_of(shelf.slips[Target("articles", id_)].page)
            case ("actors" | "topics") as kind, id_:
                return digest_of([everyone, counts, *_dossier(Target(kind, id_))])
            case "analysts", id_:
                return digest_of([everyone, *_analyst(id_)])
            case _:
                return b""  # they are made of everything, and put together anew

    def _dossier(dossier: Target) -> Iterator[bytes]:
        yield digests.of_record(archive.target(dossier))
        yield mark_of(shelf.slips[dossier].profile)
        for note in shelf.site.relations.elsewhere.get(dossier, ()):
            yield mark_of(shelf.notes[note.key].listed)
        yield b"".join(passages[dossier])

    def _analyst(id_: str) -> Iterator[bytes]:
        yield digests.of_record(archive.analysts[id_])
        for note in shelf.site.relations.signed.get(id_, ()):
            yield mark_of(shelf.notes[note.key].listed)

    return key


def _passages(shelf: Shelf) -> Mapping[Target, list[bytes]]:
    """What stands for the passages of each dossier, newest first: digests, all of one length."""
    passages: dict[Target, list[bytes]] = defaultdict(list)
    for article in shelf.newest:
        slip = shelf.slips[Target("articles", article.id)]
        for dossier, piece in slip.appearances.items():
            passages[dossier].append(mark_of(piece) + slip.around)
    return passages
