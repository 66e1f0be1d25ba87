#!/usr/bin/env python3
"""Writes a ledger of 300 events of which nearly all are altered at random, and then signed by who may sign them.

    willekeur.py FOLDER SEED

Two readers of one format must take each of them for the same: for an event, or for the same kind of none. Alterations are
of the bytes of payload or header, of their base64, or of a claim in a way that readers of JSON tend to disagree on.
"""

import pathlib
import random
import sys

from dorp import Dorp, compact, url64

NUMBERS = [b"1.0", b"1e0", b"01", b"+1", b"-0", b"0", b"-1", b"9007199254740992", b"9007199254740993", b"9223372036854775808",
           b"true", b"null", b'"1"', b" 1", b"1\t", b"\x0b1", "\u0661".encode()]
TEXTS = [b"\\u0041", b"\\ud83d\\ude00", b"\\ud83d", b"\\u0000", b"\\/", b"\\x", b"\\u00G1", b" ", b"\\n", b"\x7f",
         b"\xed\xa0\x80", b"\xc0\x80", *(c.encode() for c in "ée\u0301\u202e\u200d\ufeff\u2028\u00a0\u200b\u3000\u0085\U000e0001")]
MEMBERS = [b'"_sd":[],', b'"...":1,', b'"_sd":["' + b"A" * 43 + b'"],', b'"_sd":["' + b"A" * 42 + b'B"],', b'"x":1,',
           b'"naam":"y",', b'"rol":"college",', b'"rol":"collegE",', b'"rol":7,', b'"_sd_alg":"x",']
CHARACTERS = b'{}[]",:\\ \n\t\r\x00\x1f0123456789abcdefu/eE.-+\x7f\x80\xff'
CLAIMS = [b'"vlt":"' + b"A" * 43 + b'",', b'"vlt":"' + b"A" * 42 + b'B",', b'"vlt":null,', b'"vlt":"",', b'"vlt":["' + b"A" * 43 + b'"],',
          b'"chk":"' + b"A" * 43 + b'",', b'"chk":7,']
DATES = [b"2024-02-30", b"2024", b"20XX", b"2024-21", b"2024-25", b"2024?", b"2024/..", b"../..", b"2025/2024", b"XXXX",
         b"2024-XX-01", b"2023-02-29~", b"0000-02-29", b"2024-02-10/2024-02", b"2024-1"]


def flip(data, rnd):
    data[rnd.randrange(len(data))] ^= 1 << rnd.randrange(8)


def insert(data, rnd):
    place = rnd.randrange(len(data))
    data[place:place] = rnd.choice([bytes([rnd.choice(CHARACTERS)]), rnd.choice(TEXTS)])


def delete(data, rnd):
    del data[rnd.randrange(len(data))]


def repeat(data, rnd):
    place, source = rnd.randrange(len(data)), rnd.randrange(len(data))
    data[place:place] = data[source:source + rnd.randrange(20)]


def number(data, rnd):
    place = data.find(b":1,")
    if place >= 0:
        data[place + 1:place + 2] = rnd.choice(NUMBERS)


def text(data, rnd):
    start = rnd.choice([b'"naam":"', b'"op":"', b'"jti":"', b'"sub":"', b'"evt":"', b'"iss":"', b'"kid":"', b'"chk":"'])
    place = data.find(start)
    if place >= 0:
        data[place + len(start):place + len(start)] = rnd.choice(TEXTS)


def member(data, rnd):
    place = data.find(b'"data":{')
    if place >= 0:
        data[place + 8:place + 8] = rnd.choice(MEMBERS)


def binding(data, rnd):
    """A claim about the vault or the newest checkpoint: one more, or in the place of the one that is there."""
    place = data.find(b'"data":{')
    there = data.find(b'"chk":"') if rnd.random() < 0.5 else place
    if 0 <= there <= place:
        data[there:place] = rnd.choice(CLAIMS)


def date(data, rnd):
    place = data.find(b'"op":"')
    if place >= 0:
        data[place + 6:place + 16] = rnd.choice(DATES)


CHANGES = [flip, insert, delete, repeat, number, text, member, date, binding]


def altered(data, rnd):
    data = bytearray(data)
    for _ in range(rnd.choice([1, 1, 1, 2, 3])):
        rnd.choice(CHANGES)(data, rnd)
    return bytes(data)


def leaf(entry, rnd):
    """A leaf with one part altered, and a good signature over that."""
    header, payload = compact(entry.header), compact(entry.claims)
    which = rnd.random()
    if which < 0.8:
        payload = altered(payload, rnd)
    elif which < 0.9:
        header = altered(header, rnd)
    parts = [bytearray(url64(header).encode()), bytearray(url64(payload).encode())]
    if which >= 0.9:
        part = rnd.choice(parts)
        part[rnd.randrange(len(part))] = rnd.choice(b"AQgw-_+/=. ")
    signed = bytes(parts[0] + b"." + parts[1])
    return signed + b"." + url64(entry.signer.sign(signed)).encode() + b"~"


def main(folder, seed):
    rnd = random.Random(int(seed))
    dorp = Dorp().large()
    for position, entry in enumerate(dorp.entries):
        if position in dorp.points:
            dorp.leaves()  # what follows names the checkpoint over what was altered
        if position >= 5:
            made = leaf(entry, rnd)
            entry.leaf = lambda made=made: made
    dorp.write(pathlib.Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
