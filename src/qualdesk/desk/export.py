"""Letting a batch leave: who is in it, its package put in place, its leads handed over."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from qualdesk.core.beside import Invitation
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.crm_profiles import CrmProfile, ProfileGap
from qualdesk.core.crm_sources import check_rows, gaps_of
from qualdesk.core.errors import ExportRefused, Refused, WorkspaceUnusable
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import (
    Contents,
    HandoffItem,
    Package,
    Receiver,
    answer_by_default,
    full_day,
)
from qualdesk.core.ids import BatchId, LeadId
from qualdesk.core.next_batch import BatchLead, NextBatch
from qualdesk.core.progress import Progress
from qualdesk.core.times import local_time, time_words
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk.export_writing import begin, gave_up, in_place, leaving_items, send
from qualdesk.desk.leaving import check_leaving
from qualdesk.desk.stories import ToldLead
from qualdesk.files.packages import Written, package_name, remove_package
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoffs import Preparing


@frozen
class Exported:
    """A batch that has left: where its package lies, who is in it, who stayed behind and why.

    Attributes:
        files: all files of the package, each checked against the manifest.
        receivers: who of sales got leads of it, and how many.
    """

    batch_id: BatchId
    number: int
    folder: Path
    leads: tuple[LeadId, ...]
    left_behind: tuple[BatchLead, ...]
    files: tuple[Path, ...]
    receivers: tuple[tuple[Receiver, int], ...]
    changes: Changes


@frozen
class Plan:
    """To whom a batch goes and by when they answer: the campaign's own terms, or others.

    ``goes_to`` names who gets a lead, and by which rule, where it is not ``receiver``. The
    package has a table for ``profile`` and holds ``contents``. ``client`` is named in it.
    """

    campaign: Campaign
    receiver: str
    receiver_email: str
    answer_by: date
    goes_to: Mapping[LeadId, tuple[Receiver, str]] = field(default_factory=dict)
    profile: CrmProfile | None = None
    contents: Contents = field(default_factory=Contents)
    planned_at: datetime
    client: str = ""

    def check(self, now: datetime, batch: NextBatch) -> None:
        """Refuse a batch nobody receives, or that would have to be answered yesterday (T1).

        Raises:
            ExportRefused: one of both.
        """
        if not self.receiver and not any(lead.receiver for lead in batch.leads):
            raise ExportRefused(
                tr(
                    "Nobody is named to receive this batch. Name a salesperson, or set one for the "
                    "campaign."
                )
            )
        if self.answer_by < _today(self.campaign, now):
            day = full_day(self.answer_by)
            raise ExportRefused(tr("{day} has passed. Choose a later day to answer by.", day=day))

    def item(self, told: ToldLead) -> HandoffItem:
        """The lead as it leaves, with whoever gets it."""
        own = Receiver(
            name=self.receiver, email=self.receiver_email, zone=self.campaign.window.zone
        )
        receiver, via = self.goes_to.get(told.lead_id, (own, ""))
        talks = told.talks or self._promised_call(told, receiver)
        return replace(told.as_item(), receiver=receiver, via=via, talks=talks)

    def gaps(self, items: tuple[HandoffItem, ...]) -> tuple[ProfileGap, ...]:
        """What keeps any of these leads out of the CRM's table; nothing without a profile.

        Raises:
            ExportRefused: they are more than one file for that CRM may hold.
        """
        if self.profile is None:
            return ()
        found = gaps_of(self.draft(items), self.profile)
        check_rows(
            self.profile,
            len({item.brief.lead_id for item in items} - {gap.lead_id for gap in found}),
        )
        return found

    def draft(self, items: tuple[HandoffItem, ...]) -> Package:
        """The batch as it would be written now, without a number of its own."""
        draft = Preparing(batch_id=BatchId(0), number=0, made_by="", made_at=self.planned_at)
        return self.package(draft, items)

    def package(self, preparing: Preparing, items: tuple[HandoffItem, ...]) -> Package:
        """The batch ready to be written."""
        return Package(
            batch_id=preparing.batch_id,
            number=preparing.number,
            campaign=self.campaign.name,
            answer_by=self.answer_by,
            made_by=preparing.made_by,
            made_at=preparing.made_at,
            reasons=self.campaign.handoff.reasons,
            items=items,
            profile=self.profile,
            contents=self.contents,
            client=self.client,
        )

    def _promised_call(self, told: ToldLead, receiver: Receiver) -> tuple[Invitation, ...]:
        """The call of sales they agreed to a time for, where no talk was booked."""
        promise, contact = told.story.promise, told.story.lead.contact
        if promise is None or promise.at <= self.planned_at:
            return ()
        return (
            Invitation(
                number=told.lead_id,
                is_call=True,
                promise=promise,
                minutes=_CALL_MINUTES,
                title=f"Call {contact.name}",
                about=", ".join(part for part in (contact.title, contact.company_name) if part),
                written_at=self.planned_at,
                salesperson=receiver.name,
                salesperson_email=receiver.email,
                person=contact.name,
                phone=next((phone.e164 for phone in contact.dialable), ""),
            ),
        )


@frozen
class Planned:
    """A batch that is about to leave: who gets it, who is in it, and their stories.

    ``leaving`` are those of ``batch`` who were chosen; all others stay behind, with the reason.
    """

    plan: Plan
    batch: NextBatch
    leaving: tuple[ToldLead, ...]

    @property
    def items(self) -> tuple[HandoffItem, ...]:
        """Those who leave, each with whoever gets it."""
        return tuple(self.plan.item(one) for one in self.leaving)


def plan_for(
    campaign: Campaign,
    now: datetime,
    *,
    receiver: str | None = None,
    receiver_email: str | None = None,
    answer_by: date | None = None,
    profile: CrmProfile | None = None,
    contents: Contents | None = None,
    client: str = "",
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
        profile=profile,
        contents=contents or Contents(),
        planned_at=now,
        client=client,
    )


def write_batch(
    store: Store, caller: str, ready: Planned, *, out: Path, progress: Progress | None = None
) -> Exported:
    """Begin the batch, put its package in place, then let its leads leave, all together.

    Raises:
        ExportRefused: nobody is ready, or it cannot be written; nothing has left.
        Cancelled: somebody stopped it; nothing has left.
    """
    plan, batch = ready.plan, ready.batch
    plan.check(plan.planned_at, batch)
    if not ready.leaving:
        raise ExportRefused(_nobody_is_ready(batch, plan))
    items = ready.items
    gaps = plan.gaps(items)
    items = _that_fit(items, gaps, plan)
    preparing, folder = begin(
        store,
        caller,
        plan.campaign.id,
        out,
        items,
        answer_by=plan.answer_by,
        name=partial(package_name, is_zip=plan.contents.is_zip, client=plan.client),
    )
    draft = plan.package(preparing, items)
    written, package = _leave(
        store, caller, ready, preparing, draft, folder=folder, progress=progress
    )
    left = {item.brief.lead_id for item in package.items}
    return _exported(plan, package, written, _left_behind(batch, left, plan, gaps))


def _leave(
    store: Store,
    caller: str,
    ready: Planned,
    preparing: Preparing,
    draft: Package,
    *,
    folder: Path,
    progress: Progress | None,
) -> tuple[Written, Package]:
    """Write the package and let its leads leave; or give the batch up, with nothing left."""
    written: Written | None = None
    try:
        written, package = in_place(preparing, draft, folder, progress)
        versions = {one.lead_id: one.definition_version_id for one in ready.leaving}
        check = partial(_check_numbers, ready.plan, package.items)
        send(store, caller, preparing, written, leaving_items(package, versions), check=check)
    except WorkspaceUnusable:
        # The package may lie there complete while the database is gone: the next export finds
        # the batch and takes it up.
        raise
    except BaseException:
        if gave_up(store, preparing) and written is not None:
            remove_package(written.folder)
        raise
    return written, package


def _that_fit(
    items: tuple[HandoffItem, ...], gaps: Sequence[ProfileGap], plan: Plan
) -> tuple[HandoffItem, ...]:
    """The leads the CRM would take; what keeps the others blocks nobody.

    Raises:
        ExportRefused: it would take none of them.
    """
    stay = {gap.lead_id for gap in gaps}
    fit = tuple(item for item in items if item.brief.lead_id not in stay)
    if gaps and not fit:
        raise ExportRefused(
            tr(
                "No lead fits the table “{table}”. {name}: {says}",
                table=plan.profile.name if plan.profile else "",
                name=gaps[0].name,
                says=gaps[0].says,
            )
        )
    return fit


def _check_numbers(plan: Plan, items: Sequence[HandoffItem], tx: Transaction) -> None:
    check_leaving(tx, plan.campaign.client, items, plan.campaign.region)


def _exported(
    plan: Plan, package: Package, written: Written, left_behind: tuple[BatchLead, ...]
) -> Exported:
    leads = tuple(item.brief.lead_id for item in package.items)
    return Exported(
        batch_id=package.batch_id,
        number=package.number,
        folder=written.folder,
        leads=leads,
        left_behind=left_behind,
        files=written.files,
        receivers=tuple((one, len(package.part_of(one).items)) for one in package.receivers),
        changes=Changes(
            leads=frozenset(leads),
            campaigns=frozenset({plan.campaign.id}),
            batches=frozenset({package.batch_id}),
        ),
    )


def chosen_leads(batch: NextBatch, leads: Collection[LeadId] | None) -> set[LeadId]:
    """Which leads leave: those that are ready, or of ``leads`` those that may.

    Raises:
        Refused: one of those asked for is not among the qualified leads.
    """
    if leads is None:
        return {one.lead_id for one in batch.ready}
    asked = set(leads)
    gone = sorted(asked - {one.lead_id for one in batch.leads})
    if gone:
        raise Refused(
            tr(
                "Lead number {number} is not among the qualified leads any more. Look at "
                "the list again.",
                number=gone[0],
            )
        )
    return asked & {one.lead_id for one in (*batch.ready, *batch.later)}


def _left_behind(
    batch: NextBatch, left: set[LeadId], plan: Plan, gaps: Sequence[ProfileGap]
) -> tuple[BatchLead, ...]:
    """Who stays, each with the reason."""
    of_table = {
        lead_id: tuple(gap.says for gap in gaps if gap.lead_id == lead_id)
        for lead_id in {gap.lead_id for gap in gaps}
    }
    parts: tuple[tuple[tuple[BatchLead, ...], Callable[[BatchLead], str]], ...] = (
        (batch.ready, lambda _lead: tr("Not chosen for this batch.")),
        (batch.later, partial(_waits, plan)),
        (batch.blocked, lambda _lead: ""),
        (batch.held_back, lambda _lead: tr("Held back by choice.")),
    )
    return tuple(
        replace(
            one, lacks=of_table.get(one.lead_id) or tuple(filter(None, (says(one), *one.lacks)))
        )
        for part, says in parts
        for one in part
        if one.lead_id not in left
    )


def _waits(plan: Plan, lead: BatchLead) -> str:
    """Why a lead that lacks nothing leaves later."""
    if lead.not_before is not None:
        zone = plan.campaign.window.zone
        return tr(
            "{receiver} can take it from {time}.",
            receiver=lead.receiver,
            time=time_words(lead.not_before, zone, now=plan.planned_at),
        )
    return tr(
        "Waits for the next batch: {receiver} takes {n} at a time.",
        receiver=plan.receiver or tr("Sales"),
        n=plan.campaign.handoff.batch_size,
    )


def _nobody_is_ready(batch: NextBatch, plan: Plan) -> str:
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
    if batch.later:
        return f"{batch.later[0].name}: {_waits(plan, batch.later[0])}"
    if batch.held_back:
        return tr("All qualified leads are held back. Put one back to hand it over.")
    return tr("No lead is qualified yet, so there is nothing to hand over.")


def _today(campaign: Campaign, now: datetime) -> date:
    return local_time(now, campaign.window.zone).date()


# How long a calendar is held free for a call whose length nobody said.
_CALL_MINUTES = 15
