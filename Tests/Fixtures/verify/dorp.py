"""Writes small ledgers and proofs from a seed: the same bytes every time, with any one thing wrong on purpose.

Written from the formats alone (RFC 6962, C2SP signed-note, tlog-checkpoint, tlog-tiles and tlog-proof, RFC 9901, and the
README of Waarborg); it shares no code with Waarborg and none with `Tools/verify`. Nobody in it exists.
"""

import base64
import hashlib
import json
import sqlite3

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

ORIGIN = "ledger.voorbeeld.example/dorp"
START = 1_795_000_000  # 18 November 2026
DAY = "2026-11-18"


def sha256(data):
    return hashlib.sha256(data).digest()


def url64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def std64(data):
    return base64.b64encode(data).decode()


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


class Random:
    """Bytes that follow from a seed."""

    def __init__(self, seed):
        self.seed, self.count = seed.encode(), 0

    def __call__(self, length):
        data = b""
        while len(data) < length:
            self.count += 1
            data += sha256(self.seed + b" %d" % self.count)
        return data[:length]


class Key:
    """Someone's two keys, from a name."""

    def __init__(self, name, role=None):
        self.role = role
        self.seed = sha256(b"ondertekening " + name.encode())
        self.private = Ed25519PrivateKey.from_private_bytes(self.seed)
        self.public = self.private.public_key().public_bytes_raw()
        self.kid = url64(sha256(b'{"crv":"Ed25519","kty":"OKP","x":"%s"}' % url64(self.public).encode()))
        self.box = url64(X25519PrivateKey.from_private_bytes(sha256(b"verzegeling " + name.encode()))
                         .public_key().public_bytes_raw())

    def sign(self, message):
        return self.private.sign(message)

    def card(self):
        return {"kty": "OKP", "crv": "Ed25519", "x": url64(self.public), "kid": self.kid}

    def own_box(self):
        """The X25519 key of the same seed: what an organisation's key is (RFC 8032, 5.1.5; RFC 7748, 5)."""
        scalar = hashlib.sha512(self.seed).digest()[:32]
        return url64(X25519PrivateKey.from_private_bytes(scalar).public_key().public_bytes_raw())


class LogKey:
    """The log's own key and how it signs a note."""

    def __init__(self, name, seed):
        self.name, self.key = name, Key("log " + seed)
        material = b"\x01" + self.key.public
        self.id = sha256(name.encode() + b"\n" + material)[:4]
        self.vkey = f"{name}+{self.id.hex()}+{std64(material)}"

    def line(self, text):
        return f"— {self.name} {std64(self.id + self.key.sign(text.encode()))}\n"

    def note(self, size, root, origin=None):
        text = f"{origin or self.name}\n{size}\n{std64(root)}\n"
        return text + "\n" + self.line(text)


def leaf_hash(leaf):
    return sha256(b"\x00" + leaf)


def root_of(hashes):
    """The Merkle tree hash, as RFC 6962, section 2.1 defines it."""
    if not hashes:
        return sha256(b"")
    if len(hashes) == 1:
        return hashes[0]
    half = 1 << (len(hashes) - 1).bit_length() - 1
    return sha256(b"\x01" + root_of(hashes[:half]) + root_of(hashes[half:]))


def path_to(index, hashes):
    """The audit path, as RFC 6962, section 2.1.1 defines it."""
    if len(hashes) == 1:
        return []
    half = 1 << (len(hashes) - 1).bit_length() - 1
    if index < half:
        return path_to(index, hashes[:half]) + [root_of(hashes[half:])]
    return path_to(index - half, hashes[half:]) + [root_of(hashes[:half])]


class Entry:
    """An event before it is signed; each part can be made wrong."""

    def __init__(self, signer, claims):
        self.signer, self.claims = signer, claims
        self.header = {"alg": "EdDSA", "kid": signer.kid, "typ": "waarborg-event+sd-jwt"}
        self.payload = lambda: compact(self.claims)      # the bytes of the payload
        self.encode = url64                              # how the payload is encoded
        self.signature = lambda signed: signer.sign(signed)
        self.tail = b"~"
        self.checkpoint = lambda right: right            # what it says of the newest checkpoint, and of the vault
        self.vault = lambda right: right

    @property
    def data(self):
        return self.claims["data"]

    def bind(self, checkpoint, vault):
        """Has the claims say which checkpoint was the newest and what the event brings, where there is such a thing."""
        more = {"chk": self.checkpoint(checkpoint), "vlt": self.vault(vault)}
        rest = [(name, value) for name, value in self.claims.items() if name not in more]
        self.claims.clear()
        for name, value in rest:
            if name == "data":
                self.claims.update({name: value for name, value in more.items() if value is not None})
            self.claims[name] = value

    def leaf(self):
        signed = f"{url64(compact(self.header))}.{self.encode(self.payload())}".encode()
        return signed + b"." + url64(self.signature(signed)).encode() + self.tail


class Dorp:
    """A village's ledger: events, vault, documents, checkpoints."""

    def __init__(self):
        self.random = Random("dorp")
        self.keys = {role: Key(role, role) for role in
                     ("secretariaat", "college", "ondernemingsraad", "directeur", "griffier", "beheerder")}
        self.organisations = [Key("organisatie 1"), Key("organisatie 2")]
        self.case_key = Key("zaak")
        self.log = LogKey(ORIGIN, "dorp")
        self.entries, self.named, self.versions, self.members = [], {}, {}, []
        self.sealed, self.wrapped, self.documents, self.files = [], [], [], {}
        self.brought = {}        # event: the lines of what it brought into the vault, which stay when a row is changed
        self.lists = {}          # event: another list than that, or None for none
        self.gone = {}           # what was erased or withdrawn: name: the rows
        self.clock = START
        self.points = [1]        # sizes with a checkpoint besides the last; the founding is an append of its own
        self.notes = {}          # size: function from the right note to the one that is kept
        self.sql = []            # what happens to the databases afterwards: (file, statement, arguments)
        self.loose_files = {}    # name in documents: bytes, or None for a file that is gone
        self.origin = ORIGIN

    # --- Making events

    def uuid(self):
        raw = bytearray((self.clock * 1000).to_bytes(6, "big") + self.random(10))
        raw[6], raw[8] = 0x70 | raw[6] & 15, 0x80 | raw[8] & 63
        text = raw.hex()
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))

    def stream(self, kind):
        return f"{kind}/{self.uuid()}"

    def add(self, name, kind, stream, data, signer, intern=None, openbaar=None, op=DAY):
        """Appends an event; what is sealed goes to the vault."""
        self.clock += 60
        seq = self.versions[stream] = self.versions.get(stream, 0) + 1
        claims = {"iss": self.origin, "jti": self.uuid(), "iat": self.clock, "sub": stream, "seq": seq, "evt": kind,
                  "ver": 1, "op": op, "data": dict(data), "_sd_alg": "sha-256"}
        entry = Entry(signer, claims)
        self.entries.append(entry)
        self.named[name] = len(self.entries) - 1
        for field, value in (intern or {}).items():
            self.seal(entry, field, value, self.data_key(entry))
        for field, value in (openbaar or {}).items():
            self.seal(entry, field, value, None)
        return entry

    def seal(self, entry, field, value, key, length=None):
        """Puts a field's digest in an event and its value in the vault: as it is, or as bytes that only look encrypted."""
        encoded = url64(compact([url64(self.random(32)), field, value]))
        digest = url64(sha256(encoded.encode()))
        entry.data["_sd"] = sorted(entry.data.pop("_sd", []) + [digest])
        body = encoded.encode() if key is None else self.random(length or len(encoded) + 40)
        row = {"event": entry.claims["jti"], "field": field, "digest": digest, "key": key, "body": body, "open": encoded}
        self.sealed.append(row)
        self.bring(row["event"], sealed_line(row))

    def data_key(self, entry, *recipients):
        """A data key under a key-encryption key that is sealed for the organisation, or for others."""
        key, kek = url64(self.random(16)), url64(self.random(16))
        self.wrap(entry, key, kek, 72)
        for recipient in recipients or [self.organisations[0].own_box()]:
            self.wrap(entry, kek, recipient, 80)
        return key

    def wrap(self, entry, key, recipient, length):
        row = {"key": key, "recipient": recipient, "event": entry.claims["jti"], "body": self.random(length)}
        self.wrapped.append(row)
        self.bring(row["event"], wrapped_line(row))

    def bring(self, event, line):
        self.brought.setdefault(event, set()).add(line)

    def take(self, name, is_gone):
        """Takes wrapped keys out of the vault, as an erasure or a revocation does; the lists keep naming them."""
        self.gone[name] = [row for row in self.wrapped if is_gone(row)]
        self.wrapped = [row for row in self.wrapped if not is_gone(row)]

    def document(self, entry, field, text, key):
        """Refers to a document from a sealed field; an encrypted one is kept as other bytes."""
        data = text.encode()
        kept = data if key is None else self.random(len(data) + 40)
        file = sha256(kept).hex()
        self.files[file] = kept
        value = {"bestand": file, "sha256": sha256(data).hex(), "grootte": len(data), "mediatype": "text/plain"}
        self.seal(entry, field, value, key)
        row = {"event": entry.claims["jti"], "field": field, "file": file, "key": key}
        self.documents.append(row)
        self.bring(row["event"], document_line(row))

    def register(self, name, role, signer, **more):
        key = self.keys[role]
        self.members.append(key)
        entry = self.add(name, "SleutelGeregistreerd", self.stream("Sleutel"),
                         {"sleutel": url64(key.public), "verzegelsleutel": key.box, "rol": role}, signer, **more)
        self.wrap(entry, self.organisations[0].own_box(), key.box, 80)
        return entry

    def mark(self, stream, organisation, key=None, origin=None):
        """The organisation's mark on the key of a closed stream."""
        public = url64((key or self.case_key).public)
        message = f"waarborg/v1 stream key\n{origin or self.origin}\n{stream}\n{public}\n".encode()
        return url64(organisation.public + organisation.sign(message))

    def case(self, name, stream, organisation):
        """An entry of a closed stream: nothing in it says what it is about."""
        entry = self.add(name, "ZaakBijgewerkt", stream, {"sleutel": url64(self.case_key.public),
                                                          "waarmerk": self.mark(stream, organisation)}, self.case_key)
        for number in (1, 2, 3):
            key = self.data_key(entry, *(url64(self.random(32)) for _ in range(12)))
            self.seal(entry, f"vak{number}", "-", key, 2048 + 40)
        return entry

    def at(self, name):
        return self.entries[self.named[name]]

    def rows(self, name, field=None):
        """The vault's rows of an event."""
        event = self.at(name).claims["jti"]
        return [row for row in self.sealed if row["event"] == event and field in (None, row["field"])]

    # --- The story

    def open(self):
        """The founding and the keys of four others."""
        key = self.keys["secretariaat"]
        self.members = [key]
        founding = self.add("opening", "GrootboekGeopend", self.stream("Grootboek"), {
            "organisatie": "Gemeente Dorp", "logsleutel": self.log.vkey,
            "organisatiesleutel": self.organisations[0].own_box(), "sleutel": url64(key.public),
            "verzegelsleutel": key.box, "rol": "secretariaat"}, key)
        self.wrap(founding, self.organisations[0].own_box(), key.box, 80)
        self.register("college", "college", key, intern={"houder": "B. Bedacht"})
        for role in ("ondernemingsraad", "directeur", "griffier"):
            self.register(role, role, key)

    def whole(self):
        """Something of everything that can be told without the program's own rules."""
        self.open()
        secretary, board = self.keys["secretariaat"], self.keys["college"]
        function, person = self.stream("Functie"), self.stream("Persoon")
        self.add("functie", "FunctieVastgelegd", function, {"naam": "Griffier"}, secretary, op="2020-01-01")
        self.add("bekleed", "FunctieBekleed", function, {"persoon": person}, secretary, op="2021-01-01")
        held = self.at("bekleed")
        self.seal(held, "naam", "P. Verzonnen", self.data_key(held))
        self.policy(secretary, board)
        self.mandate(secretary, board)
        self.statements(function, person, secretary, board)
        self.ending(held, secretary)
        case = self.stream("Zaak")
        self.case("zaak", case, self.organisations[1])
        self.case("zaak-vervolg", case, self.organisations[1])
        self.add("slot", "FunctieVastgelegd", self.stream("Functie"), {"naam": "Bode"}, secretary)
        self.points = [1, 8]
        self.leaves()
        return self

    def policy(self, secretary, board):
        text = "De gedragscode van Dorp.\n"
        digest = sha256(text.encode()).hex()
        stream = self.policy_stream = self.stream("Regeling")
        draft = self.add("ontwerp", "RegelingOntworpen", stream, {
            "versie": digest, "kenmerk": "gedragscode", "titel": "Gedragscode", "soort": "gedragscode",
            "instemming": "nietVereist", "nietVereist": "anders",
            "instemmingReden": "geen personeel"}, secretary)
        self.document(draft, "concept", text, self.data_key(draft))
        adopted = self.add("vastgesteld", "RegelingVastgesteld", stream, {"versie": digest, "orgaan": "college"}, board)
        self.document(adopted, "tekst", text, None)

    def mandate(self, secretary, board):
        self.add("mandaat", "MandaatVerleend", self.stream("Mandaat"), {
            "mandaatgever": "college", "gemandateerde": "secretariaat", "gebeurtenissen": ["WerkdagenVastgesteld"],
            "van": DAY, "tot": "2027-11-18"}, board)
        self.add("werkdagen", "WerkdagenVastgesteld", self.stream("Werkdagen"), {
            "weekdagen": ["maandag", "dinsdag"], "feestdagen": "vrij", "gelijkgesteldeDagen": "vrij",
            "regeling": "Personeelshandboek"}, secretary)

    def statements(self, function, person, secretary, board):
        rules = self.stream("Nevenfunctieregels")
        self.add("regels", "NevenfunctieregelsVastgesteld", rules, RULES, board, op="2020-01-01")
        self.add("aanwijzing", "FunctieAangewezen", self.stream("Functieaanwijzing"), {
            "functie": function, "regels": rules, "verantwoordelijke": "college", "houderRol": "griffier"}, board,
            op="2020-01-01")
        self.add("bevestigd", "NevenwerkzaamhedenBevestigd", self.stream("Bevestiging"), {
            "functie": function, "persoon": person, "geen": True}, secretary, openbaar={"naam": "P. Verzonnen"})

    def ending(self, held, secretary):
        key = self.keys["griffier"]
        self.members.remove(key)
        revocation = self.add("intrekking", "SleutelIngetrokken", self.stream("Sleutel"), {
            "kid": key.kid, "vanaf": self.clock, "reden": "functieBeeindigd",
            "organisatiesleutel": self.organisations[1].own_box()}, secretary)
        for member in self.members:
            self.wrap(revocation, self.organisations[1].own_box(), member.box, 80)
        self.take("intrekking", lambda row: row["recipient"] == key.box)
        self.add("vernietigd", "StukkenVernietigd", self.stream("Vernietiging"), {
            "stukken": [{"gebeurtenis": held.claims["jti"], "velden": ["naam"]}], "grond": "op verzoek",
            "bewaarregel": "AVG art. 17"}, secretary)
        self.erased = self.rows("bekleed", "naam")
        self.sealed = [row for row in self.sealed if row not in self.erased]
        self.take("vernietigd", lambda row: row["event"] == held.claims["jti"])

    def large(self):
        """A log of 300 events: one full tile, and a part of a second."""
        self.open()
        for number in range(295):
            self.add(f"orgaan {number}", "OrgaanVastgelegd", self.stream("Orgaan"), {"naam": f"Commissie {number}"},
                     self.keys["secretariaat"])
        self.points = [1, 256]
        self.leaves()
        return self

    # --- What comes of it

    def leaves(self):
        """The entries as they are signed, one after the other: each names the newest checkpoint over those before it."""
        leaves, hashes, checkpoint = [], [], None
        for position, entry in enumerate(self.entries):
            if position in self.points:
                checkpoint = url64(sha256(self.log.note(position, root_of(hashes)).encode()))
            entry.bind(checkpoint, self.root(entry.claims.get("jti")))
            leaves.append(entry.leaf())
            hashes.append(leaf_hash(leaves[-1]))
        return leaves

    def list(self, event):
        """What an event brought into the vault, as the vault keeps it."""
        return listed(self.brought.get(event, ()))

    def root(self, event):
        return url64(sha256(self.list(event).encode())) if event in self.brought else None

    def note(self, size, log=None):
        return (log or self.log).note(size, root_of([leaf_hash(leaf) for leaf in self.leaves()[:size]]))

    def write(self, folder):
        """Writes the ledger's folder."""
        folder.mkdir(parents=True)
        leaves = self.leaves()
        hashes = [leaf_hash(leaf) for leaf in leaves]
        log, vault = database(folder / "log.sqlite", LOG, 0x57426C67), database(folder / "vault.sqlite", VAULT, 0x57427674)
        for position, (entry, leaf, hash_) in enumerate(zip(self.entries, leaves, hashes)):
            log.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", (
                position, entry.claims.get("jti", "-"), entry.claims.get("sub", "-"), entry.claims.get("seq", 1), hash_, leaf))
        for index in range(len(hashes) // 256):
            tile = hashes[index * 256:index * 256 + 256]
            log.execute("INSERT INTO tile VALUES (0, ?, ?, ?)", (index, root_of(tile), b"".join(tile)))
        for size in [*self.points, len(leaves)]:
            right = self.log.note(size, root_of(hashes[:size]))
            log.execute("INSERT INTO checkpoint VALUES (?, ?)", (size, self.notes.get(size, lambda note: note)(right)))
        self.fill(vault)
        for file, data in {**self.files, **self.loose_files}.items():
            if data is not None:
                path = folder / "documents" / file[:2] / file[2:]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        for file, statement, arguments in self.sql:
            (log if file == "log" else vault).execute(statement, arguments)
        for db in (log, vault):
            db.commit()
            db.close()

    def fill(self, vault):
        for row in self.sealed:
            vault.execute("INSERT INTO sealed VALUES (?, ?, ?, ?, ?)",
                          [row[name] for name in ("event", "field", "digest", "key", "body")])
        for row in self.wrapped:
            vault.execute("INSERT INTO wrappedKey VALUES (?, ?, ?, ?)",
                          [row[name] for name in ("key", "recipient", "event", "body")])
        for row in self.documents:
            vault.execute("INSERT INTO document VALUES (?, ?, ?, ?)",
                          [row[name] for name in ("event", "field", "file", "key")])
        for event, text in {**{event: self.list(event) for event in self.brought}, **self.lists}.items():
            if text is not None:
                vault.execute("INSERT INTO commitment VALUES (?, ?)", (event, text))


def row_hash(*columns, body=b""):
    """The hash of a row of the vault: its kind and its columns, each with its length before it, and its bytes."""
    data = b""
    for column in columns:
        data += b"-:" if column is None else b"%d:%s" % (len(column.encode()), column.encode())
    return url64(sha256(data + body))


def sealed_line(row):
    hash_ = row_hash("sealed", row["event"], row["field"], row["digest"], row["key"], body=row["body"])
    return f"sealed {row['field']} {row['key'] or '-'} {hash_}"


def document_line(row):
    hash_ = row_hash("document", row["event"], row["field"], row["key"], row["key"] and row["file"])
    return f"document {row['field']} {row['key'] or '-'} {hash_}"


def wrapped_line(row):
    hash_ = row_hash("wrappedKey", row["event"], row["key"], row["recipient"], body=row["body"])
    return f"wrappedKey {row['key']} {row['recipient']} {hash_}"


def listed(lines):
    return "".join(line + "\n" for line in sorted(lines, key=str.encode))


def database(path, schema, application_id):
    db = sqlite3.connect(path)
    db.executescript(schema + f"PRAGMA application_id = {application_id}; PRAGMA user_version = 1;")
    return db


def triggers(table):
    return "".join(
        f"CREATE TRIGGER {table}Never{change.capitalize()}d BEFORE {change.upper()} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;\n" for change in ("update", "delete"))


# What SQLite keeps of a statement is its text, which a verifier compares; so these are the program's, line by line.
LOG = """CREATE TABLE event (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  stream TEXT NOT NULL,
  seq INTEGER NOT NULL,
  leafHash BLOB NOT NULL,
  leaf BLOB NOT NULL,
  UNIQUE (stream, seq)
) STRICT;
CREATE TABLE tile (
  level INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  root BLOB NOT NULL,
  hashes BLOB NOT NULL,
  PRIMARY KEY (level, idx)
) STRICT;
CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
) STRICT;
""" + triggers("event") + triggers("tile") + """CREATE TRIGGER checkpointNeverUpdated BEFORE UPDATE ON checkpoint
  BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
CREATE TRIGGER checkpointNeverDeleted BEFORE DELETE ON checkpoint
  BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
"""

VAULT = """CREATE TABLE sealed (
  event TEXT NOT NULL,
  field TEXT NOT NULL,
  digest TEXT NOT NULL,
  key TEXT,
  body BLOB NOT NULL,
  PRIMARY KEY (event, field)
) STRICT;
CREATE INDEX sealedByKey ON sealed (key);
CREATE TABLE wrappedKey (
  key TEXT NOT NULL,
  recipient TEXT NOT NULL,
  event TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (key, recipient)
) STRICT, WITHOUT ROWID;
CREATE INDEX wrappedKeyByRecipient ON wrappedKey (recipient);
CREATE TABLE document (
  event TEXT NOT NULL,
  field TEXT NOT NULL,
  file TEXT NOT NULL,
  key TEXT,
  PRIMARY KEY (event, field)
) STRICT;
CREATE INDEX documentByKey ON document (key);
CREATE INDEX documentByFile ON document (file);
CREATE TABLE commitment (
  event TEXT PRIMARY KEY,
  rows TEXT NOT NULL
) STRICT;
CREATE TABLE erasure (upTo INTEGER PRIMARY KEY, pending INTEGER NOT NULL) STRICT;
CREATE TABLE begun (size INTEGER PRIMARY KEY, events TEXT NOT NULL) STRICT;
"""

RULES = json.loads("""{"titel":"Regeling nevenfuncties Dorp","bron":"004:5396-5448; 004:3913-3933",
"grondslag":"artikel 1 tot en met 6","model":"lelystad","meldplicht":"alles","voorafgaandeToestemming":false,
"weigeren":true,"beslissers":["leidinggevende","algemeenDirecteur","werkgeverscommissie","college"],"velden":["naam","hoofdfunctie",
"nevenwerkzaamheid","organisatie","ingang","einde","beperkingen","bezoldigd","tijdsbeslag"],"grens":"alle","inhuur":true,
"betaaldEigenGemeenteVerboden":true,"verantwoordelijke":"algemeenDirecteur","tweedeOpenbaarmaker":"directeur",
"bevestigingIedere":"P1Y","bewaarNaEinde":"P9Y","vragen":["lijktOpFunctie"],"herkomst":[
{"instelling":"meldplicht","soort":"bron","bron":"004:3916-3918"},
{"instelling":"beslissers","soort":"standaard","bron":"004:3919 zegt niet wie toestemming geeft"},
{"instelling":"grens","soort":"bron","bron":"004:3920-3922"},{"instelling":"inhuur","soort":"bron","bron":"004:5411-5415"},
{"instelling":"betaaldEigenGemeenteVerboden","soort":"bron","bron":"004:3930"},
{"instelling":"verantwoordelijke","soort":"bron","bron":"004:5439-5440"},
{"instelling":"tweedeOpenbaarmaker","soort":"standaard","bron":"004:5439-5440 zwijgt over de eigen opgave"},
{"instelling":"bevestigingIedere","soort":"standaard","bron":"004:5425-5426 zegt «actueel», zonder termijn"},
{"instelling":"beslistermijn","soort":"zwijgt","bron":"004:3919"},
{"instelling":"bijwerktermijn","soort":"zwijgt","bron":"004:5425-5426"},
{"instelling":"vragen","soort":"bron","bron":"004:3954-3968"}]}""")
