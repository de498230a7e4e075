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
        burst(at.app, "j", "enter", "d", *"Cabinet", "down", "down", *"12", "space", *"nov", "down", *"yes")
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
