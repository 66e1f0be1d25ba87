"""Presses the button of `/controle/` in Chromium, on a site as it is and on altered copies of it.

Prints one JSON object a line: `alteration`, `expected` (what the page has to say) and `outcome`, `sentence` and
`entries` (what it says). The first line is the site as it is; each other one alters exactly one thing.
"""

import argparse
import json
import os
import pathlib
import shutil
import tempfile
import time

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


def check(chromium, folder):
    """What the page says after the button was pressed."""
    site = Site(folder)
    try:
        chromium.open(site.root + "/controle/")
        until(chromium, "klaar")
        chromium.evaluate("document.getElementById('controle-start').click()")
        return until(chromium, "klopt", "klopt-niet")
    finally:
        site.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", help="the folder of a site with /controle/")
    parser.add_argument("--only", default="", help="only alterations whose name holds this")
    options = parser.parse_args()
    pictures = os.environ.get("WAARBORG_SCHERMAFDRUKKEN")
    with tempfile.TemporaryDirectory() as scratch:
        chromium = Chromium(os.path.join(scratch, "profile"))
        try:
            for number, alteration in enumerate(ALTERATIONS):
                if options.only not in alteration.name:
                    continue
                folder = pathlib.Path(scratch) / f"site-{number}"
                shutil.copytree(options.site, folder)
                expected = alteration.make(folder)
                chromium.complaints()
                found = check(chromium, folder)
                print(json.dumps({"alteration": alteration.name, "expected": expected} | found
                                 | {"complaints": chromium.complaints()}, ensure_ascii=False), flush=True)
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
