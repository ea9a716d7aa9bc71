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


VERBS = {("campaign", "source"): source}
