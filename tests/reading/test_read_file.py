"""One file, read by itself: what it gives depends on its bytes and its path alone."""

import pytest

from archives import ARTICLE, FIXTURE, article
from postil.diagnostics.codes import Code
from postil.reading.discover import RecordFile
from postil.reading.records import read_file, read_records

FILE = RecordFile(ARTICLE, "article")


def test_a_file_by_itself_gives_what_it_gives_among_all():
    for file, record in read_records(FIXTURE).records:
        assert read_file((FIXTURE / file.path).read_bytes(), file)[0] == record


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff", Code.ENCODING),
        (b"", Code.EMPTY_FILE),
        (b"Text.", Code.NO_FRONT_MATTER),
        (article(title="").encode(), Code.WRONG_VALUE),
        (article("a\u202eb").encode(), Code.HIDDEN_CHARACTER),
    ],
)
def test_a_file_with_a_fault_gives_the_fault_and_no_record(data, code):
    record, (fault,) = read_file(data, FILE)
    assert record is None
    assert (fault.code, fault.place.path) == (code, ARTICLE)


def test_what_looks_wrong_is_told_beside_the_record():
    record, (fault,) = read_file(article("a\u200bb").encode(), FILE)
    assert record
    assert fault.code is Code.WIDTHLESS_CHARACTER
