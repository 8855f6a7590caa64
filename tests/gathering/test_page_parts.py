"""The parts of gathering, rule by rule."""

import pytest

from postil.gathering.addresses import same_page_key
from postil.gathering.decoding import page_text
from postil.gathering.headline import beside_headline, headline
from postil.gathering.metadata import names_in
from postil.gathering.times import edtf_of

UKRAINIAN = "Їжак і ґава їдуть поромом до Південної громади. " * 20


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (UKRAINIAN.encode(), None),
        (UKRAINIAN.encode(), "iso-8859-1"),
        (b"\xef\xbb\xbf" + UKRAINIAN.encode(), None),
        (UKRAINIAN.encode("utf-16"), None),
        (UKRAINIAN.encode("cp1251"), "windows-1251"),
        (UKRAINIAN.encode("cp1251"), "utf-8"),
        (b'<meta charset="utf-8">' + UKRAINIAN.encode("cp1251"), None),
        (UKRAINIAN.encode("cp1251"), "zlib"),
        (UKRAINIAN.encode("cp1251"), "punycode"),
    ],
)
def test_characters_come_out_right_whatever_was_declared(data, declared):
    assert page_text(data, declared).endswith(UKRAINIAN)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2025-03-10T17:42:11.000Z", "2025-03-10T17:42Z"),
        ("2025-03-10T17:42:11+0200", "2025-03-10T17:42+02:00"),
        ("2025-03-10 17:42 +02", "2025-03-10T17:42+02:00"),
        ("2025-03-10T17:42:11+00:00", "2025-03-10T17:42Z"),
        ("2025-03-10T17:42:11", "2025-03-10"),
        ("2025-03-10", "2025-03-10"),
        ("Mon, 10 Mar 2025 17:42:11 GMT", "2025-03-10T17:42Z"),
        ("2025-02-30", None),
        ("1970-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_moment_is_as_exact_as_the_page_says_it(written, edtf):
    assert edtf_of(written) == edtf


@pytest.mark.parametrize(
    ("title", "shown", "outlet", "without"),
    [
        ("A ferry - Harbour News", ["A ferry"], "", "A ferry"),
        ("A ferry | Transport | The Harbour News", [], "Harbour News", "A ferry | Transport"),
        ("Harbour News: a ferry", [], "Harbour News", "Harbour News: a ferry"),
        ("Harbour News — A ferry", [], "Harbour News", "A ferry"),
        ("North – South", [], "Harbour News", "North – South"),
    ],
)
def test_a_headline_has_no_outlet_behind_it(title, shown, outlet, without):
    assert headline(title, shown, [outlet]) == without


def test_what_stands_beside_the_headline_is_the_outlet():
    assert beside_headline("A ferry | Transport | Harbour News", ["A ferry"]) == "Harbour News"
    assert beside_headline("A ferry", ["A ferry"]) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Novak and Ivo Lind", ["Ada Novak", "Ivo Lind"]),
        ("Олена Гончар, Іван Лис та Ія Дуб", ["Олена Гончар", "Іван Лис", "Ія Дуб"]),
        ("Alexander Andover", ["Alexander Andover"]),
    ],
)
def test_a_byline_is_a_list_of_names(line, names):
    assert list(names_in(line)) == names


@pytest.mark.parametrize(
    "other",
    [
        "http://x.example/a/b",
        "https://www.x.example/a/b/",
        "https://m.x.example:443/a/b?utm_source=rss&fbclid=1",
        "https://X.EXAMPLE/a/b#comments",
        "https://x.example/%61/b",
        "https://web.archive.org/web/20250311093000/https://x.example/a/b",
    ],
)
def test_addresses_of_one_page_are_the_same(other):
    assert same_page_key(other) == same_page_key("https://x.example/a/b")


@pytest.mark.parametrize(
    "other", ["https://x.example/a/c", "https://x.example/a/b?id=2", "https://y.example/a/b"]
)
def test_addresses_of_two_pages_are_not(other):
    assert same_page_key(other) != same_page_key("https://x.example/a/b")
