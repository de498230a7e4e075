"""The corpus's PDFs against what is known to stand in them; and the Kent call-in as its six papers tell it."""

import json
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.media import opened
from workflow.importers.reading import CallIn, Document, quotes
from workflow.importers.text import clean, fold, stands

pytestmark = pytest.mark.heavy

CALLED_IN = ("15_", "19_", "20_", "21_", "22_", "23_")


@pytest.fixture(scope="module")
def papers(shared: Path) -> dict[str, tuple[Document, dict[str, Any], bytes]]:
    corpus = shared / "corpus"
    known = {paper["file"]: paper for paper in json.loads((corpus / "truth.json").read_text())}
    found = {}
    for path in sorted(corpus.glob("*.pdf")):
        data = path.read_bytes()
        found[path.name[:3]] = (read_bytes(data, path.name), known[path.name], data)
    return found


def alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio()


def test_bodies_and_days_are_those_that_are_known(papers):
    for document, known, _ in papers.values():
        body, said = (known["body"] or "").lower(), (document.body or "").lower()
        assert not body or body in said or said in body, known["file"]
        assert (document.date and document.date.isoformat()) == known["date"], known["file"]


def test_every_known_item_is_found_with_every_known_limb(papers):
    for document, known, _ in papers.values():
        for expected in known["items"]:
            same = [item for item in document.items if item.minute and item.minute == expected["minute_no"]]
            item = (same or sorted(document.items, key=lambda each: alike(each.title or "", expected["subject"])))[-1]
            assert same or alike(item.title or "", expected["subject"]) >= 0.75, (known["file"], expected["subject"])
            for limb in expected["outcome"]:
                best = max((alike(each.text, limb["text"]) for each in item.resolutions), default=0)
                assert best >= 0.9, (known["file"], limb["text"])


def test_minute_numbers_and_numbers_on_the_agenda_are_told_apart(papers):
    council, panel = papers["15_"][0], papers["24_"][0]
    assert [item.minute for item in council.items] == [str(number) for number in range(292, 309)]
    assert [item.agenda for item in panel.items] == [str(number) for number in range(1, 11)]
    assert {item.minute for item in panel.items} == {None}


def test_every_quote_stands_in_its_paper_word_for_word(papers):
    for document, _, data in papers.values():
        text = clean(opened("pdf", data, document.path).text).text
        assert [quote for quote in quotes(document) if not stands(quote, text)] == []


def test_agendas_say_when_they_were_issued(papers):
    assert [papers[name][0].issued for name in ("33_", "36_")] == [date(2025, 1, 22), date(2024, 12, 31)]


def test_the_call_in_has_one_reference_in_all_its_papers(papers):
    for name in CALLED_IN:
        document = papers[name][0]
        about = [item for item in document.items if item.reference == "24/00093"]
        assert len(about) == 1, name


def test_who_called_it_in_is_told_as_each_paper_tells_it(papers):
    def callers(name: str) -> tuple[str, ...]:
        told = papers[name][0].items[0].call_in
        assert isinstance(told, CallIn)
        return told.callers

    assert callers("21_") == ("Ms Mel Dawkins", "Mr Barry Lewis")
    assert callers("19_") == ("Mrs Jackie Meade", "Mr Barry Lewis")
    assert callers("20_") == ("Mrs Meade", "Mr Barry Lewis")
    assert callers("23_") == ("Ms Jackie Meade", "Mr Barry Lewis")


def test_the_steps_of_the_call_in_are_told_by_the_papers_together(papers):
    steps = {
        (step.move, step.on, fold(step.body or ""), step.result)
        for name in CALLED_IN
        for item in papers[name][0].items
        for step in item.steps
    }
    assert steps >= {
        ("decide", date(2025, 1, 17), "", None),
        ("refer_to_council", date(2025, 1, 29), "Scrutiny Committee", None),
        ("reconsider", date(2025, 3, 4), "Cabinet", "to_council"),
        ("release", date(2025, 3, 13), "County Council", "comments"),
    }


def test_what_is_proposed_is_no_decision(papers):
    record, proposed = (papers[name][0].items[0].decision for name in ("22_", "26_"))
    assert record is not None
    assert proposed is not None
    assert (record.decided_on, record.key, record.maker_kind, record.proposed) == (
        date(2025, 1, 17),
        True,
        "cabinet_member",
        False,
    )
    assert (proposed.decided_on, proposed.proposed, proposed.reference) == (None, True, "24/00115")
