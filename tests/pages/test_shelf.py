"""What the leaves of all articles come to, taken together."""

from archives import ARTICLE, NOTE, actor, article, site_of
from postil.model.archive import Target

OTHER = "articles/2024/other.md"
TOM = "docs/actors/tom.md"


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


def test_those_named_together_are_counted_by_article(archive):
    files = {
        TOM: actor(name="Tom Lee"),
        ARTICLE: article("Anna Berg came. Tom Lee came too. Anna Berg left."),
        NOTE: None,
        OTHER: article("Tom Lee met Anna Berg. Tom Lee left."),
        "articles/2024/alone.md": article("Tom Lee."),
    }
    shelf = site_of(archive(files)).composed.shelf
    assert shelf.named_together(Target("actors", "anna-berg")) == {"anna-berg": 2, "tom": 2}
