"""The records of an archive, as their front matter writes them.

Field names are the front matter's keys (a trailing `_` is dropped: `from_` is `from`). The text
under each field becomes its description in the JSON Schema, and so in contributors' editors.
Terms follow schema.org for articles, FollowTheMoney for actors and the W3C Web Annotation model
for notes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Annotated

from postil.model.compact import Compact
from postil.model.dates import Edtf
from postil.model.values import (
    Context,
    FormerId,
    Language,
    ListedOnce,
    OneOrMore,
    Orcid,
    RecordId,
    RecordIds,
    Sha256,
    WebAddress,
    WikidataId,
    Words,
)
from postil.model.vocabulary import (
    ActorType,
    ArticleKind,
    ArticleStatus,
    Confidence,
    Likelihood,
    NoteKind,
    NoteStatus,
    TextForm,
)

_STRICT = {
    "extra": "forbid",
    "use_attribute_docstrings": True,
    "alias_generator": lambda name: name.rstrip("_"),
}
"""Unknown keys are faults. A plain mapping, so that the model itself stays free of pydantic."""

_SET = {"is_set": True}
"""On lists whose order nobody sees: no page shows it, and nothing else depends on it."""


def set_keys(record_type: type) -> frozenset[str]:
    """The keys of a record whose lists are sets: they may be sorted."""
    return frozenset(it.name for it in fields(record_type) if it.metadata.get("is_set"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Source(Compact):
    """Where an article was published first."""

    __pydantic_config__ = _STRICT

    outlet: Words
    """Who published it: an actor's id, or a plain name for an outlet without a record."""
    title: Words | None = None
    """The headline there, where the archive has another."""
    url: WebAddress | None = None
    """The address of the original."""
    byline: tuple[Words, ...] = ()
    """Who wrote it, as the outlet names them."""
    dateline: Words | None = None
    """The place it was filed from."""
    updated: Edtf | None = None
    """When the outlet last changed it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Role(Compact):
    """An actor with the part it plays in an article."""

    __pydantic_config__ = _STRICT

    id: RecordId
    """The actor's id."""
    role: Words
    """The part it plays there, for example `host`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Retrieval(Compact):
    """When and by whom the text was taken from its source."""

    __pydantic_config__ = _STRICT

    at: Edtf
    """When."""
    by: Words | None = None
    """By whom."""
    sha256: Sha256 | None = None
    """The SHA-256 of the text as it was retrieved, without empty lines around it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivedCopy(Compact):
    """A copy of the original in a web archive."""

    __pydantic_config__ = _STRICT

    url: WebAddress
    """The copy's address."""
    at: Edtf
    """When it was made."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction(Compact):
    """A change to the archive's text that readers should know of."""

    __pydantic_config__ = _STRICT

    at: Edtf
    """When it was made."""
    by: RecordId
    """The analyst who made it."""
    text: Words
    """What was wrong and what it says now."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Article(Compact):
    """An article: its citation, what it is about, and how its text may be given."""

    __pydantic_config__ = _STRICT

    title: Words
    """The headline. For a digest, the archive's own."""
    published: Edtf
    """When the source published it: `2025-12-17`, `2025-12-17T18:40Z`, `2025-12`, `2025-12-17~`."""
    source: Source
    """Where it was published."""
    topics: Annotated[tuple[RecordId, ...], ListedOnce]
    """What it is about: at least one topic's id."""
    lang: Language | None = None
    """The language of the text (BCP 47); the site's own if absent."""
    kind: ArticleKind = "reportage"
    """What sort of text it is."""
    text: TextForm = "full"
    """What the body is, and so what may be published of it."""
    licence: Words | None = None
    """The licence under which the text is given."""
    summary: Words | None = None
    """One or two sentences for lists and search results."""
    actors: Annotated[tuple[RecordId | Role, ...], ListedOnce] = ()
    """Who it is about: actors' ids, or an id with a role."""
    mentions: Mapping[Words, RecordId] = field(default_factory=dict)
    """Whom words in this text mean: an actor's id, or `none` for nobody on record."""
    retrieved: Retrieval | None = None
    """When the text was taken from its source."""
    archived: tuple[ArchivedCopy, ...] = ()
    """Copies of the original in web archives."""
    same_text_as: RecordIds | None = None
    """The article or articles that give the same text."""
    translation_of: RecordIds | None = None
    """The article or articles that this one translates."""
    follows: RecordIds | None = None
    """The article or articles that this one continues."""
    corrections: tuple[Correction, ...] = ()
    """What was corrected here, and when."""
    status: ArticleStatus = "published"
    """`draft` keeps it out of the site; `withdrawn` keeps its address but not its text."""
    redirects: tuple[FormerId, ...] = field(default=(), metadata=_SET)
    """Ids that this article had before; `2024/its-id` if it lay in the folder of another year."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Position(Compact):
    """An office held, with its term."""

    __pydantic_config__ = _STRICT

    role: Words
    """The office, for example `Minister of Foreign Affairs`."""
    org: Words | None = None
    """Where: an actor's id or a plain name."""
    start: Edtf | None = None
    """The first day in office; absent if not known."""
    end: Edtf | None = None
    """The last day in office; absent while it is held."""
    acting: bool = False
    """Whether it was held in an acting capacity."""
    source: Words | None = None
    """Where that is documented."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation(Compact):
    """A lasting tie between two actors."""

    __pydantic_config__ = _STRICT

    to: RecordId
    """The other actor's id."""
    type: Words
    """What ties them, for example `member of`."""
    start: Edtf | None = None
    """Since when."""
    end: Edtf | None = None
    """Until when."""
    source: Words | None = None
    """Where that is documented."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor(Compact):
    """Someone or something that acts in the news."""

    __pydantic_config__ = _STRICT

    name: Words
    """The name that the archive uses."""
    type: ActorType
    """What it is, in FollowTheMoney's terms."""
    summary: Words
    """Who or what it is, in one sentence."""
    names: Mapping[Language, OneOrMore] = field(default_factory=dict)
    """Its names by language: `uk: Володимир Зеленський`, or a list of spellings."""
    aliases: tuple[Words, ...] = ()
    """Other names that mean nobody else: they link wherever they stand."""
    weak_aliases: tuple[Words, ...] = field(default=(), metadata=_SET)
    """Surnames and metonyms: they link only where an article makes plain who is meant."""
    previous_names: tuple[Words, ...] = ()
    """Names it had before: they link as well."""
    never: tuple[Words, ...] = field(default=(), metadata=_SET)
    """Words that look like it and mean something else."""
    wikidata: WikidataId | None = None
    """Its item on Wikidata, for example `Q3874799`."""
    same_as: tuple[WebAddress, ...] = ()
    """Other addresses that identify it."""
    country: tuple[Words, ...] = field(default=(), metadata=_SET)
    """Countries it belongs to: ISO 3166-1 codes or actors' ids."""
    positions: tuple[Position, ...] = ()
    """Offices held."""
    relations: tuple[Relation, ...] = ()
    """Lasting ties to other actors."""
    redirects: tuple[RecordId, ...] = field(default=(), metadata=_SET)
    """Ids that this actor had before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic(Compact):
    """A subject that articles are filed under."""

    __pydantic_config__ = _STRICT

    name: Words
    """The name that the archive uses."""
    summary: Words
    """What it covers, in one sentence."""
    names: Mapping[Language, OneOrMore] = field(default_factory=dict)
    """Its names by language."""
    aliases: tuple[Words, ...] = ()
    """Other words that readers search it by."""
    parent: RecordId | None = None
    """The wider topic it is part of."""
    related: Annotated[tuple[RecordId, ...], ListedOnce] = field(default=(), metadata=_SET)
    """Topics beside it."""
    wikidata: WikidataId | None = None
    """Its item on Wikidata."""
    iptc: Words | None = None
    """Its code among the IPTC Media Topics."""
    stances: tuple[Words, ...] = ()
    """The positions taken on it, in order from one end to the other."""
    redirects: tuple[RecordId, ...] = field(default=(), metadata=_SET)
    """Ids that this topic had before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Analyst(Compact):
    """Someone who signs notes."""

    __pydantic_config__ = _STRICT

    name: Words
    """The name that notes are signed with."""
    affiliation: Words | None = None
    """Where they work."""
    orcid: Orcid | None = None
    """Their ORCID iD."""
    disclosure: Words | None = None
    """Interests that readers should know of."""
    active: bool = True
    """Whether they still write for the archive."""
    redirects: tuple[RecordId, ...] = field(default=(), metadata=_SET)
    """Ids that this analyst had before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation(Compact):
    """The words that a note is about (a W3C TextQuoteSelector)."""

    __pydantic_config__ = _STRICT

    exact: Words
    """The words, verbatim; `A […] B` for a long span from A to B."""
    prefix: Context = ""
    """The words just before them, where the same words stand more than once."""
    suffix: Context = ""
    """The words just after them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation(Compact):
    """A source outside the archive."""

    __pydantic_config__ = _STRICT

    url: WebAddress
    """Its address."""
    title: Words
    """Its title."""
    archived: WebAddress | None = None
    """A copy of it in a web archive."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reanchoring(Compact):
    """A change of a note's quote after its article changed."""

    __pydantic_config__ = _STRICT

    at: Edtf
    """When it was accepted."""
    by: Words
    """Who accepted it."""
    from_: Words
    """The words that the note quoted before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note(Compact):
    """An analyst's note on words of an article, profile or introduction."""

    __pydantic_config__ = _STRICT

    by: RecordIds
    """Who signs it: an analyst's id or several."""
    date: Edtf
    """When it was written."""
    quote: Words | Quotation | None = None
    """The words it is about, verbatim. Required unless `whole` is true."""
    whole: bool = False
    """Whether it is about all of the text instead of some words."""
    kind: NoteKind = "context"
    """What the note does."""
    confidence: Confidence | None = None
    """How well founded an assessment is."""
    likelihood: Likelihood | None = None
    """How probable what it says is, in the words of ICD 203."""
    sources: Annotated[tuple[RecordId | Citation, ...], ListedOnce] = ()
    """What it rests on: articles' ids, or an address with a title."""
    actors: Annotated[tuple[RecordId, ...], ListedOnce] = field(default=(), metadata=_SET)
    """Actors it speaks about."""
    topics: Annotated[tuple[RecordId, ...], ListedOnce] = field(default=(), metadata=_SET)
    """Topics it speaks about; the article's own if absent."""
    reply_to: RecordId | None = None
    """The note on the same text that this one answers."""
    reviewed_by: Annotated[tuple[RecordId, ...], ListedOnce] = ()
    """Analysts who reviewed it."""
    status: NoteStatus = "published"
    """`retracted` and `superseded` stay readable as such, with the reason."""
    reason: Words | None = None
    """Why it was retracted or superseded."""
    reanchored: tuple[Reanchoring, ...] = ()
    """How its quote followed changes of the text."""

    @property
    def is_current(self) -> bool:
        """Whether its authors stand by it: it is neither retracted nor superseded."""
        return self.status not in {"retracted", "superseded"}
