"""Two decisions are not merged into one; what has no scrutiny body can be split all the same."""

from datetime import date

import pytest

from states.days import On
from states.errors import Refused
from states.facts import Facts, MakerKind, Proposal
from states.words import Move
from workflow.engine import make_move
from workflow.merging import merge
from workflow.splitting import split

MARCH_3, MARCH_7 = date(2017, 3, 3), date(2017, 3, 7)


def test_two_decisions_are_not_one_report(council):
    first, other = council.draft("Hubs", reference="24/00109"), council.draft("Libraries", reference="24/00115")
    with pytest.raises(Refused, match="24/00115, and R1 is 24/00109: two decisions"):
        merge(council.desk, other, first, "the same matter")
    assert council.case(other).merged_into == 0


def test_what_has_no_scrutiny_body_can_be_split_and_another_body_can_be_named(council):
    council.clock.set(MARCH_7)
    report = make_move(council.desk, None, Move.DRAFT, Facts(title="A motion"), papers=True).ref
    made = tuple(Proposal(text, council.body(council.cabinet), council.body(council.board)) for text in ("A", "B", "C"))
    council_said = Facts(maker="Council", maker_kind=MakerKind.COUNCIL, decided="A, B and C")
    make_move(council.desk, report, Move.DECIDE, council_said, on=On.day(MARCH_3), papers=True)
    make_move(council.desk, report, Move.RECOMMEND, Facts(recommendations=made), on=On.day(MARCH_3), papers=True)
    done = split(council.desk, report, "The second", "two matters", recommendations=(2,))
    new = council.case(done.new.ref)
    assert (new.body, [r.text for r in new.recommendations]) == (None, ["B"])
    assert "scrutiny_body" in {gap.name for gap in new.gaps}
    named = split(council.desk, report, "The third", "three", recommendations=(3,), body=council.body(council.board))
    assert council.case(named.new.ref).body.ref == council.board
