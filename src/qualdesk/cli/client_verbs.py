"""The verbs about clients: which there are, a new one, who works for one alone."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from qualdesk.cli.plain import say
from qualdesk.desk import Desk
from qualdesk.desk.clients import ClientKept

Verb = Callable[[str, str], ArgumentParser]


def add_client_verbs(verb: Verb) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    verb("list", "all clients, their campaigns, and who works for one alone")
    add = verb("add", "write a client down before its first campaign")
    add.add_argument("client", metavar="CLIENT")
    bind = verb("bind", "let somebody see one client alone (in a team: qualdesk team bind)")
    bind.add_argument("name", metavar="NAME")
    bind.add_argument("client", nargs="?", default="", metavar="CLIENT", help="none: all of them")


def list_clients(desk: Desk, asked: Namespace) -> int:
    """All clients there are."""
    found = desk.clients.all()
    lines = [_line(one) for one in found] or ["There is no client yet."]
    say(found, lines, as_data=asked.json)
    return 0


def add_client(desk: Desk, asked: Namespace) -> int:
    """Write a client down."""
    done = desk.clients.add(asked.client)
    say({"name": done.name}, [f"Client: {done.name}"], as_data=asked.json)
    return 0


def bind_somebody(desk: Desk, asked: Namespace) -> int:
    """Let somebody work for one client alone, or for all again."""
    done = desk.clients.bind(asked.name, asked.client)
    line = f"{done.name} works for {done.client or 'all clients'}."
    say({"name": done.name, "client": done.client}, [line], as_data=asked.json)
    return 0


def _line(one: ClientKept) -> str:
    many = f"{one.campaigns} {'campaign' if one.campaigns == 1 else 'campaigns'}"
    people = f" · for it alone: {', '.join(one.people)}" if one.people else ""
    return f"{one.name or '(no client)'}: {many}{people}"


VERBS = {
    ("client", ""): list_clients,
    ("client", "list"): list_clients,
    ("client", "add"): add_client,
    ("client", "bind"): bind_somebody,
}
