"""The reports for marketing and list owners: what people said, who is nurtured, a list's fate."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from qualdesk.cli.plain import say
from qualdesk.core.digest import Digest, Saying, week_named
from qualdesk.core.errors import Refused
from qualdesk.core.ids import ListId
from qualdesk.core.left_leads import Scope
from qualdesk.desk import Desk

DONE, LEFT_OUT = 0, 1
Verb = Callable[[str, str], ArgumentParser]


def add_marketing_verbs(verb: Verb, count: Callable[[str], int]) -> None:
    """Add the reports with ``verb``, which makes one from its name and what it does."""
    digest = verb("digest", "what people need and object to in a week, without their names")
    digest.add_argument(
        "--week", metavar="WEEK", help="2026-W12, or a day of it; default: the last"
    )
    whose = digest.add_mutually_exclusive_group()
    whose.add_argument("--campaign", metavar="NAME", help="of this campaign only")
    whose.add_argument("--client", metavar="NAME", help="of this client's campaigns")
    nurture = verb("nurture", "who is nurtured, on which track; with a file, write them to it")
    nurture.add_argument("--campaign", required=True, metavar="NAME")
    nurture.add_argument(
        "--everybody", action="store_true", help="also those who gave no yes to mails"
    )
    fate = verb("fate", "what became of every row of a list; with a file, write them to it")
    fate.add_argument("list", type=count, metavar="LIST", help="as “lists” shows it")
    for made, kinds in ((digest, ".html, .csv or .xlsx"), (nurture, ".csv"), (fate, ".csv")):
        made.add_argument("--out", type=Path, metavar="FILE", help=f"write to a new file: {kinds}")
        made.add_argument(
            "--for-machines", action="store_true", help="CSV untouched, not for spreadsheets"
        )


def digest(desk: Desk, asked: Namespace) -> int:
    """What people said in a week; written to a file where one is named."""
    week = week_named(asked.week) if asked.week else desk.digests.last_week()
    scope = Scope(campaign=asked.campaign, client=asked.client)
    if asked.out is None:
        _refuse_machines(asked)
        found = desk.digests.digest(week, scope)
        says = _digest_lines(found)
    else:
        found = desk.digests.write(week, asked.out, scope, for_machines=asked.for_machines)
        says = [f"{found.week.label}: written to {asked.out}"]
    say(found, says, as_data=asked.json)
    return DONE


def nurture(desk: Desk, asked: Namespace) -> int:
    """Who is nurtured; 1 where somebody was left out of the file."""
    if asked.out is None:
        _refuse_machines(asked)
        found = desk.nurturing.count(asked.campaign)
        without = found.without_yes + found.withdrawn
        lines = [f"{found.leads} leads are nurtured: {found.with_yes} said yes to mails."]
        lines += [f"  {track}: {leads}" for track, leads in found.tracks]
        lines.append(f"Without a yes: {without}, of them {found.withdrawn} took theirs back.")
        lines.append(f"May not be contacted: {found.may_not}. On no track: {found.no_track}.")
        say(found, lines, as_data=asked.json)
        return DONE
    done = desk.nurturing.export(
        asked.campaign, asked.out, everybody=asked.everybody, for_machines=asked.for_machines
    )
    line = (
        f"{done.leads} leads written to {done.path}. Left out: {done.without_yes} without a yes "
        f"to mails, {done.may_not} who may not be contacted."
    )
    say(done, [line], as_data=asked.json)
    return LEFT_OUT if done.without_yes or done.may_not else DONE


def fate(desk: Desk, asked: Namespace) -> int:
    """What became of the rows of a list."""
    list_id = ListId(asked.list)
    if asked.out is not None:
        done = desk.fates.write(list_id, asked.out, for_machines=asked.for_machines)
        say(done, [f"{done.rows} rows written to {done.path}."], as_data=asked.json)
        return DONE
    _refuse_machines(asked)
    found = desk.fates.of_list(list_id)
    owner = found.owner or "nobody is named"
    lines = [f"{found.file_name or 'A list'}, {found.rows} rows. Owner: {owner}"]
    lines += [f"  {count:>7} {one.label}" for one, count in found.in_order]
    data = {
        "list": found.list_id,
        "file": found.file_name,
        "campaign": found.campaign,
        "owner": found.owner,
        "rows": found.rows,
        "fates": {one.value: count for one, count in found.in_order},
    }
    say(data, lines, as_data=asked.json)
    return DONE


def _refuse_machines(asked: Namespace) -> None:
    if asked.for_machines:
        raise Refused("--for-machines is about a file. Add --out FILE.csv")


def _digest_lines(found: Digest) -> list[str]:
    lines = [
        f"{found.week.label}. {found.conversations} conversations: {', '.join(found.campaigns)}"
    ]
    for need in found.needs:
        lines.append(f"{need.asked} ({need.people} answered)")
        lines += [f"  {one.count} x {one.says}" for one in need.chosen]
        lines += _quotes(need.said, need.more)
    for one in found.objections:
        reason = f"{one.outcome}: {one.reason}" if one.reason else one.outcome
        lines.append(f"{reason} ({one.people} people)")
        lines += _quotes(one.said, one.more)
    return lines if not found.is_empty else [*lines, "Nobody said anything."]


def _quotes(said: tuple[Saying, ...], more: int) -> list[str]:
    lines = [f"  {one.count} x “{one.says}”" for one in said]
    return [*lines, f"  and {more} more"] if more else lines


VERBS = {
    ("report", "digest"): digest,
    ("report", "nurture"): nurture,
    ("report", "fate"): fate,
}
