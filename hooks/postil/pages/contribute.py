"""`contribute/`: forms whose answers become a record's file, and the form for a note.

The script of an article takes the form for a note from here, so that no other page grows by it.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, NamedTuple, get_args

from postil.markup.html import root_of
from postil.model.archive import Record
from postil.model.records import Actor, Analyst, Article, Note, Topic, set_keys
from postil.model.values import ID_PATTERN, MAX_ID_LENGTH
from postil.model.vocabulary import (
    ACTOR_TYPE_LABEL,
    TEXT_FORM_LABELS,
    ArticleKind,
    Confidence,
    NoteKind,
)
from postil.pages.by_name import in_order
from postil.pages.environment import render
from postil.pages.forge import Forge, filled, forge_of
from postil.pages.page import Page, PlannedPage, planned
from postil.pages.site import Site

CONTRIBUTE_PAGE = "contribute/"
"""The address of the page."""


class Skeleton(NamedTuple):
    """A record's file with its blanks, for those whose browsers run no script."""

    path: str
    text: str


SKELETONS = {
    "article": Skeleton(
        "articles/2025/words-of-the-title.md",
        "---\ntitle: \npublished: \nsource:\n  outlet: \n  url: \ntopics:\n  - \ntext: digest\n"
        "---\n\n",
    ),
    "actor": Skeleton("docs/actors/first-last.md", "---\nname: \ntype: Person\nsummary: \n---\n"),
    "topic": Skeleton("docs/topics/word.md", "---\nname: \nsummary: \n---\n"),
    "analyst": Skeleton("docs/analysts/first-last.md", "---\nname: \n---\n"),
}


def contribute_page(site: Site) -> PlannedPage:
    """The page that takes proposals."""
    forge = forge_of(site.archive.settings)
    title = "Contribute"
    description = "Propose an article, an actor, a topic or a note."
    html = render(
        "contribute.html",
        root_of(CONTRIBUTE_PAGE),
        title=title,
        site_name=site.archive.settings.site_name,
        keys={it.__name__.lower(): _keys(it) for it in (Note, Article, Actor, Topic, Analyst)},
        guide=site.archive.settings.guide,
        new_file=forge.new_file if forge else "",
        plain_links=_plain_links(forge) if forge else {},
        id_pattern=ID_PATTERN,
        id_length=MAX_ID_LENGTH,
        note_kinds=_options(NoteKind),
        confidences=_options(Confidence),
        article_kinds=_options(ArticleKind),
        text_forms=TEXT_FORM_LABELS,
        actor_types=ACTOR_TYPE_LABEL,
        topics=_names(site.archive.topics),
        analysts=_names(site.archive.analysts),
    )
    return planned(Page(CONTRIBUTE_PAGE, title, description, "contribute", html, site.language))


def _keys(record_type: type) -> str:
    """The keys of a record, in the order in which they are written; those of sets in braces."""
    sets = set_keys(record_type)
    return " ".join(f"{{{it.name}}}" if it.name in sets else it.name for it in fields(record_type))


def _names(records: Mapping[str, Record[Any]]) -> list[tuple[str, str]]:
    """Records to choose from, in the order of their names."""
    return [(id_, records[id_].data.name) for id_ in in_order(records, records)]


def _options(words: object) -> list[tuple[str, str]]:
    """The words of a closed list, with what is shown for each."""
    return [(word, word.capitalize()) for word in get_args(words)]


def _plain_links(forge: Forge) -> dict[str, str]:
    """The forge's page for a new file, with each kind of record's skeleton in it."""
    return {
        kind: filled(forge.new_file, path=skeleton.path, text=skeleton.text)
        for kind, skeleton in SKELETONS.items()
    }
