"""The pages made from the code agree with it."""

import pytest

from states.clocks import RULES
from states.facts import Facts
from states.moves import TABLE
from states.recommendation import IMPLEMENTATIONS, RESPONSES, SIGN_OFFS
from states.words import State, said
from workflow import handbook


@pytest.fixture(scope="module")
def page() -> str:
    return handbook.machines()


def test_every_page_is_fresh(root, capsys) -> None:
    assert handbook.main(["--check", str(root / "docs")]) == 0, capsys.readouterr().err


def test_a_stale_page_is_named_and_written_again(tmp_path, capsys) -> None:
    assert handbook.main(["--check", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "machines.md" in told
    assert "commands.md" in told
    assert list(tmp_path.iterdir()) == []
    assert handbook.main([str(tmp_path)]) == 0
    assert handbook.main(["--check", str(tmp_path)]) == 0
    (tmp_path / "machines.md").write_text("old", "utf-8")
    assert handbook.main(["--check", str(tmp_path)]) == 1


@pytest.mark.parametrize("words", [[], ["--chek", "docs"], ["docs", "more"]])
def test_wrong_use_is_told_the_use(words, capsys) -> None:
    assert handbook.main(words) == 2
    assert "python -m workflow.handbook" in capsys.readouterr().err


def test_the_page_tells_of_every_move_with_its_needs_and_what_refuses_it(page) -> None:
    for row in TABLE:
        assert f"\n### {said(row.move)}\n" in page
        section = page.partition(f"\n### {said(row.move)}\n")[2].partition("\n##")[0]
        for need in (*row.needs, *row.asks):
            assert all(f"`{name}`" in section for name in need.split("|")), row.move
        for guard in (*row.guards, *row.checks):
            assert guard.__doc__.partition("\n")[0] in section
        assert all(said(clock) in section for clock in (*row.starts, *row.stops))


def test_the_page_tells_of_every_state_clock_fact_and_word_of_the_axes(page) -> None:
    assert all(f"{state}" in page for state in State)
    assert all(f"| {rule.label} (`{clock}`) |" in page and rule.authority in page for clock, rule in RULES.items())
    assert all(f"| `{name}` |" in page for name in Facts.__struct_fields__)
    axes = page.partition("## A recommendation's three axes")[2]
    assert all(said(word) in axes for table in (RESPONSES, IMPLEMENTATIONS, SIGN_OFFS) for word in table)


def test_the_diagrams_draw_every_step_between_two_states(page) -> None:
    for row in TABLE:
        for source in row.sources:
            target = row.leads_to(source, Facts())
            if target != source:
                assert any(
                    line.strip().startswith(f"{source} --> {target}: ") and said(row.move) in line
                    for line in page.splitlines()
                ), (source, row.move)
    assert page.count("```mermaid") == 4
