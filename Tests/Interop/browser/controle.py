"""Presses the button of `/controle/` in Chromium, on a site as it is and on altered copies of it.

Prints one JSON object a line: `alteration`, `expected` (what the page has to say) and `outcome`, `sentence` and
`entries` (what it says), and `axe` and `wide`: what is wrong with the page as it then is, on a desk and a phone. The first line is the site as it is; each other one alters exactly one thing. With `--reader`
it prints one object: what the page says to readers whose browser cannot check.
"""

import argparse
import json
import os
import pathlib
import shutil
import tempfile
import time

import page_checks
from alterations import ALTERATIONS
from chromium import Chromium
from website import Site

READ = """(() => {
  const status = document.getElementById("controle-uitslag");
  const said = (item) => [...item.querySelectorAll(".uitslag li")].map((li) => li.textContent);
  return {
    outcome: status.dataset.uitslag ?? null,
    sentence: status.textContent,
    general: [...document.querySelectorAll("#controle-algemeen li")].map((li) => li.textContent),
    entries: [...document.querySelectorAll("[data-controle]")].map((item) => ({
      id: item.dataset.controle, name: item.firstChild.textContent, outcome: item.dataset.uitslag ?? null,
      findings: said(item), text: item.querySelector(".uitslag")?.textContent ?? "",
    })),
  };
})()"""


def until(chromium, *outcomes):
    """What the page says once it has come to one of these outcomes."""
    for _ in range(300):
        found = chromium.evaluate(READ)
        if found["outcome"] in outcomes:
            return found
        time.sleep(0.05)
    raise SystemExit(f"the page never came to {outcomes}: {found}")


def press(chromium, address):
    """What a page says after its button was pressed."""
    chromium.open(address)
    until(chromium, "klaar")
    chromium.evaluate("document.getElementById('controle-start').click()")
    return until(chromium, "klopt", "klopt-niet")


def merged(whole, parts):
    """What the index says of everything, with what each part says of its own entries."""
    entries = {}
    for entry in (entry for found in [*parts, whole] for entry in found["entries"]):
        known = entries.setdefault((entry["id"] or entry["name"]), entry)
        if known is not entry:
            known["findings"] += [finding for finding in entry["findings"] if finding not in known["findings"]]
            known["outcome"] = "klopt" if known["outcome"] == entry["outcome"] == "klopt" else "klopt-niet"
    outcome = "klopt" if all(found["outcome"] == "klopt" for found in [whole, *parts]) else "klopt-niet"
    general = [sentence for found in [whole, *parts] for sentence in found["general"]]
    return whole | {"outcome": outcome, "general": general, "entries": list(entries.values()),
                    "parts": [found["sentence"] for found in parts]}


def check(chromium, folder):
    """What the pages say: each part of its own, and the index of everything; that one stays open."""
    site = Site(folder)
    try:
        parts = [
            press(chromium, f"{site.root}/{page.parent.relative_to(folder).as_posix()}/")
            for page in sorted(folder.glob("controle/*/[0-9]*/index.html")) if page.parts[-3] != "pagina"
        ]
        return merged(press(chromium, site.root + "/controle/"), parts)
    finally:
        site.close()


SEEN = {}


def accessibility(chromium):
    """What is wrong with the page as it is now: with its result, wide in the light and small in the dark.

    Of pages that differ in their words alone axe looks at one; with WAARBORG_TEST_VOL at each.
    """
    found, wide = [], []
    for width, dark in [(page_checks.DESKTOP, False), (page_checks.PHONE, True)]:
        chromium.size(width)
        chromium.dark(dark)
        key = (width, page_checks.shape(chromium))
        if key not in SEEN or os.environ.get("WAARBORG_TEST_VOL"):
            SEEN[key] = page_checks.axe(chromium)
        found += [f"{width}: {problem}" for problem in SEEN[key]]
        if chromium.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(width)
    chromium.dark(False)
    chromium.size(page_checks.DESKTOP)
    return {"axe": found, "wide": wide}


def without(chromium, folder, script):
    """What the page says when the browser lacks something, which a script takes away before the page has started."""
    site = Site(folder)
    taken = chromium.tell("Page.addScriptToEvaluateOnNewDocument", source=script)
    try:
        chromium.open(site.root + "/controle/")
        return until(chromium, "kan-niet")["sentence"]
    finally:
        chromium.tell("Page.removeScriptToEvaluateOnNewDocument", identifier=taken["identifier"])
        site.close()


def from_disk(chromium, folder):
    """What the page says when it is opened as a file: its script may not even start."""
    chromium.open((pathlib.Path(folder) / "controle" / "index.html").resolve().as_uri())
    time.sleep(0.5)
    found = chromium.evaluate(READ)
    button = chromium.evaluate("document.getElementById('controle-start').checkVisibility()")
    return {"sentence": found["sentence"], "outcome": found["outcome"], "button": button}


def reader(chromium, folder):
    return {
        "no Ed25519": without(chromium, folder, "crypto.subtle.importKey = () => Promise.reject(new Error('NotSupported'))"),
        "Ed25519 that accepts everything": without(
            chromium, folder, "crypto.subtle.verify = () => Promise.resolve(true)"),
        "no https": without(chromium, folder, "Object.defineProperty(crypto, 'subtle', {value: undefined})"),
        "from disk": from_disk(chromium, folder),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", help="the folder of a site with /controle/")
    parser.add_argument("--only", default="", help="only alterations whose name holds this")
    parser.add_argument("--part", default="0/1", help="of as many parts of the alterations this one: 0/2")
    parser.add_argument("--reader", action="store_true", help="what readers see whose browser cannot check")
    options = parser.parse_args()
    pictures = os.environ.get("WAARBORG_SCHERMAFDRUKKEN")
    with tempfile.TemporaryDirectory() as scratch:
        chromium = Chromium(os.path.join(scratch, "profile"))
        try:
            if options.reader:
                print(json.dumps(reader(chromium, options.site), ensure_ascii=False))
                return
            part, parts = map(int, options.part.split("/"))
            for number, alteration in enumerate(ALTERATIONS):
                if options.only not in alteration.name or number % parts != part:
                    continue
                folder = pathlib.Path(scratch) / f"site-{number}"
                shutil.copytree(options.site, folder)
                expected = alteration.make(folder)
                chromium.complaints()
                found = check(chromium, folder)
                complaints = chromium.complaints()
                print(json.dumps({"alteration": alteration.name, "expected": expected} | found
                                 | {"complaints": complaints} | accessibility(chromium), ensure_ascii=False), flush=True)
                if pictures:
                    for width in (1280, 390):
                        chromium.size(width)
                        name = alteration.name.replace(" ", "-").replace("/", "-")
                        (pathlib.Path(pictures) / f"controle-{name}-{width}.png").write_bytes(chromium.picture())
                shutil.rmtree(folder)
        finally:
            chromium.close()


if __name__ == "__main__":
    main()
