"""The roles of one workspace in its server: who owns, which groups there are, what they are called.

Roles belong to a whole server and not to a database. So those of a workspace carry its name, or
another word where that is taken.
"""

from typing import Final

import sqlalchemy as sa

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction

GROUPS: Final = ("caller", "supervisor", "sales", "auditor")
"""What a person's login may be a member of: one of them."""

_LONGEST: Final = 63


@frozen
class Roles:
    """The names of a workspace's roles.

    Attributes:
        prefix: what they all begin with, the database's name unless another was chosen.
    """

    prefix: str

    @property
    def owner(self) -> str:
        """Owns schema and tables; nobody logs in as it."""
        return f"{self.prefix}_owner"

    @property
    def gate(self) -> str:
        """Owns the functions that touch only what belongs to the person who is logged in."""
        return f"{self.prefix}_gate"

    @property
    def reach(self) -> str:
        """Owns the functions that have to look further, as a claim does."""
        return f"{self.prefix}_reach"

    @property
    def bound(self) -> str:
        """The group of supervisors who work for one client alone.

        One of its own, not one beside that of supervisors: whoever is in two groups can put on
        the one of them that suits.
        """
        return f"{self.prefix}_bound"

    def group(self, role: str) -> str:
        """The group of callers, of supervisors ... by its key in :data:`GROUPS`."""
        return f"{self.prefix}_{role}"

    @property
    def groups(self) -> tuple[str, ...]:
        """All of them."""
        return (*(self.group(role) for role in GROUPS), self.bound)

    @property
    def all(self) -> tuple[str, ...]:
        """Every role that is nobody's login."""
        return (self.owner, self.gate, self.reach, *self.groups)


def roles_called(prefix: str) -> Roles:
    """The roles whose names begin so.

    Raises:
        Refused: it is no beginning of a name on a server.
    """
    if not prefix or "\0" in prefix or len(f"{prefix}_supervisor".encode()) > _LONGEST:
        raise Refused(
            tr(
                "“{prefix}” is too long to begin the names of the team's roles with. Choose a "
                "shorter word: qualdesk team init --prefix WORD",
                prefix=prefix,
            )
        )
    return Roles(prefix=prefix)


def roles_of(tx: Transaction) -> Roles | None:
    """The roles this workspace was set up with; None where nobody made a team."""
    owner = tx.connection.scalar(sa.text(_OWNER))
    return Roles(prefix=str(owner).removesuffix("_owner")) if owner else None


def quoted(name: str) -> str:
    """A name of anything on the server as it stands in a statement, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def written(text: str) -> str:
    """A text as it stands in a statement, whatever is in it."""
    mark = "E" if "\\" in text else ""
    return mark + "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


MORE_THAN_A_ROLE: Final = """SELECT rolname::text, rolcanlogin OR rolsuper OR rolcreaterole
        OR rolcreatedb OR rolreplication OR rolbypassrls
    FROM pg_roles WHERE rolname = ANY (%s)"""
"""Of roles, whether they can log in or do more."""

NESTED: Final = """SELECT one.rolname::text, team.rolname::text FROM pg_auth_members AS of
    JOIN pg_roles AS one ON one.oid = of.member JOIN pg_roles AS team ON team.oid = of.roleid
    WHERE one.rolname = ANY (%s)"""
"""Of roles, those that are members of another: none of ours is, or would have its rights too."""

_OWNER: Final = """SELECT role.rolname FROM pg_namespace AS space
    JOIN pg_roles AS role ON role.oid = space.nspowner
    WHERE space.nspname = 'act' AND role.rolname LIKE '%\\_owner'"""
