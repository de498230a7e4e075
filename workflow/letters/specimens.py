"""Letters about nothing real: one of every kind, in invented words, to look at and to try templates with."""

from datetime import date, timedelta

from msgspec.structs import replace

from states.words import Clock
from workflow.letters.digest import Digest, Level, Owed, WantedFor

_LEVELS: tuple[tuple[Level, str], ...] = (
    ("officer", "Margaret Lyle"),
    ("director", "David Osei"),
    ("chair", "Councillor Piotr Zielinski"),
)


def specimens(day: date) -> tuple[Digest, ...]:
    """One digest of every kind, as if it went out on `day`."""
    ahead, behind = _ahead(day), _behind(day)
    window = _window(day)
    lead = Digest(
        person="P4", name="Margaret Lyle", address="margaret.lyle@example.gov.uk", owed=(ahead,), day=day,
        reply_to=("Priya Nair", "priya.nair@example.gov.uk"), council="Fernley City Council",
        signed="Priya Nair\nScrutiny Co-ordinator\nCouncil House, telephone 01632 960 001",
    )  # fmt: skip
    desk = replace(lead, person="P1", name="Priya Nair", address="priya.nair@example.gov.uk", to_coordinator=True)
    late = replace(lead, owed=(behind,), copies=(("Jon Abara", "jon.abara@example.gov.uk"),))
    upwards = replace(late, owed=(replace(behind, stage="escalation"),), kind="escalation", copies=())
    exempt = replace(ahead, report="R9", number=1, exempt=True)
    return (
        lead,
        late,
        replace(lead, owed=(ahead, behind, exempt)),
        replace(lead, owed=(exempt,)),
        replace(lead, owed=(_over(window, day),), kind="in_force"),
        replace(desk, owed=(window,)),
        replace(desk, owed=(_undated(), replace(exempt, stage="chase", due=None), window)),
        replace(desk, owed=(_undated(),), kind="chase"),
        *(replace(upwards, level=level, name=name) for level, name in _LEVELS),
        replace(lead, owed=tuple(replace(ahead, report=f"R{n}", number=1) for n in range(1, 41))),
    )


def _ahead(day: date) -> Owed:
    return Owed(
        report="R3", number=2, stage="before-14", clock=Clock.UPDATE_DUE, title="Family Hubs: the first year",
        body="Children’s Scrutiny Board", owner="Director of Children’s Services", due=day + timedelta(14),
        days_late=-14, recommendation=2, minute="34/25", made_on=day - timedelta(180), source="minutes-34-25.html",
        quote="That the Director of Children’s Services bring a progress report on waiting times at the five hubs, "
        "with figures for each hub, to the Board within six months.",
        wanted_for=WantedFor(
            body="Children’s Scrutiny Board", day=day + timedelta(28), papers_by=day + timedelta(14)
        ),
    )  # fmt: skip


def _behind(day: date) -> Owed:
    return Owed(
        report="R7", number=1, stage="late-2", clock=Clock.EXECUTIVE_RESPONSE, title="Bus lanes on Station Road",
        reference="26/00041", body="Transport Scrutiny Board", owner="Cabinet", due=day - timedelta(15),
        statute=day - timedelta(15), days_late=15, recommendation=1, minute="12/26", made_on=day - timedelta(80),
        quote="That Cabinet publish the results of the trial before the lanes are made permanent.",
        source="note-to-cabinet.pdf", notice_given=True, authority="Local Government Act 2000 s.9FE",
        asked_before=(day - timedelta(14),),
    )  # fmt: skip


def _window(day: date) -> Owed:
    return Owed(
        report="R12", number=3, stage="window", clock=Clock.CALL_IN_WINDOW, title="Library opening hours",
        owner="Head of Libraries", due=day + timedelta(1), in_force=day + timedelta(2), days_late=-1,
    )  # fmt: skip


def _over(window: Owed, day: date) -> Owed:
    return replace(window, stage="in-force", due=day - timedelta(1), in_force=day, days_late=1)


def _undated() -> Owed:
    return Owed(
        report="R5", number=4, stage="chase", clock=Clock.PROMISE, title="Support for young carers",
        body="Children’s Scrutiny Board", owner="Head of Early Help", minute="7/26", made_on=date(2026, 6, 4),
        quote="The Head of Early Help undertook to share the evaluation once the university had finished it.",
        condition="once the university had finished it", source="minutes-7-26.html",
    )  # fmt: skip
