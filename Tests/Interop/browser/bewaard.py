"""Gives `/controle/` what a reader kept, in Chromium: a checkpoint or receipt to paste, choose or drop, or a saved file.

`bewaard.py SITE CASES` reads cases as a JSON array: `name`, `form` (`eigen` or `bestand`), `text` to paste, `files` to
choose (their paths), `how` (`choose`, `drop` or `keys`), and what is altered in a copy of the site first: `gone` (paths
left out), `flip` (paths of which one byte is changed) and `put` (path to the path of another file). Prints one JSON
object a line: `name`, `outcome`, `sentence`, `more`, `entries`, `ran` (whether anything in a file became part of the
page), `asked` (the tiles that were fetched), `complaints`, `axe` and `wide`.
"""

import base64
import json
import os
import pathlib
import shutil
import sys
import tempfile
import time

from chromium import Chromium
from controle import accessibility, until
from selenium.webdriver.common.by import By
from website import Site

STATUS = {"eigen": "vergelijking", "bestand": "vergeleken"}
READ = """(() => {
  const status = document.getElementById("controle-%s");
  const items = (id) => [...document.querySelectorAll(`#${id} li`)];
  return {
    outcome: status.dataset.uitslag ?? null, sentence: status.textContent.trim(),
    more: items("controle-vergelijking-meer").map((li) => li.textContent),
    entries: [...document.querySelectorAll("#controle-gevonden > li")].map((li) => ({
      name: li.firstChild.textContent, outcome: li.dataset.uitslag, text: li.querySelector(".uitslag").textContent,
    })),
    ran: window.ran === true || document.querySelector("#controle-gevonden script, #controle-gevonden img") !== null,
  };
})()"""


def answer(chromium, form):
    """What the page says once it has an answer."""
    for _ in range(600):
        found = chromium.evaluate(READ % STATUS[form])
        if found["outcome"] not in (None, "bezig"):
            return found
        time.sleep(0.05)
    raise SystemExit(f"no answer: {found}")


def drop(chromium, form, paths):
    """Lets go of files above a form, as a mouse would."""
    files = [[pathlib.Path(path).name, base64.b64encode(pathlib.Path(path).read_bytes()).decode()] for path in paths]
    chromium.evaluate("""((form, files) => {
      const carried = new DataTransfer();
      for (const [name, text] of files) {
        carried.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name));
      }
      document.getElementById(form).dispatchEvent(
        new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    })(%s, %s)""" % (json.dumps(f"controle-{form}"), json.dumps(files)))


def filled(chromium):
    """Waits until the page has read the files that it took."""
    for _ in range(100):
        if chromium.evaluate("document.getElementById('controle-eigen-punt').value !== '' "
                             "|| document.getElementById('controle-vergelijking').textContent !== ''"):
            return
        time.sleep(0.05)


def give(chromium, case):
    form, how = case["form"], case.get("how", "choose")
    if "text" in case:
        chromium.evaluate(f"document.getElementById('controle-eigen-punt').value = {json.dumps(case['text'])}")
    if case.get("files") and how == "drop":
        drop(chromium, form, case["files"])
    elif case.get("files"):
        field = chromium.driver.find_element(By.ID, f"controle-{form}-bestand")
        field.send_keys("\n".join(case["files"]))
    if form == "bestand":
        return
    if case.get("files"):
        filled(chromium)
    if chromium.evaluate("document.getElementById('controle-vergelijking').textContent !== ''"):
        return
    if how == "keys":
        chromium.evaluate("document.getElementById('controle-eigen-punt').focus()")
        for _ in range(2):
            chromium.press("Tab", 9)
        chromium.press("Enter", 13)
    else:
        chromium.evaluate("document.querySelector('#controle-eigen button').click()")


def alter(folder, case):
    for path in case.get("gone", []):
        (folder / path).unlink()
    for path in case.get("flip", []):
        content = bytearray((folder / path).read_bytes())
        content[len(content) // 2] ^= 1
        (folder / path).write_bytes(content)
    for path, other in case.get("put", {}).items():
        shutil.copyfile(other, folder / path)


def main(site, cases):
    pictures = os.environ.get("WAARBORG_SCHERMAFDRUKKEN")
    with tempfile.TemporaryDirectory() as scratch:
        chromium = Chromium(os.path.join(scratch, "profile"))
        try:
            for number, case in enumerate(json.loads(pathlib.Path(cases).read_text())):
                folder = pathlib.Path(scratch) / f"site-{number}"
                shutil.copytree(site, folder)
                alter(folder, case)
                chromium.complaints()
                served = Site(folder)
                chromium.open(served.root + "/controle/")
                until(chromium, "klaar")
                for _ in range(100):
                    if chromium.evaluate(f"document.getElementById('controle-{case['form']}').checkVisibility()"):
                        break
                    time.sleep(0.05)
                give(chromium, case)
                found = answer(chromium, case["form"])
                asked = sorted(path for path, _ in served.asked if "/tile/" in path)
                print(json.dumps({"name": case["name"], "asked": asked, "complaints": chromium.complaints()} | found
                                 | accessibility(chromium), ensure_ascii=False), flush=True)
                if pictures:
                    for width in (1280, 390):
                        chromium.size(width)
                        (pathlib.Path(pictures) / f"bewaard-{case['name']}-{width}.png").write_bytes(chromium.picture())
                served.close()
                shutil.rmtree(folder)
        finally:
            chromium.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
