"""Computers whose clocks are wrong: the server's decides, and whoever is off is told."""

import json
import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from makers import make_campaign, make_lead
from qualdesk.core.clock import SystemClock
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Signals
from qualdesk.core.sources import CallLimits, SourceType
from qualdesk.store.database import Store
from qualdesk.store.schema import answer, attempt

TESTS = Path(__file__).parents[1]
ALL_HOURS = (0, 24 * 60)
TURN = datetime(2027, 3, 28, 1, tzinfo=UTC)
needs_faketime = pytest.mark.skipif(
    shutil.which("faketime") is None and os.environ.get("CI") != "true",
    reason="faketime is not installed: apt install faketime",
)


def _morning(store: Store) -> tuple[list[LeadId], LeadId]:
    """Leads that may be called today and tomorrow, and one only in three or four days."""
    with store.transaction() as tx:
        today = tx.now.weekday()
        these, others = ({(today + day) % 7 for day in days} for days in ((0, 1), (3, 4)))
        limits = {"hours": ALL_HOURS, "min_gap": timedelta(0)}
        now = make_campaign(tx, limits=CallLimits(days=frozenset(these), **limits))
        later = make_campaign(tx, limits=CallLimits(days=frozenset(others), **limits))
        asked = Signals(source=SourceType.TRADE_SHOW, asked_for_call=True)
        leads = [make_lead(tx, now, signals=None if n else asked) for n in range(len(CLOCKS))]
        return leads, make_lead(tx, later)


def _desk(url: str, caller: str, closed: LeadId, clock: str) -> dict[str, Any]:
    """What a desk was given on a computer with that clock, as faketime writes it."""
    until = [TURN.isoformat()] if clock.startswith("@") else []
    program = [sys.executable, "skewed_desk.py", url, caller, str(closed), *until]
    wrong = ["faketime", "-f", clock] if clock else []
    done = subprocess.run([*wrong, *program], cwd=TESTS, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    told: dict[str, Any] = json.loads(done.stdout)
    return told


CLOCKS = {
    "": "",
    "+3d": "3 days ahead of",
    "-3d": "3 days behind",
    # A second later Europe's clocks are turned: it steps over that in the middle of its work.
    f"@{TURN - timedelta(seconds=1):%Y-%m-%d %H:%M:%S}": "days ahead of",
}


@needs_faketime
def test_desks_with_wrong_clocks_get_what_one_with_the_right_clock_gets(postgres_url: str) -> None:
    """Q4, Q6: leases, due times and rules go by the server; the person is told of the rest."""
    store = Store(postgres_url, clock=SystemClock())
    leads, closed = _morning(store)
    rules = set()
    for clock, says, lead in zip(CLOCKS, CLOCKS.values(), leads, strict=True):
        told = _desk(postgres_url, f"Ana {clock}", closed, clock)
        assert told["lead"] == lead
        assert 14 * 60 < told["held"] <= 15 * 60
        assert 118 * 60 < told["due"] < 122 * 60
        # But for the minute it is, which is read out first.
        rules.add(told["rule"].partition(" in ")[2])
        assert says in told["clock"]
        assert bool(told["clock"]) == bool(clock)
        if clock.startswith("@"):
            assert datetime.fromisoformat(told["ended"]) > TURN
    assert len(rules) == 1
    assert rules != {""}
    store.close()


def _sleeper(url: str) -> subprocess.Popen[str]:
    """A caller in a call, stopped in the middle of it as by a laptop that is shut."""
    program = [sys.executable, "sleeping_caller.py", url, "Ana", "0.3"]
    caller = subprocess.Popen(program, cwd=TESTS, stdout=subprocess.PIPE, text=True)
    os.waitid(os.P_PID, caller.pid, os.WSTOPPED | os.WNOWAIT)
    return caller


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="nothing stops a program on Windows")
def test_a_lead_somebody_slept_over_is_another_s_and_their_late_saves_are_conflicts(
    store_url: str,
) -> None:
    """Complaint 10: the lease ran out in their sleep; nothing of the other's call is touched."""
    store = Store(store_url, clock=SystemClock())
    with store.transaction() as tx:
        whole_week = CallLimits(
            hours=ALL_HOURS, days=frozenset(range(7)), min_gap=timedelta(0), max_per_day=9
        )
        make_lead(tx, make_campaign(tx, limits=whole_week))
    store.close()
    asleep = _sleeper(store_url)
    # Ben asks until the lead is free: the server, or the one clock both have, says when.
    awake = subprocess.run(
        [sys.executable, "sleeping_caller.py", store_url, "Ben"],
        cwd=TESTS,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    kept = awake.stdout.split()
    asleep.send_signal(signal.SIGCONT)
    told, _ = asleep.communicate(timeout=60)
    assert kept == ["kept", "kept", "ended"]
    assert told.split() == ["kept", "conflict", "conflict"]
    rows = _rows(store_url)
    assert rows["Ana"] == (True, "not_qualified", [("first", False), ("late", True)])
    assert rows["Ben"] == (False, "no_answer", [("first", False), ("late", False)])


def _rows(url: str) -> dict[str, tuple[bool, str, list[tuple[str, bool]]]]:
    """Of each caller: whether their call is a conflict, its outcome, what was answered on it."""
    store = Store(url, clock=SystemClock())
    with store.reading() as tx:
        calls = tx.connection.execute(sa.select(attempt)).all()
        found = {}
        for call in calls:
            query = sa.select(answer).where(answer.c.attempt_id == call.id)
            said = tx.connection.execute(query.order_by(answer.c.order)).all()
            answers = [(one.value, one.is_conflict) for one in said]
            found[call.caller] = (call.is_conflict, call.outcome, answers)
    store.close()
    return found
