"""What the measurements that build archives of several sizes have in common on the command line."""

import argparse
from pathlib import Path


def parser_of(description: str, runs: int, counted: str) -> argparse.ArgumentParser:
    """Takes sizes, how often what is `counted` is done, which archive it is, and a folder."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("articles", type=int, nargs="+", help="how many articles; several sizes")
    parser.add_argument("--runs", type=int, default=runs, help=f"counted {counted} ({runs})")
    parser.add_argument("--seed", type=int, default=1, help="which archive (1)")
    parser.add_argument("--folder", type=Path, help="keep the sites in this new folder")
    return parser


def given_to(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """What was given. Ends the program where that cannot be, such as a folder that is there."""
    given = parser.parse_args()
    if given.folder and given.folder.exists():
        parser.error(f"{given.folder} exists; name a new folder")
    if given.runs < 1:
        parser.error("--runs must be 1 at least")
    return given
