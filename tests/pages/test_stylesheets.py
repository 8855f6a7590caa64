"""Colours and sizes are said once, as tokens, and every token that is used is there."""

import re

import pytest

from archives import REPOSITORY
from postil.engines.sheets import SHEETS

FOLDER = REPOSITORY / "docs/assets/stylesheets"
STYLES = {
    path.stem: re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for path in FOLDER.glob("*.css")
}
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(", re.IGNORECASE)
DECLARED = re.compile(r"(?:@property )?(--[\w-]+)(?=:| \{)")
USED = re.compile(r"var\((--[\w-]+)")
SCRIPTS = "".join(
    path.read_text(encoding="utf-8") for path in (REPOSITORY / "docs/assets/scripts").glob("*.js")
)


def declarations(css):
    """The declarations of a style sheet, one after the other."""
    return [it.strip() for it in re.split(r"[{};]", css) if ":" in it]


@pytest.mark.parametrize("name", STYLES)
def test_a_colour_is_a_token(name):
    literal = [it for it in declarations(STYLES[name]) if COLOUR.search(it) and it[:2] != "--"]
    assert not literal


@pytest.mark.parametrize("name", STYLES)
def test_a_size_of_type_is_a_token(name):
    literal = [
        it
        for it in declarations(STYLES[name])
        if re.match(r"font(-size)?:.*\d(rem|px)\b", it) and it not in TITLES
    ]
    assert not literal


TITLES = {"font-size: 1.7rem", "font-size: 1.35rem"}
"""A page has one title, on a wide screen and on a narrow one."""


def test_every_token_is_declared_and_used():
    declared = {name for css in STYLES.values() for name in DECLARED.findall(css)}
    used = {name for css in STYLES.values() for name in USED.findall(css)}
    own = {name for name in declared if not name.startswith("--md-")}
    assert {name for name in used if not name.startswith("--md-")} <= declared
    assert {name for name in own - used if name not in SCRIPTS} == set()


@pytest.mark.parametrize("name", STYLES)
def test_nobody_takes_the_ring_of_focus_away(name):
    assert not re.search(r"outline(-width)?:\s*(0|none)\s*[;}]", STYLES[name])


SIDES = re.compile(r"^(?:(?:margin|padding|border|inset)-)?(?:left|right)\b|: *(?:left|right)$")


@pytest.mark.parametrize("name", STYLES)
def test_sides_follow_the_way_of_the_writing(name):
    assert not [it for it in declarations(STYLES[name]) if SIDES.search(it)]


def test_every_part_is_in_a_sheet():
    assert {part for parts in SHEETS.values() for part in parts} == set(STYLES)


@pytest.mark.parametrize("name", SHEETS)
def test_tokens_come_first_and_print_comes_last(name):
    assert SHEETS[name][0] == "tokens"
    assert SHEETS[name][-1] == "print"
