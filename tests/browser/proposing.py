"""An archive on a forge of this machine, and what somebody does who proposes something to it."""

import json
import subprocess
import sys

from forge import BRANCH
from playwright.sync_api import expect
from proposals import ARCHIVE

from archives import REPOSITORY, site_of, write
from postil.editing.canonical import canonical
from postil.editing.source import Source
from postil.reading.discover import discover

SELECT = """([from, to]) => {
    const walker = document.createTreeWalker(
        document.querySelector(".annotated"), NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.closest(".margin")) nodes.push(walker.currentNode);
    }
    const [first, last] = [from, to].map((words) => nodes.find((it) => it.data.includes(words)));
    getSelection().setBaseAndExtent(
        first, first.data.indexOf(from), last, last.data.indexOf(to) + to.length);
}"""


def built(root):
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def set_up(root, kind, repository):
    """The archive as a site whose files lie on a forge of a kind, or on none."""
    write(root, ARCHIVE)
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    config = config[: config.index("nav:")] + config[config.index("exclude_docs:") :]
    settings = f"search: false\n    branch: {BRANCH}\n    forge: {kind}"
    config = config.replace("search: true", settings)
    told = f"repo_url: {repository}\nedit_uri: edit/{BRANCH}/docs/\n" if repository else ""
    (root / "mkdocs.yml").write_text(told + config, encoding="utf-8")
    for part in ("hooks", "docs/.overrides", "docs/assets"):
        (root / part).symlink_to(REPOSITORY / part)
    built(root)


def select(page, start, end):
    page.evaluate(SELECT, [start, end])
    page.locator(".add-note-here").click()
    dialogue = page.get_by_role("dialog", name="Add a note")
    expect(dialogue).to_be_visible()
    return dialogue


def write_note(dialogue, body):
    dialogue.get_by_label("Note", exact=True).fill(body)
    dialogue.get_by_label("Signed by").fill("ivo")


def propose(page, form):
    """What the forge shows."""
    with page.expect_popup() as popup:
        form.get_by_role("button", name="Propose").click()
    page_of_forge = popup.value
    page_of_forge.wait_for_load_state()
    return page_of_forge


def save(page_of_forge):
    page_of_forge.get_by_role("button", name="Save").click()
    expect(page_of_forge.get_by_text("Saved")).to_be_visible()
    page_of_forge.close()


def reformatted(text, file):
    """What `postil fmt` makes of a file's text."""
    written = canonical(Source(text), file)
    return written.text if isinstance(written, Source) else written


def not_canonical(root):
    """The files that came to the archive and that `postil fmt` would change."""
    came = [file for file in discover(root).files if file.path not in ARCHIVE]
    texts = {file: (root / file.path).read_text(encoding="utf-8") for file in came}
    return [file.path for file, text in texts.items() if reformatted(text, file) != text]


def passage_of(root, note):
    """The words that a note stands on, and how they were found."""
    files = site_of(root).files
    notes, articles = (
        [json.loads(line) for line in files[f"data/{name}.jsonl"].splitlines()]
        for name in ("notes", "articles")
    )
    row = next(row for row in notes if row["id"] == note)
    text = next(it["text"] for it in articles if row["target"] == f"articles/{it['id']}")
    return row["anchor"], text[row["start"] : row["end"]] if "start" in row else None
