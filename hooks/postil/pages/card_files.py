"""The cards of all articles, each beside its page."""

from collections.abc import Iterator

from postil.model.archive import Target
from postil.pages.card import CARD
from postil.pages.page import Asset
from postil.pages.shelf import Shelf


def card_files(shelf: Shelf) -> Iterator[Asset]:
    """The cards, if the archive has any."""
    site = shelf.site
    if site.archive.settings.cards:
        for id_ in site.archive.articles:
            card = shelf.slips[Target("articles", id_)].card
            yield Asset(f"{site.article_address(id_)}{CARD}", shelf.read(card))
