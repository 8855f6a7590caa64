"""Files are written whole, in their place, and through no link."""

import pytest

from postil.editing.files import create, move, replace


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "archive"
    (folder / "articles/2025").mkdir(parents=True)
    return folder


OLD, NEW = "articles/2025/a.notes/x.md", "articles/2025/b.notes/x.md"


def everything(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_a_file_is_made_with_its_folder(root):
    assert create(root, OLD, b"x") is None
    assert everything(root) == {OLD: b"x"}
    assert (root / OLD).stat().st_mode & 0o111 == 0
    assert (root / OLD).stat().st_nlink == 1


def test_no_file_is_overwritten(root):
    create(root, OLD, b"old")
    create(root, NEW, b"other")
    before = everything(root)
    with pytest.raises(FileExistsError):
        create(root, OLD, b"new")
    with pytest.raises(FileExistsError):
        move(root, OLD, NEW)
    assert everything(root) == before


def test_new_content_keeps_the_permissions(root):
    create(root, OLD, b"old")
    (root / OLD).chmod(0o640)
    assert replace(root, OLD, b"new") is None
    assert everything(root) == {OLD: b"new"}
    assert (root / OLD).stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_moved_is_in_its_new_place_alone(root):
    create(root, OLD, b"x")
    assert move(root, OLD, NEW) is None
    assert everything(root) == {NEW: b"x"}


def test_a_move_that_was_broken_off_is_finished(root):
    create(root, OLD, b"x")
    create(root, NEW, b"x")
    assert move(root, OLD, NEW) is None
    assert everything(root) == {NEW: b"x"}


@pytest.mark.parametrize("link", ["articles/2025/b.notes", NEW])
def test_nothing_is_written_through_a_link(root, link):
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "x.md").write_bytes(b"theirs")
    create(root, OLD, b"x")
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(outside if link.endswith(".notes") else outside / "x.md")
    for wrong in (create(root, NEW, b"x"), replace(root, NEW, b"x"), move(root, OLD, NEW)):
        assert (wrong.place.path, wrong.code) == (link, "file-kind")
    assert everything(outside) == {"x.md": b"theirs"}
    assert (root / OLD).read_bytes() == b"x"


def test_a_write_that_fails_leaves_nothing_behind(root):
    with pytest.raises(FileNotFoundError):
        replace(root, "articles/2025/nothing.md", b"x")
    assert everything(root) == {}
