"""Making a workspace, and bringing one that an older qualdesk made up to date.

Each step of the way is a file in ``versions`` named by its number. Opening a workspace that is
up to date reads one number and imports nothing more.
"""

import secrets
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from qualdesk import __version__
from qualdesk.core.backups import USUAL_PLAN
from qualdesk.core.errors import WorkspaceTooNew, WorkspaceUnusable
from qualdesk.core.wording import tr
from qualdesk.store import together
from qualdesk.store.database import Store, Transaction
from qualdesk.store.schema_campaigns import workspace


@dataclass(frozen=True, slots=True)
class Steps:
    """The folder with the steps, and the number of the last: four digits."""

    folder: Path
    head: str


STEPS = Steps(folder=Path(__file__).parent, head="0009")

_revision = sa.Table(
    "alembic_version",
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def prepare(store: Store, steps: Steps = STEPS, *, is_team_init: bool = False) -> Path | None:
    """Make the workspace when there is none, or bring it up to date.

    An SQLite file is copied before it is changed; the path of the copy is returned then. A
    workspace is brought up to date as a whole or not at all. A team's is by its own verb alone,
    which sees to everybody's rights too.

    Raises:
        WorkspaceTooNew: a newer qualdesk made it. Nothing was changed.
        WorkspaceUnusable: it is no workspace of ours, or cannot be changed now.
    """
    with store.reading() as tx:
        found, is_team = _number(tx), _is_team(tx)
        _refuse_other(tx, found, steps, is_team=is_team, is_team_init=is_team_init)
        if is_team:
            store.dialect.set_up_by, store.dialect.acts_there = together.acts_there(tx)
        is_behind = found == steps.head and not is_team and together.is_behind(tx)
    if is_behind:
        with store.transaction() as tx:
            together.take_along(tx)
    if found == steps.head:
        return None
    if found is None:
        with store.transaction() as tx:
            tx.dialect.one_at_a_time(tx.connection, "prepare")
            found = _number(tx)
            if found is None:
                _make(tx, steps)
                return None
    return _bring_up_to_date(store, steps)


def number_of(tx: Transaction) -> str:
    """The number of the last step the workspace has taken, as text of four digits."""
    return _number(tx) or ""


def known_number(tx: Transaction) -> str:
    """The same, of a workspace that this program can open, or bring up to date.

    Raises:
        WorkspaceTooNew: a newer qualdesk made it.
    """
    _refuse_newer(tx, _number(tx), STEPS)
    return number_of(tx)


def stamp(tx: Transaction, steps: Steps = STEPS) -> None:
    """Write down that the tables, just made, are at the last step."""
    _revision.create(tx.connection)
    tx.connection.execute(_revision.insert().values(version_num=steps.head))


def _number(tx: Transaction) -> str | None:
    """The workspace's number; None when there is nothing at all.

    Raises:
        WorkspaceUnusable: there is something, and it is not ours.
    """
    tables = set(sa.inspect(tx.connection).get_table_names())
    if not tables:
        return None
    if not {"workspace", "alembic_version"} <= tables:
        raise WorkspaceUnusable("This is not a qualdesk workspace. Nothing was changed.")
    return str(tx.connection.execute(sa.select(_revision.c.version_num)).scalar_one())


def _is_team(tx: Transaction) -> bool:
    query = sa.text("SELECT to_regprocedure('act.who_am_i()') IS NOT NULL")
    return tx.dialect.name == "postgresql" and bool(tx.connection.scalar(query))


def _refuse_other(
    tx: Transaction, found: str | None, steps: Steps, *, is_team: bool, is_team_init: bool
) -> None:
    """Do nothing where this program may work or bring up to date; else say who does what next."""
    if found == steps.head:
        together.refuse_other(tx, is_team=is_team, is_team_init=is_team_init)
        return
    _refuse_newer(tx, found, steps)
    if is_team and not is_team_init:
        raise WorkspaceUnusable(
            tr(
                "The team's workspace is older than this qualdesk. Whoever runs the team "
                "database has to bring it up to date with: qualdesk team init. Nothing was "
                "changed."
            )
        )


def _refuse_newer(tx: Transaction, found: str | None, steps: Steps) -> None:
    if found is None or (found.isdecimal() and found <= steps.head):
        return
    made_by = tx.connection.scalar(
        sa.select(workspace.c.value).where(workspace.c.key == "program_version")
    )
    what = tr("This workspace") if tx.dialect.name == "postgresql" else tr("This file")
    raise WorkspaceTooNew(
        tr(
            "{what} was made by qualdesk {theirs}. You have {ours}. Nothing was changed.",
            what=what,
            theirs=made_by or tr("of a newer version"),
            ours=__version__,
        )
    )


def _make(tx: Transaction, steps: Steps) -> None:
    from qualdesk.store.schema import metadata
    from qualdesk.store.tally_triggers import make_triggers

    metadata.create_all(tx.connection)
    make_triggers(tx.connection)
    stamp(tx, steps)
    tx.connection.execute(
        workspace.insert(),
        [
            {"key": "fingerprint_key", "value": secrets.token_hex(32)},
            {"key": "made_at", "value": tx.now.isoformat()},
            {"key": "program_version", "value": __version__},
        ],
    )
    together.take_along(tx)


def _bring_up_to_date(store: Store, steps: Steps) -> Path | None:
    from qualdesk.store.backups import keep_before_update

    copy = keep_before_update(store, store.backups or USUAL_PLAN)
    take_steps(store, steps)
    return copy


def take_steps(store: Store, steps: Steps = STEPS) -> None:
    """Bring an older workspace up to date, all at once; no copy is made before.

    Raises:
        WorkspaceUnusable: it cannot be changed now.
    """
    from qualdesk.store.migrations.upgrade import upgrade

    with store.migrating() as tx:
        tx.dialect.one_at_a_time(tx.connection, "prepare")
        found = _number(tx)
        if found != steps.head:
            upgrade(tx.connection, steps.folder, steps.head)
            tx.connection.execute(
                workspace.update()
                .where(workspace.c.key == "program_version")
                .values(value=__version__)
            )
            together.take_along(tx)
