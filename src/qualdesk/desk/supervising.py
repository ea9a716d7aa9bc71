"""A supervisor's hand on the queue: what comes first, what comes last, and what stays out."""

from collections.abc import Iterable
from datetime import date

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.errors import Refused
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.members import Away
from qualdesk.core.override_costs import OverrideCost, Said, costs_of
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, within
from qualdesk.desk.giving import Giving
from qualdesk.desk.supervised import Supervised
from qualdesk.store import campaigns as kept
from qualdesk.store import overrides, rule_overrides
from qualdesk.store.database import Transaction
from qualdesk.store.history import note
from qualdesk.store.members import find_member, keep_absences
from qualdesk.store.stacks import sort
from qualdesk.store.talks import let_go_of

_WEIGHTS = range(10, 1001)
_WHOLE = 100


class Supervising(Giving):
    """What a supervisor says about the order of the queue. Each word is undone by its opposite."""

    def words(self) -> tuple[Said, ...]:
        """What was said about each campaign beside the others, the newest campaign first."""
        with self._store.reading() as tx:
            return overrides.words(tx)

    def costs(self) -> tuple[OverrideCost, ...]:
        """What each word costs as the queue stands now: pins, leads kept out, campaigns' places.

        Over the next hundred calls, beside those the queue would make by their worth alone.
        """
        with self._store.reading() as tx:
            return costs_of(overrides.offers(tx, self._caller), overrides.words(tx))

    def weigh(self, campaign: str | CampaignId, percent: int) -> Supervised:
        """Let a conversation of this campaign count for more or less than one of the others.

        ``percent`` 10 to 1000; 100 is as much as any other.

        Raises:
            NotFound: there is no such campaign.
            Refused: the percentage is out of range.
        """
        if percent not in _WEIGHTS:
            raise Refused(
                tr("A campaign weighs from 10 to 1000 percent; 100 is as much as any other.")
            )
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            overrides.weigh(tx, found.id, percent)
            self._note_campaign(tx, "weighed the campaign", found, percent=percent)
        return _campaign_says(
            tr("“{name}” weighs {percent} percent.", name=found.name, percent=percent), found
        )

    def share(self, campaign: str | CampaignId, percent: int) -> Supervised:
        """Promise this campaign at least so many of every hundred calls while it can be called.

        ``percent`` 0 to 100, 0 for no promise. The shares of all campaigns together are at most
        100.

        Raises:
            NotFound: there is no such campaign.
            Refused: the percentage is out of range, or more than the others leave.
        """
        if not 0 <= percent <= _WHOLE:
            raise Refused(tr("A share is from 0 to 100 percent of the calls."))
        with self._store.transaction() as tx:
            # Two supervisors at once could give away more than there is.
            tx.dialect.one_at_a_time(tx.connection, "shares")
            found = kept.the_campaign(tx, campaign)
            others = sum(one.share for one in overrides.words(tx) if one.campaign_id != found.id)
            if percent and others + percent > _WHOLE:
                left = max(0, _WHOLE - others)
                raise Refused(
                    tr(
                        "The other campaigns have {others} percent of the calls, so {left} percent "
                        "are left. Give that, or take some from another campaign first.",
                        others=others,
                        left=left,
                    )
                )
            overrides.give_share(tx, found.id, percent)
            self._note_campaign(tx, "gave the campaign a share", found, percent=percent)
        if percent:
            says = tr(
                "“{name}” has at least {percent} of 100 calls.", name=found.name, percent=percent
            )
        else:
            says = tr("“{name}” has no share of its own.", name=found.name)
        return _campaign_says(says, found)

    def giveaway_last(self, campaign: str | CampaignId, on: bool) -> Supervised:  # noqa: FBT001 - it is said on or off
        """Call who only took the giveaway after everybody else of all campaigns, or not (Q2).

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            overrides.put_giveaways_last(tx, found.id, is_last=on)
            self._note_campaign(tx, "put giveaways last", found, on=on)
        if on:
            says = tr("Giveaways of “{name}” come last.", name=found.name)
        else:
            says = tr("Giveaways of “{name}” come where their chances put them.", name=found.name)
        return _campaign_says(says, found)

    def pin(self, lead_id: LeadId) -> Supervised:
        """Call this lead before all others, as soon as the rules allow it.

        Raises:
            NotFound: there is no such lead.
            Refused: it is pinned already, kept out, or not open any more.
        """
        with self._store.transaction() as tx:
            place = _open_place(tx, lead_id)
            if place.is_pinned:
                raise Refused(tr("This lead is pinned already."))
            if place.kept_out:
                raise Refused(tr("This lead is kept out of the queue. Let it in first."))
            overrides.pin(tx, lead_id, is_pinned=True)
            sort(tx, [lead_id])
            self._note_lead(tx, "pinned a lead", lead_id)
        return _lead_says(tr("Pinned: first as soon as it may be called."), lead_id)

    def unpin(self, lead_id: LeadId) -> Supervised:
        """Let this lead stand where its chances put it again.

        Raises:
            NotFound: there is no such lead.
            Refused: it is not pinned.
        """
        with self._store.transaction() as tx:
            if not overrides.place_of(tx, lead_id).is_pinned:
                raise Refused(tr("This lead is not pinned."))
            overrides.pin(tx, lead_id, is_pinned=False)
            sort(tx, [lead_id])
            self._note_lead(tx, "unpinned a lead", lead_id)
        return _lead_says(tr("Not pinned any more: it stands where its chances put it."), lead_id)

    def keep_out(self, lead_id: LeadId, because: str) -> Supervised:
        """Keep this lead out of the queue for a reason, until it is let in again.

        It stays in its bucket, and the reason is shown and counted wherever leads are that are
        not offered. A caller who has it in hand may finish the call.

        Raises:
            NotFound: there is no such lead.
            Refused: no reason is given, or it is kept out already, or not open any more.
        """
        reason = " ".join(because.split())
        if not reason:
            raise Refused(tr("Say why this lead is kept out: callers ask."))
        with self._store.transaction() as tx:
            if _open_place(tx, lead_id).kept_out:
                raise Refused(
                    tr("This lead is kept out already. Let it in first to change the reason.")
                )
            overrides.keep_out(tx, lead_id, reason)
            self._note_lead(tx, "kept a lead out", lead_id)
        return _lead_says(tr("Kept out of the queue: {reason}", reason=reason), lead_id)

    def let_in(self, lead_id: LeadId) -> Supervised:
        """Let a lead that was kept out stand in the queue again.

        Raises:
            NotFound: there is no such lead.
            Refused: it is not kept out.
        """
        with self._store.transaction() as tx:
            if not overrides.place_of(tx, lead_id).kept_out:
                raise Refused(tr("This lead is not kept out."))
            overrides.let_in(tx, lead_id)
            self._note_lead(tx, "let a lead in", lead_id)
        return _lead_says(tr("In the queue again."), lead_id)

    def override_rule(self, campaign: str | CampaignId, rule_id: str, because: str) -> Supervised:
        """Let a calling rule of the law not count for this campaign: by its name, for a reason.

        It stops nothing there from now on; each call says that it was set aside, and by whom.

        Raises:
            NotFound: there is no such campaign.
            RuleUnknown: there is no such rule.
            Refused: no reason is given, or it is set aside already.
        """
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            says = rule_overrides.set_aside(tx, found, rule_id, because, by=self._caller)
            self._note_campaign(tx, "set a calling rule aside", found, rule=rule_id)
        return _campaign_says(says, found)

    def withdraw_override(self, campaign: str | CampaignId, rule_id: str) -> Supervised:
        """Let a calling rule count for this campaign again.

        Raises:
            NotFound: there is no such campaign.
            Refused: it is not set aside there.
        """
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            says = rule_overrides.withdraw(tx, found, rule_id)
            self._note_campaign(tx, "let a calling rule count again", found, rule=rule_id)
        return _campaign_says(says, found)

    def set_away(self, caller: str, first: date | None, last: date | None = None) -> Supervised:
        """Say that somebody is away from ``first`` to ``last``, both days included.

        Their call backs are anybody's to keep on those days. Without a last day it is the one
        day; without a first, they are not away any more. What was said of other days stays.

        Raises:
            Refused: the last day comes before the first, nobody is named, or nobody of that
                name works here.
        """
        if not caller.strip():
            raise Refused(tr("Say who is away."))
        away = None if first is None else Away(first=first, last=last or first)
        if away is not None and away.last < away.first:
            raise Refused(tr("The last day away comes before the first."))
        with self._store.transaction() as tx:
            name = self._named(tx, caller)
            known = find_member(tx, name)
            keep_absences(tx, name, _with(known.absences if known else (), away))
            if away is not None:
                let_go_of(tx, name)
            note(tx, self._caller, "set the days away", "member", name, first=str(first or ""))
        return Supervised(says=_days_away(name, away), changes=Changes(queue=True))

    def _note_campaign(self, tx: Transaction, what: str, found: Campaign, **said: object) -> None:
        note(tx, self._caller, what, "campaign", found.id, **said)

    def _note_lead(self, tx: Transaction, what: str, lead_id: LeadId) -> None:
        note(tx, self._caller, what, "lead", lead_id)


def _open_place(tx: Transaction, lead_id: LeadId) -> overrides.Place:
    place = overrides.place_of(tx, lead_id)
    if place.state not in _OPEN:
        raise Refused(
            tr("This lead is not in the queue any more: {where}.", where=within(place.state.label))
        )
    return place


def _with(known: Iterable[Away], away: Away | None) -> tuple[Away, ...]:
    """The absences with one more, in the place of those it lies over; None ends them all."""
    if away is None:
        return ()
    apart = (one for one in known if one.last < away.first or one.first > away.last)
    return tuple(sorted((*apart, away), key=lambda one: one.first))


def _days_away(name: str, away: Away | None) -> str:
    if away is None:
        return tr("{name} is not away.", name=name)
    if away.last == away.first:
        return tr(
            "{name} is away {day}. Others keep their call backs.",
            name=name,
            day=day_words(away.first),
        )
    return tr(
        "{name} is away {first} to {last}. Others keep their call backs.",
        name=name,
        first=day_words(away.first),
        last=day_words(away.last),
    )


def _campaign_says(says: str, found: Campaign) -> Supervised:
    return Supervised(says=says, changes=Changes(campaigns=frozenset({found.id}), queue=True))


def _lead_says(says: str, lead_id: LeadId) -> Supervised:
    return Supervised(says=says, changes=Changes(leads=frozenset({lead_id}), queue=True))


_OPEN = frozenset({Bucket.WAITING, Bucket.CALLBACK, Bucket.RESEARCH})
