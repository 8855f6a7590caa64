"""What front matter may say: each broken rule is told once, in its place, with all the others."""

import pytest

from postil.diagnostics.diagnostic import as_text
from postil.model.archive import Target
from postil.model.values import MAX_IDS
from postil.reading.discover import RecordFile
from postil.reading.records import parse

VALID = {
    "article": {
        "title": "T",
        "published": "2025-01-02",
        "source": "{outlet: O}",
        "topics": "[t]",
    },
    "note": {"by": "ivo", "date": "2025-01-02", "quote": "words"},
    "actor": {"name": "N", "type": "Person", "summary": "S"},
    "topic": {"name": "N", "summary": "S"},
    "analyst": {"name": "N"},
}


def told(kind, /, **keys):
    """What is told of a valid record in which some keys have these values as YAML."""
    front = VALID[kind] | {
        key.replace("_", "-") if key[0] == "x" else key: keys[key] for key in keys
    }
    written = "\n".join(f"{key}: {value}" for key, value in front.items() if value is not None)
    target = Target("articles", "a") if kind == "note" else None
    record, faults = parse(f"---\n{written}\n---\nText.", RecordFile("f", kind, target))
    lines = [as_text(fault).removeprefix("f:") for fault in faults]
    assert (record is None) == bool(lines), "a record with faults, or none without"
    return lines


@pytest.mark.parametrize("kind", VALID)
def test_a_record_with_what_is_required_is_valid(kind):
    assert told(kind) == []


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("article", {"published": "2025-12~"}),
        ("article", {"lang": "uk"}),
        ("article", {"lang": "zh-Hant"}),
        ("article", {"actors": "[anna-berg, {id: un, role: host}]"}),
        ("article", {"mentions": "{Berg: anna-berg, Mountain: none}"}),
        ("article", {"follows": "one"}),
        ("article", {"follows": "[one, two]"}),
        ("article", {"x_source_title": "{deep: [1, no]}"}),
        ("note", {"quote": None, "whole": "true"}),
        ("note", {"quote": "{exact: words, prefix: 'the ', suffix: ' of'}"}),
        ("note", {"by": "[ivo, ida]"}),
        ("note", {"sources": "[vienna, {url: https://example.org/, title: T}]"}),
        ("note", {"status": "retracted", "reason": "Wrong."}),
        ("note", {"reanchored": "[{at: 2025-01-03, by: ivo, from: word}]"}),
        ("actor", {"names": "{uk: Анна Берґ, ru: [Анна Берг, А. Берг]}"}),
        ("actor", {"positions": "[{role: Envoy, start: 2020, acting: true}]"}),
        ("analyst", {"active": "false"}),
    ],
)
def test_what_the_formats_allow_is_valid(kind, keys):
    assert told(kind, **keys) == []


@pytest.mark.parametrize(
    ("kind", "keys", "expected"),
    [
        # Keys
        ("article", {"title": None}, ["1:1: [missing-key] `title` is missing. Add `title:`"]),
        ("article", {"tittle": "x"}, ["6:1: [unknown-key] `tittle` is no key of an article. Did"]),
        (
            "article",
            {"title": None, "tilte": "T"},
            ["5:1: [unknown-key] `tilte` is no key of an article. Did you mean `title`?"],
        ),
        (
            "article",
            {"draft": "true"},
            ["6:1: [unknown-key] `draft` is no key of an article. Keys"],
        ),
        ("article", {"template": "x.html"}, ["6:1: [unknown-key] `template` is no key of an"]),
        (
            "article",
            {"source": "{outlet: O, ulr: https://example.org/}"},
            ["4:21: [unknown-key] `source.ulr` is no key of an article. Did you mean `url`?"],
        ),
        (
            "article",
            {"actors": "[{id: a, roel: host}]"},
            ["6:18: [unknown-key] `actors[1].roel` is no key of an article. Did you mean `role`?"],
        ),
        ("article", {"actors": "[{id: a}]"}, ["6:10: [missing-key] `actors[1].role` is missing."]),
        ("note", {"quote": None}, ["1:1: [missing-key] `quote` is missing. Add `quote:` with the"]),
        ("note", {"status": "retracted"}, ["5:9: [missing-key] A retracted note says why, and"]),
        ("note", {"status": "superseded"}, ["5:9: [missing-key] A superseded note says why"]),
        ("note", {"quote": "{prefix: q}"}, ["4:8: [missing-key] `quote.exact` is missing."]),
        # What a value is
        ("article", {"title": ""}, ["2:7: [wrong-value] `title` is empty. Write a text"]),
        ("article", {"title": "' '"}, ["2:8: [wrong-value] `title:  ` is empty. Write some"]),
        ("article", {"title": "[a]"}, ["2:8: [wrong-value] `title` cannot be read. Write a text."]),
        (
            "article",
            {"title": "true"},
            ["2:8: [wrong-value] `title` cannot be read. Write a text."],
        ),
        ("article", {"title": "x" * 4001}, ["2:8: [wrong-value] `title: xxx"]),
        (
            "article",
            {"title": '"a\\u202eb"'},
            ["2:8: [wrong-value] `title: a\\u202eb` holds a hidden character, U+202E"],
        ),
        ("article", {"title": '"a\\0b"'}, ["2:8: [wrong-value] `title: a\\x00b` holds a hidden"]),
        (
            "article",
            {"source": "Reuters"},
            ["4:9: [wrong-value] `source` cannot be read. Write keys"],
        ),
        ("article", {"topics": "t"}, ["5:9: [wrong-value] `topics` cannot be read. Write a list"]),
        ("article", {"topics": "[]"}, ["5:9: [wrong-value] `topics` is empty. Name at least one"]),
        ("article", {"mentions": "[a]"}, ["6:11: [wrong-value] `mentions` cannot be read. Write"]),
        ("note", {"by": "[]"}, ["2:5: [wrong-value] `by` is empty. Write one item at least."]),
        ("note", {"quote": "[q]"}, ["4:8: [wrong-value] `quote` cannot be read. Write a text or"]),
        ("note", {"whole": "true"}, ["5:8: [wrong-value] The note has both `quote` and `whole"]),
        ("actor", {"names": "{uk: []}"}, ["5:13: [wrong-value] `names.uk` is empty."]),
        (
            "analyst",
            {"active": "perhaps"},
            ["3:9: [wrong-value] `active` cannot be read. Write true"],
        ),
        # What a value says
        ("article", {"topics": "[T one, t]"}, ["5:10: [wrong-value] `topics[1]: T one` is no id."]),
        ("article", {"kind": "report"}, ["6:7: [wrong-value] `kind: report` is not one of its"]),
        (
            "article",
            {"lang": "English"},
            ["6:7: [wrong-value] `lang: English` is no language tag."],
        ),
        ("article", {"mentions": "{B: A B}"}, ["6:15: [wrong-value] `mentions.B: A B` is no id."]),
        ("note", {"by": "[ivo, Ida]"}, ["2:11: [wrong-value] `by[2]: Ida` is no id."]),
        (
            "note",
            {"likelihood": "maybe"},
            ["5:13: [wrong-value] `likelihood: maybe` is not one of"],
        ),
        (
            "actor",
            {"type": "Company"},
            ["3:7: [wrong-value] `type: Company` is not one of its words"],
        ),
        (
            "actor",
            {"wikidata": "7747"},
            ["5:11: [wrong-value] `wikidata: 7747` is no item of Wiki"],
        ),
        (
            "actor",
            {"names": "{Ukr: X}"},
            ["5:14: [wrong-value] `names.Ukr: X` is no language tag."],
        ),
        (
            "article",
            {"published": "2025-02-30"},
            ["3:12: [wrong-date] `published: 2025-02-30` does"],
        ),
        (
            "actor",
            {"positions": "[{role: r, end: 2025-13}]"},
            ["5:28: [wrong-date] `positions[1].end"],
        ),
        (
            "article",
            {"source": "{outlet: O, url: 'javascript:alert(1)'}"},
            ["4:26: [wrong-address] `source.url: javascript:alert(1)` is no web address."],
        ),
        (
            "note",
            {"sources": "[{url: x, title: y}]"},
            ["5:17: [wrong-address] `sources[1].url: x`"],
        ),
        # All at once
        (
            "article",
            {"title": None, "published": "soon", "kind": "x", "colour": "red"},
            [
                "1:1: [missing-key] `title`",
                "2:12: [wrong-date] `published: soon`",
                "5:7: [wrong-value] `kind: x`",
                "6:1: [unknown-key] `colour`",
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_once_in_its_place(kind, keys, expected):
    lines = told(kind, **keys)
    assert len(lines) == len(expected), lines
    for line, beginning in zip(lines, expected, strict=True):
        assert line.startswith(beginning)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c&d#e",
        "http://example.org",
        "https://пример.рф/страница",
        "https://example.org/a%20b",
    ],
)
def test_addresses_of_the_web_are_valid(address):
    assert told("article", source=f'{{outlet: O, url: "{address}"}}') == []


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "//example.org/x",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "https://",
        "https://[x",
        "https://example.org/a b",
        "https://example.org/<b>",
        'https://example.org/\\"x',
        "https:example.org",
    ],
)
def test_other_addresses_are_not(address):
    (line,) = told("article", source=f'{{outlet: O, url: "{address}"}}')
    assert "[wrong-address]" in line


def test_keys_of_the_archives_own_pass_through():
    text = "---\nname: N\nx-lot: {a: [no, 12]}\n---\n"
    record, _ = parse(text, RecordFile("f", "analyst"))
    assert record.extensions == {"x-lot": {"a": ["no", "12"]}}


def test_a_note_that_says_nothing_is_told():
    text = "---\nby: ivo\ndate: 2025\nwhole: true\n---\n\n"
    record, faults = parse(text, RecordFile("f", "note", Target("articles", "a")))
    assert record is None
    assert [as_text(fault) for fault in faults] == [
        "f:1:1: [empty-note] The note says nothing. Write it below the second line ---."
    ]


@pytest.mark.parametrize(
    ("kind", "key", "item"),
    [
        ("article", "topics", "t{}"),
        ("article", "actors", "{{id: a{}, role: host}}"),
        ("article", "follows", "a{}"),
        ("note", "by", "a{}"),
        ("note", "sources", "a{}"),
        ("note", "reviewed_by", "a{}"),
        ("topic", "related", "t{}"),
    ],
)
def test_a_list_of_ids_has_a_bound(kind, key, item):
    def listed(count):
        return told(kind, **{key: f"[{', '.join(item.format(n) for n in range(count))}]"})

    assert listed(MAX_IDS) == []
    (line,) = listed(MAX_IDS + 1)
    assert line.endswith(f"`{key}` has 201 items. 200 are the most.")
