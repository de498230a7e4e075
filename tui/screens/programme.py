"""The work programme: what each body hears on which day, and its topics; added, dropped, or grown into a report."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from states.errors import BadInput
from tui import keys, wording
from tui.dialogs.meeting_forms import moved
from tui.dialogs.small import Ask, Small, Values
from tui.messages import Chosen
from tui.safe import plain
from tui.screens.meetings import Meetings
from tui.screens.place import Place
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import BLANK, Row, Rows
from tui.widgets.ways import Ways

if TYPE_CHECKING:
    from datetime import date

    from workflow.desk import Desk
    from workflow.engine import Moved
    from workflow.records.topics import Topic
    from workflow.views.diary import Coming
    from workflow.views.look import Look

COLUMNS = (Column(4), Column(20, 2, most=84), Column(12), Column(16, 2, beyond=90))
"""Number, title, how it stands, note."""

PARTS = (("programme.diary", "Diary"), ("meetings.programme", "Work programme"), ("programme.days", "Days"))
"""The parts of the tab, as a line says them."""

SHOWN = 500
"""How many topics are shown."""

_NO_TOPIC = "Stand on a topic first; what has a day is a report already: ↵ opens it."

_WORDS = {"open": "open", "promoted": "report", "dropped": "dropped"}


class Programme(Place):
    """Under each body the reports on its agendas to come, with their days, and its topics."""

    place: ClassVar[str] = "programme"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("programme")

    AUTO_FOCUS = "#programme"

    def __init__(self) -> None:
        super().__init__()
        self.topics: list[Topic] = []

    def page(self) -> ComposeResult:
        """The parts of the tab, the list."""
        yield Ways(PARTS, "meetings.programme")
        yield Rows(COLUMNS, id="programme")

    async def load(self) -> None:
        """Reads the programme."""
        from workflow.views.diary import coming

        self.topics = await self.ask(_topics)
        dated = await self.ask(coming)
        today = self.matters.as_of or self.matters.day
        bodies = sorted({t.body or "" for t in self.topics} | {c.body or "" for c in dated})
        rows: list[Row] = []
        for body in bodies:
            own = [t for t in self.topics if (t.body or "") == body]
            waiting = sum(1 for t in own if t.status == "open")
            name = f"{plain(body) or 'No body yet'}{f' · {waiting} open' if own else ''}"
            rows += [BLANK] if rows else []
            rows.append(Row((Cell(name, "heading"),), wide=True))
            rows += [_listed(c, today) for c in dated if (c.body or "") == body]
            rows += [_row(t) for t in sorted(own, key=lambda t: t.status != "open")]
        if not rows:
            rows = [Row((Cell("There is no topic yet: n adds one.", "faint"),), wide=True)]
        self.query_one(Rows).show(rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the past nothing can be entered."""
        if action in {"add", "promote", "drop"} and self.matters.as_of is not None:
            return None
        return super().check_action(action, parameters)

    @property
    def topic(self) -> "Topic | None":
        """The topic under the cursor."""
        key = self.query_one(Rows).key
        return next((t for t in self.topics if t.topic == key), None)

    def action_open(self) -> None:
        """Opens the report it has grown into, or the one that is listed."""
        topic = self.topic
        if topic is None:
            if key := self.query_one(Rows).key:
                self.matters.record(key.partition("/")[0])
            return
        if topic.report:
            self.matters.record(topic.report)
        else:
            self.say(f"“{plain(topic.title)}” is {topic.status}; p begins a report from it.")

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def action_diary(self, *, days: bool = False) -> None:
        """Back to the meetings, which stand underneath; or to the days there."""
        self.matters.pop_screen()
        if isinstance(self.matters.screen, Meetings):
            self.matters.screen.show_days(days)

    def action_days(self) -> None:
        """The days, which stand underneath."""
        self.action_diary(days=True)

    def action_add(self) -> None:
        """A new topic."""

        def verb(desk: "Desk", values: Values) -> int:
            from workflow.lookups import Lookup
            from workflow.records import topics

            with desk.writing() as tx:
                body = Lookup(tx).body_ref(values["body"]) if values["body"] else None
                return topics.add(desk, values["title"], body=body, note=values["note"], tx=tx)

        bodies = tuple(sorted({t.body for t in self.topics if t.body}))
        here = self.topic
        asks = [
            Ask("title", "Topic", example="Buses at night"),
            Ask("body", "Body", (here.body or "") if here else "", empty="not known yet", known=bodies),
            Ask("note", "Note"),
        ]
        self._form(Small("New topic", "", asks, verb))

    def action_promote(self) -> None:
        """Begins a report from the topic."""
        topic = self.topic
        if topic is None:
            self.say(_NO_TOPIC)
            return

        def verb(desk: "Desk", values: Values) -> "Moved":
            from states.words import Move
            from workflow.facts_in import read_facts
            from workflow.lookups import Lookup
            from workflow.records import topics

            given = {name: values[name] for name in ("title", "lead_officer") if values[name]}
            with desk.reading() as tx:
                facts = read_facts(Move.DRAFT, given, Lookup(tx), desk.today)
            return topics.begin(desk, facts, topic=topics.topic_ref(topic.topic))

        asks = [
            Ask("title", "Title", plain(topic.title)),
            Ask("lead_officer", "Lead officer", example="Director of Finance"),
        ]
        self._form(Small(f"A report from {topic.topic}", plain(topic.body), asks, verb, moved))

    def action_drop(self) -> None:
        """Lets the topic go."""
        topic = self.topic
        if topic is None:
            self.say(_NO_TOPIC)
            return

        def verb(desk: "Desk", values: Values) -> int:
            from workflow.records import topics

            if not values["why"]:
                raise BadInput("Say why it is dropped.")
            return topics.drop(desk, topics.topic_ref(topic.topic), values["why"])

        self._form(Small(f"Drop {topic.topic}", plain(topic.title), [Ask("why", "Why")], verb))

    @work(exclusive=True, group="form", exit_on_error=False)
    async def _form(self, form: Small) -> None:
        if await self.matters.push_screen_wait(form) is not None:
            self.done(f"{form.heading}: done.")


def _topics(look: "Look") -> "list[Topic]":
    from workflow.records.topics import programme

    return programme(look.tx)[:SHOWN]


def _listed(c: "Coming", today: "date | None") -> Row:
    """A report that is on the agenda of a meeting to come, with its day."""
    day = wording.day(c.on.exact, today) if c.on.exact else str(c.on)
    return Row((Cell(c.report, "faint"), Cell(plain(c.title)), Cell(day, "accent"), Cell("", "faint")),
               key=f"{c.report}/{c.on}")  # fmt: skip


def _row(t: "Topic") -> Row:
    stands = f"→ {t.report}" if t.report else _WORDS.get(t.status, t.status)
    ink = "" if t.status == "open" else "faint"
    return Row((Cell(t.topic, "faint"), Cell(plain(t.title), ink), Cell(stands, "accent" if t.report else "faint"),
                Cell(plain(t.note), "faint")), key=t.topic)  # fmt: skip
