#!/usr/bin/env python3
"""Reads contact cards with PyPI `vobject` and prints what they hold, one card a line.

usage: kaart.py FILE
"""

import sys

import vobject

raw = open(sys.argv[1], "rb").read()
assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b"")
assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "a line of more than 75 octets"
for card in vobject.readComponents(raw.decode("utf-8")):
    assert card.name == "VCARD" and card.version.value == "4.0"
    assert card.validate(raiseException=True)
    fields = [card.uid.value, card.fn.value, card.title.value, card.org.value[0]]
    fields += [card.tel.value, ",".join(card.tel.params["TYPE"]), card.email.value, card.note.value, card.rev.value]
    print("\t".join(str(field).replace("\n", "|") for field in fields))
