"""The screens, each made only when it is first gone to.

place       what every screen has: head, page, notice, keys, and how it looks again
at_work     what screens and dialogs share: asking views, telling verbs
today       what is late, what is next; opens first
board       every report by its state
reports     the list of all reports
follow_ups  everything owed
meetings    past and to come
papers      what was read, what waits for an answer
reminders   the letters: to be released, sent, refused
find        whatever happened to …?
record      one report, pushed on top of whichever list it was opened from
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from tui.screens.place import Place


def today() -> Screen[None]:
    """What is late, what is next."""
    from tui.screens.today import Today

    return Today()


def board() -> Screen[None]:
    """Every report by its state."""
    from tui.screens.board import Board

    return Board()


def reports() -> Screen[None]:
    """The list of all reports."""
    from tui.screens.reports import Reports

    return Reports()


def follow_ups() -> Screen[None]:
    """Everything owed."""
    from tui.screens.follow_ups import FollowUps

    return FollowUps()


def meetings() -> Screen[None]:
    """Meetings, past and to come."""
    from tui.screens.meetings import Meetings

    return Meetings()


def papers() -> Screen[None]:
    """What was read, and what waits for an answer."""
    from tui.screens.papers import Papers

    return Papers()


def reminders() -> Screen[None]:
    """The letters: to be released, sent, refused."""
    from tui.screens.reminders import Reminders

    return Reminders()


def one_report(ref: str) -> "Place":
    """One report."""
    from tui.screens.record import Record

    return Record(ref)


TABS: dict[str, Callable[[], Screen[None]]] = {
    "today": today,
    "board": board,
    "reports": reports,
    "follow_ups": follow_ups,
    "meetings": meetings,
    "papers": papers,
    "reminders": reminders,
}
"""The screens that have a tab, by the names of `tui.keys.PLACES`."""
