"""After a change a build takes over what would be the same, and the site is as from nothing."""

import os
from pathlib import Path

import pytest
from engine import ENVIRONMENT, build, contents

from archives import actor, article, note, write

TALKS = "articles/2025/lorn-talks.md"
PAGE = "site/articles/2025/lorn-talks/index.html"
OTHER = "site/articles/2024/lorn-bridge/index.html"
MENTIONS = "site/data/mentions.jsonl"


@pytest.fixture
def rebuilt(root, tmp_path, monkeypatch):
    """Builds, changes something, builds again, as often as there are changes.

    Compares the last site with a fresh one, and gives what stayed after the last change.
    """

    def after(*changes):
        *earlier, change = changes
        assert build(root, "-q").returncode == 0
        for it in earlier:
            it(root)
            assert build(root, "-q").returncode == 0
        numbers = {path: (root / path).stat().st_ino for path in (PAGE, OTHER, MENTIONS)}
        change(root)
        assert build(root, "-q").returncode == 0
        site = contents(root / "site")
        same = {path for path in numbers if (root / path).stat().st_ino == numbers[path]}
        with monkeypatch.context() as patch:
            patch.setitem(ENVIRONMENT, "POSTIL_CACHE", str(tmp_path / "another"))
            assert build(root, "-q").returncode == 0
        assert site == contents(root / "site")
        return same

    return after


def nothing(_):
    pass


def a_note_comes(root):
    write(root, {"articles/2025/lorn-talks.notes/new.md": note(whole=True, quote=None)})


def an_article_comes_after_it_in_its_topic(root):
    write(root, {"articles/2025/after.md": article("More.", published="2025-03-04T19:00Z")})


def an_article_comes_later_in_its_topic(root):
    write(root, {"articles/2025/later.md": article("More.", published="2026-01-01")})


def an_actor_comes(root):
    write(root, {"docs/actors/nora-quist.md": actor(name="Nora Quist")})


def the_text_changes(root):
    file = root / TALKS
    file.write_text(file.read_text("utf-8") + "\nAnna Berg left.\n", encoding="utf-8")


def the_sites_name_changes(root):
    file = root / "mkdocs.yml"
    file.write_text(file.read_text("utf-8").replace("site_name: ", "site_name: New "), "utf-8")


def the_frame_changes(root):
    file = root / "docs/.overrides/partials/postil-footer.html"
    file.write_text(file.read_text("utf-8") + "<p>New.</p>", encoding="utf-8")


def a_page_by_hand_is_renamed(root):
    (root / "docs/method.md").write_text("# New\n", encoding="utf-8")


def somebody_writes_into_the_site(root):
    (root / PAGE).write_text("Something else.", encoding="utf-8")
    (root / "site/stray.html").write_text("Something else.", encoding="utf-8")


def somebody_writes_into_the_data(root):
    (root / MENTIONS).write_text("Something else.", encoding="utf-8")


def the_site_is_copied(root):
    (root / "site").rename(root / "old")
    (root / "old").rename(root / "site")
    content, times = (root / PAGE).read_bytes(), (root / PAGE).stat()
    (root / PAGE).unlink()
    (root / PAGE).write_bytes(content)
    os.utime(root / PAGE, ns=(times.st_atime_ns, times.st_mtime_ns + 1))


def the_frame_of_lists_changes(root):
    file = root / "docs/.overrides/partials/postil-footer.html"
    lists = "page.meta.archive in ['index', 'notes', 'corrections']"
    text = file.read_text("utf-8") + f"{{% if page and {lists} %}}<p>A list.</p>{{% endif %}}"
    file.write_text(text, encoding="utf-8")


CHANGES = [
    (nothing, {PAGE, OTHER, MENTIONS}),
    (a_note_comes, {OTHER, MENTIONS}),
    (an_article_comes_after_it_in_its_topic, {OTHER}),
    (an_article_comes_later_in_its_topic, {PAGE, OTHER}),
    (an_actor_comes, {PAGE, OTHER, MENTIONS}),
    (the_text_changes, {OTHER}),
    (the_sites_name_changes, set()),
    (the_frame_changes, {MENTIONS}),
    (a_page_by_hand_is_renamed, {PAGE, OTHER, MENTIONS}),
    (somebody_writes_into_the_site, {OTHER, MENTIONS}),
    (somebody_writes_into_the_data, {PAGE, OTHER}),
    (the_site_is_copied, {OTHER, MENTIONS}),
]


@pytest.mark.parametrize(("change", "same"), CHANGES)
def test_what_would_be_the_same_is_taken_over_and_nothing_else(rebuilt, change, same):
    assert rebuilt(change) == same


def test_a_frame_that_changes_around_lists_alone_is_a_change(rebuilt):
    # The first change adds a line to every page, the second to lists alone.
    assert rebuilt(the_frame_of_lists_changes, the_frame_of_lists_changes) == {MENTIONS}


def an_analyst_links_to_an_article(root):
    with (root / "docs/analysts/ivo.md").open("a", encoding="utf-8") as file:
        file.write("\nWrote [this](../../articles/2025/kept-elsewhere.md).\n")


def the_article_becomes_a_draft(root):
    file = root / "articles/2025/kept-elsewhere.md"
    text = file.read_text("utf-8").replace("title:", "status: draft\ntitle:", 1)
    file.write_text(text, encoding="utf-8")


def test_a_link_from_an_analyst_goes_with_its_article(rebuilt):
    assert rebuilt(an_analyst_links_to_an_article, the_article_becomes_a_draft) == {PAGE}


def an_actor_goes(root):
    (root / "docs/actors/nora-quist.md").unlink()


def spares():
    return [*Path(ENVIRONMENT["POSTIL_CACHE"]).glob("*/spare")]


def test_one_change_after_another_leaves_what_a_build_from_nothing_leaves(
    rebuilt, tmp_path, monkeypatch
):
    monkeypatch.setitem(ENVIRONMENT, "POSTIL_CACHE", str(tmp_path / "cache"))
    changes = [change for change, _ in CHANGES]
    assert rebuilt(*changes, an_actor_goes, nothing) == {PAGE, OTHER, MENTIONS}
    (spare,) = spares()
    assert (spare / "articles/2024/lorn-bridge/index.html").is_file()
    assert not (spare / "actors/nora-quist").exists()


def test_the_first_build_of_a_site_keeps_no_spare(root, tmp_path, monkeypatch):
    monkeypatch.setitem(ENVIRONMENT, "POSTIL_CACHE", str(tmp_path / "cache"))
    assert build(root, "-q").returncode == 0
    assert spares() == []
