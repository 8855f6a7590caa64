"""The scripts read a page as the program reads its file, and quote as the check will look."""

import json
from random import Random

import pytest

from postil.linking.anchors import Searched, resolve
from postil.model.records import Quotation

READ = """async () => {
    const script = document.querySelector("script[src$='propose.js']").src;
    const { readText } = await import(script.replace("propose.js", "propose-text.js"));
    return readText(document.querySelector(".annotated")).plain;
}"""

QUOTE = """async (asked) => {
    const script = document.querySelector("script[src$='propose.js']").src;
    const { quotationAt, wholeWords } = await import(
        script.replace("propose.js", "propose-quote.js"));
    return asked.map(([text, start, end]) => {
        const words = wholeWords(text, { start, end });
        const quote = words && quotationAt(text, words);
        return quote && { words: text.slice(words.start, words.end), at: words.start, ...quote };
    });
}"""

WORDS = (
    "a b ab ba an-other it's it’s 1,500 −5 5% x_y 3/4 n\u00e9 ne\u0301 soft\u00adhyphen שלום "
    "нам'ять День […] [...] … – — “a” 'b' \U0001f469\u200d\U0001f467 _ . , \u200b क्षि 한글"
)
PIECES = [*WORDS.split(" "), "30\u00a0000"]
BETWEEN = [" ", " ", " ", "  ", "\n\n", "\t", "\u00a0", "", ". "]


@pytest.mark.parametrize("id_", ["vienna", "nasty", "long", "cyrillic"])
def test_the_text_of_a_page_is_the_plain_text(archive_on, reader, id_):
    root, site = archive_on("github")
    rows = (root / "site/data/articles.jsonl").read_text("utf-8").splitlines()
    text = next(row["text"] for row in map(json.loads, rows) if row["id"] == id_)
    assert reader(site, f"articles/2025/{id_}/").evaluate(READ) == text


def test_so_it_is_on_every_page_of_the_shipped_archive(visit, site_address, data):
    rows = [row for row in data("articles") if row.get("text")]
    assert len(rows) > 20
    page = visit()
    for row in rows:
        page.goto(site_address + row["url"])
        assert page.evaluate(READ) == row["text"], row["id"]


def test_what_the_script_quotes_is_exact_to_the_check(archive_on, reader):
    _, site = archive_on("github")
    page = reader(site, "articles/2025/vienna/")
    chance = Random(6)
    asked = []
    for _ in range(1_500):
        text = "".join(
            chance.choice(PIECES) + chance.choice(BETWEEN) for _ in range(chance.randint(1, 40))
        )
        start, end = sorted(chance.sample(range(len(text) + 1), 2))
        asked.append((text, *(_in_utf16(text, at) for at in (start, end))))
    quotes = page.evaluate(QUOTE, asked)
    assert sum(quote is not None for quote in quotes) > 1_000
    for (text, *_), quote in zip(asked, quotes, strict=True):
        if quote is not None:
            found = resolve(
                Quotation(**{key: quote[key] for key in ("exact", "prefix", "suffix")}),
                Searched(text),
            )
            assert found.state == "exact", (text, quote)
            assert text[found.span.start : found.span.end] == quote["words"], (text, quote)
            assert _in_utf16(text, found.span.start) == quote["at"], (text, quote)


def _in_utf16(text, at):
    """An offset in a text as browsers count it."""
    return len(text[:at].encode("utf-16-le")) // 2
