"""Topics grow into reports once, or are dropped with a reason."""

import pytest

from states.errors import BadInput, NotFound, Refused
from states.facts import Facts
from workflow.records import topics

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


@ON_BOTH
def test_a_topic_grows_into_a_report_with_its_title_and_body(desk, council):
    topic = topics.add(desk, "Libraries", body=council.board)
    moved = topics.begin(desk, topic=topic)
    assert (moved.after.title, moved.after.body.name, moved.after.topic) == ("Libraries", "Scrutiny Board (2)", "T1")
    assert moved.after.origin == "the work programme"
    assert not [gap for gap in moved.after.gaps if gap.name == "origin"]
    with desk.reading() as tx:
        assert [(t.status, t.report) for t in topics.programme(tx)] == [("promoted", "R1")]


def test_a_topic_grows_only_once(desk, council):
    topics.begin(desk, topic=topics.add(desk, "Libraries", body=council.board))
    before = council.entries()
    with pytest.raises(Refused, match="has grown into R1 already"):
        topics.begin(desk, Facts(topic="T1"))
    assert council.entries() == before


def test_a_topic_without_a_body_is_not_promoted_without_one_and_stays_open(desk):
    topics.add(desk, "Libraries")
    with pytest.raises(Refused, match="which scrutiny body will consider it"):
        topics.begin(desk, topic=1)
    with desk.reading() as tx:
        assert topics.programme(tx)[0].status == "open"


def test_a_topic_is_dropped_with_a_reason_and_stays_on_record(desk):
    topics.add(desk, "Libraries")
    with pytest.raises(BadInput, match="say why"):
        topics.drop(desk, 1, "")
    topics.drop(desk, 1, "the inspection covers it")
    with desk.reading() as tx:
        assert [t.status for t in topics.programme(tx, "dropped")] == ["dropped"]
        assert topics.programme(tx, "open") == []
    with pytest.raises(Refused, match="was dropped"):
        topics.begin(desk, topic=1)


def test_a_topic_that_is_not_there_is_said_so(desk):
    with pytest.raises(NotFound, match="matters topic list"):
        topics.drop(desk, 9, "why")
