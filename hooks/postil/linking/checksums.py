"""Whether an article's text is still the one that was retrieved, by the checksum that it came with.

What is hashed is the text below the front matter as UTF-8 with line feeds, without the empty lines
before it and without line ends behind it: what a shell makes of the file with `sed` and `$(…)`.
"""

from collections.abc import Iterator
from hashlib import sha256

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.model.archive import Record
from postil.model.records import Article

_VERBATIM = frozenset({"full", "excerpt"})
"""Forms of text whose body is what was retrieved. A digest is the archive's own words, and a
`link-only` article keeps as much of its text as its notes need."""


def checksum(body: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return sha256(body.strip("\n").encode()).hexdigest()


def checksum_faults(record: Record[Article]) -> Iterator[Diagnostic]:
    """A fault if the text is not the one whose checksum was recorded.

    A withdrawn article may have lost its text, and none is shown.
    """
    article = record.data
    recorded = article.retrieved.sha256 if article.retrieved else None
    if recorded is None or article.text not in _VERBATIM or article.status == "withdrawn":
        return
    if (now := checksum(record.body)) != recorded:
        yield Diagnostic(
            record.positions.of("retrieved", "sha256"),
            Code.WRONG_CHECKSUM,
            f"The text is not the one that was retrieved: its checksum is {now}",
            "Mend the text; if the change is meant, write that checksum and a correction.",
        )
