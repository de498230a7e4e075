"""What the columns of a tracker mean: guessed by their headings, or as a person says."""

import re
from collections.abc import Iterable, Mapping
from fnmatch import translate

from workflow.importers.reading import Column

FIELDS: Mapping[str, str] = {
    "recommendation": "the recommendation, in its words",
    "action": "the action that was agreed",
    "number": "the recommendation's number",
    "title": "the report or item it belongs to",
    "body": "the body that made it",
    "to": "the body or post it is made to",
    "meeting_date": "the meeting, or the day, at which it was made",
    "minute": "the minute number of that meeting",
    "reference": "the reference the papers use, such as 24/00093",
    "response": "what was answered: accepted, rejected …",
    "responded_on": "the day of the answer",
    "answered_by": "who answered, or whose portfolio it is",
    "owner": "the officer or post that is to do it",
    "due": "the day by which it is to be done",
    "status": "how far it has come, in a word or a colour",
    "update": "how far it has come, in words (there may be several)",
    "updated_on": "the day of the update",
    "completed_on": "the day it was done",
    "review": "when it comes back to the committee",
    "sign_off": "whether the committee has discharged it",
}
"""What a column can mean, each in a few words."""

SEVERAL = frozenset({"update"})
"""What several columns may mean at once."""

_LONGEST = 80
_HEADINGS: tuple[tuple[str, str], ...] = (
    ("", "agenda no, agenda number, agenda item no, agenda item number"),
    (
        "minute",
        "minute, minutes, minute item, minute no*, minute number, minute ref*, minutes ref*, * minute no*, * minute "
        "ref*",
    ),
    (
        "sign_off",
        "sign off*, signed off*, * sign off*, * signed off*, discharge*, * discharge*, closed by *, agreed to "
        "close, agreed to remove, committee view, committees view, panel view, board view, scrutiny view, scrutiny "
        "assessment, committee assessment",
    ),
    (
        "completed_on",
        "date complete*, date closed, date implemented, date achieved, date done, completed on, completed date, "
        "closed on, closed date, implemented on, date of completion, actual completion*, actual date, actual end*, "
        "when completed",
    ),
    (
        "updated_on",
        "date of update, date of last update, date of latest update, update date, updated on, updated date, last "
        "update, last updated, date updated, date last updated, date reviewed, date last reviewed, last reviewed",
    ),
    (
        "review",
        "next update*, next review*, next report*, future update*, date of next *, review date, report back*, "
        "reporting back*, update due*, progress update due*, due for update, due for review, to be reviewed*, "
        "return to *",
    ),
    (
        "responded_on",
        "response date, response received, response on, * response date, * response received, date of response, "
        "date of * response, date responded, decision date, * decision date, date of decision, date of * decision, "
        "reply date, date of reply, date considered by cabinet, date of cabinet*, date to cabinet, cabinet date, "
        "cabinet meeting date, executive date, executive meeting date",
    ),
    (
        "due",
        "due, due *, date due, * due, * due date*, target, target date*, target completion*, target deadline, "
        "target timescale*, * target date, deadline*, * deadline, when, by when, timescale*, * timescale, * "
        "timescales, time scale*, timeframe*, time frame*, timeline*, implementation date, completion date, end "
        "date, complete by, completed by, completion due, to be completed*, expected completion*, expected date, "
        "expected end*, anticipated *, planned date, planned completion*, proposed date",
    ),
    (
        "meeting_date",
        "meeting, meetings, mtg, mtgs, mtg date, "
        "date, dates, meeting date*, date of *, date and meeting, meeting and date, date made, "
        "date raised, date agreed, date resolved, date recommended, date meeting, when made, when agreed, * meeting "
        "date, * meeting, committee date, panel date, board date, scrutiny date, council date, considered, "
        "considered on, considered at",
    ),
    (
        "reference",
        "decision no*, decision ref*, decision number, report no, report number, report ref*, forward plan *, key "
        "decision ref*, cabinet ref*, executive ref*",
    ),
    (
        "number",
        "no, nos, nr, number, num, ref, refs, reference, id, r, rec, s no, serial, serial no, * no, * no s, * nos, * "
        "number, * ref, * reference, * id, unique *",
    ),
    (
        "to",
        "to, to whom, for whom, made to, directed to, addressed to, referred to, sent to, recipient, recommended "
        "to, recommendation to, recommendations to, recommendation made to, to body, to committee",
    ),
    (
        "action",
        "action, actions, agreed action*, planned action*, proposed action*, required action*, action agreed, "
        "actions agreed, action required, actions required, action point*, action to be taken, actions to be taken, "
        "action planned, actions planned",
    ),
    (
        "answered_by",
        "*cabinet member*, *portfolio*, *executive member*, lead member*, decision maker*, respondent*, *answered "
        "by*, response by, response from, responder, responding *",
    ),
    (
        "owner",
        "*officer*, *owner*, *responsib*, *accountable*, assigned*, *by whom*, directorate*, department*, lead, "
        "lead *, who, action by, actioned by, service, service area, contact*",
    ),
    (
        "status",
        "*status*, rag, rag *, * rag, implemented, implementation, complete, completed, completion, complete *, "
        "state, traffic light*, rating, stage, achieved, percent complete",
    ),
    (
        "response",
        "*response*, *reply*, answer*, *accepted*, *rejected*, agreed, agree, agreed y n, agreed yes no, agreed or "
        "*, accept, accept *, decision, cabinet decision*, executive decision*, council decision*, cabinet s "
        "decision, cabinet view*, cabinet comment*, cabinet said, what cabinet said, what the cabinet said, executive "
        "said",
    ),
    (
        "update",
        "*update*, *progress*, *position*, *commentary*, *narrative*, *feedback*, comment, comments, further "
        "comments, other comments, additional comments, notes, note, outcome, outcomes, impact, evidence*, action "
        "taken, actions taken, actions to date, action to date, monitoring, result, results, where are we*, where we "
        "are*",
    ),
    (
        "recommendation",
        "*recommendation*, recs, "
        "recommended, resolution, resolutions, resolved, proposal, proposals, what * asked, what * "
        "asked for, what was recommended, what * recommended",
    ),
    (
        "body",
        "*committee*, *board*, *panel*, *commission*, *forum*, body, source, made by, from, scrutiny, task group, "
        "group, scrutiny body",
    ),
    (
        "title",
        "*report*, paper, papers, "
        "*item*, *title*, *subject*, *topic*, *review*, *inquiry*, issue, issues, matter, *theme*, "
        "*project*, agenda, name",
    ),
)  # fmt: skip
_GUESSES = tuple(
    (means, re.compile("|".join(translate(pattern) for pattern in patterns.split(", "))))
    for means, patterns in _HEADINGS
)
"""Tried from the top: `*` stands for any words, as in the names of files."""


def evened(heading: str) -> str:
    """A heading by which two are the same: small letters and figures, one space between words."""
    plain = heading.replace("%", " percent ").replace("#", " no ").lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain.replace("’", "").replace("'", "")).split())


def guess(headings: Iterable[str], chosen: Mapping[str, str]) -> tuple[Column, ...]:
    """What each of these headings means. `chosen`: what a person said, by evened heading; empty for nothing.

    One column has each meaning, the leftmost, but for updates, of which there may be several.
    """
    headings = list(headings)
    taken = {means for heading in headings if (means := chosen.get(evened(heading)))} - SEVERAL
    found = []
    meanings = _meanings(evened(heading) for heading in headings)
    for heading in headings:
        name = evened(heading)
        if name in chosen:
            found.append(Column(heading, chosen[name] or None, chosen=True))
            continue
        means = meanings[name]
        if means in taken:
            means = None
        elif means and means not in SEVERAL:
            taken.add(means)
        found.append(Column(heading, means))
    return tuple(found)


def is_heading(row: tuple[str, ...], chosen: Mapping[str, str], *, first: bool) -> bool:
    """Whether a row holds headings: most of its cells are, and one is for what was recommended or agreed.

    Behind the `first` one a row must look the part in every cell, since a tracker's own words are headings' words.
    """
    cells = [cell for cell in row if cell]
    if len(cells) < 2 or any(len(cell) > _LONGEST for cell in cells):
        return False
    if any(evened(cell) in chosen for cell in cells) and first:
        return True
    means = {*_meanings(evened(cell) for cell in cells).values()} | {chosen.get(evened(cell)) for cell in cells}
    known = sum(evened(cell) in chosen or _means(evened(cell)) is not None for cell in cells)
    if not means & {"recommendation", "action"} or len(means - {None, ""}) < 2:
        return False
    return known >= 2 if first else known >= 0.8 * len(cells) and len(means - {None, ""}) >= 3


def _meanings(names: Iterable[str]) -> dict[str, str | None]:
    """What evened headings mean beside one another: `rec` is a number, but where another column is that."""
    found = {name: _means(name) for name in names}
    numbers = [name for name, means in found.items() if means == "number"]
    if "rec" in numbers and len(numbers) > 1 and "recommendation" not in found.values():
        found["rec"] = "recommendation"
    return found


def _means(name: str) -> str | None:
    """What an evened heading means; None where it says nothing that is known."""
    if not name or len(name) > _LONGEST:
        return None
    return next((means or None for means, pattern in _GUESSES if pattern.fullmatch(name)), None)
