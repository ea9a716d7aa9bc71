"""A small script, a definition, and a desk with leads on it, for tests of the call."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from makers import make_campaign, make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.conditions import Equals
from qualdesk.core.definition import Criterion, Definition
from qualdesk.core.events import CampaignEvent
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.questions import Option, Question, QuestionId, QuestionKind
from qualdesk.core.scripts import WANTS_CALL, CallScript, Stage, StageKind
from qualdesk.desk.calling import Calling
from qualdesk.files.documents import definition_to_json, script_to_json
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import campaigns, document_versions, events
from qualdesk.store.database import Store

PROJECT, TODAY, MACHINE, DATE = map(QuestionId, ("project", "today", "machine", "date"))
LONDON = "Europe/London"


def _question(question_id: str, kind: QuestionKind, *options: str, **more: Any) -> Question:
    return Question(
        id=QuestionId(question_id),
        kind=kind,
        say=f"About {question_id}?",
        ask=f"About {question_id}?",
        short=question_id.capitalize(),
        options=tuple(Option(value=text, label=text.capitalize()) for text in options),
        **more,
    )


SCRIPT = CallScript(
    id="tests",
    name="Tests",
    version=1,
    stages=(
        Stage(
            kind=StageKind.OPEN,
            questions=(
                Question(
                    id=QuestionId("hello"),
                    kind=QuestionKind.READ_ALOUD,
                    say="Good {{part_of_day}} {{lead.first_name}}, you {{source.did}}.",
                ),
            ),
        ),
        Stage(
            kind=StageKind.DISCOVER,
            questions=(
                _question("project", QuestionKind.WORDS),
                _question("today", QuestionKind.CHOICE, "machine", "hand"),
                _question(
                    "machine",
                    QuestionKind.WORDS,
                    ask_when=Equals(question="today", value="machine"),
                ),
            ),
        ),
        Stage(
            kind=StageKind.FIT,
            questions=(_question("date", QuestionKind.CHOICE, "soon", "later"),),
        ),
        Stage(
            kind=StageKind.NEXT_STEP,
            questions=(_question(WANTS_CALL, QuestionKind.YES_NO),),
        ),
    ),
)
DEFINITION = Definition(
    id="tests",
    name="Tests",
    version=1,
    threshold=20,
    criteria=(
        Criterion(id="need", label="Need", question=PROJECT, must_have=True, points=10),
        Criterion(id="machine", label="Machine", question=MACHINE, points=5),
        Criterion(
            id="date",
            label="Date",
            question=DATE,
            points=10,
            met_when=Equals(question="date", value="soon"),
        ),
        Criterion(
            id="call",
            label="Wants a call",
            question=WANTS_CALL,
            must_have=True,
            points=5,
            met_when=Equals(question="wants_call", value="yes"),
        ),
    ),
)


def calling(store: Store, clock: SetClock, caller: str = "Ana") -> Calling:
    """One caller's desk, on London's clock."""
    return Calling(store, clock, caller, shipped_outcomes(), zone=LONDON)


def a_campaign(store: Store, *, with_script: bool = True, **plan: Any) -> Campaign:
    """A campaign, with the script and definition of this module unless told otherwise."""
    with store.transaction() as tx:
        made = make_campaign(tx, **plan)
        if with_script:
            text = script_to_json(SCRIPT)
            version = document_versions.keep_script(tx, "tests", 1, f"script{len(text)}", text)
            made = campaigns.set_script(tx, made.id, version)
            text = definition_to_json(DEFINITION)
            judged_by = document_versions.keep_definition(
                tx, "tests", 1, f"definition{len(text)}", text
            )
            made = campaigns.set_definition(tx, made.id, judged_by)
    return made


def an_event(store: Store, campaign: Campaign, ends_at: datetime) -> Campaign:
    """The same campaign about an event that takes three hours and ends then."""
    event = CampaignEvent(starts_at=ends_at - timedelta(hours=3), ends_at=ends_at)
    with store.transaction() as tx:
        events.set_event(tx, campaign.id, event, campaign.window.zone)
        return campaigns.load_campaign(tx, campaign.id)


def a_lead(
    store: Store,
    campaign: Campaign,
    name: str = "Katrin Albers",
    *,
    company: str = "Elbkorn Foods",
    phones: tuple[str, ...] = (),
    **lead: Any,
) -> LeadId:
    """A lead of the campaign, at a company."""
    with store.transaction() as tx:
        contact = make_contact(tx, name, company_name=company, phones=phones)
        return make_lead(tx, campaign, contact, **lead)


def answer_all_it_takes(desk: Calling, attempt: AttemptId) -> None:
    """What the definition of this module wants of a qualified lead."""
    desk.record_answer(attempt, PROJECT, "A second line")
    desk.record_answer(attempt, DATE, "soon")
    desk.record_answer(attempt, WANTS_CALL, "yes")


def next_card(desk: Calling) -> CallCard:
    """The next lead's card; the test is wrong when there is none."""
    card = desk.next_lead()
    assert isinstance(card, CallCard), card.says
    return card


def without(card: CallCard, *names: str) -> CallCard:
    """The card without what changes with every claim."""
    return replace(card, **dict.fromkeys(names))
