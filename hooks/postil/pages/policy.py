"""What a browser may do on a page of the site: nothing but what the site itself brings.

Every page carries the policy in a `meta` element. A host that reads `_headers` (Netlify, Cloudflare
Pages and others) sends it with what only a header can say.
"""

from postil.pages.page import Asset

_ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # Pagefind is WebAssembly
    "worker-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons lie in its styles
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
CONTENT_SECURITY_POLICY = "; ".join(f"{what} {whence}" for what, whence in _ALLOWED.items())

PREVIEW_POLICY = CONTENT_SECURITY_POLICY.replace("script-src", "script-src 'unsafe-inline'")
"""The same for `serve`: MkDocs puts a script into each page that loads it again after a change."""


def headers_file() -> Asset:
    """The `_headers` file at the root of the site."""
    headers = {
        "Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    }
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    return Asset("_headers", ("\n".join(lines) + "\n").encode())
