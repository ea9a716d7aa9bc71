"""What comes after this call: the lead kept ready for it, and promises that come due meanwhile."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from qualdesk.core.changes import Changes
from qualdesk.core.company import Colleague, CompanyStrip
from qualdesk.core.errors import PacedOut, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.wording import tr
from qualdesk.desk.along import TakingAlong
from qualdesk.desk.outcomes import labels_of
from qualdesk.desk.situations import SKIPPED
from qualdesk.store import along, queue
from qualdesk.store.callbacks import own_promises
from qualdesk.store.history import note as write_history
from qualdesk.store.leads import load_lead

_LISTED = 4
_LOOKED_AT = 60


@frozen
class OwnPromise:
    """A call this caller promised that is due, or soon will be.

    Attributes:
        due_at: when they are to be called, UTC; ``zone`` is their clock.
        anyone_at: when anybody else may keep it, UTC.
    """

    lead_id: LeadId
    name: str
    zone: str
    due_at: datetime
    anyone_at: datetime


class Ahead(TakingAlong):
    """The next lead while a call goes on. Nothing here changes the lead in hand."""

    def fetch_ahead(self, campaign: str | CampaignId | None = None) -> LeadId | None:
        """Keep the lead that comes next for this caller, so that it is there when the call ends.

        Never a promise, which would be late for as long as the call goes on. When the call
        ends every rule is asked again, and a better lead that came meanwhile goes first. Whoever
        took leads along keeps the first of these, so that none of them waits for long. None when
        nothing can be kept, or when a team's limit says: not yet.

        Raises:
            NotFound: there is no such campaign.
        """
        try:
            with self._store.transaction() as tx:
                kept = queue.held(tx, self._caller, "next")
                if kept is None:
                    of = self._calls_for(tx, campaign)
                    kept = self._from_along(tx, of, "next")
                    kept = kept or queue.claim_next(tx, self._caller, of, "next")
                return kept.lead_id if kept else None
        except PacedOut:
            # Nobody waits for it yet: it is asked again when the call ends.
            return None

    def let_go_ahead(self) -> Changes:
        """Give back the lead kept for after the call, and what was taken along.

        A break begins, or the day is over.
        """
        with self._store.transaction() as tx:
            gone = along.let_go_along(tx, self._caller)
            kept = queue.held(tx, self._caller, "next")
            if kept is not None:
                queue.let_go_ahead(tx, self._caller)
                gone |= {kept.lead_id}
            return Changes(leads=gone, queue=bool(gone))

    def promises_due(self, within: timedelta = timedelta()) -> tuple[OwnPromise, ...]:
        """The calls this caller promised that nobody makes yet, the earliest first.

        Those whose time has come, or comes ``within`` that time, and those the caller wants to
        be reminded of by now.
        """
        with self._store.reading() as tx:
            return tuple(
                OwnPromise(
                    lead_id=LeadId(row.lead_id),
                    name=row.name,
                    zone=row.zone,
                    due_at=row.due_at,
                    anyone_at=row.due_at + timedelta(seconds=row.grace_seconds),
                )
                for row in own_promises(tx, self._caller, tx.now + within)
            )

    def make_next(self, lead_id: LeadId) -> Changes:
        """Keep this lead as the next one, in place of the one that was kept.

        Raises:
            NotFound: there is no such lead.
            Refused: somebody else has it.
            NotNow: they asked not to be called.
        """
        with self._store.transaction() as tx:
            before = queue.held(tx, self._caller, "next")
            if before is not None and before.lead_id != lead_id:
                queue.let_go_ahead(tx, self._caller)
            queue.claim_lead(tx, lead_id, self._caller, "next")
            write_history(tx, self._caller, "kept as next", "lead", lead_id)
        return Changes(leads=frozenset({lead_id}), queue=True)

    def give_to_anyone(self, lead_id: LeadId) -> Changes:
        """Let anybody keep a promise of this caller, from its time on.

        Raises:
            NotFound: there is no such lead.
            Refused: it is not this caller's promise any more, or somebody has the lead.
        """
        from qualdesk.store import giving

        with self._store.transaction() as tx:
            found = giving.given(tx, lead_id)
            if found.holder and found.holder != self._caller:
                raise Refused(tr("{holder} has this lead now.", holder=found.holder))
            if found.owner != self._caller:
                raise Refused(tr("This promise is not yours any more."))
            if found.next_of == self._caller:
                queue.release(tx, lead_id, found.token)
            giving.give_up(tx, lead_id, self._caller)
            write_history(tx, self._caller, "gave a promise to anyone", "lead", lead_id)
        return Changes(leads=frozenset({lead_id}), queue=True)

    def company(self, lead_id: LeadId) -> CompanyStrip:
        """Who else is at the lead's company, who called them, and what came of it.

        Raises:
            NotFound: there is no such lead.
        """
        from qualdesk.store import colleagues

        labels = labels_of(self._catalogue) | {SKIPPED: tr("Skipped")}
        with self._store.reading() as tx:
            contact = load_lead(tx, lead_id).contact
            if contact.company is None:
                return CompanyStrip(company=contact.company_name)
            yours_until = colleagues.talks_until(tx, lead_id, self._caller)
            is_paced = tx.dialect.acts_only
            if not is_paced:
                found = colleagues.colleagues_of(tx, lead_id, labels, most=_LOOKED_AT)
                there = len(found)
        if is_paced:
            found, there = self._colleagues_named(lead_id, labels)
        return CompanyStrip(
            company=contact.company_name,
            colleagues=found[:_LISTED],
            more=max(there - _LISTED, 0),
            yours_until=yours_until,
        )

    def _colleagues_named(
        self, lead_id: LeadId, labels: Mapping[str, str]
    ) -> tuple[tuple[Colleague, ...], int]:
        """In a team: names and how they stand, counted and logged; none once that was enough."""
        from qualdesk.store import colleagues

        try:
            with self._store.quietly(), self._store.transaction() as tx:
                return colleagues.colleagues_named(tx, lead_id, labels)
        except PacedOut:
            return (), 0
