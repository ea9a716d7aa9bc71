"""The verbs of sales: one's own leads and answering about them; and what a CRM says of leads."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from qualdesk.cli.plain import say
from qualdesk.cli.way_back_verbs import item_data, item_line
from qualdesk.core.amounts import money_in
from qualdesk.core.errors import Refused
from qualdesk.core.ids import CrmLoadId, ItemId
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.desk.crm_outcomes import CrmLoaded
from qualdesk.desk.sales import Answered

DONE, LEFT_OUT = 0, 1
Verb = Callable[[str, str], ArgumentParser]


def add_sales_verbs(verb: Verb, a_count: Callable[[str], int]) -> None:
    """Add what people of sales do with their own leads, and what comes back from their CRM."""
    mine = verb("mine", "the leads that were handed to you; with an id, its brief")
    mine.add_argument("item", nargs="?", default="", metavar="ID")
    take = verb("take", "take a lead that was handed to you")
    take.add_argument("--opportunity", default="", metavar="ID", help="its id in your CRM")
    take.add_argument("--amount", default="", metavar="TEXT", help="such as “12,500 EUR”")
    back = verb("send-back", "send a lead back that was handed to you")
    back.add_argument("--reason", required=True, metavar="TEXT", help="as the campaign agreed")
    for made in (take, back):
        made.add_argument("item", metavar="ID", help="as “mine” shows it")
        made.add_argument("--note", default="", metavar="TEXT", help="for whoever called them")
    outcomes = verb("outcomes", "read from a CRM's file what was won and lost; or list such files")
    outcomes.add_argument("file", nargs="?", type=Path, metavar="FILE")
    outcomes.add_argument("--client", default="", metavar="NAME", help="whose CRM it is")
    outcomes.add_argument("--undo", type=a_count, metavar="NUMBER", help="take a file back")


def mine(desk: Desk, asked: Namespace) -> int:
    """One's own leads, or the brief of one of them, which counts as read then."""
    if asked.item:
        own = desk.sales.read(ItemId(asked.item))
        brief = own.brief
        lines = [item_line(own.item), brief.in_one_line]
        lines += [f"  {proof.label}: {proof.says or proof.standing.label}" for proof in brief.why]
        lines += [f"  Said: {words}" for words in brief.said]
        lines += [f"  Next: {step}" for step in brief.do_next]
        lines += [f"  Reach: {reach}" for reach in (*brief.phones, *brief.emails)]
        lines += [f"  Reasons to send back: {', '.join(own.reasons)}"]
        data: Any = {**item_data(own.item), "brief": brief, "reasons": own.reasons}
    else:
        found = desk.sales.mine()
        lines = [item_line(one) for one in found] or ["No lead was handed to you yet."]
        data = [item_data(one) for one in found]
    say(data, [line for line in lines if line], as_data=asked.json)
    return DONE


def take(desk: Desk, asked: Namespace) -> int:
    """Take a lead."""
    amount, currency = _money(asked.amount)
    done = desk.sales.take(
        ItemId(asked.item),
        opportunity=asked.opportunity,
        amount=amount,
        currency=currency,
        note=asked.note,
    )
    return _say_answered(done, asked)


def send_back(desk: Desk, asked: Namespace) -> int:
    """Send a lead back."""
    done = desk.sales.send_back(ItemId(asked.item), asked.reason, asked.note)
    return _say_answered(done, asked)


def outcomes(desk: Desk, asked: Namespace) -> int:
    """Won and lost from a CRM's file; 1 where rows were not used."""
    if asked.undo is not None:
        undone = desk.way_back.undo_outcomes(CrmLoadId(asked.undo))
        lines = [f"Leads that stand as before the file: {len(undone.back)}."]
        if undone.stays:
            lines += [f"Answered since, and now neither won nor lost: {len(undone.stays)}."]
        data: Any = {"back": undone.back, "stays": undone.stays}
        say(data, lines, as_data=asked.json)
        return DONE
    if asked.file is None:
        return _list_files(desk, asked)
    done = desk.way_back.load_outcomes(asked.file, client=asked.client)
    data = {
        "load": done.load_id,
        "won": done.won,
        "lost": done.lost,
        "already": done.already,
        "open": done.still_open,
        "unmatched": [str(one) for one in done.unmatched],
        "notes": [str(one) for one in done.notes],
    }
    say(data, _loaded_lines(done), as_data=asked.json)
    return LEFT_OUT if done.unmatched else DONE


def _list_files(desk: Desk, asked: Namespace) -> int:
    files = desk.way_back.outcome_files(asked.client)
    now = desk.clock.now()
    lines = [
        f"{one.id}: {one.name}, leads: {one.matched}, "
        f"{time_words(one.loaded_at, 'UTC', now=now)} UTC by {one.loaded_by}"
        + (", taken back" if one.undone_at else "")
        for one in files
    ]
    say(files, lines or ["No file from a CRM was read yet."], as_data=asked.json)
    return DONE


def _loaded_lines(done: CrmLoaded) -> list[str]:
    lines = [
        (
            f"{len(done.won)} won, {len(done.lost)} lost, {done.already} known already, "
            f"{done.still_open} still open, {len(done.unmatched)} not used."
        )
    ]
    lines += [f"  {one}" for one in (*done.unmatched, *done.notes)]
    if done.load_id is not None:
        lines += [f"Take it back with “handoff outcomes --undo {done.load_id}”."]
    return lines


def _say_answered(done: Answered, asked: Namespace) -> int:
    say(item_data(done.item), [item_line(done.item)], as_data=asked.json)
    return DONE


def _money(text: str) -> tuple[Decimal | None, str]:
    """The amount as it was typed.

    Raises:
        Refused: it is none.
    """
    if not text.strip():
        return None, ""
    found = money_in(text)
    if found is None:
        raise Refused(tr("Write the amount as a number, such as 12,500."))
    return found.amount, found.currency


VERBS = {
    ("handoff", "mine"): mine,
    ("handoff", "take"): take,
    ("handoff", "send-back"): send_back,
    ("handoff", "outcomes"): outcomes,
}
