"""The verbs of what was saved late: under a lead that somebody else had by then."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from qualdesk.cli.plain import say
from qualdesk.core.late_saves import LateSave, SaidLate
from qualdesk.desk import Desk
from qualdesk.desk.late import LateDone

DONE = 0
Verb = Callable[[str, str], ArgumentParser]


def add_late_verbs(verb: Verb) -> None:
    """Add what a supervisor does with what was saved late."""
    rows = verb("list", "what was said, beside what the lead says now")
    rows.add_argument("--campaign", metavar="NAME", help="of this campaign only")
    for name, says in (
        ("take", "let a late call count: its answers and its outcome"),
        ("leave", "leave it on record only"),
        ("take-back", "take the choice back: it waits again"),
    ):
        verb(name, says).add_argument("late", metavar="SAVE")


def late(desk: Desk, asked: Namespace) -> int:
    """What waits for a choice, the oldest first."""
    rows = desk.late.waiting(asked.campaign)
    lines = [line for one in rows for line in _one(one)]
    say(rows, lines or ["Nothing was saved late."], as_data=asked.json)
    return DONE


def take(desk: Desk, asked: Namespace) -> int:
    """Let a late call count."""
    return _said(desk.late.take(asked.late), asked)


def leave(desk: Desk, asked: Namespace) -> int:
    """Leave it on record only."""
    return _said(desk.late.leave(asked.late), asked)


def take_back(desk: Desk, asked: Namespace) -> int:
    """Take the choice back."""
    return _said(desk.late.take_back(asked.late), asked)


def _one(one: LateSave) -> list[str]:
    head = f"{one.id}: {one.lead}, saved by {one.caller}, {one.at:%Y-%m-%d %H:%M} UTC."
    ended = [f"  It ended with: {one.outcome}."] if one.outcome else []
    note = [f"  Note: {one.note}"] if one.note else []
    holder = [f"  {one.has_now} has them in hand."] if one.has_now else []
    said = [f"  {_beside(each)}" for each in one.said]
    return [head, f"  {one.why}", *said, *note, *ended, f"  Now: {one.stands}.", *holder]


def _beside(one: SaidLate) -> str:
    now = f" (now: {one.now})" if one.now else ""
    return f"{one.asked}: {one.late}{now}"


def _said(done: LateDone, asked: Namespace) -> int:
    say(done, [done.says], as_data=asked.json)
    return DONE


VERBS = {
    ("late", "list"): late,
    ("late", "take"): take,
    ("late", "leave"): leave,
    ("late", "take-back"): take_back,
}
