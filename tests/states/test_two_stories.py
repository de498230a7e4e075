"""Two real cases as pure folds: Connecting Communities, with its gaps, and Kent's call-in of decision 24/00093."""

from datetime import date
from itertools import permutations

from making import CABINET, NO_RULES, SCRUTINY, UNKNOWN, Desk, entry, scheduled, sitting
from msgspec.structs import replace

from states.acts import LinkAct, MoveAct
from states.days import On
from states.facts import Body, Facts, MakerKind, Proposal, Reconsidered, Released, Ruling
from states.fold import fold
from states.rule_book import RuleBook
from states.rules import CallIn, CouncilRules
from states.words import BodyKind, Clock, Ended, State

BOARD_2 = Body("Education and Children's Services Scrutiny Board (2)", BodyKind.SCRUTINY, scrutiny=True)
JANUARY_2020 = On(date(2020, 1, 1), date(2020, 1, 31))
THE_TURN_OF_2024 = On(date(2023, 11, 1), date(2024, 2, 29))
RECOMMENDATIONS = (
    "To involve Ward Councillors in further discussions about the implementation of the proposals.",
    "To provide Ward Councillors with mapping information.",
    "That no childcare or children's centre provision is closed without outreach services in place.",
    "That before any umbrella organisation is considered for youth provision, careful consideration is made.",
)


def connecting_communities() -> list[tuple[MoveAct, On]]:
    """What the five papers say, each move with the day it has in them."""
    third = date(2017, 3, 3)
    proposals = tuple(Proposal(text, SCRUTINY, CABINET, n) for n, text in enumerate(RECOMMENDATIONS, 1))

    def act(move: str, **facts: object) -> MoveAct:
        return MoveAct(move, Facts(**facts), papers=True)

    return [
        (act("draft", title="Connecting Communities Phase 2", scrutiny_body=SCRUTINY), UNKNOWN),
        (act("consult", consultation_opens=date(2016, 9, 12), consultation_closes=date(2016, 12, 12)),
         On.day(date(2016, 12, 12))),
        (act("scrutinise", meeting=sitting(SCRUTINY, third)), On.day(third)),
        (act("recommend", recommendations=proposals, paper_dated=date(2017, 3, 7)), On.day(date(2017, 3, 7))),
        (act("decide", maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, decided="Not in the papers."),
         On(date(2017, 3, 7), date(2017, 10, 31))),
        (act("update", meeting=sitting(BOARD_2, JANUARY_2020), minute="32/19"), JANUARY_2020),
        (act("update", meeting=sitting(BOARD_2, JANUARY_2020), minute="33/19"), JANUARY_2020),
        (act("update", meeting=sitting(BOARD_2, THE_TURN_OF_2024)), THE_TURN_OF_2024),
    ]  # fmt: skip


def journal(acts: list[tuple[MoveAct, On]]) -> list:
    links = [LinkAct("34/16", SCRUTINY.name), LinkAct("24/16", "Cabinet"), LinkAct("41/18", BOARD_2.name)]
    return [
        *(entry(n, act, on) for n, (act, on) in enumerate(acts, 1)),
        *(entry(len(acts) + n, link) for n, link in enumerate(links, 1)),
    ]


def test_connecting_communities_goes_in_as_it_happened() -> None:
    case = fold(journal(connecting_communities()), NO_RULES).case
    assert case.state == State.UPDATED
    assert case.irregularities == ()
    assert [r.text for r in case.recommendations] == list(RECOMMENDATIONS)
    assert [(link.minute, link.body) for link in case.earlier] == [
        ("34/16", "Scrutiny Co-ordination Committee"),
        ("24/16", "Cabinet"),
        ("41/18", "Education and Children's Services Scrutiny Board (2)"),
    ]


def test_its_answers_are_still_awaited_since_6_may_2017_and_nobody_was_reminded_by_a_default() -> None:
    case = fold(journal(connecting_communities()), NO_RULES).case
    answers = [f for f in case.follow_ups if f.clock is Clock.EXECUTIVE_RESPONSE]
    assert [(f.recommendation, f.due, f.ended) for f in answers] == [(n, date(2017, 5, 6), None) for n in (1, 2, 3, 4)]
    assert {f.note for f in answers} == {"if this paper counts as the notice"}
    assert all(f.quiet for f in case.follow_ups)
    assert {f.clock for f in case.follow_ups} == {Clock.EXECUTIVE_RESPONSE, Clock.AWAITING_PUBLICATION}


def test_what_the_papers_do_not_say_is_a_gap() -> None:
    gaps = {(gap.entry, gap.name) for gap in fold(journal(connecting_communities()), NO_RULES).case.gaps}
    assert {(1, "lead_officer"), (2, "consultation_outcome"), (3, "minute"), (3, "agenda_published_on"),
            (4, "notice_given_on"), (5, "on"), (5, "callable"), (6, "on"), (8, "on")} <= gaps  # fmt: skip


def test_it_stood_each_day_where_it_stood_then() -> None:
    entries = journal(connecting_communities())

    def on(*day: int) -> State | None:
        return fold(entries, NO_RULES, date(*day)).case.state

    assert on(2016, 12, 11) is None  # begun by 12 December at the latest: nobody wrote when
    assert on(2017, 3, 2) == State.CONSULTED
    assert on(2017, 3, 6) == State.SCRUTINISED
    assert on(2017, 3, 7) == State.RECOMMENDED
    assert on(2017, 10, 31) == State.CABINET_DECIDED
    assert on(2020, 1, 31) == State.UPDATED


def test_its_papers_may_be_read_in_any_order() -> None:
    acts = connecting_communities()
    first = fold(journal(acts), NO_RULES).case
    for order in list(permutations(range(8)))[:: 40320 // 60]:
        case = fold([entry(n, *acts[place]) for n, place in enumerate(order, 1)], NO_RULES).case
        assert case.state == State.UPDATED
        assert case.irregularities == ()
        assert [(r.move, r.took_place) for r in case.reached] == [(r.move, r.took_place) for r in first.reached]
        assert {(f.clock, f.due, f.ended) for f in case.follow_ups} == {
            (f.clock, f.due, f.ended) for f in first.follow_ups
        }


# Kent.

KENT = RuleBook(
    ((date(2024, 5, 23), CouncilRules(name="Kent County Council",
      call_in=CallIn(days=5, callers=2, groups=2, hearing_days=10, hearing_from="validity"))),)
)  # fmt: skip
KENT_SCRUTINY = Body("Scrutiny Committee", BodyKind.SCRUTINY, scrutiny=True)
COUNTY_COUNCIL = Body("County Council", BodyKind.COUNCIL)
THE_MEETING = scheduled(COUNTY_COUNCIL, date(2025, 3, 13))


def kent() -> Desk:
    desk = Desk(KENT)
    desk.make("draft", UNKNOWN, papers=True, title="Future of Commissioned Services at Seashells and Millmead",
              scrutiny_body=KENT_SCRUTINY, reference="24/00093", key=True)  # fmt: skip
    desk.make("decide", date(2025, 1, 17), papers=True, maker="Cabinet Member for Integrated Children's Services",
              maker_kind=MakerKind.CABINET_MEMBER, decided="Not to renew the contracts.", callable=True,
              published_on=date(2025, 1, 17))  # fmt: skip
    act = MoveAct("call_in", Facts(received_on=date(2025, 1, 24), callers=("Mrs Meade", "Mr Barry Lewis"), groups=2,
                  grounds=("Best Value Duty", "Explanation of the options considered"), ruled=Ruling.VALID,
                  ruled_by="Democratic Services"), papers=True, callers_needed=2, groups_needed=2)  # fmt: skip
    desk.enter(act, date(2025, 1, 24))
    return desk


def kent_to_the_end() -> Desk:
    desk = kent()
    desk.make("refer_to_council", date(2025, 1, 29), papers=True, until_meeting=THE_MEETING)
    desk.make("reconsider", date(2025, 3, 4), papers=True, reconsidered=Reconsidered.TO_COUNCIL,
              decided="Confirmed unchanged.")  # fmt: skip
    desk.make("release", date(2025, 3, 13), papers=True, released_by="County Council",
              release_outcome=Released.COMMENTS, comments="comments, but does not require reconsideration")  # fmt: skip
    urges = Proposal("To enforce the offer that both are funded from the 4th year Family Hub Grant.", COUNTY_COUNCIL,
                     CABINET, 1)  # fmt: skip
    desk.make("recommend", date(2025, 3, 13), papers=True, recommendations=(urges,), minute="300/24")
    return desk


def test_kents_call_in_goes_in_as_it_happened() -> None:
    desk = kent_to_the_end()
    assert desk.odd() == []
    assert [(r.move, r.state) for r in desk.case.reached] == [
        ("draft", State.DRAFTED),
        ("decide", State.CABINET_DECIDED),
        ("call_in", State.CALLED_IN),
        ("refer_to_council", State.CALLED_IN),
        ("reconsider", State.CALLED_IN),
        ("release", State.CABINET_DECIDED),
        ("recommend", State.CABINET_DECIDED),
    ]
    assert desk.case.call_in.reconsidered is Reconsidered.TO_COUNCIL
    assert desk.case.call_in.outcome is Released.COMMENTS
    assert desk.case.decision.final


def test_while_kents_decision_is_called_in_council_is_what_is_waited_for() -> None:
    desk = kent()
    [hearing] = [f for f in desk.case.follow_ups if f.ended is None]
    assert (hearing.clock, hearing.due, hearing.condition) == (
        Clock.CALL_IN_HEARING, None, "the day of the ruling is not known"
    )  # fmt: skip
    desk.make("refer_to_council", date(2025, 1, 29), papers=True, until_meeting=THE_MEETING)
    [council] = [f for f in desk.case.follow_ups if f.ended is None]
    assert (council.clock, council.due, council.suspended) == (Clock.UPDATE_DUE, date(2025, 3, 13), False)


def test_kents_council_meeting_ends_the_wait_and_its_recommendation_has_no_clock_in_law() -> None:
    desk = kent_to_the_end()
    assert desk.open() == {}
    assert {f.ended for f in desk.case.follow_ups} == {Ended.KEPT, Ended.OVERTAKEN}
    assert desk.case.recommendations[0].from_ == COUNTY_COUNCIL


def test_kents_gaps_are_what_its_papers_leave_out() -> None:
    assert {"why_not_scrutinised", "key_notice_given_on", "ruled_on", "in_force_on"} <= set(kent_to_the_end().gaps())


def test_kents_papers_of_one_day_may_be_read_in_either_order() -> None:
    entries = kent_to_the_end().entries
    release, urged = entries[-2:]
    other = [*entries[:-2], replace(urged, number=release.number), replace(release, number=urged.number)]
    case = fold([replace(e, act=replace(e.act, sets=())) for e in other], KENT).case
    assert case.irregularities == ()
    assert [r.move for r in case.reached][-2:] == ["release", "recommend"]
