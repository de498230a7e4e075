"""What is worth a second look before an act is done: it may be so, and is not refused, but is more often a slip.

Such a note stands in no record and needs no reason. The form shows it under what will happen, the command line after
what was done.
"""

from states.case import Case, Listing
from states.errors import MattersError
from states.facts import Body
from states.words import SCRUTINISING, BodyKind
from workflow.desk import Desk
from workflow.engine import Moved
from workflow.lookups import Lookup


def second_look(desk: Desk, moved: Moved) -> list[str]:
    """Each doubt about an act as a sentence; none for most acts."""
    return [*_of_another_body(moved), *_decided_by_scrutiny(desk, moved)]


def _of_another_body(moved: Moved) -> list[str]:
    """A scrutiny body's report that was put on another scrutiny body's agenda."""
    case = moved.after
    had = {listing.entry for listing in moved.before.listings}
    return [
        f"that is a meeting of {listing.meeting.body.name}; the report is {case.body.name}'s."
        for listing in case.listings
        if listing.entry not in had and listing.outcome is None and _elsewhere(listing, case)
        if listing.meeting.body is not None and case.body is not None
    ]


def _elsewhere(listing: Listing, case: Case) -> bool:
    met, own = listing.meeting.body, case.body
    if met is None or own is None or met.kind not in SCRUTINISING or own.kind not in SCRUTINISING:
        return False
    return met.ref != own.ref and not {met.name, *met.formerly} & {own.name, *own.formerly}


def _decided_by_scrutiny(desk: Desk, moved: Moved) -> list[str]:
    """A decision that a scrutiny body is said to have made: it recommends, others decide."""
    had = {decision.entry for decision in moved.before.decisions}
    makers = [decision.maker for decision in moved.after.decisions if decision.entry not in had]
    found = [body for maker in makers if (body := _on_file(desk, maker)) is not None]
    return [
        f"{body.name} is a scrutiny body: it recommends, and others decide."
        for body in found
        if body.kind in SCRUTINISING - {BodyKind.ADVISORY}
    ]


def _on_file(desk: Desk, name: str) -> Body | None:
    """The body of a name, where there is one: a maker may be anybody."""
    if not name:
        return None
    with desk.reading() as tx:
        try:
            return Lookup(tx).body(name)
        except MattersError:
            return None
