"""The windowed reads of long lists: a page after a row or before it, how many rows there are, and which is the n-th.

A list is read along an index, stretch by stretch and strand by strand (`db.list_orders`), or by its keys once it is
sorted. Whatever the order, `after_ref` and `after_part` part the rows whose values are alike.
"""

from functools import lru_cache
from typing import Any

from db import rows_windows as rows
from db.list_orders import CLOSING, DAY, Strand, orders
from db.query import Query
from db.statements import Kind
from db.words_index import reports_with

WORDS = tuple(f"word{n}" for n in range(1, 7))
"""The parameters for words that are searched, each as `db.words_index.term` writes it."""

PART = 1 << 20
"""A follow-up's key in a sorted list is its report's number times this, and its own."""

_REPORT = (
    "r.ref, r.title, r.state, r.body, r.portfolio, r.lead_officer, r.next_due, r.reference, r.last_on, r.exempt, "
    f"{CLOSING} FROM report AS r"
)
_FOLLOW_UP = (
    "f.report, f.number, (SELECT title FROM report WHERE ref = f.report), f.clock, f.body, f.owner, f.due, f.agreed, "
    "f.owed_by, f.recommendation, f.condition, f.quote, f.chase_on, f.paused, f.suspended, f.ended, f.ended_on, "
    "(SELECT exempt FROM report WHERE ref = f.report), f.note FROM follow_up AS f"
)


@lru_cache
def filters(what: str, kind: Kind, day: str = DAY) -> dict[str, str]:
    """The filters of a list, each with its condition; `day` is the day that follow-ups show."""
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
            "from_day": f"{day} >= :from_day",
            "until": f"{day} <= :until",
            "undated": "f.due IS NULL AND f.agreed IS NULL AND f.ended IS NULL AND :undated <> ''",
            "over": "f.ended IS NOT NULL AND :over <> ''",
            "officer": "f.report IN (SELECT ref FROM report WHERE lead_officer = :officer)",
            "portfolio": "f.report IN (SELECT ref FROM report WHERE portfolio = :portfolio)",
            "state": "f.report IN (SELECT ref FROM report WHERE state = :state)",
            "reference": "f.report IN (SELECT ref FROM report WHERE reference = :reference)",
        }
        ref = "f.report"
    return found | {word: f"{ref} IN {reports_with(kind, word)}" for word in WORDS}


@lru_cache(maxsize=256)
def page(what: str, order: str, strand: Strand, *, falling: bool, begun: bool, kind: Kind) -> Query[Any]:
    """Reads rows of a strand in an order or against it (`falling`), from its end or (`begun`) after a row."""
    value, way = strand.value, " DESC" if falling else ""
    by = ", ".join(f"{name}{way}" for name in ((value,) if value else ()) + tuple(name for name, _ in _keys(what)))
    after = _beyond(what, order, strand, ">" if not falling else "<") if begun else ""
    return Query(
        f"{what} by {order}, from a row on",
        _row(what),
        f"SELECT {value or 'NULL'}, {_columns(what)} WHERE {strand.condition}{after}{{where}} ORDER BY {by} "
        "LIMIT :limit OFFSET :skipped",
        _filters(what, strand, kind),
    )


@lru_cache(maxsize=64)
def many(what: str, order: str, strand: Strand, *, before: bool, falling: bool, kind: Kind) -> Query[rows.Many]:
    """How many rows a strand has; `before`: how many stand before a row.

    Reports by number are counted along an index (`+`), which is a tenth of the rows themselves.
    """
    plus = "+" if what == "reports" and not strand.value else ""
    after = _beyond(what, order, strand, ">" if falling else "<", plus) if before else ""
    table = "report AS r" if what == "reports" else "follow_up AS f"
    return Query(
        f"how many {what} there are",
        rows.Many,
        f"SELECT count(*) FROM {table} WHERE {strand.condition}{after}{{where}} LIMIT :limit",
        _filters(what, strand, kind),
    )


@lru_cache
def one(what: str, order: str, kind: Kind) -> Query[Any]:
    """One row by its key, with the value it is ordered by; `what` in an order that indexes keep."""
    its = orders(what)[order]
    where = " AND ".join(f"{name} = :{parameter}" for name, parameter in _keys(what))
    return Query(
        f"one of the {what}",
        _row(what),
        f"SELECT {its.value or 'NULL'}, {_columns(what)} WHERE {where}{{where}} LIMIT :limit",
        filters(what, kind),
    )


@lru_cache
def keys(order: str, kind: Kind, *, every: bool, first: bool, falling: bool) -> Query[rows.Key]:
    """The keys of follow-ups in an order that no index keeps; those that lack the value come last.

    Those whose values are alike go by their day. `first`: only as many as the limit says. Else all: on PostgreSQL as
    one text of bytes, eight to a key; on SQLite without a limit, since it sorts three times faster without.
    """
    value, table = _sorted_by(order, every)
    key = f"CAST(f.report AS BIGINT) * {PART} + f.number"
    way, nulls = (" DESC", "FIRST") if falling else ("", "LAST")
    alike = () if order == "due" else (f"{DAY}{way} NULLS {nulls}",)
    by = ", ".join((f"{value}{way} NULLS LAST", *alike, f"{key}{way}"))
    sql = f"SELECT {key} FROM {table}{{where}} ORDER BY {by}{' LIMIT :limit' if first else ''}"
    if kind == "postgresql" and not first:
        sql = f"SELECT string_agg(int8send({key}), CAST('' AS BYTEA) ORDER BY {by}) FROM {table}{{where}}"
    return Query(f"the keys of follow-ups by {order}", rows.Key, sql, filters("follow_ups", kind))


@lru_cache
def lacking(order: str, kind: Kind, *, every: bool) -> Query[rows.Many]:
    """How many follow-ups lack the value of an order that no index keeps."""
    value, table = _sorted_by(order, every)
    return Query(
        f"how many follow-ups have no {order}",
        rows.Many,
        f"SELECT count(*) FROM {table} AND {value} IS NULL{{where}} LIMIT :limit",
        filters("follow_ups", kind),
    )


def _sorted_by(order: str, every: bool) -> tuple[str, str]:
    """What follow-ups are sorted by, and which rows of which tables."""
    value = DAY if order == "due" else orders("follow_ups")[order].value
    report = " JOIN report AS r ON r.ref = f.report" if "r." in value else ""
    return value, f"follow_up AS f{report} WHERE {'f.number > 0' if every else 'f.ended IS NULL'}"


@lru_cache
def of_keys(kind: Kind) -> Query[rows.FollowUpWindowed]:
    """The follow-ups of some keys, in no order. `keys` are JSON."""
    listed = (
        "json_each(:keys) AS k" if kind == "sqlite" else "jsonb_array_elements_text(CAST(:keys AS JSONB)) AS k (value)"
    )
    its = "k.value" if kind == "sqlite" else "CAST(k.value AS BIGINT)"
    return Query(
        "follow-ups by their keys",
        rows.FollowUpWindowed,
        f"SELECT NULL, {_FOLLOW_UP.replace(' FROM follow_up AS f', '')} FROM {listed} CROSS JOIN follow_up AS f "
        f"WHERE f.report = {its} / {PART} AND f.number = {its} % {PART} LIMIT :limit",
    )


def _beyond(what: str, order: str, strand: Strand, sign: str, plus: str = "") -> str:
    """The condition that a row stands beyond another in a strand."""
    told = tuple((f"{plus}{name}", parameter) for name, parameter in _keys(what))
    if strand.value:
        told = ((strand.value, "after_day" if orders(what)[order].is_day else "after_text"), *told)
    left, right = ", ".join(name for name, _ in told), ", ".join(f":{parameter}" for _, parameter in told)
    return f" AND ({left}) {sign} ({right})" if len(told) > 1 else f" AND {left} {sign} {right}"


def _filters(what: str, strand: Strand, kind: Kind) -> dict[str, str]:
    return filters(what, kind, strand.value if strand.value.startswith("f.") else DAY)


def _columns(what: str) -> str:
    return _REPORT if what == "reports" else _FOLLOW_UP


def _row(what: str) -> type[Any]:
    return rows.ReportWindowed if what == "reports" else rows.FollowUpWindowed


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
