"""The verbs about people's own data: what is kept, for how long, the record, writing it anew."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from qualdesk.cli.plain import say
from qualdesk.core.ids import LeadId
from qualdesk.core.list_words import counted
from qualdesk.desk import Desk
from qualdesk.desk.person_files import tables_of

Verb = Callable[[str, str], ArgumentParser]


def add_privacy_verbs(verb: Verb, a_count: Callable[[str], int]) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    person = verb("person", "all that is kept about a person, to be read or taken along")
    person.add_argument("lead", type=a_count, metavar="LEAD", help="one of their leads (see find)")
    person.add_argument("--to", type=Path, metavar="FILE", help="write it: .json or .pdf")
    keep = verb("retention", "for how long people are kept, and who is due to be erased")
    keep.add_argument("--months", type=a_count, metavar="N", help="after the last contact")
    of = keep.add_mutually_exclusive_group()
    of.add_argument("--client", metavar="NAME", help="the term of this client alone")
    of.add_argument("--campaign", metavar="NAME", help="the term of this campaign alone")
    keep.add_argument("--as-others", action="store_true", help="take that own term away")
    keep.add_argument("--by-itself", choices=("on", "off"), help="let the timer erase who is due")
    keep.add_argument("--erase-now", type=a_count, metavar="N", help="erase them: how many are due")
    record = verb("record", "write the record of processing activities (GDPR, art. 30)")
    record.add_argument("file", type=Path, metavar="FILE", help=".pdf or .xlsx")
    verb("compact", "write the workspace anew, so that nothing removed can be read from it")


def person(desk: Desk, asked: Namespace) -> int:
    """Everything about one person."""
    lead = LeadId(asked.lead)
    if asked.to is not None:
        found = desk.person_files.save(lead, asked.to)
        lines = [f"All that is kept about {found.who.name or 'them'} is in {asked.to}."]
        say({"file": str(asked.to)}, lines, as_data=asked.json)
        return 0
    found = desk.person_files.of(lead)
    lines = []
    for table in tables_of(found):
        lines.append(f"{table.title}:")
        rows = ("  |  ".join(str(cell) for cell in row if cell) for row in table.rows)
        lines += ["  " + row.replace("\n", "\n    ") for row in rows]
    say(dict(found.parts), lines, as_data=asked.json)
    return 0


def retention(desk: Desk, asked: Namespace) -> int:
    """The terms, who is due; with a number of people, erase them."""
    own = {"client": asked.client, "campaign": asked.campaign}
    if asked.months is not None or asked.as_others:
        desk.retention.keep_for(None if asked.as_others else asked.months, **own)
    if asked.by_itself is not None:
        desk.retention.by_itself(wanted=asked.by_itself == "on")
    if asked.erase_now is not None:
        return _let_go(desk, asked)
    terms, due = desk.retention.terms(), desk.retention.due()
    lines = [f"People are kept for {counted(terms.months, 'month')} after the last contact."]
    own_terms = [*terms.of_client, *((_named(desk, of), term) for of, term in terms.of_campaign)]
    lines += [f"Those of “{name}”: {counted(months, 'month')}." for name, months in own_terms]
    how = "The timer erases" if terms.by_itself else "Nobody erases by itself"
    lines.append(f"{how} who is due. Due now: {due.count:,}.")
    lines += [f"  {one.lead_id}. {one.says}" for one in due.people]
    if due.count > len(due.people):
        lines.append(f"  and {due.count - len(due.people):,} more")
    if due.count:
        lines.append(f"To erase them for good: qualdesk retention --erase-now {due.count}")
    say({"terms": terms, "due": due.count, "people": due.people}, lines, as_data=asked.json)
    return 0


def _named(desk: Desk, campaign_id: int) -> str:
    """What a campaign is called; its number where it is not seen."""
    names = {int(one.campaign.id): one.campaign.name for one in desk.library.campaigns()}
    return names.get(campaign_id, str(campaign_id))


def _let_go(desk: Desk, asked: Namespace) -> int:
    """Erase who is due, when the number given is the number of them: nobody types it by chance."""
    due = desk.retention.due()
    if due.count != asked.erase_now:
        lines = [f"{counted(due.count, 'person', 'people')} due now. Nothing was erased."]
        say({"due": due.count, "erased": 0}, lines, as_data=asked.json)
        return 2
    done = desk.retention.let_go()
    lines = [f"{counted(done.erased, 'person', 'people')} erased.", _ANEW]
    say({"erased": done.erased}, lines, as_data=asked.json)
    return 0


def record(desk: Desk, asked: Namespace) -> int:
    """Write the record of processing."""
    found = desk.processing.save(asked.file)
    count = counted(len(found.campaigns), "campaign")
    lines = [f"The record is in {asked.file}: {count}. Fill in what stands in brackets."]
    say({"file": str(asked.file)}, lines, as_data=asked.json)
    return 0


def compact(desk: Desk, asked: Namespace) -> int:
    """Write the workspace anew."""
    desk.erasing.compact()
    lines = ["The workspace is written anew. Nothing that was removed can be read from it."]
    say({"compacted": True}, lines, as_data=asked.json)
    return 0


_ANEW = "What was removed earlier may still lie in free pages: qualdesk compact writes them over."
VERBS = {
    ("person", ""): person,
    ("retention", ""): retention,
    ("record", ""): record,
    ("compact", ""): compact,
}
