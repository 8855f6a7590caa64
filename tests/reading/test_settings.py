"""What is read of `mkdocs.yml` without MkDocs."""

import pytest

from postil.model.archive import Settings
from postil.reading.settings import read_settings


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("", Settings()),
        ("site_name: The Archive", Settings(site_name="The Archive")),
        ("extra: {archive: {language: uk, links: all}}", Settings(language="uk", links="all")),
        ("site_url: https://a.example/b", Settings(address="https://a.example/b/")),
        ("site_url: https://a.example/b/", Settings(address="https://a.example/b/")),
        ("extra: {archive: {cards: true}}", Settings(cards=True)),
        ("extra: {archive: {search: false}}", Settings(search=False)),
        ("repo_url: https://example.org/r", Settings(repository="https://example.org/r")),
        ("extra: {archive: {branch: b, forge: gitea}}", Settings(branch="b", forge="gitea")),
        ("extra: {archive: {guide: help/}}", Settings(guide="help/")),
        ("site_name: !ENV HOME\nextra: {archive: {language: de}}", Settings(language="de")),
        (
            "plugins:\n  - x: !!python/name:os.system\nextra: {archive: {links: all}}",
            Settings(links="all"),
        ),
        ("extra:\n", Settings()),
        ("- no\n- mapping", Settings()),
        ("broken: [", Settings()),
    ],
)
def test_settings(tmp_path, text, settings):
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path) == settings


def test_without_a_file_the_defaults_hold(tmp_path):
    assert read_settings(tmp_path) == Settings()
