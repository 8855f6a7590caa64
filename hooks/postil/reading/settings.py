"""What an archive decides for itself, read from `mkdocs.yml` without MkDocs.

What cannot be used is passed over: `settings_faults` tells of it. So are tagged values (`!ENV`,
`!!python/name:`).
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from postil.model.archive import Settings
from postil.model.values import LANGUAGE_PATTERN

SETTINGS = "mkdocs.yml"

LINKS = ("first", "all")
FORGES = ("github", "gitlab", "gitea", "none")
"""`none` where links to the forge are not wanted."""


class Loader(yaml.CSafeLoader):
    """A loader that takes a tagged value for nothing."""


Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
Loader.add_multi_constructor("!", lambda _loader, _suffix, _node: None)


def loaded(text: str) -> Any:  # noqa: ANN401 -- whatever the file holds
    """What the text of a configuration holds. Raises `yaml.YAMLError`."""
    return yaml.load(text, Loader=Loader)  # noqa: S506 -- a SafeLoader underneath


def read_settings(root: Path) -> Settings:
    """The settings in `root/mkdocs.yml`; the defaults where there is no such file."""
    try:
        config = loaded((root / SETTINGS).read_text(encoding="utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, yaml.YAMLError):
        config = {}
    return settings_from(_mapping(config))


def settings_from(config: Mapping[str, Any]) -> Settings:
    """The settings in a configuration that has been read: `extra.archive` and what MkDocs knows."""
    own = _mapping(_mapping(config.get("extra")).get("archive"))
    language = _text(own.get("language")) or ""
    links, search, cards = own.get("links"), own.get("search"), own.get("cards")
    return Settings(
        site_name=_text(config.get("site_name")) or Settings.site_name,
        language=language if re.fullmatch(LANGUAGE_PATTERN, language) else Settings.language,
        links="all" if links == "all" else Settings.links,
        search=search if isinstance(search, bool) else Settings.search,
        cards=cards if isinstance(cards, bool) else Settings.cards,
        address=_folder(_text(config.get("site_url"))),
        repository=_text(config.get("repo_url")),
        edit_uri=_text(config.get("edit_uri")),
        branch=_text(own.get("branch")),
        forge=_text(own.get("forge")),
        guide=_text(own.get("guide")),
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _folder(address: str | None) -> str | None:
    """An address that others begin with: `https://a.example/archive/`."""
    return f"{address.rstrip('/')}/" if address else None
