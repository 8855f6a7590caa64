"""Names that look like actors and have no record: what is listed, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import ARTICLE, MINIMAL, NOTE, actor, article, linked, topic, write
from growth import LINEAR, growth
from postil.building.examining import examine
from postil.linking import inflection
from postil.model.archive import Settings
from postil.surveying import lemmas
from postil.surveying.peoples import is_of_a_people
from postil.surveying.unrecorded import unrecorded
from postil.text.folding import folded

OTHERS = {
    "docs/actors/russia.md": actor(name="Russia", type="State"),
    "docs/actors/tom-novak.md": actor(name="Tom Novak", weak_aliases=["Novak"]),
}


@pytest.fixture
def listed(archive):
    """Names and in how many articles they stand, of an archive with these texts."""

    def listing(*texts, files=None, **front):
        written = {
            f"articles/2025/a-{number}.md": article(text, **front)
            for number, text in enumerate(texts)
        }
        root = archive({ARTICLE: None, NOTE: None} | OTHERS | written | (files or {}))
        found = unrecorded(linked(root))
        return {one.name: (len(one.sightings), one.articles) for one in found}

    return listing


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What looks like a name
        ("We met Rafael Grossi there.", ["Rafael Grossi"]),
        ("Rafael Grossi met us there.", ["Rafael Grossi"]),
        ("We visited the Agency for Atomic Energy.", ["Agency for Atomic Energy"]),
        ("We met Ludwig van Beethoven there.", ["Ludwig van Beethoven"]),
        ("We met Bashar al-Assad there.", ["Bashar al-Assad"]),
        ("We met al-Shabaab there.", ["al-Shabaab"]),
        ("We met Conor O’Brien there.", ["Conor O'Brien"]),
        ("We met Joseph R. Biden there.", ["Joseph R. Biden"]),
        ("We went to St. Petersburg there.", ["St. Petersburg"]),
        ("We met Ada Lovelace's aunt.", ["Ada Lovelace"]),
        ("We met people of the IAEA there.", ["IAEA"]),
        # Where a sentence begins
        ("Yesterday we met.", []),
        ("Kyiv is large.", []),
        ("Kyiv is large, and we love Kyiv.", ["Kyiv"]),
        ("In Kyiv we met, and were in good spirits.", ["Kyiv"]),
        ("The Kyiv Accord was good, and the rest bad.", ["Kyiv Accord"]),
        ("He said: “Peace is good.”", []),
        ("QUESTION: what is this?", []),
        # What stands small elsewhere
        ("The parliament met; that Parliament is good.", []),
        ("It was foreign minister Lavrov, then Envoy Minister Lavrov.", ["Lavrov"]),
        ("A health agency, the Health Agency.", []),
        ("People who know met the WHO there.", ["WHO"]),
        # Months, days, languages, peoples
        ("We met on Monday in March.", []),
        ("Rely on it. On Monday Rafael Grossi came here.", ["Rafael Grossi"]),
        ("We met Russian, Chadian and Arabic people, and Ukrainians.", []),
        ("We went to Chad and Israel.", ["Chad", "Israel"]),
        # Numbers, initials, contractions
        ("We read Article 5 again.", []),
        ("We know that I am well, and I'm glad.", []),
        # What is known
        ("We met Tom Novak and President Novak.", []),
        ("We met President Tom Novak there.", []),
        ("We met the Talks there.", []),
        ("We read The Courier there.", []),
        ("We met Ivo Lind there.", []),
        ("We met the Bank of Russia there.", ["Bank of Russia"]),
        ("We met the Russia Council there.", ["Russia Council"]),
        ("We met Ada Lovelace for Russia there.", ["Ada Lovelace"]),
        # Parts
        ("We met Rafael Grossi, then Grossi, then Rafael.", ["Rafael Grossi"]),
        ("We met Joseph R. Biden, then Joseph Biden.", ["Joseph R. Biden"]),
        # Where no name is looked for
        ("## We met Rafael Grossi\n\n[met Rafael Grossi](https://e.org) `met Grossi`", []),
        ("A Day of Peace and Hope", []),
        ("- Item\n- We visited Rafael\n- Grossi Smith was there", ["Rafael", "Grossi Smith"]),
    ],
)
def test_a_name_without_a_record_is_listed(listed, text, names):
    assert sorted(listed(text, text)) == sorted(names)


def test_a_name_in_one_article_is_not_listed(listed):
    assert listed("We met Rafael Grossi, and Rafael Grossi.", "We met Ada Lovelace.") == {}


def test_names_in_the_most_articles_come_first(listed):
    met = "We met {} there."
    names = listed(
        met.format("Ada Lovelace") + met.format("Ada Lovelace") + met.format("Bob Marlow"),
        met.format("Ada Lovelace") + met.format("Bob Marlow"),
        met.format("Bob Marlow"),
    )
    assert list(names.items()) == [("Bob Marlow", (3, 3)), ("Ada Lovelace", (3, 2))]


def test_a_part_of_a_longer_name_counts_where_the_longer_does_not_stand(listed):
    longer, part = "We met Rafael Grossi, then Grossi.", "We met Grossi there."
    assert listed(longer, longer, part) == {"Rafael Grossi": (2, 2)}
    assert listed(longer, longer, part, part) == {"Rafael Grossi": (2, 2), "Grossi": (2, 2)}


def test_a_part_of_a_linked_name_is_explained_by_it(listed):
    text = "We met Tom Novak, and then Tom."
    assert listed(text, text) == {}


def test_names_of_topics_and_their_aliases_are_no_actors(listed):
    files = {"docs/topics/peace.md": topic(name="Grain Deal", aliases=["Sea Corridor"])}
    text = "We read of the Grain Deal and the Sea Corridor."
    assert listed(text, text, files=files) == {}


def test_words_that_an_article_declares_to_be_nobody_are_not_listed(listed):
    text = "We met Rafael Grossi there."
    assert listed(text, text, mentions={"Rafael Grossi": "none"}) == {}


def test_a_withdrawn_article_counts_for_nothing(listed):
    text = "We met Rafael Grossi there."
    assert listed(text, text, status="withdrawn") == {}


def test_german_nouns_are_no_names_by_themselves(listed):
    text = "Wir trafen in der Stadt den Minister, und dort auch Annalena Baerbock."
    assert listed(text, text, lang="de") == {"Annalena Baerbock": (2, 2)}


@pytest.mark.skipif(inflection.MorphAnalyzer is None, reason="needs postil[slavic]")
def test_the_case_forms_of_a_russian_name_are_one_name(listed):
    texts = (
        "Вчера приехал Рафаэль Гросси.",
        "Встреча с Рафаэлем Гросси прошла.",
        "Мы помним слова Рафаэля Гросси.",
    )
    assert listed(*texts, lang="ru") == {"Рафаэль Гросси": (3, 3)}


def test_without_a_dictionary_each_form_is_a_name_of_its_own(listed, monkeypatch):
    monkeypatch.setattr(inflection, "MorphAnalyzer", None)
    for cached in (inflection.analyzer_of, lemmas._parse):  # noqa: SLF001
        cached.cache_clear()
    texts = ("Мы видели там Рафаэля Гросси.", "Мы были с Рафаэлем Гросси.")
    assert listed(*texts, *texts, lang="ru").keys() == {"Рафаэля Гросси", "Рафаэлем Гросси"}
    for cached in (inflection.analyzer_of, lemmas._parse):  # noqa: SLF001
        cached.cache_clear()


@given(st.text(alphabet="Aaé.’- \n“O'Bofthe5\u00a0\u0301", max_size=80))
def test_a_name_is_what_stands_at_its_span(tmp_path_factory, text):
    root = tmp_path_factory.mktemp("archive")
    body = f"We met Ada Lovelace. {text}"
    files = {f"articles/2025/a-{n}.md": article(body) for n in range(2)}
    write(root, MINIMAL | files)
    archive = examine(root, Settings()).linked
    for candidate in unrecorded(archive):
        for sighting in candidate.sightings:
            plain = archive.article(sighting.article).document.plain
            assert folded(plain[sighting.span.start : sighting.span.end]) == sighting.words


@pytest.mark.parametrize(
    "unit",
    [
        "We met Ada{n} Bob{n} there. ",
        "A. B. C. Da{n} ",
        "Aaaa-Bbbb{n}'Cccc ",
        "met X{n} of the ",
        "al-al-al-Aa{n} ",
        "WE ARE{n} HERE ",
    ],
)
def test_a_long_text_takes_no_time_in_the_square(listed, unit):
    def survey(count):
        text = "We know that it is. " + "".join(unit.format(n=n) for n in range(count))
        listed(text, text)

    assert growth(survey, 2_000) < LINEAR


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *((word, True) for word in ("Ukrainian", "Americans", "Israeli", "Afghan", "Turkish")),
        *((word, True) for word in ("British", "Burmese", "Arabic", "African", "Japanese")),
        *((word, False) for word in ("Ukraine", "Chad", "Europol", "Omar", "Ghani", "Martin")),
        *((word, False) for word in ("Francis", "Blinken", "Sudan", "Kim", "Jordan", "")),
    ],
)
def test_a_people_is_known_by_its_country(word, expected):
    assert is_of_a_people(word, "en") == expected


def test_a_language_that_nobody_knows_has_no_peoples():
    assert not is_of_a_people("Chadian", "xx")
    assert not is_of_a_people("Chadian", "\0")
