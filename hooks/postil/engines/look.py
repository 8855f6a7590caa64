"""The look that comes with Postil: templates, styles and scripts.

What an archive has in its own `custom_dir` or `docs/assets/` goes before what comes with Postil.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from postil.shipped import shipped

_ASSETS = ("docs/assets/scripts", "docs/assets/stylesheets")


def wear(config: MkDocsConfig) -> None:
    """Has pages use Postil's templates, behind those that the archive names."""
    templates = str(shipped("docs/.overrides"))
    if templates not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, templates)


def add_assets(files: Files, config: MkDocsConfig) -> None:
    """Adds the styles and scripts that the archive has not in its own `docs/assets/`."""
    for address, path in _assets():
        if address not in files.src_uris:
            files.append(File.generated(config, address, abs_src_path=str(path)))


def theme_language(language: str) -> str:
    """The language of Material's own words that is nearest to an archive's."""
    known = {path.stem for path in _material().glob("templates/partials/languages/*.html")}
    return next((it for it in (language, language.partition("-")[0]) if it in known), "en")


def _material() -> Path:
    found = find_spec("material")
    places = found.submodule_search_locations if found else None
    return Path(places[0]) if places else Path()


def _assets() -> Iterator[tuple[str, Path]]:
    """Where each file lies in the site, and where it is taken from."""
    for part in _ASSETS:
        folder = shipped(part)
        for path in sorted(it for it in folder.rglob("*") if it.is_file()):
            address = Path(part.removeprefix("docs/"), path.relative_to(folder))
            yield address.as_posix(), path
