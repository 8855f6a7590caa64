"""The home page: what is on it, in which order, and that it leaves out what there is nothing of."""

import pytest

from archives import ANALYST, ARTICLE, NOTE, REPOSITORY, actor, analyst, article, note, site_of
from html_reading import read_html

FOLDER = "articles/2025/vienna.notes"


@pytest.fixture
def home(archive):
    def of(files):
        return read_html(site_of(archive(files)).home)

    return of


def test_of_an_archive_just_begun_it_says_one_of_each_and_leaves_out_what_nobody_discusses(home):
    html = home({})
    assert html.text_of("tally") == "1 article 1 note 1 actor 1 topic 4 March 2025"
    assert html.texts_of("h2") == [
        "Newest articles",
        "How notes are made",
        "Most noted topics",
        "Most named actors",
        "Latest notes",
    ]


def test_an_empty_archive_has_a_home_page(home):
    html = home({ARTICLE: None, NOTE: None})
    assert html.text_of("tally") == "0 articles 0 notes 1 actor 1 topic"


def test_it_says_from_when_to_when_and_who_signs(home):
    analysts = {f"docs/analysts/a{n}.md": analyst(name=f"Analyst {n}") for n in range(8)}
    notes = {f"{FOLDER}/n{n}.md": note(by=f"a{n}") for n in range(8)}
    more = {f"{FOLDER}/more.md": note(by=["a7", "ivo"])}
    old = {"articles/1994/old.md": article("A road.", published="1994-12")}
    text = home(analysts | notes | more | old).text
    assert "December 1994 to 4 March 2025" in text
    assert (
        "Signed by Analyst 7, Ivo Lind, Analyst 0, Analyst 1, Analyst 2, Analyst 3 and 3 others."
        in text
    )


def test_whom_a_note_alone_names_is_not_counted_as_named(home):
    files = {
        "docs/actors/ola.md": actor(name="Ola Nord"),
        NOTE: note(actors=["ola"]),
    }
    html = home(files)
    assert "Anna Berg 1 article" in html.text
    assert "Ola Nord" not in html.text


def test_the_passage_with_most_notes_comes_first_and_a_lone_note_is_no_discussion(home):
    files = {f"{FOLDER}/{n}.md": note(kind="question") for n in ("a", "b")}
    files |= {f"{FOLDER}/{n}.md": note(quote="30 days", date=f"2025-03-0{n}") for n in (6, 7)}
    files |= {f"{FOLDER}/alone.md": note(quote="Anna Berg")}
    found = home(files).texts_of("discussed")
    assert found == [
        "no text had been agreed 3 notes: Question × 2, Context in Talks open in Vienna",
        "30 days 2 notes: Context × 2 in Talks open in Vienna",
    ]


def test_the_latest_disagreement_comes_first_with_both_sides(home):
    files = {
        f"{FOLDER}/first.md": note("Likely so.", likelihood="likely", date="2025-03-05"),
        f"{FOLDER}/other.md": note("Not so.", likelihood="unlikely", date="2025-03-06"),
        f"{FOLDER}/days.md": note("Thirty?", quote="30 days", kind="assessment"),
        f"{FOLDER}/no.md": note(
            "Sixty.", quote="30 days", kind="correction", reply_to="days", date="2025-03-07"
        ),
        ANALYST: analyst(name="Ivo"),
    }
    first, second = home(files).texts_of("dispute")
    assert first == (
        "One note corrects another 30 days in Talks open in Vienna "
        "Assessment Thirty? Ivo, 5 March 2025 Correction Sixty. Ivo, 7 March 2025"
    )
    assert second.startswith("How likely is it? no text had been agreed in Talks open in Vienna ")
    assert "Likely (55–80 %) Likely so." in second
    assert "Unlikely (20–45 %) Not so." in second


@pytest.mark.parametrize("method", ["docs", "hooks/postil/starting/archive/docs"])
def test_the_method_says_how_each_is_counted(method):
    text = (REPOSITORY / method / "method.md").read_text(encoding="utf-8")
    for heading in ("Disagreements", "Most discussed", "Timeline"):
        assert f"\n### {heading}\n" in text
