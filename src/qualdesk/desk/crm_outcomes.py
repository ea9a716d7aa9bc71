"""What a client's CRM says became of leads: reading its file, and taking the file back."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qualdesk.core.backups import IMPORT
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.crm_outcomes import CrmSays, OutcomesJudged, judge_outcomes
from qualdesk.core.errors import Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, CampaignId, CrmLoadId, ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sales_answers import OPEN, SalesAnswer, SentItem
from qualdesk.desk.recovery import back_up_before
from qualdesk.store import crm_loads as kept
from qualdesk.store.campaigns import client_named
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoff_items import come_back, rests_since, set_became, some_items
from qualdesk.store.history import note
from qualdesk.store.item_stands import as_left, has_moved_on, note_deal, put_back, stands_of
from qualdesk.store.sales_answers import keep_answer, sent_items

if TYPE_CHECKING:
    from qualdesk.files.crm_outcomes import CrmFile


@frozen
class CrmLoaded:
    """What a CRM's file did.

    Attributes:
        load_id: by which it is taken back, None where it changed nothing.
        won: leads that are won from now on; ``lost`` likewise.
        already: rows that say what was known.
        still_open: rows that are neither won nor lost.
        unmatched: rows that were not used, each named; they changed nothing.
        notes: what is to be said of rows that were used, and of a backup that failed.
    """

    load_id: CrmLoadId | None
    won: tuple[LeadId, ...]
    lost: tuple[LeadId, ...]
    already: int
    still_open: int
    unmatched: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    changes: Changes

    @property
    def changed(self) -> tuple[LeadId, ...]:
        """The leads of which something new is known."""
        return (*self.won, *self.lost)

    @property
    def matched(self) -> int:
        """How many rows were about leads of ours, and won or lost."""
        return len(self.changed) + self.already


@frozen
class CrmUndone:
    """A CRM's file that was taken back.

    Attributes:
        back: leads that stand as they stood before it.
        stays: leads something was said of since; only won or lost was taken off them.
    """

    back: tuple[LeadId, ...]
    stays: tuple[LeadId, ...]
    changes: Changes


class CrmOutcomes:
    """Won and lost, as the client's CRM has it."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller

    def loads(self, client: str = "") -> tuple[kept.CrmLoad, ...]:
        """The files of a client's CRM that changed anything, the newest first.

        Raises:
            NotFound: no campaign is of that client.
        """
        with self._store.reading() as tx:
            return kept.loads(tx, client_named(tx, client))

    def load(self, path: Path, *, client: str = "") -> CrmLoaded:
        """Read what became of leads: won or lost, by an id of ours, else by e-mail, else by phone.

        A lead nobody had answered counts as taken. Loading a file twice changes nothing.

        Raises:
            ListRefused: it is no list, or lacks the columns that are needed.
            NotFound: no campaign is of that client.
        """
        from qualdesk.files.crm_outcomes import read_crm_file

        file = read_crm_file(Path(path))
        unsafe = back_up_before(self._store, IMPORT)
        with self._store.transaction() as tx:
            whose = client_named(tx, client)
            keys = {key for row in file.rows for key in row.keys}
            judged = judge_outcomes(file.rows, kept.left_leads(tx, whose, keys))
            load_id = self._note(tx, whose, file, judged) if judged.said else None
            changes = _touched(tx, [one.lead.item_id for one in judged.said])
        return CrmLoaded(
            load_id=load_id,
            won=_of(judged.said, "won"),
            lost=_of(judged.said, "lost"),
            already=judged.already,
            still_open=judged.still_open,
            unmatched=judged.problems,
            notes=(*judged.notes, *([Problem(place="", says=unsafe)] if unsafe else ())),
            changes=changes,
        )

    def undo(self, load_id: CrmLoadId) -> CrmUndone:
        """Take a file back as one act: every lead stands as it stood before it.

        What was said of a lead since stays said; it only is not won or lost any more.

        Raises:
            NotFound: no such file was read.
            NothingToUndo: it was taken back already, or a later one of the client was not.
        """
        back: list[LeadId] = []
        stays: list[LeadId] = []
        with self._store.transaction() as tx:
            kept.load_to_undo(tx, load_id)
            items = kept.items_of_load(tx, load_id)
            now = stands_of(tx, {one.item_id: one.lead_id for one in items})
            for one in items:
                if not one.was or has_moved_on(now[one.item_id], one.left):
                    set_became(tx, one.item_id, "")
                    kept.forget_load(tx, one.item_id)
                    stays.append(one.lead_id)
                else:
                    put_back(tx, one.item_id, one.lead_id, was=one.was, left=one.left)
                    back.append(one.lead_id)
            kept.close_load(tx, load_id, self._caller)
            note(tx, self._caller, "took a CRM file back", "crm_load", load_id, leads=len(items))
            changes = _touched(tx, [one.item_id for one in items])
        return CrmUndone(back=tuple(back), stays=tuple(stays), changes=changes)

    def _note(
        self, tx: Transaction, client: str, file: "CrmFile", judged: OutcomesJudged
    ) -> CrmLoadId:
        """Write down what a file said, and by what it is taken back."""
        load_id = kept.add_load(
            tx,
            client=client,
            name=file.name,
            sha256=file.sha256,
            rows=len(file.rows),
            matched=len(judged.said),
            left_out=len(judged.problems),
            by=self._caller,
        )
        self._keep(tx, judged.said, load_id)
        found = {"won": _of(judged.said, "won"), "lost": _of(judged.said, "lost")}
        note(tx, self._caller, "read a CRM file", "crm_load", load_id, **found)
        return load_id

    def _keep(self, tx: Transaction, said: Sequence[CrmSays], load_id: CrmLoadId) -> None:
        """Write down what became of leads, each with how it stood before."""
        leads = {one.lead.item_id: one.lead.lead_id for one in said}
        was = stands_of(tx, leads)
        sent = sent_items(tx, leads)
        for one in said:
            self._keep_one(tx, one, sent[one.lead.item_id])
        left = stands_of(tx, leads)
        for item_id in leads:
            kept.keep_before(tx, item_id, load_id, was=was[item_id], left=as_left(left[item_id]))

    def _keep_one(self, tx: Transaction, says: CrmSays, sent: SentItem) -> None:
        item_id, lead_id = says.lead.item_id, says.lead.lead_id
        # With us again since: nobody is to call whom sales has won.
        is_ours = sent.state == "sent_back" and rests_since(tx, lead_id, item_id)
        if sent.state in OPEN:
            taken = SalesAnswer(row=says.row, item_id=item_id, takes=True)
            keep_answer(tx, taken, sent, by=self._caller, answered_in="crm")
        money = says.money
        note_deal(
            tx,
            item_id,
            opportunity=says.opportunity,
            amount=money.amount if money else None,
            currency=money.currency if money else "",
        )
        set_became(tx, item_id, says.became, says.reason)
        if is_ours:
            come_back(tx, lead_id, Bucket(says.became), reason=says.reason)


def _of(said: Iterable[CrmSays], became: str) -> tuple[LeadId, ...]:
    return tuple(one.lead.lead_id for one in said if one.became == became)


def _touched(tx: Transaction, ids: list[ItemId]) -> Changes:
    if not ids:
        return NO_CHANGES
    leads: set[LeadId] = set()
    campaigns: set[CampaignId] = set()
    batches: set[BatchId] = set()
    for one in some_items(tx, ids):
        leads.add(one.lead_id)
        campaigns.add(one.campaign)
        batches.add(one.batch_id)
    return Changes(
        leads=frozenset(leads),
        campaigns=frozenset(campaigns),
        batches=frozenset(batches),
        queue=True,
    )
