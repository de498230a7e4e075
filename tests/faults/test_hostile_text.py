"""Text from outside can do nothing but be read: through the engine, the command line in each format, and papers.

Each text is kept word for word or refused in a sentence, the same on both kinds of store; what is printed holds
nothing that a terminal or a spreadsheet would obey.
"""

import csv
import io
import json
import re
import unicodedata

import pytest
from photographs import rows_of

from db.replay import replay
from db.store import open_store
from db.verify import verify
from states.acts import FollowUpAct, LinkAct
from states.days import On
from states.errors import BadInput, MattersError
from states.facts import Answer, Facts, Proposal
from states.words import BodyKind, Move, Response
from workflow import owed
from workflow.desk import Desk
from workflow.engine import act_on, make_move
from workflow.lookups import Lookup
from workflow.records import bodies, meetings

KEPT = {
    "terminal codes": "\x1b]0;owned\x07\x1b[31mred\x1b[0m \x1b[2J\x1bP+q\x1b\\",
    "eight-bit codes": "\x9b2J \x9d0;owned\x9c \x90x\x9c",
    "markup": "[/foo] [bold red]x[/] [link=file:///etc/passwd]y[/link] [[ ]",
    "a formula": "=cmd|'/C calc'!A0",
    "a sum": "+1+cmd",
    "a minus": "-2+3",
    "an at": "@SUM(A1:A9)",
    "a tab": "\t=1+1",
    "a wide formula": "＝1+1",
    "right to left": "\u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c",
    "invisible": "\u200b\u2060\ufeff\U000e0041\U000e0042 x",
    "sql": "'; DROP TABLE report; -- \" ` %s %(x)s :named ?",
    "json": '{"a": "\\", \\u0000 "}, "b": [1,',
    "templates": "{0} {x.__class__} ${HOME} {{ 7*7 }} {% for %} `id` $(id)",
    "a path": "../../../etc/passwd\\..\\x",
    "lines": "one\r\nBcc: all@example.org\n\ntwo\x85three\u2028four",
    "combined": "e" + "\u0301" * 200,
    "long": "long " * 2000,
    "no letters": "\ufffe\uffff\ufdd0",
    "like": "100%_!",
}
"""Texts that are kept as they are."""

REFUSED = {"nul": "a\x00b", "half a character": "a\ud800b", "a byte": "a\udc80b"}
"""Texts that no database keeps."""

TEXTS = pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
RISKY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def harmless(printed: str) -> None:
    """Nothing in it moves a cursor, colours a line, turns the direction or hides."""
    found = RISKY.findall(printed)
    assert not found, [f"U+{ord(each):04X}" for each in found]
    assert "\x1b" not in printed
    tags = [each for each in printed if unicodedata.category(each) == "Cf" and ord(each) > 0xE0000]
    assert tags == []


def everywhere(desk: Desk, text: str) -> None:
    """Puts a text wherever a report takes one."""
    board, cabinet = bodies.add(desk, "Board", BodyKind.SCRUTINY), bodies.add(desk, "Cabinet", BodyKind.EXECUTIVE)
    with desk.reading() as tx:
        from_, to = Lookup(tx).frozen(board), Lookup(tx).frozen(cabinet)
    facts = Facts(title=text, scrutiny_body=from_, lead_officer=text, portfolio=text, origin=text, key=True)
    made = make_move(desk, None, Move.DRAFT, facts, why=text)
    meeting = meetings.add(desk, board, On.day(desk.today), venue=text, note=text)
    meetings.hold(desk, meeting)
    with desk.reading() as tx:
        sitting = Lookup(tx).sitting(f"M{meeting}")
    make_move(desk, made.ref, Move.SCRUTINISE, Facts(meeting=sitting, urgency_reason=text), why=text)
    make_move(desk, made.ref, Move.RECOMMEND, Facts(recommendations=(Proposal(text, from_, to),)), why=text)
    answer = Answer(1, Response.ACCEPTED, text, On.day(desk.today), reasons=text, text_agreed=text)
    make_move(desk, made.ref, Move.RESPOND, Facts(responses=(answer,)))
    owed.do(desk, made.ref, FollowUpAct("add", quote=text, owner=text, condition=text, due=desk.today))
    owed.do(desk, made.ref, FollowUpAct("add", quote=text, owner=text, condition=text))
    with desk.writing() as tx:
        act_on(desk, tx, made.ref, LinkAct("34/16", "Board", quote=text, path=text))


@TEXTS
def test_the_engine_keeps_a_text_word_for_word_and_nothing_else_happens(text):
    with open_store("sqlite://") as store, open_store("sqlite://") as again:
        everywhere(Desk(store, "ann"), text)
        kept(store, text)
        replay(store, again)
        with store.reading() as old, again.reading() as new:
            assert rows_of(old) == rows_of(new)


def kept(store, text):
    with store.reading() as tx:
        (title, words) = tx.run("SELECT r.title, k.text FROM report AS r JOIN recommendation AS k ON true").fetchone()
        quotes = {quote for (quote,) in tx.run("SELECT quote FROM follow_up WHERE clock = 'promise'").fetchall()}
    assert (title, words, quotes) == (text, text, {text})
    assert verify(store).findings == ()


def test_postgresql_keeps_them_word_for_word_too(postgres_url):
    with open_store(postgres_url) as store:
        desk = Desk(store, "ann")
        with desk.reading() as tx:
            assert tx.next_ref("report") == 1
        body = bodies.add(desk, "Board", BodyKind.SCRUTINY)
        with desk.reading() as tx:
            board = Lookup(tx).frozen(body)
        for text in KEPT.values():
            made = make_move(
                desk, None, Move.DRAFT, Facts(title=text, scrutiny_body=board, lead_officer=text), why=text
            )
            owed.do(desk, made.ref, FollowUpAct("add", quote=text, owner=text, condition=text, due=desk.today))
        with store.reading() as tx:
            assert [title for (title,) in tx.run("SELECT title FROM report ORDER BY ref")] == list(KEPT.values())
            assert [quote for (quote,) in tx.run("SELECT quote FROM follow_up ORDER BY report")] == list(KEPT.values())
        assert verify(store).findings == ()


@pytest.mark.parametrize("name", ["title", "lead_officer", "reference", "origin"])
def test_what_no_database_keeps_is_refused_alike_on_both_and_changes_nothing(store, name):
    desk = Desk(store, "ann")
    body = bodies.add(desk, "Board", BodyKind.SCRUTINY)
    with desk.reading() as tx:
        board, before = Lookup(tx).frozen(body), rows_of(tx)
    for text in REFUSED.values():
        facts = {"title": "Libraries", "scrutiny_body": board} | {name: text}
        with pytest.raises(BadInput, match="cannot be kept"):
            make_move(desk, None, Move.DRAFT, Facts(**facts))
        with pytest.raises(BadInput, match="cannot be kept"):
            meetings.add(desk, body, note=text)
        with pytest.raises(MattersError):
            bodies.add(desk, text, None)
        with desk.reading() as tx:
            assert rows_of(tx) == before
    make_move(desk, None, Move.DRAFT, Facts(title="Libraries", scrutiny_body=board))


@pytest.mark.parametrize("name", ["reference", "title", "portfolio"])
def test_ten_thousand_letters_are_kept_or_refused_in_a_sentence(store, name):
    import random

    text = "".join(random.Random(3).choices("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJ0123456789", k=10_000))
    desk = Desk(store, "ann")
    body = bodies.add(desk, "Board", BodyKind.SCRUTINY)
    with desk.reading() as tx:
        board = Lookup(tx).frozen(body)
    said = ""
    try:
        make_move(desk, None, Move.DRAFT, Facts(**{"title": "x", "scrutiny_body": board, name: text}))
    except BadInput as error:
        said = str(error)
    assert not said or ("cannot hold that" in said and name != "title")
    assert verify(store).findings == ()


COMMANDS = (
    ("reports",), ("show", "R1"), ("explain", "R1"), ("overdue",), ("due", "--within", "30d"), ("promises",), ("gaps",),
    ("irregularities",), ("history", "R1"), ("thread", "R1"), ("meetings",), ("programme",), (),
)  # fmt: skip


@TEXTS
def test_the_command_line_prints_a_text_and_nothing_that_is_obeyed(matters, tmp_path, text):
    path = tmp_path / "matters.db"
    with open_store(str(path)) as store:
        everywhere(Desk(store, "ann"), text)
    for words in COMMANDS:
        for form in ("table", "json", "csv"):
            called = matters(*words, "--format", form, "--db", path)
            assert called.code == 0, (words, form, called)
            harmless(called.out)
            harmless(called.err)
            if form == "csv":
                csv.field_size_limit(10**9)
                for row in csv.reader(io.StringIO(called.out)):
                    for cell in row:
                        assert cell[:1] not in set("=+-@\t\r＝＋－＠") or _number(cell), (words, cell)
    told = json.loads(matters("show", "R1", "--format", "json", "--db", path).out)
    assert (told["title"], told["recommendations"][0]["text"]) == (text, text), "JSON loses nothing"


def _number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", cell))


@TEXTS
def test_a_text_can_be_typed_at_the_command_line_and_is_one_value(matters, tmp_path, text):
    path = tmp_path / "matters.db"
    assert matters("body", "add", "Board", "--kind", "scrutiny", "--db", path).code == 0
    begun = matters("new", f"T {text}", "--body", "Board", "--fact", f"portfolio=P {text}", "--db", path)
    harmless(begun.out + begun.err)
    assert begun.code == 0, begun
    added = matters("follow-up", "add", "R1", f"--quote=Q {text}", f"--condition=C {text}", "--db", path)
    assert added.code == 0, added
    harmless(added.out + added.err)
    told = json.loads(matters("show", "R1", "--format", "json", "--db", path).out)
    assert " ".join(told["title"].split()) == " ".join(f"T {text}".split())
    assert matters("db", "verify", "--db", path).code == 0


@TEXTS
def test_a_name_that_is_refused_is_refused_harmlessly(matters, tmp_path, text):
    path = tmp_path / "matters.db"
    matters("body", "add", "Board", "--kind", "scrutiny", "--db", path)
    for words in (
        ("show", text), ("body", "add", f"x{text}", "--kind", "scrutiny"), ("new", "x", f"--body={text}"),
        ("advance", "R1", text), (f"x{text}",), ("reports", f"--as-of={text}"), ("due", f"--within={text}"),
        ("advance", "R1", "list", f"--fact={text}=1"), ("db", "backup", f"no/{text[:50]}"),
        ("import", f"no/{text[:50]}"), ("find", text),
    ):  # fmt: skip
        called = matters(*words, "--db", path)
        assert called.code in {0, 1, 2}
        harmless(called.out + called.err)


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_kept_is_said_at_the_command_line_and_changes_nothing(matters, tmp_path, text):
    path = tmp_path / "matters.db"
    matters("body", "add", "Board", "--kind", "scrutiny", "--db", path)
    called = matters("new", text, "--body", "Board", "--db", path)
    assert called.code == 1
    assert "nothing was changed" in called.err
    harmless(called.err)
    assert json.loads(matters("reports", "--format", "json", "--db", path).out) == []


PAPER = """To: Cabinet
From: Scrutiny Co-ordination Committee
Date: 7 March 2017
Subject: {title}

1 Purpose of the Note
To inform Cabinet of the outcome of the Committee's consideration of {title}.

2 Recommendations
The Committee recommends that Cabinet:
1) {text}
2) Keep the libraries open

3 Background
The Committee met on 3 March 2017. {text}
"""


@pytest.mark.parametrize("text", [*KEPT.values(), *REFUSED.values()], ids=[*KEPT, *REFUSED])
def test_a_hostile_paper_is_read_and_can_only_be_read(matters, tmp_path, text):
    path, papers = tmp_path / "matters.db", tmp_path / "papers"
    papers.mkdir()
    name = "".join(each for each in text[:40] if each not in "/\x00\n" and not "\ud7ff" < each < "\ue000") or "x"
    raw = PAPER.format(title=f"Hubs {text}", text=text).encode("utf-8", errors="surrogatepass")
    (papers / f"{name}.txt").write_bytes(raw)
    for words in (("import", "--dry-run", "--format", "json", papers), ("import", papers), ("import", papers)):
        called = matters(*words, "--db", path)
        assert called.code in {0, 1}, called
        harmless(called.out + called.err)
    if not path.exists():
        return
    for words in (*COMMANDS, ("settle",)):
        for form in ("table", "json", "csv"):
            called = matters(*words, "--format", form, "--db", path)
            assert called.code in {0, 1, 2}, called
            harmless(called.out + called.err)
    assert matters("db", "verify", "--db", path).code == 0
