"""The verbs of the Floor: a campaign's numbers, the leads behind each, whether all adds up."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable
from typing import Any

from qualdesk.cli.plain import say
from qualdesk.core.errors import Refused
from qualdesk.core.floor_figures import Board, LeadLine, SourceFigures
from qualdesk.core.ids import BatchId, CampaignId, LeadId, ListId
from qualdesk.core.rates import RATES
from qualdesk.core.shares import Share
from qualdesk.core.times import short_weekday
from qualdesk.desk import Desk

DONE, ALARM = 0, 1
Verb = Callable[[str, str], ArgumentParser]
_MOST = 200


def add_floor_verbs(floor: ArgumentParser, verb: Verb, a_count: Callable[[str], int]) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    floor.add_argument("--campaign", metavar="NAME", help="default: the only one")
    stands = verb("stands", "where every lead stands; of a list, each row of it")
    of = stands.add_mutually_exclusive_group()
    of.add_argument("--campaign", default=SUPPRESS, metavar="NAME")
    of.add_argument("--list", type=a_count, metavar="NUMBER")
    of.add_argument("--batch", type=a_count, metavar="NUMBER", help="of the campaign")
    behind = verb("behind", "the leads behind a number")
    behind.add_argument("code", metavar="CODE", help="called, finished, stand:nurture ...")
    behind.add_argument("--after", type=a_count, metavar="LEAD", help="those behind this one")
    behind.add_argument("--most", type=a_count, default=_MOST, metavar="N", help="so many at most")
    check = verb("check", "whether every number is what the rows say; 1 when one is not")
    check.add_argument("--mend", action="store_true", help="count anew where it is not")
    for one in (behind, check):
        one.add_argument("--campaign", default=SUPPRESS, metavar="NAME")


def board(desk: Desk, asked: Namespace) -> int:
    """The numbers of a campaign."""
    found = desk.floor.board(_campaign(desk, asked))
    say(_board_data(found), _board_lines(found), as_data=asked.json)
    return DONE


def stands(desk: Desk, asked: Namespace) -> int:
    """Where every lead stands, with the sum."""
    if asked.list is not None:
        found = desk.floor.stands(list_id=ListId(asked.list))
    elif asked.batch is not None:
        found = desk.floor.stands(batch_id=BatchId(asked.batch))
    else:
        found = desk.floor.stands(campaign=_campaign(desk, asked))
    lines = [f"{found.title}:"]
    lines += [f"{one.leads:>9,}  {one.label}" for one in found.stands]
    lines.append(f"{found.total:>9,}  in all")
    if not found.adds_up:
        lines.append("They do not add up. See which rows: qualdesk floor check")
    data = {
        "title": found.title,
        "total": found.total,
        "adds_up": found.adds_up,
        "stands": {one.code: one.leads for one in found.stands},
    }
    say(data, lines, as_data=asked.json)
    return DONE if found.adds_up else ALARM


def behind(desk: Desk, asked: Namespace) -> int:
    """The leads behind a number, a page of them."""
    campaign = _campaign(desk, asked)
    found = desk.floor.behind(campaign, asked.code, after=asked.after, limit=asked.most)
    lines = [f"{found.title}: {found.total:,}", *(_lead_line(one) for one in found.leads)]
    if found.next_after is not None:
        lines.append(f"There are more: --after {found.next_after}")
    data = {
        "title": found.title,
        "total": found.total,
        "leads": found.leads,
        "next_after": found.next_after,
    }
    say(data, lines, as_data=asked.json)
    return DONE


def check(desk: Desk, asked: Namespace) -> int:
    """Whether every number is what the rows say, looked at row by row."""
    campaign = _campaign(desk, asked)
    found = desk.floor.alarm(campaign)
    lines = []
    for one in found.off:
        lines.append(f"{one.what}: kept {one.kept:,}, the rows say {one.counted:,}")
        lines += [f"  leads {_numbers(one.leads)}"] if one.leads else []
    if found.nowhere:
        lines.append(f"In no bucket there is: leads {_numbers(found.nowhere)}")
    mended = desk.floor.recount(campaign) if asked.mend and found.off else None
    if mended is not None:
        lines.append(mended.says)
    elif found.off:
        lines.append("Count anew: qualdesk floor check --mend")
    data = {
        "quiet": found.is_quiet,
        "off": found.off,
        "nowhere": found.nowhere,
        "mended": mended.counts if mended else 0,
    }
    say(data, lines or ["Every number is what the rows say."], as_data=asked.json)
    is_well = not found.nowhere and (mended is not None or not found.off)
    return DONE if is_well else ALARM


def _campaign(desk: Desk, asked: Namespace) -> CampaignId:
    """The campaign that was named, or the only one.

    Raises:
        NotFound: there is none of that name.
        Refused: none was named, and there are several or none.
    """
    if asked.campaign:
        return desk.library.campaign(asked.campaign).id
    some = [one.campaign for one in desk.library.campaigns()]
    if len(some) != 1:
        names = ", ".join(one.name for one in some) or "there is none yet"
        raise Refused(f"Say which campaign, with --campaign NAME: {names}.")
    return some[0].id


def _board_lines(found: Board) -> list[str]:
    lines = [
        f"Called at least once: {_of(found.called, found.total)}",
        f"Finished: {_of(found.finished, found.total)}",
        f"Reached: {_of(found.reached, found.called)}",
        f"Qualified: {_of(found.qualified, found.reached)}; {found.to_hand_off:,} to hand off",
        f"Taken by sales: {_of(found.taken, found.answered)}; {found.unanswered:,} not answered",
        f"Went on to sales: {_of(found.handed, found.total)}",
        f"Came only for the giveaway: {_of(found.giveaway, found.total)}",
        "Where they stand:",
        *(f"{one.leads:>9,}  {one.label}" for one in found.stands),
        f"{found.total:>9,}  in all",
        "Sources:",
        *(_source_line(one) for one in found.sources),
    ]
    if found.hours:
        lines.append("When people answer, on their clock:")
    lines += [
        f"  {short_weekday(one.weekday)} {one.hour:02}: {_of(one.answered, one.dials)}"
        for one in found.hours
    ]
    if not found.adds_up:
        lines.append("They do not add up. See which rows: qualdesk floor check")
    return lines


def _of(yes: int, of: int) -> str:
    """A share as people read it: never a percentage of fewer than ten."""
    said = f"{yes:,} of {of:,}"
    return said if of < _ENOUGH else f"{said} ({yes / of:.0%})"


def _source_line(one: SourceFigures) -> str:
    qualified = Share(yes=one.qualified, of=one.reached)
    said = qualified.says if qualified.is_enough else f"{one.qualified:,} of {one.reached:,}"
    return (
        f"  {one.label}: {one.leads:,} leads; reached {_of(one.reached, one.called)}; "
        f"qualified {said}; sales took {one.taken:,} of {one.answered:,}"
    )


def _lead_line(one: LeadLine) -> str:
    called = f"; last called {one.last_called:%Y-%m-%d %H:%M} UTC" if one.last_called else ""
    company = f", {one.company}" if one.company else ""
    says = f" ({one.says})" if one.says else ""
    return f"{one.id:>9}  {one.name}{company}: {one.stand}{says}{called}"


def _numbers(leads: tuple[LeadId, ...]) -> str:
    return ", ".join(map(str, leads))


def _board_data(found: Board) -> dict[str, Any]:
    figures = {name: getattr(found, name) for name in _NUMBERS}
    figures["dials"] = sum(one.dials for one in found.hours)
    figures["dials_answered"] = sum(one.answered for one in found.hours)
    rates = {
        one.code: {
            "name": one.kept_name,
            "formula": one.kept_formula,
            "yes": share.yes,
            "of": share.of,
        }
        for one in RATES
        for share in [one.of(figures)]
    }
    return {
        "campaign": found.campaign,
        "at": found.at,
        **figures,
        "adds_up": found.adds_up,
        "buckets": found.buckets,
        "stands": {one.code: one.leads for one in found.stands},
        "sources": found.sources,
        "hours": found.hours,
        "days": found.days,
        "rates": rates,
    }


_ENOUGH = 10
_NUMBERS = (
    *("total", "called", "finished", "reached", "cooperated", "qualified", "to_hand_off"),
    *("handed", "answered", "taken", "unanswered", "giveaway"),
)
VERBS = {
    ("floor", ""): board,
    ("floor", "stands"): stands,
    ("floor", "behind"): behind,
    ("floor", "check"): check,
}
