"""Versions of scripts and definitions, who works by them, and what came back, on both databases."""

from datetime import timedelta

import sqlalchemy as sa

from calls import a_campaign, a_lead, calling, next_card
from makers import make_campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import ScriptVersionId
from qualdesk.store import campaigns, document_versions, events
from qualdesk.store.database import Store, Transaction
from qualdesk.store.document_versions import Use, came_back, in_calls, newest, uses, versions
from qualdesk.store.schema import handoff_batch, handoff_item


def keep(tx: Transaction, number: int, text: str) -> ScriptVersionId:
    return document_versions.keep_script(tx, "fair", number, f"sha {text}", text, by="Ana")


def test_versions_are_listed_newest_first_each_number_once(store: Store, clock: SetClock) -> None:
    with store.transaction() as tx:
        assert newest(tx, "script", "fair") is None
        keep(tx, 2, "two")
        keep(tx, 10, "ten")
        keep(tx, 2, "two, loaded again with other words")
        document_versions.keep_script(tx, "other", 99, "sha", "other")
        found = versions(tx, "script", "fair")
        assert [(one.number, one.json) for one in found] == [
            (10, "ten"),
            (2, "two, loaded again with other words"),
        ]
        assert {(one.by, one.at) for one in found} == {("Ana", clock.now())}
        assert newest(tx, "script", "fair") == found[0]
        assert document_versions.document_ids(tx, "script") == ("fair", "other")
        assert versions(tx, "definition", "fair") == ()


def test_the_campaigns_that_work_by_a_script_are_known_also_before_an_event(store: Store) -> None:
    with store.transaction() as tx:
        one, two = keep(tx, 1, "one"), keep(tx, 2, "two")
        fair, show, alone = (make_campaign(tx, name) for name in ("Fair", "Show", "Alone"))
        campaigns.set_script(tx, show.id, one)
        campaigns.set_script(tx, fair.id, two)
        events.set_before_script(tx, show.id, two)
        assert uses(tx, "script", "fair") == (
            Use(campaign_id=fair.id, name="Fair", version_id=two, number=2),
            Use(campaign_id=show.id, name="Show", version_id=one, number=1),
            Use(campaign_id=show.id, name="Show", version_id=two, number=2, is_before=True),
        )
        assert alone.id not in {use.campaign_id for use in uses(tx, "script", "fair")}
        assert uses(tx, "definition", "fair") == ()


def test_only_calls_that_go_on_are_counted(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    for name in ("Kim Adler", "Jo Brandt"):
        a_lead(store, campaign, name, company=f"Firm of {name}")
    first, second = calling(store, clock, "Ana"), calling(store, clock, "Ben")
    calls = [desk.start_attempt(next_card(desk).lead.id) for desk in (first, second)]
    with store.reading() as tx:
        assert in_calls(tx, "script", "tests") == in_calls(tx, "definition", "tests") == 2
        assert in_calls(tx, "script", "other") == 0
    first.finish(calls[0].id, "no_answer")
    with store.reading() as tx:
        assert in_calls(tx, "script", "tests") == 1


def test_who_types_a_draft_has_nobody_wait_while_all_calls_ever_made_are_passed_over(
    sqlite_store: Store,
) -> None:
    """Each save says how many are in calls: it is asked each second, while others wait to write."""
    asked: list[tuple[str, tuple[object, ...]]] = []
    with sqlite_store.reading() as tx:

        def note(
            _connection: object, _cursor: object, text: str, values: tuple[object, ...], *_: object
        ) -> None:
            if text.startswith("SELECT"):
                asked.append((text, values))

        sa.event.listen(tx.connection, "before_cursor_execute", note)
        in_calls(tx, "script", "tests")
        in_calls(tx, "definition", "tests")
        sa.event.remove(tx.connection, "before_cursor_execute", note)
        for text, values in asked:
            plan = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()
            steps = [row.detail for row in plan]
            assert any("attempt USING INDEX" in step for step in steps), steps
            assert not any(step.startswith("SCAN attempt") for step in steps), steps
    assert len(asked) == 2


def test_what_came_back_is_counted_by_any_version_of_the_definition(
    store: Store, clock: SetClock
) -> None:
    """F4: what sales sends back speaks against the words they were judged by."""
    since = clock.now() - timedelta(days=30)
    with store.transaction() as tx:
        judged = [
            document_versions.keep_definition(tx, name, number, f"{name}{number}", "{}")
            for name, number in (("rule", 1), ("rule", 2), ("other", 1))
        ]
    campaign = a_campaign(store, with_script=False)
    leads = [a_lead(store, campaign, f"Kim {n}") for n in ("Adler", "Brandt", "Cole", "Dorn")]
    states = ("sent_back", "taken", "sent_back", "sent_back")
    sent = (clock.now(), clock.now(), clock.now(), since - timedelta(seconds=1))
    with store.transaction() as tx:
        for number, (lead, state, at) in enumerate(zip(leads, states, sent, strict=True)):
            made = {"campaign_id": campaign.id, "number": number, "made_at": at, "sent_at": at}
            batch = tx.connection.scalar(
                handoff_batch.insert().values(**made).returning(handoff_batch.c.id)
            )
            tx.connection.execute(
                handoff_item.insert().values(
                    id=str(number), batch_id=batch, lead_id=lead, brief={}, state=state,
                    definition_version_id=judged[number % 3],
                )
            )  # fmt: skip
        assert came_back(tx, "rule", since) == (2, 1)
        assert came_back(tx, "rule", since - timedelta(days=1)) == (3, 2)
        assert came_back(tx, "other", since) == (1, 1)
        assert came_back(tx, "none", since) == (0, 0)
