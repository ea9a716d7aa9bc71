"""Passwords of team databases: kept in the computer's own keyring, never in a file of ours."""

import re
from urllib.parse import quote, unquote

_PROGRAM = "qualdesk"
# A server without a login, with its port or without: colons elsewhere part a password.
_PORT = re.compile(r"[^:]*(:\d*)?|.*\](:\d*)?")


def parted(address: str) -> tuple[str, str]:
    """A database address without its password, and the password; empty when it has none."""
    kind, mark, rest = address.partition("://")
    server, slash, place = rest.partition("/")
    if "@" not in server and not _PORT.fullmatch(server):
        # What stands before the slash is half a password: it must not pass for a server.
        server, slash, place = rest, "", ""
    before, at, host = server.rpartition("@")
    login, _, password = before.partition(":")
    return f"{kind}{mark}{login}{at}{host}{slash}{place}", unquote(password)


def has_password(address: str) -> bool:
    """Whether an address carries a secret, before its server or behind its “?”."""
    if "://" not in address or address.startswith("sqlite"):
        return False
    names = {one.partition("=")[0] for one in address.partition("?")[2].split("&")}
    return bool(parted(address)[1] or names & {"password", "sslpassword"})


def with_password(address: str, password: str) -> str:
    """The address as it is dialled: nothing of this is ever shown or written down."""
    bare, _ = parted(address)
    login, at, rest = bare.partition("@")
    if not (password and at):
        return bare
    return f"{login}:{quote(password, safe='')}@{rest}"


def keep_password(address: str, password: str) -> bool:
    """Keep a password in the keyring; False where this computer has none that works."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_PROGRAM, parted(address)[0], password)
    except (KeyringError, OSError, RuntimeError):
        return False
    return True


def kept_password(address: str) -> str:
    """The password kept for an address; empty when there is none, or no keyring."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_PROGRAM, parted(address)[0]) or ""
    except (KeyringError, OSError, RuntimeError):
        return ""


def forget_password(address: str) -> None:
    """Take a password out of the keyring, where it is there."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(_PROGRAM, parted(address)[0])
    except (KeyringError, OSError, RuntimeError):
        return
