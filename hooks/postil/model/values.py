"""The kinds of text that fields hold, each with its rule and what to write when it is broken.

A `Rule` speaks pydantic's protocol for annotations without importing it, so that the model stays
plain data and only `reading` knows what validates it.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from sys import intern
from typing import Annotated, Any
from urllib.parse import urlsplit

LANGUAGE_PATTERN = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
"""A BCP 47 tag, as far as its shape goes."""

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN, re.ASCII)
MAX_ID_LENGTH = 80
MAX_WORDS_LENGTH = 4_000
"""Characters in one front-matter text: room for a paragraph, none for a book."""
MAX_CONTEXT_LENGTH = 1_000
"""Characters before or after a quote: more than tell any two passages apart."""
MAX_IDS = 200
"""Items in one list of ids: more than any text is about."""

_NOT_IN_ADDRESSES = re.compile(r"[\s<>\"\\^`{|}]")

_NO_CHARACTERS = "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
"""The last two code points of each plane, which are no characters and never will be."""

_HIDDEN_BASIC = (
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufff9-\ufffb"
    r"\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff"
)
"""Those of `HIDDEN` on the plane of all modern scripts, which a pattern finds fast."""

HIDDEN = re.compile(rf"[{_HIDDEN_BASIC}\U000e0000-\U000e007f{_NO_CHARACTERS}]")
"""What changes what a reviewer sees: bidi controls (CVE-2021-42574), C0 and C1 controls, separators
of lines that editors do not show, byte order marks, tags (which spell words that nobody sees) and
what is no character."""

DIRECTION_MARKS = frozenset("\u061c\u200e\u200f")
"""Of `HIDDEN`, what is ordinary in texts of languages written from right to left; they move no
other word."""

_NO_WIDTH = "\u034f\u115f\u1160\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u3164\uffa0"
_JOINERS = "\u200c\u200d"
WIDTHLESS_LETTERS = frozenset(_NO_WIDTH + _JOINERS)
"""What `WIDTHLESS` may find."""

WIDTHLESS = re.compile(rf"[{_NO_WIDTH}]|(?<=[\u0041-\u052f])[{_JOINERS}]")
"""What takes no room and has no use, such as a zero-width space. Joiners have their use in scripts
that join letters, and none in Latin, Greek and Cyrillic."""

UNUSUAL = re.compile(rf"[{_HIDDEN_BASIC}{_NO_WIDTH}{_JOINERS}\U00010000-\U0010ffff]")
"""Found ten times as fast as `HIDDEN` and `WIDTHLESS`, which find nothing where this does not."""


@dataclass(frozen=True)
class Rule:
    """A check on a value, with what of it JSON Schema can say as well.

    `check` raises `ValueError` with what is wrong, as the end of a sentence about the value, and
    behind `; ` what to do.
    """

    check: Callable[[Any], Any]
    pattern: str | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:  # noqa: ANN401 -- pydantic's protocol
        """The value's type, then the check."""
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": self.check},
            "schema": handler(source),
        }

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], Any]) -> Any:  # noqa: ANN401 -- pydantic's protocol
        """What an editor can check by itself."""
        described = handler(schema)
        if self.pattern:
            described["pattern"] = f"^{self.pattern}$"
        if self.max_length:
            described["maxLength"] = self.max_length
        if self.min_items:
            described["minItems"] = self.min_items
        if self.max_items:
            described |= {"maxItems": self.max_items, "uniqueItems": True}
        return described


class AddressError(ValueError):
    """What is wrong with a web address."""


def _words(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty; write some words, or take the key out if it is not required")
    if len(value) > MAX_WORDS_LENGTH:
        raise ValueError(f"is {len(value):,} characters long; {MAX_WORDS_LENGTH:,} are the most")
    return _shown(value)


def _context(value: str) -> str:
    if len(value) > MAX_CONTEXT_LENGTH:
        raise ValueError(f"is {len(value):,} characters long; {MAX_CONTEXT_LENGTH:,} are the most")
    return _shown(value)


def _shown(value: str) -> str:
    if UNUSUAL.search(value) and (hidden := HIDDEN.search(value)):
        name = unicodedata.name(hidden[0], "without a name")
        raise ValueError(f"holds a hidden character, U+{ord(hidden[0]):04X} ({name}); take it out")
    return value


def _record_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError("is no id; ids are small letters a to z, digits and single hyphens")
    if len(value) > MAX_ID_LENGTH:
        raise ValueError(f"is longer than {MAX_ID_LENGTH} characters")
    return intern(value)  # thousands of records name the same few others


def _former_id(value: str) -> str:
    for part in value.split("/"):
        _record_id(part)
    return value


def _web_address(value: str) -> str:
    _words(value)
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable or _NOT_IN_ADDRESSES.search(value):
        raise AddressError("is no web address; write it in full, beginning with https://")
    return value


def _some(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        raise ValueError("is empty; write one item at least")
    return values


def _listed_once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(values) > MAX_IDS:
        raise ValueError(f"has {len(values):,} items; {MAX_IDS} are the most")
    ids = [getattr(value, "id", value) for value in values]
    if len(set(ids)) < len(ids):
        twice = next(id_ for number, id_ in enumerate(ids) if id_ in ids[:number])
        named = f"“{twice}”" if isinstance(twice, str) else "the same"
        raise ValueError(f"names {named} twice; take one of the two out")
    return values


def _orcid(value: str) -> str:
    total = 0
    signs = value.replace("-", "")
    for digit in signs[:-1]:
        total = (total + int(digit)) * 2
    if "0123456789X"[(12 - total % 11) % 11] != signs[-1]:
        raise ValueError("is no ORCID iD: one of its digits is wrong; copy it once more")
    return value


def _shaped(pattern: str, otherwise: str) -> Rule:
    """A rule that a text has a shape; `otherwise` is what is said of one that has not."""
    shape = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if not shape.fullmatch(value):
            raise ValueError(otherwise)
        return value

    return Rule(check, pattern)


Words = Annotated[str, Rule(_words, max_length=MAX_WORDS_LENGTH)]
"""Any text that is not empty and hides nothing."""

Context = Annotated[str, Rule(_context, max_length=MAX_CONTEXT_LENGTH)]
"""What stands beside a quote; it may be empty."""

RecordId = Annotated[str, Rule(_record_id, ID_PATTERN, MAX_ID_LENGTH)]
"""The id of a record: the stem of its file."""

FormerId = Annotated[str, Rule(_former_id, f"{ID_PATTERN}(/{ID_PATTERN})*")]
"""An id that an article had before, behind its folder in `articles/` if that was another."""

WebAddress = Annotated[str, Rule(_web_address, r"https?://.+")]
"""An address that starts with http:// or https://."""

Language = Annotated[
    str,
    _shaped(
        LANGUAGE_PATTERN,
        "is no language tag; write one such as en, uk or zh-Hant (BCP 47)",
    ),
]
"""A BCP 47 language tag."""

WikidataId = Annotated[
    str, _shaped(r"Q[1-9][0-9]*", "is no item of Wikidata; write one such as Q3874799")
]
"""The id of a Wikidata item."""

_ORCID = r"([0-9]{4}-){3}[0-9]{3}[0-9X]"

Orcid = Annotated[
    str,
    _shaped(_ORCID, "is no ORCID iD; write it as 0000-0002-1825-0097"),
    Rule(_orcid),
]
"""An ORCID iD, whose last sign is made of the others (ISO 7064, MOD 11-2)."""

Sha256 = Annotated[
    str, _shaped(r"[0-9a-f]{64}", "is no SHA-256 checksum; write its 64 hexadecimal digits")
]
"""A SHA-256 checksum."""

OneOrMore = Words | Annotated[tuple[Words, ...], Rule(_some, min_items=1)]
"""One text or a list of them."""

ListedOnce = Rule(_listed_once, max_items=MAX_IDS)
"""On lists of ids and of what has one: none stands there twice, and there are not too many."""

RecordIds = RecordId | Annotated[tuple[RecordId, ...], Rule(_some, min_items=1), ListedOnce]
"""One id or a list of them."""


def is_record_id(text: str) -> bool:
    """Whether `text` may be an id."""
    return len(text) <= MAX_ID_LENGTH and _ID.fullmatch(text) is not None


def as_tuple(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """The texts of a field that takes one or a list; none where it was left out."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
