"""A list below what was resolved is read whole where the line above it lost its colon; all papers are invented."""

import pytest

from workflow.importers.files import read_bytes

LIMBS = ("that fees be frozen", "that a map be printed", "that traders be told")


@pytest.mark.parametrize("marks", [("1. ", "2. ", "3. "), ("(a) ", "(b) ", "(c) "), ("- ", "- ", "- ")])
@pytest.mark.parametrize(
    "above",
    [
        "RESOLVED: That Cabinet be recommended",
        "RESOLVED that the Panel recommends that Cabinet",
        "RESOLVED to recommend to Cabinet",
        "RESOLVED: That the report be noted and the Cabinet be recommended to",
    ],
)
def test_every_limb_of_a_list_is_a_recommendation_where_the_colon_is_missing(above: str, marks: tuple[str, ...]):
    listed = "\n\n".join(f"{mark}{limb};" for mark, limb in zip(marks, LIMBS, strict=True))
    words = (
        "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Place Scrutiny Panel held on 10 June 2025\n\n"
        f"7. Parking Fees\n\nThe Panel considered a report.\n\n{above}\n\n{listed}\n\n"
        "8. Trees\n\nRESOLVED: That it be noted.\n"
    )
    fees = read_bytes(words.encode(), "minutes.txt").items[0]
    assert (fees.outcome, fees.from_, fees.to) == ("recommended", "Place Scrutiny Panel", "Cabinet")
    assert [limb.text.rstrip(" ;.") for limb in fees.resolutions] == list(LIMBS)


def test_a_list_below_a_sentence_that_ended_is_not_of_what_was_resolved():
    words = (
        "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Place Scrutiny Panel held on 10 June 2025\n\n"
        "7. Parking Fees\n\nRESOLVED: That Cabinet be recommended to freeze fees.\n\n"
        "1. Councillor Ash spoke.\n\n2. Councillor Elm spoke.\n"
    )
    fees = read_bytes(words.encode(), "minutes.txt").items[0]
    assert [limb.text for limb in fees.resolutions] == ["Cabinet be recommended to freeze fees."]
