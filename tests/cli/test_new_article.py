"""`postil new article`, in scripts and at a terminal."""

from http.server import BaseHTTPRequestHandler

import pytest
from click.testing import CliRunner

from archives import ARTICLE, REPOSITORY, actor, article, faults, topic
from postil.cli.new import article as command
from postil.cli.new import article_answers, asking, taking
from postil.cli.new.article import article as new_article
from postil.editing.canonical import canonical
from postil.editing.source import Source
from postil.reading.discover import RecordFile
from postil.reading.records import parse
from postil.text.document import read_document
from stand_ins import Silent, server, serving

PAGES = REPOSITORY / "tests/gathering/pages"
DAILY = str(PAGES / "national-daily.html")
FERRY = "articles/2025/two-councils-agree-to-share-the-cost-of.md"
ADDRESS = "https://www.coastguardian.example/world/2025/mar/10/councils-share-cost-of-ferry"
FILES = {
    "docs/topics/ferries.md": topic(name="Ferries", aliases=["ferry"]),
    "docs/actors/otto-brandt.md": actor(name="Otto Brandt", aliases=["Northport"]),
    "docs/actors/guardian.md": actor(name="Coast Guardian", type="MediaOutlet"),
}


@pytest.fixture
def run(archive, monkeypatch):
    archive(FILES)

    def running(*words, files=None, answers=None):
        monkeypatch.chdir(archive(files) if files else archive())
        for module in (article_answers, asking, command):
            monkeypatch.setattr(module, "at_terminal", lambda: answers is not None)
        monkeypatch.setattr("postil.cli.notes.telling.at_terminal", lambda: answers is not None)
        return CliRunner().invoke(new_article, words, input=answers)

    return running


def test_all_comes_from_the_page_but_the_right_to_publish(run, tmp_path):
    result = run(DAILY, "--yes", "--text", "full", "--retrieved", "2026-11-24", "--by", "ivo")
    assert (result.exit_code, result.stdout) == (0, f"{FERRY}\n"), result.output
    assert (
        (tmp_path / FERRY)
        .read_text(encoding="utf-8")
        .startswith(
            f"""\
---
title: Two councils agree to share the cost of a ferry
published: 2025-03-10T17:42Z
source:
  outlet: guardian
  url: {ADDRESS}
  byline:
    - Ada Novak
    - Ivo Lind
  updated: 2025-03-10T19:05Z
topics:
  - ferries
  - talks
lang: en-GB
text: full
actors:
  - otto-brandt
retrieved:
  at: 2026-11-24
  by: ivo
  sha256: 8db047732355517828229b694eea32ce859d7f91975f1534213578ddab52dbae
---

The councils of Northport and Southport agreed on Monday"""
        )
    )
    assert faults(tmp_path) == []


@pytest.mark.parametrize("page", sorted(path.stem for path in PAGES.glob("*.html")))
def test_what_is_written_passes_the_check_and_stays_under_fmt(run, tmp_path, page):
    result = run(str(PAGES / f"{page}.html"), "--yes", "--text", "full", "--topic", "talks")
    assert result.exit_code == 0, result.output
    path = result.stdout.strip()
    assert faults(tmp_path) == []
    source = Source((tmp_path / path).read_text(encoding="utf-8"))
    file = RecordFile(path, "article")
    assert canonical(source, file) == source
    record, _ = parse(source.text, file)
    shown = (PAGES / f"{page}.txt").read_text(encoding="utf-8")
    assert read_document(record.body).plain == shown.rstrip("\n")


@pytest.mark.parametrize(
    "source",
    [
        {"url": ADDRESS.replace("https://www.", "http://") + "/?utm_source=x#top"},
        {"url": f"https://web.archive.org/web/20250311093000/{ADDRESS}"},
    ],
)
def test_an_article_at_the_same_address_is_refused_with_its_place(run, tmp_path, source):
    known = {ARTICLE: article(source={"outlet": "x"} | source, status="draft")}
    result = run(DAILY, "--yes", "--text", "full", files=known)
    assert result.exit_code == 1
    assert result.stderr == f"Error: the archive has this article already: {ARTICLE}\n"
    assert not (tmp_path / FERRY).exists()


def test_the_same_page_is_taken_once(run):
    assert run(DAILY, "--yes", "--text", "full").exit_code == 0
    again = run(DAILY, "--yes", "--text", "full")
    assert (again.exit_code, again.stderr) == (
        1,
        f"Error: the archive has this article already: {FERRY}\n",
    )


def test_nearly_the_same_text_elsewhere_is_told_of(run):
    text = (PAGES / "national-daily.txt").read_text(encoding="utf-8")
    result = run(DAILY, "--yes", "--text", "full", files={ARTICLE: article(text)})
    assert "100% of the text stands in articles/2025/vienna.md as well" in result.stderr
    assert result.exit_code == 0


def test_the_same_text_on_purpose_is_recorded(run, tmp_path):
    text = (PAGES / "national-daily.txt").read_text(encoding="utf-8")
    options = ("--yes", "--text", "full", "--same-text-as", "vienna")
    result = run(DAILY, *options, files={ARTICLE: article(text)})
    assert (result.exit_code, "Warning" in result.stderr) == (0, False)
    assert "same_text_as: vienna\n" in (tmp_path / FERRY).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["excerpt", "digest", "link-only"])
def test_what_may_not_be_published_is_in_no_file(run, tmp_path, form):
    assert run(DAILY, "--yes", "--text", form).exit_code == 0
    written = (tmp_path / FERRY).read_text(encoding="utf-8")
    assert "agreed on Monday" not in written
    assert ("status: draft" in written) == (form != "link-only")
    assert ("sha256: 8db04773" in written) == (form != "excerpt")
    assert ("\n  title: " in written) == (form == "digest")
    assert faults(tmp_path) == []


def test_an_excerpt_is_what_a_person_gives(run, tmp_path):
    (tmp_path / "words.md").write_text("Neither side named a sum.\n", encoding="utf-8")
    result = run(DAILY, "--yes", "--text", "excerpt", "--body", "words.md")
    assert result.exit_code == 0
    assert (
        (tmp_path / FERRY)
        .read_text(encoding="utf-8")
        .endswith("---\n\nNeither side named a sum.\n")
    )
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        ([DAILY, "--yes"], 2, "the page does not say all that is needed; add --text"),
        ([DAILY, "--text", "full"], 2, "there is no terminal to answer at; add --yes"),
        (
            [DAILY, "--topic", "ferriess"],
            2,
            "--topic: there is no “ferriess”; did you mean `ferries`?",
        ),
        ([DAILY, "--published", "May"], 2, "“May” is no date"),
        ([DAILY, "--yes", "--text", "full", "--id", "vienna"], 2, "has “vienna” or had it"),
        ([DAILY, "--yes", "--text", "full", "--id", "03"], 2, "cannot lie here under this name"),
        ([DAILY, "--yes", "--text", "full", "--lang", "English"], 1, "is no language tag"),
        (["nowhere.html"], 2, "there is no file nowhere.html"),
        (
            ["mkdocs.yml", "--yes", "--text", "full"],
            2,
            "add --title, --published, --outlet and --topic",
        ),
        ([DAILY, "--url", "x"], 2, "--url: x is no web address"),
        (["image.webp", "--yes"], 1, "this is a file of some other kind, not a web page"),
        (["ftp://x.example/a"], 2, "ftp://x.example/a is no web address"),
    ],
)
def test_what_is_missing_or_wrong_is_told_in_a_line(run, tmp_path, words, status, told):
    (tmp_path / "image.webp").write_bytes(b"RIFF\x1a\0\0\0WEBPVP8 ")
    result = run(*words)
    assert (result.exit_code, told in result.stderr) == (status, True), result.output
    assert not (tmp_path / FERRY).exists()


def test_a_page_without_text_has_none_to_publish(run, tmp_path):
    (tmp_path / "empty.html").write_text("<html><title>T</title><p></p></html>", encoding="utf-8")
    given = ["--published", "2025", "--outlet", "X", "--topic", "talks", "--yes", "--text"]
    assert "no text was found on the page" in run("empty.html", *given, "full").stderr
    assert run("empty.html", *given, "link-only").exit_code == 0


def test_at_a_terminal_everything_is_asked_and_enter_takes_what_was_found(run, tmp_path):
    result = run(DAILY, answers="\n\n\n\nfull\n\n\nferry-deal\n")
    assert result.exit_code == 0, result.output
    assert "What may be published of the text?" in result.output
    written = (tmp_path / "articles/2025/ferry-deal.md").read_text(encoding="utf-8")
    assert "topics:\n  - ferries\n  - talks\n" in written


def test_at_a_terminal_an_id_that_is_none_is_asked_for_again(run, tmp_path):
    answers = "\n\n\n\nfull\nferies\nferries\nnobody\n-\nferry-deal\n"
    result = run(DAILY, answers=answers)
    assert result.exit_code == 0, result.output
    assert "there is no “feries”; did you mean `ferries`?" in result.output
    written = (tmp_path / "articles/2025/ferry-deal.md").read_text(encoding="utf-8")
    assert "topics:\n  - ferries\n" in written
    assert "actors:" not in written


def test_a_page_from_its_address(run, tmp_path):
    class Web(Silent, BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write((PAGES / "old-gazette.html").read_bytes())

    with serving(server(Web)) as web:
        address = f"{web}/news/1.html"
        result = run(address, "--yes", "--text", "full", "--topic", "talks")
    assert result.exit_code == 0, result.output
    written = (tmp_path / "articles/2025/ferry-yard-named.md").read_text(encoding="utf-8")
    assert f"  url: {address}\n" in written
    assert "published: 2025-06-12\n" in written


def test_a_link_in_the_way_is_not_followed(run, tmp_path):
    (tmp_path / "articles/2024").symlink_to(tmp_path)
    options = ("--yes", "--text", "full", "--published", "2024")
    result = run(DAILY, *options)
    assert result.exit_code == 1
    assert "articles/2024:1:1: [file-kind]" in result.stderr


def test_without_trafilatura_the_command_to_install_it_is_told(run, monkeypatch):
    monkeypatch.setattr(taking, "find_spec", lambda _name: None)
    result = run(DAILY)
    assert result.exit_code == 1
    assert result.stderr.endswith("run: pip install 'postil[web]'\n")


def test_the_guide_has_every_option():
    guide = (REPOSITORY / "docs/contributing/from-a-web-page.md").read_text(encoding="utf-8")
    rows = "\n".join(line for line in guide.splitlines() if line.startswith("| `--"))
    options = [name for option in new_article.params for name in option.opts if "--" in name]
    assert [name for name in options if f"`{name}" not in rows] == []
