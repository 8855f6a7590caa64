"""What a spare has of the search index stays where it lies if it is what belongs there."""

import pytest

from archives import write
from postil.engines.cache import Cache
from postil.engines.pagefind import Indexing, PieceInMaking
from postil.engines.pagefind_cache import keep
from postil.engines.pagefind_folders import put_index

NEWEST, OLDER, OLDEST = "0000000a", "0000000b", "0000000c"
FRAGMENT = f"pagefind/{OLDER}/fragment/one.pf_fragment"
META = f"pagefind/{OLDER}/pagefind.en_1.pf_meta"


@pytest.fixture
def put(tmp_path):
    """Puts an index into a site, of pieces whose files are kept by the names and keys given."""

    def put(site, **keys):
        store = tmp_path / "search"
        for name, key in keys.items():
            told = f"{name} {key}".encode()
            keep(store, key, {"fragment/one.pf_fragment": told, "pagefind.en_1.pf_meta": told})
        pieces = [PieceInMaking(name, key, []) for name, key in keys.items()]
        indexing = Indexing(pieces, bytes, "en", tmp_path, store, {}) if pieces else None
        put_index(indexing, tmp_path / site, Cache(tmp_path, b""))
        return tmp_path / site

    return put


@pytest.fixture
def spare(put, tmp_path):
    """The site that was built last but one."""
    for site in ("last", "site"):
        (tmp_path / site).mkdir()
        put(site, **{NEWEST: "1", OLDER: "2", OLDEST: "3"})
    return tmp_path / "last"


def stands(site, path=FRAGMENT):
    """When a file was written, and what it holds."""
    return (site / path).stat().st_mtime_ns, (site / path).read_text("utf-8")


def test_a_piece_that_is_what_it_was_stays_where_it_lies(put, spare):
    before = stands(spare)
    put("last", **{NEWEST: "4", OLDER: "2", OLDEST: "5"})
    assert stands(spare) == before
    assert stands(spare, f"pagefind/{OLDEST}/fragment/one.pf_fragment")[1] == f"{OLDEST} 5"
    assert stands(spare, "pagefind/fragment/one.pf_fragment")[1] == f"{NEWEST} 4"


def test_a_piece_of_the_last_site_counts_as_well(put, spare):
    site = spare.with_name("site")
    before = stands(site)
    put("site", **{NEWEST: "4", OLDER: "2"})
    assert stands(site) == before


def test_what_is_no_piece_any_more_is_taken_away(put, spare):
    put("last", **{NEWEST: "4", OLDER: "2"})
    assert not (spare / "pagefind" / OLDEST).exists()
    assert (spare / "pagefind/pieces.json").read_text("utf-8") == f'["{OLDER}"]'


def another_piece(_):
    return "6"


def something_written(site):
    (site / FRAGMENT).write_text("another thing", encoding="utf-8")
    return "2"


def a_file_taken_away(site):
    (site / FRAGMENT).unlink()
    return "2"


def a_file_more(site):
    write(site, {f"pagefind/{OLDER}/fragment/two.pf_fragment": "x"})
    return "2"


@pytest.mark.parametrize(
    "change", [another_piece, something_written, a_file_taken_away, a_file_more]
)
def test_a_folder_that_is_not_what_belongs_there_is_written_anew(put, spare, change):
    meta = stands(spare, META)
    key = change(spare)
    put("last", **{NEWEST: "1", OLDER: key})
    told = f"{OLDER} {key}"
    assert [it.name for it in (spare / FRAGMENT).parent.iterdir()] == ["one.pf_fragment"]
    assert stands(spare)[1] == stands(spare, META)[1] == told
    assert stands(spare, META) != meta


def test_without_a_search_nothing_of_an_index_stays_and_pages_by_hand_do(put, spare):
    write(spare, {"pagefind/by-hand/index.html": "x"})
    put("last")
    assert not (spare / "pagefind" / OLDER).exists()
    assert (spare / "pagefind/by-hand/index.html").is_file()
