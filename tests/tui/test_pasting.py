"""What is pasted into a field is kept whole."""

from textual import events
from textual.app import App, ComposeResult

from tui.widgets.one_line import OneLine


class Form(App[None]):
    """One field and nothing else."""

    def compose(self) -> ComposeResult:
        yield OneLine("It was ", select_on_focus=False)


async def test_a_passage_of_several_lines_is_pasted_as_one_line_and_nothing_is_lost():
    app = Form()
    async with app.run_test() as pilot:
        field = app.query_one(OneLine)
        field.focus()
        field.cursor_position = len(field.value)
        field.post_message(events.Paste("agreed\r\nthat the pool\n\n  stay open"))
        await pilot.pause()
        assert field.value == "It was agreed that the pool stay open"


async def test_what_is_pasted_takes_the_place_of_what_is_marked():
    app = Form()
    async with app.run_test() as pilot:
        field = app.query_one(OneLine)
        field.focus()
        field.select_all()
        field.post_message(events.Paste("one\ntwo"))
        await pilot.pause()
        assert field.value == "one two"
