"""Russian and Ukrainian names in every case lead to their actor, from the nominative alone."""

import pytest

from archives import actor, article, linked, read
from postil.linking.inflection import forms, orders
from postil.linking.lexicon import build_lexicon
from postil.linking.mentions import name_actors
from postil.text.document import read_document


@pytest.mark.parametrize(
    ("language", "name", "form"),
    [
        ("ru", "Владимир Зеленский", "Владимиру Зеленскому"),
        ("ru", "Мария Захарова", "Марии Захаровой"),
        ("ru", "Организация Объединённых Наций", "Организации Объединенных Наций"),
        ("uk", "Володимир Зеленський", "Володимира Зеленського"),
        ("uk", "Володимир Зеленський", "Володимирові Зеленському"),
        ("uk", "Володимир Путін", "Володимиром Путіним"),
    ],
)
def test_a_name_in_another_case_is_the_same_name(language, name, form):
    of_person = not name.startswith("Организация")
    assert form in forms(name, language, of_person=of_person)
    assert forms(name, "en", of_person=of_person) == frozenset()


@pytest.mark.parametrize(
    ("name", "form", "other"),
    [
        ("Великая Россия", "Великой России", "Величайшей России"),
        ("Новые люди", "Новых людей", "Новейших людей"),
        ("Высший совет", "Высшего совета", "Высочайшего совета"),
        ("Высший совет", "Высшем совете", "Наивысшем совете"),
    ],
)
def test_an_adjective_keeps_its_degree(name, form, other):
    found = forms(name, "ru", of_person=False)
    assert form in found
    assert other not in found


@pytest.mark.parametrize(("language", "word"), [("ru", "Новая"), ("uk", "Іван")])
def test_a_name_of_many_words_has_no_more_forms_than_a_text_could_have(language, word):
    name = " ".join([word] * 10)
    assert len(forms(f"{name} партия", language, of_person=language == "uk")) < 2_000


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Небензя, Василий", ("Василий Небензя", "Небензя Василий")),
        ("Василий Небензя", ("Василий Небензя", "Небензя Василий")),
        ("Путин", ("Путин",)),
    ],
)
def test_a_persons_name_is_found_in_the_orders_in_which_texts_write_it(name, expected):
    assert orders(name, "ru") == expected


def named(text, actors, language):
    records = {id_: read("actor", id_, file) for id_, file in actors.items()}
    data = read("article", "x", article(text, lang=language)).data
    found = name_actors(read_document(text), data, build_lexicon(records, language))
    return [(m.words, m.actor, m.rule) for m in found.mentions]


def test_a_form_that_two_actors_share_is_weak():
    actors = {
        "he": actor(name="Александр Петров", names={"ru": "Александр Петров"}),
        "she": actor(name="Александра Петрова", names={"ru": "Александра Петрова"}),
    }
    assert named("Видели Александра Петрова.", actors, "ru") == []
    assert named("Говорил с Александром Петровым.", actors, "ru") == [
        ("Александром Петровым", "he", "strong")
    ]


def test_a_family_name_by_itself_links_only_after_the_full_one():
    actors = {"z": actor(name="Volodymyr Zelensky", names={"uk": "Володимир Зеленський"})}
    assert named("Про Зеленського.", actors, "uk") == []
    assert named("Про Володимира Зеленського. Зеленському.", actors, "uk") == [
        ("Володимира Зеленського", "z", "strong"),
        ("Зеленському", "z", "earlier"),
    ]


def test_spellings_in_three_languages_lead_to_one_actor(archive):
    zelensky = actor(
        name="Volodymyr Zelensky",
        names={"uk": "Володимир Зеленський", "ru": "Владимир Зеленский"},
        aliases=["Volodymyr Zelenskyy", "Volodymyr Zelenskiy"],
    )
    texts = {
        "en": "Volodymyr Zelenskyy, Volodymyr Zelenskiy and Volodymyr Zelensky.",
        "uk": "Про Володимира Зеленського. Потім бачили Зеленського.",
        "ru": "Владимиру Зеленскому. Потом Зеленскому.",
    }
    files = {f"articles/2025/{lang}.md": article(text, lang=lang) for lang, text in texts.items()}
    found = linked(archive({"docs/actors/zelensky.md": zelensky, **files}))
    counts = {lang: len(found.article(lang).naming.mentions) for lang in texts}
    assert counts == {"en": 3, "uk": 2, "ru": 2}
