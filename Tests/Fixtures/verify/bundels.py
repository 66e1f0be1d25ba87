"""The bundles of `gevallen.tsv`: each function makes one thing wrong; its name is the fixture's."""

import pathlib
import struct

from bundel import ON_REQUEST, PUBLIC, Bundle, Piece, edit, manifest, pretty, seal, zipped
from dorp import DAY, Dorp, LogKey, compact, leaf_hash, root_of, sha256, url64

BUNDLES = {}


def bundle(function):
    BUNDLES[function.__name__.replace("_", "-")] = function
    return function


def tags(function):
    """Spoils all files after the bag was made; the tag manifests are made again, unless the function says otherwise."""
    def spoil(bundle):
        def change(files):
            if function(files) is not False:
                seal(files)
        bundle.spoil_tags.append(change)
    BUNDLES[function.__name__.replace("_", "-")] = spoil
    return function


def as_zip(function):
    """Makes a ZIP in another way."""
    def spoil(bundle):
        bundle.zip = function
    BUNDLES[function.__name__.replace("_", "-")] = spoil
    return function


# --- Nothing wrong --------------------------------------------------------------------------------------------------


@bundle
def bundel_goed(bundle):
    pass


@as_zip
def bundel_goed_zip(entries):
    return zipped(entries)


@bundle
def bundel_goed_sleutel(bundle):
    return {"--sleutel": ("vkey", bundle.dorp.log.vkey.encode() + b"\n")}


@bundle
def bundel_goed_vertrouwd(bundle):
    return {"--vertrouw": ("controlepunt", bundle.dorp.note(bundle.size).encode())}


@bundle
def bundel_goed_ouder_vertrouwd(bundle):
    """Whether the later checkpoint continues the earlier one is in the ledger, not in a bundle: that is not a fault."""
    return {"--vertrouw": ("controlepunt", bundle.dorp.note(8).encode())}


# --- The container --------------------------------------------------------------------------------------------------


@tags
def tas_byte_veranderd(files):
    files["data/LEESMIJ.html"] = files["data/LEESMIJ.html"].replace(b"Lees", b"Rees")


@tags
def tas_bestand_weg(files):
    del files["data/matrix.csv"]


@tags
def tas_bestand_te_veel(files):
    files["data/meer.txt"] = b"meer\n"


@tags
def tas_tagbestand_te_veel(files):
    files["meer.txt"] = b"meer\n"
    return False


@tags
def bundel_tagbestand_te_veel(files):
    files["open-mij-eerst.html"] = b"<!DOCTYPE html><title>Lees dit</title>\n"


@tags
def tas_tagbestand_veranderd(files):
    files["bag-info.txt"] = files["bag-info.txt"].replace(b"Gemeente Dorp", b"Gemeente Stad")
    return False


@tags
def tas_manifest_veranderd(files):
    files["manifest-sha256.txt"] = files["manifest-sha256.txt"].replace(b"0", b"1", 1)
    return False


@tags
def tas_manifest_regel_minder(files):
    files["manifest-sha256.txt"] = files["manifest-sha256.txt"].partition(b"\n")[2]


@tags
def tas_manifest_weg(files):
    del files["manifest-sha512.txt"]
    # RFC 8493 asks for one; we ask for both.


@tags
def tas_tagmanifest_weg(files):
    del files["tagmanifest-sha256.txt"]
    return False


@tags
def tas_bagit_weg(files):
    del files["bagit.txt"]


@tags
def tas_bagit_oud(files):
    files["bagit.txt"] = files["bagit.txt"].replace(b"1.0", b"0.97")


@tags
def tas_bagit_bom(files):
    files["bagit.txt"] = b"\xef\xbb\xbf" + files["bagit.txt"]


@tags
def tas_fetch(files):
    files["fetch.txt"] = b"https://elders.example/meer 5 data/meer.txt\n"


@bundle
def tas_koppeling(bundle):
    bundle.links["data/matrix.csv"] = "/etc/hostname"


@bundle
def tas_koppeling_extra(bundle):
    bundle.links["data/elders"] = "/etc"


def first_line(files, change):
    """Changes the first line of a payload manifest."""
    line, end, rest = files["manifest-sha256.txt"].partition(b"\n")
    files["manifest-sha256.txt"] = change(line) + end + rest


@tags
def tas_pad_omhoog(files):
    first_line(files, lambda line: line[:66] + b"data/../../weg")


@tags
def tas_pad_absoluut(files):
    first_line(files, lambda line: line[:66] + b"/etc/passwd")


@tags
def tas_pad_tilde(files):
    first_line(files, lambda line: line[:66] + b"~/weg")


@tags
def tas_pad_omgekeerde_streep(files):
    first_line(files, lambda line: line[:66] + b"data\\..\\weg")


@tags
def tas_regel_dubbel(files):
    first_line(files, lambda line: line + b"\n" + line)


@tags
def tas_regel_hoofdletters(files):
    first_line(files, lambda line: line[:64].upper() + line[64:])


@tags
def tas_regel_crlf(files):
    files["manifest-sha512.txt"] = files["manifest-sha512.txt"].replace(b"\n", b"\r\n")


@tags
def tas_regel_een_spatie(files):
    first_line(files, lambda line: line.replace(b"  ", b" "))


@tags
def tas_regel_zonder_einde(files):
    files["manifest-sha256.txt"] = files["manifest-sha256.txt"][:-1]


@tags
def tas_regels_omgekeerd(files):
    lines = files["manifest-sha256.txt"].split(b"\n")
    files["manifest-sha256.txt"] = b"\n".join([lines[1], lines[0], *lines[2:]])


@tags
def tas_manifest_noemt_tag(files):
    files["manifest-sha256.txt"] += manifest("sha256", {"zzz.txt": b"-"})


@bundle
def tas_telling(bundle):
    bundle.info["Payload-Oxum"] = "1.1"


@tags
def tas_info_dubbel(files):
    files["bag-info.txt"] += b"Bagging-Date: 2026-11-19\n"


@tags
def tas_info_vervolgregel(files):
    files["bag-info.txt"] += b"  en nog iets\n"


@bundle
def tas_info_ander_profiel(bundle):
    bundle.info["BagIt-Profile-Identifier"] = "urn:anders:1"


@bundle
def tas_info_dag(bundle):
    bundle.info["Bagging-Date"] = "2026-02-30"


@bundle
def tas_info_zonder_organisatie(bundle):
    bundle.info["Source-Organization"] = None


def extra_name(name):
    def spoil(bundle):
        bundle.spoil_tags.append(lambda files: files.update({name: b"-\n"}))
    return spoil


BUNDLES["tas-naam-twee-vormen"] = extra_name("data/leesmij.HTML")
BUNDLES["tas-naam-spatie"] = extra_name("data/naam met spatie.txt")
BUNDLES["tas-naam-verborgen"] = extra_name("data/.verborgen")
BUNDLES["tas-naam-niet-ascii"] = extra_name("data/bewijs\u0301.txt")
BUNDLES["tas-naam-besturing"] = extra_name("data/regel\neinde.txt")
BUNDLES["tas-naam-te-lang"] = extra_name("data/" + "a" * 210)


# --- The ZIP --------------------------------------------------------------------------------------------------------


@as_zip
def zip_gecomprimeerd(entries):
    return zipped(entries, method=8)


@as_zip
def zip_bom(entries):
    """Ten gigabytes of zeros, told by a header; nothing is unpacked to find out."""
    data = zipped([("bundel/data/nullen", b"\0")], method=8)
    return data.replace(struct.pack("<I", 1), struct.pack("<I", 0xFFFFFFFF))


@as_zip
def zip_te_groot_gezegd(entries):
    return zipped(entries[:1]).replace(struct.pack("<2I", *[len(entries[0][1])] * 2), struct.pack("<2I", 1 << 31, 1 << 31))


@as_zip
def zip_dubbele_naam(entries):
    return zipped(entries + [("bundel/data/matrix.csv", b"anders\r\n")])


@as_zip
def zip_absoluut(entries):
    return zipped(entries + [("/etc/passwd", b"-")])


@as_zip
def zip_omhoog(entries):
    return zipped(entries + [("bundel/../../weg", b"-")])


@as_zip
def zip_buiten_map(entries):
    return zipped(entries + [("los.txt", b"-")])


@as_zip
def zip_koppeling(entries):
    return zipped(entries + [("bundel/data/elders", b"/etc/passwd")], modes={"bundel/data/elders": 0o120777})


@as_zip
def zip_map_als_bestand(entries):
    return zipped(entries + [("bundel/data/map/", b"")], modes={"bundel/data/map/": 0o040755})


@as_zip
def zip_afgebroken(entries):
    return zipped(entries)[:-30]


@as_zip
def zip_iets_ervoor(entries):
    return b"#!/bin/sh\n" + zipped(entries)


@as_zip
def zip_iets_erachter(entries):
    return zipped(entries) + b"\0"


@as_zip
def zip_opmerking(entries):
    return zipped(entries, comment=b"hallo")


@as_zip
def zip_ertussen(entries):
    return zipped(entries, gap=b"verborgen")


@as_zip
def zip_extra_veld(entries):
    return zipped(entries, extra=b"UT\1\0\0")


@as_zip
def zip_versleuteld(entries):
    return zipped(entries, flags=1)


@as_zip
def zip_twee_namen(entries):
    """The two headers of one file call it differently: one reader sees the one, another the other."""
    data = zipped(entries)
    at = data.index(b"bundel/bag-info.txt")
    return data[:at] + b"bundel/bag-inf0.txt" + data[at + 19:]


@as_zip
def zip_byte_veranderd(entries):
    data = zipped(entries)
    at = data.index(b"Lees mij")
    return data[:at] + b"R" + data[at + 1:]


@as_zip
def zip_leeg(entries):
    return b""


@as_zip
def zip_is_tekst(entries):
    return b"PK\3\4 dit is geen zip, maar tekst van een bladzijde lang of iets korter.\n"


# --- What must be in it ---------------------------------------------------------------------------------------------


def without(path):
    def spoil(bundle):
        bundle.spoil_files.append(lambda files: files.pop(path))
    return spoil


def changed(path, change):
    def spoil(bundle):
        bundle.spoil_files.append(edit(path, change))
    return spoil


def put(path, data):
    def spoil(bundle):
        bundle.spoil_files.append(lambda files: files.update({path: data}))
    return spoil


BUNDLES["bundel-zonder-leesmij"] = without("LEESMIJ.html")
BUNDLES["bundel-zonder-controlepunt"] = without("checkpoint")
BUNDLES["bundel-bestand-te-veel"] = put("meer.txt", b"meer\n")
BUNDLES["bundel-nummer-met-nul"] = put("gebeurtenissen/007.json", b"{}\n")
BUNDLES["bundel-nummer-te-groot"] = put("gebeurtenissen/9223372036854775808.json", b"{}\n")


@bundle
def bundel_gebeurtenis_te_groot(bundle):
    """The three files of an event under a number that no JSON can say exactly."""
    def spoil(files):
        number = bundle.dorp.named["werkdagen"]
        for kind in ("sdjwt", "tlog-proof", "json"):
            files[f"gebeurtenissen/18446744073709551615.{kind}"] = files[f"gebeurtenissen/{number}.{kind}"]
    bundle.spoil_files.append(spoil)


BUNDLES["hoofd-omvang"] = changed("bundel.json", lambda head: head.update(omvang=7))
BUNDLES["hoofd-ontvanger"] = changed("bundel.json", lambda head: head.update(ontvanger="buurman"))
BUNDLES["hoofd-ander-grootboek"] = changed("bundel.json", lambda head: head.update(grootboek="ledger.voorbeeld.example/stad"))
BUNDLES["hoofd-geen-json"] = put("bundel.json", b"{\n")
BUNDLES["matrix-onbekend-nummer"] = changed("matrix.json", lambda it: it["eisen"][0]["gebeurtenissen"].append(999))
BUNDLES["matrix-zonder-stand"] = changed("matrix.json", lambda it: it["eisen"][0].pop("stand"))
BUNDLES["matrix-geen-json"] = put("matrix.json", b"[]\n")


def of_event(name, suffix, change):
    """Spoils one file of an event."""
    def spoil(bundle):
        path = f"gebeurtenissen/{bundle.dorp.named[name]}.{suffix}"
        bundle.spoil_files.append(lambda files: change(files, path))
    return spoil


BUNDLES["gebeurtenis-zonder-bewijs"] = of_event("werkdagen", "tlog-proof", lambda files, path: files.pop(path))
BUNDLES["gebeurtenis-zonder-leesbaar"] = of_event("werkdagen", "json", lambda files, path: files.pop(path))
BUNDLES["leesbaar-anders"] = of_event(
    "werkdagen", "json", lambda files, path: edit(path, lambda it: it["gegevens"].update(regeling="Iets anders"))(files))
BUNDLES["leesbaar-andere-dag"] = of_event(
    "werkdagen", "json", lambda files, path: edit(path, lambda it: it.update(vastgelegd="2024-01-01T00:00:00Z"))(files))
BUNDLES["leesbaar-meer"] = of_event(
    "bevestigd", "json", lambda files, path: edit(path, lambda it: it["gegevens"].update(extra="erbij"))(files))
BUNDLES["leesbaar-getal-als-waar"] = of_event(
    "werkdagen", "json", lambda files, path: edit(path, lambda it: it.update(volgnummer=True))(files))


def elsewhere(number):
    """The files of an event a second time, under another number."""
    def spoil(bundle):
        own = bundle.dorp.named["werkdagen"]
        bundle.spoil_files.append(lambda files: files.update(
            {f"gebeurtenissen/{number}.{kind}": files[f"gebeurtenissen/{own}.{kind}"] for kind in ("sdjwt", "tlog-proof", "json")}))
    return spoil


BUNDLES["gebeurtenis-nummer-grootste"] = elsewhere(2**63 - 1)
BUNDLES["gebeurtenis-nummer-te-groot"] = elsewhere(2**63)


# --- The place in the log -------------------------------------------------------------------------------------------


@bundle
def bewijs_andere_plaats(bundle):
    bundle.piece("werkdagen").proof_of = bundle.dorp.named["bevestigd"]


@bundle
def bewijs_andere_hash(bundle):
    def spoil(text):
        lines = text.split("\n")
        lines[2] = lines[3]
        return "\n".join(lines)
    bundle.edit_proof[bundle.dorp.named["werkdagen"]] = spoil


@bundle
def bewijs_vorm(bundle):
    bundle.edit_proof[bundle.dorp.named["werkdagen"]] = lambda text: text.replace("index ", "index 0")


@bundle
def bewijs_ander_controlepunt(bundle):
    older = bundle.dorp.note(bundle.size - 1)
    bundle.edit_proof[bundle.dorp.named["werkdagen"]] = lambda text: text.partition("\n\n")[0] + "\n\n" + older


@bundle
def bundelpunt_andere_sleutel(bundle):
    bundle.note = LogKey(bundle.dorp.origin, "ander").note(bundle.size, root(bundle))


@bundle
def bundelpunt_ander_grootboek(bundle):
    bundle.note = bundle.dorp.log.note(bundle.size, root(bundle), "ledger.voorbeeld.example/stad")


@bundle
def bundelpunt_vorm(bundle):
    bundle.note = bundle.dorp.log.note(bundle.size, root(bundle)).replace(f"\n{bundle.size}\n", f"\n0{bundle.size}\n")


def root(bundle):
    return root_of([leaf_hash(leaf) for leaf in bundle.dorp.leaves()[:bundle.size]])


@bundle
def controlepunt_ouder_dan_vertrouwd(bundle):
    bundle.size -= 1
    return {"--vertrouw": ("controlepunt", bundle.dorp.note(bundle.size + 1).encode())}


@bundle
def bundel_van_een_vork(bundle):
    return {"--vertrouw": ("controlepunt", bundle.dorp.log.note(bundle.size, sha256(b"anders")).encode())}


@bundle
def bundel_vertrouwd_andere_sleutel(bundle):
    return {"--vertrouw": ("controlepunt", LogKey(bundle.dorp.origin, "ander").note(8, sha256(b"anders")).encode())}


@bundle
def bundel_andere_logsleutel(bundle):
    return {"--sleutel": ("vkey", LogKey(bundle.dorp.origin, "ander").vkey.encode() + b"\n")}


# --- Checkpoints of before -----------------------------------------------------------------------------------------


def since(size, note=None, change=lambda text: text):
    """Brings an earlier checkpoint along, with the proof that the log continued it."""
    def spoil(bundle):
        bundle.since[size] = (note(bundle) if note else None, change)
    return spoil


def trusting(spoil, size, root=None):
    """The same for a reader who kept a checkpoint of this size."""
    def both(bundle):
        spoil(bundle)
        text = bundle.dorp.log.note(size, root) if root else bundle.dorp.note(size)
        return {"--vertrouw": ("controlepunt", text.encode())}
    return both


def other_hash(text):
    lines = text.split("\n")
    lines[1], lines[2] = lines[2], lines[1]
    return "\n".join(lines)


# Sizes around a power of two: of the first the verifier knows the hash, of the others it must be told.
BUNDLES["sinds-goed"] = trusting(since(8), 8)
BUNDLES["sinds-goed-een"] = trusting(since(1), 1)
BUNDLES["sinds-goed-oneven"] = trusting(since(7), 7)
BUNDLES["sinds-goed-geheel"] = lambda bundle: trusting(since(bundle.size), bundle.size)(bundle)
BUNDLES["sinds-ander-dan-vertrouwd"] = trusting(since(8), 7)
BUNDLES["sinds-vork-van-vertrouwd"] = trusting(since(8), 8, sha256(b"anders"))
BUNDLES["sinds-vork"] = since(8, lambda bundle: bundle.dorp.log.note(8, sha256(b"anders")))
BUNDLES["sinds-andere-sleutel"] = since(8, lambda bundle: LogKey(bundle.dorp.origin, "ander").note(8, sha256(b"anders")))
BUNDLES["sinds-ander-grootboek"] = since(
    8, lambda bundle: bundle.dorp.log.note(8, sha256(b"anders"), "ledger.voorbeeld.example/stad"))
BUNDLES["sinds-geen-controlepunt"] = since(8, lambda bundle: "Bewaard in mei.\n")
BUNDLES["sinds-andere-omvang"] = since(8, lambda bundle: bundle.dorp.note(7))
BUNDLES["sinds-later-dan-bundel"] = since(900, lambda bundle: bundle.dorp.log.note(900, sha256(b"later")))
BUNDLES["sinds-hash-anders"] = since(7, change=other_hash)
BUNDLES["sinds-hash-minder"] = since(8, change=lambda text: "\n".join(text.split("\n")[:1] + text.split("\n")[2:]))
BUNDLES["sinds-hash-te-veel"] = since(8, change=lambda text: text.replace("\n\n", "\n" + text.split("\n")[1] + "\n\n", 1))
BUNDLES["sinds-bewijs-vorm"] = since(8, change=lambda text: text.replace("old ", "old 0"))
BUNDLES["sinds-bewijs-van-andere"] = since(8, change=lambda text: text.replace("old 8", "old 7"))
BUNDLES["sinds-bewijs-zonder-punt"] = since(8, change=lambda text: text.partition("\n\n")[0] + "\n")
BUNDLES["sinds-onder-ander-punt"] = lambda bundle: since(
    8, change=lambda text: text.partition("\n\n")[0] + "\n\n" + bundle.dorp.note(bundle.size - 1))(bundle)


def since_without(suffix):
    def spoil(bundle):
        since(8)(bundle)
        bundle.spoil_files.append(lambda files: files.pop(f"eerder/8.{suffix}"))
    return spoil


BUNDLES["sinds-zonder-controlepunt"] = since_without("checkpoint")
BUNDLES["sinds-zonder-bewijs"] = since_without("vervolg")
BUNDLES["sinds-van-niets"] = put("eerder/0.checkpoint", b"-\n")
BUNDLES["sinds-nummer-met-nul"] = put("eerder/08.checkpoint", b"-\n")


# --- Who signed -----------------------------------------------------------------------------------------------------


@bundle
def bundel_handtekening(bundle):
    piece = bundle.piece("werkdagen")
    leaf = piece.leaf
    piece.leaf = leaf[:-10] + (b"A" if leaf[-10:-9] != b"A" else b"B") + leaf[-9:]


@bundle
def bundel_niet_in_het_log(bundle):
    """Another event, well signed, in the place of the one in the log."""
    entry = bundle.dorp.at("werkdagen")
    before = dict(entry.claims["data"])
    entry.claims["data"] = {**before, "regeling": "Een ander handboek"}
    piece = bundle.piece("werkdagen")
    piece.leaf, piece.claims = entry.leaf(), {**entry.claims}
    entry.claims["data"] = before


@bundle
def bundel_sleutel_weg(bundle):
    """The registration of a key is left out: whoever signed with it is unknown."""
    bundle.drop("college")


@bundle
def bundel_mandaat_weg(bundle):
    bundle.drop("mandaat")


def appended(name, kind, stream, data, signer, **more):
    """An event behind the others, in the log and in the bundle."""
    def spoil(bundle):
        dorp = bundle.dorp
        dorp.add(name, kind, dorp.stream(stream), data(dorp) if callable(data) else data, dorp.keys[signer], **more)
        bundle.size = len(dorp.entries)
        bundle.pieces[bundle.size - 1] = Piece(dorp, bundle.size - 1)
    return spoil


BUNDLES["bundel-ingetrokken-sleutel"] = appended("later", "FunctieVastgelegd", "Functie", {"naam": "Bode"}, "griffier")
BUNDLES["bundel-onbekende-sleutel"] = appended("later", "FunctieVastgelegd", "Functie", {"naam": "Bode"}, "beheerder")
BUNDLES["bundel-rol"] = appended("later", "FunctieVastgelegd", "Functie", {"naam": "Bode"}, "ondernemingsraad")
BUNDLES["bundel-onbekend-type"] = appended("later", "IetsAnders", "Functie", {"naam": "Bode"}, "secretariaat")
BUNDLES["bundel-past-niet"] = appended("later", "FunctieVastgelegd", "Functie", {"naam": 7}, "secretariaat")
BUNDLES["bundel-andere-stroom"] = appended("later", "FunctieVastgelegd", "Orgaan", {"naam": "Bode"}, "secretariaat")
BUNDLES["bundel-sleutel-twee-keer"] = appended(
    "later", "SleutelIngetrokken", "Sleutel", lambda dorp: {
        "kid": dorp.keys["griffier"].kid, "vanaf": dorp.clock, "reden": "verloren",
        "organisatiesleutel": dorp.organisations[1].own_box()}, "secretariaat")


def appended_at(name, second):
    """An event behind the others that says it was recorded at another time."""
    def spoil(bundle):
        dorp = bundle.dorp
        entry = dorp.add("later", "FunctieVastgelegd", dorp.stream("Functie"), {"naam": "Bode"}, dorp.keys["secretariaat"])
        entry.claims["iat"] = second
        bundle.size = len(dorp.entries)
        bundle.pieces[bundle.size - 1] = Piece(dorp, bundle.size - 1)
    BUNDLES[name] = spoil


# The time of what the bundle has before it.
LATEST = Dorp().whole().at("intrekking").claims["iat"]
appended_at("bundel-goed-120-terug", LATEST - 120)
appended_at("bundel-tijd-121-terug", LATEST - 121)
appended_at("bundel-tijd-terug", 1)
appended_at("bundel-tijd-na-9999", 253_402_297_200)
BUNDLES["bundel-intrekking-na-9999"] = appended(
    "later", "SleutelIngetrokken", "Sleutel", lambda dorp: {
        "kid": dorp.keys["directeur"].kid, "vanaf": 253_402_297_200, "reden": "verloren",
        "organisatiesleutel": dorp.organisations[1].own_box()}, "secretariaat")


@bundle
def bundel_ander_grootboek(bundle):
    bundle.dorp.origin = "ledger.voorbeeld.example/stad"
    appended("later", "FunctieVastgelegd", "Functie", {"naam": "Bode"}, "secretariaat")(bundle)
    bundle.dorp.origin = "ledger.voorbeeld.example/dorp"


@bundle
def bundel_van_een_zaak(bundle):
    number = bundle.dorp.named["zaak"]
    bundle.pieces[number] = Piece(bundle.dorp, number)


@bundle
def bundel_zonder_tilde(bundle):
    piece = bundle.piece("werkdagen")
    piece.presentation = piece.leaf[:-1] + b"\n"


@bundle
def bundel_geen_gebeurtenis(bundle):
    bundle.piece("werkdagen").presentation = b"a.b.c~\n"


@bundle
def bundel_met_sleutelbinding(bundle):
    """Something behind the last tilde (RFC 9901, section 4.3): who presents is not asked for."""
    piece = bundle.piece("werkdagen")
    piece.presentation = piece.leaf + b"a.b.c\n"


BUNDLES["sleutels-andere-rol"] = changed("sleutels.json", lambda it: it["sleutels"][1].update(rol="griffier"))
BUNDLES["sleutels-zonder-intrekking"] = changed(
    "sleutels.json", lambda it: [key.update(ingetrokken=None, geldtTot=None) for key in it["sleutels"]])
BUNDLES["sleutels-mandaat-erbij"] = changed("sleutels.json", lambda it: it["mandaten"].append(dict(it["mandaten"][0])))
BUNDLES["sleutels-geen-json"] = put("sleutels.json", b"")


@bundle
def sleutels_intrekking_verzwegen(bundle):
    """The event of the revocation is left out, and still told of."""
    right = bundle.keys()
    bundle.drop("intrekking")
    bundle.spoil_files.append(lambda files: files.update({"sleutels.json": pretty(right)}))


BUNDLES["catalogus-anders"] = changed(
    "catalogus/WerkdagenVastgesteld/v1.schema.json", lambda it: it.update({"x-ondertekenaars": ["beheerder"]}))
BUNDLES["catalogus-weg"] = without("catalogus/WerkdagenVastgesteld/v1.schema.json")
BUNDLES["catalogus-te-veel"] = put("catalogus/Verzonnen/v1.schema.json", b"{}\n")


# --- What is open, and what is withheld -----------------------------------------------------------------------------


@bundle
def onthulling_van_andere(bundle):
    bundle.piece("bevestigd").open += bundle.dorp.rows("college")[0]["open"].split("~")


@bundle
def onthulling_twee_keer(bundle):
    bundle.piece("bevestigd").open *= 2


@bundle
def onthulling_vorm(bundle):
    piece = bundle.piece("bevestigd")
    piece.presentation = piece.leaf + b"WyJhIl0~\n"


@bundle
def onthulling_leeg(bundle):
    piece = bundle.piece("bevestigd")
    piece.presentation = piece.leaf + b"~" + piece.open[0].encode() + b"~\n"


@bundle
def onthulling_veranderd(bundle):
    """Another value under the same name: a digest of what nobody signed."""
    bundle.piece("bevestigd").open = [url64(compact([url64(sha256(b"zout")), "naam", "I. Anders"]))]


def opened(name, kind, stream, data, signer, field, value):
    """An event behind the others with one field that is open, and whose value does not fit it."""
    def spoil(bundle):
        dorp = bundle.dorp
        dorp.add("later", kind, dorp.stream(stream), data(dorp), dorp.keys[signer], openbaar={field: value})
        bundle.size = len(dorp.entries)
        piece = bundle.pieces[bundle.size - 1] = Piece(dorp, bundle.size - 1)
        piece.open, piece.withheld = [row["open"] for row in dorp.rows("later")], []
    BUNDLES[name] = spoil


opened("onthulling-past-niet", "NevenwerkzaamhedenBevestigd", "Bevestiging", lambda dorp: {
    "functie": dorp.at("functie").claims["sub"], "persoon": dorp.at("bekleed").claims["data"]["persoon"], "geen": True},
    "secretariaat", "naam", 7)
opened("onthulling-geen-document", "RegelingVastgesteld", "Regeling", lambda dorp: {
    "versie": "0" * 64, "orgaan": "college"}, "college", "tekst", "geen document")
opened("onthulling-document-zonder-grootte", "RegelingVastgesteld", "Regeling", lambda dorp: {
    "versie": "0" * 64, "orgaan": "college"}, "college", "tekst",
    {"bestand": "0" * 64, "sha256": "0" * 64, "grootte": -1, "mediatype": "text/plain"})


def document(change):
    """Spoils the document of the adopted text."""
    def spoil(bundle):
        value = bundle.piece("vastgesteld").values()["tekst"]["sha256"]
        bundle.spoil_files.append(lambda files: change(files, value))
    return spoil


BUNDLES["stuk-weg"] = document(lambda files, digest: files.pop(f"stukken/{digest}.txt"))
BUNDLES["stuk-veranderd"] = document(
    lambda files, digest: files.update({f"stukken/{digest}.txt": files[f"stukken/{digest}.txt"].replace(b"Dorp", b"Stad")}))
BUNDLES["stuk-langer"] = document(
    lambda files, digest: files.update({f"stukken/{digest}.txt": files[f"stukken/{digest}.txt"] + b"\n"}))
BUNDLES["stuk-andere-naam"] = document(
    lambda files, digest: files.update({f"stukken/{digest}.html": files.pop(f"stukken/{digest}.txt")}))
BUNDLES["stuk-te-veel"] = put(f"stukken/{'0' * 64}.txt", b"-\n")
BUNDLES["mdto-weg"] = document(lambda files, digest: files.pop(f"mdto/{digest}.xml"))
BUNDLES["mdto-met-entiteit"] = put(
    "mdto/bundel.xml", b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>\n")
BUNDLES["mdto-te-veel"] = put(f"mdto/{'0' * 64}.xml", b"<MDTO/>\n")


def legend(change):
    """Spoils what `weggelaten.json` says of the key of the college."""
    def spoil(bundle):
        number = bundle.dorp.named["college"]
        bundle.spoil_files.append(edit("weggelaten.json", lambda it: change(
            it, next(row for row in it["gebeurtenissen"] if row["nummer"] == number))))
    return spoil


BUNDLES["weggelaten-minder"] = legend(lambda it, row: row["weggelaten"].clear())
BUNDLES["weggelaten-telling"] = legend(lambda it, row: row.update(verzegeld=0, weggelaten=[]))
BUNDLES["weggelaten-als-open"] = legend(lambda it, row: row.update(open=1, weggelaten=[]))
BUNDLES["weggelaten-onbekende-grond"] = legend(lambda it, row: row["weggelaten"][0].update(grond="omdat"))
BUNDLES["weggelaten-zonder-grond"] = legend(lambda it, row: row["weggelaten"][0].pop("grond"))
BUNDLES["weggelaten-verzwegen"] = legend(lambda it, row: it["gebeurtenissen"].remove(row))
BUNDLES["weggelaten-twee-keer"] = legend(lambda it, row: it["gebeurtenissen"].append(dict(row)))
BUNDLES["weggelaten-onbekend-nummer"] = legend(lambda it, row: it["gebeurtenissen"].append({**row, "nummer": 999}))
BUNDLES["weggelaten-vernietigd-te-veel"] = legend(lambda it, row: row.update(vernietigd=2**53 - 1))
BUNDLES["weggelaten-waar-als-getal"] = legend(lambda it, row: row.update(verzegeld=True))
BUNDLES["weggelaten-veld-verzonnen"] = legend(lambda it, row: row["weggelaten"][0].update(veld="verzonnen"))
BUNDLES["weggelaten-open-veld"] = legend(lambda it, row: row["weggelaten"][0].update(veld="rol"))
BUNDLES["weggelaten-als-vernietigd"] = legend(
    lambda it, row: row.update(vernietigd=[{"veld": "houder", "door": 0}], weggelaten=[]))
BUNDLES["weggelaten-vernietigd-is-getal"] = legend(lambda it, row: row.update(vernietigd=1, weggelaten=[]))
BUNDLES["grond-andere-wet"] = changed("weggelaten.json", lambda it: it["gronden"][0].update(artikel="art. 5:14"))
BUNDLES["grond-verzonnen"] = changed("weggelaten.json", lambda it: it["gronden"].append({**it["gronden"][0], "grond": "omdat"}))
BUNDLES["grond-van-een-ander"] = changed("weggelaten.json", lambda it: it["gronden"].append({
    "grond": "woo-inspectie", "wet": "Wet open overheid", "artikel": "art. 5.1 lid 2 onder d", "genoemdeWet": None,
    "omschrijving": "Openbaar maken schaadt de inspectie, de controle of het toezicht.", "betwistbaar": False}))
BUNDLES["grond-zonder-wet"] = changed("weggelaten.json", lambda it: it["gronden"].append({
    "grond": "wettelijk-geheim", "wet": "Algemene wet bestuursrecht", "artikel": "art. 5:20 lid 2", "genoemdeWet": None,
    "omschrijving": "Een wet verplicht wie dit weet tot geheimhouding.", "betwistbaar": False}))
BUNDLES["grond-andere-beslisser"] = changed("weggelaten.json", lambda it: it.update(beslotenDoor="burgemeester"))
BUNDLES["grond-andere-ontvanger"] = changed("weggelaten.json", lambda it: it.update(ontvanger="publiek"))
BUNDLES["grond-nooit-vragen"] = changed("weggelaten.json", lambda it: it.update(opvraagbaar="U mag het nooit vragen."))


def to_public(bundle):
    """A bundle for the public, which has grounds and a way to ask of its own."""
    bundle.spoil_files.append(edit("bundel.json", lambda head: head.update(ontvanger="publiek")))
    ground = {"grond": "niet-nodig", "wet": "Algemene verordening gegevensbescherming", "artikel": "art. 5 lid 1 onder c",
              "genoemdeWet": None, "omschrijving": "Deze persoonsgegevens zijn niet nodig voor wat hier moet blijken.",
              "betwistbaar": False}
    bundle.spoil_files.append(edit("weggelaten.json", lambda it: it.update(
        ontvanger="publiek", opvraagbaar=PUBLIC, gronden=[ground], gebeurtenissen=[
            {**row, "weggelaten": [{**one, "grond": "niet-nodig"} for one in row["weggelaten"]]} for row in it["gebeurtenissen"]])))


@bundle
def bundel_goed_publiek(bundle):
    to_public(bundle)


@bundle
def grond_publiek_kan_vorderen(bundle):
    to_public(bundle)
    bundle.spoil_files.append(edit("weggelaten.json", lambda it: it.update(opvraagbaar=ON_REQUEST)))


def stand(change):
    """Spoils what the matrix says of the event that it rests on."""
    return changed("matrix.json", lambda it: change(it["standen"][0]["eisen"][0]["bewijs"][0]["feiten"][0]))


BUNDLES["matrix-andere-dag"] = stand(lambda fact: fact.update(gedaan="2020-01-01"))
BUNDLES["matrix-eerder-vastgelegd"] = stand(lambda fact: fact.update(vastgelegd="2020-01-01"))
BUNDLES["matrix-andere-gebeurtenis"] = stand(lambda fact: fact.update(event="RegelingIngetrokken"))
BUNDLES["matrix-twee-standen"] = changed("matrix.json", lambda it: it["eisen"][0].update(stand="aangetoond"))
BUNDLES["matrix-zonder-standen"] = changed("matrix.json", lambda it: it.pop("standen"))
BUNDLES["matrix-leeg"] = changed("matrix.json", lambda it: it.update(eisen=[], standen=[]))


def page(before, after):
    """Spoils the page that opens first."""
    def spoil(files):
        files["LEESMIJ.html"] = files["LEESMIJ.html"].replace(before, after)
    return lambda bundle: bundle.spoil_files.append(spoil)


BUNDLES["bladzijde-andere-stand"] = page(b">stuk aanwezig<", b">aangetoond<")
BUNDLES["bladzijde-andere-eis"] = page(b">AI-1.19<", b">AI-1.20<")
BUNDLES["bladzijde-met-script"] = page(b"<meta http-equiv", b"<script>alert(1)</script><meta http-equiv")
BUNDLES["bladzijde-naar-elders"] = page(b'href="#zaak"', b'href="https://elders.example/"')
BUNDLES["bladzijde-springt"] = page(b"<title>", b'<META http-equiv="refresh" content="0;url=https://elders.example/"><title>')
BUNDLES["tabel-andere-stand"] = put("matrix.csv", b"Eis;Stand\r\nAI-1.19;aangetoond\r\n")
BUNDLES["tabel-met-formule"] = put("matrix.csv", b"Eis;Stand;Bron\r\nAI-1.19;stuk aanwezig;=cmd|' /C calc'!A0\r\n")
BUNDLES["hoofd-zonder-gebeurtenissen"] = changed("bundel.json", lambda head: head.pop("gebeurtenissen"))
BUNDLES["hoofd-noemt-wat-er-niet-is"] = changed("bundel.json", lambda head: head["gebeurtenissen"].append(999))
BUNDLES["gebeurtenis-zonder-reden"] = changed("bundel.json", lambda head: head["gebeurtenissen"].pop())
BUNDLES["bundel-ander-programma"] = put("verify.py", b"print('alles in orde')\n")


def destroyed(bundle, by="vernietigd"):
    """Takes up the event whose name was destroyed, and what destroyed it."""
    held = bundle.dorp.named["bekleed"]
    bundle.pieces[held] = Piece(bundle.dorp, held)
    bundle.pieces[held].destroyed = [{"veld": "naam", "door": bundle.dorp.named[by]}]
    number = bundle.dorp.named["vernietigd"]
    bundle.pieces[number] = Piece(bundle.dorp, number)


@bundle
def bundel_goed_vernietigd(bundle):
    destroyed(bundle)


@bundle
def vernietigd_door_iets_anders(bundle):
    destroyed(bundle, by="slot")


@bundle
def vernietigd_zonder_vernietiging(bundle):
    """Open would be wrong, and withheld has a ground: destroyed is what nobody could ask for."""
    destroyed(bundle)
    bundle.drop("vernietigd")


# --- Who made it -----------------------------------------------------------------------------------------------------


@bundle
def maker_goed_mandaat(bundle):
    mandate(bundle, DAY)


def mandate(bundle, since):
    """The works council signs the bundle in mandate of the board, which holds from a day on."""
    appended("later", "MandaatVerleend", "Mandaat", {
        "mandaatgever": "college", "gemandateerde": "ondernemingsraad", "gebeurtenissen": ["BundelGemaakt"], "van": since},
        "college")(bundle)
    bundle.maker = "ondernemingsraad"


@bundle
def maker_mandaat_nog_niet(bundle):
    mandate(bundle, "2026-11-19")


def made(**changes):
    """Spoils who signs the bundle, what is signed, or the signature."""
    def spoil(bundle):
        for name, value in changes.items():
            setattr(bundle, name, value)
    return spoil


def said(change):
    return made(edit_statement=change)


BUNDLES["maker-zonder"] = made(edit_signature=lambda data: None)
BUNDLES["maker-geen-jws"] = made(edit_signature=lambda data: b"getekend, de secretaris\n")
BUNDLES["maker-zonder-regeleinde"] = made(edit_signature=lambda data: data[:-1])
BUNDLES["maker-kop-zonder-handtekening"] = made(header={"alg": "none"})
BUNDLES["maker-kop-van-gebeurtenis"] = made(header={"typ": "waarborg-event+sd-jwt"})
BUNDLES["maker-kop-met-sleutel"] = made(header={"jwk": {"kty": "OKP"}})
BUNDLES["maker-onbekend"] = made(maker="beheerder")
BUNDLES["maker-ingetrokken"] = made(maker="griffier")
BUNDLES["maker-rol"] = made(maker="ondernemingsraad")
BUNDLES["maker-handtekening"] = made(
    edit_signature=lambda data: data[:-20] + (b"A" if data[-20:-19] != b"A" else b"B") + data[-19:])
BUNDLES["maker-ander-tagmanifest"] = said(lambda it: it.update(tagmanifest="0" * 64))
BUNDLES["maker-andere-ontvanger"] = said(lambda it: it.update(ontvanger="publiek"))
BUNDLES["maker-andere-eisen"] = said(lambda it: it.update(eisen=["AI-1.20"]))
BUNDLES["maker-andere-dag"] = said(lambda it: it.update(dag="2026-11-01"))
BUNDLES["maker-ander-grootboek"] = said(lambda it: it.update(grootboek="ledger.voorbeeld.example/stad"))
BUNDLES["maker-andere-omvang"] = said(lambda it: it.update(omvang=it["omvang"] - 1))
BUNDLES["maker-andere-wortel"] = said(lambda it: it.update(wortel=it["wortel"].swapcase()))
BUNDLES["maker-andere-telling"] = said(lambda it: it.update(gebeurtenissen=it["gebeurtenissen"] + 1))
BUNDLES["maker-te-vroeg"] = said(lambda it: it.update(gemaakt="2026-11-17"))
BUNDLES["maker-zegt-meer"] = said(lambda it: it.update(aanbevolen=True))
BUNDLES["maker-zegt-minder"] = said(lambda it: it.pop("gemaakt"))


def passed_on(change):
    """By who passes a bundle on: every manifest is made again, and the signature stays that of who made it."""
    def spoil(bundle):
        kept = Bundle()
        bundle.edit_signature = lambda data: kept.signature(kept.bag())
        change(bundle)
    return spoil


BUNDLES["doorgegeven-goed"] = passed_on(lambda bundle: None)
BUNDLES["doorgegeven-bladzijde"] = passed_on(page(b"Een gedragscode", b"Alles is in orde"))
BUNDLES["doorgegeven-tabel"] = passed_on(put("matrix.csv", b"Eis;Stand;Wat\r\nAI-1.19;stuk aanwezig;alles is in orde\r\n"))
BUNDLES["doorgegeven-metadata"] = passed_on(put("mdto/bundel.xml", b"<MDTO>mag overal heen</MDTO>\n"))
BUNDLES["doorgegeven-gebeurtenis-weg"] = passed_on(lambda bundle: bundle.drop("bevestigd"))
BUNDLES["doorgegeven-intrekking-weg"] = passed_on(lambda bundle: bundle.drop("intrekking"))


BUNDLES["weggelaten-geen-json"] = put("weggelaten.json", b"niets\n")


def make_bundle(name, folder):
    """Writes one bundle and returns the arguments with which it is checked."""
    bundle = Bundle()
    options = BUNDLES[name](bundle) or {}
    file = f"{name}.zip" if bundle.zip else name
    bundle.write(pathlib.Path(folder) / file)
    arguments = ["{}/" + file]
    for option, (suffix, data) in options.items():
        (folder / f"{name}.{suffix}").write_bytes(data)
        arguments += [option, "{}/%s.%s" % (name, suffix)]
    return arguments
