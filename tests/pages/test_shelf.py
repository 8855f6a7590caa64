"""What the leaves of all articles come to, taken together."""

from archives import article, site_of
from postil.model.archive import Target

OTHER = "articles/2024/other.md"


def test_appearances_are_newest_first_and_drafts_and_withdrawn_articles_have_none(archive):
    files = {
        OTHER: article("Anna Berg came.", published="2024"),
        "articles/2026/new.md": article("Anna Berg came.", published="2026"),
        "articles/2026/gone.md": article("Anna Berg came.", published="2026", status="withdrawn"),
        "articles/2026/draft.md": article("Anna Berg came.", published="2026", status="draft"),
    }
    shelf = site_of(archive(files)).composed.shelf
    for dossier in (Target("actors", "anna-berg"), Target("topics", "talks")):
        assert [it.id for it in shelf.appearances[dossier]] == ["new", "vienna", "other"]
