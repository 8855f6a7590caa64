"""Offices as of a date: both boundary days count, and what is not on record is not claimed."""

import pytest

from archives import ACTOR, ARTICLE, actor, article, read, site_of
from html_reading import read_html
from postil.model.dates import parse_edtf
from postil.pages.offices import offices_at


def held(when, *positions):
    """The roles among the positions that an article of that date shows."""
    record = read("actor", "x", actor(positions=list(positions))).data
    return [position.role for position in offices_at(record, parse_edtf(when))]


def office(role="minister", **keys):
    return {"role": role, **keys}


@pytest.mark.parametrize(
    ("start", "end", "when", "is_held"),
    [
        # The first and the last day count, and not the days beside them.
        ("2010-06-30", "2014-02-28", "2010-06-29", False),
        ("2010-06-30", "2014-02-28", "2010-06-30", True),
        ("2010-06-30", "2014-02-28", "2014-02-28", True),
        ("2010-06-30", "2014-02-28", "2014-03-01", False),
        ("2014-02-28", "2014-02-28", "2014-02-28", True),
        # A time of day does not matter, nor does its zone: the day is the one that is written.
        ("2010-06-30", "2014-02-28", "2014-02-28T23:59Z", True),
        ("2010-06-30", "2014-02-28", "2010-06-30T00:00+10:00", True),
        ("2010-06-30", "2014-02-28", "2014-03-01T00:00-10:00", False),
        # A month or a year of office counts from its first day to its last.
        ("2010-06", "2014-02", "2010-05-31", False),
        ("2010-06", "2014-02", "2010-06-01", True),
        ("2010-06", "2014-02", "2014-02-28", True),
        ("2010-06", "2014-02", "2014-03-01", False),
        ("2010", "2014", "2009-12-31", False),
        ("2010", "2014", "2010-01-01", True),
        ("2010", "2014", "2014-12-31", True),
        ("2010", "2014", "2015-01-01", False),
        ("2012-02", "2012-02", "2012-02-29", True),
        # An article of a month or a year counts where any of its days does.
        ("2010-06-30", "2014-02-28", "2010-06", True),
        ("2010-06-30", "2014-02-28", "2010-05", False),
        ("2010-06-30", "2014-02-28", "2014", True),
        ("2010-06-30", "2014-02-28", "2015", False),
        # About and uncertain dates are taken as they are written.
        ("2010-06-30~", "2014~", "2010-06-30", True),
        ("2010-06-30~", "2014~", "2014-12-31", True),
        ("2010-06-30~", "2014?", "2015-01-01", False),
        ("2010-06-30", "2014-02-28", "2014~", True),
        ("2010-06-30", "2014-02-28", "2014-03?", False),
        # Without an end it is still held; without a start nothing is claimed.
        ("2015", None, "2014-12-31", False),
        ("2015", None, "2015-01-01", True),
        ("2015", None, "2999-01-01", True),
        (None, "2014", "2013-01-01", False),
        (None, None, "2013-01-01", False),
        # What begins after the article, or ends before it begins, was not held.
        ("2030-01-01", None, "2025-12-17", False),
        ("2014", "2010", "2012", False),
    ],
)
def test_an_office_is_shown_while_it_was_held(start, end, when, is_held):
    keys = {key: value for key, value in (("start", start), ("end", end)) if value}
    assert held(when, office(**keys)) == (["minister"] if is_held else [])


def test_of_offices_held_together_the_one_taken_up_last_comes_first():
    offices = [
        office("deputy", start="2000"),
        office("envoy", start="2015-05"),
        office("patron", start="2015-05-01"),
        office("judge", start="1990", end="1999"),
        office("minister", start="2016-01-02"),
    ]
    assert held("2016-03-01", *offices) == ["minister", "envoy", "patron", "deputy"]


def test_in_the_time_between_two_offices_none_is_shown():
    offices = [office("deputy", end="2010-06", start="2000"), office("minister", start="2010-08")]
    assert held("2010-07-15", *offices) == []
    assert held("2010-06-30", *offices) == ["deputy"]


def test_on_the_day_an_office_changes_both_are_shown():
    offices = [
        office("deputy", start="2000", end="2010-06-30"),
        office("minister", start="2010-06-30"),
    ]
    assert held("2010-06-30", *offices) == ["minister", "deputy"]


@pytest.fixture
def shown(archive):
    """How the minimal archive's pages name an office: the article, the dossier, its passages."""

    def pages(**keys):
        pages = site_of(archive({ACTOR: actor(positions=[keys]), ARTICLE: article()})).pages
        named = read_html(pages["articles/2025/vienna/"].html).text_of("participants")
        dossier = read_html(pages["actors/anna-berg/"].html)
        return named, dossier.text_of("terms"), dossier.text_of("then")

    return pages


@pytest.mark.parametrize(
    ("keys", "named", "term"),
    [
        ({"role": "judge", "start": "2019"}, "judge", "Judge since 2019"),
        (
            {"role": "judge", "org": "High Court", "start": "2019-05", "end": "2025-03-04"},
            "judge, High Court",
            "Judge, High Court May 2019 – 4 March 2025",
        ),
        (
            {"role": "President of Veland", "org": "Veland", "start": "2019~"},
            "President of Veland",
            "President of Veland since about 2019",
        ),
        (
            {"role": "minister", "start": "2025", "acting": True},
            "acting minister",
            "Acting minister since 2025",
        ),
        (
            {"role": "Acting President", "start": "2025-03", "end": "2025-03", "acting": True},
            "Acting President",
            "Acting President March 2025",
        ),
    ],
)
def test_an_office_is_named_alike_wherever_it_is_shown(shown, keys, named, term):
    term += " held when last named here, 4 March 2025"
    assert shown(**keys) == (f"Anna Berg, {named} 1 mention", term, f"then {named}")


def test_only_an_office_that_was_held_at_the_newest_passage_is_marked(archive):
    offices = [
        {"role": "judge", "start": "2010", "end": "2019"},
        {"role": "mediator", "start": "2019", "source": "https://court.example/berg"},
    ]
    older = article(published="2015-02-03")
    files = {ACTOR: actor(positions=offices), "articles/2015/older.md": older}
    terms = read_html(site_of(archive(files)).pages["actors/anna-berg/"].html).text_of("terms")
    assert terms == (
        "Mediator since 2019 · source held when last named here, 4 March 2025 Judge 2010 – 2019"
    )
