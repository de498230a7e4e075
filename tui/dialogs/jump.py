"""Which place of a long list to go to."""

from states.errors import BadInput
from tui.dialogs.line import Line


def ask_place(many: int) -> Line[int | None]:
    """The form that asks for a row's place, or for a share of the list; gives back the index."""

    def read(text: str) -> int | None:
        if not text:
            return None
        number = text.rstrip("% ").replace(",", "").replace(" ", "")
        if not (number.isascii() and number.isdigit() and len(number) < 12):
            raise BadInput("Give a share such as 50%, or the number of a row.")
        if text.rstrip().endswith("%"):
            if int(number) > 100:
                raise BadInput("A share is at most 100%.")
            return max(0, min(many - 1, round(many * int(number) / 100)))
        if not 0 < int(number) <= many:
            raise BadInput(f"The list has {many:,} rows: give a number from 1 to {many:,}.")
        return int(number) - 1

    return Line("Go to", f"The list has {many:,} rows.", read, example="50%, or 1200")
