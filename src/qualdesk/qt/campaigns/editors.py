"""The editors below a campaign's page, imported when first wanted: the window starts fast."""

from typing import Any, Final

from qualdesk.core.clock import Clock
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.work import Work

SCRIPT: Final = "script"
DEFINITION: Final = "definition"


def new_editor(kind: str, work: Work, clock: Clock, choosing: Choosing, zone: str) -> Any:
    """A new editor of scripts, or of definitions.

    It opens a document for a campaign (``open``), has a title, keeps what is typed by itself,
    and says so (``saved_said``), what it touched (``changed``) and that it is left (``left``).
    """
    if kind == SCRIPT:
        from qualdesk.qt.scripts.editor import ScriptEditor

        return ScriptEditor(work, clock, choosing, zone)
    from qualdesk.qt.definitions.page import DefinitionPage

    return DefinitionPage(work, clock, choosing, zone)
