"""The frame around archive pages, rendered once for pages alike and then filled in.

Masthead, styles and footer of an archive page depend on what kind of page it is, on how deep it
lies and in which part of the site, and on nothing else. To render Material's template for every
page of an archive would take longer than to compose them.
"""

from copy import copy
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, Template, TemplateNotFound
from mkdocs.structure.pages import Page as MkDocsPage

FRAME = "postil-frame"
"""The template that archive pages name."""

_TEMPLATE = "main.html"
_SLOTS = ("title", "content", "canonical_url", "edit_url")
_DESCRIPTION = "description"


def install_frame(env: Environment, policy: str) -> None:
    """Lets pages of an environment name `FRAME` as their template, and gives them their policy."""
    env.globals["content_security_policy"] = policy
    assert env.loader is not None  # noqa: S101 -- MkDocs' environments have one
    env.loader = ChoiceLoader([_FrameLoader(), env.loader])


class _FrameLoader(BaseLoader):
    """Gives the frame where its name is asked for, and leaves all else to the next loader."""

    def load(self, environment: Environment, name: str, globals: Any = None) -> Any:  # noqa: A002, ANN401, ARG002 -- Jinja's interface
        if name != FRAME:
            raise TemplateNotFound(name)
        return _Frame(environment.get_template(_TEMPLATE))


class _Frame:
    """What Jinja takes for a template: renders the real one once for pages alike."""

    is_up_to_date = True

    def __init__(self, template: Template) -> None:
        self.globals = template.globals
        self._template = template
        self._rendered: dict[tuple[object, ...], list[str]] = {}

    def render(self, context: dict[str, Any]) -> str:
        """The page in its frame."""
        page: MkDocsPage = context["page"]
        alike = _alike(page)
        if alike not in self._rendered:
            hollow = self._template.render({**context, "page": _hollow(page)})
            self._rendered[alike] = hollow.split(_MARK)
        values = _values(page)
        pieces = self._rendered[alike]
        return "".join(
            piece if index % 2 == 0 else values[piece] for index, piece in enumerate(pieces)
        )


_MARK = "\0"
"""Around the name of a slot in a hollow page. No contributed text can hold it."""


def _alike(page: MkDocsPage) -> tuple[object, ...]:
    """What the frame of a page depends on."""
    values = _values(page)
    return (
        page.meta["archive"],
        page.url.count("/"),
        page.url.partition("/")[0],
        *(bool(values[slot]) for slot in values),
    )


def _values(page: MkDocsPage) -> dict[str, str]:
    values = {slot: getattr(page, slot) or "" for slot in _SLOTS}
    return {**values, _DESCRIPTION: page.meta[_DESCRIPTION]}


def _hollow(page: MkDocsPage) -> MkDocsPage:
    """The page with slots in the place of all that is its own."""
    hollow = copy(page)
    for slot, value in _values(page).items():
        mark = f"{_MARK}{slot}{_MARK}" if value else ""
        if slot == _DESCRIPTION:
            hollow.meta = {**page.meta, slot: mark}
        else:
            setattr(hollow, slot, mark)
    return hollow
