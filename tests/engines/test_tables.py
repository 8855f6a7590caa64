"""A long table lies in chunks, of which only those that changed are written anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.engines.tables import forget_others, read_table, write_table

ROWS = {f"articles/2025/{number}.md": (number, "text") for number in range(500)}

tables = st.dictionaries(st.text(max_size=3), st.integers(), max_size=30)


@given(tables, tables)
def test_a_table_is_read_as_it_was_written(tmp_path_factory, before, now):
    folder = tmp_path_factory.mktemp("table")
    first = write_table(folder, before, {}, ())
    second = write_table(folder, now, before, first)
    assert read_table(folder, first) == before
    assert read_table(folder, second) == now


def test_a_row_more_writes_one_file(tmp_path):
    names = write_table(tmp_path, ROWS, {}, ())
    there = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    after = write_table(tmp_path, ROWS | {"new": (0, "")}, ROWS, names)
    assert len(set(after) - set(names)) == 1
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in there} == there


def test_what_is_not_named_is_forgotten(tmp_path):
    names = write_table(tmp_path, ROWS, {}, ())
    after = write_table(tmp_path, {"only": 1}, ROWS, names)
    forget_others(tmp_path, after)
    assert read_table(tmp_path, after) == {"only": 1}
    assert read_table(tmp_path, names) is None


@pytest.mark.parametrize("spoil", [lambda it: it[:-1], lambda it: it + b"x", lambda _: b""])
def test_a_chunk_that_is_not_as_it_was_written_is_no_table(tmp_path, spoil):
    names = write_table(tmp_path, ROWS, {}, ())
    chunk = tmp_path / next(filter(None, names))
    chunk.write_bytes(spoil(chunk.read_bytes()))
    assert read_table(tmp_path, names) is None
