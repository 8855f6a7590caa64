"""The checksum of an article's text: what is hashed, when it is compared, what is told."""

import shutil
import subprocess
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import ARTICLE, NOTE, TEXT, article, faults, read
from postil.linking.checksums import checksum, checksum_faults

OF_TEXT = sha256(TEXT.encode()).hexdigest()
WRONG = "0" * 64

COMMAND = """printf %s "$(sed '1,/^---[[:space:]]*$/d' FILE | sed '/./,$!d')" | sha256sum"""
"""What the contributor's guide gives."""


def retrieved(sha256):
    return {"retrieved": {"at": "2025-03-05", "sha256": sha256}}


def test_a_text_that_is_as_it_was_retrieved_has_no_fault(archive):
    assert faults(archive({ARTICLE: article(TEXT, **retrieved(OF_TEXT))})) == []


def test_a_changed_text_is_told_with_the_checksum_that_it_has_now(archive):
    changed = TEXT.replace("30", "60")
    (line,) = faults(archive({ARTICLE: article(changed, **retrieved(OF_TEXT))}))
    assert line.startswith(f"{ARTICLE}:6:43: [wrong-checksum] The text is not the one")
    now = sha256(changed.encode()).hexdigest()
    assert f"its checksum is {now}. Mend the text; if the change is meant, write that" in line
    assert faults(archive({ARTICLE: article(changed, **retrieved(now))})) == []


@pytest.mark.parametrize(
    ("how", "is_compared"),
    [
        ({"text": "full"}, True),
        ({"text": "excerpt"}, True),
        ({"text": "digest"}, False),
        ({"text": "link-only"}, False),
        ({"status": "withdrawn"}, False),
    ],
)
def test_it_is_compared_where_the_body_is_what_was_retrieved(how, is_compared):
    record = read("article", "x", article(TEXT, **retrieved(WRONG), **how))
    assert bool(list(checksum_faults(record))) is is_compared


@pytest.mark.parametrize(
    "file",
    [
        article(f"\n\n{TEXT}\n\n\n", **retrieved(OF_TEXT)),
        article(TEXT, **retrieved(OF_TEXT)).replace("\n", "\r\n"),
        "\ufeff" + article(TEXT, **retrieved(OF_TEXT)),
        article(TEXT, **retrieved(OF_TEXT)).removesuffix("\n\n"),
    ],
    ids=["empty-lines", "crlf", "byte-order-mark", "no-last-line-end"],
)
def test_how_the_file_is_stored_changes_nothing(archive, file):
    assert faults(archive({ARTICLE: file, NOTE: None})) == []


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs sha256sum")
@pytest.mark.parametrize(
    "body",
    [TEXT, f"\n\n{TEXT}\n\n", "Above\n\n---\n\nbelow", "  indented\n\t\n\n", "Львів – 20 %d\\n"],
)
def test_the_command_in_the_guide_computes_it(tmp_path, body):
    (tmp_path / "x.md").write_text(article(body), encoding="utf-8")
    done = subprocess.run(
        ["sh", "-c", COMMAND.replace("FILE", "x.md")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[0] == checksum(read("article", "x", article(body)).body)


@given(st.text("ab \n\t"), st.text("ab \n\t"))
def test_texts_have_one_checksum_if_only_empty_lines_around_them_differ(one, other):
    assert (checksum(one) == checksum(other)) is (one.strip("\n") == other.strip("\n"))
