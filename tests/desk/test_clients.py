"""O7: what belongs to one client is kept apart from all others, also for whoever works for one."""

from threading import Thread

import pytest

from calls import SCRIPT, a_campaign, a_lead, calling, next_card
from qualdesk.core.cards import QueueFilter
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.desk import Desk
from qualdesk.desk.clients import Clients
from qualdesk.desk.keeper import Step
from qualdesk.store.database import Store
from qualdesk.store.sales_answers import sent_items
from way_back_makers import leave, qualify


@pytest.fixture
def sue(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "Sue")


def test_nobody_who_has_one_client_notices_any(sue: Desk, store: Store) -> None:
    assert not sue.clients.has_several()
    a_campaign(store, name="Fair")
    assert [(one.name, one.campaigns) for one in sue.clients.all()] == [("", 1)]
    assert not sue.clients.has_several()


def test_a_client_is_written_down_once_and_known_before_its_first_campaign(sue: Desk) -> None:
    assert sue.clients.add("  Acme\u202e  Tools ").name == "Acme Tools"
    assert sue.clients.add("ACME TOOLS").name == "Acme Tools"
    assert [one.name for one in sue.do_not_call.lists("acme tools")] == []
    with pytest.raises(NotFound, match="of the client “Bolt”"):
        sue.do_not_call.lists("Bolt")
    with pytest.raises(Refused, match="needs a name"):
        sue.clients.add(" ")


def test_who_works_for_one_client_sees_its_campaigns_alone(
    sue: Desk, store: Store, clock: SetClock
) -> None:
    """A supervisor sees only theirs: lists, statements and do-not-call of others are not there."""
    a_campaign(store, name="Fair", client="Acme")
    a_campaign(store, name="Show", client="Bolt")
    assert sue.clients.has_several()
    sue.clients.bind("Cora", "acme")
    cora = Desk(store, clock, "Cora")
    assert [one.campaign.name for one in cora.library.campaigns()] == ["Fair"]
    assert [one.name for one in cora.clients.all()] == ["Acme"]
    with pytest.raises(NotFound, match="no campaign “Show”"):
        cora.routing.routing("Show")
    for ask in (cora.do_not_call.lists, lambda name: cora.statements.statement("2026-03", name)):
        with pytest.raises(NotFound, match="of the client “Bolt”"):
            ask("Bolt")
    with pytest.raises(Refused, match="for one client"):
        cora.clients.bind("Cora", "")
    with pytest.raises(Refused, match="for one client"):
        cora.clients.add("Mine")
    again = Clients(store, clock, "Sue")
    store.viewer = "Sue"
    again.bind("Cora", "")
    store.viewer = "Cora"
    assert len(cora.library.campaigns()) == 2


def test_scripts_and_definitions_only_others_work_by_are_not_on_the_shelf(
    sue: Desk, store: Store, clock: SetClock
) -> None:
    a_campaign(store, name="Fair", client="Acme", with_script=False)
    sue.scripts.new("Nobody's yet")
    others = a_campaign(store, name="Show", client="Bolt")
    assert [one.id for one in sue.scripts.scripts()] == ["nobody-s-yet", "tests"]
    sue.clients.bind("Cora", "Acme")
    cora = Desk(store, clock, "Cora")
    assert [one.id for one in cora.scripts.scripts()] == ["nobody-s-yet"]
    assert cora.definitions.entries() == ()
    for shelf in (cora.scripts, cora.definitions):
        with pytest.raises(NotFound, match="“tests”"):
            shelf.draft("tests")
    with pytest.raises(NotFound, match="“tests”"):
        cora.scripts.keep(SCRIPT, 0, over=True)
    assert cora.scripts.new("Show").script.id == "acme-show"
    with pytest.raises(NotFound, match=f"no campaign number {others.id}"):
        cora.queue.listing(QueueFilter(campaign=others.id))
    with pytest.raises(NotFound, match=f"no campaign number {others.id}"):
        cora.routing.routing(others.id)


def test_a_caller_who_works_for_one_client_is_given_leads_of_it_alone(
    sue: Desk, store: Store, clock: SetClock
) -> None:
    theirs = a_campaign(store, name="Fair", client="Acme")
    a_lead(store, a_campaign(store, name="Show", client="Bolt"), "Ida Holm", company="One")
    wanted = a_lead(store, theirs, "Jan Moss", company="Two")
    sue.clients.bind("Ana", "Acme")
    ana = calling(store, clock, "Ana")
    assert next_card(ana).lead.id == wanted
    ana.finish(ana.start_attempt(wanted).id, "no_answer")
    assert not hasattr(ana.next_lead(), "lead"), "nothing of the other client"


def test_the_clocks_work_in_a_file_is_done_for_every_client_whoevers_window_does_it(
    sqlite_store: Store, clock: SetClock
) -> None:
    """And what sales of another client says is read into nothing of whoever works for one."""
    show = a_campaign(sqlite_store, name="Show", client="Bolt")
    a_campaign(sqlite_store, name="Fair", client="Acme")
    lead_id = qualify(sqlite_store, show, "Jan Moss")
    _, items = leave(sqlite_store, show, lead_id)
    Desk(sqlite_store, clock, "Sue").clients.bind("Cora", "Acme")
    cora = Desk(sqlite_store, clock, "Cora")
    shared = next(one for one in cora.scripts.scripts() if one.id == "tests")
    assert shared.campaigns == ("Fair",), "Bolt works by it too"
    with sqlite_store.reading() as tx:
        assert sent_items(tx, items.values(), hold=False) == {}
    with sqlite_store.for_all(), sqlite_store.reading() as tx:
        assert set(sent_items(tx, items.values(), hold=False)) == set(items.values())
    seen = []

    def shown() -> None:
        with sqlite_store.reading() as tx:
            seen.append(tx.viewer)

    def work() -> None:
        shown()
        beside = Thread(target=shown)
        beside.start()
        beside.join()

    cora.keeper.do(Step(name="look", do=work))
    shown()
    assert seen == ["", "Cora", "Cora"], "what her window asks meanwhile is of her client alone"
