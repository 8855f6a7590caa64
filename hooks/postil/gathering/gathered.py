"""What a web page says of the article on it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """Why a page gives no article: one sentence without a full stop, and what to do instead."""

    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.message}; {self.remedy}"


@dataclass(frozen=True)
class Copy:
    """A copy in a web archive: its address, and when it was made, as EDTF."""

    url: str
    at: str


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """An article as its page gives it; `None` or nothing where the page does not say.

    `published` and `updated` are EDTF, `lang` is a BCP 47 tag, `text` is Markdown. `is_walled` says
    that the page calls itself not free to read, so that its text may be a beginning only.
    """

    title: str | None = None
    published: str | None = None
    updated: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    lang: str | None = None
    url: str | None = None
    archived: tuple[Copy, ...] = ()
    text: str = ""
    is_walled: bool = False
