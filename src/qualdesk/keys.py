"""The passphrases of encrypted files: typed, or out of this computer's keyring; and files changed.

What is encrypted is a workspace file, or, for whoever works on a team's server, the file in which
their saves wait for it. A passphrase is asked for at each start, or kept in the keyring.
"""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from qualdesk.core.errors import KeyNeeded
from qualdesk.core.wording import tr
from qualdesk.links import passwords
from qualdesk.store import ciphers
from qualdesk.store.dialects import Sqlite, told_plainly

if TYPE_CHECKING:
    from qualdesk.store.encrypting import Changed


def is_encrypted(file: Path) -> bool:
    """Whether a file is encrypted."""
    return file.is_file() and ciphers.is_encrypted(file)


def use_kept(file: Path | None) -> None:
    """Take the passphrase of an encrypted file from the keyring, where it has one."""
    # Also of one that was cut off, and is salvaged.
    if file is not None and ciphers.is_noise(file) and not ciphers.given(file):
        kept = passwords.kept_password(_address(file))
        if kept:
            ciphers.give(file, kept)


def is_locked(file: Path | None) -> bool:
    """Whether a file is encrypted and no passphrase was given for it yet, right or wrong."""
    return file is not None and is_encrypted(file) and not ciphers.given(file)


def use_typed(file: Path, passphrase: str) -> None:
    """Use a passphrase until the program ends; opening the file tells whether it is right."""
    ciphers.give(file, passphrase)


def keep(file: Path, passphrase: str) -> bool:
    """Keep a passphrase in the keyring; False where this computer has none that works."""
    return passwords.keep_password(_address(file), passphrase)


def forget(file: Path) -> None:
    """Take a file's passphrase out of the keyring, where it is there."""
    passwords.forget_password(_address(file))


def has_kept(file: Path) -> bool:
    """Whether the keyring has a file's passphrase; it is not shown."""
    return bool(passwords.kept_password(_address(file)))


def encrypt(file: Path, passphrase: str) -> "Changed":
    """Encrypt a workspace file, or give an encrypted one another passphrase.

    One that the keyring kept is kept anew.

    Raises:
        Refused: it is no workspace, is open somewhere, or the passphrase is too short.
        KeyNeeded: it is encrypted, and the present passphrase was not given.
        WorkspaceUnusable: one of its kinds.
    """
    from qualdesk.store import encrypting

    use_kept(file)
    with told_plainly(Sqlite()):
        done = encrypting.encrypt(file, passphrase)
    if has_kept(file):
        keep(file, passphrase)
    return done


def decrypt(file: Path) -> "Changed":
    """Make an encrypted workspace file a plain one again.

    Raises:
        Refused: it is not encrypted, is no workspace, or is open somewhere.
        KeyNeeded: the passphrase was not given, or is wrong.
        WorkspaceUnusable: one of its kinds.
    """
    from qualdesk.store import encrypting

    use_kept(file)
    with told_plainly(Sqlite()):
        done = encrypting.decrypt(file)
    forget(file)
    return done


def encrypt_outbox(file: Path) -> bool:
    """Encrypt the file in which saves wait for a server; made when it is new.

    Its key is made here and kept in the keyring: nobody types it. False where this computer has
    no keyring that works; nothing is changed then.

    Raises:
        Refused: it is open somewhere.
        WorkspaceUnusable: one of its kinds.
    """
    from qualdesk.store import encrypting
    from qualdesk.store.outbox import OutboxFile

    if is_encrypted(file):
        return True
    ciphers.driver(file)
    key = secrets.token_urlsafe(32)
    if not keep(file, key) or passwords.kept_password(_address(file)) != key:
        return False
    if file.exists():
        with told_plainly(Sqlite()):
            encrypting.encrypt(file, key)
    else:
        ciphers.give(file, key)
        OutboxFile(file).close()
    return True


def open_outbox(file: Path) -> None:
    """Make an encrypted outbox readable here; nothing to do for a plain one.

    Raises:
        KeyNeeded: the keyring does not give its key.
    """
    use_kept(file)
    if is_encrypted(file) and not ciphers.given(file):
        raise KeyNeeded(
            tr(
                "What you saved while the line was down is encrypted, and this computer's keyring "
                "does not give its key. Unlock the keyring and start qualdesk again. Nothing is "
                "lost."
            )
        )


def _address(file: Path) -> str:
    return f"sqlite:///{file.absolute()}"
