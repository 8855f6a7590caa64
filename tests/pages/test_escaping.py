"""No text of a record ever becomes markup: every field of every kind of record, on every page."""

from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archives import (
    ACTOR,
    ANALYST,
    ARTICLE,
    MINIMAL,
    NOTE,
    TOPIC,
    actor,
    analyst,
    article,
    made_of,
    note,
    site_of,
    topic,
    write,
)
from html_reading import read_html
from postil.linking.checksums import checksum
from postil.model.records import Actor, Analyst, Article, Note, Topic
from postil.pages.redirects import SCRIPT

ATTACK = "</title><script>alert(1)</script>\"'&amp;<img src=x onerror=alert(1)>{{ 7*7 }}"
PLAIN = "words"
ADDRESS = "https://example.org/?a='&b=x"


def everything(text):
    """The minimal archive with `text` in every field that takes one, of every kind of record."""
    place = {"url": ADDRESS, "at": "2025"}
    in_code = f"`` {text} ``"
    body = f"Anna Berg: no text had been agreed. {in_code}"
    records = {
        Article: {
            "title": text,
            "published": "2025-03-04",
            "source": {"outlet": text, "url": ADDRESS, "byline": [text], "dateline": text}
            | {"updated": "2025"},
            "topics": ["talks"],
            "lang": "en",
            "kind": "opinion",
            "text": "full",
            "licence": text,
            "summary": text,
            "actors": [{"id": "anna-berg", "role": text}],
            "mentions": {"Anna Berg": "anna-berg"},
            "retrieved": {"at": "2025", "by": text, "sha256": checksum(body)},
            "archived": [place],
            "same_text_as": "other",
            "translation_of": "other",
            "follows": "other",
            "corrections": [{"at": "2025", "by": "ivo", "text": text}],
            "status": "published",
            "redirects": ["old"],
        },
        Actor: {
            "name": text,
            "type": "Person",
            "summary": text,
            "names": {"uk": [text + " uk"]},
            "aliases": ["Anna Berg", text + " alias"],
            "weak_aliases": [text + " weak"],
            "previous_names": [text + " before"],
            "never": [text + " never"],
            "wikidata": "Q42",
            "same_as": [ADDRESS],
            "country": [text],
            "positions": [{"role": text, "org": text, "start": "2020", "source": text}],
            "relations": [{"to": "anna-berg", "type": text, "source": text}],
            "redirects": ["old"],
        },
        Topic: {
            "name": text,
            "summary": text,
            "names": {"uk": text},
            "aliases": [text],
            "parent": "wide",
            "related": ["wide"],
            "wikidata": "Q42",
            "iptc": text,
            "stances": [text],
            "redirects": ["old"],
        },
        Analyst: {
            "name": text,
            "affiliation": text,
            "orcid": "0000-0002-1825-0097",
            "disclosure": text,
            "active": False,
            "redirects": ["old"],
        },
        Note: {
            "by": "ivo",
            "date": "2025",
            "quote": {"exact": f"agreed. {text}", "prefix": "text had been ", "suffix": ""},
            "whole": False,
            "kind": "forecast",
            "confidence": "low",
            "likelihood": "likely",
            "sources": [{"url": ADDRESS, "title": text, "archived": ADDRESS}, "other"],
            "actors": ["anna-berg"],
            "topics": ["talks"],
            "reply_to": None,
            "reviewed_by": ["ivo"],
            "status": "retracted",
            "reason": text,
            "reanchored": [{"at": "2025", "by": text, "from": text}],
        },
    }
    files = {
        ARTICLE: article(body, **records[Article]),
        "articles/2024/other.md": article(title="Other"),
        ACTOR: actor(f"A profile. {in_code}", **records[Actor]),
        TOPIC: topic(f"An introduction. {in_code}", **records[Topic]),
        "docs/topics/wide.md": topic(name="Wide"),
        ANALYST: analyst(f"About {in_code}", **records[Analyst]),
        NOTE: note(f"A note. {in_code}", **records[Note]),
    }
    return records, files


def htmls_of(site):
    yield from ((address, page.html) for address, page in site.pages.items())
    yield "home", site.home
    for path, content in site.files.items():
        if path.endswith(".html"):
            yield path, content.decode()
    for path, document in site.entries.items():
        yield f"search for {path}", document


def shape(html):
    """The elements of a page with the names of their attributes: what its words must not change."""
    return [(element.name, list(element.attributes)) for element in read_html(html).elements]


@pytest.mark.parametrize("kind", [Article, Actor, Topic, Analyst, Note])
def test_the_records_below_have_a_value_in_every_field(kind):
    records, _ = everything(PLAIN)
    assert [field.name.rstrip("_") for field in fields(kind)] == list(records[kind])


def test_an_attack_in_every_field_leaves_every_page_as_words_would(tmp_path):
    sites = {}
    for text in (PLAIN, ATTACK):
        root = tmp_path / str(len(sites))
        write(root, MINIMAL | everything(text)[1])
        sites[text] = dict(htmls_of(site_of(root)))
    assert sites[ATTACK].keys() == sites[PLAIN].keys()
    for address, html in sites[ATTACK].items():
        assert shape(html) == shape(sites[PLAIN][address]), address
        assert "alert(1)" not in {e.attributes.get("onerror") for e in read_html(html).elements}
    assert ATTACK in read_html(sites[ATTACK]["articles/2025/vienna/"]).text
    assert "49" not in sites[ATTACK]["analysts/"]


def test_titles_and_descriptions_are_handed_on_as_text(tmp_path):
    write(tmp_path, MINIMAL | everything(ATTACK)[1])
    page = site_of(tmp_path).pages["articles/2025/vienna/"]
    assert (page.title, page.description) == (ATTACK, ATTACK)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text("<>\"'&;/= ascript!-{}%\\", min_size=1, max_size=40).filter(str.strip))
def test_no_other_text_does_either(text, tmp_path_factory):
    root = tmp_path_factory.mktemp("any")
    _, files = everything(text)
    for path in (ARTICLE, ACTOR, TOPIC, ANALYST, NOTE):
        files[path] = files[path].replace(f"`` {text} ``", "`code`")
    write(root, MINIMAL | files)
    for address, html in htmls_of(made_of(root)):
        found = read_html(html)
        assert not found.named("img", "svg", "iframe", "style"), address
        assert all(e.attributes["src"].endswith(SCRIPT) for e in found.named("script")), address
        assert not any(name.startswith("on") for e in found.elements for name in e.attributes)
