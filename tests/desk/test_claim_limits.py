"""A supervisor sees how much callers of a team were shown, and says how much they may be."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest

from makers import make_campaign, make_lead
from qualdesk.bootstrap import open_desk
from qualdesk.core.claim_limits import HOUR, USUAL, ClaimLimits, is_near
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import NotFound, NothingToUndo, Refused
from qualdesk.desk import Desk
from qualdesk.desk.claim_limits import MOST_A_DAY, ClaimLimitsDesk
from qualdesk.store.act_functions import function_of
from qualdesk.store.acts import act_named
from qualdesk.store.database import Store
from team_desks import TeamDesk

_FEW = ClaimLimits(seconds_between=0, per_hour=5, per_day=10)


@contextmanager
def _desk(team: TeamDesk, name: str) -> Iterator[Desk]:
    desk = open_desk(team.url(name), caller=name)
    try:
        yield desk
    finally:
        desk.close()


def _take(team: TeamDesk, name: str, leads: int) -> None:
    """Take so many leads one after the other, past every program of ours."""
    store = Store(team.owner, clock=SystemClock())
    with store.transaction() as tx:
        fair = make_campaign(tx)
        ids = [make_lead(tx, fair) for _ in range(leads)]
    store.close()
    takes = function_of(act_named("hold_lead")).arguments
    asked = ", ".join(f"p_{one} => %s::{of}" for one, of in takes.items())
    hold = f"SELECT act.hold_lead({asked})".encode()
    with psycopg.connect(team.url(name), autocommit=True) as psql:
        for lead_id in ids:
            given = {"of_lead": lead_id, "kind": "open", "token": None, "until": "2999-01-01"}
            psql.execute(hold, [given[one] for one in takes])
            psql.execute("SELECT act.let_go(p_of_lead => %s::int, p_token => 1)", (lead_id,))


@pytest.mark.parametrize(
    ("this_hour", "today", "near"),
    [(0, 0, False), (47, 47, False), (48, 48, True), (0, 319, False), (0, 320, True)],
)
def test_near_is_four_fifths_of_either_limit(this_hour: int, today: int, near: bool) -> None:
    assert is_near(USUAL, this_hour, today) is near
    assert HOUR.total_seconds() == 3600


def test_a_supervisor_sees_where_each_caller_stands_and_who_came_near(team: TeamDesk) -> None:
    with _desk(team, "Nadia") as desk:
        desk.limits.set("Maya", _FEW, "a new client")
        _take(team, "Maya", 4)
        ben, maya = desk.limits.all()
        assert (maya.caller, maya.this_hour, maya.today, maya.is_near) == ("Maya", 4, 4, True)
        assert (ben.caller, ben.this_hour, ben.is_near, ben.limits) == ("Ben", 0, False, USUAL)
        assert maya.limits == _FEW
        [alarm] = desk.limits.alarms()
        assert (alarm.caller, alarm.span, alarm.taken, alarm.allowed) == ("Maya", "hour", 4, 5)
        assert desk.limits.see_alarms(alarm.at) == 1
        assert desk.limits.alarms() == ()


def test_a_limit_that_is_raised_counts_from_the_next_lead_on_and_can_be_put_back(
    team: TeamDesk,
) -> None:
    with _desk(team, "Nadia") as desk:
        desk.limits.set("Maya", replace(_FEW, per_hour=1), "a new client")
        with pytest.raises(psycopg.Error, match="Not yet"):
            _take(team, "Maya", 2)
        done = desk.limits.set("Maya", replace(_FEW, per_hour=2), "she is known by now")
        assert done.says == "Maya may be shown 2 leads an hour and 10 a day."
        _take(team, "Maya", 1)
        back = desk.limits.put_back(done.undo)
        assert desk.limits.all()[1].limits.per_hour == 1
        desk.limits.put_back(back.undo)
        assert desk.limits.all()[1].limits.per_hour == 2


def test_what_counts_for_everybody_can_be_changed_and_put_back(team: TeamDesk) -> None:
    with _desk(team, "Nadia") as desk:
        done = desk.limits.set("", replace(_FEW, per_hour=1), "a purchased list")
        assert desk.limits.usual().per_hour == 1
        with pytest.raises(psycopg.Error, match="Not yet"):
            _take(team, "Ben", 2)
        assert {use.limits.per_hour for use in desk.limits.all()} == {1}
        desk.limits.put_back(done.undo)
        assert desk.limits.usual() == USUAL


@pytest.fixture
def limits_desk(store: Store) -> ClaimLimitsDesk:
    return ClaimLimitsDesk(store, "Nadia")


def test_who_changed_limits_meanwhile_is_not_overruled_by_an_undo(
    limits_desk: ClaimLimitsDesk,
) -> None:
    first = limits_desk.set("", replace(USUAL, per_hour=70), "short of leads")
    limits_desk.set("", replace(USUAL, per_hour=80), "shorter still")
    with pytest.raises(NothingToUndo):
        limits_desk.put_back(first.undo)
    assert limits_desk.usual().per_hour == 80


@pytest.mark.parametrize(
    ("limits", "because"),
    [
        (USUAL, " "),
        (replace(USUAL, per_hour=-1), "why"),
        (replace(USUAL, per_day=MOST_A_DAY + 1), "why"),
        (replace(USUAL, per_hour=500), "why"),
    ],
)
def test_limits_that_cannot_be_are_refused_in_words(
    limits_desk: ClaimLimitsDesk, limits: ClaimLimits, because: str
) -> None:
    with pytest.raises(Refused):
        limits_desk.set("", limits, because)
    assert limits_desk.usual() == USUAL


def test_nobody_is_limited_who_does_not_work_here(limits_desk: ClaimLimitsDesk) -> None:
    with pytest.raises(NotFound, match="Otto"):
        limits_desk.set("Otto", USUAL, "why")


def test_in_a_file_nothing_is_limited_and_callers_see_nobody_else(
    limits_desk: ClaimLimitsDesk, team: TeamDesk
) -> None:
    assert limits_desk.all() == ()
    assert limits_desk.alarms() == ()
    with _desk(team, "Maya") as maya:
        assert maya.limits.all() == ()
