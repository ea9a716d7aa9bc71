"""Real mail servers on this computer: one that takes mails, and ones that misbehave on purpose."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

LOGIN, PASSWORD = "qualdesk@sealers.example", "correct horse"


@dataclass
class Box:
    """What a server was given: raw, in order; and what it answers before it takes a mail.

    ``answers_to`` and ``answers`` are asked with the address, and with how many mails came.
    """

    raw: list[bytes] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    answers_to: Callable[[str], str] = lambda _: "250 OK"
    answers: Callable[[int], str] = lambda _: "250 OK"

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails it took, read back by the standard library."""
        found = [message_from_bytes(one, policy=policy.default) for one in self.raw]
        return [one for one in found if isinstance(one, EmailMessage)]

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it by this name
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        del server, session, options
        said = self.answers_to(address)
        if said.startswith("250"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(  # noqa: N802 - aiosmtpd calls it by this name
        self, server: Any, session: Any, envelope: Any
    ) -> str:
        del server, session
        said = self.answers(len(self.raw))
        if said.startswith("250"):
            self.raw.append(envelope.content)
            self.to.extend(envelope.rcpt_tos)
        return said


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def mail_server(box: Box, **how: Any) -> Iterator[int]:
    """A server that fills the box; its port. ``how`` is aiosmtpd's."""
    port = free_port()
    running = Controller(box, hostname="127.0.0.1", port=port, **how)
    running.start()
    try:
        yield port
    finally:
        running.stop()


def who_may(server: Any, session: Any, envelope: Any, mechanism: str, said: Any) -> AuthResult:
    """Lets the one login in."""
    del server, session, envelope, mechanism
    is_known = isinstance(said, LoginPassword) and (
        said.login.decode(),
        said.password.decode(),
    ) == (LOGIN, PASSWORD)
    return AuthResult(success=is_known, handled=False)


def certified(*names: str) -> tuple[trustme.CA, ssl.SSLContext]:
    """A certificate authority nobody knows yet, and what a server of these names shows."""
    authority = trustme.CA()
    shown = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(*names).configure_cert(shown)
    return authority, shown


@contextmanager
def odd_server(*talks: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that has these talks, one with each who connects, then hangs up; its port."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = int(door.getsockname()[1])

        def serve() -> None:
            with suppress(OSError):
                for talk in talks:
                    line, _ = door.accept()
                    with line, suppress(OSError):
                        line.settimeout(5)
                        talk(line)

        running = threading.Thread(target=serve, daemon=True)
        running.start()
        yield port
        # Wakes one that still waits for somebody to connect.
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            pass
        running.join(timeout=10)


def talk_until(last: bytes, *, then: bytes = b"") -> Callable[[socket.socket], None]:
    """A talk that says yes to everything, until a line begins with ``last``; ``then`` its end."""

    def talk(line: socket.socket) -> None:
        line.sendall(b"220 mail.example ESMTP\r\n")
        is_data = False
        for said in line.makefile("rb"):
            if said.upper().startswith(last) and (last == b"." or not is_data):
                line.sendall(then)
                return
            if is_data:
                is_data = said != b".\r\n"
                if is_data:
                    continue
            is_data = said.upper().startswith(b"DATA")
            line.sendall(b"354 go on\r\n" if is_data else b"250 OK\r\n")

    return talk
