"""Text from outside can do nothing but be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.content import Content

from states.words import BodyKind, Move
from tui.safe import LONGEST, ONE_LINE, lines, plain, text
from tui.widgets.drawing import fit, wrap
from workflow.desk import open_desk
from workflow.engine import make_move
from workflow.facts_in import read_facts
from workflow.lookups import Lookup
from workflow.records import bodies

HOSTILE = {
    "markup": "[bold]Libraries[/bold]",
    "a tag that nobody opened": "[/foo] and [@click=app.quit]press[/]",
    "a window's title": "\x1b]0;renamed\x07Title",
    "colours": "\x1b[31mred\x1b[0m",
    "the other direction": "\u202eesrever\u202c \u2067x\u2069",
    "line ends": "one\ntwo\r\nthree\u2028four",
    "a style": "$late bold on red",
    "wide letters": "図書館の更新 図書館の更新 図書館の更新",
    "a very long one": "Libraries " * 1_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_is_left_that_is_not_read(name):
    shown = plain(HOSTILE[name])
    assert shown.isprintable()
    assert len(shown) <= ONE_LINE
    assert not set(shown) & set("\x1b\x07\u202e\u2067\u2069\n\r")


@given(st.text(max_size=400))
def test_whatever_is_given_one_readable_line_comes_out(given_text):
    shown = plain(given_text)
    assert "\n" not in shown
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in shown)
    assert plain(shown) == shown


def test_brackets_are_text_and_never_markup():
    assert text("[bold]x[/bold]").plain == "[bold]x[/bold]"
    assert text("[bold]x[/bold]").spans in ([], ())
    assert Content(plain("[/foo]")).plain == "[/foo]"


def test_a_text_of_several_lines_keeps_them_and_is_cut():
    assert lines("one\n\x1b[2Jtwo") == "one\n[2Jtwo"
    assert len(lines("x" * 100_000)) <= LONGEST
    assert plain(None) == lines(None) == ""


@given(st.text(max_size=60), st.integers(1, 40))
def test_a_text_is_fitted_to_its_width_whatever_its_letters(given_text, width):
    from rich.cells import cell_len

    assert cell_len(fit(plain(given_text), width)) == width
    assert all(cell_len(line) <= width for line in wrap(plain(given_text), width, 3))


@pytest.fixture
def hostile(tmp_path):
    """A database in which every title, body and officer is hostile."""
    path = tmp_path / "hostile.db"
    desk = open_desk(str(path), "ann")
    body = bodies.add(desk, "[red]Board[/red] [/2]", BodyKind.SCRUTINY)
    for title in HOSTILE.values():
        with desk.reading() as tx:
            facts = read_facts(Move.DRAFT, {"scrutiny_body": f"B{body}", "title": "x"}, Lookup(tx), desk.today)
        make_move(desk, None, Move.DRAFT, replace(facts, title=title, lead_officer="[/b]Officer\x1b[2J"))
    desk.close()
    return path


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
@pytest.mark.parametrize("tab", ["today", "board", "reports", "follow_ups", "meetings", "papers"])
async def test_every_tab_shows_hostile_text_as_text(opened, hostile, tab, size):
    async with opened(hostile, size) as at:
        at.app.action_go(tab)
        await at.pilot.pause(0.1)
        for key in ("j", "j", "k", "G", "g"):
            await at.press(key)
        assert at.app.return_code is None
        assert "\x1b" not in at.text
        if tab in ("board", "reports"):
            await at.sees("[bold]Libraries[/bold]"[:12])
            await at.press("enter")
            await at.sees("esc back")
