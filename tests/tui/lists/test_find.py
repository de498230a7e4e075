"""Find: whatever happened to …? as one types; words in context; hostile questions."""

from datetime import UTC, date, datetime

import pytest

from db.store import open_store
from states.acts import FollowUpAct
from states.days import On
from states.facts import Body, Facts
from states.words import BodyKind, Move
from tui.screens.find import Answers, FindInput
from workflow.desk import Desk
from workflow.engine import act_on, make_move

NOW = datetime(2026, 1, 1, 10, tzinfo=UTC)
BOARD = Body("Scrutiny Board (2)", BodyKind.SCRUTINY, scrutiny=True)


@pytest.fixture
def promised(database):
    """A report with a promise in it."""
    with open_store(str(database)) as store:
        desk = Desk(store, "omar", lambda: NOW)
        made = make_move(
            desk, None, Move.DRAFT, Facts(title="Zebra crossings", reference="25/00093", scrutiny_body=BOARD)
        )
        with desk.writing() as tx:
            quote = "the officer undertook " + "and so on " * 30 + "to bring the giraffes back to the Board"
            act_on(desk, tx, made.ref, FollowUpAct("add", quote=quote), on=On.day(date(2025, 9, 1)))
        return f"R{made.ref}"


def shown(pilot):
    answers = pilot.app.screen.query_one(Answers)
    return "\n".join(answers.render_line(y).text for y in range(answers.size.height))


async def asked(pilot, settled, text):
    await pilot.press("slash")
    await pilot.pause()
    pilot.app.screen.query_one(FindInput).value = text
    await pilot.pause(0.3)
    await settled(pilot)


@pytest.mark.parametrize("question", ["whatever happened to the giraffe?", "zebra", "25/00093", "giraffes zebra board"])
async def test_a_question_is_answered_from_any_screen(desk_open, settled, promised, question):
    async with desk_open("today", (80, 24)) as pilot:
        await asked(pilot, settled, question)
        assert promised in shown(pilot)
        if "giraffe" in question:
            assert "giraffes back" in shown(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.screen.place == "record"
        await pilot.press("escape")
        await settled(pilot)
        assert pilot.app.screen.query_one(FindInput).value == question


@pytest.mark.parametrize("question", ['"', "[/bold]", "a OR b", "' ) NEAR(", "%", "* AND", "\x1b]0;x\x07", "x" * 5000])
async def test_any_question_has_an_answer(desk_open, settled, question):
    async with desk_open("reports") as pilot:
        await asked(pilot, settled, question)
        assert pilot.app.screen.place == "find"


async def test_nothing_found_is_said(desk_open, settled):
    async with desk_open("today") as pilot:
        await asked(pilot, settled, "hippopotamus")
        assert "stands nowhere" in shown(pilot)
