"""Days as iCalendar: by the letter of RFC 5545, read back by a library, and by London's clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace
from reading_calendars import strictly

from workflow.calendar_out.days import CalendarDay, uid
from workflow.calendar_out.ics import written

DUE = CalendarDay(
    uid=uid("follow-up", "R3-2", "a1b2"), kind="due", summary="R3: update due – Family Hubs", first=date(2026, 12, 8),
    last=date(2026, 12, 8), changed=datetime(2026, 11, 24, 8, 0, 1, 5, tzinfo=UTC), sequence=4,
)  # fmt: skip
MEETING = replace(
    DUE, uid=uid("meeting", "M2", "a1b2"), kind="meeting", summary="Cabinet", time="14:00", place="Room 1"
)


def test_a_file_is_by_the_letter_of_the_standard():
    data = written([DUE, MEETING, replace(DUE, uid="x@y", cancelled=True)], name="Scrutiny, all; of it")
    due, meeting, gone = strictly(data)
    assert (due["UID"], due["SEQUENCE"], due["DTSTAMP"], due["STATUS"]) == (
        "R3-2.follow-up@a1b2.matters-arising", "4", "20261124T080001Z", "CONFIRMED",
    )  # fmt: skip
    assert (due["DTSTART"], due["DTEND"], due["TRANSP"]) == ("20261208", "20261209", "TRANSPARENT")
    assert meeting.lines["DTSTART"].params == {"TZID": "Europe/London"}
    assert (meeting["DTSTART"], meeting["LOCATION"], meeting["TRANSP"]) == ("20261208T140000", "Room 1", "OPAQUE")
    assert (gone["STATUS"], gone["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    assert b"METHOD:PUBLISH\r\n" in data
    assert b"X-WR-CALNAME:Scrutiny\\, all\\; of it\r\n" in data


def test_a_library_reads_it_back():
    due, meeting = Calendar.from_ical(written([DUE, MEETING])).events
    assert (due.decoded("dtstart"), due.decoded("dtend")) == (date(2026, 12, 8), date(2026, 12, 9))
    assert str(due["summary"]) == "R3: update due – Family Hubs"
    assert meeting.decoded("dtstart") == datetime(2026, 12, 8, 14, tzinfo=ZoneInfo("Europe/London"))


def test_without_days_it_is_still_a_calendar():
    assert strictly(written([])) == []
    assert Calendar.from_ical(written([], publish=False)).get("method") is None


def test_the_same_days_are_the_same_bytes():
    assert written([DUE, MEETING]) == written([DUE, MEETING])


@pytest.mark.parametrize("year", [1997, 2012, 2026, 2027, 2037])
def test_the_zone_in_the_file_is_londons_at_every_change_of_the_clocks(year):
    zone = Calendar.from_ical(written([MEETING])).timezones[0].to_tz()
    london = ZoneInfo("Europe/London")
    for month in (3, 10):
        instant = datetime(year, month, 24, tzinfo=UTC)
        while instant.day >= 24:
            local = instant.astimezone(london)
            if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
                assert local.replace(tzinfo=zone).utcoffset() == local.utcoffset(), local
            instant += timedelta(minutes=30)


@pytest.mark.parametrize(
    ("day", "time"), [(date(2026, 3, 29), "01:30"), (date(2026, 10, 25), "01:30"), (date(2024, 2, 29), "00:00")]
)
def test_an_hour_that_does_not_exist_or_comes_twice_is_written_as_people_said_it(day, time):
    (event,) = strictly(written([replace(MEETING, first=day, last=day, time=time)]))
    assert event["DTSTART"] == f"{day:%Y%m%d}T{time.replace(':', '')}00"


def test_several_days_end_on_their_last():
    (event,) = strictly(written([replace(DUE, first=date(2026, 12, 30), last=date(2027, 1, 2), tentative=True)]))
    assert (event["DTEND"], event["STATUS"]) == ("20270103", "TENTATIVE")


HOSTILE = [
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a\nATTACH:file:///etc/passwd", "semi;colon, comma \\ backslash \\n",
    "x" * 10_000,
    "é" * 200, "🦉" * 100, "\x00\x07\x1b[31m", "\u202egnp.exe", "{{ 7*7 }}", "[b]bold[/b]", '"quoted": "', "\u2028", "",
    "=?utf-8?q?x?=", "tab\there", "a:b;c=d", "ﬀ" * 37, "e\u0301" * 60,
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(words):
    day = replace(MEETING, summary=words, place=words, description=words, uid="fixed@matters-arising")
    data = written([day, DUE], name=words)
    events = strictly(data)
    assert [event["UID"] for event in events] == ["fixed@matters-arising", DUE.uid]
    assert len(Calendar.from_ical(data).events) == 2
    assert len(data) < 12_000


@settings(max_examples=60)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_words_at_all_stay_words(summary, description):
    data = written([replace(MEETING, summary=summary, description=description, place=description)])
    (event,) = strictly(data)
    (read,) = Calendar.from_ical(data).events
    assert " ".join(str(read["summary"]).split()) == str(read["summary"])
    assert event["UID"] == MEETING.uid
