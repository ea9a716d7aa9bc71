"""The door for making a team of a workspace on a server: by address, and no desk is opened."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from qualdesk.bootstrap import connected, refuse_missing
from qualdesk.core.team_found import LookedOver
from qualdesk.links.passwords import parted
from qualdesk.store.database import Store
from qualdesk.store.team import init, logins, looking
from qualdesk.store.team.init import SetUp
from qualdesk.store.team.logins import NewLogin, Removed

Ask = Callable[[str], str]
"""Asks for a server's password, by its place, where the keyring has none that fits."""


def set_up_team(url: str, prefix: str = "", *, ask: Ask) -> SetUp:
    """Make a team of the workspace there, or bring what was made up to date.

    Raises:
        Refused: it is a file, or the names cannot be used.
        WorkspaceUnusable: one of its kinds; the login may not do this.
    """
    with _administered(url, ask) as store:
        return init.set_up(store, prefix)


def add_person(url: str, name: str, role: str, *, by: str, ask: Ask, client: str = "") -> NewLogin:
    """Give somebody a login of their own; its password is in what comes back and nowhere else.

    Raises:
        Refused: they have one, the role is none, or there is no team.
        WorkspaceUnusable: one of its kinds; the login may not do this.
    """
    with _administered(url, ask) as store:
        return logins.add_person(store, name, role, by=by, client=client)


def bind(url: str, name: str, client: str, *, by: str, ask: Ask) -> str:
    """Let somebody who has a login work for one client alone, or for all again.

    Raises:
        NotFound: they have none, or there is no such client.
        Refused: there is no team.
        WorkspaceUnusable: one of its kinds; the login may not do this.
    """
    with _administered(url, ask) as store:
        return logins.bind(store, name, client, by=by)


def new_password(url: str, name: str, *, ask: Ask) -> NewLogin:
    """Another password for somebody's login.

    Raises:
        NotFound: they have none.
        Refused: there is no team.
        WorkspaceUnusable: one of its kinds; the login may not do this.
    """
    with _administered(url, ask) as store:
        return logins.new_password(store, name)


def remove_person(url: str, name: str, *, by: str, ask: Ask) -> Removed:
    """Take somebody's login away; what they did stays theirs.

    Raises:
        NotFound: they have none.
        Refused: there is no team, or it is the login this is done with.
        WorkspaceUnusable: one of its kinds; the login may not do this.
    """
    with _administered(url, ask) as store:
        return logins.remove_person(store, name, by=by)


def look_over(url: str, *, ask: Ask) -> LookedOver:
    """Whether everything is as this version of qualdesk makes it.

    Raises:
        Refused: there is no team.
        WorkspaceUnusable: one of its kinds.
    """
    with _administered(url, ask) as store:
        return looking.look_over(store)


@contextmanager
def _administered(url: str, ask: Ask) -> Iterator[Store]:
    refuse_missing(url)
    with connected(url, ask) as store:
        yield store


def address_for(url: str, login: str) -> str:
    """The address somebody with that login types; without anybody's password."""
    kind, _, rest = parted(url)[0].partition("://")
    server, slash, database = rest.partition("/")
    return f"{kind}://{login}@{server.rpartition('@')[2]}{slash}{database}"
