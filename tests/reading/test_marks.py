"""Where the values of a front matter stand, asked for only where there is something to say."""

import itertools

import pytest

from growth import LINEAR, growth
from postil.reading.marks import Marks
from postil.reading.yaml_core import read_yaml

TEXT = "title: x\nsource:\n  url: y\ntopics:\n  - a\n  - {b: c}\n"


def test_every_value_has_its_place_in_the_file():
    assert dict(Marks(TEXT, 2)) == {
        ("title",): (2, 8),
        ("source",): (4, 3),
        ("source", "url"): (4, 8),
        ("topics",): (6, 3),
        ("topics", 0): (6, 5),
        ("topics", 1): (7, 5),
        ("topics", 1, "b"): (7, 9),
    }


def test_every_key_has_its_place_in_the_file():
    assert dict(Marks(TEXT, 2).of_keys) == {
        ("title",): (2, 1),
        ("source",): (3, 1),
        ("source", "url"): (4, 3),
        ("topics",): (5, 1),
        ("topics", 1, "b"): (7, 6),
    }


@pytest.mark.parametrize("text", ["", "\n# only a remark\n", "{}"])
def test_nothing_has_no_places(text):
    assert not Marks(text, 1)
    assert not Marks(text, 1).of_keys


def test_a_valid_front_matter_is_not_searched_for_places(monkeypatch):
    monkeypatch.setattr("postil.reading.marks._found", None)
    assert read_yaml(TEXT, "x.md", first_line=1).data["title"] == "x"


def test_all_places_of_a_file_take_time_in_proportion():
    runs = itertools.count()

    def ask(count):
        run = next(runs)  # makes each text one that nobody asked about before
        marks = Marks("\n".join(f"key{number}: {run}" for number in range(count)), 1)
        assert [marks[keys][0] for keys in marks] == list(range(1, count + 1))

    assert growth(ask, 1_000) < LINEAR
