"""While an archive is served: the last good version of what is broken, in its place."""

from archives import ACTOR, ARTICLE, NOTE, article, write
from postil.reading.records import keep_last_good, read_records


def titles(reading):
    return {f.path: r.data.title for f, r in reading.records if f.kind == "article"}


def test_a_broken_file_keeps_its_last_good_version_and_the_others_move_on(archive):
    other = "articles/2025/prague.md"
    root = archive({other: article(title="Before")})
    before = read_records(root)
    write(root, {ARTICLE: "broken", other: article(title="After")})
    now = read_records(root)
    kept = keep_last_good(now, before, broken={ARTICLE})
    assert titles(kept) == {ARTICLE: "Talks open in Vienna", other: "After"}
    assert kept.paths == before.paths


def test_a_file_that_was_never_good_stays_out(archive):
    root = archive({ARTICLE: "broken"})
    kept = keep_last_good(read_records(root), None, broken={ARTICLE})
    assert kept.paths == {NOTE, ACTOR, "docs/topics/talks.md", "docs/analysts/ivo.md"}


def test_a_deleted_file_does_not_come_back(archive):
    root = archive()
    before = read_records(root)
    (root / NOTE).unlink()
    write(root, {ARTICLE: "broken"})
    kept = keep_last_good(read_records(root), before, broken={ARTICLE})
    assert NOTE not in kept.paths
