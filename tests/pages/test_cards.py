"""The picture of an article for where it is shared: its letters, its bounds, its bytes."""

import re
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, features

from archives import site_of
from postil.model.archive import Settings
from postil.pages.card import LETTERS, Card, drawable, lacking
from postil.pages.drawing import HEIGHT, WIDTH, draw

HOME = "https://a.example/archive/"
TITLE_ONLY = (70, 140, WIDTH, 530)
"""The part of a card that holds the title alone."""

NEEDS_FRIBIDI = pytest.mark.skipif(not features.check_feature("raqm"), reason="needs FriBiDi")


def card(title, **known):
    written = {"site": "The Archive", "outlet": "The Courier", "date": "4 March 2025"}
    return Card(title=title, **{"is_from_the_right": False} | written | known)


def drawn(it):
    return Image.open(BytesIO(draw(it)))


def ink(image, box):
    """The smallest box that holds all ink within a part of a card."""
    part = image.convert("L").crop(box)
    return part.point(lambda value: 255 * (value < 128)).getbbox()


@pytest.mark.parametrize(
    ("title", "from_the_right"),
    [
        ("Talks open in Vienna", False),
        ("Переговори на Лорні: «йдуть», Її Ґанок", False),
        ("Συνομιλίες", False),
        pytest.param("محادثات السلام تبدأ 2025", True, marks=NEEDS_FRIBIDI),
        pytest.param("שיחות השלום נפתחו", True, marks=NEEDS_FRIBIDI),
    ],
)
def test_a_title_is_drawn_from_the_side_where_it_begins(title, from_the_right):
    left, _, right, _ = ink(drawn(card(title, is_from_the_right=from_the_right)), TITLE_ONLY)
    begins_left, begins_right = left < 20, right > TITLE_ONLY[2] - TITLE_ONLY[0] - 90
    assert (begins_left, begins_right) == (not from_the_right, from_the_right)


@pytest.mark.parametrize("title", ["和平谈判开始", "Talks 谈", "\U0001f54a", "ไทย"])
def test_a_title_that_no_font_can_set_is_left_out_and_the_rest_stays(title):
    image = drawn(card(title))
    assert ink(image, TITLE_ONLY) is None
    assert ink(image, (100, 540, WIDTH, HEIGHT)) is not None


@pytest.mark.parametrize("title", ["word " * 400, "x" * 1000, "Ж" * 1000, "A" * 40 + " b" * 80])
def test_a_long_title_stays_in_its_place(title):
    image = drawn(card(title, outlet="y" * 500, site="z" * 500))
    left, top, right, bottom = ink(image, (16, 0, WIDTH, HEIGHT))
    assert left >= 80 - 16 - 4
    assert right <= WIDTH - 80 - 16 + 4
    assert (top > 40, bottom < HEIGHT - 20) == (True, True)


@settings(max_examples=60)
@given(st.text(max_size=400), st.text(max_size=60), st.booleans())
def test_any_text_gives_a_small_picture_and_the_same_again(title, outlet, from_the_right):
    it = card(title, outlet=outlet, is_from_the_right=from_the_right)
    content = draw(it)
    assert content == draw(it)
    assert len(content) < 30_000
    image = Image.open(BytesIO(content))
    assert (image.size, image.mode) == ((1200, 630), "P")


def test_fonts_are_those_that_are_listed():
    folder = LETTERS[0].parent
    readme = (folder / "README.md").read_text("utf-8")
    listed = re.findall(r"^([0-9a-f]{64})  (\S+)$", readme, re.MULTILINE)
    assert sorted(name for _, name in listed) == sorted(path.name for path in LETTERS)
    assert sorted(path.name for path in folder.glob("*.ttf")) == sorted(it.name for it in LETTERS)
    for digest, name in listed:
        assert sha256((folder / name).read_bytes()).hexdigest() == digest
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text("utf-8")


def test_what_cards_lack_is_said_in_a_line(monkeypatch, tmp_path):
    wanted = Settings(cards=True, address=HOME)
    assert (lacking(), drawable(wanted)) == (None, wanted)
    monkeypatch.setattr("postil.pages.card.LETTERS", (tmp_path / "gone.ttf",))
    assert lacking() == "There are no cards: the font gone.ttf is gone. Install Postil anew."
    assert not drawable(wanted).cards
    monkeypatch.setattr("postil.pages.card.find_spec", lambda _: None)
    assert lacking() == ("There are no cards: Pillow is not installed. Install postil[cards].")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Settings(cards=True, address=HOME), 1),
        (Settings(cards=True), 0),
        (Settings(address=HOME), 0),
    ],
)
def test_cards_need_to_be_wanted_and_an_address(archive, wanted, count):
    files = site_of(archive(), wanted).files
    assert list(files).count("articles/2025/vienna/card.png") == count
    assert sum(path.endswith(".png") for path in files) == count
