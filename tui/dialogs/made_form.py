"""The recommendations of an entry, to be changed: a word of one, one more, one less."""

from typing import TYPE_CHECKING, cast

from msgspec.structs import replace
from textual.widget import Widget

from tui.dialogs.move_form import MoveForm
from tui.widgets.asked_many import Proposals

if TYPE_CHECKING:
    from datetime import date

    from states.errors import Conflict
    from workflow.filled import Moving
    from workflow.views.fields import Field
    from workflow.views.forms import Form, Known


class MadeForm(MoveForm):
    """The form of a move with its recommendations alone, filled in. One that is emptied goes; numbers stay."""

    def __init__(self, form: "Form", today: "date", fact: "Known") -> None:
        kept = {field.name: field for field in form.fields}
        why = replace(kept["why"], need="why", says="why it is changed")
        super().__init__(replace(form, fields=(fact.field, why)), today)
        self.fact = fact
        self.labels = {"dialog.done": "amend"}
        self.heading = f"Recommendations · {form.title}"

    def line_of(self, field: "Field") -> Widget:
        """The recommendations as they were made."""
        if field.kind != "proposals":
            return super().line_of(field)
        return Proposals(self.asks, self.today, self.fact.made)

    def moving(self, version: int | None) -> "Moving":
        """The amendment, made as a move is."""
        from workflow.filled import Amending

        held = self.answers()
        amending: Amending = Amending(
            int(self.asks.report[1:]), self.fact.entry, self.fact.move, self.fact.field.name,
            held.get("recommendations"), str(held.get("why") or ""), version,
        )  # fmt: skip
        return cast("Moving", amending)

    async def look_again(self, error: "Conflict") -> None:
        """Somebody was faster: the numbers of what is changed may be others now, so it is begun anew."""
        self.say(f"{error} Leave the form with esc and open it again.")
