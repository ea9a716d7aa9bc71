"""A list that says no silences the people it names, and nobody whom sales has by then."""

from concurrent.futures import ThreadPoolExecutor, wait

import sqlalchemy as sa

from makers import make_campaign, make_contact, make_lead
from qualdesk.core.ids import ContactId, LeadId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.store.database import Store
from qualdesk.store.leads import place
from qualdesk.store.list_journal import Journal
from qualdesk.store.list_updates import silence
from qualdesk.store.schema import lead
from qualdesk.store.suppression import LIST_SAYS_NO, suppress
from qualdesk.store.suppression_lift import lift


def _silence(store: Store, person: ContactId) -> tuple[LeadId, ...]:
    with store.transaction() as tx:
        campaign_id = tx.connection.scalar(sa.select(lead.c.campaign_id).limit(1))
        return silence(tx, campaign_id, [person], Journal(list_id=ListId(1)))


def test_an_open_lead_leaves_the_queue_and_a_finished_one_stays(store: Store) -> None:
    """O5: who says no in a file is not called, also who was there before the file."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        ada, ben = make_contact(tx, "Ada"), make_contact(tx, "Ben")
        waiting = make_lead(tx, fair, ada)
        sold = make_lead(tx, fair, ben, bucket=Bucket.TAKEN)
    assert _silence(store, ada) == (waiting,)
    assert _silence(store, ben) == ()
    with store.reading() as tx:
        stand = {row.id: (row.state, row.state_reason)
                 for row in tx.connection.execute(sa.select(lead))}  # fmt: skip
    assert stand == {waiting: ("do_not_call", LIST_SAYS_NO), sold: ("taken", "")}


def test_lifting_a_do_not_call_does_not_bring_back_whom_a_list_silenced_since(
    store: Store,
) -> None:
    """Two said no: taking one back is not taking back the other."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        ada, ben = make_contact(tx, "Ada"), make_contact(tx, "Ben")
        leads = [make_lead(tx, fair, one) for one in (ada, ben)]
        said = [
            suppress(tx, client=fair.client, scope="person", lead_id=one,
                     asked_by="them", by="ana", reason="Asked")
            for one in leads
        ]  # fmt: skip
    assert _silence(store, ada) == ()
    with store.transaction() as tx:
        back = lift(tx, [one for done in said for one in done.ids], "By mistake")
    assert back == (leads[1],)


def test_a_lead_on_its_way_to_sales_is_not_silenced_behind_it(postgres_store: Store) -> None:
    """Two desks of a team at once: the batch that is just leaving keeps its lead."""
    with postgres_store.transaction() as tx:
        person = make_contact(tx, "Ada")
        asked = make_lead(tx, make_campaign(tx), person)
    with ThreadPoolExecutor(1) as other:
        with postgres_store.transaction() as tx:
            place(tx, asked, Bucket.IN_BATCH, reason="Batch 1")
            asking = other.submit(_silence, postgres_store, person)
            wait([asking], timeout=0.5)
            assert not asking.done(), "it waits for the batch"
        assert asking.result(timeout=10) == ()
    with postgres_store.reading() as tx:
        assert tx.connection.scalar(sa.select(lead.c.state)) == "in_batch"
