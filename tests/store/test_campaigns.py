"""Campaigns come back as they were made, and say in words what is missing."""

from datetime import UTC, datetime, timedelta

import pytest

from makers import make_campaign, make_card, make_lead
from qualdesk.core.campaigns import CampaignPlan
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.leads import Bucket
from qualdesk.core.recycling import RecycleRule, RecycleTo
from qualdesk.core.routing import Cap, Routing, RoutingRule, RuleKind
from qualdesk.core.sources import CallLimits, CallWindow, HandoffTerms, SourceType
from qualdesk.store import campaigns, document_versions, leads, schema, used_up
from qualdesk.store.database import Store

CARD = make_card(
    type=SourceType.TRADE_SHOW,
    what="Spring fair, hall 4",
    who="Visitors of our stand",
    responding_to="The demo of the new pump",
    facts=("Two days of rain",),
    cost=1200.5,
    currency="EUR",
)
PLAN = CampaignPlan(
    name="Spring fair",
    kind="event",
    client="Northwind",
    region="DE",
    source=CARD,
    window=CallWindow(
        opens_at=datetime(2026, 3, 16, tzinfo=UTC),
        closes_at=datetime(2026, 3, 27, 17, tzinfo=UTC),
        zone="Europe/Berlin",
    ),
    limits=CallLimits(
        hours=(480, 1080),
        days=frozenset({0, 2, 4}),
        max_attempts=4,
        max_per_day=1,
        min_gap=timedelta(hours=1),
        grace=timedelta(minutes=5),
    ),
    handoff=HandoffTerms(receiver="Sam", receiver_email="sam@example.com", reasons=("No",)),
)


def test_a_campaign_comes_back_exactly_as_it_was_planned(store: Store) -> None:
    with store.transaction() as tx:
        made = campaigns.add_campaign(tx, PLAN)
    with store.reading() as tx:
        found = campaigns.load_campaign(tx, made.id)
    assert found == made
    for part in ("name", "kind", "client", "region", "source", "window", "limits", "handoff"):
        assert getattr(found, part) == getattr(PLAN, part)
    assert found.before_calls() == ()


def test_a_campaign_is_found_by_its_name_whatever_the_capitals(store: Store) -> None:
    with store.transaction() as tx:
        made = make_campaign(tx, "Spring fair")
        make_campaign(tx, "Autumn webinar")
        assert campaigns.find_campaign(tx, " spring FAIR ") == made
        with pytest.raises(NotFound, match="“Autumn webinar”, “Spring fair”"):
            campaigns.find_campaign(tx, "Winter")


def test_two_campaigns_of_one_client_cannot_share_a_name_but_two_clients_can(
    store: Store,
) -> None:
    """O7: clients are kept apart."""
    with store.transaction() as tx:
        make_campaign(tx, "Spring fair", client="Northwind")
        with pytest.raises(Refused, match="already"):
            make_campaign(tx, " Spring fair ", client="Northwind")
        make_campaign(tx, "Spring fair", client="Southwind")
        with pytest.raises(Refused, match="Several"):
            campaigns.find_campaign(tx, "Spring fair")


def test_a_campaign_without_a_name_is_refused(store: Store) -> None:
    with store.transaction() as tx, pytest.raises(Refused, match="needs a name"):
        campaigns.add_campaign(tx, CampaignPlan(name="  "))


def test_a_version_is_kept_once_however_often_it_is_handed_in(store: Store) -> None:
    with store.transaction() as tx:
        first = document_versions.keep_script(tx, "fair", 1, "aa", '{"a": 1}')
        again = document_versions.keep_script(tx, "fair", 1, "aa", '{"a": 1}')
        other = document_versions.keep_script(tx, "fair", 2, "bb", '{"a": 2}')
        defined = document_versions.keep_definition(tx, "qualified", 1, "cc", "{}")
        assert first == again != other
        assert document_versions.script_json(tx, other) == '{"a": 2}'
        assert document_versions.definition_json(tx, defined) == "{}"
        with pytest.raises(NotFound):
            document_versions.script_json(tx, other + 1)


def test_a_campaign_keeps_what_is_set_on_it(store: Store) -> None:
    with store.transaction() as tx:
        made = make_campaign(tx, source=None)
        assert made.before_calls()
        script = document_versions.keep_script(tx, "fair", 1, "aa", "{}")
        definition = document_versions.keep_definition(tx, "qualified", 1, "cc", "{}")
        campaigns.set_source(tx, made.id, CARD)
        campaigns.set_script(tx, made.id, script)
        campaigns.set_definition(tx, made.id, definition)
        campaigns.set_handoff(tx, made.id, PLAN.handoff)
        now = campaigns.pause(tx, made.id, is_paused=True)
    assert (now.source, now.handoff, now.is_paused) == (CARD, PLAN.handoff, True)
    assert (now.script_version_id, now.definition_version_id) == (script, definition)


def test_fewer_tries_end_the_leads_that_had_more(sqlite_store: Store) -> None:
    """Q6: the new limit holds at once, and the leads it ends say so."""
    with sqlite_store.transaction() as tx:
        made = make_campaign(tx)
        tried, fresh = make_lead(tx, made), make_lead(tx, made)
        tx.connection.exec_driver_sql("UPDATE lead SET attempts = 3 WHERE id = ?", (tried,))
        changed = campaigns.set_times(tx, made.id, PLAN.window, CallLimits(max_attempts=3))
        assert changed.limits.max_attempts == 3
        assert used_up.end_some(tx, changed, used_up.limits_of(changed), 100) == (tried,)
        stand = leads.load_leads(tx, [tried, fresh])
    assert stand[tried].bucket is Bucket.UNREACHABLE
    assert stand[tried].reason == "Tries used up"
    assert stand[fresh].bucket is Bucket.WAITING


def test_the_terms_of_a_hand_off_come_back_whole(store: Store) -> None:
    """T4, T6: rules, clocks, recycling, costs; with several people in one rule."""
    terms = HandoffTerms(
        receiver="Sam",
        answer_grace=4,
        dispute_within=timedelta(days=3, hours=1),
        recycle=(RecycleRule(when="No", to=RecycleTo.QUEUE, after_days=0),),
        criteria_of={"No": "date"},
        routing=Routing(
            rules=(
                RoutingRule(
                    id="a",
                    kind=RuleKind.REGION,
                    name="DE",
                    people=("Lena", "Sam"),
                    countries=("DE",),
                    postcodes=("2",),
                ),
                RoutingRule(
                    id="b", kind=RuleKind.PRODUCT, name="", question="wants", values=("x",)
                ),
            ),
            caps=(Cap(salesperson="Sam", per_day=0),),
            per_day=3,
            only_on_duty=True,
        ),
        profile="zoho",
        channels=("mail",),
        hour_cost=30.5,
    )
    with store.transaction() as tx:
        made = make_campaign(tx)
        campaigns.set_handoff(tx, made.id, terms)
    with store.reading() as tx:
        assert campaigns.load_campaign(tx, made.id).handoff == terms


def test_terms_an_older_program_kept_read_on(store: Store) -> None:
    older = {
        "receiver": "Sam",
        "receiver_email": "",
        "answer_within": 259200.0,
        "batch_size": 7,
        "reasons": ["No"],
    }
    with store.transaction() as tx:
        made = make_campaign(tx)
        tx.connection.execute(schema.campaign.update().values(handoff=older))
    with store.reading() as tx:
        found = campaigns.load_campaign(tx, made.id).handoff
    house = HandoffTerms()
    assert (found.receiver, found.batch_size, found.reasons) == ("Sam", 7, ("No",))
    assert found.answer_within == timedelta(days=3)
    assert (found.recycle, found.routing) == (house.recycle, house.routing)
    assert (found.answer_grace, found.channels) == (house.answer_grace, house.channels)
