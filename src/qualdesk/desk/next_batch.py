"""Putting the next batch together: what each lead lacks, and to whom it goes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from qualdesk.core.batch_rows import routable, row_of
from qualdesk.core.briefs import lacks
from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import Receiver
from qualdesk.core.ids import LeadId
from qualdesk.core.members import Member
from qualdesk.core.next_batch import BatchLead, Candidate, NextBatch, in_parts
from qualdesk.core.progress import Progress
from qualdesk.core.routing import Load, Route, route
from qualdesk.desk.export import Plan, Planned, chosen_leads
from qualdesk.desk.stories import Versions, stays, story_of, tell
from qualdesk.store.account_owners import owner_of_key
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.handoff_loads import load_of
from qualdesk.store.handoffs import next_number
from qualdesk.store.members import members
from qualdesk.store.stories import load_outlines, qualified

_SOMEBODY = "somebody"


@frozen
class Sales:
    """Who of sales there is, what belongs to whom, and what was given to them already."""

    people: Mapping[str, Member]
    owners: Mapping[str, str]
    load: Load


@frozen
class Gathered:
    """The qualified leads of a campaign as they were looked at last, and who could get them."""

    campaign: Campaign
    number: int
    candidates: Mapping[LeadId, Candidate]
    sales: Sales


def gather(
    tx: Transaction,
    campaign: Campaign,
    answer_by: date,
    *,
    before: Gathered | None = None,
    leads: Collection[LeadId] = (),
    progress: Progress | None = None,
) -> Gathered:
    """Look at every qualified lead of the campaign; with ``before``, only at ``leads`` anew.

    Raises:
        Cancelled: somebody stopped it.
    """
    there = qualified(tx, campaign.id)
    known = before.candidates if before is not None and _still_holds(before, campaign) else {}
    touched = set(leads)
    anew = [one for one in there if one in touched or one not in known]
    looked_at = {one.row.lead_id: one for one in _look(tx, campaign, anew, answer_by, progress)}
    team = {one.name: one for one in members(tx) if not one.has_left(tx.now)}
    return Gathered(
        campaign=campaign,
        number=next_number(tx, campaign.id),
        candidates={one: looked_at.get(one) or known[one] for one in there},
        sales=Sales(people=team, owners=owner_of_key(tx, campaign.client), load=load_of(tx, team)),
    )


def batch_of(
    tx: Transaction,
    gathered: Gathered,
    *,
    receiver: str,
    receiver_email: str,
    answer_by: date,
) -> NextBatch:
    """The batch these leads make, with ``receiver`` for all that no rule gives to others."""
    campaign, candidates = gathered.campaign, list(gathered.candidates.values())
    found = routes(tx, gathered, receiver=receiver, answer_by=answer_by)
    empty = NextBatch(
        campaign=campaign.id,
        number=gathered.number,
        receiver=receiver,
        receiver_email=receiver_email,
        answer_by=answer_by,
    )
    return in_parts(empty, candidates, found, campaign.handoff.batch_size)


def planned(tx: Transaction, plan: Plan, leads: Collection[LeadId] | None = None) -> Planned:
    """The batch of a plan with the stories of those who leave: of ``leads``, or the best ones.

    Raises:
        Refused: one of ``leads`` is not among the qualified leads.
    """
    gathered = gather(tx, plan.campaign, plan.answer_by)
    batch = batch_of(
        tx,
        gathered,
        receiver=plan.receiver,
        receiver_email=plan.receiver_email,
        answer_by=plan.answer_by,
    )
    leaving = tell(tx, plan.campaign, sorted(chosen_leads(batch, leads)))
    own = Receiver(name=plan.receiver, email=plan.receiver_email)
    goes_to = receivers(batch.leads, plan.campaign, gathered.sales.people, own)
    return Planned(plan=replace(plan, goes_to=goes_to), batch=batch, leaving=leaving)


def routes(
    tx: Transaction, gathered: Gathered, *, receiver: str, answer_by: date
) -> dict[LeadId, Route]:
    """To whom each of the leads goes."""
    sales = gathered.sales
    found = route(
        [one.routable for one in gathered.candidates.values()],
        gathered.campaign.handoff.routing,
        people=sales.people,
        owners=sales.owners,
        load=sales.load,
        fallback=receiver,
        now=tx.now,
        answer_by=answer_by,
    )
    return {one.lead_id: one for one in found}


def receivers(
    rows: Sequence[BatchLead], campaign: Campaign, people: Mapping[str, Member], fallback: Receiver
) -> dict[LeadId, tuple[Receiver, str]]:
    """Who gets each of the leads, and by which rule, with how they are reached.

    ``fallback`` is whom the campaign, or whoever exports, names: their address may be given
    there, and they need not be in the team.
    """
    found = {}
    for row in rows:
        member = people.get(row.receiver)
        who = Receiver(name=row.receiver, zone=campaign.window.zone)
        if member is not None:
            zone = member.zone or campaign.window.zone
            who = replace(who, email=member.email, phone=member.phone, zone=zone)
        if row.receiver == fallback.name and fallback.email:
            who = replace(who, email=fallback.email)
        found[row.lead_id] = (who, row.via)
    return found


def _still_holds(before: Gathered, campaign: Campaign) -> bool:
    """Whether what was seen is still so: the same campaign, whatever its rules say by now."""
    return replace(before.campaign, handoff=campaign.handoff) == campaign


def _look(
    tx: Transaction,
    campaign: Campaign,
    ids: Sequence[LeadId],
    answer_by: date,
    progress: Progress | None,
) -> list[Candidate]:
    versions = Versions(tx)
    found: list[Candidate] = []
    for some in chunks(ids):
        if progress is not None:
            progress.report(len(found), len(ids))
        for kept in load_outlines(tx, some):
            story, _ = story_of(versions, campaign, kept)
            # To whom it goes is found out behind this, and said there.
            open_points = lacks(story, receiver=_SOMEBODY, answer_by=answer_by)
            lacking = (*stays(kept), *open_points)
            wish = kept.wish
            found.append(
                Candidate(
                    row=row_of(
                        story,
                        lacks=lacking,
                        one_line=wish.one_line if wish else "",
                        held_by=wish.held_by if wish and kept.is_held_back else "",
                        chosen=wish.receiver if wish else "",
                    ),
                    routable=routable(
                        story,
                        leaves=not lacking and not kept.is_held_back,
                        chosen=wish.receiver if wish else "",
                        chosen_by=wish.chosen_by if wish else "",
                    ),
                    is_held_back=kept.is_held_back,
                )
            )
    return found
