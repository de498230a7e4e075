"""What would happen, as a form shows it: the new state, clocks, gaps, irregularities; or what stands in the way."""

import re
from typing import TYPE_CHECKING

from textual.content import Content

from tui.safe import plain

if TYPE_CHECKING:
    from workflow.views.forms import Form
    from workflow.views.outcome import Outcome

_BEGINS = {
    "state": ("State", "bold"), "starts": ("Starts", ""), "ends": ("Ends", ""), "moves": ("Moves", ""),
    "irregular": ("! Irregular", "$due"), "next": ("Next", "$faint"),
}  # fmt: skip

_NEEDS = re.compile(r"(?<= needs )(\w+(?: or \w+)*)(?=\.$)")


def foreseen(outcome: "Outcome", heading: str = "WILL HAPPEN") -> Content:
    """An outcome as lines; gaps together on one."""
    parts: list[str | tuple[str, str]] = [(heading, "bold $accent")] if heading else []
    gaps = [plain(t.says, 200).rstrip(".") for t in outcome.told if t.kind == "gap"]
    for told in outcome.told:
        if told.kind == "gap":
            continue
        if told.kind == "next" and gaps:
            parts += ["\n", ("? Not known: ", "$faint"), ("; ".join(gaps) + ".", "$faint")]
        begins, style = _BEGINS[told.kind]
        missing = " No reason is given." if told.fact else ""
        parts += [
            "\n",
            (f"{begins}: ", style or "bold"),
            (f"{plain(told.says, 400)}{missing}", style if style != "bold" else ""),
        ]
    return Content.assemble(*parts)


def refused(form: "Form", reasons: tuple[str, ...]) -> Content:
    """What stands in the way, each fact by the name its line has."""
    labels = {field.name: field.label for field in form.fields}

    def named(match: "re.Match[str]") -> str:
        return " or ".join(labels.get(name, name) for name in match[1].split(" or "))

    told = [plain(reason, 400) for reason in reasons]
    needs = [_NEEDS.search(line) for line in told]
    wanted = [named(found) for found in needs if found]
    lines = [line for line, found in zip(told, needs, strict=True) if not found]
    lines = [f"It needs: {'; '.join(wanted)}.", *lines] if wanted else lines
    return Content.assemble(("NOT YET", "bold"), *(("\n" + line, "$faint") for line in lines))
