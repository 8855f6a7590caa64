"""What comes from others comes by its hash, without a known hole, and is written down."""

import json
import os
import re
import subprocess
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from archives import REPOSITORY

LOCK = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
LOCKED = re.findall(r"^([a-z0-9-]+)(?:\[[^]]*\])?==(\S+)", LOCK, re.MULTILINE)
"""Names and versions. Pythons that are apart may have versions of their own."""

HOLES = {
    "pymdown-extensions": "11.0.1",  # CVE-2026-46338, CVE-2026-61632, CVE-2026-67422
    "mkdocs-material": "9.7.7",  # CVE-2026-73295
    "markdown": "3.8.1",  # CVE-2025-69534
}
"""In which version the last known hole was closed."""


def make(*arguments, **environment):
    """Runs a target without installing anything first."""
    return subprocess.run(
        ["make", "--silent", "--old-file=.venv/.ready", *arguments],
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_every_requirement_is_one_version_with_its_hashes():
    lines = LOCK.replace("\\\n    --hash=", "--hash=").splitlines()
    requirements = [line for line in lines if not line.startswith("    #")]
    assert len(requirements) == len(LOCKED) > 40
    pinned = r"\S+==\S+ (; .+ )?(--hash=sha256:[0-9a-f]{64} ?)+"
    assert [it for it in requirements if not re.fullmatch(pinned, it)] == []


def test_only_what_is_in_the_lock_is_installed():
    recipes = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    installing = [line for line in recipes.splitlines() if "pip install" in line]
    from_lock, own_package = installing
    assert "--require-hashes --no-deps --requirement requirements.lock" in from_lock
    assert "--no-deps --no-build-isolation --editable ." in own_package


@pytest.mark.parametrize("package", HOLES)
def test_known_holes_are_kept_out(package):
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    (required,) = (
        requirement.specifier
        for requirement in map(Requirement, project["project"]["dependencies"])
        if requirement.name.lower() == package
    )
    locked = [Version(version) for name, version in LOCKED if name == package]
    assert locked
    assert min(locked) >= Version(HOLES[package])
    lowest = [Version(it.version) for it in required if it.operator == ">="]
    assert lowest >= [Version(HOLES[package])]


AUDITS = [
    (0, "No known vulnerabilities found", "No known vulnerabilities found"),
    (1, "Found 1 known vulnerability in 1 package", "Found 1 known vulnerability"),
    (1, "Traceback\nConnectionError: no name", "Nothing was audited: the list of known holes"),
    (1, "ERROR: x could not be audited", "Nothing was audited: the list of known holes"),
]


@pytest.mark.parametrize(("status", "said", "told"), AUDITS)
def test_an_audit_tells_holes_from_not_having_looked(status, said, told, tmp_path):
    auditor = tmp_path / "pip-audit"
    auditor.write_text(f"#!/bin/sh\necho '{said}'\nexit {status}\n", encoding="utf-8")
    auditor.chmod(0o755)
    done = make("audit", f"BIN={tmp_path}")
    assert done.stdout.startswith(told)
    assert "Traceback" not in done.stdout
    assert (done.returncode == 0) == (status == 0)


def test_an_audit_without_a_network_says_so_and_fails(tmp_path):
    nowhere = dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY"), "http://127.0.0.1:9")
    done = make("audit", XDG_CACHE_HOME=str(tmp_path), **nowhere)
    assert done.returncode != 0
    assert done.stdout.startswith("Nothing was audited: the list of known holes cannot be reached")
    assert "Traceback" not in done.stdout + done.stderr


def test_the_bill_of_materials_names_everything_that_is_locked(tmp_path):
    done = make("sbom", f"DIST={tmp_path}")
    assert done.returncode == 0, done.stderr
    bill = json.loads((tmp_path / "postil.cdx.json").read_bytes())
    assert bill["bomFormat"] == "CycloneDX"
    assert [(part["name"], part["version"]) for part in bill["components"]] == LOCKED
    assert bill["metadata"]["component"]["name"] == "postil"
