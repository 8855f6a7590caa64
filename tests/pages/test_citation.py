"""How an article is cited: as a line, as BibTeX and as CSL-JSON."""

import json
import re
from datetime import date
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import ARTICLE, actor, article, site_of
from postil.model.archive import Settings
from postil.model.dates import parse_edtf
from postil.pages.bibtex import bibtex, escaped
from postil.pages.citation import Work, archived_page, citation_line, original
from postil.pages.csl import csl_date, csl_item, csl_json

HOME = "https://a.example/archive/"


def work(**known):
    """A work with little known of it."""
    written = {"title": "Talks open", "authors": (), "container": "The Courier", "issued": None}
    return Work(**{"key": "k", "kind": "article-newspaper", "language": "en"} | written | known)


def when(text):
    return parse_edtf(text)


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ({}, "“Talks open.” The Courier."),
        ({"issued": when("2025-03-04")}, "“Talks open.” The Courier, 4 March 2025."),
        ({"issued": when("2025-03~")}, "“Talks open.” The Courier, about March 2025."),
        ({"title": "Will they talk?"}, "“Will they talk?” The Courier."),
        ({"authors": ("A. Ash",)}, "A. Ash. “Talks open.” The Courier."),
        ({"authors": ("A", "B", "C")}, "A, B and C. “Talks open.” The Courier."),
        (
            {"url": "https://c.example/1", "accessed": when("2025-03-06")},
            "“Talks open.” The Courier. https://c.example/1 (accessed 6 March 2025).",
        ),
        ({"note": "Digest; from X"}, "“Talks open.” The Courier. Digest; from X."),
    ],
)
def test_a_line_has_what_is_known(known, line):
    assert citation_line(work(**known), "en") == line


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("plain – “text”, Київ", "plain – “text”, Київ"),
        ("50 % & more_or #1 $", r"50 \% \& more\_or \#1 \$"),
        ("a ~ b ^ c", r"a \textasciitilde{} b \textasciicircum{} c"),
        ("{open", r"\textbraceleft{}open"),
        (r"C:\new", r"C:\textbackslash{}new"),
    ],
)
def test_what_tex_reads_otherwise_is_written_out(text, tex):
    assert escaped(text) == tex


def test_an_entry_has_a_field_a_line():
    known = {
        "authors": ("Ann & Co", "D. Elm"),
        "issued": when("2025-03-04T18:40Z"),
        "url": "https://c.example/a_b?c=1%20{2}",
        "accessed": when("2025-03-06"),
        "archive": "The Archive",
        "archive_url": f"{HOME}articles/2025/k/",
    }
    assert bibtex(work(**known)) == (
        "@article{k,\n"
        "  author = {{Ann \\& Co} and {D. Elm}},\n"
        "  title = {{Talks open}},\n"
        "  journal = {The Courier},\n"
        "  date = {2025-03-04},\n"
        "  year = {2025},\n"
        "  month = mar,\n"
        "  url = {https://c.example/a_b?c=1%20%7B2%7D},\n"
        "  urldate = {2025-03-06},\n"
        "  language = {en},\n"
        "  note = {Kept in The Archive, \\url{https://a.example/archive/articles/2025/k/}},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("issued", "fields"),
    [
        ("2025", ["date = {2025}", "year = {2025}"]),
        ("2025-12~", ["date = {2025-12~}", "year = {2025}", "month = dec"]),
        ("0987?", ["date = {0987?}", "year = {0987}"]),
    ],
)
def test_an_entry_is_dated_as_far_as_is_known(issued, fields):
    lines = bibtex(work(issued=when(issued))).splitlines()
    dated = [line for line in lines if re.match(r"  (date|year|month) ", line)]
    assert dated == [f"  {field}," for field in fields]


NAMED = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


def read_tex(tex):
    """What TeX would set."""

    def read(found):
        return NAMED[found[1]] if found[1] else found[2]

    return re.sub(r"\\(?:([a-z]+)\{\}|([$&#%_]))", read, tex)


def depths(text):
    depth = 0
    for character in text:
        depth += {"{": 1, "}": -1}.get(character, 0)
        yield depth


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1)


@given(WORDS)
def test_escaped_text_is_read_as_it_was(text):
    assert read_tex(escaped(text)) == text


@given(WORDS, st.lists(WORDS, max_size=3), WORDS)
def test_nothing_in_a_record_ends_a_field_or_an_entry(title, authors, outlet):
    entry = bibtex(work(title=title, authors=tuple(authors), container=outlet)).rstrip("\n")
    found = list(depths(entry))
    assert found[-1] == 0
    assert 0 not in found[entry.index("{") : -1]
    assert not re.search(r"(?<!\\)[$&#%^~]", entry)


ISSUED = st.builds(
    lambda day, length, mark: day.isoformat()[:length] + mark,
    st.dates(min_value=date(1, 1, 1)),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "~", "?"]),
)


@given(ISSUED)
def test_a_date_has_the_parts_that_were_written(text):
    given_ = csl_date(when(text))
    (parts,) = given_["date-parts"]
    assert parts == [int(part) for part in text.rstrip("~?").split("-")]
    assert given_.get("circa", False) is (text[-1] in "~?")


# From csl-data.json, version 1.0: the types and the kinds of variables that are used here.
CSL_TYPES = {"article-newspaper", "webpage"}
CSL_STRINGS = {
    "id", "type", "title", "container-title", "URL", "language", "archive", "archive_location",
    "note",
}  # fmt: skip
CSL_DATES = {"issued", "accessed"}
CSL_NAMES = {"author"}
CSL_NAME_PARTS = {"family", "given", "literal", "suffix"}


def assert_is_csl(item):
    """By the published shape: required keys, no unknown ones, and the type of each."""
    assert {"id", "type"} <= item.keys() <= CSL_STRINGS | CSL_DATES | CSL_NAMES
    assert item["type"] in CSL_TYPES
    assert all(isinstance(item[key], str) and item[key] for key in item.keys() & CSL_STRINGS)
    for key in item.keys() & CSL_DATES:
        assert item[key].keys() <= {"date-parts", "circa"}
        (parts,) = item[key]["date-parts"]
        assert 1 <= len(parts) <= 3
        assert all(type(part) is int for part in parts)
        assert isinstance(item[key].get("circa", False), bool)
    for key in item.keys() & CSL_NAMES:
        assert item[key]
        for name in item[key]:
            assert name.keys() <= CSL_NAME_PARTS
            assert all(isinstance(part, str) and part for part in name.values())


@given(WORDS, st.lists(WORDS, max_size=3), st.none() | ISSUED)
def test_whatever_a_record_says_its_item_is_csl(title, authors, issued):
    known = {"title": title, "authors": tuple(authors), "issued": issued and when(issued)}
    (item,) = json.loads(csl_json(work(**known)))
    assert item == csl_item(work(**known))
    assert_is_csl(item)
    assert item["title"] == title


@pytest.fixture
def works(archive):
    """The works of the minimal archive's article, with keys put into it."""

    def of(address=HOME, **keys):
        root = archive({ARTICLE: article(**keys), "docs/actors/c.md": actor(name="The Courier")})
        site = site_of(root, Settings(site_name="The Archive", address=address)).composed.shelf.site
        record = site.archive.articles["vienna"]
        return original(site, record), archived_page(site, record)

    return of


def test_the_original_is_kept_here_and_the_page_says_what_it_has(works):
    source, page = works(
        source={"outlet": "c", "url": "https://c.example/1", "byline": ["A. Ash"]},
        retrieved={"at": "2025-03-06"},
    )
    assert csl_item(source) == {
        "id": "vienna",
        "type": "article-newspaper",
        "title": "Talks open in Vienna",
        "author": [{"literal": "A. Ash"}],
        "container-title": "The Courier",
        "issued": {"date-parts": [[2025, 3, 4]]},
        "URL": "https://c.example/1",
        "accessed": {"date-parts": [[2025, 3, 6]]},
        "language": "en",
        "archive": "The Archive",
        "archive_location": f"{HOME}articles/2025/vienna/",
    }
    assert csl_item(page) == {
        "id": "vienna:archive",
        "type": "webpage",
        "title": "Talks open in Vienna",
        "author": [{"literal": "A. Ash"}],
        "container-title": "The Archive",
        "URL": f"{HOME}articles/2025/vienna/",
        "language": "en",
        "note": "Full text; from The Courier, 4 March 2025",
    }


@pytest.mark.parametrize("form", ["digest", "link-only"])
def test_a_page_in_the_archives_words_is_not_by_those_who_wrote_the_article(works, form):
    source = {"outlet": "c", "byline": ["A. Ash"]}
    assert [it.authors for it in works(text=form, source=source)] == [("A. Ash",), ()]


def test_an_archive_that_does_not_know_its_address_gives_none(works):
    source, page = works(address=None)
    assert (source.archive_url, page.url) == (None, None)
    assert "\\url" not in bibtex(source)
    assert not urlsplit(citation_line(page, "en")).scheme


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ({}, "Talks open in Vienna"),
        ({"text": "link-only"}, "Talks open in Vienna"),
        ({"text": "digest"}, "[Talks open in Vienna]"),
        ({"text": "digest", "source": {"outlet": "c", "title": "Vienna talks"}}, "Vienna talks"),
        ({"source": {"outlet": "c", "title": "Vienna talks"}}, "Vienna talks"),
    ],
)
def test_the_original_has_the_title_that_its_source_gave_it(works, keys, title):
    theirs, ours = works(**keys)
    assert theirs.title == title
    assert ours.title == "Talks open in Vienna"
