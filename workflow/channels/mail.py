"""Letters by e-mail: one connection for a batch, one recipient on each envelope, every outcome told apart.

A connection that broke is made anew. Where the server cannot be reached, or falls silent again and again, the rest of
the batch waits instead of asking for each letter.
"""

from collections.abc import Collection

from states.errors import BadInput
from workflow.channels.addresses import allowed, mailbox_of
from workflow.channels.connection import Connection, Lost, NotThere
from workflow.channels.message import message_of
from workflow.channels.replies import Reply, said
from workflow.letters.digest import Letter, Outcome, Told
from workflow.settings_mail import MailSettings

ENOUGH = 2
"""After so many letters in a row that met no server, or silence, the others wait."""


class MailChannel:
    """The mail server, for one batch. Use it in a `with`; it connects when the first letter is sent."""

    def __init__(self, mail: MailSettings) -> None:
        self._mail = mail
        self._connection: Connection | None = None
        self._in_vain = 0
        self._why = ""

    def __enter__(self) -> "MailChannel":
        return self

    def __exit__(self, *_: object) -> None:
        self._hang_up()

    def send(self, letter: Letter, already: Collection[str] = ()) -> Told:
        """Sends a letter to its person, and then to those in copy; those in `already` have it and are passed over.

        Those in copy get it only once the person has.
        """
        try:
            sender, to, copies, message = self._ready(letter)
        except BadInput as error:
            return Told(outcome="refused", said=str(error))
        except NotThere as error:
            return Told(outcome="later", said=str(error))
        outcome, words = self._deliver(sender, to, message) if to not in already else ("sent", "It was sent before.")
        if outcome != "sent":
            return Told(outcome=outcome, said=words)
        each: list[tuple[str, Outcome, str]] = []
        for mailbox, refused in copies:
            if mailbox in already:
                each.append((mailbox, "sent", "It was sent before."))
            elif refused:
                each.append((mailbox, "refused", refused))
            else:
                each.append((mailbox, *self._deliver(sender, mailbox, message)))
        missed = "".join(f" The copy for {who} did not go ({what}): {why}" for who, what, why in each if what != "sent")
        return Told(outcome="sent", said=f"{words}{missed}", copies=tuple(each))

    def _ready(self, letter: Letter) -> tuple[str, str, list[tuple[str, str | None]], bytes]:
        """Sender, recipient, those in copy with why one may not be written to, and the message.

        Raises:
            BadInput: the letter cannot go so.
            NotThere: there is no sender to write as.
        """
        if not self._mail.sender:
            raise NotThere("No letter can go by e-mail: [mail] sender is not entered.")
        if letter.sender[1] != self._mail.sender:
            raise BadInput(f"The letter comes from {letter.sender[1] or 'nobody'}, not from {self._mail.sender}.")
        sender, to = mailbox_of(self._mail.sender), mailbox_of(letter.to[1])
        self._may(to)
        copies: list[tuple[str, str | None]] = []
        shown = []
        for copy in letter.copies:
            try:
                mailbox = mailbox_of(copy[1])
                self._may(mailbox)
            except BadInput as error:
                copies.append((copy[1], str(error)))
                continue
            if mailbox != to and mailbox not in (known for known, _ in copies):
                copies.append((mailbox, None))
                shown.append(copy)
        return sender, to, copies, message_of(letter, tuple(shown))

    def _may(self, mailbox: str) -> None:
        if not allowed(mailbox, self._mail.allow_domains):
            raise BadInput(f"{mailbox} is in none of the domains that may be written to ([mail] allow_domains).")

    def _deliver(self, sender: str, recipient: str, message: bytes) -> tuple[Outcome, str]:
        if self._in_vain >= ENOUGH:
            return "later", f"{self._why} It was not tried again for this letter."
        try:
            reply = self._hand_over(sender, recipient, message)
        except NotThere as error:
            self._failed(str(error))
            return "later", str(error)
        except Lost as error:
            self._connection = None
            self._failed(str(error))
            if error.handed_over:
                return "unknown", f"{error} The letter was handed over; whether it was taken is not known."
            return "later", str(error)
        self._in_vain = 0
        words = said(reply.code, reply.text)
        if reply.outcome == "sent":
            return "sent", f"The mail server took it for {recipient}: {words}"
        if reply.outcome == "refused":
            return "refused", f"The mail server refuses it for {recipient} for good: {words}"
        if reply.outcome == "later":
            if reply.step == "sender":
                self._failed(f"The mail server does not take letters from {sender}: {words}.")
                return "later", self._why
            return "later", f"The mail server wants it for {recipient} later: {words}"
        return "unknown", f"The mail server answered {words}; whether it took it for {recipient} is not known."

    def _hand_over(self, sender: str, recipient: str, message: bytes) -> Reply:
        """Hands it over; where a connection that served before is found broken, once more on a new one."""
        if self._connection is None or not self._connection.open:
            self._connection = Connection(self._mail)
        try:
            return self._connection.hand_over(sender, recipient, message)
        except Lost as error:
            if error.handed_over or not self._connection.used:
                raise
            self._connection = None
            self._connection = Connection(self._mail)
            return self._connection.hand_over(sender, recipient, message)

    def _failed(self, why: str) -> None:
        self._in_vain += 1
        self._why = why

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
