"""What each named read of records gives back: one frozen row each, days as ISO text, flags as yes or no."""

from typing import NamedTuple


class MeetingLine(NamedTuple):
    """A meeting in a list, with how many reports are on its agenda."""

    meeting: int
    body_ref: int | None
    body: str | None
    kind: str | None
    day: str | None
    day_last: str | None
    time: str | None
    venue: str | None
    status: str | None
    moved_from: str | None
    minutes: str
    reference: str | None
    note: str | None
    items: int


class AgendaLine(NamedTuple):
    """A report on a meeting's agenda."""

    report: int
    title: str
    state: str | None
    item_number: str | None
    minute: str | None
    to_follow: bool
    outcome: str | None
    entry: int
    exempt: bool


class TopicLine(NamedTuple):
    """A topic on the work programme."""

    topic: int
    title: str
    body_ref: int | None
    body: str | None
    note: str | None
    report: int | None
    status: str
    version: int


class BodyLine(NamedTuple):
    """A body by the name it had on a day; `now` is the name it has now."""

    body: int
    name: str
    now: str
    kind: str | None
    scrutiny: bool
    health: bool
    succeeded_by: int | None
    version: int


class BodyByName(NamedTuple):
    """A body that has or had a name, with the days it had it."""

    body: int
    name: str
    from_day: str | None
    to_day: str | None
    kind: str | None
    scrutiny: bool
    health: bool
    succeeded_by: int | None


class Holder(NamedTuple):
    """Who holds a post; `person` is empty when nobody does."""

    post: int
    title: str
    role: str
    body_ref: int | None
    body: str | None
    tenure: int | None
    person: int | None
    name: str | None
    kind: str | None
    email: str | None
    email_confirmed: bool | None
    from_day: str | None
    to_day: str | None
    deputy: bool | None


class PersonLine(NamedTuple):
    """A person in a list."""

    person: int
    name: str
    kind: str
    email: str | None
    email_confirmed: bool
    version: int


class SuggestionLine(NamedTuple):
    """A suggestion that waits for a person."""

    suggestion: int
    document: int | None
    path: str | None
    report: int | None
    kind: str
    words: str
    quote: str | None
    other: str
    answer: str | None
    version: int


class WarningLine(NamedTuple):
    """A doubt about papers' words; `choices` is what contradicts, as JSON."""

    warning: int
    document: int | None
    path: str | None
    report: int | None
    code: str
    message: str
    quote: str | None
    settled: str | None
    version: int
    choices: str | None


class RulesLine(NamedTuple):
    """The council's rules from a day on, as JSON."""

    rules: int
    from_day: str
    values: str
    version: int


class DocumentLine(NamedTuple):
    """A paper that was read, with how many suggestions and warnings of it still wait."""

    document: int
    path: str
    kind: str
    body: str | None
    day: str | None
    at: str
    who: str
    waiting: int


class SpanLine(NamedTuple):
    """Something that runs from one day to another, or falls on one: a consultation, a window, something owed."""

    report: int
    title: str
    body: str | None
    what: str
    first: str | None
    last: str
    owner: str | None
    exempt: bool


class Opening(NamedTuple):
    """A report that could go on an agenda."""

    report: int
    title: str
    state: str
    next_due: str | None
