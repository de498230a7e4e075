"""One conversation with a mail server, step by step, so that it is known how far a message came.

Whatever goes wrong before the message was handed over leaves it with us; after that it may have been taken, and only
the server's last word says so.
"""

import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from states.errors import BadInput, MattersError
from workflow.channels.replies import Reply, said
from workflow.settings_mail import MailSettings

PATIENCE = 5
"""A letter may take so many times the time-out in all: a server that trickles is not waited for for ever."""


class NotThere(MattersError):
    """The mail server cannot be used at present: not reached, not trusted, or it does not let us in."""


class Lost(MattersError):
    """The connection broke, or nothing was answered. `handed_over` says whether the message may have been taken."""

    def __init__(self, said: str, *, handed_over: bool) -> None:
        self.handed_over = handed_over
        super().__init__(said)


class Connection:
    """A connection that is open. `used` says whether a message went over it already."""

    def __init__(self, mail: MailSettings) -> None:
        self._mail = mail
        self.used = False
        try:
            password = mail.password()
        except BadInput as error:
            raise NotThere(str(error)) from None
        self._smtp = _not_yet_connected(mail)
        with self._or_not_there():
            code, text = self._smtp.connect(mail.host, mail.door)
            if code != 220:
                raise NotThere(f"The mail server {self.where} turned us away: {said(code, text)}")
            self._greet()
            if mail.how_safe == "starttls":
                self._make_safe()
            if mail.user:
                self._log_in(mail.user, password)

    @property
    def where(self) -> str:
        """The server's name and port."""
        return f"{self._mail.host}:{self._mail.door}"

    def hand_over(self, sender: str, recipient: str, message: bytes) -> Reply:
        """Hands a message over for one recipient. The reply of the step that decided: of MAIL, RCPT, DATA or its end.

        Raises:
            Lost: the connection broke or nothing was answered; `handed_over` says whether it may have been taken.
        """
        over = False
        with self._patience():
            try:
                size = [f"SIZE={len(message)}"] if self._smtp.has_extn("size") else []
                reply = Reply("sender", *self._smtp.mail(sender, size))
                if reply.good:
                    reply = Reply("recipient", *self._smtp.rcpt(recipient))
                if reply.good:
                    reply = Reply("data", *self._smtp.docmd("DATA"))
                    if reply.code == 354:
                        over = True
                        self._smtp.send(_dotted(message))
                        reply = Reply("end", *self._smtp.getreply())
            except (OSError, smtplib.SMTPException) as error:
                self.close()
                raise Lost(f"The mail server {self.where} {_why(error)}.", handed_over=over) from None
        self.used = True
        if not reply.good:
            self._start_again(reply)
        return reply

    @property
    def open(self) -> bool:
        """Whether there is still a connection, as far as we know."""
        return self._smtp.sock is not None

    def close(self) -> None:
        """Says goodbye, if the server still listens."""
        with suppress(OSError, smtplib.SMTPException):
            if self._smtp.sock is not None:
                self._smtp.sock.settimeout(2)
                self._smtp.quit()
        self._smtp.close()

    def _greet(self) -> None:
        code, text = self._smtp.ehlo()
        if not 200 <= code < 300:
            code, text = self._smtp.helo()
        if not 200 <= code < 300:
            raise NotThere(f"The mail server {self.where} does not greet back: {said(code, text)}")

    def _make_safe(self) -> None:
        if not self._smtp.has_extn("starttls"):
            raise NotThere(f"The mail server {self.where} offers no safe connection (STARTTLS), so nothing was sent.")
        code, text = self._smtp.starttls(context=_trust(self._mail))
        if code != 220:
            raise NotThere(f"The mail server {self.where} made no safe connection: {said(code, text)}")
        self._greet()

    def _log_in(self, user: str, password: str | None) -> None:
        if password is None:
            raise NotThere("There is no mail password: set MATTERS_MAIL_PASSWORD, or write [mail] password_file.")
        if self._mail.how_safe == "none" and not self._mail.on_this_machine:
            raise NotThere("The mail password is not sent over a connection that is not safe. Set [mail] tls.")
        try:
            self._smtp.login(user, password)
        except smtplib.SMTPAuthenticationError as error:
            answer = said(error.smtp_code, error.smtp_error, hide=password)
            raise NotThere(f"The mail server {self.where} does not let {user} in: {answer}") from None
        except smtplib.SMTPNotSupportedError:
            raise NotThere(f"The mail server {self.where} wants no user and password. Take [mail] user out.") from None
        except UnicodeError:
            raise NotThere("[mail] user and password must be plain ASCII for this server.") from None

    def _start_again(self, reply: Reply) -> None:
        """Readies the connection for the next message after this one was refused, or ends it."""
        try:
            if reply.code == 421 or self._smtp.rset()[0] != 250:
                self.close()
        except (OSError, smtplib.SMTPException):
            self.close()

    @contextmanager
    def _or_not_there(self) -> Iterator[None]:
        with self._patience():
            try:
                yield
            except NotThere:
                self.close()
                raise
            except (OSError, smtplib.SMTPException, ValueError) as error:
                self.close()
                raise NotThere(f"The mail server {self.where} {_why(error)}.") from None

    @contextmanager
    def _patience(self) -> Iterator[None]:
        """Ends the connection where a server answers a little again and again, and never to the end."""
        watch = threading.Timer(self._mail.timeout * PATIENCE, _hang_up, (self._smtp,))
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()


class _NotYet:
    """Lets the server be connected to in a step of its own: the names are known first, so that all can be watched."""

    _named = False

    def connect(self, host: str = "localhost", port: int = 0, source_address: Any = None) -> tuple[int, bytes]:
        """Connects the second time it is asked; the first time comes from the making of the object."""
        if not self._named:
            self._named = True
            return 220, b""
        connected: tuple[int, bytes] = super().connect(host, port, source_address)  # type: ignore[misc]
        return connected


class _Plain(_NotYet, smtplib.SMTP):
    pass


class _Safe(_NotYet, smtplib.SMTP_SSL):
    pass


def _not_yet_connected(mail: MailSettings) -> smtplib.SMTP:
    """A client that knows the server's name, for its certificate, and waits so long for each answer."""
    own = (mail.sender or "").rpartition("@")[2] or "localhost"
    if mail.how_safe == "implicit":
        return _Safe(mail.host, mail.door, own, timeout=mail.timeout, context=_trust(mail))
    return _Plain(mail.host, mail.door, own, timeout=mail.timeout)


def _hang_up(smtp: smtplib.SMTP) -> None:
    with suppress(OSError):
        if smtp.sock is not None:
            smtp.sock.shutdown(socket.SHUT_RDWR)


def _trust(mail: MailSettings) -> ssl.SSLContext:
    try:
        trust = ssl.create_default_context()
        if mail.ca_file:
            trust.load_verify_locations(mail.ca_file)
    except (OSError, ssl.SSLError) as error:
        raise NotThere(f"The certificates in {mail.ca_file} cannot be used: {error}.") from None
    return trust


def _dotted(message: bytes) -> bytes:
    """The message as it goes over the line: lines beginning with a dot have another before it; then the end."""
    body = message if message.endswith(b"\r\n") else message + b"\r\n"
    stuffed = body.replace(b"\r\n.", b"\r\n..")
    return (b"." + stuffed if stuffed.startswith(b".") else stuffed) + b".\r\n"


def _why(error: BaseException) -> str:
    """What went wrong, as the end of a sentence."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"has a certificate that is not trusted ({error.verify_message})"
    if isinstance(error, ssl.SSLError):
        return f"makes no safe connection ({error.reason or 'TLS'})"
    if isinstance(error, socket.gaierror):
        return "is not known by that name"
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return "did not answer in time"
    if isinstance(error, ConnectionRefusedError):
        return "takes no connections"
    if isinstance(error, smtplib.SMTPConnectError):
        return f"turned us away: {said(error.smtp_code, error.smtp_error)}".rstrip(".")
    if isinstance(error, smtplib.SMTPResponseException):
        return f"answered what cannot be understood: {said(error.smtp_code, error.smtp_error)}".rstrip(".")
    if isinstance(error, (smtplib.SMTPServerDisconnected, ConnectionError)):
        return "broke the connection"
    return f"cannot be used ({type(error).__name__})"
