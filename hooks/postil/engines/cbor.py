"""As much of CBOR (RFC 8949) as it takes to rearrange a value: where its parts begin and end."""

_BYTES, TEXT, ARRAY, _MAP, _TAG = 2, 3, 4, 5, 6
"""The kinds of CBOR value that have something inside or behind their head."""

_INLINE, _WIDTHS = 24, (1, 2, 4, 8)
"""Smaller numbers stand in a head's first byte; others behind it, in so many bytes."""


def text(content: str) -> bytes:
    """A text, encoded."""
    encoded = content.encode()
    return head_of(TEXT, len(encoded)) + encoded


def text_of(encoded: bytes) -> str:
    """An encoded text, decoded."""
    _, length, start = head_at(encoded, 0)
    return encoded[start : start + length].decode()


def array(items: list[bytes]) -> bytes:
    """An array of encoded items, encoded."""
    return head_of(ARRAY, len(items)) + b"".join(items)


def head_of(kind: int, count: int) -> bytes:
    """The head of a value of that kind, with the number in it."""
    if count < _INLINE:
        return bytes([kind << 5 | count])
    step, width = next((n, width) for n, width in enumerate(_WIDTHS) if count < 1 << 8 * width)
    return bytes([kind << 5 | _INLINE + step]) + count.to_bytes(width, "big")


def split(encoded: bytes) -> tuple[bytes, list[bytes]]:
    """The head of an encoded array, and each of its items, encoded."""
    _, count, at = head_at(encoded, 0)
    head, items = encoded[:at], []
    for _ in range(count):
        end = end_of(encoded, at)
        items.append(encoded[at:end])
        at = end
    return head, items


def end_of(data: bytes, at: int) -> int:
    """Where the value ends that begins at `at`."""
    kind, count, at = head_at(data, at)
    if kind in {_BYTES, TEXT}:
        return at + count
    within = {ARRAY: count, _MAP: 2 * count, _TAG: 1}.get(kind, 0)
    for _ in range(within):
        at = end_of(data, at)
    return at


def head_at(data: bytes, at: int) -> tuple[int, int, int]:
    """A value's kind, the number in its head, and where its head ends."""
    kind, count = data[at] >> 5, data[at] & 31
    at += 1
    if count < _INLINE:
        return kind, count, at
    width = 1 << (count - _INLINE)
    return kind, int.from_bytes(data[at : at + width], "big"), at + width
