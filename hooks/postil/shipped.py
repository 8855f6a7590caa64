"""What lies beside the package in its repository, and inside of it where it is installed.

Templates, styles, scripts and workflows have their places in the repository, where this archive
uses them. The wheel brings them along, so that there is one copy of each.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(part: str) -> Path:
    """The file or folder at a path of the repository, such as `docs/.overrides`."""
    inside = _PACKAGE / "repository" / part
    return inside if inside.exists() else _PACKAGE.parents[1] / part
