"""Every kind of fault, as `postil check` tells it.

A folder beside this file is named for a code (and, where there are several, what is particular to
it). It holds files that are laid over the minimal archive, and in `expected.txt` what is told of
them, a line for each fault.
"""

from pathlib import Path

import pytest

from archives import MINIMAL, article, faults, note, write
from postil.diagnostics.codes import Code

HERE = Path(__file__).parent
FOLDERS = sorted(path for path in HERE.iterdir() if (path / "expected.txt").is_file())

ROAD = "articles/2025/road.md"
LONG = " ".join(f"word{number}" for number in range(20_000))
MADE_HERE = {
    "file-size": {ROAD: "x" * 1_000_001},
    "tangled-text": {ROAD: article("A road.\n\n" + "[" * 5_000 + "\n\nAnother.")},
    "more-faults": {ROAD: article(**{f"key{number}": 1 for number in range(105)})},
    "crowded-text": {ROAD: article(LONG)}
    | {
        f"articles/2025/road.notes/n{number}.md": note(quote="word0 […] word19999")
        for number in range(11)
    },
    "encoding": {ROAD: "---\ntitle: Zurich\n---\n\nTalks near Zürich.\n".encode("latin-1")},
}
"""Files that nobody wants to keep, or that editors would mend."""

ONLY_BETWEEN_REVISIONS = {Code.TOUCHED_NOTE, Code.CHANGED_LINKS, Code.LOST_ADDRESS}
"""What no single archive can show; `tests/cli/test_since.py` does."""

NOT_IN_FILES = {Code.UNREADABLE_FILE}
"""What no file shows by what is in it; `tests/reading/test_hostile_files.py` does."""

ANOTHER_FAULT = {"docs/topics/zoo.md": "---\nname: Zoo\nsummery: Animals.\n---\n"}
TOLD_OF_IT = (
    "docs/topics/zoo.md:3:1: [unknown-key] `summery` is no key of a topic. Did you mean `summary`?"
)


def overlay(folder):
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "expected.txt"
    }
    return files | MADE_HERE.get(folder.name, {})


def expected(folder):
    return (folder / "expected.txt").read_text(encoding="utf-8").splitlines()


def code_of(folder):
    """The longest code that the folder's name begins with."""
    return max((code for code in Code if folder.name.startswith(code)), key=len)


by_name = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


@by_name
def test_a_fault_is_told_in_its_place_with_its_remedy(folder, tmp_path):
    write(tmp_path, MINIMAL | overlay(folder))
    told = faults(tmp_path)
    assert told == expected(folder)
    assert any(f"[{code_of(folder)}]" in line for line in told)


@by_name
def test_the_other_files_are_checked_all_the_same(folder, tmp_path):
    write(tmp_path, MINIMAL | overlay(folder) | ANOTHER_FAULT)
    assert faults(tmp_path) == [*expected(folder), TOLD_OF_IT]


@pytest.mark.parametrize("code", sorted(set(Code) - ONLY_BETWEEN_REVISIONS - NOT_IN_FILES))
def test_every_code_has_an_example(code):
    assert code in {code_of(folder) for folder in FOLDERS}


def test_the_archive_that_they_are_laid_over_has_no_fault(tmp_path):
    write(tmp_path, MINIMAL)
    assert faults(tmp_path) == []
