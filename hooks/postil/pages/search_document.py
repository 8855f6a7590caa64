"""An entry of the search as Pagefind reads it: a lean document of its own, and not the site's page.

So notes are results of their own, and the theme's markup has no say in the search.
"""

from functools import cache

from markupsafe import Markup

from postil.pages.page import SearchEntry
from postil.text.folding import folded


def search_document(entry: SearchEntry) -> Markup:
    """The words of an entry, and behind them what is told of them.

    Its address is the document's path: as a detail it would be searched, and `articles` would
    find every article. The title and further names are details, for those are searched with a
    weight of their own. The words are folded, since Pagefind takes a typographic mark for a part
    of the word beside it, a rare word therefore, and ranks that far above the plain word. What
    has no words but its title gets those, for Pagefind leaves out a document without any.
    """
    names = dict.fromkeys((entry.title, *entry.names)) if entry.names else ()
    details = {"title": entry.title, "names": " / ".join(names), **entry.details}
    facets = {"language": (entry.language,), **entry.facets}
    told = [
        *(_told("meta", name, value) for name, value in details.items() if value),
        *(_told("filter", name, value) for name, values in facets.items() for value in values),
    ]
    return Markup(
        "<!doctype html><html><head><title></title></head>"
        "<body data-pagefind-body><p>{}</p><div data-pagefind-ignore>{}</div></body></html>"
    ).format(folded(entry.text.strip() or entry.title), Markup().join(told))


@cache
def _told(what: str, name: str, value: str) -> Markup:
    return Markup('<span data-pagefind-{}="{}">{}</span>').format(what, name, value)
