"""The pages' own templates: Jinja with every value escaped unless it is markup already."""

from functools import cache
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from postil.text.direction import direction_of


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("postil.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # or each page would look whether a template's file has changed
    )
    environment.globals |= {"in_language": _in_language, "direction_of": direction_of}
    return environment


@cache
def _in_language(language: str) -> Markup:
    """The attributes of an element whose words are in a language, and run its way."""
    return Markup('lang="{}" dir="{}"').format(language, direction_of(language))


def keep_compiled(kept: BytecodeCache) -> None:
    """Has templates taken from there where they lie compiled, and left there where not."""
    _environment().bytecode_cache = kept


def render(template: str, root: str, **values: Any) -> Markup:  # noqa: ANN401 -- whatever a page shows
    """A template filled in. `root` leads from the page to the site's root."""
    return Markup(  # noqa: S704 -- the template has escaped every value
        _environment().get_template(template).render(root=root, **values)
    )


def call(template: str, macro: str, *values: Any) -> Markup:  # noqa: ANN401 -- whatever it shows
    """One macro of a template: for small pieces that are made many thousand times."""
    return Markup(getattr(_module(template), macro)(*values))  # noqa: S704 -- escaped in the macro


@cache
def _module(template: str) -> Any:  # noqa: ANN401 -- Jinja's own, with a template's macros
    return _environment().get_template(template).module
