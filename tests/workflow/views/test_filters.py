"""The filter line: what it means, what it refuses, how it is completed; and no text makes it fail."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.errors import BadInput
from workflow.views.filters import FLAGS, NAMES, Wanted, pieces, quoted, suggestions, wanted

DAY = date(2026, 11, 21)
KNOWN = {"body": ["Scrutiny Board (2)", "Health Board"], "officer": ["Head of Libraries"], "owner": ["Cabinet"]}


def test_a_line_with_everything():
    line = (
        'overdue body:"Scrutiny Board (2)" officer:"Head of Libraries" due<2026-12-01 state:recommended opening hours'
    )
    assert wanted(line, "reports", DAY) == Wanted(
        body="Scrutiny Board (2)", officer="Head of Libraries", until=date(2026, 11, 30), state="recommended",
        flags=frozenset({"overdue"}), words="opening hours",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("due<2026-12-01", None, date(2026, 11, 30)),
        ("due<=2026-12-01", None, date(2026, 12, 1)),
        ("due>1/12/2026", date(2026, 12, 2), None),
        ('due>="1 Dec 2026" due<2027-01-01', date(2026, 12, 1), date(2026, 12, 31)),
        ("due:today", DAY, DAY),
        ("week", DAY, DAY + timedelta(days=7)),
    ],
)
def test_days(line, first, last):
    found = wanted(line, "follow_ups", DAY)
    assert (found.from_day, found.until) == (first, last)


def test_words_of_ours_are_taken_as_they_are_said():
    assert wanted('state:"Cabinet decided"', "reports", DAY).state == "cabinet_decided"
    assert wanted("clock:executive", "follow_ups", DAY).clock == "executive_response"


def test_a_flag_in_quotes_is_a_word():
    assert wanted('"overdue"', "reports", DAY) == Wanted(words="overdue")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("boddy:x", "Did you mean “body:”"),
        ("state:recomended", "Did you mean recommended?"),
        ('body:"Scrutiny', "is not closed"),
        ("due<soon", "soon"),
        ("due<31 feb", "in quotes"),
        ("due<", "Say a day"),
        ("body:", "Say after “body:”"),
        ("body:A body:B", "said twice"),
        ("body<A", "Only days have an order"),
        ("ended overdue", "neither late"),
        ("x" * 501, "at most 500"),
    ],
)
def test_what_it_cannot_mean_is_a_sentence(line, says):
    with pytest.raises(BadInput) as refused:
        wanted(line, "follow_ups", DAY)
    assert says in str(refused.value)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["overdue", "due<", "due>=2026-01-01", 'body:"', '"', ":", "<", "state:", "clock:x", "all", "ref:R1"]
        ),
        st.sampled_from(list(NAMES)).flatmap(lambda name: st.text(max_size=12).map(lambda value: f"{name}:{value}")),
        st.text(max_size=20),
    ),
    max_size=6,
).map(" ".join)


@given(LINES, st.sampled_from(list(FLAGS)))
def test_any_text_means_something_or_is_refused_with_a_sentence(line, what):
    with suppress(BadInput):
        assert wanted(line, what, DAY).flags <= set(FLAGS[what])


@given(LINES, st.integers(0, 200), st.sampled_from(list(FLAGS)))
def test_any_text_can_be_completed(line, at, what):
    for one in suggestions(line, min(at, len(line)), what, KNOWN):
        assert one != line
    spans = [(piece.start, piece.end) for piece in pieces(line)]
    assert spans == sorted(spans)


@given(st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.replace('"', "").split())).filter(bool))
def test_a_value_in_quotes_is_read_again(value):
    assert wanted(f"body:{quoted(value)}", "reports", DAY).body == value


def test_completion():
    assert suggestions("ov", 2, "reports", KNOWN) == ["overdue", "over"]
    assert suggestions("body:", 5, "reports", KNOWN) == ['body:"Scrutiny Board (2)"', 'body:"Health Board"']
    assert suggestions("overdue body:board", 18, "reports", KNOWN) == [
        'overdue body:"Scrutiny Board (2)"', 'overdue body:"Health Board"',
    ]  # fmt: skip
    assert suggestions("body:Heal overdue", 9, "reports", KNOWN) == ['body:"Health Board" overdue']


def test_who_is_asked_for_by_the_word_over_the_column_too():
    assert wanted('who:"Head of Libraries"', "follow_ups", DAY) == wanted(
        'owner:"Head of Libraries"', "follow_ups", DAY
    )
    assert suggestions("who:ca", 6, "follow_ups", KNOWN) == ["who:Cabinet"]
