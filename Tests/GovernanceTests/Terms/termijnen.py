#!/usr/bin/env python3
"""Computes the ends of terms a second time and compares them with a table.

Written from the law and from the counting rules, not from the program: holidays come from PyPI `holidays`, months and
years from `dateutil`, working days from a sorted list, and the Algemene termijnenwet from its text.

usage: termijnen.py TABLE   (tab-separated: start, count, unit, na|voor, raw end, end under the law)
"""

import sys
from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import holidays
from dateutil.relativedelta import relativedelta

DAY = timedelta(days=1)
FIRST, LAST = date(2023, 1, 1), date(2028, 12, 31)
COUNTS = {
    "uren": [1, 24, 48, 100],
    "dagen": [1, 2, 3, 4, 5, 6, 7, 8, 14, 28, 30, 42, 60, 89, 90, 91],
    "werkdagen": [1, 2, 3, 5, 7, 10, 20, 90, 91],
    "weken": [1, 2, 4, 6, 8, 12, 13],
    "maanden": [1, 2, 3, 4, 6, 12],
    "jaren": [1, 2, 4, 7],
}

# Days equated with holidays by royal decree, and the years that a decree covers.
COVERED = {2017, 2018, 2019, *range(2022, 2029)}
EQUATED = set(
    map(
        date.fromisoformat,
        """2017-04-28 2017-05-26 2018-05-11 2018-12-24 2018-12-31 2019-05-31 2019-12-27 2022-05-27 2023-04-28 2023-05-19
        2024-05-10 2024-12-27 2025-05-30 2026-01-02 2026-05-15 2027-05-07 2028-04-28 2028-05-26""".split(),
    )
)
# `holidays` also lists Easter and Pentecost, which are Sundays; 5 May and Goede Vrijdag are "optional" there.
HOLIDAYS = set(holidays.country_holidays("NL", years=range(2014, 2045), categories=("public", "optional")))
WORKING = [
    day
    for day in (date(2015, 1, 1) + n * DAY for n in range(365 * 25))
    if day.weekday() < 5 and day not in HOLIDAYS
]
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Unknown(Exception):
    pass


def ordinary(day):
    if day.weekday() >= 5 or day in HOLIDAYS:
        return False
    if day.year not in COVERED:
        raise Unknown(day.year)
    return day not in EQUATED


def raw_end(start, count, unit, sign):
    if unit == "uren":
        noon = datetime(start.year, start.month, start.day, 12, tzinfo=timezone.utc)
        return (noon + sign * timedelta(hours=count)).astimezone(AMSTERDAM).date()
    if unit == "werkdagen":
        if sign > 0:
            return WORKING[bisect_right(WORKING, start) + count - 1]
        return WORKING[bisect_left(WORKING, start) - count]
    step = {"dagen": "days", "weken": "weeks", "maanden": "months", "jaren": "years"}[unit]
    return start + relativedelta(**{step: sign * count})


def excluded(count, unit):
    """Article 4."""
    most = {"uren": 0, "dagen": 90, "werkdagen": 90, "weken": 12, "maanden": 3, "jaren": 0}
    return count > most[unit]


def two_ordinary_days(start, end, sign):
    """Article 2: the first day, not before `end`, up to which the term contains two ordinary days."""
    day, found, unknown = start, 0, None
    while found < 2 or (end - day) * sign > timedelta(0):
        if found >= 2:
            return end
        if day == end and unknown:
            raise unknown  # the known days of the term itself do not suffice
        day += sign * DAY
        try:
            found += ordinary(day)
        except Unknown as problem:
            if (day - end) * sign > timedelta(0):
                raise
            unknown = unknown or problem
            continue
    return day if (day - end) * sign > timedelta(0) else end


def end_under_the_law(start, count, unit, sign, end):
    if excluded(count, unit):
        return end
    if unit in ("weken", "maanden") or unit == "dagen" and count >= 3:
        end = two_ordinary_days(start, end, sign)
    if sign > 0:  # article 1; not for terms counted back
        while not ordinary(end):
            end += DAY
    return end


def expected():
    for offset in range((LAST - FIRST).days + 1):
        start = FIRST + offset * DAY
        for unit, counts in COUNTS.items():
            for count in counts:
                for word, sign in (("na", 1), ("voor", -1)):
                    raw = raw_end(start, count, unit, sign)
                    try:
                        end = end_under_the_law(start, count, unit, sign, raw).isoformat()
                    except Unknown as problem:
                        end = f"onbekend:{problem}"
                    yield start.isoformat(), str(count), unit, word, raw.isoformat(), end


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = [tuple(line.rstrip("\n").split("\t")) for line in file]
    wrong = 0
    moved = 0
    unknown = 0
    mine = list(expected())
    for ours, theirs in zip(mine, rows):
        moved += ours[4] != ours[5]
        unknown += ours[5].startswith("onbekend")
        if ours != theirs:
            wrong += 1
            if wrong <= 10:
                print("differs: expected", ours, "found", theirs)
    if len(mine) != len(rows):
        wrong += 1
        print(f"expected {len(mine)} rows, found {len(rows)}")
    print(f"{len(mine)} ends compared, {moved - unknown} moved by the law, {unknown} in an unknown year, {wrong} wrong")
    sys.exit(1 if wrong else 0)


main()
