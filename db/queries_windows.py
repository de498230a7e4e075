"""The windowed reads of long lists: a page after a row or before it, how many rows there are, and which is the n-th.

A list is read along an index in one or two stretches: the rows that have the value it is ordered by, then those that
have none. Whatever the order, `after_ref` and `after_part` part the rows whose values are alike.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from db import rows_windows as rows
from db.query import Query
from db.statements import Kind
from db.words_index import reports_with

WORDS = tuple(f"word{n}" for n in range(1, 7))
"""The parameters for words that are searched, each as `db.words_index.term` writes it."""


class Order(NamedTuple):
    """An order of a list: the SQL of the value, whether it is a day, and whether rows may have none."""

    value: str
    is_day: bool = False
    may_lack: bool = False


REPORT_ORDERS: Mapping[str, Order] = {
    "number": Order(""),
    "title": Order("lower(substr(r.title, 1, 100))"),
    "state": Order("r.state"),
    "body": Order("r.body", may_lack=True),
    "officer": Order("r.lead_officer", may_lack=True),
    "portfolio": Order("r.portfolio", may_lack=True),
    "due": Order("r.next_due", is_day=True, may_lack=True),
    "changed": Order("r.last_on", is_day=True, may_lack=True),
}
"""The orders of the reports; each has its index."""

FOLLOW_UP_ORDERS: Mapping[str, Order] = {
    "due": Order("f.owed_by", is_day=True, may_lack=True),
    "report": Order(""),
}
"""The orders of follow-ups; each has its index, `due` only for those that are open."""

_REPORT = (
    "r.ref, r.title, r.state, r.body, r.portfolio, r.lead_officer, r.next_due, r.reference, r.last_on, r.exempt FROM "
    "report AS r"
)
_FOLLOW_UP = (
    "f.report, f.number, (SELECT title FROM report WHERE ref = f.report), f.clock, f.body, f.owner, f.due, f.agreed, "
    "f.owed_by, f.recommendation, f.condition, f.quote, f.chase_on, f.paused, f.suspended, f.ended, f.ended_on, "
    "(SELECT exempt FROM report WHERE ref = f.report) FROM follow_up AS f"
)
_STRUCK = "r.ref NOT IN (SELECT ref FROM report WHERE state IS NULL)"


class Stretch(NamedTuple):
    """One stretch of a list, as its reads are written: whether its rows have a value, and its own condition."""

    valued: bool
    condition: str


@lru_cache
def filters(what: str, kind: Kind) -> dict[str, str]:
    """The filters of a list, each with its condition."""
    if what == "reports":
        found = {
            "body": "r.body = :body",
            "officer": "r.lead_officer = :officer",
            "portfolio": "r.portfolio = :portfolio",
            "state": "r.state = :state",
            "reference": "r.reference = :reference",
            "ref": "r.ref = :ref",
            "day": "r.next_due < :day",
            "from_day": "r.next_due >= :from_day",
            "until": "r.next_due <= :until",
            "open": "r.state NOT IN ('closed', 'withdrawn') AND :open <> ''",
            "over": "r.state IN ('closed', 'withdrawn') AND :over <> ''",
            "undated": "r.next_due IS NULL AND r.state NOT IN ('closed', 'withdrawn') AND :undated <> ''",
            "owner": "r.ref IN (SELECT report FROM follow_up WHERE owed_by IS NOT NULL AND owner = :owner)",
            "clock": "r.ref IN (SELECT report FROM follow_up WHERE ended IS NULL AND clock = :clock)",
        }
        ref = "r.ref"
    else:
        found = {
            "body": "f.body = :body",
            "owner": "f.owner = :owner",
            "clock": "f.clock = :clock",
            "ref": "f.report = :ref",
            "day": "f.owed_by < :day",
            "from_day": "f.owed_by >= :from_day",
            "until": "f.owed_by <= :until",
            "undated": "f.due IS NULL AND f.agreed IS NULL AND f.ended IS NULL AND :undated <> ''",
            "over": "f.ended IS NOT NULL AND :over <> ''",
            "officer": "f.report IN (SELECT ref FROM report WHERE lead_officer = :officer)",
            "portfolio": "f.report IN (SELECT ref FROM report WHERE portfolio = :portfolio)",
            "state": "f.report IN (SELECT ref FROM report WHERE state = :state)",
            "reference": "f.report IN (SELECT ref FROM report WHERE reference = :reference)",
        }
        ref = "f.report"
    return found | {word: f"{ref} IN {reports_with(kind, word)}" for word in WORDS}


def orders(what: str) -> Mapping[str, Order]:
    """The orders of a list."""
    return REPORT_ORDERS if what == "reports" else FOLLOW_UP_ORDERS


def stretches(what: str, order: str, *, every: bool) -> tuple[Stretch, ...]:
    """The stretches of a list in an order; `every` follow-up, or (otherwise) those that are open."""
    its = orders(what)[order]
    if what == "reports":
        if not its.value:
            return (Stretch(False, _STRUCK),)
        if not its.may_lack:
            return (Stretch(True, _STRUCK),)
        there, lacking = f"{its.value} IS NOT NULL AND {_STRUCK}", f"{its.value} IS NULL AND {_STRUCK}"
        return Stretch(True, there), Stretch(False, lacking)
    if order == "report":
        return (Stretch(False, "f.number > 0" if every else "f.ended IS NULL"),)
    return Stretch(True, "f.owed_by IS NOT NULL"), Stretch(False, "f.owed_by IS NULL AND f.ended IS NULL")


@lru_cache(maxsize=256)
def page(what: str, order: str, stretch: Stretch, *, falling: bool, begun: bool, kind: Kind) -> Query[Any]:
    """Reads rows of a stretch in an order or against it (`falling`), from its end or (`begun`) after a row."""
    its, keys = orders(what)[order], _keys(what)
    value = its.value if stretch.valued else ""
    way, sign = (" DESC", "<") if falling else ("", ">")
    by = ", ".join(f"{name}{way}" for name in ((value,) if value else ()) + tuple(name for name, _ in keys))
    after = ""
    if begun:
        told = ((value, "after_day" if its.is_day else "after_text"), *keys) if value else keys
        left, right = ", ".join(name for name, _ in told), ", ".join(f":{parameter}" for _, parameter in told)
        after = f" AND ({left}) {sign} ({right})" if len(told) > 1 else f" AND {left} {sign} {right}"
    columns = _REPORT if what == "reports" else _FOLLOW_UP
    row: type[Any] = rows.ReportWindowed if what == "reports" else rows.FollowUpWindowed
    return Query(
        f"{what} by {order}, from a row on",
        row,
        f"SELECT {value or 'NULL'}, {columns} WHERE {stretch.condition}{after}{{where}} ORDER BY {by} "
        "LIMIT :limit OFFSET :skipped",
        filters(what, kind),
    )


@lru_cache(maxsize=64)
def many(what: str, order: str, stretch: Stretch, *, before: bool, falling: bool, kind: Kind) -> Query[rows.Many]:
    """How many rows a stretch has; `before`: how many stand before a row.

    Reports by number are counted along an index (`+`), which is a tenth of the rows themselves.
    """
    its, keys = orders(what)[order], _keys(what)
    if what == "reports" and not stretch.valued:
        keys = tuple((f"+{name}", parameter) for name, parameter in keys)
    after = ""
    if before:
        sign = ">" if falling else "<"
        told = keys
        if stretch.valued:
            told = ((its.value, "after_day" if its.is_day else "after_text"), *keys)
        left, right = ", ".join(name for name, _ in told), ", ".join(f":{parameter}" for _, parameter in told)
        after = f" AND ({left}) {sign} ({right})" if len(told) > 1 else f" AND {left} {sign} {right}"
    table = "report AS r" if what == "reports" else "follow_up AS f"
    return Query(
        f"how many {what} there are",
        rows.Many,
        f"SELECT count(*) FROM {table} WHERE {stretch.condition}{after}{{where}} LIMIT :limit",
        filters(what, kind),
    )


@lru_cache
def one(what: str, order: str, kind: Kind) -> Query[Any]:
    """One row by its key, with the value it is ordered by."""
    its = orders(what)[order]
    columns = _REPORT if what == "reports" else _FOLLOW_UP
    row: type[Any] = rows.ReportWindowed if what == "reports" else rows.FollowUpWindowed
    where = " AND ".join(f"{name} = :{parameter}" for name, parameter in _keys(what))
    return Query(
        f"one of the {what}",
        row,
        f"SELECT {its.value or 'NULL'}, {columns} WHERE {where}{{where}} LIMIT :limit",
        filters(what, kind),
    )


def _keys(what: str) -> tuple[tuple[str, str], ...]:
    if what == "reports":
        return (("r.ref", "after_ref"),)
    return ("f.report", "after_ref"), ("f.number", "after_part")


def _different(table: str, column: str) -> str:
    """The different values of a column, read from one to the next along its index."""
    return (
        f"WITH RECURSIVE v (x) AS (SELECT min({column}) FROM {table} UNION ALL SELECT (SELECT min({column}) "
        f"FROM {table} WHERE {column} > v.x) FROM v WHERE v.x IS NOT NULL) "
        "SELECT x FROM v WHERE x IS NOT NULL LIMIT :limit"
    )


VALUES = {
    "body": Query("the bodies of reports", rows.Value, _different("report", "body")),
    "officer": Query("the lead officers", rows.Value, _different("report", "lead_officer")),
    "portfolio": Query("the portfolios", rows.Value, _different("report", "portfolio")),
    "owner": Query(
        "who owes something now",
        rows.Value,
        "SELECT DISTINCT owner FROM follow_up WHERE owed_by IS NOT NULL AND owner IS NOT NULL ORDER BY 1 LIMIT :limit",
    ),
}
"""The values that a filter's name can have, for completion."""
