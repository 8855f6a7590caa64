"""Names found and linked, measured on marked news: `python naming.py FOLDER [LANGUAGE]`.

FOLDER holds `gold.json` and `names.yml` (see the corpora's README). Records are made from the names
as a maintainer would make them: names of several words are strong, a single word that is part of a
person's name is weak, other single words are strong. The rules of `postil.linking` are set beside
naive longest match over the same forms. With LANGUAGE `ru` or `uk` only each record's `name` is
given, no inflected form, and literal matching of the names is the other side.

Prints every wrong link of ours by its cause, how many known names were left alone and why, and
precision and recall of both.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from postil.linking.lexicon import Lexicon, build_lexicon, find_names
from postil.linking.mentions import Naming, name_actors
from postil.model.archive import Positions, Record
from postil.model.dates import parse_edtf
from postil.model.records import Actor, Article, Source
from postil.text.document import Document, Text
from postil.text.folding import fold, folded
from postil.text.sentences import Span

PERSONS = ("Q215627", "PERSON")
RECORDED = ("PERSON", "ORGANIZATION", "COUNTRY", "CITY")
"""The kinds of name, in the Russian set, that an archive keeps records of."""


@dataclass(frozen=True)
class Score:
    """Links that are right, wrong, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed or 1)


@dataclass(frozen=True)
class Link:
    """A link that a method makes in a text."""

    start: int
    end: int
    actor: str


def actors(names: list[dict[str, Any]], language: str) -> dict[str, Record[Actor]]:
    """Records of the names; keyed by their ids in small letters."""
    records = {}
    for entry in names:
        is_person = any(kind in entry["type"] for kind in PERSONS)
        if language != "en":
            if entry["type"] not in RECORDED or entry["name"].startswith("Q"):
                continue
            forms = [entry["name"]]
        else:
            forms = list(dict.fromkeys([entry["name"], *entry["surface_forms"]]))
        strong = [form for form in forms if " " in form or not is_person]
        type_ = (
            "Person" if is_person else "State" if "Q27096213" in entry["type"] else "Organization"
        )
        weak = [form for form in forms if form not in strong]
        actor = Actor(
            name=entry["name"],
            type=type_,
            summary="x",
            names={} if language == "en" else {language: entry["name"]},
            aliases=tuple(strong),
            weak_aliases=tuple(weak),
        )
        if language == "en" and entry["name"] in weak:
            actor = Actor(
                name=f"{entry['name']} ({entry['id']})",
                type="Person",
                summary="x",
                aliases=tuple(strong),
                weak_aliases=tuple(weak),
            )
        id_ = entry["id"]
        records[id_] = Record(id_, id_, actor, b"", Positions(id_, {}, 1), {})
    return records


def article(language: str) -> Article:
    source = Source(outlet="x")
    return Article(
        title="x", published=parse_edtf("2000"), source=source, topics=("x",), lang=language
    )


def documents(gold: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Document]]:
    """The texts as they stand: no Markdown is read into them."""
    for entry in gold:
        text = entry["text"]
        yield entry, Document((Text(text, 0),), text, (), (), 0, frozenset())


def ours(naming: Naming) -> list[Link]:
    return [Link(m.span.start, m.span.end, m.actor) for m in naming.mentions]


def naive(document: Document, lexicon: Lexicon, favourites: dict[str, str]) -> list[Link]:
    """The longest match, given to whom the form means most often in these texts."""
    links = []
    for found in find_names(lexicon, fold(document.plain), {}):
        bearers = (*found.bearers.strong, *found.bearers.weak)
        words = folded(document.plain[found.span.start : found.span.end])
        actor = favourites.get(words) or next(iter(bearers), None)
        if actor:
            links.append(Link(found.span.start, found.span.end, actor))
    return links


def favourite_bearers(names: list[dict[str, Any]]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in names:
        for form, count in entry.get("surface_forms", {}).items():
            counts[folded(form)][entry["id"]] += count
    return {form: bearers.most_common(1)[0][0] for form, bearers in counts.items()}


def score(
    entry: dict[str, Any], links: Iterable[Link], known: Iterable[str]
) -> tuple[Score, list[Link]]:
    """Right, wrong and missed; a space or a full stop more or less at the end is no difference."""
    text = entry["text"]

    def place(start: int, end: int) -> tuple[int, int]:
        return start, start + len(text[start:end].rstrip(" .\n"))

    start, end = entry.get("evaluation_span") or (0, len(text))
    marked = {
        place(m["start"], m["end"]): m for m in entry["mentions"] if start <= m["start"] < end
    }
    gold = {at: m["id"] for at, m in marked.items() if m["id"] in known and not m.get("optional")}
    optional = [Span(*at) for at, m in marked.items() if m.get("optional")]
    right, wrong = set(), []
    for link in links:
        if not start <= link.start < end:
            continue
        at = place(link.start, link.end)
        if gold.get(at) == link.actor:
            right.add(at)
        elif not any(span.overlaps(Span(*at)) for span in optional):
            wrong.append(link)
    return Score(len(right), len(wrong), len(gold) - len(right)), wrong


def total(scores: Iterable[Score]) -> Score:
    scores = list(scores)
    return Score(
        sum(s.right for s in scores), sum(s.wrong for s in scores), sum(s.missed for s in scores)
    )


def cause(entry: dict[str, Any], link: Link) -> str:
    """What the gold has in the place of a wrong link."""
    text = entry["text"]
    for marked in entry["mentions"]:
        if marked["start"] < link.end and link.start < marked["end"]:
            words = text[marked["start"] : marked["end"]]
            if marked["id"] == link.actor:
                return f"the same actor, marked as “{words}”"
            if str(marked["id"]).startswith("Q"):
                return f"another actor: {marked['id']}, marked as “{words}”"
            return f"part of “{words}”, which has no record"
    return "nothing is marked here"


def in_context(entry: dict[str, Any], link: Link) -> str:
    text = entry["text"].replace("\n", " ")
    before, after = text[max(0, link.start - 40) : link.start], text[link.end : link.end + 30]
    return f"{before}[{text[link.start : link.end]}]{after}"


def main(folder: Path, language: str) -> None:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    names = yaml.load((folder / "names.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    records = actors(names, language)
    lexicon = build_lexicon(records, language)
    plain = build_lexicon(records, "en")
    favourites = favourite_bearers(names) if language == "en" else {}
    rows: dict[str, list[Score]] = {"naive": [], "postil": []}
    errors: dict[str, list[str]] = defaultdict(list)
    left: Counter[str] = Counter()
    for entry, document in documents(gold):
        rows["naive"].append(score(entry, naive(document, plain, favourites), records)[0])
        naming = name_actors(document, article(language), lexicon)
        found, wrong = score(entry, ours(naming), records)
        rows["postil"].append(found)
        left.update(name.reason for name in naming.unlinked)
        for link in wrong:
            errors[cause(entry, link)].append(f"{link.actor}: {in_context(entry, link)}")
    for why, lines in sorted(errors.items(), key=lambda item: -len(item[1])):
        print(f"{len(lines)} wrong: {why}")
        print("".join(f"    {line}\n" for line in lines), end="")
    print("left alone:", ", ".join(f"{reason} {count}" for reason, count in left.most_common()))
    for name, scores in rows.items():
        s = total(scores)
        print(
            f"{name:8} precision {s.precision:.3f}  recall {s.recall:.3f}  "
            f"right {s.right}  wrong {s.wrong}  missed {s.missed}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "en")
