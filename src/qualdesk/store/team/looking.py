"""A team's server looked over: whether everything is as this version of qualdesk makes it."""

from collections.abc import Iterator
from typing import Final

from qualdesk.core.team_found import Found, LookedOver
from qualdesk.core.wording import tr, tr_later
from qualdesk.store.database import Store, Transaction
from qualdesk.store.team.grants import grants_of, name_of, tables
from qualdesk.store.team.init import functions, paces, policy_sql
from qualdesk.store.team.logins import team_of
from qualdesk.store.team.policies import policies_of
from qualdesk.store.team.roles import MORE_THAN_A_ROLE, NESTED, Roles
from qualdesk.store.team.stamps import ask, functions_there, hash_of, policies_there


def look_over(store: Store) -> LookedOver:
    """All there is to look at; changes nothing and holds nobody up.

    Raises:
        Refused: there is no team.
        WorkspaceUnusable: one of its kinds.
    """
    with store.reading() as tx:
        roles = team_of(tx)
        return LookedOver(
            found=(
                Found(what=tr("Roles"), wrong=tuple(_roles(tx, roles))),
                Found(what=tr("Owner of the tables"), wrong=tuple(_owned(tx, roles))),
                Found(what=tr("Who may do what with tables"), wrong=tuple(_granted(tx, roles))),
                Found(what=tr("Rules for rows"), wrong=tuple(_rules(tx, roles))),
                Found(what=tr("Functions"), wrong=tuple(_functions(tx, roles))),
                Found(what=tr("What is everybody's"), wrong=tuple(_everybodys(tx))),
                Found(what=tr("Triggers"), wrong=tuple(_triggers(tx))),
                Found(what=tr("Logins"), wrong=tuple(_logins(tx, roles)), is_advice=True),
                Found(what=tr("The server"), wrong=tuple(_settings(tx)), is_advice=True),
            )
        )


def _roles(tx: Transaction, roles: Roles) -> Iterator[str]:
    found = dict(ask(tx, MORE_THAN_A_ROLE, list(roles.all)))
    for name in roles.all:
        if name not in found:
            yield tr("There is no role {name}.", name=name)
        elif found[name]:
            yield tr("{name} can log in, or may do more than a role of ours.", name=name)
    for name, of in ask(tx, NESTED, list(roles.all)):
        yield tr("{name} is a member of {of}.", name=name, of=of)


def _owned(tx: Transaction, roles: Roles) -> Iterator[str]:
    for what, owner in ask(tx, _OWNERS, roles.owner):
        yield tr("{what} belongs to {owner}.", what=what, owner=owner)


def _granted(tx: Transaction, roles: Roles) -> Iterator[str]:
    """What roles may do beside what they should, and should and may not."""
    wanted: dict[tuple[str, str], set[str]] = {}
    columns: dict[tuple[str, str], set[str]] = {}
    for table in tables():
        for one in grants_of(table):
            key = (name_of(one.role, roles), table)
            wanted.setdefault(key, set()).update(one.may)
            columns[key] = set(one.columns)
    for name, table, may, reads in ask(tx, _GRANTED, list(tables())):
        key = (name, table)
        if name == roles.owner:
            continue
        if key not in wanted and (may or reads):
            yield tr("{name} has rights on {table}.", name=name, table=table)
        elif set(may) != wanted[key] or set(reads) != columns[key]:
            may_now = ", ".join([*may, *(f"SELECT ({one})" for one in reads)]) or "-"
            yield tr("{name} may {may} on {table}.", name=name, may=may_now, table=table)
        wanted.pop(key, None)
    for (name, table), may in wanted.items():
        if may or columns[name, table]:
            yield tr("{name} has no rights on {table}.", name=name, table=table)


def _rules(tx: Transaction, roles: Roles) -> Iterator[str]:
    there = policies_there(tx)
    for table, is_on in ask(tx, _SECURED, list(tables())):
        if bool(policies_of(table)) != is_on:
            yield tr(
                "{table}: row-level security is {on}.", table=table, on="on" if is_on else "off"
            )
    wanted = {(one.table, one.name): one for table in tables() for one in policies_of(table)}
    for key, rule in wanted.items():
        was = there.get(key)
        if was is None or not was.is_as_made or was.source != hash_of(policy_sql(rule, roles)):
            yield tr("{table}: the rule {name} is not ours.", table=key[0], name=key[1])
    for table, name in there.keys() - wanted.keys():
        yield tr("{table}: the rule {name} is not ours.", table=table, name=name)


def _functions(tx: Transaction, roles: Roles) -> Iterator[str]:
    there, callers = functions_there(tx), {name: set(to) for name, to in ask(tx, _CALLERS)}
    wanted = {one.name: one for one in functions(roles)}
    texts = {**{name: hash_of(one.sql) for name, one in wanted.items()}, **paces(roles)}
    for name, text in texts.items():
        was = there.get(name)
        if was is None:
            yield tr("There is no function {name}.", name=name)
        elif was.source != text or not was.is_as_made:
            yield tr("The function {name} is another one than this qualdesk's.", name=name)
        elif name in wanted and was.owner != wanted[name].owner:
            yield tr("{what} belongs to {owner}.", what=f"act.{name}", owner=was.owner)
        elif name in wanted and callers[name] != set(wanted[name].to):
            who = ", ".join(sorted(callers[name])) or "-"
            yield tr("The function {name} may be called by {who}.", name=name, who=who)
    for name in there.keys() - texts.keys():
        yield tr("The function {name} is not ours.", name=name)
    for (name,) in ask(tx, _NOT_PINNED):
        yield tr("The function {name} has no search path of its own.", name=name)


def _everybodys(tx: Transaction) -> Iterator[str]:
    for (right,) in ask(tx, _PUBLIC):
        yield tr("Everybody with a login on the server has this right: {right}.", right=right)


def _triggers(tx: Transaction) -> Iterator[str]:
    found = {name for (name,) in ask(tx, _TRIGGERS)}
    for name in _NEEDED.difference(found):
        yield tr("The trigger {name} is missing or switched off.", name=name)


def _logins(tx: Transaction, roles: Roles) -> Iterator[str]:
    for login, person, groups, is_more, limit in ask(tx, _LOGINS, list(roles.groups)):
        if not person:
            yield tr("The login {login} is nobody's.", login=login)
        if len(groups) > 1:
            among = ", ".join(groups)
            yield tr("{login} is in more than one group: {groups}.", login=login, groups=among)
        if is_more:
            yield tr("{login} may do more on the server than log in.", login=login)
        if limit < 0:
            yield tr("{login} may open as many connections as it likes.", login=login)
    for (name,) in ask(tx, _WITHOUT):
        yield tr("{name} has a login in the workspace that is not on the server.", name=name)


def _settings(tx: Transaction) -> Iterator[str]:
    for name, value in ask(tx, _SETTINGS, list(_WANTED)):
        if value not in _WANTED[name]:
            yield tr(_UNSAFE, name=name, value=value, wanted=_WANTED[name][0])
    if ask(tx, _LARGE_OBJECTS)[0][0]:
        yield tr("Everybody with a login may make large objects: a superuser can take that away.")


_WANTED: Final = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "remote_apply", "remote_write"),
    "password_encryption": ("scram-sha-256",),
    "row_security": ("on",),
}
_UNSAFE: Final = tr_later("{name} is {value}; it should be {wanted}.")
_NEEDED: Final = frozenset({"keep_history", "seal_history", "pace_claim", "pace_member"})
_OWNERS: Final = """WITH ours AS (SELECT %s::text AS name)
    SELECT format('%%I', relname), pg_get_userbyid(relowner)::text FROM pg_class, ours
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S', 'v', 'm')
        AND pg_get_userbyid(relowner) <> ours.name
    UNION ALL SELECT nspname::text, pg_get_userbyid(nspowner)::text FROM pg_namespace, ours
        WHERE nspname IN ('public', 'act') AND pg_get_userbyid(nspowner) <> ours.name
    UNION ALL SELECT proname || '()', pg_get_userbyid(proowner)::text FROM pg_proc, ours
        WHERE pronamespace = 'public'::regnamespace AND pg_get_userbyid(proowner) <> ours.name"""
_GRANTED: Final = """SELECT COALESCE(role.rolname::text, 'PUBLIC'), held.relname::text,
        COALESCE(ARRAY(SELECT DISTINCT privilege_type FROM aclexplode(held.relacl)
            WHERE grantee = who.id ORDER BY 1), '{}'),
        COALESCE(ARRAY(SELECT attname::text FROM pg_attribute AS col
            CROSS JOIN LATERAL aclexplode(col.attacl) AS one
            WHERE col.attrelid = held.oid AND one.grantee = who.id ORDER BY attnum), '{}')
    FROM pg_class AS held
    CROSS JOIN LATERAL (
        SELECT grantee AS id FROM aclexplode(held.relacl)
        UNION SELECT one.grantee FROM pg_attribute AS col
            CROSS JOIN LATERAL aclexplode(col.attacl) AS one WHERE col.attrelid = held.oid
    ) AS who
    LEFT JOIN pg_roles AS role ON role.oid = who.id
    WHERE held.relnamespace = 'public'::regnamespace AND held.relname = ANY (%s)
    ORDER BY 2, 1"""
_SECURED: Final = """SELECT relname::text, relrowsecurity FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relname = ANY (%s) ORDER BY 1"""
_CALLERS: Final = """SELECT proname::text, ARRAY(
        SELECT COALESCE(role.rolname::text, 'PUBLIC')
        FROM aclexplode(COALESCE(proacl, acldefault('f', proowner))) AS one
        LEFT JOIN pg_roles AS role ON role.oid = one.grantee
        WHERE one.grantee <> proowner
    ) FROM pg_proc WHERE pronamespace = 'act'::regnamespace"""
_NOT_PINNED: Final = """SELECT oid::regprocedure::text FROM pg_proc
    WHERE pronamespace IN ('act'::regnamespace, 'public'::regnamespace) AND prosecdef
    AND NOT EXISTS (SELECT 1 FROM unnest(proconfig) AS one WHERE starts_with(one, 'search_path='))
    ORDER BY 1"""
_PUBLIC: Final = """SELECT 'TEMPORARY' FROM pg_database WHERE datname = current_database()
        AND has_database_privilege('public', oid, 'TEMPORARY')
    UNION ALL SELECT 'CONNECT' FROM pg_database WHERE datname = current_database()
        AND has_database_privilege('public', oid, 'CONNECT')
    UNION ALL SELECT 'CREATE, USAGE ON ' || nspname FROM pg_namespace
        WHERE nspname IN ('public', 'act') AND has_schema_privilege('public', oid, 'CREATE, USAGE')
    UNION ALL SELECT 'EXECUTE ON ' || oid::regprocedure::text FROM pg_proc
        WHERE pronamespace IN ('act'::regnamespace, 'public'::regnamespace)
        AND has_function_privilege('public', oid, 'EXECUTE')"""
_TRIGGERS: Final = """SELECT tgname::text FROM pg_trigger WHERE tgenabled = 'O'
    AND tgrelid IN ('history'::regclass, 'lead'::regclass, 'member'::regclass)"""
_LOGINS: Final = """SELECT one.rolname::text, member.name, ARRAY(
            SELECT team.rolname::text FROM pg_auth_members AS of
            JOIN pg_roles AS team ON team.oid = of.roleid
            WHERE of.member = one.oid ORDER BY 1
        ), one.rolsuper OR one.rolcreaterole OR one.rolcreatedb OR one.rolreplication
            OR one.rolbypassrls, one.rolconnlimit
    FROM pg_roles AS one LEFT JOIN public.member ON member.login = one.rolname
    WHERE one.rolcanlogin AND EXISTS (
        SELECT 1 FROM pg_auth_members AS of JOIN pg_roles AS team ON team.oid = of.roleid
        WHERE of.member = one.oid AND team.rolname = ANY (%s)
    ) ORDER BY 1"""
_WITHOUT: Final = """SELECT name FROM public.member WHERE login <> ''
    AND NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = member.login) ORDER BY name"""
# Only a superuser can take these away.
_LARGE_OBJECTS: Final = """SELECT count(*) FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND proname LIKE 'lo\\_%'
    AND has_function_privilege('public', oid, 'EXECUTE')"""
_SETTINGS: Final = "SELECT name, setting FROM pg_settings WHERE name = ANY (%s)"
