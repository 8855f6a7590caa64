"""The slip of a leaf: what is held of it while it is put away, and where the rest lies."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from postil.model.archive import Target
from postil.model.compact import Compact
from postil.spool import Piece


class EntrySlip(NamedTuple):
    """What the search finds, and where its document lies."""

    path: str
    title: str
    when: tuple[date, float]
    document: Piece


class RankedSlip(NamedTuple):
    """What a leaf has to show on the home page, what it is ranked by, and where its HTML lies."""

    rank: tuple[object, ...]
    key: str
    html: Piece


class NoteSlip(NamedTuple):
    """Where what a note gives lies."""

    key: str
    listed: Piece
    row: Piece


@dataclass(frozen=True, slots=True)
class Slip(Compact):
    """What is held of a leaf, and where the rest lies, with the page of the text if it has one.

    `words` are those of the text that the leaf was made of: its plain text, folded.
    `weight` is that of the moment.
    """

    words: Piece
    page: Piece
    appearances: Mapping[Target, Piece]
    named: tuple[str, ...]
    around: bytes
    notes: tuple[NoteSlip, ...]
    listed: Piece
    profile: Piece
    discussed: tuple[RankedSlip, ...]
    disputes: tuple[RankedSlip, ...]
    moment: Piece
    weight: int
    entries: tuple[EntrySlip, ...]
    row: Piece
    mention_rows: Piece
    mentions: int
    card: Piece
