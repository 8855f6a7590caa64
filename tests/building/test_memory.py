"""What is kept from build to build never changes what is built, and holds as long as it can."""

import shutil

import pytest

from archives import (
    FIXTURE,
    actor,
    analyst,
    article,
    made_of,
    made_with,
    note,
    sources_of,
    topic,
    unwatched,
    write,
)
from postil.building.checking import check
from postil.building.memory import NOTHING
from postil.model.archive import Settings
from postil.model.history import NO_HISTORIES
from postil.spool import Spool

TALKS = "articles/2025/lorn-talks.md"


@pytest.fixture
def root(tmp_path):
    return shutil.copytree(FIXTURE, tmp_path / "archive")


@pytest.fixture
def rebuilt(root, tmp_path):
    """Builds the fixture archive, lays files over it, and builds it again with what was kept.

    Gives what comes out then, and the texts whose leaves were made anew.
    """

    def after(files):
        spool = Spool(tmp_path / "leaves")
        before = made_with(root, NOTHING, spool).composed.memory
        for path, text in files.items():
            if text is None:
                (root / path).unlink()
        write(root, files)
        made = made_with(root, before, spool)
        again = {
            target.id
            for target, kept in made.composed.memory.texts.items()
            if before.texts.get(target) is not kept
        }
        return made, again

    return after


def edited(path, old, new):
    text = (FIXTURE / path).read_text("utf-8")
    assert old in text
    return {path: text.replace(old, new)}


def moved(path, to):
    return {path: None, to: (FIXTURE / path).read_text("utf-8")}


EDITS = {
    "nothing": {},
    "an actor comes": {"docs/actors/nora-quist.md": actor(name="Nora Quist")},
    "a name comes": edited("docs/actors/anna-berg.md", "name: ", "aliases: [the river]\nname: "),
    "a topic is renamed": edited("docs/topics/trade.md", "name: ", "name: New "),
    "a topic comes": {"docs/topics/new.md": topic(name="New", related=["trade"])},
    "an analyst is renamed": edited("docs/analysts/ivo.md", "name: ", "name: New "),
    "an analyst comes": {"docs/analysts/new.md": analyst(name="New")},
    "an article comes": {"articles/2026/new.md": article("Anna Berg.", topics=["trade"])},
    "an article is retitled": edited(TALKS, "title: ", "title: New "),
    "a text changes": edited(TALKS, "\n\n", "\n\nAnna Berg. "),
    "an article is a draft": edited(TALKS, "title: ", "status: draft\ntitle: "),
    "an article is withdrawn": edited(TALKS, "title: ", "status: withdrawn\ntitle: "),
    "an article comes between others": {
        "articles/2025/new.md": article(published="2025-03-04T20:00Z", topics=["trade", "talks"])
    },
    "an article's date changes": edited(TALKS, "published: 2025-03-04", "published: 2025-03-06"),
    "a note comes": {
        "articles/2025/lorn-talks.notes/new.md": note(
            whole=True, quote=None, sources=["lorn-talks"]
        )
    },
    "a note disagrees": {
        "articles/2025/lorn-talks.notes/new.md": note(
            "No.", quote="a text before the summer", likelihood="unlikely", confidence="high"
        )
    },
    "a note is signed by nobody": {
        "articles/2025/lorn-talks.notes/new.md": note(by="nobody", whole=True, quote=None)
    },
    "an actor goes": {"docs/actors/anna-berg.md": None},
    "a note is renamed": moved(
        "articles/2025/lorn-talks.notes/tolls.md", "articles/2025/lorn-talks.notes/tolls-2.md"
    ),
    "an article is moved": moved("articles/2024/lorn-bridge.md", "articles/2023/lorn-bridge.md"),
    "a text has a fault": edited(TALKS, "\n\n", "\n\n[Gone](gone.md) <b>x</b> "),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_check_tells_what_a_build_tells_and_leaves_it_to_both(root, tmp_path, edit):
    spool = Spool(tmp_path / "leaves")

    def checked(memory):
        return check(sources_of(root), Settings(), NO_HISTORIES, memory, spool, unwatched)

    first = checked(NOTHING)
    for path in (path for path, text in edit.items() if text is None):
        (root / path).unlink()
    write(root, edit)
    second, fresh = checked(first.memory), made_of(root)
    assert second.diagnostics == fresh.composed.diagnostics
    assert checked(second.memory).memory.texts == second.memory.texts
    built = made_with(root, second.memory, spool)
    assert built.pages == fresh.pages
    assert checked(built.composed.memory).memory.texts == built.composed.memory.texts


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_with_what_was_kept_the_same_comes_out(rebuilt, root, edit):
    made, _ = rebuilt(edit)
    fresh = made_of(root)
    assert made.composed.diagnostics == fresh.composed.diagnostics
    assert made.pages == fresh.pages
    assert made.files == fresh.files
    assert made.home == fresh.home
    assert made.entries == fresh.entries


def test_nothing_is_made_twice(rebuilt):
    _, again = rebuilt({})
    assert again == set()


def test_a_new_actor_is_looked_for_in_no_text_that_cannot_name_it(rebuilt):
    texts = {"articles/2026/named.md": article("Then Nora Quist came.", topics=["war"])}
    _, again = rebuilt(texts | {"docs/actors/nora-quist.md": actor(name="Nora Quist")})
    assert again == {"named", "nora-quist"}


def test_a_new_article_touches_its_neighbours_in_its_topics_alone(rebuilt):
    new = article("A word.", topics=["trade"], published="2024-12-01")
    _, again = rebuilt({"articles/2024/new.md": new})
    assert again == {"new", "lorn-bridge", "kept-elsewhere"}


def test_a_note_touches_its_own_text_alone(rebuilt):
    _, again = rebuilt({"articles/2025/lorn-talks.notes/new.md": note(whole=True, quote=None)})
    assert again == {"lorn-talks"}


def test_a_text_that_others_name_may_change_without_them(rebuilt):
    _, again = rebuilt(edited("docs/topics/trade.md", "\n---\n", "\n---\n\nNew words."))
    assert again == {"trade"}


def test_every_text_that_names_a_renamed_analyst_is_made_anew(rebuilt):
    made, again = rebuilt(edited("docs/analysts/ivo.md", "name: ", "name: New "))
    signed = {note.target.id for note in made.composed.shelf.site.relations.signed["ivo"]}
    assert again >= signed
    assert len(again) < len(made.composed.shelf.slips)
