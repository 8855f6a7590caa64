"""`postil build` and `postil serve`: MkDocs, by a shorter name."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from signal import Signals

import click

from postil.cli.root import find_root
from postil.endings import ended_by
from postil.engines.address import wrong_address
from postil.engines.scheduler import SCHEDULER, wrong_scheduler
from postil.engines.stages import ASKED

_QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""Material's notice about its successor is not for those who build an archive."""


def _usable(
    wrong_with: Callable[[str], str | None],
) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Hands an address on; raises `click.UsageError` where it cannot be used, and says why."""

    def callback(_: click.Context, __: click.Parameter, address: str | None) -> str | None:
        if address is not None and (wrong := wrong_with(address)):
            raise click.UsageError(wrong)
        return address

    return callback


@click.command(short_help="Build the site into site/.")
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where to put the site.")
@click.option("--profile", is_flag=True, help="Tell where the time went.")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    callback=_usable(wrong_scheduler),
    help="Have texts worked on by a Dask cluster: tcp://HOST:PORT. It needs `postil[dask]`.",
)
def build(site_dir: Path | None, profile: bool, scheduler: str | None) -> None:  # noqa: FBT001 -- click's interface
    """Build the site into `site/`. A fault in the archive stops it; the last site then stays."""
    options = ["--site-dir", str(site_dir.resolve())] if site_dir else []
    asked = {ASKED: "1"} if profile else {}
    _mkdocs("build", options, asked | ({SCHEDULER: scheduler} if scheduler else {}))


@click.command(short_help="Serve the site here, and build it again on every change.")
@click.option(
    "--address",
    metavar="HOST:PORT",
    default="127.0.0.1:8000",
    show_default=True,
    callback=_usable(wrong_address),
    help="Where the site is to be seen.",
)
def serve(address: str) -> None:
    """Serve the site here, and build it again whenever a file is saved."""
    _mkdocs("serve", ["--dev-addr", address], {})


def _mkdocs(command: str, options: list[str], asked: Mapping[str, str]) -> None:
    root = find_root()
    words = [sys.executable, "-m", "mkdocs", command, "--config-file", str(root / "mkdocs.yml")]
    with subprocess.Popen([*words, *options], env={**os.environ, **_QUIET, **asked}) as running:  # noqa: S603 -- a fixed command
        status = _status_at_the_end_of(running)
    if status < 0:
        why = ", most often because memory ran out" if -status == Signals.SIGKILL else ""
        click.echo(
            f"MkDocs was ended from outside (signal {-status}){why}. The last site stays as it is.",
            err=True,
        )
        raise SystemExit(1)
    raise SystemExit(status)


def _status_at_the_end_of(running: subprocess.Popen[bytes]) -> int:
    """The exit status of a process. What ends this one ends it too; Ctrl-C reaches both."""
    with ended_by(running.send_signal):
        while True:
            with suppress(KeyboardInterrupt):
                return running.wait()
