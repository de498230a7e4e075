"""An autumn of reminders: asked in good time, handed over, put off, taken further, answered. Invented, as it would be.

The Board asks Cabinet on 7 September 2026 to keep Sunday hours at the libraries. Each working morning at eight the
worker lays out the next morning's batch, and later that day the co-ordinator releases it.
"""

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest

from states.acts import FollowUpAct
from states.days import On
from states.facts import Answer, Facts, Proposal, Sitting
from states.words import BodyKind, Clock, MeetingStatus, Move, Response
from workflow import owed
from workflow.desk import Desk
from workflow.engine import make_move
from workflow.letters.digest import Told
from workflow.lookups import Lookup
from workflow.records import bodies, people
from workflow.reminders import review
from workflow.reminders.enabling import enable
from workflow.reminders.sweeps import sweep
from workflow.settings_mail import MailSettings
from workflow.settings_sending import Sending

SETTINGS = Sending(mail=MailSettings(sender="scrutiny@example.gov.uk", allow_domains=("example.gov.uk",)))
ASKED, DUE = date(2026, 9, 7), date(2026, 11, 6)


class Autumn:
    """The council's autumn, day by day; `post` is what reached somebody, with the day."""

    def __init__(self, store) -> None:
        self.now = datetime(2026, 9, 1, 8, tzinfo=UTC)
        self.desk = Desk(store, "Priya Nair", lambda: self.now)
        self.post: list[tuple[date, str, str]] = []
        self.board = bodies.add(self.desk, "Communities Scrutiny Board (4)", BodyKind.SCRUTINY)
        self.cabinet = bodies.add(self.desk, "Cabinet", BodyKind.EXECUTIVE)
        self.holds("Scrutiny Co-ordinator", "Priya Nair", role="co_ordinator")
        self.holds("Head of Libraries", "Ruth Castellano", role="lead_officer")
        self.holds("Clerk to the Cabinet", "Owen Pryce", role="clerk", body=self.cabinet)

    def holds(self, post: str, name: str, *, kind="officer", **more) -> int:
        address = f"{name.lower().replace(' ', '.')}@example.gov.uk"
        person = people.add_person(self.desk, name, kind=kind, email=address, confirmed=True)
        people.hold(self.desk, people.add_post(self.desk, post, **more), person)
        return person

    def body(self, ref):
        with self.desk.reading() as tx:
            return Lookup(tx).frozen(ref)

    @contextmanager
    def carrier(self):
        def carry(letter):
            self.post.append((self.desk.today, letter.to[0], letter.text))
            return Told(outcome="sent", said="250 OK")

        yield carry

    def until(self, day: date) -> list[tuple[str, str]]:
        """Every morning until a day, that day among them: the sweep, and the batch released. Who heard, and when."""
        heard = len(self.post)
        while self.now.date() < day:
            self.now += timedelta(1)
            sweep(self.desk, SETTINGS, scheduled=True, how="run", carrier=self.carrier)
            with self.desk.reading() as tx:
                waiting = review.waiting(tx, self.desk, SETTINGS)
            for message in waiting:
                if message.status == "laid_out" and message.kind != "escalation":
                    review.release(self.desk, int(message.message[1:]))
        return [(f"{on:%a} {on.day} {on:%b}", name) for on, name, _ in self.post[heard:]]

    def drafts(self):
        with self.desk.reading() as tx:
            return [m for m in review.waiting(tx, self.desk, SETTINGS) if m.kind == "escalation"]


@pytest.fixture
def autumn(store):
    """The Board has met and asked; reminders are enabled."""
    autumn = Autumn(store)
    draft = Facts(title="Sunday Hours", scrutiny_body=autumn.body(autumn.board), lead_officer="Head of Libraries")
    autumn.report = make_move(autumn.desk, None, Move.DRAFT, draft).ref
    autumn.now = datetime(2026, 9, 7, 8, tzinfo=UTC)
    meeting = Sitting(autumn.body(autumn.board), On.day(date(2026, 9, 3)), MeetingStatus.HELD)
    make_move(autumn.desk, autumn.report, Move.SCRUTINISE, Facts(meeting=meeting, minute="21/26"))
    made = (Proposal("Sunday hours are kept.", autumn.body(autumn.board), autumn.body(autumn.cabinet)),)
    facts = Facts(recommendations=made, received_on=ASKED, notice_given_on=ASKED)
    case = make_move(autumn.desk, autumn.report, Move.RECOMMEND, facts).after
    autumn.number = next(f.number for f in case.follow_ups if f.clock is Clock.EXECUTIVE_RESPONSE)
    assert case.follow_up(autumn.number).due == DUE
    enable(autumn.desk, why="The chair has agreed.")
    return autumn


def test_cabinet_is_asked_in_good_time_and_stops_being_asked_when_it_answers(autumn):
    assert autumn.until(date(2026, 10, 12)) == []
    assert autumn.until(date(2026, 10, 13)) == [("Tue 13 Oct", "Ruth Castellano"), ("Tue 13 Oct", "Owen Pryce")]
    assert "It is wanted by Friday 6 November 2026" in " ".join(autumn.post[0][2].split())
    answer = Answer(1, Response.ACCEPTED, "Cabinet", On.day(date(2026, 10, 19)), action_by=date(2026, 12, 18))
    autumn.until(date(2026, 10, 19))
    make_move(autumn.desk, autumn.report, Move.RESPOND, Facts(responses=(answer,)))
    assert autumn.until(date(2026, 11, 20)) == []
    assert autumn.until(date(2026, 11, 24)) == [("Tue 24 Nov", "Ruth Castellano")], "the action, four weeks before"


def test_who_takes_over_the_post_hears_the_rest(autumn):
    autumn.until(date(2026, 10, 20))
    new = people.add_person(autumn.desk, "Dan Osei", kind="officer", email="dan.osei@example.gov.uk", confirmed=True)
    with autumn.desk.writing() as tx:
        post = people.post_ref(tx, "Head of Libraries")
        people.hand_over(autumn.desk, post, new, since=date(2026, 10, 21), why="Ruth has retired.", tx=tx)
    heard = autumn.until(date(2026, 11, 9))
    assert "Ruth Castellano" not in {name for _, name in heard}
    assert [when for when, name in heard if name == "Dan Osei"] == ["Tue 27 Oct", "Tue 3 Nov", "Mon 9 Nov"]


def test_what_the_chair_agreed_to_put_off_is_asked_for_at_its_new_day(autumn):
    autumn.until(date(2026, 11, 2))
    act = FollowUpAct("extend", autumn.number, due=date(2026, 12, 18), why="The chair agreed: the survey comes first.")
    owed.do(autumn.desk, autumn.report, act)
    before = len(autumn.post)
    assert [name for when, name in autumn.until(date(2026, 11, 23)) if when != "Tue 3 Nov"] == []
    autumn.until(date(2026, 11, 24))
    assert "Friday 18 December 2026" in autumn.post[before][2]


def test_what_stays_unanswered_stands_on_the_tracker_and_the_co_ordinator_has_a_draft(autumn):
    heard = autumn.until(date(2026, 12, 24))
    days = list(dict.fromkeys(when for when, _ in heard))
    assert days == ["Tue 13 Oct", "Tue 27 Oct", "Tue 3 Nov", "Mon 9 Nov", "Tue 24 Nov"], (
        "28, 14 and 5 days before by the weekly digest; the day after it was due; a fortnight later; then no more"
    )
    (draft,) = autumn.drafts()
    assert draft.lines[0].stage == "escalate-3"
    assert autumn.until(date(2027, 1, 8)) == [], "nobody releases it, and so it does not go"


def test_a_councillor_who_promised_something_is_not_written_to_and_the_co_ordinator_is(autumn):
    autumn.holds("Cabinet Member for Culture", "Councillor Ivo Shah", kind="councillor", role="cabinet_member")
    act = FollowUpAct("add", owner="Cabinet Member for Culture", due=date(2026, 9, 30), quote="A visit for members.")
    owed.do(autumn.desk, autumn.report, act)
    heard = autumn.until(date(2026, 9, 30))
    assert {name for _, name in heard} == {"Priya Nair"}
    assert "A visit for members." in autumn.post[0][2]
    assert "Cabinet Member for Culture" in autumn.post[0][2]


def test_what_an_old_tracker_held_is_not_asked_for_until_somebody_has_looked_at_it(autumn):
    act = FollowUpAct("add", owner="Head of Libraries", due=date(2026, 9, 30), quote="A new roof.", papers=True)
    number = owed.do(autumn.desk, autumn.report, act).opened[0].number
    assert autumn.until(date(2026, 9, 24)) == []
    owed.adopt(autumn.desk, autumn.report, (number,))
    assert autumn.until(date(2026, 9, 29)) == [("Tue 29 Sep", "Ruth Castellano")]
