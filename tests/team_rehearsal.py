"""The stories once more, on a team's server: each operation by the login of whoever does it.

``QUALDESK_TEAM=1 pytest tests/stories`` puts a workspace of a team in the place of each story's
file. What a caller does goes through the login of a caller of that name, what sales does through
one of sales, everything else through a supervisor's: real logins, that the server holds to what
they may. The team's clock is the story's.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import psycopg

from qualdesk import bootstrap
from qualdesk.core.claim_limits import ClaimLimits
from qualdesk.core.clock import Clock, SetClock, SystemClock
from qualdesk.core.team import ALONE
from qualdesk.desk import Desk
from qualdesk.store import moving
from qualdesk.store.claim_limits import keep_usual
from qualdesk.store.database import Store
from qualdesk.store.team.init import set_up
from qualdesk.store.team.logins import add_person
from team_desks import PEOPLE, TEMPLATE, TeamDesk, copied_database, copied_team

CALLER, SUPERVISOR, SALES = "caller", "supervisor", "sales"
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
        **dict.fromkeys(("owner_questions.heard", "queue.why_empty", "queue.upcoming"), CALLER),
    }
)
_open_desk = bootstrap.open_desk


class Stage:
    """Workspaces of teams on one server, by the file a story believes to work on."""

    def __init__(self, template: TeamDesk) -> None:
        self._template = template
        self._places: dict[str, TeamDesk] = {}
        self._logins: dict[tuple[str, str, str], str] = {}
        self._open: list[Any] = []
        self._ends: list[Callable[[], object]] = []

    def open_desk(self, url: str, *, clock: Clock | None = None, **more: Any) -> Desk:
        """As the program opens a desk; a file is a workspace of a team's."""
        if not url.startswith("sqlite:///"):
            return _open_desk(url, clock=clock, **more)
        place = self._place_of(Path(url.removeprefix("sqlite:///")))
        chosen = clock or SystemClock()
        if isinstance(chosen, SetClock):
            rehearse(place.owner, chosen)
        desk: Any = SeatedDesk(self, place, chosen, more)
        return desk

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

    def _place_of(self, path: Path) -> TeamDesk:
        key = str(path.absolute())
        if key not in self._places:
            self._places[key] = self._moved(path) if _is_filled(path) else self._empty()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        return self._places[key]

    def _empty(self) -> TeamDesk:
        made = copied_team(self._template)
        self._ends.append(lambda: made.__exit__(None, None, None))
        place = made.__enter__()
        _let_take(place.owner)
        return place

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
            login = add_person(new, "Nadia", SUPERVISOR, by="tests").login
        finally:
            old.close()
            new.close()
        return TeamDesk(owner=url, logins={"Nadia": login})


class SeatedDesk:
    """A desk whose every operation goes through the login of whoever has a right to it."""

    def __init__(
        self, stage: Stage, place: TeamDesk, clock: Clock, more: Mapping[str, Any]
    ) -> None:
        self._stage, self._place, self._more = stage, place, more
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
            if seat == SUPERVISOR:
                url = self._place.url("Nadia")
            else:
                url = self._stage.login(self._place, self.caller, seat)
            self._desks[seat] = _open_as(url, self.clock, self._more, seat)
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
def as_a_team(template: TeamDesk) -> Iterator[Stage]:
    """Every desk opened meanwhile on a file is opened by logins of a team instead."""
    stage = Stage(template)
    _stages.append(stage)
    try:
        yield stage
    finally:
        _stages.remove(stage)
        _followers.clear()
        stage.clear()


def take_the_stage() -> None:
    """Before anything that opens desks is imported: it may keep the function itself."""

    def opened(url: str, **more: Any) -> Desk:
        return _stages[-1].open_desk(url, **more) if _stages else _open_desk(url, **more)

    def setting(self: SetClock, at: Any) -> None:
        _set(self, at)
        _follow(self)

    def advancing(self: SetClock, by: Any) -> None:
        _advance(self, by)
        _follow(self)

    bootstrap.open_desk = opened
    SetClock.set = setting  # type: ignore[method-assign]
    SetClock.advance = advancing  # type: ignore[method-assign]


def _open_as(url: str, clock: Clock, more: Mapping[str, Any], seat: str) -> Desk:
    desk = _open_desk(url, clock=clock, **more)
    if seat == SUPERVISOR and more.get("caller"):
        # A supervisor of that name: whom they are called is theirs to say, what they may is not.
        store: Any = desk._store
        desk = Desk(store, clock, more["caller"], more.get("limits") or bootstrap.USUAL_LIMITS)
    return desk


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
_set, _advance = SetClock.set, SetClock.advance
_REHEARSED = """CREATE TABLE act.rehearsal (at timestamptz);
    INSERT INTO act.rehearsal VALUES (now());
    GRANT SELECT ON act.rehearsal TO PUBLIC;
    CREATE OR REPLACE FUNCTION act.now() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = act AS 'SELECT at FROM act.rehearsal';"""
