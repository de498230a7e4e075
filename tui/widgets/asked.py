"""The lines of a form: a name, what is filled in, what it was understood as. Each says its value, None while open."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click, DescendantBlur, Key
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from states.british_dates import parse_day, parse_on
from states.errors import BadInput
from states.guards import HAPPENED
from states.words import said
from tui.dates import with_year
from tui.safe import plain
from tui.widgets.choice import Choice
from tui.widgets.one_line import OneLine
from tui.widgets.several import Several

if TYPE_CHECKING:
    from datetime import date

    from workflow.views.fields import Choice as Word
    from workflow.views.fields import Field

Understood = Callable[[str], str]
"""What is shown beside a line for what was typed in it."""


class Pick(Widget, can_focus=True):
    """Something picked from a list: shows what was picked; typing, or ↵, asks for the list."""

    DEFAULT_CLASSES: ClassVar[str] = "picked"

    ALLOW_SELECT = False

    value: reactive[str] = reactive("")
    """What was picked, as the fact takes it."""

    says: reactive[str] = reactive("")
    """What people read of it."""

    class Wanted(Message):
        """The list is asked for, with what was typed already."""

        def __init__(self, pick: "Pick", typed: str) -> None:
            self.pick, self.typed = pick, typed
            super().__init__()

    class Changed(Message):
        """Something else was picked, or nothing."""

    def on_key(self, event: Key) -> None:
        """A letter opens the list, filtered by it; backspace lets go."""
        if event.key in ("backspace", "delete"):
            self.pick("", "")
        elif event.key in ("enter", "space"):
            self.post_message(self.Wanted(self, ""))
        elif event.character and event.character.isprintable():
            self.post_message(self.Wanted(self, event.character))
        else:
            return
        event.stop()

    def on_click(self, event: Click) -> None:
        """A click opens the list."""
        self.post_message(self.Wanted(self, ""))

    def pick(self, value: str, says: str) -> None:
        """Something was picked."""
        self.value, self.says = value, says
        self.post_message(self.Changed())

    def render(self) -> Content:
        """What was picked, or that the list can be opened."""
        style = "reverse" if self.has_focus else ""
        shown = plain(self.says, 200)
        return Content.assemble((f" {shown} ", f"bold {style}") if shown else (" ↵ choose ", style or "$faint"))


class Asked(Horizontal):
    """One line of a form for one fact."""

    DEFAULT_CLASSES: ClassVar[str] = "asked"

    def __init__(self, field: "Field", today: "date", known: Sequence[str] = ()) -> None:
        super().__init__()
        self.field, self.today, self.known = field, today, known

    def compose(self) -> ComposeResult:
        """The name, what is filled in, what it was understood as."""
        mark = "•" if self.field.need and "|" not in self.field.need else "◦" if self.field.need else " "
        yield Static(f"{mark} {_capital(self.field.label)}", markup=False, classes="label")
        kind = self.field.kind
        if kind in ("body", "meeting"):
            yield Pick()
        elif kind in ("yes_no", "choice"):
            yield Choice([("", "not known" if kind == "yes_no" else "not said"), *self._words()], self.field.value)
        elif kind == "texts":
            yield Several(self.field.value.split("; ") if self.field.value else ())
        else:
            example = _EXAMPLES.get(self.field.name, _EXAMPLES.get(kind, ""))
            yield OneLine(self.field.value, known=self.known, example=example, empty=self.field.empty,
                          select_on_focus=kind != "text")  # fmt: skip
            if kind in ("day", "on") or self.known:
                yield Static("", markup=False, classes="read")

    def _words(self) -> list[tuple[str, str]]:
        if self.field.kind == "yes_no":
            return [("yes", "yes"), ("no", "no")]
        return [(c.value, c.says) for c in self.field.choices]

    @property
    def editor(self) -> Widget:
        """What is filled in."""
        return self.query("Input, Choice, Pick").first(Widget)

    @property
    def value(self) -> object:
        """The fact, as it is read from forms; None while it is open."""
        if self.field.kind == "texts":
            return self.query_one(Several).value or None
        editor = self.editor
        text = editor.value.strip() if isinstance(editor, Input | Choice | Pick) else ""
        if self.field.kind in ("day", "on"):
            text = with_year(text, self.today, past=self.past)
        return text or None

    @property
    def past(self) -> bool:
        """Whether the day it asks for has been."""
        return self.field.kind == "on" or self.field.name in HAPPENED

    @property
    def help(self) -> str:
        """What is asked, in a sentence for the foot of the form."""
        more = _HELP.get(self.field.name) or _HELP.get(self.field.kind, "")
        says = f"{self.field.says[0].upper()}{self.field.says[1:]}."
        return f"{says} {more}" if more else says

    def put(self, text: str) -> None:
        """Fills in a text that was chosen elsewhere."""
        if isinstance(self.editor, Pick):
            self.editor.pick(text, text)
        elif isinstance(self.editor, Input):
            self.editor.value = text
            self.editor.cursor_position = len(text)

    @on(Input.Changed)
    @on(DescendantBlur)
    def _read(self) -> None:
        """Says which day is meant; once the line is left, that a name is none we know: it is taken all the same."""
        editor = self.editor
        if not isinstance(editor, OneLine) or not self.query(".read"):
            return
        if self.field.kind in ("day", "on"):
            text = understood(self.field.kind, with_year(editor.value, self.today, past=self.past), self.today)
        else:
            strange = editor.strange and not editor.has_focus and self.field.name not in _ANYBODY
            text = STRANGE if strange else ""
        place = self.query(".read").first(Static)
        place.update(text)
        place.set_class(text.startswith("?"), "-wrong")


STRANGE = "? not on file"
"""Stands beside a name that is none of those we know; it is taken as it is written."""

_ANYBODY = frozenset({"maker"})
"""Names that may be anybody's: a councillor's, an officer's, a body's."""

_EXAMPLES = {
    "day": "next thu, 7 March 2017", "number": "6", "minute": "34/16", "item_number": "5", "reference": "24/00093",
    "origin": "work programme, referral, petition", "topic": "T4", "until_condition": "once the plan is adopted",
    "until_event": "the centre opens", "groups": "2", "until_months": "6",
}  # fmt: skip
_HELP = {
    "day": "F2 opens the calendar.", "on": "F2 opens the calendar.",
    "texts": "A line for each: ↵ begins the next, tab goes on. An empty line goes.",
    "name": "F2 opens the list; a name that is not on it is taken as written.",
    "reconsidered": "Council has still to see it where it goes on to Council; the others are final.",
    "body": "Type to filter the list.", "meeting": "Type to filter the list.",
}  # fmt: skip


def _capital(label: str) -> str:
    bare = label.lstrip()
    return f"{label[: len(label) - len(bare)]}{bare[:1].upper()}{bare[1:]}"


def understood(kind: str, text: str, today: "date") -> str:
    """The day that typed words mean, with its weekday; `?` and why not for what is no day; nothing for nothing."""
    if not text.strip():
        return ""
    try:
        if kind == "day":
            day = parse_day(text, today)
            return f"→ {day:%a} {day.day} {day:%b %Y}"
        on = parse_on(text, today)
        return f"→ {on.exact:%a} {on}" if on.exact else f"→ {on}"
    except BadInput as error:
        why = str(error).rpartition("”")[2].strip(": ")
        return f"? {plain(why.partition(';')[0], 60)}"


def words_of(choices: "Sequence[Word]", first: str = "–") -> list[tuple[str, str]]:
    """Choices as a line of words, with one that stands for none of them."""
    return [("", first), *((c.value, c.says or said(c.value)) for c in choices)]
