"""The groups of a list as the window shows them: those of the desk, and what it noted beside."""

from collections.abc import Container
from typing import TYPE_CHECKING

from qualdesk.core.list_checks import CheckGroup, Section
from qualdesk.core.wording import tr, tr_n

if TYPE_CHECKING:
    from qualdesk.desk.intake import Loaded


def groups_of(loaded: "Loaded", told: Container[str] = ()) -> tuple[CheckGroup, ...]:
    """The groups of what a list would do, with its notes below what is good to know.

    ``told`` are notes an earlier step showed; what a group says is not said twice either.
    """
    left = [note for note in loaded.notes if note not in told and note not in loaded.lead_notes]
    if not left:
        return loaded.groups
    count = len(left)
    notes = CheckGroup(
        id="notes",
        section=Section.KNOW,
        title=tr("Notes on this list"),
        says=left[0],
        count=count,
        heading=tr_n(count, "{n} note on this list", "{n} notes on this list"),
        explains="\n".join(left),
    )
    return (*loaded.groups, notes)
