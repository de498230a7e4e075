"""The views for people who ask in SQL. Their columns are a promise: `docs/sql-views.md` tells each one.

`overdue_follow_ups` is the one place that asks the machine for today; everything else is given a day.
"""

_BOARD = """CREATE VIEW board AS
SELECT 'R' || ref AS report, title, state, body, portfolio, lead_officer, reference, "key", exempt, next_due, last_on
FROM report
WHERE state IS NOT NULL"""

_FOLLOW_UPS = """CREATE VIEW follow_ups AS
SELECT 'R' || f.report AS report, r.title, f.number, f.clock, f.body, f.owner, f.start, f.due, f.agreed,
       f.owed_by, coalesce(f.statute_by, CASE WHEN f.due = f.owed_by THEN f.due END) AS statute_by,
       f.recommendation, f.condition, f.quote, r.exempt, f.paused, f.suspended,
       f.chase_on, f.opened_on, f.ended, f.ended_on
FROM follow_up AS f JOIN report AS r ON r.ref = f.report"""

_OVERDUE = """CREATE VIEW overdue_follow_ups AS
SELECT 'R' || f.report AS report, r.title, f.number, f.clock, f.body, f.owner, f.due, f.agreed, f.owed_by,
       {days_late} AS days_late, f.recommendation, r.exempt
FROM follow_up AS f JOIN report AS r ON r.ref = f.report
WHERE f.owed_by < {today}"""

NAMES = ("board", "follow_ups", "overdue_follow_ups")
"""The views there are."""


def views(dialect: str) -> list[str]:
    """The views of a store (`sqlite` or `postgresql`), each a statement."""
    if dialect == "sqlite":
        today, late = "date('now')", "CAST(julianday(date('now')) - julianday(f.owed_by) AS INTEGER)"
    else:
        today, late = "CURRENT_DATE", "CURRENT_DATE - f.owed_by"
    return [_BOARD, _FOLLOW_UPS, _OVERDUE.format(today=today, days_late=late)]
