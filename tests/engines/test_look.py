"""The look that comes with Postil is that of this repository."""

import yaml

from archives import REPOSITORY
from postil.engines import look


def test_the_styles_are_those_of_this_archive_in_their_order():
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    assert list(look._STYLES) == settings["extra_css"]  # noqa: SLF001 -- what is compared


def test_the_theme_speaks_the_nearest_language_that_it_knows():
    spoken = {tag: look.theme_language(tag) for tag in ("uk", "pt-BR", "de-CH", "zh-Hant", "qu")}
    assert spoken == {
        "uk": "uk", "pt-BR": "pt-BR", "de-CH": "de", "zh-Hant": "zh-Hant", "qu": "en",
    }  # fmt: skip
