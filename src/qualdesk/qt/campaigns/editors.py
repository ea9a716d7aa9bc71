"""The editors below a campaign's page, imported when first wanted: the window starts fast."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.work import Work

SCRIPT, DEFINITION = "script", "definition"
_MODULES = {
    SCRIPT: ("qualdesk.qt.scripts.editor", "ScriptEditor"),
    DEFINITION: ("qualdesk.qt.definitions.page", "DefinitionPage"),
}


class Editor(Protocol):
    """What an editor is to the place that shows it."""

    changed: SignalInstance
    left: SignalInstance
    saved_said: SignalInstance

    @property
    def title(self) -> str:
        """What stands at the end of the way."""
        ...

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through."""
        ...

    def open(self, campaign: Campaign | None, document_id: str) -> None:
        """Show this document, as this campaign uses it."""
        ...

    def main(self) -> None:
        """The one big key."""
        ...

    def refresh(self) -> None:
        """Ask the desk again."""
        ...

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here."""
        ...


def new_editor(kind: str, work: Work, clock: Clock, choosing: Choosing, zone: str) -> Any:
    """A new editor of this kind of document."""
    module, name = _MODULES[kind]
    return getattr(import_module(module), name)(work, clock, choosing, zone)
