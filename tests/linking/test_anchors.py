"""A note stands on its own words or it does not stand: five verdicts, and where the words are."""

import pytest

from growth import LINEAR, growth
from postil.linking.anchors import Searched, anchor, resolve
from postil.model.dates import parse_edtf
from postil.model.records import Note, Quotation
from postil.text.document import read_document

PLAIN = read_document(
    """Anna said “yes” — the *talks* go on in [Vienna](https://example.org/) for
30,000 days. She won’t wait.

> They can't agree on **non-nuclear** terms.

- The first item was signed.
- The second item was not signed.

| A | B |
|---|---|
| cell one | cell two |

The end came. The end came."""
).plain


def verdict(quote, text=PLAIN, **around):
    quotation = Quotation(exact=quote, **around) if around else quote
    note = Note(by="x", date=parse_edtf("2025"), quote=quotation)
    return anchor(note, Searched(text))


def words(found, text=PLAIN):
    return text[found.span.start : found.span.end] if found.span else None


@pytest.mark.parametrize(
    ("quote", "stands_on"),
    [
        ("the talks go on", "the talks go on"),
        ("go on in Vienna for 30,000 days", "go on in Vienna for 30,000 days"),
        ("agree on non-nuclear terms.", "agree on non-nuclear terms."),
        ("second item was not signed", "second item was not signed"),
        ("cell one", "cell one"),
        ("said “yes”", "said “yes”"),
        ("days", "days"),
        ("  days\n", "days"),
        ("cell one […] two", "cell one\tcell two"),
        ("agree […] first item", "agree on non-nuclear terms.\n\nThe first item"),
        ("first item […] second item", "first item was signed.\nThe second item"),
        ("first item [...] second item", "first item was signed.\nThe second item"),
        ("first item[…]second item", "first item was signed.\nThe second item"),
    ],
)
def test_words_that_stand_once_are_exact(quote, stands_on):
    found = verdict(quote)
    assert (found.state, words(found)) == ("exact", stands_on)


@pytest.mark.parametrize(
    ("quote", "stands_on"),
    [
        ('said "yes"', "said “yes”"),
        ("yes” - the talks", "yes” — the talks"),
        ("She won't wait", "She won’t wait"),
        ("She won\u02bct wait", "She won’t wait"),
        ("They can’t agree", "They can't agree"),
        ("non\u2011nuclear", "non-nuclear"),
        ("the  talks\ngo on", "the talks go on"),
        ("the\u00a0talks go", "the talks go"),
        ("the ta\u00adlks go", "the talks go"),
        ("cell one cell two", "cell one\tcell two"),
        ("terms. The first item", "terms.\n\nThe first item"),
        ("signed. The second item", "signed.\nThe second item"),
        ('"yes" […] talks', "“yes” — the talks"),
    ],
)
def test_typography_aside_they_are_normalised(quote, stands_on):
    found = verdict(quote)
    assert (found.state, words(found)) == ("normalised", stands_on)


@pytest.mark.parametrize(
    ("quote", "text", "state"),
    [
        ("Zelenskyy", "Zelen\u00adskyy spoke", "normalised"),
        ("they don't know", "He said—they don’t know it.", "normalised"),
        ("café", "the cafe\u0301 closed", "normalised"),
        ("його мій", "його міи\u0306 його мій", "exact"),
        ("ки\u0457в", "Про ки\u0456\u0308в", "normalised"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "normalised"),
        ("का\u0901", "वह का\u0901 है", "exact"),
    ],
)
def test_composed_and_decomposed_letters_are_the_same(quote, text, state):
    assert verdict(quote, text).state == state


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("can", "you can't go"),
        ("can", "you can’t go"),
        ("can", "you can\u00b4t go"),
        ("t go", "you can't go"),
        ("in", "into the room"),
        ("in", "Berlin"),
        ("30", "for 30,000 days"),
        ("000 days", "for 30,000 days"),
        ("30", "for 30.5 days"),
        ("for 30", "for 30 000 days"),
        ("for 30", "for 30\u202f000 days"),
        ("30 today", "at 10:30 today"),
        ("2 of it", "1/2 of it"),
        ("5 degrees", "it was -5 degrees"),
        ("5 degrees", "it was \u22125 degrees"),
        ("a rise of 30", "a rise of 30% or so"),
        ("agree on non", "agree on non-nuclear terms"),
        ("nuclear terms", "agree on non-nuclear terms"),
        ("nuclear terms", "agree on non\u2011nuclear terms"),
        ("cafe", "the cafe\u0301 closed"),
        ("мои", "это мои\u0306 брат"),
        ("tin", "Pu\u2060tin"),
        ("हि", "हिन\u094dदी में"),
        ("name", "snake_name_case"),
    ],
)
def test_a_quote_never_stands_on_a_part_of_a_word_or_number(quote, text):
    assert verdict(quote, text).state in {"changed", "lost"}


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("said", "he said."),
        ("NATO", "(NATO)"),
        ("2014", "in 2014 300 people"),
        ("30 days", "for 30 days"),
        ("talks", "talks—which failed"),
        ("which failed", "talks—which failed"),
        ("yes", "“yes”"),
        ("fifth", "the fifth, and last"),
    ],
)
def test_punctuation_around_it_is_no_part_of_a_word(quote, text):
    assert verdict(quote, text).state == "exact"


@pytest.mark.parametrize(
    ("quote", "state"),
    [
        ("The end came", "ambiguous"),
        ("the talks go on in Berlin for 30,000 days", "changed"),
        ("The second item was signed", "changed"),
        ("The talks go on", "changed"),
        ("agree on nuclear terms", "changed"),
        ("two […] item was", "changed"),
        ("Nothing of the kind ever stood anywhere here at all, quite plainly", "lost"),
        ("[…]", "lost"),
        ("\u200b", "lost"),
    ],
)
def test_otherwise_it_does_not_stand(quote, state):
    found = verdict(quote)
    assert (found.state, found.span) == (state, None)


def test_words_that_changed_are_shown_with_what_stands_nearest():
    found = verdict("item was most certainly signed")
    assert found.state == "changed"
    assert "signed" in PLAIN[found.nearest.start : found.nearest.end]


def test_a_note_without_a_quote_is_on_the_whole_text():
    note = Note(by="x", date=parse_edtf("2025"), whole=True)
    assert anchor(note, Searched(PLAIN)).state == "whole"


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ({"prefix": "The end came. "}, PLAIN.rindex("The end")),
        ({"prefix": "came."}, PLAIN.rindex("The end")),
        ({"suffix": ". The end"}, PLAIN.index("The end")),
        ({"prefix": "cell two", "suffix": "."}, PLAIN.index("The end")),
        ({"prefix": "."}, PLAIN.rindex("The end")),
    ],
)
def test_prefix_and_suffix_leave_one_of_several(around, expected):
    found = verdict("The end came", **around)
    assert (found.state, found.span.start) == ("exact", expected)


@pytest.mark.parametrize(
    "around", [{"suffix": "."}, {"prefix": "x"}, {"prefix": "two", "suffix": "x"}]
)
def test_where_they_leave_none_or_several_the_place_is_not_known(around):
    found = verdict("The end came", **around)
    assert (found.state, found.hits) == ("ambiguous", 2)


def test_prefix_and_suffix_are_compared_typography_aside():
    text = "It’s over. — Go. It is over. — Go."
    assert verdict("over", text, prefix="It's").state == "exact"


def test_a_note_does_not_slide_to_an_equal_passage_when_its_own_is_cut():
    cut = PLAIN.replace("The end came. The end came.", "The end came.")
    assert verdict("The end came", cut, prefix="came. ", suffix=" They").state == "changed"


def test_words_that_stand_twice_but_for_typography_are_ambiguous():
    assert verdict("It's over", "It’s over. It’s  over.").state == "ambiguous"
    assert verdict("It's over", "It's over. It’s over.").state == "exact"


def test_a_span_that_could_begin_or_end_in_two_places_is_ambiguous():
    assert verdict("A […] B", "A x B y B").hits == 2
    assert verdict("A […] B", "A A x B").hits == 2
    assert verdict("A […] x […] B", "A x x B").state == "exact"


def test_a_hostile_quote_takes_time_in_proportion_to_the_text():
    def hostile(count):
        assert verdict(" […] ".join(["the"] * 8), "the x " * count).state == "ambiguous"

    assert growth(hostile, 2_000) < LINEAR


def test_words_beside_a_quote_take_time_in_proportion_to_the_text():
    def hostile(count):
        text = ("the " + "‹x› " * 20) * count
        prefix, suffix = text[-500:-1], "‹y›"
        quote = Quotation(exact="the", prefix=prefix, suffix=suffix)
        assert resolve(quote, Searched(text)).state in {"ambiguous", "lost"}

    assert growth(hostile, 100) < LINEAR


def test_words_as_quoted_do_not_hide_others_that_prefix_and_suffix_fit():
    text = Searched("The plan isn’t final. The price of the ferry isn't final.")
    here = resolve(Quotation(exact="isn't final", prefix="The plan"), text)
    assert (here.state, text.plain[: here.span.start]) == ("normalised", "The plan ")
    there = resolve(Quotation(exact="isn't final", prefix="the ferry"), text)
    assert (there.state, text.plain[there.span.end :]) == ("exact", ".")


def test_a_span_with_more_ends_than_are_looked_at_is_ambiguous():
    ends = ("the end yes" if number in {10, 1_300} else "the end no" for number in range(1_500))
    text = Searched(f"Begin now. {' '.join(ends)}")
    found = resolve(Quotation(exact="Begin now […] the end", suffix="yes"), text)
    assert (found.state, found.hits) == ("ambiguous", 0)
