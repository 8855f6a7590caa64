"""How long Postil takes for a site, and how much memory, beside other generators.

    python tests/benchmarks/peers.py 1000 10000 [--runs 3] [--only postil hugo] [--seed 1]
        [--folder FOLDER] [--tools FOLDER]

The generators are installed first, each into a folder of its own (`tools.py` has their versions);
this needs a network, and npm for Eleventy. One that cannot be installed is left out, and the table
says why. Then the same texts are written for each (`generate.py`) and the sites are built in turn,
once uncounted and `--runs` times counted. In each turn a site is built

- *from nothing*: all that a build before has left in the site's folder is deleted;
- *after a change*: the site stands, one text is changed, and the site is built again in the
  quickest way after which all of it is right. For Postil the change is one new note, for the
  others, which have no notes, one new paragraph. It is looked for in the page, and taken back.

Both are done without a search and, where the generator brings one, with it. Each build is a process
of its own; `measuring.py` says what is measured of it.

Sites go to the folder for temporary files. `TMPDIR=/dev/shm` keeps them in memory and so leaves the
disk out.
"""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from arguments import given_to, parser_of
from measuring import tell
from peer import NAMES, PEERS, Peer, own_program
from peers_table import tables
from postil_site import REPOSITORY
from tools import Tool, ToolError, installed
from turns import Result, compare

TOOLS = REPOSITORY / ".cache/benchmarks"


def find_program(tool: Tool | None, tools: Path) -> Path | str:
    """A tool's program, installed where it is not yet; where it cannot be, the reason.

    No tool stands for Postil.
    """
    if tool is None:
        return own_program()
    tell(f"installing {tool.name}")
    try:
        return installed(tool, tools)
    except ToolError as error:
        return f"it cannot be installed: {error}"


def compare_all(
    sizes: Iterable[int], seed: int, folder: Path, runs: int, found: dict[Peer, Path | str]
) -> None:
    """Measures all peers whose program was found, and prints the tables of each size."""
    programs = {peer: program for peer, program in found.items() if isinstance(program, Path)}
    missing = {peer: reason for peer, reason in found.items() if isinstance(reason, str)}
    for articles in sizes:
        sites = folder / str(articles)
        sites.mkdir(parents=True)
        results: dict[Peer, Result | str] = {
            **missing,
            **compare(articles, seed, sites, runs, programs),
        }
        in_order = {peer: results[peer] for peer in found}
        print("\n".join(tables(articles, in_order)), flush=True)


def main() -> None:
    """Installs, measures and prints."""
    parser = parser_of("Compare Postil with other generators.", 3, "turns")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=[name.lower() for name in NAMES],
        default=[name.lower() for name in NAMES],
        help="the peers to measure (all)",
    )
    parser.add_argument(
        "--tools", type=Path, default=TOOLS, help=f"where they are installed ({TOOLS})"
    )
    given = given_to(parser)
    peers = [peer for peer in PEERS if peer.name.lower() in given.only]
    tools = dict.fromkeys(peer.tool for peer in peers)
    programs = {tool: find_program(tool, given.tools.resolve()) for tool in tools}
    found = {peer: programs[peer.tool] for peer in peers}
    with TemporaryDirectory(prefix="postil-peers-") as temporary:
        folder = (given.folder or Path(temporary)).resolve()
        compare_all(dict.fromkeys(given.articles), given.seed, folder, given.runs, found)


if __name__ == "__main__":
    main()
