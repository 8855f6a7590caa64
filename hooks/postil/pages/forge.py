"""The forge where an archive lies, as far as a link can hand it a file or a report.

Each forge has a page for a new file and one for a new issue, and takes what to fill in from their
addresses. GitLab's takes the name of a file and nothing else: its editor passes the text over.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from postil.model.archive import Settings

_NEW_FILE = {
    "github": "/new/{branch}?filename={path}&value={text}",
    "gitlab": "/-/new/{branch}?file_name={path}",
    "gitea": "/_new/{branch}/?filename={path}&value={text}",
}
_NEW_ISSUE = {
    "github": "/issues/new?title={title}&body={text}",
    "gitlab": "/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}",
    "gitea": "/issues/new?title={title}&body={text}",
}
_HOSTS = {
    "github": ("github.com",),
    "gitlab": ("gitlab",),
    "gitea": ("codeberg.org", "gitea", "forgejo"),
}
"""What the name of a forge's host holds."""

_BRANCH = re.compile(r"(?:^|/)(?:_?edit|blob|src/branch)/(?P<branch>.+?)/(?:docs/?)?$")
_BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Forge:
    """Addresses with blanks for what is to be filled in.

    `new_file` has `{path}` and, where the forge takes it, `{text}`; `new_issue` has `{title}` and
    `{text}`.
    """

    new_file: str
    new_issue: str


def forge_of(settings: Settings) -> Forge | None:
    """The forge behind `repo_url`; `None` where none is known."""
    repository = (settings.repository or "").rstrip("/").removesuffix(".git")
    parts = urlsplit(repository)
    kind = settings.forge or _kind_at(parts.hostname or "")
    if parts.scheme not in {"http", "https"} or kind not in _NEW_FILE:
        return None
    branch = quote(settings.branch or _branch_in(settings.edit_uri or "") or "main")
    return Forge(
        repository + _NEW_FILE[kind].replace("{branch}", branch), repository + _NEW_ISSUE[kind]
    )


def filled(address: str, **values: str) -> str:
    """An address with its blanks filled in."""
    return _BLANK.sub(lambda blank: quote(values[blank[1]], safe=""), address)


def _kind_at(host: str) -> str | None:
    return next((kind for kind, names in _HOSTS.items() if any(it in host for it in names)), None)


def _branch_in(edit_uri: str) -> str | None:
    found = _BRANCH.search(edit_uri)
    return found["branch"] if found else None
