"""Cells: leads of a campaign on the same clocks, and the hours in which those may be called."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa

from qualdesk.core.calling_rules import CallHours
from qualdesk.core.calling_rules import open_hours as hours_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import CampaignId, LeadId, ListId
from qualdesk.store.acts import BOTH, act
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Transaction
from qualdesk.store.dialects import insert_or
from qualdesk.store.legal import law_of
from qualdesk.store.quick import quick_row, quick_rows, quick_write
from qualdesk.store.schema_campaigns import cell, cell_limit, open_hours, stack
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import lead_list

# Hours are worked out this far ahead, and again when less than this is left of them: callers of a
# team work for a week where nobody works them out, as over the days when a keeper is down.
AHEAD = timedelta(days=14)
ENOUGH = timedelta(days=7)
_BEHIND = timedelta(days=1)
# No cell of a list that is not published has hours, whatever else changes.
IS_LOADING = (
    sa.exists()
    .where(lead_list.c.id == cell.c.of_list, lead_list.c.state == "loading")
    .correlate(cell)
)


def cell_for(
    tx: Transaction,
    campaign_id: CampaignId,
    zones: Iterable[str],
    of_list: int = 0,
    legal: str = "",
) -> int:
    """The cell of a campaign's leads on these clocks and under this law, made when it is new.

    No zone at all is a cell too: one that never opens, whose leads wait until somebody finds
    out where the person is. ``of_list`` names the list that is being loaded: its leads stand in
    cells of their own, which do not open before the list is published. ``legal`` is the key of
    what they are to the law.
    """
    zone_set = "|".join(sorted(set(zones)))
    asked = {"campaign_id": campaign_id, "of_list": of_list, "zone_set": zone_set, "legal": legal}
    found = quick_row(tx, _CELL, asked)
    if found is None:
        is_ours = quick_write(tx, _MAKE, asked) == 1
        found = quick_row(tx, _CELL, asked)
        if not is_ours:
            # Another desk was making it: it has worked out its hours, which is done once.
            return int(found.id)
        is_closed = tx.connection.scalar(sa.select(IS_LOADING).where(cell.c.id == found.id))
        campaign = load_campaign(tx, campaign_id)
        _compile(tx, found.id, "" if is_closed else zone_set, legal, campaign, is_new=True)
    return int(found.id)


def is_loading(tx: Transaction, lead_id: LeadId) -> bool:
    """Whether the lead came with a list that is not published yet: nobody calls it."""
    return bool(quick_row(tx, _STANDS_IN, {"lead_id": lead_id}).is_loading)


def open_cells_of(tx: Transaction, list_id: ListId) -> None:
    """The cells of a list that is published now become the campaign's own.

    Where the campaign has a cell on those clocks already, the list's stays beside it, open as
    well, until ``stacks.merge_some`` has moved its leads. Hours are worked out at the next look.
    """
    home = cell.alias("home")
    has_home = sa.exists().where(
        home.c.campaign_id == cell.c.campaign_id,
        home.c.zone_set == cell.c.zone_set,
        home.c.legal == cell.c.legal,
        home.c.of_list == 0,
    )
    mine = cell.c.of_list == list_id
    tx.connection.execute(cell.update().where(mine).values(compiled_from=None, compiled_until=None))
    tx.connection.execute(cell.update().where(mine, ~has_home).values(of_list=0))


def drop_empty(tx: Transaction, cell_id: int) -> bool:
    """Remove a cell that no lead stands in; whether it was.

    One that somebody is just working out hours for, or making a stack in, stays for the next
    time: what they write would hold on to a row that is gone.
    """
    if tx.connection.scalar(_TO_DROP, {"cell_id": cell_id}) is None:
        return False
    left = sa.select(lead.c.id).where(lead.c.cell_id == cell_id).limit(1)
    if tx.connection.scalar(left) is not None:
        return False
    for beside in (stack, cell_limit, open_hours):
        tx.connection.execute(beside.delete().where(beside.c.cell_id == cell_id))
    tx.connection.execute(cell.delete().where(cell.c.id == cell_id))
    return True


def are_stale(tx: Transaction, at: datetime | None = None) -> bool:
    """Whether hours must be worked out before a look at the queue, now or at ``at``."""
    first, last = _span(tx, at)
    return quick_row(tx, _ANY_OLD, {"first": first, "enough": last + ENOUGH}) is not None


def refresh(tx: Transaction, at: datetime | None = None, at_most: int | None = None) -> int:
    """Work out the hours of every cell where less than a week of them is left; how many.

    Also where the clock went back before them, as it does in rehearsals. With ``at`` they
    reach to that instant as well, for a look ahead. ``at_most`` so many are done.
    """
    first, last = _span(tx, at)
    most = _ALL if at_most is None else at_most
    rows = quick_rows(tx, _OLD, {"first": first, "enough": last + ENOUGH, "at_most": most})
    campaigns = {key: load_campaign(tx, CampaignId(key)) for key in {r.campaign_id for r in rows}}
    for row in rows:
        zone_set = "" if row.is_loading else row.zone_set
        _compile(tx, row.id, zone_set, row.legal, campaigns[row.campaign_id], at)
    return len(rows)


def _span(tx: Transaction, at: datetime | None) -> tuple[datetime, datetime]:
    return min(tx.now, at or tx.now), max(tx.now, at or tx.now)


def _compile(  # noqa: PLR0917 - a cell is all of this
    tx: Transaction,
    cell_id: int,
    zone_set: str,
    legal: str,
    campaign: Campaign,
    at: datetime | None = None,
    *,
    is_new: bool = False,
) -> None:
    first, last = _span(tx, at)
    start, end = first - _BEHIND, last + AHEAD
    zones = tuple(zone_set.split("|")) if zone_set else ()
    law = law_of(tx, campaign, legal)
    hours = CallHours(zones=zones, limits=campaign.limits, window=campaign.window, law=law)
    spans = [
        {"cell_id": cell_id, "opens_at": span.opens_at, "closes_at": span.closes_at}
        for span in hours_of(hours, start, end)
    ]
    limits = [
        {"cell_id": cell_id, "calls": one.calls, "seconds": int(one.within.total_seconds())}
        for one in sorted(law.limits_on(tx.now.date()), key=lambda one: (one.calls, one.within))
    ]
    for table, rows in ((open_hours, spans), (cell_limit, limits)):
        if not is_new:
            tx.connection.execute(table.delete().where(table.c.cell_id == cell_id))
        if rows:
            tx.connection.execute(_FIRST[table.name] if is_new else table.insert(), rows)
    told = {"of_cell": cell_id, "from_then": start, "until": end}
    quick_write(tx, _COMPILED_FIRST if is_new else _COMPILED, told)


_ALL = 1_000_000_000
_IS_OLD = sa.or_(
    cell.c.compiled_until.is_(None),
    cell.c.compiled_until < sa.bindparam("enough"),
    cell.c.compiled_from > sa.bindparam("first"),
)
_ANY_OLD = sa.select(cell.c.id).where(_IS_OLD).limit(1)
_OLD = (
    sa.select(
        *(cell.c[name] for name in ("id", "zone_set", "legal", "campaign_id")),
        IS_LOADING.label("is_loading"),
    )
    .where(_IS_OLD)
    .limit(sa.bindparam("at_most"))
    # Several desks of a team come here at once: each takes what no other is doing.
    .with_for_update(skip_locked=True, of=cell)
)
_TO_DROP = (
    sa.select(cell.c.id)
    .where(cell.c.id == sa.bindparam("cell_id"))
    .with_for_update(skip_locked=True)
)
_STANDS_IN = (
    sa.select(IS_LOADING.label("is_loading"))
    .select_from(cell)
    .join(lead, lead.c.cell_id == cell.c.id)
    .where(lead.c.id == sa.bindparam("lead_id"))
)
_KEYS = ("campaign_id", "of_list", "zone_set", "legal")
_CELL = sa.select(cell.c.id).where(*(cell.c[name] == sa.bindparam(name) for name in _KEYS))
# Cells are nobody's. Who comes to a new one works out its hours; those it has nobody may change
# who only calls.
_MAKE = act(
    "make_cell",
    insert_or(cell).values({name: sa.bindparam(name) for name in _KEYS}).unless_there(),
    to=BOTH,
    beyond=True,
)
_IS_NEW = cell.c.compiled_until.is_(None)


def _first(table: sa.Table, name: str) -> sa.Insert:
    """What writes a row of a new cell into a table."""
    row = [sa.bindparam(one.name, type_=one.type).label(one.name) for one in table.c]
    mine = sa.exists().where(cell.c.id == sa.bindparam("cell_id", type_=sa.Integer), _IS_NEW)
    names = [one.name for one in table.c]
    written = table.insert().from_select(names, sa.select(*row).where(mine))
    return act(name, written, to=BOTH, beyond=True)


_FIRST = {
    open_hours.name: _first(open_hours, "write_hours"),
    cell_limit.name: _first(cell_limit, "write_limit"),
}
_COMPILED = (
    cell.update()
    .where(cell.c.id == sa.bindparam("of_cell"))
    .values(compiled_from=sa.bindparam("from_then"), compiled_until=sa.bindparam("until"))
)
_COMPILED_FIRST = act("keep_hours", _COMPILED.where(_IS_NEW), to=BOTH, beyond=True)
