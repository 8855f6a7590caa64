"""The generators that Postil is measured beside, and how each builds its site."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from edits import added_note, added_paragraph
from tools import ELEVENTY, HUGO, MATERIAL, PELICAN, ZENSICAL, Tool

Search = Literal["without search", "with search"]
SEARCHES: tuple[Search, ...] = get_args(Search)

Edit = Callable[[Path, int, str], AbstractContextManager[str]]


@dataclass(frozen=True)
class Peer:
    """A generator and one of its sites, which it builds into the site's folder `site/`.

    `site` is a name in `generate.py`, `texts` the folder with the years' folders of articles.
    `whole` builds the site from nothing, `again` after `edit` has changed a text: in the quickest
    way after which all of the site is right. Both are options of the tool's program.
    """

    name: str
    search: Search
    tool: Tool | None
    site: str
    texts: str
    whole: tuple[str, ...]
    again: tuple[str, ...]
    edit: Edit = added_paragraph


def own_program() -> Path:
    """Postil's program: it is the one that is not installed anew but stands in this repository."""
    return Path(sys.executable).with_name("postil")


_MKDOCS = ("build", "--quiet")
_BARE = ("--config-file", "bare.yml")
_HUGO = _ELEVENTY = _PELICAN = ("--quiet",)
_BUILD = ("build",)

_WITHOUT, _WITH = SEARCHES

_MATERIAL_SITE = (MATERIAL, "material", "docs/articles")
_ZENSICAL_SITE = (ZENSICAL, "zensical", "docs/articles")

PEERS = (
    Peer("Material", _WITHOUT, *_MATERIAL_SITE, (*_MKDOCS, *_BARE), (*_MKDOCS, *_BARE, "--dirty")),
    # After `--dirty` the search would find the changed page and no other.
    Peer("Material", _WITH, *_MATERIAL_SITE, _MKDOCS, _MKDOCS),
    # It keeps what it has rendered, in `.cache`.
    Peer("Zensical", _WITHOUT, *_ZENSICAL_SITE, (*_BUILD, *_BARE), (*_BUILD, *_BARE)),
    Peer("Zensical", _WITH, *_ZENSICAL_SITE, _BUILD, _BUILD),
    # It keeps nothing from one process to the next.
    Peer("Hugo", _WITHOUT, HUGO, "hugo", "content/articles", _HUGO, _HUGO),
    # Told `--incremental=FILE`, a new process of version 3.1.8 breaks off at the lists of a site.
    Peer("Eleventy", _WITHOUT, ELEVENTY, "eleventy", "articles", _ELEVENTY, _ELEVENTY),
    # To read its cache takes as long as to read the texts again.
    Peer("Pelican", _WITHOUT, PELICAN, "pelican", "content", _PELICAN, _PELICAN),
    Peer("Postil", _WITHOUT, None, "postil-without-search", "articles", _BUILD, _BUILD, added_note),
    Peer("Postil", _WITH, None, "postil", "articles", _BUILD, _BUILD, added_note),
)
"""All that is measured. Only Material, Zensical and Postil bring a search."""

NAMES = tuple(dict.fromkeys(peer.name for peer in PEERS))
