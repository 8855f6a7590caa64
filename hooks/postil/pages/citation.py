"""How an article is cited: the original, and the page that the archive has of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from postil.model.archive import Record
from postil.model.dates import Edtf
from postil.model.records import Article
from postil.model.vocabulary import TEXT_FORM_LABELS
from postil.pages.dates import date_label
from postil.pages.site import Site, actor_name, language_of

_ENDS = ("?", "!", "…", ".")
"""What ends a title, so that no full stop follows."""


@dataclass(frozen=True)
class Work:
    """Something to be cited.

    `kind` is the term of CSL and `key` what tells it from other works. `container` is what it was
    published in; `note` says what else a reader must know. `archive` names where a copy is kept,
    and `archive_url` its address there.
    """

    key: str
    kind: Literal["article-newspaper", "webpage"]
    title: str
    authors: tuple[str, ...]
    container: str
    issued: Edtf | None
    language: str
    url: str | None = None
    accessed: Edtf | None = None
    note: str | None = None
    archive: str | None = None
    archive_url: str | None = None


def original(site: Site, record: Record[Article]) -> Work:
    """An article as its source published it, kept in this archive.

    Where the source's title is not known, the archive's own stands in brackets, as what a citation
    says in the place of a title does.
    """
    article = record.data
    return Work(
        key=record.id,
        kind="article-newspaper",
        title=original_title(article) or f"[{article.title}]",
        authors=article.source.byline,
        container=actor_name(site, article.source.outlet),
        issued=article.published,
        language=language_of(site, record),
        url=article.source.url,
        accessed=article.retrieved.at if article.retrieved else None,
        archive=site.archive.settings.site_name,
        archive_url=address_of(site, record),
    )


def original_title(article: Article) -> str | None:
    """The headline that the source gave it, if that is known: a digest's is the archive's own."""
    return article.source.title or (article.title if article.text != "digest" else None)


def archived_page(site: Site, record: Record[Article]) -> Work:
    """The archive's page of an article. When it was made is not on record, so it has no date."""
    article = record.data
    outlet = actor_name(site, article.source.outlet)
    published = date_label(article.published, site.language)
    is_their_text = article.text in {"full", "excerpt"}
    return Work(
        key=f"{record.id}:archive",
        kind="webpage",
        title=article.title,
        authors=article.source.byline if is_their_text else (),
        container=site.archive.settings.site_name,
        issued=None,
        language=language_of(site, record),
        url=address_of(site, record),
        note=f"{TEXT_FORM_LABELS[article.text]}; from {outlet}, {published}",
    )


def address_of(site: Site, record: Record[Article]) -> str | None:
    """The whole address of an article's page, where the archive knows its own."""
    root = site.archive.settings.address
    return f"{root}{site.addresses[record.path]}" if root else None


def citation_line(work: Work, language: str) -> str:
    """A work as a reference list has it, with dates in the archive's `language`."""
    title = work.title if work.title.endswith(_ENDS) else f"{work.title}."
    issued = f", {date_label(work.issued, language)}" if work.issued else ""
    accessed = f" (accessed {date_label(work.accessed, language)})" if work.accessed else ""
    parts = (
        f"{_listed(work.authors)}." if work.authors else "",
        f"“{title}”",
        f"{work.container}{issued}.",
        f"{work.note}." if work.note else "",
        f"{work.url}{accessed}." if work.url else "",
    )
    return " ".join(filter(None, parts))


def _listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
