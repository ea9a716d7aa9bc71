"""Many leads on a server, for the benchmarks of a team: the rows of next_lead.py, by COPY."""

import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from next_lead import AT, campaigns_of, rows_of

from qualdesk.bootstrap import open_desk, read_beliefs, rule_book
from qualdesk.core.clock import Clock, RunningClock
from qualdesk.store.database import Store

_PARTS = re.compile(r"INSERT INTO (\w+) \((.+?)\)\s+VALUES \((.+?)\)", re.DOTALL)
_NUMBERED = ("company", "contact", "lead")


def fill_server(url: str, size: int, clock: Clock | None = None) -> None:
    """A workspace with ``size`` leads that may all be called, on eight clocks."""
    desk = open_desk(url, clock=clock or RunningClock(AT), caller="bench")
    campaigns = campaigns_of(desk)
    desk.close()
    store = server_store(url, clock)
    with store.transaction() as tx:
        driver: Any = tx.connection.connection.driver_connection
        for statement, row in rows_of(tx, campaigns):
            table, columns, values = _PARTS.match(statement).groups()
            is_ready = (
                [name.strip() for name in values.split(",")].index("TRUE")
                if ("TRUE" in values)
                else None
            )
            with driver.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for number in range(1, size + 1):
                    each = list(row(number))
                    if is_ready is not None:
                        each.insert(is_ready, True)
                    copy.write_row(each)
        for table in _NUMBERED:
            driver.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {size})")
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")
    store.close()


def server_store(url: str, clock: Clock | None = None) -> Store:
    """The store on it, with every rule; its time is a working morning, unless a clock is given."""
    chosen = clock or RunningClock(AT)
    return Store(url, clock=chosen, rules=rule_book, beliefs=read_beliefs)
