"""A council's own templates: taken instead of ours, named with file and line when they are broken, and powerless."""

import subprocess
import sys
import zipfile
from datetime import date

import pytest

from states.errors import BadInput
from workflow.letters import write
from workflow.letters.sandbox import OURS
from workflow.letters.specimens import specimens
from workflow.letters.writing import check
from workflow.settings_mail import LetterSettings
from workflow.settings_sending import Sending

AHEAD, LATE, *_ = specimens(date(2026, 11, 24))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "own"


@pytest.fixture
def written(folder):
    """Puts a template into the council's folder, and writes a letter with it."""
    folder.mkdir()

    def write_with(name, words, digest=LATE):
        (folder / name).write_text(words, "utf-8")
        return write(digest, Sending(letters=LetterSettings(folder=str(folder))), "<L1.x@example.gov.uk>")

    return write_with


def test_a_template_of_their_own_takes_the_place_of_ours_and_the_others_stay(written):
    letter = written("opening.txt", "Bore da. {{ late }} ydy’r nifer.\n")
    assert "\n\nBore da. 1 ydy’r nifer.\n\n" in letter.text
    assert "Bore da" in letter.html
    assert "What counts as an answer" in letter.text


def test_a_template_edited_or_added_counts_for_the_next_letter(written, folder):
    assert "First." in written("opening.txt", "First.\n").text
    assert "Second, and longer." in written("opening.txt", "Second, and longer.\n").text
    assert "With thanks" in written("opening.txt", "Third.\n").text
    assert "Cofion" in written("closing.txt", "Cofion\n").text
    (folder / "closing.txt").unlink()
    assert "With thanks" in written("opening.txt", "Fourth.\n").text


def test_macros_sets_and_lists_can_be_used(written):
    words = (
        "{% macro said(word) %}<{{ word|upper }}>{% endmacro %}\n"
        "{% set days = [1, 2, 3] %}{% set table = {'update_due': 'U'} %}\n"
        "{{ said('a' ~ 1) }} {{ days|join('-') }} {{ 1 + 2 }} {{ 'x' + 'y' }} {{ table['update_due'] }}\n"
        "{% for report in reports %}{{ loop.index }}{{ report.heading }}{% endfor %}\n"
        "{{ things|map(attribute='ref')|join(', ') }} {{ count|in_words }}\n"
    )
    said = " ".join(written("opening.txt", words).text.split())
    assert "<A1> 1-2-3 3 xy U 1Bus lanes on Station Road (R7, 26/00041)R7 one" in said


@pytest.mark.parametrize(
    ("name", "words", "line", "says"),
    [
        ("closing.txt", "one\ntwo\n{{ signature }}\n", 3, "'signature' is undefined"),
        ("closing.txt", "one\n{% if %}\n", 2, "Expected an expression"),
        ("closing.txt", "{% for x in reports %}\n", 1, "Unexpected end of template"),
        ("thing.txt", "\n\n{{ group[0].colour }}\n", 3, "has no attribute 'colour'"),
        ("days.txt", "{{ thing.condition }}\n", 1, "it writes something that is not known here"),
        ("days.txt", "{{ thing.asked }}\n", 1, "it writes a list or a record where words belong"),
        ("letter.txt", "{% include 'nonsense.txt' %}\n", None, "asks for a template nonsense.txt that is not there"),
        ("letter.html", "<p>\n{{ blocks[99].text }}\n", 2, "has no element 99"),
        ("what.txt", "{{ 1 // 0 }}\n", 1, "division"),
        ("opening.txt", "{% extends 'opening.txt' %}", None, "it goes round and round"),
        ("answer.txt", "{{ thing.clock|nonsense }}", 1, "No filter named 'nonsense'"),
        ("subject.txt", "{{ open('/etc/passwd') }}", 1, "is not safely callable"),
    ],
)
def test_a_broken_template_is_named_with_its_line_and_no_letter_is_made(name, words, line, says, written, folder):
    with pytest.raises(BadInput) as refused:
        written(name, words)
    said = str(refused.value)
    assert said.startswith(f"The letter template {folder / name if line else ''}")
    assert f", line {line}, cannot be used" in said if line else "cannot be used" in said
    assert says in said
    assert "Traceback" not in said
    assert said.count("\n") == 0


@pytest.mark.parametrize(
    "words",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ self.__init__.__globals__ }}", "{{ reports.__class__ }}",
        "{{ things[0].__struct_fields__ }}", "{{ '{0.__class__}'.format(1) }}", "{{ 'x'|attr('__class__') }}",
        "{{ 'a' * 10000000000 }}", "{{ 10 ** 10 ** 10 }}", "{{ '%9999999999d' % 1 }}", "{{ [1] * 1000000000 }}",
        "{{ range(1000000000)|list }}", "{{ lipsum(100000) }}", "{{ cycler }}", "{{ ''.join }}", "{{ [].append(1) }}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}", "{% include 'opening.txt' %}",
        "{% for a in things recursive %}{{ loop(things) }}{% endfor %}", "{{ 999999999999 * 999999999999 }}",
        "{% set x = 'aaaaaaaaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 60,
        "{% set x = 'aaaaaaaaaaaaaaaa' %}" + "{% set x = x + x %}" * 60,
        "{% set x %}aaaaaaaaaaaaaaaa{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60,
        "{% set x = [1] %}" + "{% set x = [x, x, x, x] %}" * 40 + "{{ x }}",
        "{% set x = (1,) %}" + "{% set x = (x, x) %}" * 40 + "{{ x == x }}",
        "{% set x = 'ab' %}" + "{% set x = x|join(x) %}" * 60,
        "{% for a in b %}" * 1 + "{% for a in refs %}" * 0 + "x{% endfor %}",
        "{% import 'os' as os %}{{ os }}", "{% from '/etc/passwd' import x %}", "{% include '../told.py' %}",
    ],
)  # fmt: skip
def test_a_template_can_do_nothing_and_ends_soon(words, written):
    with pytest.raises(BadInput, match="cannot be used"):
        written("opening.txt", words)


def test_loops_in_loops_end_soon(written):
    words = "{% for a in l %}" * 6 + "{% endfor %}" * 6
    with pytest.raises(BadInput, match="it goes round and round"):
        written("opening.txt", "{% set l = [" + "1," * 40 + "1] %}" + words)
    with pytest.raises(BadInput, match="it writes too much"):
        written("opening.txt", "{% set l = [" + "1," * 99 + "1] %}{% for a in l %}{% for b in l %}" + "x" * 999
                + "{% endfor %}{% endfor %}")  # fmt: skip


def test_a_template_that_is_no_text_or_far_too_large_is_refused(written, folder):
    (folder / "closing.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="UTF-8"):
        written("opening.txt", "Hello.\n")
    with pytest.raises(BadInput, match="larger than 256 KB"):
        written("closing.txt", "x" * 300_000)


def test_words_of_a_digest_are_escaped_in_html_of_their_own_too(written):
    from msgspec.structs import replace

    digest = replace(LATE, name="<b>Ann</b>")
    assert "<i>&lt;b&gt;Ann&lt;/b&gt;</i>" in written("letter.html", "<i>{{ name }}</i>", digest).html


def test_every_kind_of_letter_is_tried_with_them(tmp_path, matters):
    own = tmp_path / "own"
    own.mkdir()
    check(str(own))
    (own / "exempt.txt").write_text("{{ thing.name_of_the_child }}\n")
    with pytest.raises(BadInput, match=r"exempt.txt, line 1"):
        check(str(own))
    (tmp_path / "settings.toml").write_text("[letters]\nfolder = 'own'\n")
    called = matters("config", "check", "--config", str(tmp_path / "settings.toml"))
    assert (called.code, called.out) == (1, "")
    assert "exempt.txt, line 1, cannot be used" in called.err
    with pytest.raises(BadInput, match="There is no folder"):
        check(str(tmp_path / "none"))


def test_every_template_is_in_the_handbook(root):
    page = (root / "docs" / "letters.md").read_text("utf-8")
    assert all(f"`{path.name}`" in page for path in OURS.iterdir())


@pytest.mark.heavy
def test_the_templates_are_in_the_wheel(root, tmp_path):
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        held = set(opened.namelist())
    assert {f"workflow/letters/templates/{path.name}" for path in OURS.iterdir()} <= held
