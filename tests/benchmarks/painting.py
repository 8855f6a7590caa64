"""How soon Chromium has an article page on the screen, beside the same text in plain Material.

    python tests/benchmarks/plainly.py . /tmp/plain && (cd /tmp/plain && python -m mkdocs build -q)
    python tests/benchmarks/painting.py site --beside /tmp/plain/site [--page …] [--visits 15]

The page is opened in both sites in turn, each time as on a first visit, so that whatever else the
machine does meets both alike. Printed for each width are the medians of:

- *largest paint*: milliseconds from asking for the page to the paint of its largest part (web.dev
  calls it Largest Contentful Paint);
- *scripts*, *style and layout*: milliseconds that the page kept the browser busy with these, from
  Chromium's own counters (`Performance.getMetrics`);
- *shift*: the sum of all layout shifts, of which web.dev calls 0.1 good.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser
from visits import NoBrowserError, address_of, chromium, served

from pages import middle_article, weights

WIDTHS = {"desktop": 1440, "phone": 380}
HEIGHT = 900

_WATCH = """
window.seen = { paint: 0, shift: 0 };
const watch = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take))
    .observe({ type, buffered: true });
watch("largest-contentful-paint", (entry) => { seen.paint = entry.startTime; });
watch("layout-shift", (entry) => { seen.shift += entry.value; });
"""
_SETTLED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))"


class Visit(NamedTuple):
    """What one visit took: milliseconds, but for the shift, which has no unit."""

    paint: float
    scripts: float
    layout: float
    shift: float


def visit(browser: Browser, address: str, width: int) -> Visit:
    """Opens a page as on a first visit."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT})
    page = context.new_page()
    page.add_init_script(_WATCH)
    counters = context.new_cdp_session(page)
    counters.send("Performance.enable")
    page.goto(address, wait_until="networkidle")
    page.evaluate(_SETTLED)
    seen: Mapping[str, float] = page.evaluate("window.seen")
    told = counters.send("Performance.getMetrics")["metrics"]
    seconds = {metric["name"]: metric["value"] for metric in told}
    context.close()
    return Visit(
        paint=seen["paint"],
        scripts=seconds["ScriptDuration"] * 1e3,
        layout=(seconds["LayoutDuration"] + seconds["RecalcStyleDuration"]) * 1e3,
        shift=seen["shift"],
    )


def compare(sites: list[Path], page: str, visits: int) -> None:
    """Prints the medians of each site, by width. Raises `NoBrowserError`."""
    with served(sites[0]) as (first, _), served(sites[-1]) as (second, _), chromium() as browser:
        hosts = dict(zip(sites, (first, second), strict=False))
        for name, width in WIDTHS.items():
            taken: dict[Path, list[Visit]] = {site: [] for site in sites}
            for _ in range(visits + 1):
                for site, host in hosts.items():
                    taken[site].append(visit(browser, f"{host}/{address_of(page)}", width))
            print(f"{name}, {width} px: {page}, medians of {visits} visits")
            print("".join(f"{column:>12}" for column in Visit._fields))
            for site in sites:
                counted = zip(*taken[site][1:], strict=True)  # the first warms the browser
                print("".join(f"{median(column):>12,.3f}" for column in counted), f" {site}")
            print()


def main() -> None:
    """Prints what the visits to one site or two took."""
    parser = argparse.ArgumentParser(description="Time the painting of an article page.")
    parser.add_argument("folder", type=Path, help="a built site")
    parser.add_argument("--beside", type=Path, help="another built site with the same page")
    parser.add_argument("--page", help="the page to open; a path from the site's root")
    parser.add_argument("--visits", type=int, default=15, help="visits that count, of each site")
    given = parser.parse_args()
    sites = [site.resolve() for site in (given.folder, given.beside) if site]
    page = given.page or middle_article(weights(sites[0]))
    for site in sites:
        if page is None or not (site / page).is_file():
            parser.error(f"{site} has no page {page or 'of an article'}")
    try:
        compare(sites, page, given.visits)
    except NoBrowserError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
