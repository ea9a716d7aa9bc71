"""The morning itself: who picks up, what they say, and how each call ends. All invented."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from qualdesk.core.cards import CallCard, NothingToCall, OpenAttempt
from qualdesk.core.clock import SetClock
from qualdesk.core.progress import Progress
from qualdesk.core.scripts import Question, QuestionId, missing_questions
from qualdesk.desk import Desk

# How the calls of the morning go, in turn. A promise that comes due is simply kept.
TURNS = (
    "qualified",
    "no_answer",
    "voicemail_left",
    "call_back",
    "qualified",
    "busy",
    "no_answer",
    "not_a_fit",
    "referral",
    "no_answer",
    "nurture",
    "gatekeeper",
    "qualified",
    "voicemail_left",
    "do_not_call",
    "no_answer",
    "wrong_number",
    "qualified",
    "no_answer",
    "voicemail_none",
    "undone",
    "qualified",
    "not_a_fit",
    "no_answer",
)
CALLS = 44

_TALK = timedelta(minutes=5)
_RING = timedelta(minutes=1)
_FOUND = (
    (
        "a second tray line in autumn; four hours a week lost on the old sealers",
        "two sealers, 2014",
    ),
    ("less film waste before the retailer audit", "hand-fed machines and one old tunnel"),
    ("a line for smaller packs, the big ones stand still on Mondays", "one line for all sizes"),
    ("moving the packing hall next spring", "leased machines, contract ends in March"),
)
_REGIONS = {
    "GB": "uk_ireland",
    "IE": "uk_ireland",
    "DE": "germany_austria",
    "AT": "germany_austria",
    "CH": "germany_austria",
    "FR": "france_benelux",
    "NL": "france_benelux",
    "BE": "france_benelux",
    "SE": "nordics_poland",
    "PL": "nordics_poland",
    "ES": "spain_italy",
    "US": "north_america",
    "AU": "australia",
}
_NAMED = (("Jonas Reuter", "+49 40 66969 200"), ("Martha Dale", "+44 161 496 0799"))
_SAID = (
    "We cannot start the new line on the old sealers.",
    "If the audit goes wrong we lose the shelf.",
    "Mondays cost us a shift.",
    "We move anyway, so we look at it now.",
)


@dataclass
class Morning:
    """What happened, counted as it happened."""

    calls: int = 0
    outcomes: dict[str, int] = field(default_factory=dict)
    referrals: int = 0
    undone: int = 0

    def count(self, outcome: str) -> None:
        """One more call that ended so."""
        self.calls += 1
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1


def play(
    desk: Desk, clock: SetClock, campaign: str, progress: Progress, morning: Morning
) -> Morning:
    """Call on through the morning by the same operations the window uses."""
    for number in range(CALLS):
        progress.report(number, CALLS, "Calling")
        card = desk.calling.next_lead(campaign)
        if isinstance(card, NothingToCall):
            if card.next_at is None:
                break
            clock.set(max(card.next_at, clock.now() + _RING))
            continue
        _one_call(desk, clock, card, number, morning)
        desk.keeper.tick()
    progress.report(CALLS, CALLS, "Calling")
    return morning


def answer_as(
    desk: Desk, card: CallCard, attempt: OpenAttempt, number: int, *, leave: int = 0
) -> None:
    """Answer the questions of the script as this person would; leave the last ones open."""
    found, today = _FOUND[number % len(_FOUND)]
    told: dict[str, tuple[str, str]] = {
        "need": (found, _SAID[number % len(_SAID)]),
        "today": (today, ""),
        "region": (_REGIONS.get(card.lead.contact.country, "elsewhere"), ""),
        "wants_call": ("yes", ""),
        "best_time": ("mornings before eleven", ""),
        "who_else": ("the plant director has a say", ""),
    }
    while question := _next_question(desk, card, leave):
        value, words = told.get(question.id, ("", ""))
        if not value and question.choices:
            value = question.choices[
                (number + len(question.id)) % min(3, len(question.choices))
            ].value
        desk.calling.record_answer(
            attempt.id, question.id, value or None, words=words, does_not_know=not value
        )


def _next_question(desk: Desk, card: CallCard, leave: int) -> Question | None:
    """The next question to ask as things stand, None when only ``leave`` of them are left."""
    now = desk.calling.card(card.lead.id)
    asked = missing_questions(now.script, now.answers) if now.script else ()
    return asked[0] if len(asked) > leave else None


def _one_call(desk: Desk, clock: SetClock, card: CallCard, number: int, morning: Morning) -> None:
    turn = TURNS[number % len(TURNS)]
    attempt = desk.calling.start_attempt(card.lead.id)
    talks = turn not in _NOBODY
    clock.advance(_TALK if talks else _RING)
    match turn:
        case "qualified":
            answer_as(desk, card, attempt, number)
            verdict = desk.calling.card(card.lead.id).verdict
            ready = verdict is None or verdict.kind == "qualified"
            _end(desk, attempt, "qualified" if ready else "nurture", morning)
        case "call_back":
            _begin(desk, attempt, number)
            promise = desk.calling.suggest_times(card.lead.id)[0].promise
            desk.calling.finish(attempt.id, "callback_fixed", callback_at=promise)
            morning.count("callback_fixed")
        case "referral":
            name, number_of = _NAMED[morning.referrals % len(_NAMED)]
            desk.calling.refer(
                card.lead.id, name=name, title="Plant director", number=number_of, how="queue"
            )
            morning.referrals += 1
            _end(desk, attempt, "wrong_person", morning)
        case "do_not_call":
            desk.calling.do_not_call(card.lead.id, asked_by="The person, on this call")
            morning.count("do_not_call")
        case "undone":
            desk.calling.finish(attempt.id, "busy")
            desk.calling.undo()
            morning.undone += 1
            _end(desk, attempt, "no_answer", morning)
        case _:
            if talks:
                _begin(desk, attempt, number)
            _end(desk, attempt, turn, morning)


def _begin(desk: Desk, attempt: OpenAttempt, number: int) -> None:
    """The first thing they say, before the call turns out to end otherwise."""
    found, _ = _FOUND[number % len(_FOUND)]
    desk.calling.record_answer(attempt.id, QuestionId("need"), found)


def _end(desk: Desk, attempt: OpenAttempt, turn: str, morning: Morning) -> None:
    outcome = {"not_a_fit": "not_qualified"}.get(turn, turn)
    until: date | None = None
    reason = ""
    if outcome == "nurture":
        until = (desk.clock.now() + timedelta(days=90)).date()
    if outcome == "not_qualified":
        reason = "Only the giveaway"
    hint = "Back from lunch at one" if outcome == "gatekeeper" else ""
    desk.calling.finish(attempt.id, outcome, nurture_until=until, reason=reason, hint=hint)
    morning.count(outcome)


_NOBODY = {"no_answer", "voicemail_left", "voicemail_none", "busy", "wrong_number", "undone"}
