"""The search index in pieces: each bounded, each made anew only if it changed."""

import json
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.engines import pagefind, pagefind_pieces
from postil.engines.pagefind import finished_index, plan_index, start_indexing
from postil.engines.pagefind_cache import forget_others, keep, kept
from postil.engines.pagefind_pieces import in_pieces, key_of, name_of
from postil.pages.page import SearchEntry
from postil.pages.search_document import search_document
from postil.pages.slips import EntrySlip
from postil.spool import Spool, length_of, piece_of

LARGEST = 1000
SMALL = LARGEST // 3
"""The largest of those that the newest entries lie in."""


def slip(path, content, day=date.min):
    """What the search finds at a path: a document with this content."""
    return EntrySlip(path, "A title", (day, 0.0), piece_of(bytes(16), 0, content))


ENTRIES = [
    slip(f"articles/x/{n}", bytes(1 + n * 7 % 5), date.fromordinal(730_000 - n))
    for n in range(8000)
]

sizes = st.lists(st.integers(0, 1500), max_size=200)


def entries_of(sizes):
    return [slip(str(number), bytes(size)) for number, size in enumerate(sizes)]


def bytes_of(piece):
    return sum(length_of(entry.document) for entry in piece)


@given(sizes)
def test_every_entry_is_in_one_piece_and_their_order_stays(sizes):
    whole = entries_of(sizes)
    assert [it for piece in in_pieces(whole, LARGEST) for it in piece] == whole


@given(sizes)
def test_no_piece_is_empty_or_too_large_but_for_a_document_that_is(sizes):
    for piece in in_pieces(entries_of(sizes), LARGEST):
        assert piece
        assert len(piece) == 1 or bytes_of(piece) <= LARGEST


def test_pieces_are_well_filled_but_for_the_newest():
    pieces = in_pieces(ENTRIES, LARGEST)
    filled = [piece for piece in pieces if bytes_of(piece) >= LARGEST * 4 // 5]
    assert len(filled) > 20
    assert pieces[-len(filled) :] == filled
    _, *newer = pieces[: -len(filled)]
    assert all(bytes_of(piece) >= SMALL * 4 // 5 for piece in newer)


@pytest.mark.parametrize("count", [70, 200, 300])
def test_the_newest_lie_in_small_pieces(count):
    pieces = in_pieces(ENTRIES[:count], LARGEST)
    assert 1 <= len(pieces) <= 4
    assert all(bytes_of(piece) <= SMALL for piece in pieces)


def test_when_they_fill_one_the_oldest_of_them_become_it():
    *newer, filled = in_pieces(ENTRIES[:400], LARGEST)
    assert bytes_of(filled) >= LARGEST * 4 // 5
    assert newer
    assert all(bytes_of(piece) <= SMALL for piece in newer)


def test_one_entry_more_changes_its_own_piece_and_seldom_another():
    before = {key_of(piece) for piece in in_pieces(ENTRIES, LARGEST)}
    changed = []
    for place in range(0, len(ENTRIES), 97):
        day, _ = ENTRIES[place].when
        more = slip(f"articles/x/more{place}", bytes(3), day)
        after = in_pieces([*ENTRIES[:place], more, *ENTRIES[place:]], LARGEST)
        changed.append(len({key_of(piece) for piece in after} - before))
    assert min(changed) == 1
    assert sum(changed) < 1.5 * len(changed)


def test_the_names_of_pieces_differ():
    pieces = in_pieces(ENTRIES, LARGEST)
    assert len({name_of(piece) for piece in pieces}) == len(pieces)


@pytest.mark.parametrize(
    "other",
    [
        [slip("b", b"words", date(2025, 1, 1))],
        [slip("a", b"other", date(2025, 1, 1))],
        [slip("a", b"words", date(2025, 1, 2))],
        [slip("aw", b"ords", date(2025, 1, 1))],
        [],
    ],
)
def test_what_makes_another_index_makes_another_key(other):
    piece = [slip("a", b"words", date(2025, 1, 1))]
    assert key_of(piece, "en") != key_of(other, "en")
    assert key_of(piece, "en") != key_of(piece, "de")
    assert key_of(piece, "e", "n") != key_of(piece, "en")


FILES = {"pagefind-entry.json": b"{}", "fragment/20250101-1a.pf_fragment": b"\0\1"}


class TestKept:
    """What a build leaves for the next, whatever happened to it in between."""

    def test_an_index_comes_back_as_it_was(self, tmp_path):
        keep(tmp_path / "new", "k", FILES)
        assert kept(tmp_path / "new", "k") == FILES
        assert kept(tmp_path / "new", "other") is None

    @pytest.mark.parametrize("part", [0, 0.1, 0.5, 0.9, 0.99])
    def test_one_that_is_not_whole_is_none(self, part, tmp_path):
        keep(tmp_path, "k", FILES)
        file = tmp_path / "k.index"
        whole = file.read_bytes()
        file.write_bytes(whole[: int(len(whole) * part)])
        assert kept(tmp_path, "k") is None

    def test_one_with_a_changed_byte_is_none(self, tmp_path):
        keep(tmp_path, "k", FILES)
        file = tmp_path / "k.index"
        file.write_bytes(file.read_bytes().replace(b"{}", b"[]"))
        assert kept(tmp_path, "k") is None

    @pytest.mark.parametrize("path", ["../x", "/x", "fragment/../../x", "a/b", ".."])
    def test_one_that_leads_out_of_its_folder_is_none(self, path, tmp_path):
        keep(tmp_path, "k", {path: b"x"})
        assert kept(tmp_path, "k") is None

    def test_what_nobody_used_is_taken_away_with_what_a_kill_left(self, tmp_path):
        keep(tmp_path, "used", FILES)
        keep(tmp_path, "unused", FILES)
        (tmp_path / "half.writing").touch()
        forget_others(tmp_path, ["used"])
        assert [file.name for file in tmp_path.iterdir()] == ["used.index"]

    def test_a_folder_that_cannot_be_written_to_holds_nobody_up(self, tmp_path):
        (tmp_path / "file").touch()
        keep(tmp_path / "file", "k", FILES)
        forget_others(tmp_path / "file", [])
        assert kept(tmp_path / "file", "k") is None


def entry(number, text="Words on the river."):
    return SearchEntry(
        address=f"/articles/2025/a{number}/",
        title=f"Title {number}",
        text=f"{text} {'word ' * 30}",
        language="en",
        facets={"kind": ("Article",)},
        details={},
    )


@pytest.fixture
def index(tmp_path, monkeypatch):
    """Makes an index in small pieces; `store` keeps them. Gives its files."""
    monkeypatch.setattr(pagefind, "in_pieces", lambda whole: in_pieces(whole, 2000))
    runs = iter(range(100))
    spool = Spool(tmp_path / "spool")

    def slips(entries):
        pieces = spool.keep([search_document(it).encode() for it in entries])
        for number, (it, piece) in enumerate(zip(entries, pieces, strict=True)):
            day = date(2025, 1, number + 1) if number else date.min
            yield EntrySlip(it.address.strip("/"), it.title, (day, 0.0), piece)

    def made(entries, store=None):
        folder = tmp_path / f"run{next(runs)}"
        folder.mkdir()
        indexing = plan_index(slips(entries), spool.read, "en", folder, store)
        start_indexing(indexing)
        made.begun = len(indexing.running)
        files = {asset.path: asset.content for asset in finished_index(indexing)}
        made.running = indexing.running
        return files

    return made


TEXTS = [entry(number) for number in range(20)]


def test_the_index_is_the_same_made_anew_and_taken_from_an_earlier_build(index, tmp_path):
    anew = index(TEXTS)
    assert index(TEXTS, tmp_path / "store") == anew
    assert index(TEXTS, tmp_path / "store") == anew
    assert index.running == {}


def test_one_run_begins_while_pages_are_written(index):
    index(TEXTS)
    assert index.begun == 1 < len(index.running)


def test_documents_of_pieces_that_are_kept_are_not_read(index, tmp_path, monkeypatch):
    index(TEXTS, tmp_path / "store")
    monkeypatch.setattr(Spool, "read", None)
    assert index(TEXTS, tmp_path / "store")


def test_a_piece_that_was_not_kept_whole_is_made_anew(index, tmp_path):
    anew = index(TEXTS, tmp_path / "store")
    broken = min((tmp_path / "store").iterdir())
    broken.write_bytes(broken.read_bytes()[:-1])
    assert index(TEXTS, tmp_path / "store") == anew
    assert len(index.running) == 1


def test_after_a_change_only_what_changed_is_made(index, tmp_path):
    index(TEXTS, tmp_path / "store")
    pieces = len(list((tmp_path / "store").iterdir()))
    changed = [*TEXTS[:-1], entry(19, "Words on the bridge.")]
    again = index(changed, tmp_path / "store")
    assert len(index.running) == 1 < pieces
    assert again == index(changed)
    assert len(list((tmp_path / "store").iterdir())) == pieces


def test_every_piece_that_is_listed_is_there_and_the_scripts_only_once(index):
    files = index(TEXTS)
    names = json.loads(files["pagefind/pieces.json"])
    assert len(names) > 1
    entries = {path for path in files if path.endswith("pagefind-entry.json")}
    folders = ["pagefind/", *(f"pagefind/{name}/" for name in names)]
    assert entries == {f"{folder}pagefind-entry.json" for folder in folders}
    assert [path for path in files if path.endswith("/pagefind.js")] == ["pagefind/pagefind.js"]


def test_the_names_of_entries_sort_by_date_over_all_pieces(index):
    files = index(TEXTS)
    places = sorted(
        (path.rpartition("/")[2], content)
        for path, content in files.items()
        if path.endswith(".pf_fragment")
    )
    assert len(places) == len(TEXTS)
    days = [name[:8] for name, _ in places]
    assert days == ["00010101", *(f"202501{day:02}" for day in range(2, 21))]
    assert all(one < other for one, other in pairwise(name for name, _ in places))


def test_no_file_has_a_name_that_another_one_had_before(index):
    """Browsers keep files for a while without asking: all but the two tables that lead to them."""
    before, after = index(TEXTS), index([*TEXTS[:-1], entry(19, "Words on the bridge.")])
    other = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    assert {path.rpartition("/")[2] for path in other} == {"pagefind-entry.json"}
    assert before.keys() - after.keys()


def test_all_names_of_a_piece_end_alike_since_a_search_begins_with_loading_them(index):
    ends = defaultdict(set)
    for path in index(TEXTS):
        piece, kind, name = path.rpartition("fragment/")
        if kind:
            ends[piece].add(name.removesuffix(".pf_fragment")[-6:])
    assert len(ends) > 1
    assert all(len(its) == 1 for its in ends.values())


def test_a_piece_stays_far_below_the_memory_that_a_build_may_take():
    assert pagefind_pieces.LARGEST * 41 < 400_000_000
