"""The permission is kept with campaigns and lists, and a claim asks for it (O3)."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from makers import BERLIN, MORNING, make_campaign, make_card, make_clock, make_lead
from postgres import copied_database
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import LeadId, ListId
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.sources import ALWAYS, UNSAID, CallWindow
from qualdesk.store import campaigns, permissions
from qualdesk.store.database import Store, Transaction
from qualdesk.store.migrations import STEPS
from qualdesk.store.migrations.upgrade import upgrade
from qualdesk.store.overview import open_today, why_not
from qualdesk.store.queue import claim_next
from qualdesk.store.schema import campaign, intake_row, lead_list

CONSENT = Permission(
    basis=Basis.CONSENT,
    says="They ticked the box.",
    given_on=date(2026, 3, 2),
    where="On the form",
    evidence="Folder 7",
    wording="Form 7",
    scope=("phone",),
    expires=date(2026, 3, 17),
)
CARD = make_card(permission=CONSENT)
LIMITS = {
    "hours": [540, 1050], "days": [0, 1], "max_attempts": 6, "max_per_day": 2,
    "min_gap_seconds": 900.0, "grace_seconds": 1200.0,
}  # fmt: skip
HANDOFF = {
    "receiver": "", "receiver_email": "", "answer_within": 432000.0, "batch_size": 25,
    "reasons": ["No"],
}  # fmt: skip
IN_BERLIN = CallWindow(zone=BERLIN, has_no_end=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def no_tables_yet(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store on a database without any table yet."""
    with ExitStack() as open_ones:
        url = f"sqlite:///{tmp_path / 'old.sqlite'}"
        if request.param == "postgresql":
            address = request.getfixturevalue("postgres_address")
            url = open_ones.enter_context(copied_database(address, "template0", "old_desk"))
        made = Store(url, clock=make_clock(), durable=False)
        open_ones.callback(made.close)
        yield made


def _codes(tx: Transaction, made: Campaign) -> list[str]:
    return [reason.code for reason in why_not(tx, "ana", made.id)]


def test_a_permission_comes_back_as_it_was_kept(store: Store) -> None:
    with store.transaction() as tx:
        made = make_campaign(tx, source=CARD, window=IN_BERLIN)
        assert campaigns.load_campaign(tx, made.id).source == CARD
        bare = make_campaign(tx, source=make_card(permission=None))
        assert bare.source is not None
        assert bare.source.permission is None
        assert not bare.calls_may_start


@pytest.mark.parametrize("missing", ["source", "permission", "cost", "owner", "nurture", "window"])
def test_no_claim_comes_through_while_one_thing_is_missing(store: Store, missing: str) -> None:
    """O3: the claim itself asks, so no face can forget it."""
    plan = {"source": CARD, "window": IN_BERLIN}
    if missing in plan:
        plan[missing] = {"source": None, "window": UNSAID}[missing]  # type: ignore[assignment]
    else:
        plan["source"] = replace(CARD, **{missing: None if missing != "owner" else ""})  # type: ignore[arg-type]
        if missing == "nurture":
            plan["source"] = replace(CARD, nurture="")
    with store.transaction() as tx:
        made = campaigns.add_campaign(tx, campaigns.CampaignPlan(name="Fair", **plan))  # type: ignore[arg-type]
        wanted = make_lead(tx, made)
        assert claim_next(tx, "ana") is None
        assert _codes(tx, made) == ["source_card"]
        assert open_today(tx) == 0
        campaigns.set_times(tx, made.id, IN_BERLIN, made.limits)
        whole = campaigns.set_source(tx, made.id, CARD)
        assert whole.calls_may_start
        claimed = claim_next(tx, "ana")
        assert claimed is not None
        assert claimed.lead_id == wanted


def test_consent_that_has_ended_stops_the_claim_and_a_new_one_lets_it_go_on(
    store: Store, clock: SetClock
) -> None:
    with store.transaction() as tx:
        made = make_campaign(tx, source=CARD, window=IN_BERLIN)
        make_lead(tx, made)
        assert _codes(tx, made) == ["free"]
    clock.set(MORNING + timedelta(days=1))
    with store.transaction() as tx:
        assert claim_next(tx, "ana") is None
        assert _codes(tx, made) == ["permission"]
        assert open_today(tx) == 0
        renewed = replace(CARD, permission=replace(CONSENT, expires=date(2027, 3, 17)))
        assert campaigns.set_source(tx, made.id, renewed).calls_may_start
        assert claim_next(tx, "ana") is not None


def _of_an_older_program(tx: Transaction) -> Campaign:
    """A campaign as version 1 kept it: three answers, a sentence, calls on, no end said."""
    made = make_campaign(tx, source=CARD)
    old = {
        "type": "trade_show", "what": "A fair", "who": "Visitors", "responding_to": "A demo",
        "channel": "", "place": "", "facts": [], "permission": "They asked for a call.",
        "owner": "", "on_behalf_of": "", "nurture": "", "cost": None, "currency": "",
    }  # fmt: skip
    tx.connection.execute(
        campaign.update()
        .where(campaign.c.id == made.id)
        .values(source=json.loads(json.dumps(old)), window_has_no_end=False, permitted_until=None)
    )
    return campaigns.load_campaign(tx, made.id)


def test_a_campaign_of_an_older_program_calls_on_and_names_what_is_missing(store: Store) -> None:
    """Decision 007: no call stops because the program was renewed overnight."""
    with store.transaction() as tx:
        old = _of_an_older_program(tx)
        make_lead(tx, old)
        assert old.calls_may_start
        assert [gap.field for gap in old.gaps()] == [
            "basis", "given_on", "where", "cost", "owner", "nurture", "window"
        ]  # fmt: skip
        assert old.source is not None
        assert old.source.permission == Permission(says="They asked for a call.")
        better = campaigns.set_source(tx, old.id, replace(old.source, cost=0))
        assert better.calls_may_start, "an answer more takes nothing away"
        assert claim_next(tx, "ana") is not None


def test_an_answer_that_is_taken_away_stops_calls(store: Store) -> None:
    with store.transaction() as tx:
        old = _of_an_older_program(tx)
        assert old.source is not None
        assert not campaigns.set_source(tx, old.id, replace(old.source, who="")).calls_may_start
        assert not campaigns.set_source(tx, old.id, old.source).calls_may_start, "now all counts"
        made = make_campaign(tx, source=CARD, window=IN_BERLIN)
        assert not campaigns.set_times(tx, made.id, UNSAID, made.limits).calls_may_start
        assert campaigns.set_times(tx, made.id, ALWAYS, made.limits).calls_may_start


def _list(tx: Transaction, made: Campaign, *lead_ids: LeadId) -> ListId:
    new = tx.connection.scalar(
        lead_list.insert()
        .values(campaign_id=made.id, state="published", loaded_at=tx.now, file_name="a.csv")
        .returning(lead_list.c.id)
    )
    for number, lead_id in enumerate(lead_ids, start=1):
        values = {"list_id": new, "row_number": number, "raw": [], "lead_id": lead_id}
        tx.connection.execute(intake_row.insert().values(**values))
    return ListId(new or 0)


def test_a_list_has_the_permission_of_its_campaign_until_it_has_one_of_its_own(
    store: Store,
) -> None:
    with store.transaction() as tx:
        made = make_campaign(tx, source=CARD)
        kept = _list(tx, made)
        assert permissions.permission_of_list(tx, kept) == CONSENT
        own = replace(CONSENT, evidence="Folder 8")
        permissions.set_list_permission(tx, kept, own)
        assert permissions.permission_of_list(tx, kept) == own
        with pytest.raises(Refused, match="cover the phone"):
            permissions.set_list_permission(tx, kept, replace(own, scope=()))
        with pytest.raises(NotFound, match="no list number 99"):
            permissions.set_list_permission(tx, ListId(99), own)


def test_a_lead_may_be_called_while_one_of_its_lists_allows_it(store: Store) -> None:
    later = MORNING + timedelta(days=1)
    with store.transaction() as tx:
        made = make_campaign(tx, source=make_card(), window=IN_BERLIN)
        only, both = make_lead(tx, made), make_lead(tx, made)
        ends = _list(tx, made, only, both)
        permissions.set_list_permission(tx, ends, CONSENT)
        assert _over(tx, only, MORNING) == ""
        assert _over(tx, only, later).startswith("The consent to call them ended")
        _list(tx, made, both)
        assert _over(tx, both, later) == ""


def test_nothing_that_is_kept_of_a_permission_is_lost_on_its_way(store: Store) -> None:
    with store.transaction() as tx:
        made = make_campaign(tx, source=CARD)
        kept = tx.connection.scalar(sa.select(campaign.c.source).where(campaign.c.id == made.id))
        assert permissions.permission_from((kept or {})["permission"]) == CONSENT
        assert permissions.permission_from(permissions.permission_json(Permission())) == (
            Permission()
        )
        assert permissions.permission_from("") is None


def test_the_migration_itself_stops_nobody(no_tables_yet: Store) -> None:
    """Decision 007: from the tables of version 1 to those of today."""
    store = no_tables_yet
    with store.migrating() as tx:
        upgrade(tx.connection, STEPS.folder, "0001")
    card = {**asdict(make_card()), "permission": "They asked.", "cost": None}
    with store.transaction() as tx:
        plain = campaign.insert().values(
            name="Yesterday's fair",
            source=json.loads(json.dumps(card)),
            has_source_card=True,
            limits=LIMITS,
            handoff=HANDOFF,
            made_at=tx.now,
        )
        tx.connection.execute(plain)
    with store.migrating() as tx:
        upgrade(tx.connection, STEPS.folder, STEPS.head)
    with store.reading() as tx:
        (found,) = campaigns.campaigns(tx)
    assert found.calls_may_start
    assert found.stopped_by(MORNING) == ""
    assert {gap.field for gap in found.gaps()} >= {"basis", "cost", "window"}


def _over(tx: Transaction, lead_id: LeadId, at: datetime) -> str:
    return permissions.lists_over(permissions.words_of_lists(tx, [lead_id])[lead_id], at)
