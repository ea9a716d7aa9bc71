"""The groups of a list as the window shows them: those of the desk, and what it noted beside."""

from qualdesk.core.list_checks import CheckGroup, Section
from qualdesk.desk.intake import Loaded


def groups_of(loaded: Loaded) -> tuple[CheckGroup, ...]:
    """The groups of what a list would do; its notes stand below them, with what is good to know."""
    if not loaded.notes:
        return loaded.groups
    count = len(loaded.notes)
    notes = CheckGroup(
        id="notes",
        section=Section.KNOW,
        title="Notes on this list",
        says=loaded.notes[0],
        count=count,
        heading="1 note on this list" if count == 1 else f"{count} notes on this list",
        explains="\n".join(loaded.notes),
    )
    return (*loaded.groups, notes)
