"""Lists by name: whole while they fit, else by first letters, at addresses that stay."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import actor, analyst, site_of, topic
from html_reading import read_html
from postil.pages.by_name import first_letters, sort_name

LONG = "word " * 700


@pytest.fixture
def pages(archive):
    def build(files):
        return site_of(archive(files)).pages

    return build


def people(*names):
    return {
        f"docs/actors/p{number}.md": actor(name=name, summary=LONG)
        for number, name in enumerate(names)
    }


def below(pages, address):
    return {it.removeprefix(address) for it in pages if it.startswith(address)}


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna Berg", ("a", "n", "n")),
        ("Åsa", ("a", "s", "a")),
        ("Éa", ("e", "a")),
        ("d’Arc", ("d", "a", "r")),
        ("Й Ё", ("u0439", "u0451")),
        ("Łódź", ("u0142", "o", "d")),
        ("3M", ("3", "m")),
        ("日本", ("u65e5", "u672c")),
        ("…", ()),
        ("𝒜b", ("a", "b")),
        ("⑴", ("u2474",)),
    ],
)
def test_the_place_of_a_name_is_made_of_its_letters(name, letters):
    assert first_letters(name) == letters


@given(st.text(max_size=4))
def test_every_step_of_an_address_is_small_letters_and_digits(name):
    assert all(re.fullmatch(r"[a-z0-9]|u[0-9a-f]{4,}", step) for step in first_letters(name))


def test_marks_on_latin_letters_do_not_count_in_the_order():
    assert sorted(["Zoe", "Émile", "Eva", "Åsa", "Anna"], key=sort_name) == [
        "Anna",
        "Åsa",
        "Émile",
        "Eva",
        "Zoe",
    ]


def test_topics_stand_in_the_order_of_their_names(pages):
    names = {"a": "Zones", "b": "Élan", "c": "Elections"}
    found = pages(
        {f"docs/topics/{id_}.md": topic(name=names[id_]) for id_ in names}
        | {f"docs/topics/{id_}1.md": topic(name=names[id_] * 2, parent="a") for id_ in names}
    )
    for address, order in (
        ("topics/", ["Élan", "Elections", "Talks", "Zones"]),
        ("topics/a/", ["ÉlanÉlan", "ElectionsElections", "ZonesZones"]),
        ("contribute/", ["Élan", "ÉlanÉlan", "Elections"]),
    ):
        text = read_html(found[address].html).text
        places = [text.index(name) for name in order]
        assert places == sorted(places), address


def test_lists_that_fit_are_on_one_page(pages):
    found = pages(people("Ada", "Bo") | {"docs/actors/un.md": actor(name="UN", type="State")})
    assert not below(found, "actors/by-name/")
    html = read_html(found["actors/"].html)
    assert len(html.with_class("index-summary")) == 4


def test_a_list_that_is_too_heavy_is_by_letter_and_the_others_stay(pages):
    names = [f"{first}{n} {n}" for first in ("Ada", "Bo", "Жан") for n in range(10, 30)]
    found = pages(people(*names) | {"docs/actors/un.md": actor(name="UN", type="State")})
    assert below(found, "actors/by-name/") == {"person/a/", "person/b/", "person/u0436/"}
    html = read_html(found["actors/"].html)
    assert html.text_of("index") == "UN A mediator."
    assert "../actors/by-name/person/u0436/" in html.values("href")
    assert found["actors/by-name/person/u0436/"].title == "People: Ж"
    html = read_html(found["actors/by-name/person/b/"].html)
    assert html.text_of("neighbours") == "Before: A After: Ж"
    assert html.text_of("kicker") == "Actors"
    assert len(html.with_class("index-summary")) == 20


def test_a_letter_that_is_too_heavy_has_pages_of_two_and_three(pages):
    found = pages(people(*(f"Smith {n}" for n in range(70)), "Smythe", "Sa", "Ada"))
    assert below(found, "actors/by-name/person/") == {
        "a/",
        "s/",
        "s/a/",
        "s/m/",
        "s/m/i/",
        "s/m/i/page-1/",
        "s/m/i/page-2/",
        "s/m/y/",
    }
    assert found["actors/by-name/person/s/m/i/page-2/"].title == "People: Smi, page 2"
    assert (
        read_html(found["actors/by-name/person/s/m/y/"].html).text_of("kicker") == "Actors › S › Sm"
    )
    assert not read_html(found["actors/by-name/person/s/"].html).with_class("index-summary")


@pytest.mark.parametrize("kind", ["topics", "analysts"])
def test_other_lists_are_by_letter_too_when_they_are_too_heavy(pages, kind):
    make = {
        "topics": lambda name: topic(name=name, summary=LONG),
        "analysts": lambda name: analyst(name=name, affiliation=LONG),
    }[kind]
    found = pages({f"docs/{kind}/t{n}.md": make(f"{'Ab'[n % 2]} {n}") for n in range(80)})
    assert {"a/", "b/"} <= below(found, f"{kind}/by-name/")
    assert f"../{kind}/by-name/a/" in read_html(found[f"{kind}/"].html).values("href")


def test_a_tree_of_topics_without_end_is_shown_down_to_a_level(pages):
    chain = {
        f"docs/topics/t{n}.md": topic(name=f"Topic {n}", parent=f"t{n - 1}" if n else None)
        for n in range(600)
    }
    html = read_html(pages(chain)["topics/"].html)
    assert "Topic 11" in html.text
    assert "Topic 12" not in html.text
