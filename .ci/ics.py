#!/usr/bin/env python3
"""ics.py CLI: writes the calendar of the example with two more meetings, one in
summer time and one on the day on which it begins, reads it with another program's
parser (python3-icalendar) and compares every day and time with what the command
line says. So are the activities of the plans."""
import csv
import datetime
import json
import os
import subprocess
import sys
import tempfile

import icalendar

CLI = [sys.argv[1], "--at", "2026-11-22T12:00:00Z"]
MEETINGS = {"2027-06-10": ("13.00–15.30", 2), "2027-03-28": ("09:30", 2), "2027-01-14": ("kl. 9", 1)}
ROWS = [
    ("Activity", "Start", "End", "Status"), ("Launch, \"day\"; one", "2027-03-01", "2027-03-05", "Planned"), ("Letter", "", "2027-02-01", ""),
    ("Fair", "2027-10-31", "", "Done"), ("Called off", "2027-05-01", "", "Cancelled"), ("Some day", "", "", ""),
]


def cli(*args):
    return subprocess.run([*CLI, *args], check=True, capture_output=True, text=True).stdout


def days(event):
    """the first and the last day of an event of whole days"""
    return event.decoded("dtstart"), event.decoded("dtend") - datetime.timedelta(days=1)


with tempfile.TemporaryDirectory() as folder:
    file, ics = os.path.join(folder, "x.ledstjarna"), os.path.join(folder, "x.ics")
    cli("new", file, "--example")
    for day, (time, _) in MEETINGS.items():
        cli("register", file, "add", "meetings", "body", "AU", "date", day, "time", time)
    cli("reviews", file, "--ics", ics)
    with open(ics, "rb") as f:
        calendar = icalendar.Calendar.from_ical(f.read())
    plan = os.path.join(folder, "plan.ledstjarna")
    table, activities = os.path.join(folder, "a.csv"), os.path.join(folder, "a.ics")
    cli("new", plan)
    document = cli("add", plan, "assignment-plan", "--title", "Plan; ett").strip()
    with open(table, "w", encoding="utf-8", newline="") as f:
        csv.writer(f).writerows(ROWS)
    cli("--lang", "en", "exchange", plan, "in", "activities", "--document", document, "--file", table)
    cli("--lang", "en", "exchange", plan, "out", "activities", "--file", activities)
    with open(activities, "rb") as f:
        planned = icalendar.Calendar.from_ical(f.read()).walk("VEVENT")
    duties = json.loads(cli("reviews", file, "--json"))["duties"]
    meetings = json.loads(cli("register", file, "list", "meetings", "--json"))

# The UIDs end in what tells the file from others.
events = {str(e["uid"]).partition("@")[0]: e for e in calendar.walk("VEVENT")}
assert len({str(e["uid"]).partition("@")[2] for e in events.values()}) == 1, "events of several files"
checked = 0
for duty in duties:
    if duty["rule"] == "R3" or duty["state"] == "closed":
        continue
    event = events[f"review-{duty['document']}-{duty.get('period') or duty.get('year')}"]
    want = datetime.date.fromisoformat(duty["met"] or duty["due"])
    assert days(event) == (want, want), (event, duty)
    assert duty["title"] in str(event["summary"]), (event, duty)
    checked += 1
window = days(events["window-2026"])
assert window == (datetime.date(2026, 9, 1), datetime.date(2026, 11, 30)), window
seen = 0
for event in events.values():
    if not str(event["uid"]).startswith("meeting-"):
        continue
    start = event.decoded("dtstart")
    day = start.date() if isinstance(start, datetime.datetime) else start
    if day.isoformat() in MEETINGS:
        time, offset = MEETINGS[day.isoformat()]
        assert start.utcoffset() == datetime.timedelta(hours=offset), (day, start.utcoffset())
        assert f"{start:%H.%M}" == time.replace("kl. 9", "09.00").replace(":", ".")[:5], (time, start)
        stop = events[str(event["uid"]).partition("@")[0].replace("meeting-", "stop-")]
        assert days(stop)[0] == day - datetime.timedelta(days=14), stop
        seen += 1
    checked += 1
assert seen == len(MEETINGS), f"{seen} of the meetings were read"
assert len([e for e in events if e.startswith("meeting-")]) == len(meetings), "a meeting is missing"
# The activities, against the rows that they were taken in from.
told = sorted((str(e["summary"]), days(e)) for e in planned)
want = []
for name, start, end, status in ROWS[1:]:
    start, end = (datetime.date.fromisoformat(day) if day else None for day in (start, end))
    if (start or end) and status != "Cancelled":
        want.append((name, (start or end, end or start)))
assert told == sorted(want), (told, want)
assert all(e["transp"] == "TRANSPARENT" for e in planned), "an activity takes the day"
print(f"ics: {len(told)} activities compared")
print(f"ics: {len(events)} events read by another program, {checked} compared")
