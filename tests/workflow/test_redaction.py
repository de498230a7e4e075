"""Words go, their digest stays: the chain is whole, and nothing that is shown still holds them."""

from datetime import date

import pytest

from db.verify import verify
from states.acts import FollowUpAct
from states.errors import BadInput, NotFound
from workflow import owed
from workflow.records import people
from workflow.redaction import redact

WHO = {"why": "a private person", "by": "Monitoring Officer"}
ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


def everything(desk) -> str:
    """Every text of every table, as one."""
    from db.tables import ALL

    with desk.reading() as tx:
        return "\n".join(str(row) for table in ALL for row in tx.run(f"SELECT * FROM {table.name}").fetchall())


@ON_BOTH
def test_words_leave_the_entry_and_every_row_folded_from_it(desk, council):
    report = council.draft()
    act = FollowUpAct("add", quote="will write to Mr Resident of 1 High Street", owner="Clerk")
    entry = owed.do(desk, report, act).entry
    done = redact(desk, f"R{report}", entry, "Mr Resident of 1 High Street", **WHO)
    assert (done.times, done.elsewhere) == (1, ())
    assert "Resident" not in everything(desk)
    assert council.case(report).follow_ups[0].quote == "will write to [redacted]"
    verdict = verify(desk.store)
    assert verdict.good
    assert verdict.redacted == 1


def test_a_redaction_is_an_entry_of_its_own_with_who_and_why(desk, council):
    report = council.draft(portfolio="Mr Resident")
    done = redact(desk, "R1", council.case(report).reached[0].entry, "Mr Resident", **WHO)
    from db import queries

    with desk.reading() as tx:
        line = tx.all(queries.HISTORY, record="R1", after_entry=done.by - 1)[0]
    assert (line.act, line.who) == ("redact", "jane")
    assert "a private person (decided by Monitoring Officer)" in line.body


def test_after_a_redaction_the_report_goes_on(desk, council):
    report = council.draft(portfolio="Mr Resident")
    redact(desk, "R1", council.case(report).reached[0].entry, "Mr Resident", **WHO)
    council.listed(report, council.meeting(date(2017, 3, 3)))
    assert council.case(report).portfolio == "[redacted]"


@ON_BOTH
def test_a_persons_name_leaves_the_record_and_its_row(desk, council):
    person = people.add_person(desk, "Jane Resident", email="jane@example.gov.uk")
    entry = council.entries()
    redact(desk, f"P{person}", entry, "Jane Resident", **WHO)
    assert "Resident" not in everything(desk)
    assert verify(desk.store).good


@ON_BOTH
def test_where_the_words_stand_still_is_said(desk, council):
    first, second = council.draft("About Mr Resident"), council.draft("Mr Resident again")
    done = redact(desk, f"R{first}", council.case(first).reached[0].entry, "Mr Resident", **WHO)
    assert done.elsewhere == ((council.case(second).reached[0].entry, f"R{second}"),)


def test_words_can_be_taken_out_of_one_entry_one_after_another(desk, council):
    report = council.draft("Of Ann and of Bob")
    entry = council.case(report).reached[0].entry
    redact(desk, "R1", entry, "Ann", **WHO)
    redact(desk, "R1", entry, "Bob", **WHO)
    assert council.case(report).title == "Of [redacted] and of [redacted]"
    assert verify(desk.store).good


@pytest.mark.parametrize(
    ("given", "error", "sentence"),
    [
        ({"why": None}, BadInput, "say why"),
        ({"by": " "}, BadInput, "say who decided"),
        ({"words": "a"}, BadInput, "two letters"),
        ({"why": "it names Libraries"}, BadInput, "say it without them"),
        ({"words": "Museums"}, NotFound, "does not stand in entry"),
        ({"entry": 1}, NotFound, "has no entry 1"),
        ({"words": "scrutiny", "why": "x", "by": "y"}, BadInput, "cannot be read without these words"),
    ],
)
def test_what_cannot_be_redacted_is_refused_and_nothing_changes(desk, council, given, error, sentence):
    report = council.draft("Libraries")
    whole = {"words": "Libraries", "entry": council.case(report).reached[0].entry, **WHO} | given
    before = everything(desk)
    with pytest.raises(error, match=sentence):
        redact(desk, "R1", whole["entry"], whole["words"], why=whole["why"], by=whole["by"])
    assert everything(desk) == before
