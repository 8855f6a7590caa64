"""The articles of an archive as ordinary pages of plain Material, to set its pages beside Postil's.

    python tests/benchmarks/plainly.py ARCHIVE FOLDER

Writes the text and the title of each article to FOLDER, which must not exist, at the address that
it has in the archive's own site; `python -m mkdocs build` there makes the site. Names and notes,
which plain Material knows nothing of, are left out.
"""

import argparse
import shutil
from pathlib import Path

import frontmatter
from markdown_file import write_markdown
from peer_sites import FRAMES


def write_plainly(archive: Path, folder: Path) -> None:
    """The site in `folder`, which must not exist, of the articles in an archive."""
    shutil.copytree(FRAMES / "material", folder)
    write_markdown(folder / "docs/index.md", {"title": "Home"}, "Plain Material.\n")
    for path in sorted((archive / "articles").rglob("*.md")):
        if path.parent.suffix == ".notes":
            continue
        article = frontmatter.loads(path.read_text(encoding="utf-8"))
        front = {"title": article["title"]}
        write_markdown(folder / "docs" / path.relative_to(archive), front, article.content)


def main() -> None:
    """Writes the site of one archive."""
    parser = argparse.ArgumentParser(description="Write an archive's texts for plain Material.")
    parser.add_argument("archive", type=Path, help="the folder of an archive")
    parser.add_argument("folder", type=Path, help="where the site goes; must not exist")
    given = parser.parse_args()
    if not (given.archive / "articles").is_dir():
        parser.error(f"{given.archive} is no archive: it has no articles/")
    if given.folder.exists():
        parser.error(f"{given.folder} is there already")
    write_plainly(given.archive, given.folder)


if __name__ == "__main__":
    main()
