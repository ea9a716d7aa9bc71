"""What became of every row of a list, for whoever owns the list."""

from pathlib import Path

from qualdesk.core.clock import Clock
from qualdesk.core.fates import ListFates, RowFate
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import ListId
from qualdesk.core.progress import Progress
from qualdesk.desk.leaving import codes_of, guarded_each
from qualdesk.files.fate_tables import HEADINGS, fate_rows
from qualdesk.files.new_tables import check_free, write_table
from qualdesk.store.bulk import chunks
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.fates import KeptList, fate_counts, kept_list, regions_of_list, row_fates
from qualdesk.store.history import note


@frozen
class FatesWritten:
    """What became of a list, as it was written to a file; ``rows`` is how many rows it has."""

    path: Path
    rows: int


class Fates:
    """Lists and what became of them, down to the row."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def of_list(self, list_id: ListId) -> ListFates:
        """How many rows of a list became what; the counts add up to its rows (Q5).

        Raises:
            NotFound: there is no such list.
        """
        with self._store.reading() as tx:
            kept = kept_list(tx, list_id)
            campaign = load_campaign(tx, kept.campaign_id)
            return ListFates(
                list_id=kept.id,
                file_name=kept.file_name,
                campaign=campaign.name,
                owner=campaign.source.owner if campaign.source else "",
                loaded_at=kept.loaded_at,
                rows=kept.rows,
                counts=fate_counts(tx, list_id),
            )

    def write(
        self,
        list_id: ListId,
        path: Path | str,
        *,
        for_machines: bool = False,
        may_replace: bool = False,
        progress: Progress | None = None,
    ) -> FatesWritten:
        """Write what became of each row to a file for the list's owner: ``.csv`` or ``.xlsx``.

        Names and reasons stand in it, and no number or address.

        Raises:
            NotFound: there is no such list.
            ExportRefused: a file is there already, or none can be written there.
            Cancelled: by the progress; nothing is written.
        """
        path, seen = Path(path), progress or Progress()
        check_free(path, may_replace=may_replace)
        with self._store.reading() as tx:
            kept = kept_list(tx, list_id)
            rows = fate_rows(_as_they_leave(tx, kept, seen))
        write_table(path, HEADINGS, rows, for_machines=for_machines, may_replace=may_replace)
        with self._store.transaction() as tx:
            note(tx, self._caller, "exported", "fates of a list", list_id, rows=len(rows))
        return FatesWritten(path=path, rows=len(rows))


def _as_they_leave(tx: Transaction, kept: KeptList, seen: Progress) -> list[RowFate]:
    """The rows without any number the client must not call: reasons are somebody's own words."""
    campaign = load_campaign(tx, kept.campaign_id)
    codes = codes_of((), campaign.region, *regions_of_list(tx, kept.id))
    leaving: list[RowFate] = []
    for some in chunks(seen.over(row_fates(tx, kept.id), kept.rows), _AT_ONCE):
        leaving += guarded_each(tx, campaign.client, [(row, codes) for row in some])
    return leaving


_AT_ONCE = 5_000
