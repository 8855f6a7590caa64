"""What is put away is read back, and no file stays open behind it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.spool import Spool, file_of, length_of, mark_of


@given(batches=st.lists(st.lists(st.binary(max_size=30), max_size=5), max_size=5))
def test_whatever_is_kept_is_read_back(tmp_path_factory, batches):
    spool = Spool(tmp_path_factory.mktemp("spool"))
    pieces = [spool.keep(batch) for batch in batches]
    assert [[spool.read(piece) for piece in batch] for batch in pieces] == batches
    lengths = [[length_of(piece) for piece in batch] for batch in pieces]
    assert lengths == [[len(content) for content in batch] for batch in batches]


def test_equal_contents_have_equal_digests(tmp_path):
    one, other, third = Spool(tmp_path).keep([b"a", b"a", b"b"])
    assert mark_of(one) == mark_of(other) != mark_of(third)
    assert one != other


def test_another_spool_reads_what_one_kept_and_writes_a_file_of_its_own(tmp_path):
    (piece,) = Spool(tmp_path).keep([b"words"])
    other = Spool(tmp_path)
    assert other.read(piece) == b"words"
    (another,) = other.keep([b"more"])
    assert file_of(another) != file_of(piece)


@pytest.mark.parametrize("others", [b"Words", b"wor", b""])
def test_what_is_not_what_was_written_is_not_given(tmp_path, others):
    (piece,) = Spool(tmp_path).keep([b"words"])
    (tmp_path / file_of(piece)).write_bytes(others)
    with pytest.raises(OSError, match=file_of(piece)):
        Spool(tmp_path).read(piece)


OPEN = Path("/proc/self/fd")


@pytest.mark.skipif(not OPEN.is_dir(), reason="open files are listed on Linux")
def test_no_file_stays_open_when_the_spool_is_gone(tmp_path):
    before = len(list(OPEN.iterdir()))
    spool = Spool(tmp_path)
    spool.read(*spool.keep([b"words"]))
    assert len(list(OPEN.iterdir())) > before
    del spool
    assert len(list(OPEN.iterdir())) == before


@pytest.mark.skipif(not OPEN.is_dir(), reason="open files are listed on Linux")
def test_of_many_files_few_are_open_at_once(tmp_path):
    pieces = [Spool(tmp_path).keep([str(build).encode()])[0] for build in range(200)]
    before = len(list(OPEN.iterdir()))
    spool = Spool(tmp_path)
    for _ in range(2):
        assert [spool.read(piece) for piece in pieces] == [b"%d" % build for build in range(200)]
    assert len(list(OPEN.iterdir())) < before + 100
