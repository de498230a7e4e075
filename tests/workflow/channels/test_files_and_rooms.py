"""Letters as files, and letters shown in rooms; a local web server stands in for the service."""

import json
import stat
import sys
import threading
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from msgspec.structs import replace

from states.errors import BadInput
from workflow import channels
from workflow.channels.chat import harmless
from workflow.settings_channels import ChannelSettings
from workflow.settings_sending import Sending


@pytest.fixture
def room():
    """A service that takes what is posted to it; `room.answer` is the code it answers with."""

    class Room(HTTPServer):
        posted: list[dict[str, object]] = []
        answer = 200

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.server.posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(self.server.answer)
            self.end_headers()

        def log_message(self, *_):
            pass

    Room.posted = []
    with Room(("127.0.0.1", 0), Handler) as server:
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        serving.start()
        yield server
        server.shutdown()
        serving.join()


@pytest.fixture
def in_files(tmp_path) -> Sending:
    return Sending(channels=ChannelSettings(digests="file", folder=str(tmp_path / "out" / "letters")))


def test_a_letter_is_a_file_that_only_its_owner_reads(letter, in_files, tmp_path):
    told = channels.send(letter, in_files)
    (file,) = (tmp_path / "out" / "letters").iterdir()
    assert (told.outcome, told.said) == ("sent", f"It is in {file}.")
    assert file.suffix == ".eml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    read = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (read["To"], read["Message-ID"]) == ("Margaret Lyle <margaret.lyle@example.gov.uk>", letter.message_id)


def test_the_same_letter_again_is_the_same_file_and_another_is_another(letter, in_files, tmp_path):
    channels.send(letter, in_files)
    (file,) = (tmp_path / "out" / "letters").iterdir()
    before = file.read_bytes()
    assert channels.send(replace(letter, subject="Changed"), in_files).outcome == "sent"
    assert file.read_bytes() == before
    channels.send(replace(letter, message_id="<L2.x@example.gov.uk>"), in_files)
    assert len(list((tmp_path / "out" / "letters").iterdir())) == 2


@pytest.mark.parametrize("address", ["../../etc/passwd@example.gov.uk", "a/b@example.gov.uk", "con@example.gov.uk"])
def test_no_address_leads_out_of_the_folder(address, letter, in_files, tmp_path):
    channels.send(replace(letter, to=("A", address)), in_files)
    outside = [p for p in tmp_path.rglob("*") if p.is_file() and p.parent != tmp_path / "out" / "letters"]
    assert outside == []


def test_a_folder_that_cannot_be_written_to_wants_it_later_and_leaves_nothing(letter, tmp_path, in_files):
    (tmp_path / "out").write_text("a file, where a folder should be")
    told = channels.send(letter, in_files)
    assert told.outcome == "later"
    assert "cannot be written to" in told.said
    assert channels.send(letter, Sending(channels=ChannelSettings(digests="file"))).outcome == "later"
    assert channels.send(replace(letter, to=("A", "no address")), in_files).outcome in ("refused", "later")


def test_a_file_is_there_whole_or_not_at_all(letter, in_files, tmp_path, monkeypatch):
    from workflow import filed

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(filed.os, "fsync", full)
    told = channels.send(letter, in_files)
    assert (told.outcome, "No space left" in told.said) == ("later", True)
    assert list((tmp_path / "out" / "letters").iterdir()) == []


def test_a_room_shows_the_letter_and_its_address_is_never_said(letter, room, monkeypatch, caplog):
    address = f"json://user:geheim@127.0.0.1:{room.server_port}/secret-path"
    monkeypatch.setenv("MATTERS_TEAMS_URL", address)
    settings = Sending(channels=ChannelSettings(digests="teams"))
    with caplog.at_level(0):
        assert channels.send(letter, settings).outcome == "sent"
        room.answer = 500
        failed = channels.send(letter, settings)
    assert failed.outcome == "later"
    assert "does not say why" in failed.said
    first = room.posted[0]
    assert (first["title"], first["message"].split("\n")[0]) == (letter.subject, "Dear Margaret Lyle,")
    assert "geheim" not in caplog.text + failed.said
    assert "secret-path" not in caplog.text + failed.said


def test_a_room_without_an_address_and_one_that_nobody_can_read_are_told_of(letter, monkeypatch):
    settings = Sending(channels=ChannelSettings(digests="slack"))
    assert "set MATTERS_SLACK_URL" in channels.send(letter, settings).said
    monkeypatch.setenv("MATTERS_SLACK_URL", "nonsense-geheim")
    told = channels.send(letter, settings)
    assert told.outcome == "later"
    assert "is of no form that apprise reads" in told.said
    assert "geheim" not in told.said


def test_without_apprise_it_is_said_what_to_install(letter, monkeypatch):
    monkeypatch.setenv("MATTERS_OTHER_URL", "json://127.0.0.1/x")
    monkeypatch.setitem(sys.modules, "apprise", None)
    told = channels.send(letter, Sending(channels=ChannelSettings(digests="other")))
    assert (told.outcome, "pip install 'matters-arising[notify]'" in told.said) == ("later", True)


def test_notices_are_switched_on_by_a_person(letter):
    told = channels.send(letter, Sending(channels=ChannelSettings(digests="desktop")))
    assert (told.outcome, "desktop = true" in told.said) == ("later", True)


def test_only_the_co_ordinators_own_digest_is_shown_in_a_room_besides(letter, room, monkeypatch, sending, mail_server):
    monkeypatch.setenv("MATTERS_OTHER_URL", f"json://127.0.0.1:{room.server_port}/")
    settings = replace(sending, channels=ChannelSettings(co_ordinator=("other",)))
    assert channels.send(letter, settings).outcome == "sent"
    assert room.posted == []
    assert channels.send(replace(letter, to_coordinator=True), settings).outcome == "sent"
    assert len(room.posted) == 1
    assert len(mail_server.taken) == 2
    room.answer = 500
    told = channels.send(replace(letter, to_coordinator=True, message_id="<L9.x@example.gov.uk>"), settings)
    assert told.outcome == "sent"
    assert "In other it was not shown" in told.said


@pytest.mark.parametrize("words", ["<!channel> all", "@everyone", "[click](https://evil.example)", "`x` *y* _z_ <b>"])
def test_a_room_gets_words_that_call_nobody_and_hide_no_link(words):
    shown = harmless(words)
    assert not set(shown) & set("<>[]@`*_~")


def test_a_channel_that_is_not_there_is_named_with_those_that_are(sending):
    with pytest.raises(BadInput, match=r"There is no channel “fax”. It can be: mail, file, teams, slack"):
        channels.test(sending, "fax")
    with pytest.raises(BadInput, match="Say where the test goes"):
        channels.test(Sending(), "mail")


def test_a_file_channel_can_be_tried_too(in_files, tmp_path):
    assert channels.test(in_files, "file", ("Priya", "priya@example.gov.uk")).outcome == "sent"
    assert len(list((tmp_path / "out" / "letters").iterdir())) == 1
