"""How far the way to a team database is trusted on this computer, and how a connection stands."""

from datetime import timedelta
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_n

CLOSE_ENOUGH: Final = timedelta(seconds=30)
"""How far a computer's clock may be from the server's before somebody is told."""


@frozen
class Trust:
    """What this computer accepts on the way to a team database. Never part of an address.

    Attributes:
        ca_file: whose certificates are believed; empty for those of the system.
        weaker: servers, by the name in their address, that somebody at this computer knowingly
            allowed to be reached without the usual checks.
    """

    ca_file: str = ""
    weaker: tuple[str, ...] = ()


USUAL_TRUST = Trust()
"""The system's certificates, every check, no exception."""


@frozen
class Connected:
    """How a connection to a team database stands, asked of the connection itself.

    Attributes:
        is_near: over a socket or the loopback of this computer, where nobody is on the way.
        protocol: such as ``TLSv1.3``; empty where nothing is encrypted.
        is_checked: the certificate and the server's name in it were checked.
        is_scram: nothing but SCRAM was accepted, so the server never saw the password.
        server: the version of PostgreSQL.
        ahead: this computer's clock less the server's; negative where it is behind.
        unsafe: the server's settings, by their names, with which it may lose in a power cut what
            it has said is saved; empty on a server that keeps what it acknowledges.
    """

    is_near: bool
    protocol: str
    is_checked: bool
    is_scram: bool
    server: str
    ahead: timedelta = timedelta()
    unsafe: tuple[str, ...] = ()

    @property
    def is_weak(self) -> bool:
        """Whether somebody on the way could read, change, or pass for the server."""
        return not (self.is_near or (self.protocol and self.is_checked and self.is_scram))

    @property
    def says(self) -> str:
        """How it stands, in one sentence or two."""
        if self.is_near:
            return tr(
                "On this computer: nobody is on the way. PostgreSQL {server}.", server=self.server
            )
        if not self.protocol:
            return tr(
                "Not encrypted: whoever is on the way can read and change everything. "
                "PostgreSQL {server}.",
                server=self.server,
            )
        if not self.is_checked or not self.is_scram:
            return tr(
                "Encrypted with {protocol}, but it is not checked whether this is the server. "
                "PostgreSQL {server}.",
                protocol=self.protocol,
                server=self.server,
            )
        return tr(
            "Encrypted with {protocol}; certificate and name of the server are checked, and it "
            "never sees the password (SCRAM). PostgreSQL {server}.",
            protocol=self.protocol,
            server=self.server,
        )

    @property
    def wrong_clock(self) -> str:
        """That this computer's clock is not the server's, in words; empty where it is near it."""
        if abs(self.ahead) <= CLOSE_ENOUGH:
            return ""
        by = _lasting(abs(self.ahead))
        slow = tr("This computer's clock is {by} behind the team server's.", by=by)
        fast = tr("This computer's clock is {by} ahead of the team server's.", by=by)
        does = tr("Leads and call backs go by the server's. Set the clock of this computer.")
        return f"{slow if self.ahead < timedelta() else fast} {does}"

    @property
    def doubts(self) -> tuple[str, ...]:
        """What is not as it should be besides: a clock that is wrong, a server that may forget."""
        if not self.unsafe:
            return (self.wrong_clock,) if self.wrong_clock else ()
        forgets = tr(
            "The team server may lose in a power cut what it has said is saved ({settings}). "
            "Whoever runs it sets that to on.",
            settings=", ".join(self.unsafe),
        )
        return (self.wrong_clock, forgets) if self.wrong_clock else (forgets,)


def _lasting(span: timedelta) -> str:
    """A span in the largest whole part of it: 3 days, 2 hours, 40 seconds."""
    seconds = round(span.total_seconds())
    if seconds >= _DAY:
        return tr_n(seconds // _DAY, "{n} day", "{n} days")
    if seconds >= _HOUR:
        return tr_n(seconds // _HOUR, "{n} hour", "{n} hours")
    if seconds >= _MINUTE:
        return tr_n(seconds // _MINUTE, "{n} minute", "{n} minutes")
    return tr_n(seconds, "{n} second", "{n} seconds")


_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
