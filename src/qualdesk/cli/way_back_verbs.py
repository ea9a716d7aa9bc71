"""The verbs of the way back: how leads with sales stand, recalls, disputes, taking back."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from typing import Any

from qualdesk.cli.plain import say
from qualdesk.core.handoff import BatchSummary, full_day
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import BatchId, DisputeId, ItemId, LeadId
from qualdesk.core.recycling import RecycleTo
from qualdesk.core.times import day_words
from qualdesk.desk import Desk
from qualdesk.desk.way_back import Disputed

DONE = 0
Verb = Callable[[str, str], ArgumentParser]


def add_way_back_verbs(
    verb: Verb, a_day: Callable[[str], date], a_count: Callable[[str], int]
) -> None:
    """Add what becomes of leads sales has; ``verb`` makes one from its name and what it does."""
    for name, says in (
        ("batches", "batches that have left, and what sales said so far"),
        ("waiting", "leads sales has not answered, and answers that are disputed"),
    ):
        verb(name, says).add_argument("--campaign", required=True, metavar="NAME")
    items = verb("items", "the leads of a batch, each with what became of it")
    recall = verb("recall", "take back what sales has not answered of a batch")
    for made in (items, recall):
        made.add_argument("batch", type=a_count, metavar="BATCH", help="as “batches” shows it")
    dispute = verb("dispute", "say that an answer is not right")
    dispute.add_argument("item", metavar="ID", help="as “items” shows it")
    review = verb("review", "decide a dispute")
    decided = review.add_mutually_exclusive_group(required=True)
    decided.add_argument("--stands", action="store_true", help="the answer stands")
    decided.add_argument("--changed", action="store_true", help="it is the other one")
    review.add_argument("--reason", default="", metavar="TEXT", help="why it is sent back now")
    withdraw = verb("withdraw", "take a dispute back")
    for made in (review, withdraw):
        made.add_argument("dispute", type=a_count, metavar="NUMBER", help="as “waiting” shows it")
    for made in (recall, dispute, review):
        made.add_argument("--because", required=True, metavar="TEXT", help="both sides read it")
    recycle = verb("recycle", "take a lead back that sales sent back, or never answered")
    recycle.add_argument("lead", type=a_count, metavar="LEAD")
    recycle.add_argument("--to", choices=[one.value for one in RecycleTo], default="queue")
    recycle.add_argument("--on", type=a_day, metavar="DATE", help="not before this day")
    recycle.add_argument("--track", default="", metavar="TEXT", help="where it is nurtured")


def batches(desk: Desk, asked: Namespace) -> int:
    """Batches that have left, the newest first."""
    found = desk.handoff.batches(asked.campaign)
    lines = [_of_batch(one) for one in found] or ["No batch has left yet."]
    data = [
        {
            "batch": one.batch_id,
            "number": one.number,
            "sent": one.sent_at,
            "answer_by": one.answer_by,
            "leads": one.leads,
            "receivers": dict(one.receivers),
            "states": {state.value: count for state, count in one.states},
            "waiting": one.waiting,
            "reasons": dict(one.reasons),
            "recalled": one.recalled_at,
            "recalled_because": one.recalled_because,
        }
        for one in found
    ]
    say(data, lines, as_data=asked.json)
    return DONE


def items(desk: Desk, asked: Namespace) -> int:
    """The leads of a batch."""
    found = desk.way_back.items(BatchId(asked.batch))
    lines = [item_line(one) for one in found]
    say([item_data(one) for one in found], lines or ["There is no such batch."], as_data=asked.json)
    return DONE


def waiting(desk: Desk, asked: Namespace) -> int:
    """What waits for sales, and what waits for a review."""
    open_ones = desk.way_back.waiting(asked.campaign)
    disputed = desk.way_back.disputes(asked.campaign)
    lines = [f"Waiting: {len(open_ones)}.", *(item_line(one) for one in open_ones)]
    lines += [f"To be reviewed: {len(disputed)}.", *(item_line(one) for one in disputed)]
    data = {"waiting": list(map(item_data, open_ones)), "disputed": list(map(item_data, disputed))}
    say(data, lines, as_data=asked.json)
    return DONE


def recall(desk: Desk, asked: Namespace) -> int:
    """Take a batch back."""
    done = desk.way_back.recall(BatchId(asked.batch), asked.because)
    lines = [
        f"Batch {done.number} is recalled. Its files stay where they are: tell sales.",
        f"Qualified again: {len(done.leads)}. As sales answered: {done.answered}.",
    ]
    data = {"batch": done.batch_id, "leads": done.leads, "answered": done.answered}
    say(data, lines, as_data=asked.json)
    return DONE


def dispute(desk: Desk, asked: Namespace) -> int:
    """Say that an answer is not right."""
    return _say_settled(desk.way_back.dispute(ItemId(asked.item), asked.because), asked)


def review(desk: Desk, asked: Namespace) -> int:
    """Decide a dispute."""
    done = desk.way_back.review(
        DisputeId(asked.dispute),
        changed=asked.changed,
        because=asked.because,
        reason=asked.reason,
    )
    return _say_settled(done, asked)


def withdraw(desk: Desk, asked: Namespace) -> int:
    """Take a dispute back."""
    return _say_settled(desk.way_back.withdraw(DisputeId(asked.dispute)), asked)


def recycle(desk: Desk, asked: Namespace) -> int:
    """Take a lead back."""
    to = RecycleTo(asked.to)
    desk.way_back.recycle(LeadId(asked.lead), to=to, on=asked.on, track=asked.track)
    place = "back in the queue" if to is RecycleTo.QUEUE else "nurtured"
    day = f" from {full_day(asked.on)} on" if asked.on else ""
    lines = [f"Lead {asked.lead} is {place}{day}."]
    say({"lead": asked.lead, "to": to, "on": asked.on}, lines, as_data=asked.json)
    return DONE


def item_line(one: BatchItem) -> str:
    """One lead in a line: its id, who it is, how it stands and what was said."""
    words = [f"{one.item_id}: {one.name}", one.company, f"for {one.receiver}", one.state.label]
    if one.state in {ItemState.SENT, ItemState.READ} and one.last_day is not None:
        words.append(f"until {day_words(one.last_day)}")
    words += [one.reason, one.note, f"said by {one.signed}" if one.signed else ""]
    if one.dispute is not None and one.dispute.is_open:
        words.append(f"dispute {one.dispute.id} by {one.dispute.asked_by}: {one.dispute.says}")
    if one.is_suppressed:
        words.append("they asked not to be called")
    return ", ".join(word for word in words if word)


def item_data(one: BatchItem) -> dict[str, Any]:
    """The same as values."""
    told = one.dispute
    return {
        "item": one.item_id,
        "lead": one.lead_id,
        "name": one.name,
        "company": one.company,
        "receiver": one.receiver,
        "state": one.state,
        "reason": one.reason,
        "note": one.note,
        "opportunity": one.opportunity,
        "amount": "" if one.amount is None else f"{one.amount} {one.currency}".strip(),
        "due": one.due_at,
        "answered": one.answered_at,
        "answered_by": one.answered_by,
        "read_in_by": one.read_in_by,
        "recycled_to": one.recycled_to,
        "suppressed": one.is_suppressed,
        "dispute": {"number": told.id, "says": told.says, "state": told.state} if told else None,
    }


def _say_settled(done: Disputed, asked: Namespace) -> int:
    lines = [f"Dispute {done.dispute_id}. {item_line(done.item)}"]
    say({"dispute": done.dispute_id, **item_data(done.item)}, lines, as_data=asked.json)
    return DONE


def _of_batch(one: BatchSummary) -> str:
    states = ", ".join(f"{count} {state.label.lower()}" for state, count in one.states)
    people = ", ".join(f"{name} {count}" for name, count in one.receivers)
    by = f"answers by {full_day(one.answer_by)}" if one.waiting else ""
    why = f"recalled: {one.recalled_because}" if one.recalled_at else ""
    parts = [f"{one.batch_id}: batch {one.number} for {people}", states, by, why]
    return "; ".join(part for part in parts if part)


VERBS = {
    ("handoff", "batches"): batches,
    ("handoff", "items"): items,
    ("handoff", "waiting"): waiting,
    ("handoff", "recall"): recall,
    ("handoff", "dispute"): dispute,
    ("handoff", "review"): review,
    ("handoff", "withdraw"): withdraw,
    ("handoff", "recycle"): recycle,
}
