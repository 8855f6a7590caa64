"""A made-up archive as Postil's own records, with this repository's engine and looks."""

import shutil
from pathlib import Path

from invented import Actor, Archive, Article
from markdown_file import write_markdown
from reporting import ANALYSTS, articles

REPOSITORY = Path(__file__).resolve().parents[2]

RECORD_FOLDERS = ("actors", "topics", "analysts")

_SEARCH, _NO_SEARCH = "    search: true", "    search: false"


def write_postil(archive: Archive, folder: Path) -> None:
    """The archive in `folder`, which must not exist.

    All but the records is copied from the repository as it stands: hooks, `mkdocs.yml`, theme
    templates, assets and hand-written pages.
    """
    folder.mkdir(parents=True)
    docs = folder / "docs"
    left_out = shutil.ignore_patterns(*RECORD_FOLDERS)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    shutil.copytree(REPOSITORY / "hooks", folder / "hooks")
    shutil.copytree(REPOSITORY / "docs", docs, ignore=left_out)
    for actor in (*archive.actors, *archive.outlets):
        _write_actor(actor, docs)
    for topic in archive.topics:
        front = {"name": topic.name, "summary": f"All about {topic.name.lower()}."}
        parent = {"parent": topic.parent} if topic.parent else {}
        write_markdown(docs / "topics" / f"{topic.id}.md", {**front, **parent})
    for analyst in ANALYSTS:
        name = analyst.replace("-", " ").title()
        write_markdown(docs / "analysts" / f"{analyst}.md", {"name": name})
    for article in articles(archive):
        _write_article(article, folder / "articles" / str(article.published.year))


def write_postil_without_search(archive: Archive, folder: Path) -> None:
    """The same archive with its search switched off."""
    write_postil(archive, folder)
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert _SEARCH in text, f"{settings} has no line `{_SEARCH.strip()}` to be changed"
    settings.write_text(text.replace(_SEARCH, _NO_SEARCH), encoding="utf-8")


def _write_actor(actor: Actor, docs: Path) -> None:
    front = {"name": actor.name, "type": actor.type, "summary": f"{actor.name}, in the news."}
    weak = {} if actor.type == "MediaOutlet" else {"weak_aliases": [actor.short]}
    write_markdown(docs / "actors" / f"{actor.id}.md", {**front, **weak})


def _write_article(article: Article, folder: Path) -> None:
    """An article's file and that of its note."""
    front = {
        "title": article.title,
        "published": str(article.published),
        "source": {"outlet": article.outlet, "url": f"https://news.example.org/{article.id}"},
        "lang": "en",
        "topics": list(article.topics),
        "actors": list(article.actors),
        "summary": article.summary,
    }
    write_markdown(folder / f"{article.id}.md", front, article.body)
    if note := article.note:
        note_front = {
            "by": note.by,
            "date": str(note.date),
            "quote": note.quote,
            "kind": note.kind,
        }
        write_markdown(folder / f"{article.id}.notes" / f"{note.id}.md", note_front, note.body)
