"""People are kept for as long as the terms allow: listed first, then erased, and no longer."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead, calling
from makers import MORNING
from qualdesk.core.changes import Changes
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.retention import Terms, months_before
from qualdesk.desk import Desk
from qualdesk.store import retention
from qualdesk.store.database import Store, Transaction
from qualdesk.store.erasing import marks_of, person_of
from qualdesk.store.mentions import find_mentions
from qualdesk.store.mentions_of_many import find_mentions_of_many
from qualdesk.store.schema import campaign as schema_campaign
from qualdesk.store.schema import handoff_batch, handoff_item, rating_case, rating_round
from qualdesk.store.schema import lead as schema_lead

YEARS_3 = timedelta(days=3 * 366)


def _desk(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "Maya")


def test_three_years_after_the_last_contact_is_when_people_are_due(
    sqlite_store: Store, clock: SetClock
) -> None:
    fair = a_campaign(sqlite_store, name="Fair")
    called = a_lead(sqlite_store, fair, phones=("+493023125101",))
    never = a_lead(sqlite_store, fair, "Ben Ode", phones=("+493023125102",))
    desk = _desk(sqlite_store, clock)
    assert desk.retention.due().count == 0
    clock.advance(timedelta(days=400))
    ana = calling(sqlite_store, clock)
    ana.finish(ana.start_attempt(called).id, "no_answer")
    clock.advance(YEARS_3 - timedelta(days=400))
    due = desk.retention.due()
    assert [one.lead_id for one in due.people] == [never]
    assert due.people[0].says.startswith("Ben Ode, Elbkorn Foods, Fair: last contact")
    clock.advance(timedelta(days=401))
    assert desk.retention.due().count == 2, "a look changes nothing"


def test_a_campaigns_own_term_wins_over_its_clients(sqlite_store: Store, clock: SetClock) -> None:
    """O7: each client has a term; the longest of a person's leads keeps them."""
    north = a_campaign(sqlite_store, name="North", client="North")
    south = a_campaign(sqlite_store, name="South", client="South")
    a_lead(sqlite_store, north, "Nora Bly")
    a_lead(sqlite_store, south, "Sid Carr")
    desk = _desk(sqlite_store, clock)
    desk.retention.keep_for(6, client="North")
    desk.retention.keep_for(2, campaign="South")
    clock.advance(timedelta(days=92))
    (sid,) = desk.retention.due().people
    assert sid.says.startswith("Sid Carr,")
    assert sid.says.endswith("kept for 2 months.")
    desk.retention.keep_for(1, campaign="South")
    assert desk.retention.due().people[0].says.endswith("kept for 1 month.")
    desk.retention.keep_for(None, campaign="South")
    clock.advance(timedelta(days=100))
    assert [one.name for one in desk.retention.due().people] == ["Nora Bly"]
    assert desk.retention.terms() == Terms(of_client=(("North", 6),))
    for wrong in (0, 241):
        with pytest.raises(Refused, match="1 to 240"):
            desk.retention.keep_for(wrong)
    with pytest.raises(NotFound):
        desk.retention.keep_for(6, client="Nobody")


def test_who_is_let_go_did_not_say_no_and_may_come_again(store: Store, clock: SetClock) -> None:
    a_campaign(store, name="Fair", region="DE")
    desk = _desk(store, clock)
    rows = [{"name": "Katrin Albers", "company": "Elbkorn", "phone": "+49302301255"}]
    (lead,) = desk.intake.load(rows, campaign="Fair").lead_ids
    clock.advance(YEARS_3)
    done = desk.retention.let_go()
    assert done.erased == 1
    assert done.changes.leads == {lead}
    assert desk.erasing.is_erased(lead)
    assert desk.retention.due().count == 0
    again = desk.intake.load(rows, campaign="Fair")
    assert (again.new, again.left_out) == (1, 0)
    assert any("kept long enough" in one.says for one in desk.story.lately().lines)


def test_the_timer_erases_only_when_somebody_switched_it_on(
    sqlite_store: Store, clock: SetClock
) -> None:
    fair = a_campaign(sqlite_store, name="Fair")
    a_lead(sqlite_store, fair)
    clock.advance(YEARS_3)
    desk = _desk(sqlite_store, clock)
    desk.keeper.tick()
    assert desk.retention.due().count == 1
    desk.retention.by_itself(wanted=True)
    desk.keeper.tick()
    assert desk.retention.due().count == 0
    # Nobody is due: all of them are looked at once an hour, or as soon as the terms are others.
    desk.keeper.tick()
    ida = a_lead(sqlite_store, fair, "Ida Holm")
    with sqlite_store.transaction() as tx:
        hers = schema_lead.update().where(schema_lead.c.id == ida)
        tx.connection.execute(hers.values(made_at=MORNING))
    for minutes, due in ((59, 1), (1, 0)):
        clock.advance(timedelta(minutes=minutes))
        desk.keeper.tick()
        assert desk.retention.due().count == due
    desk.keeper.tick()
    a_lead(sqlite_store, fair, "Jan Moss")
    clock.advance(timedelta(days=100))
    desk.keeper.tick()
    desk.retention.keep_for(3)
    desk.keeper.tick()
    assert desk.retention.due().count == 0


def test_whoever_has_a_lead_in_hand_keeps_it(sqlite_store: Store, clock: SetClock) -> None:
    fair = a_campaign(sqlite_store, name="Fair")
    a_lead(sqlite_store, fair, phones=("+493023125101",))
    clock.advance(YEARS_3)
    clock.set(clock.now().replace(hour=10))
    desk = _desk(sqlite_store, clock)
    card = calling(sqlite_store, clock).next_lead()
    assert getattr(card, "lead", None) is not None
    assert desk.retention.due().count == 0


def test_a_month_before_the_last_day_of_one_is_a_day_that_is_there() -> None:
    assert months_before(datetime(2026, 3, 31, tzinfo=UTC), 1) == datetime(2026, 2, 28, tzinfo=UTC)
    assert months_before(datetime(2026, 1, 5, tzinfo=UTC), 36) == datetime(2023, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize("state", [Bucket.IN_BATCH, Bucket.TAKEN])
def test_whoever_is_with_sales_stays_until_sales_says_what_became_of_them(
    store: Store, clock: SetClock, state: Bucket
) -> None:
    fair = a_campaign(store, name="Fair")
    lead = a_lead(store, fair)
    _stands(store, lead, state)
    clock.advance(YEARS_3)
    desk = _desk(store, clock)
    assert desk.retention.due().count == 0
    _stands(store, lead, Bucket.LOST)
    assert desk.retention.due().count == 1


def test_what_sales_said_is_a_contact_too(store: Store, clock: SetClock) -> None:
    fair = a_campaign(store, name="Fair")
    lead = a_lead(store, fair)
    _stands(store, lead, Bucket.WON)
    clock.advance(YEARS_3)
    with store.transaction() as tx:
        batch = tx.connection.scalar(
            handoff_batch.insert()
            .values(campaign_id=fair.id, number=1, made_by="Maya", made_at=MORNING)
            .returning(handoff_batch.c.id)
        )
        became = clock.now() - timedelta(days=30)
        values = {"id": "one", "batch_id": batch, "lead_id": lead, "brief": {}, "state": "won"}
        tx.connection.execute(handoff_item.insert().values(**values, became_at=became))
    desk = _desk(store, clock)
    assert desk.retention.due().count == 0
    clock.advance(YEARS_3)
    assert desk.retention.due().count == 1


def test_a_promised_call_that_nobody_made_yet_keeps_them(store: Store, clock: SetClock) -> None:
    """“Call me in three years”: the day after, nobody has called, and they wait for it."""
    lead = a_lead(store, a_campaign(store, name="Fair"))
    with store.transaction() as tx:
        promised = schema_lead.update().where(schema_lead.c.id == lead)
        tx.connection.execute(promised.values(due_at=clock.now() + YEARS_3))
    _stands(store, lead, Bucket.CALLBACK)
    clock.advance(YEARS_3 + timedelta(days=1))
    desk = _desk(store, clock)
    assert desk.retention.due().count == 0
    clock.advance(YEARS_3)
    assert desk.retention.due().count == 1, "it was forgotten for as long again"


def test_who_was_called_since_the_list_was_read_is_not_let_go(
    sqlite_store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Erasing takes seconds in a large workspace; callers go on meanwhile."""
    fair = a_campaign(sqlite_store, name="Fair")
    first, second = (a_lead(sqlite_store, fair, name) for name in ("Nora Bly", "Sid Carr"))
    clock.advance(YEARS_3)
    desk = _desk(sqlite_store, clock)
    lets_go = desk.erasing.let_go

    def meanwhile(
        leads: Sequence[LeadId], before: Callable[[LeadId], None]
    ) -> tuple[frozenset[LeadId], Changes]:
        calling(sqlite_store, clock).start_attempt(second)
        return lets_go(leads, before)

    monkeypatch.setattr(desk.erasing, "let_go", meanwhile)
    assert desk.retention.let_go().changes.leads == {first}
    assert not desk.erasing.is_erased(second)


def _stands(store: Store, lead: LeadId, state: Bucket) -> None:
    with store.transaction() as tx:
        this = schema_lead.update().where(schema_lead.c.id == lead)
        tx.connection.execute(this.values(state=state.value, ready=False))


def test_who_was_erased_since_the_list_was_read_keeps_nobody_else(
    sqlite_store: Store, clock: SetClock
) -> None:
    fair = a_campaign(sqlite_store, name="Fair")
    gone, stays = a_lead(sqlite_store, fair, "Nora Bly"), a_lead(sqlite_store, fair, "Sid Carr")
    desk = _desk(sqlite_store, clock)
    desk.erasing.erase(gone)
    assert desk.erasing.let_go([gone, stays], lambda _: None)[0] == {stays}


def test_of_many_who_go_at_once_each_is_taken_out_of_the_words_of_others(
    store: Store, clock: SetClock
) -> None:
    """As one by one: by name in any case, and by number in any spelling."""
    fair = a_campaign(store, name="Fair", region="DE")
    for name, number in (("Nora Blyberg", 101), ("Sid Carrö", 102), ("Li Wu", 103)):
        a_lead(store, fair, name, phones=(f"+493023125{number}",))
    says = "Ask Nora Blyberg or SID  CARRÖ; 030 / 23 125-103. Nora Blybergs and Carr stay"
    clock.advance(YEARS_3)
    desk = _desk(store, clock)
    stays = a_lead(store, fair, "Olaf Brandt", phones=("+493023125900",))
    with store.transaction() as tx:
        tx.connection.execute(schema_lead.update().values(made_at=MORNING))
        kept = schema_lead.update().where(schema_lead.c.id == stays)
        tx.connection.execute(kept.values(made_at=clock.now(), state_reason=says))
        _rated(tx, {"who": "Call first:\nNora Blyberg\tSid Carrö"})
        marks = [marks_of(tx, person_of(tx, one.lead_id)) for one in retention.due(tx, 9)]
        assert find_mentions_of_many(tx, marks) == [find_mentions(tx, one) for one in marks]
    assert desk.retention.let_go().erased == 3
    with store.reading() as tx:
        left = tx.connection.scalar(
            sa.select(schema_lead.c.state_reason).where(schema_lead.c.id == stays)
        )
        answers = tx.connection.scalar(sa.select(rating_case.c.answers))
    assert left == "Ask … or …; …. Nora Blybergs and Carr stay"
    assert answers == {"who": "Call first:\n…\t…"}


def _rated(tx: Transaction, answers: dict[str, str]) -> None:
    """Words that are kept as JSON, where a new line is a letter."""
    keys = ("id", "script_version_id", "definition_version_id")
    plan, script, definition = tx.connection.execute(
        sa.select(*(schema_campaign.c[one] for one in keys))
    ).one()
    rated = {"campaign_id": plan, "script_version_id": script, "definition_version_id": definition}
    made = rating_round.insert().values(id=1, made_at=MORNING, **rated)
    tx.connection.execute(made)
    tx.connection.execute(rating_case.insert().values(round_id=1, answers=answers))
