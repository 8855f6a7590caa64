"""What search engines and aggregators read of an article: JSON-LD in the terms of schema.org."""

import json
from typing import Any

from markupsafe import Markup

from postil.model.archive import Record
from postil.model.records import Article
from postil.model.vocabulary import ArticleKind
from postil.pages.citation import address_of, original_title
from postil.pages.dates import machine_date
from postil.pages.site import Site, actor_name, language_of

_TYPES: dict[ArticleKind, str] = {
    "reportage": "NewsArticle",
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
}
"""https://schema.org/NewsArticle and the types below it; other kinds of text are articles."""

_IN_A_SCRIPT = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})
"""So that nothing ends the element that the data stands in (HTML, §4.12.1.3)."""


def structured_data(site: Site, record: Record[Article]) -> Markup:
    """The element that describes an article as its source published it, and where it is kept."""
    data = json.dumps(article_data(site, record), ensure_ascii=False).translate(_IN_A_SCRIPT)
    return Markup('<script type="application/ld+json">{}</script>').format(
        Markup(data)  # noqa: S704 -- escaped for where it stands
    )


def article_data(site: Site, record: Record[Article]) -> dict[str, Any]:
    """An article in the terms of schema.org."""
    article, source = record.data, record.data.source
    here = address_of(site, record)
    data = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(article.kind, "Article"),
        "headline": original_title(article) or article.title,
        "inLanguage": language_of(site, record),
        "datePublished": machine_date(article.published),
        "dateModified": machine_date(source.updated) if source.updated else None,
        "author": [{"@type": "Person", "name": name} for name in source.byline],
        "publisher": {"@type": "Organization", "name": actor_name(site, source.outlet)},
        "url": source.url,
        "archivedAt": [copy.url for copy in article.archived],
        "mainEntityOfPage": here,
    }
    return {name: value for name, value in data.items() if value}
