"""The forms of a letter that waits: strike a line, add words or change them, let it not go, settle."""

from typing import TYPE_CHECKING

from states.errors import BadInput
from tui.dialogs.small import Ask, Small, Values
from tui.safe import plain

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.views.letters import LetterShown


def strike(letter: "LetterShown") -> Small:
    """Which line is taken out?"""
    going = [line for line in letter.lines if line.left_out is None]
    choices = tuple((line.about, plain(f"{line.about} {line.title or 'exempt'}", 60)) for line in going)

    def verb(desk: "Desk", values: Values) -> str:
        from workflow.owed import named
        from workflow.reminders import review

        with desk.writing() as tx:
            review.strike(desk, letter.number, named(tx, values["line"]), why=values["why"] or None, tx=tx)
        return values["line"]

    def told(desk: "Desk", about: str) -> list[str]:
        return [f"{letter.message} says nothing about {about}, now or later at this stage."]

    asks = [
        Ask("line", "Take out", choices=choices),
        Ask("why", "Because", example="we spoke on the telephone", empty="no reason"),
    ]
    return Small(f"Strike a line of {letter.message}", f"To {plain(letter.name)}.", asks, verb, told)


def edit(letter: "LetterShown") -> Small:
    """Words of one's own before everything else, another subject."""

    def verb(desk: "Desk", values: Values) -> bool:
        from workflow.reminders import review

        subject = values["subject"] if values["subject"] != letter.subject else None
        review.edit(desk, letter.number, note=values["note"], subject=subject)
        return True

    def told(desk: "Desk", done: bool) -> list[str]:
        return [f"{letter.message} begins with your words."]

    asks = [
        Ask("note", "Your words", letter.note or "", "With thanks for the figures you sent.", several=True),
        Ask("subject", "Subject", letter.subject),
    ]
    return Small(f"Edit {letter.message}", "Your words stand before everything else.", asks, verb, told)


def withdraw(letter: "LetterShown") -> Small:
    """Let it not go at all."""

    def verb(desk: "Desk", values: Values) -> bool:
        from workflow.reminders import review

        review.withdraw(desk, letter.number, why=values["why"] or None)
        return True

    def told(desk: "Desk", done: bool) -> list[str]:
        return [f"{letter.message} does not go. What it asks about comes again at its next stage."]

    asks = [Ask("why", "Because", example="all of it was settled in a meeting", empty="no reason")]
    return Small(f"Withdraw {letter.message}", f"To {plain(letter.name)}.", asks, verb, told)


def settle(letter: "LetterShown") -> Small:
    """What was made of one that was refused for good?"""

    def verb(desk: "Desk", values: Values) -> bool:
        from workflow.reminders import review

        if not values["why"]:
            raise BadInput("Say what you made of it, such as “asked on the telephone”.")
        review.settle(desk, letter.number, values["why"])
        return True

    asks = [Ask("why", "What you did", example="asked on the telephone on Monday")]
    return Small(f"Settle {letter.message}", plain(letter.said, 300), asks, verb, lambda desk, done: ["It is settled."])
