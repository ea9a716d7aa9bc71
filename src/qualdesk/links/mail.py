"""The line to a mail server: opened, kept for some mails, and what it says put into words."""

import re
import smtplib
import socket
import ssl
from contextlib import suppress
from typing import Any, Self

from qualdesk.core.errors import NotSent
from qualdesk.core.mails import MailAccount, Outgoing, Security, mail_address, one_line
from qualdesk.core.wording import tr
from qualdesk.links.mail_messages import message_of

PATIENCE = 20.0
"""Seconds a server may be silent before it is given up."""

_READY = 354
_TAKEN = range(200, 300)
_TOO_BIG = 552
_LASTING = 500
_SHOWN = 200
_DOT_FIRST = re.compile(rb"(?m)^\.")


class Line:
    """A line to a mail server, with the login said. Mails go over it one by one.

    One that broke is had again for the next mail. Leave it as a context, and it is closed.
    """

    def __init__(
        self, account: MailAccount, password: str = "", patience: float = PATIENCE
    ) -> None:
        self._account = account
        self._password = password
        self._patience = patience
        self._server: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def open(self) -> None:
        """Reach the server and say the login: only inside TLS, to a server that is who it says.

        Raises:
            NotSent: it cannot be reached, is not whom it should be, or does not let us in.
        """
        self._server = _reached(self._account, self._patience)
        try:
            _let_in(self._server, self._account, self._password)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Hang up. The server has what it was given: one that hangs up first is no fault."""
        server, self._server = self._server, None
        if server is not None:
            with suppress(OSError):
                server.quit()
            server.close()

    def send(self, mail: Outgoing) -> None:
        """Hand one mail to the server and wait until it says it has it.

        Raises:
            NotSent: it did not take it; or nobody knows, when the line broke after the last word.
            Refused: the address is none.
        """
        content = message_of(mail, self._account).as_bytes()
        self._hand_over(self._begun(mail, len(content)), mail, content)

    def _begun(self, mail: Outgoing, size: int) -> smtplib.SMTP:
        """The server, having said yes to the mail. Nothing of it has gone yet.

        Raises:
            NotSent: it said no, or cannot be reached.
        """
        is_old = self._server is not None
        if self._server is None:
            self.open()
        assert self._server is not None
        try:
            _ask(self._server, self._account, mail, size)
        except OSError as error:
            self.close()
            if not is_old:
                raise _broken(error, self._account) from error
            # Servers hang up on who is silent while the next files are made.
            return self._begun(mail, size)
        return self._server

    def _hand_over(self, server: smtplib.SMTP, mail: Outgoing, content: bytes) -> None:
        """The mail itself: from its first letter to the answer nobody can say if it arrived.

        Raises:
            NotSent: it was refused after all, or the line broke.
        """
        try:
            # A line with a dot alone ends a mail (RFC 5321, 4.5.2).
            server.send(_DOT_FIRST.sub(b"..", content) + b".\r\n")
            code, says = server.getreply()
        except OSError as error:
            self.close()
            raise NotSent(
                tr(
                    "The line to {host} broke while the mail was on its way: it may have arrived. "
                    "Ask {name} before you send it again.",
                    host=self._account.host,
                    name=one_line(mail.name) or mail.address,
                ),
                is_unsure=True,
            ) from error
        if code not in _TAKEN:
            raise _not_taken(code, says, mail.address, self._account.host, len(content))


def _ask(server: smtplib.SMTP, account: MailAccount, mail: Outgoing, size: int) -> None:
    """Say from whom the mail is and to whom; what another mail left unfinished is cleared first.

    Raises:
        NotSent: the server says no.
        OSError: the line broke.
    """
    to = mail_address(mail.address)
    most = server.esmtp_features.get("size", "")
    if most.isdigit() and 0 < int(most) < size:
        raise NotSent(_too_big(account.host, size))
    server.rset()
    code, says = server.mail(mail_address(account.address))
    if code not in _TAKEN:
        raise _not_taken(code, says, account.address, account.host, size)
    code, says = server.rcpt(to)
    if code in _TAKEN:
        code, says = server.docmd("data")
    if code != _READY:
        raise _not_taken(code, says, to, account.host, size)


def _reached(account: MailAccount, patience: float) -> smtplib.SMTP:
    """The server, greeted, inside TLS where there is any.

    Raises:
        NotSent: for all mails.
    """
    name = mail_address(account.address).rpartition("@")[2]
    host = _host_of(account)
    server: smtplib.SMTP | None = None
    try:
        if account.security is Security.TLS:
            trust = ssl.create_default_context()
            return smtplib.SMTP_SSL(
                host, account.at_port, local_hostname=name, timeout=patience, context=trust
            )
        server = smtplib.SMTP(host, account.at_port, local_hostname=name, timeout=patience)
        if account.security is Security.STARTTLS:
            server.starttls(context=ssl.create_default_context())
    except OSError as error:
        if server is not None:
            server.close()
        raise _broken(error, account) from error
    return server


def _let_in(server: smtplib.SMTP, account: MailAccount, password: str) -> None:
    """Say the login, where there is one.

    Raises:
        NotSent: for all mails.
    """
    try:
        server.ehlo_or_helo_if_needed()
        if account.login:
            server.login(account.login, password)
    except smtplib.SMTPAuthenticationError:
        # Without the cause: some servers repeat what was said.
        raise NotSent(
            tr(
                "{host} did not accept the login or the password. Check both in the settings.",
                host=account.host,
            ),
            is_for_all=True,
        ) from None
    except UnicodeError:
        raise NotSent(
            tr("The login or the password has letters that mail servers do not take."),
            is_for_all=True,
        ) from None
    except OSError as error:
        raise _broken(error, account) from None


def _host_of(account: MailAccount) -> str:
    """The server's name as the network knows it."""
    try:
        return account.host.strip("[]").encode("idna").decode()
    except UnicodeError:
        return account.host


def _broken(error: OSError, account: MailAccount) -> NotSent:
    """A line that could not be had or kept, in words."""
    return NotSent(_fault(error, {"host": account.host, "port": account.at_port}), is_for_all=True)


def _fault(error: OSError, places: dict[str, Any]) -> str:
    # What the network did stands behind what the library made of it.
    is_shell = isinstance(error, smtplib.SMTPServerDisconnected)
    match error.__context__ if is_shell and error.__context__ else error:
        case ssl.SSLCertVerificationError() as found:
            says = tr(
                "The certificate of {host} is not good for it: {why}. Ask who runs it; nothing "
                "was sent.",
                why=one_line(found.verify_message, _SHOWN),
                **places,
            )
        case ssl.SSLError():
            says = tr(
                "{host} does not speak TLS at port {port}. Choose another port, or STARTTLS in "
                "place of TLS.",
                **places,
            )
        case TimeoutError():
            says = tr("{host} did not answer in time. Try again in some minutes.", **places)
        case ConnectionRefusedError():
            says = tr("Nobody takes mail at {host}, port {port}. Check the port.", **places)
        case socket.gaierror():
            says = tr("There is no {host} on the network. Check its name.", **places)
        case smtplib.SMTPResponseException(smtp_code=code, smtp_error=said):
            words = said if isinstance(said, bytes) else str(said).encode()
            says = tr("{host} takes no mails now: {says}", says=_quoted(code, words), **places)
        case smtplib.SMTPException() if not is_shell:
            says = tr(
                "{host} does not offer what the settings ask for at port {port}: STARTTLS, or a "
                "login. Choose another port, or TLS from the start.",
                **places,
            )
        case _:
            says = tr("The line to {host} broke. Try again in some minutes.", **places)
    return says


def _not_taken(code: int, says: bytes, address: str, host: str, size: int) -> NotSent:
    """A mail the server answered with a no, in words."""
    places: dict[str, Any] = {"host": host, "address": address, "says": _quoted(code, says)}
    if code == _TOO_BIG:
        return NotSent(f"{_too_big(host, size)} {tr('It said: {says}', **places)}")
    if code >= _LASTING:
        return NotSent(
            tr("{host} does not take a mail for {address}: {says} Check the address.", **places)
        )
    return NotSent(
        tr(
            "{host} takes no mail for {address} at the moment: {says} Send it again in some "
            "minutes.",
            **places,
        )
    )


def _too_big(host: str, size: int) -> str:
    return tr(
        "The mail has {size:.1f} MB, more than {host} takes. Send the files another way.",
        size=size / 1_000_000,
        host=host,
    )


def _quoted(code: int, says: bytes) -> str:
    """What the server said, as one harmless line."""
    return f"“{code} {one_line(says.decode('utf-8', 'replace'), _SHOWN)}”."
