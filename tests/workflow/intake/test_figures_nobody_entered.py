"""Papers of a call-in before the council's figures are entered: no date is invented; entered, each date is counted."""

from datetime import date

from papers_told import called_in, decided, looks_back, step

from states.days import On
from states.rules import CallIn, CouncilRules
from states.words import Clock
from workflow.importers.reading import CallIn as CalledIn
from workflow.rules_change import apply, preview

REF, TITLE = "25/00418", "Commissioned day centres"
DECIDED, CALLED, BACK = date(2026, 11, 2), date(2026, 11, 5), date(2026, 11, 16)
RULES = CouncilRules(call_in=CallIn(days=5, hearing_days=10, reconsideration_days=10))
SCRUTINY = "Scrutiny Committee"


def read_all(intake):
    told = CalledIn(callers=("Ms Nell Dawes",), decision=REF, received=CALLED, quote="received on 5 November 2026")
    intake.read(
        decided(TITLE, REF, DECIDED, "Not to renew two contracts.", callable=True, published=DECIDED),
        called_in(TITLE, REF, "Ms Nell Dawes"),
        looks_back(TITLE, REF, BACK, step("refer_back", BACK, SCRUTINY, decision=REF), call_in=told),
    )


def gaps(intake) -> list[str]:
    return [gap.name for gap in intake.only.gaps if gap.name in set(Clock)]


def test_what_is_to_be_reconsidered_has_no_date_until_the_figure_is_entered(intake):
    read_all(intake)
    assert gaps(intake) == ["call_in_window", "call_in_hearing", "reconsideration"]
    [again] = [f for f in intake.only.follow_ups if f.ended is None]
    assert (again.clock, again.start, again.due) == (Clock.RECONSIDERATION, BACK, None)
    shown = preview(intake.desk, RULES, date(2026, 1, 1))
    assert [(m.clock, m.was, m.becomes) for m in shown] == [("reconsideration", None, date(2026, 11, 30))]
    assert gaps(intake), "a preview changes nothing"
    assert apply(intake.desk, RULES, date(2026, 1, 1), "the constitution") == shown
    assert gaps(intake) == []
    assert {f.number: f.due for f in intake.only.follow_ups if f.ended is None} == {again.number: date(2026, 11, 30)}


def test_a_window_that_is_open_today_is_there_once_the_figure_is_entered(intake):
    published = date(2026, 11, 19)
    intake.read(decided(TITLE, REF, published, "Not to renew.", callable=True, published=published))
    assert intake.only.follow_ups == ()
    [moved] = apply(intake.desk, RULES, date(2026, 1, 1), "the constitution")
    assert (moved.clock, moved.was, moved.becomes) == ("call_in_window", None, date(2026, 11, 26))
    assert intake.only.last_on == On.day(published).last


def test_a_window_that_was_over_long_ago_is_no_news_and_its_gap_goes_all_the_same(intake):
    intake.read(decided(TITLE, REF, date(2019, 3, 4), "Not to renew.", callable=True, published=date(2019, 3, 4)))
    assert gaps(intake) == ["call_in_window"]
    assert apply(intake.desk, RULES, date(2018, 1, 1), "the constitution") == []
    assert gaps(intake) == []
