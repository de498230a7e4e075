"""Addresses as they may stand in a header and on an envelope: one person, one mailbox, nothing smuggled in."""

import re
from email.headerregistry import Address as Header

from states.errors import BadInput
from workflow.cli.out import safe
from workflow.letters.digest import Address

_MAILBOX = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
LONGEST_NAME = 200


def header_of(address: Address) -> Header:
    """A name and an address as a header takes them: the name quoted or encoded, a foreign domain in its ASCII form.

    Raises:
        BadInput: the address is no single mailbox, or the name holds a line end or another control character.
    """
    name, mailbox = address[0].strip(), mailbox_of(address[1])
    if safe(name) != name or len(name) > LONGEST_NAME:
        raise BadInput(f"The name before {mailbox} holds characters that no name has, or is too long. Mend it.")
    user, _, domain = mailbox.rpartition("@")
    return Header(display_name=name, username=user, domain=domain)


def mailbox_of(text: str) -> str:
    """The mailbox of an address, its domain in ASCII and in small letters. BadInput: it is no single mailbox."""
    user, at, domain = text.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode("ascii").lower() if domain else ""
    except UnicodeError:
        ascii_domain = ""
    labels = ascii_domain.split(".")
    if not (at and _MAILBOX.fullmatch(user) and len(user) <= 64 and len(ascii_domain) <= 253) or not all(
        _LABEL.fullmatch(label) for label in labels
    ):
        shown = "".join(letter if letter.isprintable() else "·" for letter in text[:80])
        raise BadInput(f"“{shown}” is no e-mail address that can be written to.")
    return f"{user}@{ascii_domain}"


def allowed(mailbox: str, domains: tuple[str, ...]) -> bool:
    """Whether a mailbox is in one of the domains that may be written to, each exactly."""
    domain = mailbox.rpartition("@")[2]
    known = set()
    for each in domains:
        try:
            known.add(each.encode("idna").decode("ascii").lower())
        except UnicodeError:
            continue
    return domain in known
