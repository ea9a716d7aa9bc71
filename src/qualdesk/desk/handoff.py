"""Transfer: the next batch, its package for sales, and the answers that come back."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from qualdesk.core.briefs import brief_from_json
from qualdesk.core.clock import Clock
from qualdesk.core.errors import ExportRefused
from qualdesk.core.handoff import BatchSummary, Brief, Contents
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.next_batch import NextBatch
from qualdesk.core.progress import Progress
from qualdesk.core.sales_answers import AnswersRead
from qualdesk.core.shares import Share
from qualdesk.core.wording import tr
from qualdesk.desk.answering import Answering
from qualdesk.desk.export import Exported, plan_for, write_batch
from qualdesk.desk.leaving import codes_of, guarded
from qualdesk.desk.next_batch import Gathered, batch_of, gather, planned
from qualdesk.desk.profiles import profile_of
from qualdesk.desk.recycling import Moved, Recycling
from qualdesk.desk.stories import tell
from qualdesk.desk.wishing import Wishing
from qualdesk.store import campaigns as kept
from qualdesk.store import handoffs
from qualdesk.store.batch_summaries import batch_summaries
from qualdesk.store.clients import calls_for_several
from qualdesk.store.database import Store
from qualdesk.store.leads import load_lead

__all__ = ["Exported", "Handoff", "Moved"]


class Handoff:
    """Handing qualified leads to sales, and hearing what became of them."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._wishing = Wishing(store, caller)
        self._gathered: Gathered | None = None

    def next_batch(
        self,
        campaign: str | CampaignId,
        *,
        receiver: str | None = None,
        leads: Collection[LeadId] | None = None,
        progress: Progress | None = None,
    ) -> NextBatch:
        """Every qualified lead of the campaign: ready, lacking something, held back, or later.

        Args:
            campaign: its name or number.
            receiver: who gets what no rule gives to others, instead of whom the campaign names.
            leads: look at these only, after something was done to them; all others are as this
                desk saw them last. To whom each one goes is always worked out anew.
            progress: how many leads were looked at.

        Raises:
            NotFound: there is no such campaign.
            Cancelled: somebody stopped it.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            plan = plan_for(found, self._clock.now(), receiver=receiver)
            gathered = gather(
                tx,
                found,
                plan.answer_by,
                before=self._gathered if leads is not None else None,
                leads=leads or (),
                progress=progress,
            )
            self._gathered = gathered
            return batch_of(
                tx,
                gathered,
                receiver=plan.receiver,
                receiver_email=plan.receiver_email,
                answer_by=plan.answer_by,
            )

    def brief(self, lead_id: LeadId) -> Brief:
        """The lead's brief: as it left, for a lead sales has; as it stands now, for any other.

        Numbers that the client must not call by now stand in neither.

        Raises:
            NotFound: there is no such lead.
        """
        with self._store.reading() as tx:
            lead = load_lead(tx, lead_id)
            campaign = kept.load_campaign(tx, lead.campaign_id)
            frozen = handoffs.kept_brief(tx, lead_id) if lead.bucket in _WITH_SALES else None
            # Nothing is left of the brief of somebody who was erased.
            if frozen:
                codes = codes_of([lead.contact], campaign.region)
                return guarded(tx, campaign.client, brief_from_json(frozen), codes)
            (told,) = tell(tx, campaign, (lead_id,))
        return told.brief

    def print_brief(self, lead_id: LeadId, path: Path, receiver: str = "") -> Path:
        """Put the lead's brief, as it stands now, on one page of a PDF of its own.

        Raises:
            NotFound: there is no such lead.
            ExportRefused: the file cannot be written.
        """
        return on_paper(self.brief(lead_id), path, receiver)

    def hold_back(self, lead_id: LeadId) -> Moved:
        """Keep a qualified lead out of the next batches until it is put back.

        Raises:
            NotFound: it is not among the qualified leads.
        """
        return self._wishing.hold(lead_id, is_held_back=True)

    def put_back(self, lead_id: LeadId) -> Moved:
        """Let a lead that was held back leave again.

        Raises:
            NotFound: it is not among the qualified leads.
        """
        return self._wishing.hold(lead_id, is_held_back=False)

    def say_line(self, lead_id: LeadId, text: str) -> Moved:
        """Say in other words what stands in one line on the brief; empty for the program's own.

        Raises:
            NotFound: it is not among the qualified leads.
            Refused: it is longer than 160 letters.
        """
        return self._wishing.say_line(lead_id, text)

    def choose_receiver(self, lead_id: LeadId, name: str) -> Moved:
        """Choose who gets a lead, whatever the rules say; empty leaves it to the rules again.

        Raises:
            NotFound: it is not among the qualified leads, or nobody of that name works here.
        """
        return self._wishing.choose_receiver(lead_id, name)

    def export(
        self,
        campaign: str | CampaignId,
        out: Path,
        *,
        receiver: str | None = None,
        receiver_email: str | None = None,
        answer_by: date | None = None,
        leads: Collection[LeadId] | None = None,
        contents: Contents | None = None,
        progress: Progress | None = None,
    ) -> Exported:
        """Write the next batch into a folder of its own below ``out`` and hand its leads over.

        ``leads`` are those to take; without it the best ones that are ready, as many as sales
        takes at a time. Who lacks something stays behind and never blocks the others. The package
        is in place before any lead counts as handed over; what a crash left is taken up by the
        next export. Without ``contents`` it holds everything but a CRM's table, in a folder.

        Raises:
            NotFound: there is no such campaign, or no such table for a CRM.
            ExportRefused: no receiver, no lead ready, or the folder cannot be written; the
                batch is unchanged and still ready.
            Cancelled: somebody stopped it; unchanged likewise.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            wanted = contents.profile if contents else ""
            plan = plan_for(
                found,
                self._clock.now(),
                receiver=receiver,
                receiver_email=receiver_email,
                answer_by=answer_by,
                profile=profile_of(tx, found.client, wanted) if wanted else None,
                contents=contents,
                client=found.client if calls_for_several(tx) else "",
            )
            ready = planned(tx, plan, leads)
        return write_batch(self._store, self._caller, ready, out=Path(out), progress=progress)

    def answers(self, path: Path) -> AnswersRead:
        """See :meth:`Answering.answers`."""
        return Answering(self._store, self._caller).answers(path)

    def batches(self, campaign: str | CampaignId) -> tuple[BatchSummary, ...]:
        """The batches that have left, newest first, with what sales said so far.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return batch_summaries(tx, kept.the_campaign(tx, campaign).id)

    def acceptance(self, campaign: str | CampaignId) -> Share:
        """How many of the campaign's leads sales took, of those it has answered.

        Raises:
            NotFound: there is no such campaign.
        """
        batches = self.batches(campaign)
        taken = sum(one.taken for one in batches)
        return Share(yes=taken, of=taken + sum(one.sent_back for one in batches))

    def recycle(self, lead_id: LeadId) -> Moved:
        """Put a lead that sales sent back into the queue again, its reason on top of the call.

        Raises:
            NotFound: there is no such lead.
            Refused: sales has not sent it back.
        """
        return Recycling(self._store, self._caller).recycle(lead_id)


def on_paper(brief: Brief, path: Path, receiver: str) -> Path:
    """Put a brief on one page of a PDF of its own.

    Raises:
        ExportRefused: the file cannot be written.
    """
    from qualdesk.links.paper import write_brief_pdf

    try:
        write_brief_pdf(brief, path, receiver=receiver)
    except OSError as error:
        raise ExportRefused(
            tr("{file} cannot be written: {why}.", file=path.name, why=error.strerror)
        ) from error
    return path


_WITH_SALES = {Bucket.IN_BATCH, Bucket.TAKEN, Bucket.SENT_BACK, Bucket.WON, Bucket.LOST}
