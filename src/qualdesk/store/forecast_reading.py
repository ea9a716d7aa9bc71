"""What a forecast is made from, as it is kept: open leads in groups, recent calls, who calls."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.store.database import Transaction
from qualdesk.store.schema_campaigns import cell, member
from qualdesk.store.schema_leads import lead

BACK = timedelta(days=21)
"""Calls are looked at so far back: what a floor did a month ago says little of this week."""
AT_MOST = 2_000
"""And no more of one caller's: the newest say as much as all of them."""


@frozen
class OpenLeads:
    """Open leads that are the same to a forecast.

    Attributes:
        traits: what they share, as the key of that value.
        state: waiting, callback or research; ``is_kept_out``: by a supervisor.
        wakes: the day until which they rest, or on which a call back is due; None: none.
    """

    cell_id: int
    traits: str
    state: str
    is_kept_out: bool
    attempts: int
    wakes: date | None
    leads: int


@frozen
class CellKept:
    """A cell as it is kept: its clocks and what its people are to the law."""

    id: int
    zones: tuple[str, ...]
    legal: str


@frozen
class CallsMade:
    """Calls of one caller in one hour that were alike; ``traits`` empty for other campaigns.

    ``at`` is when that hour began, UTC: which day it is of depends on whose clock it is.
    """

    caller: str
    at: datetime
    campaign_id: CampaignId
    traits: str
    hour: int
    weekday: int
    outcome: str
    calls: int


def open_leads(
    tx: Transaction, campaign_id: CampaignId, ahead: timedelta = timedelta()
) -> Iterator[OpenLeads]:
    """The open leads of a campaign, counted by all that matters to a forecast.

    Their days are those of a clock that is so far ``ahead`` of UTC.
    """
    asked = {"campaign_id": campaign_id, "ahead": f"{int(ahead.total_seconds()):+} seconds"}
    rows = tx.run(tx.dialect.named(_open_sql(tx)), asked)
    for cell_id, traits, state, kept_out, attempts, wakes, leads in rows.fetchall():
        yield OpenLeads(
            cell_id=cell_id,
            traits=traits or "",
            state=state,
            is_kept_out=bool(kept_out),
            attempts=attempts,
            wakes=date.fromisoformat(wakes) if wakes else None,
            leads=leads,
        )


def cells_of(tx: Transaction, campaign_id: CampaignId) -> tuple[CellKept, ...]:
    """The cells of a campaign."""
    query = sa.select(cell.c.id, cell.c.zone_set, cell.c.legal)
    rows = tx.connection.execute(query.where(cell.c.campaign_id == campaign_id))
    return tuple(
        CellKept(
            id=row.id,
            zones=tuple(row.zone_set.split("|")) if row.zone_set else (),
            legal=row.legal,
        )
        for row in rows
    )


def calls_made(tx: Transaction, names: Sequence[str]) -> Iterator[CallsMade]:
    """The recent calls of these people, dialled and ended, counted by all that matters."""
    text = tx.dialect.named(_calls_sql(tx))
    for name in names:
        asked = {
            "caller": name,
            "since": tx.dialect.moment(tx.now - BACK),
            "at_most": AT_MOST,
        }
        for at, campaign_id, traits, hour, weekday, outcome, calls in tx.run(text, asked):
            yield CallsMade(
                caller=name,
                at=datetime.fromisoformat(at).replace(tzinfo=UTC),
                campaign_id=CampaignId(campaign_id),
                traits=traits,
                hour=hour,
                weekday=weekday,
                outcome=outcome,
                calls=calls,
            )


def moved_to(tx: Transaction) -> dict[str, CampaignId]:
    """Who calls for one campaign alone, because a supervisor said so."""
    query = sa.select(member.c.name, member.c.works_for).where(member.c.works_for != 0)
    return {row.name: CampaignId(row.works_for) for row in tx.connection.execute(query)}


def seen_at(tx: Transaction) -> dict[str, datetime]:
    """When each was last seen at work, of those who ever were."""
    query = sa.select(member.c.name, member.c.seen_at).where(member.c.seen_at.is_not(None))
    return {row.name: row.seen_at for row in tx.connection.execute(query)}


def out_of_reach(
    tx: Transaction, campaign_id: CampaignId, cells: Sequence[int], *, is_all: bool = False
) -> tuple[int, ...]:
    """The open leads nobody may call before the close, in the order they were loaded.

    Those of these cells, those kept out by a supervisor, those nobody found a number for; or all.
    """
    query = sa.select(lead.c.id).where(lead.c.campaign_id == campaign_id, lead.c.state.in_(_OPEN))
    if not is_all:
        there = list(cells)
        query = query.where(
            sa.or_(
                sa.and_(lead.c.cell_id.in_(there), lead.c.state != "callback"),
                sa.and_(lead.c.kept_out != "", lead.c.state == "waiting"),
                sa.and_(lead.c.state == "research", lead.c.wake_at.is_(None)),
            )
        )
    return tuple(tx.connection.scalars(query.order_by(lead.c.id)))


def _open_sql(tx: Transaction) -> str:
    at = "COALESCE(lead.due_at, lead.wake_at)"
    day = f"date({at}, :ahead)"
    if tx.dialect.name != "sqlite":
        moved = f"{at} AT TIME ZONE 'UTC' + CAST(:ahead AS interval)"
        day = f"to_char({moved}, 'YYYY-MM-DD')"
    return f"""SELECT lead.cell_id, stack.traits, lead.state, lead.kept_out <> '' AS kept_out,
            lead.attempts, {day} AS wakes, COUNT(*)
        FROM lead LEFT JOIN stack ON stack.id = lead.stack_id
        WHERE lead.campaign_id = :campaign_id
            AND lead.state IN ('waiting', 'callback', 'research')
        GROUP BY 1, 2, 3, 4, 5, 6"""  # noqa: S608 - our own words


def _calls_sql(tx: Transaction) -> str:
    hour = "substr(made.started_at, 1, 13)"
    if tx.dialect.name != "sqlite":
        hour = """to_char(made.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24')"""
    return f"""SELECT {hour} AS hour, lead.campaign_id, made.traits,
            made.their_hour, made.their_day, made.outcome, COUNT(*)
        FROM (
            SELECT lead_id, traits, their_hour, their_day, outcome, started_at FROM attempt
            WHERE caller = :caller AND ended_at > :since AND number <> '' AND outcome <> ''
                AND undone_at IS NULL AND NOT is_conflict AND NOT is_incoming
            ORDER BY ended_at DESC LIMIT :at_most
        ) AS made JOIN lead ON lead.id = made.lead_id
        GROUP BY 1, 2, 3, 4, 5, 6"""  # noqa: S608 - our own words


_OPEN = ("waiting", "callback", "research")
