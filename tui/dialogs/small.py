"""A small form: a few lines to fill in, each with its name; days are read as they are typed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on
from textual.containers import Horizontal, Vertical
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input, Static

from states.days import london_day
from states.errors import BadInput
from tui.dates import with_year
from tui.dialogs.dialog import words
from tui.dialogs.trying import Trying
from tui.safe import plain
from tui.widgets.asked import STRANGE
from tui.widgets.choice import Choice
from tui.widgets.one_line import OneLine
from tui.widgets.several import Several

if TYPE_CHECKING:
    from workflow.desk import Desk

Values = dict[str, str]


class Ask(NamedTuple):
    """One line of a form. With `choices` it is one of them; with `known` it is completed as it is typed.

    `empty` says what is taken where it is left empty. A `free` line may hold what is not known, and says so then;
    one with `several` holds a list, a line for each; a `day` with `span` may be a month, or not known.
    """

    name: str
    label: str
    value: str = ""
    example: str = ""
    day: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    known: tuple[str, ...] = ()
    empty: str = ""
    free: bool = False
    several: bool = False
    span: bool = False


def _replaced(ask: Ask) -> bool:
    """Whether what a line holds is replaced by what is typed, as a day or a number is; words are gone on with."""
    return ask.day or bool(ask.known) or " " not in ask.value.strip()


class Small(Trying[Any]):
    """A few lines, and a verb that takes what they hold: `verb(desk, values)`, words stripped, by the lines' names.

    What a list holds comes as one text, an item on each line of it.
    """

    AUTO_FOCUS = ".lines Input, .lines Choice"

    def __init__(
        self, heading: str, says: str, asks: Sequence[Ask], verb: "Callable[[Desk, Values], Any]",
        told: "Callable[[Desk, Any], list[str]] | None" = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.heading, self.says, self.asks = heading, says, tuple(asks)
        self._verb, self._told = verb, told

    def form(self) -> Iterable[Widget]:
        """The words, the lines, what will happen."""
        if self.says:
            yield words(plain(self.says, 600), "says")
        with Vertical(classes="lines"):
            for ask in self.asks:
                with Horizontal(classes="line"):
                    yield Static(ask.label, markup=False, classes="label")
                    if ask.choices:
                        yield Choice(ask.choices, ask.value, id=f"ask-{ask.name}")
                    elif ask.several:
                        yield Several(ask.value.splitlines(), id=f"ask-{ask.name}")
                    else:
                        yield OneLine(ask.value, example=ask.example, empty=ask.empty, known=ask.known,
                                      id=f"ask-{ask.name}", select_on_focus=_replaced(ask))  # fmt: skip
                    if ask.day or ask.free:
                        yield Static("", markup=False, classes="read", id=f"read-{ask.name}")
        yield self.will()

    def values(self) -> Values:
        """What the lines hold."""
        found = {}
        for ask in self.asks:
            widget = self.query_one(f"#ask-{ask.name}")
            if isinstance(widget, Several):
                found[ask.name] = "\n".join(widget.value)
            else:
                text = (widget.value if isinstance(widget, Input | Choice) else "").strip()
                found[ask.name] = with_year(text, self._today()) if ask.day else text
        return found

    def _today(self) -> date:
        return london_day(self.matters.work.clock())

    def verb(self) -> "Callable[[Desk], Any]":
        """The verb with what the lines hold."""
        values = self.values()
        return lambda desk: self._verb(desk, values)

    def told(self, desk: "Desk", done: Any) -> list[str]:
        """As the owner words it."""
        return self._told(desk, done) if self._told else []

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self._read(message.input)

    @on(DescendantBlur)
    def _left(self, message: DescendantBlur) -> None:
        if isinstance(message.widget, Input):
            self._read(message.widget)

    def _read(self, line: Input) -> None:
        """Says which day is meant; once the line is left, that a name is none we know: it is taken all the same."""
        name = (line.id or "").removeprefix("ask-")
        ask = next((ask for ask in self.asks if ask.name == name), None)
        if ask is None or not (ask.day or ask.free):
            return
        says = read_day(with_year(line.value, self._today()), self._today(), span=ask.span) if ask.day else ""
        if ask.free and isinstance(line, OneLine) and line.strange and not line.has_focus:
            says = STRANGE
        self.query_one(f"#read-{name}", Static).update(says)


def read_day(text: str, today: Any, *, span: bool = False) -> str:
    """The day that typed words mean, with its weekday, or the span; `?` for what is none, nothing for nothing."""
    from states.british_dates import parse_day

    if not text.strip():
        return ""
    try:
        day = parse_day(text.strip(), today)
    except BadInput:
        return _spanned(text, today) if span else "?"
    return f"{day:%a} {day.day} {day:%b %Y}"


def _spanned(text: str, today: Any) -> str:
    from states.british_dates import parse_on

    try:
        return str(parse_on(text.strip(), today))
    except BadInput:
        return "?"
