"""A letter that went is read again as it went; a draft is given to whoever is meant."""

from datetime import date

import pytest

from states.errors import NotFound, Refused
from workflow.records import people
from workflow.redaction import redact
from workflow.reminders import review

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)
DUE = date(2026, 6, 30)
TUESDAY = date(2026, 6, 16)
MONDAY = date(2026, 6, 15)


def waits(town, message=None):
    with town.desk.reading() as tx:
        return review.waiting(tx, town.desk, town.settings, only=message)


@pytest.fixture
def laid_out(reviewing):
    """A promise of Jane's, laid out on the Monday for the Tuesday."""
    reviewing.about = reviewing.report()
    reviewing.first = reviewing.promise(reviewing.about, DUE)
    assert reviewing.sweep(MONDAY, scheduled=True).laid_out == ("L1",)
    return reviewing


def test_what_was_sent_is_read_again_as_it_went_whatever_changed_since(laid_out):
    review.release(laid_out.desk, 1)
    laid_out.sweep(TUESDAY)
    (went,) = laid_out.post.letters
    laid_out.does(laid_out.about, "extend", laid_out.first, due=date(2026, 9, 1), why="asked for time")
    laid_out.clock.set(date(2026, 6, 29))
    (shown,) = waits(laid_out, 1)
    assert (shown.subject, shown.text, shown.sent_on) == (went.subject, went.text, TUESDAY)
    assert shown.address == "jane.doe@example.gov.uk"
    with laid_out.desk.reading() as tx:
        assert verify_of(laid_out) == ()
        assert tx.get("message", 1)["words"] == went.text


def test_a_letter_that_is_to_be_tried_later_is_written_anew_until_it_goes(laid_out):
    laid_out.post.says("jane.doe@example.gov.uk", "later", "451 try later")
    review.release(laid_out.desk, 1)
    laid_out.sweep(TUESDAY)
    (shown,) = waits(laid_out, 1)
    assert shown.text
    assert shown.sent_on is None
    assert laid_out.rows("SELECT words FROM message")[0][0] is None


def verify_of(town):
    from db.verify import verify

    return verify(town.desk.store).findings


def test_a_draft_is_given_to_a_person_or_to_whoever_holds_a_post(laid_out):
    place = laid_out.person("Ann Other", "Director of Place")
    people.add_post(laid_out.desk, "Director of Nothing")
    with laid_out.desk.reading() as tx:
        for text in ("Ann Other", f"P{place}", "Director of Place", "director of  place"):
            assert review.receiver(tx, TUESDAY, text) == place
        with pytest.raises(NotFound, match="There is no person and no post “Director of Plaice”"):
            review.receiver(tx, TUESDAY, "Director of Plaice")
        with pytest.raises(Refused, match="Nobody holds Director of Nothing on 16 Jun 2026"):
            review.receiver(tx, TUESDAY, "Director of Nothing")


@ON_BOTH
def test_words_taken_out_of_a_letter_that_was_kept_are_read_nowhere_again(town):
    quote = "The board asked for a letter of the Leader to go to Mr Resident of 1 High Street, with all reasons."
    about = town.report()
    town.promise(about, DUE, quote=quote)
    town.sweep(TUESDAY)
    (went,) = town.post.letters
    assert words_of(quote) in words_of(went.text)
    assert "Mr Resident of 1 High Street" not in went.text, "it stands across the end of a line"
    (entry,) = town.rows("SELECT entry FROM message WHERE ref = 1")[0]
    who = {"why": "a private person", "by": "Monitoring Officer"}
    done = redact(town.desk, "L1", entry, "Mr Resident of 1 High Street", **who)
    assert [record for _, record in done.elsewhere] == ["R1"], "where it stands still is said"
    (shown,) = waits(town, 1)
    assert "to go to [redacted], with all reasons" in words_of(shown.text)
    assert "Resident" not in str(town.rows("SELECT * FROM message"))
    assert "Resident" not in str(town.rows("SELECT body FROM journal WHERE record = 'L1'"))
    assert shown.sent_on == TUESDAY
    assert verify_of(town) == ()
    assert town.sweep().went == (), "a letter that was redacted is not sent again"


def words_of(text):
    """A text on one line."""
    return " ".join(text.split())
