"""How far the way to a team database is trusted on this computer, and how a connection stands."""

from dataclasses import dataclass

from qualdesk.core.wording import tr


@dataclass(frozen=True, kw_only=True, slots=True)
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Connected:
    """How a connection to a team database stands, asked of the connection itself.

    Attributes:
        is_near: over a socket or the loopback of this computer, where nobody is on the way.
        protocol: such as ``TLSv1.3``; empty where nothing is encrypted.
        is_checked: the certificate and the server's name in it were checked.
        is_scram: nothing but SCRAM was accepted, so the server never saw the password.
        server: the version of PostgreSQL.
    """

    is_near: bool
    protocol: str
    is_checked: bool
    is_scram: bool
    server: str

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
