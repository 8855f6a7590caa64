"""Addresses of web pages: which are the same, and which are those of copies."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from postil.gathering.gathered import Copy
from postil.gathering.times import edtf_of

_TRACKING = re.compile(
    r"utm_\w*|at_(?:medium|campaign|link\w*|format|ptr\w*|bbc_\w*)|ns_\w+|mc_[ce]id|pk_\w+|_ga|_gl"
    r"|ref|ref_?src|smid|cmpid?|ito|ocid|xtor|(?:fb|g|y|ms|dc|tw)clid|igshid?|spm",
    re.ASCII | re.IGNORECASE,
)
"""Names of parameters that say whence a reader came, not what there is to read."""

_HOST_PREFIX = re.compile(r"(?:www\d?|m|mobile|amp)\.")

_COPY = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|md|vn|fo))/"
    r"(?P<at>\d{14})(?:[a-z]{2}_)?/(?P<url>https?://.+)",
    re.IGNORECASE,
)

_SAFE = "/:@!$&'()*+,;=~-._"


def is_web_address(url: str) -> bool:
    """Whether it begins with http:// or https:// and names a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def same_page_key(url: str) -> str:
    """What all addresses of one page have in common.

    Left out are the scheme, `www.` and the like, ports, closing slashes, the fragment, and the
    parameters that count readers; a copy in a web archive has the key of its original.
    """
    original, _ = original_of(url)
    try:
        parts = urlsplit(original.strip())
        host = parts.hostname or ""
    except ValueError:
        return original
    host = _HOST_PREFIX.sub("", _ascii(host.rstrip(".")), count=1)
    path = quote(unquote(parts.path), safe=_SAFE).rstrip("/").removesuffix("/index.html")
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = sorted((name, value) for name, value in asked if not _TRACKING.fullmatch(name))
    return f"{host}{path}?{urlencode(kept)}" if kept else f"{host}{path}"


def host_of(url: str) -> str:
    """The host of an address, without `www.` and the like; empty where there is none."""
    return same_page_key(url).partition("/")[0].partition("?")[0]


def original_of(url: str) -> tuple[str, Copy | None]:
    """The address of what a copy in a web archive is a copy of, and the copy; else the same."""
    found = _COPY.fullmatch(url)
    if found is None:
        return url, None
    at = found["at"]
    moment = edtf_of(f"{at[:4]}-{at[4:6]}-{at[6:8]}T{at[8:10]}:{at[10:12]}Z")
    return found["url"], Copy(url, moment) if moment else None


def written_address(url: str, base: str | None) -> str | None:
    """An address in full, with escapes for what front matter does not take; `None` for no address.

    `base` is the address of the page that it stands on.
    """
    try:
        full = urljoin(base or "", url.strip())
    except ValueError:
        return None
    if not is_web_address(full):
        return None
    return quote(full, safe=f"{_SAFE}?#%")


def _ascii(host: str) -> str:
    """A host in the one form that all of its spellings have."""
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()
