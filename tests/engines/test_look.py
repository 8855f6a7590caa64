"""The look that comes with Postil."""

from postil.engines import look


def test_the_theme_speaks_the_nearest_language_that_it_knows():
    spoken = {tag: look.theme_language(tag) for tag in ("uk", "pt-BR", "de-CH", "zh-Hant", "qu")}
    assert spoken == {
        "uk": "uk", "pt-BR": "pt-BR", "de-CH": "de", "zh-Hant": "zh-Hant", "qu": "en",
    }  # fmt: skip
