"""Do-not-call of a client: lists loaded, looked at, exported, lifted; what was said in calls."""

from collections.abc import Iterable
from dataclasses import field, replace
from itertools import islice
from pathlib import Path

from qualdesk.core.backups import CHANGE, IMPORT
from qualdesk.core.changes import Changes
from qualdesk.core.errors import ListRefused, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId, SuppressionListId
from qualdesk.core.keyed_hashes import SHORTEST_KEY, hash_of, key_of
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.do_not_call_look import SeenList, look_at, write_unread
from qualdesk.desk.do_not_call_tally import Tally, UnreadRow, hashes_of, marks_in, notes_on
from qualdesk.desk.list_sources import region_named
from qualdesk.desk.pace import Pace
from qualdesk.desk.recovery import back_up_before
from qualdesk.desk.said_no import TakenBack, WhatWasSaid, whose
from qualdesk.files.lists import RawTable
from qualdesk.files.suppression_lists import (
    HashedRow,
    ListedRow,
    hashes_in,
    numbers_in,
    open_plain,
    write_lines,
)
from qualdesk.store import keyed_lists
from qualdesk.store import suppression_lists as kept_lists
from qualdesk.store.clients import own_client
from qualdesk.store.history import note
from qualdesk.store.said_no import SaidNo
from qualdesk.store.suppression_lists import HASHES, NUMBERS, DoNotCallList

__all__ = [
    "DoNotCall",
    "DoNotCallList",
    "ExportedList",
    "LiftedList",
    "LoadedList",
    "SaidNo",
    "SeenList",
    "TakenBack",
    "UnreadRow",
]

_MOST = 300


@frozen
class LoadedList:
    """What became of a do-not-call list.

    Attributes:
        rows: rows of the file that hold; ``left_out`` those that do not, which ``unread`` names
            together with rows of which only a part could be read.
        added: entries that were not on this list before: none when it is loaded again.
        leads: leads that left the queue.
        notes: what else is to be said, each a sentence.
    """

    list: DoNotCallList
    rows: int
    left_out: int
    added: int
    leads: tuple[LeadId, ...]
    unread: tuple[UnreadRow, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def changes(self) -> Changes:
        """The leads that left the queue."""
        return Changes(leads=frozenset(self.leads), queue=True, suppression=True)


@frozen
class LiftedList:
    """What lifting a list did: the leads that stand again where they stood.

    Attributes:
        unsafe: why no backup was made before, in words; empty where one was.
    """

    list: DoNotCallList
    leads: tuple[LeadId, ...]
    unsafe: str = ""

    @property
    def changes(self) -> Changes:
        """The leads that are back."""
        return Changes(leads=frozenset(self.leads), queue=True, suppression=True)


@frozen
class ExportedList:
    """What was written of a client's do-not-call numbers.

    Attributes:
        not_shown: entries that could not be written: numbers no lead shows any more, addresses,
            people and companies. Only their fingerprints are kept.
    """

    path: Path
    numbers: int
    not_shown: int


class DoNotCall(WhatWasSaid):
    """Who is not to be called, by client or by anybody here (O7): lists, what was said in calls."""

    def look(
        self, path: Path | str, *, region: str = "", progress: Progress | None = None
    ) -> SeenList:
        """See what a list holds before it is loaded. Nothing of it is kept.

        ``region`` is the country of numbers without a ``+``. Hashes are counted without a key.

        Raises:
            ListRefused: the file cannot be read, or holds nothing of the kind.
            Refused: the region is none.
        """
        return look_at(Path(path), region, progress or Progress())

    def write_unread(
        self, seen: SeenList, target: Path | str, progress: Progress | None = None
    ) -> int:
        """Write the rows in which something cannot be read to a file, each with why; how many.

        Raises:
            ExportRefused: the target is the list itself or another file, or cannot be written.
            ListRefused: the list cannot be read any more.
        """
        return write_unread(seen, Path(target), progress or Progress())

    def load(
        self,
        path: Path | str,
        *,
        client: str = "",
        region: str = "",
        key: bytes | None = None,
        progress: Progress | None = None,
    ) -> LoadedList:
        """Load a list of whom a client does not want called. It holds from the first row on.

        Numbers in any file a lead list can be, and the addresses and the names with a company
        that stand beside them; with ``key`` a file of keyed hashes instead. ``region`` is the
        country of numbers without a ``+``. Leads that may no longer be called leave the queue
        at once. The same file again adds nothing; one that was stopped half-way goes on.

        ``client`` is whose list it is; ``HOUSE`` for one that counts whoever it is called for.

        Raises:
            ListRefused: the file cannot be read, or holds nothing of the kind.
            NotFound: no campaign is of that client.
            Refused: the key is empty, or the region is none.
        """
        client = self._client_named(client)
        region = region_named(region)
        progress = progress or Progress()
        unsafe = back_up_before(self._store, IMPORT)
        with open_plain(Path(path)) as table:
            if key is None:
                numbers = numbers_in(table, region)
                job = _Job(table=table, client=client, kind=NUMBERS, key=b"", region=region)
                done = self._load_numbers(job, numbers.rows(), progress)
            else:
                job = _Job(table=table, client=client, kind=HASHES, key=key_of(key), region="")
                done = self._load_hashes(job, hashes_in(table), progress)
        return replace(done, notes=(*done.notes, *filter(None, (unsafe,))))

    def lists(self, client: str | None = None) -> tuple[DoNotCallList, ...]:
        """The lists of a client, or of all clients; the newest first, lifted ones too.

        Raises:
            NotFound: no campaign is of that client.
        """
        with self._store.reading() as tx:
            named = (own_client(tx) or None) if client is None else whose(tx, client)
            return kept_lists.all_lists(tx, named)

    def lift(
        self, list_id: SuppressionListId, because: str, progress: Progress | None = None
    ) -> LiftedList:
        """Take a list back as a whole: who nothing else stops is called again.

        The reason is kept, with the list and in the history. A client's hashes and their key
        are thrown away.

        Raises:
            NotFound: there is no such list.
            Refused: there is no reason, or the list was lifted before.
        """
        because = because.strip()
        if not because:
            raise Refused(tr("Say why the list is lifted. The reason is kept with it."))
        progress = progress or Progress()
        unsafe = back_up_before(self._store, CHANGE)
        with self._store.transaction() as tx:
            whose(tx, kept_lists.load_list(tx, list_id).client)
            kept = kept_lists.begin_lift(tx, list_id, because, self._caller)
            note(tx, self._caller, "lifted", "do-not-call list", list_id, entries=kept.entries)
        back: dict[LeadId, None] = {}
        progress.report(0, kept.entries, tr("Lifting"))
        pace = _pace()
        while True:
            with pace.step() as at_once, self._store.transaction() as tx:
                leads = kept_lists.lift_some(tx, kept, at_once)
            if leads is None:
                break
            back.update(dict.fromkeys(leads))
            progress.report(min(progress.done + at_once, kept.entries), kept.entries)
        while self._forget_hashes(kept, pace):
            progress.check()
        with self._store.reading() as tx:
            lifted = kept_lists.load_list(tx, list_id)
        return LiftedList(list=lifted, leads=tuple(back), unsafe=unsafe)

    def undo(self, list_id: SuppressionListId, progress: Progress | None = None) -> LiftedList:
        """Take back that a list was loaded, as a whole.

        Raises:
            NotFound: there is no such list.
            Refused: it was lifted before.
        """
        return self.lift(list_id, tr_later("Loaded by mistake"), progress)

    def export(self, path: Path | str, *, client: str = "", key: bytes | None) -> ExportedList:
        """Write the client's do-not-call numbers to a new file, one in a row, whole or not at all.

        With ``key`` as keyed hashes, which another desk can load; with None as numbers. Either
        way only numbers a lead of the client still shows: of the rest there is a fingerprint
        only, and what came as hashes of the client's stays with them unless it was found.

        Raises:
            ExportRefused: the file is there already, or cannot be written.
            NotFound: no campaign is of that client.
            Refused: the key is too short to protect anybody, or there is no number to write.
        """
        path = Path(path)
        client = self._client_named(client)
        hidden = None if key is None else key_of(key)
        if hidden is not None and len(hidden) < SHORTEST_KEY:
            raise Refused(tr(_KEY_TOO_SHORT, letters=SHORTEST_KEY))
        with self._store.reading() as tx:
            shown = kept_lists.shown_numbers(tx, client)
            entries = kept_lists.count_entries(tx, client)
        if not shown:
            raise Refused(tr(_NO_NUMBER_SHOWN, entries=entries))
        numbers = {number for number, _ in shown}
        write_lines(path, sorted(hash_of(one, hidden) if hidden else one for one in numbers))
        told = {"numbers": len(numbers), "as_hashes": hidden is not None}
        with self._store.transaction() as tx:
            note(tx, self._caller, "exported", "do-not-call numbers", client, **told)
        not_shown = entries - len({fingerprint for _, fingerprint in shown})
        return ExportedList(path=path, numbers=len(numbers), not_shown=not_shown)

    def _client_named(self, client: str) -> str:
        with self._store.reading() as tx:
            return whose(tx, client)

    def _load_numbers(
        self, job: "_Job", rows: Iterable[ListedRow], progress: Progress
    ) -> LoadedList:
        tally = Tally()
        marks = marks_in(progress.over(rows, job.table.about), tally)
        kept: DoNotCallList | None = None
        pace = _pace()
        while some := list(islice(marks, pace.rows)):
            kept = kept or self._begin(job)
            with pace.step(), self._store.transaction() as tx:
                done = kept_lists.keep_entries(tx, kept, some)
                tally.stop(tx, done.leads)
            tally.added += done.added
        if kept is None:
            says = [tr("No row of this file holds a number.")]
            if not job.region:
                says.append(tr("Say which country numbers without + are from."))
            raise ListRefused(" ".join(says))
        return self._done(kept, tally)

    def _load_hashes(
        self, job: "_Job", rows: Iterable[HashedRow], progress: Progress
    ) -> LoadedList:
        tally = Tally()
        kept = self._begin(job)
        hashes = hashes_of(progress.over(rows, job.table.about), tally)
        pace = _pace()
        while some := list(islice(hashes, pace.rows)):
            with pace.step(), self._store.transaction() as tx:
                tally.added += keyed_lists.keep_hashes(tx, kept.id, some)
        with self._store.transaction() as tx:
            # Rows of a lead list that are being written compared their numbers before the hashes
            # stood here: they are waited for, and all later ones find them.
            tx.dialect.one_at_a_time(tx.connection, "people")
        self._find_numbers(kept, tally, progress)
        return self._done(kept, tally)

    def _find_numbers(self, kept: DoNotCallList, tally: Tally, progress: Progress) -> None:
        """Hash every number of the client's campaigns, and stop those that are on the list."""
        behind = seen = 0
        pace = _pace()
        while True:
            with pace.step() as at_once, self._store.transaction() as tx:
                reached, numbers = keyed_lists.numbers_behind(tx, kept.client, behind, at_once)
                tally.stop(tx, keyed_lists.stop_numbers(tx, kept.client, numbers))
            if reached is None:
                return
            behind = reached
            seen += len(numbers)
            progress.report(seen, says=tr("Looking for their numbers"))

    def _begin(self, job: "_Job") -> DoNotCallList:
        with self._store.transaction() as tx:
            return kept_lists.begin_list(
                tx,
                client=job.client,
                name=job.table.file_name,
                kind=job.kind,
                sha256=job.table.sha256,
                key=job.key,
                by=self._caller,
            )

    def _done(self, kept: DoNotCallList, tally: Tally) -> LoadedList:
        counts = {"rows": tally.rows, "left_out": tally.left_out}
        with self._store.transaction() as tx:
            kept_lists.finish_list(tx, kept.id, **counts)
            told = {**counts, "added": tally.added, "leads": len(tally.leads)}
            note(tx, self._caller, "loaded", "do-not-call list", kept.id, **told)
            now = kept_lists.load_list(tx, kept.id)
        return LoadedList(
            list=now,
            **counts,
            added=tally.added,
            leads=tuple(tally.leads),
            unread=tuple(tally.unread),
            notes=notes_on(kept, tally),
        )

    def _forget_hashes(self, kept: DoNotCallList, pace: Pace) -> bool:
        with pace.step() as at_once, self._store.transaction() as tx:
            return keyed_lists.forget_hashes(tx, kept, at_once)


@frozen
class _Job:
    """A file, and whose list it is. The key shows nowhere."""

    table: RawTable
    client: str
    kind: str
    region: str
    key: bytes = field(repr=False)


def _pace() -> Pace:
    # An entry may stop many leads, so a few of them can be much work.
    return Pace(rows=kept_lists.AT_ONCE, least=kept_lists.AT_ONCE, most=_MOST)


_KEY_TOO_SHORT = tr_later(
    "This key is too short. Take one of at least {letters} characters: numbers "
    "can be tried one after the other."
)
_NO_NUMBER_SHOWN = tr_later(
    "No lead shows a number that is not to be called, so there is nothing to "
    "write. Entries kept as fingerprints: {entries}."
)
