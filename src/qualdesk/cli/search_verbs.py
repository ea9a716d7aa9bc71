"""The verbs for finding people, for whoever calls us, and for lines left about a lead."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from qualdesk.cli.plain import say
from qualdesk.cli.verbs import DONE, card_data, card_lines, named
from qualdesk.core.ids import LeadId, MessageId
from qualdesk.core.messages import Message
from qualdesk.core.times import day_words
from qualdesk.desk import Desk
from qualdesk.desk.searching import Found

Verb = Callable[[str, str], ArgumentParser]
Number = Callable[[str], int]


def add_find(find: ArgumentParser, number: Number) -> None:
    """Add what ``find`` takes."""
    find.add_argument("text", metavar="TEXT", help="a name, a company, a number, an address")
    find.add_argument("--limit", type=number, default=10, metavar="N")
    find.add_argument("--calling", action="store_true", help="who is on the line: last digits")


def add_message_verbs(verb: Verb, number: Number) -> None:
    """Add the verbs of messages with ``verb``, which makes one from its name and what it does."""
    leave = verb("leave", "leave a line about a lead")
    leave.add_argument("lead", type=number, metavar="LEAD")
    leave.add_argument("text", metavar="TEXT")
    leave.add_argument("--for", dest="whom", default="", metavar="NAME", help="for one person")
    waiting = verb("list", "what waits to be read: for you, or about a lead")
    waiting.add_argument("lead", nargs="?", type=number, metavar="LEAD")
    read = verb("read", "say that a message was read")
    read.add_argument("message", type=number, metavar="MESSAGE")


def find(desk: Desk, asked: Namespace) -> int:
    """Leads and companies that fit what is looked for; or who is calling."""
    if asked.calling:
        found = desk.search.who_calls(asked.text, asked.limit)
    else:
        found = desk.search.find(asked.text, asked.limit)
    say(found, _lines(found), as_data=asked.json)
    return DONE


def take_up(desk: Desk, asked: Namespace) -> int:
    """They called us: the call is written down, and their lead is in hand."""
    card = desk.search.take_up(LeadId(asked.lead))
    say(card_data(card), card_lines(card, desk.clock.now()), as_data=asked.json)
    return DONE


def leave_message(desk: Desk, asked: Namespace) -> int:
    """Leave a line about a lead, for whoever has it next or for one person."""
    desk.search.leave_message(LeadId(asked.lead), asked.text, asked.whom)
    whom = asked.whom or "whoever has the lead next"
    data = {"lead": asked.lead, "for": asked.whom}
    say(data, [f"The message waits for {whom}."], as_data=asked.json)
    return DONE


def list_messages(desk: Desk, asked: Namespace) -> int:
    """The messages that wait: for this caller by name, or about a lead."""
    lead = asked.lead
    found = desk.search.messages(LeadId(lead)) if lead else desk.search.my_messages()
    lines = [_message(one) for one in found] or ["No message waits to be read."]
    say(found, lines, as_data=asked.json)
    return DONE


def read_message(desk: Desk, asked: Namespace) -> int:
    """A message was read and waits no more."""
    desk.search.read_message(MessageId(asked.message))
    say({"message": asked.message}, ["Read."], as_data=asked.json)
    return DONE


def _lines(found: Found) -> list[str]:
    people = [f"{one.lead_id}: {one.name}. {one.line}. {one.campaign}" for one in found.leads]
    companies = [f"{one.name}: {one.line}" for one in found.companies]
    more = ["There are more. Type another letter."] if found.has_more else []
    return [*people, *more, *companies] or [found.says or "Type what to look for."]


def _message(one: Message) -> str:
    whom = f" for {one.left_for}" if one.left_for else ""
    day = day_words(one.left_at.date())
    about = named(one.name, one.company)
    return f"{one.id}: {one.left_by}{whom}, {day}, about {about} ({one.lead_id}): {one.says}"


VERBS = {
    ("find", ""): find,
    ("call", "incoming"): take_up,
    ("message", "leave"): leave_message,
    ("message", "list"): list_messages,
    ("message", "read"): read_message,
}
