"""Posts and people: who holds what, handed over, found right, by keys; what a letter waits for has a key here."""

import pytest

from tui.screens.people import People
from tui.widgets.rows import Rows
from workflow.desk import open_desk
from workflow.records import people


def stand_on(at, words):
    rows = at.app.screen.query_one(Rows)
    rows.cursor = next(i for i, row in enumerate(rows.rows) if any(words in cell.text for cell in row.cells))


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_nine_goes_to_posts_and_people_and_each_says_whether_letters_can_go_there(opened, size):
    async with opened(size=size) as at:
        await at.press("9")
        await at.sees("p Letters  Posts and people", "POSTS · 15", "✓  Director of Finance", "Simon Dacre")
        await at.sees("–  Cabinet Member for Ho", "councillor: no lett")
        await at.press("p")
        await at.sees("Letters  p Posts and people", "Reminders are off")
        await at.press("p")
        await at.sees("POSTS · 15")


async def test_a_post_is_handed_over_to_somebody_new_and_what_it_owes_stays(opened):
    async with opened() as at:
        await at.press("9")
        await at.sees("POSTS · 15")
        stand_on(at, "Director of Finance")
        await at.press("h")
        await at.sees("Hand over · Director of Finance")
        await at.write("Ann Other")
        await at.press("tab")
        await at.write("ann")
        at.app.focused.value = "ann.other@example.gov.uk"
        await at.press("ctrl+s")
        await at.sees("✓  Director of Finance          Ann Other", "Hand over · Director of Finance: done.")
        await at.press("o")
        await at.sees('owner:"Director of Finance"', "Budget Proposals")


async def test_an_address_nobody_confirmed_is_found_right_and_a_post_that_owes_nothing_says_so(opened, database):
    desk = open_desk(str(database), "rose")
    people.hold(desk, people.add_post(desk, "Head of Parks"),
                people.add_person(desk, "Lee Reed", kind="officer", email="lee@example.gov.uk"))  # fmt: skip
    desk.close()
    async with opened() as at:
        await at.press("9")
        await at.sees("?  Head of Parks", "confirm: lee@")
        stand_on(at, "Head of Parks")
        await at.press("enter")
        await at.sees("Address · Lee Reed", "lee@example.gov.uk is confirmed.")
        await at.press("ctrl+s")
        await at.sees("✓  Head of Parks")
        await at.press("o")
        await at.sees("Head of Parks owes nothing.")
        await at.press("n")
        await at.write("Head of Trees")
        await at.press("ctrl+s")
        await at.sees("?  Head of Trees", "nobody", "h hands it over")
        stand_on(at, "Lee Reed")
        await at.press("x")
        await at.write("yesterday")
        await at.press("ctrl+s")
        await at.press("G")
        await at.sees("WITHOUT A POST · 2", "lee@example.gov.uk")


async def test_in_the_past_the_holders_are_shown_and_nothing_is_entered(opened):
    async with opened() as at:
        at.app.look_at(at.app.day.replace(year=2025))
        await at.press("9")
        await at.sees("AS IT STOOD ON 22 Nov 2025", "POSTS")
        await at.press("h")
        await at.sees("You are looking at the past")
        assert isinstance(at.app.screen, People)
