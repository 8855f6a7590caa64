"""Ids that lead nowhere, by the thousand: each is told, and none is looked after for long."""

import pytest

from archives import ANALYST, ARTICLE, NOTE, TOPIC, actor, analyst, article, faults, note, topic
from growth import LINEAR, growth
from postil.model.archive import Settings
from postil.reading.assemble import assemble
from postil.reading.discover import record_files
from postil.reading.records import read_files

REPLY = "articles/2025/vienna.notes/second.md"


def test_nothing_is_suggested_for_a_wrong_id_when_too_many_were_compared(archive, monkeypatch):
    monkeypatch.setattr("postil.reading.assemble._MOST_COMPARED", 2)
    article_lines = faults(archive({ARTICLE: article(topics=["talk", "tallks", "tlks"])}))
    assert ["Did you mean" in line for line in article_lines] == [True, True, False]
    remedy = "Write the id of one that exists, or add docs/topics/tlks.md with `postil new topic"
    assert remedy in article_lines[2]


def test_a_note_is_not_meant_by_its_own_wrong_reply(archive):
    (line,) = faults(archive({REPLY: note(reply_to="second"), NOTE: note()}))
    assert line.endswith("Notes here are first.")


def reading_of(files):
    reading = read_files(record_files(files), files.get)
    assert not reading.unread
    return reading


def wrong_replies(count):
    notes = {f"articles/2025/vienna.notes/n{n}.md": note(reply_to=f"m{n}") for n in range(count)}
    return reading_of({ARTICLE: article(), ANALYST: analyst(), TOPIC: topic()} | notes)


def wrong_actors(count):
    actors = {f"docs/actors/a{n}.md": actor() for n in range(count)}
    articles = {
        f"articles/2025/a{first}.md": article(actors=[f"gone{first + n}" for n in range(100)])
        for first in range(0, count, 100)
    }
    return reading_of({TOPIC: topic()} | articles | actors)


@pytest.mark.parametrize("made", [wrong_replies, wrong_actors])
def test_wrong_ids_take_time_in_proportion(made, monkeypatch):
    monkeypatch.setattr("postil.reading.assemble._MOST_COMPARED", 20_000)
    readings = {count: made(count) for count in (500, 2_000)}
    assert growth(lambda count: assemble(readings[count], Settings()), 500) < LINEAR
