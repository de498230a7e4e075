"""The records people are shown. Field names are those of the JSON, which is fixed: more may be added, none renamed."""

from datetime import date

import msgspec


class Owed(msgspec.Struct, frozen=True):
    """One row of `overdue` and `due`. `days_late` is negative for what is still to come.

    `note` says on what the date rests where that is not certain: `if this paper counts as the notice`.
    """

    report: str
    title: str
    clock: str
    body: str | None
    owner: str | None
    due: date | None
    agreed: date | None
    days_late: int
    recommendation: int | None
    exempt: bool
    number: int = 0
    note: str | None = None
    quote: str | None = None


class Promised(msgspec.Struct, frozen=True):
    """One row of `promises`: something owed that has no day."""

    report: str
    title: str
    quote: str | None
    condition: str | None
    owner: str | None
    chase_on: date | None
    clock: str = "promise"
    number: int = 0
    recommendation: int | None = None


class Listed(msgspec.Struct, frozen=True):
    """One row of `reports`."""

    report: str
    title: str
    state: str
    body: str | None
    portfolio: str | None
    lead_officer: str | None
    next_due: date | None


class Known(msgspec.Struct, frozen=True):
    """One gap or irregularity. `key` settles it."""

    report: str
    title: str
    key: str
    name: str
    says: str
    why: str | None = None
    settled: str | None = None


class Said(msgspec.Struct, frozen=True):
    """Words of a paper."""

    path: str
    quote: str


class Recommended(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """One recommendation of `show`, with its three axes and the papers it stands in."""

    number: int
    text: str
    from_: str
    to: str
    response: str
    implementation: str
    sign_off: str
    sources: tuple[Said, ...]
    word: str = ""
    proposal: bool = False
    text_agreed: str | None = None
    answer: str | None = None


class EarlierMinute(msgspec.Struct, frozen=True):
    """An earlier minute a report is further to, and the report it belongs to where that is known."""

    minute: str | None
    body: str | None
    report: str | None
    quote: str | None = None


class Held(msgspec.Struct, frozen=True):
    """A meeting a report was listed at, and what became of it there."""

    meeting: str | None
    body: str | None
    date: str | None
    status: str | None
    minute: str | None
    outcome: str | None


class Consulted(msgspec.Struct, frozen=True):
    """A consultation."""

    opens: date | None
    closes: date | None
    outcome: str | None


class Past(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """One entry of `history` and of the timeline."""

    entry: int
    at: str
    who: str
    move: str
    from_: str | None
    to: str | None
    on: str | None
    why: str | None
    facts: dict[str, object]
    record: str = ""
    struck: bool = False


class Happened(msgspec.Struct, frozen=True):
    """One step of the track: the move, the state it led to, and when it took place as far as is known."""

    move: str
    state: str
    on: str | None


class Shown(msgspec.Struct, frozen=True):
    """One report, whole. `timeline` is in the order of entry, `track` in the order in which things happened."""

    report: str
    title: str
    state: str
    recommendations: tuple[Recommended, ...]
    follow_ups: tuple[Owed, ...]
    consultation: tuple[Consulted, ...]
    meetings: tuple[Held, ...]
    earlier: tuple[EarlierMinute, ...]
    timeline: tuple[Past, ...]
    body: str | None = None
    reference: str | None = None
    portfolio: str | None = None
    lead_officer: str | None = None
    exempt: bool = False
    undated: tuple[Promised, ...] = ()
    gaps: tuple[Known, ...] = ()
    irregularities: tuple[Known, ...] = ()
    decision: dict[str, object] | None = None
    call_in: dict[str, object] | None = None
    proposed: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    track: tuple[Happened, ...] = ()


class Possible(msgspec.Struct, frozen=True):
    """One move of `explain`: where it leads, what it needs, and every sentence why it is not possible now."""

    move: str
    to: str
    possible: bool
    needs: tuple[str, ...]
    reasons: tuple[str, ...]
    asks: tuple[str, ...] = ()


class Explained(msgspec.Struct, frozen=True):
    """Where a report stands, what may happen next, and where every date comes from."""

    report: str
    state: str
    moves: tuple[Possible, ...]
    dates: tuple[dict[str, object], ...]
    title: str = ""
    paragraphs: tuple[str, ...] = ()
