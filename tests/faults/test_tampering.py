"""Whatever is changed in a database file, by chance or by hand, `matters db check` or `matters db verify` shows it."""

import json
import random
import sqlite3
from contextlib import closing

import pytest

PAGE = 4096


def corrupted(data: bytes, seed: int) -> bytes:
    """The file with one thing wrong, as disks, cables and careless programs do it."""
    chance, wrong = random.Random(seed), bytearray(data)
    at = chance.randrange(len(wrong))
    page = at // PAGE * PAGE
    kind = chance.choice(("bit", "byte", "letter", "letter", "run", "zeros", "swap", "cut"))
    if kind == "bit":
        wrong[at] ^= 1 << chance.randrange(8)
    elif kind == "byte":
        wrong[at] = (wrong[at] + chance.randrange(1, 256)) % 256
    elif kind == "letter":
        places = [place for place, byte in enumerate(wrong) if chr(byte).isascii() and chr(byte).isalnum()]
        wrong[chance.choice(places)] = ord(chance.choice("abcdefxyz0123456789"))
    elif kind == "run":
        many = min(chance.randrange(2, 200), len(wrong) - at)
        wrong[at : at + many] = chance.randbytes(many)
    elif kind == "zeros":
        wrong[page : page + PAGE] = bytes(PAGE)
    elif kind == "swap":
        other = chance.randrange(len(wrong)) // PAGE * PAGE
        wrong[page : page + PAGE], wrong[other : other + PAGE] = wrong[other : other + PAGE], wrong[page : page + PAGE]
    else:
        del wrong[at:]
    return bytes(wrong)


def content(path) -> object:
    """All a database file says, its schema included: what lies in the unused bytes of a page says nothing."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        schema = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        tables = [name for kind, name, sql in schema if kind == "table" and "VIRTUAL" not in (sql or "")]
        rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
        marks = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")]
        return schema, rows, marks


def unnoticed(matters, tmp_path, data: bytes, seeds: range) -> list[int]:
    """The corruptions that change what the file says, and that neither command shows."""
    good = tmp_path / "good.db"
    good.write_bytes(data)
    said, missed = content(good), []
    for seed in seeds:
        wrong = corrupted(data, seed)
        path = tmp_path / f"{seed}.db"
        path.write_bytes(wrong)
        codes = [matters("db", what, "--db", path).code for what in ("check", "verify")]
        assert set(codes) <= {0, 1}
        if codes == [0, 0] and content(path) != said:
            missed.append(seed)
        path.unlink()
    return missed


def test_no_corruption_goes_unnoticed(matters, tmp_path, lived):
    assert unnoticed(matters, tmp_path, lived, range(25)) == []


@pytest.mark.heavy
@pytest.mark.timeout(300)
def test_of_a_thousand_corruptions_none_goes_unnoticed(matters, tmp_path, lived):
    assert unnoticed(matters, tmp_path, lived, range(100, 1100)) == []


def by_hand(path, *statements: str) -> None:
    """Runs SQL as somebody would who has the file and knows of the triggers."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE report SET title = 'Hubs' WHERE ref = 1", ["R1", "title", "'Hubs'"]),
        ("UPDATE report SET state = 'closed' WHERE ref = 1", ["R1", "state", "'closed'"]),
        ("UPDATE report SET version = version + 1 WHERE ref = 1", ["R1", "version"]),
        ('UPDATE report SET folded = replace(folded, \'"title":"\', \'"title":"x\') WHERE ref = 1', ["R1", "folded"]),
        ("UPDATE body SET name = 'The Cabinet' WHERE ref = 2", ["B2", "name", "'The Cabinet'"]),
        ("DELETE FROM gap WHERE report = 1", ["R1", "gap"]),
        ("UPDATE journal SET who = 'eve' WHERE entry = 9", ["Entry 9", "altered"]),
        ("UPDATE journal SET body = replace(body, 'hubs', 'clubs') WHERE entry = 9", ["Entry 9", "altered"]),
        ("UPDATE journal SET at = replace(at, '2017', '2016') WHERE entry = 9", ["Entry 9", "altered"]),
        ("DELETE FROM journal WHERE entry = 8", ["Entry 8", "missing"]),
        ("DELETE FROM journal WHERE entry > (SELECT max(entry) - 2 FROM journal)", ["cut off"]),
    ],
)
def test_an_edit_by_hand_is_named_and_the_exit_code_is_1(matters, tmp_path, lived, statement, words):
    path = tmp_path / "matters.db"
    path.write_bytes(lived)
    assert matters("db", "verify", "--db", path).code == 0
    by_hand(path, statement)
    called = matters("db", "verify", "--db", path)
    assert called.code == 1
    assert all(word in called.out for word in words), called.out
    told = json.loads(matters("db", "verify", "--db", path, "--format", "json").out)
    assert (told["good"], bool(told["findings"])) == (False, True)


def test_an_end_cut_off_cleanly_is_shown_by_the_seal_kept_elsewhere(matters, tmp_path, lived):
    """Everything of the last entry taken out, the counter too: only who kept the seal can know."""
    path = tmp_path / "matters.db"
    path.write_bytes(lived)
    matters("body", "add", "Last Panel", "--kind", "scrutiny", "--db", path)
    seal = json.loads(matters("db", "verify", "--db", path, "--format", "json").out)["head"]
    with closing(sqlite3.connect(path)) as connection:
        ((entry,),) = connection.execute("SELECT min(entry) FROM journal WHERE body LIKE '%Last Panel%'").fetchall()
    by_hand(
        path, f"DELETE FROM body_name WHERE entry >= {entry}", f"DELETE FROM body WHERE entry >= {entry}",
        f"DELETE FROM journal WHERE entry >= {entry}", f"UPDATE sqlite_sequence SET seq = {entry - 1}",
    )  # fmt: skip
    assert matters("db", "verify", "--db", path).code == 0
    called = matters("db", "verify", "--db", path, "--head", seal)
    assert called.code == 1
    assert seal in called.out


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DROP TRIGGER journal_kept", "The trigger journal_kept is not there."),
        ("CREATE TRIGGER eve AFTER INSERT ON report BEGIN SELECT 1; END", "The trigger eve is none of ours."),
        ("DROP INDEX {index}", "The index {index} is not there."),
        ("DROP VIEW {view}", "The view {view} is not there."),
        ("ALTER TABLE person ADD COLUMN salary INTEGER", "The table person was changed"),
    ],
)
def test_what_is_changed_in_the_schema_is_named(matters, tmp_path, lived, statement, words):
    path = tmp_path / "matters.db"
    path.write_bytes(lived)
    assert matters("db", "check", "--db", path).code == 0
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        named = dict(connection.execute("SELECT type, max(name) FROM sqlite_master WHERE sql <> '' GROUP BY type"))
        connection.execute(statement.format(**named))
    called = matters("db", "check", "--db", path)
    assert called.code == 1
    assert words.format(**named) in called.out


def test_an_index_of_words_that_says_something_else_is_named_and_a_replay_puts_it_right(matters, tmp_path, lived):
    path = tmp_path / "matters.db"
    path.write_bytes(lived)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        blocks = connection.execute("SELECT id, block FROM words_data WHERE id > 10").fetchall()
        turned = [(block.replace(b"hub", b"tub"), number) for number, block in blocks if b"hub" in block]
        assert turned
        connection.executemany("UPDATE words_data SET block = ? WHERE id = ?", turned)
    called = matters("db", "check", "--db", path)
    assert called.code == 1
    assert "The index of words does not say what the rows say" in called.out
    again = tmp_path / "again.db"
    assert matters("db", "replay", again, "--db", path).code == 0
    assert matters("db", "check", "--db", again).code == 0
    assert "Family hubs" in matters("find", "hubs", "--db", again).out
