#!/usr/bin/env python3
"""Reads a calendar file with PyPI `icalendar` and prints what it holds, one event a line.

usage: agenda.py FILE
"""

import sys

from icalendar import Calendar

raw = open(sys.argv[1], "rb").read()
assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b"")
assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "a line of more than 75 octets"
calendar = Calendar.from_ical(raw)
assert not calendar.errors, calendar.errors
assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
assert calendar.subcomponents, "a calendar without components"
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    # A calendar keeps what it has unless the revision is a later one (RFC 5545, 3.8.7.3 and 3.8.7.4).
    assert event.decoded("LAST-MODIFIED") == event.decoded("DTSTAMP") and int(event["SEQUENCE"]) >= 0
    fields = [event["UID"], event.decoded("DTSTAMP").isoformat(), event.decoded("DTSTART").isoformat()]
    fields += [event.decoded("DTEND").isoformat(), event["SUMMARY"], event["DESCRIPTION"], event["STATUS"]]
    print("\t".join(str(field).replace("\n", "|") for field in fields))
