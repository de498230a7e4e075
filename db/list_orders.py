"""The orders of the long lists, and how each is kept: along an index, in stretches; or by a sort made once.

A stretch is a part of a list that stands before or after another whatever the order's direction inside it: the rows
that have the value it is ordered by, then those that have none. A stretch has one strand, or two that are read side by
side: what is owed by its day, and the windows that close between them.
"""

from collections.abc import Mapping
from typing import NamedTuple

from states.words import AWAITED, COUNCIL, HEARING, Clock, State


class Order(NamedTuple):
    """An order of a list: the SQL of the value, whether it is a day, whether rows may have none.

    `made`: no index keeps it. `ranks`: it goes by these values in turn, not by their spelling.
    """

    value: str
    is_day: bool = False
    may_lack: bool = False
    made: bool = False
    ranks: tuple[str, ...] = ()


class Strand(NamedTuple):
    """Rows that one index keeps in order: their value (empty where they have none), and their condition."""

    value: str
    condition: str


class Stretch(NamedTuple):
    """One stretch of a list; `only` is the value that all its rows have, where that is one."""

    strands: tuple[Strand, ...]
    only: str | None = None

    @property
    def valued(self) -> bool:
        """Whether its rows have a value."""
        return bool(self.strands[0].value)


DAY = "coalesce(f.owed_by, CASE WHEN f.suspended OR f.paused THEN NULL ELSE coalesce(f.agreed, f.due) END)"
"""The day that a follow-up shows, whether it is owed, is a window or has ended."""

CLOSES = "f.clock = 'call_in_window' AND f.ended IS NULL AND f.due >= :today AND NOT f.suspended AND NOT f.paused"
"""Whether a follow-up is a window that is open."""

_LISTED = f"coalesce(f.owed_by, CASE WHEN {CLOSES} THEN f.due END)"
_CLOSES_NOT = "(f.clock <> 'call_in_window' OR f.due IS NULL OR f.due < :today OR f.suspended OR f.paused)"
CLOSING = f"(SELECT min(f.due) FROM follow_up AS f WHERE f.report = r.ref AND {CLOSES})"
"""The last day of a report's window that is open."""

_OPEN = f"(SELECT f.report FROM follow_up AS f WHERE {CLOSES})"
_NEXT = f"CASE WHEN {CLOSING} IS NULL OR r.next_due < {CLOSING} THEN r.next_due ELSE {CLOSING} END"
_TITLE = "lower(substr(r.title, 1, 100))"
_OFTEN = dict.fromkeys((Clock.ACTION_DUE, Clock.UPDATE_DUE, Clock.EXECUTIVE_RESPONSE))
_RANKS = {words: rank for rank, words in enumerate(sorted({*AWAITED.values(), HEARING}))}
_WHAT = (
    f"CASE WHEN f.owner = '{COUNCIL}' AND f.clock = '{Clock.UPDATE_DUE}' THEN {_RANKS[HEARING]} "
    + "".join(f"WHEN f.clock = '{clock}' THEN {_RANKS[AWAITED[clock]]} " for clock in {**_OFTEN, **AWAITED})
    + "END"
)
"""What a follow-up is, as a number in the order of the words that say it; what is often asked is asked first."""

REPORT_ORDERS: Mapping[str, Order] = {
    "number": Order(""),
    "title": Order(_TITLE),
    "state": Order("r.state", ranks=tuple(State)),
    "body": Order("r.body", may_lack=True),
    "officer": Order("r.lead_officer", may_lack=True),
    "portfolio": Order("r.portfolio", may_lack=True),
    "due": Order(_NEXT, is_day=True, may_lack=True),
    "changed": Order("r.last_on", is_day=True, may_lack=True),
}
"""The orders of the reports; each has its index. The next day of one is that of its window, where that comes first."""

FOLLOW_UP_ORDERS: Mapping[str, Order] = {
    "due": Order(_LISTED, is_day=True, may_lack=True),
    "report": Order(""),
    "title": Order(_TITLE, made=True),
    "clock": Order(_WHAT, made=True),
    "owner": Order("lower(f.owner)", may_lack=True, made=True),
    "body": Order("lower(f.body)", may_lack=True, made=True),
}
"""The orders of follow-ups; `due` has its index for those that are open only. What indexes cost, every move pays."""

STRUCK = "r.ref NOT IN (SELECT ref FROM report WHERE state IS NULL)"
"""Leaves out reports whose beginning was struck."""


def orders(what: str) -> Mapping[str, Order]:
    """The orders of a list."""
    return REPORT_ORDERS if what == "reports" else FOLLOW_UP_ORDERS


def is_made(what: str, order: str, *, every: bool) -> bool:
    """Whether a list must be sorted to be read in an order: no index keeps it."""
    return orders(what)[order].made or (what == "follow_ups" and order == "due" and every)


def stretches(what: str, order: str, *, every: bool, falling: bool = False) -> tuple[Stretch, ...]:
    """The stretches of a list in an order that indexes keep; `every` follow-up, or (otherwise) those that are open."""
    its = orders(what)[order]
    if its.ranks:
        by_turn = tuple(Stretch((Strand("", f"{its.value} = '{rank}'"),), rank) for rank in its.ranks)
        return by_turn[::-1] if falling else by_turn
    if what == "reports":
        if not its.value:
            return (Stretch((Strand("", STRUCK),)),)
        if order == "due":
            owed = Strand("r.next_due", f"r.next_due IS NOT NULL AND {STRUCK} AND r.ref NOT IN {_OPEN}")
            beside = Strand(_NEXT, f"{STRUCK} AND r.ref IN {_OPEN}")
            lacking = Strand("", f"r.next_due IS NULL AND {STRUCK} AND r.ref NOT IN {_OPEN}")
            return Stretch((owed, beside)), Stretch((lacking,))
        if not its.may_lack:
            return (Stretch((Strand(its.value, STRUCK),)),)
        there = Strand(its.value, f"{its.value} IS NOT NULL AND {STRUCK}")
        return Stretch((there,)), Stretch((Strand("", f"{its.value} IS NULL AND {STRUCK}"),))
    if order == "report":
        return (Stretch((Strand("", "f.number > 0" if every else "f.ended IS NULL"),)),)
    owed, closes = Strand("f.owed_by", "f.owed_by IS NOT NULL"), Strand("f.due", CLOSES)
    return Stretch((owed, closes)), Stretch((Strand("", f"f.owed_by IS NULL AND f.ended IS NULL AND {_CLOSES_NOT}"),))
