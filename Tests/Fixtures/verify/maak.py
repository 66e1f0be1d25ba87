#!/usr/bin/env python3
"""Makes the fixtures of `gevallen.tsv`: ledgers, proofs and bundles, good ones and bad ones with one defect each.

    maak.py FOLDER            makes all of them, and FOLDER/gevallen.json: how each is checked and what must be found
    maak.py FOLDER NAME...    makes only these

The same bytes every time (`dorp.py`). What is expected is in the table, not here.
"""

import json
import pathlib
import sys

from bundels import BUNDLES, make_bundle
from dorp import (DAY, ORIGIN, START, Dorp, Entry, Key, LogKey, compact, leaf_hash, listed, path_to, root_of, sealed_line, sha256,
                  std64, url64, wrapped_line)
from rollen import LEDGERS
from tijden import TIMES, Tijddorp

HERE = pathlib.Path(__file__).parent
CASES = {}
ORDER = 2**252 + 27742317777372353535851937790883648493


def case(kind):
    """A function that makes one thing wrong in a ledger (`whole`, `large`) or in a proof; its name is the fixture's."""
    def keep(function):
        CASES[function.__name__.replace("_", "-")] = (kind, function)
        return function
    return keep


whole, large, proof, refused = case("whole"), case("large"), case("proof"), case("refused")
inzending = case("inzending")

# --- Ledgers: nothing wrong ----------------------------------------------------------------------------------------


@whole
def goed(dorp):
    pass


@large
def goed_met_tegel(dorp):
    pass


@whole
def goed_onbekende_handtekening(dorp):
    """Signatures of unknown keys are ignored (C2SP signed-note)."""
    other = LogKey("getuige.voorbeeld.example/1", "getuige")
    dorp.notes[len(dorp.entries)] = lambda note: note + other.line(note.split("\n\n")[0] + "\n")


@whole
def goed_vertrouwd(dorp):
    return trusted(dorp.note(8))


@whole
def wees_zonder_lijst(dorp):
    """A row in the vault of an event that never came into the log, and that no list of it names: put there by someone."""
    dorp.sealed.append({"event": dorp.uuid(), "field": "naam", "digest": url64(dorp.random(32)), "key": None, "body": b"-"})


@whole
def goed_wees_sleutels(dorp):
    """The list and the wrapped keys of such an event."""
    event = dorp.uuid()
    rows = [{"key": key, "recipient": recipient, "event": event, "body": bytes(80)}
            for key, recipient in (("sleutel", "sleutelsleutel"), ("sleutelsleutel", dorp.organisations[1].own_box()))]
    dorp.wrapped += rows
    dorp.lists[event] = listed(map(wrapped_line, rows))


@whole
def goed_opnieuw_verzegeld(dorp):
    """A later event brings a key for the same recipient again; the row is then of that event."""
    row = dorp.wrapped.pop(place_of(dorp, dorp.organisations[1].own_box(), dorp.keys["college"].box))
    dorp.wrap(dorp.at("slot"), row["key"], row["recipient"], 80)


@whole
def goed_claims_in_andere_volgorde(dorp):
    entry = dorp.at("bevestigd")
    entry.payload = lambda: compact(dict(reversed(entry.claims.items())))


@whole
def goed_laatste_weg(dorp):
    """Of what nobody else can open, the key of who was revoked is kept."""
    interest(dorp, dorp.keys["griffier"].box)


@whole
def goed_laatste_weg_naast_onbevestigd(dorp):
    """Who is not confirmed does not count as somebody else."""
    box = newcomer(dorp)
    interest(dorp, dorp.keys["griffier"].box, box)


@whole
def goed_laatste_weg_van_een_van_twee(dorp):
    """Under one key-encryption key: somebody else can open the one by another way, and nobody the other."""
    key, entry = interest(dorp, dorp.keys["griffier"].box, fields=INTEREST[:-1]), dorp.at("belang")
    second = url64(dorp.random(16))
    dorp.wrap(entry, second, chain(dorp, "belang")[0]["recipient"], 72)
    dorp.seal(entry, "vanNaaste", "ja", second)
    opened_by_another(dorp, key)


@whole
def goed_laatste_weg_verwijderd(dorp):
    """For who was revoked nothing has to be kept."""
    interest(dorp, dorp.keys["griffier"].box)
    dorp.wrapped = [row for row in dorp.wrapped if row not in brought_by(dorp, "belang")]


# The sealed fields of a confidential report: all of them are always there.
INTEREST = ("onderwerp", "betrokkene", "soort", "omschrijving", "vanNaaste")


def interest(dorp, *recipients, fields=INTEREST):
    """A confidential event of before the revocation, and its data key for some; the data key is returned."""
    insert(dorp, "mandaat", "belang", "VertrouwelijkeMeldingGedaan", dorp.stream("VertrouwelijkeMelding"),
           {}, dorp.keys["directeur"])
    entry = dorp.at("belang")
    key = dorp.data_key(entry, *recipients)
    for field in fields:
        dorp.seal(entry, field, "aandelen", key)
    return key


def opened_by_another(dorp, key):
    """Gives somebody else a data key under a key-encryption key of their own."""
    entry, kek = dorp.at("belang"), url64(dorp.random(16))
    dorp.wrap(entry, key, kek, 72)
    dorp.wrap(entry, kek, dorp.keys["college"].box, 80)


def newcomer(dorp):
    """A second key for a role, which nobody confirmed; its sealing key is returned."""
    key, (first, second) = dorp.keys["beheerder"], dorp.organisations
    insert(dorp, "mandaat", "tweede", "SleutelGeregistreerd", dorp.stream("Sleutel"), {
        "sleutel": url64(key.public), "verzegelsleutel": key.box, "rol": "college"}, dorp.keys["secretariaat"])
    dorp.wrap(dorp.at("tweede"), first.own_box(), key.box, 80)
    dorp.wrap(dorp.at("intrekking"), second.own_box(), key.box, 80)
    return key.box


def place_of(dorp, key, recipient):
    """Where a wrapped key stands."""
    return next(at for at, row in enumerate(dorp.wrapped) if (row["key"], row["recipient"]) == (key, recipient))


def brought_by(dorp, name):
    """The wrapped keys that came with an event."""
    event = dorp.at(name).claims["jti"]
    return [row for row in dorp.wrapped if row["event"] == event]


def trusted(note):
    return {"--vertrouw": ("controlepunt", note.encode())}


# --- Question 1: the log -------------------------------------------------------------------------------------------


def change(dorp, name, column, value, file="log"):
    """Writes another value over a column of an event's row, past the triggers."""
    drop_and_restore(dorp, "event", f"UPDATE event SET {column} = ? WHERE position = ?", (value, dorp.named[name]))


def drop_and_restore(dorp, table, statement, arguments=()):
    """What someone with the disk does: take the triggers away, write, and put them back."""
    from dorp import LOG

    creation = [text.strip() for text in LOG.replace("END;\n", "END\0").split("\0") if f" ON {table}" in text]
    creation = [text[text.index("CREATE TRIGGER"):] for text in creation]
    for change_ in ("Updated", "Deleted"):
        dorp.sql.append(("log", f"DROP TRIGGER {table}Never{change_}", ()))
    dorp.sql.append(("log", statement, arguments))
    dorp.sql += [("log", text, ()) for text in creation]


@whole
def blad_vervangen(dorp):
    """Another event, well signed, in the place of the one whose hash is kept."""
    entry = dorp.at("aanwijzing")
    before = dict(entry.claims["data"])
    entry.claims["data"] = {**before, "verantwoordelijke": "griffier"}
    other = entry.leaf()
    entry.claims["data"] = before
    change(dorp, "aanwijzing", "leaf", other)


@whole
def blad_bedorven(dorp):
    leaf = dorp.at("aanwijzing").leaf()
    change(dorp, "aanwijzing", "leaf", leaf[:-10] + (b"A" if leaf[-10:-9] != b"A" else b"B") + leaf[-9:])


@whole
def bladhash_veranderd(dorp):
    change(dorp, "aanwijzing", "leafHash", sha256(b"anders"))


@inzending
def bladhash_veranderd_in_inzending(dorp):
    """A submission names what the bytes give, whatever hash is kept."""
    change(dorp, "tweede", "leafHash", sha256(b"anders"))


@whole
def kolom_id(dorp):
    change(dorp, "aanwijzing", "id", dorp.uuid())


@whole
def kolom_stroom(dorp):
    change(dorp, "aanwijzing", "stream", dorp.stream("Functieaanwijzing"))


@whole
def kolom_versie(dorp):
    change(dorp, "aanwijzing", "seq", 2)


@whole
def gebeurtenis_weg(dorp):
    drop_and_restore(dorp, "event", "DELETE FROM event WHERE position = ?", (dorp.named["aanwijzing"],))


@large
def gebeurtenis_weg_uit_tegel(dorp):
    drop_and_restore(dorp, "event", "DELETE FROM event WHERE position = 100")


@whole
def laatste_weg(dorp):
    drop_and_restore(dorp, "event", "DELETE FROM event WHERE position = ?", (dorp.named["slot"],))


@whole
def laatste_weg_met_controlepunt(dorp):
    """Cut short, with a checkpoint over what is left: only who kept a later one sees it."""
    kept = dorp.note(len(dorp.entries))
    dorp.entries.pop()
    return trusted(kept)


@whole
def omgewisseld(dorp):
    """Two events of one second change places."""
    first, second = dorp.named["regels"], dorp.named["aanwijzing"]
    dorp.entries[second].claims["iat"] = dorp.entries[first].claims["iat"]
    drop_and_restore(dorp, "event", "UPDATE event SET position = 1000 WHERE position = ?", (first,))
    drop_and_restore(dorp, "event", "UPDATE event SET position = ? WHERE position = ?", (first, second))
    drop_and_restore(dorp, "event", "UPDATE event SET position = ? WHERE position = 1000", (second,))


@whole
def herschreven(dorp):
    """By who has log.key: everything fits, except with what somebody kept."""
    kept = dorp.note(len(dorp.entries))
    dorp.at("slot").claims["data"]["naam"] = "Kamerbewaarder"
    return trusted(kept)


@whole
def vertrouwd_ander_grootboek(dorp):
    return trusted(dorp.log.note(8, sha256(b""), origin="ledger.voorbeeld.example/elders"))


@whole
def vertrouwd_vervalst(dorp):
    return trusted(LogKey(ORIGIN, "vervalser").note(8, sha256(b"")))


@whole
def vertrouwd_verbogen(dorp):
    """The signature of another checkpoint."""
    return trusted(dorp.note(8).replace("\n8\n", "\n9\n"))


@whole
def vertrouwd_onleesbaar(dorp):
    return trusted("dit is een brief\n")


@whole
def negatieve_positie(dorp):
    leaf = dorp.at("slot").leaf()
    dorp.sql.append(("log", "INSERT INTO event VALUES (-1, ?, ?, 1, ?, ?)", (
        dorp.uuid(), dorp.stream("Functie"), leaf_hash(leaf), leaf)))


@whole
def trekker_weg(dorp):
    dorp.sql.append(("log", "DROP TRIGGER eventNeverUpdated", ()))


@whole
def trekker_anders(dorp):
    dorp.sql += [("log", "DROP TRIGGER tileNeverDeleted", ()),
                 ("log", "CREATE TRIGGER tileNeverDeleted BEFORE DELETE ON tile BEGIN SELECT 1; END", ())]


@whole
def trekker_erbij(dorp):
    """Keeps what is erased."""
    dorp.sql.append(("vault", "CREATE TRIGGER bewaar AFTER DELETE ON sealed BEGIN SELECT 1; END", ()))


@whole
def index_weg(dorp):
    dorp.sql.append(("vault", "DROP INDEX sealedByKey", ()))


@large
def tegel_weg(dorp):
    drop_and_restore(dorp, "tile", "DELETE FROM tile")


@large
def tegel_hash(dorp):
    hashes = [leaf_hash(leaf) for leaf in dorp.leaves()[:256]]
    hashes[77] = sha256(b"anders")
    drop_and_restore(dorp, "tile", "UPDATE tile SET hashes = ?", (b"".join(hashes),))


@large
def tegel_afgebroken(dorp):
    hashes = [leaf_hash(leaf) for leaf in dorp.leaves()[:255]]
    drop_and_restore(dorp, "tile", "UPDATE tile SET hashes = ?", (b"".join(hashes),))


@large
def tegel_wortel(dorp):
    drop_and_restore(dorp, "tile", "UPDATE tile SET root = ?", (sha256(b"anders"),))


@large
def tegel_erbij(dorp):
    dorp.sql.append(("log", "INSERT INTO tile VALUES (0, 1, ?, ?)", (sha256(b""), bytes(8192))))


def last(dorp, function):
    dorp.notes[len(dorp.entries)] = function


@whole
def controlepunt_handtekening(dorp):
    last(dorp, lambda note: note[:-10] + ("A" if note[-10] != "A" else "B") + note[-9:])


@whole
def controlepunt_regel_te_veel(dorp):
    """Signed by the log's key, with a line that nobody can check."""
    def longer(note):
        text = note.partition("\n\n")[0] + "\neen regel\n"
        return text + "\n" + dorp.log.line(text)
    last(dorp, longer)


@whole
def controlepunt_andere_sleutel(dorp):
    last(dorp, lambda note: dorp.note(len(dorp.entries), LogKey(ORIGIN, "vervalser")))


@whole
def controlepunt_tweede_handtekening(dorp):
    """One line of the log's key holds, another does not: the whole note is refused."""
    last(dorp, lambda note: note + dorp.log.line("iets anders\n"))


@whole
def controlepunt_wortel(dorp):
    last(dorp, lambda note: dorp.log.note(len(dorp.entries), sha256(b"anders")))


@whole
def controlepunt_omvang(dorp):
    last(dorp, lambda note: dorp.note(8))


@whole
def controlepunt_herkomst(dorp):
    last(dorp, lambda note: dorp.log.note(len(dorp.entries), sha256(b""), origin="ledger.voorbeeld.example/elders"))


@whole
def controlepunt_afgebroken(dorp):
    last(dorp, lambda note: note[:-1])


@whole
def controlepunt_voorloopnul(dorp):
    last(dorp, lambda note: dorp.log.note(f"0{len(dorp.entries)}", sha256(b"")))


@whole
def controlepunt_korte_wortel(dorp):
    last(dorp, lambda note: dorp.log.note(len(dorp.entries), bytes(31)))


@whole
def controlepunt_zonder_handtekening(dorp):
    last(dorp, lambda note: note.split("\n\n")[0] + "\n")


@whole
def controlepunt_weg(dorp):
    drop_and_restore(dorp, "checkpoint", "DELETE FROM checkpoint WHERE size > 8")


@whole
def controlepunt_eerder_weg(dorp):
    drop_and_restore(dorp, "checkpoint", "DELETE FROM checkpoint WHERE size = 8")


@whole
def controlepunten_weg_op_laatste(dorp):
    drop_and_restore(dorp, "checkpoint", "DELETE FROM checkpoint WHERE size < ?", (len(dorp.entries),))


@whole
def controlepunt_eerder_bijgetekend(dorp):
    """Still a good checkpoint, but not the one of then."""
    other = LogKey("getuige.voorbeeld.example/1", "getuige")
    dorp.notes[8] = lambda note: note + other.line(note.split("\n\n")[0] + "\n")


@whole
def controlepunt_ertussen(dorp):
    """By who has log.key: a good checkpoint of when there was none."""
    dorp.sql.append(("log", "INSERT INTO checkpoint VALUES (12, ?)", (dorp.note(12),)))


@whole
def controlepunt_niet_genoemd(dorp):
    """Two events without it are one finding."""
    for name in ("aanwijzing", "bevestigd"):
        dorp.at(name).checkpoint = lambda right: None


@whole
def controlepunt_ander_genoemd(dorp):
    other = url64(sha256(dorp.note(7).encode()))
    dorp.at("aanwijzing").checkpoint = lambda right: other


@whole
def controlepunt_twee_andere_genoemd(dorp):
    """Each value is one finding."""
    for name, number in (("aanwijzing", 1), ("bevestigd", 2), ("vernietigd", 1)):
        dorp.at(name).checkpoint = lambda right, number=number: url64(bytes([number]) * 32)


@whole
def controlepunt_genoemd_door_eerste(dorp):
    dorp.at("opening").checkpoint = lambda right: url64(sha256(dorp.log.note(0, sha256(b"")).encode()))


@whole
def controlepunt_te_ver(dorp):
    size = len(dorp.entries) + 5
    dorp.sql.append(("log", "INSERT INTO checkpoint VALUES (?, ?)", (size, dorp.log.note(size, sha256(b"")))))


@whole
def controlepunt_nul(dorp):
    dorp.sql.append(("log", "INSERT INTO checkpoint VALUES (0, ?)", (dorp.log.note(0, sha256(b"")),)))


@whole
def logsleutel_onbruikbaar(dorp):
    dorp.at("opening").data["logsleutel"] = dorp.log.vkey.replace("+", "+0", 1)


# --- Question 2: the events; the log and its checkpoints follow them ------------------------------------------------


@whole
def handtekening(dorp):
    dorp.at("aanwijzing").signature = lambda signed: dorp.keys["college"].sign(signed + b".")


@whole
def handtekening_andere_schrijfwijze(dorp):
    """S + L: the same equation holds; RFC 8032, 5.1.7, refuses it."""
    def sign(signed):
        made = dorp.keys["college"].sign(signed)
        return made[:32] + (int.from_bytes(made[32:], "little") + ORDER).to_bytes(32, "little")
    dorp.at("aanwijzing").signature = sign


@whole
def sleutel_van_lage_orde(dorp):
    """The neutral point as a key: S = 1 and R = B hold for every message, so nobody in particular signed."""
    neutral = bytes([1]) + bytes(31)
    kid = url64(sha256(b'{"crv":"Ed25519","kty":"OKP","x":"%s"}' % url64(neutral).encode()))
    dorp.at("directeur").data["sleutel"] = url64(neutral)
    entry = dorp.at("slot")
    dorp.at("directeur").data["rol"] = "secretariaat"
    entry.header["kid"] = kid
    entry.signature = lambda signed: bytes([0x58]) + bytes([0x66]) * 31 + bytes([1]) + bytes(31)


@whole
def sleutel_onbekend(dorp):
    resign(dorp.at("aanwijzing"), Key("vreemde"))


@whole
def sleutel_te_vroeg(dorp):
    """Signed by a key that is registered later."""
    resign(dorp.at("college"), dorp.keys["directeur"])


@whole
def sleutel_ingetrokken(dorp):
    resign(dorp.at("slot"), dorp.keys["griffier"])


@whole
def sleutel_verwisseld(dorp):
    """The header names who may sign; somebody else did."""
    entry = dorp.at("aanwijzing")
    entry.signature = lambda signed: dorp.keys["secretariaat"].sign(signed)


def resign(entry, key):
    entry.header["kid"] = key.kid
    entry.signature = lambda signed: key.sign(signed)


@whole
def rol(dorp):
    resign(dorp.at("slot"), dorp.keys["ondernemingsraad"])


@whole
def mandaat_verlopen(dorp):
    mandate = dorp.at("mandaat").data
    mandate["van"], mandate["tot"] = "2026-10-01", "2026-11-17"


@whole
def mandaat_nog_niet(dorp):
    dorp.at("mandaat").data["van"] = "2026-11-19"


@whole
def mandaat_voor_iets_anders(dorp):
    dorp.at("mandaat").data["gebeurtenissen"] = ["SluitingsdagVastgelegd"]


@whole
def mandaat_aan_een_ander(dorp):
    dorp.at("mandaat").data["gemandateerde"] = "griffier"


@whole
def mandaat_van_wie_het_niet_heeft(dorp):
    dorp.at("mandaat").data["mandaatgever"] = "ondernemingsraad"


def insert(dorp, after, name, kind, stream, data, signer, seq=1):
    """Adds an event after another, signed by who may, before the tree is made."""
    place = dorp.named[after] + 1
    dorp.clock = dorp.entries[place - 1].claims["iat"]
    claims = {"iss": ORIGIN, "jti": dorp.uuid(), "iat": dorp.clock, "sub": stream, "seq": seq, "evt": kind, "ver": 1,
              "op": DAY, "data": data, "_sd_alg": "sha-256"}
    dorp.entries.insert(place, Entry(signer, claims))
    dorp.named = {key: position + (position >= place) for key, position in dorp.named.items()}
    dorp.named[name] = place


@whole
def mandaat_ingetrokken(dorp):
    stream = dorp.at("mandaat").claims["sub"]
    insert(dorp, "mandaat", "einde", "MandaatIngetrokken", stream, {"vanaf": DAY}, dorp.keys["college"], 2)


@whole
def mandaat_twee_keer_ingetrokken(dorp):
    stream = dorp.at("mandaat").claims["sub"]
    for number, name in ((2, "vernietigd"), (3, "zaak")):
        insert(dorp, name, f"einde {number}", "MandaatIngetrokken", stream, {"vanaf": DAY}, dorp.keys["college"], number)


@whole
def herkomst(dorp):
    dorp.at("slot").claims["iss"] = "ledger.voorbeeld.example/elders"


@whole
def tijd_terug(dorp):
    dorp.at("slot").claims["iat"] = START


@whole
def stroom_gat(dorp):
    dorp.at("bekleed").claims["seq"] = 3


@whole
def opening_niet_eerst(dorp):
    """What opens a stream comes second in one."""
    entry = dorp.at("slot")
    entry.claims["sub"], entry.claims["seq"] = dorp.at("functie").claims["sub"], 3


@whole
def vervolg_eerst(dorp):
    entry = dorp.at("bekleed")
    entry.claims["sub"], entry.claims["seq"] = dorp.stream("Functie"), 1


@whole
def sleutel_twee_keer(dorp):
    college = dorp.keys["college"]
    insert(dorp, "vernietigd", "nog eens", "SleutelGeregistreerd", dorp.stream("Sleutel"), {
        "sleutel": url64(college.public), "verzegelsleutel": college.box, "rol": "directeur"}, dorp.keys["secretariaat"])


@whole
def intrekking_van_onbekende(dorp):
    key, third = Key("vreemde"), Key("organisatie 3")
    insert(dorp, "zaak-vervolg", "tweede intrekking", "SleutelIngetrokken", dorp.stream("Sleutel"), {
        "kid": key.kid, "vanaf": START, "reden": "verloren", "organisatiesleutel": third.own_box()},
        dorp.keys["secretariaat"])


@whole
def tweede_opening(dorp):
    insert(dorp, "vernietigd", "tweede", "GrootboekGeopend", dorp.stream("Grootboek"), dict(dorp.at("opening").data),
           dorp.keys["secretariaat"])


def header(name, value):
    def make(dorp):
        dorp.at("aanwijzing").header[name] = value
    return make


for _name, _header in {"alg-none": ("alg", "none"), "alg-ed25519": ("alg", "Ed25519"), "typ": ("typ", "JWT"),
                       "crit": ("crit", ["b64"]), "kid-kort": ("kid", "AAAA"),
                       "sleutel-in-kop": ("jwk", {"kty": "OKP"})}.items():
    CASES["kop-" + _name] = ("whole", header(*_header))


def claim(name, value):
    def make(dorp):
        claims = dorp.at("aanwijzing").claims
        if value is None:
            del claims[name]
        else:
            claims[name] = value(claims.get(name)) if callable(value) else value
    return make


for _name, _claim in {
        "te-veel": ("exp", 2_000_000_000), "ontbreekt": ("op", None), "versie-nul": ("ver", 0), "volgnummer-nul": ("seq", 0),
        "sd-alg": ("_sd_alg", "sha-512"), "tijd-negatief": ("iat", -1), "tijd-gebroken": ("iat", 1.5),
        "volgnummer-waar": ("seq", True), "data-lijst": ("data", []),
        "verborgen-element": ("data", lambda data: {**data, "...": "x"}),
        "sd-leeg": ("data", lambda data: {**data, "_sd": []}),
        "sd-ongesorteerd": ("data", lambda data: {**data, "_sd": [url64(b"\xff" * 32), url64(bytes(32))]}),
        "sd-dubbel": ("data", lambda data: {**data, "_sd": [url64(bytes(32))] * 2}),
        "sd-kort": ("data", lambda data: {**data, "_sd": ["AAAA"]})}.items():
    CASES["claim-" + _name] = ("whole", claim(*_claim))


def bound(part, value):
    def make(dorp):
        setattr(dorp.at("aanwijzing"), part, lambda right: value)
    return make


for _name, _bound in {
        "controlepunt-kort": ("checkpoint", url64(bytes(31))), "controlepunt-getal": ("checkpoint", 7),
        "kluis-kort": ("vault", url64(bytes(31))), "kluis-opvulling": ("vault", url64(bytes(32)) + "="),
        "kluis-lijst": ("vault", [url64(bytes(32))])}.items():
    CASES["claim-" + _name] = ("whole", bound(*_bound))


@whole
def id_hoofdletters(dorp):
    entry = dorp.at("aanwijzing")
    shown = entry.claims["jti"].upper()
    entry.payload = lambda: compact({**entry.claims, "jti": shown})


@whole
def stroom_zonder_soort(dorp):
    entry = dorp.at("aanwijzing")
    entry.payload = lambda: compact({**entry.claims, "sub": entry.claims["sub"].split("/")[1]})


@whole
def lid_twee_keer(dorp):
    entry = dorp.at("aanwijzing")
    entry.payload = lambda: compact(entry.claims)[:-1] + b',"op":"2030-01-01"}'


@whole
def niet_utf8(dorp):
    entry = dorp.at("aanwijzing")
    entry.payload = lambda: compact(entry.claims).replace(b"college", b"coll\xe8ge")


@whole
def half_teken(dorp):
    entry = dorp.at("aanwijzing")
    entry.payload = lambda: compact(entry.claims).replace(b"college", b"coll\\ud800ege")


@whole
def te_diep(dorp):
    entry = dorp.at("aanwijzing")
    entry.payload = lambda: compact(entry.claims).replace(b'"college"', b"[" * 40 + b"]" * 40)


@whole
def base64_opvulling(dorp):
    entry = dorp.at("aanwijzing")
    entry.payload = lambda: compact(entry.claims) + b" " * ((1 - len(compact(entry.claims))) % 3)
    entry.encode = lambda data: url64(data) + "=="


@whole
def base64_andere_schrijfwijze(dorp):
    """The bits of the last character that stand for nothing are not zero."""
    entry = dorp.at("aanwijzing")
    entry.payload = lambda: compact(entry.claims) + b" " * ((1 - len(compact(entry.claims))) % 3)

    def encode(data):
        text = url64(data)
        return text[:-1] + chr(ord(text[-1]) + 1)
    entry.encode = encode


@whole
def onthulling_in_blad(dorp):
    dorp.at("aanwijzing").tail = b"~W10~"


@whole
def blad_zonder_einde(dorp):
    dorp.at("aanwijzing").tail = b""


@whole
def soort_onbekend(dorp):
    dorp.at("slot").claims["evt"] = "FunctieVerzonnen"


@whole
def soort_anders_gespeld(dorp):
    """A letter with its accent apart: for a reader the same name, for the catalogue another."""
    dorp.at("slot").claims["evt"] = "FunctieVastgele\u0301gd"


KELVIN = "\u212a"  # the sign for kelvin, which Unicode holds equivalent to the letter K


@whole
def soort_met_kelvin(dorp):
    dorp.at("slot").claims["evt"] = KELVIN + "andidaatVoorgedragen"


@whole
def feit_met_kelvin(dorp):
    dorp.at("slot").data[KELVIN + "leur"] = "rood"


@whole
def code_met_kelvin(dorp):
    dorp.at("regels").data["meldplicht"] = f"wat{KELVIN}anRaken"


@whole
def versie_onbekend(dorp):
    dorp.at("slot").claims["ver"] = 7


@whole
def stroomsoort(dorp):
    entry = dorp.at("slot")
    entry.claims["sub"] = dorp.stream("Orgaan")


@whole
def feit_te_veel(dorp):
    dorp.at("slot").data["kleur"] = "rood"


@whole
def feit_ontbreekt(dorp):
    del dorp.at("slot").data["naam"]


@whole
def feit_van_andere_vorm(dorp):
    dorp.at("slot").data["naam"] = 7


@whole
def feit_met_stuurteken(dorp):
    dorp.at("slot").data["naam"] = "Bode\u202e"


@whole
def verzegeld_veld_open(dorp):
    """A name that ought to be sealed stands in the signed bytes."""
    entry = dorp.at("bekleed")
    entry.data["naam"] = "P. Verzonnen"
    del entry.data["_sd"]


@whole
def datum_onzin(dorp):
    dorp.at("slot").claims["op"] = "gisteren"


@whole
def zaak_andere_sleutel(dorp):
    resign(dorp.at("zaak-vervolg"), Key("vreemde"))


@whole
def zaak_zonder_waarmerk(dorp):
    entry = dorp.at("zaak-vervolg")
    entry.data["waarmerk"] = dorp.mark(entry.claims["sub"], Key("vreemde organisatie"))


@whole
def zaak_waarmerk_van_andere_zaak(dorp):
    dorp.at("zaak-vervolg").data["waarmerk"] = dorp.mark(dorp.stream("Zaak"), dorp.organisations[1])


@whole
def zaak_waarmerk_van_ander_grootboek(dorp):
    entry = dorp.at("zaak-vervolg")
    entry.data["waarmerk"] = dorp.mark(entry.claims["sub"], dorp.organisations[1], origin="ledger.voorbeeld.example/elders")


@whole
def zaak_geopend_met_oude_sleutel(dorp):
    """By somebody who left and still has the organisation's earlier key."""
    entry = dorp.at("zaak")
    entry.data["waarmerk"] = dorp.mark(entry.claims["sub"], dorp.organisations[0])


# --- Question 3: the vault ------------------------------------------------------------------------------------------


def only(rows):
    (row,) = rows
    return row


@whole
def waarde_veranderd(dorp):
    row = only(dorp.rows("bevestigd"))
    row["body"] = url64(compact([url64(bytes(32)), "naam", "P. Anders"])).encode()


@whole
def waarde_van_ander_veld(dorp):
    row = only(dorp.rows("bevestigd"))
    row["body"] = row["body"][:-4] + b"AAAA"


@whole
def waarde_vastgelegde_hash(dorp):
    """The event signed for another row than it brought."""
    sign_for(dorp, "bevestigd", lambda line: line[:-43] + url64(bytes(32)))


@whole
def waarde_vastgelegde_sleutel(dorp):
    """The event signed for a value with a key, and brought one without."""
    sign_for(dorp, "bevestigd", lambda line: line.replace(" - ", " sleutel "))


def sign_for(dorp, name, change, kind=""):
    """Has an event sign another list of what it brings; the vault keeps that list."""
    event = dorp.at(name).claims["jti"]
    dorp.brought[event] = {change(line) if line.startswith(kind) else line for line in dorp.brought[event]}


@whole
def waarde_versleuteld_vervangen(dorp):
    """By who cannot open it: other bytes of the same length."""
    row = only(dorp.rows("college"))
    row["body"] = dorp.random(len(row["body"]))


@whole
def waarden_versleuteld_verwisseld(dorp):
    one, other = only(dorp.rows("college")), only(dorp.rows("ontwerp"))
    one["body"], other["body"] = other["body"], one["body"]


@whole
def waarde_andere_sleutel(dorp):
    """The row says that another key opens it."""
    only(dorp.rows("college"))["key"] = only(dorp.rows("ontwerp"))["key"]


@whole
def waarde_weg(dorp):
    dorp.sealed.remove(only(dorp.rows("bevestigd")))


@whole
def verplichte_waarde_weg(dorp):
    row = only(dorp.rows("ontwerp"))
    dorp.sealed.remove(row)
    dorp.documents = [document for document in dorp.documents if document["event"] != row["event"]]


@whole
def verplichte_waarde_weg_document_niet(dorp):
    """What is left is still under the key."""
    dorp.sealed.remove(only(dorp.rows("ontwerp")))


@whole
def waarde_niet_ondertekend(dorp):
    only(dorp.rows("bevestigd"))["digest"] = url64(bytes(32))


@whole
def waarde_met_kelvin(dorp):
    """A digest in the vault that only looks like the signed one."""
    row = next(row for row in dorp.sealed if "K" in row["digest"])
    row["digest"] = row["digest"].replace("K", KELVIN)


def plain(dorp, name, field):
    """Puts a value that nobody signed in the vault, as if an event brought it; the row is returned."""
    encoded = url64(compact([url64(bytes(32)), field, "x"]))
    dorp.sealed.append({"event": dorp.at(name).claims["jti"], "field": field, "digest": url64(sha256(encoded.encode())),
                        "key": None, "body": encoded.encode()})
    return dorp.sealed[-1]


@whole
def waarde_bij_gebeurtenis_zonder(dorp):
    plain(dorp, "functie", "naam")


@whole
def waarde_niet_op_lijst(dorp):
    """A second value at an event that brought one."""
    plain(dorp, "bevestigd", "toelichting")


@whole
def waarde_bij_gebeurtenis_met_alleen_sleutels(dorp):
    plain(dorp, "directeur", "houder")


@whole
def lijst_en_waarde_bij_gebeurtenis_zonder(dorp):
    """With a list that names it, which nobody signed."""
    row = plain(dorp, "functie", "naam")
    dorp.lists[row["event"]] = listed([sealed_line(row)])


@whole
def lijst_bij_gebeurtenis_zonder(dorp):
    dorp.lists[dorp.at("functie").claims["jti"]] = listed([f"sealed naam - {url64(bytes(32))}"])


def rewritten(dorp, name, change):
    """Writes another list in the vault than the event signed for."""
    event = dorp.at(name).claims["jti"]
    dorp.lists[event] = change(dorp.list(event))


@whole
def lijst_weg(dorp):
    rewritten(dorp, "ontwerp", lambda text: None)


@whole
def lijst_veranderd(dorp):
    rewritten(dorp, "ontwerp", lambda text: text[:-3] + ("AA\n" if text[-3:-1] != "AA" else "BB\n"))


@whole
def lijst_aangevuld(dorp):
    """With who would like to read along, and the key for that."""
    row = reader(dorp, "college")
    rewritten(dorp, "college", lambda text: listed([*text.split("\n")[:-1], wrapped_line(row)]))


@whole
def lijst_passend_gemaakt(dorp):
    """By who replaces what is encrypted and then the list with it."""
    row = only(dorp.rows("college"))
    row["body"] = dorp.random(len(row["body"]))
    rewritten(dorp, "college", lambda text: listed(
        [sealed_line(row) if line.startswith("sealed ") else line for line in text.split("\n")[:-1]]))


def no_list(change):
    """An event that signed for something that is no list; the vault keeps just that."""
    def make(dorp):
        event = dorp.at("college").claims["jti"]
        text = change(dorp.list(event))
        dorp.lists[event] = text
        dorp.at("college").vault = lambda right: url64(sha256(text.encode()))
    return make


for _name, _change in {
        "ongesorteerd": lambda text: "".join(reversed(text.splitlines(True))),
        "regel-dubbel": lambda text: text.splitlines(True)[0] + text,
        "zonder-regeleinde": lambda text: text[:-1],
        "lege-regel": lambda text: "\n" + text,
        "onbekende-soort": lambda text: text.replace("sealed", "secret"),
        "woord-te-veel": lambda text: text.replace("\n", " a\n", 1),
        "woord-te-weinig": lambda text: text.replace("sealed houder", "sealed"),
        "naam-leeg": lambda text: text.replace("sealed houder", "sealed "),
        "spatie-dubbel": lambda text: text.replace("sealed ", "sealed  "),
        "hash-kort": lambda text: text[:-2] + "\n"}.items():
    CASES["lijst-" + _name] = ("whole", no_list(_change))


@whole
def kluis_niet_genoemd(dorp):
    """An event that seals something without a word of what it brings into the vault."""
    entry = dorp.at("bevestigd")
    entry.vault = lambda right: None
    dorp.lists[entry.claims["jti"]] = None


@whole
def kluis_genoemd_maar_leeg(dorp):
    dorp.at("slot").vault = lambda right: url64(sha256(b"sealed\n"))


@whole
def vernietigd_maar_er_nog(dorp):
    """A backup of the vault put back over a later erasure."""
    dorp.sealed += dorp.erased
    dorp.wrapped += dorp.gone["vernietigd"]


@whole
def vernietigde_sleutels_terug(dorp):
    """Only the keys: with an old copy of the value itself they open it again."""
    dorp.wrapped += dorp.gone["vernietigd"]


@whole
def ingetrokken_sleutel_terug(dorp):
    dorp.wrapped += dorp.gone["intrekking"]


@whole
def ingetrokken_sleutel_van_meer(dorp):
    """Others can open the same, under the same key-encryption key."""
    interest(dorp, dorp.keys["griffier"].box, dorp.keys["college"].box)


@whole
def ingetrokken_sleutel_van_meer_apart(dorp):
    """Others can open the same, under a key-encryption key of their own."""
    opened_by_another(dorp, interest(dorp, dorp.keys["griffier"].box))


@whole
def vernietiging_niet_afgerond(dorp):
    """Someone was reading when it was erased: traces can still be in the file."""
    dorp.sql.append(("vault", "INSERT INTO erasure (upTo, pending) VALUES (0, 1)", ()))


@whole
def goed_begonnen(dorp):
    """The append that sealed anything last was cut off: what it left is in the vault, and nothing is wrong."""
    goed_wees_sleutels(dorp)
    (event,) = [event for event in dorp.lists if event not in {entry.claims["jti"] for entry in dorp.entries}]
    dorp.sql.append(("vault", "INSERT INTO begun (size, events) VALUES (?, ?)", (9, event)))


@whole
def begonnen_zonder_lijst(dorp):
    """Of what it would have brought there is no list."""
    dorp.sql.append(("vault", "INSERT INTO begun (size, events) VALUES (?, ?)", (9, dorp.uuid())))


@whole
def begonnen_onleesbaar(dorp):
    """Which events that append had is not to be read."""
    dorp.sql.append(("vault", "INSERT INTO begun (size, events) VALUES (?, ?)", (9, "geen kenmerk")))


@whole
def begonnen_voor_het_begin(dorp):
    """It was begun before the first event."""
    dorp.sql.append(("vault", "INSERT INTO begun (size, events) VALUES (?, ?)", (-1, dorp.uuid())))


@whole
def vernietiging_van_ander_veld(dorp):
    """The erasure names another field than the one that is gone."""
    dorp.at("vernietigd").data["stukken"][0]["velden"] = ["houder"]


@whole
def intern_open_bewaard(dorp):
    row = only(dorp.rows("college"))
    row["body"], row["key"] = row["open"].encode(), None


@whole
def openbaar_dicht_bewaard(dorp):
    row = only(dorp.rows("bevestigd"))
    row["key"] = only(dorp.rows("college"))["key"]


@whole
def sleutel_niet_voor_organisatie(dorp):
    key = only(dorp.rows("ontwerp"))["key"]
    dorp.wrapped = [row for row in dorp.wrapped if row["key"] != key]


@whole
def organisatiesleutel_niet_voor_lid(dorp):
    name, member = dorp.organisations[1].own_box(), dorp.keys["ondernemingsraad"].box
    dorp.wrapped = [row for row in dorp.wrapped if (row["key"], row["recipient"]) != (name, member)]


@whole
def eerdere_organisatiesleutel_niet_voor_lid(dorp):
    del dorp.wrapped[place_of(dorp, dorp.organisations[0].own_box(), dorp.keys["directeur"].box)]


@whole
def sleutelrij_vastgelegde_hash(dorp):
    """The event signed for another row than it brought."""
    sign_for(dorp, "directeur", lambda line: line[:-43] + url64(bytes(32)))


def chain(dorp, name):
    """The row with the data key of an event, and the one with its key-encryption key for the organisation."""
    data = next(row for row in brought_by(dorp, name) if row["key"] == dorp.rows(name)[0]["key"])
    return data, next(row for row in dorp.wrapped if row["key"] == data["recipient"])


def reader(dorp, name):
    """Has somebody else read along what an event brought; the row is returned."""
    row = {**chain(dorp, name)[1], "recipient": url64(dorp.random(32)), "body": dorp.random(80)}
    dorp.wrapped.append(row)
    return row


@whole
def sleutel_vervangen(dorp):
    chain(dorp, "college")[0]["body"] = dorp.random(72)


@whole
def sleutels_vervangen(dorp):
    """Each is a finding."""
    for row in chain(dorp, "college"):
        row["body"] = bytes(len(row["body"]))


@whole
def sleutel_voor_organisatie_vervangen(dorp):
    chain(dorp, "college")[1]["body"] = dorp.random(80)


@whole
def sleutel_voor_organisatie_weg(dorp):
    dorp.wrapped.remove(chain(dorp, "college")[1])


@whole
def sleutels_weg(dorp):
    """All that opens a value; the value is still there."""
    for row in chain(dorp, "college"):
        dorp.wrapped.remove(row)


@whole
def sleutels_weg_van_twee_gebeurtenissen(dorp):
    """The one for the organisation came again with a later event."""
    data, kek = chain(dorp, "college")
    dorp.wrapped.remove(data)
    dorp.wrapped.remove(kek)
    dorp.wrap(dorp.at("slot"), kek["key"], kek["recipient"], 80)
    dorp.wrapped.pop()


@whole
def sleutels_in_een_kring(dorp):
    """Keys that wrap each other, put in the place of the one that was for who left: nobody could use that any more."""
    interest(dorp, dorp.keys["griffier"].box)
    data, kek = chain(dorp, "belang")
    dorp.wrapped.remove(data)
    dorp.wrapped += [{**kek, "recipient": "kring"}, {**kek, "key": "kring", "recipient": kek["key"]}]


@whole
def sleutelrij_niet_op_lijst(dorp):
    reader(dorp, "college")


@whole
def sleutelrijen_niet_op_lijst(dorp):
    """Two at one event are one finding."""
    for _ in range(2):
        reader(dorp, "college")


@whole
def sleutelrij_bij_gebeurtenis_zonder(dorp):
    reader(dorp, "college")["event"] = dorp.at("functie").claims["jti"]


@whole
def sleutelrij_van_eerdere_gebeurtenis(dorp):
    chain(dorp, "college")[1]["event"] = dorp.at("opening").claims["jti"]


@whole
def sleutelrij_van_latere_gebeurtenis(dorp):
    """As if it came again with an event that does not name it."""
    chain(dorp, "college")[1].update(event=dorp.at("bevestigd").claims["jti"], body=bytes(80))


@whole
def sleutelrij_van_wees(dorp):
    chain(dorp, "college")[1]["event"] = dorp.uuid()


@whole
def zaak_niet_opgevuld(dorp):
    row = dorp.rows("zaak", "vak2")[0]
    row["body"] = row["body"][:-1]


@whole
def zaak_te_weinig_sleutels(dorp):
    key = dorp.rows("zaak", "vak1")[0]["key"]
    kek = next(row["recipient"] for row in dorp.wrapped if row["key"] == key)
    dorp.wrapped.remove(next(row for row in dorp.wrapped if row["key"] == kek))


@whole
def zaak_vak_weg(dorp):
    dorp.sealed.remove(dorp.rows("zaak", "vak3")[0])


def paper(dorp, name):
    event = dorp.at(name).claims["jti"]
    return next(row for row in dorp.documents if row["event"] == event)


@whole
def document_weg(dorp):
    del dorp.files[paper(dorp, "vastgesteld")["file"]]


@whole
def document_veranderd(dorp):
    dorp.files[paper(dorp, "vastgesteld")["file"]] += b"\n"


@whole
def document_versleuteld_veranderd(dorp):
    dorp.files[paper(dorp, "ontwerp")["file"]] += b"\n"


@whole
def document_ander(dorp):
    """The vault names another document than the signed reference."""
    other = b"Een andere gedragscode.\n"
    row = paper(dorp, "vastgesteld")
    row["file"] = sha256(other).hex()
    dorp.files[row["file"]] = other


@whole
def document_rij_weg(dorp):
    dorp.documents.remove(paper(dorp, "vastgesteld"))


@whole
def document_bij_ander_veld(dorp):
    dorp.documents.append({"event": dorp.at("bevestigd").claims["jti"], "field": "naam",
                           "file": paper(dorp, "vastgesteld")["file"], "key": None})


@whole
def document_bij_gebeurtenis_zonder(dorp):
    dorp.documents.append({**paper(dorp, "vastgesteld"), "event": dorp.at("functie").claims["jti"]})


@whole
def document_ander_uit_grootboek(dorp):
    """The vault names a document that is in the ledger, of another event."""
    paper(dorp, "vastgesteld")["file"] = paper(dorp, "ontwerp")["file"]


@whole
def document_versleuteld_vervangen(dorp):
    """The file and the row that names it: what was signed about it is sealed."""
    row, other = paper(dorp, "ontwerp"), dorp.random(80)
    row["file"] = sha256(other).hex()
    dorp.files[row["file"]] = other


@whole
def document_vastgelegde_hash(dorp):
    """The event signed for another row than it brought."""
    sign_for(dorp, "vastgesteld", lambda line: line[:-43] + url64(bytes(32)), "document ")


# --- What cannot be checked at all ----------------------------------------------------------------------------------


@whole
def verkeerd_merk(dorp):
    dorp.sql.append(("log", "PRAGMA application_id = 7", ()))


@whole
def nieuwer_formaat(dorp):
    dorp.sql.append(("vault", "PRAGMA user_version = 2", ()))


@whole
def leeg_grootboek(dorp):
    dorp.entries, dorp.sealed, dorp.documents, dorp.points = [], [], [], []


@whole
def eerste_onleesbaar(dorp):
    dorp.at("opening").tail = b""


@refused
def geen_kluis(folder):
    Dorp().whole().write(folder)
    (folder / "vault.sqlite").unlink()


@refused
def geen_log(folder):
    folder.mkdir()


@refused
def geen_database(folder):
    Dorp().whole().write(folder)
    (folder / "log.sqlite").write_text("dit is geen database, maar wel lang genoeg om er een te lijken\n" * 40)


# --- One proof ------------------------------------------------------------------------------------------------------


class Receipt:
    """A proof with its event, as `waarborg prove`, `show --sd-jwt` and `checkpoint --vkey` give them."""

    def __init__(self, name="bevestigd", size=None):
        self.dorp = Dorp().whole()
        self.name, self.size = name, size or len(self.dorp.entries)
        self.index = self.dorp.named[name]
        self.vkey = self.dorp.log.vkey
        self.card = compact(self.dorp.keys["secretariaat"].card())
        self.edit = lambda text: text
        self.edit_sd_jwt = lambda text: text
        self.log = self.dorp.log
        self.origin = None
        self.missing = set()
        self.shown_size, self.root, self.path, self.disclosures = None, None, None, None

    def write(self, folder):
        folder.mkdir()
        leaves = self.dorp.leaves()
        hashes = [leaf_hash(leaf) for leaf in leaves[:self.size]]
        path = self.path(hashes) if self.path else path_to(self.dorp.named[self.name], hashes)
        note = self.log.note(self.shown_size or self.size, self.root or root_of(hashes), self.origin)
        lines = ["c2sp.org/tlog-proof@v1", f"index {self.index}", *map(std64, path)]
        text = self.edit("\n".join(lines) + "\n\n" + note)
        disclosures = [row["open"] for row in self.dorp.rows(self.name)] if self.disclosures is None else self.disclosures
        shown = leaves[self.dorp.named[self.name]].decode() + "".join(one + "~" for one in disclosures)
        files = {"bewijs": text.encode(), "sd-jwt": self.edit_sd_jwt(shown).encode() + b"\n",
                 "sleutel": self.vkey.encode() + b"\n", "ondertekenaar": self.card}
        for name, data in files.items():
            if name not in self.missing:
                (folder / name).write_bytes(data)


@proof
def bewijs_goed(receipt):
    pass


@proof
def bewijs_goed_dicht(receipt):
    receipt.disclosures = []


@proof
def bewijs_goed_extra(receipt):
    """What nobody signed is ignored: the line `extra`, and signatures of unknown keys."""
    other = LogKey("getuige.voorbeeld.example/1", "getuige")
    receipt.edit = lambda text: text.replace("\nindex", "\nextra AAAA\nindex") + other.line("iets\n")


@proof
def bewijs_goed_ouder_controlepunt(receipt):
    receipt.size = receipt.index + 1


@proof
def bewijs_plaats(receipt):
    receipt.index -= 1


@proof
def bewijs_plaats_voorbij_einde(receipt):
    receipt.index = 1000


@proof
def bewijs_van_andere_gebeurtenis(receipt):
    receipt.path = lambda hashes: path_to(receipt.dorp.named["slot"], hashes)
    receipt.index = receipt.dorp.named["slot"]


@proof
def bewijs_hash_veranderd(receipt):
    receipt.path = lambda hashes: [sha256(b"anders"), *path_to(receipt.index, hashes)[1:]]


@proof
def bewijs_hash_te_weinig(receipt):
    receipt.path = lambda hashes: path_to(receipt.index, hashes)[:-1]


@proof
def bewijs_hash_te_veel(receipt):
    receipt.path = lambda hashes: [*path_to(receipt.index, hashes), sha256(b"anders")]


@proof
def bewijs_hashes_omgekeerd(receipt):
    receipt.path = lambda hashes: path_to(receipt.index, hashes)[::-1]


@proof
def bewijs_knoop_als_blad(receipt):
    """The tree of a shorter log, said to be of a longer one."""
    receipt.shown_size = receipt.size * 2


@proof
def bewijs_ander_log(receipt):
    """A fork: signed by the log's own key, with other events."""
    receipt.root = sha256(b"een andere geschiedenis")


@proof
def bewijs_ouder_controlepunt(receipt):
    """A checkpoint of before the event."""
    kept = receipt.dorp.note(8)
    receipt.edit = lambda text: text[:text.index("\n\n") + 2] + kept


@proof
def bewijs_plaats_voorloopnul(receipt):
    receipt.edit = lambda text: text.replace("\nindex ", "\nindex 0")


@proof
def bewijs_plaats_te_groot(receipt):
    receipt.index = 2**63


@proof
def bewijs_plaats_plus(receipt):
    receipt.edit = lambda text: text.replace("\nindex ", "\nindex +")


@proof
def bewijs_geen_plaats(receipt):
    receipt.edit = lambda text: text.replace("\nindex ", "\nplaats ")


@proof
def bewijs_andere_versie(receipt):
    receipt.edit = lambda text: text.replace("@v1", "@v2", 1)


@proof
def bewijs_crlf(receipt):
    receipt.edit = lambda text: text.replace("\n", "\r\n")


@proof
def bewijs_korte_hash(receipt):
    receipt.path = lambda hashes: [path_to(receipt.index, hashes)[0][:31], *path_to(receipt.index, hashes)[1:]]


@proof
def bewijs_base64(receipt):
    """The unused bits of a hash's last character are not zero."""
    def spoil(text):
        lines = text.split("\n")
        lines[2] = lines[2][:-2] + chr(ord(lines[2][-2]) + 1) + "="
        return "\n".join(lines)
    receipt.edit = spoil


@proof
def bewijs_zonder_controlepunt(receipt):
    receipt.edit = lambda text: text[:text.index("\n\n") + 1]


@proof
def bewijs_64_hashes(receipt):
    receipt.path = lambda hashes: [bytes(32)] * 64


@proof
def bewijs_controlepunt_afgebroken(receipt):
    receipt.edit = lambda text: text[:-1]


@proof
def bewijs_controlepunt_zonder_handtekening(receipt):
    receipt.edit = lambda text: text[:text.rindex("\n\n") + 1]


@proof
def bewijs_controlepunt_voorloopnul(receipt):
    receipt.shown_size = f"0{receipt.size}"


@proof
def bewijs_controlepunt_handtekening(receipt):
    receipt.edit = lambda text: text[:-10] + ("A" if text[-10] != "A" else "B") + text[-9:]


@proof
def bewijs_controlepunt_verbogen(receipt):
    """Another size under the signature of the right one."""
    receipt.edit = lambda text: text.replace(f"\n{receipt.size}\n", f"\n{receipt.size + 1}\n")


@proof
def bewijs_controlepunt_andere_sleutel(receipt):
    receipt.log = LogKey(ORIGIN, "vervalser")


@proof
def bewijs_controlepunt_alleen_getuige(receipt):
    other = LogKey("getuige.voorbeeld.example/1", "getuige")
    receipt.edit = lambda text: text[:text.rindex("— ")] + other.line("iets\n")


@proof
def bewijs_controlepunt_herkomst(receipt):
    receipt.origin = "ledger.voorbeeld.example/elders"


@proof
def bewijs_gebeurtenis_veranderd(receipt):
    """Another claim under the same signature."""
    def alter(shown):
        header_, payload, rest = shown.split(".", 2)
        entry = receipt.dorp.at(receipt.name)
        return ".".join((header_, url64(compact({**entry.claims, "op": "2020-01-01"})), rest))
    receipt.edit_sd_jwt = alter


@proof
def bewijs_handtekening(receipt):
    entry = receipt.dorp.at(receipt.name)
    entry.signature = lambda signed: receipt.dorp.keys["secretariaat"].sign(signed + b".")


@proof
def bewijs_andere_gebeurtenis(receipt):
    """A good event, but not the one that the proof is of."""
    shown = receipt.dorp.at("slot").leaf().decode()
    receipt.edit_sd_jwt = lambda _: shown


@proof
def bewijs_ander_grootboek(receipt):
    receipt.dorp.at(receipt.name).claims["iss"] = "ledger.voorbeeld.example/elders"


@proof
def bewijs_ondertekenaar(receipt):
    receipt.card = compact(receipt.dorp.keys["college"].card())


@proof
def bewijs_alg_none(receipt):
    receipt.dorp.at(receipt.name).header["alg"] = "none"


@proof
def bewijs_crit(receipt):
    receipt.dorp.at(receipt.name).header["crit"] = ["exp"]


@proof
def bewijs_zonder_tilde(receipt):
    receipt.edit_sd_jwt = lambda shown: shown[:-1]


@proof
def bewijs_met_sleutelbinding(receipt):
    """A key binding nobody asked for, behind the last tilde (RFC 9901, section 4)."""
    receipt.edit_sd_jwt = lambda shown: shown + "eyJhbGciOiJub25lIn0.e30."


@proof
def bewijs_twee_regels(receipt):
    receipt.edit_sd_jwt = lambda shown: shown + "\n"


@proof
def bewijs_onthulling_van_ander(receipt):
    receipt.disclosures = [receipt.dorp.rows("college")[0]["open"]]


@proof
def bewijs_onthulling_veranderd(receipt):
    receipt.disclosures = [url64(compact([url64(bytes(32)), "naam", "P. Anders"]))]


@proof
def bewijs_onthulling_wit(receipt):
    """The same value with white space: another text, so another digest (RFC 9901, section 4.2.3)."""
    shown = receipt.dorp.rows(receipt.name)[0]["open"]
    import base64
    value = json.loads(base64.urlsafe_b64decode(shown + "=" * (-len(shown) % 4)))
    receipt.disclosures = [url64(json.dumps(value).encode())]


@proof
def bewijs_onthulling_twee_keer(receipt):
    receipt.disclosures = [receipt.dorp.rows(receipt.name)[0]["open"]] * 2


def disclose(receipt, value):
    """An event that seals a disclosure of our own making, and its presentation."""
    encoded = value if isinstance(value, str) else url64(compact(value))
    entry = receipt.dorp.at(receipt.name)
    entry.data["_sd"] = sorted([*entry.data["_sd"], url64(sha256(encoded.encode()))])
    receipt.disclosures = [encoded]


@proof
def bewijs_onthulling_twee_delen(receipt):
    disclose(receipt, [url64(bytes(32)), "element"])


@proof
def bewijs_onthulling_naam_sd(receipt):
    disclose(receipt, [url64(bytes(32)), "_sd", ["x"]])


@proof
def bewijs_onthulling_naam_punten(receipt):
    disclose(receipt, [url64(bytes(32)), "...", "x"])


@proof
def bewijs_onthulling_naam_van_feit(receipt):
    """A sealed value for a name that has a clear one."""
    disclose(receipt, [url64(bytes(32)), "geen", False])


@proof
def bewijs_onthulling_naam_twee_keer(receipt):
    own = receipt.dorp.rows(receipt.name)[0]["open"]
    disclose(receipt, [url64(bytes(32)), "naam", "P. Anders"])
    receipt.disclosures.insert(0, own)


@proof
def bewijs_onthulling_opvulling(receipt):
    value = [url64(bytes(32)), "naam", "x" * 5]
    text = url64(compact(value))
    disclose(receipt, text + "=" * (-len(text) % 4 or 4))


@proof
def bewijs_onthulling_geen_json(receipt):
    disclose(receipt, url64(b"geen json"))


@proof
def bewijs_onthulling_leeg(receipt):
    receipt.disclosures = [""]


@proof
def bewijs_sleutel_onleesbaar(receipt):
    receipt.vkey = receipt.vkey.replace("+", "-")


@proof
def bewijs_sleutel_verkeerd_nummer(receipt):
    name, _, material = receipt.vkey.split("+", 2)
    receipt.vkey = f"{name}+00000000+{material}"


@proof
def bewijs_sleutel_van_getuige(receipt):
    """A cosigner's key cannot stand for the log's own."""
    import base64
    name, _, material = receipt.vkey.split("+", 2)
    raw = b"\x04" + base64.b64decode(material)[1:]
    receipt.vkey = f"{name}+{sha256(name.encode() + bytes([10]) + raw)[:4].hex()}+{std64(raw)}"


@proof
def bewijs_kaart_onleesbaar(receipt):
    receipt.card = b"{}"


@proof
def bewijs_kaart_andere_kromme(receipt):
    receipt.card = receipt.card.replace(b"Ed25519", b"X25519")


@proof
def bewijs_bestand_ontbreekt(receipt):
    receipt.missing = {"sd-jwt"}


@proof
def bewijs_leeg(receipt):
    receipt.edit = lambda text: ""


# --- Making them ----------------------------------------------------------------------------------------------------


def make(name, folder):
    """Writes one fixture and returns the arguments with which it is checked; `{}` is where the fixtures are."""
    kind, function = CASES[name]
    place = folder / name
    if kind == "bundel":
        return make_bundle(name, folder)
    if kind == "proof":
        receipt = Receipt()
        function(receipt)
        receipt.write(place)
        return ["{}/%s/bewijs" % name, "--sd-jwt", "{}/%s/sd-jwt" % name, "--sleutel", "{}/%s/sleutel" % name,
                "--ondertekenaar", "{}/%s/ondertekenaar" % name]
    if kind == "rollen":
        function().write(place)
        return ["{}/%s" % name]
    if kind == "refused":
        function(place)
        return ["{}/%s" % name]
    dorp = getattr(Tijddorp() if kind in ("inzending", "klok") else Dorp(), kind)()
    options = function(dorp) or {}
    dorp.write(place)
    arguments = ["{}/%s" % name]
    for option, (file, data) in options.items():
        (folder / f"{name}.{file}").write_bytes(data)
        arguments += [option, "{}/%s.%s" % (name, file)]
    return arguments


CASES.update({name: ("bundel", function) for name, function in BUNDLES.items()})
CASES.update(TIMES)
CASES.update({name: ("rollen", function) for name, (_, function) in LEDGERS.items()})
KINDS = {"proof": "bewijs", "bundel": "bundel"}


def table():
    """The rows of `gevallen.tsv`: name, what is wrong, exit status, findings."""
    lines = (HERE / "gevallen.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def main(folder, *names):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows = table()
    if sorted(row[0] for row in rows) != sorted(CASES):
        differing = set(CASES) ^ {row[0] for row in rows}
        raise SystemExit(f"maak.py and gevallen.tsv do not name the same: {sorted(differing)}")
    made = []
    for name, words, status, findings in rows:
        if not names or name in names:
            kind = KINDS.get(CASES[name][0], "grootboek")
            made.append({"name": name, "kind": kind, "words": words, "exit": int(status), "findings": [] if findings == "-" else findings.split(),
                         "arguments": make(name, folder)})
    (folder / "gevallen.json").write_text(json.dumps(made, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
