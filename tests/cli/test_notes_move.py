"""`postil notes move`, run right and run wrong."""

import pytest
from click.testing import CliRunner

from archives import ARTICLE, NOTE, article, faults, note
from postil.cli.main import main
from postil.cli.notes import telling

SECOND = "articles/2025/second.md"
MOVED = "articles/2025/second.notes/first.md"
WHOLE = "articles/2025/vienna.notes/whole.md"
SPLIT = {
    ARTICLE: article("Anna Berg opened the talks."),
    SECOND: article("No, no text had been agreed."),
}
RENAMED = {ARTICLE: None, SECOND: article("No, no text had been agreed.")}


@pytest.fixture
def run(archive, monkeypatch):
    def running(*words, files=None, gone=(), answer=None):
        root = archive(files)
        for path in gone:
            (root / path).unlink()
        monkeypatch.chdir(root)
        monkeypatch.setattr(telling, "at_terminal", lambda: answer is not None)
        return CliRunner().invoke(main, ["notes", "move", *words], input=answer)

    return running


def notes_in(root):
    return sorted(path.relative_to(root).as_posix() for path in root.glob("articles/**/*.notes/*"))


@pytest.mark.parametrize(("options", "answer"), [(["--yes"], None), ([], "y\n")])
def test_a_note_goes_along_and_the_empty_folder_goes(run, tmp_path, options, answer):
    result = run("vienna", "second", *options, files=SPLIT, answer=answer)
    assert result.exit_code == 0, result.output
    assert f"{NOTE} → {MOVED}\n" in result.stdout
    assert "Moved 1 note to articles/2025/second.notes.\n" in result.stdout
    assert "such as /articles/2025/vienna/#note-first answer no more" in result.stdout
    assert notes_in(tmp_path) == [MOVED]
    assert (tmp_path / MOVED).read_text(encoding="utf-8") == note()
    assert not (tmp_path / "articles/2025/vienna.notes").exists()
    assert faults(tmp_path) == []


@pytest.mark.parametrize(("answer", "code"), [("n\n", 0), (None, 2)])
def test_without_a_yes_nothing_moves(run, tmp_path, answer, code):
    assert run("vienna", "second", files=SPLIT, answer=answer).exit_code == code
    assert notes_in(tmp_path) == [NOTE]


@pytest.mark.parametrize(
    "old", ["vienna", "articles/vienna", ARTICLE, "articles/2025/vienna.notes/"]
)
def test_the_notes_of_a_renamed_article_go_and_the_redirect_is_mentioned(run, tmp_path, old):
    files = SPLIT | {WHOLE: note(quote=None, whole=True)}
    result = run(old, SECOND, "--yes", files=files, gone=[ARTICLE])
    assert result.exit_code == 0, result.output
    assert notes_in(tmp_path) == [MOVED, MOVED.replace("first", "whole")]
    assert f"{SECOND} does not name `vienna` under `redirects`" in result.stdout


def test_a_redirect_that_is_there_is_not_mentioned(run):
    files = SPLIT | {SECOND: article("No, no text had been agreed.", redirects=["vienna"])}
    assert "redirects" not in run("vienna", "second", "--yes", files=files, gone=[ARTICLE]).stdout


def test_a_redirect_from_another_folder_names_the_folder(run):
    elsewhere = "articles/2024/vienna.md"
    files = {elsewhere: article("No, no text had been agreed.")}
    told = run(ARTICLE, elsewhere, "--yes", files=files, gone=[ARTICLE]).stdout
    assert f"{elsewhere} does not name `2025/vienna` under `redirects`" in told
    files = {elsewhere: article("No, no text had been agreed.", redirects=["2025/vienna"])}
    told = run(ARTICLE, elsewhere, "--yes", files=files, gone=[ARTICLE]).stdout
    assert "redirects" not in told


def test_what_stays_says_why_and_is_no_fault(run, tmp_path):
    result = run("vienna", "second", "--yes", files=SPLIT | {NOTE: note(quote="Anna Berg")})
    assert result.exit_code == 0
    assert f"{NOTE} stays: it quotes words that do not stand in {SECOND}.\n" in result.stdout
    assert "No note moves.\n" in result.stdout
    assert notes_in(tmp_path) == [NOTE]


def test_no_note_is_overwritten(run, tmp_path):
    files = SPLIT | {MOVED: note("Another.")}
    result = run("vienna", "second", "first", "--yes", files=files)
    assert result.exit_code == 1
    assert "would take the place of another note" in result.stderr
    assert notes_in(tmp_path) == [MOVED, NOTE]


def test_a_move_that_was_broken_off_is_finished(run, tmp_path):
    assert run("vienna", "second", "--yes", files=SPLIT | {MOVED: note()}).exit_code == 0
    assert notes_in(tmp_path) == [MOVED]


def test_a_folder_that_is_not_empty_stays(run, tmp_path):
    files = SPLIT | {"articles/2025/vienna.notes/.keep": ""}
    assert run("vienna", "second", "--yes", files=files).exit_code == 0
    assert (tmp_path / "articles/2025/vienna.notes/.keep").is_file()


def test_no_note_leaves_the_archive_by_a_link(run, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "articles/2025").mkdir(parents=True)
    (tmp_path / "articles/2025/second.notes").symlink_to(outside)
    result = run("vienna", "second", "--yes", files=SPLIT)
    assert result.exit_code == 1
    assert "articles/2025/second.notes:1:1: [file-kind] This is a link" in result.stderr
    assert list(outside.iterdir()) == []
    assert notes_in(tmp_path) == [NOTE]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["vienna", "vienna"], "OLD and NEW are the same"),
        (["vienna", "third"], "there is no text “third”"),
        (["second", "vienna"], "there are no notes in articles/2025/second.notes"),
        (["vienna", "gone"], "there is no articles/2024/gone.md, only the folder of its notes"),
        (["vienna", "second", "frist"], "did you mean “first”?"),
        (["vienna", "second", "gone#x"], "is no note on articles/2025/vienna.md"),
        (["vienna"], "'NEW'"),
    ],
)
def test_wrong_usage_is_told_in_a_line_and_moves_nothing(run, tmp_path, words, said):
    files = SPLIT | {"articles/2024/gone.notes/x.md": note()}
    result = run(*words, "--yes", files=files)
    assert result.exit_code == 2
    assert said in result.stderr
    assert notes_in(tmp_path) == ["articles/2024/gone.notes/x.md", NOTE]


def test_a_text_with_a_fault_is_told_and_nothing_moves(run, tmp_path):
    result = run("vienna", "second", "--yes", files=SPLIT | {SECOND: article(kind="tale")})
    assert result.exit_code == 1
    assert "[wrong-value]" in result.stderr
    assert notes_in(tmp_path) == [NOTE]


def test_an_id_of_two_texts_must_be_written_as_a_path(run):
    files = SPLIT | {"docs/topics/second.md": "---\nname: S\nsummary: T.\n---\n"}
    assert (
        "may be any of articles/2025/second.md, docs/topics/second.md"
        in run("vienna", "second", "--yes", files=files).stderr
    )
    assert run("vienna", "articles/second", "--yes", files=files).exit_code == 0
