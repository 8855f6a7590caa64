"""Ids that are suggested for new records; a person may rename them until they are published."""

from collections.abc import Container, Iterator
from itertools import count

from slugify import slugify

from postil.model.values import is_record_id

_LONGEST = 40
"""Characters of a suggested id: half of what an id may have."""

_LOOKED_AT = 200
"""Characters of a text that an id is made of."""


def suggested_id(words: str, otherwise: str, taken: Container[str]) -> str:
    """An id made of the first words, or of `otherwise` where they give none, that is not taken."""
    slug = slugify(words[:_LOOKED_AT], max_length=_LONGEST, word_boundary=True, save_order=True)
    stem = slug if is_record_id(slug) else otherwise
    return next(id_ for id_ in _numbered(stem) if id_ not in taken)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    for number in count(2):
        yield f"{stem}-{number}"
