"""Two versions of a record: what counts as form, and what is told of the rest."""

import pytest

from archives import ARTICLE, actor, article
from postil.reading.discover import record_files
from postil.reading.records import read_file
from postil.surveying.versions import Change, changes, is_alike

TEXT = "Anna Berg opened the talks in Vienna.\n\n- One\n- Two\n\nThen:\n\n    code  here\n"
BASE = article(TEXT)


def read(text, path=ARTICLE):
    (file,) = record_files([path]).files
    record, faults = read_file(text.encode(), file)
    assert not faults
    return record


FORM = {
    "line ends": BASE.replace("\n", "\r\n"),
    "a broken line": BASE.replace("opened the", "opened\nthe"),
    "more empty lines": BASE.replace("\n\n- One", "\n\n\n\n- One"),
    "white space at the end": BASE + "\n\n",
    "another order of keys": article(TEXT).replace(
        'title: "Talks open in Vienna"\npublished: "2025-03-04"',
        'published: "2025-03-04"\ntitle: "Talks open in Vienna"',
    ),
    "other quotes": BASE.replace('"2025-03-04"', "2025-03-04").replace(
        '"Talks open in Vienna"', "'Talks open in Vienna'"
    ),
    "a list in lines": BASE.replace('topics: ["talks"]', "topics:\n  - talks"),
    "a remark": BASE.replace("published:", "# when\npublished:"),
    "signs of the same markup": BASE.replace("- One\n- Two", "* One\n* Two"),
}


@pytest.mark.parametrize("what", FORM)
def test_form_is_no_change(what):
    assert FORM[what] != BASE
    assert is_alike(read(BASE), read(FORM[what]))
    assert changes(read(BASE), read(FORM[what])) == ()


NO_FORM = {
    "a word": BASE.replace("opened", "closed"),
    "a mark": BASE.replace("Vienna.", "Vienna!"),
    "a paragraph": BASE.replace("talks in", "talks\n\nin"),
    "emphasis": BASE.replace("opened", "*opened*"),
    "a space that parts words": BASE.replace("Anna Berg", "AnnaBerg"),
    "a list": BASE.replace("- One\n- Two", "One\nTwo"),
    "space in code": BASE.replace("code  here", "code here"),
    "a value": BASE.replace("2025-03-04", "2025-03-05"),
    "the case of a title": BASE.replace("Talks open", "Talks Open"),
    "a key": article(TEXT, licence="CC0"),
    "a key of the archive's own": article(TEXT, **{"x-shelf": "9"}),
}


@pytest.mark.parametrize("what", NO_FORM)
def test_all_else_is_a_change(what):
    assert NO_FORM[what] != BASE
    assert not is_alike(read(BASE), read(NO_FORM[what]))
    assert changes(read(BASE), read(NO_FORM[what]))


def test_the_order_of_a_list_that_is_a_set_is_form_and_that_of_another_is_none():
    path = "docs/actors/anna-berg.md"

    def alike(key):
        one, other = (read(actor(**{key: names}), path) for names in (["a", "b"], ["b", "a"]))
        return is_alike(one, other)

    assert (alike("weak_aliases"), alike("aliases")) == (True, False)


def test_values_are_told_before_and_after():
    before = read(article(TEXT, licence="CC0", topics=["talks"]))
    after = read(article(TEXT, topics=["talks", "war"], source={"outlet": "The Post"}))
    assert changes(before, after) == (
        Change("source", "outlet: The Courier", "outlet: The Post"),
        Change("topics", "talks", "talks · war"),
        Change("licence", "CC0", ""),
    )


def test_of_a_text_the_stretch_that_differs_is_told_with_some_words_beside_it():
    before = read(article("a b c d e f g h i j"))
    after = read(article("a b c d X f Y h i j"))
    assert changes(before, after) == (Change("text", "b c d e f g h i j", "b c d X f Y h i j"),)


def test_of_other_markup_alone_no_words_are_told():
    before, after = read(article("It was *late*.")), read(article("It was late."))
    assert changes(before, after) == (Change("text", "", ""),)


def test_of_long_stretches_the_ends_are_told():
    (change,) = changes(read(article("word " * 9_999)), read(article("sword " * 9_999)))
    assert len(change.before) < 250
    assert " … " in change.before
