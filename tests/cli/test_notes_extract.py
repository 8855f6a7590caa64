"""`postil notes extract`, run right and run wrong."""

import pytest
from click.testing import CliRunner

from archives import ACTOR, ARTICLE, TOPIC, actor, article, faults, topic
from postil.cli.main import main
from postil.editing import files as editing_files

TYPED = "Anna {==opened==}{>>question: When?<<} it. No, no text had been agreed."
PLAIN = "Anna opened it. No, no text had been agreed."
MADE = "articles/2025/vienna.notes/when.md"


@pytest.fixture
def run(archive, monkeypatch):
    def running(*words, files=None):
        monkeypatch.chdir(archive(files))
        return CliRunner().invoke(main, ["notes", "extract", *words])

    return running


@pytest.mark.parametrize("names", [[], ["vienna"], [ARTICLE]])
def test_a_typed_note_gets_a_file_and_the_text_is_as_before(run, tmp_path, names):
    result = run(*names, files={ARTICLE: article(TYPED)})
    assert (result.exit_code, result.stdout) == (0, f"{MADE}\n"), result.output
    assert (tmp_path / ARTICLE).read_text(encoding="utf-8") == article(PLAIN)
    assert "kind: question\n---\n\nWhen?\n" in (tmp_path / MADE).read_text(encoding="utf-8")
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("names", "told"), [([], "any text of the archive"), (["vienna"], ARTICLE)]
)
def test_where_nothing_is_typed_that_is_told(run, names, told):
    result = run(*names)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"No notes are typed into {told}.\n"


def test_every_byte_of_the_text_is_as_before(run, tmp_path):
    raw = "\ufeff" + article("{}  \n\n\n* x\n\t").replace("\n", "\r\n")
    run(files={ARTICLE: raw.replace("{}", TYPED)})
    assert (tmp_path / ARTICLE).read_bytes().decode() == raw.replace("{}", PLAIN)


def test_profiles_and_introductions_take_notes_as_well(run, tmp_path):
    text = "She {==mediates==}{>>Since when?<<}."
    result = run(files={ACTOR: actor(text), TOPIC: topic(text)})
    assert result.stdout == (
        "docs/actors/anna-berg.notes/since-when.md\ndocs/topics/talks.notes/since-when.md\n"
    )
    assert faults(tmp_path) == []


def test_a_text_with_something_wrong_stays_and_the_others_go_on(run, tmp_path):
    wrong = article("{==a==}{>>b<<} {>>c<<} {++d++}")
    other = "articles/2025/other.md"
    result = run(files={ARTICLE: article(TYPED), other: wrong})
    assert result.exit_code == 1
    assert [line.split(" [")[0] for line in result.stderr.splitlines()] == [
        f"{other}:8:16:",
        f"{other}:8:24:",
    ]
    assert (tmp_path / other).read_text(encoding="utf-8") == wrong
    assert not (tmp_path / "articles/2025/other.notes").exists()
    assert (tmp_path / MADE).is_file()


def test_if_it_was_broken_off_it_can_be_run_again(run, tmp_path, monkeypatch):
    def broken(*_arguments):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(editing_files, "replace", broken)
        first = run(files={ARTICLE: article(TYPED)})
    assert first.exit_code == 1
    assert first.stderr == f"Error: {ARTICLE} cannot be written: No space left on device\n"
    assert (tmp_path / MADE).is_file()
    again = CliRunner().invoke(main, ["notes", "extract"])
    assert (again.exit_code, again.stdout) == (0, "")
    assert sorted(path.name for path in (tmp_path / MADE).parent.iterdir()) == [
        "first.md",
        "when.md",
    ]
    assert faults(tmp_path) == []


def test_a_text_without_typed_notes_is_not_touched(run, tmp_path):
    run(files={ARTICLE: article("Odd `{==a==}{>>b<<}` \\{==text==}.")})
    before = (tmp_path / ARTICLE).stat().st_mtime_ns
    result = CliRunner().invoke(main, ["notes", "extract"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / ARTICLE).stat().st_mtime_ns == before


def test_no_note_is_written_through_a_link(run, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "articles/2024").mkdir(parents=True)
    (tmp_path / "articles/2024/x.notes").symlink_to(outside)
    text = article(TYPED)
    result = run("x", files={"articles/2024/x.md": text})
    assert result.exit_code == 1
    assert "This is a link" in result.stderr
    assert list(outside.iterdir()) == []
    assert (tmp_path / "articles/2024/x.md").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["viena"], "there is no text “viena”; did you mean “vienna”?"),
        (["--by", "nobody"], "there is no analyst “nobody”"),
        (["articles/2024/gone.notes"], "only the folder of its notes"),
    ],
)
def test_wrong_usage_is_told_in_a_line(run, words, said):
    result = run(*words, files={"articles/2024/gone.notes/x.md": "---\n---\n"})
    assert result.exit_code == 2
    assert said in result.stderr
