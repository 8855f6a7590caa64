"""Draws cards, with Pillow. The same card has the same bytes wherever the same Pillow draws it.

Text from the left is set letter by letter, which needs nothing of the machine. Text from the right
needs FriBiDi, which Pillow finds on most systems; where it is not, such text is left out.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont, features

from postil.pages.card import LETTERS, Card

WIDTH, HEIGHT = 1200, 630
"""What Facebook, X and others ask for: 1.91 to 1."""

_EDGE = 80
_ROOM = WIDTH - 2 * _EDGE
_HEAD, _RULE, _FOOT = 62, 118, 548
_TITLE_TOP, _TITLE_BOTTOM = 150, 520

_SIZES = (76, 64, 54, 46)
"""Of the title: the largest in which it fits."""
_SMALL = 34
_LEADING = 1.18

_LONGEST = 300
"""Characters of a title that are looked at. No more fit."""

_PAPER, _INK, _ACCENT = (0xFD, 0xFC, 0xF9), (0x1D, 0x1C, 0x1A), (0x8A, 0x23, 0x18)
_SHADES = 15
"""Steps from paper to ink. With the accent they are sixteen colours: four bits."""

_ABSENT = "\uffff"
"""A noncharacter: drawn as what a font draws for letters that it lacks."""


class _Face(NamedTuple):
    """A font, and which way the text that is set in it runs."""

    path: Path
    is_from_the_right: bool

    def sized(self, size: int) -> ImageFont.FreeTypeFont:
        return _font(self.path, size, self.is_from_the_right)


def draw(card: Card) -> bytes:
    """A card as a PNG file of at most sixteen colours. Text that no font has is left out."""
    ink = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(ink)
    pen.rectangle((_EDGE, _RULE, WIDTH - _EDGE, _RULE + 2), fill=255)
    from_the_right = card.is_from_the_right
    _write(pen, _HEAD, card.site, _ROOM, is_at_the_right=from_the_right)
    taken = _write(pen, _FOOT, card.date, _ROOM, is_at_the_right=not from_the_right)
    _write(pen, _FOOT, card.outlet, _ROOM - taken - _EDGE, is_at_the_right=from_the_right)
    title = " ".join(card.title[:_LONGEST].split())
    face = _face_for(title, prefers_right=from_the_right)
    if face:
        size, lines = _fitted(title, face)
        height = int(size * _LEADING)
        top = _TITLE_TOP + (_TITLE_BOTTOM - _TITLE_TOP - height * len(lines)) // 2
        for line in lines:
            _set(pen, top, line, face.sized(size), is_at_the_right=from_the_right)
            top += height
    return _as_png(ink)


def _write(
    pen: ImageDraw.ImageDraw, top: int, text: str, room: float, *, is_at_the_right: bool
) -> float:
    """One small line, and gives how wide it is."""
    face = _face_for(text, prefers_right=False)
    if face is None:
        return 0.0
    font = face.sized(_SMALL)
    line = _shortened(text, font, room)
    _set(pen, top, line, font, is_at_the_right=is_at_the_right)
    return font.getlength(line)


def _as_png(ink: Image.Image) -> bytes:
    """How much of each pixel is ink, in the colours of the site."""
    image = ink.point([round(value * (_SHADES - 1) / 255) for value in range(256)])
    ImageDraw.Draw(image).rectangle((0, 0, 15, HEIGHT), fill=_SHADES)
    image.putpalette(_palette())
    file = BytesIO()
    image.save(file, "PNG", bits=4)
    return file.getvalue()


def _fitted(title: str, face: _Face) -> tuple[int, Sequence[str]]:
    """The largest size in which a title fits, and its lines; in the smallest it is cut off."""
    for size in _SIZES:
        most = int((_TITLE_BOTTOM - _TITLE_TOP) / (size * _LEADING))
        lines = list(_lines(title, face.sized(size)))
        if len(lines) <= most and all(face.sized(size).getlength(it) <= _ROOM for it in lines):
            return size, lines
    font = face.sized(size)
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return size, [_shortened(line, font, _ROOM) for line in kept]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and font.getlength(longer) > _ROOM:
            yield line
            longer = word
        line = longer
    yield line


def _shortened(line: str, font: ImageFont.FreeTypeFont, room: float) -> str:
    """A line that fits, with an ellipsis where it is cut off."""
    kept = line
    while kept and font.getlength(line if kept == line else f"{kept}…") > room:
        kept = kept[:-1].rstrip()
    return line if kept == line else f"{kept}…"


def _set(
    pen: ImageDraw.ImageDraw,
    top: int,
    line: str,
    font: ImageFont.FreeTypeFont,
    *,
    is_at_the_right: bool,
) -> None:
    where, anchor = (WIDTH - _EDGE, "ra") if is_at_the_right else (_EDGE, "la")
    pen.text((where, top), line, fill=255, font=font, anchor=anchor)


def _palette() -> list[int]:
    shades = [
        round(paper + (ink - paper) * step / (_SHADES - 1))
        for step in range(_SHADES)
        for paper, ink in zip(_PAPER, _INK, strict=True)
    ]
    return [*shades, *_ACCENT]


def _face_for(text: str, *, prefers_right: bool) -> _Face | None:
    """The first font that has all letters of a text; `None` where it cannot be set."""
    latin, *from_the_right = LETTERS
    faces = [_Face(latin, is_from_the_right=False)]
    if features.check_feature("raqm"):
        runs = [_Face(path, is_from_the_right=True) for path in from_the_right]
        faces = [*runs, *faces] if prefers_right else [*faces, *runs]
    return next((it for it in faces if all(_has(it.path, letter) for letter in set(text))), None)


@cache
def _has(path: Path, letter: str) -> bool:
    """Whether a font has a letter: what it lacks, it draws as it does what is none."""
    if letter.isspace():
        return True
    font = _font(path, _SMALL, is_from_the_right=False)
    return bytes(font.getmask(letter)) != bytes(font.getmask(_ABSENT))


@cache
def _font(path: Path, size: int, is_from_the_right: bool) -> ImageFont.FreeTypeFont:  # noqa: FBT001 -- a key of the cache
    engine = ImageFont.Layout.RAQM if is_from_the_right else ImageFont.Layout.BASIC
    return ImageFont.truetype(str(path), size, layout_engine=engine)
