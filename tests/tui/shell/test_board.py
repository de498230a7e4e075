"""The board: columns by state where there is room, one column and a line of states where there is none."""

from states.words import State, said


async def test_wide_all_nine_states_stand_side_by_side(opened):
    async with opened(size=(200, 50)) as at:
        await at.press("2")
        await at.sees(*(f"{said(state)[0].upper()}{said(state)[1:]} ·" for state in State))
        await at.sees("School Places", "L 4 days late", "W call-in until", "D Mon 23 Nov", "? nothing dated")


async def test_narrow_there_is_one_column_and_a_key_goes_from_state_to_state(opened):
    async with opened() as at:
        await at.press("2")
        await at.sees("Drafted · 4", "Education and Children's Services Scrutiny Board (2)")
        assert "Consulted ·" not in at.text
        await at.press("l")
        await at.sees("Consulted · 1", "Budget Proposals")
        await at.press("right")
        await at.sees("Scrutinised · 3")
        await at.press("h", "left")
        await at.sees("Drafted · 4")
        await at.press("h")
        await at.sees("Drafted · 4")


async def test_the_next_day_comes_first_and_enter_opens_the_card(opened):
    async with opened(size=(200, 50)) as at:
        await at.press("2")
        await at.sees("Recommended · 3")
        cards = at.app.screen.query_one("#state-recommended")
        assert [card.letter for card in cards.cards] == ["L", "D", "D"]
        await at.press("l", "l", "l", "j", "enter")
        await at.sees("Ambulances Waiting at the Door", "esc back")
        await at.press("escape")
        await at.sees("Recommended · 3")
        assert cards.key == "R18"


async def test_who_leaves_a_move_begun_on_the_board_is_on_the_board_again(opened):
    async with opened() as at:
        await at.press("2")
        await at.sees("Drafted · 4")
        await at.press("m")
        await at.sees("Move · ")
        await at.press("escape")
        await at.sees("Drafted · 4")
        assert at.app.screen.place == "board"


async def test_a_filter_narrows_the_board_and_its_key_clears_it(opened):
    async with opened(size=(200, 50)) as at:
        await at.press("2", "f")
        await at.write('body:"health and')
        await at.press('"', "enter")
        await at.sees("Recommended · 1", "Drafted · 0", "found")
        await at.press("c")
        await at.sees("Recommended · 3", "Drafted · 4")


async def test_a_filter_that_means_nothing_says_so_in_place(opened):
    async with opened() as at:
        await at.press("2", "f")
        await at.write("colour:red")
        await at.press("enter")
        await at.sees("colour", "not applied")
        assert at.app.return_code is None
        await at.press("c")
        await at.sees("Drafted · 4")


async def test_the_board_follows_the_size_of_the_terminal(opened):
    async with opened() as at:
        await at.press("2")
        await at.sees("Drafted · 4")
        await at.pilot.resize_terminal(200, 50)
        await at.sees("Withdrawn · 1", "Drafted · 4")
        await at.pilot.resize_terminal(120, 30)
        await at.sees("Drafted · 4", "Scrutinised · 3")
        await at.pilot.resize_terminal(80, 24)
        await at.no_longer_sees("Scrutinised · 3")


async def test_a_state_and_a_card_can_be_clicked(opened):
    async with opened() as at:
        await at.press("2")
        await at.sees("Drafted · 4")
        line = at.text.splitlines()[3]
        await at.pilot.click(offset=(line.index("Rec") + 1, 3))
        await at.sees("Recommended · 3")
        await at.pilot.click("#state-recommended", offset=(5, 4), times=2)
        await at.sees("esc back")
