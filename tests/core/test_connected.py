"""How a connection to a team's server stands, in words: what may be read along, lost or late."""

from datetime import timedelta
from typing import Any

import pytest

from qualdesk.core.transport import CLOSE_ENOUGH, Connected


def _connected(**more: Any) -> Connected:
    safe = {"is_near": False, "protocol": "TLSv1.3", "is_checked": True, "is_scram": True}
    return Connected(**{**safe, "server": "15.8", **more})


@pytest.mark.parametrize(
    ("ahead", "says"),
    [
        (timedelta(days=3, hours=2), "3 days ahead of"),
        (-timedelta(days=1), "1 day behind"),
        (timedelta(hours=2, minutes=5), "2 hours ahead of"),
        (-timedelta(minutes=1), "1 minute behind"),
        (timedelta(seconds=31), "31 seconds ahead of"),
    ],
)
def test_a_clock_that_is_not_the_server_s_is_told_by_how_much(ahead: timedelta, says: str) -> None:
    connected = _connected(ahead=ahead)
    assert f"This computer's clock is {says} the team server's." in connected.wrong_clock
    assert connected.doubts == (connected.wrong_clock,)
    assert not connected.is_weak


@pytest.mark.parametrize("ahead", [timedelta(), CLOSE_ENOUGH, -CLOSE_ENOUGH])
def test_a_clock_that_is_close_enough_is_not_spoken_of(ahead: timedelta) -> None:
    assert _connected(ahead=ahead).doubts == ()


def test_a_server_that_may_forget_what_it_acknowledged_is_named_with_its_settings() -> None:
    (says,) = _connected(unsafe=("fsync", "synchronous_commit")).doubts
    assert "may lose in a power cut what it has said is saved (fsync, synchronous_commit)" in says
    assert len(_connected(unsafe=("fsync",), ahead=timedelta(days=-3)).doubts) == 2
