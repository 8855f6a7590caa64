"""What an archive decides for itself, read from `mkdocs.yml` without MkDocs.

The file is the maintainers' own, so it is read for a handful of keys and not validated: MkDocs
does that. Its tags (`!ENV`, `!!python/name:`) are passed over.
"""

from pathlib import Path
from typing import Any

import yaml

from postil.model.archive import Settings


class _TagBlindLoader(yaml.CSafeLoader):
    """A loader that takes a tagged value for nothing."""


_TagBlindLoader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
_TagBlindLoader.add_multi_constructor("!", lambda _loader, _suffix, _node: None)


def read_settings(root: Path) -> Settings:
    """The settings in `root/mkdocs.yml`; the defaults where there is no such file."""
    try:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8")
        config = yaml.load(text, Loader=_TagBlindLoader)  # noqa: S506 -- a SafeLoader underneath
    except (FileNotFoundError, yaml.YAMLError):
        config = {}
    return settings_from(config if isinstance(config, dict) else {})


def settings_from(config: dict[str, Any]) -> Settings:
    """The settings in a configuration that has been read: `extra.archive` and what MkDocs knows."""
    extra = config.get("extra") or {}
    own = extra.get("archive") or {}
    return Settings(
        site_name=config.get("site_name") or Settings.site_name,
        language=own.get("language", Settings.language),
        links=own.get("links", Settings.links),
        search=own.get("search", Settings.search),
        cards=own.get("cards", Settings.cards),
        address=_folder(config.get("site_url")),
        repository=config.get("repo_url"),
        edit_uri=config.get("edit_uri"),
        branch=own.get("branch"),
        forge=own.get("forge"),
        guide=own.get("guide"),
    )


def _folder(address: str | None) -> str | None:
    """An address that others begin with: `https://a.example/archive/`."""
    return f"{address.rstrip('/')}/" if address else None
