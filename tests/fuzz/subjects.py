"""What is fuzzed: each subject takes texts and asserts what must hold whatever they are.

A subject's parameters are the texts it wants. What the program refuses to read (`tangled-text`,
values that a record may not have) is no failure.
"""

import re
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from made_up import actors_of, declaring

from archives import ACTOR, ARTICLE, MINIMAL, NOTE, actor, article, made_of, note, write
from html_reading import read_html
from postil.diagnostics.diagnostic import Diagnostic, as_text, has_errors
from postil.linking.anchors import STANDING, Searched, resolve
from postil.linking.lexicon import build_lexicon
from postil.linking.mentions import name_actors
from postil.markup.html import to_html
from postil.markup.stretches import Marked, Named
from postil.markup.weave import weave
from postil.model.records import Quotation
from postil.model.values import HIDDEN, MAX_CONTEXT_LENGTH, MAX_WORDS_LENGTH
from postil.reading.decode import decode
from postil.reading.discover import RecordFile
from postil.reading.records import parse
from postil.text.document import VOID, Close, Document, Open, Text, read_document
from postil.text.effort import tangle
from postil.text.folding import fold, folded
from postil.text.sentences import Span, sentences

ELEMENTS = frozenset(
    """
    a blockquote br code em h1 h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul
    """.split()  # noqa: SIM905 -- reads as words
)
LONGEST_LINE = 2_000
"""Characters of one diagnostic's line."""

KINDS = ("article", "actor", "topic", "analyst", "note")


def reading(text: str) -> None:
    """Bytes become a record or diagnostics, one bounded line each."""
    data = text.encode("utf-8", "surrogateescape")
    decoded = decode(data, "x.md")
    if isinstance(decoded, Diagnostic):
        _check_line(decoded)
        return
    for written in (decoded, f"---\n{decoded}\n---\n\nWords.\n"):
        for kind in KINDS:
            record, faults = parse(written, RecordFile("x.md", kind))
            assert (record is None) == has_errors(faults)
            for fault in faults:
                _check_line(fault)


def folding(text: str) -> None:
    """Folding twice is folding once, and each character leads back to where it came from."""
    text = _shown(text)
    form = fold(text)
    assert len(form.text) == len(form.starts) == len(form.ends)
    assert folded(form.text) == form.text
    previous = (0, 0)
    for start, end in zip(form.starts, form.ends, strict=True):
        assert previous[0] <= start < end <= len(text)
        assert previous[1] <= end
        previous = start, end
    edges = [at for at in range(1, len(form.text)) if form.starts[at] != form.starts[at - 1]]
    for at in edges[:: len(edges) // 20 + 1]:
        upto = edges[min(len(edges) - 1, edges.index(at) + 5)]
        if at < upto:
            start, end = form.span(at, upto)
            assert folded(text[start:end]).strip() == form.text[at:upto].strip()


def markdown(text: str) -> None:
    """Nodes are well nested, from the allow-list, and show the plain text."""
    document = _document(text)
    if document:
        _check_nodes(document)
        _check_html("".join(to_html(document.nodes, "./")), document)


def splitting(text: str) -> None:
    """Sentences stand in order, and nothing but white space stands between them."""
    text = _shown(text)
    position = 0
    for span in sentences(text, "en"):
        assert not text[position : span.start].strip()
        assert span.start < span.end <= len(text)
        position = span.end
    assert not text[position:].strip()


def naming(text: str, names: str) -> None:
    """Mentions stand in order, apart, on words that fold to a name on record."""
    document = _document(text)
    words = [name for name in _shown(names).split("\n") if name.strip()][:2_000]
    if document is None or not words:
        return
    lexicon = build_lexicon(actors_of(words), "en")
    naming = name_actors(document, declaring({words[0][:MAX_WORDS_LENGTH]: "x0"}), lexicon)
    position = 0
    for mention in naming.mentions:
        assert position <= mention.span.start < mention.span.end <= len(document.plain)
        assert document.plain[mention.span.start : mention.span.end] == mention.words
        position = mention.span.end


def anchoring(text: str, quote: str, prefix: str, suffix: str) -> None:
    """A note that stands, stands on its own words."""
    text = _shown(text)
    quotation = Quotation(
        exact=_shown(quote)[:MAX_WORDS_LENGTH],
        prefix=prefix[:MAX_CONTEXT_LENGTH],
        suffix=suffix[:MAX_CONTEXT_LENGTH],
    )
    anchor = resolve(quotation, Searched(text))
    if anchor.state not in STANDING:
        assert anchor.span is None
        return
    assert anchor.span is not None
    found = text[anchor.span.start : anchor.span.end]
    parts = [folded(part) for part in re.split(r"\[(?:…|\.\.\.)\]", quotation.exact)]
    assert folded(found).startswith(next(filter(None, parts)))
    assert folded(found).endswith(next(filter(None, reversed(parts))))


def weaving(text: str, cuts: str) -> None:
    """Passages and mentions, wherever they stand, leave the text as it was."""
    document = _document(text)
    if document is None or not document.plain:
        return
    offsets = [(ord(char) * 7919 + 31 * at) % len(document.plain) for at, char in enumerate(cuts)]
    pairs = [sorted(pair) for pair in pairwise(offsets[:201])]
    marked = [
        Marked(f"n{index}", index + 1, "context", None, ("ivo",), Span(start, end))
        for index, (start, end) in enumerate(pairs)
        if start < end
    ]
    ends = sorted({*offsets[:400]})
    named = [
        Named("x", Span(start, end), f"mention-x-{start}", "/actors/x/")
        for start, end in zip(ends[::2], ends[1::2], strict=False)
    ]
    blocks = weave(document, marked, named, lambda _: None)
    html = "".join(to_html(block.nodes, "./") for block in blocks)
    read = read_html(html)
    assert read.misnested == []
    assert read.text == "".join(n.text for n in document.nodes if isinstance(n, Text))
    assert {element.name for element in read.elements} <= ELEMENTS | {"mark", "span"}


def archive(body: str, remark: str, quote: str, name: str, title: str) -> None:
    """A small archive of it is told about, or becomes pages that are well formed."""
    quote, name, title = (
        " ".join(_shown(it).split())[:MAX_WORDS_LENGTH] for it in (quote, name, title)
    )
    files = {
        ARTICLE: article(body, title=title).encode("utf-8", "surrogateescape"),
        NOTE: note(_shown(remark), quote=quote),
        "articles/2025/vienna.notes/second.md": note(whole=True, quote=None, reply_to="first"),
        ACTOR: actor(_shown(name), name=name, aliases=[title]),
    }
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, MINIMAL | files)
        made = made_of(root)
    for fault in made.composed.diagnostics:
        _check_line(fault)
    for page in made.pages.values():
        html = read_html(page.html)
        assert html.misnested == [], page.address
        ids = html.values("id")
        assert len(ids) == len(set(ids)), page.address
        for element in html.elements:
            assert element.name not in {"script", "style", "iframe", "object", "embed", "base"}
            assert not any(name.startswith("on") for name in element.attributes)
            href = element.attributes.get("href", "")
            assert not re.match(r"[\x00-\x20]*(javascript|data|vbscript):", href, re.IGNORECASE)


SUBJECTS: dict[str, Callable[..., None]] = {
    subject.__name__: subject
    for subject in (reading, folding, markdown, splitting, naming, anchoring, weaving, archive)
}


def _check_line(fault: Diagnostic) -> None:
    line = as_text(fault)
    assert len(line) <= LONGEST_LINE, len(line)
    assert line.isprintable()
    assert fault.place.line >= 1
    assert fault.place.column >= 1


def _shown(text: str) -> str:
    """A text without what no file may hold."""
    return re.sub(r"[\ud800-\udfff]|\r", "", HIDDEN.sub("", text))


def _document(text: str) -> Document | None:
    """The document of what a file could hold, unless it is refused."""
    body = _shown(text)
    return None if tangle(body) is not None else read_document(body)


def _check_nodes(document: Document) -> None:
    within = []
    for node in document.nodes:
        match node:
            case Text():
                assert document.plain.startswith(node.text, node.start)
            case Open():
                assert node.name in ELEMENTS, node.name
                within += [node.name] if node.name not in VOID else []
            case Close():
                assert within.pop() == node.name
    assert not within


def _check_html(html: str, document: Document) -> None:
    read = read_html(html)
    assert read.misnested == []
    assert read.text == "".join(n.text for n in document.nodes if isinstance(n, Text))
    for address in read.values("href"):
        assert not re.match(r"[\x00-\x20]*(javascript|data|vbscript):", address, re.IGNORECASE)
