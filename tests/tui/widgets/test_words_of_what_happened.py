"""What was entered, as people read it: days, meetings, answers, what is on file of a call-in."""

from datetime import date

import pytest

from tui import facts, wording
from tui.screens.record_past import _call_in, _decision, _fact

CALL_IN = {"received": None, "callers": [], "grounds": ["Not in line with policy.", "Haste;"], "ruled": None,
           "ruled_by": None, "released_by": None, "outcome": None}  # fmt: skip
DECISION = {"maker": "Cabinet", "on": "2017-03-07", "decided": "Approved", "published": None, "in_force": None}


@pytest.mark.parametrize(
    ("on", "brief"),
    [
        ("2017-03-07", "7 Mar 2017"),
        ("17 Jan 2025 to 29 Jan 2025", "17–29 Jan 2025"),
        ("12 Sep 2016 to 12 Dec 2016", "12 Sep–12 Dec 2016"),
        ("1 Dec 2016 to 2 Feb 2017", "1 Dec 2016–2 Feb 2017"),
        ("by 13 Mar 2025", "by 13 Mar 2025"),
        ("March 2017", "March 2017"),
        (None, "day not known"),
    ],
)
def test_a_day_stands_in_a_narrow_column_without_what_is_said_twice(on, brief):
    assert wording.brief(on) == brief


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("maker_kind", "cabinet_member", ("Kind of maker", "Cabinet Member")),
        ("key", True, ("Key decision", "yes")),
        ("published_on", "2017-03-09", ("Published on", "9 Mar 2017")),
        ("responses", [{"recommendation": 3, "answer": "accepted_in_part", "by": "Cabinet"}],
         ("Responses", "3 accepted in part, by Cabinet")),
        ("meeting", {"body": {"name": "Cabinet"}, "on": {"first": "2025-03-04", "last": "2025-03-04"},
                     "status": "held", "ref": 1}, ("Meeting", "4 Mar 2025 · Cabinet · M1")),
        ("recommendations", [{"text": "Stay open.", "from": {"name": "Board"}, "to": {"name": "Cabinet"}}],
         ("Recommendations", "Stay open. (Board to Cabinet)")),
        ("decided", "approve_it_all_the_same", ("What was decided", "approve it all the same")),
    ],
)  # fmt: skip
def test_a_fact_is_read_by_the_name_its_line_has_and_in_our_words(name, value, told):
    label, text = facts.told({name: value, "amends": 14})[0]
    assert (label.capitalize(), text) == (told[0].capitalize(), told[1])


def test_a_call_in_says_what_is_not_known_of_it_and_its_grounds_once():
    assert _call_in(CALL_IN) == (
        "day of receipt not known · callers not known · whether it was valid is not known · "
        "Not in line with policy; Haste"
    )
    known = CALL_IN | {"received": date(2025, 1, 24), "callers": ["A", "B"], "ruled": "valid", "ruled_by": "MO",
                       "released_by": "Council", "outcome": "not_heard_in_time", "grounds": []}  # fmt: skip
    assert _call_in(known) == "received 24 Jan 2025 · A, B · ruled valid by MO · let go by Council: not heard in time"


def test_a_call_in_that_was_sent_back_says_what_was_asked_and_what_became_of_it():
    back = CALL_IN | {"received": date(2025, 1, 24), "callers": ["A"], "ruled": "valid", "grounds": [],
                      "referred_back_by": "Scrutiny", "asked": "rural roads", "reconsidered": "confirmed",
                      "referred_to_council": "13 Mar 2025"}  # fmt: skip
    assert _call_in(back) == (
        "received 24 Jan 2025 · A · ruled valid · referred back by Scrutiny: rural roads · "
        "referred to Council, 13 Mar 2025 · reconsidered: confirmed"
    )


def test_what_happened_in_a_call_in_is_told_by_what_was_asked_and_how_it_ended():
    assert _fact({"referred_by": "Council", "asked": "rural roads"}) == "asked: rural roads"
    assert _fact({"reconsidered": "confirmed"}) == "confirmed"
    assert _fact({"reconsidered": "amended", "decided": "Two stay"}) == "amended: Two stay"
    assert _fact({"release_outcome": "not_heard_in_time"}) == "not heard in time"


def test_a_decision_says_since_when_it_is_published_and_in_force():
    assert _decision(DECISION) == "Cabinet, 7 Mar 2017: Approved"
    later = DECISION | {"published": date(2017, 3, 9), "in_force": date(2017, 3, 17)}
    assert _decision(later) == "Cabinet, 7 Mar 2017 · published 9 Mar 2017 · in force from 17 Mar 2017: Approved"
