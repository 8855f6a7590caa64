"""Records become an archive: every id leads somewhere, and only what is published gets in."""

import pytest

from archives import ARTICLE, NOTE, TOPIC, actor, analyst, article, faults, linked, note, topic
from postil.building.examining import examine
from postil.model.archive import Settings

WIDER = "docs/topics/war.md"
REPLY = "articles/2025/vienna.notes/second.md"
OTHER = "articles/2025/prague.md"
UN = "docs/actors/un.md"

CORRECTION = {"at": "2025", "by": "x", "text": "It was Vienna."}


def archive_of(root):
    return examine(root, Settings()).linked.archive


@pytest.mark.parametrize(
    ("path", "text", "line_and_column", "code", "told"),
    [
        (ARTICLE, article(topics=["talk"]), "5:10", "unknown-topic", "no topic “talk”"),
        (ARTICLE, article(actors=["ana-berg"]), "6:10", "unknown-actor", "no actor “ana-berg”"),
        (ARTICLE, article(actors=[{"id": "x", "role": "r"}]), "6:17", "unknown-actor", "“x”"),
        (ARTICLE, article(mentions={"Anna Berg": "x"}), "6:25", "unknown-actor", "“x”"),
        (ARTICLE, article(follows="viena"), "6:10", "unknown-article", "no article “viena”"),
        (ARTICLE, article(same_text_as=["x"]), "6:16", "unknown-article", "“x”"),
        (ARTICLE, article(translation_of="x"), "6:17", "unknown-article", "“x”"),
        (ARTICLE, article(corrections=[CORRECTION]), "6:36", "unknown-analyst", "“x”"),
        (
            UN,
            actor(name="UN", relations=[{"to": "x", "type": "t"}]),
            "5:20",
            "unknown-actor",
            "“x”",
        ),
        (WIDER, topic(parent="x"), "4:9", "unknown-topic", "“x”"),
        (WIDER, topic(related=["talks", "x"]), "4:20", "unknown-topic", "“x”"),
        (REPLY, note(by="iva"), "2:5", "unknown-analyst", "no analyst “iva”"),
        (REPLY, note(reviewed_by=["x"]), "5:15", "unknown-analyst", "“x”"),
        (REPLY, note(actors=["x"]), "5:10", "unknown-actor", "“x”"),
        (REPLY, note(topics=["x"]), "5:10", "unknown-topic", "“x”"),
        (REPLY, note(sources=["vienna", "x"]), "5:21", "unknown-article", "“x”"),
        (REPLY, note(reply_to="x"), "5:11", "unknown-note", "no other note “x” on vienna"),
        (REPLY, note(reply_to="second"), "5:11", "unknown-note", "“second” on vienna"),
    ],
)
def test_an_id_that_leads_nowhere_is_told(archive, path, text, line_and_column, code, told):  # noqa: PLR0913, PLR0917
    (line,) = faults(archive({path: text}))
    assert line.startswith(f"{path}:{line_and_column}: [{code}] There is ")
    assert told in line


@pytest.mark.parametrize(
    ("path", "text", "remedy"),
    [
        (ARTICLE, article(topics=["talk"]), "Did you mean `talks`?"),
        (ARTICLE, article(actors=["ana-berg"]), "Did you mean `anna-berg`?"),
        (ARTICLE, article(follows="viena"), "Did you mean `vienna`?"),
        (REPLY, note(by="iva"), "Did you mean `ivo`?"),
        (REPLY, note(reply_to="frist"), "Did you mean `first`?"),
        (REPLY, note(reply_to="zzz"), "Notes here are first."),
        (
            ARTICLE,
            article(topics=["zzz"]),
            "or add docs/topics/zzz.md with `postil new topic --id zzz`.",
        ),
        (
            ARTICLE,
            article(follows="zzz"),
            "Write the id of one that exists, or add articles/<year>/zzz.md.",
        ),
    ],
)
def test_what_was_meant_is_suggested_or_what_to_add(archive, path, text, remedy):
    (line,) = faults(archive({path: text}))
    assert line.endswith(remedy)


def test_a_reply_goes_to_a_note_on_the_same_text_only(archive):
    root = archive(
        {"docs/actors/anna-berg.notes/n.md": note(quote=None, whole=True, reply_to="first")}
    )
    (line,) = faults(root)
    assert "There is no other note “first” on anna-berg. There is no other note here yet." in line


def test_an_id_whose_file_is_broken_is_told_of_that_file_only(archive):
    (line,) = faults(archive({TOPIC: topic(name="")}))
    assert line.startswith(f"{TOPIC}:2:7: [wrong-value]")


def test_what_leads_nowhere_is_kept_out_with_all_that_leads_to_it(archive):
    root = archive(
        {
            WIDER: topic(name="War", parent="nowhere"),
            TOPIC: topic(parent="war"),
            "docs/topics/trade.md": topic(name="Trade"),
            OTHER: article(title="Other", topics=["trade"]),
        }
    )
    kept = archive_of(root)
    assert list(kept.topics) == ["trade"]
    assert list(kept.articles) == ["prague"]
    assert list(kept.notes) == []
    assert list(kept.actors) == ["anna-berg"]


@pytest.mark.parametrize(
    ("files", "articles", "notes"),
    [
        ({}, ["vienna"], ["articles/vienna#first"]),
        ({ARTICLE: article(status="draft")}, [], []),
        ({NOTE: note(status="draft")}, ["vienna"], []),
        ({REPLY: note(status="draft")}, ["vienna"], ["articles/vienna#first"]),
        ({ARTICLE: article(status="withdrawn")}, ["vienna"], ["articles/vienna#first"]),
        (
            {NOTE: note(status="draft"), REPLY: note(reply_to="first")},
            ["vienna"],
            ["articles/vienna#second"],
        ),
        (
            {REPLY: note(status="retracted", reason="Wrong.")},
            ["vienna"],
            ["articles/vienna#first", "articles/vienna#second"],
        ),
    ],
)
def test_drafts_and_notes_on_them_get_no_further(archive, files, articles, notes):
    kept = linked(archive(files)).archive
    assert list(kept.articles) == articles
    assert list(kept.notes) == notes


def test_an_article_may_name_a_draft(archive):
    root = archive(
        {OTHER: article(title="Next", status="draft"), ARTICLE: article(follows="prague")}
    )
    assert faults(root) == []


@pytest.mark.parametrize(
    ("redirects", "others", "expected"),
    [
        (["wien"], [], []),
        (["vienna"], [], ["6:13: [redirect-taken] The old id “vienna” belongs to " + ARTICLE]),
        (["prague"], [], ["6:13: [redirect-taken] The old id “prague” belongs to " + OTHER]),
        (["wien"], ["wien"], ["6:13: [redirect-taken] The old id “wien” belongs to " + OTHER]),
        (["2024/vienna", "2023/wien"], [], []),
        (
            ["2025/vienna"],
            [],
            ["6:13: [redirect-taken] The old id “2025/vienna” belongs to " + ARTICLE],
        ),
        (
            ["2023/prague"],
            [],
            ["6:13: [redirect-taken] The old id “2023/prague” belongs to " + OTHER],
        ),
        (
            ["2025/03"],
            [],
            ["6:13: [redirect-taken] The old id “2025/03” belongs to the index of articles"],
        ),
    ],
    ids=[
        "free",
        "its-own",
        "a-living-one",
        "another-past",
        "another-folder",
        "its-own-place",
        "a-living-one-elsewhere",
        "a-month",
    ],
)
def test_an_old_id_leads_to_one_record_only(archive, redirects, others, expected):
    root = archive(
        {
            ARTICLE: article(redirects=redirects),
            OTHER: article(title="Other", redirects=others),
        }
    )
    lines = faults(root)
    assert [line.split(". ")[0] for line in lines] == [f"{ARTICLE}:{told}" for told in expected]


def test_ids_of_different_kinds_may_be_equal(archive):
    root = archive(
        {"docs/actors/talks.md": actor(name="Talks Ltd"), "docs/analysts/talks.md": analyst()}
    )
    assert faults(root) == []


def test_topics_in_a_circle_are_told_each_with_the_circle(archive):
    root = archive(
        {
            "docs/topics/a.md": topic(name="A", parent="b"),
            "docs/topics/b.md": topic(name="B", parent="c"),
            "docs/topics/c.md": topic(name="C", parent="a"),
            "docs/topics/d.md": topic(name="D", parent="a"),
        }
    )
    assert [line.split(". ")[0] for line in faults(root)] == [
        "docs/topics/a.md:4:9: [topic-cycle] “a” is above itself: a → b → c → a",
        "docs/topics/b.md:4:9: [topic-cycle] “b” is above itself: b → c → a → b",
        "docs/topics/c.md:4:9: [topic-cycle] “c” is above itself: c → a → b → c",
    ]


def test_a_topic_that_is_its_own_parent_is_told(archive):
    (line,) = faults(archive({TOPIC: topic(parent="talks")}))
    assert "“talks” is above itself: talks → talks" in line


def test_of_a_renamed_record_the_id_that_it_has_now_is_told(archive):
    files = {
        ARTICLE: article(actors=["ana", "anna-berg"]),
        "docs/actors/anna-berg.md": actor(redirects=["ana"]),
    }
    (line,) = faults(archive(files))
    assert line.endswith(
        "[unknown-actor] The actor “ana” is called “anna-berg” now. Write `anna-berg`."
    )


@pytest.mark.parametrize("id_", ["index", "by-name", "con"])
def test_no_old_id_is_a_name_that_no_file_may_have(archive, id_):
    (line,) = faults(archive({"docs/actors/anna-berg.md": actor(redirects=[id_])}))
    assert f"[redirect-taken] The old id “{id_}” belongs to no record" in line
