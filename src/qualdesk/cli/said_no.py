"""The verbs about one person's no: what was said, taking it back, how long it is kept, erasing."""

import sys
from argparse import Namespace

from qualdesk.cli.plain import harmless, say
from qualdesk.core.errors import Refused
from qualdesk.core.ids import LeadId, SuppressionId
from qualdesk.core.list_words import counted
from qualdesk.core.times import day_words
from qualdesk.desk import Desk
from qualdesk.desk.do_not_call import SaidNo


def said(desk: Desk, asked: Namespace) -> int:
    """What was ever said about calling a lead, the newest first."""
    found = desk.do_not_call.said(LeadId(asked.lead))
    none = "Nobody said that this lead is not to be called."
    say(found, [_line(one) for one in found] or [none], as_data=asked.json)
    return 0


def entries(desk: Desk, asked: Namespace) -> int:
    """Write everything that stops calls for a client, as fingerprints."""
    count = desk.do_not_call.export_entries(asked.file, client=asked.client)
    lines = [f"{counted(count, 'entry', 'entries')} written to {asked.file}."]
    say({"entries": count}, lines, as_data=asked.json)
    return 0


def take_back(desk: Desk, asked: Namespace) -> int:
    """Take back what was said in one call; who nothing else stops is called again."""
    done = desk.do_not_call.lift_one(SuppressionId(asked.said), asked.because)
    back = f"{counted(len(done.leads), 'lead')} {'is' if len(done.leads) == 1 else 'are'} back."
    data = {"said": done.said.id, "leads": done.leads}
    say(data, [f"Taken back. {back}"], as_data=asked.json)
    return 0


def keep(desk: Desk, asked: Namespace) -> int:
    """Say how long a no is kept, or tell it when nothing new is said."""
    if asked.for_good or asked.days:
        desk.do_not_call.keep_for(asked.days, asked.client)
    days = desk.do_not_call.kept_for(asked.client)
    lines = [f"A no is kept for {days:,} days." if days else "A no is kept for good."]
    say({"days": days}, lines, as_data=asked.json)
    return 0


def erase(desk: Desk, asked: Namespace) -> int:
    """Erase a person, after the number of their lead was given once more."""
    lead_id = LeadId(asked.lead)
    who = desk.erasing.person(lead_id)
    if asked.sure is None:
        known = ", ".join((*who.numbers, *who.emails)) or "no number"
        leads = counted(len(who.leads), "lead")
        asks = (
            f"{who.name or 'No name'} ({known}; {leads}) goes for good. Type {lead_id} to erase: "
        )
        sys.stderr.write(harmless(asks))
        sys.stderr.flush()
        sure = sys.stdin.readline().strip()
    else:
        sure = str(asked.sure)
    if sure != str(lead_id):
        raise Refused("The two numbers differ. Nothing was erased.")
    done = desk.erasing.erase(lead_id)
    lines = [*done.says, *(_IN_A_FILE if desk.recovery.makes_backups else ())]
    say(done.went, lines, as_data=asked.json)
    return 0


def _line(one: SaidNo) -> str:
    day = f"{day_words(one.at.date())} {one.at.year}"
    who = f"the list “{one.of_list}”" if one.of_list else (one.asked_by or "they")
    whom = f"this {one.scope}" + (" for all clients" if one.is_of_house else "")
    line = f"{one.id}. {day}: {who} said no to {whom}, kept by {one.by}"
    if one.lifted_at:
        return f"{line}. No longer: {one.lifted_because}"
    if one.expires_at:
        return f"{line}. Until {day_words(one.expires_at.date())} {one.expires_at.year}"
    return f"{line}. For good"


_IN_A_FILE = (
    "Write it anew: qualdesk compact",
    "Then replace the backups: qualdesk backups --replace",
)
VERBS = {
    ("do-not-call", "entries"): entries,
    ("do-not-call", "said"): said,
    ("do-not-call", "take-back"): take_back,
    ("do-not-call", "keep"): keep,
    ("erase", ""): erase,
}
