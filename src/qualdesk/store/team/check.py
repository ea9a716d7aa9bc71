"""What a login may do and must not, or must do and cannot: asked at each connect."""

from collections.abc import Sequence
from typing import Final

from qualdesk.core.team import TeamFault, fault
from qualdesk.store.acts import Act, acts, declared
from qualdesk.store.database import Transaction
from qualdesk.store.team.grants import tables
from qualdesk.store.team.policies import policies_of
from qualdesk.store.team.roles import GROUPS, roles_of
from qualdesk.store.team.stamps import ask

_ACTING: Final = ("caller", "sales")
_NAMED_AT_MOST: Final = 5


def faults(tx: Transaction, *, of_every_act: bool = False) -> tuple[TeamFault, ...]:
    """What is wrong with the login of this connection, the gravest first; nothing in a file.

    A few milliseconds: of the acts those are asked for that this program has come to know. To
    know every one, all of the store is read.
    """
    roles = roles_of(tx) if tx.dialect.name == "postgresql" else None
    if roles is None:
        return ()
    role, is_super, owns, groups = ask(tx, _LOGIN, roles.owner)[0]
    if role not in GROUPS:
        return ()
    found = []
    if is_super:
        found.append(fault("superuser"))
    elif owns:
        found.append(fault("owns_tables"))
    if len(groups) > 1:
        found.append(fault("many_groups", groups=_some(groups)))
    if role in _ACTING and not is_super and not owns:
        found += _of_acting(tx, role, tuple(acts()) if of_every_act else declared())
    return tuple(found)


def _of_acting(tx: Transaction, role: str, known: Sequence[Act]) -> list[TeamFault]:
    """Of callers and salespeople, who may do nothing by themselves but read what is theirs."""
    secured = [name for name in tables() if policies_of(name)]
    found = []
    writes, reads, may_call = ask(tx, _RIGHTS, secured)[0]
    if writes:
        found.append(fault("writes_tables", tables=_some(writes)))
    if reads:
        found.append(fault("reads_leads", tables=_some(reads)))
    wanted = {one.name for one in known if role in one.to}
    if missing := sorted(wanted - set(may_call)):
        found.append(fault("acts_missing", acts=_some(missing)))
    return found


def _some(names: list[str]) -> str:
    more = ", …" if len(names) > _NAMED_AT_MOST else ""
    return ", ".join(names[:_NAMED_AT_MOST]) + more


_LOGIN: Final = """SELECT act.role(),
        person.rolsuper OR person.rolbypassrls OR person.rolcreaterole OR person.rolreplication,
        pg_has_role(person.oid, %s, 'MEMBER'),
        ARRAY(
            SELECT team.rolname::text FROM pg_auth_members AS of
            JOIN pg_roles AS team ON team.oid = of.roleid
            WHERE of.member = person.oid ORDER BY 1
        )
    FROM pg_roles AS person WHERE person.rolname = session_user"""
# Asked for the login itself, whatever role it has put on.
_RIGHTS: Final = """SELECT ARRAY(
            SELECT relname::text FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND (
                has_table_privilege(session_user, oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                OR has_any_column_privilege(session_user, oid, 'INSERT, UPDATE')
            ) ORDER BY 1
        ), ARRAY(
            SELECT relname::text FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relname = ANY (%s)
            AND has_any_column_privilege(session_user, oid, 'SELECT') AND NOT relrowsecurity
            ORDER BY 1
        ), ARRAY(
            SELECT proname::text FROM pg_proc WHERE pronamespace = 'act'::regnamespace
            AND has_function_privilege(session_user, oid, 'EXECUTE')
        )"""
