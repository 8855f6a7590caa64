"""The card of an article: the picture that is shown where its address is shared."""

from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from postil.model.archive import Record, Settings
from postil.model.records import Article
from postil.pages.dates import date_label
from postil.pages.site import Site, actor_name, language_of
from postil.text.direction import direction_of

CARD = "card.png"
"""The file beside an article's page."""

LETTERS = tuple(
    Path(__file__).parent / "fonts" / name
    for name in (
        "SourceSerif4_600SemiBold.ttf",
        "NotoNaskhArabic_600SemiBold.ttf",
        "NotoSerifHebrew_600SemiBold.ttf",
    )
)
"""The fonts, of which the first that has all letters of a text is taken."""


@dataclass(frozen=True)
class Card:
    """What a card says, and whether its title runs from the right."""

    site: str
    title: str
    outlet: str
    date: str
    is_from_the_right: bool


def wants_cards(settings: Settings) -> bool:
    """Whether cards are asked for, and somebody could be shown them: they need a whole address."""
    return settings.cards and settings.address is not None


def lacking() -> str | None:
    """What cards are drawn with and is not here, in a sentence; nothing if all is."""
    if find_spec("PIL") is None:
        return "There are no cards: Pillow is not installed. Install postil[cards]."
    lost = next((it for it in LETTERS if not it.is_file()), None)
    return (
        f"There are no cards: the font {lost.name} is gone. Install Postil anew." if lost else None
    )


def drawable(settings: Settings) -> Settings:
    """The settings with cards only where they are wanted and can be drawn."""
    return replace(settings, cards=wants_cards(settings) and lacking() is None)


def card_of(site: Site, record: Record[Article]) -> bytes:
    """The card of an article, as a PNG file."""
    from postil.pages.drawing import draw  # noqa: PLC0415 -- needs what may be missing

    article = record.data
    return draw(
        Card(
            site=site.archive.settings.site_name,
            title=article.title,
            outlet=actor_name(site, article.source.outlet),
            date=date_label(article.published, site.language),
            is_from_the_right=direction_of(language_of(site, record)) == "rtl",
        )
    )
