"""The verb that writes down what a campaign must say before calls."""

from argparse import Namespace

from qualdesk.cli.plain import say
from qualdesk.desk import Desk


def source(desk: Desk, asked: Namespace) -> int:
    """Write the source card, the window and the rest of a file into a campaign that is there."""
    campaign = desk.before_calls.write(asked.name, asked.file)
    missing = desk.before_calls.missing(campaign.id)
    lines = [f"Campaign “{campaign.name}” says where its leads come from."]
    lines += [f"Before calls can start: {len(missing)} to do."] if missing else ["Calls can start."]
    lines += [f"  {sentence}" for sentence in missing]
    data = {"id": campaign.id, "name": campaign.name, "before_calls": missing}
    say(data, lines, as_data=asked.json)
    return 0


def audience(desk: Desk, asked: Namespace) -> int:
    """Say what a campaign's people are to the law."""
    said = "" if asked.audience == "by-lead" else asked.audience
    campaign = desk.before_calls.say_audience(asked.name, said)
    taken = f"as {said}" if said else "each by what is known of them"
    lines = [f"People of “{campaign.name}” are taken {taken}."]
    say({"id": campaign.id, "audience": campaign.audience}, lines, as_data=asked.json)
    return 0


def set_aside(desk: Desk, asked: Namespace) -> int:
    """Let a calling rule not count for a campaign, with a reason."""
    done = desk.supervising.override_rule(asked.name, asked.rule, asked.because)
    say({"says": done.says}, [done.says], as_data=asked.json)
    return 0


def count_again(desk: Desk, asked: Namespace) -> int:
    """Let a calling rule count for a campaign again."""
    done = desk.supervising.withdraw_override(asked.name, asked.rule)
    say({"says": done.says}, [done.says], as_data=asked.json)
    return 0


VERBS = {
    ("campaign", "source"): source,
    ("campaign", "audience"): audience,
    ("campaign", "set-aside"): set_aside,
    ("campaign", "count-again"): count_again,
}
