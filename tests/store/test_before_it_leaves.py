"""Accounts, wishes and what each salesperson was given: kept apart, and exact."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from makers import make_campaign, make_contact, make_lead
from qualdesk.core.account_owners import AccountOwner
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.members import Member
from qualdesk.store.account_owners import drop_owners, keep_owners, owner_of_key, owners
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoff_loads import load_of
from qualdesk.store.handoff_wishes import Wish, wish_held, wish_line, wish_receiver, wishes
from qualdesk.store.schema_calls import handoff_batch, handoff_item


def account(key: str, salesperson: str) -> AccountOwner:
    return AccountOwner(company=key.title(), key=key, salesperson=salesperson)


def test_accounts_of_clients_are_kept_apart_and_the_newest_word_counts(store: Store) -> None:
    """O7."""
    with store.transaction() as tx:
        keep_owners(tx, "North", [account("elbkorn", "Lena"), account("maison", "Sam")], by="Ana")
        keep_owners(tx, "South", [account("elbkorn", "Claire")], by="Ana")
        keep_owners(tx, "North", [account("maison", "Claire")], by="Ana")
        assert owner_of_key(tx, "North") == {"elbkorn": "Lena", "maison": "Claire"}
        assert [one.company for one in owners(tx, "North")] == ["Elbkorn", "Maison"]
        assert owners(tx, "South")[0].loaded_at == tx.now
        assert drop_owners(tx, "North", ["elbkorn", "never"]) == 1
        assert owner_of_key(tx, "North") == {"maison": "Claire"}
        assert owner_of_key(tx, "South") == {"elbkorn": "Claire"}


def test_many_accounts_are_kept_at_once(store: Store) -> None:
    many = [account(f"company {number}", "Lena") for number in range(1200)]
    with store.transaction() as tx:
        keep_owners(tx, "", many, by="Ana")
        assert len(owner_of_key(tx, "")) == 1200


def test_what_was_said_of_a_lead_is_kept_part_by_part(store: Store) -> None:
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        lead_id = make_lead(tx, campaign)
        silent = make_lead(tx, campaign)
        wish_line(tx, lead_id, "Runs from October.")
        wish_receiver(tx, lead_id, "Sam Osei", by="Rosa")
        wish_held(tx, lead_id, "Tim")
        found = wishes(tx, [lead_id, silent])
        said = {"one_line": "Runs from October.", "held_by": "Tim", "said_at": tx.now}
        assert found == {lead_id: Wish(receiver="Sam Osei", chosen_by="Rosa", **said)}
        wish_receiver(tx, lead_id, "", by="Rosa")
        assert wishes(tx, [lead_id]) == {lead_id: Wish(**said)}


def give(tx: Transaction, number: int, leads: dict[LeadId, str], sent_at: datetime) -> int:
    """A batch that left, its leads each to somebody."""
    batch_id = tx.connection.scalar(
        handoff_batch.insert()
        .values(campaign_id=1, number=number, state="sent", made_at=sent_at, sent_at=sent_at)
        .returning(handoff_batch.c.id)
    )
    for lead_id, receiver in leads.items():
        tx.connection.execute(
            handoff_item.insert().values(
                id=f"{batch_id}-{lead_id}",
                batch_id=batch_id,
                lead_id=lead_id,
                brief={},
                receiver=receiver,
            )
        )
    assert batch_id is not None
    return int(batch_id)


def test_today_is_the_day_of_whoever_gets_the_leads(store: Store, clock: SetClock) -> None:
    """23:30 in Berlin is yesterday there at 0:30, and still today in New York."""
    people = {
        "Lena Brandt": Member(name="Lena Brandt", zone="Europe/Berlin"),
        "Joe Hill": Member(name="Joe Hill", zone="America/New_York"),
    }
    evening = datetime(2026, 3, 18, 22, 30, tzinfo=UTC)
    clock.set(evening + timedelta(hours=1))
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        leads = [make_lead(tx, campaign, make_contact(tx)) for _ in range(4)]
        names = ["Lena Brandt", "Lena Brandt", "Joe Hill", "Not In The Team"]
        batch_id = give(tx, 1, dict(zip(leads, names, strict=True)), evening)
        give(tx, 2, {leads[2]: "Joe Hill"}, evening - timedelta(days=3))
    with store.reading() as tx:
        load = load_of(tx, people)
    # Who is not in the team has no clock that we know: UTC.
    assert load.given_today == {"Joe Hill": 1, "Not In The Team": 1}
    assert load.last_given_at == dict.fromkeys(names, evening)

    with store.transaction() as tx:
        recalled = handoff_item.c.batch_id == batch_id
        tx.connection.execute(sa.update(handoff_item).where(recalled).values(state="recalled"))
        load = load_of(tx, people)
    assert load.given_today == {}
    assert load.last_given_at == {"Joe Hill": evening - timedelta(days=3)}
