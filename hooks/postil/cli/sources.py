"""`postil sources`: which sources have vanished."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import click

from postil.cli.opening import open_archive
from postil.cli.pull_request.safe_markdown import bounded, code
from postil.cli.report import count
from postil.engines.progress import progress
from postil.gathering.addresses import written_address
from postil.gathering.asking import Answer, ask_all
from postil.reading.assemble import assemble
from postil.reading.records import read_records
from postil.surveying.cited import Cited, cited_pages

_LONGEST_ADDRESS = 2_000
"""Characters of an address that are shown: who looks for a copy needs all of it."""

_TO_DO = """\
These sources are gone, and no record names a copy of them.
Look for one in a web archive, and write its address under `archived`.
"""


@dataclass(frozen=True)
class _Found:
    """An address that was asked for, and what became of it."""

    cited: Cited
    answer: Answer

    @property
    def is_lost(self) -> bool:
        """Whether it is gone, and no copy is known."""
        return self.answer.verdict == "gone" and not self.cited.copies


@click.command(short_help="Tell which sources have vanished.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="text: lines for people; json: one array; markdown: for an issue.",
)
def sources(form: str) -> None:
    """Ask for every page that articles and notes name as a source, and tell what has vanished.

    Each host is asked for one page at a time, and machines that are not on the web for none. It
    ends with 1 if a page is gone and no record names a copy of it in a web archive.
    """
    root, settings = open_archive()
    archive, _ = assemble(read_records(root), settings)
    cited = {it.url: it for it in cited_pages(archive)}
    answers = {it.url: it for it in progress(ask_all(list(cited)), "Sources", len(cited))}
    found = [_Found(it, answers[url]) for url, it in cited.items()]
    if found and all(it.answer.verdict != "answers" for it in found):
        raise click.ClickException("no source answered; is there a network here?")
    click.echo(_FORMS[form](found))
    click.echo(_summary(found), err=True)
    if any(it.is_lost for it in found):
        raise SystemExit(1)


def _as_text(found: Iterable[_Found]) -> str:
    return "\n".join(
        f"{it.answer.verdict}: {it.cited.url}: {it.answer.said}"
        f"{' (a copy is kept)' if it.cited.copies else ''}: {', '.join(it.cited.paths)}"
        for it in found
        if it.answer.verdict != "answers"
    )


def _as_json(found: Iterable[_Found]) -> str:
    rows = [
        {
            "url": it.cited.url,
            "verdict": it.answer.verdict,
            "said": it.answer.said,
            "paths": it.cited.paths,
            "copies": it.cited.copies,
        }
        for it in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _as_markdown(found: Iterable[_Found]) -> str:
    """A list of what is lost. Addresses are strangers' words: they stand as code."""
    lost = [it for it in found if it.is_lost]
    if not lost:
        return "No source is gone without a copy."
    lines = [_TO_DO]
    for it in lost:
        address = code(written_address(it.cited.url, None) or "an address", _LONGEST_ADDRESS)
        lines.append(
            f"- {address}: {it.answer.said}. In {', '.join(map(code, it.cited.paths[:5]))}."
        )
    return bounded(lines)


_FORMS: Mapping[str, Callable[[Iterable[_Found]], str]] = {
    "text": _as_text,
    "json": _as_json,
    "markdown": _as_markdown,
}


def _summary(found: Iterable[_Found]) -> str:
    verdicts = Counter(it.answer.verdict for it in found)
    lost = sum(it.is_lost for it in found)
    return (
        f"{count(verdicts.total(), 'source')}: {verdicts['answers']:,} there, "
        f"{verdicts['gone']:,} gone ({lost:,} without a copy), "
        f"{verdicts['refused']:,} not shown to programs, {verdicts['unsettled']:,} unsettled."
    )
