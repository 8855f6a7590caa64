"""A headline parted from the outlet's name, which stands behind it or before it in many titles."""

import re
from collections.abc import Iterable, Iterator

from postil.text.folding import folded

_BETWEEN = re.compile(r"\s+(?:[|·•—–»«:]|-{1,2}|::)\s+|\s*\|\s*")
"""What parts a headline from the name of its outlet."""

_LONGEST = 500
"""Characters of a title that are looked at."""


def headline(title: str, headings: Iterable[str], outlets: Iterable[str]) -> str:
    """A title without the outlet at either end.

    What is a heading on the page as well is the headline; else an end that is the outlet's name is
    left out.
    """
    shown = {_plain(heading) for heading in headings}
    names = {_plain(name) for name in outlets}
    title = title[:_LONGEST]
    cuts = list(_cuts(title))
    known = (part for part, _ in cuts if _plain(part) in shown)
    named = (part for part, rest in cuts if _plain(rest) in names)
    return next(known, None) or next(named, title)


def beside_headline(title: str, headings: Iterable[str]) -> str | None:
    """What stands in a title beside a heading of the page: the name of the outlet, most likely."""
    shown = {_plain(heading) for heading in headings}
    found = (rest for part, rest in _cuts(title[:_LONGEST]) if _plain(part) in shown)
    rest = next(found, None)
    return rest and _BETWEEN.split(rest)[-1]


def _cuts(title: str) -> Iterator[tuple[str, str]]:
    """A title cut in two at each sign between its pieces: what may be the headline, and the rest.

    The longest that stand at the beginning come first, then the longest at the end.
    """
    gaps = list(_BETWEEN.finditer(title))
    for gap in reversed(gaps):
        yield title[: gap.start()], title[gap.end() :]
    for gap in gaps:
        yield title[gap.end() :], title[: gap.start()]


def _plain(text: str) -> str:
    """A name as far as it matters: `The Coast Guardian` is `coast guardian`."""
    return folded(text).casefold().strip().removeprefix("the ")
