"""`[reminders]` and `[reminders.<clock>]`: when reminders go, how often, and who signs them.

What a clock's own section leaves out is as `states.schedule` has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from states.errors import BadInput
from states.words import Clock
from workflow import settings_values as values

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
"""Days on which letters can go, Monday first: working days only."""


class ClockReminders(msgspec.Struct, frozen=True, kw_only=True):
    """When one clock reminds. None: as the schedule has it."""

    before: tuple[int, ...] | None = None
    """Days before the day that counts, the most first; none of them: nobody is reminded before."""
    before_deadline: tuple[int, ...] | None = None
    """Working days before the report deadline of the meeting it is wanted for."""
    overdue_every: int | None = None
    """Days between one letter about something late and the next."""
    after: int | None = None
    """Working days after it was asked, for what has no day of its own."""


class ReminderSettings(msgspec.Struct, frozen=True, kw_only=True):
    """When reminders go, how often, and who signs them."""

    mode: Literal["review", "send"] = "review"
    """`review`: a person sees the batch and releases it. `send`: it goes by itself on its morning."""
    day: tuple[str, ...] = ("tue",)
    """The days of the week on which digests go, `mon` to `sat`."""
    time: str = "08:00"
    """London time."""
    overdue_max: int = 2
    """After so many letters about one late thing it stands on the tracker, not in the inbox."""
    co_ordinator: str | None = None
    """The name letters are signed with; left out, the holder of the co-ordinator's post."""
    co_ordinator_address: str | None = None
    """Where answers go."""
    signature: str | None = None
    """What stands under the name: post, office, telephone; may be several lines."""
    never: tuple[str, ...] = ()
    """Posts, by title, that are never written to by a machine, beside those the law makes statutory officers."""
    clocks: dict[Clock, ClockReminders] = {}
    """The clocks that have a section of their own."""

    @property
    def weekdays(self) -> frozenset[int]:
        """The days on which digests go, Monday 0."""
        return frozenset(WEEKDAYS.index(word) for word in self.day)

    def of(self, clock: Clock) -> ClockReminders:
        """What the settings say of a clock."""
        return self.clocks.get(clock, _NOTHING_SAID)


_NOTHING_SAID = ClockReminders()


def reminders_from(path: str, said: Mapping[str, Any]) -> ReminderSettings:
    """`[reminders]` with its clocks. BadInput, naming section and key."""
    clocks = {key: value for key, value in said.items() if isinstance(value, Mapping)}
    plain = {key: value for key, value in said.items() if key not in clocks}
    read = values.section("[reminders]", plain, _READERS)
    if "co_ordinator" in read and "co_ordinator_address" not in read:
        raise BadInput("[reminders] names a co_ordinator, so write co_ordinator_address too: answers go there.")
    for name, own in clocks.items():
        where = f"[reminders.{name}]"
        if name not in set(Clock):
            raise BadInput(f"There is no clock for {where}.{values.closest(str(name), tuple(Clock))}")
        read.setdefault("clocks", {})[Clock(name)] = ClockReminders(**values.section(where, own, _OF_A_CLOCK))
    return ReminderSettings(**read)


def _days(where: str, value: object) -> tuple[str, ...]:
    if value == "daily":
        return WEEKDAYS
    days: tuple[str, ...] = values.list_of(values.one_of(*WEEKDAYS))(where, value)
    if not days:
        raise BadInput(f"{where} needs at least one day, such as “tue”.")
    return tuple(sorted(days, key=WEEKDAYS.index))


def _figures(where: str, value: object) -> tuple[int, ...]:
    return tuple(sorted(values.list_of(values.whole(1, 365))(where, value), reverse=True))


_READERS: dict[str, values.Reader] = {
    "mode": values.one_of("review", "send"),
    "day": _days,
    "time": values.time_of_day,
    "overdue_max": values.whole(0, 20),
    "co_ordinator": values.text,
    "co_ordinator_address": values.address,
    "signature": values.lines,
    "never": values.list_of(values.text),
}

_OF_A_CLOCK: dict[str, values.Reader] = {
    "before": _figures,
    "before_deadline": _figures,
    "overdue_every": values.whole(1, 365),
    "after": values.whole(1, 365),
}
