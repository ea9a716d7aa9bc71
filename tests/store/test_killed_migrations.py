"""A program killed at any statement of an update leaves the old workspace or the new one.

Each kill is a real SIGKILL of a process of its own, forked from one that has everything loaded.
``QUALDESK_KILLS=all`` kills at every statement of every step since the first; else at every
statement of one step, and at some of those of all.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from postgres import copied_database
from qualdesk.store.migrations import STEPS

_EVERY = os.environ.get("QUALDESK_KILLS") == "all"
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are forked"),
    # A thousand statements of a file, each killed in its turn: a quarter of an hour.
    pytest.mark.timeout(3600 if _EVERY else 300),
]
_PROGRAM = """
import json, os, signal, sys, time
from pathlib import Path
sys.path[:0] = [sys.argv[1]]
import sqlalchemy as sa
from makers import make_campaign, make_clock, make_lead
from qualdesk.store.database import Store
from qualdesk.store.migrations import STEPS, number_of, prepare
from qualdesk.store.migrations.upgrade import upgrade

address, begins, stride = sys.argv[2], sys.argv[3], int(sys.argv[4])

def opened():
    return Store(address, clock=make_clock(), durable=False)

def shape():
    store = opened()
    with store.reading() as tx:
        if store.dialect.name == "sqlite":
            told = "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"
            whole = tx.connection.exec_driver_sql("PRAGMA quick_check").scalar_one() == "ok"
        else:
            told = '''SELECT table_name, column_name, data_type FROM information_schema.columns
                WHERE table_schema = 'public' UNION ALL
                SELECT tablename, indexname, indexdef FROM pg_indexes
                WHERE schemaname = 'public' ORDER BY 1, 2'''
            whole = True
        rows = [tuple(row) for row in tx.connection.exec_driver_sql(told)]
        number = number_of(tx)
    store.close()
    return number, rows, whole

def forked(kill_at):
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    store = opened()
    left = [kill_at]
    def stop(*_):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    sa.event.listen(store.engine, "after_cursor_execute", stop)
    prepare(store)
    store.close()
    os._exit(0)

store = opened()
with store.migrating() as tx:
    upgrade(tx.connection, STEPS.folder, begins)
store.close()
old, kills, at, ends = shape(), 0, 1, "killed"
while ends == "killed":
    status = forked(at)
    now = shape()
    if os.WIFSIGNALED(status):
        kills += 1
        # A kill after the last statement finds it done.
        if now[0] == STEPS.head:
            ends = "done"
        elif now != old:
            ends = f"between, killed at statement {at}"
    else:
        ends = "done" if now[0] == STEPS.head and status == 0 else f"failed: {status}"
    at += stride
print(json.dumps({"kills": kills, "ends": ends, "whole": now[2], "number": now[0]}))
"""


def _killed(address: str, begins: str, stride: int) -> dict[str, object]:
    command = [sys.executable, "-c", _PROGRAM, str(Path(__file__).parents[1])]
    done = subprocess.run(
        [*command, address, begins, str(stride)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.mark.parametrize(
    ("begins", "stride"), [("0008", 1 if _EVERY else 20), ("0001", 1 if _EVERY else 300)]
)
def test_a_killed_update_of_a_file_leaves_old_or_new(
    begins: str, stride: int, tmp_path: Path
) -> None:
    told = _killed(f"sqlite:///{tmp_path / 'desk.sqlite'}", begins, stride)
    assert told["ends"] == "done"
    assert told["whole"]
    assert told["number"] == STEPS.head
    assert int(str(told["kills"])) > 1


@pytest.mark.parametrize(
    ("begins", "stride"), [("0008", 1 if _EVERY else 20), ("0001", 1 if _EVERY else 300)]
)
def test_a_killed_update_on_a_server_leaves_old_or_new(
    begins: str, stride: int, postgres_address: str
) -> None:
    with copied_database(postgres_address, "template0", "killed") as address:
        told = _killed(address, begins, stride)
    assert told["ends"] == "done"
    assert told["number"] == STEPS.head
    assert int(str(told["kills"])) > 1
