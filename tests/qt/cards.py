"""Call cards for tests of the desk's views: invented people, as drawn, built from core values."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from makers import make_card as make_source_card
from qualdesk.core.calling_rules import Decision, DecisionState
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard, OpenAttempt, QueueRow
from qualdesk.core.definition import Criterion, Definition, Side, Signature, judge
from qualdesk.core.ids import AttemptId, CampaignId, LeadId
from qualdesk.core.leads import (
    Bucket,
    Company,
    Contact,
    Lead,
    Phone,
    PhoneKind,
    PhoneState,
    Signals,
)
from qualdesk.core.outcomes import Consequence
from qualdesk.core.priority import Priority, Reason
from qualdesk.core.questions import (
    Answer,
    Aside,
    Option,
    Question,
    QuestionId,
    QuestionKind,
)
from qualdesk.core.scripts import CallScript, Stage, StageKind
from qualdesk.core.sources import CallWindow, SourceType, Touchpoint, TouchpointKind

NOW = datetime(2026, 3, 17, 10, 24, tzinfo=UTC)


def question(key: str, say: str, kind: QuestionKind = QuestionKind.WORDS, **more: Any) -> Question:
    return Question(id=QuestionId(key), kind=kind, say=say, **more)


def _options(*labels: str) -> tuple[Option, ...]:
    return tuple(Option(value=label.lower().replace(" ", "_"), label=label) for label in labels)


OPENER = question(
    "opener",
    "Good morning {{lead.first_name}}, it is {{caller.name|Maya}} from Nordline. You stopped at "
    "our tray sealer demo last week. Is now a good time?",
    QuestionKind.READ_ALOUD,
    coach="Say who you are and why you call. Then ask, do not offer.",
    asides=(
        Aside(label="If it is a bad time", say="When would suit you better?", then="Then Alt 6."),
        Aside(label="If someone else answers", say="Is {{lead.first_name}} near?", then="Alt 4."),
    ),
)
WORKING_ON = question(
    "need",
    "What are you working on that made you stop at the demo?",
    ask="What are you working on that made you stop at the demo?",
    short="Real need",
    coach="Let them talk. No product yet.",
)
TODAY = question("today", "How do you do that today?", ask="How do you do that today?")
WHO_ELSE = question(
    "others", "Who else feels it when a sealer stops?", QuestionKind.PERSON, short="Right person"
)
WHEN = question(
    "date",
    "You said: {{answer.need|a new line}}. When does it have to be running?",
    QuestionKind.CHOICE,
    ask="When must it be running?",
    coach="Ask, then wait. Do not suggest a date.",
    options=_options(
        "Within 3 months", "3 to 6 months", "6 to 12 months", "Later than 12 months", "No date yet"
    ),
)
MONEY = question(
    "money",
    "Has money been set aside, or is that still to be decided?",
    QuestionKind.CHOICE,
    options=_options("Set aside", "Planned", "Open"),
)
SIZE = question("lines", "How many lines do you run?", QuestionKind.NUMBER, unit="lines")
BRANDS = question(
    "brands",
    "Which of these do you pack?",
    QuestionKind.CHOICES,
    options=_options("Ready meals", "Meat", "Dairy", "Fruit"),
)
WANTS = question(
    "wants_call",
    "Would you like one of our specialists to call you?",
    QuestionKind.YES_NO,
    ask="Would you like one of our specialists to call you, and when?",
)

SCRIPT = CallScript(
    id="stand",
    name="Stand leads",
    version=3,
    stages=(
        Stage(kind=StageKind.OPEN, questions=(OPENER,)),
        Stage(kind=StageKind.DISCOVER, questions=(WORKING_ON, TODAY, WHO_ELSE)),
        Stage(kind=StageKind.FIT, questions=(WHEN, MONEY, SIZE, BRANDS)),
        Stage(kind=StageKind.NEXT_STEP, questions=(WANTS,)),
    ),
)


def _criterion(key: str, label: str, points: int, ask: str, **more: Any) -> Criterion:
    return Criterion(id=key, label=label, question=QuestionId(key), points=points, ask=ask, **more)


DEFINITION = Definition(
    id="nordline",
    name="Qualified lead",
    version=3,
    threshold=70,
    criteria=(
        _criterion("need", "Real need", 25, "What are they working on?", must_have=True),
        _criterion("others", "Right person", 15, "What is their part in it?", must_have=True),
        _criterion("date", "Date", 20, "When must it be running?", must_have=True),
        _criterion(
            "wants_call",
            "Wants a call",
            10,
            "Would you like a specialist to call you?",
            must_have=True,
        ),
        _criterion("today", "What they use today", 10, "How do they do it now?"),
        _criterion("money", "Money", 20, "Set aside, planned or open?"),
    ),
    signatures=(
        Signature(side=Side.MARKETING, name="Pia Okafor", signed_on=date(2026, 3, 1)),
        Signature(side=Side.SALES, name="Ole Brandt", signed_on=date(2026, 3, 2)),
    ),
)

ANSWERS = {
    QuestionId("need"): Answer(
        question=QuestionId("need"),
        value="New ready-meal line in autumn; about 4 h a week lost on the old sealers",
    ),
    QuestionId("today"): Answer(
        question=QuestionId("today"),
        value="Two thermoformers from 2014; service contract ends in September",
    ),
    QuestionId("others"): Answer(
        question=QuestionId("others"), value="Plant director Jens Petersen; night shift planners"
    ),
    QuestionId("date"): Answer(
        question=QuestionId("date"),
        value="6_to_12_months",
        words="wants it running before the Christmas range",
    ),
}

CONSEQUENCES = {
    code: Consequence(code=code, says=says, bucket=Bucket.WAITING, lacks=lacks)
    for code, says, lacks in (
        ("no_answer", "again 16:10", ""),
        ("voicemail_left", "again Wed 18 Mar", ""),
        ("busy", "again in 30 min", ""),
        ("gatekeeper", "gatekeeper note", ""),
        ("wrong_number", "find a new one", ""),
        ("callback_fixed", "pick a time", ""),
        ("nurture", "back on 15 Jun", ""),
        ("not_qualified", "pick a reason", ""),
        ("qualified", "next hand-off", "needs 1 answer"),
    )
}


def make_contact(**more: Any) -> Contact:
    values: dict[str, Any] = {
        "name": "Katrin Albers",
        "first_name": "Katrin",
        "title": "Head of Packaging Operations",
        "company": Company(name="Elbkorn Foods GmbH", about="Ready meals, about 420 people"),
        "phones": (
            Phone(
                raw="040 66969 214",
                state=PhoneState.VALID,
                e164="+494066969214",
                kind=PhoneKind.DIRECT,
                shown="+49 40 66969214",
            ),
        ),
        "languages": ("German", "English"),
        "city": "Hamburg",
        "zones": ("Europe/Berlin",),
    }
    return Contact(**(values | more))


def make_campaign(**more: Any) -> Campaign:
    values: dict[str, Any] = {
        "id": CampaignId(1),
        "name": "PackTech Expo 2026",
        "source": make_source_card(
            type=SourceType.TRADE_SHOW,
            what="PackTech Expo",
            place="stand B12",
            who="640 stand scans, mostly plant managers.",
            responding_to="the tray sealer demo",
            facts=("91 came only for the giveaway.",),
            nurture="The packaging letter, each quarter",
        ),
        "window": CallWindow(
            closes_at=datetime(2026, 3, 27, 16, 0, tzinfo=UTC), zone="Europe/Berlin"
        ),
    }
    return Campaign(**(values | more))


def make_card(**more: Any) -> CallCard:
    """Katrin Albers, as she is drawn; on a call when ``attempt`` is given."""
    answers = more.pop("answers", {})
    touchpoints = (
        Touchpoint(
            kind=TouchpointKind.DEMO,
            says="Watched the tray sealer demo, 6 minutes",
            at=datetime(2026, 3, 11, 13, 20, tzinfo=UTC),
            by="Tom Reyes",
        ),
        Touchpoint(kind=TouchpointKind.ASKED_FOR_CALL, says="Asked for a phone call this week"),
        Touchpoint(kind=TouchpointKind.GIVEAWAY, says="Did not take the giveaway"),
        Touchpoint(
            kind=TouchpointKind.NOTE,
            says="New line in autumn. Hates the downtime on the sealers they have.",
            by="Tom",
        ),
    )
    values: dict[str, Any] = {
        "lead": Lead(
            id=LeadId(1),
            campaign_id=CampaignId(1),
            contact=make_contact(),
            signals=Signals(source=SourceType.TRADE_SHOW, asked_for_call=True),
            bucket=Bucket.WITH_CALLER,
            touchpoints=touchpoints,
        ),
        "campaign": make_campaign(),
        "priority": Priority(
            points=66,
            reasons=(
                Reason(code="asked", says="Asked for a call", points=30),
                Reason(code="source", says="Trade show", points=18),
                Reason(code="demo", says="Saw the demo", points=10),
                Reason(code="first", says="First try", points=8),
            ),
        ),
        "decision": Decision(state=DecisionState.ALLOWED, rule="house-hours", says="Open now."),
        "script": SCRIPT,
        "definition": DEFINITION,
        "answers": answers,
        "verdict": judge(DEFINITION, SCRIPT, answers),
        "consequences": CONSEQUENCES,
        "past_calls": (),
        "words": {"lead.first_name": "Katrin", "caller.name": "Maya Lind"},
        "claimed_until": NOW + timedelta(minutes=15),
    }
    return CallCard(**(values | more))


def make_attempt() -> OpenAttempt:
    return OpenAttempt(
        id=AttemptId("0190c0de-0000-7000-8000-000000000001"),
        lead_id=LeadId(1),
        number="+494066969214",
        started_at=NOW,
    )


def make_rows() -> tuple[QueueRow, ...]:
    names = (
        ("Marcus Hale", "Avonbrook Dairy", "callback", "Call back due 10:45"),
        ("Ines Fournier", "Laiterie du Val", "tries", "1 try so far"),
        ("Piotr Zielinski", "Wisla Snacks", "window", "Window closes Fri 27 Mar, 17:00"),
    )
    return tuple(
        QueueRow(
            lead_id=LeadId(number),
            campaign_id=CampaignId(1),
            name=name,
            company=company,
            priority=Priority(points=40, reasons=(Reason(code=code, says=says, points=40),)),
        )
        for number, (name, company, code, says) in enumerate(names, 2)
    )
