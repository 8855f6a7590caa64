"""A forge on this machine: it takes the addresses for a new file that forges take, and saves it.

What it cannot do is what they cannot: GitLab's page takes no text, and no address is longer than
8,191 bytes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from stand_ins import Silent, server, serving

BRANCH = "next"
LONGEST = 8_191

_NEW_FILE = {
    f"/o/r/new/{BRANCH}": ("filename", "value"),
    f"/o/r/-/new/{BRANCH}": ("file_name", None),
    f"/o/r/_new/{BRANCH}/": ("filename", "value"),
}
"""The page for a new file, and the parameters that it knows: GitHub's, GitLab's, Gitea's."""

_PAGE = """<!doctype html><html lang="en"><title>New file</title>
<form method="post" action="/save"><input name="path" aria-label="Path" value="{path}">
<textarea name="text" aria-label="Text">
{text}</textarea><button>Save</button></form>"""


@contextmanager
def forge(root: Path) -> Iterator[str]:
    """A forge that saves into an archive; gives the address of its repository."""
    with serving(server(partial(_Handler, root))) as address:
        yield f"{address}/o/r"


class _Handler(Silent, BaseHTTPRequestHandler):
    def __init__(self, root, *args):
        self.root = root
        super().__init__(*args)

    def do_GET(self):
        if len(self.path) > LONGEST:
            self.send_error(414)
            return
        parts = urlsplit(self.path)
        if parts.path not in _NEW_FILE:
            self.send_error(404)
            return
        path, text = _NEW_FILE[parts.path]
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        assert set(asked) <= {path, text}
        self._send(_PAGE.format(path=escape(asked[path]), text=escape(asked.get(text, ""))))

    def do_POST(self):
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = parse_qs(sent, keep_blank_values=True)
        file = self.root / asked["path"][0]
        assert not file.exists(), "this file is there already"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(asked["text"][0].replace("\r\n", "\n"), encoding="utf-8")
        self._send("<!doctype html><title>Saved</title><p>Saved")

    def _send(self, html):
        content = html.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
