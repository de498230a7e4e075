"""The lines of a form for each recommendation or follow-up, and for recommendations that are made."""

from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.reactive import reactive
from textual.widgets import Static

from tui.safe import LONGEST, plain
from tui.widgets.asked import Asked, Pick, words_of
from tui.widgets.choice import Choice
from tui.widgets.drawing import wrap

if TYPE_CHECKING:
    from datetime import date

    from states.facts import Proposal
    from workflow.views.fields import Choice as Word
    from workflow.views.fields import Field
    from workflow.views.forms import Form, Line


_SHORT, _WHOLE = 2, 12
"""How many lines of a recommendation a form shows: from elsewhere, and while one answers it."""

_NONE = {"answers": "not answered", "progress": "not said", "signs": "nothing said"}
"""What is chosen of a recommendation as long as nothing is said of it."""


_NOTHING = ("awaiting", "not started", "none")


_NOT_ACCEPTED = ("rejected", "deferred")

_IF_ACCEPTED = ("text_agreed", "action_by", "owner")
"""What is asked of an answer only where something will be done."""


def _field(name: str, label: str, says: str, kind: str = "text", value: str = "") -> "Field":
    from workflow.views.fields import Field

    return Field(name, label, says, kind, "", (), value)


@runtime_checkable
class Unsettled(Protocol):
    """A form that is told when lines come or go."""

    def unsettle(self) -> None:
        """Lines have come or gone."""


class Words(Static):
    """A recommendation's words: two lines that end in …, or all of them while one is at it."""

    DEFAULT_CLASSES: ClassVar[str] = "words"

    whole: reactive[bool] = reactive(False, layout=True)

    def __init__(self, text: str) -> None:
        super().__init__(markup=False)
        self.text = plain(text, LONGEST)

    def tell(self, text: str) -> None:
        """They have changed."""
        self.text = plain(text, LONGEST)
        self.refresh(layout=True)

    def render(self) -> Content:
        """The lines there is room for."""
        return Content("\n".join(self._lines(self.size.width)))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as are shown."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[str]:
        return wrap(self.text, max(12, width), _WHOLE if self.whole else _SHORT)


class Each(Vertical):
    """One recommendation: its words, one of a few words to choose, and what is asked once one is chosen."""

    DEFAULT_CLASSES: ClassVar[str] = "each"

    def __init__(
        self, line: "Line", words: "tuple[Word, ...]", more: "tuple[Field, ...]", today: "date", none: str,
        posts: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.line, self.words, self.more, self.today = line, words, more, today
        self.none, self.posts = none, posts

    def compose(self) -> ComposeResult:
        """The words, the choice, what more is asked."""
        yield Words(self._its())
        if not self.words:
            yield Static(f"  {self.line.stands}", markup=False, classes="words")
            return
        yield Choice(words_of(self.words, self.none))
        with Vertical(classes="more"):
            for field in self.more:
                yield Asked(field, self.today, self.posts if field.name == "owner" else ())

    def _its(self) -> str:
        agreed = f" · as agreed: {self.line.agreed}" if self.line.agreed else ""
        return f"{self.line.number} {self.line.text}{agreed}"

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _here(self) -> None:
        self.query_one(Words).whole = self.has_focus_within

    def renew(self, line: "Line", words: "tuple[Word, ...]", none: str) -> None:
        """It stands otherwise now: what was chosen stays chosen, beside what has been said meanwhile."""
        self.line, self.none = line, none
        self.query_one(Words).tell(self._its())
        for choice in self.query(Choice).results(Choice):
            if choice.parent is self:
                held = tuple(w for w in self.words if w.value == choice.value and w not in words)
                self.words = (*words, *held)
                choice.offer(words_of(self.words, none))

    @on(Choice.Changed)
    def _chosen(self) -> None:
        if isinstance(self.screen, Unsettled):
            self.screen.unsettle()
        self.set_class(bool(self.chosen), "-chosen")
        for asked in self.query(Asked):
            asked.display = asked.field.name not in _IF_ACCEPTED or self.chosen not in _NOT_ACCEPTED

    @property
    def chosen(self) -> str:
        """The word chosen; empty while none is."""
        found = self.query(Choice)
        return found.first().value if found else ""

    @property
    def told(self) -> dict[str, object]:
        """What more was filled in."""
        return {a.field.name: a.value for a in self.query(Asked) if a.display and a.value is not None}


class PerRecommendation(Vertical):
    """A group of lines, one for each recommendation: answers, action, sign-offs."""

    DEFAULT_CLASSES: ClassVar[str] = "group"

    def __init__(self, kind: str, form: "Form", today: "date", known: tuple[str, ...]) -> None:
        super().__init__()
        self.kind, self.form, self.today, self.known = kind, form, today, known

    def compose(self) -> ComposeResult:
        """What they have in common, then each."""
        if self.kind == "answers":
            yield Asked(_field("by", "answered by", "who answered", "name", self.form.to), self.today, self.known)
            yield Asked(
                _field("published_on", "answers published", "the day the answers were published", "day"), self.today
            )
        for line in self.form.recommendations:
            yield Each(line, *self._asks(line), self.today, self._none(line), self.form.posts)
        if not self.form.recommendations:
            yield Static("There is no recommendation.", markup=False, classes="words")

    def renew(self, form: "Form") -> None:
        """The recommendations as they stand now, where somebody was faster; nothing that was typed is lost."""
        self.form = form
        now = {line.number: line for line in form.recommendations}
        for each in self.query(Each):
            line = now.get(each.line.number)
            if line is not None:
                each.renew(line, self._asks(line)[0], self._none(line))

    def _none(self, line: "Line") -> str:
        """What is chosen while nothing new is said: that nothing was, or what was said before."""
        now = line.stands.split(" · ")[tuple(_NONE).index(self.kind)]
        if self.kind == "progress" and now in _NOTHING and line.stands.startswith("rejected"):
            return "rejected, nothing done"
        return _NONE[self.kind] if now in _NOTHING else f"stays {now}"

    def _asks(self, line: "Line") -> "tuple[tuple[Word, ...], tuple[Field, ...]]":
        if self.kind == "answers":
            return tuple(c for c in line.responses if c.value != "awaiting"), (
                _field("reasons", "reasons", "the reasons given"),
                _field("text_agreed", "as agreed", "the words as agreed, where they were changed"),
                _field("action_by", "action by", "the day the action is to be done by", "day"),
                _field("owner", "owner", "the post that owes the action"),
            )
        if self.kind == "progress":
            return line.implementations, (_field("note", "note", "what officers say of it"),)
        return tuple(c for c in line.sign_offs if c.value != "none"), ()

    @property
    def value(self) -> object:
        """A fact for each that was chosen; None when none was."""
        name = {"answers": "answer", "progress": "implementation", "signs": "sign_off"}[self.kind]
        common = {a.field.name: a.value for a in self.query(Asked) if a.parent is self and a.value is not None}
        found = [
            {"recommendation": each.line.number, name: each.chosen, **common, **each.told}
            for each in self.query(Each)
            if each.chosen
        ]
        return found or None


class PerFollowUp(Vertical):
    """Which of the follow-ups are meant; none chosen: all that wait for somebody."""

    DEFAULT_CLASSES: ClassVar[str] = "group"

    def __init__(self, form: "Form") -> None:
        super().__init__()
        self.form = form

    def compose(self) -> ComposeResult:
        """Each follow-up, to be put off or left."""
        for one in self.form.follow_ups:
            yield Static(f"{one.value} {plain(one.says, 200)}", markup=False, classes="words")
            yield Choice([("", "not this one"), (one.value, "this one")])

    @property
    def value(self) -> object:
        """The numbers chosen; None when none was."""
        return [int(c.value) for c in self.query(Choice) if c.value] or None


class Proposed(Vertical):
    """One recommendation that is made: its text, from whom, to whom."""

    DEFAULT_CLASSES: ClassVar[str] = "each"

    def __init__(self, form: "Form", today: "date", made: "Proposal | None" = None) -> None:
        super().__init__()
        self.form, self.today, self.made = form, today, made

    def compose(self) -> ComposeResult:
        """The three lines."""
        number = f" {self.made.number}" if self.made else ""
        text = self.made.text if self.made else ""
        yield Asked(_field("text", f"recommendation{number}", "the recommendation in its own words", value=text),
                    self.today)  # fmt: skip
        yield Asked(_field("from", "  from", "the body that recommends", "body"), self.today)
        yield Asked(_field("to", "  to", "the body it is addressed to", "body"), self.today)

    def on_mount(self) -> None:
        """From the report's own body, to whom its recommendations go; or as it was made."""
        from_, to = (self.made.from_.name, self.made.to.name) if self.made else (self.form.body, self.form.to)
        for asked in self.query(Asked):
            usual = {"from": from_, "to": to}.get(asked.field.name, "")
            if usual:
                asked.query_one(Pick).pick(usual, usual)

    @property
    def told(self) -> dict[str, object]:
        """What was filled in; nothing while there is no text."""
        found = {a.field.name: a.value for a in self.query(Asked) if a.value is not None}
        if self.made:
            found["number"] = self.made.number
        return found if "text" in found else {}


class Proposals(Vertical):
    """Recommendations that are made, one below another."""

    DEFAULT_CLASSES: ClassVar[str] = "group"

    def __init__(self, form: "Form", today: "date", made: "tuple[Proposal, ...]" = ()) -> None:
        super().__init__()
        self.form, self.today, self.made = form, today, made

    def compose(self) -> ComposeResult:
        """Those that were made; without any, an empty one."""
        for made in self.made or (None,):
            yield Proposed(self.form, self.today, made)

    async def another(self) -> None:
        """One more, ready to be typed."""
        made = Proposed(self.form, self.today)
        await self.mount(made)
        made.query(Asked).first().editor.focus()

    @property
    def value(self) -> object:
        """Each with its text, from, to; None when there is none."""
        return [p.told for p in self.query(Proposed) if p.told] or None
