"""What would happen, as a form shows it: the new state, clocks, gaps, irregularities; or what stands in the way."""

from typing import TYPE_CHECKING

from textual.content import Content

from states.wanted import sentence, words
from states.words import Move
from tui.safe import plain

if TYPE_CHECKING:
    from workflow.views.forms import Form
    from workflow.views.outcome import Outcome

_BEGINS = {
    "day": ("On", ""), "state": ("State", "bold"), "changes": ("Changes", "bold"), "starts": ("Starts", ""),
    "ends": ("Ends", ""), "moves": ("Moves", ""),
    "irregular": ("! Irregular", "$due"), "note": ("! Look again", "$due"), "next": ("Next", "$faint"),
}  # fmt: skip


def foreseen(outcome: "Outcome", form: "Form", heading: str = "WILL HAPPEN") -> Content:
    """An outcome as lines; what is left open together on one, by the names of the form's lines."""
    parts: list[str | tuple[str, str]] = [(heading, "bold $accent")] if heading else []
    labels = {field.name: field.label for field in form.fields}
    gaps = [
        labels.get(t.key.partition(":")[2]) or plain(t.says, 200).rstrip(".") for t in outcome.told if t.kind == "gap"
    ]
    for told in outcome.told:
        if told.kind == "gap":
            continue
        if told.kind == "next" and gaps:
            parts += ["\n", ("? Left open: ", "$faint"), ("; ".join(gaps) + ".", "$faint")]
        begins, style = _BEGINS[told.kind]
        missing = " No reason is given." if told.fact else ""
        parts += [
            "\n",
            (f"{begins}: ", style or "bold"),
            (f"{plain(told.says, 400)}{missing}", style if style != "bold" else ""),
        ]
    return Content.assemble(*parts)


def refused(form: "Form", reasons: tuple[str, ...], needs: tuple[str, ...] = ()) -> Content:
    """What stands in the way; what the move still needs by the names its lines have."""
    labels = {field.name: field.label for field in form.fields}
    lines = [plain(reason, 400) for reason in reasons]
    if needs:
        asked = sentence(Move(form.move), needs)
        lines = [line for line in lines if line != asked]
        wanted = [" or ".join(labels.get(name, words(name)) for name in need.split("|")) for need in needs]
        lines.insert(0, f"Still needed: {'; '.join(wanted)}.")
    return Content.assemble(("NOT YET", "bold"), *(("\n" + line, "$faint") for line in lines))
