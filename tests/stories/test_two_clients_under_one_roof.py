"""O7: one desk calls for two clients, and what belongs to each stays with it.

Lists, calls, do-not-call, batches, statements and what a supervisor sees who works for one alone.
"""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handoff_makers import a_definition, a_script
from makers import make_card
from qualdesk.bootstrap import open_desk
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.sources import HandoffTerms
from qualdesk.core.statements import Statement
from qualdesk.desk import Desk
from way_back_makers import load_and_qualify

Open = Callable[[str], Desk]
TERMS = HandoffTerms(receiver="Lena Brandt", receiver_email="lena@sealers.example")
KATRIN = "+49 30 23125 101"


@pytest.fixture
def open_as(store_url: str, clock: SetClock) -> Iterator[Open]:
    """A desk for whoever is named, on the one workspace."""
    opened: list[Desk] = []

    def made(name: str) -> Desk:
        opened.append(open_desk(store_url, clock=clock, caller=name))
        return opened[-1]

    yield made
    for one in opened:
        one.close()


def campaign(desk: Desk, client: str) -> Campaign:
    return desk.library.new_campaign(
        f"{client} fair",
        client=client,
        region="DE",
        source=make_card(),
        handoff=TERMS,
        script=a_script(),
        definition=a_definition(),
    )


def called_next(desk: Desk, name: str) -> LeadId | None:
    """Who is offered next in that campaign, given back at once; None for nobody."""
    found = desk.calling.next_lead(name)
    if isinstance(found, NothingToCall):
        return None
    assert isinstance(found, CallCard)
    desk.calling.release(found.lead.id)
    return found.lead.id


def counts(statement: Statement) -> tuple[str, int, int]:
    return statement.client, len(statement.lines), statement.waiting


def test_what_belongs_to_one_client_stays_with_it(open_as: Open, tmp_path: Path) -> None:
    sue, ana = open_as("Sue"), open_as("Ana")
    for client in ("Acme", "Bolt"):
        sue.clients.add(client)
    acme, bolt = (campaign(sue, one) for one in ("Acme", "Bolt"))

    # The same people came to both stands: each client has leads of its own, and calls of its own.
    for one in (acme, bolt):
        load_and_qualify(ana, one.name, "Katrin Albers")
    # A batch says whose it is, and holds nobody of the other.
    left = [sue.handoff.export(one.id, tmp_path) for one in (acme, bolt)]
    assert [one.folder.name for one in left] == ["acme-batch-0001", "bolt-batch-0001"]
    for batch, client in zip(left, ("Acme", "Bolt"), strict=True):
        manifest = json.loads((batch.folder / "manifest.json").read_text("utf-8"))
        assert (manifest["client"], manifest["campaign"]) == (client, f"{client} fair")
        with (batch.folder / "leads-for-machines.csv").open(encoding="utf-8") as table:
            assert [row["Client"] for row in csv.DictReader(table)] == [client]
    assert [counts(sue.statements.statement("2026-03", one)) for one in ("Acme", "Bolt")] == [
        ("Acme", 0, 1),
        ("Bolt", 0, 1),
    ]

    # A no to one company says nothing of the other; a no to all calls from here stops both.
    for one in (acme, bolt):
        people = [{"name": "Ida Roth", "phone": "+49 30 23125 301"}]
        sue.intake.load(people, campaign=one.name)
    card = ana.calling.next_lead(acme.name)
    assert isinstance(card, CallCard)
    ida = card.lead.id
    done = ana.calling.do_not_call(ida, asked_by="The person, on this call")
    assert called_next(ana, acme.name) is None
    assert called_next(ana, bolt.name) is not None
    ana.calling.undo(done.attempt_id)
    ana.calling.do_not_call(ida, scope="house")
    assert (called_next(ana, acme.name), called_next(ana, bolt.name)) == (None, None)
    (said,) = [one for one in sue.do_not_call.said(ida) if one.holds]
    assert said.is_of_house

    # A client's list is its own; the house's counts for each.
    no = tmp_path / "no.csv"
    no.write_text(f"Phone\n{KATRIN}\n", encoding="utf-8")
    sue.do_not_call.load(no, client="Acme")
    assert [len(sue.do_not_call.lists(one)) for one in ("Acme", "Bolt", HOUSE)] == [1, 0, 0]
    ben = [{"name": "Ben Ode", "phone": "+49 30 23125 302"}]
    no.write_text("Phone\n+49 30 23125 302\n", encoding="utf-8")
    sue.do_not_call.load(no, client=HOUSE)
    for one in (acme, bolt):
        assert sue.intake.load(ben, campaign=one.name).left_out == 1


def test_a_supervisor_who_works_for_one_client_sees_what_is_theirs(
    open_as: Open, tmp_path: Path
) -> None:
    sue = open_as("Sue")
    acme, bolt = (campaign(sue, one) for one in ("Acme", "Bolt"))
    sue.clients.bind("Cora", "Acme")
    cora = open_as("Cora")
    assert [one.campaign.id for one in cora.library.campaigns()] == [acme.id]
    assert [one.name for one in cora.clients.all()] == ["Acme"]
    for ask in (cora.handoff.next_batch, cora.routing.routing):
        for named in (bolt.id, bolt.name):
            with pytest.raises(NotFound, match="no campaign"):
                ask(named)
    with pytest.raises(NotFound, match="of the client “Bolt”"):
        cora.statements.statement("2026-03", "Bolt")
    no = tmp_path / "no.csv"
    no.write_text(f"Phone\n{KATRIN}\n", encoding="utf-8")
    sue.do_not_call.load(no, client="Bolt")
    assert cora.do_not_call.lists() == ()
    with pytest.raises(Refused, match="for one client"):
        cora.do_not_call.load(no, client=HOUSE)
    assert cora.library.new_campaign("Autumn").client == "Acme"
