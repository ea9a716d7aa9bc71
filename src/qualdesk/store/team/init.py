"""Making a team of a workspace on a server: roles, rights, rules for rows, and the acts.

Done again after each upgrade of the program, it changes what is other than it should be and
nothing else, so that nobody at work waits for long.
"""

import re
from collections.abc import Iterator

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.store import together
from qualdesk.store.act_functions import function_of
from qualdesk.store.acts import acts
from qualdesk.store.database import Store, Transaction
from qualdesk.store.migrations import prepare
from qualdesk.store.team import pace
from qualdesk.store.team.functions import HISTORY_TRIGGER, history_guard, pillars
from qualdesk.store.team.grants import name_of, statements, tables
from qualdesk.store.team.keyed import keyed
from qualdesk.store.team.policies import Policy, policies_of
from qualdesk.store.team.roles import (
    MORE_THAN_A_ROLE,
    NESTED,
    Roles,
    quoted,
    roles_called,
    roles_of,
    written,
)
from qualdesk.store.team.sealing import SEAL_TRIGGER, sealing
from qualdesk.store.team.stamps import (
    ask,
    do,
    functions_there,
    hash_of,
    is_superuser,
    policies_there,
    stamp_functions,
    stamp_policies,
)


@frozen
class SetUp:
    """What making a team of a workspace came to.

    Attributes:
        prefix: what the names of its roles begin with.
        functions: how many there are.
        changed: how many functions and rules were made, changed or removed just now.
    """

    prefix: str
    functions: int
    changed: int


@frozen
class Made:
    """A function as it is to be: what makes it, whose it is, and which groups may call it."""

    name: str
    signature: str
    sql: str
    owner: str
    to: tuple[str, ...]
    is_pillar: bool = False


def set_up(store: Store, prefix: str = "") -> SetUp:
    """Make a team of a workspace, or bring what was made up to date; all of it or nothing.

    ``prefix``: what the roles' names begin with; the database's name unless said.

    Raises:
        Refused: it is a file, the names cannot be used, or the login may not do this.
        WorkspaceUnusable: one of its kinds.
    """
    if store.dialect.name != "postgresql":
        raise Refused(
            tr(
                "A team shares a workspace on a server. Move it there first: "
                "qualdesk move --to postgresql://server/desk"
            )
        )
    prepare(store, is_team_init=True)
    with store.migrating() as tx:
        tx.dialect.one_at_a_time(tx.connection, "team")
        roles = roles_of(tx) or roles_called(prefix or str(store.url.database))
        if prefix and prefix != roles.prefix:
            raise Refused(
                tr("The roles of this team begin with “{prefix}” already.", prefix=roles.prefix)
            )
        _make_roles(tx, roles)
        _take_over(tx, roles)
        changed = _make_functions(tx, roles)
        do(tx, *statements(roles))
        changed += _make_rules(tx, roles)
        do(tx, *pace.statements(roles))
        stamp_functions(tx, paces(roles))
        together.take_along(tx, is_team_init=True)
        count = len(functions_there(tx))
    return SetUp(prefix=roles.prefix, functions=count, changed=changed)


def functions(roles: Roles) -> Iterator[Made]:
    """Every function as it is to be, each after those it asks."""
    inside = (roles.gate, roles.reach, *roles.groups)
    for one in (*pillars(roles), history_guard(roles), *sealing(roles), *keyed()):
        yield Made(
            name=one.name,
            signature=one.signature,
            sql=one.sql,
            owner=roles.owner,
            to=inside,
            is_pillar=True,
        )
    for act in acts():
        function = function_of(act)
        yield Made(
            name=act.name,
            signature=function.signature,
            sql=function.sql,
            owner=roles.reach if act.beyond else roles.gate,
            to=tuple(roles.group(role) for role in sorted(act.to)),
        )


def paces(roles: Roles) -> dict[str, str]:
    """What the functions of the pace are made from, as a hash, by name."""
    found = ((_PACE.match(text), text) for text in pace.statements(roles))
    return {made[1]: hash_of(text) for made, text in found if made}


def policy_sql(one: Policy, roles: Roles) -> str:
    """What makes a rule of a table."""
    to = ", ".join(quoted(name_of(role, roles)) for role in one.to)
    using = f" USING ({one.using})" if one.using else ""
    check = f" WITH CHECK ({one.check})" if one.check else ""
    on = f"public.{quoted(one.table)}"
    kind = " AS RESTRICTIVE" if one.is_limit else ""
    name = f"{quoted(one.name)} ON {on}{kind}"
    return f"CREATE POLICY {name} FOR {one.command} TO {to}{using}{check}"


def _make_roles(tx: Transaction, roles: Roles) -> None:
    known = {str(name) for (name,) in ask(tx, "SELECT rolname FROM pg_roles")}
    do(tx, *(f"CREATE ROLE {quoted(name)} NOLOGIN" for name in roles.all if name not in known))
    for name, is_more in ask(tx, MORE_THAN_A_ROLE, list(roles.all)):
        if is_more:
            do(tx, f"ALTER ROLE {quoted(name)} {_NO_MORE}")
    for name, team in ask(tx, NESTED, list(roles.all)):
        do(tx, f"REVOKE {quoted(team)} FROM {quoted(name)}")
    is_super = is_superuser(tx)
    if not is_super:
        # What is given to a role can only be given by who is one of it.
        for name in (roles.owner, roles.gate, roles.reach):
            do(tx, f"GRANT {quoted(name)} TO CURRENT_USER")
    database = quoted(str(ask(tx, "SELECT current_database()")[0][0]))
    groups = ", ".join(map(quoted, roles.groups))
    do(
        tx,
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC, {groups}",
        f"GRANT CONNECT ON DATABASE {database} TO {groups}",
    )
    if is_super:
        # Large objects are files of everybody's on the server's disk.
        do(tx, *(text for (text,) in ask(tx, _LARGE_OBJECTS)))


def _take_over(tx: Transaction, roles: Roles) -> None:
    """All that is in the schema belongs to the owner; its counting runs with the owner's rights."""
    owner = quoted(roles.owner)
    do(
        tx,
        f"CREATE SCHEMA IF NOT EXISTS act AUTHORIZATION {owner}",
        f"ALTER SCHEMA public OWNER TO {owner}",
        f"GRANT USAGE, CREATE ON SCHEMA act TO {quoted(roles.gate)}, {quoted(roles.reach)}",
    )
    do(tx, *(text for (text,) in ask(tx, _not_owned(roles.owner))))
    do(tx, *(text for (text,) in ask(tx, _OWN_RIGHTS)))


def _make_functions(tx: Transaction, roles: Roles) -> int:
    """Functions as they are to be, and no others; how many were not."""
    there = functions_there(tx)
    wanted = {one.name: one for one in functions(roles)}
    kept = {*wanted, *paces(roles)}
    left = [one.exactly for name, one in there.items() if name not in kept]
    gone = [*left]
    new: dict[str, str] = {}
    for one in wanted.values():
        was, of = there.get(one.name), hash_of(one.sql)
        if was is None or was.source != of or not was.is_as_made or was.owner != one.owner:
            new[one.name] = of
            if was is not None and not one.is_pillar:
                gone.append(was.exactly)
    do(tx, *(f"DROP FUNCTION {exactly}" for exactly in gone))
    for name in new:
        one = wanted[name]
        do(tx, one.sql, f"ALTER FUNCTION {one.signature} OWNER TO {quoted(one.owner)}")
    everybody = ", ".join(("PUBLIC", *map(quoted, (roles.gate, roles.reach, *roles.groups))))
    do(tx, f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA act, public FROM {everybody}")
    for one in wanted.values():
        to = ", ".join(map(quoted, one.to))
        do(tx, f"GRANT EXECUTE ON FUNCTION {one.signature} TO {to}")
    stamp_functions(tx, new)
    return len(new) + len(left)


def _make_rules(tx: Transaction, roles: Roles) -> int:
    """Rules for rows as they are to be, and no others; how many were not."""
    there = policies_there(tx)
    wanted = {(one.table, one.name): one for name in tables() for one in policies_of(name)}
    secured = {str(name): is_on for name, is_on in ask(tx, _SECURED)}
    new: dict[tuple[str, str], str] = {}
    for key, was in there.items():
        one = wanted.get(key)
        source = hash_of(policy_sql(one, roles)) if one else ""
        if was.source != source or not was.is_as_made:
            do(tx, f"DROP POLICY {quoted(key[1])} ON public.{quoted(key[0])}")
        else:
            wanted.pop(key)
    for key, one in wanted.items():
        sql = policy_sql(one, roles)
        new[key] = hash_of(sql)
        do(tx, sql)
    for table in tables():
        is_wanted = bool(policies_of(table))
        if secured[table] != is_wanted:
            how = "ENABLE" if is_wanted else "DISABLE"
            do(tx, f"ALTER TABLE public.{quoted(table)} {how} ROW LEVEL SECURITY")
    if not ask(tx, _HAS_GUARD):
        do(tx, HISTORY_TRIGGER)
    if not ask(tx, _HAS_SEAL):
        do(tx, SEAL_TRIGGER)
    stamp_policies(tx, new)
    return len(new)


_NO_MORE = "NOLOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS"
_PACE = re.compile(r"CREATE OR REPLACE FUNCTION act\.(\w+)\(")


def _not_owned(owner: str) -> str:
    return f"""SELECT format('ALTER TABLE public.%I OWNER TO %I', one.relname, {written(owner)})
        FROM pg_class AS one WHERE one.relnamespace = 'public'::regnamespace
        AND one.relkind IN ('r', 'p') AND pg_get_userbyid(one.relowner) <> {written(owner)}
    UNION ALL SELECT format('ALTER FUNCTION %s OWNER TO %I', one.oid::regprocedure,
            {written(owner)})
        FROM pg_proc AS one WHERE one.pronamespace = 'public'::regnamespace
        AND one.prorettype = 'trigger'::regtype
        AND pg_get_userbyid(one.proowner) <> {written(owner)}"""  # noqa: S608 - names are quoted


# What a trigger counts, it counts whoever wrote the row, and finds its tables where they are.
_OWN_RIGHTS = """SELECT format(
        'ALTER FUNCTION %s SECURITY DEFINER SET search_path = public, pg_temp',
        one.oid::regprocedure)
    FROM pg_proc AS one WHERE one.pronamespace = 'public'::regnamespace
    AND one.proname LIKE 'tally\\_%' AND (
        NOT one.prosecdef OR one.proconfig IS DISTINCT FROM ARRAY['search_path=public, pg_temp']
    )"""
_LARGE_OBJECTS = """SELECT format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one.oid::regprocedure)
    FROM pg_proc AS one WHERE one.pronamespace = 'pg_catalog'::regnamespace
    AND (one.proname LIKE 'lo\\_%' OR one.proname IN ('loread', 'lowrite'))
    AND has_function_privilege('public', one.oid, 'EXECUTE')"""
_SECURED = """SELECT relname, relrowsecurity FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"""
_HAS_GUARD = """SELECT 1 FROM pg_trigger
    WHERE tgrelid = 'public.history'::regclass AND tgname = 'keep_history' AND tgenabled = 'O'"""
_HAS_SEAL = _HAS_GUARD.replace("keep_history", "seal_history")
