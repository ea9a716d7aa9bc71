"""A list on its way into the workspace: in chunks, under a lease, published at the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from qualdesk.core.backups import IMPORT
from qualdesk.core.campaigns import Campaign
from qualdesk.core.errors import QualdeskError, Refused
from qualdesk.core.ids import ListId
from qualdesk.core.list_choices import ListChoices
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.desk.list_undoing import let_go, merge_cells, take_back, wait_for_turn
from qualdesk.desk.pace import Pace
from qualdesk.desk.recovery import back_up_before
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.list_plan import ListPlan, share_of
from qualdesk.store.list_turns import ListFacts, Turn, Waiting, begin, hold_too, take, unfinished
from qualdesk.store.list_undo import forget_list, people_left_behind
from qualdesk.store.list_verdicts import Judge, Verdict
from qualdesk.store.lists import ListWriter, Outcome, foretell
from qualdesk.store.staging import Staging
from qualdesk.store.suppression import Fingerprints

# Often enough that no caller's step finds the log full, and rarely enough to be worth it.
_STEPS_TO_SETTLE = 4
Seen = Callable[[list[Verdict]], None]
"""Told what becomes of the rows, some at a time, in their order."""


def _unseen(_: list[Verdict]) -> None:
    """Nobody wants to know."""


@dataclass(kw_only=True, slots=True)
class Loading:
    """One list and all that is needed to write it, or to say what writing it would come to.

    Attributes:
        decided: is told what becomes of the rows.
        of_list: the unfinished list that is loaded once more, None for a new one.
        notes: what a person should know that came up on the way.
    """

    store: Store
    caller: str
    campaign: Campaign
    prints: Fingerprints
    choices: ListChoices
    staged: Staging
    plan: ListPlan
    progress: Progress
    decided: Seen = _unseen
    of_list: ListId | None = None
    notes: list[str] = field(default_factory=list)

    def foretell(self) -> Outcome:
        """What writing the list would come to. Nothing is written."""
        judge, told = self._judge(), Outcome(campaign_id=self.campaign.id)
        with self.store.reading() as tx:
            if self.of_list is None:
                # Loading takes broken-off lists back first: whom they brought is nobody known.
                judge.own.add(people_left_behind(tx, [row.id for row in unfinished(tx)]))
            judge.look_ahead(tx)
        rows = self.staged.rows()
        while some := list(islice(rows, 1000)):
            share = share_of(self.staged, self.plan, some)
            # A look as long as the list would keep a server from tidying up meanwhile.
            with self.store.reading() as tx:
                verdicts = foretell(tx, judge, share, told)
            self.decided(verdicts.of_rows)
            self.progress.report(len(told.lead_ids), self.staged.count, tr("Comparing"))
        return told

    def write(
        self,
        facts: ListFacts,
        *,
        before_publishing: Callable[[], None],
        as_published: Callable[[Transaction], None],
    ) -> Outcome:
        """Write the list and publish it; or leave everything as it was, if that cannot be.

        ``before_publishing`` may still refuse; ``as_published`` writes in the same step. Killed
        in between, the list is there as one that is not finished: nobody is called from it, and
        the next load takes it back first.
        """
        if said := back_up_before(self.store, IMPORT):
            self.notes.append(said)
        turn = wait_for_turn(self.store, lambda tx: self._start(tx, facts), self.progress)
        try:
            writer = self._write(turn)
            before_publishing()
            self._publish(writer, turn, as_published)
        except BaseException:
            self._give_up(turn)
            raise
        merge_cells(self.store)
        return writer.told

    def _start(self, tx: Transaction, facts: ListFacts) -> Turn | Waiting:
        if self.of_list is None:
            return begin(tx, self.campaign.id, facts)
        if self.of_list not in {row.id for row in unfinished(tx)}:
            raise Refused(tr("This list is not waiting to be finished. Load it as a new one."))
        return take(tx, self.of_list, facts)

    def _write(self, turn: Turn) -> ListWriter:
        self._take_back_unfinished(turn)
        judge = self._judge()
        with self.store.reading() as tx:
            judge.look_ahead(tx)
        writer = ListWriter(self.campaign, self.plan, judge, self.prints, turn)
        self._write_rows(writer)
        return writer

    def _publish(
        self, writer: ListWriter, turn: Turn, as_published: Callable[[Transaction], None]
    ) -> None:
        with self.store.transaction() as tx:
            writer.publish(tx)
            as_published(tx)
            done = {"rows": self.staged.count, **writer.told.counts}
            what = "loaded" if self.of_list is None else "resumed"
            note(tx, self.caller, what, "list", turn.list_id, **done)

    def _write_rows(self, writer: ListWriter) -> None:
        pace, done, steps = Pace(), 0, 0
        rows = self.staged.rows()
        self.progress.report(0, self.staged.count, tr("Saving"))
        while some := list(islice(rows, pace.rows)):
            share = share_of(self.staged, self.plan, some)
            with pace.step(), self.store.transaction() as tx:
                decided = writer.write(tx, share)
            self.decided(decided.of_rows)
            done += len(some)
            steps += 1
            if not steps % _STEPS_TO_SETTLE:
                self.store.settle()
            self.progress.report(done, self.staged.count, tr("Saving"))
        self.store.settle()

    def _take_back_unfinished(self, turn: Turn) -> None:
        """Take back what a killed load left: its people must not be taken for known ones."""
        if self.of_list is not None:
            take_back(self.store, turn, Progress(), forget=True)
        with self.store.reading() as tx:
            left = [row for row in unfinished(tx) if row.rows]
        for row in left:
            with self.store.transaction() as tx:
                other = hold_too(tx, turn, ListId(row.id))
            take_back(self.store, other, Progress(), forget=True)
            with self.store.transaction() as tx:
                turn.renew(tx)
                other.end(tx)
            says = tr("Its rows were taken back; resume or undo it in the overview.")
            if row.file_name:
                broken = tr("Loading “{file}” was broken off before.", file=row.file_name)
            else:
                broken = tr("Loading a list was broken off before.")
            self.notes.append(f"{broken} {says}")

    def _give_up(self, turn: Turn) -> None:
        """Leave everything as it was; what cannot be taken back now can be later."""
        try:
            take_back(self.store, turn, Progress(), forget=True)
            with self.store.transaction() as tx:
                turn.end(tx)
                if self.of_list is None:
                    forget_list(tx, turn.list_id)
        except QualdeskError:
            # What went wrong before is what the person must hear.
            let_go(self.store, turn)

    def _judge(self) -> Judge:
        return Judge(self.staged, self.plan, self.campaign, self.prints, self.choices)
