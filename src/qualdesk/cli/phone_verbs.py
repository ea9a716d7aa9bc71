"""The verbs about who is on the phones: what each does, moving callers, late call backs, names."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import datetime
from typing import Any

from qualdesk.cli.plain import say
from qualdesk.cli.verbs import DONE
from qualdesk.core.on_phones import CallBacks, OnPhone, Phones
from qualdesk.core.times import local_time
from qualdesk.desk import Desk

Verb = Callable[[str, str], ArgumentParser]


def add_phone_verbs(phones: ArgumentParser, verb: Verb) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    phones.add_argument("--campaign", metavar="NAME", help="of which campaign (default: each)")
    moved = verb("move", "let a caller call for a campaign from the next lead on")
    moved.add_argument("name", metavar="NAME", help="the caller, or their seat: “Caller 3”")
    to = moved.add_mutually_exclusive_group(required=True)
    to.add_argument("--to", metavar="CAMPAIGN", help="what they call for from now on")
    to.add_argument("--back", action="store_true", help="what they called for before")
    late = verb("open-late", "let anyone make the call backs that are late")
    late.add_argument("of_campaign", metavar="CAMPAIGN")
    names = verb("names", "show callers by name, or as seats")
    names.add_argument("shown", choices=("on", "off"))


def phones(desk: Desk, asked: Namespace) -> int:
    """Who is on the phones of a campaign, or of each that somebody calls for today."""
    if asked.campaign is not None:
        campaigns = [desk.library.campaign(asked.campaign)]
    else:
        campaigns = [one.campaign for one in desk.library.campaigns()]
    lines: list[str] = []
    data = []
    for campaign in campaigns:
        found = desk.phones.now(campaign.id)
        if asked.campaign is None and not (found.callers or found.call_backs.today):
            continue
        data.append(_data(campaign.name, found))
        lines += [f"{campaign.name}:", *_lines(found, campaign.window.zone)]
    say(data, lines or ["Nobody has called today."], as_data=asked.json)
    return DONE


def move(desk: Desk, asked: Namespace) -> int:
    """Let a caller call for another campaign, or for what they called before."""
    done = desk.phones.move(asked.name, None if asked.back else asked.to)
    say({"says": done.says, "to": done.to, "was": done.was}, [done.says], as_data=asked.json)
    return DONE


def open_late(desk: Desk, asked: Namespace) -> int:
    """Let anyone make the late call backs of a campaign."""
    done = desk.phones.open_late(asked.of_campaign)
    leads = [lead_id for lead_id, _ in done.leads]
    say({"says": done.says, "leads": leads}, [done.says], as_data=asked.json)
    return DONE


def names(desk: Desk, asked: Namespace) -> int:
    """Show callers by name, or as seats."""
    done = desk.phones.show_names(asked.shown == "on")
    say({"says": done.says, "shown": done.shown}, [done.says], as_data=asked.json)
    return DONE


def _lines(found: Phones, zone: str) -> list[str]:
    callers = [f"  {_line(one, found.at, zone)}" for one in found.callers]
    late = [
        f"  Late: {one.name}, {one.wall}, "
        f"{'open to anyone' if one.is_open else f'{one.owner} alone'}"
        for one in found.call_backs.calls
    ]
    return [*(callers or ["  Nobody has called today."]), f"  {_day(found.call_backs)}", *late]


def _line(one: OnPhone, now: datetime, zone: str) -> str:
    parts = [one.state_label]
    if one.since is not None:
        parts.append(f"for {(now - one.since).total_seconds() // 60:.0f} min")
    if one.back_at is not None:
        parts.append(f"back at {local_time(one.back_at, zone):%H:%M}")
    if one.lead:
        parts.append(f"with {one.lead}")
    figures = f"{one.calls} calls, {one.reached} reached, {one.qualified} qualified today"
    return f"{one.name}: {', '.join(parts)}; {figures}"


def _day(found: CallBacks) -> str:
    today, late = found.today - found.earlier, found.late - found.earlier
    earlier = f"; of earlier days {found.earlier} late" if found.earlier else ""
    return (
        f"Call backs today: {today}; {found.kept} kept, {found.missed} missed, "
        f"{late} late, {found.to_come} to come{earlier}"
    )


def _data(campaign: str, found: Phones) -> dict[str, Any]:
    return {
        "campaign": campaign,
        "at": found.at,
        "named": found.named,
        "callers": found.callers,
        "call_backs": found.call_backs,
    }


VERBS = {
    ("phones", ""): phones,
    ("phones", "move"): move,
    ("phones", "open-late"): open_late,
    ("phones", "names"): names,
}
