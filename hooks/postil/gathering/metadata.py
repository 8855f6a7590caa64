"""Title, date, byline, outlet, language and address of an article, wherever its page has them.

Of several places the first that says something counts: what is stated for machines, then what is
meant for those who share the page, then what readers see.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postil.gathering.addresses import host_of, is_web_address, original_of, written_address
from postil.gathering.headline import beside_headline, headline
from postil.gathering.statements import Statement, statements, texts
from postil.gathering.times import edtf_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "publish-date",
    "pubdate",
    "date",
)
_UPDATED = ("article:modified_time", "og:updated_time", "last-modified")
_AUTHORS = ("author", "article:author", "parsely-author", "byl", "dc.creator")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")

_BETWEEN_NAMES = re.compile(r"\s*[,;،|]\s*|\s+(?:and|und|et|та|и|і|й|&)\s+")
_BEFORE_NAMES = re.compile(r"(?:by|von|par)\s+", re.IGNORECASE)
_LONGEST_NAME = 80
"""Characters of one who wrote an article; longer is what stands around names."""
_MOST_NAMES = 20

_TAG = re.compile(r"([a-z]{2,3})((?:[-_][a-z0-9]{2,8})*)", re.ASCII | re.IGNORECASE)
_REGION, _SCRIPT = 2, 4
"""Lengths of the parts of a language tag that begin with a capital letter, or are all capitals."""


@dataclass(frozen=True)
class Page:
    """A page's elements, what it states, its `meta` elements by small name, and its address."""

    tree: "HtmlElement"
    stated: tuple[Statement, ...]
    meta: Mapping[str, Sequence[str]]
    url: str | None


def page_of(tree: "HtmlElement", url: str | None) -> Page:
    """A page for its properties to be asked for. `url` is where it was found."""
    meta: dict[str, list[str]] = defaultdict(list)
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("http-equiv") or ""
        content = " ".join(element.get("content").split())
        if content:
            meta[name.lower()].append(content)
    return Page(tree, statements(tree), dict(meta), url)


def title_of(page: Page, outlet: str | None) -> str | None:
    """The headline, without the outlet's name."""
    shown = _shown(page, "//h1")
    given = (*_stated(page, "headline"), *_meta(page, "og:title", "twitter:title"))
    title = next(
        iter((*given, *(shown if len(shown) == 1 else ()), *_shown(page, "//title"))), None
    )
    outlets = filter(None, (outlet, host_of(page.url or "")))
    return title and headline(title, shown, outlets)


def published_of(page: Page) -> str | None:
    """When it was published, as EDTF, where the page states it."""
    times = page.tree.xpath("//time[@pubdate]/@datetime|//article//time/@datetime")
    return _first(
        edtf_of, _stated(page, "datePublished"), _meta(page, *_PUBLISHED), map(str, times[:1])
    )


def updated_of(page: Page) -> str | None:
    """When it was last changed, as EDTF."""
    return _first(edtf_of, _stated(page, "dateModified"), _meta(page, *_UPDATED))


def byline_of(page: Page, outlet: str | None) -> tuple[str, ...]:
    """Who wrote it: names, without that of the outlet."""
    names = list(_stated(page, "author")) or [
        name for given in _meta(page, *_AUTHORS) for name in names_in(given)
    ]
    linked = page.tree.xpath("//a[@rel='author']")
    names = names or [name for element in linked for name in names_in(element.text_content())]
    people = (name for name in names if _is_name(name) and name != outlet)
    return tuple(dict.fromkeys(people))[:_MOST_NAMES]


def outlet_of(page: Page) -> str | None:
    """The name of who published it: as it is given, or as it stands beside the headline."""
    given = (*_stated(page, "publisher"), *_meta(page, *_OUTLETS))
    named = next((name for name in given if not is_web_address(name)), None)
    titles = _shown(page, "//title")
    return named or (beside_headline(titles[0], _shown(page, "//h1")) if titles else None)


def language_of(page: Page) -> str | None:
    """Its language as a BCP 47 tag."""
    attribute = [page.tree.get("lang") or page.tree.get("xml:lang") or ""]
    return _first(
        _language_tag,
        _stated(page, "inLanguage"),
        attribute,
        _meta(page, "og:locale", "content-language"),
    )


def address_of(page: Page) -> str | None:
    """The address that the page calls its own, else that where it was found, fragment left out."""
    canonical = [str(link) for link in page.tree.xpath("//link[@rel='canonical']/@href")]
    given = (*canonical, *_meta(page, "og:url"), *_stated(page, "url"), *_stated_page(page))
    for address in (*given, page.url or ""):
        full = written_address(original_of(address)[0], page.url)
        if full and not _is_front_page(full, page.url):
            return full.partition("#")[0]
    return None


def is_walled(page: Page) -> bool:
    """Whether the page says that it is not free to read."""
    said = [statement.get("isAccessibleForFree") for statement in page.stated]
    return any(str(value).lower() == "false" for value in said)


def names_in(written: str) -> Iterator[str]:
    """The names in a line such as `By Ada Novak and Ivo Lind`."""
    line = _BEFORE_NAMES.sub("", " ".join(written.split()), count=1)
    yield from filter(None, _BETWEEN_NAMES.split(line))


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and not is_web_address(text) and "@" not in text


def _shown(page: Page, path: str) -> list[str]:
    """The words of elements that have some."""
    found = (" ".join(element.text_content().split()) for element in page.tree.xpath(path))
    return [words for words in found if words]


def _stated(page: Page, key: str) -> Iterator[str]:
    """What the first statement that has the property says."""
    for statement in page.stated:
        if found := list(texts(statement.get(key))):
            yield from found
            return


def _stated_page(page: Page) -> Iterator[str]:
    for statement in page.stated:
        for value in (statement.get("mainEntityOfPage"), statement):
            if isinstance(value, Mapping):
                yield from texts(value.get("@id"))
            else:
                yield from texts(value)


def _meta(page: Page, *names: str) -> Iterator[str]:
    for name in names:
        yield from page.meta.get(name, ())


def _first(read: Callable[[str], str | None], *places: Iterable[str]) -> str | None:
    """The first that can be read of what the places hold."""
    return next((found for place in places for text in place if (found := read(text))), None)


def _language_tag(written: str) -> str | None:
    found = _TAG.fullmatch(written.strip())
    if found is None:
        return None
    parts = re.split("[-_]", found[2])[1:]
    return "-".join([found[1].lower(), *map(_as_written, parts)])


def _as_written(part: str) -> str:
    """A part of a language tag in the case that is usual: `Hant`, `GB`."""
    if len(part) == _SCRIPT and part.isalpha():
        return part.capitalize()
    return part.upper() if len(part) == _REGION else part.lower()


def _is_front_page(url: str, found_at: str | None) -> bool:
    """Whether a page calls the outlet's front page its own address, as some do by mistake."""
    key, own = host_of(url), host_of(found_at or "")
    path = url.partition("://")[2].partition("/")[2].strip("/")
    return not path and bool(own) and key == own and (found_at or "").rstrip("/").count("/") > 2  # noqa: PLR2004 -- those of `https://host`
