"""Many people annotate one paragraph while another mends it: git merges, and the check tells."""

import os
import shutil
import subprocess

import pytest

from archives import ARTICLE, NOTE, article, faults, note, write

WORDS = [
    "Anna Berg opened the talks",
    "in Vienna on Monday",
    "said that no text",
    "had been agreed",
    "would go on",
    "for thirty days",
]
PARAGRAPH = " ".join(WORDS[:4]) + " and " + " ".join(WORDS[4:]) + "."
ANALYSTS = 20
ENVIRONMENT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "t" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_all_merge_cleanly_and_exactly_the_notes_whose_words_changed_are_told(archive):
    root = archive({ARTICLE: article(PARAGRAPH), NOTE: None})

    def git(*words):
        subprocess.run(["git", *words], cwd=root, env=ENVIRONMENT, check=True, capture_output=True)

    def on_branch(name, files):
        git("switch", "--create", name, "main")
        write(root, files)
        git("add", "--all")
        git("commit", "--message", name)

    git("init", "--initial-branch", "main")
    git("add", "--all")
    git("commit", "--message", "archive")
    quotes = {f"n{number}": WORDS[number % len(WORDS)] for number in range(ANALYSTS)}
    for id_, quote in quotes.items():
        on_branch(id_, {f"articles/2025/vienna.notes/{id_}.md": note(f"{id_}.", quote=quote)})
    on_branch("mended", {ARTICLE: article(PARAGRAPH.replace("thirty", "sixty"))})
    git("switch", "main")
    for branch in [*quotes, "mended"]:
        git("merge", "--no-edit", branch)

    told = [line.split(":")[0].rpartition("/")[2] for line in faults(root)]
    assert told == sorted(f"{id_}.md" for id_, quote in quotes.items() if "thirty" in quote)
    assert len(told) == 3
