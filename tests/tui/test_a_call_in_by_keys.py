"""A county's call-in of January to March 2025, entered through the forms: decision 24/00093."""

from datetime import UTC, datetime

import at_a_screen
import pytest
from at_a_screen import screens, text_of, until
from textual.widgets import Input

from db.store import open_store
from states.days import On
from states.facts import Facts
from states.words import BodyKind, MeetingStatus, Move
from tui.dialogs.move_form import MoveForm
from tui.keys import MOVES
from tui.screens.record import Record
from tui.widgets.asked import Asked, Pick
from tui.widgets.choice import Choice
from workflow.desk import Desk
from workflow.engine import make_move
from workflow.lookups import Lookup
from workflow.records import bodies, meetings

LATER = datetime(2025, 4, 1, 9, 0, tzinfo=UTC)

STORY = (
    (Move.DECIDE, {"maker": "Cabinet Member", "maker_kind": "cabinet_member", "on": "17 Jan 2025",
                   "decided": "Two contracts end", "callable": "yes", "published_on": "17 Jan 2025"},
     "cabinet_decided"),
    (Move.CALL_IN, {"received_on": "23 Jan 2025", "callers": "Mrs Meade; Mr Lewis", "groups": "2",
                    "grounds": "best value", "ruled": "valid", "ruled_by": "Democratic Services",
                    "why": "two were enough then"}, "called_in"),
    (Move.REFER_TO_COUNCIL, {"until_meeting": "M1", "on": "29 Jan 2025"}, "called_in"),
    (Move.RECONSIDER, {"reconsidered": "to_council", "on": "4 Mar 2025"}, "called_in"),
    (Move.RELEASE, {"released_by": "County Council", "release_outcome": "comments", "on": "13 Mar 2025",
                    "comments": "Council let it stand"}, "cabinet_decided"),
    (Move.RECOMMEND, {"minute": "300/24", "on": "13 Mar 2025", "received_on": "13 Mar 2025"}, "cabinet_decided"),
)  # fmt: skip


@pytest.fixture
def drafted(tmp_path, monkeypatch):
    """The county, with the report as it stood before the decision."""
    monkeypatch.setattr(at_a_screen, "NOW", LATER)
    desk = Desk(open_store(str(tmp_path / "m.db")), "ann", lambda: LATER)
    with desk.writing() as tx:
        own = bodies.add(desk, "Scrutiny Committee", BodyKind.SCRUTINY, tx=tx)
        bodies.add(desk, "Cabinet", BodyKind.EXECUTIVE, tx=tx)
        full = bodies.add(desk, "County Council", BodyKind.COUNCIL, tx=tx)
        meetings.add(desk, full, On.day(datetime(2025, 3, 13, tzinfo=UTC).date()), status=MeetingStatus.HELD, tx=tx)
        body = Lookup(tx).frozen(own)
    facts = Facts(title="Commissioned family hub services", scrutiny_body=body, reference="24/00093", key=True)
    make_move(desk, None, Move.DRAFT, facts, on=On.day(datetime(2024, 12, 10, tzinfo=UTC).date()))
    desk.close()
    return tmp_path / "m.db"


def put(form: MoveForm, name: str, text: str) -> None:
    """Fills in one line."""
    editor = form.query_one(f"#fact-{name}", Asked).editor
    if isinstance(editor, Input):
        editor.value = text
    elif isinstance(editor, Choice):
        editor.at = [value for value, _ in editor.words].index(text)
    elif isinstance(editor, Pick):
        editor.pick(text, text)


async def test_the_whole_call_in_goes_through_the_forms(drafted):
    async with screens(drafted, (100, 40)) as pilot:
        pilot.app.record("R1")
        await until(lambda: isinstance(pilot.app.screen, Record) and pilot.app.screen.whole is not None)
        record = pilot.app.screen
        for move, told, state in STORY:
            await pilot.press(MOVES[move][0])
            await until(lambda: isinstance(pilot.app.screen, MoveForm) and pilot.app.screen.focused is not None)
            form = pilot.app.screen
            if move is Move.CALL_IN:
                await until(lambda: form.ready)  # noqa: B023
                form.query_one("#fact-callers", Asked).editor.focus()
                await pilot.press("A", "tab")
                assert form.query_one("#fact-grounds") in form.focused.ancestors
            for name, text in told.items():
                put(form, name, text)
            if move is Move.RECOMMEND:
                text, from_, to = form.query("#fact-recommendations Asked").results(Asked)
                text.editor.value = "To enforce the offer of direct funding"
                from_.editor.pick("County Council", "County Council")
                to.editor.pick("Cabinet", "Cabinet")
            await pilot.pause()
            await pilot.press("ctrl+s")
            await until(lambda: pilot.app.screen is record)
            assert form.asks.move == move
            await until(lambda: record.whole.shown.track[-1].move == move)  # noqa: B023
            assert record.whole.shown.state == state
            if move is Move.REFER_TO_COUNCIL:
                await until(lambda: text_of(pilot.app).count("call-in before Council") == 2)
        assert record.whole.shown.call_in["outcome"] == "comments"
        assert not record.whole.shown.follow_ups


async def test_a_call_in_whose_day_of_receipt_nobody_knows_is_entered_so_and_is_a_gap(drafted):
    async with screens(drafted, (100, 40)) as pilot:
        pilot.app.record("R1")
        await until(lambda: isinstance(pilot.app.screen, Record) and pilot.app.screen.whole is not None)
        record = pilot.app.screen
        for move, told, state in STORY[:2]:
            await pilot.press(MOVES[move][0])
            await until(lambda: isinstance(pilot.app.screen, MoveForm) and pilot.app.screen.ready)
            form = pilot.app.screen
            for name, text in told.items():
                if name != "callers":
                    put(form, name, "not known" if name == "received_on" else text)
                    await pilot.pause()
            if move is Move.CALL_IN:
                form.query_one("#fact-callers", Asked).query("Input").first(Input).value = "Mrs Meade"
                await until(lambda: "WILL HAPPEN" in str(form.query_one(".outlook").content))  # noqa: B023
            await pilot.press("ctrl+s")
            await until(lambda: record.whole.shown.state == state)  # noqa: B023
        assert record.whole.shown.call_in["received"] is None
        assert "the day the call-in was received is not known" in {gap.says for gap in record.whole.shown.gaps}
