"""The addresses that hand a file or a report to a forge."""

import pytest

from postil.model.archive import Settings
from postil.pages.forge import filled, forge_of


@pytest.mark.parametrize(
    ("repository", "forge", "address"),
    [
        ("https://github.com/o/r", None, "https://github.com/o/r/new/main?filename=a%2Fb.md&value=x%26y"),
        ("https://github.com/o/r.git/", None, "https://github.com/o/r/new/main?filename=a%2Fb.md&value=x%26y"),
        ("https://gitlab.com/o/r", None, "https://gitlab.com/o/r/-/new/main?file_name=a%2Fb.md"),
        ("https://gitlab.uni.example/o/r", None, "https://gitlab.uni.example/o/r/-/new/main?file_name=a%2Fb.md"),
        ("https://codeberg.org/o/r", None, "https://codeberg.org/o/r/_new/main/?filename=a%2Fb.md&value=x%26y"),
        ("https://git.example/o/r", "gitea", "https://git.example/o/r/_new/main/?filename=a%2Fb.md&value=x%26y"),
        ("https://git.example/o/r", "github", "https://git.example/o/r/new/main?filename=a%2Fb.md&value=x%26y"),
    ],
)  # fmt: skip
def test_each_forge_is_handed_a_file_as_it_takes_one(repository, forge, address):
    found = forge_of(Settings(repository=repository, forge=forge))
    assert filled(found.new_file, path="a/b.md", text="x&y") == address


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(repository="https://git.example/o/r"),
        Settings(repository="https://github.com/o/r", forge="sourcehut"),
        Settings(repository="javascript:alert(1)", forge="github"),
        Settings(repository="git@github.com:o/r", forge="github"),
    ],
)
def test_without_an_address_on_a_known_forge_there_is_none(settings):
    assert forge_of(settings) is None


@pytest.mark.parametrize(
    ("edit_uri", "branch"),
    [
        ("edit/main/docs/", "main"),
        ("edit/release/1.0/docs/", "release/1.0"),
        ("-/edit/trunk/docs/", "trunk"),
        ("_edit/next/docs", "next"),
        ("src/branch/next/docs/", "next"),
        ("blob/next/docs/", "next"),
        ("?query=root/path/docs/", "main"),
        (None, "main"),
    ],
)
def test_the_branch_is_that_of_the_edit_links(edit_uri, branch):
    found = forge_of(Settings(repository="https://github.com/o/r", edit_uri=edit_uri))
    assert found.new_file.startswith(f"https://github.com/o/r/new/{branch}?")


def test_a_branch_that_is_named_comes_first():
    settings = Settings(repository="https://github.com/o/r", edit_uri="edit/a/docs/", branch="b c")
    assert "/new/b%20c?" in forge_of(settings).new_file


def test_what_is_filled_in_ends_no_part_of_the_address():
    issue = forge_of(Settings(repository="https://gitlab.com/o/r")).new_issue
    assert filled(issue, title="a&b=#? {text}", text="x") == (
        "https://gitlab.com/o/r/-/issues/new"
        "?issue%5Btitle%5D=a%26b%3D%23%3F%20%7Btext%7D&issue%5Bdescription%5D=x"
    )
