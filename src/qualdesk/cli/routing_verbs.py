"""The verbs of who gets what: the next batch, rules, and whose account a company is."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qualdesk.cli.plain import say
from qualdesk.core.next_batch import BatchLead
from qualdesk.core.routing_rules import Routing, RoutingRule
from qualdesk.core.routing_words import via_of
from qualdesk.desk import Desk

DONE, LEFT_OUT = 0, 1
Verb = Callable[[str, str], ArgumentParser]


def add_routing_verbs(verb: Verb) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    coming = verb("next", "the next batch: who goes to whom, and what keeps the others here")
    coming.add_argument("--campaign", required=True, metavar="NAME")
    coming.add_argument("--receiver", metavar="NAME", help="default: from the campaign")
    rules = verb("rules", "who gets which leads of a campaign")
    rules.add_argument("--campaign", required=True, metavar="NAME")
    rules.add_argument(
        "--set", type=Path, metavar="FILE.toml", help="take the rules of its [handoff] part"
    )
    give = verb("give", "choose who gets a lead, whatever the rules say")
    give.add_argument("lead", type=int, metavar="LEAD")
    give.add_argument("name", nargs="?", default="", metavar="NAME", help="nobody: by the rules")
    owners = verb("owners", "whose account each company is; with a file, load it first")
    owners.add_argument("file", nargs="?", type=Path, metavar="FILE")
    owners.add_argument("--client", default="", metavar="NAME", help="whose accounts")


def coming(desk: Desk, asked: Namespace) -> int:
    """The next batch; 1 where a lead needs somebody to mend something."""
    batch = desk.handoff.next_batch(asked.campaign, receiver=asked.receiver)
    shares = ", ".join(f"{name} {count}" for name, count in batch.goes_to)
    lines = [f"Batch {batch.number}: {len(batch.ready)} leads ready. {shares}".rstrip()]
    parts = (
        ("ready", batch.ready),
        ("later", batch.later),
        ("to mend", batch.blocked),
        ("held back", batch.held_back),
    )
    lines += [_line(title, lead) for title, leads in parts for lead in leads]
    data = {
        "batch": batch.number,
        "answer_by": batch.answer_by,
        "goes_to": [{"name": name, "leads": count} for name, count in batch.goes_to],
        "ready": [_lead(one) for one in batch.ready],
        "later": [_lead(one) for one in batch.later],
        "blocked": [_lead(one) for one in batch.blocked],
        "held_back": [_lead(one) for one in batch.held_back],
    }
    say(data, lines, as_data=asked.json)
    return LEFT_OUT if batch.blocked else DONE


def rules(desk: Desk, asked: Namespace) -> int:
    """Who gets which leads, in the order that is asked."""
    if asked.set is not None:
        desk.routing.take_rules(asked.campaign, asked.set)
    found = desk.routing.routing(asked.campaign)
    lines = [_rule(number, one) for number, one in enumerate(found.rules, start=1)]
    say(
        found,
        [*(lines or ["No rules: all leads go to whom the campaign names."]), *_caps(found)],
        as_data=asked.json,
    )
    return DONE


def give(desk: Desk, asked: Namespace) -> int:
    """Choose who gets one lead."""
    moved = desk.handoff.choose_receiver(asked.lead, asked.name)
    says = f"goes to {asked.name}." if asked.name else "goes to whom the rules name."
    data = {"lead": moved.lead_id, "receiver": asked.name, "was": moved.was}
    say(data, [f"Lead {moved.lead_id} {says}"], as_data=asked.json)
    return DONE


def owners(desk: Desk, asked: Namespace) -> int:
    """Whose account each company is; 1 where rows of a file could not be used."""
    problems: tuple[str, ...] = ()
    if asked.file is not None:
        loaded = desk.routing.load_owners(asked.file, asked.client)
        problems = tuple(map(str, loaded.problems))
        lines = [f"{loaded.kept} accounts kept, {loaded.dropped} belong to nobody any more."]
        lines += [f"  {problem}" for problem in problems]
        data: Any = {"kept": loaded.kept, "dropped": loaded.dropped, "problems": problems}
    else:
        found = desk.routing.owners(asked.client)
        lines = [f"{one.company}: {one.salesperson}" for one in found] or ["No accounts yet."]
        data = found
    say(data, lines, as_data=asked.json)
    return LEFT_OUT if problems else DONE


def _line(title: str, lead: BatchLead) -> str:
    who = f"{lead.lead_id} {lead.name}, {lead.company}".rstrip(", ")
    to = f" to {lead.receiver}" if lead.receiver else ""
    via = f" ({lead.via})" if lead.via else ""
    why = f": {' '.join((*lead.lacks, *lead.skipped))}" if lead.lacks or lead.skipped else ""
    return f"  {title}: {who}{to}{via}{why}"


def _lead(one: BatchLead) -> dict[str, Any]:
    return {
        "lead": one.lead_id,
        "name": one.name,
        "company": one.company,
        "points": one.points,
        "when": one.when,
        "receiver": one.receiver,
        "via": one.via,
        "skipped": one.skipped,
        "not_before": one.not_before,
        "lacks": one.lacks,
    }


def _rule(number: int, rule: RoutingRule) -> str:
    where = (*rule.countries, *rule.subdivisions, *(f"{one}…" for one in rule.postcodes))
    what = ", ".join((*where, rule.question, *rule.values)).strip(", ")
    about = f" [{what}]" if what else ""
    people = ", ".join(rule.people) or "whoever owns the account"
    return f"{number}. {via_of(rule)}{about}: {people}"


def _caps(routing: Routing) -> list[str]:
    lines = [f"{cap.salesperson}: {cap.per_day} a day at most" for cap in routing.caps]
    if routing.per_day is not None:
        lines.append(f"Everybody else: {routing.per_day} a day at most")
    if routing.only_on_duty:
        lines.append("Leads wait for the duty hours of whoever gets them.")
    return lines


VERBS = {
    ("handoff", "next"): coming,
    ("handoff", "rules"): rules,
    ("handoff", "give"): give,
    ("handoff", "owners"): owners,
}
