"""Stacks: each lead stands with those that look like it, whatever happens to it."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from makers import BERLIN, MORNING, make_campaign, make_contact, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import ContactId, LeadId
from qualdesk.core.leads import Bucket, Phone, PhoneKind, PhoneState, Signals
from qualdesk.core.sources import SourceType, Touchpoint, TouchpointKind
from qualdesk.core.traits import Interest, Role, Traits
from qualdesk.store import calls, cells, people, queue, stacks
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place
from qualdesk.store.schema import campaign, cell, contact, lead, lead_list, stack

FORM = Signals(source=SourceType.CONTACT_FORM, asked_for_call=True, engagement=1)
NEW_YORK = "America/New_York"


def _traits(tx: Transaction, lead_id: LeadId) -> Traits:
    query = sa.select(stack.c.traits).join(lead, lead.c.stack_id == stack.c.id)
    return Traits.from_key(tx.connection.execute(query.where(lead.c.id == lead_id)).scalar_one())


def _row(tx: Transaction, lead_id: LeadId) -> sa.Row:
    return tx.connection.execute(sa.select(lead).where(lead.c.id == lead_id)).one()


def _person(tx: Transaction, lead_id: LeadId) -> ContactId:
    return ContactId(_row(tx, lead_id).contact_id)


def _at_home(tx: Transaction) -> bool:
    """Whether every lead stands in a stack of its own cell."""
    astray = sa.select(lead.c.id).outerjoin(stack, stack.c.id == lead.c.stack_id)
    elsewhere = sa.or_(stack.c.id.is_(None), stack.c.cell_id != lead.c.cell_id)
    return tx.connection.execute(astray.where(elsewhere)).first() is None


def test_leads_alike_share_a_stack_and_others_do_not(store: Store) -> None:
    with store.transaction() as tx:
        fair, webinar = make_campaign(tx), make_campaign(tx)
        one, other = make_lead(tx, fair), make_lead(tx, fair)
        asked = make_lead(tx, fair, signals=FORM)
        far = make_lead(tx, fair, zones=[NEW_YORK])
        elsewhere = make_lead(tx, webinar)
        stands = {_row(tx, each).stack_id for each in (one, asked, far, elsewhere)}
        assert _row(tx, one).stack_id == _row(tx, other).stack_id
        assert len(stands) == 4
        assert _at_home(tx)


def test_a_lead_is_sorted_by_all_that_is_known_of_it(store: Store) -> None:
    did = Touchpoint(kind=TouchpointKind.ASKED_FOR_CALL, says="Call me", at=MORNING)
    with store.transaction() as tx:
        person = make_contact(tx, kind="mobile")
        tx.connection.execute(contact.update().values(title="Head of Sales"))
        one = make_lead(tx, make_campaign(tx), person, signals=FORM, touchpoints=[did])
        assert _traits(tx, one) == Traits(
            source=SourceType.CONTACT_FORM,
            role=Role.HEAD,
            phone=PhoneKind.MOBILE,
            asked=True,
            interest=Interest.SCANNED,
            anchor=MORNING.replace(minute=0),
        )


@pytest.mark.parametrize(
    ("signals", "interest"),
    [
        (Signals(giveaway_only=True), Interest.GIVEAWAY),
        (Signals(download_only=True, engagement=1), Interest.DOWNLOAD),
        (Signals(), Interest.SCANNED),
        (Signals(engagement=1), Interest.LOOKED),
        (Signals(engagement=1, asked_for_call=True), Interest.SCANNED),
        (Signals(engagement=1, saw_demo=True), Interest.ENGAGED),
        (Signals(engagement=2), Interest.ENGAGED),
    ],
)
def test_how_far_somebody_went_is_part_of_it(
    sqlite_store: Store, signals: Signals, interest: Interest
) -> None:
    with sqlite_store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx), signals=signals)
        assert _traits(tx, one).interest is interest


def test_an_event_s_interest_begins_on_its_day_and_the_latest_deed_says_which(
    store: Store,
) -> None:
    scan = Touchpoint(kind=TouchpointKind.SCAN, says="Scanned", at=MORNING - timedelta(days=4))
    demo = Touchpoint(kind=TouchpointKind.DEMO, says="Demo", at=MORNING - timedelta(days=3))
    with store.transaction() as tx:
        fair = make_campaign(tx)
        one = make_lead(tx, fair, touchpoints=[demo, scan])
        unknown = make_lead(tx, fair, touchpoints=[Touchpoint(kind=demo.kind, says="Demo")])
        midnight = MORNING.replace(hour=0, minute=0)
        assert _traits(tx, one).anchor == midnight - timedelta(days=3)
        assert _traits(tx, unknown).anchor is None


def test_a_try_moves_a_lead_and_undoing_would_find_the_same_stack_again(store: Store) -> None:
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx))
        fresh = _row(tx, one).stack_id
        calls.count_try(tx, one, MORNING.date())
        assert _traits(tx, one).attempts == 1
        tx.connection.execute(lead.update().values(attempts=0))
        stacks.sort(tx, [one])
        assert _row(tx, one).stack_id == fresh


def test_what_was_tried_hinted_and_reached_counts_once_the_lead_is_placed(store: Store) -> None:
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx))
        tx.connection.execute(lead.update().values(tried_parts=5, hinted_parts=2, was_reached=True))
        place(tx, one, Bucket.WAITING, wake_at=MORNING + timedelta(hours=3))
        known = _traits(tx, one)
    assert (known.tried, known.hinted, known.was_reached) == (5, 2, True)


def test_a_number_that_turns_out_not_to_work_hands_over_to_the_next(store: Store) -> None:
    """The kind of the number that would be dialled is what counts."""
    with store.transaction() as tx:
        person = make_contact(tx, phones=["+493023125001"], kind="direct")
        one = make_lead(tx, make_campaign(tx), person)
        second = make_lead(tx, make_campaign(tx), person)
        mobile = Phone(
            raw="+4915123125002",
            state=PhoneState.VALID,
            e164="+4915123125002",
            kind=PhoneKind.MOBILE,
        )
        people.add_phone(tx, person, mobile)
        assert _traits(tx, one).phone is PhoneKind.DIRECT
        people.set_phone_state(tx, person, "+493023125001", PhoneState.OUT_OF_SERVICE)
        assert {_traits(tx, each).phone for each in (one, second)} == {PhoneKind.MOBILE}


def test_who_is_somewhere_else_than_was_thought_goes_to_the_cell_of_that_clock(
    store: Store,
) -> None:
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx), zones=[])
        tx.connection.execute(contact.update().values(zones=[NEW_YORK]))
        stacks.sort_person(tx, _person(tx, one))
        zone_set = sa.select(cell.c.zone_set).where(cell.c.id == _row(tx, one).cell_id)
        assert tx.connection.scalar(zone_set) == NEW_YORK
        assert _at_home(tx)


def test_a_list_s_leads_stand_apart_until_it_is_published(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        home, late = make_lead(tx, fair), make_lead(tx, fair)
        new = tx.connection.scalar(
            lead_list.insert()
            .values(campaign_id=fair.id, loaded_at=tx.now)
            .returning(lead_list.c.id)
        )
        stacks.move_leads(tx, [late], new)
        assert _at_home(tx)
        assert _traits(tx, late) == _traits(tx, home)
        calls.count_try(tx, late, MORNING.date())
        of_list = sa.select(cell.c.of_list).where(cell.c.id == _row(tx, late).cell_id)
        assert tx.connection.scalar(of_list) == new, "sorting once more leaves it with its list"
        assert not stacks.drop_some(tx, 100), "its writer knows the stacks by their number"
        tx.connection.execute(lead_list.update().values(state="published"))
        cells.open_cells_of(tx, new)
        while stacks.merge_some(tx, 1):
            assert _at_home(tx)
        assert _row(tx, late).cell_id == _row(tx, home).cell_id
        assert _at_home(tx)


def test_leads_nobody_has_sorted_find_their_place_some_at_a_time(store: Store) -> None:
    """After the tables were brought up to date each cell is one stack."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        found = [make_lead(tx, fair, signals=FORM if n % 2 else None) for n in range(5)]
        stands = [_row(tx, one).stack_id for one in found]
        unsorted = stacks.stack_for(tx, _row(tx, found[0]).cell_id, "")
        tx.connection.execute(lead.update().values(stack_id=unsorted))
        steps = 0
        while stacks.sort_some(tx, 2):
            steps += 1
        assert steps == 3
        assert [_row(tx, one).stack_id for one in found] == stands


def test_stacks_without_leads_go_and_others_stay(store: Store) -> None:
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx))
        for _ in range(3):
            calls.count_try(tx, one, MORNING.date())
        assert stacks.drop_some(tx, 2)
        assert not stacks.drop_some(tx, 2)
        left = tx.connection.scalars(sa.select(stack.c.id)).all()
        assert left == [_row(tx, one).stack_id]


def test_a_stack_is_made_once_however_many_ask_for_it(store: Store) -> None:
    with store.transaction() as tx:
        there = cells.cell_for(tx, make_campaign(tx).id, (BERLIN,))
        key = Traits(asked=True).key
        assert stacks.stack_for(tx, there, key) == stacks.stack_for(tx, there, key)
        kept = tx.connection.execute(sa.select(stack)).one()
    assert (kept.tier, kept.traits, kept.ranked_at) == (0, key, MORNING)
    assert kept.score > 0, "it is worth something before it was ever ranked"


def test_a_pinned_lead_stands_in_the_first_tier_and_a_giveaway_in_the_last_when_it_is_said(
    store: Store,
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        plain = make_lead(tx, fair)
        tx.connection.execute(campaign.update().values(giveaway_last=True))
        giveaway = make_lead(tx, fair, signals=Signals(giveaway_only=True))
        pinned = make_lead(tx, fair)
        tx.connection.execute(lead.update().where(lead.c.id == pinned).values(is_pinned=True))
        stacks.sort(tx, [pinned])
        tiers = dict(
            tuple(row)
            for row in tx.connection.execute(sa.select(lead.c.id, stack.c.tier).join(stack))
        )
    assert tiers == {plain: 0, giveaway: -1, pinned: 1}


def test_resting_counts_from_when_a_lead_is_rested_not_from_when_it_was_put_away(
    store: Store, clock: SetClock
) -> None:
    """Who was tried first comes again first, however the keeper's rounds fall."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        first, second = make_lead(tx, fair), make_lead(tx, fair)
        later, sooner = (MORNING + timedelta(hours=hours) for hours in (3, 2))
        place(tx, first, Bucket.WAITING, wake_at=later)
        place(tx, second, Bucket.WAITING, wake_at=sooner)
        assert (_row(tx, first).rested_at, _row(tx, second).rested_at) == (later, sooner)
    clock.advance(timedelta(hours=4))
    with store.transaction() as tx:
        offered = [queue.claim_next(tx, caller) for caller in ("ana", "ben")]
    assert [one and one.lead_id for one in offered] == [second, first]
