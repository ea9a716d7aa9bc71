"""What the person has chosen on this computer, in one place of the window."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from typing_extensions import Unpack

from qualdesk.core.errors import QualdeskError
from qualdesk.qt.theme import Scheme
from qualdesk.settings import Chosen, Settings, save_settings


class Choices(QObject):
    """Holds the settings in force; every change of them goes through here and is kept at once."""

    changed = Signal(object)
    """Other ``Settings`` are in force."""
    refused = Signal(object)
    """A choice could not be kept; the ``QualdeskError`` says why."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings

    def keep(self, **chosen: Unpack[Chosen]) -> bool:
        """Keep choices for this and the next start; False when they cannot be, which is said."""
        try:
            self.settings = save_settings(self.settings, **chosen)
        except QualdeskError as error:
            self.refused.emit(error)
            return False
        self.changed.emit(self.settings)
        return True

    def go_by(self, name: str) -> None:
        """Use the name that the login says while this workspace is open; it is not kept."""
        if name != self.settings.caller:
            self.settings = replace(self.settings, caller=name, is_named=True)
            self.changed.emit(self.settings)


def scheme_of(settings: Settings) -> Scheme:
    """The look somebody chose, as the theme takes it."""
    chosen: Scheme = "system"
    if settings.theme == "light":
        chosen = "light"
    elif settings.theme == "dark":
        chosen = "dark"
    return chosen
