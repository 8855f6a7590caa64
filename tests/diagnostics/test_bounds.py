"""What is told is bounded, and nothing looks better for it."""

from hypothesis import given
from hypothesis import strategies as st

from postil.diagnostics.bounds import MOST_FAULTS, bounded, shortened
from postil.diagnostics.codes import SHOWABLE, Code
from postil.diagnostics.diagnostic import Diagnostic, Place, has_errors


def fault(path, line, code):
    return Diagnostic(Place(path, line), code, "This is wrong", "Mend it.")


faults = st.lists(
    st.builds(fault, st.sampled_from("ab"), st.integers(1, 999), st.sampled_from(Code)),
    max_size=3 * MOST_FAULTS,
)


def test_few_faults_are_all_told():
    few = [fault("a", line, Code.RAW_HTML) for line in range(MOST_FAULTS)]
    assert list(bounded(few)) == few


def test_of_many_faults_a_hundred_are_told_and_how_many_more():
    first, *others = bounded(fault("a", line, Code.RAW_HTML) for line in range(350))
    assert first.message == "250 more faults of this file are not told"
    assert [other.place.line for other in others] == list(range(MOST_FAULTS))


@given(faults)
def test_what_is_left_out_makes_no_file_better_than_it_is(found):
    told = list(bounded(found))
    assert has_errors(told) == has_errors(found)
    for path in "ab":
        of_file = [item for item in found if item.place.path == path]
        of_told = [item for item in told if item.place.path == path]
        assert len(of_told) <= MOST_FAULTS + 1
        for codes in (SHOWABLE, set(Code) - SHOWABLE):
            assert any(it.code in codes for it in of_file) <= any(
                it.code in codes for it in of_told
            )


def test_long_words_lose_their_end():
    assert shortened("a" * 60) == "a" * 60
    assert shortened("a" * 61) == "a" * 59 + "…"
