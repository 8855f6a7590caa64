"""What the repository promises of itself."""

import re
import tomllib

from archives import REPOSITORY
from postil.building import examine
from postil.diagnostics.codes import Code
from postil.reading.settings import read_settings


def test_every_code_has_its_section_in_the_guide_in_order():
    guide = (REPOSITORY / "docs/contributing/diagnostics.md").read_text()
    headings = re.findall(r"^## `?([a-z-]+)`?$", guide, re.MULTILINE)
    assert headings == [str(code) for code in Code]


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
