"""The council's rules through time, as a reading transaction finds them."""

import json
from datetime import date

from db.queries_records import RULES
from db.tx import Tx
from states.rule_book import RuleBook
from states.rules import rules_from


def rule_book(tx: Tx) -> RuleBook:
    """The rules, each with the day from which they count."""
    return RuleBook(
        tuple((date.fromisoformat(row.from_day), rules_from(json.loads(row.values))) for row in tx.all(RULES))
    )
