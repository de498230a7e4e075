"""What is only proposed, who considered it before, what a council asks of others, and how a ruling was put."""

from datetime import date

from msgspec.structs import replace
from papers_told import BOARD, CABINET, COUNCIL, called_in, decided, item, limbs, minutes, step

from workflow.importers.reading import Resolution

MARCH_3, MARCH_7, APRIL_4 = date(2025, 3, 3), date(2025, 3, 7), date(2025, 4, 4)
DEPOT = "The depot in the north"


def test_the_words_of_a_decision_that_is_only_proposed_stand_on_its_report(intake):
    record = decided(DEPOT, "24/00093", None, "To close the depot.", "To tell the staff.", proposed=True)
    intake.read(record)
    assert (intake.only.state, intake.only.decision, intake.only.recommendations) == ("drafted", None, ())
    assert [(s.about, s.quote) for _, s in intake.only.sources] == [
        ("proposed 1", "To close the depot."),
        ("proposed 2", "To tell the staff."),
    ]


def test_a_committee_that_a_record_names_scrutinised_it_before_it_was_decided(intake):
    heard = step("scrutinise", MARCH_3, BOARD)
    record = decided(DEPOT, "24/00093", MARCH_7, "To close the depot.")
    intake.read(replace(record, items=(replace(record.items[0], steps=(replace(heard, decision="24/00093"),)),)))
    assert [(r.move, r.on.exact) for r in intake.only.reached][1:] == [("scrutinise", MARCH_3), ("decide", MARCH_7)]
    assert all(gap.name != "why_not_scrutinised" for gap in intake.only.gaps)


def test_minutes_of_that_committee_and_the_record_tell_of_one_meeting(intake):
    heard = replace(step("scrutinise", MARCH_3, BOARD), decision="24/00093")
    record = decided(DEPOT, "24/00093", MARCH_7, "To close the depot.")
    intake.read(
        replace(record, items=(replace(record.items[0], steps=(heard,)),)),
        minutes(BOARD, MARCH_3, item(DEPOT, "noted", minute="5", reference="24/00093")),
    )
    assert [r.move for r in intake.only.reached][1:] == ["scrutinise", "decide"]


def test_what_a_council_asks_of_others_is_told_as_asked(intake):
    asked = (Resolution(1, "Write to the minister.", "Write to the minister.", CABINET),)
    motion = replace(item(DEPOT, "resolved", minute="8"), resolutions=asked, made_by="body", from_=COUNCIL, to=CABINET)
    own = replace(item("Fees", "resolved", minute="9"), resolutions=limbs("That fees be frozen."), made_by="body")
    intake.read(minutes(COUNCIL, MARCH_3, motion, own))
    said = {case.title: case.decision.decided for case in intake.cases().values()}
    assert said == {DEPOT: "asks Cabinet: Write to the minister.", "Fees": "That fees be frozen."}


def test_the_words_of_a_ruling_that_held_for_some_grounds_are_kept(intake):
    form = called_in(DEPOT, "24/00093", "Cllr Ash")
    told = replace(form.items[0].call_in, ruled="valid", ruling="Reasons 1 and 5 were assessed as valid.")
    intake.read(
        decided(DEPOT, "24/00093", MARCH_3, "To close the depot."),
        replace(form, items=(replace(form.items[0], call_in=told),)),
    )
    assert [s.quote for _, s in intake.only.sources if s.about == "ruling"] == [
        "Reasons 1 and 5 were assessed as valid."
    ]


def test_a_limb_that_recommends_makes_no_recommendation_of_the_limbs_beside_it(intake):
    own = ("The report be noted.", "Thanks be placed on record.", "The Assistant Director write to owners.")
    asked = Resolution(4, "Cabinet be recommended to set a target.", "Cabinet be recommended to set a target.", CABINET)
    heard = item(DEPOT, "recommended", minute="8", from_=BOARD, to=CABINET)
    intake.read(minutes(BOARD, MARCH_3, replace(heard, resolutions=(*limbs(*own), asked), made_by="body")))
    assert [(r.number, r.text, r.to.name) for r in intake.only.recommendations] == [(4, asked.text, CABINET)]
    assert [s.quote for _, s in intake.only.sources if s.about.startswith("resolution")] == list(own)


def test_what_cabinet_decides_itself_is_not_put_to_council_with_the_rest(intake):
    own = limbs("The budget be agreed.", "The staff be told.")
    put = limbs("The levy be set.", to=COUNCIL)
    made = item(DEPOT, "recommended", minute="8", from_=CABINET, to=COUNCIL)
    intake.read(minutes(CABINET, MARCH_3, replace(made, resolutions=(*own, replace(put[0], number=3)), made_by="body")))
    assert [(r.number, r.text, r.to.name) for r in intake.only.recommendations] == [(3, "The levy be set.", COUNCIL)]
    assert intake.only.decision.decided == "The budget be agreed; The staff be told; The levy be set"
