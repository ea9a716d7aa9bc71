"""Publishing a list: in one transaction every row becomes what the plan says, or nothing does."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import CampaignId, ContactId, LeadId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.core.progress import Progress
from qualdesk.store.bulk import chunks, insert_many
from qualdesk.store.cells import cell_for
from qualdesk.store.database import Transaction
from qualdesk.store.drafts import TOUCHPOINT, Draft, companies_in
from qualdesk.store.keyed_lists import stop_people
from qualdesk.store.list_plan import ListPlan
from qualdesk.store.list_updates import Updated, as_known, leads_of, silence, update_people
from qualdesk.store.people import CONTACT, EMAIL, PHONE, companies_of
from qualdesk.store.schema import (
    contact,
    contact_email,
    contact_phone,
    intake_row,
    lead,
    lead_list,
    touchpoint,
)
from qualdesk.store.staging import StagedRow, Staging
from qualdesk.store.suppression import Fingerprints

_LEAD = (
    *("id", "campaign_id", "contact_id", "cell_id", "external_id", "signals", "rank", "state"),
    *("state_reason", "ready", "wake_at", "closes_at", "made_at"),
)
_ZONES = CONTACT.index("zones")
_AT_ONCE = 1000
NEW, UPDATED, MERGED, LEFT_OUT = "new", "updated", "merged", "left_out"


@dataclass(frozen=True, kw_only=True, slots=True)
class ListFacts:
    """What is known of a list before it is loaded."""

    file_name: str
    sha256: str
    mapping: Mapping[str, Any]
    loaded_by: str


@dataclass(kw_only=True, slots=True)
class Published:
    """What became of a list, or would; ``lead_ids`` are by the rows' numbers.

    Attributes:
        research: new leads without a number that can be dialled.
        zone_unknown: new leads of whom nobody knows what time it is there.
        giveaway: new leads who came only for the giveaway.
        silenced: leads that left the queue because the list asks for it.
    """

    campaign_id: CampaignId
    list_id: ListId | None = None
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(
        (NEW, UPDATED, MERGED, LEFT_OUT), 0))  # fmt: skip
    lead_ids: dict[int, LeadId] = field(default_factory=dict)
    research: int = 0
    zone_unknown: int = 0
    giveaway: int = 0
    silenced: tuple[LeadId, ...] = ()


def loaded_before(tx: Transaction, campaign: Campaign, sha256: str) -> datetime | None:
    """When a file with the same bytes was loaded into the campaign, None when it never was."""
    query = sa.select(lead_list.c.loaded_at).where(
        lead_list.c.campaign_id == campaign.id,
        lead_list.c.sha256 == sha256,
        lead_list.c.state == "published",
    )
    return tx.connection.scalar(query.order_by(lead_list.c.id.desc()).limit(1))


def reason_of(row: StagedRow, plan: ListPlan) -> str:
    """Why a row becomes no lead, empty when it does."""
    return row.left_out or plan.left_out.get(plan.first.get(row.number, row.number), "")


def result_of(row: StagedRow, plan: ListPlan, has_lead: Mapping[ContactId, Any]) -> str:
    """What becomes of a row; ``has_lead`` are the people who are in the campaign already."""
    if reason_of(row, plan):
        return LEFT_OUT
    if row.number in plan.first:
        return MERGED
    return UPDATED if plan.known.get(row.number) in has_lead else NEW


def foretold(tx: Transaction, campaign: Campaign, plan: ListPlan, staged: Staging) -> Published:
    """What publishing would come to. Nothing is written."""
    told = Published(campaign_id=campaign.id)
    has_lead = leads_of(tx, campaign.id, plan.known.values())
    for row in staged.rows():
        result = result_of(row, plan, has_lead)
        told.counts[result] += 1
        if result == NEW and row.draft:
            draft = plan.draft(staged, row.number, row.draft)
            told.research += bool(draft.research)
            told.zone_unknown += not draft.research and draft.person[_ZONES] == "[]"
            told.giveaway += draft.is_only_giveaway
    return told


class Publisher:
    """Writes a staged list into the workspace, within the transaction it is handed."""

    def __init__(
        self, tx: Transaction, campaign: Campaign, plan: ListPlan, prints: Fingerprints
    ) -> None:
        self._tx = tx
        self._campaign = campaign
        self._plan = plan
        self._prints = prints
        self._now = tx.dialect.moment(tx.now)
        self._cells: dict[str, int] = {}
        self._has_lead = leads_of(tx, campaign.id, plan.known.values())
        self._result = Published(campaign_id=campaign.id)

    def publish(self, staged: Staging, facts: ListFacts, progress: Progress) -> Published:
        """Write all of it."""
        list_id = self._result.list_id = self._add_list(facts)
        done = 0
        for rows in chunks(staged.rows(), _AT_ONCE):
            self._leads(staged, rows)
            self._rows(list_id, rows)
            done += len(rows)
            progress.report(done, staged.count, "Saving")
        self._result.silenced = silence(self._tx, self._campaign.id, self._plan.silenced)
        self._tx.connection.execute(
            lead_list.update()
            .where(lead_list.c.id == list_id)
            .values(state="published", rows=staged.count, **self._result.counts)
        )
        return self._result

    def _add_list(self, facts: ListFacts) -> ListId:
        return ListId(
            self._tx.connection.execute(
                lead_list.insert()
                .values(
                    campaign_id=self._campaign.id,
                    file_name=facts.file_name,
                    sha256=facts.sha256,
                    mapping=dict(facts.mapping),
                    loaded_by=facts.loaded_by,
                    loaded_at=self._tx.now,
                )
                .returning(lead_list.c.id)
            ).scalar_one()
        )

    def _leads(self, staged: Staging, rows: Sequence[StagedRow]) -> None:
        """The leads of a chunk: new people, new leads of known people, updates."""
        drafts = {
            row.number: self._plan.draft(staged, row.number, row.draft)
            for row in rows
            if row.draft and row.number not in self._plan.first and not reason_of(row, self._plan)
        }
        known = {n: self._plan.known[n] for n in drafts if n in self._plan.known}
        fresh = {n: draft for n, draft in drafts.items() if n not in known}
        people = {**known, **self._add_people(fresh)}
        updates = [
            Updated(contact_id=person, draft=drafts[n], lead_id=self._has_lead.get(person))
            for n, person in known.items()
        ]
        update_people(self._tx, self._campaign, updates, self._prints)
        has_lead = {n: self._has_lead[who] for n, who in known.items() if who in self._has_lead}
        self._result.lead_ids.update(has_lead)
        drafts.update(as_known(self._tx, {n: known[n] for n in known if n not in has_lead}, drafts))
        self._add_leads({n: people[n] for n in drafts if n not in has_lead}, drafts)
        stop_people(self._tx, self._campaign.client, people.values())

    def _add_people(self, drafts: Mapping[int, Draft]) -> dict[int, ContactId]:
        tx = self._tx
        companies = companies_of(tx, companies_in(drafts.values()), self._prints)
        ids = tx.dialect.new_ids(tx.connection, contact, len(drafts)) if drafts else ()
        people = {number: ContactId(new) for number, new in zip(drafts, ids, strict=True)}
        contacts: list[tuple[Any, ...]] = []
        phones: list[tuple[Any, ...]] = []
        emails: list[tuple[Any, ...]] = []
        for number, draft in drafts.items():
            person = people[number]
            works_at = companies[draft.company[0]] if draft.company else None
            contacts.append((person, works_at, *draft.values_of_person(self._prints)))
            phones.extend((person, at, *phone) for at, phone in enumerate(draft.phones))
            emails.extend((person, at, *email) for at, email in enumerate(draft.emails))
        insert_many(tx, contact, ("id", "company_id", *CONTACT), contacts)
        insert_many(tx, contact_phone, ("contact_id", "position", *PHONE), phones)
        insert_many(tx, contact_email, ("contact_id", "position", *EMAIL), emails)
        return people

    def _add_leads(self, people: Mapping[int, ContactId], drafts: Mapping[int, Draft]) -> None:
        tx = self._tx
        ids = tx.dialect.new_ids(tx.connection, lead, len(people)) if people else ()
        self._result.research += sum(bool(drafts[number].research) for number in people)
        self._result.zone_unknown += sum(
            not drafts[n].research and drafts[n].person[_ZONES] == "[]" for n in people
        )
        self._result.giveaway += sum(drafts[number].is_only_giveaway for number in people)
        leads: list[tuple[Any, ...]] = []
        did: list[tuple[Any, ...]] = []
        for (number, person), new_id in zip(people.items(), ids, strict=True):
            draft = drafts[number]
            self._result.lead_ids[number] = LeadId(new_id)
            leads.append((new_id, self._campaign.id, person, *self._standing(draft)))
            did.extend((new_id, *self._done(done)) for done in draft.touchpoints)
        insert_many(tx, lead, _LEAD, leads)
        insert_many(tx, touchpoint, ("lead_id", *TOUCHPOINT), did)

    def _standing(self, draft: Draft) -> tuple[Any, ...]:
        """A new lead's values from its cell on."""
        tx, moment = self._tx, self._tx.dialect.moment
        signals, rank = draft.standing(self._campaign.source_type)
        opens = datetime.fromisoformat(draft.opens_at) if draft.opens_at else None
        closes = datetime.fromisoformat(draft.closes_at) if draft.closes_at else None
        rests = opens is not None and opens > tx.now
        is_ready = draft.bucket is Bucket.WAITING and not rests
        return (
            self._cell(draft.person[_ZONES]),
            draft.external_id,
            signals,
            rank,
            draft.bucket.value,
            draft.research,
            is_ready,
            moment(opens) if opens and rests else None,
            moment(closes) if closes else None,
            self._now,
        )

    def _done(self, done: Sequence[str]) -> tuple[Any, ...]:
        kind, says, at, *rest = done
        when = self._tx.dialect.moment(datetime.fromisoformat(at)) if at else None
        return (kind, says, when, *rest)

    def _cell(self, zones: str) -> int:
        if zones not in self._cells:
            self._cells[zones] = cell_for(self._tx, self._campaign.id, json.loads(zones))
        return self._cells[zones]

    def _rows(self, list_id: ListId, rows: Sequence[StagedRow]) -> None:
        """What became of each row, beside the row as it was."""
        kept = []
        for row in rows:
            result, reason = result_of(row, self._plan, self._has_lead), reason_of(row, self._plan)
            first = self._plan.first.get(row.number, row.number)
            lead_id = None if reason else self._result.lead_ids[first]
            if lead_id is not None:
                self._result.lead_ids[row.number] = lead_id
            self._result.counts[result] += 1
            kept.append((list_id, row.number, row.raw, result, reason, lead_id))
        columns = ("list_id", "row_number", "raw", "result", "reason", "lead_id")
        insert_many(self._tx, intake_row, columns, kept)
