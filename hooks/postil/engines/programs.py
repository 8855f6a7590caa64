"""What stands for the programs that make an archive's leaves."""

import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

from postil.engines.installed import installed_version

_LIBRARIES = (
    "Babel",
    "Jinja2",
    "Markdown",
    "MarkupSafe",
    "PyYAML",
    "ahocorasick_rs",
    "nh3",
    "pillow",
    "pydantic",
    "pymorphy3",
    "pymorphy3-dicts-ru",
    "pymorphy3-dicts-uk",
    "python-frontmatter",
    "rapidfuzz",
    "sentencex",
)
"""What the result depends on beside Postil itself."""


@cache
def programs() -> bytes:
    """A digest of Postil's own files, of the libraries' versions and of Python's."""
    digest = blake2b(sys.version.encode(), digest_size=32)
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*")):
        if path.suffix in {".py", ".html", ".js", ".ttf"}:
            digest.update(path.read_bytes())
    for library in _LIBRARIES:
        digest.update(installed_version(library).encode())
    return digest.digest()
