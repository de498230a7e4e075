"""Reminders on the screen: the batch is read, changed and let go by keys alone, and nothing goes that was not."""

from datetime import UTC, datetime

import pytest

from db.store import open_store
from db.verify import verify
from workflow.desk import Desk
from workflow.reminders.enabling import enable
from workflow.reminders.review import withdraw
from workflow.reminders.sweeps import sweep

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path, monkeypatch, mail_server):
    """Settings under which a person releases each batch, at a mail server that is there."""
    path = tmp_path / "settings.toml"
    path.write_text(
        f'[mail]\nsender = "scrutiny@example.gov.uk"\nport = {mail_server.port}\nallow_domains = ["example.gov.uk"]\n'
        '[reminders]\nco_ordinator = "Priya Nair"\nco_ordinator_address = "priya.nair@example.gov.uk"\n'
    )
    monkeypatch.setenv("MATTERS_CONFIG", str(path))
    return path


@pytest.fixture
def enabled(database):
    """The demonstration, with reminders switched on."""
    with open_store(str(database)) as store:
        enable(Desk(store, "rose"))
    return database


async def test_nothing_leaves_until_it_is_switched_on_by_key(opened, settings, mail_server, database):
    async with opened() as screen:
        await screen.press("7")
        await screen.sees("Reminders are off", "No letter waits")
        await screen.press("s")
        await screen.sees("Reminders are off, so nothing would leave")
        await screen.press("ctrl+s")
        await screen.sees("Nothing was sent")
        await screen.press("E")
        await screen.sees("Only officers are written to")
        await screen.press("ctrl+s")
        await screen.sees("Reminders are on: you release each batch")
    assert mail_server.taken == []


async def test_a_batch_is_laid_out_read_released_and_sent_and_a_second_sweep_sends_nothing(
    opened, settings, mail_server, enabled
):
    async with opened() as screen:
        await screen.press("7", "s")
        await screen.sees("Laid out for you to release: 7 letters")
        await screen.press("ctrl+s")
        await screen.sees("TO RELEASE", "Dear Priya Nair")
        assert mail_server.taken == []
        await screen.press("j", "enter")
        await screen.sees("esc close", "nobody told me.")
        await screen.press("escape", "r")
        await screen.sees("RELEASED, on their morning · 1")
        await screen.press("s")
        await screen.sees("Goes now, and cannot be taken back: 1")
        await screen.press("ctrl+s")
        await screen.sees("SENT · 1")
        (taken,) = mail_server.taken
        assert taken.recipient == "owen.pryce@example.gov.uk"
        await screen.press("R")
        await screen.sees("They go on their morning")
        await screen.press("ctrl+s")
        await screen.no_longer_sees("TO RELEASE")
        await screen.press("s", "ctrl+s")
        await screen.until(lambda: len(mail_server.taken) == 7)
        await screen.sees("6 sent", "The mail server took it")
        await screen.press("s")
        await screen.sees("Nothing is due that has not gone already")
        await screen.press("escape", "end")
        await screen.sees("Sent on 22 November 2026. The mail server took it", "To: ")
        await screen.press("enter")
        await screen.sees("· sent on 22 November 2026", "Dear ")
        await screen.press("escape", "r")
        await screen.sees("was sent on 22 November 2026; it cannot be changed any more")
    with open_store(str(enabled)) as store:
        assert verify(store).findings == ()


async def test_a_line_is_struck_words_are_added_and_a_release_is_taken_back(opened, settings, enabled):
    async with opened() as screen:
        await screen.press("7", "s", "ctrl+s")
        await screen.sees("TO RELEASE", "e edit", "x strike")
        await screen.press("question_mark")
        await screen.sees("SIGNS BESIDE LETTERS", "released, or to be tried again")
        await screen.press("escape", "x")
        await screen.sees("Strike a line of L1", "Will happen", "says nothing about R18.3")
        await screen.press("ctrl+s")
        await screen.sees("2 things: R14.1, R1")
        await screen.press("e")
        await screen.sees("Edit L1")
        await screen.write("Thank you all")
        await screen.press("ctrl+s")
        await screen.sees("Thank you all")
        await screen.press("r")
        await screen.sees("RELEASED, on their morning · 1", "h hold", "w withdraw", "they leave at a sweep (s)")
        await screen.press("w")
        await screen.sees("Withdraw L1")
        await screen.press("escape", "e")
        await screen.sees("L1 is released. Take that back first: h.")
        await screen.press("h")
        await screen.no_longer_sees("RELEASED")


async def test_what_was_refused_for_good_wants_a_person_and_is_tried_again_or_settled(
    opened, settings, mail_server, enabled
):
    mail_server.meets("recipient", "550 5.1.1 No such user", who="owen.pryce@example.gov.uk")
    async with opened() as screen:
        await screen.press("7", "s", "ctrl+s")
        await screen.sees("TO RELEASE")
        await screen.press("j", "r")
        await screen.sees("RELEASED")
        await screen.press("s", "ctrl+s")
        await screen.sees("WANTS YOUR HELP · 1", "No such user")
        await screen.press("home")
        await screen.sees("a again", "S settle")
        await screen.press("S")
        await screen.sees("Settle L2")
        await screen.write("rang him")
        await screen.press("ctrl+s")
        await screen.no_longer_sees("WANTS YOUR HELP")


async def test_the_channels_are_tried_with_a_letter_that_says_so(opened, settings, mail_server, enabled):
    async with opened() as screen:
        await screen.press("7")
        await screen.sees("Reminders are on")
        await screen.press("y")
        await screen.sees("A letter that says it is a test", "by: mail")
        assert mail_server.taken == []
        await screen.press("ctrl+s")
        await screen.sees("mail: sent")
        assert "test" in mail_server.taken[0].message["Subject"].lower()


async def test_what_somebody_else_does_to_a_letter_meanwhile_is_told_and_nothing_is_done(opened, settings, enabled):
    async with opened() as screen:
        await screen.press("7", "s", "ctrl+s")
        await screen.sees("TO RELEASE · 7")
        await screen.press("w")
        await screen.sees("Withdraw L1")
        with open_store(str(enabled)) as store:
            withdraw(Desk(store, "omar"), 1, why="asked in person")
        await screen.press("ctrl+s")
        await screen.sees("It is withdrawn")


async def test_whoever_owes_a_line_of_today_is_written_to_at_a_key(opened, settings, mail_server, enabled):
    async with opened() as screen:
        await screen.sees("LATE")
        await screen.press("j", "r")
        await screen.sees("are written to now about R")
        assert mail_server.taken == []
        await screen.press("ctrl+s")
        await screen.sees(": sent.")
        assert mail_server.taken
        await screen.press("r")
        await screen.sees("was asked about it today already")
        await screen.press("enter")
        await screen.sees("RECOMMENDATIONS to Cabinet")
        await screen.until(lambda: "asked now by a person" in screen.app.screen.whole.shown.timeline[-1].why)


async def test_letters_that_the_worker_lays_out_meanwhile_are_told_in_a_toast(opened, settings, enabled):
    from tui.screens.sending import settings as of_file

    async with opened(size=(120, 32)) as screen:
        await screen.sees("LATE")
        with open_store(str(enabled)) as store:
            sweep(Desk(store, "worker", lambda: NOW), of_file(None))
        await screen.sees("7 letters wait for you to release")
