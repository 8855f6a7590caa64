"""Workflows give nothing away, and nothing is merged unseen."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch

import pytest
import yaml

from archives import REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github/workflows").iterdir())

HARMLESS = ({}, {"contents": "read"})
"""Rights with which a stranger's code may run."""

AFTERWARDS = {"actions": "read", "pull-requests": "write"}
"""Rights of what follows a stranger's change, and takes nothing of it but words."""


def faults(text: str) -> list[str]:
    """What is unsafe in a workflow."""
    workflow = yaml.safe_load(text)
    jobs = list(workflow["jobs"].values())
    found = list(_rights_too_many(workflow, jobs))
    if "pull_request" in _triggers(workflow) and "secrets." in text:
        found.append("has a secret for a pull request")
    for step in (step for job in jobs for step in job["steps"]):
        found += _unpinned(step.get("uses"), text)
        found += _given_away(step)
    return found


def _rights_too_many(workflow: dict, jobs: list[dict]) -> Iterator[str]:
    writing = [job for job in jobs if job.get("permissions", {}) not in HARMLESS]
    steps = [step for job in jobs for step in job["steps"]]
    after = "workflow_run" in _triggers(workflow)
    if "pull_request_target" in _triggers(workflow) or (
        after and any("uses" in it for it in steps)
    ):
        yield "runs a stranger's change with the repository's rights"
    if after and any(job.get("permissions") != AFTERWARDS for job in jobs):
        yield "may do more than comment after a stranger's change"
    if workflow.get("permissions") != {}:
        yield "begins with rights"
    if writing and "pull_request" in _triggers(workflow):
        yield "may write for a pull request"
    if any("checkout@" in step.get("uses", "") for job in writing for step in job["steps"]):
        yield "may write beside code of the repository"


def _triggers(workflow: dict) -> set[str]:
    named = workflow.get("on", workflow.get(True))  # YAML 1.1 takes `on` for true
    return {named} if isinstance(named, str) else set(named)


def _unpinned(action: str | None, text: str) -> Iterator[str]:
    if action is None:
        return
    if not re.search(rf"uses: {re.escape(action)} # v\d+\.\d+\.\d+\n", text):
        yield f"{action} has no version beside it"
    if not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", action):
        yield f"{action} is not pinned"


def _given_away(step: dict) -> Iterator[str]:
    if "${{" in step.get("run", ""):
        yield "puts a value into a command"
    keeps_token = step.get("with", {}).get("persist-credentials", True)
    if "checkout@" in step.get("uses", "") and keeps_token:
        yield "leaves the token where the code can read it"


SHA = "0123456789abcdef" * 2 + "01234567"
SAFE = f"""\
on: pull_request
permissions: {{}}
jobs:
  check:
    permissions: {{contents: read}}
    steps:
      - uses: actions/checkout@{SHA} # v1.2.3
        with: {{persist-credentials: false}}
      - run: echo "$TITLE"
        env: {{TITLE: "${{{{ github.event.pull_request.title }}}}"}}
"""


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_workflow_is_unsafe(path):
    assert faults(path.read_text(encoding="utf-8")) == []


def test_there_is_a_workflow_for_each_occasion():
    assert [path.name for path in WORKFLOWS] == [
        "audit.yml", "check.yml", "code.yml", "comment.yml", "publish.yml", "release.yml",
        "sources.yml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("on: pull_request", "on: [push, pull_request]", []),
        ("on: pull_request", "on: pull_request_target",
         ["runs a stranger's change with the repository's rights"]),
        ("on: pull_request", "on: {workflow_run: {}}",
         ["runs a stranger's change with the repository's rights",
          "may do more than comment after a stranger's change"]),
        ("permissions: {}\n", "", ["begins with rights"]),
        ("permissions: {}\n", "permissions: write-all\n", ["begins with rights"]),
        ("{contents: read}", "{contents: write}",
         ["may write for a pull request", "may write beside code of the repository"]),
        ("{contents: read}", "write-all",
         ["may write for a pull request", "may write beside code of the repository"]),
        ('echo "$TITLE"', "echo ${{ secrets.KEY }}",
         ["has a secret for a pull request", "puts a value into a command"]),
        ('echo "$TITLE"', "echo ${{ github.head_ref }}", ["puts a value into a command"]),
        ("# v1.2.3", "# main", [f"actions/checkout@{SHA} has no version beside it"]),
        (f"@{SHA} # v1.2.3", "@v1.2.3 # v1.2.3", ["actions/checkout@v1.2.3 is not pinned"]),
        (f"@{SHA}", f"@{SHA[:12]}", [f"actions/checkout@{SHA[:12]} is not pinned"]),
        ("persist-credentials: false", "fetch-depth: 0",
         ["leaves the token where the code can read it"]),
    ],
)  # fmt: skip
def test_an_unsafe_workflow_is_told(old, new, told):
    assert old in SAFE
    assert faults(SAFE.replace(old, new, 1)) == told


def test_what_a_check_left_is_taken_by_github_s_word_and_bounded():
    comment = (REPOSITORY / ".github/workflows/comment.yml").read_text(encoding="utf-8")
    assert "uses:" not in comment
    assert re.search(r"unzip -p .+ report\.md .+\|\s+head -c 60000", comment)
    assert "pull_requests[" not in comment  # of forks, GitHub leaves that list empty
    assert "select(.head.sha == $sha)" in comment


def test_gitlab_checks_what_github_does():
    text = (REPOSITORY / ".gitlab-ci.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)
    for command in ("postil check --since", "postil report", "postil sources", "make publishable"):
        assert command in text
    (publishing,) = jobs["pages"]["rules"]
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in publishing["if"]


def owner(path: str) -> str:
    """Who has to approve a change of a file. The last line that matches counts."""
    lines = (REPOSITORY / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    owners = [who for pattern, who in rules if fnmatch(f"/{path}", f"{pattern}*")]
    return owners[-1].rpartition("/")[2]


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("articles/2025/alaska-summit.md", "editors"),
        ("articles/2025/alaska-summit.notes/two-accounts.md", "editors"),
        ("docs/actors/nato.md", "editors"),
        ("docs/topics/ceasefire.md", "editors"),
        ("docs/analysts/editors.md", "editors"),
        ("docs/index.md", "maintainers"),
        ("docs/contributing/index.md", "maintainers"),
        ("docs/.overrides/main.html", "maintainers"),
        ("docs/assets/scripts/search.js", "maintainers"),
        ("hooks/archive.py", "maintainers"),
        ("mkdocs.yml", "maintainers"),
        ("pyproject.toml", "maintainers"),
        ("requirements.lock", "maintainers"),
        ("vendored.sha256", "maintainers"),
        ("Makefile", "maintainers"),
        (".github/CODEOWNERS", "maintainers"),
        (".github/workflows/publish.yml", "maintainers"),
        (".ci/run", "maintainers"),
    ],
)
def test_code_needs_a_maintainer_and_content_an_editor(path, who):
    assert (REPOSITORY / path).exists()
    assert owner(path) == who
