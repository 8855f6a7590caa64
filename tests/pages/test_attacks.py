"""Every attack in every field and body: what comes out is words in the page's own markup."""

import re
from urllib.parse import urlsplit

import pytest

from archives import made_of, write
from attacks import ATTACKS
from hostile import hostile_archive
from html_reading import read_html

ELEMENTS = frozenset(
    """
    a abbr article aside b blockquote br button cite code dd del details div dl dt em figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label legend li main mark nav
    ol optgroup option p pre q s section select small span strong sub summary sup table tbody td
    tfoot th thead time tr u ul fieldset output samp var html head meta title body noscript
    datalist template textarea bdi
    """.split()  # noqa: SIM905 -- reads as words
)
SCHEMES = {"", "http", "https", "mailto"}


def leads_somewhere(address):
    """Whether a browser takes the address for one of the web, of a mailbox or of this site."""
    as_browsers_read_it = re.sub(r"[\x00-\x20\u007f-\u00a0\u2028\u2029]", "", address).replace(
        "\\", "/"
    )
    parts = urlsplit(as_browsers_read_it)
    return parts.scheme.lower() in SCHEMES and bool(parts.netloc) == (parts.scheme[:4] == "http")


@pytest.fixture(scope="module")
def htmls(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    write(root, hostile_archive())
    site = made_of(root)
    archive = site.composed.shelf.site.archive
    assert len(archive.articles) == len(ATTACKS)
    assert len(archive.notes) == 2 * len(ATTACKS)
    found = {address: page.html for address, page in site.pages.items()}
    found |= {f"search/{path}": document for path, document in site.entries.items()}
    found["home"] = site.home
    return {address: read_html(html) for address, html in found.items()}


def test_no_element_is_an_attackers(htmls):
    for address, html in htmls.items():
        assert {e.name for e in html.elements} <= ELEMENTS, address
        assert html.misnested == [], address


def test_no_attribute_is_an_attackers(htmls):
    for address, html in htmls.items():
        for element in html.elements:
            for name in element.attributes:
                assert re.fullmatch(r"[a-z-]+", name), (address, name)
                assert not name.startswith("on"), (address, name)
                assert name not in {"style", "srcdoc", "srcset", "formaction", "ping"}, address


def test_every_address_leads_to_a_page_or_to_a_web_address(htmls):
    for address, html in htmls.items():
        for attribute in ("href", "src", "action"):
            for value in html.values(attribute):
                assert leads_somewhere(value), (address, value)


def test_nothing_is_fetched_from_another_host(htmls):
    for address, html in htmls.items():
        for element in html.named("img", "link", "input", "form", "button"):
            for name in ("src", "href", "action"):
                assert "//" not in element.attributes.get(name, ""), address


def test_no_id_of_an_attacker_is_one_of_the_pages(htmls):
    for address, html in htmls.items():
        ids = html.values("id")
        assert len(ids) == len(set(ids)), address
        assert not {"__config", "content"} & set(ids), address


def test_the_words_are_there_for_readers_to_see(htmls):
    titles = {" ".join(attack.split()) for attack in ATTACKS}
    headings = {
        "".join(p.text for p in html.pieces if any(e.name == "h1" for e in p.within))
        for address, html in htmls.items()
        if re.fullmatch(r"articles/2025/a\d+/", address)
    }
    assert headings == titles
