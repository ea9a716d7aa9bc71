"""Telling sales: the mail server it goes through, the mails, and what became of each."""

import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import quote

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, NoticeId
from qualdesk.core.plain_text import shortened, without_tricks
from qualdesk.core.wording import english, tr, tr_later

NO_NUMBER = tr_later("Nobody wrote down a phone number for {name}.")
BAD_NUMBER = tr_later(
    "The phone number of {name} cannot be dialled. Write it with + and the country."
)


class Security(StrEnum):
    """How the line to a mail server is kept from being read on the way."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"

    @property
    def label(self) -> str:
        """The way as the settings offer it."""
        return tr(_SECURITY[self])

    @property
    def port(self) -> int:
        """The port servers usually listen on for it."""
        return _PORTS[self]


class Channel(StrEnum):
    """A way of telling a salesperson."""

    MAIL = "mail"
    FILE = "file"
    MAILTO = "mailto"
    CALL = "call"

    @property
    def label(self) -> str:
        """The way in a word."""
        return tr(_CHANNELS[self], about="telling sales")


class About(StrEnum):
    """What a salesperson is told of a batch."""

    BATCH = "batch"
    RECALL = "recall"
    REMINDER = "reminder"

    @property
    def label(self) -> str:
        """The matter in a few words."""
        return tr(_ABOUT[self], about="telling sales")


class NoticeState(StrEnum):
    """How far the telling is."""

    WAITING = "waiting"
    SENDING = "sending"  # begun; its end was never written down, unless it goes on right now
    SENT = "sent"
    FAILED = "failed"
    TOLD = "told"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """The state in a few words."""
        return tr(_STATES[self], about="telling sales")

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self in {NoticeState.WAITING, NoticeState.SENDING, NoticeState.FAILED}


@frozen
class MailAccount:
    """The mail server that mails to sales go through, and whom they come from. No password.

    Attributes:
        host: the server's name or address; ``port`` 0 is the usual one of its security.
        login: empty where the server asks for none.
        name: what the receiver reads as the sender; ``address`` is where answers go.
    """

    host: str
    address: str
    port: int = 0
    security: Security = Security.STARTTLS
    login: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse what could never send, or would send a password for all to read.

        Raises:
            Refused: one of both; the sentence says what to change.
        """
        if not _is_host(self.host):
            raise Refused(
                tr(
                    "“{host}” is no mail server. Write its name, as mail.example.com.",
                    host=one_line(self.host, 60),
                )
            )
        if self.port not in _ANY_PORT:
            raise Refused(tr("A port is a number from 1 to 65535."))
        if self.security is Security.NONE and not self.is_here:
            raise Refused(
                tr("Without TLS anybody on the way could read the mails. Choose TLS or STARTTLS.")
            )
        if self.security is Security.NONE and self.login:
            raise Refused(
                tr("A login is only sent through TLS. Choose TLS or STARTTLS, or take it out.")
            )
        if not self.login.isprintable() or not self.name.isprintable():
            raise Refused(tr("There are signs in it that cannot be seen. Write it by hand."))
        mail_address(self.address)

    @property
    def is_here(self) -> bool:
        """Whether the server is this computer: what goes there crosses no network."""
        if self.host.lower() == "localhost":
            return True
        try:
            return ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False

    @property
    def at_port(self) -> int:
        """The port to connect to."""
        return self.port or self.security.port

    @property
    def kept_under(self) -> str:
        """What the keyring knows the password under: “smtp://anna@mail.example.com:587”."""
        login = quote(self.login, safe="@")
        return f"smtp://{login}@{self.host.lower()}:{self.at_port}"


@frozen
class Attachment:
    """A file that goes with a mail; ``kind`` is its media type, as application/pdf."""

    name: str
    kind: str
    content: bytes


@frozen
class Outgoing:
    """A mail to one person, ready to go.

    Attributes:
        message_id: between angle brackets; the same for each try, so that mail programs show a
            mail that arrives twice once.
        at: when it was written, UTC.
    """

    name: str
    address: str
    subject: str
    text: str
    html: str
    message_id: str
    at: datetime
    attachments: tuple[Attachment, ...] = ()


@frozen
class Notice:
    """One way of telling one salesperson of one batch, and what became of it.

    Attributes:
        address: where it goes: a mail address, a number as E.164, a file's name.
        result: what came of the last try, in a sentence.
        by: who tried last.
        tried_at, done_at: the last try, and when it was through. UTC.
        next_at: for a call: before this nobody is asked to make it. UTC.
    """

    id: NoticeId
    batch_id: BatchId
    receiver: str
    channel: Channel
    about: About
    address: str
    state: NoticeState
    tries: int
    result: str
    message_id: str
    by: str
    made_at: datetime
    tried_at: datetime | None = None
    done_at: datetime | None = None
    next_at: datetime | None = None

    @property
    def says(self) -> str:
        """What came of the last try in the language of the window; it is kept in English."""
        for sentence in (NO_NUMBER, BAD_NUMBER):
            with english():
                is_this = self.result == tr(sentence, name=self.receiver)
            if is_this:
                return tr(sentence, name=self.receiver)
        return tr(self.result) if self.result else ""

    @property
    def may_have_gone(self) -> bool:
        """Whether a mail was begun and nobody knows if it arrived."""
        return self.channel is Channel.MAIL and self.state is NoticeState.SENDING


def account_to_plain(account: MailAccount | None) -> dict[str, str | int]:
    """An account as settings keep it: what is said, and no password; nothing for no account."""
    if account is None:
        return {}
    said: dict[str, str | int] = {
        "host": account.host,
        "port": account.port,
        "security": account.security.value,
        "login": account.login,
        "name": account.name,
        "address": account.address,
    }
    return {name: value for name, value in said.items() if value}


def account_from_plain(written: object) -> MailAccount | None:
    """The same back; None where no server is written.

    Raises:
        Refused: what is written could never send.
    """
    if not isinstance(written, Mapping) or not written.get("host"):
        return None
    said = {name: written.get(name, "") for name in ("host", "login", "name", "address")}
    port, security = written.get("port", 0), str(written.get("security", Security.STARTTLS.value))
    is_text = all(isinstance(value, str) for value in said.values())
    if not is_text or type(port) is not int or security not in set(Security):
        raise Refused(tr("The mail server is not written as it should be. Set it again."))
    return MailAccount(**said, port=port, security=Security(security))


def mail_address(text: str) -> str:
    """The one address a field holds, its domain as mail servers write it (IDNA).

    Raises:
        Refused: it is none, there are several, or no common server could deliver to it.
    """
    from email_validator import EmailNotValidError, validate_email

    address = text.strip()
    if not address:
        raise Refused(tr("There is no mail address. Write one down first."))
    shown = one_line(address, 80)
    if address.count("@") > 1 or any(sign in address for sign in ",;"):
        raise Refused(tr("“{address}” is more than one address. Keep one.", address=shown))
    try:
        found = validate_email(address, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise Refused(
            tr("“{address}” is no address mail can be sent to. Check it.", address=shown)
        ) from None
    return found.ascii_email or address


def one_line(text: str, letters: int = 120) -> str:
    """Text of strangers as one line of a head: no control characters, no line ends, not long."""
    return shortened(" ".join(without_tricks(text).split()), letters)


def _is_host(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return bool(_HOST.fullmatch(host)) and len(host) < _LONGEST_HOST
    return True


_ANY_PORT = range(65536)
_LONGEST_HOST = 254
_HOST = re.compile(r"(?!-)[^\W_](?:[^\W_]|[-.](?![.-]))*(?<!-)", re.UNICODE)
_PORTS: Mapping[Security, int] = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}
_SECURITY: Mapping[Security, str] = {
    Security.TLS: tr_later("TLS from the start"),
    Security.STARTTLS: tr_later("STARTTLS"),
    Security.NONE: tr_later("None, on this computer only"),
}
_CHANNELS: Mapping[Channel, str] = {
    Channel.MAIL: tr_later("Mail", about="telling sales"),
    Channel.FILE: tr_later("Mail saved as a file", about="telling sales"),
    Channel.MAILTO: tr_later("Mail written by hand", about="telling sales"),
    Channel.CALL: tr_later("Call", about="telling sales"),
}
_ABOUT: Mapping[About, str] = {
    About.BATCH: tr_later("new leads", about="telling sales"),
    About.RECALL: tr_later("leads taken back", about="telling sales"),
    About.REMINDER: tr_later("a reminder", about="telling sales"),
}
_STATES: Mapping[NoticeState, str] = {
    NoticeState.WAITING: tr_later("waits", about="telling sales"),
    NoticeState.SENDING: tr_later("may have gone", about="telling sales"),
    NoticeState.SENT: tr_later("sent", about="telling sales"),
    NoticeState.FAILED: tr_later("not sent", about="telling sales"),
    NoticeState.TOLD: tr_later("told", about="telling sales"),
    NoticeState.DROPPED: tr_later("no longer needed", about="telling sales"),
}
