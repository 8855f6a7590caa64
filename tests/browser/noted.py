"""An archive whose articles carry many notes, long notes, and words that run from the right."""

from archives import MINIMAL, REPOSITORY, analyst, article, note

CROWD, ARABIC, MIXED, BOOK = "crowd", "arabic", "mixed", "book"
NOTES = 40

_SENTENCE = "On day {n} the delegates of both sides met in Vienna and spoke for {n} hours."
_LONG_NOTE = "The delegates had met before, and neither side told what was said. " * 6
_KINDS = ("context", "assessment", "correction", "question", "forecast")

_CROWD_TEXT = "\n\n".join(_SENTENCE.format(n=n) for n in range(1, NOTES - 4))
_ARABIC_TEXT = """\
افتتحت آنا بيرغ المحادثات في فيينا. وقالت إنه لم يُتفق على أي نص.

تستمر المحادثات ثلاثين يوما."""


def _on_crowd(number):
    """Six notes stand on the first sentence, and one on each of the others."""
    said = max(1, number - 4)
    return note(
        _LONG_NOTE if number % 2 else "Nobody had expected one.",
        quote=f"On day {said} the delegates of both sides met in Vienna",
        kind=_KINDS[number % len(_KINDS)],
        by="ida" if number % 4 == 0 else "ivo",
        sources=["vienna"],
        confidence="high",
    )


def _path(target, id_):
    return f"articles/2025/{target}.notes/{id_}.md"


ARCHIVE = (
    MINIMAL
    | {
        "mkdocs.yml": None,
        "docs/index.md": "# Home\n",
        "docs/analysts/ida.md": analyst(name="Ida Lund"),
        "articles/2025/crowd.md": article(_CROWD_TEXT, title="Forty notes"),
        "articles/2025/arabic.md": article(_ARABIC_TEXT, title="محادثات في فيينا", lang="ar"),
        "articles/2025/mixed.md": article(
            f"She wrote this.\n\n{_ARABIC_TEXT}", title="In two scripts"
        ),
        "articles/2025/book.md": article(
            _CROWD_TEXT + "\n\n" + "A long day. " * 500, title="A book"
        ),
        _path(ARABIC, "text"): note(quote="لم يُتفق على أي نص"),
        _path(ARABIC, "answer"): note("It was.", quote="لم يُتفق على أي نص", reply_to="text"),
    }
    | {_path(CROWD, f"n{number}"): _on_crowd(number) for number in range(NOTES)}
)


def mkdocs_yml():
    """The settings of the shipped archive, without its pages by hand and without a search."""
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    config = config[: config.index("nav:")] + config[config.index("exclude_docs:") :]
    return config.replace("search: true", "search: false")


def address(id_):
    return f"articles/2025/{id_}/"
