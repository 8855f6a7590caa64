"""How a text begins, for places that have no room for all of it."""

_ROOM = 4
"""Characters looked at for each one shown: white space that is folded takes some."""


def opening(text: str, most: int) -> str:
    """The whole words that a text begins with, on one line, in `most` characters.

    `…` says that it goes on, and comes on top. Of one word longer than that, its beginning.
    """
    line = " ".join(text[: _ROOM * most].split())
    if len(line) <= most and len(text) <= _ROOM * most:
        return line
    head, _, _ = line[: most + 1].rpartition(" ")
    return f"{(head or line[:most]).rstrip(' .,;:')}…"
