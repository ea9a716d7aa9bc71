"""Finished leads for tests: called, answered, handed over, and answered by sales."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from makers import make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff import Receiver
from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.questions import Answer
from qualdesk.core.sales_answers import SalesAnswer
from qualdesk.desk.library import Library
from qualdesk.store import handoffs, sales_answers
from qualdesk.store.answers import keep_answer
from qualdesk.store.calls import begin, change_call, count_try
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place
from script_makers import answer, make_definition, make_script

# What the small definition wants: 65 points with all of it.
ALL = {"need": "A new line", "role": "a", "wants_call": "yes", "today": "By hand"}


def a_campaign(store: Store, clock: SetClock, name: str = "PackTech Expo", **more: Any) -> Campaign:
    """A campaign with the small script and the small definition."""
    given = {"script": make_script(), "definition": make_definition(), **more}
    return Library(store, clock, "Rosa").new_campaign(name, **given)


def finish(
    store: Store,
    campaign: Campaign,
    answers: Mapping[str, Any] = ALL,
    bucket: Bucket = Bucket.QUALIFIED,
    *,
    name: str = "",
    **contact: Any,
) -> LeadId:
    """A lead that was called once, answered so, and stands there since."""
    with store.transaction() as tx:
        lead_id = make_lead(tx, campaign, make_contact(tx, name, **contact))
        call(tx, campaign, lead_id, answers)
        place(tx, lead_id, bucket)
    return lead_id


def call(tx: Transaction, campaign: Campaign, lead_id: LeadId, answers: Mapping[str, Any]) -> None:
    """A call with these answers; None is "does not know"."""
    attempt = AttemptId(str(uuid4()))
    versions = (campaign.script_version_id, campaign.definition_version_id)
    begin(tx, attempt, lead_id, caller="Maya", number="+493023125001", token=1, versions=versions)
    count_try(tx, lead_id, tx.now.date())
    for question, value in answers.items():
        given = (
            value
            if isinstance(value, Answer)
            else answer(question, value, does_not_know=value is None)
        )
        keep_answer(tx, AnswerId(str(uuid4())), attempt_id=attempt, lead_id=lead_id, given=given)
    change_call(tx, attempt, outcome="qualified", ended_at=tx.now)


def hand_over(store: Store, campaign: Campaign, leads: Sequence[LeadId]) -> dict[LeadId, str]:
    """The leads leave in one batch; the ids of their rows in it."""
    items = {lead_id: str(uuid4()) for lead_id in leads}
    with store.transaction() as tx:
        batch = handoffs.prepare_batch(
            tx,
            campaign.id,
            receiver="Lena Brandt",
            receiver_email="lena@sealers.example",
            answer_by=date(2026, 4, 1),
            made_by="Rosa",
        )
        leaving = [
            handoffs.LeavingItem(
                id=item,
                lead_id=lead_id,
                brief={},
                definition_version_id=campaign.definition_version_id,
                receiver=Receiver(name="Lena Brandt", email="lena@sealers.example"),
            )
            for lead_id, item in items.items()
        ]
        handoffs.send_batch(tx, batch, leaving, folder="out", manifest_sha256="x")
    return items


def sales_says(store: Store, item: str, reason: str = "") -> None:
    """Sales takes the lead, or sends it back with a reason."""
    with store.transaction() as tx:
        sent = sales_answers.sent_items(tx, [item])[item]
        said = SalesAnswer(row=1, item_id=item, takes=not reason, reason=reason)
        sales_answers.keep_answer(tx, said, sent, by="Lena")


def stands(store: Store, lead_id: LeadId, bucket: Bucket) -> None:
    """The lead stands there from now on."""
    with store.transaction() as tx:
        place(tx, lead_id, bucket)
