"""The site of the fixture archive, composed once for all tests of its pages."""

import pytest

from archives import FIXTURE, site_of
from postil.reading.settings import read_settings


@pytest.fixture(scope="session")
def site():
    return site_of(FIXTURE, read_settings(FIXTURE))


@pytest.fixture(scope="session")
def pages(site):
    return site.pages


@pytest.fixture(scope="session")
def files(site):
    return {path: content.decode() for path, content in site.files.items()}


@pytest.fixture(scope="session")
def htmls(site, pages):
    """The HTML of every page by its address, the home page's lists among them."""
    return {"": site.home} | {address: page.html for address, page in pages.items()}
