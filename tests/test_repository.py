"""What the repository promises of itself."""

import re
import tomllib

import pytest
from mkdocs.plugins import EVENTS

from archives import REPOSITORY
from postil.building.examining import examine
from postil.diagnostics.codes import Code
from postil.model.archive import Settings
from postil.reading.settings import read_settings


def test_every_code_has_its_section_in_the_guide_in_order():
    guide = (REPOSITORY / "docs/contributing/diagnostics.md").read_text()
    headings = re.findall(r"^## `?([a-z-]+)`?$", guide, re.MULTILINE)
    assert headings == [str(code) for code in Code]


@pytest.mark.parametrize("code", Code)
def test_the_section_of_a_code_says_what_it_means_and_what_to_do(code):
    guide = (REPOSITORY / "docs/contributing/diagnostics.md").read_text(encoding="utf-8")
    sections = re.split(r"^## `?([a-z-]+)`?$", guide, flags=re.MULTILINE)
    text = dict(zip(sections[1::2], sections[2::2], strict=True))[code]
    assert len(text.split()) >= 15


def test_no_module_of_the_package_is_longer_than_can_be_read_at_once():
    package = REPOSITORY / "hooks/postil"
    lengths = {
        str(path.relative_to(package)): len(path.read_text(encoding="utf-8").splitlines())
        for path in package.rglob("*.py")
    }
    assert len(lengths) > 50
    longest = {path: length for path, length in lengths.items() if length > 300}
    assert longest.keys() <= {"model/records.py"}  # one record type after the other


def test_no_pattern_repeats_a_group_possessively():
    """Before Python 3.11.5 such a pattern misses what it should match (CPython issue 106052).

    `(?>(?:…)*)` means the same as `(?:…)*+`, and was right from the first.
    """
    possessive = re.compile(r"(?<!\()\)(?:[*+?]|\{[\d,{}]+\})\+")
    hooks = (REPOSITORY / "hooks").rglob("*.py")
    assert [path for path in hooks if possessive.search(path.read_text(encoding="utf-8"))] == []


def test_the_hook_holds_nothing_that_mkdocs_would_take_for_an_unknown_event():
    hook = (REPOSITORY / "hooks/archive.py").read_text(encoding="utf-8")
    assert set(re.findall(r"^(on_\w+) =", hook, re.MULTILINE)) <= {
        f"on_{event}" for event in EVENTS
    }


def test_every_setting_of_an_archive_is_read_from_the_shipped_configuration():
    settings = read_settings(REPOSITORY)
    assert settings.site_name != Settings().site_name
    assert settings.language == "en"


def test_the_shipped_archive_is_sound_and_large_enough():
    examined = examine(REPOSITORY, read_settings(REPOSITORY))
    archive = examined.linked.archive
    assert examined.diagnostics == ()
    assert len(archive.articles) >= 12
    assert len(archive.actors) >= 25
    assert len(archive.topics) >= 8
    assert len(archive.notes) >= 25
    assert all(text.record.data.source.outlet for text in examined.linked.articles())


def test_everything_that_is_installed_is_locked_by_hash():
    lock = (REPOSITORY / "requirements.lock").read_text()
    assert "://" not in lock
    blocks = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert len(blocks) > 40
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_every_dependency_is_named_in_the_lock():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    lock = (REPOSITORY / "requirements.lock").read_text().lower()
    named = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["slavic"],
        *project["dependency-groups"]["dev"],
    ]
    for dependency in named:
        name = re.match(r"[A-Za-z0-9-]+", dependency)[0].lower()
        assert re.search(rf"^{name}(\[|==)", lock, re.MULTILINE), name
