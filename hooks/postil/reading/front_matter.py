"""A file's front matter and the text under it, split where python-frontmatter splits them."""

import re
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.reading.yaml_core import Yaml, read_yaml

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
"""Exactly one style of fence, so that every reader of the file sees the same front matter."""

_HANDLER = YAMLHandler(fm_boundary=FENCE)

MAX_FRONT_MATTER = 64_000
"""Characters: a thousand keys with values."""


@dataclass(frozen=True)
class Parts:
    """The two parts of a file; `body_line` is the line on which the body begins."""

    front: Yaml
    body: str
    body_line: int


def split(text: str, path: str) -> Parts | Diagnostic:
    """The front matter and body of a file's text, or what is wrong with its fences or its YAML."""
    if not _HANDLER.detect(text):
        return Diagnostic(
            Place(path),
            Code.NO_FRONT_MATTER,
            "The file does not begin with front matter",
            "Make the first line ---, then the keys, then another line ---.",
        )
    try:
        front, body = _HANDLER.split(text)
    except ValueError:
        return Diagnostic(
            Place(path),
            Code.OPEN_FRONT_MATTER,
            "The front matter that begins here is never closed",
            "Put a line --- between the last key and the text.",
        )
    if len(front) > MAX_FRONT_MATTER:
        return Diagnostic(
            Place(path),
            Code.FILE_SIZE,
            f"The front matter is longer than {MAX_FRONT_MATTER:,} characters",
            "Move what is text below the second line ---.",
        )
    yaml = read_yaml(front, path, first_line=1)
    if isinstance(yaml, Diagnostic):
        return yaml
    return Parts(yaml, body.removeprefix("\n"), text.count("\n", 0, len(text) - len(body)) + 2)
