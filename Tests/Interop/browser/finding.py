"""Types in the field of /zoeken/ and lays two days side by side, and prints what a reader gets to see, as JSON.

    finding.py SITE --type QUERY... --compare SUBJECT FROM TO HOW...
"""

import argparse
import json
import os
import tempfile
import urllib.parse

import page_checks
from chromium import Chromium
from page_checks import DESKTOP
from website import Site

FOUND = """(() => ({
  says: document.getElementById("zoek-stand").textContent,
  names: [...document.querySelectorAll("#zoek-vondsten a")].map((link) => link.textContent),
  addresses: [...document.querySelectorAll("#zoek-vondsten a")].map((link) => new URL(link.href).pathname),
  elements: document.querySelectorAll("#zoek-vondsten *:not(li, a, bdi, span)").length,
  letters: !document.getElementById("zoek-letters").hidden,
  query: new URL(location.href).searchParams.get("q"),
  focus: document.activeElement.textContent || document.activeElement.id,
}))()"""

COMPARED = """(() => ({
  says: document.getElementById("vergelijk-stand").textContent,
  counts: Object.fromEntries([...document.querySelectorAll("#vergelijk-tellingen .telling")].map(
    (pill) => [pill.firstChild.textContent.trim(), Number(pill.querySelector(".aantal").textContent)])),
  rows: [...document.querySelectorAll("#vergelijk-tabel tbody tr")].map(
    (row) => [...row.children].map((cell) => cell.innerText.replace(/\\s+/g, " ").trim())),
}))()"""


def settle(chromium):
    """Waits until what was asked for has been read and shown."""
    chromium.evaluate("new Promise((done) => setTimeout(done, 400))")


def typed(chromium, site, query):
    """What is found while it is typed, key by key, and where the arrow keys lead."""
    chromium.open(site.root + "/zoeken/")
    # From the top with Tab alone, as somebody without a mouse comes to the field.
    for _ in range(40):
        chromium.press("Tab", 9)
        if chromium.evaluate("document.activeElement.id") == "zoek":
            break
    for letter in query:
        chromium.tell("Input.insertText", text=letter)
    settle(chromium)
    found = chromium.evaluate(FOUND)
    chromium.press("ArrowDown", 40)
    found["down"] = chromium.evaluate(FOUND)["focus"]
    chromium.press("ArrowUp", 38)
    found["up"] = chromium.evaluate(FOUND)["focus"]
    chromium.evaluate(page_checks.QUESTIONS)
    found["axe"] = page_checks.axe(chromium)
    # The same from the address alone, as somebody was sent it, and from the form of the start page.
    chromium.open(f"{site.root}/zoeken/?q={urllib.parse.quote(query)}")
    settle(chromium)
    found["again"] = chromium.evaluate(FOUND)["names"]
    return found


def compared(chromium, site, subject, start, end, how):
    chromium.open(f"{site.root}/{subject}/vergelijk/?van={start}&tot={end}&hoe={how}")
    settle(chromium)
    found = chromium.evaluate(COMPARED)
    chromium.evaluate(page_checks.QUESTIONS)
    found["axe"] = page_checks.axe(chromium)
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site")
    parser.add_argument("--public")
    parser.add_argument("--type", action="append", default=[])
    parser.add_argument("--compare", nargs=4, action="append", default=[], metavar=("SUBJECT", "FROM", "TO", "HOW"))
    options = parser.parse_args()
    site = Site(options.site, public=options.public)
    with tempfile.TemporaryDirectory() as scratch:
        chromium = Chromium(os.path.join(scratch, "profile"))
        try:
            chromium.size(DESKTOP)
            chromium.complaints()
            searches = [typed(chromium, site, query) for query in options.type]
            comparisons = [compared(chromium, site, *days) for days in options.compare]
            # The browser's own first page and its own pictures are not asked of anybody.
            foreign = [address for address in chromium.requests()
                       if not address.startswith((f"http://{site.host}/", "chrome:", "data:"))]
            print(json.dumps({"searches": searches, "comparisons": comparisons, "complaints": chromium.complaints(),
                              "foreign": foreign}, ensure_ascii=False))
        finally:
            chromium.close()
            site.close()


if __name__ == "__main__":
    main()
