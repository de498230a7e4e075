"""A real mail server on this machine, for tests: it counts, and it refuses, delays, drops or falls silent when told to.

    def test_something(mail_server):                      # the fixture is in tests/conftest.py
        mail_server.meets("recipient", "550 5.1.1 No such user", who="ann@example.gov.uk")
        mail_server.meets("end", DROP, times=1)           # takes one message, then breaks the connection unanswered
        ...
        assert [taken.recipient for taken in mail_server.taken] == ["ben@example.gov.uk"]

The steps of a conversation: connect, ehlo, sender, recipient, data (before the message), end (after it).
"""

import asyncio
import ssl
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, NamedTuple

from aiosmtpd.smtp import SMTP, AuthResult

DROP = "drop"
"""Breaks the connection without an answer."""

SILENCE = "silence"
"""Never answers."""

TRICKLE = "trickle"
"""Answers a line every tenth of a second, and never the last."""


class Taken(NamedTuple):
    """A message the server took: it answers for it from then on, whether it could say so or not."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes

    @property
    def recipient(self) -> str:
        """The one recipient on the envelope."""
        (only,) = self.recipients
        return only

    @property
    def message(self) -> EmailMessage:
        """The message as a mail program reads it."""
        return message_from_bytes(self.content, policy=policy.default)  # type: ignore[return-value]


class Met(NamedTuple):
    """What happens at a step: an answer such as `450 4.2.0 Later`, seconds to wait, DROP, SILENCE or TRICKLE."""

    step: str
    what: str | float
    times: list[int]
    who: str | None


class MailServer:
    """The server. `taken` is what it took, `connections` how often it was called, `steps` all it was asked."""

    def __init__(self, **options: Any) -> None:
        self.taken: list[Taken] = []
        self.steps: list[str] = []
        self.host, self.port = "127.0.0.1", 0
        self._options = options
        self._meets: list[Met] = []
        self._loop = asyncio.new_event_loop()
        self._begun = threading.Event()
        self._server: Any = None
        self.transports: list[Any] = []
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def connections(self) -> int:
        """How often somebody connected."""
        return self.steps.count("connect")

    def meets(self, step: str, what: str | float, *, times: int = 1_000_000, who: str | None = None) -> None:
        """From now on, so many times, this happens at a step; with `who` only for that sender or recipient."""
        self._meets.append(Met(step, what, [times], who))

    def recovers(self) -> None:
        """Nothing happens any more but what should."""
        self._meets.clear()

    def __enter__(self) -> "MailServer":
        self._thread.start()
        self._begun.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Stops listening and ends every conversation."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._server = self._loop.run_until_complete(
            self._loop.create_server(lambda: _Conversation(self, self._loop, self._options), self.host, 0)
        )
        self.port = self._server.sockets[0].getsockname()[1]
        self._begun.set()
        self._loop.run_forever()
        self._server.close()
        for transport in self.transports:
            transport.abort()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    def what_meets(self, step: str, who: str | None) -> str | float | None:
        """What happens now at a step."""
        self.steps.append(step)
        for met in self._meets:
            if met.step == step and met.times[0] > 0 and (met.who is None or met.who == who):
                met.times[0] -= 1
                return met.what
        return None


class _Conversation(SMTP):
    """One connection."""

    def __init__(self, post: MailServer, loop: asyncio.AbstractEventLoop, options: dict[str, Any]) -> None:
        self._post, self._greeted = post, False
        super().__init__(self, hostname="post.example.gov.uk", loop=loop, **options)

    def connection_made(self, transport: Any) -> None:
        self._post.transports.append(transport)
        super().connection_made(transport)

    async def push(self, status: Any) -> None:
        if not self._greeted:
            self._greeted = True
            status = await self._meet("connect") or status
        await super().push(status)

    async def _meet(self, step: str, who: str | None = None) -> str | None:
        return await self._suffer(self._post.what_meets(step, who))

    async def _suffer(self, what: str | float | None) -> str | None:
        if what == DROP:
            self.transport.abort()
            raise asyncio.CancelledError
        if what == SILENCE:
            await asyncio.sleep(3600)
        while what == TRICKLE:
            await asyncio.sleep(0.1)
            await super().push("220-wait")
        if isinstance(what, (int, float)):
            await asyncio.sleep(what)
            return None
        return what

    async def smtp_DATA(self, arg: str) -> None:
        answer = await self._meet("data")
        if answer:
            await self.push(answer)
        else:
            await super().smtp_DATA(arg)

    async def smtp_EHLO(self, hostname: str) -> None:
        answer = await self._meet("ehlo")
        if answer:
            await self.push(answer)
        else:
            await super().smtp_EHLO(hostname)

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list) -> str:
        answer = await self._meet("sender", address)
        if answer is None:
            envelope.mail_from = address
        return answer or "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list) -> str:
        answer = await self._meet("recipient", address)
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        what = self._post.what_meets("end", None)
        if not (isinstance(what, str) and what[:1] in "45"):
            self._post.taken.append(Taken(envelope.mail_from, tuple(envelope.rcpt_tos), envelope.content))
        return await self._suffer(what) or f"250 OK taken as {len(self._post.taken)}"


def logs_in(user: str, password: str) -> Any:
    """An authenticator that lets one user in."""

    def authenticate(server: Any, session: Any, envelope: Any, mechanism: str, given: Any) -> AuthResult:
        right = (given.login, given.password) == (user.encode(), password.encode())
        return AuthResult(success=right, handled=right)

    return authenticate


def certificates(folder: Any, host: str = "localhost") -> tuple[ssl.SSLContext, str]:
    """A certificate authority of the test's own: the server's side of TLS for a name, and the authority's file."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    now = datetime.now(UTC)

    def certificate(name: str, key: Any, issuer: Any, signed_by: Any, *, authority: bool) -> Any:
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]))
            .issuer_name(issuer or x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(1))
            .not_valid_after(now + timedelta(1))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        )
        if not authority:
            builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        return builder.sign(signed_by, hashes.SHA256())

    top_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    top = certificate("A test's authority", top_key, None, top_key, authority=True)
    own = certificate(host, key, top.subject, top_key, authority=False)
    trusted, chain = folder / "authority.pem", folder / "server.pem"
    trusted.write_bytes(top.public_bytes(serialization.Encoding.PEM))
    chain.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + own.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    return context, str(trusted)
