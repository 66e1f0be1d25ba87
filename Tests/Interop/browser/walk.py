"""Walks through a site in Chromium, page by page, and prints what is wrong: one JSON object a line.

A line holds `site`, `page`, `check` and `findings`, which is empty when all is well. The last line counts.
"""

import argparse
import fnmatch
import json
import os
import pathlib
import sys
import tempfile
import time

import folder_checks
import page_checks
from chromium import Chromium
from page_checks import DESKTOP, PHONE, ZOOMED
from website import Site

LIMIT = 100_000


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", nargs="+", help="a folder; with #ADDRESS behind it, only that page")
    parser.add_argument("--public", help="the address that the site will have, as it stands in its links")
    parser.add_argument("--printed", action="append", default=[], help="words that stand on every printed page")
    parser.add_argument("--single", nargs="*", default=[], help="pages that fit one sheet, as patterns of addresses")
    parser.add_argument("--lapsed", nargs="*", default=[], help="addresses of pages that nothing links to any more")
    parser.add_argument("--scripted", nargs="*", default=[],
                        help="pages that do more with scripts on, as patterns of addresses")
    parser.add_argument("--all", action="store_true", help="every page, instead of some of each kind")
    return parser.parse_args()


def in_browser(chromium, site, address, file, options):
    """Each check of one page, with what it found."""
    # 1. As it is opened, at a desk, without scripts and with them.
    chromium.size(DESKTOP)
    chromium.dark(False)
    chromium.scripts(False)
    chromium.requests(), chromium.complaints()
    del site.asked[:]
    chromium.open(site.root + address)
    chromium.evaluate(page_checks.QUESTIONS)
    plain = page_checks.ask(chromium, "text()")
    chromium.scripts(True)
    first = list(site.asked)
    chromium.open(site.root + address)
    chromium.evaluate(page_checks.QUESTIONS)
    text = page_checks.ask(chromium, "text()")
    is_scripted = any(fnmatch.fnmatchcase(address, pattern) for pattern in options.scripted)
    same = plain == text or is_scripted and len(plain) > 200
    yield "without scripts", [] if same else [f"{len(plain)} characters of text without scripts, {len(text)} with them"]
    yield "weight", weight(site, first)
    yield "keyboard", page_checks.keyboard(chromium)
    yield "axe", page_checks.axe(chromium)
    picture(chromium, site, address, "desktop")

    # 2. At four times the size, in the dark.
    chromium.size(ZOOMED, 256)
    chromium.dark(True)
    chromium.open(site.root + address)
    chromium.evaluate(page_checks.QUESTIONS)
    yield "skip link", page_checks.skip_link(chromium)
    yield "reflow", page_checks.reflow(chromium)
    yield "axe, small and dark", page_checks.axe(chromium)

    # 3. In the hand.
    chromium.size(PHONE, 844)
    chromium.dark(False)
    yield "reflow on a telephone", page_checks.reflow(chromium)
    picture(chromium, site, address, "phone")

    # 4. On paper.
    own = (site.public or site.root) + address
    expected = [page_checks.heading(site, file), own, *options.printed]
    is_single = any(fnmatch.fnmatchcase(address, pattern) for pattern in options.single)
    yield "paper", page_checks.printed(chromium, expected, is_single)

    # 5. What it asked for meanwhile, and what the console said.
    elsewhere = {url for url in chromium.requests() if not url.startswith((site.root + "/", "data:", "about:", "blob:"))}
    yield "requests", [f"asks for {url}" for url in sorted(elsewhere)] + [
        f"asks for {path}, and the answer is {code}" for path, code in dict.fromkeys(site.asked) if code >= 400
    ]
    yield "console", list(dict.fromkeys(chromium.complaints()))


def weight(site, asked):
    """The page and what it needs to be shown, in bytes, before any compression."""
    bytes_ = sum(file.stat().st_size for path, _ in dict.fromkeys(asked) if (file := site.resolve(path)))
    return [f"{bytes_} bytes, more than {LIMIT}"] if bytes_ > LIMIT else []


def picture(chromium, site, address, kind):
    folder = os.environ.get("WAARBORG_SCHERMAFDRUKKEN")
    if folder:
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        name = address.strip("/").replace("/", "_") or "start"
        (pathlib.Path(folder) / f"{site.name}_{name}.{kind}.png").write_bytes(chromium.picture())


def walk(chromium, site, options):
    def tell(page, check, findings):
        print(json.dumps({"site": site.name, "page": page, "check": check, "findings": findings}), flush=True)

    if not site.only:
        tell("", "site", folder_checks.site_wide(site, options.lapsed))
    for address, file in site.pages.items():
        tell(address, "validity", folder_checks.validity(site, file))
        tell(address, "links", folder_checks.links(site, address, file))
    chosen, kinds = site.samples()
    for address in sorted(site.pages) if options.all else chosen:
        for check, findings in in_browser(chromium, site, address, site.pages[address], options):
            tell(address, check, findings)
    return len(site.pages), len(site.pages) if options.all else len(chosen), kinds


def main():
    options = arguments()
    started = time.monotonic()
    counts = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        chromium = Chromium(scratch)
        try:
            for folder in options.site:
                folder, _, only = folder.partition("#")
                site = Site(folder, only or None, options.public)
                try:
                    counts.append(walk(chromium, site, options))
                finally:
                    site.close()
        finally:
            chromium.close()
    print(json.dumps({
        "axe": page_checks.AXE_VERSION, "chromium": chromium.version, "pages": sum(count[0] for count in counts),
        "opened": sum(count[1] for count in counts), "kinds": sum(count[2] for count in counts),
        "seconds": round(time.monotonic() - started, 1),
    }))


if __name__ == "__main__":
    sys.exit(main())
