"""Makers of briefs, items and packages for the tests of the hand-off."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from qualdesk.core.conditions import Equals
from qualdesk.core.definition import Criterion, Definition
from qualdesk.core.handoff import (
    Brief,
    ComesFrom,
    Evidence,
    GivenAnswer,
    HandoffCall,
    HandoffItem,
    Named,
    Package,
    Receiver,
    Standing,
)
from qualdesk.core.ids import AttemptId, BatchId, CampaignId, LeadId
from qualdesk.core.leads import Bucket, Company, Contact, Lead, Phone, PhoneState, Signals
from qualdesk.core.scripts import (
    WANTS_CALL,
    CallScript,
    Option,
    Question,
    QuestionId,
    QuestionKind,
    Stage,
    StageKind,
)
from qualdesk.core.sources import Touchpoint, TouchpointKind

CALLED = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
LENA = Receiver(
    name="Lena Brandt",
    email="lena.brandt@sealers.example",
    phone="+493023125700",
    zone="Europe/Berlin",
)
SAM = Receiver(
    name="Sam Osei", email="sam.osei@sealers.example", phone="+442079460700", zone="Europe/London"
)
REASONS = ("Wrong person", "No date in sight", "Already a customer")


def a_brief(**changed: Any) -> Brief:
    fields: dict[str, Any] = {
        "lead_id": LeadId(7),
        "name": "Katrin Albers",
        "title": "Head of Packaging Operations",
        "company": "Elbkorn Foods",
        "city": "Hamburg",
        "phones": ("+49 40 66969 100 (direct line)",),
        "emails": ("k.albers@elbkorn.example",),
        "points": 83,
        "threshold": 60,
        "in_one_line": "New ready-meal line runs from October; wants a call before Easter.",
        "why": (
            Evidence(
                criterion="need", label="Real need", standing=Standing.MET, says="4 h a week lost"
            ),
            Evidence(criterion="money", label="Money", standing=Standing.NOT_ASKED),
        ),
        "said": ("We lose about four hours a week.",),
        "do_next": ("Call Thu 19 Mar 2026, 10:30 in Berlin.",),
        "comes_from": ComesFrom(
            source="Trade show",
            event="PackTech Expo, stand B12",
            did=("Watched the sealer demo",),
            called_by="Maya Lind",
            called_at=CALLED,
            zone="Europe/Berlin",
            calls=2,
            definition="3",
        ),
        "also_named": (Named(name="Jens Petersen", title="plant director"),),
        "permission": "Asked for a call at the stand.",
        "note": "Speaks fast.",
    }
    return Brief(**{**fields, **changed})


def a_lead(name: str = "Katrin Albers", phones: Iterable[str] = ("+494066969100",)) -> Lead:
    first, _, last = name.partition(" ")
    contact = Contact(
        name=name,
        first_name=first,
        last_name=last,
        title="Head of Packaging Operations",
        company=Company(name="Elbkorn Foods"),
        phones=tuple(Phone(raw=e164, e164=e164, state=PhoneState.VALID) for e164 in phones),
        emails=("k.albers@elbkorn.example",),
        city="Hamburg",
        country="DE",
        zones=("Europe/Berlin",),
    )
    return Lead(
        id=LeadId(7),
        campaign_id=CampaignId(1),
        contact=contact,
        signals=Signals(),
        bucket=Bucket.QUALIFIED,
        touchpoints=(Touchpoint(kind=TouchpointKind.DEMO, says="Watched the sealer demo"),),
        external_id="T-0017",
    )


def an_item(name: str = "Katrin Albers", *, brief: Brief | None = None, **changed: Any) -> Any:
    call = HandoffCall(
        id=AttemptId(str(uuid4())),
        started_at=CALLED,
        ended_at=CALLED,
        caller="Maya Lind",
        outcome="qualified",
        label="Qualified",
        aapor="1.1",
    )
    answer = GivenAnswer(
        question="need",
        asked="What are you working on?",
        value=["line", 4],
        says="A new line",
        words="We lose about four hours a week.",
        given_at=CALLED,
        call=call.id,
        script_version="2",
    )
    fields: dict[str, Any] = {
        "id": str(uuid4()),
        "lead": a_lead(name),
        "brief": brief or a_brief(name=name),
        "answers": (answer,),
        "calls": (call,),
        "receiver": LENA,
    }
    return HandoffItem(**{**fields, **changed})


def a_package(*items: HandoffItem, **changed: Any) -> Package:
    fields: dict[str, Any] = {
        "batch_id": BatchId(12),
        "number": 1,
        "campaign": "PackTech Expo 2026",
        "answer_by": date(2026, 3, 24),
        "made_by": "Rosa",
        "made_at": CALLED,
        "reasons": REASONS,
        "items": items or (an_item(), an_item("Marcus Hale")),
    }
    return Package(**{**fields, **changed})


def a_script() -> CallScript:
    """A short script with a hidden branch, a person question and a next step."""

    def question(name: str, kind: QuestionKind, **more: Any) -> Question:
        return Question(id=QuestionId(name), kind=kind, say=f"Say {name}", **more)

    return CallScript(
        id="fair",
        name="After the fair",
        version=2,
        stages=(
            Stage(
                kind=StageKind.DISCOVER,
                questions=(
                    question("need", QuestionKind.WORDS, ask="What are you working on?"),
                    question("who", QuestionKind.PERSON, ask="Who else decides?", short="Decides"),
                ),
            ),
            Stage(
                kind=StageKind.FIT,
                questions=(
                    question(
                        "date",
                        QuestionKind.CHOICE,
                        ask="When must it run?",
                        short="Date",
                        options=(
                            Option(value="soon", label="Within 3 months"),
                            Option(value="later", label="Later"),
                        ),
                    ),
                    question(
                        "why_later",
                        QuestionKind.WORDS,
                        ask="Why later?",
                        ask_when=Equals(question="date", value="later"),
                    ),
                    question("money", QuestionKind.YES_NO, ask="Is there a budget?"),
                ),
            ),
            Stage(
                kind=StageKind.NEXT_STEP,
                questions=(
                    question(WANTS_CALL, QuestionKind.YES_NO, ask="Would you like a call?"),
                    question("material", QuestionKind.WORDS, ask="What to send?", short="Send"),
                ),
            ),
        ),
    )


def a_definition(version: int = 3) -> Definition:
    """A need, a date and a call are must-haves; money helps."""

    def criterion(name: str, label: str, **more: Any) -> Criterion:
        return Criterion(id=name, label=label, question=QuestionId(name), **more)

    soon = Equals(question="date", value="soon")
    yes = Equals(question=WANTS_CALL, value="yes")
    return Definition(
        id="fair",
        name="Qualified lead",
        version=version,
        threshold=50,
        criteria=(
            criterion("money", "Money", points=20, met_when=Equals(question="money", value="yes")),
            criterion("need", "Real need", points=30, must_have=True),
            criterion("date", "Date", points=30, must_have=True, met_when=soon),
            criterion(WANTS_CALL, "Wants a call", points=3, must_have=True, met_when=yes),
        ),
    )
