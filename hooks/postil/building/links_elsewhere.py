"""What a change of names does to the links of articles that are the same."""

from collections.abc import Iterator, Mapping
from itertools import islice

from postil.building.checking import Checked
from postil.building.memory import changed_names, may_stand_in, names_of
from postil.diagnostics.bounds import shortened
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.linking.lexicon import Lexicon
from postil.linking.link import LinkedText, language_of, lexicons, link_text
from postil.model.archive import Archive, Record, Target
from postil.model.records import Actor, Article
from postil.pages.site import shows_text
from postil.parallel import spread
from postil.surveying.link_changes import LinkChange, link_changes
from postil.surveying.naming_changes import naming_changes
from postil.text.folding import folded

_FEW = 5
"""Articles that a message names."""


def links_elsewhere(before: Archive, checked: Checked) -> Iterator[Diagnostic]:
    """A warning for each actor to whom more, fewer or other mentions lead than `before`.

    `checked` is the archive as it is now. Only articles that are the same and in which a name
    stands that came, went or means somebody else are linked, with the names before and now.
    """
    now = checked.archive
    if before.actors == now.actors:
        return
    names, names_now = lexicons(before), lexicons(now)
    asked = list(_asked(before, checked, names, names_now))
    old, new = (
        {text.record.id: text for text in spread(_linked, lexicons_, asked)}
        for lexicons_ in (names, names_now)
    )
    for change in link_changes(naming_changes(old, new)):
        yield _told(change, before, now)


Lexicons = Mapping[str, Lexicon]


def _asked(
    before: Archive, checked: Checked, names: Lexicons, names_now: Lexicons
) -> Iterator[tuple[str, Record[Article]]]:
    """The articles that may be linked otherwise, with the languages of their texts."""
    archive, texts = checked.archive, checked.memory.texts
    changed = {
        language: changed_names(names_of(names[language]), names_of(names_now[language]))
        for language in names.keys() & names_now.keys()
    }
    for id_, record in archive.articles.items():
        language = language_of(record, archive.settings.language)
        words = texts[Target("articles", id_)].words
        is_same = before.articles.get(id_) == record and shows_text(record.data)
        if is_same and may_stand_in(changed[language], words, checked.read):
            yield language, record


def _linked(names: Lexicons, asked: tuple[str, Record[Article]]) -> LinkedText:
    language, record = asked
    return link_text(record, (), names[language])


def _told(change: LinkChange, before: Archive, now: Archive) -> Diagnostic:
    mentions = "1 mention" if change.mentions == 1 else f"{change.mentions:,} mentions"
    words = shortened(change.words[0])
    articles = ", ".join(islice(change.articles, _FEW))
    if len(change.articles) > _FEW:
        articles += f" and {len(change.articles) - _FEW:,} more articles"
    return Diagnostic(
        _place(change, before, now),
        Code.CHANGED_LINKS,
        f"{_what(change)} {mentions}, such as “{words}”, in {articles}",
        "Look whether that is who is meant there; `postil mentions ARTICLE` shows where.",
    )


def _what(change: LinkChange) -> str:
    if change.before is None:
        return f"This links {change.after} from"
    if change.after is None:
        return f"This no longer links {change.before} from"
    if change.before == change.after:
        return f"This links {change.after} by other words from"
    return f"This links {change.after} instead of {change.before} from"


def _place(change: LinkChange, before: Archive, now: Archive) -> Place:
    """The name in an actor's record, or where nothing has that name now, the record's own."""
    ids = [id_ for id_ in (change.after, change.before) if id_]
    concerned = [now.actors[id_] for id_ in ids if id_ in now.actors]
    form = folded(change.words[0])
    for record in concerned:
        if keys := _keys_of(record.data, form):
            return record.positions.of(*keys)
    if concerned:
        return concerned[0].positions.of("name")
    return Place(before.actors[ids[0]].path)


def _keys_of(actor: Actor, form: str) -> tuple[str, int] | None:
    """Where a record lists a name, by its folded form."""
    for key in ("aliases", "weak_aliases", "previous_names"):
        for index, name in enumerate(getattr(actor, key)):
            if folded(name) == form:
                return key, index
    return None
