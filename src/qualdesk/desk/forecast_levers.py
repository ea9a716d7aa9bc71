"""Levers of a forecast put to work as one step, and taken back as one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.errors import NothingToUndo, QualdeskError, Refused
from qualdesk.core.forecast_values import AS_IT_IS, Applied, Levers
from qualdesk.core.ids import CampaignId
from qualdesk.core.sources import CallWindow
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk.pace import Pace
from qualdesk.store import campaigns as kept
from qualdesk.store import on_phones, plan_changes, used_up
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.plan_changes import PlanStand
from qualdesk.store.queue import let_go_ahead

APPLIED, BACK = "applied a change of the forecast", "took back a change of the forecast"
"""What the history says of it."""


class LeverSteps:
    """Steps that change how a campaign is worked: each whole, or not at all."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller

    def apply(self, campaign: str | CampaignId, levers: Levers, shown: str = "") -> Applied:
        """Let these levers hold; ``borrowed`` are names as the workspace knows them.

        ``shown`` is how those are shown, who may be shown as seats.

        Leads that have used up their tries by it are ended first, in small steps, each kept with
        how it stood; then all else changes at once. Broken off before that, the next step or the
        keeper puts them back.

        Raises:
            NotFound: there is no such campaign.
            Refused: nothing is changed, a lever is out of range, or somebody changed the
                campaign meanwhile.
        """
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            before = plan_changes.stand_of(tx, found, levers.borrowed)
            after = _moved(found, before, levers, tx.now)
            open_ones = plan_changes.unfinished(tx, tx.now - _LONG_AGO, found.id)
            change = plan_changes.begin(tx, found.id, self._caller, before, after)
        for one in open_ones:
            self._put_back(one)
        try:
            ended, is_as_before = self._do(found, before, after, change)
        except QualdeskError:
            # Nobody may stay out of the queue for a step that never held.
            self._put_back(change)
            raise
        if not is_as_before:
            self._put_back(change)
            raise Refused(
                tr("Somebody changed “{name}” just now. Look again, then apply.", name=found.name)
            )
        says = _says(found, before, after, ended, shown)
        return Applied(says=says, token=change, changes=_all(found))

    def put_right(self) -> Changes:
        """Put back what was done by steps that were broken off half way; what the clock asks for.

        A step that was begun a moment ago may still be under way and is left alone.
        """
        with self._store.reading() as tx:
            open_ones = plan_changes.unfinished(tx, tx.now - _LONG_AGO)
        for one in open_ones:
            self._put_back(one)
        return Changes(queue=bool(open_ones))

    def take_back(self, token: int) -> Applied:
        """Let all stand as before a step; leads that others moved on since stay where they are.

        Raises:
            NothingToUndo: there is no such step, it was taken back, or something of it was
                changed since.
        """
        with self._store.transaction() as tx:
            change = plan_changes.find(tx, token)
            if change is None or change.state != plan_changes.APPLIED:
                raise NothingToUndo(tr("This was taken back already. Nothing is changed."))
            found = kept.campaign_alone(tx, change.campaign_id)
            names = tuple(change.after.works_for)
            if plan_changes.stand_of(tx, found, names) != change.after:
                raise NothingToUndo(
                    tr(
                        "“{name}” was changed since, so this is not taken back. It stands.",
                        name=found.name,
                    )
                )
            plan_changes.mark(tx, token, plan_changes.GOING_BACK)
            self._set(tx, found, change.before, change.after)
            self._note(tx, BACK, found, change.after, change.before, 0)
        self._put_back(token)
        says = tr("“{name}” is as it was before.", name=found.name)
        return Applied(says=says, token=token, changes=_all(found))

    def _do(
        self, found: Campaign, before: PlanStand, after: PlanStand, change: int
    ) -> tuple[int, bool]:
        """How many leads it ended, and whether the campaign stood as before, so that it holds."""
        ended = self._end(found, before, after, change)
        with self._store.transaction() as tx:
            now = kept.campaign_alone(tx, found.id)
            names = tuple(after.works_for)
            is_as_before = plan_changes.stand_of(tx, now, names) == before
            if is_as_before:
                plan_changes.mark(tx, change, plan_changes.APPLIED)
                self._set(tx, now, after, before)
                self._note(tx, APPLIED, now, before, after, ended)
        return ended, is_as_before

    def _end(self, found: Campaign, before: PlanStand, after: PlanStand, change: int) -> int:
        """End the leads that have used up their tries by a step, kept with how they stood."""
        most = found.limits.max_attempts
        if (after.giveaway_tries or most) >= (before.giveaway_tries or most):
            return 0
        limits = used_up.Limits(tries=most, giveaway=after.giveaway_tries)
        pace, ended, last = Pace(), 0, 0
        while True:
            with pace.step() as rows, self._store.transaction() as tx:
                some = used_up.end_some(tx, found, limits, rows, after=last, change=change)
            if not some:
                return ended
            ended, last = ended + len(some), some[-1]

    def _put_back(self, change: int) -> None:
        pace = Pace()
        while True:
            with pace.step() as rows, self._store.transaction() as tx:
                if not used_up.put_back_some(tx, change, rows):
                    plan_changes.mark(tx, change, plan_changes.TAKEN_BACK)
                    return

    def _set(self, tx: Transaction, found: Campaign, to: PlanStand, was: PlanStand) -> None:
        kept.set_plan(tx, found.id, to.giveaway_tries, to.planned)
        if (to.closes_at, to.has_no_end) != (was.closes_at, was.has_no_end):
            window = replace(found.window, closes_at=to.closes_at, has_no_end=to.has_no_end)
            kept.set_times(tx, found.id, window, found.limits)
        moved = {
            name: number
            for name, number in sorted(to.works_for.items())
            if number != was.works_for.get(name, 0)
        }
        for name, number in moved.items():
            told_by = "" if name == self._caller else self._caller
            on_phones.move(tx, name, CampaignId(number) if number else None, told_by)
            let_go_ahead(tx, name)
        # Last of all: who has a lead waits for the history, and must not be waited for after it.
        for name, number in moved.items():
            note(tx, self._caller, "moved a caller", "member", name, to=number)

    def _note(  # noqa: PLR0917 - what happened, from where to where
        self,
        tx: Transaction,
        what: str,
        found: Campaign,
        was: PlanStand,
        now: PlanStand,
        ended: int,
    ) -> None:
        said: dict[str, object] = {}
        if was.giveaway_tries != now.giveaway_tries:
            said |= {"tries_from": was.giveaway_tries, "tries_to": now.giveaway_tries}
        if was.closes_at != now.closes_at:
            said |= {"close_from": _text(was.closes_at), "close_to": _text(now.closes_at)}
        if was.planned != now.planned:
            said |= {"callers_from": _plain(was.planned), "callers_to": _plain(now.planned)}
        if was.works_for != now.works_for:
            said["borrowed"] = len(now.works_for)
        if ended:
            said["ended"] = ended
        note(tx, self._caller, what, "campaign", found.id, **said)


def _moved(found: Campaign, before: PlanStand, levers: Levers, now: datetime) -> PlanStand:
    """How a campaign stands with the levers.

    Raises:
        Refused: nothing is changed, or a lever is out of its range.
    """
    most = found.limits.max_attempts
    tries = before.giveaway_tries
    if levers.giveaway_tries is not None:
        if not 1 <= levers.giveaway_tries <= most:
            raise Refused(tr("Giveaway leads are tried 1 to {most} times.", most=most))
        tries = levers.giveaway_tries if levers.giveaway_tries < most else None
    closes_at, has_no_end = before.closes_at, before.has_no_end
    if levers.closes_at is not None:
        closes_at, has_no_end = _close(found.window, levers.closes_at, now), False
    planned = before.planned
    if levers.callers:
        since = levers.callers_from or local_time(now, found.window.zone).date()
        planned = (*planned, (since, levers.callers))
    after = PlanStand(
        giveaway_tries=tries,
        closes_at=closes_at,
        has_no_end=has_no_end,
        planned=planned,
        works_for=dict.fromkeys(levers.borrowed, int(found.id)),
    )
    if levers == AS_IT_IS or after == before:
        raise Refused(tr("Nothing is changed yet. Try a change first."))
    return after


def _close(window: CallWindow, closes_at: datetime, now: datetime) -> datetime:
    if closes_at <= max(now, window.opens_at or now):
        raise Refused(tr("The window must close later than now, and after it opens."))
    return closes_at


def _says(found: Campaign, before: PlanStand, after: PlanStand, ended: int, shown: str) -> str:
    """What holds now, each change a sentence."""
    told = []
    if after.giveaway_tries != before.giveaway_tries:
        tries = after.giveaway_tries or found.limits.max_attempts
        told.append(
            tr_n(
                tries,
                "Giveaway leads are tried once.",
                "Giveaway leads are tried {n} times at most.",
            )
        )
    if ended:
        told.append(
            tr_n(
                ended,
                "{n:,} lead had that many tries already and is finished.",
                "{n:,} leads had that many tries already and are finished.",
            )
        )
    if after.closes_at != before.closes_at and after.closes_at:
        day = day_words(local_time(after.closes_at, found.window.zone).date())
        told.append(tr("The window closes on {day}.", day=day))
    told += list(_callers_say(before, after))
    if after.works_for != before.works_for:
        told.append(
            tr(
                "{names} call for “{name}” from their next lead on.",
                names=shown,
                name=found.name,
            )
        )
    return " ".join(told)


def _callers_say(before: PlanStand, after: PlanStand) -> Iterable[str]:
    for day, count in after.planned[len(before.planned) :]:
        if count > 0:
            yield tr_n(
                count,
                "{n} caller more is planned from {day}.",
                "{n} callers more are planned from {day}.",
                day=day_words(day),
            )
        else:
            yield tr_n(
                -count,
                "{n} caller less is planned from {day}.",
                "{n} callers less are planned from {day}.",
                day=day_words(day),
            )


def _all(found: Campaign) -> Changes:
    return Changes(campaigns=frozenset({found.id}), queue=True)


def _text(at: datetime | None) -> str:
    return at.isoformat() if at else ""


def _plain(planned: Iterable[tuple[object, int]]) -> list[list[object]]:
    return [[str(day), count] for day, count in planned]


# A step that was begun so long ago was broken off.
_LONG_AGO = timedelta(minutes=10)
