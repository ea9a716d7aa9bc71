"""A caller's limit raised for a while: then what counted for good before counts again."""

from dataclasses import replace
from datetime import timedelta

import psycopg
import pytest

from desk.test_claim_limits import _FEW, _desk, _take
from qualdesk.core.claim_limits import USUAL, LimitUse
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import Refused
from qualdesk.desk import Desk
from team_desks import TeamDesk

TWO, THREE = replace(_FEW, per_hour=2), replace(_FEW, per_hour=3)


def _of_maya(desk: Desk) -> LimitUse:
    return next(use for use in desk.limits.all() if use.caller == "Maya")


def test_until_then_the_raised_limit_counts_and_then_the_one_before(team: TeamDesk) -> None:
    """The server's own count goes by it, not what the window shows."""
    later = SystemClock().now() + timedelta(hours=1)
    over = later - timedelta(hours=2)
    with _desk(team, "Nadia") as desk:
        desk.limits.set("Maya", TWO, "she is new")
        desk.limits.set("Maya", THREE, "the fair ends tonight", later)
        assert (_of_maya(desk).limits, _of_maya(desk).until) == (THREE, later)
        _take(team, "Maya", 3)
        desk.limits.set("Maya", replace(_FEW, per_hour=5), "the fair ended", over)
        assert (_of_maya(desk).limits, _of_maya(desk).until) == (TWO, None)
        with pytest.raises(psycopg.Error, match="Not yet"):
            _take(team, "Maya", 1)
        desk.limits.set("Ben", TWO, "for an hour that is over", over)
        assert next(use.limits for use in desk.limits.all() if use.caller == "Ben") == USUAL


def test_putting_it_back_knows_what_counted_for_good(team: TeamDesk) -> None:
    later = SystemClock().now() + timedelta(hours=1)
    with _desk(team, "Nadia") as desk:
        desk.limits.set("Maya", TWO, "she is new")
        first = desk.limits.set("Maya", THREE, "the fair ends tonight", later)
        second = desk.limits.set("Maya", _FEW, "and more", later)
        desk.limits.put_back(second.undo)
        assert (_of_maya(desk).limits, _of_maya(desk).until) == (THREE, later)
        desk.limits.put_back(first.undo)
        assert (_of_maya(desk).limits, _of_maya(desk).until) == (TWO, None)


def test_the_usual_limits_count_for_good(team: TeamDesk) -> None:
    with _desk(team, "Nadia") as desk, pytest.raises(Refused, match="one caller's for a while"):
        desk.limits.set("", TWO, "the fair", SystemClock().now())
