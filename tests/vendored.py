"""What a built site holds that others made: the theme's files and the search's.

    python tests/vendored.py write SITE   lists them in `vendored.sha256`, by package
    python tests/vendored.py check SITE   tells how a site departs from that list

`sha256sum --check` can read the list too.
"""

import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from archives import REPOSITORY
from postil.engines.sheets import FIRST_SCRIPTS, SHEETS

MANIFEST = REPOSITORY / "vendored.sha256"

TEMPLATES = REPOSITORY / "hooks/postil/pages/templates"

SCRIPTS = REPOSITORY / "docs/assets/scripts"
STYLES = REPOSITORY / "docs/assets/stylesheets"

PACKAGES = {"assets": "mkdocs-material", "pagefind": "pagefind-bin-extended"}
"""Which package fills which folder of a site."""

_MADE_HERE = re.compile(
    r"(.+/)?[^/]+\.html|data/[^/]+\.jsonl|sitemap\.xml(\.gz)?|_headers"
    r"|(notes/)?feed\.xml|articles/.+/card\.png"
    r"|pagefind/pieces\.json|pagefind/(.+/)?pagefind-entry\.json"
    r"|pagefind/.+\.pf_(meta|index|filter|fragment)"
)
"""What a build makes of the archive: pages, data, feeds, cards, the search index.

Every record changes it.
"""


def foreign(site: Path) -> dict[str, str]:
    """The files that were neither made from the archive nor lie in this repository, and digests."""
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*"))}
    return {
        path: sha256(file.read_bytes()).hexdigest()
        for path, file in found.items()
        if file.is_file() and not _MADE_HERE.fullmatch(path) and not _is_own(path, file)
    }


def listed() -> dict[str, str]:
    """The files that the manifest lists: path to digest."""
    lines = MANIFEST.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("  ", 1) for line in lines if not line.startswith("#"))
    return {path: digest for digest, path in pairs}


def sources() -> list[str]:
    """The packages that the manifest names, with their versions, as a lock file writes them."""
    return re.findall(r"^# (\S+==\S+)$", MANIFEST.read_text(encoding="utf-8"), re.MULTILINE)


def differences(site: Path) -> list[str]:
    """How a site departs from the manifest, a sentence for each file."""
    there, allowed = foreign(site), listed()
    changed = {path for path in there.keys() & allowed.keys() if there[path] != allowed[path]}
    return [
        *(f"{path} is not in the site." for path in sorted(allowed.keys() - there.keys())),
        *(f"{path} is not what it was." for path in sorted(changed)),
        *(
            f"{path} is in the site, and nobody knows from where."
            for path in sorted(there.keys() - allowed.keys())
        ),
    ]


def manifest(site: Path) -> Iterator[str]:
    """The lines of the manifest of a site. Exits with a line on a file that no package brings."""
    there = foreign(site)
    for folder, package in PACKAGES.items():
        yield f"# {package}=={version(package)}"
        for path in [path for path in there if path.startswith(f"{folder}/")]:
            yield f"{there.pop(path)}  {path}"
    for path in there:
        sys.exit(f"{path} comes from no known package. Find out from which, and add it here.")


def _is_own(path: str, file: Path) -> bool:
    """Whether a file lies in this repository. A template loses the end of its last line."""
    content = file.read_bytes().rstrip(b"\n")
    return any(it.rstrip(b"\n") == content for it in _own(path, file))


def _own(path: str, file: Path) -> Iterator[bytes]:
    """What this repository has for a file of a site."""
    if path.startswith("assets/sheets/"):
        folder, wholes = (SCRIPTS, FIRST_SCRIPTS) if file.suffix == ".js" else (STYLES, SHEETS)
        parts = wholes.get(file.stem, ())
        yield b"\n".join((folder / part).with_suffix(file.suffix).read_bytes() for part in parts)
    for source in (REPOSITORY / "docs" / path, TEMPLATES / file.name):
        if source.is_file():
            yield source.read_bytes()


def _check(site: Path) -> None:
    if told := differences(site):
        sys.exit("\n".join([*told, "If that is meant, write the manifest anew: make manifest"]))


def _write(site: Path) -> None:
    MANIFEST.write_text("\n".join(manifest(site)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    {"check": _check, "write": _write}[sys.argv[1]](Path(sys.argv[2]))
