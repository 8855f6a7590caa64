"""What is read of `mkdocs.yml` without MkDocs."""

import pytest

from postil.diagnostics.diagnostic import as_text
from postil.model.archive import Settings
from postil.reading.settings import read_settings
from postil.reading.settings_faults import settings_faults


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "site_name: A\nextra:\n  archive: {language: no}",
            "3:23: [wrong-value] `extra.archive.language: False`",
        ),
        (
            "extra: {archive: {links: some}}",
            "1:26: [wrong-value] `extra.archive.links: some` cannot be used. Write one of first,",
        ),
        (
            "extra: {archive: {cards: perhaps}}",
            "1:26: [wrong-value] `extra.archive.cards: perhaps`",
        ),
        (
            "extra: {archive: {serach: true}}",
            "1:27: [wrong-value] `extra.archive.serach` is no setting. Did you mean `search`?",
        ),
        ("extra: {archive: {forge: foo}}", "1:26: [wrong-value] `extra.archive.forge: foo`"),
        ("extra: {archive: [a]}", "1:18: [wrong-value] `extra.archive` has no keys"),
        ("extra: 3", "1:8: [wrong-value] `extra` has no keys"),
        ("site_name: 2025", "1:12: [wrong-value] `site_name: 2025` cannot be used. Write a text"),
        ("repo_url: [x]", "1:11: [wrong-value] `repo_url: ['x']`"),
        ("broken: [", "2:1: [yaml-syntax] The settings cannot be read: "),
    ],
)
def test_what_is_wrong_in_settings_is_told_and_the_defaults_hold(tmp_path, text, told):
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    (fault,) = settings_faults(tmp_path)
    assert as_text(fault).startswith(f"mkdocs.yml:{told}")
    assert isinstance(read_settings(tmp_path), Settings)


def test_settings_that_are_no_utf_8_are_told(tmp_path):
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff")
    (fault,) = settings_faults(tmp_path)
    assert as_text(fault).startswith("mkdocs.yml:1:1: [wrong-value] The file is not UTF-8")
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "text", ["", "site_name: !ENV X", "extra: {archive: {language: !ENV X}}", "extra: {x: 1}"]
)
def test_what_is_left_out_or_comes_from_elsewhere_is_no_fault(tmp_path, text):
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert settings_faults(tmp_path) == ()
