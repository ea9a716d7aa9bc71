"""Loading history from a file, so that a new workspace has something to try a definition on."""

from pathlib import Path
from typing import TYPE_CHECKING

from qualdesk.core.backups import IMPORT
from qualdesk.core.clock import Clock
from qualdesk.core.errors import ListRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, ScriptVersionId
from qualdesk.core.past_rows import PastLoad, PastLoaded, PastLoadId, PastRow
from qualdesk.core.progress import Progress
from qualdesk.core.scripts import CallScript
from qualdesk.core.shapes import ShapeMaker
from qualdesk.core.wording import tr
from qualdesk.desk.pace import Pace
from qualdesk.desk.recovery import back_up_before
from qualdesk.desk.versions import keep_script
from qualdesk.store import campaigns as kept
from qualdesk.store import past_loads
from qualdesk.store.database import Store, Transaction
from qualdesk.store.finished import NewShape
from qualdesk.store.history import note

if TYPE_CHECKING:
    from qualdesk.files.past import PastFile


@frozen
class _Load:
    """A load that has begun: its number, whose it is, and the script it answers."""

    id: PastLoadId
    campaign: CampaignId | None
    script: ScriptVersionId


class PastLoading:
    """Answers and outcomes of leads that were finished elsewhere."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def load_past(
        self,
        path: Path,
        script: CallScript,
        progress: Progress | None = None,
        campaign: str | CampaignId | None = None,
    ) -> PastLoaded:
        """Load a file of finished leads whose answers are to the questions of ``script``.

        It counts whole or not at all; with ``campaign`` it is tried with that campaign's alone.

        Raises:
            ListRefused: the file cannot be read, names no question, holds no row that can be
                used, or is loaded already.
            NotFound: there is no such campaign.
            Cancelled: by the progress; nothing is kept.
        """
        from qualdesk.files.past import read_past

        file = read_past(path, script, self._clock.now())
        unsafe = back_up_before(self._store, IMPORT)
        load = self._begin(file, script, campaign)
        rows = len(file.rows) + len(file.left_out)
        try:
            self._write(load, file.rows, script, progress)
            with self._store.transaction() as tx:
                told = {"rows": rows, "left_out": len(file.left_out)}
                past_loads.publish(tx, load.id, **told)
                note(tx, self._caller, "loaded", "past", load.id, **told)
        except BaseException:
            self._clear(load.id)
            raise
        return PastLoaded(
            load_id=load.id,
            rows=rows,
            kept=len(file.rows),
            left_out=file.left_out,
            ignored=file.ignored,
            notes=(*file.notes, *filter(None, (unsafe,))),
        )

    def past_loads(self) -> tuple[PastLoad, ...]:
        """The files of history that count, the newest first."""
        with self._store.reading() as tx:
            return past_loads.past_loads(tx)

    def undo_past(self, load_id: PastLoadId) -> PastLoad:
        """Take loaded history out again. What was it, so that it can be said.

        Raises:
            NotFound: no such load counts.
        """
        with self._store.transaction() as tx:
            gone = past_loads.undo_load(tx, load_id)
            note(tx, self._caller, "undone", "past", load_id, rows=gone.rows)
        self._clear(load_id)
        return gone

    def write_template(self, path: Path, script: CallScript) -> None:
        """Write a CSV to fill in with history, its columns called by the script's questions.

        Raises:
            ExportRefused: a file is there already, or none can be written there.
        """
        from qualdesk.files.past import write_template

        write_template(path, script)

    def _begin(
        self, file: "PastFile", script: CallScript, campaign: str | CampaignId | None
    ) -> _Load:
        with self._store.transaction() as tx:
            of = None if campaign is None else kept.the_campaign(tx, campaign).id
            if before := past_loads.same_file(tx, file.sha256):
                raise ListRefused(
                    tr(
                        "{file} is loaded already, as “{loaded}”. "
                        "Undo that first to load it again.",
                        file=file.name,
                        loaded=before.name,
                    )
                )
            if not file.rows:
                why = file.left_out[0].because if file.left_out else tr("There is no row in it.")
                raise ListRefused(
                    tr("No row of {file} can be used. The first: {why}", file=file.name, why=why)
                )
            version = keep_script(tx, script, self._caller)
            begun = past_loads.begin_load(tx, name=file.name, sha256=file.sha256, by=self._caller)
        return _Load(id=begun, campaign=of, script=version)

    def _write(
        self,
        load: _Load,
        rows: tuple[PastRow, ...],
        script: CallScript,
        progress: Progress | None,
    ) -> None:
        pace = Pace(rows=500)
        maker = ShapeMaker(script)
        done = 0
        while done < len(rows):
            if progress is not None:
                progress.report(done, len(rows), tr("Loading finished leads"))
            with pace.step() as at_once, self._store.transaction() as tx:
                some = rows[done : done + at_once]
                cases = [_case(tx, row, maker, load.script) for row in some]
                past_loads.add_cases(tx, load.id, load.campaign, cases)
            done += len(some)

    def _clear(self, load_id: PastLoadId) -> None:
        """Remove what counts no more, some at a time."""
        gone = 1
        pace = Pace(rows=500)
        while gone:
            with pace.step() as at_once, self._store.transaction() as tx:
                gone = past_loads.remove_some(tx, load_id, at_once)


def _case(
    tx: Transaction, row: PastRow, maker: ShapeMaker, version: ScriptVersionId
) -> past_loads.PastCase:
    return past_loads.PastCase(
        shape=NewShape(version, maker.shape(row.answers)),
        label=row.label,
        result=row.result,
        reason=row.reason,
        finished_at=row.finished_at or tx.now,
    )
