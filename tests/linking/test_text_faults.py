"""Links, raw HTML and images in contributed texts: told where they stand, in every kind of text."""

import pytest

from archives import (
    ACTOR,
    ANALYST,
    ARTICLE,
    NOTE,
    TOPIC,
    actor,
    analyst,
    article,
    faults,
    note,
    topic,
)
from postil.linking.quotes import word_diff

OTHER = "articles/2024/other.md"
BY_KIND = {
    ARTICLE: lambda text: article(f"{text}\n\nNo, no text had been agreed."),
    NOTE: note,
    ACTOR: actor,
    TOPIC: topic,
    ANALYST: analyst,
}
every_kind = pytest.mark.parametrize("path", BY_KIND)


@every_kind
@pytest.mark.parametrize(
    ("text", "column", "code"),
    [
        ("See [this](nowhere.md).", 6, "broken-link"),
        ("See [this](/articles/2025/vienna/).", 6, "broken-link"),
        ("See [*this*](javascript:alert(1)).", 7, "broken-link"),
        ("See ![this](x.png).", 5, "image"),
        ("See <b>this.", 5, "raw-html"),
        ("See `<b>` and <b>this.", 15, "raw-html"),
        ("See <!-- this -->.", 5, "raw-html"),
        ("See <https://example.org/> and <i>this.", 32, "raw-html"),
    ],
)
def test_what_may_not_stand_in_a_text_is_told_where_it_stands(archive, path, text, column, code):
    root = archive({path: BY_KIND[path](text)})
    line_number = (root / path).read_text(encoding="utf-8").splitlines().index(text) + 1
    (line,) = faults(root)
    assert line.startswith(f"{path}:{line_number}:{column}: [{code}] ")


@every_kind
@pytest.mark.parametrize(
    "text",
    [
        "See [this](https://example.org/?a=1&b=2) and <mailto:a@example.org>.",
        "See `<b>` and 3 < 4 > 2 and <3.",
        "    <script>\n",
    ],
)
def test_what_may_stand_there_is_not(archive, path, text):
    assert faults(archive({path: BY_KIND[path](text)})) == []


@pytest.mark.parametrize(
    ("path", "destination"),
    [
        (ARTICLE, "../2024/other.md"),
        (ARTICLE, "../../docs/actors/anna-berg.md"),
        (NOTE, "../vienna.md"),
        (NOTE, "../../2024/other.md#passage"),
        (ACTOR, "../topics/talks.md"),
        (TOPIC, "../../articles/2025/vienna.md"),
        (ANALYST, "ivo.md"),
    ],
)
@pytest.mark.parametrize("status", ["published", "draft", "withdrawn"])
def test_a_link_to_a_records_file_is_fine_whatever_its_status(archive, path, destination, status):
    text = BY_KIND[path](f"See [this]({destination}).")
    assert faults(archive({OTHER: article(status=status), path: text})) == []


@pytest.mark.parametrize(
    ("before", "after", "diff"),
    [
        ("he said so", "he said so", "he said so"),
        ("he said so", "he never said so", "he {+never+} said so"),
        ("for 30 days", "for 60 days", "for [-30-] {+60+} days"),
        ("all is well", "", "[-all is well-]"),
        ("it isn't so", "it isn’t quite so", "it isn’t {+quite+} so"),
        ("not agreed", "agreed upon", "[-not-] agreed {+upon+}"),
    ],
)
def test_what_changed_is_shown_word_by_word(before, after, diff):
    assert word_diff(before, after) == diff


def test_of_long_stretches_only_the_words_beside_a_change_are_shown():
    alike = " ".join(f"w{number}" for number in range(100))
    shown = word_diff(f"{alike} 30 {alike}", f"{alike} 60 {alike}")
    assert shown == "… w95 w96 w97 w98 w99 [-30-] {+60+} w0 w1 w2 w3 w4 …"
    many = " ".join(f"a{number}" for number in range(20))
    assert word_diff(many, "") == "[-a0 a1 a2 a3 a4 … a15 a16 a17 a18 a19-]"


def test_a_diff_is_one_line_however_much_changed():
    assert len(word_diff("x" * 500, "y" * 500)) == 240


@pytest.mark.parametrize("status", ["retracted", "superseded"])
def test_a_note_that_was_taken_back_may_lose_its_words(archive, status):
    files = {NOTE: note(quote="Words of an earlier text.", status=status, reason="They changed.")}
    assert faults(archive(files)) == []
