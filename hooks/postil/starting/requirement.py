"""How a new archive asks pip for Postil."""

import json


def requirement(version: str, origin: str | None) -> str:
    """The Postil that begins an archive, as a line of `requirements.txt`.

    `origin` is what pip wrote down of where it took Postil from, where that was no package index:
    `direct_url.json` (packaging.python.org, Direct URL Data Structure; once PEP 610).
    """
    if origin is None:
        return f"postil=={version}"
    return f"postil @ {_address(json.loads(origin))}"


def is_of_this_machine(line: str) -> bool:
    """Whether no other machine would find what a line asks for."""
    return " @ file:" in line


def _address(origin: dict[str, object]) -> str:
    match origin:
        case {"url": url, "vcs_info": {"vcs": system, "commit_id": commit}}:
            return f"{system}+{url}@{commit}"
        case {"url": url, "archive_info": {"hashes": {"sha256": digest}}}:
            return f"{url}#sha256={digest}"
        case _:
            return str(origin["url"])
