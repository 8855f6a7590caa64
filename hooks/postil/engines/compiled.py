"""The templates of pages as Jinja compiled them, kept for the next build.

Compiling them takes longer than rendering a small archive.
"""

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from pickle import UnpicklingError
from shutil import rmtree

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from postil.engines.cache import Cache
from postil.engines.installed import installed_version
from postil.engines.programs import programs
from postil.pages.environment import keep_compiled


def use_compiled(cache: Cache) -> None:
    """Has the templates of the archive's pages taken from the cache, and left there."""
    folder = _folder(cache)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for other in folder.parent.iterdir():
            if other != folder:
                rmtree(other, ignore_errors=True)
    keep_compiled(_Compiled(str(folder), "page-%s"))


def use_compiled_theme(cache: Cache, theme: Environment) -> None:
    """Has the theme's templates taken from the cache too, and left there."""
    theme.bytecode_cache = _Compiled(str(_folder(cache)), "theme-%s")


def _folder(cache: Cache) -> Path:
    """One for each version of the programs: Jinja itself only looks whether a template changed."""
    theme = installed_version("mkdocs").encode()  # which sets up Jinja for the theme's
    digest = blake2b(programs() + theme, digest_size=8).hexdigest()
    return cache.folder / "compiled" / digest


class _Compiled(FileSystemBytecodeCache):
    """Where a file is not whole, or cannot be read or written, its template is compiled."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
