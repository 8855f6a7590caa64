"""The files of a new archive: the smallest one that builds and passes its check."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from postil.shipped import shipped

_OWN = Path(__file__).parent / "archive"

_NAMED = {"gitignore": ".gitignore"}
"""Names that would have an effect where the files are kept."""

_FILLED_IN = frozenset({"mkdocs.yml", "requirements.txt", "README.md", "docs/index.md"})

_SHARED = (
    ".github/CODEOWNERS",
    ".github/dependabot.yml",
    ".github/ISSUE_TEMPLATE",
    ".github/workflows/check.yml",
    ".github/workflows/comment.yml",
    ".github/workflows/publish.yml",
    ".github/workflows/sources.yml",
    ".gitlab-ci.yml",
    ".vscode",
)
"""What forges and editors do for every archive, and for that of Postil's own repository."""


@dataclass(frozen=True)
class Beginning:
    """What a new archive is called, its language, that of the theme, and the Postil it is for.

    `requirement` is that Postil as pip asks for it.
    """

    name: str
    language: str
    theme_language: str
    version: str
    requirement: str


def starter(beginning: Beginning) -> Mapping[str, bytes]:
    """Every file of a new archive, by its path."""
    words = {
        "name": beginning.name,
        "language": beginning.language,
        "theme_language": beginning.theme_language,
        "version": beginning.version,
        "requirement": beginning.requirement,
    }
    files = {}
    for path, source in sorted((dict(_shared()) | dict(_own())).items()):
        content = source.read_bytes()
        if path in _FILLED_IN:
            quoted = words | {"name": json.dumps(beginning.name, ensure_ascii=False)}
            filling = quoted if path == "mkdocs.yml" else words
            content = Template(content.decode()).substitute(filling).encode()
        files[path] = content
    return files


def _own() -> Iterator[tuple[str, Path]]:
    for file in _files(_OWN):
        path = file.relative_to(_OWN).as_posix()
        yield _NAMED.get(path, path), file


def _shared() -> Iterator[tuple[str, Path]]:
    for part in _SHARED:
        place = shipped(part)
        for file in _files(place) if place.is_dir() else [place]:
            yield (Path(part) / file.relative_to(place)).as_posix(), file


def _files(folder: Path) -> list[Path]:
    return sorted(it for it in folder.rglob("*") if it.is_file())
