"""`postil new`: note, actor, topic and analyst, on a terminal and in scripts."""

import re

import pytest
from click.testing import CliRunner

from archives import ACTOR, ARTICLE, REPOSITORY, TOPIC, actor, article, faults, topic
from postil.cli.main import main
from postil.cli.new import asking, quoting
from postil.cli.new.group import new
from postil.editing.canonical import canonical
from postil.editing.source import read_source
from postil.reading.discover import discover

FOLDER = "articles/2025/vienna.notes"
NOTE = ("note", "vienna", "--quote", "opened the talks", "--body", "When?")


@pytest.fixture
def run(archive, monkeypatch):
    def running(*words, files=None, answers=None, stdin=None):
        monkeypatch.chdir(archive(files))
        if answers is not None:
            monkeypatch.setattr(asking, "at_terminal", lambda: True)
            monkeypatch.setattr(quoting, "at_terminal", lambda: True)
        return CliRunner().invoke(main, ["new", *words], input=answers or stdin)

    return running


@pytest.mark.parametrize(
    ("words", "path", "written"),
    [
        (
            ("actor", "Ада Новак", "--type", "Person", "--summary", "So: a mayor."),
            "docs/actors/ada-novak.md",
            "name: Ада Новак\ntype: Person\nsummary: 'So: a mayor.'",
        ),
        (
            (
                *("actor", "Ada", "--type", "State", "--summary", "x", "--id", "a-state"),
                *("--alias", "Xob", "--alias", "Abo", "--weak-alias", "Zed", "--weak-alias", "Ede"),
                *("--lang-name", "uk=Ада", "--lang-name", "de=Eda", "--lang-name", "de=Äda"),
            ),
            "docs/actors/a-state.md",
            (
                "name: Ada\ntype: State\nsummary: x\nnames:\n  uk: Ада\n  de:\n    - Eda\n"
                "    - Äda\naliases:\n  - Xob\n  - Abo\nweak_aliases:\n  - Ede\n  - Zed"
            ),
        ),
        (
            ("topic", "Ferries", "--summary", "Boats.", "--parent", "talks", "--alias", "boats"),
            "docs/topics/ferries.md",
            "name: Ferries\nsummary: Boats.\naliases:\n  - boats\nparent: talks",
        ),
        (
            ("analyst", "2025", "--orcid", "0000-0002-1825-0097", "--disclosure", "None."),
            "docs/analysts/2025.md",
            "name: '2025'\norcid: 0000-0002-1825-0097\ndisclosure: None.",
        ),
    ],
)
def test_a_record_is_written_at_its_place(run, tmp_path, words, path, written):
    result = run(*words)
    assert (result.exit_code, result.stdout) == (0, f"{path}\n"), result.output
    assert f"postil check {path}" in result.stderr
    assert (tmp_path / path).read_text(encoding="utf-8") == f"---\n{written}\n---\n"
    assert_sound(tmp_path)


def assert_sound(root):
    """The check has nothing to say, and `postil fmt` nothing to do in what was written."""
    assert faults(root) == []
    for file in discover(root).files:
        source = read_source(root, file.path)
        if '"' not in source.text:  # the records that the test began with are written as JSON
            assert canonical(source, file) == source


@pytest.mark.parametrize("kind", ["context", "question"])
def test_a_note_stands_on_its_words(run, tmp_path, kind):
    result = run(*NOTE, "--kind", kind)
    assert (result.exit_code, result.stdout) == (0, f"{FOLDER}/when.md\n"), result.output
    written = (tmp_path / FOLDER / "when.md").read_text(encoding="utf-8")
    assert re.fullmatch(
        r"---\nby: ivo\ndate: \d{4}-\d\d-\d\d\nquote: opened the talks\n(kind: question\n)?---\n\n"
        r"When\?\n",
        written,
    )
    assert_sound(tmp_path)


def test_the_note_may_come_from_standard_input(run, tmp_path):
    result = run(*NOTE[:-1], "-", "--id", "first-two", stdin="One.\r\n\r\nTwo.\n")
    assert result.exit_code == 0, result.output
    assert (tmp_path / FOLDER / "first-two.md").read_text().endswith("---\n\nOne.\n\nTwo.\n")


def test_profiles_and_introductions_take_notes_as_well(run, tmp_path):
    result = run(
        *("note", "actors/anna-berg", "--quote", "She mediates", "--body", "Since when?"),
        files={ACTOR: actor("She mediates.")},
    )
    assert result.stdout == "docs/actors/anna-berg.notes/since-when.md\n", result.output
    assert_sound(tmp_path)


def test_typography_becomes_that_of_the_text(run, tmp_path):
    result = run(
        *("note", "vienna", "--quote", 'No "text" -  agreed', "--body", "x"),
        files={ARTICLE: article("No “text” – agreed. No text had been agreed.")},
    )
    assert result.exit_code == 0, result.output
    assert "quote: No “text” – agreed\n" in (tmp_path / FOLDER / "x.md").read_text()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("no words like these at all",), "do not stand in articles/2025/vienna.md"),
        (("opened no talks in Vienna",), "nearest: “opened [-no-] {+the+} talks in Vienna”"),
        (("opened the tal",), "do not stand in"),
        (("opened", "--prefix", "Nobody"), "not between that --prefix and --suffix"),
        (("talks",), "stand 2 times"),
        ((" ",), "do not stand in"),
    ],
)
def test_a_quote_that_the_check_would_not_call_exact_is_refused(run, tmp_path, words, told):
    result = run("note", "vienna", "--body", "x", "--quote", *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not (tmp_path / FOLDER / "x.md").exists()


def test_a_quote_that_stands_too_often_to_count_is_refused(run, tmp_path, monkeypatch):
    monkeypatch.setattr("postil.linking.anchors._MOST_PLACES", 1)
    files = {ARTICLE: article("talks " * 101)}
    result = run("note", "vienna", "--body", "x", "--quote", "talks", files=files)
    assert result.exit_code == 2
    assert f"stand too often to count in {ARTICLE}; quote more of the passage" in result.stderr
    assert not (tmp_path / FOLDER / "x.md").exists()


def test_each_place_is_listed_with_what_leads_there_and_it_does(run, tmp_path):
    words = ("note", "vienna", "--quote", "talks", "--body")
    listed = run(*words, "x").stderr
    options = re.findall(r"--suffix (?:'([^']*)'|(\S+))", listed)
    assert len(options) == 2, listed
    for number, found in enumerate(options):
        assert run(*words, f"Note {number}", "--suffix", "".join(found)).exit_code == 0
    assert_sound(tmp_path)


def test_on_a_terminal_a_person_chooses_the_place(run, tmp_path):
    result = run("note", "vienna", answers="talks\nquestion\nivo\nWhich?\n2\nwhich\n")
    assert result.exit_code == 0, result.output
    written = (tmp_path / FOLDER / "which.md").read_text(encoding="utf-8")
    assert "exact: talks\n" in written
    assert "suffix: go" in written


def test_on_a_terminal_what_is_missing_is_asked_for(run, tmp_path):
    result = run("actor", answers="Ada\nKing\nPerson\nA mayor.\n\n")
    assert result.exit_code == 0, result.output
    assert "Person, Organization, PublicBody" in result.output
    assert (tmp_path / "docs/actors/ada.md").read_text().startswith("---\nname: Ada\ntype: Person")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("actor",),
            "give NAME, --type (Person, Organization, PublicBody, State, MediaOutlet), --summary",
        ),
        (("actor", "Ada", "--summary", ""), "give --type (Person"),
        (("topic", "Ferries"), "give --summary"),
        (("analyst",), "give NAME"),
        (("note", "vienna"), "give --quote, --body"),
        (("actor", "Ada", "--type", "King"), "'King' is not one of"),
        (("note", "wien"), "there is no text “wien”"),
        ((*NOTE, "--by", "anna"), "there is no analyst “anna”"),
        ((*NOTE, "--id", "first"), "another note on articles/2025/vienna.md is called “first”"),
        (("analyst", "Ivo", "--id", "ivo"), "another analyst has “ivo” or had it"),
        (("topic", "T", "--summary", "x", "--lang-name", "uk"), "write LANGUAGE=NAME"),
        (("topic", "T\udcff", "--summary", "x"), "this is not UTF-8"),
        (("topic", "T", "--summary", "x", "--id", "A b"), "--id: “A b” is no id"),
        (("topic", "T", "--summary", "x", "--id", "../../evil"), "--id: “..” is no id"),
    ],
)
def test_one_line_says_what_is_missing_or_wrong(run, words, told):
    result = run(*words)
    assert result.exit_code == 2
    assert told in result.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("topic", "T", "--summary", "x", "--parent", "nowhere"), "[unknown-topic]"),
        (("topic", "T", "--summary", "x\u202e"), "[wrong-value]"),
        (("topic", "T", "--summary", "x\x00"), "[wrong-value]"),
        (("topic", "T", "--summary", "x", "--lang-name", "UK=x"), "[wrong-value]"),
        (("analyst", "I", "--orcid", "1"), "[wrong-value]"),
        ((*NOTE[:-1], "[a](/nowhere.md)"), "[broken-link]"),
        ((*NOTE[:-1], "a\x1bb"), "[hidden-character]"),
    ],
)
def test_nothing_is_written_that_the_check_would_refuse(run, tmp_path, words, told):
    before = sorted(tmp_path.rglob("*.md"))
    result = run(*words)
    assert told in result.stderr, result.output
    assert result.stderr.endswith("\nNothing was written.\n")
    assert result.exit_code == 1
    assert len(sorted(tmp_path.rglob("*.md"))) - len(before) == 5


def test_what_the_check_would_warn_of_is_told_and_written(run, tmp_path):
    result = run("actor", "Ada", "--type", "Person", "--summary", "x", "--weak-alias", "B")
    assert "docs/actors/ada.md:6:5: [loose-name]" in result.stderr
    assert (result.exit_code, (tmp_path / "docs/actors/ada.md").exists()) in {(0, True), (1, False)}


def test_a_strong_name_of_another_actor_is_refused_with_whose_it_is(run, tmp_path):
    words = ("actor", "A. Berg", "--type", "Person", "--summary", "x", "--alias", "Anna Berg")
    result = run(*words)
    assert result.exit_code == 1
    assert "a name of Anna Berg already, under `name` in docs/actors/anna-berg.md" in result.stderr
    assert not (tmp_path / "docs/actors/a-berg.md").exists()


def test_an_id_that_a_record_had_before_is_not_taken_again(run):
    files = {TOPIC: topic(redirects=["ferries"])}
    assert (
        run("topic", "Ferries", "--summary", "x", files=files).stdout
        == "docs/topics/ferries-2.md\n"
    )


def test_a_link_in_the_way_is_not_followed(run, tmp_path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/analysts").symlink_to(outside)
    result = run("analyst", "Eva", files={"docs/analysts/ivo.md": None})
    assert result.exit_code == 1
    assert "docs/analysts:1:1: [file-kind]" in result.stderr
    assert list(outside.iterdir()) == []


def test_the_guide_has_every_option():
    guide = (REPOSITORY / "docs/contributing/from-an-editor.md").read_text(encoding="utf-8")
    for name in ("note", "actor", "topic", "analyst"):
        section = re.split(r"\n##+ ", guide.partition(f"### A{'n' * (name[0] == 'a')} {name}")[2])[
            0
        ]
        options = [
            option for it in new.commands[name].params for option in it.opts if "--" in option
        ]
        assert [option for option in options if f"`{option}" not in section] == []


def test_on_a_terminal_a_wrong_answer_is_asked_for_again_and_nothing_is_lost(run, tmp_path):
    answers = "zebras\nno text had been agreed\n\nivo\nWhy?\nfirst\nwhy\n"
    result = run("note", "vienna", answers=answers)
    assert result.exit_code == 0, result.output
    assert "the words of --quote do not stand in" in result.output
    assert "another note on articles/2025/vienna.md is called “first”" in result.output
    assert "Why?" in (tmp_path / FOLDER / "why.md").read_text(encoding="utf-8")


def test_an_orcid_with_a_wrong_digit_is_refused(run):
    result = run("analyst", "Ada", "--orcid", "0000-0002-1825-0098")
    assert result.exit_code == 1
    assert "one of its digits is wrong" in result.stderr


@pytest.mark.parametrize(
    "words",
    [("topic", "Talks", "--summary", "x"), ("analyst", "Ivo Lind")],
    ids=["topic", "analyst"],
)
def test_a_second_record_of_one_name_needs_an_id(run, words):
    result = run(*words)
    assert result.exit_code == 1
    assert f"has the name “{words[1]}” already; if this is another {words[0]}, give --id" in (
        result.stderr
    )
    assert run(*words, "--id", "another").exit_code == 0
