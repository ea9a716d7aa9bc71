"""The call backs of a day are found by their time, however many leads a campaign has."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from makers import make_campaign, make_lead
from qualdesk.core.ids import LeadId
from qualdesk.store.callbacks_today import callbacks_of_day
from qualdesk.store.database import Store, Transaction
from qualdesk.store.schema import callback, lead

HOUR = timedelta(hours=1)


@pytest.mark.parametrize("is_analyzed", [False, True])
def test_they_are_found_by_their_time_and_not_past_every_lead(
    sqlite_store: Store,
    is_analyzed: bool,
) -> None:
    """Also once the file has counted that all its leads are of one campaign."""
    with sqlite_store.transaction() as tx:
        made = make_campaign(tx)
        ids = [make_lead(tx, made) for _ in range(60)]
        _promise(tx, ids[0], tx.now - HOUR)
        _promise(tx, ids[1], tx.now + HOUR)
        for lead_id in ids[2:20]:
            _promise(tx, lead_id, tx.now + 90 * HOUR)
        if is_analyzed:
            tx.connection.exec_driver_sql("ANALYZE")
    asked: dict[str, Any] = {}

    def keep(_c: Any, _k: Any, text: str, values: Any, *_: Any) -> None:
        asked[text] = values

    event.listen(sqlite_store.engine, "before_cursor_execute", keep)
    with sqlite_store.reading() as tx:
        found = callbacks_of_day(tx, made.id, tx.now - 2 * HOUR, tx.now + 2 * HOUR)
    event.remove(sqlite_store.engine, "before_cursor_execute", keep)
    assert (found.today, found.late, found.to_come) == (2, 1, 1)
    with sqlite_store.reading() as tx:
        steps = [
            row[3]
            for text, values in asked.items()
            if text.startswith("SELECT callback")
            for row in tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()
        ]
    assert any("ix_callback_set" in step for step in steps), steps
    assert any("ix_callback_settled" in step for step in steps), steps
    assert not [step for step in steps if "campaign_id=" in step or step == "SCAN lead"], steps


def _promise(tx: Transaction, lead_id: LeadId, at: datetime) -> None:
    said = {"due_at": at, "zone": "Europe/Berlin", "kind": "fixed", "state": "set"}
    tx.connection.execute(callback.insert().values(lead_id=lead_id, owner="Ana", **said))
    tx.connection.execute(
        lead.update()
        .where(lead.c.id == lead_id)
        .values(state="callback", due_at=at, callback_owner="Ana", ready=False)
    )
