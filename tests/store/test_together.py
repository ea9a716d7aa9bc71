"""Programs of several versions in one workspace: who may work, who not, who does what next."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import WorkspaceTooNew, WorkspaceUnusable
from qualdesk.store import together
from qualdesk.store.act_functions import function_of
from qualdesk.store.acts import acts
from qualdesk.store.database import Store
from qualdesk.store.migrations import prepare
from qualdesk.store.team.init import set_up
from qualdesk.store.together import THIS, Program
from team_desks import TeamDesk

AsProgram = Callable[[Program], None]
NEWER = Program(number=2, desks_at_least=2, server_at_least=2, version="9.4.0")
NEWER_AND_KIND = Program(number=2, desks_at_least=1, server_at_least=1, version="9.3.0")


@pytest.fixture
def as_program(monkeypatch: pytest.MonkeyPatch) -> AsProgram:
    """Do as a program of another version would from here on."""
    return lambda program: monkeypatch.setattr(together, "THIS", program)


@contextmanager
def owner_of(team: TeamDesk) -> Iterator[Store]:
    store = Store(team.owner, clock=SystemClock(), durable=False)
    try:
        yield store
    finally:
        store.close()


def test_after_a_newer_program_an_older_one_is_told_to_be_brought_up_to_date(
    store: Store, as_program: AsProgram
) -> None:
    prepare(store)
    as_program(NEWER)
    prepare(store)
    as_program(THIS)
    with pytest.raises(WorkspaceTooNew) as told:
        prepare(store)
    assert "qualdesk 9.4.0 works in this workspace" in told.value.says
    assert f"you have {THIS.version}" in told.value.says
    assert "Install 9.4.0" in told.value.says


def test_a_newer_program_that_does_no_harm_keeps_nobody_out(
    store: Store, as_program: AsProgram
) -> None:
    prepare(store)
    as_program(NEWER_AND_KIND)
    prepare(store)
    as_program(THIS)
    prepare(store)


def test_an_older_caller_beside_a_newer_server_is_told_whom_to_ask(
    team: TeamDesk, as_program: AsProgram
) -> None:
    as_program(NEWER)
    with owner_of(team) as store:
        set_up(store)
    as_program(THIS)
    with pytest.raises(WorkspaceTooNew) as told:
        open_desk(team.url("Maya"))
    assert "Your team works with qualdesk 9.4.0" in told.value.says
    assert "Ask whoever runs the team's desks for 9.4.0" in told.value.says
    as_program(NEWER)
    open_desk(team.url("Maya")).close()


def test_a_newer_desk_at_an_older_server_is_told_who_sets_it_up(
    team: TeamDesk, as_program: AsProgram
) -> None:
    as_program(NEWER)
    for name in ("Maya", "Nadia", "Jonas"):
        with pytest.raises(WorkspaceUnusable) as told:
            open_desk(team.url(name))
        assert f"set up by qualdesk {THIS.version}" in told.value.says
        assert "qualdesk team init" in told.value.says
    with owner_of(team) as store:
        set_up(store)
    open_desk(team.url("Maya")).close()


def test_one_desk_that_is_newer_does_not_lock_the_other_forty_nine_out(
    team: TeamDesk, as_program: AsProgram
) -> None:
    ahead = Program(number=2, desks_at_least=2, server_at_least=1, version="9.4.0")
    as_program(ahead)
    for name in ("Nadia", "Maya"):
        open_desk(team.url(name)).close()
    as_program(THIS)
    open_desk(team.url("Ben")).close()


def test_an_older_program_does_not_set_a_server_up_again(
    team: TeamDesk, as_program: AsProgram
) -> None:
    as_program(NEWER_AND_KIND)
    with owner_of(team) as store:
        set_up(store)
    as_program(THIS)
    with owner_of(team) as store, pytest.raises(WorkspaceTooNew, match=r"set up by qualdesk 9\.3"):
        set_up(store)


def test_a_desk_whose_act_is_not_there_is_told_which_of_the_two_is_older(team: TeamDesk) -> None:
    desk = open_desk(team.url("Maya"))
    try:
        with psycopg.connect(team.owner, autocommit=True) as owner:
            found = owner.execute(
                "SELECT oid::regprocedure::text FROM pg_proc"
                " WHERE pronamespace = 'act'::regnamespace AND proname = 'note_seen'"
            ).fetchone()
            assert found is not None
            owner.execute(f"DROP FUNCTION {found[0]}".encode())
        with pytest.raises(WorkspaceTooNew, match=r"while this desk was open: .* is older than it"):
            desk.calling.next_lead("Any")
    finally:
        desk.close()
    late = open_desk(team.url("Maya"))
    try:
        with pytest.raises(WorkspaceUnusable, match=r"server is older than your .* team init"):
            late.calling.next_lead("Any")
    finally:
        late.close()


def test_acts_of_the_last_release_are_as_they_were_or_the_number_says_so() -> None:
    """Raise THIS.number (and desks_at_least); a release writes it: .ci/acts_of_this_release."""
    file = Path(__file__).with_name("acts_of_the_release.json")
    kept = json.loads(file.read_text("utf-8"))
    if kept["number"] == THIS.number:
        now = {one.name: function_of(one).signature for one in acts()}
        assert {name: now.get(name) for name in kept["acts"]} == kept["acts"]
    assert kept["number"] <= THIS.number
