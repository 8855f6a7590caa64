"""From the bytes of a page to its characters, whatever the page says of its encoding.

Pages are wrong about it as often as servers are. UTF-8 is hardly ever read by mistake, so what can
be read as UTF-8 is; only then does anything that was declared count.
"""

import codecs
import re
from collections.abc import Iterator

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?([\w-]+)")
_LOOKED_AT = 4_096
"""Bytes in which a page declares its encoding: browsers look at 1,024."""

_ENCODING = re.compile(
    r"(?:windows|cp)-?125\d|iso-?8859-\d{1,2}|koi8-[ru]|(?:cp|ibm)866|x-mac-cyrillic|gb2312|gbk"
    r"|gb18030|big5|euc-(?:jp|kr)|shift_jis|us-ascii|latin-?1"
)
"""Encodings of web pages. Python knows others, some of which take their time."""

_WIDER = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-mac-cyrillic": "mac_cyrillic",
}
"""What browsers read in the place of what is declared."""

_SAMPLE = 5_000
"""Bytes from either end by which an encoding that nothing declares is guessed."""


def page_text(data: bytes, declared: str | None = None) -> str:
    """The characters of a page; `declared` is the encoding that the server named, if it did."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for encoding in _candidates(data, declared):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("windows-1252", "replace")


def _candidates(data: bytes, declared: str | None) -> Iterator[str]:
    yield "utf-8"
    found = _DECLARED.search(data[:_LOOKED_AT].lower())
    for name in (declared, found and found[1].decode("ascii", "replace")):
        label = (name or "").strip().lower()
        if _ENCODING.fullmatch(label):
            yield _WIDER.get(label, label)
    if guess := _guessed(data):
        yield guess


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- of the extra `web`

    best = from_bytes(data[:_SAMPLE] + data[-_SAMPLE:]).best()
    return best.encoding if best else None
