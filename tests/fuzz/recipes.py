"""Texts to fuzz with, as recipes: pieces, each with the times that it stands there.

A recipe is short where its text is not, so that a megabyte that was too slow is kept in one line,
and is made smaller piece by piece.
"""

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from archives import REPOSITORY
from attacks import ATTACKS

Recipe = tuple[tuple[str, int], ...]
"""The pieces of a text in order."""

LONGEST = 1_000_000
"""Characters of the longest text."""

_SIZES = (100, 100, 1_000, 1_000, 10_000, 100_000, LONGEST)

_MARKDOWN = """
[ ] ( ) * ** _ __ ` `` ``` ~~~ < > & # ## - + 1. > | \\ ! ![ ]( [a]( [a][ [a]: <a &#0; &lt; &amp;
\\* *a _a **a <!-- --> <? <![CDATA[ http:// https://x.org mailto: [^1] {: --- === *** |-|
{== ==} {>> <<} {++ ++} {--
""".split()  # noqa: SIM905 -- reads as signs

_FRONT_MATTER = """
--- : & * ! !!str << ? | > ' " { } [ ] , # % @ ` ... ~ null true title: published: source: topics:
name: quote: exact: x-y: 2025 2025-02-30 -1 1e999 0x 0o7 .nan \\x00 \\u202e
""".split()  # noqa: SIM905

_CHARACTERS = [
    *" \t\n\r\v\f\0\x1b\x7f\x85\xa0\xad",
    *"\u0300\u0301\u034f\u0416\u0456\u0591\u05d0\u0627\u0640\u064b\u093f\u09c7\u09be\u0e33\u1100",
    *"\u1161\u11a8\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202e\u2060\u2066\u2069\u2003",
    *"\u3000\u3164\ud7a3\ue000\ufeff\ufffd\uffff\ufdd0\ufe0f\uff21\U0001d400\U0001f468\U000e0041",
    *"\U0010ffff\U0001f1fa\u0130\u0131\u00df\ufb01\u1e9e\u03c2\u212b\u2126\u0f73\u0344\u2adc",
    *"’‘“”«»–—…'\"-.,;:!?/%0159aAbZ\u2019\u02bc",
    "\udc80",
    "\udcff",
    "\udcc3",
]

_WORDS = """
Anna Berg Vienna Berg's U.S. US U.S.A. O'Brien D'Arcy l'Ukraine Kyiv Київ Зеленський Лук'янов May
Turkey WHO NATO Dr. St. a the said talks no text had been agreed 1,500 30% 3/4 can't non-nuclear
A. B. […] [...] … ...
""".split()  # noqa: SIM905

_PROSE = tuple(
    paragraph
    for folder in ("articles", "docs/actors", "docs/topics")
    for path in sorted((REPOSITORY / folder).rglob("*.md"))
    for paragraph in path.read_text(encoding="utf-8").split("\n\n")
)


def recipe(random: Random) -> Recipe:
    """A text of up to a megabyte; most are short."""
    most = random.choice(_SIZES)
    count = random.choice((1, 1, 2, 3, 5, 10, 30))
    return tuple(_chunk(random, most // count) for _ in range(count))


def _chunk(random: Random, most: int) -> tuple[str, int]:
    piece = "".join(_piece(random) for _ in range(random.choice((1, 1, 2, 3, 4))))
    most_times = max(1, most // max(1, len(piece)))
    is_repeated = random.random() < 0.5
    times = int(math.exp(random.uniform(0, math.log(most_times)))) if is_repeated else 1
    return piece, times


def _piece(random: Random) -> str:
    kind = random.random()
    if kind < 0.25:
        return random.choice(_MARKDOWN) + random.choice(("", "", " ", "\n"))
    if kind < 0.45:
        return random.choice(_CHARACTERS)
    if kind < 0.65:
        return random.choice(_WORDS) + random.choice(("", " ", " ", "\n"))
    if kind < 0.75:
        return random.choice(_FRONT_MATTER) + random.choice(("", " ", "\n", "\n  "))
    if kind < 0.85:
        return random.choice(ATTACKS)
    return _mutated(random, random.choice(_PROSE))


def _mutated(random: Random, prose: str) -> str:
    """A paragraph of the repository's own, cut, doubled or with something put in."""
    start, end = sorted(random.randrange(len(prose) + 1) for _ in range(2))
    match random.randrange(4):
        case 0:
            return prose
        case 1:
            return prose[start:end]
        case 2:
            return prose[:start] + random.choice(_CHARACTERS) + prose[start:]
        case _:
            return prose[:end] + prose[start:]


def text_of(made: Recipe) -> str:
    """The text that a recipe makes."""
    return "".join(piece * times for piece, times in made)


def smaller(made: Recipe) -> Iterator[Recipe]:
    """Recipes for less of the same, those that take away most first."""
    for index, (piece, times) in enumerate(made):
        before, after = made[:index], made[index + 1 :]
        yield before + after
        for fewer in (times // 2, times - 1):
            if 0 < fewer < times:
                yield (*before, (piece, fewer), *after)
        size = len(piece)
        while size > 1:
            size //= 2
            for start in range(0, len(piece), size):
                yield (*before, (piece[:start] + piece[start + size :], times), *after)


def minimised(
    texts: tuple[Recipe, ...], fails: Callable[[tuple[Recipe, ...]], bool], tries: int
) -> tuple[Recipe, ...]:
    """The smallest recipes found, in so many tries, that still fail."""
    while tries > 0:
        for index, made in enumerate(texts):
            less = _first_failing(texts, index, smaller(made), fails, tries)
            tries = less[1]
            if less[0]:
                texts = less[0]
                break
        else:
            return texts
    return texts


def _first_failing(texts, index, candidates, fails, tries):
    for candidate in candidates:
        if tries <= 0:
            break
        tries -= 1
        changed = (*texts[:index], candidate, *texts[index + 1 :])
        if fails(changed):
            return changed, tries
    return None, tries


def write_seed(folder: Path, name: str, subject: str, texts: tuple[Recipe, ...]) -> Path:
    """Keeps recipes, with the subject that they are for."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"subject": subject, "texts": texts}, indent=1) + "\n")
    return path


def read_seed(path: Path) -> tuple[str, tuple[Recipe, ...]]:
    """The subject and the recipes of a seed."""
    kept = json.loads(path.read_text())
    return kept["subject"], tuple(
        tuple((piece, times) for piece, times in made) for made in kept["texts"]
    )
