"""Letting a batch leave: who is in it, its package put in place, its leads handed over."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from qualdesk.core.beside import Invitation
from qualdesk.core.briefs import brief_to_json
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.errors import ExportRefused, Refused, WorkspaceUnusable
from qualdesk.core.handoff import (
    BatchLead,
    HandoffItem,
    NextBatch,
    Package,
    answer_by_default,
    full_day,
)
from qualdesk.core.ids import BatchId, LeadId
from qualdesk.core.progress import Progress
from qualdesk.core.times import local_time
from qualdesk.core.wording import english, tr, tr_n
from qualdesk.desk.stories import ToldLead
from qualdesk.files.packages import (
    Written,
    check_package,
    folder_name,
    items_in,
    manifest_of,
    remove_package,
    set_aside,
    sweep,
    write_package,
)
from qualdesk.store import handoffs
from qualdesk.store.database import Store
from qualdesk.store.handoffs import LeavingItem, Preparing
from qualdesk.store.history import note


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """A batch that has left: where its package lies, who is in it, who stayed behind and why.

    ``files`` are all files of the package, each checked against the manifest.
    """

    batch_id: BatchId
    number: int
    folder: Path
    leads: tuple[LeadId, ...]
    left_behind: tuple[BatchLead, ...]
    files: tuple[Path, ...]
    changes: Changes


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """To whom a batch goes and by when they answer: the campaign's own terms, or others."""

    campaign: Campaign
    receiver: str
    receiver_email: str
    answer_by: date

    def check(self, now: datetime) -> None:
        """Refuse a batch nobody receives, or that would have to be answered yesterday (T1).

        Raises:
            ExportRefused: one of both.
        """
        if not self.receiver:
            raise ExportRefused(
                tr(
                    "Nobody is named to receive this batch. Name a salesperson, or set one for the "
                    "campaign."
                )
            )
        if self.answer_by < _today(self.campaign, now):
            day = full_day(self.answer_by)
            raise ExportRefused(tr("{day} has passed. Choose a later day to answer by.", day=day))

    def sort(self, told: Sequence[ToldLead], number: int) -> NextBatch:
        """Every lead in exactly one part of the batch."""
        ready: list[BatchLead] = []
        blocked: list[BatchLead] = []
        held_back: list[BatchLead] = []
        for one in told:
            lead = one.as_batch_lead(self.receiver, self.answer_by)
            if one.kept.is_held_back:
                held_back.append(lead)
            else:
                (blocked if lead.lacks else ready).append(lead)
        size = max(1, self.campaign.handoff.batch_size)
        return NextBatch(
            campaign=self.campaign.id,
            number=number,
            receiver=self.receiver,
            receiver_email=self.receiver_email,
            answer_by=self.answer_by,
            ready=tuple(ready[:size]),
            blocked=tuple(blocked),
            held_back=tuple(held_back),
            later=tuple(ready[size:]),
        )

    def package(
        self,
        preparing: Preparing,
        items: tuple[HandoffItem, ...],
        talks: Sequence[Invitation] = (),
    ) -> Package:
        """The batch ready to be written."""
        return Package(
            batch_id=preparing.batch_id,
            number=preparing.number,
            campaign=self.campaign.name,
            receiver=self.receiver,
            receiver_email=self.receiver_email,
            answer_by=self.answer_by,
            made_by=preparing.made_by,
            made_at=preparing.made_at,
            reasons=self.campaign.handoff.reasons,
            items=items,
            talks=tuple(talks),
        )


def plan_for(
    campaign: Campaign,
    now: datetime,
    *,
    receiver: str | None = None,
    receiver_email: str | None = None,
    answer_by: date | None = None,
) -> Plan:
    """The plan of the campaign's next batch; what is not given is taken from its terms."""
    terms = campaign.handoff
    # The address belongs to the person: with another receiver the campaign's is not theirs.
    is_theirs = receiver is None or receiver.strip() == terms.receiver
    email = receiver_email if receiver_email is not None else terms.receiver_email * is_theirs
    return Plan(
        campaign=campaign,
        receiver=(terms.receiver if receiver is None else receiver).strip(),
        receiver_email=email.strip(),
        answer_by=answer_by or answer_by_default(_today(campaign, now), terms.answer_within),
    )


def write_batch(
    store: Store,
    caller: str,
    plan: Plan,
    told: Sequence[ToldLead],
    out: Path,
    *,
    leads: Collection[LeadId] | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Begin the batch, put its package in place, then let its leads leave, all together.

    Raises:
        ExportRefused: nobody is ready, or it cannot be written; nothing has left.
        Cancelled: somebody stopped it; nothing has left.
    """
    batch = plan.sort(told, 0)
    chosen = _chosen(batch, leads)
    leaving = tuple(one for one in told if one.lead_id in chosen)
    if not leaving:
        raise ExportRefused(_nobody_is_ready(batch))
    preparing, folder = _begin(store, caller, plan, out)
    items = tuple(one.as_item() for one in leaving)
    written: Written | None = None
    try:
        package = plan.package(preparing, items, [t for one in leaving for t in one.talks])
        written, package = _in_place(preparing, package, folder, progress)
        _send(store, caller, preparing, written, _leaving_items(package, leaving))
    except WorkspaceUnusable:
        # The package may lie there complete while the database is gone: the next export finds
        # the batch and takes it up.
        raise
    except BaseException:
        if _gave_up(store, preparing) and written is not None:
            remove_package(written.folder)
        raise
    left = tuple(item.brief.lead_id for item in package.items)
    return _exported(plan, preparing, written, left, _left_behind(batch, set(left), plan))


def _exported(
    plan: Plan,
    preparing: Preparing,
    written: Written,
    leads: tuple[LeadId, ...],
    left_behind: tuple[BatchLead, ...],
) -> Exported:
    return Exported(
        batch_id=preparing.batch_id,
        number=preparing.number,
        folder=written.folder,
        leads=leads,
        left_behind=left_behind,
        files=written.files,
        changes=Changes(
            leads=frozenset(leads),
            campaigns=frozenset({plan.campaign.id}),
            batches=frozenset({preparing.batch_id}),
        ),
    )


def _begin(store: Store, caller: str, plan: Plan, out: Path) -> tuple[Preparing, Path]:
    """Take the batch's number and note where it is being written."""
    with store.transaction() as tx:
        preparing = handoffs.prepare_batch(
            tx,
            plan.campaign.id,
            receiver=plan.receiver,
            receiver_email=plan.receiver_email,
            answer_by=plan.answer_by,
            made_by=caller,
        )
        folder = out.resolve() / folder_name(preparing.number)
        handoffs.write_in(tx, preparing, str(folder))
    return preparing, folder


def _in_place(
    preparing: Preparing, package: Package, folder: Path, progress: Progress | None
) -> tuple[Written, Package]:
    """The package, written and read back; or the one a crash left, when it says the same.

    Raises:
        ExportRefused: it cannot be written, or does not read back as it was written.
    """
    found = _left_by_a_crash(preparing)
    if found is not None:
        items = items_in(found.folder)
        if _says_the_same(found.folder, package, items):
            return found, replace(package, items=items)
        set_aside(found.folder)
    sweep(folder.parent, preparing.number)
    written = write_package(package, folder, _paper(package), progress)
    if check_package(written.folder) is None:
        remove_package(written.folder)
        raise ExportRefused(
            tr(
                "The files do not read back as they were written. Choose another folder, and have "
                "the disk looked at. The batch is unchanged and still ready."
            )
        )
    return written, package


def _left_by_a_crash(preparing: Preparing) -> Written | None:
    """The whole package of the run that was interrupted, if it got that far.

    Only what that very run wrote is taken: the folder could hold somebody else's batch.
    """
    if preparing.begun_at is None or not preparing.folder:
        return None
    found = check_package(Path(preparing.folder))
    if found is None:
        return None
    manifest = manifest_of(found.folder)
    ours = (preparing.batch_id, preparing.begun_at.isoformat())
    return found if (manifest.get("batch_id"), manifest.get("made_at")) == ours else None


def _says_the_same(folder: Path, package: Package, items: tuple[HandoffItem, ...]) -> bool:
    """Whether the package in the folder is what would be written now."""
    manifest = manifest_of(folder)
    terms = (package.receiver, package.receiver_email, package.answer_by.isoformat())
    told = tuple(manifest.get(key) for key in ("receiver", "receiver_email", "answer_by"))
    briefs = [item.brief for item in package.items]
    return told == terms and [item.brief for item in items] == briefs


def _gave_up(store: Store, preparing: Preparing) -> bool:
    """Give the batch up; False when it has left after all, or nobody can be asked."""
    with suppress(WorkspaceUnusable), store.transaction() as tx:
        return handoffs.drop_batch(tx, preparing)
    return False


def _leaving_items(package: Package, leaving: Sequence[ToldLead]) -> list[LeavingItem]:
    versions = {one.lead_id: one.definition_version_id for one in leaving}
    return [
        LeavingItem(
            id=item.id,
            lead_id=item.brief.lead_id,
            brief=brief_to_json(item.brief),
            definition_version_id=versions[item.brief.lead_id],
        )
        for item in package.items
    ]


def _send(
    store: Store, caller: str, preparing: Preparing, written: Written, items: list[LeavingItem]
) -> None:
    """Let the leads leave, and write it down."""
    with store.transaction() as tx:
        handoffs.send_batch(
            tx,
            preparing,
            items,
            folder=str(written.folder),
            manifest_sha256=written.manifest_sha256,
        )
        note(
            tx,
            caller,
            "handed off",
            "handoff_batch",
            preparing.batch_id,
            leads=[item.lead_id for item in items],
            manifest=written.manifest_sha256,
        )


@english()
def _paper(package: Package) -> Callable[[HandoffItem], bytes]:
    from qualdesk.links.paper import brief_pdf

    footer = f"{package.title}. Answer by {full_day(package.answer_by)} in answers.xlsx."
    return lambda item: brief_pdf(item.brief, receiver=package.receiver, footer=footer)


def _chosen(batch: NextBatch, leads: Collection[LeadId] | None) -> set[LeadId]:
    """Which leads leave.

    Raises:
        Refused: one of those asked for is not among the qualified leads.
    """
    if leads is None:
        return {one.lead_id for one in batch.ready}
    asked = set(leads)
    parts = (*batch.ready, *batch.later, *batch.blocked, *batch.held_back)
    gone = sorted(asked - {one.lead_id for one in parts})
    if gone:
        raise Refused(
            tr(
                "Lead number {number} is not among the qualified leads any more. Look at "
                "the list again.",
                number=gone[0],
            )
        )
    return asked & {one.lead_id for one in (*batch.ready, *batch.later)}


def _left_behind(batch: NextBatch, left: set[LeadId], plan: Plan) -> tuple[BatchLead, ...]:
    """Who stays, each with the reason."""
    reasons = (
        (batch.ready, tr("Not chosen for this batch.")),
        (
            batch.later,
            tr(
                "Waits for the next batch: {receiver} takes {n} at a time.",
                receiver=plan.receiver,
                n=plan.campaign.handoff.batch_size,
            ),
        ),
        (batch.blocked, ""),
        (batch.held_back, tr("Held back by choice.")),
    )
    return tuple(
        replace(one, lacks=(says, *one.lacks) if says else one.lacks)
        for part, says in reasons
        for one in part
        if one.lead_id not in left
    )


def _nobody_is_ready(batch: NextBatch) -> str:
    """Why there is no batch, in one sentence with what to do."""
    if batch.blocked:
        first = batch.blocked[0]
        return tr_n(
            len(batch.blocked),
            "{n} lead lacks something, and no other is ready. {name}: {lacks}",
            "{n} leads lack something, and no other is ready. {name}: {lacks}",
            name=first.name,
            lacks=first.lacks[0],
        )
    if batch.ready:
        return tr("None of the leads that are ready was chosen. Choose at least one.")
    if batch.held_back:
        return tr("All qualified leads are held back. Put one back to hand it over.")
    return tr("No lead is qualified yet, so there is nothing to hand over.")


def _today(campaign: Campaign, now: datetime) -> date:
    return local_time(now, campaign.window.zone).date()
