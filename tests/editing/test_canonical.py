"""Front matter in canonical form: the same data, the same comments, the same text below."""

import json
import re
import shutil

import pytest
from front_matters import front_matters
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from archives import REPOSITORY, site_of
from postil.diagnostics.diagnostic import Diagnostic, as_text
from postil.editing.canonical import canonical, settled
from postil.editing.comments import comments
from postil.editing.nodes import written
from postil.editing.source import Source, read_source
from postil.model.records import set_keys
from postil.reading.discover import RECORD_FOLDERS, RecordFile, discover
from postil.reading.front_matter import Parts, split
from postil.reading.records import parse

KINDS = st.sampled_from(["article", "actor", "topic", "analyst", "note"])
BODY = "\n# A heading\n\n---\ntopics: [b, a]\n"


def formatted(front, kind="actor"):
    found = canonical(Source(f"---\n{front}---\n"), RecordFile("x.md", kind))
    assert isinstance(found, Source), as_text(found)
    return found.text.removeprefix("---\n").removesuffix("---\n")


@settings(max_examples=1500, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    front_matters(), KINDS, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"])
)
def test_data_comments_and_the_text_below_stay_and_twice_is_once(front, kind, line_end, mark):
    raw = mark + f"---\n{front}---\n{BODY}".replace("\n", line_end)
    before = split(Source(raw).text, "x.md")
    assume(isinstance(before, Parts))
    file = RecordFile("x.md", kind)
    after = canonical(Source(raw), file)
    assert isinstance(after, Source), as_text(after)
    assert canonical(after, file) == after
    assert after.raw.startswith(f"{mark}---{line_end}")
    assert after.raw.endswith(f"{line_end}---{line_end}" + BODY.replace("\n", line_end))
    data = split(after.text, "x.md").front.data
    assert settled(data, kind) == settled(before.front.data, kind)
    assert all(word in after.text for word in re.findall(r"c\d+e", front))
    kept = [sorted(c.text for c in comments(written(s.text))) for s in (Source(raw), after)]
    assert kept[0] == kept[1]


@pytest.mark.parametrize(
    ("front", "written"),
    [
        # Keys stand in the order of the model; those of an archive's own last, in their own.
        ("x-b: 1\ntype: Person\nx-a: 2\nname: A\n", "name: A\ntype: Person\nx-b: 1\nx-a: 2\n"),
        ("mistake: 1\nname: A\n", "name: A\nmistake: 1\n"),
        (
            "positions:\n  - {org: un, role: Head, x: y}\n",
            "positions:\n  - role: Head\n    org: un\n    x: y\n",
        ),
        # Languages are no keys of the model.
        ("names: {uk: а, de: b}\n", "names:\n  uk: а\n  de: b\n"),
        # Lists are blocks; sets are sorted, and others are not.
        ("never: [b, A, c]\n", "never:\n  - A\n  - b\n  - c\n"),
        ("aliases: [b, a]\n", "aliases:\n  - b\n  - a\n"),
        ("aliases:\n- b\n", "aliases:\n  - b\n"),
        ("aliases: []\n", "aliases: []\n"),
        ("x-a: {}\n", "x-a: {}\n"),
        ("x-a: [[b], [], {c: d}]\n", "x-a:\n  - - b\n  - []\n  - c: d\n"),
        # A text has quotes if it would be none without them.
        ("name: 'A'\n", "name: A\n"),
        ('name: "2025"\n', "name: '2025'\n"),
        ("name: 2025\n", "name: 2025\n"),
        ("name: 'true'\nactive: true\n", "name: 'true'\nactive: true\n"),
        ("name: ~\nsummary:\n", "name: ~\nsummary:\n"),
        ('name: "it\'s: so"\n', "name: 'it''s: so'\n"),
        ("name: '-x'\nsummary: '- x'\n", "name: -x\nsummary: '- x'\n"),
        ('name: "\\u041a\\u0438\\u0457\\u0432"\n', "name: Київ\n"),
        ("name: one\n  two\n", "name: one two\n"),
        ("summary: >\n  one\n  two\n", "summary: |\n  one two\n"),
        # Comments stay with what they belong to, on lines of their own.
        ("# of type\ntype: Person\nname: A\n", "name: A\n# of type\ntype: Person\n"),
        ("type: 'Person' # of type\nname: A\n", "name: A\n# of type\ntype: Person\n"),
        ("never: # of never\n  - b # of b\n  - a\n", None),
        ("never:\n  # of b\n  - b\n  - a\n", "never:\n  - a\n  # of b\n  - b\n"),
        ("never: ['b', # of b\n  'a'] # of all\n", "# of all\nnever:\n  - a\n  # of b\n  - b\n"),
        ("never: # of all\n  - b\n", "# of all\nnever:\n  - b\n"),
        ("summary: >- # why\n  one\nname: A\n", "name: A\n# why\nsummary: one\n"),
        ("never:\n  - b\n  # at the end\nname: A\n", "name: A\nnever:\n  - b\n  # at the end\n"),
        ("never:\n  - b\n# of name\nname: A\n", "# of name\nname: A\nnever:\n  - b\n"),
        ("type: x\nname: A\n# at the end\n", "name: A\ntype: x\n# at the end\n"),
        (
            "# of the file\n\n# of type\ntype: x\nname: A\n",
            "# of the file\n\nname: A\n# of type\ntype: x\n",
        ),
        (
            "positions:\n  - # of all\n    org: un # of org\n    role: Head\n",
            None,
        ),
        (
            "positions:\n  # of it\n  - org: 'un' # of org\n    # of role\n    role: Head\n",
            "positions:\n  # of it\n  # of role\n  - role: Head\n    # of org\n    org: un\n",
        ),
        # One empty line stays where there are some, but for the first and the last.
        ("\n\nname: A\n\n\n\ntype: x\n\n", "name: A\n\ntype: x\n"),
        ("type: x\n\nname: A\n", "name: A\ntype: x\n"),
        # Without keys there is nothing to bring into order.
        ("# nothing\n", "# nothing\n"),
    ],
)
def test_front_matter_is_written_so(front, written):
    if written is None:  # a comment behind a plain value is a fault, as it is for the check
        found = canonical(Source(f"---\n{front}---\n"), RecordFile("x.md", "actor"))
        assert isinstance(found, Diagnostic)
        assert "behind #" in found.message
    else:
        assert formatted(front) == written
        assert formatted(written) == written


@pytest.mark.parametrize("front", ["a: &b c\n", "a: !x c\n", "a: [\n", "a: 1\na: 2\n"])
def test_a_front_matter_that_cannot_be_read_is_left_alone(front):
    found = canonical(Source(f"---\n{front}---\n"), RecordFile("x.md", "actor"))
    assert found == split(f"---\n{front}---\n", "x.md")


def test_a_front_matter_that_would_lose_something_is_left_alone():
    long = "k" * 1_100
    found = canonical(Source(f"---\n? '{long}'\n: v\n---\n"), RecordFile("x.md", "actor"))
    assert isinstance(found, Diagnostic)
    assert "cannot be brought into canonical form" in found.message


def test_the_archive_of_this_repository_is_in_canonical_form():
    for file in discover(REPOSITORY).files:
        source = read_source(REPOSITORY, file.path)
        assert canonical(source, file) == source, f"run `postil fmt {file.path}`"


def test_no_page_shows_the_order_of_a_set(tmp_path):
    """Each list that the model calls a set is turned round, and the site is the same."""
    one, two = tmp_path / "one", tmp_path / "two"
    turned = 0
    for root in (one, two):
        for folder in RECORD_FOLDERS:
            shutil.copytree(REPOSITORY / folder, root / folder)
    for file in discover(two).files:
        record = parse((two / file.path).read_text(encoding="utf-8"), file)[0]
        source = read_source(two, file.path)
        parts = split(source.text, file.path)
        data = dict(parts.front.data)
        for key in set_keys(type(record.data)):
            if len(data.get(key, ())) > 1:
                data[key] = data[key][::-1]
                turned += 1
        text = f"---\n{json.dumps(data, ensure_ascii=False)}\n---\n\n{parts.body}"
        (two / file.path).write_text(text, encoding="utf-8")
    assert turned
    before, after = site_of(one), site_of(two)
    assert {url: page.html for url, page in before.pages.items()} == {
        url: page.html for url, page in after.pages.items()
    }
