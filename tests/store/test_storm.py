"""Eight desks take two thousand leads at once: each lead once, and nobody is turned away."""

import json
import subprocess
import sys
from pathlib import Path

import sqlalchemy as sa

from makers import BERLIN, make_campaign, make_contact, make_lead
from qualdesk.core.traits import Traits
from qualdesk.store import cells, overview, stacks
from qualdesk.store.database import Store
from qualdesk.store.schema import lead

DESKS = 8
LEADS = 2_000
TESTS = Path(__file__).parents[1]
ZONES = (BERLIN, "Europe/Paris", "Europe/Rome", "Europe/Madrid")
TRAITS = (Traits(), Traits(asked=True), Traits(attempts=1))


def test_eight_desks_share_two_thousand_leads_without_a_single_one_twice(
    store: Store, store_url: str
) -> None:
    """Model 2, complaints 8 and 9: one lead, one caller, whatever the hurry."""
    with store.transaction() as tx:
        fairs = [make_campaign(tx) for _ in range(20)]
        people = [make_contact(tx) for _ in range(LEADS // len(fairs))]
        first = tx.connection.execute(
            sa.select(lead).where(lead.c.id == make_lead(tx, fairs[0], people[0]))
        ).one()
        common = {key: value for key, value in first._asdict().items() if key != "id"}
        rows = [
            {
                **common,
                "campaign_id": fair.id,
                "contact_id": person,
                "cell_id": (there := cells.cell_for(tx, fair.id, [ZONES[number % 4]])),
                "stack_id": stacks.stack_for(tx, there, TRAITS[number % 3].key),
            }
            for fair in fairs
            for number, person in enumerate(people)
        ]
        tx.connection.execute(lead.insert(), rows[1:])
    said = _storm(store_url)
    taken = [lead_id for desk in said for lead_id in desk["took"]]
    assert len(taken) == len(set(taken)) == LEADS
    assert sum(len(desk["took"]) > 0 for desk in said) > 1, "desks did take turns"
    with store.reading() as tx:
        rows = tx.connection.execute(sa.select(lead)).all()
        assert {row.claim_token for row in rows} == {1}
        assert len({row.claimed_by for row in rows}) == LEADS
        counts, total = overview.bucket_counts(tx)
    assert counts["with_caller"] == total == LEADS


def _storm(url: str) -> list[dict]:
    desks = [
        subprocess.Popen(
            [sys.executable, "storm_caller.py", url, f"desk {number}"],
            cwd=TESTS,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(DESKS)
    ]
    for desk in desks:
        assert desk.stdout.readline() == "ready\n"
    for desk in desks:
        desk.stdin.write("go\n")
        desk.stdin.flush()
    told = [desk.communicate(timeout=120) for desk in desks]
    assert [desk.returncode for desk in desks] == [0] * DESKS, [err for _, err in told]
    return [json.loads(out) for out, _ in told]
