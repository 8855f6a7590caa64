"""Front matter as people and programs write it: every style, with comments in every position."""

import json
from dataclasses import dataclass, field

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        *["ferry", "слово", "کتاب‌ها", "東京", "N'Djamena", "a: b", "point #4", "- x", "# no", "No"],
        *[
            "2025",
            "1e3",
            "0x1f",
            "true",
            "~",
            "null",
            "2025-12-17",
            "12:30",
            "",
            " edge ",
            "é\u00a0!",
        ],
        *["?x", "-x", ":x", "/x", "'", '"', "{a}", "[b]", "*a", "&b", "%", "@", "`", "two\nlines"],
        *[
            "one\n\ntwo\n",
            "ends\n",
            "word " * 30 + "end",
            "https://example.org/" + "x" * 100,
            "=",
            "<<",
        ],
        *["...", "---", "a\tb", "\\", "|", ">", "y, z", "key:", "😀"],
    ]
)
KEYS = [
    *[
        "title",
        "name",
        "published",
        "source",
        "topics",
        "actors",
        "never",
        "weak_aliases",
        "country",
    ],
    *["names", "aliases", "positions", "relations", "redirects", "x-desk", "x-a", "wrong", "quote"],
    *["url", "outlet", "role", "org", "id", "exact", "related", "uk", "no", "2025"],
]


@dataclass
class _Writer:
    """Writes with choices drawn, and counts the comments that it wrote."""

    draw: st.DrawFn
    comments: int = 0
    lines: list[str] = field(default_factory=list)

    def chance(self, of: int) -> bool:
        return self.draw(st.integers(1, of)) == 1

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}e" + self.draw(
            st.sampled_from(["", " 'x'", ": y", " # z", " й"])
        )

    def behind(self) -> str:
        return f" {self.comment()}" if self.chance(4) else ""

    def between(self, indent: int) -> None:
        while self.chance(4):
            deeper = self.draw(st.sampled_from([0, 0, 0, 1, 2]))
            self.lines.append(" " * (indent + deeper) + self.comment())
            if self.chance(3):
                self.lines.append(self.draw(st.sampled_from(["", "  "])))
        if self.chance(5):
            self.lines.append("")

    def scalar(self, sign: str, indent: int) -> None:
        """A text behind a sign: `key:` or `-`."""
        text = self.draw(WORDS)
        margin = " " * (indent + self.draw(st.sampled_from([1, 2, 4])))
        style = self.draw(st.sampled_from(["plain", "single", "double", "block", "below"]))
        if style == "plain":
            plain = self.draw(
                st.sampled_from(["a b", "30", "true", "слово", "2025-01-02", "/x", ""])
            )
            self.lines.append(f"{sign} {plain}".rstrip())
        elif style == "single" and "\n" not in text:
            quoted = text.replace("'", "''")
            self.lines.append(f"{sign} '{quoted}'{self.behind()}")
        elif style == "block" and text.strip("\n") == text.strip() != "":
            head = self.draw(st.sampled_from(["|", ">", "|-", ">-", "|+", ">+"]))
            self.lines.append(f"{sign} {head}{self.behind()}")
            self.lines += [f"{margin}{line}".rstrip() for line in text.split("\n")]
        elif style == "below":
            self.lines.append(f"{sign}{self.behind()}")
            self.between(indent + 1)
            self.lines.append(f"{margin}{json.dumps(text)}{self.behind()}")
        else:
            self.lines.append(f"{sign} {json.dumps(text, ensure_ascii=False)}{self.behind()}")

    def flow(self, depth: int) -> str:
        kind = self.draw(st.sampled_from(["text", "text", "list", "map"])) if depth else "text"
        gap = self.gap
        if kind == "list":
            items = [self.flow(depth - 1) for _ in range(self.draw(st.integers(0, 3)))]
            return "[" + gap() + ("," + gap()).join(f"{item}{gap()}" for item in items) + "]"
        if kind == "map":
            keys = self.draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=3))
            pairs = [f"{key}: {self.flow(depth - 1)}{gap()}" for key in keys]
            return "{" + gap() + ("," + gap()).join(pairs) + "}"
        return json.dumps(self.draw(WORDS), ensure_ascii=False)

    def gap(self) -> str:
        """White space within brackets, with a comment or without."""
        if self.chance(6):
            return f" {self.comment()}\n          "
        return self.draw(st.sampled_from(["", " ", "\n          "]))

    def value(self, sign: str, indent: int, depth: int) -> None:
        kind = self.draw(st.sampled_from(["text", "text", "list", "map", "flow"]))
        if depth == 0 or kind == "text":
            self.scalar(sign, indent)
        elif kind == "flow":
            self.lines += f"{sign} {self.flow(2)}{self.behind()}".split("\n")
        else:
            self.lines.append(f"{sign}{self.behind()}")
            within = indent + self.draw(st.sampled_from([2, 2, 3, 4]))
            if kind == "list" and sign.endswith(":"):
                within = indent + self.draw(st.sampled_from([0, 2, 4]))
            self.block(kind, within, depth - 1)

    def block(self, kind: str, indent: int, depth: int) -> None:
        if kind == "list":
            for _ in range(self.draw(st.integers(1, 4))):
                self.between(indent)
                self.value(" " * indent + "-", indent, depth)
        else:
            for key in self.draw(
                st.lists(st.sampled_from(KEYS), unique=True, min_size=1, max_size=4)
            ):
                self.between(indent)
                self.value(" " * indent + f"{key}:", indent, depth)
        self.between(indent)


@st.composite
def front_matters(draw: st.DrawFn) -> str:
    """Lines of front matter without its fences.

    Each comment has a word of its own: `c1e`, `c2e`. A few are read as parts of a text above them.
    """
    writer = _Writer(draw)
    writer.block("map", 0, 3)
    return "\n".join(writer.lines) + "\n"
