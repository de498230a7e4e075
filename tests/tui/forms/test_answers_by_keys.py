"""Answers at the desk: another's answer is shown before it is changed, each is asked what applies, words stay whole."""

from datetime import date

from at_a_screen import council, screens, text_of, until
from making import asked, facts_for
from textual.events import Key
from textual.widgets import Input

from states.days import On
from states.facts import Answer, Facts
from states.words import Move, Response
from tui.dialogs.move_form import MoveForm
from tui.screens.record import Record
from tui.widgets.asked import Asked, Pick
from tui.widgets.asked_many import Each, Words
from tui.widgets.choice import Choice
from tui.widgets.notice import Notice
from workflow.engine import make_move

LONG = "That " + "the Cabinet looks again at every bus lane and says street by street what it found, " * 4 + "and ends."
REASONS = "too dear, " * 300 + "in the end"


def recommended(path) -> None:
    """A report with a long recommendation and a short one."""
    desk = council(path)
    ref = None
    for day, move in enumerate((Move.DRAFT, Move.SCRUTINISE, Move.RECOMMEND), 6):
        facts = facts_for(move, date(2017, 3, day))
        if move is Move.RECOMMEND:
            facts["recommendations"] = asked(LONG, "That it stays open.")
        ref = make_move(desk, ref, move, Facts(**facts), on=On.day(date(2017, 3, day))).ref
    desk.close()


def answered(path, *answers: Answer, who: str = "ben") -> None:
    """Somebody else answers."""
    desk = council(path, who)
    make_move(desk, 1, Move.RESPOND, Facts(responses=answers), on=On.day(date(2017, 4, 3)))
    desk.close()


async def responding(pilot, key: str = "p") -> MoveForm:
    """The form of an answer to the first report, or of another move."""
    pilot.app.record("R1")
    await until(lambda: isinstance(pilot.app.screen, Record) and pilot.app.screen.whole is not None)
    await pilot.pause()
    await pilot.press(key)
    await until(lambda: isinstance(pilot.app.screen, MoveForm) and pilot.app.screen.ready)
    return pilot.app.screen


def drawn(each: Each) -> str:
    return each.query_one(Choice).render().plain


def outlook(form: MoveForm) -> str:
    return str(form.query_one(".outlook").content)


async def test_a_colleagues_answer_is_shown_and_that_it_would_be_changed_before_it_is(tmp_path):
    recommended(tmp_path / "m.db")
    async with screens(tmp_path / "m.db", (140, 50)) as pilot:
        form = await responding(pilot)
        first = form.query(Each).first()
        first.query_one(Choice).focus()
        await pilot.press("a")
        await until(lambda: "WILL HAPPEN" in outlook(form))
        answered(tmp_path / "m.db", Answer(1, Response.REJECTED, "Cabinet", reasons="cost"))
        await pilot.press("ctrl+s")
        await until(lambda: "ben entered" in form.query_one(Notice).sentence)
        await until(lambda: "Changes: recommendation 1, rejected → accepted." in outlook(form))
        assert first.chosen == "accepted"
        assert "○ stays rejected  ● accepted" in drawn(first)
        await pilot.press("ctrl+s")
        await until(lambda: isinstance(pilot.app.screen, Record))


async def test_what_is_rejected_is_asked_its_reasons_and_no_more(tmp_path):
    recommended(tmp_path / "m.db")
    async with screens(tmp_path / "m.db", (140, 50)) as pilot:
        form = await responding(pilot)
        first = form.query(Each).first()
        choice = first.query_one(Choice)
        choice.focus()
        shown = {}
        for word, key in (("accepted", "a"), ("rejected", "r")):
            await pilot.press("left", key)
            await until(lambda word=word: first.chosen == word)
            await pilot.pause()
            shown[word] = [a.field.name for a in first.query(Asked) if a.display]
        assert shown == {"accepted": ["reasons", "text_agreed", "action_by", "owner"], "rejected": ["reasons"]}


async def test_what_was_done_all_the_same_about_a_rejected_recommendation_is_said_in_the_update(tmp_path):
    recommended(tmp_path / "m.db")
    answered(tmp_path / "m.db", Answer(1, Response.REJECTED, "Cabinet"), Answer(2, Response.ACCEPTED, "Cabinet"))
    async with screens(tmp_path / "m.db", (80, 24)) as pilot:
        await responding(pilot, "U")
        first, second = pilot.app.screen.query(Each).results(Each)
        assert "● rejected, nothing done" in drawn(first)
        assert "● not said" in drawn(second)
        first.query_one(Choice).focus()
        await pilot.press("c")
        assert first.chosen == "complete"
        pilot.app.screen.query_one("#fact-written Choice").focus()
        await pilot.press("y")
        await pilot.press("ctrl+s")
        await until(lambda: isinstance(pilot.app.screen, Record))
        await until(lambda: [r.implementation for r in pilot.app.screen.whole.shown.recommendations]
                    == ["complete", "not_started"])  # fmt: skip


async def test_words_cut_in_a_form_end_so_and_are_whole_while_one_is_at_them(tmp_path):
    recommended(tmp_path / "m.db")
    async with screens(tmp_path / "m.db", (140, 50)) as pilot:
        form = await responding(pilot)
        first, second = form.query(Each).results(Each)
        second.query_one(Choice).focus()
        await until(lambda: first.query_one(Words).render().plain.endswith("…"))
        first.query_one(Choice).focus()
        await until(lambda: first.query_one(Words).render().plain.endswith("and ends."))
        await until(lambda: "and ends." in text_of(pilot.app))


async def test_the_committees_own_words_stay_on_the_page_beside_those_agreed(tmp_path):
    recommended(tmp_path / "m.db")
    answered(tmp_path / "m.db", Answer(1, Response.REJECTED, "Cabinet", reasons=REASONS, text_agreed="x"),
             Answer(2, Response.ACCEPTED_IN_PART, "Cabinet", text_agreed="That it opens on Mondays."))  # fmt: skip
    async with screens(tmp_path / "m.db", (140, 50)) as pilot:
        await responding(pilot)
        await until(lambda: "stays open. · as agreed: That it opens on Mondays." in text_of(pilot.app))
        await pilot.press("escape")
        await until(lambda: "as agreed: That it opens on Mondays." in text_of(pilot.app))
        assert "That it stays open." in text_of(pilot.app)
        assert "as agreed: x" not in text_of(pilot.app)
        assert "rejected by Cabinet, 3 Apr 2017: too dear" in text_of(pilot.app)
        pilot.app.screen.query_one("#left").focus()
        await pilot.press("home", "enter")
        await until(lambda: "Rejected by Cabinet, 3 Apr 2017: too dear" in text_of(pilot.app))
        assert "too dear, in the end." in str(pilot.app.screen.query_one(".reading Static").content)


async def test_enter_goes_line_by_line_and_f4_from_recommendation_to_recommendation(tmp_path):
    recommended(tmp_path / "m.db")
    async with screens(tmp_path / "m.db") as pilot:
        form = await responding(pilot)
        first, second = form.query(Each).results(Each)
        first.query_one(Choice).focus()
        await pilot.press("a", "enter", *"wise", "enter")
        assert [a.value for a in first.query(Asked)][:2] == ["wise", None]
        assert form.focused is list(first.query(Asked))[1].editor
        assert "F4 next recommendation" in text_of(pilot.app)
        await pilot.press("f4", "a", "f4")
        await until(lambda: "This is the last recommendation" in form.query_one(Notice).sentence)
        assert (first.chosen, second.chosen) == ("accepted", "accepted")
        last = [line for line in form.focus_chain if isinstance(line, Input | Choice | Pick)][-1]
        last.focus()
        await pilot.press("enter", "down")
        assert form.focused is last
        await until(lambda: "This is the last line: ctrl+s" in form.query_one(Notice).sentence)


async def test_who_types_a_sentence_on_a_word_changes_no_answer_and_reads_how_to_choose(tmp_path):
    recommended(tmp_path / "m.db")
    async with screens(tmp_path / "m.db") as pilot:
        form = await responding(pilot)
        first, second = form.query(Each).results(Each)
        first.query_one(Choice).focus()
        await until(lambda: "Letters, space or → choose; ↓ goes on." in text_of(pilot.app))
        for key in (*"Agreed", "space", *"in", "space", *"full"):
            pilot.app.post_message(Key(key, " " if key == "space" else key))
        await until(lambda: "No word begins with “agreed in full”" in form.query_one(Notice).sentence)
        assert "letters, space or → choose; ↓ goes on." in form.query_one(Notice).sentence
        assert (first.chosen, second.chosen) == ("", "")


async def test_the_day_that_is_taken_where_none_is_given_stands_under_what_will_happen(tmp_path):
    recommended(tmp_path / "m.db")
    async with screens(tmp_path / "m.db", (140, 50)) as pilot:
        form = await responding(pilot)
        form.query(Each).first().query_one(Choice).focus()
        await pilot.press("a")
        await until(lambda: "On: Monday 3 April 2017, today." in outlook(form))
        form.query_one("#fact-on", Asked).put("1 April 2017")
        await until(lambda: "WILL HAPPEN" in outlook(form) and "On: " not in outlook(form))
