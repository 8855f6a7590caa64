"""What stands below a new article's front matter, and its checksum."""

from dataclasses import dataclass
from pathlib import Path

import click

from postil.cli.notes.telling import stop
from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.checksums import checksum
from postil.reading.decode import MAX_BYTES, decode

_STARTS = {
    "excerpt": "(The excerpt goes here: words of the article, as they stand there.)",
    "digest": "(The digest goes here: what the article says, in the archive's own words.)",
}
"""What is written in the place of a body that a person has to write."""


@dataclass(frozen=True)
class Body:
    """The Markdown, the checksum for `retrieved`, and whether it is only a place to write."""

    text: str
    sha256: str | None
    is_start: bool = False


def body_for(form: str, page_text: str, given: Path | None) -> Body:
    """The body that such an article has: the page's text for `full` alone.

    Raises `click.ClickException` where a page has no text for it.
    """
    own = _read(given) if given else None
    if form == "full" and not (own or page_text):
        raise click.ClickException(
            "no text was found on the page: it may be behind a paywall, or be put there by a "
            "program; save the page from a browser, or give the text with --body FILE"
        )
    if form == "full":
        text = own or page_text
        return Body(text, checksum(text))
    if form == "excerpt":
        return Body(own, checksum(own)) if own else Body(_STARTS[form], None, is_start=True)
    source = checksum(page_text) if page_text else None
    if form == "digest" and not own:
        return Body(_STARTS[form], source, is_start=True)
    return Body(own or "", source)


def _read(file: Path) -> str:
    """The text in a file. Ends the command where it is no text."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise click.ClickException(f"{file} is larger than {MAX_BYTES // 1_000:,} kB; shorten it")
    text = decode(data, str(file))
    if isinstance(text, Diagnostic):
        stop([text])
    return text.strip("\n")
