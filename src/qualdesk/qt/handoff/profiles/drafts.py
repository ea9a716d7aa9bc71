"""The tables at hand with what was changed in them and not kept yet; each step can be undone."""

from collections.abc import Sequence
from dataclasses import replace

from qualdesk.core.crm_profiles import CrmProfile, KnownTable
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr


@frozen
class TableEntry:
    """A table as it stands now: whose it is, and whether anything of it is not kept yet."""

    profile: CrmProfile
    client: str = ""
    is_shipped: bool = False
    is_new: bool = False
    is_changed: bool = False

    @property
    def name(self) -> str:
        """What it is called on the screen: those of the program in the window's language."""
        return tr(self.profile.name) if self.is_shipped else self.profile.name

    @property
    def waits(self) -> bool:
        """Whether there is something to keep."""
        return self.is_new or self.is_changed


class Drafts:
    """What is at hand: tables that are kept, copies that are not, and changes to both."""

    def __init__(self) -> None:
        self._kept: dict[str, KnownTable] = {}
        self._new: dict[str, KnownTable] = {}
        self._steps: dict[str, list[CrmProfile]] = {}

    def show(self, tables: Sequence[KnownTable]) -> None:
        """These are kept now. What was changed here and not kept stays as it is."""
        before, self._kept = self._kept, {table.profile.id: table for table in tables}
        for table_id in set(self._new) & set(self._kept):
            del self._new[table_id]
        for table_id, steps in tuple(self._steps.items()):
            was = before.get(table_id)
            is_elsewhere = was is not None and was.profile == steps[-1] != self._whole(table_id)
            # Nothing of ours waits, and somebody else kept it otherwise: theirs stands.
            if is_elsewhere:
                del self._steps[table_id]

    @property
    def entries(self) -> tuple[TableEntry, ...]:
        """All of them: copies first, then as they came."""
        new = tuple(self._entry(table, is_new=True) for table in self._new.values())
        kept = (one for key, one in self._kept.items() if key not in self._new)
        return (*new, *(self._entry(table, is_new=False) for table in kept))

    def entry(self, table_id: str) -> TableEntry | None:
        """The table of that id as it stands now."""
        return next((one for one in self.entries if one.profile.id == table_id), None)

    def begin(self, profile: CrmProfile, client: str) -> None:
        """Add a table that is kept nowhere yet."""
        self._new[profile.id] = KnownTable(profile=profile, client=client)

    def keep_for(self, table_id: str, client: str) -> None:
        """A table that is kept nowhere yet is to be kept for this client, or for all of them."""
        if table_id in self._new:
            self._new[table_id] = replace(self._new[table_id], client=client)

    def put(self, profile: CrmProfile) -> None:
        """The table of that id stands like this now."""
        entry = self.entry(profile.id)
        if entry is not None and entry.profile != profile:
            self._steps.setdefault(profile.id, [entry.profile]).append(profile)

    def step_back(self, table_id: str) -> bool:
        """Take the last change of a table back; False when there is none."""
        steps = self._steps.get(table_id, [])
        if len(steps) < _WITH_A_CHANGE:
            return False
        steps.pop()
        return True

    def kept(self, profile: CrmProfile) -> None:
        """The table of that id was kept like this; its steps can still be taken back."""
        table = self._new.pop(profile.id, None) or self._kept.get(profile.id)
        if table is not None:
            self._kept[profile.id] = replace(table, profile=profile)

    def forget(self, table_id: str) -> None:
        """The table is gone, with all that was changed in it."""
        self._new.pop(table_id, None)
        self._kept.pop(table_id, None)
        self._steps.pop(table_id, None)

    def _whole(self, table_id: str) -> CrmProfile | None:
        table = self._new.get(table_id) or self._kept.get(table_id)
        return table.profile if table is not None else None

    def _entry(self, table: KnownTable, *, is_new: bool) -> TableEntry:
        profile = self._steps.get(table.profile.id, [table.profile])[-1]
        return TableEntry(
            profile=profile,
            client=table.client,
            is_shipped=table.is_shipped,
            is_new=is_new,
            is_changed=profile != table.profile,
        )


# The first of the steps is the table as it was.
_WITH_A_CHANGE = 2
