"""Whole pages and data files of the fixture archive, as they were last approved.

`pytest tests/pages/test_golden.py --snapshot-update` approves them as they are now; read the diff.
"""

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

PAGES = [
    "articles/2025/lorn-talks/",
    "articles/2025/lorn-talks-uk/",
    "articles/2025/kept-elsewhere/",
    "articles/2025/taken-back/",
    "actors/anna-berg/",
    "actors/anna-berg/2025/",
    "actors/lorn-commission/",
    "topics/talks/",
    "topics/trade/",
    "analysts/ivo/",
    "notes/",
    "articles/",
    "timeline/",
    "actors/",
    "topics/",
    "corrections/",
]
DATA = ["articles", "notes", "actors", "topics", "mentions"]


class _TextFile(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT


class Html(_TextFile):
    """A snapshot as a file that a browser opens."""

    file_extension = "html"


class JsonLines(_TextFile):
    """A snapshot as a file of JSON lines."""

    file_extension = "jsonl"


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address[:-1].replace("/", "-"))
def test_page(pages, address, snapshot):
    assert str(pages[address].html) == snapshot(extension_class=Html)


def test_lists_of_the_home_page(site, snapshot):
    assert str(site.home) == snapshot(extension_class=Html)


def test_old_address(files, snapshot):
    page = files["articles/2025/talks-on-the-lorn/index.html"]
    assert page == snapshot(extension_class=Html)


@pytest.mark.parametrize("name", DATA)
def test_data(files, name, snapshot):
    assert files[f"data/{name}.jsonl"] == snapshot(extension_class=JsonLines)
