"""Makers of leads that were called and qualified, and of people of sales, for tests of batches."""

from typing import Any
from uuid import uuid4

from makers import make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.members import Member, read_hours
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.store.answers import keep_answer
from qualdesk.store.calls import begin, change_call, count_try
from qualdesk.store.database import Store
from qualdesk.store.leads import place
from qualdesk.store.members import keep_member

DOCUMENTED = {"need": "A new line", "date": "soon", "wants_call": "yes"}


def a_qualified_lead(store: Store, campaign: Campaign, name: str, **contact: Any) -> LeadId:
    """A lead that was called, answered, and stands qualified."""
    with store.transaction() as tx:
        lead_id = make_lead(tx, campaign, make_contact(tx, name, **contact))
        call = AttemptId(str(uuid4()))
        versions = (campaign.script_version_id, campaign.definition_version_id)
        begin(tx, call, lead_id, caller="Maya", number="+493023125001", token=1, versions=versions)
        count_try(tx, lead_id, tx.now.date())
        for question, value in DOCUMENTED.items():
            said = Answer(question=QuestionId(question), value=value, words=f"on {question}")
            keep_answer(tx, AnswerId(str(uuid4())), attempt_id=call, lead_id=lead_id, given=said)
        change_call(tx, call, outcome="qualified", ended_at=tx.now)
        place(tx, lead_id, Bucket.QUALIFIED)
    return lead_id


def a_salesperson(store: Store, name: str = "Lena Brandt", **changed: Any) -> Member:
    """Somebody of sales, reached by mail and phone, on duty on weekdays in Berlin."""
    fields: dict[str, Any] = {
        "name": name,
        "role": "sales",
        "email": f"{name.split(maxsplit=1)[0].lower()}@sealers.example",
        "phone": "+44 20 7946 0101",
        "zone": "Europe/Berlin",
        "duty": read_hours("mon-fri 9-17"),
    }
    member = Member(**{**fields, **changed})
    with store.transaction() as tx:
        keep_member(tx, member)
    return member
