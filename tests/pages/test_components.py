"""The guide's page of components is made from the templates, and shows all that styles know."""

import re

import pytest

from archives import REPOSITORY
from components import GROUPS, PAGE, Written, cut, page

ASSETS = REPOSITORY / "docs/assets"
FRAME = [
    REPOSITORY / "docs/.overrides/main.html",
    *(REPOSITORY / "docs/.overrides/partials").glob("postil-*.html"),
]
"""What stands around the page itself: the head, the header and the footer."""

LEFT_OUT = {
    "text": "puts the notes of a whole page into its margin",
    "dossier": "arranges a whole page",
    "dossier-main": "arranges a whole page",
    "home": "arranges a whole page",
    "home-side": "arranges a whole page",
    "home-more": "arranges a whole page",
    "home-columns": "arranges a whole page",
    "archive-home": "is the home page",
    "contribute": "arranges a whole page",
    "stream": "is a list of notes, each of which is shown",
    "profile": "is a text without notes",
    "notes-earlier": "comes only of a build that goes on in spite of faults",
    "md-container": "is the theme's",
    "md-main": "is the theme's",
    "md-main__inner": "is the theme's",
    "md-toggle": "is the theme's, and is not shown",
    "md-typeset__scrollwrap": "is put around tables, by the theme's script",
    "js": "says on the whole page that scripts run",
    "no-js": "says on the whole page that none do",
    "notes-in-full": "is the reader's choice, on the whole page",
    "long": "draws a line on the whole screen",
    "lit": "comes and goes with the pointer",
    "unnoted": "comes and goes with the reader's choice",
    "beside-words": "comes and goes with what is selected",
    "copies": "is put beside what can be copied, by its script",
    "not-found-search": "is the page of what is not there",
    "ways": "leads down the page of a dossier",
    "course": "arranges a whole page",
    "said-noted": "arranges a passage and the notes beside it",
    "checksum": "is a line among facts, which are shown",
    "room": "is not seen: it is where a finger meets a bar",
    "spare": "is not seen: it is what a phone leaves out",
    "is-hint": "comes and goes with what is selected",
    "as-link": "comes and goes with what is selected",
}
"""Classes that no example shows, with the reason."""


def shown():
    texts = [path.read_text(encoding="utf-8") for path in (PAGE, *FRAME)]
    values = (value for text in texts for value in re.findall(r'class="([^"]*)"', text))
    return {name for value in values for name in value.split()}


def styled():
    for path in (ASSETS / "stylesheets").glob("*.css"):
        css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        selectors = (it for it in re.findall(r"([^{}]+)\{", css) if not it.lstrip().startswith("@"))
        yield from (name for it in selectors for name in re.findall(r"\.([a-z_][\w-]*)", it))


def test_it_is_as_the_templates_make_it():
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make components`"


def test_every_class_that_has_a_style_is_shown():
    assert set(styled()) - shown() == set(LEFT_OUT)


@pytest.mark.parametrize(
    "component",
    [it for _, group in GROUPS for it in group if isinstance(it, Written)],
    ids=lambda it: it.name,
)
def test_what_is_written_here_has_the_classes_that_its_script_gives(component):
    scripts = "".join(it.read_text(encoding="utf-8") for it in (ASSETS / "scripts").glob("*.js"))
    templates = REPOSITORY / "hooks/postil/pages/templates"
    made = scripts + "".join(it.read_text(encoding="utf-8") for it in templates.glob("*.html"))
    assert (ASSETS / "scripts" / component.script).is_file()
    for value in re.findall(r'class="([^"]*)"', component.html):
        for name in value.split():
            assert re.search(rf"(?<![\w-]){name}(?![\w-])", made), name


@pytest.mark.parametrize(
    ("html", "classes", "piece"),
    [
        ('<p class="a">x</p><p class="a">y</p>', "a", '<p class="a">x</p>'),
        ('<p class="a b">x</p>', "b", '<p class="a b">x</p>'),
        ('<p class="a"></p><p class="b a">x</p>', "a b", '<p class="b a">x</p>'),
        (
            '\n <div><div\nclass="a"><div>x</div>\n</div></div>',
            "a",
            '<div\nclass="a"><div>x</div>\n</div>',
        ),
    ],
)
def test_a_piece_is_cut_as_it_is_written(html, classes, piece):
    assert cut(html, classes) == piece


def test_no_piece_is_an_error():
    with pytest.raises(LookupError, match="the classes b"):
        cut('<p class="a"></p>', "b")
