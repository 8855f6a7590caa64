"""Names that are not what they look like: texts with the known name in brackets, and the doubt."""

import pytest

from archives import actor, article, read
from postil.linking.lexicon import build_lexicon
from postil.linking.mentions import name_actors
from postil.text.document import read_document

ACTORS = {
    "canada": actor(name="Canada", type="State", weak_aliases=["Ottawa"]),
    "new-jersey": actor(name="New Jersey", type="State"),
    "us": actor(name="United States", type="State", aliases=["US", "U.S."]),
    "turkey": actor(name="Turkey", type="State", names={"ru": "Турция"}),
    "nato": actor(name="NATO", type="Organization"),
    "who": actor(name="World Health Organization", type="Organization", aliases=["WHO"]),
    "kyiv": actor(name="Kyiv", type="State", names={"fr": "Kiev", "de": "Kiew"}),
    "ronald-reagan": actor(name="Ronald Reagan", weak_aliases=["Reagan"]),
    "theresa-may": actor(name="Theresa May", weak_aliases=["May"]),
    "mark-rutte": actor(name="Mark Rutte", weak_aliases=["Rutte"]),
    "putin": actor(name="Vladimir Putin", names={"ru": "Владимир Путин"}),
}
RECORDS = {id_: read("actor", id_, text) for id_, text in ACTORS.items()}


def naming(text, language="en", **front):
    data = read("article", "x", article(text, **front)).data
    document = read_document(text)
    return name_actors(document, data, build_lexicon(RECORDS, language))


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        # A capitalised word makes a longer name of it
        ("Shares of Winston Canada Ltd rose.", "Canada", "longer"),
        ("The Kyiv Independent wrote.", "Kyiv", "longer"),
        ("The New Jersey Hospital Association.", "New Jersey", "longer"),
        ("The Canada-Bissau line.", "Canada", "longer"),
        ("Ronald Reagan left. The Reagan Library stands.", "Reagan", "longer"),
        ("The team met in West Canada.", "Canada", "longer"),
        # A word before a surname makes it somebody else's
        ("Ronald Reagan left with Nancy Reagan.", "Reagan", "longer"),
        ("Ronald Reagan left. Nancy Reagan stayed.", "Reagan", "longer"),
        ("Ronald Reagan met J. Reagan.", "Reagan", "longer"),
        # An initialism before a noun says no more than "American"
        ("It sold to US makers of cloth.", "US", "adjective"),
        ("The largest U.S. maker of cloth.", "U.S.", "adjective"),
        ("The U.S. dollar fell.", "U.S.", "adjective"),
        ("A US-led force.", "US", "adjective"),
        # Months, lines of capitals, small words at the beginning of a sentence
        ("Theresa May resigned in May.", "May", "calendar"),
        ("WHO IS TO BLAME", "WHO", "capitals"),
        ("Turkey was served. No turkey was left.", "Turkey", "common"),
    ],
)
def test_a_name_in_doubt_is_left_alone_and_says_why(text, words, reason):
    left = [(it.words, it.reason) for it in naming(text).unlinked]
    assert left == [(words, reason)]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        # Offices, dates and other known names make no longer name
        ("NATO Secretary General Jaap Scheffer spoke.", ["NATO"]),
        ("NATO Mark Rutte", ["NATO", "Mark Rutte"]),
        ("In Kyiv Monday, in Kyiv April 5.", ["Kyiv", "Kyiv"]),
        ("The Prime Minister of Canada Mark Carney.", ["Canada"]),
        ("So Canada. I say: Kyiv (City) and Kyiv, Donetsk.", ["Canada", "Kyiv", "Kyiv"]),
        ("Canada I know.", ["Canada"]),
        (
            "Last Canada fell. Mr Canada, Ada's Canada, in June Canada. So Adas Canada.",
            ["Canada"] * 5,
        ),
        (
            "In Toronto, Canada Mark Rutte met Ada in Newark, New Jersey Monday.",
            ["Canada", "Mark Rutte", "New Jersey"],
        ),
        ("The Canada-Turkey line.", ["Canada", "Turkey"]),
        # So do titles, abbreviations, acronyms and possessives before a surname
        ("Ronald Reagan. President Reagan and Mr Reagan.", ["Ronald Reagan", "Reagan", "Reagan"]),
        ("Ronald Reagan. Sen. Reagan.", ["Ronald Reagan", "Reagan"]),
        ("Ronald Reagan. America's Reagan. A GOP Reagan.", ["Ronald Reagan", "Reagan", "Reagan"]),
        ("Ronald Reagan. Canada Reagan liked.", ["Ronald Reagan", "Canada", "Reagan"]),
        ("Ronald Reagan. But Reagan left.", ["Ronald Reagan", "Reagan"]),
        ("Ronald Reagan. Later Reagan left, later still.", ["Ronald Reagan", "Reagan"]),
        # An initialism as a noun
        ("The US and the U.S. in the US.", ["US", "U.S.", "US"]),
        ("The US imposed it.", ["US"]),
        ("He went to the U.S. The end of the day.", ["U.S."]),
        ("NATO troops and a NATO-led force.", ["NATO", "NATO"]),
        # Words that only look like others
        ("The WHO and the US.", ["WHO", "US"]),
        ("WHO", ["WHO"]),
        ("Turkey and Turkey again.", ["Turkey", "Turkey"]),
        ("The turkey, and Canada, and so Turkey.", ["Canada", "Turkey"]),
    ],
)
def test_what_stands_beside_a_name_need_not_make_another_of_it(text, linked):
    found = naming(text)
    assert [it.words for it in found.mentions] == linked
    assert found.unlinked == ()


@pytest.mark.parametrize(
    ("text", "language", "linked"),
    [
        ("Le maire de Kiev Vitali Klitschko.", "fr", ["Kiev"]),
        ("Die Stadt Kiew Schauplatz der Kämpfe.", "de", ["Kiew"]),
        ("Премьер Турции Эрдоган.", "ru", ["Турции"]),
        ("Владимир Путин. Если Путин уйдёт.", "ru", ["Владимир Путин", "Путин"]),
        ("Владимир Путин. Людмила Путина ушла.", "ru", ["Владимир Путин"]),
        ("Theresa May kam. Frau May und Präsident Reagan.", "de", ["Theresa May", "May"]),
    ],
)
def test_only_english_makes_longer_names_by_adding_words(text, language, linked):
    assert [it.words for it in naming(text, language).mentions] == linked


def test_an_adjective_links_where_the_article_is_about_the_state():
    assert [it.rule for it in naming("US envoys.", actors=["us"]).mentions] == ["listed"]
    assert naming("The United States. US envoys.").unlinked[0].reason == "adjective"


def test_what_the_article_declares_is_never_in_doubt():
    found = naming("The Kyiv Independent; May.", mentions={"Kyiv": "kyiv", "May": "theresa-may"})
    assert [it.rule for it in found.mentions] == ["declared", "declared"]


def test_a_name_in_doubt_does_not_count_as_named_in_full():
    assert naming("Winston Canada Ltd. Ottawa agreed.").mentions == ()
