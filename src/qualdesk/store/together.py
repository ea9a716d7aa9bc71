"""Which programs may work together in one workspace: numbers it keeps, compared at each opening.

The step of its tables (``migrations``) tells most. It does not tell where the tables stay and what
is done with them changes: a value that is read otherwise, an act of a team's server that takes
other values. For that a program has a number, and a workspace keeps two: the lowest that may open
it, and of a team's server, which program set it up. Fifty desks are not updated in one minute; who
has to do what next is said to whoever cannot go on.
"""

from typing import Final

import sqlalchemy as sa

from qualdesk import __version__
from qualdesk.core.errors import WorkspaceTooNew, WorkspaceUnusable
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later
from qualdesk.store.database import Transaction
from qualdesk.store.schema_campaigns import workspace


@frozen
class Program:
    """A program as others meet it in a workspace.

    Attributes:
        number: one more than before when a program of before would do harm beside this one, or
            could do nothing, though the tables are the same.
        desks_at_least: the lowest number that may still work beside it.
        server_at_least: the lowest number of a program whose ``team init`` is enough for it.
        version: what people call it.
    """

    number: int = 1
    desks_at_least: int = 1
    server_at_least: int = 1
    version: str = __version__


THIS: Final = Program()
"""This one. Raised by hand; the acts of a release, written down, say when (test_together)."""
DESKS: Final = "needs_at_least"
SERVER: Final = "set_up_by"
"""What the numbers stand under among what a workspace says of itself, each with a version."""


def refuse_other(
    tx: Transaction, program: Program | None = None, *, is_team: bool, is_team_init: bool = False
) -> None:
    """Do nothing where this program may work, beside those that work there already.

    Raises:
        WorkspaceTooNew: it is too old for what newer ones do there. Nothing was changed.
        WorkspaceUnusable: a team's server was set up by one that is too old for it.
    """
    kept, program = _kept(tx), program or THIS
    number, version = kept.get(DESKS, (0, ""))
    if number > program.number:
        says = _OLD_FOR_THE_TEAM if is_team else _OLD_FOR_THE_FILE
        raise WorkspaceTooNew(tr(says, needs=version, own=program.version))
    # A server set up before these numbers were kept is one of the first.
    number, version = kept.get(SERVER, (1, ""))
    if is_team_init and number > program.number:
        raise WorkspaceTooNew(tr(_OLD_FOR_THE_SERVER, needs=version, own=program.version))
    if is_team and not is_team_init and number < program.server_at_least:
        raise WorkspaceUnusable(tr(_NEW_FOR_THE_SERVER, was=version, own=program.version))


def acts_there(tx: Transaction) -> tuple[str, frozenset[str]]:
    """Which program set a team's server up, and the names of what it can do, as it is now."""
    query = sa.text("SELECT proname FROM pg_proc WHERE pronamespace = to_regnamespace('act')")
    names = frozenset(tx.connection.scalars(query))
    return _kept(tx).get(SERVER, (1, ""))[1] or tr("an older one"), names


def take_along(
    tx: Transaction, program: Program | None = None, *, is_team_init: bool = False
) -> None:
    """Keep what the others must at least be from now on; never less than was kept."""
    kept, program = _kept(tx), program or THIS
    if kept.get(DESKS, (0, ""))[0] < program.desks_at_least:
        _keep(tx, DESKS, f"{program.desks_at_least} {program.version}")
    if is_team_init and kept.get(SERVER, (0, ""))[0] < program.number:
        _keep(tx, SERVER, f"{program.number} {program.version}")


def is_behind(tx: Transaction) -> bool:
    """Whether the workspace lets programs in that would do harm beside this one."""
    return _kept(tx).get(DESKS, (0, ""))[0] < THIS.desks_at_least


def _kept(tx: Transaction) -> dict[str, tuple[int, str]]:
    query = sa.select(workspace.c.key, workspace.c.value).where(
        workspace.c.key.in_((DESKS, SERVER))
    )
    parts = {row.key: row.value.partition(" ") for row in tx.connection.execute(query)}
    return {key: (int(number), version) for key, (number, _, version) in parts.items()}


def _keep(tx: Transaction, key: str, value: str) -> None:
    insert = tx.dialect.insert(workspace).values(key=key, value=value)
    tx.connection.execute(
        insert.on_conflict_do_update(index_elements=["key"], set_={"value": value})
    )


_OLD_FOR_THE_FILE: Final = tr_later(
    "qualdesk {needs} works in this workspace, and you have {own}, which would do harm beside it. "
    "Install {needs} or a newer one, then open it again. Nothing was changed."
)
_OLD_FOR_THE_TEAM: Final = tr_later(
    "Your team works with qualdesk {needs}, and you have {own}, which would do harm beside it. "
    "Ask whoever runs the team's desks for {needs}. What you have saved waits on this computer "
    "and goes out then. Nothing was changed."
)
_OLD_FOR_THE_SERVER: Final = tr_later(
    "The team's server was set up by qualdesk {needs}, and you have {own}, which would take away "
    "what newer desks need. Set it up with {needs} or a newer one. Nothing was changed."
)
_NEW_FOR_THE_SERVER: Final = tr_later(
    "The team's server was set up by qualdesk {was}, and yours, {own}, needs more of it. Whoever "
    "runs the team database brings it up to date with: qualdesk team init. Until then work with "
    "{was}. Nothing was changed."
)
