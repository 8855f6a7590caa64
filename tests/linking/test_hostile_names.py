"""Names that would match everything, that look like others, or that hold up the search."""

import re

import pytest

from archives import ACTOR, ROAD, actor, article, faults, read, road
from growth import LINEAR, growth
from postil.linking.lexicon import build_lexicon
from postil.linking.mentions import name_actors
from postil.text.document import read_document

LOOSE = "would be found everywhere"


@pytest.mark.parametrize(
    "name",
    [
        "a",
        "A",
        "the",
        "of",
        "in",
        ".",
        "-",
        "…",
        "'s",
        "7",
        "12",
        "1,000",
        "ё",
        "в",
        "не",
        "人",
        "& a",
    ],
)
def test_a_name_that_would_match_everything_is_told(told, name):
    lines = told({ACTOR: actor(aliases=[name]), ROAD: road(body=f"{name} " * 20_000)})
    assert any(f"[loose-name] “{name}” {LOOSE}" in line for line in lines)


@pytest.mark.parametrize(
    ("key", "codes"),
    [("aliases", ["loose-name", "widthless-character"]), ("never", ["widthless-character"])],
)
def test_a_name_that_shows_nothing_is_told_and_found_nowhere(told, key, codes):
    lines = told({ACTOR: actor(**{key: ["\u200b"]}), ROAD: road(body="A \u00adroad.")})
    assert [re.search(r"\[(.*?)\]", line)[1] for line in lines] == codes


@pytest.mark.parametrize("name", [" ", "\u00a0", "\u2003 "])
def test_a_name_of_spaces_is_told(told, name):
    (line,) = told({ACTOR: actor(aliases=[name])})
    assert line.startswith(f"{ACTOR}:5:11: [wrong-value] `aliases[1]: ")


@pytest.mark.parametrize(
    "name",
    ["UN", "dpa", "G7", "coalition of the willing", "X5", "习近平", "the Quartet", "24 Kanal"],
)
def test_a_short_or_small_name_that_people_use_is_no_fault(told, name):
    assert told({ACTOR: actor(aliases=[name])}) == []


@pytest.mark.parametrize("name", ["Асmе", "Zеlensky", "Ρutin", "ＮATO", "Мoscow"])
@pytest.mark.parametrize("key", ["aliases", "weak_aliases", "previous_names"])
def test_a_name_that_mixes_scripts_in_a_word_is_told(told, name, key):
    (line,) = told({ACTOR: actor(**{key: [name]})})
    assert f"{ACTOR}:5:" in line
    assert f"[mixed-script] “{name}” has letters of different scripts: " in line


@pytest.mark.parametrize(
    "name", ["МВФ (IMF)", "T-72Б", "Ліга-Press", "β-test", "5 µm", "東京タワー", "Ångström"]
)
def test_scripts_beside_one_another_are_no_fault(told, name):
    assert told({ACTOR: actor(aliases=[name])}) == []


def test_two_actors_whose_names_look_alike_are_told(told):
    (line,) = told({ACTOR: actor(aliases=["HATO"]), "docs/actors/nato.md": actor(name="НАТО")})
    says = "“НАТО” looks like a name of anna-berg and has other letters"
    assert line == f"docs/actors/nato.md:2:7: [lookalike-name] {says}"


MATCHED = {
    "names that begin alike": (["A " * count + "AA" for count in range(200)], "A " * 400_000),
    "names within names": (["A" * count for count in range(2, 340)], "A" * 900_000),
    "6,000 names": ([f"A{number}" for number in range(6_000)], "A1 A2 B3 " * 90_000),
    "names of 4,000 characters": (
        ["А, б; " * 600 + str(number) for number in range(10)],
        "А, б; " * 100_000,
    ),
    "one name a megabyte long": (["Anna Berg"], "Anna Berg " * 90_000),
}


@pytest.mark.parametrize("key", ["aliases", "never", "weak_aliases"])
@pytest.mark.parametrize("name", MATCHED)
def test_the_time_for_names_grows_with_the_text(told, name, key):
    names, text = MATCHED[name]
    assert told({ACTOR: actor(name="Somebody Else", **{key: names}), ROAD: road(body=text)}) == []


def test_words_that_an_article_declares_may_overlap(told):
    declared = ", ".join(f"'{'A ' * count}A': anna-berg" for count in range(1, 230))
    lines = told({ROAD: road(f"mentions: {{{declared}}}", "A " * 400_000 + "A")})
    assert all("[unused-mention]" in line or "[more-faults]" in line for line in lines)


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_a_name_of_very_many_words_is_not_put_into_its_cases(told, language):
    name = "Анна " * 200 + "Берг"
    assert told({ACTOR: actor(names={language: name}), ROAD: road(f"lang: {language}", name)}) == []


def test_names_that_begin_sentences_take_time_in_proportion_to_the_text():
    def hostile(count):
        names = [f"Xa{number:04}".translate(LETTERS) for number in range(count)]
        text = ". ".join(names * 10)
        actors = {"x": read("actor", "x", actor(name="Somebody Else", aliases=names))}
        article_ = read("article", "a", article(text)).data
        name_actors(read_document(text), article_, build_lexicon(actors, "en"))

    assert growth(hostile, 250) < LINEAR


LETTERS = str.maketrans("0123456789", "abcdefghij")


def test_names_that_two_share_are_told_in_time_in_proportion_to_the_text(archive):
    def hostile(count):
        names = [f"Xob{number}" for number in range(count)]
        text = "word here and. " * 20 * count + ". ".join(names)
        other = actor(name="Else", aliases=names)
        files = {ACTOR: actor(aliases=names), "docs/actors/b.md": other, ROAD: road(body=text)}
        told = faults(archive(files))
        assert sum("[ambiguous-name]" in line for line in told) == min(count, 100)

    assert growth(hostile, 25) < LINEAR
