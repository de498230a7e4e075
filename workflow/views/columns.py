"""The board as the screens show it: what a filter lets through, by state, the next day first."""

from typing import TYPE_CHECKING, cast

import msgspec

from db import queries
from states.words import State
from workflow.views.board import Column
from workflow.views.filters import Wanted
from workflow.views.look import Look
from workflow.views.window import Window, many, page
from workflow.views.window_names import resolved

if TYPE_CHECKING:
    from workflow.views.records import Listed

EVERY = Wanted()
"""What lets everything through."""


def columns(look: Look, wanted: Wanted = EVERY, *, limit: int = 100) -> tuple[Column, ...]:
    """The nine states in the order of the journey: how many reports stand in each, and those with the next day first.

    Raises:
        BadInput: the filter names somebody or something nobody knows here.
    """
    if wanted.names:
        wanted = resolved(look, wanted)
    plain = wanted == EVERY
    counted = {row.what: row.many for row in look.tx.all(queries.STATES)}
    found = []
    for state in State:
        number = counted.get(state, 0)
        if not number or (wanted.state and wanted.state != state):
            found.append(Column(state, 0, ()))
            continue
        window = Window("reports", "due", False, msgspec.structs.replace(wanted, state=state.value))
        lines = page(look, window, limit=limit)
        if not plain:
            number = sum(many(look, window)) if len(lines) == limit else len(lines)
        found.append(Column(state, number, tuple(cast("Listed", line.row) for line in lines)))
    return tuple(found)
