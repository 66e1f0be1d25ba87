"""Kills the program just before every system call that changes a file system, and looks at what is left.

For each act a small ledger is founded once. Then, for n = 1, 2, 3, … until the act ends by itself, the act is run on a fresh
copy of everything and killed before call n is carried out. What is left is looked at in two ways, in turns: verified and
mended, and the act then typed again; or the act typed again at once.

The calls are counted over all threads and all kinds together. strace counts each kind of call and each thread apart, so
that `when=n` passes over most of them: this is done with ptrace and seccomp itself. That needs Linux on x86-64 or ARM64.
What a program writes through memory that it maps, such as the index of a WAL, is no call and is not counted.

Usage: kills.py PROGRAM [--stap K] [--alleen ACT] [--zaad S]

  --stap K      kill at every K-th call only, beginning at one below K that the seed chooses
  --alleen ACT  one act, by its name; may be repeated
  --zaad S      the seed; else one is chosen, and printed

Prints one line for each act, after it each kind of fault that was seen, and "kills: N, faults: M" at the end; ends 1 when
there are faults, and 77 where programs cannot be traced.
"""

import argparse
import base64
import collections
import csv
import ctypes
import hashlib
import json
import multiprocessing
import os
import platform
import random
import re
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

CANNOT_TRACE = 77

# --- A program that is stopped before each call that writes ---------------------------------------------------------

# In the order: name, number on x86-64, number on ARM64. One that opens counts only where it may create or empty a file.
CALLS = [
    ("write", 1, 64), ("pwrite64", 18, 68), ("writev", 20, 66), ("pwritev", 296, 70), ("pwritev2", 328, 287),
    ("sendfile", 40, 71), ("copy_file_range", 326, 285), ("fallocate", 285, 47), ("truncate", 76, 45),
    ("ftruncate", 77, 46), ("fsync", 74, 82), ("fdatasync", 75, 83), ("sync", 162, 81), ("syncfs", 306, 267),
    ("sync_file_range", 277, 84), ("rename", 82, None), ("renameat", 264, 38), ("renameat2", 316, 276),
    ("unlink", 87, None), ("unlinkat", 263, 35), ("rmdir", 84, None), ("mkdir", 83, None), ("mkdirat", 258, 34),
    ("link", 86, None), ("linkat", 265, 37), ("symlink", 88, None), ("symlinkat", 266, 36), ("mknod", 133, None),
    ("mknodat", 259, 33), ("creat", 85, None), ("chmod", 90, None), ("fchmod", 91, 52), ("fchmodat", 268, 53),
    ("chown", 92, None), ("fchown", 93, 55), ("lchown", 94, None), ("fchownat", 260, 54), ("utimensat", 280, 88),
    ("setxattr", 188, 5), ("fsetxattr", 190, 7),
]
OPENING = [("open", 2, None, 1), ("openat", 257, 56, 2)]
# Of openat2 the flags are behind a pointer: always counted.
CALLS.append(("openat2", 437, 437))
PATHS = {
    "open": [0], "openat": [1], "openat2": [1], "creat": [0], "truncate": [0], "rename": [0, 1], "renameat": [1, 3],
    "renameat2": [1, 3], "unlink": [0], "unlinkat": [1], "rmdir": [0], "mkdir": [0], "mkdirat": [1], "link": [0, 1],
    "linkat": [1, 3], "symlink": [0, 1], "symlinkat": [0, 2], "chmod": [0], "fchmodat": [1], "chown": [0],
    "fchownat": [1], "utimensat": [1],
}

ARCHES = {"x86_64": (1, 0xC000003E), "aarch64": (2, 0xC00000B7)}
COLUMN, AUDIT = ARCHES.get(platform.machine(), (None, None))

TRACEME, CONT, SETOPTIONS, SYSCALL_INFO = 0, 7, 0x4200, 0x420E
# Stops at forks, threads, exec and the filter; whoever is traced dies with the tracer.
OPTIONS = 0x2 | 0x4 | 0x8 | 0x10 | 0x80 | 0x100000
SECCOMP_STOP = signal.SIGTRAP | 7 << 8
WALL = 0x40000000

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.restype = ctypes.c_long
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4


def bpf():
    """The filter that stops at these calls and lets all others through at full speed."""
    code = [(0x20, 0, 0, 4), (0x15, 1, 0, AUDIT), (0x06, 0, 0, 0x7FFF0000), (0x20, 0, 0, 0)]
    for call in CALLS:
        if call[COLUMN] is not None:
            code += [(0x15, 0, 1, call[COLUMN]), (0x06, 0, 0, 0x7FF00000)]
    for opening in OPENING:
        if opening[COLUMN] is not None:
            flags = 16 + 8 * opening[3]
            code += [(0x15, 0, 4, opening[COLUMN]), (0x20, 0, 0, flags), (0x45, 0, 1, os.O_CREAT | os.O_TRUNC),
                     (0x06, 0, 0, 0x7FF00000), (0x06, 0, 0, 0x7FFF0000)]
    code.append((0x06, 0, 0, 0x7FFF0000))
    return b"".join(struct.pack("HBBI", *line) for line in code), len(code)


def ptrace(request, pid, address=0, data=0):
    result = libc.ptrace(request, pid, address, data)
    if result < 0:
        raise OSError(ctypes.get_errno(), f"ptrace {request:#x}: {os.strerror(ctypes.get_errno())}")
    return result


def described(pid, thread):
    """Which call it is, and on which file."""
    info = ctypes.create_string_buffer(128)
    ptrace(SYSCALL_INFO, thread, len(info), ctypes.addressof(info))
    number, *arguments = struct.unpack_from("7Q", info, 24)
    name = next((call[0] for call in CALLS + OPENING if call[COLUMN] == number), str(number))
    places = []
    try:
        if name in PATHS:
            with open(f"/proc/{pid}/mem", "rb") as memory:
                for index in PATHS[name]:
                    if not arguments[index]:
                        continue
                    memory.seek(arguments[index])
                    places.append(memory.read1(4096).split(b"\0")[0].decode(errors="replace"))
        if not any(places):
            places = [os.readlink(f"/proc/{pid}/fd/{arguments[0]}")]
    except (OSError, OverflowError, ValueError):
        pass
    return f"{name} {' '.join('/'.join(place.split('/')[-2:]) for place in places)}".strip()


def about_to_say(pid, thread, output):
    """What it was about to print, if that is what it was about to do."""
    info = ctypes.create_string_buffer(128)
    ptrace(SYSCALL_INFO, thread, len(info), ctypes.addressof(info))
    number, file, address, length = struct.unpack_from("4Q", info, 24)
    if number != CALLS[0][COLUMN] or not os.path.samefile(f"/proc/{pid}/fd/{file}", output):
        return ""
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        memory.seek(address)
        return memory.read(length).decode(errors="replace")


# The output includes what it was about to print.
Ended = collections.namedtuple("Ended", "code output calls killed")


class Hangs(Exception):
    pass


def traced(words, environment, folder, kill_at=0, seconds=120):
    """Runs a program and kills it before call `kill_at` is carried out; 0 never. Its output goes to a file."""
    output = os.path.join(folder, "..", "output")
    code, length = bpf()
    text = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("HxxxxxxP", length, ctypes.addressof(text))
    filter_ = ctypes.create_string_buffer(program, len(program))
    pid = os.fork()
    if pid == 0:
        try:
            os.chdir(folder)
            os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
            os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
            os.dup2(1, 2)
            ptrace(TRACEME, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
            # No new privileges; and from here the filter holds, also after exec.
            if libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, ctypes.addressof(filter_), 0, 0) == 0:
                os.execve(words[0], words, environment)
        finally:
            os._exit(127)
    os.waitpid(pid, 0)
    ptrace(SETOPTIONS, pid, 0, OPTIONS)
    ptrace(CONT, pid)
    calls, killed, status, saying = 0, None, None, ""

    def too_late(*_):
        raise Hangs

    previous = signal.signal(signal.SIGALRM, too_late)
    signal.alarm(seconds)
    try:
        while status is None:
            thread, state = os.waitpid(-1, WALL)
            if not os.WIFSTOPPED(state):
                if thread == pid:
                    status = state
                continue
            passed_on = 0
            if state >> 8 == SECCOMP_STOP:
                calls += 1
                if calls == kill_at:
                    killed, saying = described(pid, thread), about_to_say(pid, thread, output)
                    # Not continued: with a fatal signal pending the kernel leaves the call out.
                    os.kill(pid, signal.SIGKILL)
                    continue
            elif state >> 16 == 0 and os.WSTOPSIG(state) not in (signal.SIGSTOP, signal.SIGTRAP):
                passed_on = os.WSTOPSIG(state)
            try:
                ptrace(CONT, thread, 0, passed_on)
            except ProcessLookupError:
                pass
    except Hangs:
        os.kill(pid, signal.SIGKILL)
        while os.waitpid(-1, WALL)[0] != pid:
            pass
        raise Fault(f"hangs for {seconds} seconds: {' '.join(words[1:])}") from None
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)
    with open(output, encoding="utf-8", errors="replace") as file:
        return Ended(os.waitstatus_to_exitcode(status), file.read() + saying, calls, killed)


def check_tracer(root):
    """A kill at the first call leaves it undone, and a run without one counts it."""
    folder = os.path.join(root, "tracer")
    os.mkdir(folder)
    words = [shutil.which("mkdir"), "made"]
    ended = traced(words, dict(os.environ), folder, 1)
    assert ended.killed == "mkdir made" or ended.killed == "mkdirat made", ended
    assert ended.code == -signal.SIGKILL and not os.path.exists(os.path.join(folder, "made")), ended
    ended = traced(words, dict(os.environ), folder)
    assert ended == Ended(0, "", 1, None) and os.path.exists(os.path.join(folder, "made")), ended
    shutil.rmtree(folder)


# --- A place with a ledger ------------------------------------------------------------------------------------------


class Fault(Exception):
    """What is seen is not what was promised."""


def require(holds, text):
    if not holds:
        raise Fault(text)


class Place:
    """A folder with a ledger and everything of who uses it. It stays at one path, to which the views are bound."""

    def __init__(self, program, root):
        self.program, self.root = program, root
        self.here, self.base = (os.path.join(root, name) for name in ("plek", "basis"))
        self.ledger = self.path("l")

    def path(self, *names):
        return os.path.join(self.here, *names)

    @property
    def environment(self):
        return {
            "PATH": os.environ.get("PATH", ""), "HOME": self.here, "TMPDIR": self.root, "LC_ALL": "C.UTF-8",
            "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""), "SWIFT_BACKTRACE": "enable=no",
            "WAARBORG_TAAL": "en", "NO_COLOR": "1", "XDG_CONFIG_HOME": self.path("config"),
            "XDG_STATE_HOME": self.path("state"), "XDG_CACHE_HOME": self.path("cache"), "WAARBORG_LEDGER": self.ledger,
            "WAARBORG_WACHTWOORD_BESTAND": self.path("passphrase"), "WAARBORG_SLEUTEL": "secretariaat",
        }

    def run(self, *words):
        """Exit code, and what was printed to output and to error."""
        environment = self.environment
        # Without a key where none is needed: unlocking it takes longer than the rest.
        if words[0] in ("verify", "doctor", "log", "rebuild", "backup", "status"):
            del environment["WAARBORG_SLEUTEL"]
        done = subprocess.run(
            [self.program, *words], cwd=self.here, env=environment, stdin=subprocess.DEVNULL, timeout=120,
            capture_output=True, text=True, errors="replace", check=False)
        return done.returncode, done.stdout, done.stderr

    def must(self, *words):
        code, output, error = self.run(*words)
        require(code == 0, f"{' '.join(words)} ended {code}: {short(error or output)}")
        return output

    def log(self, event=None, als=None):
        words = (["--gebeurtenis", event] if event else []) + (["--als", als] if als else [])
        return [json.loads(line) for line in self.must("log", "--json", *words).splitlines()]

    def write(self, name, text, mode=0o644):
        with open(self.path(name), "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), mode)
            file.write(text)

    def copy(self, source, destination):
        shutil.rmtree(destination, ignore_errors=True)
        shutil.copytree(source, destination, symlinks=True)

    def verify(self, ledger=None):
        """How many events there are, and the findings."""
        code, output, error = self.run("verify", "--json", *(["--ledger", ledger] if ledger else []))
        require(code in (0, 1) and output.startswith("{"), f"verify ended {code}: {short(error or output)}")
        report = json.loads(output)
        findings = [finding for check in report["checks"].values() for finding in check["findings"]]
        require((code == 0) == report["ok"] == (not findings), f"verify ended {code} with {len(findings)} findings")
        return report["events"], findings


def short(text):
    return " / ".join(line.strip() for line in text.strip().splitlines())[:300]


def same(text):
    """A message without what differs from one time to the next."""
    text = re.sub(r"[A-Za-z0-9_-]{43}|[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…", text)
    return re.sub(r"[0-9]+", "#", text)


def found(place):
    """Keys, a sealed name, a document, a policy, a report with its public statement, an interest, a case."""
    os.mkdir(place.here)
    place.write("passphrase", "only for this test ledger, four words\n", 0o600)
    roles = {name: name for name in ("secretariaat", "college", "directeur", "onderzoeker")}
    roles |= {"gs": "algemeenDirecteur", "gs2": "algemeenDirecteur"}
    for name, role in roles.items():
        place.must("key", "new", name, "--rol", role)
    place.must("init", place.ledger, "--origin", "ledger.test.example", "--organisatie", "Gemeente Test", "--als",
               "secretariaat")
    for name in ("college", "directeur", "onderzoeker", "gs"):
        place.must("key", "register", name, "--houder", f"Houder Verzonnen {name}")
    place.write("code.txt", "Gedragscode: integer gedrag.\nArtikel 1. Wees eerlijk.\n")
    place.write("klacht.txt", "Er werd geschreeuwd bij het koffieapparaat.\n")
    day = ["--op", "2026-01-01"]
    place.must("organisatie", "functie", "Gemeentesecretaris", *day)
    place.must("organisatie", "functie", "Griffier", *day)
    place.must("organisatie", "bekleed", "Gemeentesecretaris", "--naam", "Noor Verzonnen", *day)
    place.must("beleid", "ontwerp", "code.txt", "--kenmerk", "gedragscode", "--titel", "Gedragscode", "--soort",
               "gedragscode", "--instemming", "onbekend", *day)
    place.must("beleid", "stel-vast", "gedragscode@1", "--historisch", "--bron", "besluit van 2026", *day)
    place.must("nevenfunctie", "stel-in", "--model", "maastricht", "--bewaar", "P1Y", *day, "--als", "gs")
    place.must("nevenfunctie", "wijs-aan", "Gemeentesecretaris", "--houder-rol", "algemeenDirecteur", *day, "--als",
               "gs")
    place.must("nevenfunctie", "wijs-aan", "Griffier", "--houder-rol", "griffier", "--verantwoordelijke", "werkgeverscommissie", *day, "--als", "gs")
    place.must("nevenfunctie", "meld", "gemeentesecretaris", "--activiteit", "Voorzitter", "--organisatie",
               "Stichting FICTIEVEZORG", "--ingang", "2024-03-01", "--bezoldigd", "ja", "--op", "2026-01-12")
    place.must("nevenfunctie", "verleen-onder-voorwaarden", "gemeentesecretaris/1", "--kan-raken", "ja",
               "--voorwaarden", "Geen subsidie", "--op", "2026-01-19", "--als", "college")
    place.must("nevenfunctie", "opgave", "publiceer", "gemeentesecretaris/1", "--beperkingen", "Geen subsidie", "--op",
               "2026-01-26", "--als", "directeur")
    place.must("publicatie", "instel", "--adres", "https://register.test.example", "--contact",
               "register@test.example", "--beveiliging", "ciso@test.example", "--zoekmachines", "toestaan",
               "--licentie", "https://creativecommons.org/publicdomain/zero/1.0/")
    person = place.log("FunctieBekleed")[0]["data"]["persoon"]
    place.must("nevenfunctie", "belang", "meld", "--persoon", person, "--soort", "aandelen", "--omschrijving",
               "BELANG-VERZONNEN", "--op", "2026-01-05", "--als", "gs")
    place.must("procedure", "stel-vast", "P-01", "--regeling", "gedragscode@1", "--historisch", "--bron",
               "besluit van 2026", "--op", "2026-01-02")
    place.must("zaak", "open", "P-01", "--over", "medewerker", "--lid", "onderzoeker=onderzoeker", "--veld",
               "indiener=werkzaam", "--veld", "vorm=email", "--veld", "beklaagde=@klacht.txt", "--als", "gs")


# --- What the vault must forget -------------------------------------------------------------------------------------


def vault_contents(ledger):
    """The bytes of each sealed value and wrapped key, and the files of documents."""
    folder = tempfile.mkdtemp(dir=os.path.dirname(os.path.dirname(ledger)))
    try:
        # A copy, so that looking changes nothing.
        for name in os.listdir(ledger):
            if name.startswith("vault.sqlite"):
                shutil.copy(os.path.join(ledger, name), folder)
        database = sqlite3.connect(os.path.join(folder, "vault.sqlite"))
        rows = database.execute("SELECT body FROM sealed UNION SELECT body FROM wrappedKey")
        bodies = {bytes(row[0]) for row in rows}
        database.close()
    finally:
        shutil.rmtree(folder)
    return bodies, documents(ledger)


def documents(ledger):
    """The bytes of each document that is in its place."""
    return {read(path) for path in files(os.path.join(ledger, "documents")) if "/." not in path[len(ledger):]}


def files(folder):
    return [os.path.join(path, name) for path, _, names in os.walk(folder) for name in names]


def read(path):
    with open(path, "rb") as file:
        return file.read()


def spelled(needle):
    """Ways in which these bytes can stand in a file: as they are, in hex, in base64 wherever in it they begin."""
    ways = {needle, needle.hex().encode(), needle.hex().upper().encode()}
    for shift in range(3):
        text = base64.b64encode(b"\0" * shift + needle)
        # Without the characters that neighbours have a part in.
        text = text[(0, 2, 3)[shift]:len(text) - 4]
        ways |= {text, text.replace(b"+", b"-").replace(b"/", b"_")}
    return ways


def left_of(needles, ledger):
    """Which of them are in a file of the ledger's folder, and in which."""
    seen = []
    for path in files(ledger):
        content, name = read(path), os.path.relpath(path, ledger)
        seen += [(needle, name) for needle in needles if any(way in content for way in spelled(needle))]
    return seen


# --- The acts -------------------------------------------------------------------------------------------------------

# What verify may tell between the event of an erasure and the deletion that follows, as SECURITY.md says; a document's file goes
# before the row that names it.
UNFINISHED = {"erased-but-present", "document-missing", "scrub-pending", "wrapped-key-left"}


class Act:
    """Something that a person types."""

    name = ""
    words = []
    # What verify may tell of when the act is not finished.
    unfinished = frozenset()

    def prepare(self, place):
        """Once, before the act."""

    def rehearsed(self, place):
        """What was done without a kill is what this act is about; what is needed later is kept."""

    def after_kill(self, place, recorded, acknowledged):
        """What holds at once, before anything is mended."""

    def at_end(self, place):
        """What holds when everything was mended, or the act was typed again."""

    def last(self, place):
        """What holds after something more, at the very end."""

    def again_at_once(self, place):
        """What holds when the act was typed again before anything was mended."""

    def again(self, place, recorded, rehearsal):
        """Types the act again: it is done, or says that it was, as it says after a run without a kill."""
        code, output, error = place.run(*self.words)
        expected = rehearsal.second if recorded else rehearsal.first
        said = same(output + error)
        require(code == expected.code, f"typed again it ended {code}, and not {expected.code}: {short(error or output)}")
        require(receipts(said) == receipts(same(expected.output)),
                f"typed again it says {short(said)}, and not {short(same(expected.output))}")


def receipts(text):
    """The lines of a receipt, or of a refusal."""
    return [line for line in text.splitlines() if line.startswith(("✓", "error:"))]


class Append(Act):
    name = "vastlegging"
    words = ["organisatie", "orgaan", "College van B en W", "--rol", "college", "--op", "2026-02-01"]


class AppendDocument(Act):
    name = "stuk"
    words = ["beleid", "ontwerp", "regeling.txt", "--kenmerk", "bedrijfskleding", "--titel", "Bedrijfskleding", "--soort",
             "regeling", "--instemming", "onbekend", "--reden", "REDEN-VERZONNEN", "--op", "2026-02-01"]

    def prepare(self, place):
        place.write("regeling.txt", "Regeling bedrijfskleding.\nArtikel 1. Een jas voor wie buiten werkt.\n")
        self.before = vault_contents(place.ledger)

    def rehearsed(self, place):
        bodies, papers = vault_contents(place.ledger)
        require(len(bodies) > len(self.before[0]) and len(papers) == len(self.before[1]) + 1,
                "the act seals nothing or brings no document")

    def at_end(self, place):
        # Of an append that was cut off a document can be left, until it is put away.
        place.must("doctor", "--herstel")
        more = len(documents(place.ledger)) - len(self.before[1])
        require(more == 1, f"{more} documents more than before, and not 1, after doctor --herstel")


class AppendPublic(Act):
    """A value that anyone may read lies unencrypted in the vault, and can be erased all the same."""

    name = "openbaar"
    words = ["nevenfunctie", "opgave", "werk-bij", "gemeentesecretaris/1", "--beperkingen", "BEPERKING-VERZONNEN", "--op",
             "2026-02-02", "--als", "directeur"]

    def last(self, place):
        require(left_of({b"BEPERKING-VERZONNEN"}, place.ledger), "the value that was recorded is nowhere")
        place.must("vernietig", "--over", "gemeentesecretaris/1", "--grond", "uit dienst", "--bewaarregel",
                   "Selectielijst 17.5", "--yes")
        place.must("doctor", "--herstel")
        left = sorted({path for _, path in left_of({b"BEPERKING-VERZONNEN"}, place.ledger)})
        require(not left, f"typed again and then erased, and the text is still in {left}")


class Import(Act):
    name = "import"
    words = ["nevenfunctie", "importeer", "register.csv", "--bron", "Register 2025", "--houders"]

    def prepare(self, place):
        place.must("organisatie", "functie", "Concerncontroller", "--op", "2026-01-01")
        place.must("nevenfunctie", "wijs-aan", "Concerncontroller", "--houder-rol", "geen", "--op", "2026-01-01", "--als", "gs")
        with open(place.path("register.csv"), "w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file, delimiter=";")
            lines.writerow(["functie", "naam", "functie sinds", "nevenwerkzaamheid", "organisatie", "ingang", "bezoldigd",
                            "besluit", "openbaar sinds"])
            for function, who, what in (("Griffier", "Piet Bedacht", "Docent"), ("Griffier", "Piet Bedacht", "Imker"),
                                        ("Concerncontroller", "Mila Fantasie", "Bestuurslid")):
                lines.writerow([function, who, "2026-01-01", what, "Club Nergens", "2026-01", "nee", "", "2026-02-01"])


class Erase(Act):
    name = "vernietiging"
    unfinished = UNFINISHED

    def prepare(self, place):
        policy = place.log("RegelingOntworpen")[0]["position"]
        self.words = ["vernietig", str(policy), "--over", "gemeentesecretaris/1", "--grond", "uit dienst", "--bewaarregel",
                      "Selectielijst 17.5", "--yes"]
        self.before = vault_contents(place.ledger)

    def rehearsed(self, place):
        self.after = vault_contents(place.ledger)
        bodies, papers = (before - after for before, after in zip(self.before, self.after))
        # The ends of each: a long one is cut where the pages of a database end.
        self.needles = {part for body in bodies for part in (body[:24], body[-24:])} | {b"FICTIEVEZORG"}
        self.needles |= {paper[:48] for paper in papers}
        there = {needle for needle, _ in left_of(self.needles, os.path.join(place.base, "l"))}
        require(there == self.needles and papers and len(bodies) > 5, "not all that is erased was found before")
        self.gone(place)

    def gone(self, place):
        left = left_of(self.needles, place.ledger)
        require(not left, f"erased, and still there: {len(left)} in {', '.join(sorted({path for _, path in left}))}")
        require(vault_contents(place.ledger) >= self.after, "more is gone than was erased")

    def after_kill(self, place, recorded, acknowledged):
        if acknowledged:
            self.gone(place)

    def again_at_once(self, place):
        self.gone(place)

    def at_end(self, place):
        self.gone(place)


class Mend(Erase):
    name = "herstel"
    words = ["doctor", "--herstel"]

    def prepare(self, place):
        super().prepare(place)
        erase, self.words = self.words, Mend.words
        kept = {name: place.path(f"{name}.oud") for name in ("vault.sqlite", "documents")}
        for name, old in kept.items():
            source = os.path.join(place.ledger, name)
            shutil.copytree(source, old) if os.path.isdir(source) else shutil.copy(source, old)
        place.must(*erase)
        # An older vault and its documents, and one document too many.
        for name, old in kept.items():
            target = os.path.join(place.ledger, name)
            shutil.rmtree(target) if os.path.isdir(target) else os.remove(target)
            os.rename(old, target)
        self.stray = b"Een document waar niets naar verwijst."
        name = hashlib.sha256(self.stray).hexdigest()
        folder = os.path.join(place.ledger, "documents", name[:2])
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name[2:]), "wb") as file:
            file.write(self.stray)

    def again(self, place, recorded, rehearsal):
        place.must(*self.words)

    def gone(self, place):
        super().gone(place)
        require(self.stray not in documents(place.ledger), "the stray document is in its place")


class Publish(Act):
    name = "publicatie"
    words = ["publiceer", "site"]

    def whole(self, place, recorded):
        """The site, if there is one, is whole, and is the one that was recorded."""
        site = place.path("site")
        if not os.path.exists(site):
            require(not recorded, "recorded, and there is no site")
            return
        manifest = read(os.path.join(site, "v1/manifest"))
        listed = dict(reversed(line.split("  ", 1)) for line in manifest.decode().splitlines())
        there = {os.path.relpath(path, site) for path in files(site)} - {"v1/manifest"}
        require(set(listed) == there, f"not the files of the manifest: {sorted(set(listed) ^ there)[:5]}")
        for name, digest in listed.items():
            require(hashlib.sha256(read(os.path.join(site, name))).hexdigest() == digest, f"{name} is not whole")
        if recorded:
            require(hashlib.sha256(manifest).hexdigest() in json.dumps(place.log("PublicatieUitgevoerd")[-1]),
                    "the site is another than the one recorded")

    def rehearsed(self, place):
        self.at_end(place)

    def after_kill(self, place, recorded, acknowledged):
        self.whole(place, recorded)

    def at_end(self, place):
        self.whole(place, True)

    def last(self, place):
        left = [name for name in os.listdir(place.here) if name.startswith(".")]
        require(not left, f"left beside the site: {left}")


class PublishAgain(Publish):
    name = "publicatie-opnieuw"

    def prepare(self, place):
        place.must(*self.words)
        place.must("nevenfunctie", "opgave", "werk-bij", "gemeentesecretaris/1", "--beperkingen", "Geen zorg", "--op",
                   "2026-02-02", "--als", "directeur")


class Backup(Act):
    name = "reservekopie"
    words = ["backup", "kopie"]

    def rehearsed(self, place):
        self.at_end(place, "kopie")

    def after_kill(self, place, recorded, acknowledged):
        if acknowledged:
            self.at_end(place, "kopie")
        elif os.path.exists(place.path("kopie")):
            code, _, _ = place.run("verify", "--ledger", "kopie")
            require(code or self.missing(place, "kopie") == set(),
                    f"a copy that verify finds in order lacks {sorted(self.missing(place, 'kopie'))}")

    def at_end(self, place, name="nog-een"):
        if name == "nog-een":
            place.must("backup", name)
        events, findings = place.verify(place.path(name))
        require(events == place.verify()[0] and not findings, f"the copy: {findings[:2]}")
        require(not self.missing(place, name), f"the copy lacks {sorted(self.missing(place, name))}")

    def missing(self, place, name):
        """The files of the ledger of which the copy has not the same bytes; a database need not have them."""
        lacking = set()
        for path in files(place.ledger):
            relative = os.path.relpath(path, place.ledger)
            copied = place.path(name, relative)
            if not path.endswith((".lock", "-wal", "-shm")) and not (
                    os.path.exists(copied) and (path.endswith(".sqlite") or read(copied) == read(path))):
                lacking.add(relative)
        return lacking

    def again(self, place, recorded, rehearsal):
        there = os.path.exists(place.path("kopie"))
        super().again(place, there, rehearsal)


class Replace(Act):
    name = "sleutel"
    # What the old key could open goes after the event as well.
    unfinished = UNFINISHED - {"erased-but-present", "document-missing"}
    words = ["key", "replace", "gs", "gs2", "--houder", "Houder Verzonnen"]

    def prepare(self, place):
        self.read = self.seen(place, "gs")
        require("BELANG-VERZONNEN" in json.dumps(self.read), "the old key reads nothing that is confidential")
        require("BELANG-VERZONNEN" not in json.dumps(self.seen(place, "secretariaat")), "anyone reads it")

    def seen(self, place, key):
        """What a key reads of each event; of cases nothing, for nobody is admitted to those by this."""
        return {event["id"]: event["data"] for event in place.log(als=key)}

    def rehearsed(self, place):
        self.at_end(place)

    def at_end(self, place):
        seen = self.seen(place, "gs2")
        require(all(seen.get(event) == data for event, data in self.read.items()), "the successor reads less")


class Rebuild(Act):
    name = "opbouw"
    words = ["rebuild"]


# The longest first, so that the two processes end together.
ACTS = [
    Rebuild, PublishAgain, Erase, Import, Publish, Mend, Replace, AppendDocument, AppendPublic, Backup, Append,
]


# --- Killing --------------------------------------------------------------------------------------------------------


class Rehearsal:
    """The act done twice without a kill: how many events it brings, and how it ends and what it says each time."""

    def __init__(self, act, place):
        self.before, _ = place.verify()
        place.copy(place.base, place.here)
        self.first = traced([place.program, *act.words], place.environment, place.here)
        require(self.first.code == 0, f"the act ended {self.first.code}: {short(self.first.output)}")
        after, findings = place.verify()
        require(not findings, f"verify, without a kill: {findings[:2]}")
        self.brings = after - self.before
        act.rehearsed(place)
        self.second = traced([place.program, *act.words], place.environment, place.here)
        act.last(place)


class Look:
    """What is left after a kill, held against what is promised; a fault does not end the looking."""

    def __init__(self, act, place, rehearsal, ended):
        self.act, self.place, self.rehearsal, self.faults = act, place, rehearsal, []
        # The receipt was printed, or would have been by the very call.
        self.acknowledged = any(line.startswith("✓") for line in ended.output.splitlines())
        self.check(ended.code == -signal.SIGKILL, f"killed, and ended {ended.code}")

    def check(self, holds, text):
        if not holds:
            self.faults.append(text)

    def ask(self, question, *arguments):
        """Whatever this finds is a fault."""
        try:
            return question(*arguments)
        except Fault as fault:
            self.faults.append(str(fault))
        except (OSError, ValueError, KeyError, IndexError, sqlite3.Error) as error:
            self.faults.append(f"{question.__name__}: {type(error).__name__}: {error}")
        return None

    def verified(self, when, allowed=frozenset()):
        """How many events there are; nothing else than this is found."""
        events, findings = self.ask(self.place.verify) or (None, [])
        bad = [f"{finding['check']} {finding['position']}" for finding in findings if finding["check"] not in allowed]
        self.check(not bad, f"verify {when}: {bad[:3]}")
        return events, findings

    def recorded(self, events):
        """All events of the act are in the log or none, and all when it was acknowledged."""
        brings = self.rehearsal.brings
        count = 0 if events is None else events - self.rehearsal.before
        self.check(count in (0, brings), f"{count} of {brings} events are in the log")
        self.check(count == brings or not self.acknowledged, "acknowledged, and not in the log")
        return brings > 0 and count == brings

    def mended(self, unfinished):
        """Doctor tells of nothing, or what it tells is mended by one `doctor --herstel`."""
        code, output, _ = self.place.run("doctor")
        self.check(code or not unfinished, f"verify tells of {unfinished[:1]} and doctor of nothing")
        if not code:
            return
        told = [line for line in output.splitlines() if line.startswith("✗")]
        code, output, error = self.place.run("doctor", "--herstel")
        left = [line for line in output.splitlines() if line.startswith("✗")]
        self.check(code == 0, f"doctor tells {told}; doctor --herstel ends {code} and tells {left or short(error)}")
        code, output, error = self.place.run("doctor")
        self.check(code == 0, f"doctor ends {code} after it was mended: {short(output + error)}")
        self.verified("after it was mended")

    def first_looked_at(self):
        """Verified and mended, and the act then typed again."""
        events, findings = self.verified("after the kill", self.act.unfinished)
        recorded = self.recorded(events)
        self.check(recorded or not self.rehearsal.brings or not findings, f"nothing is recorded, and verify: {findings[:1]}")
        self.ask(self.act.after_kill, self.place, recorded, self.acknowledged)
        self.mended(findings)
        if recorded:
            self.ask(self.act.at_end, self.place)
        self.ask(self.act.again, self.place, recorded, self.rehearsal)
        self.verified("after the act again")
        self.ask(self.act.at_end, self.place)
        self.ask(self.act.last, self.place)

    def at_once_again(self):
        """The act typed again before anything else, as most people will."""
        log = self.ask(self.place.log) or []
        recorded = self.recorded(len(log))
        self.ask(self.act.after_kill, self.place, recorded, self.acknowledged)
        self.ask(self.act.again, self.place, recorded, self.rehearsal)
        self.ask(self.act.again_at_once, self.place)
        _, findings = self.verified("after the act again at once", self.act.unfinished & {"scrub-pending"})
        self.mended(findings)
        self.ask(self.act.at_end, self.place)
        self.ask(self.act.last, self.place)


def part(task):
    """One act, at every so many calls from the first on: the number of kills, the calls of the act, and the faults."""
    program, founded, root, name, first, step = task
    act = next(kind for kind in ACTS if kind.name == name)()
    place = Place(program, os.path.join(root, name))
    kills, faults, calls = 0, [], 0
    os.mkdir(place.root)
    try:
        place.copy(founded, place.here)
        # The views are bound to the place; they are there before the act, as they are for who uses the program.
        place.must("status")
        act.prepare(place)
        place.copy(place.here, place.base)
        rehearsal = Rehearsal(act, place)
        calls, n = rehearsal.first.calls, first
        while True:
            place.copy(place.base, place.here)
            ended = traced([program, *act.words], place.environment, place.here, n)
            if ended.killed is None:
                require(ended.code == 0, f"not killed, and ended {ended.code}: {short(ended.output)}")
                break
            # In turns: two kills beside each other leave nearly the same, and looking is what takes the time.
            look = Look(act, place, rehearsal, ended)
            (look.first_looked_at if kills % 2 else look.at_once_again)()
            faults += [(name, n, ended.killed, fault) for fault in look.faults]
            kills += 1
            n += step
        require(kills, "the act was never killed")
    except Fault as fault:
        faults.append((name, 0, "no kill", str(fault)))
    finally:
        shutil.rmtree(place.root, ignore_errors=True)
    return name, kills, calls, faults


def tell(faults):
    """Each fault once, with every n at which it was seen and the first of those calls."""
    alike = {}
    for name, n, call, seen in sorted(faults):
        alike.setdefault((name, same(seen)), []).append((n, call, seen))
    for (name, _), times in alike.items():
        numbers, (_, call, seen) = ", ".join(str(n) for n, _, _ in times), times[0]
        print(f"FAULT {name}, n = {numbers}, first before {call}: {seen}", flush=True)


def main():
    # Who started this may have blocked signals: the pool ends its workers by one, and an alarm tells what hangs.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    parser = argparse.ArgumentParser(usage="kills.py PROGRAM [--stap K] [--alleen ACT] [--zaad S]")
    parser.add_argument("program")
    parser.add_argument("--stap", type=int, default=1)
    parser.add_argument("--alleen", action="append", choices=[act.name for act in ACTS])
    parser.add_argument("--zaad", type=int, default=random.randrange(1 << 32))
    arguments = parser.parse_args()
    if arguments.stap < 1:
        parser.error("--stap is at least 1")
    if sys.platform != "linux" or COLUMN is None or sys.maxsize < 1 << 32:
        sys.exit("kills.py: needs Linux on x86-64 or ARM64")
    names = [act.name for act in ACTS if act.name in (arguments.alleen or [act.name])]
    total, faults = 0, []
    began, chance = time.monotonic(), random.Random(arguments.zaad)
    print(f"seed: {arguments.zaad}, step: {arguments.stap}", flush=True)
    # What the kernel holds is not lost by a kill: a disk would only be slower.
    memory = "/dev/shm"
    fits = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 1 << 30
    root = tempfile.mkdtemp(prefix="kills.", dir=memory if fits and "TMPDIR" not in os.environ else None)
    try:
        try:
            check_tracer(root)
        except (OSError, AssertionError) as problem:
            print(f"kills.py: programs cannot be traced here: {problem}")
            sys.exit(CANNOT_TRACE)
        program = os.path.abspath(arguments.program)
        place = Place(program, os.path.join(root, "stichting"))
        os.mkdir(place.root)
        found(place)
        tasks = [(program, place.here, root, name, 1 + chance.randrange(arguments.stap), arguments.stap) for name in names]
        with multiprocessing.get_context("fork").Pool(2) as pool:
            for name, kills, calls, found_ in pool.imap_unordered(part, tasks, 1):
                total += kills
                faults += found_
                print(f"{name}: {kills} kills, {calls} calls, {len(found_)} faults", flush=True)
                tell(found_)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    print(f"seconds: {time.monotonic() - began:.0f}")
    print(f"kills: {total}, faults: {len(faults)}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
