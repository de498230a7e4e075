"""The rows of Reminders, and the words of the letter under the cursor."""

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from tui import wording
from tui.safe import lines, plain
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import BLANK, Row

if TYPE_CHECKING:
    from workflow.reminders.review import LineShown
    from workflow.views.letters import Letters, LetterShown

COLUMNS = (Column(1), Column(4), Column(16, 3, most=34), Column(11, 1, most=16), Column(16, 6))
"""A letter, its number, to whom, the day, what it is about."""

PARTS = {
    "refused": ("WANTS YOUR HELP", "L", "late"),
    "release": ("TO RELEASE", "D", "due"),
    "draft": ("DRAFTS, for you to send on or not", "D", "due"),
    "waits": ("TO BE TRIED AGAIN", "W", "window"),
    "released": ("RELEASED, on their morning", "W", "window"),
    "gone": ("SENT", "·", "faint"),
}
"""Each part with its heading, its sign and its colour, in the order of importance."""

KINDS = {"chase": "your own list", "in_force": "a decision is in force", "escalation": "to take it further"}
"""Letters that are no ordinary reminder."""


def rows_of(found: "Letters") -> list[Row]:
    """The letters under their headings."""
    rows: list[Row] = []
    for part, (heading, sign, kind) in PARTS.items():
        shown = found.part(part)
        if not shown:
            continue
        if rows:
            rows.append(BLANK)
        leaves = ": they leave at a sweep (s) or by the worker" if part == "released" else ""
        rows.append(Row((Cell(f"{heading} · {len(shown)}{leaves}", kind),), wide=True))
        rows += [_row(letter, sign, kind) for letter in shown]
    if not rows:
        words = "No letter waits and none has gone. s sweeps: what is due is laid out."
        rows.append(Row((Cell(words, "faint"),), wide=True))
    return rows


def _row(letter: "LetterShown", sign: str, kind: str) -> Row:
    refs = ", ".join(line.about for line in letter.lines if line.left_out is None)
    about = f"{refs}: {letter.said}" if letter.part == "refused" else refs
    things = f"{letter.many} thing{'' if letter.many == 1 else 's'}: {about}"
    what = KINDS.get(letter.kind)
    return Row(
        (Cell(sign, kind), Cell(letter.message, "faint"), Cell(plain(letter.name)), Cell(wording.day(letter.day)),
         Cell(plain(f"{what}, {things}" if what else things), "faint")),
        key=letter.message,
    )  # fmt: skip


def stands(found: "Letters") -> Content:
    """How reminders stand, in two lines."""
    said = found.standing
    if said.enabled:
        how = {"review": "you release each batch", "send": "they go by themselves"}[said.mode]
        first: tuple[str, str] = (f"Reminders are on: {how}. Next digest {wording.day(said.next_digest)}.", "")
    else:
        first = ("Reminders are off: nothing leaves. E switches them on.", "$due")
    swept = f"Last sweep: {said.last_did}." if said.last_did else "There has been no sweep yet."
    trouble = f"  ! {said.troubles[0]}" if said.troubles else ""
    return Content("\n").join(
        [Content.styled(*first), Content.assemble((swept, "$faint"), (plain(trouble, 300), "bold $late"))]
    )


def words_of(letter: "LetterShown | None", found: "Letters | None") -> Content:
    """The words of the letter under the cursor; without one, who is not written to, and why."""
    if letter is None:
        unsaid = found.standing.unsaid if found else ()
        told = [f"Not written to: {_here(plain(one.why, 200))} ({', '.join(one.about[:4])})" for one in unsaid[:6]]
        return Content.styled("\n".join(told), "$faint")
    if letter.text:
        went = f"Sent on {letter.day:%-d %B %Y}. {plain(letter.said, 200)}\n" if letter.part == "gone" else ""
        return Content.assemble(
            (f"{went}{to_whom(letter)}\n", "$faint"), (f"{plain(letter.subject, 200)}\n", "bold"), lines(letter.text)
        )
    about = "; ".join(about_line(line) for line in letter.lines)
    return Content.assemble((f"{plain(letter.said, 300)}\n" if letter.said else ""), (about, "$faint"))


def _here(why: str) -> str:
    """Why somebody is not written to; a command that would help is a key here."""
    reason, command, _ = why.partition(": matters people")
    return f"{reason}: p goes to posts and people" if command else why


def to_whom(letter: "LetterShown") -> str:
    """Whom a letter is to: name, address, and who has a copy."""
    copies = f", in copy {', '.join(map(plain, letter.copies))}" if letter.copies else ""
    return f"To: {plain(letter.name)} <{plain(letter.address) or 'no address'}>{copies}"


def about_line(line: "LineShown") -> str:
    """One thing a letter asks about: `R3.2 Libraries, 14 days before 4 Dec 2026`; and why it is left out."""
    from workflow.views.reminded import stage

    title = f" {plain(line.title, 60)}" if line.title else ""
    left_out = f", left out: {line.left_out.replace('_', ' ')}" if line.left_out else ""
    return f"{line.about}{title}, {stage(line.stage)} · {wording.day(date.fromisoformat(line.due))}{left_out}"
