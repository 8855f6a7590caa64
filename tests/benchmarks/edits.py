"""One change of a site's texts, as an author makes one, taken back when the block is left."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from markdown_file import write_markdown
from reporting import ANALYSTS

_WORDS = re.compile(r"(?<= )[a-z]+(?: [a-z]+){5}(?= )")


@contextmanager
def added_note(texts: Path, number: int, words: str) -> Iterator[str]:
    """A note of these words on the article of a number; gives the article's id."""
    article = _article(texts, number)
    note = article.with_suffix(".notes") / "added.md"
    front = {
        "by": ANALYSTS[0],
        "date": "2025-01-01",
        "quote": _unique_words(_body(article)),
    }
    was_there = note.parent.exists()
    write_markdown(note, front, f"{words}\n")
    try:
        yield article.stem
    finally:
        note.unlink()
        if not was_there:
            note.parent.rmdir()


@contextmanager
def added_paragraph(texts: Path, number: int, words: str) -> Iterator[str]:
    """A paragraph of these words below the article of a number; gives the article's id."""
    article = _article(texts, number)
    before = article.read_text(encoding="utf-8")
    article.write_text(f"{before}\n{words}\n", encoding="utf-8")
    try:
        yield article.stem
    finally:
        article.write_text(before, encoding="utf-8")


def _article(texts: Path, number: int) -> Path:
    """One of the articles below a folder, in a fixed order; the numbers begin anew at the end."""
    articles = sorted(path for path in texts.glob("*/*.md") if path.name != "_index.md")
    return articles[number % len(articles)]


def _body(article: Path) -> str:
    """The text below the front matter."""
    return article.read_text(encoding="utf-8").split("---\n", 2)[2]


def _unique_words(text: str) -> str:
    """Six words without markup that a text has only once."""
    found = (match[0] for match in _WORDS.finditer(text))
    return next(words for words in found if text.count(words) == 1)
