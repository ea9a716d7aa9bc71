"""The stories once more, on a team's server: each operation by the login of whoever does it.

``QUALDESK_TEAM=1 pytest tests/stories`` puts a workspace of a team in the place of each story's.
Whoever is cast (``seats.py``) works by a login of their own, and by no other: what the server
refuses them fails the story. A name that is not cast is a desk at which several people sit, as in
a story of one program by command: there what a caller does goes by a caller's login of that name,
what sales does by one of sales, everything else by a supervisor's. The team's clock is the story's.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any, cast

import psycopg
import sqlalchemy as sa

from postgres import copied_database
from qualdesk import bootstrap
from qualdesk.core.claim_limits import ClaimLimits
from qualdesk.core.clock import Clock, SetClock, SystemClock
from qualdesk.core.list_files import USUAL_LIMITS
from qualdesk.core.team import ALONE
from qualdesk.desk import Desk
from qualdesk.settings import address_of
from qualdesk.store import moving
from qualdesk.store.claim_limits import keep_usual
from qualdesk.store.database import Store
from qualdesk.store.team.init import set_up
from qualdesk.store.team.logins import add_person
from seats import CALLER, CAST, NADIA, SALES, SUPERVISOR, elsewhere, is_in_a_file
from team_desks import PEOPLE, TEMPLATE, TeamDesk, copied_team

# Who does what: whole parts of the desk, and single operations of those that are shared.
SEATS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            ("calling", "beside", "meetings", "search", "researching", "my_day"), CALLER
        ),
        **dict.fromkeys(("sales_calls", "wakeups"), CALLER),
        "sales": SALES,
        **dict.fromkeys(("phones.note_state", "phones.my_move"), CALLER),
        **dict.fromkeys(("owner_questions.ask", "owner_questions.news"), CALLER),
        **dict.fromkeys(("owner_questions.heard", "queue.why_empty"), CALLER),
    }
)
_open_desk = bootstrap.open_desk


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A login that somebody of a story worked by, as the server knows it.

    Attributes:
        is_held: whether the server holds it to anything: no superuser, no owner, past no rule.
    """

    name: str
    role: str
    login: str
    is_held: bool


class Stage:
    """Workspaces of teams on one server, by the address a story believes to work on."""

    def __init__(self, template: TeamDesk, roles: Mapping[str, str] = CAST) -> None:
        self._template = template
        self._cast = dict(roles)
        self._places: dict[str, TeamDesk] = {}
        self._logins: dict[tuple[str, str, str], str] = {}
        self._ends: list[Callable[[], object]] = []
        self.seats: list[Seat] = []

    def open_desk(self, url: str, *, clock: Clock | None = None, **more: Any) -> Desk:
        """As the program opens a desk; its workspace is a team's."""
        chosen = clock or SystemClock()
        if isinstance(chosen, SetClock):
            self.follow(url, chosen)
        name = more.get("caller") or "caller"
        if self._cast.get(name):
            return self.seated(url, name, self._cast[name], chosen, more)
        return cast("Desk", SeatedDesk(self, url, chosen, more))

    def follow(self, url: str, clock: SetClock) -> None:
        """The clock of the team there is this one."""
        rehearse(self._place_of(url).owner, clock)

    def seated(self, url: str, name: str, role: str, clock: Clock, more: Mapping[str, Any]) -> Desk:
        """A desk by somebody's own login; which it was is written down."""
        place = self._place_of(url)
        desk = _open_desk(_through(url, self.login(place, name, role)), clock=clock, **more)
        self.seats.append(_seat(place, desk))
        return desk

    def address(self, workspace: Path | str, name: str) -> str:
        """The address of somebody's own login on the workspace of a story."""
        url = workspace if isinstance(workspace, str) else f"sqlite:///{workspace}"
        place = self._place_of(url)
        return _through(url, self.login(place, name, self._cast[name]))

    def login(self, place: TeamDesk, name: str, role: str) -> str:
        """The address of somebody's own login there, made when it is first asked for."""
        key = (place.owner, name, role)
        if PEOPLE.get(name) == role and name in place.logins:
            return place.url(name)
        if key not in self._logins:
            store = Store(place.owner, clock=SystemClock(), durable=False)
            try:
                self._logins[key] = add_person(store, name, role, by="tests").login
            finally:
                store.close()
        return place.owner.replace("tester@", f"{self._logins[key]}@")

    def clear(self) -> None:
        """The story is over."""
        for end in reversed(self._ends):
            end()

    def _place_of(self, url: str) -> TeamDesk:
        of = sa.make_url(address_of(url))
        is_file = of.get_backend_name() == "sqlite"
        for place in self._places.values():
            if sa.make_url(place.owner).database == of.database:
                return place  # the address of a login there, as a program of its own is told it
        key = str(Path(str(of.database)).absolute()) if is_file else str(of.database)
        if key not in self._places:
            path = Path(key)
            self._places[key] = self._moved(path) if is_file and _is_filled(path) else self._empty()
            if is_file:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch()
        return self._places[key]

    def _empty(self) -> TeamDesk:
        made = copied_team(self._template)
        self._ends.append(lambda: made.__exit__(None, None, None))
        place = made.__enter__()
        with psycopg.connect(place.owner, autocommit=True) as owner:
            owner.execute("DELETE FROM member WHERE name <> %s", (NADIA,))
        _let_take(place.owner)
        return TeamDesk(owner=place.owner, logins={NADIA: place.logins[NADIA]})

    def _moved(self, path: Path) -> TeamDesk:
        """A story that begins with a file that has something in it: it is moved to the server."""
        address, _, name = self._template.owner.rpartition("/")
        database = copied_database(address, "template0", f"{name}_{len(self._places)}")
        url = database.__enter__()
        self._ends.append(lambda: database.__exit__(None, None, None))
        old = Store(f"sqlite:///{path}", clock=SystemClock(), durable=False)
        new = Store(url, clock=SystemClock(), durable=False)
        try:
            moving.move(old, new)
            set_up(new, TEMPLATE)
            _let_take(url)
            login = add_person(new, NADIA, SUPERVISOR, by="tests").login
        finally:
            old.close()
            new.close()
        return TeamDesk(owner=url, logins={NADIA: login})


class SeatedDesk:
    """A desk at which several people sit: each operation goes by the login of whose it is."""

    def __init__(self, stage: Stage, url: str, clock: Clock, more: Mapping[str, Any]) -> None:
        self._stage, self._url, self._more = stage, url, more
        self.clock = clock
        self.caller: str = more.get("caller") or "caller"
        # The window is to show every page: whose they are is asked elsewhere.
        self.team = SimpleNamespace(
            me=lambda: None, standing=lambda: ALONE, wrong_clock=str, people=tuple
        )
        self._desks: dict[str, Desk] = {}

    def __getattr__(self, part: str) -> Any:
        own = {
            name.partition(".")[2]: seat
            for name, seat in SEATS.items()
            if name.startswith(f"{part}.")
        }
        usual = SEATS.get(part, SUPERVISOR)
        if own:
            return _Shared(lambda name: getattr(self._of(own.get(name, usual)), part))
        return getattr(self._of(usual), part)

    def use_limits(self, limits: Any) -> None:
        self._of(SUPERVISOR).use_limits(limits)

    def close(self) -> None:
        for desk in self._desks.values():
            desk.close()
        self._desks.clear()

    def _of(self, seat: str) -> Desk:
        if seat not in self._desks:
            name = NADIA if seat == SUPERVISOR else self.caller
            desk = self._stage.seated(self._url, name, seat, self.clock, self._more)
            if seat == SUPERVISOR and self._more.get("caller"):
                # A supervisor of that name: whom they are called is theirs to say.
                store: Any = desk._store
                limits = self._more.get("limits") or USUAL_LIMITS
                desk = Desk(store, self.clock, self._more["caller"], limits)
            self._desks[seat] = desk
        return self._desks[seat]


class _Shared:
    """A part of the desk of which some operations are a caller's."""

    def __init__(self, of: Callable[[str], Any]) -> None:
        self._of = of

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of(name), name)


def rehearse(owner: str, clock: SetClock) -> None:
    """The team's clock is this one from now on, whenever it is moved."""
    with psycopg.connect(owner, autocommit=True) as to:
        if to.execute("SELECT to_regclass('act.rehearsal') IS NULL").fetchone() == (True,):
            to.execute(_REHEARSED)
    _tell(owner, clock)
    _followers.setdefault(id(clock), (clock, set()))[1].add(owner)


@contextmanager
def as_a_team(template: TeamDesk, roles: Mapping[str, str] = CAST) -> Iterator[Stage]:
    """Every desk opened meanwhile is opened by logins of a team instead.

    Raises:
        AssertionError: somebody worked by a login that the server does not hold to anything.
    """
    stage = Stage(template, roles)
    _stages.append(stage)
    try:
        with elsewhere(stage.address):
            yield stage
        assert all(one.is_held for one in stage.seats), stage.seats
    finally:
        _stages.remove(stage)
        _followers.clear()
        stage.clear()


def take_the_stage() -> None:
    """Before anything that opens desks is imported: it may keep the function itself."""

    def opened(url: str, **more: Any) -> Desk:
        if not _stages or is_in_a_file():
            return _open_desk(url, **more)
        return _stages[-1].open_desk(url, **more)

    def setting(self: SetClock, at: Any) -> None:
        _set(self, at)
        _follow(self)

    def advancing(self: SetClock, by: Any) -> None:
        _advance(self, by)
        _follow(self)

    bootstrap.open_desk = opened
    SetClock.set = setting  # type: ignore[method-assign]
    SetClock.advance = advancing  # type: ignore[method-assign]


def _through(url: str, login: str) -> str:
    """The address of a login by the way that is written in another address of that server."""
    of = sa.make_url(address_of(url))
    if of.get_backend_name() == "sqlite":
        return login
    by = sa.make_url(login).set(host=of.host, port=of.port)
    return by.render_as_string(hide_password=False)


def _seat(place: TeamDesk, desk: Desk) -> Seat:
    """Who the server says that somebody is who sits at a desk."""
    with desk._store.reading() as tx:
        row = tx.connection.execute(sa.text(_WHO)).one()
    database = sa.make_url(place.owner).database
    held = not (row.is_more or row.owns) and row.at == database
    return Seat(name=row.name, role=row.role, login=row.login, is_held=held)


def _is_filled(path: Path) -> bool:
    if not path.exists() or not path.stat().st_size:
        return False
    with sqlite3.connect(path) as file:
        return bool(file.execute("SELECT EXISTS (SELECT 1 FROM campaign)").fetchone()[0])


def _let_take(owner: str) -> None:
    """A story's clock stands still between two leads: how fast they come is told elsewhere."""
    store = Store(owner, clock=SystemClock(), durable=False)
    try:
        with store.transaction() as tx:
            keep_usual(tx, ClaimLimits(seconds_between=0, per_hour=9000, per_day=9000))
    finally:
        store.close()


def _follow(clock: SetClock) -> None:
    for owner in _followers.get(id(clock), (clock, set()))[1]:
        _tell(owner, clock)


def _tell(owner: str, clock: SetClock) -> None:
    with psycopg.connect(owner, autocommit=True) as to:
        to.execute("UPDATE act.rehearsal SET at = %s", (clock.now(),))


_stages: list[Stage] = []
_followers: dict[int, tuple[SetClock, set[str]]] = {}
_WHO = """SELECT who.name, who.role, session_user::text AS login, current_database() AS at,
    rolsuper OR rolbypassrls OR rolcreaterole OR session_user <> current_user AS is_more,
    EXISTS (SELECT 1 FROM pg_class WHERE relowner = pg_roles.oid) AS owns
    FROM act.who_am_i() AS who(name, role), pg_roles WHERE rolname = session_user"""
_set, _advance = SetClock.set, SetClock.advance
_REHEARSED = """CREATE TABLE act.rehearsal (at timestamptz);
    INSERT INTO act.rehearsal VALUES (now());
    GRANT SELECT ON act.rehearsal TO PUBLIC;
    CREATE OR REPLACE FUNCTION act.now() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = act AS 'SELECT at FROM act.rehearsal';
    CREATE OR REPLACE FUNCTION act.began() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = act AS 'SELECT at FROM act.rehearsal';"""
