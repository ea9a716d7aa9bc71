"""Handing an address that dials to the computer's own program for it."""

from collections.abc import Callable

OpenLink = Callable[[str], bool]
"""Opens an address; False when no program took it."""


def open_link(link: str) -> bool:
    """Hand a link to the computer's own program for it; False when it has none."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl(link))
