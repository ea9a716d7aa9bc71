"""What becomes of rows when the workspace is asked: who is known, who may not be called."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import sqlalchemy as sa

from qualdesk.core.campaigns import Campaign
from qualdesk.core.identity import names_agree
from qualdesk.core.ids import CampaignId, ContactId, LeadId
from qualdesk.core.list_choices import NO_CHOICES, IfKnown, ListChoices
from qualdesk.core.wording import tr_later
from qualdesk.store import matches
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.list_plan import ANOTHER_SAID_NO, ListPlan, Share, share_of
from qualdesk.store.list_updates import leads_of
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import intake_row, lead_list
from qualdesk.store.schema_people import contact
from qualdesk.store.staging import StagedRow, Staging
from qualdesk.store.suppression import Fingerprints
from qualdesk.store.wash import SUPPRESSED, not_to_be_called

NEW, UPDATED, MERGED, LEFT_OUT = "new", "updated", "merged", "left_out"
KNOWN = tr_later("They are known already.")
IN_EARLIER = tr_later("In an earlier list.")


class Verdict(NamedTuple):
    """What becomes of one row.

    Attributes:
        reason: why it is left out.
        first: the row it is merged into, its own number otherwise.
        person: who it is when the workspace knows them, ``lead`` theirs in the campaign.
        is_known: whether the workspace knows them, also where that makes no difference.
        was_read: whether the row itself says why it is left out.
    """

    number: int
    result: str
    reason: str
    first: int
    person: ContactId | None = None
    lead: LeadId | None = None
    is_known: bool = False
    was_read: bool = False


@dataclass(kw_only=True, slots=True)
class Verdicts:
    """What becomes of some rows, in their order, and whom they ask not to contact."""

    of_rows: list[Verdict] = field(default_factory=list)
    silenced: set[ContactId] = field(default_factory=set)


class OwnPeople:
    """The people a list has brought so far: its later rows were compared with them already."""

    def __init__(self) -> None:
        self._ids = array("q")

    def __contains__(self, person: int) -> bool:
        at = bisect_left(self._ids, person)
        return at < len(self._ids) and self._ids[at] == person

    def add(self, ids: Sequence[int]) -> None:
        """Remember more of them; numbers only grow."""
        self._ids.extend(ids)

    def are_alone(self, tx: Transaction) -> bool:
        """Whether nobody else is in the workspace: then nobody can be known."""
        # Who else adds somebody waits for its turn to: later ones have higher numbers.
        first, last = (self._ids[0], self._ids[-1]) if self._ids else (0, -1)
        if last - first + 1 != len(self._ids):
            return False
        return not tx.connection.scalar(_OTHERS, {"first": first, "last": last})


class Judge:
    """Decides about the rows of a list, some at a time, by what the workspace says then.

    Others work on meanwhile: whoever says "do not call", or is named on a call, while the
    list is being loaded is seen by the rows that come after.
    """

    def __init__(
        self,
        staged: Staging,
        plan: ListPlan,
        campaign: Campaign,
        prints: Fingerprints,
        choices: ListChoices = NO_CHOICES,
    ) -> None:
        self.own = OwnPeople()
        self._staged = staged
        self._plan = plan
        self._campaign = campaign
        self._prints = prints
        self._choices = choices
        # Why first rows that others are merged into are left out.
        self._reasons: dict[int, str] = {}
        self._said_no: set[ContactId] = set()

    @property
    def choices(self) -> ListChoices:
        """What a person decided about the list."""
        return self._choices

    def look_ahead(self, tx: Transaction) -> None:
        """Find whom any row of the list asks not to contact, and what earlier lists had."""
        for rows in chunks(self._staged.that_say_no()):
            share = share_of(self._staged, self._plan, rows)
            for row in rows:
                # Who said so in a row that is merged into another is looked for as well.
                if row.draft:
                    share.drafts.setdefault(row.number, row.draft)
            self._said_no.update(self._known(tx, share).values())
        if self._choices.only_new:
            self._staged.keep_earlier(_external_ids(tx, self._campaign.id))

    def decide(self, tx: Transaction, share: Share) -> Verdicts:
        """What becomes of these rows; they must come in the order of the file."""
        known = self._known(tx, share)
        has_lead = leads_of(tx, self._campaign.id, known.values())
        taken = self._staged.taken(known.values()) if known else {}
        no_call = self._suppressed(tx, share)
        earlier = self._in_earlier(tx, has_lead.values()) if self._choices.only_new else set()
        told = Verdicts()
        fresh: dict[ContactId, int] = {}
        for row in share.rows:
            person = known.get(row.number)
            lead_id = has_lead.get(person) if person is not None else None
            reason = self._reason(row, person, no_call)
            if person is not None and (row.says_no or reason == ANOTHER_SAID_NO):
                told.silenced.add(person)
            if not reason and row.number not in self._plan.first:
                reason = self._by_choice(row, person, is_earlier=lead_id in earlier)
            verdict = self._verdict(row, reason, person, lead_id, taken)
            if verdict.result in {NEW, UPDATED} and verdict.person is not None:
                fresh[verdict.person] = taken[verdict.person] = row.number
            told.of_rows.append(verdict)
        self._staged.take(fresh)
        why = {one.number: one.reason for one in told.of_rows if one.reason and not one.was_read}
        self._staged.leave_out(why)
        return told

    def _verdict(
        self,
        row: StagedRow,
        reason: str,
        person: ContactId | None,
        lead_id: LeadId | None,
        taken: Mapping[ContactId, int],
    ) -> Verdict:
        number = row.number
        if number in self._plan.others and reason:
            self._reasons[number] = self._plan.left_out.get(number, reason)
        if reason:
            return Verdict(number, LEFT_OUT, reason, number, was_read=bool(row.left_out))
        if number in self._plan.first:
            return Verdict(number, MERGED, "", self._plan.first[number])
        if person is None or self._choices.if_known is IfKnown.KEEP_BOTH:
            return Verdict(number, NEW, "", number, is_known=person is not None)
        if person in taken:
            first = taken[person]
            if not names_agree(self._name(first), self._name(number)):
                # Somebody without a name is known under a number both have: the first is them.
                return Verdict(number, NEW, "", number)
            self._plan.first[number] = first
            return Verdict(number, MERGED, "", first, person, lead_id)
        result = UPDATED if lead_id else NEW
        return Verdict(number, result, "", number, person, lead_id, is_known=True)

    def _reason(self, row: StagedRow, person: ContactId | None, no_call: set[int]) -> str:
        number = row.number
        first = self._plan.first.get(number)
        if row.left_out or first is not None:
            return row.left_out or self._reasons.get(first or 0, "")
        if person in self._said_no:
            return ANOTHER_SAID_NO
        return self._plan.left_out.get(number) or (SUPPRESSED if number in no_call else "")

    def _by_choice(self, row: StagedRow, person: ContactId | None, *, is_earlier: bool) -> str:
        """Why a row stays out because the person who loads the list wants it so."""
        if self._choices.only_new:
            external = row.draft.external_id if row.draft else ""
            if is_earlier or (external and self._staged.was_earlier(external)):
                return IN_EARLIER
        return KNOWN if person is not None and self._choices.if_known is IfKnown.SKIP else ""

    def _name(self, number: int) -> str:
        draft = self._staged.row(number).draft
        return self._plan.keys(number, draft).name if draft else ""

    def _known(self, tx: Transaction, share: Share) -> dict[int, ContactId]:
        """The rows whose people the workspace knows, but not from this list."""
        if self.own.are_alone(tx):
            return {}
        keys_of_row, having = share.keys(), dict[str, set[ContactId]]()
        for some in chunks({one for keys in keys_of_row.values() for one in keys.each()}, 5000):
            for key, people in matches.people_with(tx, some).items():
                others = {person for person in people if person not in self.own}
                if others:
                    having[key] = others
        people = {person for some in having.values() for person in some}
        keys_of = matches.keys_of_people(tx, people) if people else {}
        known: dict[int, ContactId] = {}
        for number, keys in keys_of_row.items() if people else ():
            person = matches.who_is(keys, having, keys_of)
            if person is not None:
                known[number] = person
        known.update(self._known_by_row(tx, share, known))
        return known

    def _known_by_row(
        self, tx: Transaction, share: Share, known: Mapping[int, ContactId]
    ) -> dict[int, ContactId]:
        """The rows nobody can be recognised by that stood in an earlier list as they are."""
        hashes = {row.number: row.hash for row in share.rows
                  if row.number in share.drafts and row.number not in known}  # fmt: skip
        asked = {one for one in hashes.values() if one}
        having = matches.people_of_rows(tx, self._campaign.id, asked) if asked else {}
        if not having:
            return {}
        people = [person for some in having.values() for person in some]
        gone = {*known.values(), *self._staged.taken(people)}
        found: dict[int, ContactId] = {}
        for number, row_hash in hashes.items():
            # The same row twice is two people whom nobody can tell apart: one each.
            candidates = [one for one in having.get(row_hash, ()) if one not in self.own]
            free = [one for one in candidates if one not in gone]
            if candidates:
                found[number] = free[0] if free else candidates[-1]
                gone.add(found[number])
        return found

    def _suppressed(self, tx: Transaction, share: Share) -> set[int]:
        """The rows of whoever must not be called by this client, or on none of their numbers."""
        drafts = {row.number: share.drafts[row.number] for row in share.rows
                  if row.number in share.drafts and not row.left_out}  # fmt: skip
        return not_to_be_called(tx, self._campaign.client, drafts, self._prints)

    def _in_earlier(self, tx: Transaction, leads: Iterable[LeadId]) -> set[LeadId | None]:
        """Those of the leads that an earlier list of the campaign had."""
        query = (
            sa.select(intake_row.c.lead_id)
            .join(lead_list, lead_list.c.id == intake_row.c.list_id)
            .where(lead_list.c.state == "published")
        )
        found: set[LeadId | None] = set()
        for some in chunks(leads):
            asked = query.where(intake_row.c.lead_id.in_(some))
            found.update(LeadId(one) for one in tx.connection.scalars(asked) if one)
        return found


def _external_ids(tx: Transaction, campaign_id: CampaignId) -> Iterable[str]:
    query = sa.select(lead.c.external_id).where(
        lead.c.campaign_id == campaign_id, lead.c.external_id != ""
    )
    return tx.connection.scalars(query)


# Built once: it is asked for every few rows of a list. As two questions of one end each: both
# in one condition SQLite answers by reading every person there is.
_OTHERS = sa.select(
    sa.or_(
        sa.exists().where(contact.c.id < sa.bindparam("first")),
        sa.exists().where(contact.c.id > sa.bindparam("last")),
    )
)
