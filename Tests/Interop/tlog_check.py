"""A second implementation, on cryptography alone, of what a receipt promises.

Follows C2SP signed-note, tlog-checkpoint and tlog-proof, and RFC 6962 for the tree; shares nothing with the Swift code.

Usage: tlog_check.py checkpoint VKEY NOTE            prints origin, size and root
       tlog_check.py proof VKEY PROOF LEAF           the leaf is the file with the event's bytes; prints its index
       tlog_check.py tiles VKEY NOTE FOLDER          the hash tiles beside it (C2SP tlog-tiles); prints how many there are
       tlog_check.py earlier VKEY LOG FOLDER         every checkpoint in log.sqlite from before is their beginning; prints
                                                     how many there are
"""

import base64
import hashlib
import pathlib
import sqlite3
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def decode(text):
    return base64.b64decode(text, validate=True)


def verify_note(vkey, note):
    name, number, encoded = vkey.strip().split("+", 2)
    key = decode(encoded)
    assert key[0] == 1 and len(key) == 33, "an Ed25519 key"
    key_id = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    assert key_id.hex() == number, "the number in the vkey"
    text, separator, signatures = note.rpartition("\n\n")
    assert separator and signatures.endswith("\n"), "text, an empty line, signatures"
    text += "\n"
    good = 0
    for line in signatures[:-1].split("\n"):
        dash, signer, encoded = line.split(" ")
        assert dash == "\u2014"
        raw = decode(encoded)
        if signer == name and raw[:4] == key_id:
            Ed25519PublicKey.from_public_bytes(key[1:]).verify(raw[4:], text.encode())
            good += 1
    assert good == 1, "one signature by the log"
    origin, size, root, rest = text.split("\n", 3)
    assert rest == "" and origin == name and str(int(size)) == size
    return origin, int(size), decode(root)


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaf, index, size, path):
    """RFC 9162, 2.1.3.2."""
    assert 0 <= index < size
    position, last, hash_ = index, size - 1, leaf
    for sibling in path:
        assert last > 0, "the path is too long"
        if position & 1 or position == last:
            hash_ = node(sibling, hash_)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            hash_ = node(hash_, sibling)
        position, last = position >> 1, last >> 1
    assert last == 0, "the path is too short"
    return hash_


def verify_proof(vkey, proof, leaf):
    head, _, note = proof.partition("\n\n")
    magic, index, *path = head.split("\n")
    assert magic == "c2sp.org/tlog-proof@v1" and index.startswith("index ")
    index = int(index.removeprefix("index "))
    _, size, root = verify_note(vkey, note)
    leaf_hash = hashlib.sha256(b"\x00" + leaf).digest()
    assert root_of(leaf_hash, index, size, [decode(line) for line in path]) == root, "the root"
    return index


def tree(hashes):
    """MTH of RFC 6962, 2.1, over leaf hashes."""
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << (len(hashes) - 1).bit_length() - 1
    return node(tree(hashes[:split]), tree(hashes[split:]))


def tile_path(level, index, width):
    groups = [f"{index % 1000:03}"]
    while index := index // 1000:
        groups.insert(0, f"x{index % 1000:03}")
    return f"tile/{level}/" + "/".join(groups) + (f".p/{width}" if width < 256 else "")


def verify_tiles(vkey, note, folder):
    """Each hash on each level follows from the leaf hashes, these give the root, and there is no other file."""
    _, size, root = verify_note(vkey, note)
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob("tile/**/*") if path.is_file()}
    count, hashes, level = size, [], 0
    leaves = []
    while count:
        tiles = [(tile_path(level, i // 256, min(256, count - i))) for i in range(0, count, 256)]
        content = b"".join(files.pop(tile) for tile in tiles)
        assert len(content) == 32 * count, f"level {level} has {len(content)} bytes"
        found = [content[i:i + 32] for i in range(0, len(content), 32)]
        if level:
            assert found == [tree(hashes[i:i + 256]) for i in range(0, 256 * count, 256)], f"level {level}"
        else:
            leaves = found
        hashes, count, level = found, count // 256, level + 1
    assert not files, f"too many: {sorted(files)}"
    assert tree(leaves) == root, "the root"
    return leaves


def main(mode, vkey, path, *rest):
    text = "" if mode == "earlier" else pathlib.Path(path).read_bytes().decode("utf-8")
    if mode == "checkpoint":
        origin, size, root = verify_note(vkey, text)
        print(origin, size, base64.b64encode(root).decode())
    elif mode == "tiles":
        print(len(verify_tiles(vkey, text, pathlib.Path(rest[0]))))
    elif mode == "earlier":
        folder = pathlib.Path(rest[0])
        leaves = verify_tiles(vkey, (folder / "checkpoint").read_text(encoding="utf-8"), folder)
        kept = sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute("SELECT note FROM checkpoint ORDER BY size")
        notes = [verify_note(vkey, note) for (note,) in kept]
        earlier = [(size, root) for _, size, root in notes if size <= len(leaves)]
        assert all(tree(leaves[:size]) == root for size, root in earlier), "the register does not continue one"
        print(len(earlier))
    else:
        with open(rest[0], "rb") as file:
            print(verify_proof(vkey, text, file.read()))


if __name__ == "__main__":
    main(*sys.argv[1:])
