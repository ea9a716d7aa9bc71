"""The whole queue as a list: every open lead in the order in which it would be claimed."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter

from qualdesk.core.cards import SOON, QueueFilter
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.store.database import Transaction
from qualdesk.store.finding import leads_of_caller, leads_with
from qualdesk.store.queue_look import CellNow, QueueLook, cells_now, ids_of

Placed = tuple[int, int, datetime, int]
"""Where a lead stands: its section, then its stack's place, then its time, then its number."""


def listed(tx: Transaction, caller: str, wanted: QueueFilter) -> Sequence[int]:
    """The numbers of the open leads that fit, in the order of claims (see QueueListing).

    Leads that a claim would bring back first, since they have just rested, come after the others
    of their stack. Those of a stack that a claim would put aside are not told apart.
    """
    look = QueueLook(tx, caller, wanted.campaign)
    listing = _Listing(look=look, cells=cells_now(look), wanted=wanted)
    named = _named(tx, wanted)
    if named is not None:
        return array("q", (one[-1] for one in sorted(listing.special("list_named", named))))
    return listing.whole()


def place_of_lead(tx: Transaction, caller: str, lead_id: LeadId) -> int | None:
    """How many leads a claim would give before this one; None while it is not offered.

    Promises that are due and leads pushed to the caller come before; then the leads of every
    better stack, and of its own those that have rested longer.
    """
    look = QueueLook(tx, caller)
    mine = next(iter(look.rows("list_named", **ids_of([lead_id]))), None)
    if mine is None or mine.code != "free":
        return None
    before: int = look.rows("due_before", due_at=tx.dialect.moment(tx.now))[0].leads
    if mine.state == "callback":
        return int(look.rows("due_before", due_at=mine.due_at)[0].leads)
    cells = cells_now(look)
    better = []
    for row in look.rows("stacks"):
        if row.id == mine.stack_id:
            break
        there = cells[row.cell_id]
        if not (there.code or there.rest):
            better.append(row.id)
    told = {"stack_id": mine.stack_id, "rested_at": mine.rested_at, "lead_id": lead_id}
    return before + int(look.rows("ready_before", **told, **ids_of(better))[0].leads)


@frozen
class _Stack:
    """``place`` in the order of claims; ``code`` is why its rested leads are not offered."""

    place: int
    code: str


class _Listing:
    """One look at the whole queue."""

    def __init__(self, *, look: QueueLook, cells: dict[int, CellNow], wanted: QueueFilter) -> None:
        self._look = look
        self._cells = cells
        self._fits = _fitting(wanted.state)
        self._stacks = self._wanted_stacks(wanted)

    def whole(self) -> Sequence[int]:
        """All that fits."""
        special = sorted(self.special("list_special"))
        apart = {one[-1] for one in special}
        ready = self._ready(apart)
        found = array("q")
        for section in range(_LAST + 1):
            theirs = [one for one in special if one[0] == section]
            if section == _RESTING:
                found.extend(self._resting())
            found.extend(_merged(ready.get(section, {}), theirs))
        return found

    def special(self, name: str, ids: Collection[int] = ()) -> Iterator[Placed]:
        """Leads of whom every rule was asked, with their place."""
        instant = self._look.tx.dialect.instant
        told = ids_of(ids) if name == "list_named" else {}
        for row in self._look.rows(name, **told):
            there = self._stacks.get(row.stack_id)
            code = self._cells[row.cell_id].code_of(row.code)
            is_callback = row.state == "callback"
            if there is None or not self._fits(code, is_callback):
                continue
            section = _section(code, is_callback=is_callback, is_pushed=bool(row.pushed_to))
            at = {_RESTING: row.wake_at, _DUE: row.due_at, _PROMISED: row.due_at}
            since = instant(at.get(section, row.rested_at)) or _LONG_AGO
            place = there.place if section in {_FREE, _CLOSED} else 0
            if section == _DUE:
                # Times they named before others, and of each the caller's own first.
                place = 2 * (not row.is_fixed) + (not row.is_mine)
            yield section, place, since, row.id

    def _wanted_stacks(self, wanted: QueueFilter) -> dict[int, _Stack]:
        source = f"{wanted.source.value}/" if wanted.source else ""
        found = {}
        for place, row in enumerate(self._look.rows("stacks")):
            if row.traits.startswith(source) and (wanted.state != "pinned" or row.tier > 0):
                there = self._cells[row.cell_id]
                found[row.id] = _Stack(place=place, code=there.code or there.rest or "free")
        return found

    def _ready(self, apart: set[int]) -> dict[int, dict[int, Collection[int]]]:
        """Leads that have rested: by section, and there by the place of their stack."""
        found: dict[int, dict[int, Collection[int]]] = {}
        rows = self._look.tuples("list_ready")
        for stack_id, theirs in groupby(rows, key=itemgetter(1)):
            there = self._stacks.get(stack_id)
            if there is None or not self._fits(there.code, False):  # noqa: FBT003 - no call back
                continue
            section = _section(there.code, is_callback=False, is_pushed=False)
            ids = array("q", (row[0] for row in theirs if row[0] not in apart))
            found.setdefault(section, {})[there.place] = ids
        return found

    def _resting(self) -> Iterator[int]:
        if self._fits("resting", False):  # noqa: FBT003 - no call back
            stacks = self._stacks
            yield from (row[0] for row in self._look.tuples("list_resting") if row[1] in stacks)


def _merged(ready: dict[int, Collection[int]], special: Iterable[Placed]) -> Iterator[int]:
    """Both by the place of the stack, of one stack those that stand ready first."""
    places: dict[int, list[Collection[int]]] = {place: [ids] for place, ids in ready.items()}
    for _, place, _, lead_id in special:
        places.setdefault(place, []).append((lead_id,))
    for place in sorted(places):
        for ids in places[place]:
            yield from ids


def _named(tx: Transaction, wanted: QueueFilter) -> list[LeadId] | None:
    """The leads that a text or a caller's name leaves; None when neither is asked for."""
    if not wanted.text.strip() and not wanted.caller:
        return None
    found = leads_with(tx, wanted.text) if wanted.text.strip() else None
    if wanted.caller:
        theirs = leads_of_caller(tx, wanted.caller)
        found = theirs if found is None else [one for one in found if one in set(theirs)]
    return found


def _section(code: str, *, is_callback: bool, is_pushed: bool) -> int:
    if code == "free":
        return _DUE if is_callback else _PUSHED if is_pushed else _FREE
    return _SECTIONS.get(code, _LAST)


def _fitting(state: str) -> Callable[[str, bool], bool]:
    """Whether a lead with that code, and a call back or not, is in that state."""
    if state in {"", "pinned"}:
        return lambda _code, _is_callback: True
    if state == "callbacks":
        return lambda _code, is_callback: is_callback
    if state == "now":
        return lambda code, _is_callback: code == "free"
    if state == "later":
        return lambda code, _is_callback: code in SOON
    if state == "blocked":
        return lambda code, _is_callback: code not in {*SOON, "free", "kept_out"}
    return lambda code, _is_callback: code == state


_DUE, _PUSHED, _FREE, _PROMISED, _RESTING, _CLOSED, _LAST = range(7)
_SECTIONS = {
    "promised": _PROMISED,
    "promised_others": _PROMISED,
    "resting": _RESTING,
    "hours": _CLOSED,
    "not_open": _CLOSED,
}
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
