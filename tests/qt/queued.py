"""A queue made up for tests of the window: lines, reasons why leads wait, and explanations."""

from datetime import UTC, datetime, timedelta
from typing import Any

from qualdesk.core.calling_rules import Decision, DecisionState
from qualdesk.core.cards import EmptyReason, NothingToCall, QueueLine
from qualdesk.core.ids import AttemptId, CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import PastCall
from qualdesk.core.priority import Priority, Reason
from qualdesk.desk.queue import Explained

NOW = datetime(2026, 3, 17, 10, 24, tzinfo=UTC)
HOSTILE = '<b>Ines</b> =HYPERLINK("x") \u202egnp.exe'
PEOPLE = (
    ("Katrin Albers", "Elbkorn Foods", "Europe/Berlin", "Asked for a call", "free"),
    ("Marcus Hale", "Avonbrook Dairy", "Europe/London", "Call back promised", "free"),
    ("Ines Fournier", "Maison Perrin", "Europe/Paris", "Saw the demo", "free"),
    ("Piotr Zielinski", "Zielone Pola", "Europe/Warsaw", "Window closes Friday", "free"),
    (HOSTILE, "=cmd|calc", "Europe/Madrid", "Stand scan", "free"),
    ("Devi Kapoor", "Leaf & Grain", "Europe/London", "10 o'clock, when heads answer", "free"),
    ("Rosa Marin", "Huerta Sol", "Europe/Madrid", "Stand scan", "resting"),
    ("Emily Sharp", "Avonbrook Dairy", "America/New_York", "Asked for prices", "hours"),
    ("Tanja Wirth", "Rheinmarkt", "Europe/Berlin", "Saw the demo", "promised"),
    ("Oliver Brandl", "Alpenkost", "Australia/Sydney", "Webinar", "kept_out"),
    ("Kai Lorenz", "Nordfang", "", "Bought list", "zone"),
    ("Jens Petersen", "Elbkorn Foods", "Europe/Berlin", "Referral", "others"),
)
SAYS = {
    "free": "free to call now",
    "resting": "resting between tries",
    "hours": "outside calling hours",
    "promised": "promised a call back later",
    "kept_out": "kept out by a supervisor",
    "zone": "without a known time zone",
    "others": "with other callers",
}


def line(number: int, **more: Any) -> QueueLine:
    """The line of a lead; who it is goes round through the people above."""
    name, company, zone, reason, code = PEOPLE[number % len(PEOPLE)]
    later = {"resting": 3, "hours": 4, "promised": 25}.get(code)
    values: dict[str, Any] = {
        "lead_id": LeadId(number + 1),
        "campaign_id": CampaignId(1),
        "campaign": "PackTech Expo 2026",
        "name": name,
        "company": company,
        "zone": zone,
        "reason": reason,
        "code": code,
        "says": SAYS[code],
        "points": max(0, 64 - number),
        "attempts": number % 4,
        "next_at": NOW + timedelta(hours=later) if later else None,
        "is_callback": code == "promised",
        "callback_owner": "Dana" if code == "promised" else "",
        "kept_out": "Their lawyer wrote to us" if code == "kept_out" else "",
        "held_by": "Ana" if code == "others" else "",
        "is_pinned": number == 0,
        "pushed_to": "Sam" if number == 3 else "",
        **more,
    }
    return QueueLine(**values)


def why(leads: int = 240, **counts: int) -> NothingToCall:
    """Why leads wait: as many as there are people with that reason in ``leads`` lines."""
    codes = [PEOPLE[number % len(PEOPLE)][4] for number in range(leads)]
    found = counts or {code: codes.count(code) for code in SAYS}
    reasons = tuple(
        EmptyReason(
            code=code,
            says=SAYS.get(code, code),
            leads=count,
            next_at=NOW + timedelta(hours=1) if code in {"resting", "hours"} else None,
        )
        for code, count in found.items()
        if count
    )
    return NothingToCall(
        reasons=reasons,
        next_at=NOW + timedelta(hours=1),
        open_leads=sum(reason.leads for reason in reasons),
    )


def explained(lead: LeadId, *, allowed: bool = True) -> Explained:
    """The explanation of a lead: parts that add up, and what the rules say."""
    parts = (
        ("source", "Stand scan, met at stand B12", 31),
        ("asked", "Asked for a call", 24),
        ("hour", "11 o'clock in Berlin, when heads of departments answer", 9),
        ("tries", "Two tries so far", -12),
        ("age", "Interest is 6 days old", -4),
        ("window", "Window closes Friday", 16),
    )
    reasons = tuple(Reason(code=code, says=says, points=points) for code, says, points in parts)
    decision = Decision(
        state=DecisionState.ALLOWED if allowed else DecisionState.BLOCKED,
        rule="house-hours" if allowed else "de-federal",
        says="Inside the hours of the house and of Germany."
        if allowed
        else "It is 20:40 in Berlin; calls end at 20:00.",
        next_at=None if allowed else NOW + timedelta(hours=14),
        zones=("Europe/Berlin",),
        zone_basis="Berlin, from the area code of +49 40",
        warnings=("Germany: a business must be likely to want the call.",),
    )
    return Explained(
        lead_id=lead,
        priority=Priority(points=sum(part[2] for part in parts), reasons=reasons),
        decision=decision,
        bucket=Bucket.WAITING,
    )


def past_calls(count: int = 2) -> tuple[PastCall, ...]:
    """Earlier calls, newest first."""
    return tuple(
        PastCall(
            id=AttemptId(f"call-{number}"),
            started_at=NOW - timedelta(days=number + 1),
            caller="Ana",
            outcome="no_answer",
            label="No answer",
            note="Try before ten" if number == 0 else "",
        )
        for number in range(count)
    )
