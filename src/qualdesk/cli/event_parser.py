"""What the verbs of a campaign's page take: its event, who came, what calls wait for."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

Verb = Callable[[str, str], ArgumentParser]


def add_event_verbs(verb: Verb, an_instant: Callable[[str], datetime]) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    setup = verb("setup", "what a campaign works by, and what calls wait for")
    event = verb("event", "say when a campaign's event is, or see it")
    event.add_argument("--starts", type=an_instant, metavar="ISO-8601")
    event.add_argument("--ends", type=an_instant, metavar="ISO-8601")
    event.add_argument("--zone", default="", metavar="ZONE", help="the clock its times are said in")
    event.add_argument("--none", action="store_true", help="it is about no event")
    event.add_argument(
        "--before-script", metavar="ID", help="what callers read from before it; “” for no other"
    )
    registered = verb("registered", "load the list of those who registered for the event")
    attendees = verb("attendees", "load the list of those who were at the event")
    for made in (setup, event, registered, attendees):
        made.add_argument("name", metavar="NAME")
    registered.add_argument("file", type=Path, metavar="FILE")
    attendees.add_argument("file", type=Path, nargs="?", metavar="FILE")
    for made in (registered, attendees):
        made.add_argument(
            "--choices", type=Path, metavar="FILE.toml", help="answers, columns, mended rows"
        )
    attendees.add_argument("--undo", action="store_true", help="take the newest such list back")
