"""Every read about reminders, by name, each with one line that says what it answers."""

from db import rows_reminders as rows
from db.query import Query
from states.words import Clock

_OWED = (
    "SELECT f.report, f.number, f.clock, f.owner, f.owed_by AS due, f.opened_on, f.chase_on, r.portfolio, "
    "r.lead_officer, r.body_ref, k.stage FROM follow_up AS f JOIN report AS r ON r.ref = f.report "
)
_ASKED = (
    "LEFT JOIN reminder AS k ON k.report = f.report AND k.number = f.number AND k.due = {due} "
    "AND (k.stage LIKE 'escalate-%') = ({escalating}) "
)
_AWAKE = "AND NOT f.quiet AND (f.snoozed_until IS NULL OR f.snoozed_until <= :day) "
_IN_ORDER = "ORDER BY due, f.report, f.number LIMIT :limit"
_REACHED = " ".join(f"WHEN '{clock}' THEN :reach_{clock}" for clock in Clock)

NEAR = Query(
    "what is owed up to a day that may be due for asking, with what it was asked already; not what was asked for the "
    "last time (`last` or `last_at_desk`); `reach_…` is how far ahead each clock asks",
    rows.Near,
    f"{_OWED}{_ASKED.format(due='f.owed_by', escalating='1 = 0')}"
    f"WHERE f.owed_by <= :until AND f.owed_by <= CASE f.clock {_REACHED} END {_AWAKE}"
    "AND NOT EXISTS (SELECT 1 FROM reminder AS z WHERE z.report = f.report AND z.number = f.number "
    f"AND z.stage IN (:last, :last_at_desk) AND z.due = f.owed_by) {_IN_ORDER}",
)

LATE = Query(
    "what somebody was asked about for the last time before a day and is not there yet, with the drafts that took it "
    "further; not what has had its last draft",
    rows.Near,
    f"{_OWED}{_ASKED.format(due='f.owed_by', escalating='1 = 1')}WHERE f.owed_by < :day {_AWAKE}"
    "AND EXISTS (SELECT 1 FROM reminder AS z JOIN message AS m ON m.ref = z.message WHERE z.report = f.report "
    "AND z.number = f.number AND z.stage IN (:last, :last_at_desk) AND z.due = f.owed_by AND m.day < :day "
    "AND m.status = 'sent') "
    "AND NOT EXISTS (SELECT 1 FROM reminder AS z WHERE z.report = f.report AND z.number = f.number "
    f"AND z.stage = :last_draft AND z.due = f.owed_by) {_IN_ORDER}",
)

WINDOWS = Query(
    "the call-in windows that close, or have closed, between two days, with what was told of them",
    rows.Near,
    f"{_OWED.replace('f.owed_by AS due', 'f.due AS due')}{_ASKED.format(due='f.due', escalating='1 = 0')}"
    f"WHERE f.clock = 'call_in_window' AND f.ended IS NULL AND f.due >= :from_day AND f.due <= :to_day {_AWAKE}"
    f"{_IN_ORDER}",
)

_UNDATED = (
    _OWED.replace("f.owed_by AS due", "{due} AS due")
    + _ASKED.format(due="{due}", escalating="1 = 0")
    + "WHERE f.ended IS NULL AND f.due IS NULL AND f.agreed IS NULL AND NOT f.paused AND NOT f.suspended AND {{when}} "
    + _AWAKE
    + "AND NOT EXISTS (SELECT 1 FROM reminder AS z WHERE z.report = f.report AND z.number = f.number "
    "AND z.stage = :last AND z.due = {due}) "
)
_CHASED = _UNDATED.format(due="f.chase_on").format(when="f.chase_on <= :day")
_ASKED_FOR = _UNDATED.format(due="f.opened_on").format(when="f.chase_on IS NULL AND f.opened_on <= :day")

UNDATED = Query(
    "what is owed without a day and was to be chased by a day, or was opened by then, with how often it was chased",
    rows.Near,
    f"{_CHASED}UNION ALL {_ASKED_FOR}ORDER BY 5, 1, 2 LIMIT :limit",
)

STANDING = Query(
    "how one follow-up stands, for looking again before something about it leaves",
    rows.Standing,
    "SELECT f.clock, f.owner, CASE WHEN f.clock = 'call_in_window' THEN f.due ELSE f.owed_by END, f.opened_on, "
    "f.chase_on, r.portfolio, r.lead_officer, r.body_ref, f.ended, f.ended_on, f.quiet, f.snoozed_until, "
    "(f.due IS NULL AND f.agreed IS NULL), (f.paused OR f.suspended) FROM follow_up AS f "
    "JOIN report AS r ON r.ref = f.report WHERE f.report = :ref AND f.number = :number LIMIT :limit",
)

_MESSAGE = (
    "SELECT m.ref, m.person, p.name, p.email, m.kind, m.day, m.status, m.message_id, m.items, m.note, m.released_by, "
    "m.tries, m.next_try, m.said, m.sent_at, m.settled, m.version, m.subject, m.words, "
    "m.address, m.copies FROM message AS m "
    "JOIN person AS p ON p.ref = m.person "
)
_WAITS = (
    "(m.status = 'laid_out' OR m.status = 'released' OR m.status = 'claimed' OR m.status = 'later' "
    "OR m.status = 'unknown')"
)

WAITING_MESSAGES = Query(
    "the messages that have not gone, the earliest first: laid out for a person to release, or on their way",
    rows.MessageLine,
    f"{_MESSAGE}WHERE {_WAITS}{{where}} ORDER BY m.day, m.person, m.ref LIMIT :limit",
    {
        "status": "m.status = :status",
        "person_ref": "m.person = :person_ref",
        "until": "m.day <= :until",
        "from_day": "m.day >= :from_day",
        "kind": "m.kind = :kind",
    },
)

TO_SEND = Query(
    "the messages that may go: released or claimed for a day that has come, and no sweep has them on their way; with "
    "`now` those that rest are left out",
    rows.MessageLine,
    f"{_MESSAGE}WHERE {_WAITS} AND m.status <> 'laid_out' AND m.day <= :until "
    "AND NOT EXISTS (SELECT 1 FROM sweep AS s WHERE s.sending = m.ref AND s.ended IS NULL){where} "
    "ORDER BY m.day, m.person, m.ref LIMIT :limit",
    {"message": "m.ref = :message", "now": "(m.next_try IS NULL OR m.next_try <= :now)"},
)

MESSAGES = Query(
    "the messages there are, the latest first",
    rows.MessageLine,
    f"{_MESSAGE}WHERE m.ref > 0{{where}} ORDER BY m.ref DESC LIMIT :limit",
    {"message": "m.ref = :message", "status": "m.status = :status", "person_ref": "m.person = :person_ref"},
)

FAILED_MESSAGES = Query(
    "the messages that were refused for good, and that nobody has settled yet",
    rows.MessageLine,
    f"{_MESSAGE}WHERE m.status = 'refused' AND m.settled IS NULL ORDER BY m.day, m.ref LIMIT :limit",
)

WENT = Query(
    "what was asked about a report and of whom, the earliest first: sent, on its way, or left out",
    rows.Went,
    "SELECT k.report, k.number, k.stage, k.due, k.left_out, m.ref, m.entry, m.person, p.name, m.kind, m.status, m.day, "
    "m.sent_at, m.said, f.clock, f.recommendation, j.at, j.who FROM reminder AS k JOIN message AS m "
    "ON m.ref = k.message JOIN journal AS j ON j.entry = m.entry JOIN person AS p ON p.ref = m.person "
    "LEFT JOIN follow_up AS f ON f.report = k.report AND f.number = k.number "
    "WHERE k.report = :ref{where} ORDER BY m.entry, k.number, k.stage LIMIT :limit",
    {"number": "k.number = :number", "status": "m.status = :status"},
)

SWEEPS = Query(
    "the sweeps, the latest first",
    rows.SweepLine,
    "SELECT ref, worker, how, day, began, beat, ended, sending, claimed, sent, failed, waiting, trouble, head, plan, "
    "in_hand FROM sweep WHERE ref > 0{where} ORDER BY ref DESC LIMIT :limit",
    {"how": "how = :how", "sweep": "ref = :sweep"},
)

AT_WORK = Query(
    "the sweeps that have not ended",
    rows.SweepLine,
    "SELECT ref, worker, how, day, began, beat, ended, sending, claimed, sent, failed, waiting, trouble, head, plan, "
    "in_hand FROM sweep WHERE ended IS NULL ORDER BY ref LIMIT :limit",
)

SNOOZED = Query(
    "the people who are left alone on a day",
    rows.SnoozeLine,
    "SELECT z.ref, z.person, p.name, z.until, z.note FROM snooze AS z JOIN person AS p ON p.ref = z.person "
    "WHERE z.until > :day ORDER BY p.name, z.ref LIMIT :limit",
)

MEETING_DAYS = Query(
    "the meetings between two days that are not cancelled, by body and day",
    rows.MeetingDay,
    "SELECT m.body, b.name, m.day FROM meeting AS m JOIN body AS b ON b.ref = m.body "
    "WHERE m.day >= :from_day AND m.day <= :to_day AND (m.day_last IS NULL OR m.day_last = m.day) "
    "AND coalesce(m.status, '') <> 'cancelled'{where} ORDER BY m.day, m.ref LIMIT :limit",
    {"body_ref": "m.body = :body_ref"},
)

TOUCHED_SINCE = Query(
    "the last entry after an entry that is about anything but messages",
    rows.Touched,
    "SELECT entry FROM journal WHERE entry > :entry AND record NOT LIKE 'L%' ORDER BY entry DESC LIMIT :limit",
)
