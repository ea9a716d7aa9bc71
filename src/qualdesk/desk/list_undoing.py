"""Undoing a list: its leads go, what it changed is as before, and what was worked on stays."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from qualdesk.core.backups import CHANGE
from qualdesk.core.changes import Changes
from qualdesk.core.errors import NothingToUndo, QualdeskError, Refused, WorkspaceUnusable
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, ContactId, LeadId, ListId
from qualdesk.core.kept_choices import choices_of
from qualdesk.core.progress import Progress
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk.attending import stand_all_anew
from qualdesk.desk.pace import Pace
from qualdesk.desk.recovery import back_up_before
from qualdesk.store import cells, stacks
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.list_journal import TakenBack, take_back_some
from qualdesk.store.list_turns import (
    LOADING,
    PUBLISHED,
    UNDO_FOR,
    UNDONE,
    Turn,
    Waiting,
    is_held,
    list_row,
    take,
)
from qualdesk.store.list_undo import KeptLead, Removed, close_cells, remove_some
from qualdesk.store.suppression import fingerprints

_LOOK_AGAIN_SECONDS = 0.1
_MERGED_AT_ONCE = 500
# With more leads than this a window refreshes everything anyway, and names cost memory.
MOST_NAMED = 20_000


@frozen
class Undone:
    """What became of a list that was undone.

    Attributes:
        removed: leads that are gone.
        restored: people known before who stand as they stood, as far as nobody changed them.
        kept: leads the list brought that stay, each with its reason.
        silent: leads that stay out of the queue because the list said: do not contact. A wish
            not to be called is never taken back by the way.
        unsafe: why no backup was made before, in words; empty where one was.
    """

    list_id: ListId
    removed: int
    restored: int
    kept: tuple[KeptLead, ...]
    silent: int
    unsafe: str
    changes: Changes

    @property
    def says(self) -> str:
        """What happened, as one or more sentences."""
        told = [_said_of_leads(self.removed, self.kept)]
        if self.restored:
            told.append(
                tr_n(self.restored, "{n} person is as before.", "{n} people are as before.")
            )
        if self.silent:
            told.append(
                tr_n(
                    self.silent,
                    "{n} lead stays out of the queue: the list said not to contact them.",
                    "{n} leads stay out of the queue: the list said not to contact them.",
                )
            )
        return " ".join([*told, *filter(None, (self.unsafe,))])


@dataclass(kw_only=True, slots=True)
class Back:
    """What was taken back so far."""

    removed: int = 0
    leads: set[LeadId] = field(default_factory=set)
    people: set[ContactId] = field(default_factory=set)
    silent: set[LeadId] = field(default_factory=set)
    kept: dict[LeadId, KeptLead] = field(default_factory=dict)

    def add_changes(self, told: TakenBack) -> None:
        """Changes of people known before that are taken back."""
        self.people |= told.people
        self.leads |= told.leads
        self.silent |= told.silenced

    def add_removed(self, removed: Removed) -> None:
        """Leads the list brought that are gone, and those that stay."""
        self.removed += len(removed.leads)
        if len(self.leads) < MOST_NAMED:
            self.leads.update(removed.leads)
        self.kept.update(removed.kept)


def _before(store: Store, list_id: ListId) -> tuple[Any, str]:
    """The list as it stands; a backup is made unless one was a moment ago, or why none was."""
    with store.reading() as tx:
        before = list_row(tx, list_id)
        _check(before, tx.now)
    return before, back_up_before(store, CHANGE)


def undo_list(store: Store, caller: str, list_id: ListId, progress: Progress) -> Undone:
    """Undo a list.

    Raises:
        NotFound: there is no such list.
        NothingToUndo: it was undone already, or loaded too long ago.
        Refused: it is being loaded at this moment.
    """

    def start(tx: Transaction) -> Turn | Waiting:
        row = list_row(tx, list_id)
        _check(row, tx.now)
        turn = take(tx, list_id)
        if isinstance(turn, Turn):
            # A list that was never published stays closed until the last of it is gone.
            state = LOADING if row.state == LOADING else UNDONE
            turn.renew(tx, state=state, undone_by=caller)
        return turn

    before, unsafe = _before(store, list_id)
    turn = wait_for_turn(store, start, progress)
    try:
        with store.reading() as tx:
            # While this one waited, somebody may have loaded it to its end.
            forget = list_row(tx, list_id).state == LOADING
        back = take_back(store, turn, progress, forget=forget)
        if choices_of(before.choices or {}).is_about_event:
            stand_all_anew(store, CampaignId(before.campaign_id))
        with store.transaction() as tx:
            turn.end(tx, state=UNDONE, undone_at=tx.now)
            cells.open_cells_of(tx, list_id)
            told = {"removed": back.removed, "restored": len(back.people), "kept": len(back.kept)}
            note(tx, caller, "undone", "list", list_id, **told)
    except BaseException:
        let_go(store, turn)
        raise
    merge_cells(store)
    return _undone(list_id, CampaignId(before.campaign_id), back, unsafe)


def wait_for_turn(
    store: Store, start: Callable[[Transaction], Turn | Waiting], progress: Progress
) -> Turn:
    """Wait until nobody else is at work on a list; ``progress`` says who is meanwhile."""
    while True:
        with store.transaction() as tx:
            turn = start(tx)
        if isinstance(turn, Turn):
            return turn
        progress.report(progress.done, says=turn.says)
        time.sleep(_LOOK_AGAIN_SECONDS)


def take_back(store: Store, turn: Turn, progress: Progress, *, forget: bool) -> Back:
    """Take all back that a list did, in chunks; ``forget`` its rows as well.

    Stopped or killed in between, the rest can be taken back later: each chunk leaves the
    workspace in order.
    """
    back, pace = Back(), Pace(rows=50, least=50, most=500)
    with store.reading() as tx:
        prints = fingerprints(tx)
        rows = list_row(tx, turn.list_id).rows
    is_done = False
    while not is_done:
        progress.report(0, rows, tr("Taking changes back"))
        with _chunk(store, turn, pace) as (tx, at_once):
            told = take_back_some(tx, turn.list_id, prints, at_once)
        is_done = told.done
        back.add_changes(told)
    below: int | None = None
    while below != 0:
        progress.report(rows - (rows if below is None else min(below, rows)), rows, tr("Removing"))
        with _chunk(store, turn, pace) as (tx, at_once):
            removed = remove_some(tx, turn.list_id, below, at_once, forget=forget)
        below = removed.below
        back.add_removed(removed)
    progress.report(rows, rows, tr("Removing"))
    if forget:
        with store.transaction() as tx:
            turn.renew(tx, rows=0, new=0, updated=0, merged=0, left_out=0)
            close_cells(tx, turn.list_id)
    return back


def merge_cells(store: Store) -> None:
    """Move the leads of lists that are open into the campaigns' own cells, in chunks.

    Nobody waits for it, and a kill in between harms nothing: the next one goes on, or the
    keeper. So a workspace that fails here does not unsay what was done before.
    """
    pace, may_be_more = Pace(rows=_MERGED_AT_ONCE), True
    with suppress(WorkspaceUnusable):
        while may_be_more:
            with pace.step() as at_once, store.transaction() as tx:
                # A cell's hours cost more than a lead's way.
                opened = cells.refresh(tx, at_most=at_once // 5)
                may_be_more = bool(opened) or stacks.merge_some(tx, at_once)


def let_go(store: Store, turn: Turn) -> None:
    """Let the next one in, whatever went wrong; a desk that is gone loses its turn by itself."""
    with suppress(QualdeskError), store.transaction() as tx:
        turn.end(tx)


@contextmanager
def _chunk(store: Store, turn: Turn, pace: Pace) -> Iterator[tuple[Transaction, int]]:
    """One chunk for whoever has the turn, and how many rows it may be."""
    with pace.step() as at_once, store.transaction() as tx:
        # People and companies of the list must not be found by a referral while they go.
        tx.dialect.one_at_a_time(tx.connection, "people")
        turn.renew(tx)
        yield tx, at_once
    store.settle()


def _check(row: Any, now: datetime) -> None:
    if row.undone_at is not None:
        raise NothingToUndo(
            tr(
                "{caller} undid this list on {day}.",
                caller=row.undone_by,
                day=day_words(row.undone_at.date()),
            )
        )
    if row.state == PUBLISHED and row.loaded_at <= now - UNDO_FOR:
        raise NothingToUndo(
            tr(
                "This list was loaded on {day}. A list can be undone for {days} days.",
                day=day_words(row.loaded_at.date()),
                days=UNDO_FOR.days,
            )
        )
    if row.state == LOADING and is_held(row, now):
        raise Refused(
            tr("{caller} is loading this list now. Stop it there first.", caller=row.loaded_by)
        )


def _undone(list_id: ListId, campaign_id: CampaignId, back: Back, unsafe: str) -> Undone:
    return Undone(
        list_id=list_id,
        removed=back.removed,
        restored=len(back.people),
        kept=tuple(back.kept[one] for one in sorted(back.kept)),
        silent=len(back.silent),
        unsafe=unsafe,
        changes=Changes(
            leads=frozenset(back.leads), campaigns=frozenset({campaign_id}), queue=True
        ),
    )


def _said_of_leads(removed: int, kept: tuple[KeptLead, ...]) -> str:
    if not kept:
        return tr_n(removed, "{n} lead is removed.", "{n} leads are removed.")
    calls = all(one.was_called for one in kept)
    if calls:
        stays = tr_n(
            len(kept),
            "{n} of these leads has calls. It stays",
            "{n} of these leads have calls. They stay",
        )
    else:
        stays = tr_n(
            len(kept),
            "{n} of these leads is in use. It stays",
            "{n} of these leads are in use. They stay",
        )
    if not removed:
        return f"{stays}."
    return tr_n(
        removed,
        "{stays}; the other {n} is removed.",
        "{stays}; the other {n} are removed.",
        stays=stays,
    )
