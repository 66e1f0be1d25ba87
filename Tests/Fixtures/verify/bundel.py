"""Writes bundles of the village's ledger (`dorp.py`), good and with any one thing wrong; shares no code with who checks them.

A bundle is made in three steps, each of which can be spoiled: its events, its files, and the bag around them. What is
spoiled in one step is carried through the steps after it, so that one fault stays one fault.
"""

import base64
import datetime
import hashlib
import json
import pathlib
import struct
import zlib

from dorp import DAY, Dorp, compact, leaf_hash, path_to, root_of, std64, url64

EVENTS = pathlib.Path(__file__).resolve().parents[3] / "Events"
AUTHORITY = ("GrootboekGeopend", "SleutelGeregistreerd", "SleutelIngetrokken", "MandaatVerleend", "MandaatIngetrokken")
SHOWN = ("vastgesteld", "bevestigd", "werkdagen")  # what the bundle is about
# As much of the page as says how a demand stands.
PAGE = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Lees mij</title>
</head>
<body>
<p><a href="#zaak">De zaak</a></p>
<table class="matrix">
<tr>
<th scope="row">AI-1.19</th>
<td>Een gedragscode</td>
<td><span class="stand nee">stuk aanwezig</span></td>
<td><a href="gebeurtenissen/9.json">9</a></td>
</tr>
</table>
</body>
</html>
"""
VERIFIER = EVENTS.parent / "Tools" / "verify"
NOT_ASKED = {
    "grond": "niet-gevorderd", "wet": "Algemene wet bestuursrecht; Algemene verordening gegevensbescherming",
    "artikel": "art. 5:13; art. 5 lid 1 onder c", "genoemdeWet": None, "omschrijving": "Dit is niet gevraagd en niet nodig "
    "om de eis te beoordelen. Een toezichthouder vraagt wat redelijkerwijs nodig is.", "betwistbaar": False}
PUBLIC = ("Wat hier is weggelaten, is niet weg. U kunt erom vragen met een verzoek op grond van de Wet open overheid (art. 4.1). Het "
          "staat in het grootboek, en aan de hash is te zien dat het dan niet is veranderd.")
ON_REQUEST = ("Wat hier is weggelaten, is niet weg. U kunt het alsnog vragen of vorderen. Het staat in het grootboek, en aan "
              "de hash is te zien dat het dan niet is veranderd.")
PROFILE = "urn:waarborg:bundel:1"


def sha(algorithm, data):
    return hashlib.new(algorithm, data).hexdigest()


def pretty(value):
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def moment(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def consistency(old, hashes):
    """That the tree of `hashes` begins with its first `old` (RFC 6962, section 2.1.2)."""
    def part(count, rest, is_whole):
        if count == len(rest):
            return [] if is_whole else [root_of(rest)]
        left = 1 << (len(rest) - 1).bit_length() - 1
        if count <= left:
            return part(count, rest[:left], is_whole) + [root_of(rest[left:])]
        return part(count - left, rest[left:], False) + [root_of(rest[:left])]
    return part(old, hashes, True)


class Piece:
    """One event in a bundle, and what of it is open."""

    def __init__(self, dorp, number):
        entry = dorp.entries[number]
        self.number, self.claims, self.kid, self.leaf = number, entry.claims, entry.header["kid"], dorp.leaves()[number]
        name = next(name for name, at in dorp.named.items() if at == number)
        rows = dorp.rows(name)
        shown = name in SHOWN
        self.open = [row["open"] for row in rows if shown and row["key"] is None]
        self.withheld = [{"veld": row["field"], "grond": "niet-gevorderd"}
                         for row in rows if not (shown and row["key"] is None)]
        self.digests = len(entry.data.get("_sd", []))
        self.destroyed = []           # fields, each with the number of the event that says so
        self.presentation = None      # other bytes than follow from the above
        self.proof_of = number        # the place that the proof is of

    def values(self):
        pairs = [json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))) for text in self.open]
        return {pair[1]: pair[2] for pair in pairs if len(pair) == 3}


class Bundle:
    """A bundle and where it can be spoiled."""

    def __init__(self, dorp=None):
        self.dorp = dorp or Dorp().whole()
        self.size = len(self.dorp.entries)
        self.pieces = {number: Piece(self.dorp, number) for number, entry in enumerate(self.dorp.entries)
                       if entry.claims["evt"] in AUTHORITY or any(self.dorp.named[name] == number for name in SHOWN)}
        self.note = None              # another checkpoint
        self.proof_note = None        # another one under the proofs
        self.edit_proof = {}          # number: function on the text of its proof
        self.since = {}               # size of an earlier checkpoint: its note, and a function on the text of its proof
        self.files = {}
        self.spoil_files = []         # functions on the payload before the bag is made
        self.spoil_tags = []          # functions on all files after it was made, with the manifests made again by hand
        self.links = {}
        self.zip = None               # function from the ZIP's entries to its bytes; None for a folder
        self.info = {}
        self.maker = "secretariaat"   # whose key signs the bundle
        self.header = {}              # of the signature, where it is another
        self.edit_statement = lambda statement: None
        self.edit_signature = lambda data: data  # None leaves it out

    def piece(self, name):
        return self.pieces[self.dorp.named[name]]

    def drop(self, name):
        del self.pieces[self.dorp.named[name]]

    # --- The payload

    def build(self):
        hashes = [leaf_hash(leaf) for leaf in self.dorp.leaves()[:self.size]]
        note = self.note or self.dorp.log.note(self.size, root_of(hashes))
        files, documents = {}, {}
        for number, piece in sorted(self.pieces.items()):
            path = path_to(piece.proof_of, hashes)
            proof = "\n".join(["c2sp.org/tlog-proof@v1", f"index {piece.proof_of}", *map(std64, path)]) + "\n\n"
            proof = self.edit_proof.get(number, lambda text: text)(proof + (self.proof_note or note))
            shown = piece.presentation or piece.leaf + "".join(one + "~" for one in piece.open).encode() + b"\n"
            files[f"gebeurtenissen/{number}.sdjwt"] = shown
            files[f"gebeurtenissen/{number}.tlog-proof"] = proof.encode()
            files[f"gebeurtenissen/{number}.json"] = pretty(self.rendering(piece))
            for value in piece.values().values():
                if isinstance(value, dict) and value.get("bestand") in self.dorp.files:
                    documents[value["sha256"]] = self.dorp.files[value["bestand"]]
            kind = f"{piece.claims['evt']}/v{piece.claims['ver']}.schema.json"
            if (EVENTS / kind).is_file():
                files[f"catalogus/{kind}"] = (EVENTS / kind).read_bytes()
        for digest, data in documents.items():
            files[f"stukken/{digest}.txt"] = data
            files[f"mdto/{digest}.xml"] = b"<MDTO/>\n"
        for size, (earlier, change) in self.since.items():
            path = consistency(min(size, len(hashes)), hashes)
            text = "\n".join([f"old {size}", *map(std64, path)]) + "\n\n" + note
            files[f"eerder/{size}.checkpoint"] = (earlier or self.dorp.note(size)).encode()
            files[f"eerder/{size}.vervolg"] = change(text).encode()
        files.update(self.whole(note))
        for spoil in self.spoil_files:
            spoil(files)
        return files

    def role(self, kid):
        return next((key.role for key in self.dorp.keys.values() if key.kid == kid), None)

    def rendering(self, piece):
        claims = piece.claims
        facts = {name: value for name, value in claims["data"].items() if name != "_sd"}
        return {"nummer": piece.number, "id": claims["jti"], "soort": claims["evt"], "versie": claims["ver"],
                "stroom": claims["sub"], "volgnummer": claims["seq"], "datum": claims["op"],
                "vastgelegd": moment(claims["iat"]), "sleutel": piece.kid, "rol": self.role(piece.kid),
                "gegevens": {**facts, **piece.values()}, "gesloten": piece.digests - len(piece.open)}

    def whole(self, note):
        lines = note.split("\n")
        sealed = [piece for _, piece in sorted(self.pieces.items()) if piece.digests]
        return {
            "LEESMIJ.html": PAGE.encode(), "matrix.csv": b"Eis;Stand\r\nAI-1.19;stuk aanwezig\r\n", "verify.py": VERIFIER.read_bytes(),
            "mdto/bundel.xml": b"<MDTO/>\n", "checkpoint": note.encode(),
            "bundel.json": pretty({"profiel": PROFILE, "grootboek": lines[0], "ontvanger": "arbeidsinspectie", "dag": DAY,
                                   "eisen": ["AI-1.19"], "gebeurtenissen": [
                                       number for number, piece in sorted(self.pieces.items())
                                       if piece.claims["evt"] not in AUTHORITY], "omvang": int(lines[1]), "wortel": lines[2]}),
            "matrix.json": pretty({
                "eisen": [{"eis": "AI-1.19", "stand": "stuk aanwezig", "gebeurtenissen": [self.dorp.named["vastgesteld"]]}],
                "standen": [{"brief": None, "maatregelen": [], "eisen": [{
                    "eis": "AI-1.19", "standTekst": "stuk aanwezig", "positions": [self.dorp.named["vastgesteld"]],
                    "bewijs": [{"wat": "de gedragscode", "feiten": [self.fact("vastgesteld")]}], "registratie": [],
                    "alternatief": None}]}]}),
            "sleutels.json": pretty(self.keys()),
            "weggelaten.json": pretty({
                "ontvanger": "arbeidsinspectie", "beslotenDoor": "secretariaat", "opvraagbaar": ON_REQUEST, "gronden": [NOT_ASKED],
                "gebeurtenissen": [{"nummer": piece.number, "verzegeld": piece.digests, "open": len(piece.open),
                                    "vernietigd": piece.destroyed, "weggelaten": piece.withheld} for piece in sealed]}),
        }

    def fact(self, name):
        """What the matrix says of an event."""
        claims = self.dorp.at(name).claims
        return {"position": self.dorp.named[name], "id": claims["jti"], "stream": claims["sub"], "event": claims["evt"],
                "gedaan": claims["op"], "vastgelegd": DAY}

    def keys(self):
        """What follows from the events in the bundle about keys and mandates."""
        founding = self.dorp.entries[0].claims["data"]
        keys, mandates = [], []
        for number, piece in sorted(self.pieces.items()):
            data, kind = piece.claims["data"], piece.claims["evt"]
            if kind in ("GrootboekGeopend", "SleutelGeregistreerd"):
                kid = next(key.kid for key in self.dorp.keys.values() if key.box == data["verzegelsleutel"])
                keys.append({"kid": kid, "x": data["sleutel"], "rol": data["rol"], "geregistreerd": number,
                             "ingetrokken": None, "geldtTot": None})
            elif kind == "SleutelIngetrokken":
                for key in keys:
                    if key["kid"] == data["kid"]:
                        key.update(ingetrokken=number, geldtTot=moment(max(data["vanaf"], piece.claims["iat"])))
            elif kind == "MandaatVerleend":
                mandates.append({"mandaat": piece.claims["sub"], "mandaatgever": data["mandaatgever"],
                                 "gemandateerde": data["gemandateerde"], "gebeurtenissen": data["gebeurtenissen"],
                                 "van": data["van"], "tot": data.get("tot"), "ingetrokkenVanaf": None})
        return {"organisatie": founding["organisatie"], "logsleutel": founding["logsleutel"], "sleutels": keys,
                "mandaten": mandates}

    # --- The bag around it

    def bag(self):
        payload = {f"data/{path}": data for path, data in self.build().items()}
        oxum = f"{sum(map(len, payload.values()))}.{len(payload)}"
        info = {"BagIt-Profile-Identifier": PROFILE, "Source-Organization": "Gemeente Dorp", "Bagging-Date": DAY,
                "External-Description": "Bewijsbundel", "External-Identifier": f"{self.dorp.origin}/{self.size}",
                "Payload-Oxum": oxum, **self.info}
        tags = {"bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                "bag-info.txt": "".join(f"{label}: {value}\n" for label, value in info.items() if value).encode()}
        for algorithm in ("sha256", "sha512"):
            tags[f"manifest-{algorithm}.txt"] = manifest(algorithm, payload)
        files = {**payload, **tags}
        seal(files)
        for spoil in self.spoil_tags:
            spoil(files)
        signature = self.edit_signature(self.signature(files))
        if signature is not None:
            files["ondertekening.jws"] = signature
        return files

    def signature(self, files):
        """Who made the bundle signs it as it is, also where it was spoiled: then that is what is wrong with it."""
        try:
            head = json.loads(files["data/bundel.json"])
        except (KeyError, ValueError):
            head = {}
        key = self.dorp.keys[self.maker]
        root = root_of([leaf_hash(leaf) for leaf in self.dorp.leaves()[:self.size]])
        numbers = {path.rpartition("/")[2].partition(".")[0] for path in files if path.startswith("data/gebeurtenissen/")}
        statement = {
            "profiel": PROFILE, "grootboek": self.dorp.origin, "tagmanifest": sha("sha256", files.get("tagmanifest-sha256.txt", b"")),
            "ontvanger": head.get("ontvanger"), "eisen": head.get("eisen"), "dag": head.get("dag"), "gemaakt": DAY,
            "gebeurtenissen": len([number for number in numbers if is_number(number)]), "omvang": self.size, "wortel": std64(root)}
        self.edit_statement(statement)
        header = {"alg": "EdDSA", "kid": key.kid, "typ": "waarborg-bundel+jws", **self.header}
        signed = ".".join(url64(compact(part)) for part in (header, statement)).encode()
        return signed + b"." + url64(key.sign(signed)).encode() + b"\n"

    def write(self, place):
        files = self.bag()
        if self.zip:
            place.write_bytes(self.zip([(f"bundel/{path}", data) for path, data in sorted(files.items())]))
            return
        for path, data in files.items():
            file = place / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        for path, target in self.links.items():
            (place / path).unlink(missing_ok=True)
            (place / path).symlink_to(target)


def is_number(name):
    """Whether the files of an event may be called so."""
    return name.isdecimal() and str(int(name)) == name and int(name) < 1 << 53


def manifest(algorithm, files):
    return "".join(f"{sha(algorithm, data)}  {path}\n" for path, data in sorted(files.items())).encode()


def seal(files):
    """Makes the two tag manifests of what is there now."""
    tags = {path: data for path, data in files.items() if "/" not in path and not path.startswith("tagmanifest-")
            and path != "ondertekening.jws"}
    for algorithm in ("sha256", "sha512"):
        files[f"tagmanifest-{algorithm}.txt"] = manifest(algorithm, tags)


def zipped(entries, method=0, mode=0o100644, flags=0, comment=b"", gap=b"", modes=None, extra=b""):
    """A ZIP of stored entries, or one that is wrong in one way (APPNOTE.TXT 4.3)."""
    body, central = b"", b""
    for name, data in entries:
        raw = name.encode()
        crc, packed = zlib.crc32(data), data
        if method:
            squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = squeeze.compress(data) + squeeze.flush()
        head = struct.pack("<5H3I2H", 10, flags, method, 0, 33, crc, len(packed), len(data), len(raw), len(extra))
        own = (modes or {}).get(name, mode)
        central += b"PK\1\2" + struct.pack("<H", 0x031E) + head + struct.pack("<3H2I", 0, 0, 0, own << 16, len(body)) + raw + extra
        body += b"PK\3\4" + head + raw + extra + packed + gap
    end = b"PK\5\6" + struct.pack("<4H2IH", 0, 0, len(entries), len(entries), len(central), len(body), len(comment))
    return body + central + end + comment


def edit(path, change):
    """A function that changes a file of JSON in the payload."""
    def spoil(files):
        value = json.loads(files[path])
        change(value)
        files[path] = pretty(value)
    return spoil
