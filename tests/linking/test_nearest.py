"""What is suggested in place of words that are gone: whole words, with the signs of the quote."""

import pytest

from postil.linking.nearest import nearest_stretch
from postil.text.folding import fold

TEXT = """\
There was no deal until there was a deal.

No paper was issued. “What had been discussed,” he said, became known later. In 2025 it cost 1,500.\
"""


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["No document was issued."], "No paper was issued."),
        (["No document was issued"], "No paper was issued"),
        (["no deal until there is a deal"], "no deal until there was a deal"),
        (["“What has been discussed,” he said"], "“What had been discussed,” he said"),
        (["It cost 1,600"], "it cost 1,500"),
        (
            ["No document was issued.", "known later."],
            TEXT[TEXT.index("No p") : TEXT.index(" In 2")],
        ),
        (["the boats leave", "at noon"], None),
        (["the boats leave at noon"], None),
        (["“”"], None),
    ],
)
def test_the_nearest_words_are_whole_and_have_no_signs_of_their_neighbours(parts, expected):
    found = nearest_stretch(fold(TEXT), parts)
    assert (found and TEXT[found.start : found.end]) == expected
