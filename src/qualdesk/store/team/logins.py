"""Logins of a team: one for each person, made and taken away by whoever runs the server."""

import secrets
from dataclasses import field
from typing import Any, Final

import sqlalchemy as sa

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.members import ROLES
from qualdesk.core.wording import tr, tr_later
from qualdesk.store import history
from qualdesk.store.campaigns import client_named
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leavers import release_held
from qualdesk.store.schema_campaigns import member
from qualdesk.store.team.roles import GROUPS, Roles, quoted, roles_of, written
from qualdesk.store.team.stamps import ask, do, is_superuser

# A name that says nothing of whose it is: everybody on the server can read it.
_LETTERS: Final = "abcdefghijkmnpqrstuvwxyz"
_LENGTH: Final = 8
_PASSWORD_BYTES: Final = 18
# A window's work, its ears, and what is still being closed. A supervisor may run the keeper too.
_CONNECTIONS: Final = {"supervisor": 8}
_USUAL_CONNECTIONS: Final = 4
# For whoever comes with something else than qualdesk, which says so itself.
_PATIENCE: Final = {
    "statement_timeout": "60s",
    "lock_timeout": "8s",
    "idle_in_transaction_session_timeout": "10s",
}
# Only a superuser may set these.
_FRUGAL: Final = {"temp_file_limit": "256MB"}


@frozen
class NewLogin:
    """A login that was just made.

    Attributes:
        password: said once, here; the server keeps what it can be checked with and no more.
    """

    login: str
    name: str
    role: str
    password: str = field(repr=False)


@frozen
class Removed:
    """A login that is gone.

    Attributes:
        released: how many leads they had in hand, which are anybody's now.
    """

    login: str
    name: str
    released: int


def add_person(store: Store, name: str, role: str, *, by: str, client: str = "") -> NewLogin:
    """Give somebody a login of their own, in one group; who is new is written down.

    ``by``: under whose name the history has it. ``client``: whom alone they work for; a
    supervisor then sees nothing of other clients.

    Raises:
        Refused: they have one, the name or role is none, or there is no team.
        WorkspaceUnusable: one of its kinds; the login may not make others.
    """
    name = " ".join(name.split())
    if not name or role not in GROUPS:
        raise Refused(
            tr("Say who it is and what they do: NAME --role {roles}", roles="|".join(GROUPS))
        )
    with store.transaction() as tx:
        roles = team_of(tx)
        _check_free(tx, name)
        whose = client_named(tx, client) if client else ""
        made = _make_login(tx, roles, name, role, is_bound=bool(whose))
        values: dict[str, Any] = {"login": made.login}
        if role in ROLES:
            values["role"] = role
        if whose:
            values["client"] = whose
        tx.connection.execute(
            tx.dialect.insert(member)
            .values(name=name, **values)
            .on_conflict_do_update(index_elements=["name"], set_=values)
        )
        history.note(tx, by, "gave a login", "person", made.login, role=role)
    return made


def remove_person(store: Store, name: str, *, by: str) -> Removed:
    """Take somebody's login away. What they did stays theirs; what they had in hand is free.

    Who is connected at this moment is cut off.

    Raises:
        NotFound: nobody of that name has a login.
        Refused: there is no team, or it is the login this is done with.
        WorkspaceUnusable: one of its kinds.
    """
    name = " ".join(name.split())
    with store.transaction() as tx:
        roles = team_of(tx)
        login, _role = _known(tx, name)
        if login == ask(tx, "SELECT session_user")[0][0]:
            raise Refused(tr("This is the login you work with. Somebody else has to remove it."))
        if not login.startswith(f"{roles.prefix}_"):
            raise Refused(tr(_NOT_OURS, login=login))
        shut = _shut(tx, login)
        released = release_held(tx, name)
        tx.connection.execute(member.update().where(member.c.name == name).values(login=""))
        history.note(tx, by, "took a login away", "person", login, released=released)
        if shut:
            # What belongs to them in this database; they could own nothing, but might be given it.
            do(tx, f"DROP OWNED BY {quoted(login)}", f"DROP ROLE {quoted(login)}")
    return Removed(login=login, name=name, released=released)


def bind(store: Store, name: str, client: str, *, by: str) -> str:
    """Let somebody who has a login work for one client alone, or for all again.

    ``client`` empty: for all. The client as their campaigns write it.

    Raises:
        NotFound: nobody of that name has a login, or there is no such client.
        Refused: there is no team.
    """
    name = " ".join(name.split())
    with store.transaction() as tx:
        roles = team_of(tx)
        login, _role = _known(tx, name)
        whose = client_named(tx, client) if client else ""
        of_all = roles.group("supervisor")
        groups = {str(one) for (one,) in ask(tx, _GROUPS_OF, login)}
        if groups & {of_all, roles.bound}:
            now, was = (roles.bound, of_all) if whose else (of_all, roles.bound)
            do(
                tx,
                f"REVOKE {quoted(was)} FROM {quoted(login)}",
                f"GRANT {quoted(now)} TO {quoted(login)}",
            )
        tx.connection.execute(member.update().where(member.c.name == name).values(client=whose))
        history.note(tx, by, "bound to a client", "person", login, client=whose or "-")
    return whose


def new_password(store: Store, name: str) -> NewLogin:
    """Another password for somebody who lost theirs, or whose might be known to others.

    Raises:
        NotFound: nobody of that name has a login.
        Refused: there is no team.
        WorkspaceUnusable: one of its kinds.
    """
    name = " ".join(name.split())
    with store.transaction() as tx:
        team_of(tx)
        login, role = _known(tx, name)
        password = secrets.token_urlsafe(_PASSWORD_BYTES)
        kept = written(_verifier(tx, login, password))
        do(tx, f"ALTER ROLE {quoted(login)} PASSWORD {kept}")
    return NewLogin(login=login, name=name, role=role, password=password)


def team_of(tx: Transaction) -> Roles:
    """The roles of the team.

    Raises:
        Refused: nobody made one here.
    """
    roles = roles_of(tx) if tx.dialect.name == "postgresql" else None
    if roles is None:
        raise Refused(tr("This workspace has no team yet. Make one with: qualdesk team init"))
    return roles


def _check_free(tx: Transaction, name: str) -> None:
    has = tx.connection.scalar(sa.select(member.c.login).where(member.c.name == name))
    if has:
        raise Refused(
            tr(
                "{name} has a login already: {login}. A new password: "
                'qualdesk team add-person "{name}" --new-password',
                name=name,
                login=has,
            )
        )


def _known(tx: Transaction, name: str) -> tuple[str, str]:
    """Somebody's login and role.

    Raises:
        NotFound: nobody of that name has one.
    """
    one = sa.select(member.c.login, member.c.role).where(member.c.name == name)
    row = tx.connection.execute(one).first()
    if row is None or not row.login:
        raise NotFound(tr("{name} has no login here.", name=name))
    return row.login, row.role


def _group(roles: Roles, role: str, *, is_bound: bool) -> str:
    return roles.bound if is_bound and role == "supervisor" else roles.group(role)


def _make_login(tx: Transaction, roles: Roles, name: str, role: str, *, is_bound: bool) -> NewLogin:
    known = {str(one) for (one,) in ask(tx, "SELECT rolname FROM pg_roles")}
    login = ""
    while not login or login in known:
        login = f"{roles.prefix}_" + "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    limit = _CONNECTIONS.get(role, _USUAL_CONNECTIONS)
    do(
        tx,
        f"CREATE ROLE {quoted(login)} LOGIN INHERIT CONNECTION LIMIT {limit} "
        f"PASSWORD {written(_verifier(tx, login, password))}",
        f"GRANT {quoted(_group(roles, role, is_bound=is_bound))} TO {quoted(login)}",
        *(
            f"ALTER ROLE {quoted(login)} SET {setting} = {written(to)}"
            for setting, to in _PATIENCE.items()
        ),
    )
    if is_superuser(tx):
        do(
            tx,
            *(
                f"ALTER ROLE {quoted(login)} SET {one} = {written(to)}"
                for one, to in _FRUGAL.items()
            ),
        )
    return NewLogin(login=login, name=name, role=role, password=password)


def _verifier(tx: Transaction, login: str, password: str) -> str:
    """What the server checks the password with: the password itself is sent to nobody."""
    wire: Any = tx.connection.connection.driver_connection
    made: bytes = wire.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return made.decode()


def _shut(tx: Transaction, login: str) -> bool:
    """Let nobody in with it any more and cut off who is; False where there is no such login."""
    if not ask(tx, "SELECT 1 FROM pg_roles WHERE rolname = %s", login):
        return False
    if not is_superuser(tx):
        # Only who could be them may cut them off.
        do(tx, f"GRANT {quoted(login)} TO CURRENT_USER")
    do(tx, f"ALTER ROLE {quoted(login)} NOLOGIN")
    ask(tx, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", login)
    return True


_GROUPS_OF: Final = """SELECT team.rolname::text FROM pg_auth_members AS of
    JOIN pg_roles AS team ON team.oid = of.roleid
    JOIN pg_roles AS person ON person.oid = of.member WHERE person.rolname = %s"""
_NOT_OURS: Final = tr_later(
    "The login {login} was not made by qualdesk. Take it away by hand, then empty it here."
)
