"""What stands for all that the pages of a part of the site are composed of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from postil.building.ledger import Part
from postil.building.publishing import PartKeys
from postil.building.tracing import Digests
from postil.digests import digest_of
from postil.model.archive import Target
from postil.pages.dossier import head_told
from postil.pages.shelf import Shelf
from postil.pages.site import plain_html
from postil.spool import mark_of


def part_keys(shelf: Shelf, digests: Digests) -> PartKeys:
    """The keys of the parts of a site."""
    passages = _passages(shelf)

    def key(part: Part) -> bytes:
        match part:
            case "articles", id_:
                return mark_of(shelf.slips[Target("articles", id_)].page)
            case ("actors" | "topics") as kind, id_:
                dossier = Target(kind, id_)
                return digest_of([*head_told(shelf, dossier), bytes(passages[dossier])])
            case "analysts", id_:
                return digest_of([shelf.everyone, *_analyst(id_)])
            case _:
                return b""  # they are made of everything, and put together anew

    def _analyst(id_: str) -> Iterator[bytes]:
        record = shelf.site.archive.analysts[id_]
        yield digests.of_record(record)
        yield plain_html(shelf.site, record, "").encode()  # links in it lead nowhere or to a page
        for note in shelf.site.relations.signed.get(id_, ()):
            yield mark_of(shelf.notes[note.key].listed)

    return key


def _passages(shelf: Shelf) -> Mapping[Target, bytearray]:
    """What stands for the passages of each dossier, newest first: as many bytes for each."""
    passages: dict[Target, bytearray] = defaultdict(bytearray)
    for article in shelf.newest:
        slip = shelf.slips[Target("articles", article.id)]
        for dossier, piece in slip.appearances.items():
            passages[dossier] += mark_of(piece) + slip.around
    return passages
