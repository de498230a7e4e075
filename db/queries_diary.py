"""The reads of a diary: meetings on either side of a day, what runs against the days, what no agenda has, papers."""

from db import rows_records as rows
from db.query import Query
from db.rows import Count

_MEETING = (
    "SELECT m.ref, m.body, b.name, b.kind, m.day, m.day_last, m.time, m.venue, m.status, m.moved_from, m.minutes, "
    "m.reference, m.note, (SELECT count(DISTINCT k.report) FROM agenda_item AS k WHERE k.meeting = m.ref) "
    "FROM meeting AS m LEFT JOIN body AS b ON b.ref = m.body WHERE"
)
_OF_BODY = {"body_ref": "m.body = :body_ref"}

MEETINGS_TO_COME = Query(
    "the meetings from a day on, the next first; those without a day last",
    rows.MeetingLine,
    f"{_MEETING} NOT m.gone AND (m.day_last >= :day OR "
    "(m.day_last IS NULL AND coalesce(m.status, '') <> 'held')){where} "
    "ORDER BY coalesce(CAST(m.day AS TEXT), '9999-12-31'), m.ref LIMIT :limit",
    _OF_BODY,
)

MEETINGS_PAST = Query(
    "the meetings before a day, the latest first",
    rows.MeetingLine,
    f"{_MEETING} NOT m.gone AND (m.day_last < :day OR (m.day_last IS NULL AND m.status = 'held')){{where}} "
    "ORDER BY m.day DESC, m.ref DESC LIMIT :limit",
    _OF_BODY,
)

BODIES_THAT_MEET = Query(
    "the bodies that have or had meetings, by name",
    rows.BodyLine,
    "SELECT b.ref, b.name, b.name, b.kind, b.scrutiny, b.health, b.succeeded_by, b.version FROM body AS b "
    "WHERE EXISTS (SELECT 1 FROM meeting AS m WHERE m.body = b.ref AND NOT m.gone) ORDER BY b.name, b.ref LIMIT :limit",
)

CONSULTATIONS = Query(
    "the consultations that run between two days",
    rows.SpanLine,
    "SELECT k.report, r.title, r.body, 'consultation', k.opens, k.closes, r.lead_officer, r.exempt "
    "FROM consultation AS k JOIN report AS r ON r.ref = k.report WHERE r.state IS NOT NULL "
    "AND k.closes >= :from_day AND (k.opens IS NULL OR k.opens <= :to_day){where} "
    "ORDER BY k.closes, k.report, k.number LIMIT :limit",
    {"body": "r.body = :body"},
)

WINDOWS = Query(
    "the call-in windows that are open at some time between two days",
    rows.SpanLine,
    "SELECT f.report, r.title, r.body, f.clock, f.start, f.due, f.owner, r.exempt FROM follow_up AS f "
    "JOIN report AS r ON r.ref = f.report WHERE f.clock = 'call_in_window' AND f.ended IS NULL "
    "AND f.due >= :from_day AND (f.start IS NULL OR f.start <= :to_day){where} "
    "ORDER BY f.due, f.report, f.number LIMIT :limit",
    {"body": "r.body = :body"},
)

OWED_BETWEEN = Query(
    "what is owed by a day between two, each report's like duties of a day once",
    rows.SpanLine,
    "SELECT DISTINCT f.report, r.title, r.body, f.clock, NULL AS start, f.owed_by, f.owner, r.exempt "
    "FROM follow_up AS f JOIN report AS r ON r.ref = f.report "
    "WHERE f.owed_by >= :from_day AND f.owed_by <= :to_day{where} "
    "ORDER BY f.owed_by, f.report, f.clock LIMIT :limit",
    {"body": "r.body = :body"},
)

UNLISTED = Query(
    "the reports of a state that no agenda of a meeting to come has, by what is due next",
    rows.Opening,
    "SELECT r.ref, r.title, r.state, r.next_due FROM report AS r WHERE r.state = :state AND NOT EXISTS ("
    "SELECT 1 FROM agenda_item AS k JOIN meeting AS m ON m.ref = k.meeting WHERE k.report = r.ref "
    "AND m.status <> 'cancelled' AND m.status <> 'held'){where} "
    "ORDER BY coalesce(CAST(r.next_due AS TEXT), '9999-12-31'), r.ref LIMIT :limit",
    {"body": "r.body = :body"},
)

DOCUMENTS = Query(
    "the papers that were read, the latest first",
    rows.DocumentLine,
    "SELECT d.ref, d.path, d.kind, d.body, d.day, j.at, j.who, "
    "(SELECT count(*) FROM suggestion AS s WHERE s.document = d.ref AND s.answer IS NULL) + "
    "(SELECT count(*) FROM warning AS w WHERE w.document = d.ref AND w.settled IS NULL) "
    "FROM document AS d JOIN journal AS j ON j.entry = d.entry WHERE d.gone IS NULL ORDER BY d.ref DESC LIMIT :limit",
)

FIRST_COUNCIL = Query(
    "the council that the paper read first names",
    Count,
    "SELECT d.council, 1 FROM document AS d WHERE d.gone IS NULL AND d.council IS NOT NULL ORDER BY d.ref LIMIT :limit",
)
