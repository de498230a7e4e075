"""Moves through their forms: each once, what will happen before it does, refusals, a colleague who was faster."""

from datetime import date

import pytest
from at_a_screen import NOW, council, report, screens, text_of, until
from making import facts_for
from textual.widgets import Input, Static

from states.days import On
from states.facts import NO_FACTS, Facts
from states.moves import ROWS
from states.words import Move, State
from tui.dialogs.move_form import MoveForm
from tui.dialogs.picker import Picker
from tui.keys import MOVES
from tui.screens.record import Record
from tui.widgets.asked import Asked, Pick
from tui.widgets.asked_many import Each
from tui.widgets.choice import Choice
from tui.widgets.notice import Notice
from workflow.engine import make_move

TYPED = {
    Move.DRAFT: {"title": "Libraries", "scrutiny_body": ""},
    Move.LIST: {"meeting": ""},
    Move.CONSULT: {"consultation_closes": "last fri", "consultation_outcome": "most were for it"},
    Move.SCRUTINISE: {"meeting": "", "minute": "34/16"},
    Move.NOTED: {},
    Move.HEAR_AGAIN: {"until_months": "6"},
    Move.RECOMMEND: {"recommendations": "That libraries stay open."},
    Move.RESPOND: {"responses": "a"},
    Move.DEFER: {"why": "the chair asked", "until_condition": "once the plan is there"},
    Move.DECIDE: {"maker": "Cabinet", "maker_kind": "e", "decided": "To go ahead", "callable": "y"},
    Move.PUBLISH: {"on": "today"},
    Move.CALL_IN: {"received_on": "today", "callers": "A; B; C", "grounds": "haste", "ruled": "v", "ruled_by": "MO"},
    Move.REFER_BACK: {"referred_by": "the Committee", "asked": "think again"},
    Move.REFER_TO_COUNCIL: {"until_day": "5 December 2017"},
    Move.RECONSIDER: {"reconsidered": "c", "on": "today"},
    Move.RELEASE: {"released_by": "the Committee", "release_outcome": "n"},
    Move.UPDATE: {"written": "y"},
    Move.SIGN_OFF: {"signs": "k", "meeting": ""},
    Move.CLOSE: {},
    Move.REOPEN: {"why": "it came up again", "until_months": "3"},
    Move.WITHDRAW: {"why": "not wanted"},
}
FROM = {Move.NOTED: State.SCRUTINISED, Move.CLOSE: State.CABINET_DECIDED}


def source(move: Move) -> State:
    """A state the move can be made from."""
    return FROM.get(move) or next(state for state in State if state in ROWS[move].sources)


def prepare(path, move: Move) -> int:
    """A database with a report from which the move can be made."""
    desk = council(path)
    if move is Move.CLOSE:
        ref = None
        for step in (Move.DRAFT, Move.SCRUTINISE, Move.DECIDE):
            told = Facts(
                **{**facts_for(step, date(2017, 3, 6)), **({"callable": False} if step is Move.DECIDE else {})}
            )
            ref = make_move(desk, ref, step, told, on=On.day(date(2017, 3, 6))).ref
        with desk.writing() as tx:
            from states.acts import FollowUpAct
            from states.case import decode_case
            from states.words import Ended
            from workflow.engine import act_on

            for f in decode_case(tx.report(ref).folded).follow_ups:
                act_on(desk, tx, ref, FollowUpAct("done", f.number, ended=Ended.KEPT), on=On.day(NOW.date()))
    else:
        ref = report(desk, source(move)) if move is not Move.DRAFT else 0
    desk.close()
    return ref


async def opened(pilot, ref: int) -> Record:
    """The page of a report, read."""
    pilot.app.record(f"R{ref}")
    await until(lambda: isinstance(pilot.app.screen, Record) and pilot.app.screen.whole is not None)
    await pilot.pause()
    return pilot.app.screen


async def form_of(pilot, move: Move) -> MoveForm:
    """The form that a move's key opens."""
    await pilot.press(MOVES[move][0])
    await until(lambda: isinstance(pilot.app.screen, MoveForm) and pilot.app.screen.focused is not None)
    return pilot.app.screen


async def fill(pilot, form: MoveForm, name: str, text: str) -> None:
    """Fills in one fact as a person does: types it, chooses its word by its letter, takes the first of a list."""
    line = form.query_one(f"#fact-{name}")
    editor = line.editor if isinstance(line, Asked) else (line.query(Each).first() if line.query(Each) else line)
    if not isinstance(line, Asked):
        editor = editor.query("Choice, Input").first()
    editor.focus()
    await pilot.pause()
    if isinstance(editor, Pick):
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, Picker) and pilot.app.screen.focused is not None)
        await pilot.pause()
        await pilot.press("enter")
        await until(lambda: pilot.app.screen is form)
    elif isinstance(editor, Choice):
        await pilot.press(text)
    elif isinstance(editor, Input):
        editor.value = text


def seen(form: MoveForm) -> str:
    """What the form says will happen."""
    return str(form.query_one(".outlook", Static).content)


@pytest.mark.parametrize("move", list(Move))
async def test_every_move_is_made_through_its_form_and_says_before_what_it_will_do(tmp_path, move):
    ref = prepare(tmp_path / "m.db", move)
    async with screens(tmp_path / "m.db") as pilot:
        if move is Move.DRAFT:
            from workflow.views.forms import form as asks

            before = None
            form = MoveForm(await pilot.app.work.ask(asks, None, "draft"), NOW.date())
            pilot.app.push_screen(form)
            await until(lambda: form.focused is not None)
        else:
            record = await opened(pilot, ref)
            before = record.whole.shown.state
            form = await form_of(pilot, move)
        for name, text in TYPED[move].items():
            await fill(pilot, form, name, text)
        await until(lambda: "WILL HAPPEN" in seen(form))
        await pilot.press("ctrl+s")
        if move is Move.DRAFT:
            await until(lambda: pilot.app.screen is not form)
            return
        await until(lambda: pilot.app.screen is record)
        await until(lambda: any(past.move == move and past.who == "ann" for past in record.whole.shown.timeline[-1:]))
        assert record.whole.shown.state == ROWS[move].leads_to(State(before), NO_FACTS if move is not Move.RECONSIDER
                                                               else Facts(reconsidered="confirmed"))  # fmt: skip


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_what_is_missing_is_said_in_the_form_and_then_what_will_happen(tmp_path, size):
    ref = prepare(tmp_path / "m.db", Move.DECIDE)
    async with screens(tmp_path / "m.db", size) as pilot:
        await opened(pilot, ref)
        form = await form_of(pilot, Move.DECIDE)
        await until(lambda: "Still needed: decision maker; kind of maker; what was decided." in seen(form))
        for name, text in (TYPED[Move.DECIDE] | {"published_on": "last thu"}).items():
            await fill(pilot, form, name, text)
        await until(
            lambda: "Cabinet decided" in seen(form) and "call-in window until Thursday 6 April 2017" in seen(form)
        )
        assert "→ Thu 30 Mar 2017" in str(form.query_one("#fact-published_on .read", Static).content)


async def test_a_move_that_cannot_be_made_says_why_when_its_key_is_pressed(tmp_path):
    ref = prepare(tmp_path / "m.db", Move.CONSULT)
    async with screens(tmp_path / "m.db", (120, 60)) as pilot:
        record = await opened(pilot, ref)
        sentence = next(m for m in record.whole.explained.moves if m.move == "close").reasons[0]
        await pilot.press("C")
        await until(lambda: sentence in record.query_one(Notice).sentence)
        rows = [row for row in record.query_one("#right").rows if row.key == "move/close"]
        assert rows
        assert {cell.kind for cell in rows[0].cells} == {"faint"}


async def test_a_colleague_who_was_faster_is_named_and_nothing_typed_is_lost(tmp_path):
    ref = prepare(tmp_path / "m.db", Move.DECIDE)
    async with screens(tmp_path / "m.db") as pilot:
        record = await opened(pilot, ref)
        form = await form_of(pilot, Move.WITHDRAW)
        await fill(pilot, form, "why", "nobody wants it")
        await until(lambda: "WILL HAPPEN" in seen(form))
        other = council(tmp_path / "m.db", "ben")
        make_move(other, ref, Move.SCRUTINISE, Facts(**facts_for(Move.SCRUTINISE, NOW.date())))
        other.close()
        await pilot.press("ctrl+s")
        await until(lambda: "ben" in form.query_one(Notice).sentence)
        assert "scrutinised now" in form.query_one(Notice).sentence
        assert form.query_one("#fact-why").value == "nobody wants it"
        await pilot.press("ctrl+s")
        await until(lambda: pilot.app.screen is record and record.whole.shown.state == "withdrawn")


async def test_who_entered_the_same_meanwhile_is_told_before_a_reason_is_asked_for(tmp_path):
    ref = prepare(tmp_path / "m.db", Move.NOTED)
    async with screens(tmp_path / "m.db") as pilot:
        await opened(pilot, ref)
        form = await form_of(pilot, Move.NOTED)
        await until(lambda: "WILL HAPPEN" in seen(form))
        other = council(tmp_path / "m.db", "ben")
        make_move(other, ref, Move.NOTED, Facts(**facts_for(Move.NOTED, NOW.date())))
        other.close()
        await pilot.press("ctrl+s")
        await until(lambda: "ben entered the move “noted” while you were at it." in form.query_one(Notice).sentence)
        assert "It is closed now." in form.query_one(Notice).sentence
        await pilot.press("ctrl+s")
        await until(lambda: "once it is scrutinised" in form.query_one(Notice).sentence)
        assert "without a reason" not in form.query_one(Notice).sentence


async def test_what_is_irregular_asks_for_its_reason_before_it_is_entered(tmp_path):
    ref = prepare(tmp_path / "m.db", Move.CALL_IN)
    async with screens(tmp_path / "m.db") as pilot:
        record = await opened(pilot, ref)
        form = await form_of(pilot, Move.CALL_IN)
        for name, text in (TYPED[Move.CALL_IN] | {"callers": "only one"}).items():
            await fill(pilot, form, name, text)
        await until(lambda: "No reason is given" in seen(form))
        await pilot.press("ctrl+s")
        await until(lambda: "Say why here" in form.query_one(Notice).sentence)
        await until(lambda: form.focused is form.query_one("#fact-why").editor)
        await fill(pilot, form, "why", "the others were ill")
        await pilot.press("ctrl+s")
        await until(lambda: pilot.app.screen is record and record.whole.shown.state == "called_in")
        assert [i.why for i in record.whole.shown.irregularities if i.name == "too_few_callers"] == [
            "the others were ill"
        ]


async def test_leaving_a_form_that_holds_something_asks_twice(tmp_path):
    ref = prepare(tmp_path / "m.db", Move.DECIDE)
    async with screens(tmp_path / "m.db") as pilot:
        record = await opened(pilot, ref)
        form = await form_of(pilot, Move.WITHDRAW)
        await fill(pilot, form, "why", "nobody wants it")
        await pilot.pause()
        await pilot.press("escape")
        assert pilot.app.screen is form
        await pilot.press("escape")
        await until(lambda: pilot.app.screen is record)
        assert "Libraries" not in text_of(pilot.app)


async def test_an_answer_other_than_yes_asks_its_reasons_next_and_the_list_opens_at_what_was_typed(tmp_path):
    ref = prepare(tmp_path / "m.db", Move.RESPOND)
    async with screens(tmp_path / "m.db") as pilot:
        record = await opened(pilot, ref)
        form = await form_of(pilot, Move.RESPOND)
        each = form.query_one(Each)
        each.query_one(Choice).focus()
        await pilot.press("r", "enter", *"cost")
        assert each.told == {"reasons": "cost"}
        assert each.chosen == "rejected"
        await pilot.press("ctrl+s")
        await until(lambda: pilot.app.screen is record and "Ended: " in record.query_one(Notice).sentence)
        form = await form_of(pilot, Move.RESPOND)
        assert "● stays rejected" in drawn(form.query_one(Each).query_one(Choice))
        await pilot.press("escape")
        form = await form_of(pilot, Move.DECIDE)
        await pilot.press("tab", *"cab", "f2")
        await until(lambda: isinstance(pilot.app.screen, Picker) and pilot.app.screen.focused is not None)
        await pilot.press("enter")
        await until(lambda: pilot.app.screen is form and form.query_one("#fact-maker").value == "Cabinet")


def drawn(choice: Choice) -> str:
    return choice.render().plain
