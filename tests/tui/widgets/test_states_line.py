"""The states in a line, with how many reports stand in each."""

from textual.app import App, ComposeResult

from tui.widgets.states_line import JOURNEY, States


class Line(App[None]):
    """The line alone."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield States()


async def test_no_number_is_shown_before_the_reports_are_counted():
    app = Line()
    async with app.run_test(size=(80, 5)):
        line = app.query_one(States)
        assert "Drafted" in str(line.render())
        assert not any(letter.isdigit() for letter in str(line.render()))
        line.tell(dict.fromkeys(JOURNEY, 0) | {"drafted": 14_807}, 0)
        assert " Drafted 14,807 " in str(line.render())
        assert " Withdrawn 0 " in str(line.render())
