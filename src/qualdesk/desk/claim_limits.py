"""How many leads callers of a team may be shown: seen and changed by supervisors."""

from dataclasses import asdict
from datetime import datetime

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.claim_limits import MOST_ALONG, ClaimAlarm, ClaimLimits, LimitUse
from qualdesk.core.errors import NotFound, NothingToUndo, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.store import claim_limits as kept
from qualdesk.store.claim_limits import OwnLimits
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note as write_history

MOST_A_DAY = 10_000
"""Whoever means more than that wants no limit, and no such word is kept."""


@frozen
class LimitsUndo:
    """What it takes to put limits back: how they were, and how they were left.

    ``caller`` is empty for those of the whole team; None: the team's counted, or count.
    """

    caller: str
    was: OwnLimits | None
    left: OwnLimits | None


@frozen
class LimitsSet:
    """What counts now, in a sentence, and what it takes to undo that."""

    says: str
    undo: LimitsUndo
    changes: Changes = NO_CHANGES


class ClaimLimitsDesk:
    """The limits of a team. In a file nothing is limited: nobody else reads it there anyway."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller

    def all(self) -> tuple[LimitUse, ...]:
        """Where each caller with a login stands, by name; empty in a file, and for a caller."""
        with self._store.reading() as tx:
            return kept.uses(tx)

    def usual(self) -> ClaimLimits:
        """What counts for everybody of whom nothing else is said."""
        with self._store.reading() as tx:
            return kept.usual_limits(tx)

    def set(
        self, caller: str, limits: ClaimLimits, because: str, until: datetime | None = None
    ) -> LimitsSet:
        """Let these limits count for somebody from their next lead on.

        With ``caller`` empty they count for everybody of whom nothing else is said. With ``until``
        (UTC) they count until then, and afterwards what counted for good before.

        Raises:
            NotFound: nobody of that name works here.
            Refused: no reason is given, or the limits cannot be.
        """
        reason = because.strip()
        if not reason:
            raise Refused(tr("Say why: whoever reads the history will ask."))
        _check(limits)
        if until is not None and not caller:
            raise Refused(tr("The usual limits count for good. Raise one caller's for a while."))
        with self._store.transaction() as tx:
            if caller and not kept.is_known(tx, caller):
                raise NotFound(tr("Nobody called {name} works here.", name=caller))
            was = _counting(tx, caller)
            before = was.lasting if was is not None and until is not None else None
            left = OwnLimits(limits=limits, until=until, before=before)
            self._keep(tx, caller, left)
            self._note_set(tx, caller, limits, reason)
        return _set(LimitsUndo(caller=caller, was=was, left=left))

    def put_back(self, undo: LimitsUndo) -> LimitsSet:
        """Let count again what counted before.

        Raises:
            NothingToUndo: somebody changed them again since.
        """
        with self._store.transaction() as tx:
            if _counting(tx, undo.caller) != undo.left:
                raise NothingToUndo(tr("The limits were changed again since. That stands."))
            self._keep(tx, undo.caller, undo.was)
            if undo.caller:
                write_history(tx, self._caller, "put limits back", "member", undo.caller)
            else:
                write_history(tx, self._caller, "put the usual limits back", "workspace", "limits")
        return _set(LimitsUndo(caller=undo.caller, was=undo.left, left=undo.was))

    def alarms(self) -> tuple[ClaimAlarm, ...]:
        """Who came near a limit since a supervisor looked, the latest first."""
        with self._store.reading() as tx:
            return kept.unseen_alarms(tx)

    def see_alarms(self, until: datetime) -> int:
        """The alarms up to then (UTC) were seen by whoever works here; how many."""
        with self._store.transaction() as tx:
            return kept.see_alarms(tx, self._caller, until)

    def _note_set(self, tx: Transaction, caller: str, limits: ClaimLimits, because: str) -> None:
        hour, day = limits.per_hour, limits.per_day
        if caller:
            write_history(
                tx, self._caller, "set limits", "member", caller,
                per_hour=hour, per_day=day, because=because,
            )  # fmt: skip
        else:
            write_history(
                tx, self._caller, "set the usual limits", "workspace", "limits",
                per_hour=hour, per_day=day, because=because,
            )  # fmt: skip

    def _keep(self, tx: Transaction, caller: str, own: OwnLimits | None) -> None:
        if caller:
            kept.keep_own(tx, caller, own, self._caller)
        elif own is not None:
            kept.keep_usual(tx, own.limits)


def _counting(tx: Transaction, caller: str) -> OwnLimits | None:
    if caller:
        return kept.own_limits(tx, caller)
    return OwnLimits(limits=kept.usual_limits(tx))


def _check(limits: ClaimLimits) -> None:
    """Do nothing where the limits can be.

    Raises:
        Refused: they cannot; the sentence says why.
    """
    values = asdict(limits)
    if any(not 0 <= value <= MOST_A_DAY for value in values.values()):
        raise Refused(tr("A limit is a whole number from 0 to {most:,}.", most=MOST_A_DAY))
    if limits.offline > MOST_ALONG:
        raise Refused(tr("Nobody takes more than {most} leads along.", most=MOST_ALONG))
    if limits.per_hour > limits.per_day:
        raise Refused(tr("More in an hour than in a day cannot be. Raise the day's limit as well."))


def _set(undo: LimitsUndo) -> LimitsSet:
    named = asdict(undo.left.limits) if undo.left is not None else {}
    if undo.left is None:
        says = tr("For {name} the team's limits count again.", name=undo.caller)
    elif undo.caller:
        says = tr(
            "{name} may be shown {per_hour:,} leads an hour and {per_day:,} a day.",
            name=undo.caller,
            **named,
        )
    else:
        says = tr(
            "Each caller may be shown {per_hour:,} leads an hour and {per_day:,} a day.", **named
        )
    return LimitsSet(says=says, undo=undo)
