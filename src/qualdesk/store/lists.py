"""Writing a list into the workspace: in short chunks nobody may call from, then published."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.campaigns import Campaign
from qualdesk.core.events import Attendance
from qualdesk.core.ids import CampaignId, ContactId, LeadId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import TouchpointKind
from qualdesk.store.bulk import insert_many
from qualdesk.store.cells import open_cells_of
from qualdesk.store.database import Transaction
from qualdesk.store.draft_places import DraftPlaces
from qualdesk.store.drafts import TOUCHPOINT, Draft, companies_in
from qualdesk.store.keyed_lists import stop_people
from qualdesk.store.list_journal import Journal
from qualdesk.store.list_plan import ListPlan, Share
from qualdesk.store.list_turns import PUBLISHED, ListFacts, Turn
from qualdesk.store.list_updates import Updated, as_known, silence, update_people
from qualdesk.store.list_verdicts import (
    LEFT_OUT,
    MERGED,
    NEW,
    UPDATED,
    Judge,
    Verdict,
    Verdicts,
)
from qualdesk.store.people import CONTACT, EMAIL, PHONE, companies_of
from qualdesk.store.permissions import call_again
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_lists import intake_row, lead_list
from qualdesk.store.schema_people import contact, contact_email, contact_phone
from qualdesk.store.search_words import keep_names
from qualdesk.store.stacks import sort
from qualdesk.store.suppression import Fingerprints
from qualdesk.store.wash import SUPPRESSED

__all__ = [
    "LEFT_OUT",
    "MERGED",
    "NEW",
    "UPDATED",
    "ListFacts",
    "ListWriter",
    "Outcome",
    "foretell",
    "loaded_before",
]

_LEAD = (
    *("id", "campaign_id", "contact_id", "cell_id", "stack_id", "external_id", "signals", "state"),
    *("state_reason", "ready", "wake_at", "rested_at", "closes_at", "made_at"),
)
_ROW = ("list_id", "row_number", "raw", "result", "reason", "lead_id", "row_hash", "attendance")
_ZONES = CONTACT.index("zones")


@dataclass(kw_only=True, slots=True)
class Outcome:
    """What became of a list so far, or would.

    Attributes:
        lead_ids: the lead of each row in the order of the rows, 0 for none.
        research: new leads without a number that can be dialled.
        zone_unknown: new leads of whom nobody knows what time it is there.
        giveaway: new leads who came only for the giveaway.
        silenced: leads that left the queue because the list asks for it.
    """

    campaign_id: CampaignId
    list_id: ListId | None = None
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys((NEW, UPDATED, MERGED, LEFT_OUT), 0)
    )
    lead_ids: "array[int]" = field(default_factory=lambda: array("q"))
    research: int = 0
    zone_unknown: int = 0
    giveaway: int = 0
    silenced: list[LeadId] = field(default_factory=list)

    def count(self, verdicts: Iterable[Verdict]) -> None:
        """Add rows to the sums."""
        for verdict in verdicts:
            self.counts[verdict.result] += 1

    def count_new(self, draft: Draft) -> None:
        """Add what must be known of a new lead."""
        self.research += bool(draft.research)
        self.zone_unknown += not draft.research and draft.person[_ZONES] == "[]"
        self.giveaway += draft.is_only_giveaway


def loaded_before(tx: Transaction, campaign: Campaign, sha256: str) -> datetime | None:
    """When a file with the same bytes was loaded into the campaign, None when it never was."""
    query = sa.select(lead_list.c.loaded_at).where(
        lead_list.c.campaign_id == campaign.id,
        lead_list.c.sha256 == sha256,
        lead_list.c.state == PUBLISHED,
    )
    return tx.connection.scalar(query.order_by(lead_list.c.id.desc()).limit(1))


def foretell(tx: Transaction, judge: Judge, share: Share, told: Outcome) -> Verdicts:
    """What writing these rows would come to. Nothing is written."""
    decided = judge.decide(tx, share)
    told.count(decided.of_rows)
    told.lead_ids.extend([0] * len(share.rows))
    new = {one.number: one for one in decided.of_rows if one.result == NEW}
    known = {number: one.person for number, one in new.items() if one.person is not None}
    drafts = {**{n: share.drafts[n] for n in new}, **as_known(tx, known, share.drafts)}
    for draft in drafts.values():
        told.count_new(draft)
    return decided


class ListWriter:
    """Writes a list some rows at a time, each time within the transaction it is handed."""

    def __init__(
        self, campaign: Campaign, plan: ListPlan, judge: Judge, prints: Fingerprints, turn: Turn
    ) -> None:
        self._campaign = campaign
        self._plan = plan
        self._judge = judge
        self._prints = prints
        self._turn = turn
        self._journal = Journal(list_id=turn.list_id)
        self._stands = DraftPlaces(campaign, turn.list_id)
        # The leads of first rows that later rows are merged into.
        self._lead_of_first: dict[int, LeadId] = {}
        self.told = Outcome(campaign_id=campaign.id, list_id=turn.list_id)

    def write(self, tx: Transaction, share: Share) -> Verdicts:
        """Write the next rows; nobody is called from them before the list is published.

        Raises:
            Refused: another desk took the list over meanwhile.
        """
        # Who is named on a call at this moment is added before these rows or after them.
        tx.dialect.one_at_a_time(tx.connection, "people")
        decided = self._judge.decide(tx, share)
        leads = self._leads(tx, share, decided.of_rows)
        self._rows(tx, share, decided.of_rows, leads)
        silenced = silence(tx, self._campaign.id, decided.silenced, self._journal)
        self._journal.write(tx)
        self.told.silenced += silenced
        self.told.count(decided.of_rows)
        self._turn.renew(tx, rows=len(self.told.lead_ids), **self.told.counts)
        return decided

    def publish(self, tx: Transaction) -> None:
        """Let the leads be called: a few rows change, however long the list is.

        Raises:
            Refused: another desk took the list over meanwhile.
        """
        # Nobody makes a cell for the same clocks at this moment.
        tx.dialect.one_at_a_time(tx.connection, "people")
        self._turn.end(tx, state=PUBLISHED)
        open_cells_of(tx, self._turn.list_id)
        call_again(tx, self._turn.list_id)

    def _leads(self, tx: Transaction, share: Share, rows: Sequence[Verdict]) -> dict[int, LeadId]:
        """The leads of a chunk: new people, new leads of known people, updates."""
        mine = [one for one in rows if one.result in {NEW, UPDATED}]
        late = [one for one in rows if one.result == MERGED and one.person is not None]
        drafts = share.drafts
        fresh = {one.number: drafts[one.number] for one in mine if one.person is None}
        people = self._add_people(tx, fresh)
        known = [_updated(one, drafts) for one in mine if one.person is not None]
        update_people(tx, known, self._prints, self._journal)
        # A known person who is new here: where they are and can be reached is known.
        new_here = {one.row: one.contact_id for one in known if one.lead_id is None}
        leads = {one.row: one.lead_id for one in known if one.lead_id is not None}
        new = {**fresh, **as_known(tx, new_here, drafts)} if new_here else fresh
        leads.update(self._add_leads(tx, {**people, **new_here}, new))
        # The workspace knows more of them than their row says.
        sort(tx, [leads[row] for row in new_here])
        self._remember(leads, late)
        late_ones = [
            _updated(one, drafts, one.lead or self._lead_of_first.get(one.first)) for one in late
        ]
        update_people(tx, late_ones, self._prints, self._journal)
        touched = {*people.values(), *(one.contact_id for one in (*known, *late_ones))}
        stop_people(tx, self._campaign.client, touched)
        for one in rows:
            if one.result == MERGED:
                leads[one.number] = one.lead or self._lead_of_first[one.first]
                if one.number in self._plan.others:
                    self._lead_of_first[one.number] = leads[one.number]
        return leads

    def _remember(self, leads: Mapping[int, LeadId], late: Sequence[Verdict]) -> None:
        wanted = {one.first for one in late}
        for number, lead_id in leads.items():
            if number in self._plan.others or number in wanted:
                self._lead_of_first[number] = lead_id

    def _add_people(self, tx: Transaction, drafts: Mapping[int, Draft]) -> dict[int, ContactId]:
        if not drafts:
            return {}
        companies = companies_of(tx, companies_in(drafts.values()), self._prints)
        ids = tx.dialect.new_ids(tx.connection, contact, len(drafts))
        self._judge.own.add(ids)
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
        keep_names(tx, [(row[0], row[2 + CONTACT.index("name_key")]) for row in contacts])
        insert_many(tx, contact_phone, ("contact_id", "position", *PHONE), phones)
        insert_many(tx, contact_email, ("contact_id", "position", *EMAIL), emails)
        return people

    def _add_leads(
        self, tx: Transaction, people: Mapping[int, ContactId], drafts: Mapping[int, Draft]
    ) -> dict[int, LeadId]:
        if not people:
            return {}
        ids = tx.dialect.new_ids(tx.connection, lead, len(people))
        made_at = tx.dialect.moment(tx.now)
        added: dict[int, LeadId] = {}
        leads: list[tuple[Any, ...]] = []
        did: list[tuple[Any, ...]] = []
        for (number, person), new_id in zip(people.items(), ids, strict=True):
            draft = drafts[number]
            self.told.count_new(draft)
            added[number] = LeadId(new_id)
            stands = self._standing(tx, draft)
            leads.append((new_id, self._campaign.id, person, *stands, made_at))
            did.extend((new_id, *_done(tx, done)) for done in draft.touchpoints)
        insert_many(tx, lead, _LEAD, leads)
        insert_many(tx, touchpoint, ("lead_id", *TOUCHPOINT), did)
        return added

    def _standing(self, tx: Transaction, draft: Draft) -> tuple[Any, ...]:
        """A new lead's values from its cell to when it closes."""
        moment = tx.dialect.moment
        there, in_stack, signals = self._stands.of(tx, draft)
        opens = datetime.fromisoformat(draft.opens_at) if draft.opens_at else None
        closes = datetime.fromisoformat(draft.closes_at) if draft.closes_at else None
        rests = opens is not None and opens > tx.now
        is_ready = draft.bucket is Bucket.WAITING and not rests
        return (
            there,
            in_stack,
            draft.external_id,
            signals,
            draft.bucket.value,
            draft.research,
            is_ready,
            moment(opens) if opens and rests else None,
            moment(opens if opens and rests else tx.now),
            moment(closes) if closes else None,
        )

    def _rows(
        self,
        tx: Transaction,
        share: Share,
        verdicts: Sequence[Verdict],
        leads: Mapping[int, LeadId],
    ) -> None:
        """What became of each row, beside the row as it was."""
        kept: list[tuple[Any, ...]] = []
        list_id = self._turn.list_id
        for row, one in zip(share.rows, verdicts, strict=True):
            lead_id = leads.get(one.number)
            self.told.lead_ids.append(lead_id or 0)
            came = self._attendance(share.drafts.get(one.number)) if lead_id else ""
            told = (one.result, one.reason, lead_id, row.hash, came)
            # Of whom nobody may call nothing is kept but fingerprints: they may be erased.
            raw = "[]" if one.reason == SUPPRESSED else row.raw
            kept.append((list_id, one.number, raw, *told))
        insert_many(tx, intake_row, _ROW, kept)

    def _attendance(self, draft: Draft | None) -> str:
        """Whether somebody registered or came, where the list says who did."""
        if draft is None or not self._judge.choices.is_about_event:
            return ""
        if self._judge.choices.are_registered:
            return Attendance.REGISTERED.value
        came = any(kind == TouchpointKind.ATTENDED.value for kind, *_ in draft.touchpoints)
        return (Attendance.ATTENDED if came else Attendance.NO_SHOW).value


def _updated(one: Verdict, drafts: Mapping[int, Draft], lead_id: LeadId | None = None) -> Updated:
    assert one.person is not None
    return Updated(
        row=one.number,
        contact_id=one.person,
        draft=drafts[one.number],
        lead_id=lead_id or one.lead,
    )


def _done(tx: Transaction, done: Sequence[str]) -> tuple[Any, ...]:
    kind, says, at, *rest = done
    when = tx.dialect.moment(datetime.fromisoformat(at)) if at else None
    return (kind, says, when, *rest)
