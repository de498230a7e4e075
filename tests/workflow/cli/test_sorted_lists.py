"""`--sort`: a list by any column, both ways; what is empty comes last, a wrong column is named with the right ones."""

import json

import pytest

from workflow.cli.in_order import in_order
from workflow.cli.out import WrongUse
from workflow.views.records import Listed


def listed(called):
    assert called.code == 0, called.err
    return [row["report"] for row in json.loads(called.out)]


def test_reports_and_overdue_go_by_a_column_and_the_other_way_round_and_a_limit_comes_after(small, matters):
    late = ("overdue", "--db", small, "--as-of", "2026-06-01", "--format", "json")
    assert listed(matters(*late, "--sort", "due", "desc")) == ["R5", "R4", "R3", "R2", "R1"]
    assert listed(matters(*late, "--sort", "title", "--limit", "2")) == ["R3", "R1"]
    assert listed(matters(*late, "--sort", "days-late desc")) == ["R1", "R2", "R3", "R4", "R5"]
    reports = ("reports", "--db", small, "--format", "json")
    assert listed(matters(*reports, "--sort", "title", "desc", "--limit", "3")) == ["R5", "R2", "R4"]
    assert listed(matters(*reports, "--sort", "report", "desc")) == ["R5", "R4", "R3", "R2", "R1"]
    within = ("due", "--db", small, "--as-of", "2026-03-01", "--within", "90d", "--format", "json")
    assert listed(matters(*within, "--sort", "due", "desc")) == ["R5", "R4", "R3", "R2", "R1"]


@pytest.mark.parametrize("command", ["reports", "overdue", "due", "promises"])
def test_a_column_that_is_none_is_wrong_use_and_the_columns_are_said(command, small, matters):
    called = matters(command, "--db", small, "--sort", "titel")
    assert (called.code, called.out) == (2, "")
    assert "There is no column “titel”. Did you mean “title”?" in called.err
    assert "The columns: report, title" in called.err


def test_states_go_by_the_procedure_numbers_by_their_size_and_what_is_empty_is_last_both_ways():
    def row(number, state, officer):
        return Listed(f"R{number}", "", state, None, None, officer, None)

    rows = [row(10, "closed", None), row(9, "cabinet_decided", "b"), row(2, "drafted", "A")]

    def by(*sort, limit=None):
        return [one.report for one in in_order(lambda many: rows, Listed.__struct_fields__, sort, limit)]

    assert by("report") == ["R2", "R9", "R10"]
    assert by("state") == ["R2", "R9", "R10"]
    assert by("lead_officer") == ["R2", "R9", "R10"]
    assert by("lead_officer", "desc") == ["R9", "R2", "R10"]
    assert by("lead_officer", limit=1) == ["R2"]
    with pytest.raises(WrongUse, match="Write --sort state, or --sort state desc"):
        by("state", "up")
