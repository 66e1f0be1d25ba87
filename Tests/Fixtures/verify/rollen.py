#!/usr/bin/env python3
"""The ledgers of `gevallen.tsv` in which each type of event is signed by each role that may not sign it, and the one in which
each is altered after it was signed by who may.

    rollen.py     prints their rows for the table, which follow from the catalogue: no verifier has a say in them

Every open type is there, with the facts of its sample, in a stream that such an event may stand in; that it is signed by the
wrong role is all that is wrong with it. Closed streams are signed by keys without a role. What no role may not sign
(`SleutelBevestigd`, `InzendingOntvangen`) has nothing to show here; both are altered in ledgers of their own.
"""

import json
import pathlib

from dorp import DAY, Dorp, Key, url64

EVENTS = pathlib.Path(__file__).resolve().parents[3] / "Events"
# A verifier tells no more than a thousand findings of one question.
PARTS = ("AF", "GM", "NR", "SZ")
COUNSELLORS = ("vertrouwenspersoonIntern", "vertrouwenspersoonExtern")
# What these say needs another event to be so; they have ledgers of their own.
APART = ("SleutelBevestigd", "InzendingOntvangen")
# These need what others leave behind.
LAST = ("MandaatIngetrokken", "SleutelIngetrokken", "KlokHersteld", "KlokherstelBevestigd")


class Type:
    """A type of event, as the catalogue has it."""

    def __init__(self, folder):
        schema = json.loads((folder / "v1.schema.json").read_text(encoding="utf-8"))
        self.sample = json.loads((folder / "v1.sample.json").read_text(encoding="utf-8"))["data"]
        self.name, self.opens = schema["title"], schema.get("x-opent")
        self.is_closed, self.is_own = schema.get("x-besloten", False), schema.get("x-eigenRegister", False)
        self.signers = [*schema["x-ondertekenaars"], *schema.get("x-vastleggers", ())]
        self.stream = schema["properties"]["sub"]["pattern"][1:].partition("/")[0]
        # Where the outcome is hidden, everything sealed has one length; nonce and tag besides.
        self.length = 2048 + 40 if schema.get("x-verhult") == "uitkomst" else None
        fields = schema["properties"]["data"]["properties"]
        self.facts = {name: self.sample[name] for name, field in fields.items()
                      if field["x-zichtbaarheid"] == "clear" and name in self.sample}
        self.sealed = {name: fields[name]["x-zichtbaarheid"] for name in schema.get("x-verplicht", ())}

    def may(self, role, founder):
        """Whether a role may sign it where nobody holds a mandate."""
        is_own = self.is_own and founder in COUNSELLORS and role in COUNSELLORS
        return role in self.signers or is_own


TYPES = {kind.name: kind for kind in map(Type, sorted(path for path in EVENTS.iterdir() if path.is_dir()))}
ROLES = TYPES["InzendingOntvangen"].signers


class Rollen(Dorp):
    """A village in which each role has one key."""

    def __init__(self, founder="secretariaat"):
        super().__init__()
        self.founder = founder
        self.keys = {role: Key(role, role) for role in ROLES}
        self.organisations = self.organisations[:1]
        self.streams = {}   # a kind of stream: one that was opened
        self.spare = {}     # a role: the key that it should not have registered
        self.expected = []  # what must be found
        self.start()

    def start(self):
        key = self.keys[self.founder]
        self.members = [key]
        founding = self.add("opening", "GrootboekGeopend", self.stream("Grootboek"), {
            "organisatie": "Gemeente Dorp", "logsleutel": self.log.vkey,
            "organisatiesleutel": self.organisations[0].own_box(), "sleutel": url64(key.public),
            "verzegelsleutel": key.box, "rol": self.founder}, key)
        self.wrap(founding, self.organisations[0].own_box(), key.box, 80)
        for role in ROLES:
            if role != self.founder:
                self.register(role, role, key)

    def refuse(self, types):
        """Has each role sign what it may not; what that needs stands before it."""
        for kind in sorted(types, key=lambda kind: (kind.name in LAST and LAST.index(kind.name) + 1, kind.name)):
            for role in ROLES:
                if not kind.may(role, self.founder):
                    more = getattr(self, "by_" + kind.name, self.by_sample)(kind, role) or ()
                    self.expected += [f"events/{check}@{len(self.entries) - 1}" for check in ("role", *more)]
        return self

    def alter(self, types):
        """Has who may sign each type, and alters what was signed: the hash of the leaf follows, the signature does not."""
        for kind in sorted(types, key=lambda kind: (kind.name in LAST and LAST.index(kind.name) + 1, kind.name)):
            role = kind.signers[0]
            more = getattr(self, "by_" + kind.name, self.by_sample)(kind, role) or ()
            entry = self.entries[-1]
            entry.signature = lambda signed, key=self.keys[role]: key.sign(signed + b".")
            self.expected += [f"events/{check}@{len(self.entries) - 1}" for check in ("signature", *more)]
        return self

    def sign(self, kind, role, stream, facts=None):
        entry = self.add(f"{kind.name} {role}", kind.name, stream, kind.facts if facts is None else facts, self.keys[role])
        for name, visibility in kind.sealed.items():
            value = kind.sample[name]
            if visibility == "openbaar" and isinstance(value, dict):
                self.document(entry, name, "Een stuk van Dorp.\n", None)
            else:
                self.seal(entry, name, value, self.key_for(entry, visibility), kind.length)
        return entry

    def key_for(self, entry, visibility):
        if visibility == "openbaar":
            return None
        reader = self.organisations[-1].own_box() if visibility == "intern" else self.keys[self.founder].box
        return self.data_key(entry, reader)

    def by_sample(self, kind, role):
        self.sign(kind, role, self.stream(kind.stream) if kind.opens is not False else self.opened(kind.stream))

    def opened(self, name):
        """A stream of a kind, opened by who may."""
        if name not in self.streams:
            opening = next(kind for kind in TYPES.values() if kind.stream == name and kind.opens is not False)
            self.streams[name] = self.stream(name)
            self.sign(opening, opening.signers[0], self.streams[name])
        return self.streams[name]

    # --- What says something about keys, mandates or time, so that it can be so

    def by_GrootboekGeopend(self, kind, role):
        self.sign(kind, role, self.stream(kind.stream), dict(self.at("opening").data))
        return ["authority"]  # a ledger is opened once, whoever signs

    def by_GrootboekHersteld(self, kind, role):
        self.sign(kind, role, self.at("opening").claims["sub"])
        return ["authority"]  # it names another log key than there is, whoever signs

    by_GrootboekherstelBevestigd = by_GrootboekHersteld

    def by_SleutelGeregistreerd(self, kind, role):
        key = self.spare[role] = Key(role + " 2", role)
        entry = self.sign(kind, role, self.stream(kind.stream), {
            "sleutel": url64(key.public), "verzegelsleutel": key.box, "rol": role})
        self.members.append(key)
        self.wrap(entry, self.organisations[-1].own_box(), key.box, 80)

    def by_SleutelIngetrokken(self, kind, role):
        key, organisation = self.spare[role], Key(f"organisatie {len(self.organisations) + 1}")
        self.organisations.append(organisation)
        entry = self.sign(kind, role, self.stream(kind.stream), {
            "kid": key.kid, "vanaf": self.clock, "reden": "verloren", "organisatiesleutel": organisation.own_box()})
        self.members.remove(key)
        for member in self.members:
            self.wrap(entry, organisation.own_box(), member.box, 80)
        self.take(f"{kind.name} {role}", lambda row: row["recipient"] == key.box)

    def by_MandaatVerleend(self, kind, role):
        """To itself: whoever may not sign something gets no further with that."""
        self.sign(kind, role, self.stream(kind.stream), {
            "mandaatgever": role, "gemandateerde": role, "gebeurtenissen": ["WerkdagenVastgesteld"], "van": DAY})

    def by_MandaatIngetrokken(self, kind, role):
        self.sign(kind, role, self.at(f"MandaatVerleend {role}").claims["sub"], {"vanaf": DAY})

    def by_ToegangVerleend(self, kind, role):
        self.sign(kind, role, self.stream(kind.stream), {**kind.facts, "sleutel": self.keys[role].kid})

    by_ToegangIngetrokken = by_ToegangVerleend

    def by_KlokHersteld(self, kind, role):
        if "vooruit" not in self.named:
            self.add("vooruit", "FunctieVastgelegd", self.stream("Functie"), {"naam": "Bode"}, self.keys[self.founder])
            self.at("vooruit").claims["iat"] += 365 * 86_400
        self.sign(kind, role, self.stream(kind.stream), {"vanaf": self.named["vooruit"]})

    def by_KlokherstelBevestigd(self, kind, role):
        self.sign(kind, role, self.at(f"KlokHersteld {role}").claims["sub"], {"vanaf": self.named["vooruit"]})
        return ["clock"]  # who registers no keys is not the second who is asked for


def part(first, last):
    """A ledger with the types whose names begin with these letters or one between them."""
    return Rollen().refuse([kind for kind in TYPES.values() if first <= kind.name[0] <= last and not kind.is_closed])


def own_register():
    """Where a counsellor founded the ledger, counsellors keep the keys."""
    dorp = Rollen(COUNSELLORS[0]).refuse([kind for kind in TYPES.values() if kind.is_own])
    dorp.by_SleutelGeregistreerd(TYPES["SleutelGeregistreerd"], COUNSELLORS[1])
    return dorp


LEDGERS = {f"rollen-{first}-{last}".lower(): (
    f"elk soort gebeurtenis van {first} tot en met {last}, ondertekend door elke rol die dat niet mag",
    lambda first=first, last=last: part(first, last)) for first, last in PARTS}
LEDGERS["rollen-eigen-register"] = (
    "sleutels in het grootboek van een vertrouwenspersoon, beheerd door elke rol die dat daar niet mag", own_register)

LEDGERS["soorten-veranderd"] = (
    "elk soort gebeurtenis veranderd na de ondertekening, met een hash van het blad die klopt",
    lambda: Rollen().alter([kind for kind in TYPES.values() if not kind.is_closed and kind.name not in APART]))

if __name__ == "__main__":
    for name, (words, make) in LEDGERS.items():
        print(f"{name}\t{words}\t1\t{' '.join(make().expected)}")
