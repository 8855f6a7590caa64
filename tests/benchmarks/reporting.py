"""Made-up articles, one after the other, on what an archive speaks of."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from invented import Archive, Article, Note, Topic, choose, slug
from words import HEADINGS, HEADLINES, SENTENCES, words

WORDS_PER_ARTICLE = 600
FIRST_DAY = date(2020, 1, 1)
DAYS = 5 * 365


def articles(archive: Archive) -> Iterator[Article]:
    """The articles of an archive, so that none has to be kept."""
    for index in range(archive.count):
        yield _article(archive, index)


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
                return self._rng.choice(words(kind))

    def _actor(self) -> str:
        """An actor's full name at first; later, half the time, the short one."""
        actor = choose(self._rng, self._archive.actors)
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
        id=f"{slug(title)[:60].rstrip('-')}-{index}",
        title=title,
        published=published,
        outlet=choose(rng, archive.outlets).id,
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
        kind=rng.choice(words("note kind")),
        body=" ".join(f"{reporter.phrase(SENTENCES)}." for _ in range(rng.randint(2, 4))) + "\n",
    )


ANALYSTS = ("first-analyst", "second-analyst")
