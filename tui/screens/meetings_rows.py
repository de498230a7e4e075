"""The rows of Meetings: the diary under its headings, and an agenda with what could be on it."""

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from states.words import State, said
from tui import wording
from tui.safe import plain
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import BLANK, Row

if TYPE_CHECKING:
    from workflow.views.diary import Agenda, Diary, Meets

MEETINGS = (Column(1), Column(10), Column(12, 1), Column(3, right=True))
"""How it stands, day, body, how many items."""

AGENDA = (Column(4), Column(14, 3, most=64), Column(7, beyond=50), Column(16, 1, most=30))
"""Item, title, minute, outcome or when it is due."""

_SIGNS = {"scheduled": " ", "held": "✓", "cancelled": "×", "adjourned": "…"}


def meeting_rows(diary: "Diary", body: str | None) -> list[Row]:
    """Those to come, the next first; those past, the latest first."""
    whose = f" · {plain(body, 40)}" if body else ""
    rows = [Row((Cell(f"TO COME{whose}", "heading"),), wide=True)]
    rows += [_meeting(m, diary) for m in diary.to_come] or [Row((Cell("No meeting is arranged: n adds one.", "faint"),),
                                                                wide=True)]  # fmt: skip
    if diary.past:
        rows += [BLANK, Row((Cell("PAST", "heading"),), wide=True), *(_meeting(m, diary) for m in diary.past)]
    return rows


def _meeting(m: "Meets", diary: "Diary") -> Row:
    on = wording.day(m.on.exact, diary.day) if m.on.exact else str(m.on)
    if m.on.exact and on[0].isdigit():
        on = f"{m.on.exact.day} {m.on.exact:%b %y}"
    overdue = m.past and m.to_come
    ink = "faint" if m.status == "cancelled" else "late" if overdue else ""
    sign = "?" if overdue else _SIGNS.get(m.status, "?")
    return Row(
        (Cell(sign, ink), Cell(on, ink), Cell(plain(m.body) or "a body not named", "faint" if m.past else ""),
         Cell(str(m.items or "·"), "accent" if m.items else "faint")),
        key=m.meeting,
    )  # fmt: skip


def head(agenda: "Agenda | None") -> Content:
    """What meeting it is."""
    if agenda is None:
        return Content("")
    m = agenda.meeting
    on = f"{m.on.exact:%A} {m.on.exact.day} {m.on.exact:%B %Y}" if m.on.exact else str(m.on)
    told = [said(m.status)]
    if m.past and m.to_come:
        told = [f"{said(m.status)}, and its day is over: d if it was held"]
    if m.minutes != "none":
        told.append(f"minutes {m.minutes}")
    if m.moved_from:
        told.append(f"moved from {wording.day(m.moved_from)}")
    where = ", ".join(plain(part, 60) for part in (m.time, m.venue) if part)
    lines = [
        Content.assemble((f"{m.meeting} ", "$faint"), (plain(m.body, 120) or "a body not named", "bold")),
        Content.assemble(on, f", {where}" if where else "", (f" · {' · '.join(told)}", "$faint")),
    ]
    if m.note:
        lines.append(Content.styled(plain(m.note, 160), "$faint"))
    return Content("\n").join(lines)


def agenda_rows(agenda: "Agenda | None") -> list[Row]:
    """What is on the agenda, and what could be."""
    if agenda is None:
        return []
    off = agenda.meeting.status == "cancelled"
    many = len(agenda.items)
    heading = f"WAITED FOR IT · {many}" if off and many else f"ON THE AGENDA · {many}"
    held = agenda.meeting.status == "held"
    rows = [
        Row((Cell(heading, "heading"), Cell("minute", "faint"), Cell("became" if held else "", "faint")), wide=True)
    ]
    for i in agenda.items:
        stands = said(i.state or "") if held else ""
        became = said(i.outcome) if i.outcome else "to follow" if i.to_follow else stands
        title = plain(i.title) + (" (exempt)" if i.exempt else "")
        rows.append(
            Row((Cell(plain(i.item, 4) or i.report, "faint"), Cell(title), Cell(plain(i.minute, 12) or "–", "faint"),
                 Cell(plain(became, 40), "accent" if i.outcome else "faint")), key=f"item/{i.report}")
        )  # fmt: skip
    if off and many:
        rows.append(Row((Cell("> gives it the body's next meeting, M another.", "faint"),), wide=True))
    if not agenda.items:
        nothing = "Nothing was listed." if off else "Nothing is listed. L puts a report on it."
        rows.append(Row((Cell(nothing, "faint"),), wide=True))
    if agenda.waited:
        rows += [BLANK, Row((Cell(f"WAITED FOR IT TOO · {len(agenda.waited)}", "heading"),), wide=True)]
    for w in agenda.waited:
        cells = (Cell(f"R{w.report}", "faint"), Cell(plain(w.title)), Cell("", "faint"), Cell(w.how, "undated"))
        rows.append(Row(cells, key=f"waited/R{w.report}"))
    if agenda.could:
        rows += [BLANK, Row((Cell(f"COULD BE · {len(agenda.could)}", "heading"), Cell("", "faint"),
                             Cell("why", "faint")), wide=True)]  # fmt: skip
    for c in agenda.could:
        why = said(c.why) if c.due is None or c.why in set(State) else f"{wording.what(c.why)} {_short(c.due)}"
        rows.append(Row((Cell(c.ref, "faint"), Cell(plain(c.title)), Cell("", "faint"), Cell(why, "undated")),
                        key=f"could/{c.ref}"))  # fmt: skip
    return rows


def _short(day: date) -> str:
    return f"{day.day} {day:%b %y}"
