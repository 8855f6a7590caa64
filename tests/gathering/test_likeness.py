"""How alike texts are that have one source, and texts that have one subject."""

from pathlib import Path

import pytest

from postil.gathering.likeness import NEARLY_THE_SAME, likeness, most_alike, shingles

PAGES = Path(__file__).parent / "pages"


def text_of(name):
    return (PAGES / f"{name}.txt").read_text(encoding="utf-8")


REWORKED = """\
The council of Southport has voted to pay half the cost of a new ferry to Northport.

Fourteen members were in favour and three against, after four hours of debate in which members of
all parties complained that the price of the boat was not known.

"We are signing a cheque and leaving the sum blank," Greta Moll told the Harbour News afterwards.

The mayor, Otto Brandt, told the council that both towns could still withdraw if no yard offered to
build the boat for less than the sum in the budget.

Our reporter counted some two hundred people in the gallery. Many had come from the harbour, and
few of them stayed to the end. A second meeting, on the slipway, has been called for next month.
"""
"""The agency's report as a paper might have it: cut, reworded here and there, with a new end."""

OF_THE_SAME_EVENT = """\
It was past nine when the hands went up in the town hall: fourteen for the ferry, three against.
Southport is going to pay its half of a boat of which nobody knows the price.

That troubled Greta Moll most. "We are signing a cheque and leaving the sum blank," she said.
Otto Brandt, the mayor, reminded members that neither town is bound before the yards have answered,
which three of them are to do by the last day of May.

Across the water the matter was settled a week ago, and nobody spoke against it.
"""
"""Another reporter's own account of the meeting, with one of the quotes that the agency has."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (text_of("agency"), text_of("agency").upper()),
        (text_of("agency"), REWORKED),
        (text_of("agency"), text_of("agency")[:500]),
        (text_of("ukrainian-daily"), text_of("ukrainian-daily").replace("’", "ʼ")),
    ],
)
def test_copy_of_an_agency_is_nearly_the_same_however_it_was_reworked(one, other):
    assert likeness(shingles(one), shingles(other)) >= NEARLY_THE_SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (text_of("agency"), OF_THE_SAME_EVENT),
        (text_of("national-daily"), text_of("broadcaster")),
        (text_of("ukrainian-daily"), text_of("national-daily")),
        (text_of("arabic-paper"), text_of("old-gazette")),
    ],
)
def test_two_reports_on_one_event_and_translations_are_not(one, other):
    assert likeness(shingles(one), shingles(other)) < NEARLY_THE_SAME / 2


def test_a_few_words_are_too_few_to_tell():
    assert likeness(shingles("The boat will carry 40 cars."), shingles(text_of("agency"))) == 0
    assert likeness(shingles("five words and no more"), shingles("five words and no more")) == 0


def test_the_most_alike_of_several_is_found():
    others = [("a", REWORKED), ("b", text_of("agency")), ("c", text_of("live-blog"))]
    assert most_alike(text_of("agency"), others) == ("b", 1.0)
    assert most_alike(text_of("national-daily"), others) is None
