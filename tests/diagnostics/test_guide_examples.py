"""The examples of the guide: what is wrong there has its code, and what is right has not.

An example is a whole file, or the keys or the text of one. Which file that is stands in what the
check says below it; the rest of the file is here.
"""

import re

import pytest

from archives import REPOSITORY, actor, analyst, article, faults, note, record, write
from postil.diagnostics.codes import Code

QUOTED = "share the cost of a new ferry"
OFFER = f"Ada Novak offered to {QUOTED}."
TALKS = f"""\
The councils of Northport and Southport met on Monday. The councils talked for two hours.

{OFFER}
"""
TALK = {"published": "2025-03-10", "source": {"outlet": "Harbour News"}, "topics": ["ferries"]}
HARBOUR = {
    "mkdocs.yml": "site_name: The Harbour Archive\n",
    "articles/2025/harbour-talks.md": article(TALKS, title="Two councils talk", **TALK),
    "articles/2025/ferry-vote.md": article("They voted for it.", title="A vote", **TALK),
    "articles/2025/harbour-talks.notes/cost.md": note(by="editors", quote=QUOTED),
    "articles/2025/harbour-talks.notes/no-sum.md": note(
        "It named none.", by="editors", quote="offered to share"
    ),
    "docs/actors/ada-novak.md": actor(name="Ada Novak"),
    "docs/actors/northport.md": actor(name="Northport", type="PublicBody"),
    "docs/actors/southport.md": actor(name="Southport", type="PublicBody"),
    "docs/topics/ferries.md": record(name="Ferries", summary="The boats."),
    "docs/topics/transport.md": record(name="Transport", summary="All of it."),
    "docs/topics/harbour.md": record(name="The harbour", summary="Its quays."),
    "docs/analysts/editors.md": analyst(name="The editors"),
}

_SECTION = re.compile(r"^## ([a-z-]+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"^([A-Za-z_-]+):", re.MULTILINE)
_FILE = re.compile(r"^# (\S+\.md)\n", re.MULTILINE)
_SIGN = re.compile(r"⟨U\+([0-9A-F]+)⟩")

NEW = {
    "docs/actors": actor(name="Somebody else"),
    "docs/topics": record(name="Another topic", summary="Something else."),
}
"""What a file is like that only an example has, by its folder."""

NOT_TRIED = {
    Code.NO_FRONT_MATTER: "it begins with the text",
    Code.MISSING_KEY: "it leaves a key out",
    Code.WRONG_CHECKSUM: "it is about another text",
    Code.TANGLED_TEXT: "five thousand signs",
    Code.CROWDED_TEXT: "five hundred notes",
    Code.MORE_FAULTS: "350 lines",
}
"""Examples that have to be read for what they mean, and why."""


def sections():
    """The sections of the guide by code: each as the language and content of its blocks."""
    guide = (REPOSITORY / "docs/contributing/diagnostics.md").read_text(encoding="utf-8")
    parts = _SECTION.split(guide)[1:]
    return {
        code: [(block[1], block[2]) for block in _BLOCK.finditer(text)]
        for code, text in zip(parts[::2], parts[1::2], strict=True)
    }


GUIDE = sections()


def examples():
    """The code, the path, and the wrong and the right example, of sections that have files."""
    for code, blocks in GUIDE.items():
        if (
            len(blocks) >= 3
            and code not in NOT_TRIED
            and {blocks[0][0], blocks[2][0]} <= {"yaml", "markdown"}
        ):
            (_, wrong), (_, said), (_, right) = blocks[:3]
            yield pytest.param(code, said.partition(":")[0], wrong, right, id=code)


def laid_over(text, example):
    """A file with an example in place of its keys or of all of it, or with its text at the end."""
    if example.startswith("---\n"):
        return example
    _, front, body = text.split("---\n", 2)
    keys = _KEY.findall(example)
    if not keys:
        return f"{text.replace(OFFER, '')}\n{example}" if QUOTED in example else text + example
    kept = [line for line in front.splitlines(keepends=True) if line.split(":")[0] not in keys]
    return f"---\n{''.join(kept)}{example}---\n{body}"


def files(path, example):
    """The files of an example, which may have several, each below its path."""
    _, *parts = _FILE.split(f"# {path}\n{example}" if not _FILE.match(example) else example)
    for name, part in zip(parts[::2], parts[1::2], strict=True):
        other = HARBOUR.get(name) or NEW[name.rpartition("/")[0]]
        text = _SIGN.sub(lambda sign: chr(int(sign[1], 16)), laid_over(other, part.strip() + "\n"))
        yield name, text.encode().replace("⟨0xE9⟩".encode(), b"\xe9")


def codes(root, path, example):
    """The codes of what is told of an archive that has an example in it."""
    write(root, HARBOUR | dict(files(path, example)))
    return {re.search(r"\[([a-z-]+)\]", line)[1] for line in faults(root)}


def test_the_archive_of_the_examples_has_no_fault(tmp_path):
    write(tmp_path, HARBOUR)
    assert faults(tmp_path) == []


@pytest.mark.parametrize(("code", "path", "wrong", "right"), examples())
def test_the_wrong_example_has_its_code_and_the_right_one_is_right(
    tmp_path, code, path, wrong, right
):
    assert code in codes(tmp_path / "wrong", path, wrong)
    assert codes(tmp_path / "right", path, right) == set()


def test_most_codes_have_an_example_that_is_tried():
    assert len(list(examples())) >= 30


@pytest.mark.parametrize("code", Code)
def test_every_code_has_what_is_wrong_what_is_said_and_what_is_right(code):
    blocks = GUIDE[code]
    assert len(blocks) >= (2 if code == Code.TOUCHED_NOTE else 3)  # only its note is right or not
    assert f"[{code}]" in "".join(content for _, content in blocks)
