"""The made-up council: its bodies and their meetings from 2012 to 2026, its posts, and the words of its reports."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from db.bulk import Loader
from states.days import On
from states.facts import Body, Sitting
from states.rule_book import RuleBook
from states.rules import rules_from, rules_to
from states.words import BodyKind, MeetingStatus
from states.working_days import Calendar
from workflow.synthetic.telling import DAY

BOARDS = (
    "Scrutiny Co-ordination Committee",
    "Finance and Corporate Services Scrutiny Board (1)",
    "Education and Children's Services Scrutiny Board (2)",
    "Business and Enterprise Scrutiny Board (3)",
    "Communities and Neighbourhoods Scrutiny Board (4)",
    "Health and Social Care Scrutiny Board (5)",
    "Climate and Transport Scrutiny Board (6)",
    "Crime and Safety Scrutiny Board (7)",
)  # fmt: skip
"""The bodies that scrutinise."""

SUBJECTS = (
    "Libraries", "Bus lanes", "Home care", "School places", "Street lighting", "Housing repairs", "Flood defences",
    "Youth work", "Children in care", "Refuse rounds", "Parking charges", "Play areas", "Leisure centres",
    "Adult learning", "Empty homes", "Tree planting", "Pothole repairs", "Market stalls", "Museum hours",
    "Cycle routes", "Damp and mould", "School meals", "Family hubs", "Foster carers", "Carers' breaks",
    "Air quality", "Fly-tipping", "Town centre shops", "Broadband", "Care homes", "Drainage", "Allotments",
    "Community safety", "Licensing", "Apprenticeships", "Public toilets", "Supported housing", "Dental care",
    "Speech therapy", "Road safety",
)  # fmt: skip
"""What reports are about."""

PLACES = (
    "Abbey Fields", "Ashmoor", "Bablake", "Canley Green", "Castle Ward", "Cheylesford", "Earlsmead", "Eastgate",
    "Finham Park", "Foleshill End", "Gosford Heath", "Harbourne", "Henley Bank", "Holbrook Vale", "Keresley Cross",
    "Longmeadow", "Lower Stoke", "Northgate", "Old Town", "Potters Hill", "Radford Rise", "Riverside", "St Anne's",
    "Sherbourne", "Southfields", "Spon Gate", "Tile Hill Wood", "Upper Stoke", "Westwood", "Whitley Park",
)  # fmt: skip
"""Where."""

LEADS = (
    "Director of Children's Services", "Director of Adult Services", "Director of Public Health",
    "Director of City Services", "Director of Housing", "Director of Finance", "Director of Planning",
    "Head of Libraries", "Head of Early Help", "Head of Highways", "Head of Waste", "Head of Leisure",
    "Head of Culture", "Head of Property", "Head of Procurement", "Head of Licensing", "Head of Parks",
    "Head of School Places", "Head of Fostering", "Head of Housing Options", "Head of Transport", "Head of Climate",
    "Head of Community Safety", "Head of Skills", "Head of Digital", "Head of Revenues", "Head of Trading Standards",
    "Head of Emergency Planning", "Head of Commissioning", "Head of Safeguarding",
)  # fmt: skip
"""The posts that lead on reports."""

FIRST_NAMES = ("Amara", "Ben", "Carys", "Dev", "Elin", "Farid", "Grace", "Hugo", "Ines", "Jonah")
LAST_NAMES = ("Achebe", "Brook", "Choudhury", "Dunne", "Everett", "Farrow", "Gill", "Hallam", "Iqbal", "Jarvis")

_FIRST_YEAR = 2012
_EVERY = 42


class World(msgspec.Struct, frozen=True):
    """What the reports refer to: the rules, the bodies, and each board's meetings in order."""

    rules: RuleBook
    boards: tuple[Body, ...]
    cabinet: Body
    trust: Body
    meetings: dict[str, tuple[Sitting, ...]]
    who: str

    def between(self, board: Body, first: date, last: date) -> Sequence[Sitting]:
        """The board's meetings from one day to another."""
        return [one for one in self.meetings[board.name] if one.on.first and first <= one.on.first <= last]


def entered(loader: Loader, who: str, why: str) -> World:
    """Enters rules, bodies, meetings and people, and gives what reports refer to. The first entry says `why`."""
    since = date(_FIRST_YEAR, 1, 1)
    rules = rules_from(
        {"call_in": {"days": 5, "callers": 3, "groups": 1, "hearing_days": 10, "reconsideration_days": 10}}
    )
    loader.record("rules", {"from_day": since, "values": rules_to(rules)}, who=who, on=On.day(since), why=why)
    boards = tuple(_body(loader, who, name, BodyKind.SCRUTINY) for name in BOARDS)
    cabinet = _body(loader, who, "Cabinet", BodyKind.EXECUTIVE)
    trust = _body(loader, who, "Sherbourne Valley Hospitals NHS Trust", BodyKind.PARTNER)
    meetings = {board.name: _meetings(loader, who, board, place) for place, board in enumerate(boards)}
    _people(loader, who)
    return World(RuleBook(((since, rules),)), boards, cabinet, trust, meetings, who)


def _body(loader: Loader, who: str, name: str, kind: BodyKind) -> Body:
    scrutiny, health = kind is BodyKind.SCRUTINY, kind is BodyKind.PARTNER
    ref = loader.record("body", {"name": name, "kind": kind, "scrutiny": scrutiny, "health": health}, who=who)
    loader.record("body_name", {"body": ref, "name": name}, who=who)
    return Body(name, kind, scrutiny, health, ref)


def _meetings(loader: Loader, who: str, board: Body, place: int) -> tuple[Sitting, ...]:
    """Every sixth week on the board's own weekday, or the next working day; held until the day of it all."""
    calendar, found = Calendar(), []
    day = date(_FIRST_YEAR, 1, 9) + timedelta(place * 5)
    while day.year <= DAY.year:
        on = day if calendar.working(day) else calendar.next_working_day(day)
        status = MeetingStatus.HELD if on <= DAY else MeetingStatus.SCHEDULED
        values = {"body": board.ref, "day": on, "day_last": on, "time": "14:00", "status": status}
        found.append(Sitting(board, On.day(on), status, loader.record("meeting", values, who=who)))
        day += timedelta(_EVERY)
    return tuple(found)


def _people(loader: Loader, who: str) -> None:
    for place, title in enumerate((*LEADS, "Proper officer")):
        first, last = FIRST_NAMES[place % 10], LAST_NAMES[(place * 7 + place // 10) % 10]
        post = loader.record("post", {"title": title, "role": "lead_officer"}, who=who)
        email = f"{first}.{last}.{place}@example.gov.uk".lower()
        values = {"name": f"{first} {last}", "kind": "officer", "email": email, "email_confirmed": True}
        person = loader.record("person", values, who=who)
        loader.record("tenure", {"post": post, "person": person, "from_day": date(2020, 4, 1)}, who=who)
