"""Whether what lies on this computer is encrypted, in words, and the command that changes it."""

import shlex
import sys
from pathlib import Path
from typing import Final

from qualdesk.bootstrap import file_of
from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later
from qualdesk.keys import is_encrypted
from qualdesk.qt.settings.rows import CommandRow, Place
from qualdesk.settings import Settings

_LOCKED: Final = tr_later(
    "This workspace is encrypted: without its passphrase nobody can read {file}. Another "
    "passphrase, or none: close qualdesk, then “{command} --new-passphrase” or “qualdesk decrypt”."
)
_OPEN: Final = tr_later(
    "This workspace is not encrypted: whoever can read {file} can read the leads. To encrypt it, "
    "close qualdesk, then: {command}"
)
_ON_A_SERVER: Final = tr_later(
    "The workspace is on the team's server, and whoever runs that sees to it. "
)
_WAITS_LOCKED: Final = tr_later("What waits on this computer while the line is down is encrypted.")
_WAITS_OPEN: Final = tr_later(
    "What waits on this computer while the line is down is not encrypted. To encrypt it, close "
    "qualdesk, then: {command}"
)


@frozen
class Lies:
    """What lies on this computer: ``file`` is None of a workspace on a server."""

    file: Path | None
    is_locked: bool


class EncryptionRow(CommandRow):
    """Says how it stands; it changes nothing itself, for the file must be open nowhere."""

    def __init__(self, place: Place) -> None:
        self._place = place
        super().__init__(tr("Encryption"), tr("Looking."))

    def look(self, address: str) -> None:
        """Look how it stands with the workspace at that address."""
        settings = self._place.choices.settings
        # On the lane of this disk: it is known also while a team's server cannot be reached.
        self._place.work.here(
            lambda: _lies(settings, address),
            self._show,
            owner=self,
            refused=self._refused,
        )

    def _show(self, lies: Lies) -> None:
        again = " --new-passphrase" if lies.file and lies.is_locked else ""
        self.command = " ".join(filter(None, ("qualdesk encrypt" + again, _typed(lies.file))))
        if lies.file is not None:
            says = tr(
                _LOCKED if lies.is_locked else _OPEN,
                file=lies.file.name,
                command="qualdesk encrypt",
            )
        else:
            waits = tr(_WAITS_LOCKED if lies.is_locked else _WAITS_OPEN, command="qualdesk encrypt")
            says = tr(_ON_A_SERVER) + waits
            if lies.is_locked:
                # Its key is made by the program and typed by nobody: there is none to change.
                self.command = ""
        self.copy.setVisible(bool(self.command))
        self.say(says, "text2")

    def _refused(self, error: QualdeskError) -> None:
        self.say(error.says)


def _typed(file: Path | None) -> str:
    """A file as it is typed at a command line, where nothing in its name is a command."""
    if file is None:
        return ""
    return f'"{file}"' if sys.platform == "win32" else shlex.quote(str(file))


def _lies(settings: Settings, address: str) -> Lies:
    file = file_of(address)
    if file is not None:
        return Lies(file=file, is_locked=is_encrypted(file))
    waits = settings.outbox_file(address)
    return Lies(file=None, is_locked=waits is not None and is_encrypted(waits))
