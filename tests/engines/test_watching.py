"""`serve` is told of saved files by Linux where that can be; elsewhere MkDocs looks for them."""

import sys
import time
from threading import Thread

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from postil.engines import watching

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux tells of changes")

MOUNTS = """\
21 1 8:1 / / rw - ext4 /dev/root rw
22 21 0:30 / /mnt/c rw - 9p drvfs rw
23 21 0:31 / /mnt/c/ram rw - tmpfs tmpfs rw
24 21 0:32 / /mnt/my\\040disk rw shared:1 - fuse.sshfs it rw
25 21 0:33 / /srv rw - nfs4 there:/ rw
26 21 8:2 / /srv rw - xfs /dev/sdb rw
"""


@pytest.fixture
def server(tmp_path):
    """A server that looks at `docs` and `mkdocs.yml`."""
    for folder in ("docs", "articles"):
        (tmp_path / folder).mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    served = Server(tmp_path)
    yield served
    served.shutdown()
    if served.running.is_alive():
        served.running.join()


class Server(LiveReloadServer):
    """A server that counts how often it would have built."""

    def __init__(self, root):
        super().__init__(self._build, "127.0.0.1", 0, str(root))
        self.builds = 0
        self.running = Thread(target=self.serve)
        for path in looked_at(root):
            self.watch(path)

    def _build(self):
        self.builds += 1

    def hears(self, what, seconds=5):
        """Whether something leads to a build, within some seconds."""
        before = self.builds
        what()
        end = time.monotonic() + seconds
        while self.builds == before and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(0.3)  # what belongs to the same change is told by then
        return self.builds > before


def looked_at(root):
    return [str(root / name) for name in ("docs", "mkdocs.yml")]


@pytest.mark.parametrize(
    ("path", "is_local"),
    [
        ("/home/ada/archive", True),
        ("/mnt/c/archive", False),
        ("/mnt/c/ram/archive", True),
        ("/mnt/c/ramshackle", False),
        ("/mnt/my disk/archive", False),
        ("/srv/archive", True),
    ],
)
def test_linux_knows_what_happens_on_its_own_disks(path, is_local, tmp_path, monkeypatch):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(watching, "_MOUNTS", mounts)
    assert watching.is_local(path) is is_local


def test_new_changed_and_deleted_files_are_told_and_no_others(server, tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "is_local", lambda _: True)
    watching.watch_at_once(server, looked_at(tmp_path), [str(tmp_path / "articles")])
    server.watch(str(tmp_path / "articles"))  # as MkDocs does
    server.running.start()
    article, moved = tmp_path / "articles/2025/x.md", tmp_path / "articles/2025/z.md"
    assert server.hears(lambda: (article.parent.mkdir(), article.write_text("x")))
    assert server.hears(lambda: article.write_text("y"))
    assert server.hears(lambda: article.replace(moved))
    assert not server.hears(moved.read_text, seconds=0.5)
    assert server.hears(moved.unlink)
    settings, new = tmp_path / "mkdocs.yml", tmp_path / "new.yml"
    for _ in range(2):  # editors put a new file in the place of the old one
        assert not server.hears(lambda: new.write_text("site_name: y\n"), seconds=0.5)
        assert server.hears(lambda: new.replace(settings))


def test_where_linux_is_not_told_mkdocs_goes_on_looking(server, tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "is_local", lambda path: not path.endswith("articles"))
    watching.watch_at_once(server, looked_at(tmp_path), [str(tmp_path / "articles")])
    assert isinstance(server.observer, PollingObserver)


def test_where_linux_watches_no_more_files_mkdocs_goes_on_looking(server, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "is_local", lambda _: True)
    monkeypatch.setattr(watching.InotifyObserver, "schedule", refuse)
    watching.watch_at_once(server, looked_at(tmp_path), [])
    assert isinstance(server.observer, PollingObserver)
    server.running.start()
    pages = (tmp_path / f"docs/x{number}.md" for number in range(5))  # what comes before the first
    assert any(server.hears(page.touch, seconds=2) for page in pages)  # look is there already
