"""The verbs of the queue: what comes next, why not, and a supervisor's word on it."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from qualdesk.cli.plain import say
from qualdesk.cli.verbs import DONE, Verb, card_data, named, reasons_in_words, say_empty
from qualdesk.core.cards import PromisedCall, QueueRow
from qualdesk.core.errors import Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.times import both_clocks
from qualdesk.desk import Desk


def queue(desk: Desk, asked: Namespace) -> int:
    """The next leads with their reasons; when there are none, why. Or why one lead stands where."""
    desk.keeper.catch_up()
    if asked.why is not None:
        return _why(desk, asked)
    if asked.empty:
        return say_empty(desk.queue.why_empty(asked.campaign), asked)
    rows = desk.queue.upcoming(asked.campaign, limit=asked.limit)
    if not rows:
        return say_empty(desk.queue.why_empty(asked.campaign), asked)
    lines = [
        f"{place}. {named(row.name, row.company)}  {row.priority.points}  "
        f"{reasons_in_words(row.priority)}"
        for place, row in enumerate(rows, start=1)
    ]
    data = {"now": desk.clock.now(), "leads": [_row_data(row) for row in rows]}
    say(data, lines, as_data=asked.json)
    return DONE


def take_over(desk: Desk, asked: Namespace) -> int:
    """Take a lead that another caller has to your own desk."""
    card = desk.supervising.take_over(LeadId(asked.lead))
    say(card_data(card), [f"{card.lead.contact.name} is yours now."], as_data=asked.json)
    return DONE


def keep_out(desk: Desk, asked: Namespace) -> int:
    """Keep a lead out of the queue for a reason."""
    done = desk.supervising.keep_out(LeadId(asked.lead), asked.because)
    return _said(done.says, asked, lead=asked.lead)


def push(desk: Desk, asked: Namespace) -> int:
    """Give a lead to a caller next."""
    done = desk.supervising.push(LeadId(asked.lead), asked.to)
    return _said(done.says, asked, lead=asked.lead)


def weigh(desk: Desk, asked: Namespace) -> int:
    """Let a campaign count for more or less."""
    done = desk.supervising.weigh(asked.name, asked.percent)
    return _said(done.says, asked, campaign=asked.name)


def share(desk: Desk, asked: Namespace) -> int:
    """Give a campaign its share of the calls."""
    done = desk.supervising.share(asked.name, asked.percent)
    return _said(done.says, asked, campaign=asked.name)


def giveaway_last(desk: Desk, asked: Namespace) -> int:
    """Call a campaign's giveaways after everybody else, or not any more."""
    done = desk.supervising.giveaway_last(asked.name, asked.on == "on")
    return _said(done.says, asked, campaign=asked.name)


def away(desk: Desk, asked: Namespace) -> int:
    """Say from when to when a caller is away, or with “back” that they are not."""
    first = None if asked.what == "back" else asked.first
    done = desk.supervising.set_away(asked.name, first, first and asked.last)
    return _said(done.says, asked, caller=asked.name)


def costs(desk: Desk, asked: Namespace) -> int:
    """What each word on the queue costs as it stands now."""
    found = desk.supervising.costs()
    data = [
        {
            "code": cost.code,
            "says": cost.says,
            "points": cost.points,
            "leads": cost.leads,
            "campaign": cost.campaign_id,
        }
        for cost in found
    ]
    lines = [cost.says for cost in found] or ["Nothing was said that moves the queue."]
    say(data, lines, as_data=asked.json)
    return DONE


def beliefs(desk: Desk, asked: Namespace) -> int:
    """What the queue believes and has learned; another start value, or the shipped one again."""
    if asked.set is not None:
        key, is_written, value = asked.set.rpartition("=")
        if not is_written or not key.strip():
            raise Refused("Write NAME=VALUE, such as answer.source.list=0.1.")
        desk.queue.set_belief(key.strip(), _number(value))
    elif asked.reset is not None:
        desk.queue.reset_beliefs(asked.reset or None)
    found = desk.queue.beliefs()
    data = [
        {
            "key": line.key,
            "group": line.group,
            "says": line.says,
            "unit": line.unit,
            "start": line.start,
            "shipped": line.shipped,
            "now": line.now,
            "calls": line.calls,
            "low": line.low,
            "high": line.high,
            "sure": line.sure,
        }
        for line in found
    ]
    lines = [
        f"{line.key:<34} {line.start:>7.3g} {line.now:>7.3g} {line.calls:>6}  "
        f"{line.sure or 'no calls yet'}"
        for line in found
    ]
    heading = f"{'belief':<34} {'start':>7} {'now':>7} {'calls':>6}"
    say(data, [heading, *lines], as_data=asked.json)
    return DONE


def callbacks(desk: Desk, asked: Namespace) -> int:
    """The call backs that were promised and have not been made yet, the earliest first (Q4)."""
    found = desk.queue.callbacks(asked.campaign)
    data = [
        {
            "lead": one.lead_id,
            "name": one.name,
            "company": one.company,
            "due_at": one.due_at,
            "zone": one.callback.promise.zone,
            "owner": one.callback.owner,
            "is_due": one.is_due,
            "late": one.callback.late,
            "is_missed": one.callback.is_missed,
            "owner_is_away": one.owner_is_away,
        }
        for one in found
    ]
    lines = [
        f"{both_clocks(one.due_at, one.callback.promise.zone, one.callback.promise.zone)}  "
        f"{named(one.name, one.company)}"
        + (f"  promised by {one.callback.owner}" if one.callback.owner else "")
        + _due(one)
        for one in found
    ]
    say(data, lines or ["No call back is promised."], as_data=asked.json)
    return DONE


def _due(one: PromisedCall) -> str:
    """Whether its time has come, and by how much it is late."""
    if not one.is_due:
        return ""
    says_late = one.callback.says_late
    if one.callback.is_missed and one.callback.is_fixed:
        return f"  missed, {says_late}" if says_late else "  missed"
    return f"  {says_late or 'due'}"


def _why(desk: Desk, asked: Namespace) -> int:
    """Why one lead stands where it does, and whether it may be called."""
    found = desk.queue.explain(LeadId(asked.why))
    lines = [found.says]
    if found.place is not None:
        lines.append(_place(found.place))
    if found.is_open:
        lines.append(f"Priority {found.priority.points}: {reasons_in_words(found.priority)}")
        lines.append(found.decision.says)
    lines += [f"Note: {warning}" for warning in found.decision.warnings]
    data = {
        "lead": found.lead_id,
        "stands": found.bucket,
        "code": found.code,
        "says": found.says,
        "place": found.place,
        "next_at": found.next_at,
        "priority": found.priority.points if found.is_open else None,
        "reasons": [{"says": r.says, "points": r.points} for r in found.priority.reasons],
        "may_call": found.decision.is_allowed,
        "decision": found.decision.says,
        "rule": found.decision.rule,
        "warnings": found.decision.warnings,
    }
    say(data, lines, as_data=asked.json)
    return DONE


def _place(before: int) -> str:
    if before == 0:
        return "It comes next."
    return "1 lead comes before it." if before == 1 else f"{before:,} leads come before it."


def _on_lead(name: str) -> Callable[[Desk, Namespace], int]:
    def verb(desk: Desk, asked: Namespace) -> int:
        done = getattr(desk.supervising, name)(LeadId(asked.lead))
        return _said(done.says, asked, lead=asked.lead)

    return verb


def _said(says: str, asked: Namespace, **about: object) -> int:
    say({**about, "says": says}, [says], as_data=asked.json)
    return DONE


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise Refused(f"“{text}” is no number; write it like 0.1.") from None


def _row_data(row: QueueRow) -> dict[str, Any]:
    return {
        "lead": row.lead_id,
        "name": row.name,
        "company": row.company,
        "priority": row.priority.points,
        "reasons": [{"says": r.says, "points": r.points} for r in row.priority.reasons],
        "call_back_due": row.due_at,
    }


VERBS: dict[tuple[str, str], Verb] = {
    ("queue", ""): queue,
    ("queue", "pin"): _on_lead("pin"),
    ("queue", "unpin"): _on_lead("unpin"),
    ("queue", "keep-out"): keep_out,
    ("queue", "let-in"): _on_lead("let_in"),
    ("queue", "push"): push,
    ("queue", "take-over"): take_over,
    ("queue", "weigh"): weigh,
    ("queue", "share"): share,
    ("queue", "giveaway-last"): giveaway_last,
    ("queue", "away"): away,
    ("queue", "back"): away,
    ("queue", "costs"): costs,
    ("queue", "beliefs"): beliefs,
    ("queue", "callbacks"): callbacks,
}
