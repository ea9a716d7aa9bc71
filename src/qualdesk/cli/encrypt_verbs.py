"""The verbs that encrypt what lies on this computer, and how a command asks for a passphrase."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from getpass import getpass
from pathlib import Path

from qualdesk import keys
from qualdesk.bootstrap import file_of
from qualdesk.cli.plain import say
from qualdesk.core.errors import KeyNeeded, Refused
from qualdesk.core.wording import tr
from qualdesk.settings import Settings, address_of

FILE_VARIABLE = "QUALDESK_PASSPHRASE_FILE"
"""Names a file with the passphrase, for commands that nobody sits at."""
_BACKUPS_STAY = (
    "Backups and copies made before stay readable: delete them, or encrypt them one by one."
)


def add_encrypt_verbs(verb: Callable[[str, str], ArgumentParser]) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    encrypt = verb("encrypt", "encrypt the workspace file, or what waits for a team's server")
    decrypt = verb("decrypt", "make an encrypted workspace file a plain one again")
    for each in (encrypt, decrypt):
        each.add_argument(
            "file", nargs="?", metavar="FILE", help="default: of the workspace in use"
        )
        each.add_argument(
            "--passphrase-file",
            type=Path,
            metavar="FILE",
            help="its first line is the (new) passphrase; - reads it in",
        )
    encrypt.add_argument(
        "--new-passphrase", action="store_true", help="another one for a file that is encrypted"
    )
    encrypt.add_argument(
        "--keep", action="store_true", help="keep it in this computer's keyring: it is not asked"
    )


def encrypt(settings: Settings, asked: Namespace) -> int:
    """Encrypt a workspace file, give it another passphrase, or encrypt the outbox."""
    address = address_of(asked.file or settings.database)
    file = file_of(address)
    if file is None:
        return _encrypt_outbox(settings.outbox_file(address), asked)
    _refuse_missing(file)
    if keys.is_encrypted(file) and not asked.new_passphrase:
        raise Refused(
            tr("{file} is encrypted. Another passphrase: --new-passphrase", file=file.name)
        )
    passphrase = _chosen(asked.passphrase_file)
    done = keys.encrypt(file, passphrase)
    lines = [f"{file} is encrypted; {done.rows} rows were compared."]
    if done.is_wiped is not None:
        lines += [_WIPED if done.is_wiped else _NOT_WIPED, _BACKUPS_STAY]
    else:
        lines.append("Backups made before open with the passphrase they were made with.")
    if asked.keep and not keys.keep(file, passphrase):
        lines.append("This computer has no keyring: the passphrase is asked for at each start.")
    lines.append("Whoever loses the passphrase loses the workspace: nobody can open it without.")
    say({"file": file, "rows": done.rows, "wiped": done.is_wiped}, lines, as_data=asked.json)
    return 0


def decrypt(settings: Settings, asked: Namespace) -> int:
    """Make an encrypted workspace file a plain one again."""
    file = file_of(address_of(asked.file or settings.database))
    if file is None:
        raise Refused(tr("A team's workspace is on its server. There is no file to decrypt."))
    _refuse_missing(file)
    if asked.passphrase_file is not None:
        keys.use_typed(file, _read(asked.passphrase_file))
    done = keys.decrypt(file)
    lines = [
        f"{file} is not encrypted any more; {done.rows} rows were compared.",
        "Whoever can read the file can read the leads.",
    ]
    say({"file": file, "rows": done.rows}, lines, as_data=asked.json)
    return 0


def unlocked(settings: Settings, asked: Namespace) -> bool:
    """Ask for the passphrase that a command met the lack of; False where nobody can be asked."""
    given = getattr(asked, "file", None) if asked.verb in VERBS else None
    file = file_of(address_of(str(given or settings.database)))
    named = os.environ.get(FILE_VARIABLE)
    if file is None or (not named and not sys.stdin.isatty()):
        return False
    keys.use_typed(file, _read(Path(named)) if named else getpass(f"Passphrase of {file.name}: "))
    return True


def cannot_ask(needed: KeyNeeded) -> KeyNeeded:
    """The same refusal, with how a command nobody sits at gets the passphrase."""
    return KeyNeeded(
        tr(
            "{says} A command without a terminal reads it from the file named in {variable}.",
            says=needed.says,
            variable=FILE_VARIABLE,
        )
    )


def _encrypt_outbox(file: Path | None, asked: Namespace) -> int:
    if file is None or not keys.encrypt_outbox(file):
        raise Refused(
            tr(
                "This computer has no keyring that works, and nobody could type the key of what "
                "waits for the server. Nothing was changed."
            )
        )
    lines = [
        "What you save while the line is down is encrypted on this computer from now on.",
        "Its key is in this computer's keyring.",
    ]
    say({"file": file}, lines, as_data=asked.json)
    return 0


def _refuse_missing(file: Path) -> None:
    if not file.exists():
        raise Refused(tr("There is no qualdesk workspace at {path}.", path=file))


def _chosen(file: Path | None) -> str:
    """A new passphrase: of a file, or typed twice."""
    if file is not None:
        return _read(file)
    if not sys.stdin.isatty():
        raise Refused(tr("Nobody can type a passphrase here. Name a file: --passphrase-file FILE"))
    first, again = getpass("New passphrase: "), getpass("The same again: ")
    if first != again:
        raise Refused(tr("These were two different passphrases. Nothing was changed."))
    return first


def _read(file: Path) -> str:
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(tr("{path} cannot be read: {why}.", path=file, why=error)) from None
    return text.partition("\n")[0].rstrip("\r")


_WIPED = (
    "The readable file was written over. A disk that moves what it writes, as most do that have "
    "no moving parts, may keep pieces of it: encrypt the disk as well."
)
_NOT_WIPED = "The readable file was deleted, and could not be written over."
VERBS: Mapping[str, Callable[[Settings, Namespace], int]] = {"encrypt": encrypt, "decrypt": decrypt}
