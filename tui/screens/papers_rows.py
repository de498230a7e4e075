"""The rows of Papers: what waits, gaps, irregularities, papers read; and the words of the one under the cursor."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from textual.content import Content

from tui import wording
from tui.safe import plain
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from workflow.views.waiting import PaperRead, Waits

PARTS = {
    "asked": "to answer",
    "gaps": "not known",
    "irregular": "irregular",
    "papers": "papers read",
}
"""The parts of the screen, in their order."""

NOTHING = {
    "asked": "Nothing waits for an answer.",
    "gaps": "Nothing is missing.",
    "irregular": "Nothing is irregular.",
    "papers": "No paper was read yet: i reads a file or a folder.",
}

COLUMNS = (Column(1), Column(4, 1, most=8), Column(14, 2), Column(18, 4))
"""The mark, what it is about, its title, the words."""

NAMES = {
    "asked": (("", ""), ("No.", "number"), ("Report", "title"), ("What", "words")),
    "gaps": (("", ""), ("No.", "number"), ("Report", "title"), ("What is not known", "words")),
    "irregular": (("", ""), ("No.", "number"), ("Report", "title"), ("What was irregular", "words")),
    "papers": (("", ""), ("No.", "number"), ("Paper", "title"), ("Kind, body, day", "words")),
}
"""The headings of each part, and the orders they stand for."""


def waits_in_order(found: "Iterable[Waits]", order: str, falling: bool) -> "list[Waits]":
    """What waits by its number, its title or its words; as it was read where nobody has said."""

    def by(waits: "Waits") -> tuple[str | int, ...]:
        if order == "number":
            return waits.ref[0], waits.number
        words = waits.words if order == "words" else waits.title or paper_name(waits.path)
        return words.casefold(), waits.number

    return sorted(found, key=by, reverse=falling) if order else list(found)


def papers_in_order(read: "Iterable[PaperRead]", order: str, falling: bool) -> "list[PaperRead]":
    """The papers by their number, their name, or what they are; the latest read first where nobody has said."""

    def by(paper: "PaperRead") -> tuple[str | int, ...]:
        if order == "number":
            return (paper.number,)
        if order == "title":
            return paper_name(paper.path).casefold(), paper.number
        return paper.kind, (paper.body or "").casefold(), paper.day.toordinal() if paper.day else 0, paper.number

    return sorted(read, key=by, reverse=falling) if order else list(read)


_SIGNS = {"suggestion": "?", "warning": "!", "gap": " ", "irregularity": " "}


def row_of(waits: "Waits", marked: bool) -> Row:
    """Something that waits."""
    ref = waits.ref if waits.ref[0] in "SW" else waits.report
    words = f"{waits.words} — {waits.why}" if waits.why else waits.words
    mark = Cell("■", "accent") if marked else Cell(_SIGNS.get(waits.kind, " "), "due")
    title = Cell(plain(waits.title) or paper_name(waits.path), "strong" if marked else "")
    return Row((mark, Cell(plain(ref, 8), "faint"), title, Cell(plain(words))), key=waits.ref)


def row_of_paper(paper: "PaperRead") -> Row:
    """A paper that was read."""
    when = wording.day(paper.day) if paper.day else "no day"
    waits = f" · {paper.waiting} to answer" if paper.waiting else ""
    told = f"{plain(paper.kind.replace('_', ' '))} · {plain(paper.body, 80) or 'no body'} · {when}{waits}"
    return Row(
        (Cell("!" if paper.waiting else " ", "due"), Cell(f"D{paper.number}", "faint"),
         Cell(paper_name(paper.path)), Cell(told, "faint")),
        key=f"D{paper.number}",
    )  # fmt: skip


def paper_name(path: str | None) -> str:
    """The name of a paper's file."""
    return plain(PurePath(path).name, 120) if path else ""


def about(waits: "Waits | None", marked: int) -> Content:
    """The whole words of what is under the cursor, and how many are marked."""
    many = (f"{marked} marked: s settles them, u as not known.  ", "bold $accent") if marked else ""
    if waits is None:
        return Content.assemble(many)
    lines = [Content.assemble(many, plain(waits.words, 500))]
    if waits.why:
        lines.append(Content.assemble(("because  ", "$faint"), plain(waits.why, 300)))
    if waits.quote:
        lines.append(Content.assemble(("“", "$faint"), plain(waits.quote, 400), ("”", "$faint")))
    may = ", ".join(f"{c.report} {plain(c.title, 60)}" for c in waits.candidates)
    if may:
        lines.append(Content.assemble(("may mean  ", "$faint"), may))
    where = " · ".join(part for part in (paper_name(waits.path), waits.name.replace("_", " ")) if part)
    lines.append(Content.styled(plain(where, 160), "$faint"))
    return Content("\n").join(lines)


def about_paper(paper: "PaperRead") -> Content:
    """Where a paper is, and who read it."""
    return Content.assemble(
        plain(paper.path, 300), (f"\nread on {wording.day(paper.read_on)} by {plain(paper.who, 60)}", "$faint")
    )
