"""A team on one server: who the login says somebody is, and what is wrong with a login."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.members import ROLES
from qualdesk.core.wording import tr, tr_later

TEAM_ROLES: Final[Mapping[str, str]] = {
    "caller": tr_later("Caller"),
    "supervisor": tr_later("Supervisor"),
    "sales": tr_later("Salesperson"),
    "auditor": tr_later("Auditor"),
    "owner": tr_later("Administrator"),
}
"""What a login of a team may be, by its key: the group it is a member of in the database.

An administrator owns the tables; they look after the server and seldom call.
"""


def role_words(role: str) -> str:
    """What somebody is, as it is shown; a role of the workspace alone counts as well."""
    return tr(TEAM_ROLES.get(role) or ROLES.get(role) or role)


@frozen
class Person:
    """Who is logged in, as the server says it; nobody types that.

    Attributes:
        login: their login on the server, an opaque word.
        name: the name their calls and claims stand under.
        role: one of :data:`TEAM_ROLES`.
    """

    login: str
    name: str
    role: str


@frozen
class Teammate:
    """Somebody of the team, as a supervisor reads the list.

    Attributes:
        login: their login on the server; empty for whom nobody gave one.
        role: one of :data:`TEAM_ROLES`, or what the workspace says they do.
        seen_at: when they were last seen at work or did something, UTC; None for never.
        is_here: whether their login is connected at this moment.
    """

    name: str
    role: str
    login: str = ""
    seen_at: datetime | None = None
    is_here: bool = False


@frozen
class TeamFault:
    """Something a login may do and must not, or must do and cannot.

    Attributes:
        key: one of :data:`FAULTS`.
        says: what is so, in a sentence.
        do: what to do about it, and who does it.
        is_grave: whether a caller may not work with it: the server could not hold them back.
    """

    key: str
    says: str
    do: str
    is_grave: bool = False


@frozen
class Standing:
    """How somebody stands on a workspace.

    Attributes:
        is_team: whether ``qualdesk team init`` was done there; never so in a file.
        me: who is logged in; None in a file, and for a login that is nobody's.
        faults: what is wrong with the login, the gravest first.
    """

    is_team: bool = False
    me: Person | None = None
    faults: tuple[TeamFault, ...] = ()

    @property
    def keeps_out(self) -> TeamFault | None:
        """Why this person may not work here; None where they may.

        Only a caller is kept out: for whoever administers, owning the tables is no fault.
        """
        if not self.is_team or self.me is None or self.me.role != "caller":
            return None
        return next((one for one in self.faults if one.is_grave), None)


ALONE: Final = Standing()
"""In a file, and on a server where nobody made a team: the name typed at first run counts."""


def fault(key: str, **named: str) -> TeamFault:
    """A fault by its key, one of :data:`FAULTS`; ``named`` are the words its sentence names.

    ``writes_tables`` and ``reads_leads`` name ``tables``, ``acts_missing`` names ``acts``,
    ``many_groups`` names ``groups``.
    """
    says, do, is_grave = FAULTS[key]
    return TeamFault(key=key, says=tr(says, **named), do=tr(do), is_grave=is_grave)


_CHECK: Final = tr_later("Whoever administers the server puts it right with: qualdesk team init")
FAULTS: Final[Mapping[str, tuple[str, str, bool]]] = {
    "superuser": (
        tr_later("This login is a superuser of the server: nothing there can hold it back."),
        tr_later(
            "Whoever administers the server takes that away, or adds a login of its own for "
            "calling: qualdesk team add-person"
        ),
        True,
    ),
    "owns_tables": (
        tr_later("This login owns the tables: no limit counts for it."),
        tr_later(
            "Whoever administers the server adds a login of its own for calling: "
            "qualdesk team add-person"
        ),
        True,
    ),
    "writes_tables": (
        tr_later("This login can write into tables past the desk: {tables}."),
        _CHECK,
        False,
    ),
    "reads_leads": (
        tr_later("This login reads more leads than the one it holds: {tables}."),
        _CHECK,
        False,
    ),
    "acts_missing": (
        tr_later("The server lacks something this version of qualdesk needs: {acts}."),
        _CHECK,
        False,
    ),
    "many_groups": (
        tr_later("This login is in more than one group: {groups}."),
        _CHECK,
        False,
    ),
    "nobody": (
        tr_later("This login is nobody's: no name in the workspace goes with it."),
        tr_later("Whoever administers the server runs: qualdesk team add-person"),
        False,
    ),
}
"""What can be wrong with a login: what is so, what to do, and whether it keeps a caller out."""
