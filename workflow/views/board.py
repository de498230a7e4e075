"""The board: how many reports stand in each state, and which."""

import msgspec

from db import queries
from states.words import State
from workflow.views.lists import reports
from workflow.views.look import Look
from workflow.views.records import Listed


class Column(msgspec.Struct, frozen=True):
    """One state: how many reports stand in it, and the first of them."""

    state: str
    many: int
    reports: tuple[Listed, ...]


def board(look: Look, *, limit: int | None = 20) -> tuple[Column, ...]:
    """The nine states in the order of the journey, each with its first reports."""
    many = {row.what: row.many for row in look.tx.all(queries.STATES)}
    return tuple(
        Column(state, many.get(state, 0), tuple(reports(look, state=state, limit=limit)) if state in many else ())
        for state in State
    )
