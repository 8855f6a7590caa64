"""Very many notes, and quotes that stand everywhere or nowhere: the time grows with the text."""

import re

import pytest

from archives import ARTICLE, NOTE, ROAD, article, note, road, site_of

WORDS = " ".join(f"word{number}" for number in range(30_000))


@pytest.mark.parametrize(
    "note_of",
    [
        lambda number: note(quote=f"word{3 * number} word{3 * number + 1}"),
        lambda _: note(quote="word7 word8"),
        lambda number: note(quote="word7 word8", reply_to=f"n{number - 1}" if number else None),
        lambda _: note(whole=True, quote=None),
    ],
    ids=["apart", "on the same words", "in one thread", "on the whole text"],
)
def test_thousands_of_notes_on_an_article_are_all_on_its_page(archive, note_of):
    count = 2_000
    notes = {f"articles/2025/road.notes/n{number}.md": note_of(number) for number in range(count)}
    root = archive({ROAD: road(body=WORDS)} | notes)
    (page,) = (page for page in site_of(root).pages.values() if page.source == ROAD)
    assert page.html.count('role="note"') >= count


def test_notes_that_all_overlap_are_told_when_a_page_could_not_bear_them(told):
    notes = {
        f"articles/2025/road.notes/n{number}.md": note(
            quote=f"word{number} […] word{number + 9_000}"
        )
        for number in range(400)
    }
    found = told({ROAD: road(body=WORDS)} | notes)
    assert 100 < len(found) < 400
    assert all(
        "[crowded-text] The notes on articles/road quote more than" in line for line in found
    )


QUOTED = {
    "a word that is everywhere": ("the " * 240_000, "the"),
    "a long quote in a text of its words": ("ab " * 300_000, "ab " * 1_300),
    "a text that is one word": ("1" * 900_000, "1" * 4_000),
    "numbers in groups": ("111 " * 220_000, "111 111"),
    "a text that is one contraction": ("a'" * 400_000, "a'a"),
    "decimals": ("1," * 400_000, "1,1"),
    "both ends everywhere": ("A B " * 220_000, "A […] B"),
    "500 ends": ("A B " * 220_000, " […] ".join(["A"] * 500)),
    "ends with soft hyphens": ("A\u00adA B " * 80_000, "AA […] B"),
    "marks": ("a" + "\u0300" * 400_000, "b\u0300"),
    "marks and what does not show": ("\u00ad\u0300" * 120_000, "b\u0300"),
    "soft hyphens": (("a" + "\u00ad" * 1_000) * 200, "b"),
    "sentences without end": ("“a. (B? " * 80_000, "zz"),
    "initials": ("A." * 400_000, "zz"),
}


@pytest.mark.parametrize("name", QUOTED)
def test_the_time_for_a_quote_grows_with_the_text(told, name):
    text, quote = QUOTED[name]
    (line,) = told({ARTICLE: article(text), NOTE: note(quote=quote)})
    assert re.match(rf"{NOTE}:4:8: \[(ambiguous|changed|lost)-quote\] ", line)


def of_many_notes(told, text, quote_of):
    """What is told of 600 notes on a text, each with a quote of its own."""
    notes = {f"articles/2025/road.notes/n{it}.md": note(quote=quote_of(it)) for it in range(600)}
    return told({ROAD: road(body=text)} | notes)


def test_quotes_that_all_stand_everywhere_are_not_counted(told):
    lines = of_many_notes(told, "the " * 20_000, lambda number: "the " * number + "the")
    assert len(lines) == 600
    assert all("The quoted words stand too often to count in articles/road" in it for it in lines)


def test_a_quote_among_them_that_stands_once_is_found(told):
    text = "the " * 20_000 + "bothe the end"
    lines = of_many_notes(told, text, lambda number: "the " * number + ("the" if number else "end"))
    assert len(lines) == 599


def test_what_is_like_lost_words_is_looked_for_where_there_is_time(told):
    lines = of_many_notes(told, WORDS, lambda number: f"word{number} word{number}")
    assert len(lines) == 600
    assert all("which is too long to look for what is like them" in it for it in lines)
    lines = of_many_notes(told, WORDS[:20_000], lambda number: f"word{number} word{number}")
    assert all("[changed-quote]" in it for it in lines)


def test_a_quote_or_its_surroundings_of_100_kb_are_refused(told):
    (line,) = told({NOTE: note(quote="a" * 60_000)})
    assert f"[wrong-value] `quote: {'a' * 59}…` is 60,000 characters long" in line
    (line,) = told({NOTE: note(quote={"exact": "text", "prefix": "a" * 60_000})})
    assert f"[wrong-value] `quote.prefix: {'a' * 59}…` is 60,000 characters long" in line
