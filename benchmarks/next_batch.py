"""The next batch of very many qualified leads: looking at all, and again after one act.

    python benchmarks/next_batch.py [--leads 10000] [--smoke]

A workspace on SQLite with qualified leads that answered every question of the shipped script,
rules by region and in turn. ``whole`` looks at every lead; ``first`` is how long until the first
five hundred are known; ``after an act`` holds one back and asks again for that one; ``one look``
is one lead by its key, the least any of it can cost; ``brief`` the page of one lead. JSON lines;
times in milliseconds.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.members import Member
from qualdesk.core.progress import Progress
from qualdesk.core.questions import Answer, Question, QuestionKind
from qualdesk.core.routing import Routing, RoutingRule, RuleKind
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.library import Library
from qualdesk.store.answers import keep_answer
from qualdesk.store.calls import begin, change_call
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import add_lead, load_lead, place
from qualdesk.store.members import keep_member
from qualdesk.store.migrations import prepare
from qualdesk.store.schema import contact, contact_phone
from qualdesk.store.suppression import fingerprints

_AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
_COUNTRIES = ("DE", "GB", "FR", "AT", "")
_PEOPLE = ("Lena Brandt", "Sam Osei", "Claire Dubois")
_TIMES = 7
# What a made-up answer of theirs would have to be is of no matter here.
_PASSED_OVER = {QuestionKind.DATE, QuestionKind.PERIOD, QuestionKind.SLOT}


class _First(Progress):
    """Remembers when the first leads were known."""

    def __init__(self) -> None:
        super().__init__()
        self.began = time.perf_counter()
        self.first = 0.0

    def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
        super().report(done, of, says)
        if done and not self.first:
            self.first = time.perf_counter() - self.began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=10_000)
    parser.add_argument("--smoke", action="store_true", help="600 leads")
    asked = parser.parse_args()
    size = 600 if asked.smoke else asked.leads
    with tempfile.TemporaryDirectory() as folder:
        clock = SetClock(_AT)
        store = Store(f"sqlite:///{Path(folder) / 'desk.sqlite'}", clock=clock, durable=False)
        prepare(store)
        campaign, leads = filled(store, clock, size)
        measure(Handoff(store, clock, "bench"), store, campaign, leads)
        store.close()


def measure(handoff: Handoff, store: Store, campaign: Campaign, leads: list[LeadId]) -> None:
    progress = _First()
    began = time.perf_counter()
    batch = handoff.next_batch(campaign.id, progress=progress)
    whole = time.perf_counter() - began
    say("whole", leads=len(batch.leads), ready=len(batch.ready) + len(batch.later), ms=whole * 1000)
    say("first", leads=min(500, len(leads)), ms=(progress.first or whole) * 1000)

    acts, looks, briefs = [], [], []
    for lead in leads[:_TIMES]:
        handoff.hold_back(lead)
        acts.append(taken(lambda lead=lead: handoff.next_batch(campaign.id, leads=[lead])))
        looks.append(taken(lambda lead=lead: _one(store, lead)))
        briefs.append(taken(lambda lead=lead: handoff.brief(lead)))
    say("after an act", median_ms=statistics.median(acts), worst_ms=max(acts))
    say("one look", median_ms=statistics.median(looks))
    say("brief", median_ms=statistics.median(briefs), worst_ms=max(briefs))


def filled(store: Store, clock: SetClock, size: int) -> tuple[Campaign, list[LeadId]]:
    """A campaign with so many qualified leads."""
    library = Library(store, clock, "bench")
    turn = RoutingRule(id="turn", kind=RuleKind.TURN, name="", people=_PEOPLE)
    uk = RoutingRule(
        id="uk", kind=RuleKind.REGION, name="UK", people=_PEOPLE[1:2], countries=("GB",)
    )
    terms = HandoffTerms(receiver=_PEOPLE[0], routing=Routing(rules=(uk, turn)))
    script = library.shipped_script()
    campaign = library.new_campaign(
        "Fair", script=script, definition=library.shipped_definition(), handoff=terms
    )
    questions = [one for one in script.questions if one.is_asked and one.kind not in _PASSED_OVER]
    with store.transaction() as tx:
        for name in _PEOPLE:
            keep_member(tx, Member(name=name, role="sales", zone="Europe/Berlin"))
    leads: list[LeadId] = []
    for start in range(0, size, 500):
        with store.transaction() as tx:
            numbers = range(start, min(start + 500, size))
            leads += [qualified(tx, campaign, questions, number) for number in numbers]
    return campaign, leads


def qualified(
    tx: Transaction, campaign: Campaign, questions: list[Question], number: int
) -> LeadId:
    """One lead that answered everything on one call."""
    person = tx.connection.scalar(
        contact.insert()
        .values(
            name=f"Person {number}",
            name_key=f"person {number}",
            country=_COUNTRIES[number % len(_COUNTRIES)],
            languages=[],
            zones=["Europe/Berlin"],
        )
        .returning(contact.c.id)
    )
    e164 = f"+4930{number:08}"
    tx.connection.execute(
        contact_phone.insert().values(
            contact_id=person,
            raw=e164,
            e164=e164,
            state="valid",
            fingerprint=fingerprints(tx).number(e164),
        )
    )
    lead_id = add_lead(
        tx, campaign_id=campaign.id, contact_id=person, signals=Signals(), touchpoints=()
    )
    call = AttemptId(str(uuid4()))
    versions = (campaign.script_version_id, campaign.definition_version_id)
    begin(tx, call, lead_id, caller="Maya", number=e164, token=1, versions=versions)
    for question in questions:
        said = Answer(question=question.id, value=_value(question, number), words="As they said.")
        keep_answer(tx, AnswerId(str(uuid4())), attempt_id=call, lead_id=lead_id, given=said)
    change_call(tx, call, outcome="qualified", ended_at=tx.now)
    place(tx, lead_id, Bucket.QUALIFIED)
    return lead_id


def _value(question: Question, number: int) -> Any:
    if question.options:
        value = question.options[number % len(question.options)].value
        return (value,) if question.kind is QuestionKind.CHOICES else value
    if question.kind is QuestionKind.YES_NO:
        return "yes"
    return number % 40 if question.kind is QuestionKind.NUMBER else f"Words {number}"


def _one(store: Store, lead: LeadId) -> None:
    with store.reading() as tx:
        load_lead(tx, lead)


def taken(work: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def say(what: str, **figures: float) -> None:
    rounded = {name: round(value, 1) for name, value in figures.items()}
    sys.stdout.write(json.dumps({"benchmark": "next_batch", "what": what, **rounded}) + "\n")


if __name__ == "__main__":
    main()
