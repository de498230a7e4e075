"""A letter as an e-mail message: headers in which nothing can be smuggled, plain text, HTML, and the days.

Every message is sent with one recipient on its envelope; who is in copy stands in its headers only.
"""

import re
from email import policy
from email.headerregistry import Address as Header
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.utils import format_datetime, getaddresses

from states.errors import BadInput
from states.zone import LONDON
from workflow.channels.addresses import header_of
from workflow.cli.out import safe
from workflow.letters.digest import Address, Letter

_POLICY = policy.SMTP.clone(cte_type="7bit")
_OTHERS = {"Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"}
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,200}@[A-Za-z0-9.-]{1,253}>")


def message_of(letter: Letter, copies: tuple[Address, ...] | None = None) -> bytes:
    """The message as it is sent: 7-bit ASCII, lines ended by CR LF. `copies` replace the letter's own.

    Raises:
        BadInput: an address, a name, the subject or the Message-ID cannot stand in a header.
    """
    if not _MESSAGE_ID.fullmatch(letter.message_id):
        raise BadInput("The letter's Message-ID cannot be used; it is written like <letter.1@example.gov.uk>.")
    if safe(letter.subject) != letter.subject:
        raise BadInput("The letter's subject holds a line end or another control character.")
    headers = {"From": [header_of(letter.sender)], "To": [header_of(letter.to)]}
    shown = letter.copies if copies is None else copies
    if shown:
        headers["Cc"] = [header_of(copy) for copy in shown]
    if letter.reply_to and letter.reply_to[1]:
        headers["Reply-To"] = [header_of(letter.reply_to)]
    written = _bytes(letter, headers)
    if not _as_meant(written, headers):
        bare = {key: [Header(addr_spec=each.addr_spec) for each in of] for key, of in headers.items()}
        written = _bytes(letter, bare)
        if not _as_meant(written, bare):
            raise BadInput("The letter's addresses cannot be written so that every mail program reads them alike.")
    return written


def _bytes(letter: Letter, headers: dict[str, list[Header]]) -> bytes:
    message = EmailMessage(policy=_POLICY)
    for key, addresses in headers.items():
        message[key] = addresses
    message["Subject"] = letter.subject
    if letter.at is not None:
        message["Date"] = format_datetime(letter.at.astimezone(LONDON))
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    if letter.ics is not None:
        message.add_attachment(
            letter.ics,
            maintype="text",
            subtype="calendar",
            filename="dates.ics",
            params={"method": "PUBLISH", "charset": "utf-8"},
        )
    return message.as_bytes()


def _as_meant(written: bytes, headers: dict[str, list[Header]]) -> bool:
    """Whether a reader finds the very headers and addresses that were meant, by an old reading and a new one."""
    head = written.partition(b"\r\n\r\n")[0]
    new = BytesHeaderParser(policy=policy.default).parsebytes(head)
    old = BytesHeaderParser(policy=policy.compat32).parsebytes(head)
    if set(new.keys()) - set(headers) - _OTHERS:
        return False
    for key, addresses in headers.items():
        meant = [each.addr_spec for each in addresses]
        if len(new.get_all(key, [])) != 1 or [each.addr_spec for each in new[key].addresses] != meant:
            return False
        if [mailbox for _, mailbox in getaddresses([str(each) for each in old.get_all(key, [])])] != meant:
            return False
    return True
