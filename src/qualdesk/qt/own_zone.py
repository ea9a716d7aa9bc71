"""The clock of whoever sits at this computer."""

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimeZone

from qualdesk.core.times import is_zone

_LINK: Final = Path("/etc/localtime")


def own_zone(link: Path = _LINK) -> str:
    """The IANA zone this computer's clock shows; UTC when it does not say.

    Most systems but Windows say it in a ``link``, which is read in no time: Qt makes ready for
    every zone there is before it does the same.
    """
    name = "" if os.environ.get("TZ") else _linked(link)
    if not is_zone(name):
        name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if is_zone(name) else "UTC"


def _linked(link: Path) -> str:
    try:
        name = link.readlink().as_posix().partition("/zoneinfo/")[2]
    except OSError:
        return ""
    # With leap seconds or without: folders of some computers, and no part of the name elsewhere.
    return name.removeprefix("posix/").removeprefix("right/")
