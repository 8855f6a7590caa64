"""Of others, the site holds the files that `vendored.sha256` lists, byte for byte, and no more."""

import shutil
import subprocess
from importlib.resources import files
from pathlib import PurePath

import pytest
from engine import build

from archives import REPOSITORY
from postil.engines.sheets import FIRST_SCRIPTS
from vendored import MANIFEST, TEMPLATES, differences, foreign, listed, manifest, sources


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The site of this repository's own archive, as it is published."""
    folder = tmp_path_factory.mktemp("published") / "site"
    done = build(REPOSITORY, "--site-dir", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def site(published, tmp_path):
    """A copy of it to do harm to."""
    return shutil.copytree(published, tmp_path / "site")


def test_nothing_differs_from_the_manifest(published):
    assert differences(published) == [], "if that is meant: make manifest"


def test_every_script_is_listed_or_lies_in_this_repository(published):
    scripts = {path.relative_to(published).as_posix() for path in published.rglob("*.js")}
    own = [*(REPOSITORY / "docs/assets/scripts").glob("*.js"), *TEMPLATES.glob("*.js")]
    joined = {f"{part}.js" for parts in FIRST_SCRIPTS.values() for part in parts}
    whole = {f"{name}.js" for name in FIRST_SCRIPTS}
    alone = {it.name for it in own} - joined
    assert {"pagefind/pagefind.js", "pagefind/pagefind-worker.js"} <= scripts & listed().keys()
    found = {PurePath(path).name for path in scripts - listed().keys()}
    assert found == alone | whole


def test_another_manifest_would_say_the_same(published):
    assert "\n".join(manifest(published)) + "\n" == MANIFEST.read_text(encoding="utf-8")


def test_what_it_lists_comes_from_locked_packages():
    lock = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
    assert len(sources()) == 2
    assert [source for source in sources() if f"\n{source} \\\n" not in lock] == []


def test_the_theme_is_what_its_package_holds(published):
    package = files("material") / "templates"
    of_theme = [path for path in listed() if path.startswith("assets/")]
    assert len(of_theme) > 10
    for path in of_theme:
        assert (package / path).read_bytes() == (published / path).read_bytes(), path


def test_one_byte_less_is_told_of_every_file(site):
    for path in listed():
        file = site / path
        whole = file.read_bytes()
        file.write_bytes(whole[:-1])
        assert differences(site) == [f"{path} is not what it was."]
        file.write_bytes(whole)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("assets/javascripts/tracker.js", b"new Image().src = '//tracker.example'"),
        ("assets/scripts/search.js", b"the archive's own, changed on the way"),
        ("pagefind/pagefind-ui.css", b"@import '//fonts.example'"),
        ("pagefind/wasm.xx.pagefind", b"\0asm"),
        ("articles/2025/photo.svg", b"<svg onload='alert(1)'/>"),
        ("data/articles.jsonl.js", b"1"),
        ("CNAME", b"elsewhere.example"),
    ],
)
def test_a_file_of_unknown_origin_is_told(path, content, site):
    (site / path).write_bytes(content)
    assert differences(site) == [f"{path} is in the site, and nobody knows from where."]


def test_a_file_that_is_gone_is_told(site):
    (site / "pagefind/pagefind.js").unlink()
    assert differences(site) == ["pagefind/pagefind.js is not in the site."]


def test_a_file_that_no_package_brings_gets_into_no_manifest(site):
    (site / "CNAME").write_bytes(b"elsewhere.example")
    with pytest.raises(SystemExit, match="CNAME comes from no known package"):
        list(manifest(site))
    assert "CNAME" in foreign(site)


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="a tool of GNU's")
def test_sha256sum_reads_the_manifest_and_says_the_same(site):
    command = ["sha256sum", "--check", "--strict", "--quiet", str(MANIFEST)]
    assert subprocess.run(command, cwd=site, check=False).returncode == 0
    with (site / "pagefind/pagefind.js").open("ab") as script:
        script.write(b"\n")
    done = subprocess.run(command, cwd=site, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "pagefind/pagefind.js: FAILED\n")
