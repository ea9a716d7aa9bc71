"""On a server claims pass by the people of a company somebody else talks to, and find them again.

What callers may rely on is held in ``tests/desk/test_giving.py``, on both databases; here is how.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import sqlalchemy as sa

from makers import MORNING, make_campaign, make_contact, make_lead
from postgres import copied_database
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.store import queue, talks
from qualdesk.store.calls import begin
from qualdesk.store.database import Store, Transaction
from qualdesk.store.migrations import prepare
from qualdesk.store.queue_parts import PARTS
from qualdesk.store.queue_sql import moments, statement
from qualdesk.store.schema import company, company_talk, contact, lead


def _kept(store: Store) -> dict[int, str]:
    with store.reading() as tx:
        rows = tx.connection.execute(sa.select(lead.c.id, lead.c.kept_for))
        return {row.id: row.kept_for for row in rows if row.kept_for}


def _claim(store: Store, caller: str, kind: str = "open") -> LeadId | None:
    with store.transaction() as tx:
        found = queue.claim_next(tx, caller, kind=kind)
    return found.lead_id if found else None


def _at_pumps(tx: Transaction, people: int) -> list[LeadId]:
    """Leads of one company, in the order in which they rested."""
    campaign_id = make_campaign(tx)
    of = tx.connection.scalar(
        company.insert()
        .values(name="Pumps", key="pumps", fingerprint="pumps")
        .returning(company.c.id)
    )
    found = [make_lead(tx, campaign_id, make_contact(tx)) for _ in range(people)]
    tx.connection.execute(contact.update().values(company_id=of))
    return found


def _talked(store: Store, caller: str, lead_id: LeadId) -> None:
    """A conversation of this caller with this lead, ended."""
    with store.transaction() as tx:
        held = queue.claim_lead(tx, lead_id, caller)
        begin(tx, f"call-{lead_id}", lead_id, caller=caller, number="+49302", token=held.token)
        talks.end_talk(tx, lead_id, caller, spoke=True)
        queue.release(tx, lead_id, held.token)


def test_a_conversation_takes_colleagues_out_of_everybody_else_s_line(
    postgres_store: Store,
) -> None:
    with postgres_store.transaction() as tx:
        ada, *others = _at_pumps(tx, 4)
    _talked(postgres_store, "ana", ada)
    assert _kept(postgres_store) == dict.fromkeys(others, "ana")
    assert _claim(postgres_store, "ben") is None
    assert _claim(postgres_store, "ana") == ada
    assert _claim(postgres_store, "ana", "next") == others[0], "hers are still hers"


def test_who_is_in_somebody_s_hands_is_not_waited_for(postgres_store: Store) -> None:
    with postgres_store.transaction() as tx:
        ada, cy, dee = _at_pumps(tx, 3)
    with postgres_store.engine.begin() as other:
        other.execute(sa.select(lead.c.id).where(lead.c.id == cy).with_for_update())
        _talked(postgres_store, "ana", ada)
    assert _kept(postgres_store) == {dee: "ana"}
    assert _claim(postgres_store, "ben") != cy, "the claim asks all the same"


def test_two_hours_later_the_clock_lets_them_go(postgres_store: Store, clock: SetClock) -> None:
    with postgres_store.transaction() as tx:
        ada, cy = _at_pumps(tx, 2)
    _talked(postgres_store, "ana", ada)
    clock.advance(talks.THEIRS_FOR + timedelta(seconds=1))
    found = {_claim(postgres_store, "ben"), _claim(postgres_store, "cleo")}
    assert found == {ada, cy}
    assert not _kept(postgres_store)


def test_who_is_away_or_takes_it_back_keeps_nobody(postgres_store: Store) -> None:
    with postgres_store.transaction() as tx:
        ada, cy = _at_pumps(tx, 2)
    _talked(postgres_store, "ana", ada)
    with postgres_store.transaction() as tx:
        talks.free_colleagues(tx, ada)
    assert _kept(postgres_store) == {cy: "ana"}, "the conversation stands"
    with postgres_store.transaction() as tx:
        tx.connection.execute(company_talk.delete())
        talks.free_colleagues(tx, ada)
    assert not _kept(postgres_store)
    _talked(postgres_store, "ana", ada)
    with postgres_store.transaction() as tx:
        talks.let_go_of(tx, "ana")
    assert not _kept(postgres_store)


def test_a_claim_asks_each_lead_by_itself(postgres_address: str, clock: SetClock) -> None:
    """Asked of everybody beforehand it would cost more with each company somebody talks to.

    In a database of its own: pages that tests before left behind change what is planned.
    """
    by_themselves = [
        PARTS[name].count("OFFSET 0") for name in ("is_passed_by", "said_no_themselves")
    ]
    assert by_themselves == [1, 3]
    with _fresh(postgres_address, clock) as store, store.transaction() as tx:
        _at_pumps(tx, 5)
        # Of five leads it is as good, and a server takes now the one, now the other.
        tx.connection.exec_driver_sql("DROP INDEX ix_lead_next")
        tx.connection.exec_driver_sql("ANALYZE")
        for name in ("seqscan", "bitmapscan", "hashjoin", "mergejoin", "sort"):
            tx.connection.exec_driver_sql(f"SET LOCAL enable_{name} = off")
        values = {**moments(tx), "caller": "ana", "kind": "open", "campaign_id": None}
        text = statement(type(tx.dialect), "claim")
        plan = "\n".join(row[0] for row in tx.run(f"EXPLAIN {text}", values).fetchall())
    assert "ix_lead_free" in plan
    assert "ix_lead_kept_for" in plan
    # Which campaigns are the caller's is asked once.
    assert plan.count("(hashed SubPlan") <= 1
    assert tx.now == MORNING


@contextmanager
def _fresh(address: str, clock: SetClock) -> Iterator[Store]:
    with copied_database(address, "template0", "talks") as url:
        store = Store(url, clock=clock)
        try:
            prepare(store)
            yield store
        finally:
            store.close()
