"""The way letters go, as the settings have it: opened once a sweep, and only when there is something to send."""

from collections.abc import Iterator
from contextlib import contextmanager

from workflow.letters.digest import Letter, Told
from workflow.reminders.sending import Carrier, Carry
from workflow.settings_sending import Sending


def carrier_of(settings: Sending) -> Carrier:
    """Opens the channel that the settings name."""

    @contextmanager
    def carry() -> Iterator[Carry]:
        from workflow import channels

        with channels.open_channel(settings) as channel:

            def hand_over(letter: Letter) -> Told:
                return channel.send(letter)

            yield hand_over

    return carry
