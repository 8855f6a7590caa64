"""An archive to propose to, of texts in which words are hard to find again."""

from archives import ACTOR, ARTICLE, MINIMAL, actor, article, note

CROSSED = """\
Anna Berg opened **the *first* round** of [the talks](https://example.org/) in Vienna.
She said that no text had been agreed. Anna Berg left on Friday.

The talks go on for 30 days. The talks go on."""

NASTY = """\
## Fish &amp; chips, `<b>` and 3 < 5

A no\u00a0break space, a soft\u00adhyphen, an accent in two: cafe\u0301, a flag
\U0001f1fa\U0001f1e6 and 👩‍👧.
A hard line  \nbreak, `code  with   spaces` and a [link with *emphasis*](https://example.org/a).

> A quotation of “two”
>
> paragraphs, in which *Anna Berg* is named.

- one
- two
    - two and a half
- three

    with a paragraph

1. first
2. second

| Side | Says |
| ---- | ---- |
| A    | yes  |
| B    |      |

    verbatim   text
      of two lines

***

שלום עולם, مرحبا بالعالم, and back. 1,500 pages; 30 000 men; −5 % of it."""

LONG = "\n\n".join(
    f"Paragraph {number} says what no other one says, in about as many words as they all have."
    for number in range(1, 61)
)

AGAIN = "Again. " * 1_200

CYRILLIC = """\
Переговори тривають уже тридцять днів, і жодного тексту не погоджено. Сторони не назвали дати.

Сторони не назвали дати. Наступна зустріч буде у Відні."""

ARCHIVE = {
    **MINIMAL,
    ACTOR: actor("She leads the *mission* in Lorn."),
    ARTICLE: article(CROSSED),
    "articles/2025/vienna.notes/over.md": note(quote="said that no text had"),
    "articles/2025/vienna.notes/round.md": note(quote="first round of the talks"),
    "articles/2025/nasty.md": article(NASTY),
    "articles/2025/nasty.notes/two.md": note(quote="“two”\n\nparagraphs"),
    "articles/2025/long.md": article(LONG),
    "articles/2025/again.md": article(AGAIN),
    "articles/2025/cyrillic.md": article(CYRILLIC, lang="uk"),
    "docs/index.md": "# Home\n",
    "docs/contributing/index.md": "# The guide\n",
}

ELSEWHERE = """\
<!doctype html><html lang="en-GB"><head><title>Ferry – Coast News</title>
<meta property="og:title" content="Two councils *agree*: a ferry & a fare">
<meta property="og:site_name" content="Coast News">
<meta property="article:published_time" content="2025-03-10T17:42:00Z">
<link rel="canonical" href="https://coast.example/ferry"></head>
<body><p id="words">1. The *fare* is &lt; 3_000.</p></body></html>"""
"""An article on another site."""

HARBOUR = {
    "actor": {
        "Name": "Ada Novak",
        "What it is": "Person",
        "Who or what": "Speaks: for #1 of two “councils”",
        "Other names": "A. Novak\nNovak of Northport",
        "Wikidata": "Q42",
    },
    "topic": {"Name": "Ferries", "What it covers": "no"},
    "analyst": {"Name": "Ada: Novak", "Where": "- nowhere", "Interests": "[none]"},
    "article": {
        "Title": "Два порти: ferry 2025",
        "Published": "2025-03-10",
        "Outlet": "null",
        "Address": "https://harbour.example/a?b=c#d",
        "Talks": True,
        "What the text below is": "digest",
        "Kind": "analysis",
        "Language": "uk",
        "Text": "Ada Novak said so.\n\nAnd no more.",
    },
}
"""What is answered in each form, by the labels of its fields."""
