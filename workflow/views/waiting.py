"""What waits for a person: suggestions, warnings, gaps, irregularities; and the papers that were read."""

from datetime import date

import msgspec

from db import queries_diary
from states.case import decode_case
from states.days import instant_from, london_day
from workflow import settling
from workflow.views.lists import gaps, irregularities
from workflow.views.look import Look
from workflow.views.records import Known

SHOWN = 2000
"""How many of a kind are read out."""

SUGGESTION, WARNING, GAP, IRREGULARITY = "suggestion", "warning", "gap", "irregularity"
"""What can wait."""


class Candidate(msgspec.Struct, frozen=True):
    """A report that a suggested link may mean."""

    report: str
    title: str


class Waits(msgspec.Struct, frozen=True):
    """Something that waits. `ref` is S1, W1, or the report and the key of a gap: `R3 96:minute`."""

    ref: str
    kind: str
    name: str
    report: str | None
    title: str
    words: str
    quote: str | None = None
    path: str | None = None
    why: str | None = None
    candidates: tuple[Candidate, ...] = ()
    choices: tuple[str, ...] = ()
    """What papers say that contradict one another: one of them is taken."""
    told_by: tuple[str, ...] = ()
    """The papers that say each of the choices."""

    @property
    def number(self) -> int:
        """The number of a suggestion or a warning, or the report of a gap."""
        return int(self.ref.partition(" ")[0][1:])

    @property
    def key(self) -> str:
        """The key that settles a gap or an irregularity."""
        return self.ref.partition(" ")[2]


class PaperRead(msgspec.Struct, frozen=True):
    """A paper that was read: when, by whom, and how much of it still waits."""

    number: int
    path: str
    kind: str
    body: str | None
    day: date | None
    read_on: date
    who: str
    waiting: int


def asked(look: Look) -> tuple[Waits, ...]:
    """The suggestions and warnings of papers that nobody has answered yet."""
    titles: dict[str, str] = {}

    def title(ref: str | None) -> str:
        if ref and ref not in titles:
            row = look.tx.report(int(ref[1:]))
            titles[ref] = decode_case(row.folded).title if row is not None else ""
        return titles.get(ref or "", "")

    return tuple(
        Waits(
            w.ref, SUGGESTION if w.ref[0] == "S" else WARNING, w.kind, w.report, title(w.report), w.words, w.quote,
            w.path, None, tuple(Candidate(c, title(c)) for c in w.candidates),
            w.choices, w.told_by,
        )
        for w in settling.waiting(look.tx)
    )  # fmt: skip


def not_known(look: Look) -> tuple[Waits, ...]:
    """The gaps that are open."""
    return tuple(_doubt(g, GAP) for g in gaps(look, limit=SHOWN))


def irregular(look: Look) -> tuple[Waits, ...]:
    """The irregularities that are open, with their reasons."""
    return tuple(_doubt(i, IRREGULARITY) for i in irregularities(look, limit=SHOWN))


def papers(look: Look) -> tuple[PaperRead, ...]:
    """The papers that were read, the latest first."""
    return tuple(
        PaperRead(
            d.document, d.path, d.kind, d.body, date.fromisoformat(d.day) if d.day else None,
            london_day(instant_from(d.at)), d.who, d.waiting,
        )
        for d in look.tx.all(queries_diary.DOCUMENTS, limit=SHOWN)
    )  # fmt: skip


def _doubt(known: Known, kind: str) -> Waits:
    return Waits(
        f"{known.report} {known.key}", kind, known.name, known.report, known.title, known.says, None, None, known.why
    )
