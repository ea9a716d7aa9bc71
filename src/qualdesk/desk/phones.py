"""People on the phones, seen by a supervisor; their late call backs, and what they call for."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import NothingToUndo, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.on_phones import TELLS, Move, Phones
from qualdesk.core.wording import english, tr, tr_n
from qualdesk.desk.who_calls import by_seat, call_backs, people_of, seat_label, seated, seen
from qualdesk.store import campaigns, queue
from qualdesk.store import on_phones as kept
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.members import find_member, members


@frozen
class Opened:
    """Call backs that anybody may make now, in a sentence, and whose each of them was."""

    says: str
    leads: tuple[tuple[LeadId, str], ...] = ()
    changes: Changes = NO_CHANGES


@frozen
class Moved:
    """Who was moved and where to, in a sentence; with how it was, so that it can be undone.

    ``shown`` is what they are called in it: as they were called by whoever moved them.
    """

    says: str
    caller: str
    to: CampaignId | None
    was: CampaignId | None
    was_by: str = ""
    shown: str = ""
    changes: Changes = NO_CHANGES


@frozen
class NamesShown:
    """Whether callers are shown by name now, in a sentence."""

    says: str
    shown: bool
    changes: Changes = NO_CHANGES


class PhonesDesk:
    """Who calls now, and a supervisor's acts on people. Nobody is ranked (S4)."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def now(self, campaign: str | CampaignId) -> Phones:
        """Who was at work today for a campaign, or is moved to it, and the call backs of its day.

        Somebody is at work for it who has called for it today, or is a caller with a lead of it
        in hand. Who only watches is not here. In the order of names, or of seats.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            found = seen(tx, campaigns.the_campaign(tx, campaign))
            seats = None if found.named else kept.seats(tx)
        if seats is not None:
            if not set(people_of(found)) <= set(seats):
                with self._store.transaction() as tx:
                    seats = kept.take_seats(tx, people_of(found))
            found = seated(found, seats)
        return replace(found, callers=tuple(sorted(found.callers, key=by_seat(seats))))

    def shown_as(self, names: Iterable[str]) -> Mapping[str, str]:
        """How each of these people is shown: by name, or as a seat where names are not shown.

        For every page and report that shows callers to somebody else.
        """
        wanted = [name for name in names if name]
        with self._store.reading() as tx:
            if kept.names_shown(tx):
                return {name: name for name in wanted}
            seats = kept.seats(tx)
        if not set(wanted) <= set(seats):
            with self._store.transaction() as tx:
                seats = kept.take_seats(tx, wanted)
        return {name: seat_label(seats[name]) for name in wanted}

    def known_as(self, caller: str) -> str:
        """Whose name or seat this is, by name: for what is asked of the desk elsewhere.

        Raises:
            Refused: nobody of that name works here, or sits there today.
        """
        with self._store.reading() as tx:
            return _named(tx, caller)

    def are_named(self) -> bool:
        """Whether callers are shown by name."""
        with self._store.reading() as tx:
            return kept.names_shown(tx)

    def show_names(self, shown: bool) -> NamesShown:  # noqa: FBT001 - it is said on or off
        """Show callers by name, or as seats, on the Floor and in its reports.

        A seat is the same person's for a working day. Who switched is written down.

        Raises:
            Refused: there are supervisors here, and the one who asks is none.
        """
        with self._store.transaction() as tx:
            if not kept.may_supervise(tx, find_member(tx, self._caller)):
                raise Refused(tr("Whether names are shown is for a supervisor to say."))
            if kept.names_shown(tx) != shown:
                kept.show_names(tx, shown=shown)
                what = "showed callers by name" if shown else "showed callers without names"
                note(tx, self._caller, what, "workspace", "names")
        if shown:
            says = tr("Callers are shown by name.")
        else:
            says = tr("Callers are shown as seats: “Caller 3” is one person, for today.")
        return NamesShown(says=says, shown=shown, changes=Changes(queue=True))

    def note_state(self, state: str, back_at: datetime | None = None) -> bool:
        """Tell what the caller does now: ready, on_a_call, wrapping_up, break.

        ``back_at`` is when a break ends, UTC, where that was said. Written only when it changes;
        whether it did. That a number is dialled, the call itself tells.

        Raises:
            ValueError: there is no such state.
        """
        if state not in TELLS:
            raise ValueError(state)
        with self._store.transaction() as tx:
            return kept.note_state(tx, self._caller, state, back_at)

    def my_move(self) -> Move | None:
        """Where a supervisor moved this caller; who did is told once, to whoever asks first.

        None when nobody moved them, and when they know that they call as before.
        """
        with self._store.reading() as tx:
            found = kept.my_move(tx, self._caller)
        if found is not None and found.by:
            with self._store.transaction() as tx:
                kept.told_of_move(tx, self._caller)
        return found

    def works_for(self) -> CampaignId | None:
        """The campaign this caller was moved to; None when nobody moved them."""
        with self._store.reading() as tx:
            return kept.works_for(tx, self._caller)

    def move(self, caller: str, campaign: str | CampaignId | None) -> Moved:
        """Let somebody call for this campaign from their next lead on; None: as before.

        A call that goes on is not touched, and the lead in hand stays theirs. Their window tells
        them who said it. ``caller`` is a name, or a seat where names are not shown.

        Raises:
            NotFound: there is no such campaign.
            Refused: nobody of that name works here, they call for it already, or it is paused.
        """
        with self._store.transaction() as tx:
            name = _named(tx, caller)
            there = find_member(tx, name)
            if there is not None and there.has_left(tx.now):
                raise Refused(tr("Nobody called “{name}” works here.", name=caller.strip()))
            to = None if campaign is None else campaigns.the_campaign(tx, campaign)
            was, was_by = kept.works_for(tx, name), kept.untold_by(tx, name)
            # Who is called by name is told of by name: no answer says whose seat it is.
            is_named = caller.strip().casefold() == name.casefold()
            shown = name if is_named else _shown(tx, name)
            if was == (to.id if to else None):
                raise Refused(_there_already(shown, to))
            if to is not None and to.is_paused:
                raise Refused(tr("“{campaign}” is paused. Resume it first.", campaign=to.name))
            self._move(tx, name, to.id if to else None, self._told_by(name))
            note(tx, self._caller, "moved a caller", "member", name, to=to.id if to else 0)
        return Moved(
            says=_moved(shown, to),
            caller=name,
            to=to.id if to else None,
            was=was,
            was_by=was_by,
            shown=shown,
            changes=Changes(queue=True),
        )

    def take_move_back(self, moved: Moved) -> Moved:
        """Take a move back; who was not told of it yet is not told at all.

        Raises:
            NothingToUndo: they were moved again since.
        """
        with self._store.transaction() as tx:
            name = moved.caller
            if kept.works_for(tx, name) != moved.to:
                raise NothingToUndo(tr("They were moved again since. That stands."))
            is_untold = bool(kept.untold_by(tx, name)) or name == self._caller
            by = moved.was_by if is_untold else self._told_by(name)
            was = None if moved.was is None else campaigns.load_campaign(tx, moved.was)
            shown = moved.shown or _shown(tx, name)
            self._move(tx, name, moved.was, by)
            note(tx, self._caller, "took a move back", "member", name, to=moved.was or 0)
        return Moved(
            says=_moved(shown, was),
            caller=name,
            to=moved.was,
            was=moved.to,
            shown=moved.shown,
            changes=Changes(queue=True),
        )

    def open_to_anyone(self, lead_ids: Iterable[LeadId]) -> Opened:
        """Let anybody make these call backs from their time on. Whose they were is written down.

        Those that somebody has in hand, or that are anybody's already, stay as they are.

        Raises:
            NotFound: there is no such lead.
        """
        with self._store.transaction() as tx:
            opened = self._opened(tx, lead_ids)
        if not opened:
            return Opened(says=tr("Nothing was changed: each of them is open to anyone, or made."))
        return Opened(says=_opened_words(len(opened)), leads=opened, changes=_touched(opened))

    def open_late(self, campaign: str | CampaignId) -> Opened:
        """Let anybody make every call back of a campaign that is late.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.transaction() as tx:
            late = call_backs(tx, campaigns.the_campaign(tx, campaign))
            opened = self._opened(tx, [one.lead for one in late.calls])
        if not late.calls:
            return Opened(says=tr("No call back is late. Nothing was changed."))
        if not opened:
            says = tr_n(
                late.late,
                "The late call back is open to anyone already.",
                "All {n:,} late call backs are open to anyone already.",
            )
            return Opened(says=says)
        return Opened(says=_opened_words(len(opened)), leads=opened, changes=_touched(opened))

    def take_opening_back(self, opened: Opened) -> Opened:
        """Let call backs be again whose they were; those made or taken since stay as they are.

        Raises:
            NothingToUndo: none of them is as it was left.
        """
        from qualdesk.store import giving

        back = []
        with self._store.transaction() as tx:
            for lead_id, owner in opened.leads:
                found = giving.given(tx, lead_id)
                if found.due_at is None or found.holder or found.owner:
                    continue
                giving.give_to_nobody(tx, lead_id, owner)
                back.append((lead_id, owner))
            for lead_id, _ in back:
                note(tx, self._caller, "gave a promise back to its caller", "lead", lead_id)
        if not back:
            raise NothingToUndo(tr("Others have taken these call backs since. That stands."))
        says = tr_n(
            len(back),
            "One call back belongs to its caller again.",
            "{n:,} call backs belong to their callers again.",
        )
        return Opened(says=says, changes=_touched(back))

    def _opened(self, tx: Transaction, leads: Iterable[LeadId]) -> tuple[tuple[LeadId, str], ...]:
        """Those that were opened. Written down when all are taken, each in the order of leads.

        Who has a lead waits for the history: whoever held that and waited for a lead would keep
        both waiting for ever.
        """
        from qualdesk.store import giving

        opened = []
        for lead_id in sorted(set(leads)):
            found = giving.given(tx, lead_id)
            if found.due_at is None or found.holder or not found.owner:
                continue
            giving.give_to_nobody(tx, lead_id, "")
            opened.append((lead_id, found.owner))
        for lead_id, owner in opened:
            note(tx, self._caller, "opened a promise to anyone", "lead", lead_id, owner=owner)
        return tuple(opened)

    def _move(self, tx: Transaction, name: str, to: CampaignId | None, by: str) -> None:
        kept.move(tx, name, to, by)
        # What was kept ready for after their call is of the campaign they leave.
        queue.let_go_ahead(tx, name)

    def _told_by(self, name: str) -> str:
        """Who tells them of a move; nobody needs to be told what they did themselves."""
        return "" if name == self._caller else self._caller


def _named(tx: Transaction, caller: str) -> str:
    """Somebody as they are known here, by name or by seat."""
    said = caller.strip().casefold()
    known = [one.name for one in members(tx)]
    by_name = {name.casefold(): name for name in known}
    if said in by_name:
        return by_name[said]
    if not kept.names_shown(tx):
        for name, seat in kept.seats(tx).items():
            with english():
                plain = seat_label(seat)
            if said in {seat_label(seat).casefold(), plain.casefold()}:
                return name
        raise Refused(tr("Nobody sits at “{name}” today.", name=caller.strip()))
    if not said or not known:
        raise Refused(tr("Say who: nobody of that name has worked here."))
    raise Refused(
        tr(
            "Nobody called “{name}” works here. There are: {known}.",
            name=caller.strip(),
            known=", ".join(known),
        )
    )


def _shown(tx: Transaction, name: str) -> str:
    if kept.names_shown(tx):
        return name
    return seat_label(kept.take_seats(tx, [name])[name])


def _there_already(shown: str, to: Campaign | None) -> str:
    if to is None:
        return tr("Nobody has moved {caller}.", caller=shown)
    return tr("{caller} calls for “{campaign}” already.", caller=shown, campaign=to.name)


def _moved(shown: str, to: Campaign | None) -> str:
    if to is None:
        return tr("{caller} calls as before, from the next lead.", caller=shown)
    return tr("{caller} calls for “{campaign}” from the next lead.", caller=shown, campaign=to.name)


def _opened_words(leads: int) -> str:
    return tr_n(
        leads,
        "One call back is open to anyone now.",
        "{n:,} call backs are open to anyone now.",
    )


def _touched(leads: Iterable[tuple[LeadId, str]]) -> Changes:
    return Changes(leads=frozenset(lead_id for lead_id, _ in leads), queue=True)
