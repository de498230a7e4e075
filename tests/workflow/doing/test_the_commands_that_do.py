"""Each command that changes something: what it says, what it refuses, and that a refusal changes nothing."""

import json
from datetime import date

import pytest

from db.store import open_store
from db.verify import verify

BOARD = "Scrutiny Board (2)"
FEBRUARY, MARCH = date(2017, 2, 1), date(2017, 3, 7)


@pytest.fixture
def head(desk_url):
    """How many entries there are."""

    def read() -> int:
        with open_store(desk_url) as store, store.reading() as tx:
            return tx.head().entry

    return read


@pytest.fixture
def begun(matters):
    for words in (
        ("body", "add", BOARD, "--kind", "scrutiny"),
        ("body", "add", "Cabinet", "--kind", "executive"),
        ("new", "Libraries", "--body", BOARD),
        ("meeting", "add", BOARD, "--on", "3 March 2017"),
        ("advance", "R1", "list", "--fact", "meeting=M1"),
    ):
        assert matters(*words, day=FEBRUARY).code == 0


@pytest.fixture
def recommended(matters, begun, tmp_path):
    """R1 with two recommendations to Cabinet, received on 7 March 2017; M1 was held."""
    matters("meeting", "hold", "M1", day=MARCH)
    matters("advance", "R1", "scrutinise", "--fact", "meeting=M1", "--fact", "minute=34/16")
    made = [{"text": text, "from": BOARD, "to": "Cabinet"} for text in ("Keep libraries", "Open hubs")]
    facts = tmp_path / "note.json"
    facts.write_text(json.dumps({"recommendations": made, "received-on": "2017-03-07", "notice_given_on": None}))
    assert matters("advance", "R1", "recommend", "--facts", facts).code == 0


def test_new_says_what_is_still_asked_and_what_can_happen_next(matters, begun):
    ran = matters("new", "Hubs", "--body", "B1", "--fact", "lead_officer=Head of Libraries")
    assert ran.out.startswith("R2 · Hubs · drafted\n")
    assert "Gap: the portfolio is not known." in ran.out
    assert "lead officer" not in ran.out
    assert ran.out.splitlines()[-1] == "Next: list, consult, scrutinise, defer, decide, withdraw."


def test_new_grows_from_a_topic(matters, begun):
    matters("topic", "add", "Hubs", "--body", BOARD)
    assert "R2 · Hubs · drafted" in matters("new", "--topic", "T1").out
    assert "has grown into R2 already" in matters("new", "--topic", "T1").err
    listed = json.loads(matters("topic", "list", "--format", "json").out)
    assert [(t["topic"], t["status"], t["report"]) for t in listed] == [("T1", "promoted", "R2")]


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        (
            ("advance", "R1", "recommend"),
            ["recommend is possible once it is scrutinised", "say at least one recommendation"],
        ),
        (("advance", "R1", "list", "--fact", "meeting=M1", "--on", "2 March 2017"), ["2 Mar 2017 has not come yet"]),
        (("advance", "R1", "scrutinise", "--fact", "meeting=M1"), ["is scheduled; hold it first"]),
        (("advance", "R1", "dance"), ["There is no move “dance”"]),
        (("advance", "R9", "list"), ["There is no report R9"]),
        (("advance", "R1", "draft"), ["matters new"]),
        (("advance", "R1", "list", "--fact", "meeting"), ["NAME=VALUE"]),
        (("advance", "R1", "list", "--facts", "/nowhere.json"), ["/nowhere.json cannot be read"]),
        (("meeting", "hold", "M1"), ["hold it once that day has come"]),
        (("meeting", "move", "M1", "--to", "31 February 2017"), ["there is no such day"]),
        (("new", "Hubs"), ["which scrutiny body will consider it", "--body BODY"]),
        (("advance", "R1", "withdraw"), ["say why", "--why WORDS"]),
        (("advance", "R1", "decide"), ["who decided", "--fact maker=…"]),
        (("new", "Hubs", "--body", "B7"), ["There is no body B7"]),
        (("respond", "R1", "1=accepted", "--by", "Cabinet"), ["respond is possible", "no recommendation"]),
        (("sign-off", "R1", "all=discharged", "--meeting", "M1"), ["no recommendation is waiting"]),
        (("follow-up", "done", "R1"), ["Say which follow-up of R1"]),
        (("follow-up", "done", "R1", "9"), ["There is no follow-up 9"]),
        (("follow-up", "extend", "R1.1"), ["Say until which day", "Say who agreed and why"]),
        (("follow-up", "done", "R1", "1", "--how", "dropped"), ["Say why it is no longer owed"]),
        (("correct", "R1"), ["say why it is corrected"]),
        (("amend", "R1", "title=x"), ["say why it is amended"]),
        (("amend", "R1", "--why", "x"), ["Say what is to be amended"]),
        (("redact", "R1", "--entry", "99", "--words", "xx", "--why", "y", "--by", "z", "--yes"), ["no entry 99"]),
        (("people", "person", "Jane", "--email", "a@b.uk,c@d.uk"), ["is no e-mail address"]),
        (("topic", "drop", "T1"), ["say why it is dropped"]),
    ],
)  # fmt: skip
def test_a_refusal_says_every_sentence_and_changes_nothing(matters, begun, head, words, sentences):
    before = head()
    ran = matters(*words, day=FEBRUARY)
    assert ran.code == 1
    assert ran.out == ""
    assert [sentence for sentence in sentences if sentence not in ran.err] == []
    assert head() == before


@pytest.mark.parametrize(
    "words",
    [("redact", "R1", "--entry", "1", "--words", "xx", "--why", "y", "--by", "z"), ("round", "M1"), ("meeting",)],
)
def test_what_only_a_person_at_a_terminal_can_answer_is_wrong_use_in_a_script(matters, begun, head, words, monkeypatch):
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    before = head()
    assert matters(*words).code == 2
    assert head() == before


def test_a_dry_run_shows_what_would_happen_and_changes_nothing(matters, begun, head):
    before = head()
    for words in (
        ("meeting", "move", "M1", "--to", "10 March 2017"),
        ("advance", "R1", "withdraw", "--why", "no longer wanted"),
        ("new", "Hubs", "--body", BOARD),
        ("follow-up", "add", "R1", "--quote", "the costs will be sent", "--owner", "Director of Finance"),
        ("amend", "R1", "title=Every Library", "--why", "its full name"),
        ("correct", "R1", "--why", "it was not listed"),
    ):
        ran = matters(*words, "--dry-run")
        assert ran.code == 0, ran.err
        assert "nothing was changed" in ran.err
        assert ran.out
        told = json.loads(matters(*words, "--dry-run", "--format", "json").out)
        assert told["dry_run"] is True
    assert head() == before


def test_a_moved_meeting_says_which_dates_move(matters, begun):
    ran = matters("meeting", "move", "M1", "--to", "10 March 2017", "--why", "the room is taken")
    moved = "Moves: R1.1 agenda publication, from Thursday 23 February 2017 to Thursday 2 March 2017."
    assert moved in ran.out.splitlines()
    told = json.loads(matters("meeting", "move", "M1", "--to", "2017-03-17", "--format", "json").out)
    assert told["moved"][0]["was"] == "2017-03-02"
    assert told["reports"] == ["R1"]


def test_a_meeting_held_or_cancelled_says_what_ends_with_it(matters, begun):
    for words in (("cancel", "M1", "--why", "snow", "--dry-run"), ("hold", "M1")):
        ran = matters("meeting", *words, day=MARCH)
        assert "Ends: R1.1 agenda publication; it is waited for no more." in ran.out.splitlines(), ran.err


def test_when_something_happened_may_be_vague_or_not_known(matters, begun):
    for on, state in (("March 2016", "by its month"), ("not known", "not at all")):
        ran = matters(
            "advance", "R1", "defer", "--why", state, "--fact", "until_condition=the costs are known", "--on", on
        )
        assert ran.code == 0, ran.err
    assert "the day is not known" in ran.out


def test_answers_are_entered_with_their_details(matters, recommended):
    words = ("1=accepted in part", "2=rejected", "--by", "Cabinet", "--on", "20 March 2017")
    details = (
        "--reasons",
        "2=there is no money",
        "--text-agreed",
        "1=Keep most libraries",
        "--action-by",
        "1=1 May 2017",
    )
    ran = matters("respond", "R1", *words, *details, day=date(2017, 3, 21))
    assert ran.code == 0, ran.err
    assert "Ends: Cabinet's response to recommendations 1 and 2 (kept)." in ran.out
    shown = json.loads(matters("show", "R1", "--format", "json").out)
    assert [r["response"] for r in shown["recommendations"]] == ["accepted_in_part", "rejected"]


def test_details_of_an_answer_that_is_not_given_are_refused(matters, recommended):
    ran = matters("respond", "R1", "1=accepted", "--by", "Cabinet", "--reasons", "2=no money")
    assert "no answer to recommendation 2 is given" in ran.err


def test_a_follow_up_is_added_put_off_and_kept(matters, begun):
    added = matters("follow-up", "add", "R1", "--quote", "the costs will be sent", "--owner", "Director of Finance")
    assert "promise 3 added" in added.out
    assert "without a date: the costs will be sent" in added.out
    assert matters("follow-up", "extend", "R1.3", "--until", "1 May 2017", "--why", "the chair agreed").code == 0
    assert "No post and no body on file is called “Director of Finance”; it is kept as written." in added.err
    assert matters("people", "post", "Head of Finance").code == 0
    close = matters("follow-up", "assign", "R1", "3", "--to", "Head of Finence")
    assert "Did you mean “Head of Finance”?" in close.err
    known = matters("follow-up", "assign", "R1", "3", "--to", "Head of Finance")
    assert (known.code, known.err) == (0, "")
    assert matters("follow-up", "pause", "R1", "3", "--why", "the inspection").code == 0
    assert matters("follow-up", "resume", "R1", "3").code == 0
    assert matters("follow-up", "snooze", "R1", "3", "--until", "1 April 2017").code == 0
    assert "Ends: promise (Head of Finance) (kept)." in matters("follow-up", "done", "R1", "3").out
    assert "adopted already" in matters("follow-up", "adopt", "R1", "1").err


def test_words_that_were_pasted_in_lines_are_kept_on_one_and_a_list_says_which_follow_up(matters, begun):
    pasted = "The costs \r\n will be\tsent\n\nto the board."
    added = matters("follow-up", "add", "R1", "--quote", pasted, "--condition", "once\nknown", "--due", "1 May 2017")
    assert "promise 3 added" in added.out
    owed = json.loads(matters("show", "R1", "--format", "json").out)["follow_ups"]
    (row,) = [row for row in owed if row["number"] == 3]
    assert row["quote"] == "The costs will be sent to the board."
    assert "R1    3  Libraries  promise" in matters("due", "--within", "90d").out
    late = matters("overdue", "--as-of", "2017-06-01").out.splitlines()
    assert late[0].startswith("Report  No.  ")
    assert any(line.startswith("R1        3  ") for line in late)


def test_amend_changes_a_day_and_clears_what_is_not_known_after_all(matters, recommended):
    history = json.loads(matters("history", "R1", "--format", "json").out)
    entry = next(past["entry"] for past in history if past["move"] == "scrutinise")
    ran = matters("amend", "R1", "--clear", "minute", "--why", "it was another minute", "--entry", entry)
    assert "Gap: the minute number is not known." in ran.out
    ran = matters("amend", "R1", "--on", "6 March 2017", "--why", "the note is of the sixth")
    assert ran.code == 0, ran.err


def test_posts_are_handed_over_by_command(matters):
    matters("people", "post", "Head of Libraries", "--role", "lead officer")
    person = matters("people", "person", "Jane Smith", "--kind", "officer", "--email", "jane@example.gov.uk")
    assert "Nothing is mailed there until it is confirmed: matters people confirm P1" in person.out
    matters("people", "person", "Ann Other")
    matters("people", "holder", "Head of Libraries", "Jane Smith", "--from", "2016-01-01")
    assert "confirmed" in matters("people", "confirm", "Jane Smith").out
    over = matters("people", "hand-over", "Head of Libraries", "--to", "Ann Other", "--from", "1 April 2017")
    assert over.out == "Q1 · Head of Libraries · Ann Other from 1 Apr 2017, after Jane Smith\n"
    listed = json.loads(
        matters("people", "list", "--format", "json", "--as-of", "2017-04-01", day=date(2017, 5, 1)).out
    )
    assert {row["name"]: row["post"] for row in listed} == {"Ann Other": "Q1", "Jane Smith": None}
    vacant = matters("people", "leave", "Ann Other", "--last", "30 June 2017")
    assert "Nobody holds Head of Libraries then" in vacant.out


def test_bodies_are_renamed_and_listed_as_of_a_day(matters, begun):
    ran = matters("body", "rename", BOARD, "Children's Board", "--from", "20 January 2017")
    assert ran.out == f"B1 · Children's Board · scrutiny, with scrutiny powers, formerly {BOARD}\n"
    assert BOARD in matters("body", "list", "--as-of", "2017-01-19", day=date(2017, 3, 1)).out
    assert "Children's Board" in matters("body", "list").out


def test_words_are_taken_out_and_the_chain_is_whole(matters, begun, desk_url):
    entry = matters("follow-up", "add", "R1", "--quote", "write to Mr Resident", "--format", "json").out
    number = json.loads(entry)["entry"]
    words = (
        "redact",
        "R1",
        "--entry",
        number,
        "--words",
        "Mr Resident",
        "--why",
        "private",
        "--by",
        "Monitoring Officer",
    )
    ran = matters(*words, "--yes")
    assert f"R1 · entry {number} · taken out once" in ran.out
    with open_store(desk_url) as store:
        assert verify(store).good


def test_a_person_is_asked_before_words_go_for_good(matters, begun, head, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    words = ("redact", "R1", "--entry", 5, "--words", "Libraries", "--why", "private", "--by", "Monitoring Officer")
    before = head()
    monkeypatch.setattr("builtins.input", lambda question: "")
    assert matters(*words).code == 1
    assert head() == before
    monkeypatch.setattr("builtins.input", lambda question: "y")
    assert matters(*words).code == 0


def test_the_second_of_two_is_told_who_did_what(matters, begun, monkeypatch):
    from workflow import engine

    real = engine.make_move

    def slowly(desk, ref, move, *given, **more):
        monkeypatch.setattr("workflow.engine.make_move", real)
        assert (
            matters("--who", "omar", "advance", "R1", "defer", "--why", "snow", "--fact", "until_condition=thaw").code
            == 0
        )
        return real(desk, ref, move, *given, **more)

    monkeypatch.setattr("workflow.engine.make_move", slowly)
    ran = matters("advance", "R1", "withdraw", "--why", "no longer wanted")
    assert ran.code == 1
    assert "R1: omar entered the move “defer” while you were at it; nothing was changed." in ran.err
