"""Characters that stand for a place in a Markdown text, to be found again in what it shows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_PRIVATE_USE = (range(0xE000, 0xF8FF), range(0xF0000, 0xFFFFD), range(0x100000, 0x10FFFD))
_DIGITS = 10


@dataclass(frozen=True)
class Placeholders:
    """Private-use characters that a text does not hold: an opening one, ten digits, a closing one.

    `first` is the first of twelve that follow one another.
    """

    first: int

    def at(self, number: int) -> str:
        """The placeholder with a number."""
        digits = "".join(chr(self.first + 1 + int(digit)) for digit in str(number))
        return f"{chr(self.first)}{digits}{chr(self.first + 1 + _DIGITS)}"

    @cached_property
    def _form(self) -> re.Pattern[str]:
        opening, closing = chr(self.first), chr(self.first + 1 + _DIGITS)
        digits = f"[{chr(self.first + 1)}-{chr(self.first + _DIGITS)}]"
        return re.compile(f"{opening}({digits}+){closing}")

    def found_in(self, text: str) -> dict[int, int]:
        """The numbers of the placeholders in a text, each with its offset when all are gone."""
        found: dict[int, int] = {}
        gone = 0
        for match in self._form.finditer(text):
            number = int("".join(str(ord(char) - self.first - 1) for char in match[1]))
            found[number] = match.start() - gone
            gone += len(match[0])
        return found

    def without(self, text: str) -> str:
        """A text with its placeholders taken out."""
        return self._form.sub("", text)

    def put_into(self, text: str, offsets: Sequence[int]) -> str:
        """A text with placeholder 0 at the first of the offsets, 1 at the second, and so on."""
        pieces = []
        done = 0
        for number in sorted(range(len(offsets)), key=offsets.__getitem__):
            pieces += [text[done : offsets[number]], self.at(number)]
            done = offsets[number]
        return "".join([*pieces, text[done:]])


def placeholders_for(text: str) -> Placeholders | None:
    """Placeholders for a text, unless it holds characters of private use throughout."""
    used = {ord(char) for char in text if ord(char) >= _PRIVATE_USE[0].start}
    size = _DIGITS + 2
    for block in _PRIVATE_USE:
        for first in range(block.start, block.stop - size, size):
            if used.isdisjoint(range(first, first + size)):
                return Placeholders(first)
    return None
