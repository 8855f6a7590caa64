"""Made-up news archives of any size, as a Postil archive and as a plain Material site.

    python tests/benchmarks/generate.py 1000 FOLDER [--seed 1]

writes `FOLDER/postil` and `FOLDER/material`; `mkdocs build` works in either. The same number and
seed give the same files to the byte, and an article is the same whether or not others are written.

What an archive holds:

- N articles of about 600 words over five years, in paragraphs with emphasis, links, headings and
  lists, each under one to three topics; every second one with a note on words that it has once;
- N/10 actors (at least 10), named by Zipf's law: the first in nearly every article, the last now
  and then; in full at first, by a short name later on, as newspapers do;
- eight outlets, which are actors too; 50 topics, five wide ones with nine narrow ones each; and two
  analysts.

Words come from a short list, so that the grammar holds, and from 20,000 invented place names, so
that the search index meets about as many different words as in a real archive.
"""

import argparse
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TypeVar

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]

WORDS_PER_ARTICLE = 600
FIRST_DAY = date(2020, 1, 1)
DAYS = 5 * 365
WIDE_TOPICS, NARROW_TOPICS = 5, 9
OUTLETS = 8
PLACES = 20_000
RECORD_FOLDERS = ("actors", "topics", "analysts")

Item = TypeVar("Item")


# --- What is written ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Actor:
    """An actor; `short` is the name that it goes by after its first mention."""

    id: str
    name: str
    short: str
    type: str


@dataclass(frozen=True)
class Topic:
    """A topic; a wide one has no parent."""

    id: str
    name: str
    parent: str | None


@dataclass(frozen=True)
class Note:
    """A note on words of an article."""

    id: str
    by: str
    date: date
    quote: str
    kind: str
    body: str


@dataclass(frozen=True)
class Article:
    """An article; `body` is Markdown."""

    id: str
    title: str
    published: date
    outlet: str
    topics: tuple[str, ...]
    actors: tuple[str, ...]
    summary: str
    body: str
    note: Note | None


@dataclass(frozen=True)
class Archive:
    """An archive of `count` articles: all that they speak of, and the seed they come from."""

    count: int
    seed: int
    actors: tuple[Actor, ...]
    outlets: tuple[Actor, ...]
    topics: tuple[Topic, ...]
    places: tuple[str, ...]

    def articles(self) -> Iterator[Article]:
        """The articles, one after the other, so that none has to be kept."""
        for index in range(self.count):
            yield _article(self, index)


def make_archive(count: int, seed: int) -> Archive:
    """The archive of this many articles."""
    rng = Random(f"{seed}/names")
    names = _invented_names(rng)
    return Archive(
        count=count,
        seed=seed,
        actors=tuple(_actor(rng, index, next(names)) for index in range(max(10, count // 10))),
        outlets=tuple(_outlet(rng, next(names)) for _ in range(OUTLETS)),
        topics=tuple(_topics()),
        places=tuple(next(names) for _ in range(PLACES)),
    )


# --- Names --------------------------------------------------------------------------------------


def _invented_names(rng: Random) -> Iterator[str]:
    """Names that stand for nobody, each given once: `Kleindberg`, `Travovka`, `Zermalmin`."""
    given: set[str] = set()
    while True:
        sounds = ["onset", *(["vowel", "middle"] * rng.randint(1, 2)), "ending"]
        name = "".join(rng.choice(_words(sound)) for sound in sounds)
        if name not in given:
            given.add(name)
            yield name


def _actor(rng: Random, index: int, name: str) -> Actor:
    """Of ten actors six are people, two organisations, one a public body and one a state."""
    match index % 10:
        case 3 | 7:
            return _named(f"{name} {rng.choice(_words('body'))}", name, "Organization")
        case 5:
            return _named(f"{name} Ministry", name, "PublicBody")
        case 9:
            return _named(f"{name} Republic", name, "State")
        case _:
            return _named(f"{rng.choice(_words('given name'))} {name}", name, "Person")


def _outlet(rng: Random, name: str) -> Actor:
    return _named(f"{name} {rng.choice(_words('paper'))}", name, "MediaOutlet")


def _named(name: str, short: str, type_: str) -> Actor:
    return Actor(_slug(name), name, short, type_)


def _topics() -> Iterator[Topic]:
    """The wide topics, each followed by its narrow ones."""
    for wide, narrow in zip(WIDE, NARROW, strict=True):
        yield Topic(_slug(wide), wide, None)
        for subject in narrow.split():
            yield Topic(_slug(f"{wide} {subject}"), f"{wide}: {subject}", _slug(wide))


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


# --- Words --------------------------------------------------------------------------------------

WIDE = ("Economy", "Security", "Environment", "Health", "Transport")
NARROW = (
    "taxes trade wages banks energy housing farming debt industry",
    "borders defence police courts intelligence treaties sanctions ports cyberspace",
    "rivers forests climate waste air mining wildlife coasts soil",
    "hospitals vaccines nursing insurance medicines research ageing nutrition safety",
    "railways roads airports shipping cycling freight tunnels fares bridges",
)

WORDS = {
    "noun": "agreement ceasefire budget levy harbour inquiry parliament ministry tribunal report"
    " railway election summit opposition treaty programme delegation industry hospital coalition"
    " commission mandate strike investment corridor pipeline reform sanction decree region grid"
    " currency border embassy forecast mission village university archive regulator",
    "plural": "negotiators residents farmers ministers lawyers exporters deputies observers troops"
    " measures proposals prices tariffs loans documents promises elections teachers convoys unions"
    " refugees investors inspectors engineers conditions objections supplies figures",
    "adjective": "regional temporary controversial independent joint binding unexpected foreign"
    " provisional lengthy costly partial renewed diplomatic industrial civilian maritime legal"
    " northern draft emergency long-awaited unpopular federal disputed modest final public",
    "verb": "postpone support reject review finance suspend extend weaken replace protect publish"
    " inspect restore cancel approve delay monitor strengthen amend accept",
    "past": "postponed supported rejected reviewed financed suspended extended weakened replaced"
    " protected published inspected restored cancelled approved delayed monitored amended",
    "said": "said argued insisted warned announced claimed conceded replied noted repeated",
    "weekday": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "month": "January February March April May June July September October November",
    "note kind": "context assessment question correction position",
    "given name": "Ada Anton Clara Daria Emil Hana Igor Jonas Lena Marek Nadia Oskar Petra Rosa",
    "body": "Council Commission Union Bank Institute Federation",
    "paper": "Courier Gazette Herald Tribune Observer Standard",
    "onset": "B Br D Dr F G Gr H K Kl L M N P R S St T Tr V Z",
    "vowel": "a e i o u ei au",
    "middle": "l lm n nd r rv rt s sk t v z",
    "ending": "berg burg en feld grad hagen in ino mark nik ov ovka polis rad stad wick",
}

SENTENCES = (
    "{actor} {said} on {weekday} that the {noun} would {verb} the {adjective} {plural}",
    "{actor} told reporters in {place} that no {noun} had {past} the {plural} since {month}",
    "the {adjective} {noun} was {past} after {number} days of talks between {actor} and {actor}",
    "“We will {verb} the {noun},” {actor} {said}, “and the {plural} know it”",
    "according to {actor}, the {plural} in {place} {past} more than {number} {adjective} {plural}",
    "a spokesman for {actor} called the {noun} {adjective} but did not {verb} it",
    "the {plural} of {place} {past} the {noun}, which had cost {number} million since {month}",
    "in {place}, where the {noun} was {past} last {month}, the {plural} remain {adjective}",
    "nobody expected the {adjective} {noun} to {verb} the {plural} before {month}",
    "a draft seen in {place} says that {number} {plural} may {verb} the {adjective} {noun}",
    "the {noun} – {adjective} and {adjective}, as its critics put it – would {verb} the {plural}",
    "two days earlier the {plural} had {past} a similar {noun} near {place}",
    "analysts doubt that the {plural} can {verb} the {noun} without {adjective} {plural}",
    "on {weekday} evening some {number} {plural} gathered in {place} to {verb} the {noun}",
    "the vote in {place} was {past} by {number} to {number}, the {noun}’s own figures show",
    "it was the first time since {month} that {plural} from {place} {past} the {noun}",
)
"""What sentences are made of. Six of sixteen name an actor: some twenty mentions in an article."""

HEADLINES = (
    "{plural} in {place} {verb} the {adjective} {noun}",
    "{adjective} {noun} {past} in {place}",
    "{actor} and the {noun} of {place}",
)
HEADINGS = ("What the {plural} want", "The {noun} in {place}", "The {noun} and its conditions")


@cache
def _words(kind: str) -> tuple[str, ...]:
    """The words of a kind."""
    return tuple(WORDS[kind].split())


@cache
def _zipf(count: int) -> tuple[float, ...]:
    """Cumulative weights for `count` things, of which the k-th has the weight 1/k."""
    return tuple(accumulate(1 / rank for rank in range(1, count + 1)))


def _choose(rng: Random, items: Sequence[Item]) -> Item:
    """One of the items by Zipf's law: the first comes most often."""
    return rng.choices(items, cum_weights=_zipf(len(items)))[0]


# --- Articles -----------------------------------------------------------------------------------


class _Reporter:
    """Writes one article. A class, for the dice it holds and for whom it has named so far."""

    def __init__(self, archive: Archive, rng: Random) -> None:
        self._archive = archive
        self._rng = rng
        self.named: Counter[str] = Counter()
        self.sentences: list[str] = []
        """Every sentence of the body so far, as it reads without its markup."""

    def phrase(self, templates: Sequence[str]) -> str:
        """One of the templates with words in its slots."""
        text = re.sub(r"\{(\w+)\}", self._word, self._rng.choice(templates))
        return text[0].upper() + text[1:]

    def body(self) -> str:
        """Blocks of Markdown until there are words enough."""
        blocks: list[str] = []
        while sum(len(sentence.split()) for sentence in self.sentences) < WORDS_PER_ARTICLE:
            if len(blocks) % 6 == 5:  # every fifth block of text gets a heading over it
                blocks.append(f"## {self.phrase(HEADINGS)}")
            blocks.append(self._items() if self._rng.random() < 1 / 15 else self._paragraph())
        return "\n\n".join(blocks)

    def unique_words(self) -> str:
        """Some words from one sentence that the body has only once."""
        whole = "\n".join(self.sentences)
        stretches = (" ".join(sentence.split()[1:9]) for sentence in self.sentences)
        return self._rng.choice([words for words in stretches if whole.count(words) == 1])

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._rng.randint(2, 5)))

    def _items(self) -> str:
        return "\n".join(f"- {self._sentence()}" for _ in range(self._rng.randint(3, 5)))

    def _sentence(self) -> str:
        sentence = self.phrase(SENTENCES) + "."
        self.sentences.append(sentence)
        return self._marked_up(sentence)

    def _marked_up(self, sentence: str) -> str:
        """The sentence with one of its words emphasised or linked, now and then."""
        forms = ("*{}*", "**{}**", "[{}](https://news.example.org/)")
        plain_words = re.findall(r"(?<= )[a-z]{5,}(?= )", sentence)
        if not plain_words or self._rng.random() > 1 / 8:
            return sentence
        word = self._rng.choice(plain_words)
        return sentence.replace(f" {word} ", f" {self._rng.choice(forms).format(word)} ", 1)

    def _word(self, slot: re.Match[str]) -> str:
        match slot[1]:
            case "actor":
                return self._actor()
            case "place":
                return self._rng.choice(self._archive.places)
            case "number":
                return str(self._rng.randint(2, 400))
            case kind:
                return self._rng.choice(_words(kind))

    def _actor(self) -> str:
        """An actor's full name at first; later, half the time, the short one."""
        actor = _choose(self._rng, self._archive.actors)
        is_known = actor.id in self.named
        self.named[actor.id] += 1
        return actor.short if is_known and self._rng.random() < 1 / 2 else actor.name


def _article(archive: Archive, index: int) -> Article:
    """The article of this number, whatever else is written."""
    rng = Random(f"{archive.seed}/{index}")
    reporter = _Reporter(archive, rng)
    body = reporter.body()
    actors = tuple(id_ for id_, _ in reporter.named.most_common(4))
    published = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    title = reporter.phrase(HEADLINES)
    return Article(
        id=f"{_slug(title)[:60].rstrip('-')}-{index}",
        title=title,
        published=published,
        outlet=_choose(rng, archive.outlets).id,
        topics=_some_topics(rng, archive.topics),
        actors=actors,
        summary=f"{reporter.phrase(SENTENCES)}.",
        body=f"{body}\n",
        note=_note(reporter, rng, published) if index % 2 == 0 else None,
    )


def _some_topics(rng: Random, topics: Sequence[Topic]) -> tuple[str, ...]:
    """One to three narrow topics."""
    narrow = [topic.id for topic in topics if topic.parent]
    return tuple(rng.sample(narrow, rng.randint(1, 3)))


def _note(reporter: _Reporter, rng: Random, published: date) -> Note:
    return Note(
        id="note",
        by=rng.choice(ANALYSTS),
        date=published + timedelta(days=rng.randint(0, 60)),
        quote=reporter.unique_words(),
        kind=rng.choice(_words("note kind")),
        body=" ".join(f"{reporter.phrase(SENTENCES)}." for _ in range(rng.randint(2, 4))) + "\n",
    )


ANALYSTS = ("first-analyst", "second-analyst")


# --- Files --------------------------------------------------------------------------------------


def write_postil(archive: Archive, folder: Path) -> None:
    """The archive in `folder`, which must not exist, with this repository's own engine and looks.

    All but the records is copied from the repository as it stands: hooks, `mkdocs.yml`, theme
    templates, assets and hand-written pages.
    """
    folder.mkdir(parents=True)
    docs = folder / "docs"
    left_out = shutil.ignore_patterns(*RECORD_FOLDERS)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    shutil.copytree(REPOSITORY / "hooks", folder / "hooks")
    shutil.copytree(REPOSITORY / "docs", docs, ignore=left_out)
    for actor in (*archive.actors, *archive.outlets):
        _write_actor(actor, docs)
    for topic in archive.topics:
        front = {"name": topic.name, "summary": f"All about {topic.name.lower()}."}
        parent = {"parent": topic.parent} if topic.parent else {}
        _write(docs / "topics" / f"{topic.id}.md", {**front, **parent})
    for analyst in ANALYSTS:
        _write(docs / "analysts" / f"{analyst}.md", {"name": analyst.replace("-", " ").title()})
    for article in archive.articles():
        _write_article(article, folder / "articles" / str(article.published.year))


def _write_actor(actor: Actor, docs: Path) -> None:
    front = {"name": actor.name, "type": actor.type, "summary": f"{actor.name}, in the news."}
    weak = {} if actor.type == "MediaOutlet" else {"weak_aliases": [actor.short]}
    _write(docs / "actors" / f"{actor.id}.md", {**front, **weak})


def _write_article(article: Article, folder: Path) -> None:
    """An article's file and that of its note."""
    front = {
        "title": article.title,
        "published": str(article.published),
        "source": {"outlet": article.outlet, "url": f"https://news.example.org/{article.id}"},
        "lang": "en",
        "topics": list(article.topics),
        "actors": list(article.actors),
        "summary": article.summary,
    }
    _write(folder / f"{article.id}.md", front, article.body)
    if note := article.note:
        note_front = {
            "by": note.by,
            "date": str(note.date),
            "quote": note.quote,
            "kind": note.kind,
        }
        _write(folder / f"{article.id}.notes" / f"{note.id}.md", note_front, note.body)


def write_material(archive: Archive, folder: Path) -> None:
    """The same texts in `folder`, which must not exist, as ordinary pages of plain Material."""
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(MATERIAL_CONFIG, encoding="utf-8")
    docs = folder / "docs"
    _write(docs / "index.md", {"title": "Home"}, "Plain Material.\n")
    for article in archive.articles():
        path = docs / "articles" / str(article.published.year) / f"{article.id}.md"
        _write(path, {"title": article.title}, article.body)


MATERIAL_CONFIG = """\
site_name: Plain Material
theme:
  name: material
  font: false
plugins:
  - search
# With all pages in the nav, every page would carry the links of all others: time and space in the
# square of the pages. An archive on plain Material would leave them out, as here; so the rival runs
# at its best.
nav:
  - index.md
not_in_nav: articles/**
"""


def _write(path: Path, front: Mapping[str, object], body: str = "") -> None:
    """A file of front matter and text, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head = yaml.safe_dump(dict(front), sort_keys=False, allow_unicode=True, width=1_000)
    path.write_text(f"---\n{head}---\n\n{body}", encoding="utf-8")


def main() -> None:
    """Writes both sites."""
    parser = argparse.ArgumentParser(description="Write a made-up archive in both forms.")
    parser.add_argument("count", type=int, help="how many articles")
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    archive = make_archive(given.count, given.seed)
    write_postil(archive, given.folder / "postil")
    write_material(archive, given.folder / "material")


if __name__ == "__main__":
    main()
