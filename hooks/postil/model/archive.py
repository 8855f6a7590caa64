"""The archive as a whole: every record with its id, its place and its text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from postil.diagnostics.diagnostic import Place
from postil.model.compact import Compact
from postil.model.records import Actor, Analyst, Article, Note, Topic

Data = TypeVar("Data", Article, Actor, Topic, Analyst, Note)

TargetKind = Literal["articles", "actors", "topics"]


@dataclass(frozen=True, slots=True)
class Positions(Compact):
    """Where things stand in a file, for diagnostics.

    `keys` maps a path into the front matter, such as `("source", "url")`, to the place of its
    value; `body_line` is the line on which the text begins.
    """

    path: str
    keys: Mapping[tuple[str | int, ...], tuple[int, int]]
    body_line: int

    def of(self, *keys: str | int) -> Place:
        """The place of a front-matter value, or of the nearest thing around it that has one."""
        for length in range(len(keys), 0, -1):
            if found := self.keys.get(keys[:length]):
                return Place(self.path, *found)
        return Place(self.path)


@dataclass(frozen=True, slots=True)
class Record(Compact, Generic[Data]):
    """One file: the front matter as `data`, the Markdown under it as `body`.

    `path` is the file's, from the archive's root with `/`; `extensions` are its `x-*` keys. The
    body is held in UTF-8: one curved quotation mark would double what it takes as a string.
    """

    id: str
    path: str
    data: Data
    utf8: bytes
    positions: Positions
    extensions: Mapping[str, object]

    @property
    def body(self) -> str:
        """The Markdown, decoded each time."""
        return self.utf8.decode()


class Target(NamedTuple):
    """What a note is on."""

    kind: TargetKind
    id: str


@dataclass(frozen=True, slots=True)
class NoteRecord(Record[Note]):
    """A note with its target. `key` is unique in the archive: `articles/ID#note`."""

    target: Target

    @property
    def key(self) -> str:
        """How the archive tells it from every other note."""
        return f"{self.target.kind}/{self.target.id}#{self.id}"


@dataclass(frozen=True)
class Settings:
    """What an archive decides for itself, from `mkdocs.yml`.

    `links` says which mentions become links: the first of each actor in a section, or all.
    `search` says whether the site has a search, `cards` whether a picture of each article is drawn
    for those who share it. `address` is that of the site, with a `/` at its end. `repository` and
    what follows say where its files are proposed and changed; `guide` where contributors read how,
    from the site's root.
    """

    site_name: str = "Archive"
    language: str = "en"
    links: Literal["first", "all"] = "first"
    search: bool = True
    cards: bool = False
    address: str | None = None
    repository: str | None = None
    edit_uri: str | None = None
    branch: str | None = None
    forge: str | None = None
    guide: str | None = None


@dataclass(frozen=True)
class Archive:
    """Everything that is published, by id, in the order of the ids. Notes by their `key`."""

    settings: Settings
    articles: Mapping[str, Record[Article]]
    actors: Mapping[str, Record[Actor]]
    topics: Mapping[str, Record[Topic]]
    analysts: Mapping[str, Record[Analyst]]
    notes: Mapping[str, NoteRecord]

    def target(self, target: Target) -> Record[Article] | Record[Actor] | Record[Topic]:
        """The record that a note is on. Raises `KeyError` where there is none."""
        match target.kind:
            case "articles":
                return self.articles[target.id]
            case "actors":
                return self.actors[target.id]
            case "topics":
                return self.topics[target.id]
