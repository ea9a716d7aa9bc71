"""A team on the tests' server: a workspace set up as ``qualdesk team init`` does, and its logins.

Setting one up costs two seconds; a copy of one that is set up costs a tenth. Roles belong to the
whole server: all copies share the logins, which is why each person is named once.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType

import psycopg
import pytest

from postgres import copied_database
from qualdesk.core.clock import SystemClock
from qualdesk.store.database import Store
from qualdesk.store.team.init import set_up
from qualdesk.store.team.logins import add_person
from qualdesk.store.team.roles import GROUPS

PEOPLE = MappingProxyType(
    {
        "Maya": "caller",
        "Ben": "caller",
        "Nadia": "supervisor",
        "Jonas": "sales",
        "Lea": "sales",
        "Iris": "auditor",
    }
)
"""Who is on the team, and what each may."""
TEMPLATE = "template_team"
_copies = count(1)


@dataclass(frozen=True)
class TeamDesk:
    """A workspace of a team, empty.

    ``owner`` is the address for whoever may do everything; ``logins`` by the person's name.
    """

    owner: str
    logins: Mapping[str, str]

    def url(self, name: str) -> str:
        """The address a person of :data:`PEOPLE` opens it with; the server asks no password."""
        return self.owner.replace("tester@", f"{self.logins[name]}@")


@contextmanager
def team_on(address: str, database: str, prefix: str = "") -> Iterator[TeamDesk]:
    """A workspace with a team, made from nothing; ``address`` has no database name."""
    with copied_database(address, "template0", database) as url:
        store = Store(url, clock=SystemClock(), durable=False)
        try:
            set_up(store, prefix)
            logins = {
                name: add_person(store, name, role, by="tests").login
                for name, role in PEOPLE.items()
            }
        finally:
            store.close()
        try:
            yield TeamDesk(owner=url, logins=logins)
        finally:
            _drop_roles(url, prefix or database)


@contextmanager
def copied_team(template: TeamDesk, name: str = "") -> Iterator[TeamDesk]:
    """A copy of one that was set up, with the same logins."""
    address, _, of = template.owner.rpartition("/")
    with copied_database(address, of, name or f"team_{next(_copies)}") as url:
        _shut(url, of)
        yield TeamDesk(owner=url, logins=template.logins)


@pytest.fixture(scope="session")
def team_template(postgres_address: str) -> Iterator[TeamDesk]:
    """A workspace with a team, for copying."""
    with team_on(postgres_address, TEMPLATE) as team:
        yield team


@pytest.fixture
def team(team_template: TeamDesk) -> Iterator[TeamDesk]:
    """A workspace of this test's own with a team, empty but for its people."""
    with copied_team(team_template) as made:
        yield made


def _shut(url: str, prefix: str) -> None:
    """Who may connect belongs to the database and is not copied with it."""
    database = url.rpartition("/")[2]
    groups = ", ".join(f'"{prefix}_{one}"' for one in (*GROUPS, "bound"))
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(f'REVOKE ALL ON DATABASE "{database}" FROM PUBLIC'.encode())
        owner.execute(f'GRANT CONNECT ON DATABASE "{database}" TO {groups}'.encode())


def _drop_roles(url: str, prefix: str) -> None:
    with psycopg.connect(url, autocommit=True) as owner:
        found = owner.execute(
            "SELECT quote_ident(rolname) FROM pg_roles WHERE starts_with(rolname, %s)",
            (f"{prefix}_",),
        ).fetchall()
        names = ", ".join(str(name) for (name,) in found)
        if names:
            owner.execute(f"DROP OWNED BY {names} CASCADE".encode())
            owner.execute(f"DROP ROLE {names}".encode())
