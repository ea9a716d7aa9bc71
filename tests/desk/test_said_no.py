"""One no at a time: looked at, taken back with a reason, and kept as long as the law asks."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead, calling
from makers import make_contact, make_lead
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ExportRefused, NotFound, Refused
from qualdesk.core.ids import LeadId, SuppressionId
from qualdesk.core.leads import Bucket
from qualdesk.desk import Desk
from qualdesk.desk.do_not_call import SaidNo
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.history import entries
from qualdesk.store.leads import load_lead
from qualdesk.store.suppression import fingerprints, is_suppressed
from qualdesk.store.suppression_lift import lapse_some

LINE, OWN = "+493023125100", "+493023125101"
FIVE_YEARS = 1826


@pytest.fixture
def lawful(store_url: str, clock: SetClock) -> Store:
    """A store that goes by the shipped rule book."""
    opened = Store(store_url, clock=clock, durable=False, rules=shipped_rules)
    yield opened
    opened.close()


def _stands(store: Store, lead_id: LeadId) -> str:
    with store.reading() as tx:
        query = sa.select(schema.lead.c.state).where(schema.lead.c.id == lead_id)
        return str(tx.connection.scalar(query))


def _may_be_called(store: Store, lead_id: LeadId) -> bool:
    with store.reading() as tx:
        return not is_suppressed(tx, lead_id)


def _the_one(desk: Desk, lead_id: LeadId) -> SaidNo:
    (one,) = desk.do_not_call.said(lead_id)
    return one


def test_a_no_said_in_a_call_is_taken_back_later_with_a_reason(
    store: Store, clock: SetClock
) -> None:
    """Rulings: ten seconds for the caller, later by a supervisor with a reason, logged."""
    fair = a_campaign(store)
    ada = a_lead(store, fair, "Ada Quist", phones=(OWN,))
    twin = a_lead(store, fair, "A. Quist", phones=(OWN,))
    ana = calling(store, clock)
    ana.do_not_call(ada, asked_by="Her office")
    clock.advance(timedelta(days=3))
    maya = Desk(store, clock, "Maya")
    said = _the_one(maya, ada)
    assert (said.scope, said.asked_by, said.by, said.holds) == ("person", "Her office", "Ana", True)
    assert said.entries == 2, "the name and the number"
    assert _the_one(maya, twin) == said, "the same number, so the same no"
    with pytest.raises(Refused, match="why"):
        maya.do_not_call.lift_one(said.id, "  ")
    done = maya.do_not_call.lift_one(said.id, "She  called us back")
    assert set(done.leads) == {ada, twin}
    assert done.changes.leads == {ada, twin}
    assert [_stands(store, one) for one in (ada, twin)] == [Bucket.WAITING] * 2
    assert _may_be_called(store, ada)
    after = _the_one(maya, ada)
    assert (after.holds, after.lifted_because) == (False, "She called us back")
    with store.reading() as tx:
        (audit, *_) = entries(tx, "do-not-call", said.id)
    assert (audit.who, audit.what) == ("Maya", "took back")
    with pytest.raises(Refused, match="before"):
        maya.do_not_call.lift_one(said.id, "Again")


def test_taking_one_back_leaves_what_another_said(store: Store, clock: SetClock) -> None:
    """Two people share a line: one no taken back is not the other's."""
    fair = a_campaign(store)
    ada = a_lead(store, fair, "Ada Quist", phones=(LINE,))
    ben = a_lead(store, fair, "Ben Ode", phones=(LINE,))
    ana, maya = calling(store, clock), Desk(store, clock, "Maya")
    ana.do_not_call(ada, scope="number", number=LINE)
    ana.do_not_call(ben, scope="number", number=LINE)
    newest, oldest = maya.do_not_call.said(ada)
    assert newest.id > oldest.id
    assert maya.do_not_call.lift_one(oldest.id, "Her own wish").leads == ()
    assert [_stands(store, one) for one in (ada, ben)] == [Bucket.DO_NOT_CALL] * 2
    done = maya.do_not_call.lift_one(newest.id, "And his")
    assert set(done.leads) == {ada, ben}


def test_two_said_at_the_same_instant_are_two(store: Store, clock: SetClock) -> None:
    """A rehearsal's clock stands still; what one person said stays theirs."""
    fair = a_campaign(store)
    leads = [a_lead(store, fair, name) for name in ("Ada Quist", "Ben Ode")]
    ana, maya = calling(store, clock), Desk(store, clock, "Maya")
    for one in leads:
        ana.do_not_call(one)
    maya.do_not_call.lift_one(_the_one(maya, leads[0]).id, "By mistake")
    assert [_may_be_called(store, one) for one in leads] == [True, False]


def test_what_came_with_a_list_is_lifted_with_the_list(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    fair = a_campaign(store)
    ada = a_lead(store, fair, "Ada Quist", phones=(OWN,))
    maya = Desk(store, clock, "Maya")
    path = tmp_path / "no.csv"
    path.write_text(f"Phone\n{OWN}\n", encoding="utf-8")
    maya.do_not_call.load(path)
    said = _the_one(maya, ada)
    assert said.of_list == "no.csv"
    with pytest.raises(Refused, match="Lift that list"):
        maya.do_not_call.lift_one(said.id, "One of them")
    assert not _may_be_called(store, ada)
    for nothing in (SuppressionId(999), LeadId(999)):
        with pytest.raises(NotFound):
            maya.do_not_call.lift_one(SuppressionId(nothing), "x")
    with pytest.raises(NotFound):
        maya.do_not_call.said(LeadId(999))


def test_a_no_is_kept_for_good_unless_a_client_says_otherwise(
    lawful: Store, clock: SetClock
) -> None:
    """GDPR's storage limit, and never shorter than the longest rule: five years in the US."""
    fair = a_campaign(lawful, client="North")
    other = a_campaign(lawful, client="South")
    maya = Desk(lawful, clock, "Maya")
    assert maya.do_not_call.kept_for() is None
    with pytest.raises(Refused, match="1,826 days"):
        maya.do_not_call.keep_for(FIVE_YEARS - 1)
    with pytest.raises(NotFound):
        maya.do_not_call.keep_for(FIVE_YEARS, "Nobody")
    maya.do_not_call.keep_for(FIVE_YEARS, "north")
    assert maya.do_not_call.kept_for("North") == FIVE_YEARS
    assert maya.do_not_call.kept_for("South") is None
    ada = a_lead(lawful, fair, "Ada Quist", phones=(OWN,))
    ben = a_lead(lawful, other, "Ben Ode")
    for one in (ada, ben):
        calling(lawful, clock).do_not_call(one)
    assert _the_one(maya, ada).expires_at == clock.now() + timedelta(days=FIVE_YEARS)
    assert _the_one(maya, ben).expires_at is None
    clock.advance(timedelta(days=FIVE_YEARS, seconds=-1))
    maya.keeper.tick()
    assert not _may_be_called(lawful, ada)
    clock.advance(timedelta(seconds=1))
    maya.keeper.tick()
    assert [_may_be_called(lawful, one) for one in (ada, ben)] == [True, False]
    said = _the_one(maya, ada)
    assert (said.holds, said.lifted_because) == (False, "Kept for its time")
    (note,) = maya.calling.card(ada).lead.touchpoints
    assert note.says == "Asked not to be called on Tue 17 Mar 2026. That has ended."
    maya.do_not_call.keep_for(None, "North")
    assert maya.do_not_call.kept_for("North") is None


def test_a_no_said_again_begins_anew(lawful: Store, clock: SetClock) -> None:
    fair = a_campaign(lawful)
    maya = Desk(lawful, clock, "Maya")
    maya.do_not_call.keep_for(FIVE_YEARS)
    ada = a_lead(lawful, fair, "Ada Quist", phones=(OWN,))
    twin = a_lead(lawful, fair, "A. Quist", phones=(OWN, LINE))
    calling(lawful, clock).do_not_call(ada)
    clock.advance(timedelta(days=FIVE_YEARS // 2))
    calling(lawful, clock).do_not_call(twin, scope="number", number=OWN)
    clock.advance(timedelta(days=FIVE_YEARS // 2 + 1))
    maya.keeper.tick()
    assert [one.holds for one in maya.do_not_call.said(ada)] == [True, False]
    assert not _may_be_called(lawful, ada)
    assert _stands(lawful, ada) == Bucket.DO_NOT_CALL


def test_a_rule_that_came_later_is_obeyed_as_well(
    store_url: str, clock: SetClock, lawful: Store
) -> None:
    """What was kept for a short time, before a rule asked for more, goes on stopping calls."""
    unruly = Store(store_url, clock=clock, durable=False)
    fair = a_campaign(unruly)
    Desk(unruly, clock, "Maya").do_not_call.keep_for(30)
    with unruly.transaction() as tx:
        ada = make_lead(tx, fair, make_contact(tx, "Ada Quist"))
    calling(unruly, clock).do_not_call(ada)
    clock.advance(timedelta(days=31))
    with lawful.transaction() as tx:
        assert lapse_some(tx, 50) == ()
        assert lapse_some(tx, 50) is None, "put off until the rule lets it end"
    clock.advance(timedelta(days=FIVE_YEARS - 31))
    with lawful.transaction() as tx:
        assert lapse_some(tx, 50) == (ada,)
    unruly.close()


def test_all_that_stops_calls_is_written_out_also_of_who_was_erased(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Suppression survives erasure, and can be shown to hold without naming anybody."""
    fair = a_campaign(store, client="North")
    a_campaign(store, client="South")
    ada = a_lead(store, fair, "Ada Quist", phones=(OWN,))
    ben = a_lead(store, fair, "Ben Ode", phones=(LINE,))
    maya = Desk(store, clock, "Maya")
    numbers = tmp_path / "no.csv"
    numbers.write_text("Phone\n+49 30 23125 199\n", encoding="utf-8")
    maya.do_not_call.load(numbers, client="North")
    calling(store, clock).do_not_call(ben, scope="number", number=LINE)
    maya.erasing.erase(ada)
    written = tmp_path / "kept.csv"
    assert maya.do_not_call.export_entries(written, client="north") == 4
    heading, *rows = (line.split(",") for line in written.read_text("ascii").splitlines())
    assert heading == ["fingerprint", "scope", "since", "until", "from"]
    kept = {row[0]: row[1:] for row in rows}
    with store.reading() as tx:
        prints = fingerprints(tx)
    assert kept[prints.number(OWN)] == ["person", "2026-03-17", "", "said"], "erased, and obeyed"
    assert kept[prints.number(LINE)] == ["number", "2026-03-17", "", "said"]
    assert kept[prints.number("+493023125199")] == ["number", "2026-03-17", "", "list"]
    plain = maya.do_not_call.export(tmp_path / "plain.txt", client="North", key=None)
    assert (plain.numbers, plain.not_shown) == (1, 3)
    assert (tmp_path / "plain.txt").read_text("ascii").split() == [LINE]
    with pytest.raises(ExportRefused, match="there already"):
        maya.do_not_call.export_entries(written, client="North")
    assert maya.do_not_call.export_entries(tmp_path / "none.csv", client="South") == 0


def test_who_turns_out_to_be_somebody_who_said_no_is_offered_no_longer(
    store: Store, clock: SetClock
) -> None:
    """Q6: a lead without a name is in a caller's hands when a list of another client names them."""
    number = "+493023125100"
    south = a_campaign(store, name="South", client="South", region="DE")
    north = a_campaign(store, name="North", client="North", region="DE")
    lists, caller = Desk(store, clock, "Maya"), Desk(store, clock, "Ana")
    named = {"name": "Ben Ode", "company": "Pumps GmbH"}
    lists.intake.load([{**named, "phone": "+442079460102"}], campaign=south.id)
    ben = caller.calling.next_lead()
    assert isinstance(ben, CallCard)
    lists.erasing.erase(ben.lead.id)
    lists.intake.load([{"phone": number}], campaign=south.id)
    nameless = caller.calling.next_lead()
    assert isinstance(nameless, CallCard)
    assert nameless.lead.contact.dialable[0].e164 == number
    lists.intake.load([{**named, "phone": number}], campaign=north.id)
    with store.reading() as tx:
        assert load_lead(tx, nameless.lead.id).contact.name == "Ben Ode"
    again = caller.calling.next_lead(south.id)
    assert isinstance(again, NothingToCall)
    assert caller.calling.held() is None
