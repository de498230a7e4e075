"""What a line of a form offers: a calendar, lists of bodies, meetings and names; new ones are added here."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.widgets import Input

from states.british_dates import parse_day, parse_on
from states.days import said_day
from states.errors import BadInput
from states.words import BodyKind, said
from tui.dates import with_year
from tui.dialogs.calendar import Calendar
from tui.dialogs.picker import Picked, Picker
from tui.dialogs.small import Ask, Small
from tui.widgets.asked import Asked, Pick

if TYPE_CHECKING:
    from tui.dialogs.move_form import MoveForm
    from workflow.views.fields import Choice
    from workflow.views.forms import Form


async def offer(screen: "MoveForm", form: "Form", line: Asked, typed: str, today: date) -> None:
    """Opens what a line offers, and fills in what was taken."""
    kind = line.field.kind
    if kind in ("day", "on"):
        text = line.editor.value if isinstance(line.editor, Input) else ""
        day = await screen.app.push_screen_wait(Calendar(line.field.label.capitalize(), _day(text, today), today))
        if day is not None:
            line.put(said_day(day))
        return
    choices = _choices(form, line)
    if choices is None:
        screen.focus_next()
        return
    heading = f"{line.field.label[0].upper()}{line.field.label[1:]}"
    if kind == "meeting":
        picker = Picker(heading, choices, typed=typed, add=lambda text: _new_meeting(screen, form, text, today),
                        add_says="add a meeting", says=_order(form))  # fmt: skip
    elif kind == "body":
        picker = Picker(heading, choices, typed=typed, add=lambda text: _new_body(screen, text), add_says="add a body")
    else:
        fits = any(typed.casefold() in choice.says.casefold() for choice in choices)
        picker = Picker(heading, choices, typed=typed if fits else "")
    taken = await screen.app.push_screen_wait(picker)
    if taken is None:
        return
    if isinstance(line.editor, Pick):
        line.editor.pick(taken.value, taken.says)
    else:
        line.put(taken.says)


def _choices(form: "Form", line: Asked) -> "tuple[Choice, ...] | None":
    from workflow.views.fields import Choice

    if line.field.kind == "meeting":
        return form.meetings
    if line.field.kind == "body":
        return form.bodies
    return tuple(Choice(name, name) for name in line.known) or None


def _day(text: str, today: date) -> date:
    """The day a calendar opens on: the one typed, else today."""
    text = with_year(text, today)
    try:
        return parse_day(text, today) if text.strip() else today
    except BadInput:
        pass
    try:
        return parse_on(text, today).first or today
    except BadInput:
        return today


async def _new_body(screen: "MoveForm", typed: str) -> Picked | None:
    from workflow.filled import add_body
    from workflow.views.fields import Choice

    kinds = tuple((str(kind), said(kind)) for kind in BodyKind)
    asks = [Ask("name", "Name", typed), Ask("kind", "Kind", "scrutiny", choices=kinds)]
    form = Small("New body", "", asks, lambda desk, values: add_body(desk, values["name"], values["kind"]),
                 lambda desk, done: [f"{done[1]} is added."])  # fmt: skip
    made = await screen.app.push_screen_wait(form)
    if made is None:
        return None
    screen.asks = replace(screen.asks, bodies=(Choice(made[0], made[1], "just added"), *screen.asks.bodies))
    screen.stays = f"{screen.stays} {made[1]} was added and stays.".strip()
    return Picked(*made)


async def _new_meeting(screen: "MoveForm", form: "Form", typed: str, today: date) -> Picked | None:
    from workflow.filled import add_meeting
    from workflow.views.fields import Choice

    bodies = tuple(body.says for body in form.bodies)
    on = typed if _is_day(typed, today) else ""
    council = next((name for name, kind in form.makers if kind == "council"), "")
    usual = council if form.move == _TO_COUNCIL else form.body
    named = next((body for body in bodies if typed and not on and typed.casefold() in body.casefold()), usual)
    held = (("held", "was held"), ("scheduled", "is to come"))
    asks = [
        Ask("body", "Body", named, "Scrutiny Board (2)", known=bodies),
        Ask("on", "On", on, "3 March 2017, next thu", day=True),
        Ask("held", "The meeting", "scheduled" if form.move in _TO_COME else "held", choices=held),
        new_body("council" if form.move == _TO_COUNCIL else ""),
    ]
    made = await screen.app.push_screen_wait(
        Small("New meeting", "", asks, lambda desk, values: add_meeting(desk, **values),
              lambda desk, done: [f"{done[1]} is added."])
    )  # fmt: skip
    if made is None:
        return None
    screen.asks = replace(
        screen.asks, meetings=(Choice(made[0], made[1], f"{made[0]} just added"), *screen.asks.meetings)
    )
    stays = f"{made[0]} was added and stays; if nobody needs it, x on Meetings (5) takes it back."
    screen.stays = f"{screen.stays} {stays}".strip()
    return Picked(*made)


def _order(form: "Form") -> str:
    """In which order its meetings stand."""
    if form.move in _TO_COME:
        return "Those to come first, the next at the top; its own body's before the others'."
    return "Those held first, the newest at the top; its own body's before the others'."


def new_body(kind: str = "") -> Ask:
    """The line that says of which kind a body is that nobody knows yet."""
    kinds = tuple((str(kind), said(kind)) for kind in BodyKind)
    return Ask("kind", "If it is new", kind, choices=(("", "it is on file"), *kinds))


_TO_COUNCIL = "refer_to_council"

_TO_COME = ("list", "hear_again", "defer", "refer_to_council", "reopen")
"""The moves for which a meeting is usually one to come."""


def _is_day(typed: str, today: date) -> bool:
    """Whether what was typed is a day or a month, and not part of a body's name."""
    try:
        return parse_on(with_year(typed, today), today).first is not None
    except BadInput:
        return False
