"""Real lists through the whole house: intake, the queue, twenty calls, a batch for sales.

Run with QUALDESK_REAL_FILES=DIR; without it nothing here is collected. Each change takes one in
three of the messy lists (QUALDESK_EVERY_FILE=1: all).
"""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from makers import make_card
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.scripts import QuestionKind, missing_questions
from qualdesk.core.sources import HandoffTerms, SourceType
from qualdesk.desk import Desk
from real.sample import sample

FOLDER = Path(os.environ["QUALDESK_REAL_FILES"])
# A working hour in both New York and Los Angeles.
MORNING = datetime(2026, 3, 17, 17, 0, tzinfo=UTC)
CALLS = 20
LISTS = [
    FOLDER / "zoho_sample" / "Leads.csv",
    *sorted((FOLDER / "us500").glob("*.csv")),
    *sample(sorted((FOLDER / "messy_leads").rglob("*.csv")), 3),
]
CARD = make_card(
    type=SourceType.LIST, what="A list", who="People on it", responding_to="Nothing we know of"
)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_real_list_is_called_and_what_qualifies_is_handed_over(
    path: Path, sqlite_file: Path, tmp_path: Path
) -> None:
    clock = SetClock(MORNING)
    desk = open_desk(str(sqlite_file), clock=clock, caller="Maya", durable=False)
    try:
        desk.library.new_campaign(
            "Real",
            source=CARD,
            handoff=HandoffTerms(receiver="Jonas Weber", receiver_email="j@sales.example"),
            script=desk.library.shipped_script(),
            definition=desk.library.shipped_definition(),
        )
        loaded = desk.intake.load(path, campaign="Real", region="US")
        assert loaded.new + loaded.updated + loaded.merged + loaded.left_out == loaded.rows
        called = call_through(desk, clock)
        assert len(called) == len(set(called)), "nobody twice within a morning"
        buckets = desk.floor.buckets("Real")
        assert buckets.adds_up
        assert buckets.total == loaded.new
        if called:
            hand_over(desk, tmp_path / "out", called)
    finally:
        desk.close()


def call_through(desk: Desk, clock: SetClock) -> list[LeadId]:
    """Twenty calls, or as many as there are leads whose clock allows one now."""
    called: list[LeadId] = []
    while len(called) < CALLS:
        card = desk.calling.next_lead("Real")
        if isinstance(card, NothingToCall):
            waiting = desk.queue.why_empty("Real")
            assert sum(reason.leads for reason in waiting.reasons) == waiting.open_leads
            break
        assert card.decision.is_allowed
        assert sum(reason.points for reason in card.priority.reasons) == card.priority.points
        one_call(desk, card, qualifies=len(called) % 4 == 0)
        called.append(card.lead.id)
        clock.advance(timedelta(minutes=2))
    return called


def one_call(desk: Desk, card: CallCard, *, qualifies: bool) -> None:
    attempt = desk.calling.start_attempt(card.lead.id)
    if not qualifies:
        desk.calling.finish(attempt.id, "no_answer")
        return
    while question := next(iter(open_questions(desk, card)), None):
        value = question.choices[0].value if question.choices else "as they said it"
        if question.kind is QuestionKind.NUMBER:
            value = "12"
        desk.calling.record_answer(attempt.id, question.id, value)
    done = desk.calling.finish(attempt.id, "qualified")
    assert done.bucket == "qualified"


def open_questions(desk: Desk, card: CallCard):  # noqa: ANN201 - the script's own questions
    now = desk.calling.card(card.lead.id)
    assert now.script is not None
    return missing_questions(now.script, now.answers)


def hand_over(desk: Desk, out: Path, called: list[LeadId]) -> None:
    done = desk.handoff.export("Real", out)
    assert set(done.leads) <= set(called)
    assert len(done.leads) + len(done.left_behind) == (len(called) + 3) // 4
    manifest = json.loads((done.folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["rows"] == len(done.leads) > 0
