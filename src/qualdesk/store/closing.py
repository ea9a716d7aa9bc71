"""A workspace that has moved away: it says where to, and the database lets nobody write into it."""

from datetime import datetime

import sqlalchemy as sa

from qualdesk.core.errors import Refused, WorkspaceMoved
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_n
from qualdesk.store.database import Store, Transaction
from qualdesk.store.schema_campaigns import workspace
from qualdesk.store.tally import IS_HELD

OWN_NOTES = ("moved_to", "moved_at")
"""What a closed workspace says about itself under ``workspace.key``; it stays where it is."""

_TO, _AT = OWN_NOTES
_EVENTS = ("INSERT", "UPDATE", "DELETE")


@frozen
class MovedAway:
    """Where a workspace went, without a password, and when, UTC."""

    to: str
    at: datetime


def moved_away(tx: Transaction) -> MovedAway | None:
    """Where a closed workspace went; None for one that is open."""
    if "workspace" not in sa.inspect(tx.connection).get_table_names():
        return None
    rows = tx.connection.execute(sa.select(workspace).where(workspace.c.key.in_(OWN_NOTES)))
    kept = {row.key: row.value for row in rows}
    return MovedAway(to=kept[_TO], at=datetime.fromisoformat(kept[_AT])) if _TO in kept else None


def refuse_moved(store: Store) -> None:
    """Do nothing for a workspace that is open.

    Raises:
        WorkspaceMoved: it is closed; the sentence says where it went.
        WorkspaceUnusable: one of its kinds.
    """
    with store.reading() as tx:
        away = moved_away(tx)
    if away is not None:
        raise WorkspaceMoved(
            tr(
                "This workspace was moved to {place} on {day}. Work there. To work here again: "
                "qualdesk move --from … --open-again",
                place=away.to,
                day=f"{away.at:%Y-%m-%d}",
            )
        )


def refuse_held(tx: Transaction) -> None:
    """Do nothing where no caller has a lead in their hands.

    Raises:
        Refused: somebody has.
    """
    text = f"SELECT DISTINCT claimed_by FROM lead WHERE {IS_HELD}"  # noqa: S608 - our own
    held = tx.run(tx.dialect.named(text), {"now": tx.dialect.moment(tx.now)}).fetchall()
    if held:
        who = ", ".join(sorted(str(name) for (name,) in held))
        raise Refused(
            tr_n(
                len(held),
                "A caller has a lead: {who}. Let them finish, or move --even-while-held.",
                "{n:,} callers have leads: {who}. Let them finish, or move --even-while-held.",
                who=who,
            )
        )


def close(store: Store, to: str, *, even_while_held: bool) -> bool:
    """Let nobody write any more, also in windows that are open; False if it was so already.

    Raises:
        Refused: somebody has a lead.
        WorkspaceUnusable: one of its kinds; then it is open as before.
    """
    with store.transaction() as tx:
        if moved_away(tx) is not None:
            return False
        _fence(tx)
        if not even_while_held:
            # Behind the fence: nobody can take one any more.
            refuse_held(tx)
        tx.connection.execute(
            workspace.insert(),
            [{"key": _TO, "value": to}, {"key": _AT, "value": tx.now.isoformat()}],
        )
    return True


def open_again(store: Store) -> MovedAway | None:
    """Let people write again; where it had gone, None if it was open.

    Raises:
        WorkspaceUnusable: one of its kinds.
    """
    with store.transaction() as tx:
        away = moved_away(tx)
        if away is None:
            return None
        if tx.dialect.name == "sqlite":
            for name in _fenced():
                for event in _EVENTS:
                    tx.connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS moved_{name}_{event}")
        else:
            tx.connection.exec_driver_sql("DROP FUNCTION IF EXISTS qualdesk_moved() CASCADE")
        tx.connection.execute(workspace.delete().where(workspace.c.key.in_(OWN_NOTES)))
    return away


def _fence(tx: Transaction) -> None:
    """Every write fails from now on, whoever does it."""
    run = tx.connection.exec_driver_sql
    if tx.dialect.name == "sqlite":
        for name in _fenced():
            for event in _EVENTS:
                run(
                    f'CREATE TRIGGER moved_{name}_{event} BEFORE {event} ON "{name}" '
                    "BEGIN SELECT RAISE(ABORT, 'qualdesk moved'); END"
                )
        return
    # It rather gives up than keeps the whole team waiting behind one who is slow.
    run("SET LOCAL lock_timeout = '10s'")
    run(
        """CREATE FUNCTION qualdesk_moved() RETURNS trigger LANGUAGE plpgsql AS
        $does$ BEGIN RAISE EXCEPTION 'qualdesk moved' USING ERRCODE = 'QD001'; END $does$"""
    )
    for name in _fenced():
        run(
            f'CREATE TRIGGER moved_{name} BEFORE {" OR ".join(_EVENTS)} ON "{name}" '
            "FOR EACH STATEMENT EXECUTE FUNCTION qualdesk_moved()"
        )


def _fenced() -> tuple[str, ...]:
    """The tables nobody writes to: its own notes can be, that it was opened again for one."""
    # Each start asks whether the workspace has moved; no other needs all tables for that.
    from qualdesk.store.schema import metadata

    return tuple(one.name for one in metadata.sorted_tables if one.name != "workspace")
