"""When only callers are at work: their windows do the clock's work that the database does alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest

from makers import make_campaign, make_lead
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SystemClock
from qualdesk.core.ids import LeadId
from qualdesk.core.sources import CallLimits
from qualdesk.desk import Desk
from qualdesk.store import cells
from qualdesk.store.database import Store
from team_desks import TeamDesk

_ALL_DAY = CallLimits(hours=(0, 24 * 60), days=frozenset(range(7)))
_NO_PACE = "INSERT INTO claim_limit VALUES ('Maya', 0, 99, 99, 0, '', now())"


@contextmanager
def _desk(team: TeamDesk, name: str = "Maya") -> Iterator[Desk]:
    desk = open_desk(team.url(name), caller=name)
    try:
        yield desk
    finally:
        desk.close()


def _as_owner(team: TeamDesk, text: str, *values: object) -> list[Any]:
    with psycopg.connect(team.owner, autocommit=True) as owner:
        cursor = owner.execute(text.encode(), values or None)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def leads(team: TeamDesk) -> list[LeadId]:
    _as_owner(team, _NO_PACE)
    store = Store(team.owner, clock=SystemClock())
    try:
        with store.transaction() as tx:
            fair = make_campaign(tx, limits=_ALL_DAY)
            return [make_lead(tx, fair) for _ in range(4)]
    finally:
        store.close()


def test_a_claim_goes_on_though_nobody_ranked_or_sorted_for_long(
    team: TeamDesk, leads: list[LeadId]
) -> None:
    _as_owner(
        team, "UPDATE workspace SET value = '2020-01-01T00:00:00+00:00' WHERE key = 'ranked_at'"
    )
    with _desk(team) as desk:
        desk.keeper.catch_up()
        card = desk.calling.next_lead()
        assert isinstance(card, CallCard)
        assert card.lead.id in leads
        assert card.lead.contact.name


def test_who_has_rested_and_whose_hold_ran_out_come_back_by_a_caller_s_window(
    team: TeamDesk, leads: list[LeadId]
) -> None:
    rested, held, over, _ = leads
    _as_owner(
        team,
        "UPDATE lead SET ready = FALSE, wake_at = now() - interval '1 minute' WHERE id = %s",
        rested,
    )
    _as_owner(
        team,
        "UPDATE lead SET ready = FALSE, claimed_by = 'Ben', claim_kind = 'open', claim_token = 1,"
        " claim_until = now() - interval '1 minute' WHERE id = %s",
        held,
    )
    _as_owner(team, "UPDATE lead SET closes_at = now() - interval '1 minute' WHERE id = %s", over)
    with _desk(team) as desk:
        assert desk.keeper.help_out().queue
    stands = _as_owner(team, "SELECT ready, state, claimed_by FROM lead ORDER BY id")
    assert stands == [
        (True, "waiting", None),
        (True, "waiting", None),
        (False, "unreachable", None),
        (True, "waiting", None),
    ]


def test_desks_go_on_for_a_week_at_least_and_then_say_that_nothing_is_open(
    team: TeamDesk, leads: list[LeadId]
) -> None:
    assert cells.ENOUGH.days >= 7
    assert cells.AHEAD >= 2 * cells.ENOUGH
    assert leads
    _as_owner(
        team,
        "UPDATE open_hours SET opens_at = now() - interval '9 days',"
        " closes_at = now() - interval '8 days'"
        " WHERE (cell_id, opens_at) IN (SELECT cell_id, min(opens_at) FROM open_hours GROUP BY 1)",
    )
    _as_owner(team, "DELETE FROM open_hours WHERE closes_at > now()")
    _as_owner(team, "UPDATE cell SET compiled_until = now() - interval '1 day'")
    with _desk(team) as desk:
        found = desk.calling.next_lead()
        assert isinstance(found, NothingToCall)
        assert [reason.says for reason in found.reasons]
        assert desk.queue.why_empty().open_leads == len(leads)
    with _desk(team, "Nadia") as desk:
        desk.keeper.tick()
    with _desk(team) as desk:
        assert isinstance(desk.calling.next_lead(), CallCard)
