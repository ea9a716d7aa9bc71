"""The verbs of what stands beside an outcome: material, mails, talks with sales, research."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from qualdesk.cli.plain import say
from qualdesk.cli.verbs import current_call, held_lead
from qualdesk.core.errors import Refused
from qualdesk.core.ids import LeadId, MeetingId, OptInId, SendingId
from qualdesk.core.offers import Offers
from qualdesk.core.research import TIMES, time_words
from qualdesk.core.times import time_words as at_words
from qualdesk.desk import Desk
from qualdesk.desk.beside import BesideDone

Verb = Callable[[str, str], ArgumentParser]
DayReader = Callable[[str], date]
CountReader = Callable[[str], int]


def add_call_verbs(
    verb: Verb, finish: ArgumentParser, a_day: DayReader, count: CountReader
) -> None:
    """Add what a caller does beside the outcome; ``finish`` gets what two outcomes need."""
    finish.add_argument("--new-number", metavar="NUMBER", help="where their number changed")
    finish.add_argument(
        "--research-for", type=a_time, metavar="TIME", help="15 min, 30 min, 1 h or a day"
    )
    send = verb("send", "note what they want to be sent")
    send.add_argument("material", metavar="WHAT")
    send.add_argument("--to", default="", metavar="ADDRESS", help="default: their e-mail")
    send.add_argument("--by", type=a_day, metavar="DATE", help="default: at once")
    mails = verb("opt-in", "note their yes to mails, with the words you read out")
    mails.add_argument("--to", default="", metavar="ADDRESS", help="default: their e-mail")
    mails.add_argument("--wording", default="", metavar="TEXT", help="default: the campaign's")
    mails.add_argument("--language", default="", metavar="TAG", help="default: the call's")
    sales = verb("hand-over", "who of sales could take over, and what to say; or hand over")
    sales.add_argument("to", nargs="?", default="", metavar="NAME", help="hand over to them")
    sales.add_argument("--time", dest="when", default="", metavar="WHEN", help="book “thu 10:30”")
    sales.add_argument("--minutes", type=count, default=30, metavar="N")
    sales.add_argument("--ics", type=Path, metavar="DIR", help="write the invitation there")
    found = verb("found", "what you look up; or what you found out about a lead")
    found.add_argument("lead", nargs="?", type=count, metavar="LEAD")
    found.add_argument("--number", default="", metavar="NUMBER")
    found.add_argument("--note", default="", metavar="TEXT")


def add_campaign_verbs(verb: Verb, a_day: DayReader, count: CountReader) -> None:
    """Add what a campaign says about it, and what waits to be sent."""
    offers = verb("offers", "what callers can offer: material, mails, messages on machines")
    offers.add_argument("name", metavar="NAME")
    offers.add_argument("--material", action="append", metavar="WHAT", help="again for each")
    offers.add_argument(
        "--opt-in", action="append", type=some_words, metavar="TAG=TEXT", help="en=“May we ...?”"
    )
    offers.add_argument("--message", metavar="TEXT", help="said on machines; “” leaves none")
    offers.add_argument("--most", type=count, metavar="N", help="messages for one person")
    offers.add_argument("--follow-up", type=a_day, metavar="DATE", help="after the last message")
    sendings = verb("to-send", "material that waits to be sent")
    sendings.add_argument("--campaign", metavar="NAME")
    sendings.add_argument("--sent", type=count, metavar="NUMBER", help="this one went out")
    mails = verb("opt-ins", "every yes to mails, with its words and time")
    mails.add_argument("--campaign", metavar="NAME")
    mails.add_argument("--withdraw", type=count, metavar="NUMBER", help="they took it back")


def a_time(text: str) -> timedelta:
    """One of the times that research takes."""
    known = {time_words(time).replace(" ", ""): time for time in TIMES} | {"day": TIMES[-1]}
    try:
        return known[text.replace(" ", "").casefold()]
    except KeyError:
        said = ", ".join(map(time_words, TIMES))
        raise ArgumentTypeError(f"“{text}” is none of: {said}") from None


def some_words(text: str) -> tuple[str, str]:
    """Words in a language: the tag before the first “=”."""
    tag, equals, words = text.partition("=")
    if not equals:
        raise ArgumentTypeError("write it like en=May we write to you?")
    return tag.strip(), words


def send(desk: Desk, asked: Namespace) -> int:
    """Note what the person you hold wants to be sent."""
    call = desk.calling.on_call()
    of = call.id if call else held_lead(desk).lead.id
    done = desk.beside.send_material(of, asked.material, address=asked.to, wanted_on=asked.by)
    return _said(done, asked)


def opt_in(desk: Desk, asked: Namespace) -> int:
    """Note a yes to mails."""
    done = desk.beside.opt_in(
        current_call(desk), wording=asked.wording, language=asked.language, address=asked.to
    )
    return _said(done, asked)


def hand_over(desk: Desk, asked: Namespace) -> int:
    """Who could take over and what to say to them; with a name, hand over or book."""
    held = held_lead(desk)
    if not asked.to:
        ready = desk.meetings.hand_over_to(held.lead.id)
        people = [f"  {one.name}: {one.says}" for one in ready.people]
        lines = [*ready.introduction.lines, *(people or ["Nobody of sales is known here."])]
        say(ready, [*lines, *([ready.lacks] if ready.lacks else [])], as_data=asked.json)
        return 0
    call = current_call(desk)
    if not asked.when:
        return _said(desk.meetings.hand_over(call, asked.to), asked)
    read = desk.meetings.read_slot(asked.when, held.lead.id, asked.to, asked.minutes)
    done = desk.meetings.book(call, asked.to, read.promise, asked.minutes)
    if asked.ics:
        path = desk.meetings.write_invitation(MeetingId(done.number), asked.ics)
        done = replace(done, says=f"{done.says} {path}")
    return _said(done, asked)


def found(desk: Desk, asked: Namespace) -> int:
    """What you look up; or bring one back with what you found."""
    if asked.lead is None:
        rows = desk.researching.mine()
        now = desk.clock.now()
        until = [at_words(one.until, "UTC", now=now) for one in rows]
        lines = [
            f"{one.lead_id}: {one.name}, until {at} UTC. {one.says}"
            for one, at in zip(rows, until, strict=True)
        ]
        say(rows, lines or ["You look nothing up now."], as_data=asked.json)
        return 0
    done = desk.researching.found(LeadId(asked.lead), number=asked.number, note=asked.note)
    say(done, [done.says], as_data=asked.json)
    return 0


def offers(desk: Desk, asked: Namespace) -> int:
    """Say what callers of a campaign can offer, or see it."""
    campaign = desk.campaigning.setup(asked.name).campaign
    wanted = _changed(campaign.offers, asked)
    if wanted != campaign.offers:
        wanted = desk.campaigning.set_offers(campaign.id, wanted).campaign.offers
    mode = wanted.voicemail
    lines = [
        f"Material: {', '.join(wanted.materials) or 'none'}",
        *(f"Mails, {tag}: {words}" for tag, words in wanted.opt_in.items()),
        f"Messages: at most {mode.most} each. {mode.text}" if mode.is_on else "Messages: none",
        *([f"After the last one again on {mode.follow_up}."] if mode.follow_up else []),
    ]
    say(wanted, lines, as_data=asked.json)
    return 0


def to_send(desk: Desk, asked: Namespace) -> int:
    """Material that waits; with a number, that it went out."""
    if asked.sent is not None:
        desk.beside.sent(SendingId(asked.sent))
    rows = desk.beside.to_send(asked.campaign)
    lines = [f"{one.id}: {one.name}. {one.says_on('UTC')}." for one in rows]
    say(rows, lines or ["Nothing waits to be sent."], as_data=asked.json)
    return 0


def opt_ins(desk: Desk, asked: Namespace) -> int:
    """Every yes to mails; with a number, that one is taken back."""
    if asked.withdraw is not None:
        desk.beside.withdraw(OptInId(asked.withdraw))
    rows = desk.beside.opt_ins(asked.campaign)
    lines = [
        f"{one.id}: {one.name}. {one.says_on('UTC')}. “{one.wording}”"
        + (" Withdrawn." if one.withdrawn_at else "")
        for one in rows
    ]
    say(rows, lines or ["Nobody has said yes to mails yet."], as_data=asked.json)
    return 0


def _changed(kept: Offers, asked: Namespace) -> Offers:
    """What is kept, with what the command says in its place."""
    mode = kept.voicemail
    if asked.message is not None:
        mode = replace(mode, is_on=bool(asked.message.strip()), text=asked.message.strip())
    if asked.most is not None:
        mode = replace(mode, most=asked.most)
    if asked.follow_up is not None:
        mode = replace(mode, follow_up=asked.follow_up)
    if (asked.most or asked.follow_up) and not mode.is_on:
        raise Refused("Say first what is said on the machine: --message TEXT.")
    words = {**kept.opt_in, **dict(asked.opt_in or ())}
    return Offers(
        materials=kept.materials if asked.material is None else tuple(asked.material),
        opt_in=MappingProxyType(words),
        voicemail=mode,
    )


def _said(done: BesideDone, asked: Namespace) -> int:
    data = {"says": done.says, "kind": done.kind, "number": done.number, "beside": done.beside}
    say(data, [done.says], as_data=asked.json)
    return 0


VERBS = {
    ("call", "send"): send,
    ("call", "opt-in"): opt_in,
    ("call", "hand-over"): hand_over,
    ("call", "found"): found,
    ("campaign", "offers"): offers,
    ("campaign", "to-send"): to_send,
    ("campaign", "opt-ins"): opt_ins,
}
