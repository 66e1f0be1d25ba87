"""What someone would use instead, measured on the same disk: prints one JSON object.

eventsourcing  the PyPI package on SQLite, an event for each decision
git            a repository with one signed commit (ssh) for each decision; `git fsck` and the signatures of all commits
sqlite         a plain table whose triggers refuse UPDATE and DELETE; `PRAGMA integrity_check`

Usage: alternatives.py FOLDER EVENTS COMMITS
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(values):
    return sorted(values)[len(values) // 2]


def decision(number):
    return {"nummer": number, "soort": "ToestemmingBeslist", "functie": f"Functie {number % 100}", "motivering": "x" * 300}


def with_eventsourcing(folder, count):
    from eventsourcing.application import Application
    from eventsourcing.domain import Aggregate, event

    class Report(Aggregate):
        @event("Reported")
        def __init__(self, fact):
            self.facts = [fact]

        @event("Decided")
        def decide(self, fact):
            self.facts.append(fact)

    app = Application(
        env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": os.path.join(folder, "es.db")}
    )

    def report(number):
        item = Report(fact=decision(number))
        for step in range(3):
            item.decide(fact=decision(number + step))
        return item

    singles = []
    for number in range(50):
        item = Report(fact=decision(number))
        singles.append(seconds(lambda: app.save(item)))
    batches = [[report(number) for number in range(64)] for _ in range(max(1, count // 256))]
    appending = seconds(lambda: [app.save(*batch) for batch in batches])
    total = 50 + 256 * len(batches)

    def replay():
        read, start = 0, 1
        while True:
            page = app.recorder.select_notifications(start=start, limit=1000)
            for notification in page:
                app.mapper.to_domain_event(notification)
                read += 1
            if len(page) < 1000:
                break
            start = page[-1].id + 1
        assert read == total, (read, total)

    replaying = seconds(replay)
    return {"one": median(singles), "batch": 256 * len(batches) / appending, "replay": total / replaying}


def with_git(folder, count):
    if not shutil.which("git") or not shutil.which("ssh-keygen"):
        return None
    repository = os.path.join(folder, "git")
    key = os.path.join(folder, "ssh-key")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    with open(key + ".pub") as public, open(os.path.join(folder, "signers"), "w") as signers:
        signers.write("college@gemeente.example " + public.read())
    subprocess.run(["git", "init", "-q", repository], check=True)

    def git(*arguments):
        return subprocess.run(["git", "-C", repository, *arguments], check=True, capture_output=True)

    for name, value in {
        "user.name": "College", "user.email": "college@gemeente.example", "gpg.format": "ssh", "user.signingkey": key,
        "commit.gpgsign": "true", "gpg.ssh.allowedSignersFile": os.path.join(folder, "signers"), "gc.auto": "0",
        "core.fsync": "all",
    }.items():
        git("config", name, value)
    times = []
    for number in range(count):
        with open(os.path.join(repository, f"{number}.json"), "w") as file:
            json.dump(decision(number), file)
        git("add", f"{number}.json")
        times.append(seconds(lambda: git("commit", "-q", "-m", f"Besluit {number}")))
    commits = git("rev-list", "HEAD").stdout.decode().split()

    def check():
        git("fsck", "--full")
        git("verify-commit", *commits)

    return {"one": median(times), "check": count / seconds(check)}


def with_sqlite(folder, count):
    db = sqlite3.connect(os.path.join(folder, "plain.db"), isolation_level=None)
    db.executescript("""
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
        CREATE TABLE besluit (nummer INTEGER PRIMARY KEY, stroom TEXT NOT NULL, seq INTEGER NOT NULL, feit TEXT NOT NULL,
          UNIQUE (stroom, seq)) STRICT;
        CREATE TRIGGER nooitGewijzigd BEFORE UPDATE ON besluit BEGIN SELECT RAISE(ABORT, 'nooit'); END;
        CREATE TRIGGER nooitVerwijderd BEFORE DELETE ON besluit BEGIN SELECT RAISE(ABORT, 'nooit'); END;
        """)
    row = lambda number: (f"stroom/{number // 4}", number % 4, json.dumps(decision(number)))
    insert = "INSERT INTO besluit (stroom, seq, feit) VALUES (?, ?, ?)"

    def batch(start, size):
        db.execute("BEGIN")
        db.executemany(insert, [row(number) for number in range(start, start + size)])
        db.execute("COMMIT")

    singles = [seconds(lambda: batch(number, 1)) for number in range(52)]
    count = max(256, count)
    appending = seconds(lambda: [batch(start, 256) for start in range(52, 52 + count, 256)])
    total = db.execute("SELECT count(*) FROM besluit").fetchone()[0]

    def check():
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert sum(1 for _ in db.execute("SELECT feit FROM besluit ORDER BY nummer")) == total

    return {"one": median(singles), "batch": (total - 52) / appending, "check": total / seconds(check)}


def main():
    folder, events, commits = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    os.makedirs(folder, exist_ok=True)
    print(
        json.dumps(
            {
                "eventsourcing": with_eventsourcing(folder, events),
                "git": with_git(folder, commits),
                "sqlite": with_sqlite(folder, events),
            }
        )
    )


main()
