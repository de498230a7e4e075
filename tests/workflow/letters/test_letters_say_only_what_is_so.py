"""What a letter says once, and what it claims of whom: no board where none has a part, no asking that was not."""

from datetime import date

import pytest
from msgspec.structs import replace

from states.words import Clock
from workflow.letters import write
from workflow.letters.specimens import specimens
from workflow.settings_sending import Sending

AHEAD, _, _, EXEMPT, *_ = specimens(date(2026, 11, 24))


def flat(digest):
    """The words of a digest's letter, on one line."""
    return " ".join(write(digest, Sending(), "<L1.x@example.gov.uk>").text.split())


def one(**values):
    """A letter about one thing, with something of it changed."""
    return replace(AHEAD, owed=(replace(AHEAD.owed[0], **values),))


def test_of_an_exempt_report_it_is_said_once_that_its_reference_is_all_that_is_written():
    thing = replace(EXEMPT.owed[0], due=date(2026, 12, 8), agreed=None)
    several = replace(EXEMPT, owed=(thing, replace(thing, number=2, due=date(2026, 12, 15))))
    said = flat(several)
    assert "Something is wanted by Tuesday 8 December 2026. Something is wanted by Tuesday 15 December 2026." in said
    assert said.count("not for publication") == 1
    assert "They are not for publication, so their reference is all I write here; do ask me." in said
    assert "It is not for publication, so its reference is all I write here; do ask me." in flat(EXEMPT)


def test_the_co_ordinators_list_says_when_a_thing_stood_there_before_since_nobody_else_was_asked():
    said = flat(replace(one(asked_before=(date(2026, 11, 10),)), to_coordinator=True))
    assert "It was on your list on Tuesday 10 November 2026." in said
    assert "I asked" not in said


@pytest.mark.parametrize(
    ("clock", "says"),
    [
        (Clock.KEY_DECISION_NOTICE, "The notice of the key decision is to be published."),
        (Clock.AWAITING_PUBLICATION, "The decision is to be published."),
        (Clock.RECONSIDERATION, "The decision is to be considered again."),
        (Clock.CALL_IN_HEARING, "The call-in is to be heard by the Children’s Scrutiny Board."),
        (Clock.AGENDA_PUBLICATION, "The agenda is to be published for the Children’s Scrutiny Board."),
        (Clock.REPORT_DEADLINE, "The report is wanted for the agenda of the Children’s Scrutiny Board."),
    ],
)
def test_what_the_law_wants_done_is_told_with_the_board_only_where_it_has_a_part_in_it(clock, says):
    assert says in flat(one(clock=clock, recommendation=None, quote=None))
