"""A Markdown file with front matter, as every site here is written."""

from collections.abc import Mapping
from pathlib import Path

import yaml


def write_markdown(path: Path, front: Mapping[str, object], body: str = "") -> None:
    """Writes a file of front matter and text, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head = yaml.safe_dump(dict(front), sort_keys=False, allow_unicode=True, width=1_000)
    path.write_text(f"---\n{head}---\n\n{body}", encoding="utf-8")
