"""Taking something further: who a draft is to, and who signs it. A person releases each draft, always.

First the officer again, by hand of the co-ordinator; then the director; then the chair writes to the Cabinet Member.
Who cannot be told from the record is left to the co-ordinator to say.
"""

from typing import TYPE_CHECKING

from db.rows_reminders import Near, Standing
from states.schedule import Whom
from workflow.reminders.owners import Owners
from workflow.reminders.roll import Holder, Roll, even

if TYPE_CHECKING:
    from workflow.letters.digest import Level

LEVELS: dict[str, "Level"] = {"escalate-1": "officer", "escalate-2": "director", "escalate-3": "chair"}
"""Whose turn it is, by the draft's stage."""


def addressee(owners: Owners, to: Whom, near: Near | Standing) -> Holder | None:
    """Who a draft is to; the co-ordinator where the record does not say. None: nobody is there to be told."""
    roll = owners.roll
    posts, _ = owners.posts_of(near.owner, near.lead_officer)
    found: Holder | None = None
    if to is Whom.MEMBER:
        found = _member(roll, near.portfolio)
    else:
        holders = [(post, holder) for post, holder in posts if holder is not None]
        if to is Whom.DIRECTOR:
            holders = [(post, holder) for post, holder in holders if post is not None and post.role == "director"]
        found = holders[0][1] if holders else None
    return found or roll.co_ordinator


def _member(roll: Roll, portfolio: str | None) -> Holder | None:
    """The Cabinet Member whose post names the portfolio."""
    if not portfolio:
        return None
    wanted = even(portfolio)
    return next(
        (post.holder for post in roll.of_role("cabinet_member") if post.holder and wanted in even(post.title)), None
    )


def signer(roll: Roll, stage: str, body: int | None) -> Holder | None:
    """Who signs a draft: the chair of the report's body at the last step; else the co-ordinator (None)."""
    if LEVELS.get(stage) != "chair" or body is None:
        return None
    return next((post.holder for post in roll.of_role("chair", body) if post.holder), None)
