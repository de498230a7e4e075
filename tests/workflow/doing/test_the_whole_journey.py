"""A report goes through all nine states by the command line alone."""

import json
from datetime import date

import pytest

BOARD, CABINET = "Scrutiny Board (2)", "Cabinet"
MADE = json.dumps(
    [
        {"text": "Keep every library open", "from": BOARD, "to": CABINET},
        {"text": "Report back in a year", "from": BOARD, "to": CABINET},
    ]
)
ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def done(matters):
    """Runs a command that must succeed, and gives back what it printed as JSON where it can."""

    def run(*words, **given):
        ran = matters(*words, **given)
        assert ran.code == 0, ran.err
        return json.loads(ran.out) if "json" in words else ran.out

    return run


@pytest.fixture
def begun(done):
    """R1 on the agenda of M1, a board's meeting on 3 March 2017."""
    done("body", "add", BOARD, "--kind", "scrutiny", day=date(2016, 9, 1))
    done("body", "add", CABINET, "--kind", "executive")
    done("new", "Libraries", "--body", BOARD, "--fact", "key=no", "--fact", "consultation_required=yes")
    done("meeting", "add", BOARD, "--on", "3 March 2017", "--time", "2pm")


@ON_BOTH
def test_a_report_passes_through_every_state(done, begun):
    advance = ("advance", "R1")

    def state(*words, **given):
        return done(*words, "--format", "json", **given)["state"]

    assert state(*advance, "list", "--fact", "meeting=M1", day=date(2017, 2, 1)) == "drafted"
    closes = ("--fact", "consultation_closes=12 December 2016")
    assert state(*advance, "consult", "--on", "2016-12-12", *closes) == "consulted"
    done("meeting", "hold", "M1", day=date(2017, 3, 4))
    assert state(*advance, "scrutinise", "--fact", "meeting=M1", "--fact", "minute=34/16") == "scrutinised"
    made = (*advance, "recommend", "--fact", f"recommendations={MADE}", "--fact", "received_on=7 March 2017")
    assert state(*made, day=date(2017, 3, 7)) == "recommended"
    answers = ("respond", "R1", "1=accepted", "2=rejected", "--by", CABINET, "--reasons", "2=there is no money")
    assert state(*answers, day=date(2017, 3, 20)) == "recommended"
    facts = ("--fact", f"maker={CABINET}", "--fact", "maker_kind=executive", "--fact", "decided=to keep them")
    assert state(*advance, "decide", *facts, "--fact", "callable=yes") == "cabinet_decided"
    assert state(*advance, "publish", day=date(2017, 3, 22)) == "cabinet_decided"
    call_in = [f"--fact={fact}" for fact in (
        "received_on=24 March 2017", "callers=Cllr A", "callers=Cllr B", "callers=Cllr C", "grounds=haste",
        "ruled=valid", "ruled_by=Monitoring Officer", "ruled_on=24 March 2017", "groups=2",
    )]  # fmt: skip
    assert state(*advance, "call-in", *call_in, day=date(2017, 3, 24)) == "called_in"
    let_go = ("--fact", f"released_by={BOARD}", "--fact", "release_outcome=no comment")
    assert state(*advance, "release", *let_go, day=date(2017, 3, 31)) == "cabinet_decided"
    done("meeting", "add", BOARD, "--on", "2017-09-08")
    done("meeting", "hold", "M2", day=date(2017, 9, 8))
    told = ("--fact", "progress=1=complete", "--fact", "meeting=M2", "--fact", "minute=9/17")
    assert state(*advance, "update", *told) == "updated"
    assert state("sign-off", "R1", "all=discharge", "--meeting", "M2", "--minute", "9/17") == "updated"
    assert state(*advance, "close") == "closed"
    again = ("--why", "the roof fell in", "--fact", "until_months=3")
    assert state(*advance, "reopen", *again, day=date(2018, 1, 10)) == "updated"
    assert state(*advance, "withdraw", "--why", "the library was sold") == "withdrawn"


def test_what_a_move_brought_about_is_said_in_sentences(done, begun):
    done("advance", "R1", "list", "--fact", "meeting=M1", day=date(2017, 2, 1))
    held = done("meeting", "hold", "M1", day=date(2017, 3, 4))
    assert "Ends: R1.1 agenda publication; it is waited for no more." in held
    late = ("--fact", "agenda_published_on=27 February 2017")
    said = done("advance", "R1", "scrutinise", "--fact", "meeting=M1", *late)
    assert "State: drafted → scrutinised." in said
    assert "Gap: the minute number is not known." in said
    assert "Irregular: the agenda was published on 27 Feb 2017; the last day was 23 Feb 2017." in said
    hint = next(line for line in said.splitlines() if "Enter the reason with: matters amend" in line)
    assert 'R1 urgency_reason="…" --entry' in hint
    entry = hint.split("--entry ")[1].split()[0]
    done("amend", "R1", "urgency_reason=the inspection came late", "--entry", entry, "--why", "the minutes have it")
    made = ("advance", "R1", "recommend", "--on", "7 March 2017", "--fact", f"recommendations={MADE}")
    said = done(*made, "--fact", "received_on=7 March 2017", day=date(2017, 3, 8))
    assert (
        "Starts: Cabinet's response to recommendations 1 and 2 by Saturday 6 May 2017 (practically Friday 5 May)"
        in said
    )


def test_the_json_of_a_move_keeps_its_names(done, begun):
    told = done("advance", "R1", "list", "--fact", "meeting=M1", "--format", "json", day=date(2017, 2, 1))
    assert {"report", "entry", "state", "opened", "ended", "gaps", "irregularities"} <= told.keys()
    assert {"report", "number", "clock", "owner", "due", "agreed", "days_late"} <= told["opened"][0].keys()
    assert [(f["clock"], f["due"]) for f in told["opened"]] == [
        ("agenda_publication", "2017-02-23"),
        ("report_deadline", "2017-02-16"),
    ]
