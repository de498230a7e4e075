"""Every read about records that are not reports, by name, each with one line that says what it answers."""

from db import rows
from db.query import Query

MEETINGS = Query(
    "the meetings, by day; those without a day last",
    rows.MeetingLine,
    "SELECT m.ref, m.body, b.name, b.kind, m.day, m.day_last, m.time, m.venue, m.status, m.moved_from, m.minutes, "
    "m.reference, m.note, (SELECT count(DISTINCT k.report) FROM agenda_item AS k WHERE k.meeting = m.ref) "
    "FROM meeting AS m LEFT JOIN body AS b ON b.ref = m.body WHERE NOT m.gone{where} "
    "ORDER BY coalesce(CAST(m.day AS TEXT), '9999-12-31'), m.ref LIMIT :limit",
    {
        "body_ref": "m.body = :body_ref",
        "body": "b.name = :body",
        "from_day": "coalesce(m.day_last, m.day) >= :from_day",
        "to_day": "m.day <= :to_day",
        "status": "m.status = :status",
        "ref": "m.ref = :ref",
        "reference": "m.reference = :reference",
    },
)

AGENDA = Query(
    "what is on a meeting's agenda",
    rows.AgendaLine,
    "SELECT k.report, r.title, r.state, k.item_number, k.minute, k.to_follow, k.outcome, k.entry, r.exempt "
    "FROM agenda_item AS k JOIN report AS r ON r.ref = k.report WHERE k.meeting = :meeting "
    "ORDER BY k.item_number, k.report, k.number LIMIT :limit",
)

_LATER = "move IN ('hear_again', 'defer', 'refer_to_council', 'reopen')"
"""`db.tables_journal.MEETS_LATER`, by which they are found; that module is not for quick commands."""

MEETING_NAMED = Query(
    "the acts in which a meeting may be named that is waited for, as entered or amended; `text` is its number",
    rows.ActLine,
    f"SELECT record, body, entry FROM journal WHERE {_LATER} AND body LIKE :text ESCAPE '!' UNION "
    f"SELECT a.record, a.body, a.entry FROM (SELECT record FROM journal WHERE {_LATER}) AS m JOIN journal AS a "
    "ON a.record = m.record WHERE a.act = 'amend' AND a.body LIKE :text ESCAPE '!' ORDER BY 3 LIMIT :limit",
)

PROGRAMME = Query(
    "the topics on the work programme",
    rows.TopicLine,
    "SELECT t.ref, t.title, t.body, b.name, t.note, t.report, t.status, t.version FROM topic AS t "
    "LEFT JOIN body AS b ON b.ref = t.body WHERE t.ref > 0{where} ORDER BY t.ref LIMIT :limit",
    {"status": "t.status = :status", "body_ref": "t.body = :body_ref", "ref": "t.ref = :ref"},
)

BODIES = Query(
    "the bodies by the names they had on a day",
    rows.BodyLine,
    "SELECT b.ref, coalesce((SELECT n.name FROM body_name AS n WHERE n.body = b.ref "
    "AND (n.from_day IS NULL OR n.from_day <= :day) AND (n.to_day IS NULL OR n.to_day >= :day) "
    "ORDER BY coalesce(CAST(n.from_day AS TEXT), '') DESC, n.ref DESC LIMIT 1), b.name), b.name, "
    "b.kind, b.scrutiny, b.health, b.succeeded_by, b.version FROM body AS b WHERE NOT b.gone{where} "
    "ORDER BY b.ref LIMIT :limit",
    {"kind": "b.kind = :kind", "ref": "b.ref = :ref"},
)

BODIES_NAMED = Query(
    "the bodies that have or had a name, in any case of letters, with the days they had it",
    rows.BodyByName,
    "SELECT b.ref, b.name, NULL AS from_day, NULL AS to_day, b.kind, b.scrutiny, b.health, b.succeeded_by "
    "FROM body AS b WHERE lower(b.name) = lower(:name) AND NOT b.gone "
    "AND NOT EXISTS (SELECT 1 FROM body_name AS n WHERE n.body = b.ref AND lower(n.name) = lower(:name)) "
    "UNION ALL SELECT b.ref, n.name, CAST(n.from_day AS TEXT), CAST(n.to_day AS TEXT), b.kind, b.scrutiny, b.health, "
    "b.succeeded_by FROM body_name AS n JOIN body AS b ON b.ref = n.body WHERE lower(n.name) = lower(:name) "
    "AND NOT b.gone ORDER BY 1, 3 LIMIT :limit",
)

PEOPLE = Query(
    "the people, by name",
    rows.PersonLine,
    "SELECT p.ref, p.name, p.kind, p.email, p.email_confirmed, p.version FROM person AS p "
    "WHERE p.ref > 0{where} ORDER BY p.name, p.ref LIMIT :limit",
    {"kind": "p.kind = :kind", "name": "lower(p.name) = lower(:name)", "email": "lower(p.email) = lower(:email)"},
)

HOLDERS = Query(
    "the posts and who holds each on a day; a post that nobody holds stands there without a person",
    rows.Holder,
    "SELECT q.ref, q.title, q.role, q.body, b.name, h.ref, p.ref, p.name, p.kind, p.email, p.email_confirmed, "
    "h.from_day, h.to_day, h.deputy FROM post AS q LEFT JOIN body AS b ON b.ref = q.body "
    "LEFT JOIN tenure AS h ON h.post = q.ref AND (h.from_day IS NULL OR h.from_day <= :day) "
    "AND (h.to_day IS NULL OR h.to_day >= :day) LEFT JOIN person AS p ON p.ref = h.person "
    "WHERE q.ref > 0{where} ORDER BY q.title, q.ref, h.deputy, h.ref LIMIT :limit",
    {
        "title": "lower(q.title) = lower(:title)",
        "role": "q.role = :role",
        "ref": "q.ref = :ref",
        "body_ref": "q.body = :body_ref",
        "person": "p.name = :person",
    },
)

TENURES = Query(
    "everybody who ever held a post, the latest last",
    rows.Holder,
    "SELECT q.ref, q.title, q.role, q.body, b.name, h.ref, p.ref, p.name, p.kind, p.email, p.email_confirmed, "
    "h.from_day, h.to_day, h.deputy FROM tenure AS h JOIN post AS q ON q.ref = h.post "
    "JOIN person AS p ON p.ref = h.person LEFT JOIN body AS b ON b.ref = q.body WHERE h.ref > 0{where} "
    "ORDER BY q.ref, coalesce(CAST(h.from_day AS TEXT), ''), h.ref LIMIT :limit",
    {"ref": "q.ref = :ref"},
)

SUGGESTIONS = Query(
    "the suggestions that wait for a person",
    rows.SuggestionLine,
    "SELECT s.ref, s.document, d.path, s.report, s.kind, s.words, s.quote, s.other, s.answer, s.version "
    "FROM suggestion AS s LEFT JOIN document AS d ON d.ref = s.document WHERE s.answer IS NULL{where} "
    "ORDER BY s.ref LIMIT :limit",
    {"report": "s.report = :report", "document": "s.document = :document", "kind": "s.kind = :kind"},
)

WARNINGS = Query(
    "the doubts about papers' words that are not settled",
    rows.WarningLine,
    "SELECT w.ref, w.document, d.path, w.report, w.code, w.message, w.quote, w.settled, w.version, w.choices "
    "FROM warning AS w LEFT JOIN document AS d ON d.ref = w.document WHERE w.settled IS NULL{where} "
    "ORDER BY w.ref LIMIT :limit",
    {"report": "w.report = :report", "document": "w.document = :document", "code": "w.code = :code"},
)

RULES = Query(
    "the council's rules through time, the earliest first; of two for one day the later entered stands last",
    rows.RulesLine,
    'SELECT ref, from_day, "values", version FROM rules WHERE ref > 0 ORDER BY from_day, entry LIMIT :limit',
)
