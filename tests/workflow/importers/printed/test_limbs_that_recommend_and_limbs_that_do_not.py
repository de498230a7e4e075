"""Which limbs of a resolution are put to another body, and which the committee keeps; the papers are invented."""

import pytest

from workflow.importers.files import read_bytes

HEADING = "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Homes Scrutiny Panel held on Tuesday 10 June 2025\n\n"


def put_to_in(words: str) -> list[str | None]:
    minute = f"7. Empty Homes\n\nMembers considered a report.\n\n{words}\n"
    (item,) = read_bytes(f"{HEADING}{minute}".encode(), "minutes.txt").items
    return [limb.to for limb in item.resolutions]


def test_a_limb_that_recommends_puts_nothing_else_to_its_body():
    words = (
        "RESOLVED:\n(1) That the report be noted.\n(2) That Cabinet be recommended to set a target of 24 hours.\n"
        "(3) That the Assistant Director write to owners.\n(4) That the Panel review the first year's figures."
    )
    assert put_to_in(words) == [None, "Cabinet", None, None]


def test_words_that_open_a_list_put_to_their_body_what_is_not_the_committees_own():
    words = (
        "RECOMMENDED to Cabinet that:\n(1) fees be frozen;\n(2) the Assistant Director write to owners;\n"
        "(3) the Panel review the first year's figures;\n(4) thanks be placed on record;\n(5) a plan be written."
    )
    assert put_to_in(words) == ["Cabinet", "Cabinet", None, None, "Cabinet"]


@pytest.mark.parametrize("limb", ["the Committee review its rules", "the Committee consider a ban"])
def test_what_is_put_to_a_committee_may_be_for_that_committee_to_review(limb: str):
    assert (
        put_to_in(f"RECOMMENDED to the Licensing Committee that:\n1. {limb};\n2. fees be frozen.")
        == ["Licensing Committee"] * 2
    )


@pytest.mark.parametrize(
    ("who", "to"),
    [
        ("the Cabinet Member for City Housing", "Cabinet Member for City Housing"),
        ("the Portfolio Holder for Homes and Streets", "Portfolio Holder for Homes and Streets"),
        ("the Leader", "Leader"),
        ("the Deputy Leader", "Deputy Leader"),
    ],
)
def test_a_numbered_limb_may_recommend_something_to_a_member_of_cabinet(who: str, to: str):
    words = (
        f"RESOLVED:\n1. That the report be noted.\n2. That {who} be recommended to set and publish a target of a day.\n"
        f"3. That {who} be thanked for coming."
    )
    assert put_to_in(words) == [None, to, None]


def test_a_member_of_cabinet_who_is_invited_is_recommended_nothing():
    assert put_to_in("RESOLVED:\n1. That the Leader be invited to the next meeting.\n2. That the report be noted.") == [
        None,
        None,
    ]
