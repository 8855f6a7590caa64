"""The texts of a made-up archive as ordinary pages of other generators.

What a site has beside the texts, that is its settings, templates and styles, lies in
`frames/`, in a folder for each generator. Hugo, Eleventy and Pelican make a list for each year,
topic and actor, as Postil does; Material and Zensical have none.
"""

import shutil
from pathlib import Path

from invented import Archive, Article
from markdown_file import write_markdown
from reporting import articles

FRAMES = Path(__file__).resolve().parent / "frames"


def write_material(archive: Archive, folder: Path) -> None:
    """The site in `folder`, which must not exist, for MkDocs with plain Material."""
    _write_docs(archive, folder, "material")


def write_zensical(archive: Archive, folder: Path) -> None:
    """The site in `folder`, which must not exist, for Zensical."""
    _write_docs(archive, folder, "zensical")


def write_hugo(archive: Archive, folder: Path) -> None:
    """The site in `folder`, which must not exist, for Hugo."""
    shutil.copytree(FRAMES / "hugo", folder)
    content = folder / "content"
    write_markdown(content / "_index.md", {"title": "Home"}, "Plain Hugo.\n")
    write_markdown(content / "articles/_index.md", {"title": "Articles"})
    for article in articles(archive):
        year = str(article.published.year)
        write_markdown(content / "articles" / year / f"{article.id}.md", *_page(article))
        write_markdown(content / "articles" / year / "_index.md", {"title": year})


def write_eleventy(archive: Archive, folder: Path) -> None:
    """The site in `folder`, which must not exist, for Eleventy."""
    shutil.copytree(FRAMES / "eleventy", folder)
    home = {"title": "Home", "layout": "base.njk"}
    write_markdown(folder / "index.md", home, "Plain Eleventy.\n")
    for article in articles(archive):
        path = folder / "articles" / str(article.published.year) / f"{article.id}.md"
        write_markdown(path, *_page(article))


def write_pelican(archive: Archive, folder: Path) -> None:
    """The site in `folder`, which must not exist, for Pelican, whose front matter is no YAML."""
    shutil.copytree(FRAMES / "pelican", folder)
    for article in articles(archive):
        front = {
            "title": article.title,
            "date": article.published,
            "tags": ", ".join((*article.topics, *article.actors)),
            "description": article.summary,
        }
        lines = "".join(f"{key}: {value}\n" for key, value in front.items())
        path = folder / "content" / str(article.published.year) / f"{article.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{lines}\n{article.body}", encoding="utf-8")


def _write_docs(archive: Archive, folder: Path, frame: str) -> None:
    """A site in the layout that MkDocs and Zensical share."""
    shutil.copytree(FRAMES / frame, folder)
    docs = folder / "docs"
    write_markdown(docs / "index.md", {"title": "Home"}, f"Plain {frame.title()}.\n")
    for article in articles(archive):
        path = docs / "articles" / str(article.published.year) / f"{article.id}.md"
        write_markdown(path, *_page(article))


def _page(article: Article) -> tuple[dict[str, object], str]:
    """An article's front matter and text."""
    front = {
        "title": article.title,
        "date": article.published,
        "topics": list(article.topics),
        "actors": list(article.actors),
        "summary": article.summary,
    }
    return front, article.body
