"""The lines of a move's form: which there are, which are asked now, what they hold, and going from one to the next."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.widget import Widget
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog
from tui.widgets.asked import Asked, Pick
from tui.widgets.asked_many import Each, PerFollowUp, PerRecommendation, Proposals
from tui.widgets.choice import Choice

if TYPE_CHECKING:
    from datetime import date

    from workflow.views.fields import Field
    from workflow.views.forms import Form

GROUPS = {"answers", "progress", "signs"}
"""The kinds of facts that are told of each recommendation."""

LAST_OF_THEM = "This is the last recommendation: ↓ goes on, ctrl+s enters the form."

_PARTS = ("NEEDED", "NEEDED · one of these", "ALSO ASKED · leave open what is not known")


class FormLines(Dialog[Any]):
    """A form with a line for each fact of a move. Facts that do not apply to what the others hold are not shown."""

    asks: "Form"
    """What the move asks of the report."""

    today: "date"
    """The day from which words such as `next thu` are counted."""

    _kind = ""
    """The kind of maker that was filled in here, as long as nobody has chosen another."""

    def lines(self) -> Iterable[Widget]:
        """The lines, in their parts."""
        part = _PARTS[0] if any(f.need for f in self.asks.fields) and not self.asks.fields[0].need else None
        if part:
            yield Static(part, markup=False, classes="part")
        above: tuple[str, ...] = ("",)
        for field in self.asks.fields:
            here = _PARTS[1] if "|" in field.need else _PARTS[0] if field.need else _PARTS[2]
            with_it = field.name == "on" or field.follows[:1] == above
            if here != part and not (part and with_it):
                yield Static(here, markup=False, classes="part")
                part = here
            above = above if field.follows[:1] == above else (field.name,)
            line = self.line_of(field)
            line.id = f"fact-{field.name}"
            line.display = not field.follows
            yield line

    def line_of(self, field: "Field") -> Widget:
        """The line for a fact."""
        names = tuple(body.says for body in self.asks.bodies)
        if field.kind in GROUPS:
            return PerRecommendation(field.kind, self.asks, self.today, names)
        if field.kind == "proposals":
            return Proposals(self.asks, self.today)
        if field.kind == "follow_ups":
            return PerFollowUp(self.asks)
        named = {"lead_officer": self.asks.posts, "maker": self.asks.deciding}
        return Asked(field, self.today, named.get(field.name, names) if field.kind == "name" else ())

    def answers(self) -> dict[str, object]:
        """What the form holds: each fact by its name, without those that are open or not asked now."""
        found = {}
        for field in self.asks.fields:
            line = self.query_one(f"#fact-{field.name}")
            if not line.display:
                continue
            value = line.value if isinstance(line, Asked | PerRecommendation | Proposals | PerFollowUp) else None
            if value is not None:
                found[field.name] = value
        return found

    def apply(self) -> None:
        """Shows the lines that are asked now, and fills in what follows from another line."""
        for field in self.asks.fields:
            if field.follows:
                other, *wanted = field.follows
                line = self.query_one(f"#fact-{field.name}")
                holds = self._holds(other)
                asked = holds is None or (holds in wanted if wanted else bool(holds))
                if asked != line.display:
                    line.display = asked
                    self.unsettle()
        self._maker()

    def _holds(self, name: str) -> str | None:
        """The text a line holds; None when the form has no such line."""
        for line in self.query(f"#fact-{name}").results(Asked):
            value = line.value
            return value if isinstance(value, str) else "" if value is None else "yes"
        return None

    def _maker(self) -> None:
        """A body that decides is of a known kind: it need not be said, and may be said otherwise."""
        found = list(self.query("#fact-maker_kind").results(Asked))
        if not found or not isinstance(choice := found[0].editor, Choice) or choice.value != self._kind:
            return
        name = (self._holds("maker") or "").casefold()
        kind = next((kind for body, kind in self.asks.makers if body.casefold() == name), "")
        if not kind and name.startswith("cabinet member"):
            kind = "cabinet_member"
        self._kind = kind
        choice.at = next((i for i, (value, _) in enumerate(choice.words) if value == kind), 0)

    def held(self) -> tuple[str, ...]:
        """What every line holds, as it was typed: to see whether anything was."""
        editors = self.query("Input, Choice, Pick").results(Widget)
        return tuple(e.value for e in editors if isinstance(e, Input | Choice | Pick))

    def action_next_each(self) -> None:
        """Goes on to the word that is chosen of the next recommendation; from the last it stays."""
        each = list(self.query(Each))
        here = next((w for w in self.focused.ancestors if isinstance(w, Each)), None) if self.focused else None
        following = [one for one in each[each.index(here) + 1 if here else 0 :] if one.query(Choice)]
        if following:
            following[0].query(Choice).first().focus()
        else:
            self.say(LAST_OF_THEM)
