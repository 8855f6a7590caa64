"""Old addresses that go on answering."""

from collections.abc import Iterator

from postil.markup.html import root_of
from postil.pages.environment import render
from postil.pages.page import Asset
from postil.pages.policy import CONTENT_SECURITY_POLICY
from postil.pages.site import Site, records, title_of


def redirect_files(site: Site) -> Iterator[Asset]:
    """A page at the address of every id that a record had before, leading to where it is now."""
    for record in records(site.archive):
        address = site.addresses[record.path]
        for old in record.data.redirects:
            old_address = f"{address.removesuffix(f'{record.id}/')}{old}/"
            root = root_of(old_address)
            html = render(
                "redirect.html",
                root,
                address=address,
                title=title_of(record),
                policy=CONTENT_SECURITY_POLICY,
            )
            yield Asset(f"{old_address}index.html", html.encode())
