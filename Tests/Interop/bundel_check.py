"""What other people's software says of a bundle.

    bundel_check.py bagit FOLDER      PyPI bagit, and the BagIt profile in bundel_profile.json by PyPI bagit-profile
    bundel_check.py sd-jwt FOLDER     PyPI sd-jwt verifies every event, with the keys that the bundle names
    bundel_check.py jws FOLDER        PyPI jwcrypto verifies who signed the bundle, and it is the bundle that was signed
    bundel_check.py zip FILE          Python's own zipfile reads it, and every checksum holds
    bundel_check.py mdto FOLDER       the metadata has the elements of MDTO 1.0 in their order, and says what the files are
    bundel_check.py pdf FILE WORDS    what a reader of the PDF gets to read, by PyPI pypdf: has WORDS, and not -WORDS
    bundel_check.py axe FOLDER        LEESMIJ.html in Chromium: axe-core for WCAG 2.2 AA, and nothing wider than the window
"""

import base64
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
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


def jws(folder):
    from jwcrypto.jwk import JWK
    from jwcrypto.jws import JWS

    made = JWS()
    made.deserialize((folder / "ondertekening.jws").read_text().strip())
    kid = json.loads(made.objects["protected"])["kid"]
    card = next(key for key in json.loads((folder / "data/sleutels.json").read_text())["sleutels"] if key["kid"] == kid)
    made.verify(JWK(kty="OKP", crv="Ed25519", x=card["x"]))
    digest = hashlib.sha256((folder / "tagmanifest-sha256.txt").read_bytes()).hexdigest()
    return [] if json.loads(made.payload)["tagmanifest"] == digest else ["signed is another bundle"]


def zip_(file):
    with zipfile.ZipFile(file) as opened:
        bad = opened.testzip()
        outside = [name for name in opened.namelist() if not name.startswith("bundel/")]
    return ([f"{bad}: its checksum does not hold"] if bad else []) + outside


# MDTO 1.0.1, as the XML schema of the Nationaal Archief orders it: each element with its type; ? may be left out, + is there
# once or more, * both. A type in capitals has a text.
MDTO = {
    "mdto": "informatieobject:informatieobject? bestand:bestand?",
    "informatieobject": """identificatie:identificatie+ naam:TEXT aggregatieniveau:begrip? classificatie:begrip* trefwoord:TEXT*
        omschrijving:TEXT* raadpleeglocatie:plaats* dekkingInTijd:dekking* dekkingInRuimte:verwijzing* taal:LANGUAGE*
        event:event* waardering:begrip bewaartermijn:termijn? informatiecategorie:begrip? isOnderdeelVan:verwijzing*
        bevatOnderdeel:verwijzing* heeftRepresentatie:verwijzing* aanvullendeMetagegevens:verwijzing*
        gerelateerdInformatieobject:relatie* archiefvormer:verwijzing+ betrokkene:betrokkene* activiteit:verwijzing?
        beperkingGebruik:beperking+""",
    "bestand": """identificatie:identificatie+ naam:TEXT omvang:WHOLE bestandsformaat:begrip checksum:checksum+ URLBestand:TEXT?
        isRepresentatieVan:verwijzing""",
    "identificatie": "identificatieKenmerk:TEXT identificatieBron:TEXT",
    "verwijzing": "verwijzingNaam:TEXT verwijzingIdentificatie:identificatie?",
    "begrip": "begripLabel:TEXT begripCode:TEXT? begripBegrippenlijst:verwijzing",
    "dekking": "dekkingInTijdType:begrip dekkingInTijdBegindatum:DAY dekkingInTijdEinddatum:DAY?",
    "checksum": "checksumAlgoritme:begrip checksumWaarde:TEXT checksumDatum:MOMENT",
    "beperking": """beperkingGebruikType:begrip beperkingGebruikNadereBeschrijving:TEXT? beperkingGebruikDocumentatie:verwijzing*
        beperkingGebruikTermijn:termijn?""",
}
TEXTS = {"TEXT": "(?s).+", "WHOLE": "[0-9]+", "LANGUAGE": "[a-z]{2,3}(-[A-Za-z0-9]+)*",
         "DAY": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?",
         "MOMENT": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?"}


def mdto_faults(element, kind):
    """What of an element is not as its type orders it."""
    if kind in TEXTS:
        return [] if len(element) == 0 and re.fullmatch(TEXTS[kind], element.text or "") else [f"{element.tag}: {element.text}"]
    rest, found = list(element), []
    for name, type_, mark in re.findall(r"(\w+):(\w+)([?*+]?)", MDTO[kind]):
        taken = 0
        while rest and rest[0].tag == "{https://www.nationaalarchief.nl/mdto}" + name and (taken == 0 or mark in ("*", "+")):
            found += mdto_faults(rest.pop(0), type_)
            taken += 1
        if taken == 0 and mark in ("", "+"):
            found.append(f"{element.tag}: no {name}")
    return found + [f"{element.tag}: {one.tag} is not at its place" for one in rest]


def mdto(folder):
    data, schema = folder / "data", os.environ.get("WAARBORG_MDTO_XSD")
    if schema:
        # The schema itself, where someone has it: its licence does not let us keep it.
        import xmlschema

        rules = xmlschema.XMLSchema(schema)
        for path in sorted((data / "mdto").glob("*.xml")):
            rules.validate(str(path))
    place, found, named = "{https://www.nationaalarchief.nl/mdto}", [], {}
    for path in sorted((data / "mdto").glob("*.xml")):
        root = xml.etree.ElementTree.parse(path).getroot()
        found += [f"{path.name}: {one}" for one in ([] if root.tag == place + "MDTO" and len(root) == 1 else ["root"])]
        found += [f"{path.name}: {one}" for one in mdto_faults(root, "mdto")]
        text = lambda where: root.findtext(".//" + "/".join(place + name for name in where.split("/")))
        if path.stem == "bundel":
            named["bundel"] = text("informatieobject/identificatie/identificatieKenmerk")
            listed = {one.findtext(f"{place}verwijzingNaam") for one in root.iter(place + "heeftRepresentatie")}
            continue
        file = data / text("bestand/naam")
        named[path.stem] = text("isRepresentatieVan/verwijzingIdentificatie/identificatieKenmerk")
        content = file.read_bytes()
        if (str(len(content)), hashlib.sha256(content).hexdigest()) != (text("bestand/omvang"), text("checksum/checksumWaarde")):
            found.append(f"{path.name}: says something else than the file")
    if listed != {str(path.relative_to(data)) for path in data.glob("stukken/*")}:
        found.append("bundel.xml: names other documents than there are")
    found += [f"{name}: of {of}" for name, of in named.items() if of != named["bundel"]]
    return found if len(named) > 1 else ["no documents"]


def pdf(file, *words):
    from pypdf import PdfReader

    reader = PdfReader(file)
    # A line of the page can be broken anywhere: letters are compared, and not what is between them.
    letters = lambda text: "".join(text.split())
    text = letters("".join(page.extract_text() for page in reader.pages) + str(reader.metadata))
    raw = file.read_bytes()
    found = []
    for word in words:
        is_there = letters(word.lstrip("-")) in text or word.lstrip("-").encode() in raw
        if is_there == word.startswith("-"):
            found.append(("has " if is_there else "has not ") + word.lstrip("-"))
    return found


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


def main(what, place, *words):
    checks = {"bagit": bagit, "sd-jwt": sd_jwt, "jws": jws, "zip": zip_, "mdto": mdto, "pdf": pdf, "axe": axe}
    found = checks[what](pathlib.Path(place), *words)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
