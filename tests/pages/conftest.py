"""The site of the fixture archive, composed once for all tests of its pages."""

import pytest

from archives import FIXTURE, pages_of, site_of
from postil import building
from postil.pages.home import home_html
from postil.reading.settings import read_settings


@pytest.fixture(scope="session")
def site():
    return site_of(FIXTURE, read_settings(FIXTURE))


@pytest.fixture(scope="session")
def pages(site):
    return pages_of(site)


@pytest.fixture(scope="session")
def files(site):
    return {asset.path: asset.content.decode() for asset in building.files(site)}


@pytest.fixture(scope="session")
def htmls(site, pages):
    """The HTML of every page by its address, the home page's lists among them."""
    return {"": home_html(site)} | {address: page.html for address, page in pages.items()}
