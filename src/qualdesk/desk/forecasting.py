"""Will a list be finished before its window closes, and what would change that (S2)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from qualdesk.core.clock import Clock
from qualdesk.core.forecast import foresee, needed_now, pace_needed
from qualdesk.core.forecast_draws import Draw, draws
from qualdesk.core.forecast_facts import Facts
from qualdesk.core.forecast_values import AS_IT_IS, Applied, Band, Forecast, ForecastDay, Levers
from qualdesk.core.forecast_words import (
    closed,
    how_it_ends,
    too_few_calls,
    what_stands_in_the_way,
)
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr
from qualdesk.desk.forecast_callers import homes
from qualdesk.desk.forecast_closings import closings_of
from qualdesk.desk.forecast_facts import cells_out_of_reach, facts_of
from qualdesk.desk.forecast_levers import LeverSteps
from qualdesk.desk.forecast_reading import Material, read
from qualdesk.desk.phones import PhonesDesk
from qualdesk.store import campaigns as kept
from qualdesk.store.database import Store, Transaction
from qualdesk.store.forecast_reading import out_of_reach

UNREACHABLE = "unreachable_in_time"
"""The code of the list of leads that nobody may call before the close."""


@frozen
class _Kept:
    """What a forecast rests on, with the draws of it, so that levers are answered at once."""

    read: Material
    facts: Facts
    drawn: tuple[Draw, ...]


class Forecasting:
    """What the calls so far, the shifts and the hours ahead say about the close of a window.

    What was read of a campaign is kept, so that a lever that moves reads nothing.
    """

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._phones = PhonesDesk(store, clock, caller)
        self._steps = LeverSteps(store, caller)
        self._kept: dict[CampaignId, _Kept] = {}
        self._worked_out: dict[CampaignId, tuple[_Kept, Forecast]] = {}

    def forecast(
        self, campaign: str | CampaignId, levers: Levers = AS_IT_IS, *, fresh: bool = False
    ) -> Forecast:
        """How the list may end by the close of its window, as it is or with these levers.

        What it rests on is read once and kept, so that trying levers reads nothing; ``fresh``
        reads it anew. It is worked out after the look, which holds nobody up.

        Raises:
            NotFound: there is no such campaign.
            Refused: somebody borrowed does not work here.
        """
        known = self._known(campaign, fresh=fresh)
        if levers == AS_IT_IS:
            return self._as_it_is(known)
        names = tuple(map(self._phones.known_as, levers.borrowed))
        found = forecast_of(known.facts, replace(levers, borrowed=names), known.drawn)
        # As it was asked: who is shown as a seat is not told by name.
        return replace(found, levers=levers)

    def apply(self, campaign: str | CampaignId, levers: Levers) -> Applied:
        """Let these levers hold from now on, as one step that can be taken back.

        Fewer tries for giveaways and another close hold for the campaign; who is borrowed is
        moved to it; callers more are kept with it as planned, so that the forecast counts them.

        Raises:
            NotFound: there is no such campaign.
            Refused: nothing is changed by them, or a lever is out of its range.
        """
        names = tuple(map(self._phones.known_as, levers.borrowed))
        shown = ", ".join(levers.borrowed)
        done = self._steps.apply(campaign, replace(levers, borrowed=names), shown)
        # Somebody moved is missing elsewhere: nothing that was read holds any more.
        self._kept.clear()
        return done

    def take_back(self, token: int) -> Applied:
        """Let everything be as it was before those levers were applied.

        Raises:
            NothingToUndo: there is no such step, or something of it was changed since.
        """
        done = self._steps.take_back(token)
        # Somebody moved is missing elsewhere: nothing that was read holds any more.
        self._kept.clear()
        return done

    def could_borrow(self, campaign: str | CampaignId) -> tuple[str, ...]:
        """Callers of other campaigns who are not needed there more, as they are shown.

        Those with shifts ahead. Where their own campaign would be finished without them as
        likely as this one is with what it has, or nobody can say, they could come.

        Raises:
            NotFound: there is no such campaign.
        """
        return tuple(self._could_come(self._known(campaign)).values())

    def unreachable_in_time(
        self, tx: Transaction, campaign: CampaignId
    ) -> tuple[str, Sequence[LeadId]]:
        """The title and the leads of the list behind: whom nobody may call before the close."""
        found = read(tx, campaign)
        ids = out_of_reach(tx, campaign, cells_out_of_reach(found), is_all=found.campaign.is_paused)
        return tr("Nobody may call them before the close"), [LeadId(one) for one in ids]

    def _as_it_is(self, known: _Kept) -> Forecast:
        """Worked out once for what is kept: a board asks again at each of its looks."""
        worked_out = self._worked_out.get(known.facts.campaign)
        if worked_out is not None and worked_out[0] is known:
            return worked_out[1]
        found = forecast_of(known.facts, AS_IT_IS, known.drawn)
        if found.missed is not None and not found.unknown:
            closings = closings_of(known.facts, found, known.drawn, self._could_come(known))
            found = replace(found, closings=closings)
        self._worked_out[known.facts.campaign] = (known, found)
        return found

    def _known(self, campaign: str | CampaignId, *, fresh: bool = False) -> _Kept:
        if not fresh and isinstance(campaign, int) and campaign in self._kept:
            return self._kept[campaign]
        with self._store.reading() as tx:
            wanted = kept.the_campaign(tx, campaign).id
            found = read(tx, wanted) if fresh or wanted not in self._kept else None
        # From here on nobody waits for what is worked out.
        if found is not None:
            facts = facts_of(found)
            self._kept[wanted] = _Kept(read=found, facts=facts, drawn=draws(facts))
        return self._kept[wanted]

    def _could_come(self, known: _Kept) -> Mapping[str, str]:
        """Who of other campaigns is not needed there more, by name, and how they are shown."""
        own = forecast_of(known.facts, AS_IT_IS, known.drawn)
        at, chance = homes(known.read), own.chance or 0.0
        free = {other: self._spares_one(other, chance, own.at) for other in set(at.values())}
        names = [name for name in at if free[at[name]]]
        shown = self._phones.shown_as(names) if names else {}
        return {name: shown[name] for name in names}

    def _spares_one(self, campaign: CampaignId, chance: float, at: datetime) -> bool:
        kept_of_it = self._kept.get(campaign)
        is_old = kept_of_it is not None and kept_of_it.facts.at < at - _OLD
        known = self._known(campaign, fresh=is_old)
        without = forecast_of(known.facts, Levers(callers=-1), known.drawn)
        return without.chance is None or without.chance >= max(chance, _LIKELY)


def forecast_of(facts: Facts, levers: Levers, drawn: Sequence[Draw]) -> Forecast:
    """The forecast of these facts with these levers, in words; without what would close a gap."""
    if unknown := _unknown(facts):
        return _bare(facts, levers, unknown)
    closes_at = levers.closes_at or facts.closes_at
    assert closes_at is not None
    moved = replace(facts, closes_at=closes_at)
    bare = replace(
        _bare(moved, levers, ""), needed=pace_needed(moved), needed_now=needed_now(moved)
    )
    if facts.finished_then is not None:
        return _closed(facts, bare)
    seen = foresee(facts, levers, drawn)
    why = what_stands_in_the_way(facts.out_of_reach)
    if facts.finished == facts.total:
        says = tr("All of it is finished.")
    else:
        says = " ".join(filter(None, (how_it_ends(facts, seen, closes_at), too_few_calls(facts))))
    return replace(
        bare,
        finished=seen.finished,
        missed=seen.missed,
        qualified=seen.qualified,
        chance=1.0 if facts.finished == facts.total else seen.chance,
        days=seen.days,
        says=says,
        why=why,
        out_of_reach=sum(facts.out_of_reach.values()),
    )


def _bare(facts: Facts, levers: Levers, unknown: str) -> Forecast:
    return Forecast(
        campaign=facts.campaign,
        at=facts.at,
        closes_at=facts.closes_at,
        zone=facts.zone,
        total=facts.total,
        finished_now=facts.finished,
        says=unknown,
        unknown=unknown,
        levers=levers,
    )


def _unknown(facts: Facts) -> str:
    """Why nothing can be said yet, a sentence; empty when something can."""
    if not facts.total:
        return tr("This campaign has no leads yet.")
    if facts.unknown:
        return facts.unknown
    if facts.closes_at is None:
        return tr("This window has no end, so there is no day by which all must be finished.")
    if facts.finished_then is not None or facts.finished == facts.total:
        return ""
    is_called = facts.seen.dials or facts.seen_giveaway.dials
    if not is_called and not facts.has_shifts and not facts.planned:
        return tr(
            "Nobody has said when callers work, and nobody has called yet: too little is known. "
            "Say the shifts under People."
        )
    return ""


def _closed(facts: Facts, bare: Forecast) -> Forecast:
    """A window that is over: what was finished, and missed, at its close."""
    assert facts.closes_at is not None
    then = float(facts.finished_then or 0)
    left = facts.total - then
    day = local_time(facts.closes_at, facts.zone).date()
    done = Band(low=then, middle=then, high=then)
    qualified = float(facts.qualified)
    return replace(
        bare,
        finished=done,
        missed=Band(low=left, middle=left, high=left),
        qualified=Band(low=qualified, middle=qualified, high=qualified),
        chance=0.0 if left else 1.0,
        days=(ForecastDay(day=day, finished=done),),
        says=closed(facts, facts.closes_at),
    )


_LIKELY = 0.5
# What is known of other campaigns is read again after so long: each costs as much as this one.
_OLD = timedelta(minutes=15)
