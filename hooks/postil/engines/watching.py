"""How `serve` learns that a file was saved: from Linux, at once, where Linux knows of it.

MkDocs looks at every file twice a second. In a large archive that takes time from the build that it
is to start.
"""

import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)

_CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
"""What is worth a build. To read a file is an event as well, and a build reads them all."""

_QUIET = 0.03
"""Seconds without a change after which a build begins: what an editor or git writes in one go is
told as it is written, and not as MkDocs looks."""

_LOCAL = {"bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "overlay", "tmpfs", "xfs", "zfs"}
"""File systems that nobody writes to but by this Linux. What another machine writes, or the one
around a virtual one, it is not told."""

_MOUNTS = Path("/proc/self/mountinfo")

if sys.platform == "linux":
    from watchdog.observers.inotify import InotifyObserver

    class _Observer(InotifyObserver):
        """Tells of changes alone. It runs already when MkDocs starts it."""

        def start(self) -> None:
            """Nothing where it runs."""
            if not self.is_alive():
                super().start()

        def schedule(self, event_handler: FileSystemEventHandler, path: Any, **options: Any) -> Any:  # noqa: ANN401 -- as it comes, so it goes on
            """Has the handler told of changes below a path. Raises `OSError` where it cannot be."""
            return super().schedule(event_handler, path, **options, event_filter=_CHANGES)

    def watch_at_once(
        server: LiveReloadServer, watched: Collection[str], more: Collection[str]
    ) -> None:
        """Has Linux tell a server of changes, to what it has `watched` by looking and to `more`.

        Where Linux is not told itself, or watches no more for this account, nothing changes.
        """
        paths = (*watched, *more)
        if not all(map(is_local, paths)):
            return
        observer = _Observer()
        observer.start()
        try:
            for path in paths:
                observer.schedule(FileSystemEventHandler(), path, recursive=True)
        except OSError:
            observer.stop()
            return
        for path in watched:
            server.unwatch(path)
        server.observer = observer  # type: ignore[assignment]  # it does the same
        for path in paths:
            server.watch(path)
        server.build_delay = _QUIET

else:

    def watch_at_once(
        server: LiveReloadServer, watched: Collection[str], more: Collection[str]
    ) -> None:
        """Nothing: MkDocs goes on looking."""


def is_local(path: str) -> bool:
    """Whether Linux is told of all that happens to a file or below a folder."""
    try:
        mounts = [line.split(" ") for line in _MOUNTS.read_text("utf-8").splitlines()]
    except OSError:
        return False
    kinds = {mount[4]: mount[mount.index("-") + 1] for mount in mounts}
    place = Path(path).resolve()
    names = (_as_mounted(str(above)) for above in (place, *place.parents))
    return next((kinds[name] for name in names if name in kinds), None) in _LOCAL


def _as_mounted(path: str) -> str:
    """A path as the list of mounts writes it."""
    return path.translate({ord(sign): f"\\{ord(sign):03o}" for sign in "\\ \t\n"})
