"""A whole site, byte for byte: a word that stands in every unpublished place is nowhere in it."""

import gzip
import shutil

import pytest
from engine import build, contents, set_up

from archives import FIXTURE, article, note, write
from repositories import git

SECRET = "zqx"
"""How the words begin that must not come out; each goes on with where it stands."""

OPEN = "zqwopen"
"""A word that may come out, so that the test can tell that it would be found."""


def secret(place):
    return f"{SECRET}{place}"


def everywhere(place):
    """Front matter with a secret in every field that takes any text."""
    word = secret(place)
    return {
        "title": word,
        "summary": word,
        "licence": word,
        "source": {
            "outlet": word,
            "url": f"https://{word}.example/",
            "byline": [word],
            "dateline": word,
        },
        "retrieved": {"at": "2025", "by": word},
        "corrections": [{"at": "2025", "by": "ivo", "text": word}],
        "x-desk": word,
    }


DRAFT = f"articles/2025/{secret('draftname')}"
KEPT = "Anna Berg spoke of {}. Then {} was all that she said."

FILES = {
    f"{DRAFT}.md": article(
        secret("draftbody"),
        status="draft",
        redirects=[secret("draftredirect")],
        **everywhere("draftkey"),
    ),
    f"{DRAFT}.notes/{secret('noteondraft')}.md": note(
        secret("noteondraftbody"), quote=secret("draftbody")
    ),
    f"articles/2025/lorn-talks.notes/{secret('draftnotename')}.md": note(
        secret("draftnotebody"), quote="Anna Berg", status="draft", reason=secret("draftnotekey")
    ),
    "articles/2025/gone.md": article(
        KEPT.format(secret("gonebody"), secret("gonebody")),
        title="Gone",
        summary=secret("gonesummary"),
        status="withdrawn",
        mentions={secret("gonebody"): "anna-berg"},
    ),
    "articles/2025/gone.notes/n.md": note("What it said.", quote="Anna Berg spoke"),
    "articles/2025/kept.md": article(
        KEPT.format(secret("keptbody"), secret("keptbody")),
        title="Kept",
        text="link-only",
        mentions={secret("keptbody"): "anna-berg"},
    ),
    "articles/2025/kept.notes/n.md": note("On all.", quote="Anna Berg […] she said"),
    "articles/2025/open.md": article(
        f"A digest, with {OPEN}.",
        title="Open",
        text="digest",
        follows=secret("draftname"),
        **{"x-desk": "zqwdesk"},
    ).replace("title:", f"# {secret('comment')}\ntitle: ", 1),
    f"articles/2025/.{secret('besidedigest')}.md": article(secret("besidedigest")),
    f"articles/2025/.{secret('folder')}/x.md": article(secret("infolder")),
    f"docs/actors/.{secret('actordot')}.md": secret("actordot"),
    f"docs/.{secret('docsdot')}.md": secret("docsdot"),
    f"docs/.{secret('docsdotfolder')}/x.png": secret("docsdotfolder"),
    f"{secret('rootfile')}.txt": secret("rootfile"),
    ".env": secret("environment"),
    "drafts/x.md": secret("anotherfolder"),
}


REMARKS = {
    "mkdocs.yml": f"# {secret('settings')}",
    "docs/index.md": f"<!-- {secret('homecomment')} -->",
    "docs/about.md": f"Of the <!-- {secret('comment')} --> archive.\n\n`<!-- zqwcode -->`",
}
"""What is written under files that have it already."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The fixture archive with secrets in it, committed, built: what lies in its site."""
    root = set_up(FIXTURE, tmp_path_factory.mktemp("leaks") / "archive")
    write(root, FILES)
    for path, text in REMARKS.items():
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")
    if shutil.which("git"):
        _commit(root)
    done = build(root, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return contents(root / "site")


def _commit(root):
    """Two commits with secrets in what git keeps: messages, addresses, branches, what is gone."""
    gone = {f"{secret('gonefile')}.md": secret("gonefile")}
    write(root, gone)
    git(root, "init", "--initial-branch", secret("branch"))
    git(root, "config", "user.name", "Open Name")
    git(root, "config", "user.email", f"{secret('config')}@mail.example")
    address = f"{secret('address')}@mail.example"
    message = f"{secret('message')}\n\nSigned-off-by: Ida Moor <{address}>"
    for name in ("Open Name", address):
        git(root, "add", "--all")
        author = f"{name} <{address}>"
        git(root, "commit", "--allow-empty", "--author", author, "--message", message)
        for path in gone:
            (root / path).unlink(missing_ok=True)


def unpacked(site):
    """Every file of the site as it is, and what it holds where it is packed."""
    for path, content in site.items():
        yield path, path.encode() + content
        if content.startswith(b"\x1f\x8b"):
            yield path, gzip.decompress(content)


def test_no_byte_of_what_is_kept_back_is_in_the_site(site):
    leaks = {
        (path, content[at : at + 40])
        for path, content in unpacked(site)
        if (at := content.lower().find(SECRET.encode())) >= 0
    }
    assert leaks == set()


@pytest.mark.parametrize(
    "kind", ["/index.html", ".jsonl", ".pf_fragment", ".pf_index"], ids=lambda kind: kind[1:]
)
def test_what_is_published_is_found_in_the_same_way(site, kind):
    assert any(OPEN.encode() in content for path, content in unpacked(site) if path.endswith(kind))


def test_the_packed_files_are_looked_into(site):
    packed = [path for path, content in site.items() if content.startswith(b"\x1f\x8b")]
    assert "sitemap.xml.gz" in packed
    assert len([path for path in packed if path.startswith("pagefind/")]) > 10


def test_keys_of_the_archives_own_are_published_in_the_data_alone(site):
    found = {path for path, content in unpacked(site) if b"zqwdesk" in content}
    assert found == {"data/articles.jsonl"}


def test_a_comment_that_is_shown_as_code_stays(site):
    assert b"<code>&lt;!-- zqwcode --&gt;</code>" in site["about/index.html"]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_history_is_there_with_names_and_without_addresses(site):
    assert b"Open Name" in site["articles/2025/lorn-talks/index.html"]
    assert b"Ida Moor" in site["data/notes.jsonl"]
    assert b"mail.example" not in site["data/notes.jsonl"]


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("articles/2025/open.source.md", "The source.", "file-name"),
        ("articles/2025/open.txt", "The source.", "file-kind"),
        ("docs/actors/picture.png", "x", "file-kind"),
        ("articles/2025/open.md", article(f"Words. <!-- {SECRET} -->"), "raw-html"),
        ("docs/topics/talks.md", "---\nname: Talks\nsummary: x\n---\n\n<!-- x -->\n", "raw-html"),
    ],
)
def test_what_has_no_place_in_the_archive_stops_the_build(root, path, text, code):
    write(root, {path: text})
    done = build(root)
    assert done.returncode == 1
    assert f"[{code}]" in done.stderr
    assert not (root / "site").exists()
