"""Keys that come faster than what they open: each reaches what the one before it has opened, none is lost."""

from textual.events import Key

from tui.dialogs.move_form import MoveForm
from tui.screens.board import Board


def burst(app, *keys):
    """Keys as a terminal sends them that has them all at once."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else " " if key == "space" else None))


async def test_who_types_on_types_into_what_opens(opened):
    async with opened() as at:
        burst(at.app, "j", "enter", "d", *"12", "space", *"nov", "down", *"Cabinet", "down", "down", *"yes")
        await at.until(lambda: isinstance(at.app.screen, MoveForm) and "WILL HAPPEN" in at.text)
        form = at.app.screen
        held = [form.query_one(f"#fact-{name}").value for name in ("maker", "maker_kind", "on", "decided")]
        assert held == ["Cabinet", "executive", "12 nov 2026", "yes"]
        burst(at.app, "ctrl+s", "ctrl+s", "p", *"12")
        await at.sees("Respond · Home Care Commissioning", "? is not a date we can read")
        assert at.app.screen.query_one("#fact-on").editor.value == "12"


async def test_keys_typed_while_a_list_is_first_read_are_kept(opened):
    async with opened() as at:
        burst(at.app, "2", "l", "l", "j")
        await at.until(lambda: isinstance(at.app.screen, Board) and at.app.screen.loaded.is_set())
        burst(at.app, "enter")
        await at.sees("R2 · Libraries Update")
        burst(at.app, "x", "escape", "escape")
        await at.until(lambda: isinstance(at.app.screen, Board))


async def test_leaving_waits_for_nothing(opened):
    async with opened() as at:
        burst(at.app, "2", "ctrl+q")
        await at.until(lambda: not at.app.is_running)


async def test_tab_takes_a_name_before_it_is_drawn_and_goes_on(opened):
    async with opened() as at:
        burst(at.app, "n", *"Buses", "tab", *"health", "space", *"and", "tab")
        await at.until(lambda: at.app.screen.query("#body") and at.app.screen.query_one("#body").value.endswith("(5)"))
        burst(at.app, "x", "tab", *"x", "tab")
        await at.until(lambda: at.app.screen.query_one("#title").value == "Busesx")
        await at.sees("There is no body “x” on file")
        burst(at.app, "escape", "escape")
        await at.until(lambda: not at.app.screen.is_modal)
        at.app.record("R21")
        await at.sees("R21 · ")
        burst(at.app, "b", *"Council", "tab", *"Think", "space", *"again")
        await at.until(lambda: isinstance(at.app.screen, MoveForm) and "Think again" in at.text)
        held = [at.app.screen.query_one(f"#fact-{name}").value for name in ("referred_by", "asked")]
        assert held == ["Council", "Think again"]


async def test_enter_goes_on_before_what_is_typed_after_it(opened):
    async with opened() as at:
        burst(at.app, "n", *"Fast", "enter", *"Scrut")
        await at.until(lambda: at.app.screen.query("#body") and at.app.screen.query_one("#body").value == "Scrut")
        assert at.app.screen.query_one("#title").value == "Fast"
        burst(at.app, "escape", "escape")
        await at.until(lambda: not at.app.screen.is_modal)
        burst(at.app, "j", "enter", "d", *"12", "space", *"nov", "enter", *"Mrs", "enter")
        await at.until(lambda: isinstance(at.app.screen, MoveForm) and "Mrs" in at.text)
        held = [at.app.screen.query_one(f"#fact-{name}").value for name in ("on", "maker")]
        assert held == ["12 nov 2026", "Mrs"]
