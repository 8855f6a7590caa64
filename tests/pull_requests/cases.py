"""Pull requests of each kind: what lies where they begin, and what they lay over it."""

from archives import MINIMAL, Files, actor, article, note, topic

FOLDER = "articles/2025"
VIENNA, ROAD = f"{FOLDER}/vienna.md", f"{FOLDER}/road.md"
NOTE, COST = f"{FOLDER}/vienna.notes/first.md", f"{FOLDER}/road.notes/cost.md"
BERG, TALKS, WAR = "docs/actors/anna-berg.md", "docs/topics/talks.md", "docs/topics/war.md"

ROAD_TEXT = """\
The road to the harbour opens again. It cost 30 million.

Anna Berg drove along it. Nobody knows what it will carry."""
NINE = {
    f"{FOLDER}/day-{day}.md": article(
        f"On day {day} Berg said little.\n\nThe talks went on." + " Berg left." * (day > 4),
        title=f"Day {day}",
    )
    for day in range(1, 10)
}

BASE: Files = (
    MINIMAL
    | NINE
    | {
        ROAD: article(ROAD_TEXT, title="The road opens"),
        COST: note("It was planned at ten.", quote="It cost 30 million."),
        WAR: topic("What came before.", name="War"),
    }
)
"""Eleven articles, two of them with a note, an actor and two topics, and nothing wrong in them."""

HOSTILE = (
    "@maintainer closes #1 `x` **b** <img src=//e.example/x> [l](//e.example) | ``` $a$ :bomb: "
    "\u05d0\u05d1 https://e.example"
)
"""A title that would do much, were it read as Markdown."""

CASES: dict[str, Files] = {
    "good-article": {
        f"{FOLDER}/bridge.md": article(
            "Anna Berg opened a bridge.", title="A bridge opens", actors=["anna-berg"]
        ),
        f"{FOLDER}/bridge.notes/late.md": note("It was late.", quote="opened a bridge"),
    },
    "typo-in-an-actor": {
        f"{FOLDER}/bridge.md": article("A bridge opened.", title="A bridge", actors=["ana-berg"])
    },
    "note-on-words-that-are-gone": {
        f"{FOLDER}/vienna.notes/second.md": note("They did.", quote="the ministers signed a treaty")
    },
    "renamed-article": {
        ROAD: None,
        COST: None,
        f"{FOLDER}/harbour-road.md": article(ROAD_TEXT, title="The road opens", redirects=["road"]),
        f"{FOLDER}/harbour-road.notes/cost.md": BASE[COST],
    },
    "renamed-and-not-redirected": {
        ROAD: None,
        COST: None,
        f"{FOLDER}/harbour-road.md": BASE[ROAD],
        f"{FOLDER}/harbour-road.notes/cost.md": BASE[COST],
    },
    "two-notes-on-one-passage": {
        f"{FOLDER}/vienna.notes/second.md": note("I had.", reply_to="first"),
        f"{FOLDER}/vienna.notes/third.md": note("Nor had we."),
    },
    "binary-file": {
        f"{FOLDER}/photo.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
        f"{FOLDER}/scan.md": b"\x89PNG\r\n\x1a\n\x00\x00",
    },
    "article-of-3-mb": {f"{FOLDER}/long.md": article("A long road. " * 240_000)},
    "alias-that-links-much": {BERG: actor(aliases=["Berg"])},
    "moved-note": {
        NOTE: None,
        f"{FOLDER}/road.notes/first.md": note(quote="Nobody knows what it will carry"),
    },
    "topic-with-another-parent": {TALKS: topic(parent="war")},
    "withdrawn-article": {ROAD: article(ROAD_TEXT, title="The road opens", status="withdrawn")},
    "words-under-a-note": {
        ROAD: article(ROAD_TEXT.replace("30 million", "40 million"), title="The road opens"),
        COST: note("It was planned at ten.", quote="It cost 40 million."),
    },
    "only-form": {
        ROAD: (
            "---\r\ntopics:\r\n  # filed under\r\n  - talks\r\nsource:\r\n  outlet: The Courier"
            "\r\ntitle: 'The road opens'\r\npublished: 2025-03-04\r\n---\r\n\r\n"
            + ROAD_TEXT.replace(" It cost", "\r\nIt cost").replace("\n\n", "\r\n\r\n\r\n")
            + "\r\n\r\n"
        )
    },
    "draft": {f"{FOLDER}/bridge.md": article("A bridge.", title="A bridge", status="draft")},
    "hostile-title": {f"{FOLDER}/bridge.md": article("A bridge.", title=HOSTILE)},
    "actor-gone": {BERG: None},
}
