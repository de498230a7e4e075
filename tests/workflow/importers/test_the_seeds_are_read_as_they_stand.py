import json
from datetime import date
from pathlib import Path

import msgspec
import pytest

from workflow.importers.files import read_file
from workflow.importers.reading import Document, quotes
from workflow.importers.text import clean, decode, stands

NOTE, PAGE, MEETING, OFFICERS, MINUTE = range(5)


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[tuple[Document, str]]:
    files = sorted((shared / "seeds").glob("*.txt"))
    return [(read_file(path), clean(decode(path.read_bytes())).text) for path in files]


@pytest.fixture(scope="module")
def truth(shared: Path) -> list[dict]:
    known = json.loads((shared / "corpus" / "truth.json").read_text())
    return sorted((d for d in known if "seeds/" in d["file"]), key=lambda d: d["file"])


def test_every_quote_stands_in_its_paper_word_for_word(seeds):
    assert all(stands(quote, text) for document, text in seeds for quote in quotes(document))


def test_bodies_days_items_and_limbs_are_those_that_are_known(seeds, truth):
    for (document, _), known in zip(seeds, truth, strict=True):
        assert (document.body, document.date) == (known["body"], known["date"] and date.fromisoformat(known["date"]))
        assert [(i.minute, i.title, i.outcome) for i in document.items] == [
            (k["minute_no"], k["subject"], k["outcome_type"]) for k in known["items"]
        ]
        for item, expected in zip(document.items, known["items"], strict=True):
            assert [limb.text for limb in item.resolutions] == [limb["text"] for limb in expected["outcome"]]
            assert [e.minute for e in item.earlier] == [ref.split(" ")[0] for ref in expected["earlier_refs"]]
            assert [c.opens and c.opens.isoformat() for c in item.consultation] == [
                c["start"] for c in expected["consultation"]
            ]
            assert [p.due and p.due.isoformat() for p in item.promises] == [p["due"] for p in expected["followups"]]


def test_the_note_to_cabinet_says_who_considered_the_matter_and_when(seeds):
    note = seeds[NOTE][0]
    item = note.items[0]
    assert (note.considered_by, note.considered_on) == (item.from_, date(2017, 3, 3))
    assert (item.to, item.made_by, [limb.number for limb in item.resolutions]) == ("Cabinet", "body", [1, 2, 3, 4])
    assert note.warnings == ()


def test_the_item_page_gives_each_minute_number_to_its_own_body_and_no_day(seeds):
    page = seeds[PAGE][0]
    assert [(e.minute, e.body) for e in page.items[0].earlier] == [("34/16", page.body), ("24/16", "Cabinet")]
    assert [w.code for w in page.warnings] == ["no_meeting_date"]
    assert page.not_after is not None
    assert page.not_after.day == date(2017, 3, 7)
    assert [(p.due, p.owner) for p in page.items[0].promises] == [(date(2017, 3, 7), "Cabinet")]


def test_the_meeting_page_keeps_what_is_cut_off_as_a_doubt(seeds):
    page = seeds[MEETING][0]
    assert sorted(w.code for w in page.warnings) == sorted(
        ["no_body", "no_meeting_date", *["truncated_minutes"] * 3, "date_in_the_past"]
    )
    assert page.not_before is not None
    assert page.not_after is not None
    assert (page.not_before.day, page.not_after.day) == (date(2019, 11, 28), date(2020, 3, 11))
    assert [item.minute for item in page.items if item.procedural] == ["30", "31", "35", "36"]
    (link,) = [link for item in page.items for link in item.suggested]
    assert (link.body, link.first, link.last) == ("Cabinet", date(2017, 3, 1), date(2017, 3, 31))


def test_the_officers_note_keeps_its_direction(seeds):
    note = seeds[OFFICERS][0]
    item = note.items[0]
    assert (item.outcome, item.made_by, item.from_) == ("options", "officers", "People Directorate")
    assert item.to == note.body
    assert len(note.authors) == 2


def test_the_bare_minute_promises_without_a_day_and_doubts_the_year(seeds):
    minute = seeds[MINUTE][0]
    (promise,) = minute.items[0].promises
    assert (promise.due, promise.condition, promise.owner) == (None, None, None)
    assert [w.quote for w in minute.warnings if w.code == "implausible_year"] == ["9.2.3023"]


def test_the_json_has_the_names_that_others_rely_on(seeds):
    told = json.loads(msgspec.json.encode(seeds[NOTE][0]))
    assert {"path", "sha256", "kind", "council", "body", "date", "meetings", "status", "items", "warnings"} <= set(told)
    assert {
        "minute",
        "reference",
        "title",
        "outcome",
        "resolutions",
        "from",
        "to",
        "earlier",
        "decision",
        "call_in",
        "consultation",
        "promises",
    } <= set(told["items"][0])
