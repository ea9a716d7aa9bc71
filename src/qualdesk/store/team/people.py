"""Who is logged in, as the server says it, and who is on the team."""

import sqlalchemy as sa

from qualdesk.core.errors import Refused
from qualdesk.core.team import Person, Teammate
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.members import still_here
from qualdesk.store.schema_calls import history
from qualdesk.store.schema_campaigns import member
from qualdesk.store.team.roles import roles_of


def is_team(tx: Transaction) -> bool:
    """Whether ``qualdesk team init`` was done here; never so in a file."""
    if tx.dialect.language().name != "postgresql":
        return False
    return bool(tx.connection.scalar(sa.text(_IS_MADE)))


def who_am_i(tx: Transaction) -> Person | None:
    """Whose login this is; None in a file, and where nobody made a team."""
    if not is_team(tx):
        return None
    row = tx.connection.execute(sa.text(_WHO)).first()
    if row is None or not row.name:
        return None
    return Person(login=row.login, name=row.name, role=row.role)


def sees_part(tx: Transaction) -> bool:
    """Whether the server shows this login a part of the leads, and counts of rows are wrong."""
    me = who_am_i(tx)
    return me is not None and me.role in {"caller", "sales", "auditor"}


def refuse_part_sight(tx: Transaction) -> None:
    """Refuse whoever the server shows a part of the leads: what is counted would be wrong.

    Raises:
        Refused: it is a caller's login, a salesperson's or an auditor's.
    """
    if sees_part(tx):
        raise Refused(tr("This looks at everybody's leads. In a team a supervisor does it."))


def looks_after(tx: Transaction) -> bool:
    """Whether this login is that of whoever administers the server, and need be nobody's."""
    return bool(tx.connection.scalar(sa.text(_LOOKS_AFTER)))


def teammates(tx: Transaction) -> tuple[Teammate, ...]:
    """Everybody of the team, by name; as far as this login may see."""
    # Logins are for those who look after the team to know.
    login = sa.literal("").label("login") if tx.dialect.acts_only else member.c.login
    # Only who calls is noted at work; of all others the history knows when they did something.
    last = (
        sa.select(history.c.at)
        .where(history.c.who == member.c.name)
        .order_by(history.c.id.desc())
        .limit(1)
    )
    did = sa.null() if tx.dialect.acts_only else last.scalar_subquery()
    query = sa.select(member.c.name, member.c.role, member.c.seen_at, did.label("did_at"), login)
    # Who left stays as long as their login lets them in: whoever looks here has to end it.
    has_login = sa.false() if tx.dialect.acts_only else member.c.login != ""
    query = query.where(sa.or_(still_here(tx), has_login))
    groups = {} if tx.dialect.acts_only else _groups(tx)
    here = _here(tx) if groups else frozenset()
    return tuple(
        Teammate(
            name=row.name,
            role=groups.get(row.login, row.role),
            login=row.login,
            seen_at=max((at for at in (row.seen_at, row.did_at) if at), default=None),
            is_here=row.login in here,
        )
        for row in tx.connection.execute(query.order_by(member.c.name))
    )


def _here(tx: Transaction) -> frozenset[str]:
    """The logins that are connected to this database now."""
    return frozenset(tx.connection.scalars(sa.text(_HERE)))


def _groups(tx: Transaction) -> dict[str, str]:
    """What each login of the team may be, by its name: the group it is in."""
    roles = roles_of(tx) if is_team(tx) else None
    if roles is None:
        return {}
    rows = tx.connection.execute(sa.text(_GROUPS), {"groups": list(roles.groups)})
    bound = {roles.bound: "supervisor"}
    return {
        row.login: bound.get(row.team, row.team.removeprefix(f"{roles.prefix}_")) for row in rows
    }


_IS_MADE = "SELECT to_regprocedure('act.who_am_i()') IS NOT NULL"
_WHO = "SELECT session_user AS login, who.name, who.role FROM act.who_am_i() AS who(name, role)"
_LOOKS_AFTER = """SELECT rolsuper OR pg_has_role(oid, (
        SELECT nspowner FROM pg_namespace WHERE nspname = 'act'), 'MEMBER')
    FROM pg_roles WHERE rolname = session_user"""
_HERE = "SELECT usename FROM pg_stat_activity WHERE datname = current_database()"
_GROUPS = """SELECT person.rolname AS login, team.rolname AS team
    FROM pg_auth_members AS of JOIN pg_roles AS person ON person.oid = of.member
    JOIN pg_roles AS team ON team.oid = of.roleid WHERE team.rolname = ANY (:groups)"""
