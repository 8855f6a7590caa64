"""An address for each kind of page that the site has."""

ARTICLE = "articles/2025/moscow-foreign-troops-negotiable/"
ACTOR = "actors/dmitry-peskov/"

KINDS = {
    "home": "",
    "article": ARTICLE,
    "actor": ACTOR,
    "topic": "topics/security-guarantees/",
    "actor-in-a-year": "actors/vladimir-putin/2025/",
    "outlet": "actors/reuters/",
    "analyst": "analysts/editors/",
    "analysts": "analysts/",
    "notes": "notes/",
    "articles": "articles/",
    "timeline": "timeline/",
    "articles-of-a-year": "articles/2025/",
    "actors": "actors/",
    "topics": "topics/",
    "search": "search/",
    "search-with-results": "search/?q=Zelensky",
    "search-without-results": "search/?q=qqqqqq&kind=Note",
    "corrections": "corrections/",
    "data": "data/",
    "contribute": "contribute/",
    "hand-written": "method/",
    "guide": "contributing/diagnostics/",
    "guide-with-tables": "contributing/records/",
    "components": "contributing/components/",
}


def is_ready(page):
    """Waits until a search that the address asks for is answered."""
    if "q=" in page.url:
        page.get_by_role("status").filter(has_text="result").wait_for()
