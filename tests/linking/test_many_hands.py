"""Many people annotate one paragraph while another mends it: git merges, and the check tells."""

import shutil

import pytest
from click.testing import CliRunner

from archives import ARTICLE, NOTE, article, faults, note, write
from postil.cli.main import main
from repositories import commit, committed, git

WORDS = [
    "Anna Berg opened the talks",
    "in Vienna on Monday",
    "said that no text",
    "had been agreed",
    "would go on",
    "for thirty days",
]
PARAGRAPH = f"{' '.join(WORDS[:2])}. Tom Lee {' '.join(WORDS[2:4])}. It {' '.join(WORDS[4:])}."
ANALYSTS = 20


def names(lines):
    """The names of the files that faults are told of."""
    return [line.partition(":")[0].rpartition("/")[2] for line in lines]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_all_merge_cleanly_and_exactly_the_notes_that_the_change_touches_are_told(
    archive, monkeypatch
):
    root = archive({ARTICLE: article(PARAGRAPH), NOTE: None})

    def on_branch(name, files):
        git(root, "switch", "--create", name, "main")
        write(root, files)
        commit(root)

    committed(root)
    quotes = {f"n{number}": WORDS[number % len(WORDS)] for number in range(ANALYSTS)}
    for id_, quote in quotes.items():
        on_branch(id_, {f"articles/2025/vienna.notes/{id_}.md": note(f"{id_}.", quote=quote)})
    on_branch("mended", {ARTICLE: article(PARAGRAPH.replace("thirty", "sixty"))})
    git(root, "switch", "main")
    for branch in quotes:
        git(root, "merge", "--no-edit", branch)
    git(root, "tag", "annotated")
    git(root, "merge", "--no-edit", "mended")

    def on(*words):
        return sorted(f"{id_}.md" for id_, quote in quotes.items() if quote in words)

    assert names(faults(root)) == on("for thirty days")
    monkeypatch.chdir(root)
    told = CliRunner().invoke(main, ["check", "--since", "annotated"]).stdout.splitlines()
    touched = [line for line in told if "[touched-note]" in line]
    assert names(touched) == on("would go on", "for thirty days")
    assert len(touched) == 6
