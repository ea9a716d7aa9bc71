"""The kept counts of the Floor: read, added up, compared with the rows, and mended."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.lead_groups import Group
from qualdesk.store.database import Transaction
from qualdesk.store.schema_tally import tally_delta
from qualdesk.store.tally_sql import KEPT, lead_key, rows_counted

IS_HELD = """(lead.claimed_by IS NOT NULL AND lead.claim_kind <> 'undo'
    AND lead.claim_until > :now)"""
"""A lead in a caller's hands. A hold that ran out holds nothing, also before anybody ended it."""
# So many changes are added up in one transaction: some milliseconds.
_AT_ONCE = 5_000


@frozen
class Kept:
    """The counts of one campaign.

    Attributes:
        total: its leads, counted as they came and went.
        done: finished leads by the quarter of an hour since 1970 UTC.
        calls: calls by weekday and hour on their clock, and outcome.
    """

    total: int = 0
    groups: Mapping[Group, int] = field(default_factory=dict)
    done: Mapping[int, int] = field(default_factory=dict)
    calls: tuple[tuple[int, int, str, int], ...] = ()


@frozen
class OffBy:
    """A count that is not what the rows say."""

    campaign_id: CampaignId
    what: str
    key: str
    kept: int
    counted: int


def kept_counts(tx: Transaction, campaign_id: CampaignId) -> Kept:
    """The counts of a campaign as they are kept."""
    asked = tx.dialect.named(_OF_CAMPAIGN)
    rows = tx.run(asked, {"campaign_id": campaign_id}).fetchall()
    return _kept((what, key, int(counted)) for what, key, counted in rows)


def groups_of_all(tx: Transaction) -> dict[CampaignId, dict[Group, int]]:
    """The leads of every campaign in their groups, as they are kept; a few hundred rows."""
    found: dict[CampaignId, dict[Group, int]] = {}
    for campaign_id, key, leads in tx.run(_GROUPS, {}).fetchall():
        if leads:
            found.setdefault(CampaignId(campaign_id), {})[Group.from_key(key)] = int(leads)
    return found


def held_groups(tx: Transaction, campaign_id: CampaignId) -> dict[Group, int]:
    """The groups of the leads that are in a caller's hands at this moment."""
    text = f"SELECT {lead_key(tx.dialect.name)} AS held FROM lead WHERE {IS_HELD}"  # noqa: S608 - our own
    # By the index of holds: that of campaigns, which it may take instead, leads past every lead.
    text += " AND lead.campaign_id + 0 = :campaign_id"
    values = {"now": tx.dialect.moment(tx.now), "campaign_id": campaign_id}
    held = Counter(key for (key,) in tx.run(tx.dialect.named(text), values).fetchall())
    return {Group.from_key(key): leads for key, leads in held.items()}


def has_deltas(tx: Transaction) -> bool:
    """Whether there are changes beside the counts, to be added up."""
    return tx.connection.scalar(sa.select(tally_delta.c.id).limit(1)) is not None


def add_up(tx: Transaction) -> bool:
    """Add some changes up into the counts, one desk at a time; whether there may be more.

    On a shared server only: a file's counts are written at once, and have no changes beside them.
    """
    tx.dialect.one_at_a_time(tx.connection, "tally")
    done = tx.connection.execute(sa.text(_ADD_UP), {"most": _AT_ONCE}).scalar_one()
    return int(done) == _AT_ONCE


def off_by(connection: sa.Connection, campaign_id: CampaignId | None = None) -> tuple[OffBy, ...]:
    """Where the counts that are kept differ from a count of the rows, of one campaign or all.

    A look at every row: for an alarm, not for a page.
    """
    mine = {} if campaign_id is None else {"campaign_id": campaign_id}
    rows = connection.execute(_off_by(connection, campaign_id), mine).all()
    return tuple(OffBy(**row._asdict()) for row in rows)


def recount(connection: sa.Connection) -> int:
    """Let the kept counts of all campaigns be what the rows say; how many were not.

    For when nobody else can be counting anew: while a workspace is brought up to date.
    """
    found = off_by(connection)
    mend(connection, found)
    return len(found)


def mend(connection: sa.Connection, found: Sequence[OffBy]) -> None:
    """Let these counts be what the rows said when they were compared.

    What others wrote since stays added to them: only the difference is written. So it must be
    written once, whoever else compared them meanwhile.
    """
    if found:
        connection.execute(
            sa.text(_MEND[connection.dialect.name]),
            [
                {
                    "campaign_id": one.campaign_id,
                    "what": one.what,
                    "key": one.key,
                    "counted": one.counted - one.kept,
                }
                for one in found
            ],
        )


def _kept(rows: Iterable[tuple[str, str, int]]) -> Kept:
    counts: dict[str, Counter[str]] = {what: Counter() for what in ("leads", "total", "done")}
    calls = []
    for what, key, counted in rows:
        if what == "calls":
            day, hour, outcome = key.split("|")
            calls.append((int(day), int(hour), outcome, counted))
        elif counted:
            counts[what][key] += counted
    return Kept(
        total=counts["total"][""],
        groups={Group.from_key(key): leads for key, leads in counts["leads"].items()},
        done={int(quarter): leads for quarter, leads in counts["done"].items()},
        calls=tuple(calls),
    )


def _off_by(connection: sa.Connection, campaign_id: CampaignId | None) -> sa.TextClause:
    mine = "" if campaign_id is None else "AND lead.campaign_id = :campaign_id"
    kept_of = "" if campaign_id is None else "WHERE campaign_id = :campaign_id"
    return sa.text(
        f"""WITH counted AS ({rows_counted(connection.dialect.name, mine)}), kept AS ({KEPT}),
        compared AS (
            SELECT campaign_id, what, key, 0 AS kept, counted FROM counted
            UNION ALL SELECT campaign_id, what, key, counted, 0 FROM kept {kept_of}
        )
        SELECT campaign_id, what, key, CAST(SUM(kept) AS INTEGER) AS kept,
            CAST(SUM(counted) AS INTEGER) AS counted
        FROM compared GROUP BY campaign_id, what, key HAVING SUM(kept) <> SUM(counted)
        ORDER BY campaign_id, what, key"""  # noqa: S608 - our own text
    )


_OF_CAMPAIGN = """SELECT what, key, SUM(counted) FROM (
        SELECT what, key, counted FROM tally WHERE campaign_id = :campaign_id
        UNION ALL SELECT what, key, counted FROM tally_delta WHERE campaign_id = :campaign_id
    ) AS together GROUP BY what, key"""
_GROUPS = """SELECT campaign_id, key, SUM(counted) FROM (
        SELECT campaign_id, key, counted FROM tally WHERE what = 'leads'
        UNION ALL SELECT campaign_id, key, counted FROM tally_delta WHERE what = 'leads'
    ) AS together GROUP BY campaign_id, key"""
_ADD_UP = """WITH taken AS (
        DELETE FROM tally_delta
        WHERE id IN (SELECT id FROM tally_delta ORDER BY id LIMIT :most)
        RETURNING campaign_id, what, key, counted
    ), added AS (
        INSERT INTO tally (campaign_id, what, key, counted)
        SELECT campaign_id, what, key, SUM(counted) FROM taken GROUP BY campaign_id, what, key
        ON CONFLICT (campaign_id, what, key)
            DO UPDATE SET counted = tally.counted + excluded.counted
    )
    SELECT COUNT(*) FROM taken"""
_VALUES = "(campaign_id, what, key, counted) VALUES (:campaign_id, :what, :key, :counted)"
_MEND = {
    "sqlite": f"""INSERT INTO tally {_VALUES} ON CONFLICT (campaign_id, what, key)
        DO UPDATE SET counted = counted + excluded.counted""",
    "postgresql": f"INSERT INTO tally_delta {_VALUES}",
}
