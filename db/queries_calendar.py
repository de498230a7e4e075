"""The reads for calendars: what has a day from one day to another, with the instant it last changed."""

from db import rows_calendar as rows
from db.query import Query

MARK = Query(
    "what tells this database from every other: the seal of its first entry",
    rows.Mark,
    "SELECT hash FROM journal WHERE entry = 1 LIMIT :limit",
)

MEETINGS = Query(
    "the meetings from a day to another, cancelled ones too; of a body, or with a report of a lead officer's",
    rows.MeetingDay,
    "SELECT m.ref, b.name, coalesce(m.day, m.day_last), coalesce(m.day_last, m.day), m.time, m.venue, m.status, "
    "m.moved_from, m.version, j.at FROM meeting AS m LEFT JOIN body AS b ON b.ref = m.body "
    "JOIN journal AS j ON j.entry = m.entry WHERE coalesce(m.day_last, m.day) >= :from_day "
    "AND coalesce(m.day, m.day_last) <= :to_day{where} ORDER BY coalesce(m.day, m.day_last), m.ref LIMIT :limit",
    {
        "body_ref": "m.body = :body_ref",
        "officer": "EXISTS (SELECT 1 FROM agenda_item AS k JOIN report AS r ON r.ref = k.report "
        "WHERE k.meeting = m.ref AND r.lead_officer = :officer)",
    },
)

LISTED = Query(
    "the reports on the agendas of meetings from a day to another",
    rows.ListedAt,
    "SELECT DISTINCT k.meeting, r.ref, r.title, r.reference, r.exempt, r.at FROM agenda_item AS k "
    "JOIN report AS r ON r.ref = k.report JOIN meeting AS m ON m.ref = k.meeting WHERE r.state IS NOT NULL "
    "AND coalesce(m.day_last, m.day) >= :from_day AND coalesce(m.day, m.day_last) <= :to_day{where} "
    "ORDER BY k.meeting, r.ref LIMIT :limit",
    {"body_ref": "m.body = :body_ref"},
)

DUE_DAYS = Query(
    "what is or was owed by a day from one to another, windows too; owed by somebody, or by a lead officer's report",
    rows.DueDay,
    "SELECT f.report, f.number, f.clock, r.title, r.reference, r.exempt, f.body, f.owner, f.due, f.agreed, f.owed_by, "
    "f.in_force, f.recommendation, f.suspended, f.paused, f.ended, f.ended_on, r.version, r.at FROM follow_up AS f "
    "JOIN report AS r ON r.ref = f.report WHERE r.state IS NOT NULL AND coalesce(f.agreed, f.due) >= :from_day "
    "AND coalesce(f.agreed, f.due) <= :to_day{where} ORDER BY coalesce(f.agreed, f.due), f.report, f.number "
    "LIMIT :limit",
    {
        "body_ref": "r.body_ref = :body_ref",
        "officer": "(f.owner = :officer OR (f.owner IS NULL AND r.lead_officer = :officer))",
    },
)

POSTS_OF = Query(
    "the posts that a person of a name holds on a day",
    rows.PostHeld,
    "SELECT DISTINCT q.title FROM post AS q JOIN tenure AS t ON t.post = q.ref JOIN person AS p ON p.ref = t.person "
    "WHERE lower(p.name) = lower(:name) AND (t.from_day IS NULL OR t.from_day <= :day) "
    "AND (t.to_day IS NULL OR t.to_day >= :day) ORDER BY q.title LIMIT :limit",
)

LEAD_OFFICER = Query(
    "whether any report has this lead officer",
    rows.PostHeld,
    "SELECT lead_officer FROM report WHERE lead_officer = :officer LIMIT :limit",
)
