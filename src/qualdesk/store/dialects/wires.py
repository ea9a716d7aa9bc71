"""The way to a PostgreSQL server: who may be on it, what is checked, how long is waited."""

import os
import ssl
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import Refused, WorkspaceUnusable
from qualdesk.core.transport import Connected, Trust
from qualdesk.core.wording import tr, tr_later

# Where systems keep the certificates they believe, as one file. The libpq that comes with
# psycopg has an OpenSSL of its own, which looks for them where it was built.
_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
# Since when libpq knows “system” as a place of certificates.
_KNOWS_SYSTEM = 160000
# Since when libpq can be told which ways of asking for a password it answers.
_KNOWS_AUTH = 160000
# What may stand behind the “?” of an address. Neither secrets nor what loosens a check.
_IN_ADDRESS = frozenset(
    {
        *("host", "hostaddr", "port", "user", "dbname", "sslmode", "sslrootcert", "sslcert"),
        *("sslkey", "sslcrl", "channel_binding", "require_auth", "target_session_attrs"),
    }
)
# What makes a server flush what it says is saved, and read it after a power cut.
_KEEPS = ("fsync", "synchronous_commit", "full_page_writes")
_AS_IT_KEEPS = "SELECT clock_timestamp() AS at, " + ", ".join(
    f"current_setting('{name}') AS {name}" for name in _KEEPS
)
_STRONG = {"sslmode": "verify-full", "channel_binding": "require", "require_auth": "scram-sha-256"}
_SETTINGS = {
    # The call waits for none of its statements as long: what it asks for is a matter of
    # milliseconds. This is for loading, moving and counting.
    "statement_timeout": "300s",
    "lock_timeout": "8s",
    "idle_in_transaction_session_timeout": "10s",
    "timezone": "UTC",
    "jit": "off",
}
# A network that goes is noticed within seven seconds, whether something was under way or not.
_PATIENCE: Mapping[str, Any] = {
    "application_name": "qualdesk",
    "connect_timeout": 4,
    "keepalives": 1,
    "keepalives_idle": 3,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 6000,
    "options": " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items()),
}


def is_near(url: sa.URL) -> bool:
    """Whether a server is reached without leaving this computer: a socket, or its loopback."""
    hosts = _given(url, "host", "PGHOST") or [""]
    if not url.host and "host" not in url.query and os.environ.get("PGSERVICE"):
        return False
    return all(_is_here(host) for host in [*hosts, *_given(url, "hostaddr", "PGHOSTADDR")])


def is_weaker(url: sa.URL, trust: Trust) -> bool:
    """Whether somebody at this computer let this server be reached without the usual checks."""
    hosts = _given(url, "host", "PGHOST")
    return bool(hosts) and not is_near(url) and all(host in trust.weaker for host in hosts)


def how_to_connect(url: sa.URL, trust: Trust, libpq: int) -> dict[str, Any]:
    """What the driver is told besides the address; it wins over what the address says.

    ``libpq``: its version as it counts itself, such as 160004.

    Raises:
        Refused: the address asks for less than is accepted, or carries a secret.
        WorkspaceUnusable: the certificates to believe cannot be found.
    """
    _refuse_what_is_not_ours(url)
    if is_near(url):
        return dict(_PATIENCE)
    if is_weaker(url, trust):
        asked = {name: str(url.query[name]) for name in _STRONG if name in url.query}
        roots = _chosen_roots(url, trust)
        return {**_PATIENCE, **({"sslrootcert": roots} if roots else {}), **asked}
    _refuse_weaker(url)
    roots = _chosen_roots(url, trust) or _of_the_system(libpq)
    told = {**_PATIENCE, **_STRONG, "gssencmode": "disable", "sslrootcert": roots}
    if libpq < _KNOWS_AUTH:
        del told["require_auth"]
    elif "sslcert" in url.query:
        # Whoever shows a certificate of their own is asked for no password.
        told |= {"require_auth": "scram-sha-256,none", "channel_binding": "prefer"}
    return told


def how_it_stands(connection: sa.Connection, trust: Trust) -> Connected:
    """How a connection that is open stands."""
    from psycopg import pq

    url = connection.engine.url
    wire: Any = connection.connection.driver_connection
    query = sa.text("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
    protocol = connection.scalar(query) if wire.pgconn.ssl_in_use else ""
    is_strong = not is_near(url) and not is_weaker(url, trust)
    major, minor = divmod(wire.info.server_version, 10000)
    before = SystemClock().now()
    row = connection.exec_driver_sql(_AS_IT_KEEPS).one()
    # Half of what asking took is how old the answer is, at most.
    here = before + (SystemClock().now() - before) / 2
    return Connected(
        is_near=is_near(url),
        protocol=protocol or ("TLS" if wire.pgconn.ssl_in_use else ""),
        is_checked=is_strong,
        is_scram=is_strong and pq.version() >= _KNOWS_AUTH,
        server=f"{major}.{minor}",
        ahead=here - row.at,
        unsafe=tuple(name for name in _KEEPS if getattr(row, name) == "off"),
    )


def why_not_trusted(error: BaseException | None) -> WorkspaceUnusable | None:
    """The sentence for a way that could not be trusted; None where that was not the reason.

    An error of connecting has no code, only libpq's words.
    """
    if getattr(error, "pgconn", None) is None:
        return None
    said = str(error).casefold()
    for words, says in _NOT_TRUSTED:
        if any(word in said for word in words):
            return WorkspaceUnusable(tr(says))
    return None


def _refuse_what_is_not_ours(url: sa.URL) -> None:
    for name in url.query:
        if name not in _IN_ADDRESS:
            says = tr(
                "Take “{name}” out of the address: behind its “?” stand neither passwords nor "
                "settings of the server.",
                name=name,
            )
            raise Refused(says)


def _refuse_weaker(url: sa.URL) -> None:
    """An address that asks for less comes from somebody who could then read along."""
    for name, strong in _STRONG.items():
        if url.query.get(name, strong) != strong:
            says = tr(
                "The address asks for a connection that is not safe ({name}). Take that out of "
                "it: the server is asked for TLS and SCRAM, and its certificate is checked. "
                "Who must do without can allow it for this server in the settings of this "
                "computer.",
                name=name,
            )
            raise Refused(says)


def _chosen_roots(url: sa.URL, trust: Trust) -> str:
    """The file of certificates somebody chose; empty where nobody did.

    Raises:
        WorkspaceUnusable: it is not there.
    """
    chosen = str(url.query.get("sslrootcert", "")) or trust.ca_file
    if not chosen or chosen == "system":
        return ""
    file = Path(chosen).expanduser()
    if not file.is_file():
        raise WorkspaceUnusable(
            tr(
                "The file with the certificates to believe is not there: {file}. Choose it in the "
                "settings; whoever runs the team database has it.",
                file=file,
            )
        )
    return str(file)


def _of_the_system(libpq: int) -> str:
    """The certificates the system believes.

    Raises:
        WorkspaceUnusable: they cannot be found, and this libpq cannot look for them.
    """
    own = ssl.get_default_verify_paths().cafile
    for file in (own, *_BUNDLES):
        if file and Path(file).is_file():
            return file
    if libpq >= _KNOWS_SYSTEM:
        return "system"
    raise WorkspaceUnusable(
        tr(
            "The system's certificates cannot be found here. Choose the file with the "
            "certificate of the team database in the settings; whoever runs it has it."
        )
    )


def _given(url: sa.URL, name: str, variable: str) -> list[str]:
    """What an address says, or else the environment: libpq goes by both."""
    said = url.query.get(name, ())
    several = [said] if isinstance(said, str) else list(said)
    if name == "host" and url.host:
        several = [url.host, *several]
    several = several or [os.environ.get(variable, "")]
    return [one.strip() for text in several for one in text.split(",") if one.strip()]


def _is_here(host: str) -> bool:
    name = host.rpartition(":")[0] if host.count(":") == 1 else host
    if not name or name.startswith(("/", "@")) or name == "localhost":
        return True
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


_NOT_TRUSTED = (
    (
        ("certificate verify failed", "self-signed", "unable to get local issuer"),
        tr_later(
            "The team database could not prove who it is: its certificate is signed by nobody "
            "this computer believes. Choose the right certificate file in the settings, and ask "
            "who runs it before you type a password."
        ),
    ),
    (
        ("does not match host name",),
        tr_later(
            "The team database could not prove who it is: its certificate is for another name. "
            "Use the name in the certificate, and ask who runs it before you type a password."
        ),
    ),
    (
        ("does not support ssl", "server refused ssl"),
        tr_later("The team database does not encrypt. Ask who runs it to switch TLS on."),
    ),
    (
        ("no encryption", "ssl off"),
        tr_later(
            "The team database lets nobody in without encryption, or not this login. Take what "
            "weakens the connection out of the address and the settings."
        ),
    ),
    (
        ("authentication method requirement", "did not complete authentication"),
        tr_later(
            "The team database does not ask for the password by SCRAM, so the password was not "
            "sent. Ask who runs it for scram-sha-256."
        ),
    ),
    (
        ("channel binding",),
        tr_later(
            "The team database could not prove that it is at the other end of the encrypted "
            "connection. Ask who runs it for scram-sha-256 over hostssl, without a go-between."
        ),
    ),
    (
        ("root certificate", "certificate authority", "private key file"),
        tr_later("A certificate file could not be read. Choose another one in the settings."),
    ),
)
