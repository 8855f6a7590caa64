"""A web page taken from its address or from a file."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import click

from postil.gathering.addresses import is_web_address
from postil.gathering.fetching import Fetched, fetch, read_page
from postil.gathering.gathered import Gathered, Refusal
from postil.gathering.page import gather


@dataclass(frozen=True)
class Taken:
    """What a page says of its article, where the page was, and when it was taken from there."""

    gathered: Gathered
    addresses: tuple[str, ...]
    at: datetime


def take(source: str, url: str | None) -> Taken:
    """The page at an address or in a file; `url` is where the page of a file comes from.

    Raises `click.ClickException` where there is none, with what to do; `click.UsageError` where
    that cannot be a page's place.
    """
    if find_spec("trafilatura") is None:
        raise click.ClickException(
            "web pages are read with trafilatura, which is not installed; "
            "run: pip install 'postil[web]'"
        )
    if url is not None:
        _refuse_no_address(url, "--url: ")
    if "://" in source:
        _refuse_no_address(source)
        fetched, at = _fetched(source), datetime.now(UTC)
    else:
        fetched, at = _read(Path(source))
    where = fetched.url or url
    gathered = gather(fetched.data, fetched.charset, where, at.date())
    if isinstance(gathered, Refusal):
        raise click.ClickException(f"{source}: {gathered}")
    if url is not None and "://" in source:
        gathered = replace(gathered, url=url)
    asked = source if "://" in source else None
    addresses = dict.fromkeys(filter(None, (gathered.url, where, asked)))
    return Taken(gathered, tuple(addresses), at)


def _fetched(address: str) -> Fetched:
    found = fetch(address)
    if isinstance(found, Refusal):
        raise click.ClickException(str(found))
    return found


def _read(file: Path) -> tuple[Fetched, datetime]:
    """A saved page, and when it was saved. Raises `click.ClickException` where nobody may read."""
    if not file.is_file():
        raise click.UsageError(f"there is no file {file}; give an address, or a page you saved")
    try:
        page = read_page(file)
        seconds = file.stat().st_mtime
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {error.strerror}") from error
    return page, datetime.fromtimestamp(seconds, UTC)


def _refuse_no_address(written: str, option: str = "") -> None:
    if not is_web_address(written):
        raise click.UsageError(
            f"{option}{written} is no web address; write it in full, beginning with https://"
        )
