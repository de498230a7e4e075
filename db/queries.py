"""Every read about reports and what is owed, by name, each with one line that says what it answers.

Days are given as `date` or ISO text. `text` is a pattern made by `like`. What is asked of records stands in
`db.queries_records`.
"""

from db import rows
from db.query import Query, like

__all__ = ["Query", "like"]

_REPORT_LINE = (
    "SELECT r.ref, r.title, r.state, r.body, r.portfolio, r.lead_officer, r.next_due, r.reference, "
    'r."key", r.last_on, r.version, r.exempt FROM report AS r'
)
_FOLLOW_UP = "FROM follow_up AS f JOIN report AS r ON r.ref = f.report"
_OWED = "SELECT f.report, r.title, f.number, f.clock, f.body, f.owner, f.due, f.agreed, {counts} AS counts, "
_OWED_END = "f.recommendation, f.quiet, r.exempt, f.note " + _FOLLOW_UP

OF_FOLLOW_UPS = {
    "body": "f.body = :body",
    "owner": "f.owner = :owner",
    "clock": "f.clock = :clock",
    "ref": "f.report = :ref",
}
"""The filters of every list of follow-ups."""

LAST_ENTRY = Query(
    "who last wrote about a record, and what",
    rows.LastEntry,
    "SELECT entry, at, who, act, move FROM journal WHERE record = :record ORDER BY entry DESC LIMIT :limit",
)

REPORTS = Query(
    "the reports, by number; `open` is any word to leave out those closed or withdrawn, `after_ref` begins after one",
    rows.ReportLine,
    f"{_REPORT_LINE} WHERE r.state IS NOT NULL{{where}} ORDER BY r.ref LIMIT :limit",
    {
        "state": "r.state = :state",
        "open": "r.state NOT IN ('closed', 'withdrawn') AND :open <> ''",
        "body": "r.body = :body",
        "portfolio": "r.portfolio = :portfolio",
        "officer": "r.lead_officer = :officer",
        "text": "(lower(r.title) LIKE :text ESCAPE '!' OR lower(coalesce(r.reference, '')) LIKE :text ESCAPE '!')",
        "after_ref": "r.ref > :after_ref",
    },
)

BY_REFERENCE = Query(
    "the reports that the papers call by a reference",
    rows.ReportLine,
    f"{_REPORT_LINE} WHERE r.reference = :reference AND r.state IS NOT NULL ORDER BY r.ref LIMIT :limit",
)

BY_TITLE = Query(
    "the reports of a title, quotes, spaces and case as they stand",
    rows.ReportLine,
    f"{_REPORT_LINE} WHERE lower(substr(r.title, 1, 100)) = lower(substr(:title, 1, 100)) "
    "AND lower(r.title) = lower(:title) AND r.state IS NOT NULL ORDER BY r.ref LIMIT :limit",
)

STATES = Query(
    "how many reports are in each state",
    rows.Count,
    "SELECT state, count(*) FROM report WHERE state IS NOT NULL GROUP BY state ORDER BY state LIMIT :limit",
)

TOUCHED_AFTER = Query(
    "the reports something happened to after a day",
    rows.Ref,
    "SELECT ref FROM report WHERE last_on > :day ORDER BY last_on, ref LIMIT :limit",
)

OVERDUE = Query(
    "what is overdue on a day against what was agreed, the longest first",
    rows.Owed,
    f"{_OWED.format(counts='f.owed_by')}{_OWED_END} WHERE f.owed_by < :day{{where}} "
    "ORDER BY f.owed_by, f.report, f.number LIMIT :limit",
    OF_FOLLOW_UPS,
)

OVERDUE_STATUTE = Query(
    "what is overdue on a day against the rule's own day, whatever was agreed beside it",
    rows.Owed,
    f"{_OWED.format(counts='f.due')}{_OWED_END} WHERE f.owed_by < :day AND f.due = f.owed_by{{where}} "
    f"UNION ALL {_OWED.format(counts='f.statute_by')}{_OWED_END} WHERE f.statute_by < :day{{where}} "
    "ORDER BY counts, 1, 3 LIMIT :limit",
    OF_FOLLOW_UPS,
)

DUE = Query(
    "what is due from a day until another, windows that close among it",
    rows.Owed,
    f"{_OWED.format(counts='f.owed_by')}{_OWED_END} "
    "WHERE f.owed_by >= :from_day AND f.owed_by <= :to_day{where} "
    f"UNION ALL {_OWED.format(counts='f.due')}{_OWED_END} WHERE f.clock = 'call_in_window' AND f.ended IS NULL "
    "AND f.due >= :from_day AND f.due <= :to_day{where} ORDER BY counts, 1, 3 LIMIT :limit",
    OF_FOLLOW_UPS,
)

OVERDUE_COUNT = Query(
    "how many follow-ups are overdue on a day against what was agreed",
    rows.Count,
    "SELECT 'overdue', count(*) FROM follow_up WHERE owed_by < :day LIMIT :limit",
)

PROMISES = Query(
    "what is owed and has no day that counts: kept with its words and its condition, the next to chase first",
    rows.Undated,
    "SELECT f.report, r.title, f.number, f.clock, f.quote, f.condition, f.owner, f.chase_on, f.body, "
    f"f.recommendation, f.paused, f.quiet, r.exempt {_FOLLOW_UP} "
    "WHERE f.ended IS NULL AND f.due IS NULL AND f.agreed IS NULL{where} "
    "ORDER BY coalesce(CAST(f.chase_on AS TEXT), '9999-12-31'), f.report, f.number LIMIT :limit",
    OF_FOLLOW_UPS,
)

WAITING = Query(
    "what is owed and waits, paused without an end or suspended by a call-in: it has a day, which does not run",
    rows.Undated,
    "SELECT f.report, r.title, f.number, f.clock, f.quote, f.condition, f.owner, f.chase_on, f.body, "
    f"f.recommendation, f.paused, f.quiet, r.exempt {_FOLLOW_UP} "
    "WHERE f.ended IS NULL AND f.owed_by IS NULL AND (f.suspended OR (f.paused AND f.paused_until IS NULL)){where} "
    "ORDER BY f.report, f.number LIMIT :limit",
    OF_FOLLOW_UPS,
)

GAPS = Query(
    "what is not known, and not settled",
    rows.Doubt,
    "SELECT g.report, r.title, g.entry, g.name, g.says, NULL, g.settled, r.exempt FROM gap AS g "
    "JOIN report AS r ON r.ref = g.report WHERE g.settled IS NULL{where} ORDER BY g.report, g.number LIMIT :limit",
    {"ref": "g.report = :ref", "body": "r.body = :body"},
)

IRREGULARITIES = Query(
    "what should not have happened so, and is not settled",
    rows.Doubt,
    "SELECT g.report, r.title, g.entry, g.name, g.says, g.why, g.settled, r.exempt FROM irregularity AS g "
    "JOIN report AS r ON r.ref = g.report WHERE g.settled IS NULL{where} ORDER BY g.report, g.number LIMIT :limit",
    {"ref": "g.report = :ref", "body": "r.body = :body"},
)

RECOMMENDATIONS = Query(
    "the recommendations with their words, for matching papers and for lists",
    rows.RecommendationLine,
    "SELECT k.report, r.title, k.number, k.text, k.words, k.from_body, k.to_body, k.response, k.implementation, "
    "k.sign_off, k.proposal FROM recommendation AS k JOIN report AS r ON r.ref = k.report "
    "WHERE r.state IS NOT NULL{where} ORDER BY k.report, k.number LIMIT :limit",
    {"ref": "k.report = :ref", "to_body": "k.to_body = :to_body", "from_body": "k.from_body = :from_body"},
)

SOURCES = Query(
    "the papers' words a report rests on",
    rows.SourceLine,
    "SELECT report, entry, path, quote, about, sha256 FROM source WHERE report = :ref ORDER BY number LIMIT :limit",
)

SOURCES_OF_PAPER = Query(
    "what rests on a paper, by its digest",
    rows.SourceLine,
    "SELECT report, entry, path, quote, about, sha256 FROM source WHERE sha256 = :sha256 "
    "ORDER BY report, number LIMIT :limit",
)

LINKS = Query(
    "the earlier minutes that reports are further to; `minute`, `body`, `ref` and `earlier` narrow it",
    rows.LinkLine,
    "SELECT k.report, r.title, k.minute, k.body, k.earlier, k.quote, k.path FROM link AS k "
    "JOIN report AS r ON r.ref = k.report WHERE r.state IS NOT NULL{where} ORDER BY k.report, k.number LIMIT :limit",
    {
        "minute": "k.minute = :minute",
        "body": "k.body = :body",
        "ref": "k.report = :ref",
        "earlier": "k.earlier = :earlier",
    },
)

MINUTES = Query(
    "the reports that were dealt with under a minute number",
    rows.MinuteLine,
    "SELECT k.report, r.title, k.minute, k.meeting_body, k.on_first, k.on_last, k.entry FROM agenda_item AS k "
    "JOIN report AS r ON r.ref = k.report WHERE k.minute = :minute{where} ORDER BY k.report, k.number LIMIT :limit",
    {"body": "k.meeting_body = :body"},
)

REACHED = Query(
    "the states reports reached, and when",
    rows.ReachedLine,
    "SELECT report, number, entry, move, state, on_first, on_last, took_place FROM reached "
    "WHERE number > 0{where} ORDER BY report, number LIMIT :limit",
    {"ref": "report = :ref", "state": "state = :state"},
)

_HISTORY = (
    "SELECT j.entry, j.at, j.who, j.record, j.act, j.move, j.from_state, j.to_state, j.on_first, j.on_last, j.body, "
    "(j.entry IN (SELECT redacted FROM redaction)) FROM journal AS j WHERE j.entry > 0{where} ORDER BY j.entry"
)

HISTORY = Query(
    "the journal, oldest first; `as_of` leaves out what happened after a day, `after_entry` begins after an entry",
    rows.HistoryLine,
    f"{_HISTORY} LIMIT :limit",
    {
        "record": "j.record = :record",
        "known_at": "j.at <= :known_at",
        "as_of": "(j.on_last IS NULL OR j.on_last <= :as_of)",
        "after_entry": "j.entry > :after_entry",
        "act": "j.act = :act",
        "words": "j.body LIKE :words ESCAPE '!'",
    },
)

LATEST = Query(
    "the journal, newest first",
    rows.HistoryLine,
    f"{_HISTORY} DESC LIMIT :limit",
    {"record": "j.record = :record", "who": "j.who = :who"},
)

FIND = Query(
    "where words stand: titles, recommendations, quotes, minutes, promises; in any case of letters",
    rows.Found,
    "SELECT 'report' AS kind, r.ref AS report, r.title, r.title AS words, r.exempt FROM report AS r "
    "WHERE r.state IS NOT NULL AND (lower(r.title) LIKE :text ESCAPE '!' "
    "OR lower(coalesce(r.reference, '')) LIKE :text ESCAPE '!') "
    "UNION ALL SELECT 'recommendation', k.report, r.title, k.words, r.exempt FROM recommendation AS k "
    "JOIN report AS r ON r.ref = k.report "
    "WHERE lower(k.words) LIKE :text ESCAPE '!' OR lower(k.text) LIKE :text ESCAPE '!' "
    "UNION ALL SELECT 'promise', f.report, r.title, coalesce(f.quote, f.condition), r.exempt FROM follow_up AS f "
    "JOIN report AS r ON r.ref = f.report "
    "WHERE lower(coalesce(f.quote, '')) LIKE :text ESCAPE '!' "
    "OR lower(coalesce(f.condition, '')) LIKE :text ESCAPE '!' "
    "UNION ALL SELECT 'quote', k.report, r.title, k.quote, r.exempt FROM source AS k "
    "JOIN report AS r ON r.ref = k.report WHERE lower(k.quote) LIKE :text ESCAPE '!' "
    "UNION ALL SELECT 'minute', k.report, r.title, k.minute, r.exempt FROM agenda_item AS k "
    "JOIN report AS r ON r.ref = k.report WHERE lower(coalesce(k.minute, '')) LIKE :text ESCAPE '!' "
    "UNION ALL SELECT 'earlier', k.report, r.title, coalesce(k.quote, k.minute), r.exempt FROM link AS k "
    "JOIN report AS r ON r.ref = k.report "
    "WHERE lower(coalesce(k.quote, '')) LIKE :text ESCAPE '!' OR lower(coalesce(k.minute, '')) LIKE :text ESCAPE '!' "
    "UNION ALL SELECT 'topic', t.report, t.title, t.title, (1 = 0) FROM topic AS t "
    "WHERE lower(t.title) LIKE :text ESCAPE '!' ORDER BY 1, 2, 4 LIMIT :limit",
)

ON_THE_DESK = Query(
    "how much is late, due until a day, open as a window, and without a day",
    rows.Count,
    "SELECT 'late', count(*) FROM follow_up WHERE owed_by < :day "
    "UNION ALL SELECT 'soon', count(*) FROM follow_up WHERE owed_by >= :day AND owed_by <= :until "
    "UNION ALL SELECT 'windows', count(*) FROM follow_up "
    "WHERE clock = 'call_in_window' AND ended IS NULL AND due >= :day "
    "UNION ALL SELECT 'undated', count(*) FROM follow_up WHERE ended IS NULL AND due IS NULL AND agreed IS NULL "
    "LIMIT :limit",
)

OWED_SOON = Query(
    "what is owed from a day until another, windows left out",
    rows.Owed,
    f"{_OWED.format(counts='f.owed_by')}{_OWED_END} WHERE f.owed_by >= :from_day AND f.owed_by <= :to_day{{where}} "
    "ORDER BY f.owed_by, f.report, f.number LIMIT :limit",
    OF_FOLLOW_UPS,
)

WINDOWS_OPEN = Query(
    "the call-in windows open on a day, the first to close first",
    rows.Owed,
    f"{_OWED.format(counts='f.due')}{_OWED_END} WHERE f.clock = 'call_in_window' AND f.ended IS NULL "
    "AND f.due >= :day{where} ORDER BY f.due, f.report, f.number LIMIT :limit",
    OF_FOLLOW_UPS,
)

LATE_AT = Query(
    "how much was late at the end of each of eleven days, `m1` the earliest; paused or not",
    rows.LateAt,
    "SELECT "
    + ", ".join(
        f"sum(CASE WHEN counts < :m{i} AND (ended_on IS NULL OR ended_on > :m{i}) THEN 1 ELSE 0 END)"
        for i in range(1, 12)
    )
    + " FROM (SELECT coalesce(agreed, due) AS counts, ended_on FROM follow_up WHERE clock <> 'call_in_window' "
    "AND coalesce(agreed, due) < :m11 AND (ended_on IS NULL OR ended_on > :m1)) AS f LIMIT :limit",
)

ANSWERED = Query(
    "how many answers that fell due between two days were given in time, or were not",
    rows.Count,
    "SELECT CASE WHEN ended_on <= coalesce(agreed, due) THEN 'in_time' ELSE 'late' END AS how, count(*) "
    "FROM follow_up WHERE clock IN ('executive_response', 'partner_response') "
    "AND coalesce(agreed, due) > :from_day AND coalesce(agreed, due) < :to_day "
    "AND (ended IS NULL OR ended = 'kept') GROUP BY 1 LIMIT :limit",
)

STAYS = Query(
    "the states of the latest reports that something happened to since a day, and when each was reached",
    rows.Stay,
    "SELECT k.report, k.state, k.on_last FROM (SELECT ref FROM report WHERE last_on > :day ORDER BY last_on DESC "
    "LIMIT 3000) AS r JOIN reached AS k ON k.report = r.ref ORDER BY k.report, k.number LIMIT :limit",
)
