"""Made-up news archives of any size, as a Postil archive and as sites of other generators.

    python tests/benchmarks/generate.py 1000 FOLDER [--seed 1] [--only postil material]

writes `FOLDER/postil`, `FOLDER/material` and so on. The same number and seed give the same files to
the byte, and an article is the same whether or not others are written.

What an archive holds:

- N articles of about 600 words over five years, in paragraphs with emphasis, links, headings and
  lists, each under one to three topics; every second one with a note on words that it has once;
- N/10 actors (at least 10), named by Zipf's law: the first in nearly every article, the last now
  and then; in full at first, by a short name later on, as newspapers do;
- eight outlets, which are actors too; 50 topics, five wide ones with nine narrow ones each; and two
  analysts.

Words come from a short list, so that the grammar holds, and from 20,000 invented place names, so
that the search index meets about as many different words as in a real archive. The other generators
get the same texts, and in their front matter title, date, topics, actors and summary.
"""

import argparse
from pathlib import Path

from invented import make_archive
from peer_sites import write_eleventy, write_hugo, write_material, write_pelican, write_zensical
from postil_site import write_postil, write_postil_without_search

WRITERS = {
    "postil": write_postil,
    "postil-without-search": write_postil_without_search,
    "material": write_material,
    "zensical": write_zensical,
    "hugo": write_hugo,
    "eleventy": write_eleventy,
    "pelican": write_pelican,
}
"""Which function writes which site. Each takes an archive and a folder that does not exist."""


def main() -> None:
    """Writes the sites."""
    parser = argparse.ArgumentParser(description="Write a made-up archive in many forms.")
    parser.add_argument("count", type=int, help="how many articles")
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=WRITERS, default=list(WRITERS))
    given = parser.parse_args()
    archive = make_archive(given.count, given.seed)
    for name in given.only:
        WRITERS[name](archive, given.folder / name)


if __name__ == "__main__":
    main()
