"""What other people's software says of a bundle.

    bundel_check.py bagit FOLDER      PyPI bagit, and the BagIt profile in bundel_profile.json by PyPI bagit-profile
    bundel_check.py sd-jwt FOLDER     PyPI sd-jwt verifies every event, with the keys that the bundle names
    bundel_check.py zip FILE          Python's own zipfile reads it, and every checksum holds
    bundel_check.py axe FOLDER        LEESMIJ.html in Chromium: axe-core for WCAG 2.2 AA, and nothing wider than the window
"""

import base64
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).parent


def bagit(folder):
    import bagit
    from bagit_profile import Profile

    bag = bagit.Bag(str(folder))
    bag.validate()
    rules = json.loads((HERE / "bundel_profile.json").read_text())
    profile = Profile(rules["BagIt-Profile-Info"]["BagIt-Profile-Identifier"], profile=rules)
    return [] if profile.validate(bag) else [str(error) for error in profile.report.errors]


def sd_jwt(folder):
    from jwcrypto.jwk import JWK
    from sd_jwt.verifier import SDJWTVerifier

    data = folder / "data"
    cards = {key["kid"]: JWK(kty="OKP", crv="Ed25519", x=key["x"])
             for key in json.loads((data / "sleutels.json").read_text())["sleutels"]}
    found = []
    for path in sorted(data.glob("gebeurtenissen/*.sdjwt")):
        readable = json.loads(path.with_suffix(".json").read_text())
        verifier = SDJWTVerifier(path.read_text().strip(), lambda issuer, header: cards[header["kid"]])
        if verifier.get_verified_payload()["data"] != readable["gegevens"]:
            found.append(f"{path.name}: opens something else than its readable form says")
    return found if list(data.glob("gebeurtenissen/*.sdjwt")) else ["no events"]


def zip_(file):
    with zipfile.ZipFile(file) as opened:
        bad = opened.testzip()
        outside = [name for name in opened.namelist() if not name.startswith("bundel/")]
    return ([f"{bad}: its checksum does not hold"] if bad else []) + outside


def axe(folder):
    import axe_playwright_python

    script = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
    page = (folder / "data/LEESMIJ.html").read_text()
    if "<script" in page or re.search(r'(?:src|href)="(?:https?:)?//', page):
        return ["a script, or something from elsewhere"]
    # Chromium runs the check inside a copy without the policy that forbids scripts.
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    ask = """axe.run(document, {runOnly: %s, resultTypes: ["violations"]}).then(result => {
      const wide = document.documentElement.scrollWidth > innerWidth ? ["wider than the window"] : [];
      const found = result.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 120)));
      document.body.innerHTML = "<pre id=uitslag>" + btoa(unescape(encodeURIComponent(JSON.stringify(found.concat(wide))))) + "</pre>";
    })""" % json.dumps(tags)
    page = page.replace("</body>", f"<script>{script}</script><script>{ask}</script></body>")
    found = []
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / "bladzijde.html"
        copy.write_text(page)
        for width in (1280, 500):
            told = subprocess.run(
                ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={place}/{width}",
                 f"--window-size={width},900", "--virtual-time-budget=20000", "--dump-dom", copy.as_uri()],
                capture_output=True, text=True, check=True).stdout
            match = re.search(r'<pre id="uitslag">([A-Za-z0-9+/=]*)</pre>', told)
            if not match:
                return ["axe-core did not answer"]
            found += [f"{width}: {one}" for one in json.loads(base64.b64decode(match[1]))]
    return found


def main(what, place):
    checks = {"bagit": bagit, "sd-jwt": sd_jwt, "zip": zip_, "axe": axe}
    found = checks[what](pathlib.Path(place))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
