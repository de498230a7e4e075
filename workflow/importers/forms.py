"""The one list of forms. A new form is one new file with `recognises` and `read`, and one line here."""

from collections.abc import Callable

import msgspec

from workflow.importers import (
    action_table,
    agenda_and_minutes,
    agenda_item_page,
    agenda_sheet,
    bare_minute,
    briefing_note,
    call_in_form,
    committee_report,
    decision_record,
    executive_answer,
    piped_table,
    printed_minutes,
    tracker,
    unnumbered,
)
from workflow.importers.answers_said import with_answers
from workflow.importers.broken_off import with_break
from workflow.importers.cmis import copied as cmis_copied
from workflow.importers.cmis import meeting as cmis_meeting
from workflow.importers.moderngov import decision, decision_list, issue, issue_meetings, item, lists, meeting, service
from workflow.importers.moderngov.copied import with_copy
from workflow.importers.reading import Document, Paper, Warning
from workflow.importers.run_together import with_lines
from workflow.importers.web_text import as_running, is_bare, is_own


class Form(msgspec.Struct, frozen=True):
    """One form of paper: how surely a paper is of it (0 to 1), and how it is read."""

    name: str
    recognises: Callable[[Paper], float]
    read: Callable[[Paper], Document]


FORMS: tuple[Form, ...] = (
    Form("briefing note", briefing_note.recognises, briefing_note.read),
    Form("agenda item page", agenda_item_page.recognises, agenda_item_page.read),
    Form("printed minutes", printed_minutes.recognises, printed_minutes.read),
    Form("agenda and minutes", agenda_and_minutes.recognises, agenda_and_minutes.read),
    Form("page without numbers", unnumbered.recognises, unnumbered.read),
    Form("table of items as text", piped_table.recognises, piped_table.read),
    Form("executive's answer", executive_answer.recognises, executive_answer.read),
    Form("committee report", committee_report.recognises, committee_report.read),
    Form("record of decision", decision_record.recognises, decision_record.read),
    Form("call-in form", call_in_form.recognises, call_in_form.read),
    Form("action table", action_table.recognises, action_table.read),
    Form("agenda", agenda_sheet.recognises, agenda_sheet.read),
    Form("tracker", tracker.recognises, tracker.read),
    Form("bare minute", bare_minute.recognises, bare_minute.read),
    Form("meeting page", meeting.recognises, meeting.read),
    Form("item page", item.recognises, item.read),
    Form("decision page", decision.recognises, decision.read),
    Form("decision list", decision_list.recognises, decision_list.read),
    Form("issue page", issue.recognises, issue.read),
    Form("issue's meetings", issue_meetings.recognises, issue_meetings.read),
    Form("list of meetings", lists.recognises_meetings, lists.read_meetings),
    Form("list of committees", lists.recognises_committees, lists.read_committees),
    Form("CMIS meeting page", cmis_meeting.recognises, cmis_meeting.read),
    Form("CMIS meeting page as text", cmis_copied.recognises, cmis_copied.read),
    Form("web service", service.recognises, service.read),
)


def read(paper: Paper) -> Document:
    """The paper as the form reads it that recognises it most surely; `other`, with a warning, when none does.

    A web page of no known system is read as the running text that it holds; a text that is a copy of a known system's
    page, as that page.
    """
    paper = with_copy(with_lines(paper))
    sure, form = _surest(paper)
    running = as_running(paper) if form is None or is_own(paper) else None
    if running is not None:
        copied = with_copy(running)
        surer, other = _surest(copied)
        if form is None or (is_bare(paper) and copied.tree is not paper.tree) or surer > sure:
            paper, form = copied, other
    if form is None:
        doubt = Warning("unknown_form", "The paper is in no form that is known; nothing was read from it.")
        return Document(paper.path, paper.sha256, "other", warnings=(doubt,))
    return with_break(paper, with_answers(paper, form.read(paper)))


def _surest(paper: Paper) -> tuple[float, Form | None]:
    """The form that recognises a paper most surely, and how surely; no form when none does."""
    surest, at = max((form.recognises(paper), -place) for place, form in enumerate(FORMS))
    return surest, FORMS[-at] if surest > 0 else None
