"""The content security policy: on every page, and every page lives by it."""

import pytest
from engine import build, contents

from html_reading import read_html
from postil.pages.policy import CONTENT_SECURITY_POLICY

DATA = {"application/json", "application/ld+json"}
"""What is in such an element runs nothing."""


@pytest.fixture(scope="module")
def site(module_root):
    done = build(module_root)
    assert done.returncode == 0, done.stdout + done.stderr
    return contents(module_root / "site")


@pytest.fixture(scope="module")
def pages(site):
    found = {path: read_html(it.decode()) for path, it in site.items() if path.endswith(".html")}
    assert len(found) > 20
    return found


def test_the_policy_allows_nothing_inline_and_no_other_host():
    directives = dict(it.split(" ", 1) for it in CONTENT_SECURITY_POLICY.split("; "))
    assert directives["default-src"] == "'none'"
    sources = {source for value in directives.values() for source in value.split()}
    assert sources == {"'none'", "'self'", "'wasm-unsafe-eval'", "data:"}
    assert directives["img-src"] == "'self' data:"


def test_every_page_has_it_before_anything_that_it_governs(pages):
    for path, page in pages.items():
        meta = page.named("meta", "script", "link", "style")
        policies = [e for e in meta if e.attributes.get("http-equiv") == "Content-Security-Policy"]
        assert [e.attributes["content"] for e in policies] == [CONTENT_SECURITY_POLICY], path
        governed = [e for e in meta if e.name != "meta"]
        if governed:
            assert meta.index(policies[0]) < meta.index(governed[0]), path


def test_no_page_has_a_script_or_a_style_of_its_own(pages):
    for path, page in pages.items():
        inline = [
            e
            for e in page.named("script")
            if "src" not in e.attributes and e.attributes.get("type") not in DATA
        ]
        assert inline == [], path
        assert page.named("style") == [], path
        assert page.values("style") == [], path


def test_hosts_that_read_headers_send_it_too(site):
    headers = site["_headers"].decode()
    assert (
        f"  Content-Security-Policy: {CONTENT_SECURITY_POLICY}; frame-ancestors 'none'\n" in headers
    )
