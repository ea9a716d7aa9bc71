"""The rehearsal of a team is one: whoever is cast works by a login held to what it may."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from makers import make_clock
from qt.desks import fill
from qualdesk.core.cards import CallCard
from qualdesk.core.errors import QualdeskError
from qualdesk.desk import Desk
from seats import CALLER, CAST, NADIA, SALES, SUPERVISOR, address, rows
from team_desks import TeamDesk
from team_rehearsal import Stage, as_a_team

CLOCK = make_clock()
FORBIDDEN = (
    "UPDATE lead SET state = 'won'",
    "DELETE FROM attempt",
    "INSERT INTO suppression (client) VALUES ('')",
    "UPDATE member SET role = 'supervisor'",
)


@pytest.fixture(scope="module")
def stage(team_template: TeamDesk) -> Iterator[Stage]:
    """A stage with a caller, somebody of sales and a supervisor."""
    with as_a_team(team_template, {**CAST, "Lena Brandt": SALES}) as made:
        yield made


@pytest.fixture(scope="module")
def place(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a story believes its file is; four leads wait there."""
    path = tmp_path_factory.mktemp("story") / "desk.sqlite"
    desk = opened(stage, path, NADIA)
    fill(desk)
    desk.close()
    return path


def opened(stage: Stage, path: Path, name: str) -> Desk:
    return stage.open_desk(f"sqlite:///{path}", clock=CLOCK, caller=name)


def forbid(desk: Desk, statement: str) -> None:
    with desk._store.transaction() as tx:
        tx.connection.execute(sa.text(statement))


@pytest.mark.parametrize("statement", FORBIDDEN)
@pytest.mark.parametrize("name", ["Maya Lind", "Lena Brandt"])
def test_callers_and_sales_are_refused_by_the_server(
    stage: Stage, place: Path, name: str, statement: str
) -> None:
    desk = opened(stage, place, name)
    try:
        with pytest.raises((sa.exc.DBAPIError, QualdeskError)) as error:
            forbid(desk, statement)
        assert "permission denied" in f"{error.value} {error.value.__cause__}"
    finally:
        desk.close()


def test_each_is_at_a_login_of_their_own_that_is_held_to_the_rules(
    stage: Stage, place: Path
) -> None:
    before = len(stage.seats)
    wanted = {"Maya Lind": CALLER, "Ana Noor": CALLER, "Lena Brandt": SALES, NADIA: SUPERVISOR}
    for name in wanted:
        opened(stage, place, name).close()
    seats = stage.seats[before:]
    assert {one.name: one.role for one in seats} == wanted
    assert len({one.login for one in seats}) == len(wanted)
    assert all(one.is_held for one in seats)
    assert all(one.login in address(place, one.name) for one in seats)


def test_a_caller_at_their_own_desk_sees_the_lead_in_hand_and_no_other(
    stage: Stage, place: Path
) -> None:
    desk = opened(stage, place, "Maya Lind")
    card = desk.calling.next_lead()
    assert isinstance(card, CallCard)
    with desk._store.reading() as tx:
        seen = list(tx.connection.scalars(sa.text("SELECT id FROM lead")))
    assert seen == [card.lead.id]
    assert len(rows(place, "SELECT id FROM lead")) == 4
    desk.calling.release(card.lead.id)
    desk.close()


def test_where_several_sit_at_one_desk_each_operation_goes_by_the_login_of_whose_it_is(
    stage: Stage, place: Path
) -> None:
    before = len(stage.seats)
    desk = opened(stage, place, "Sam Cole")
    desk.library.campaigns()
    card = desk.calling.next_lead()
    assert isinstance(card, CallCard)
    desk.calling.release(card.lead.id)
    desk.close()
    assert [(one.name, one.role) for one in stage.seats[before:]] == [
        (NADIA, SUPERVISOR),
        ("Sam Cole", CALLER),
    ]


def test_a_login_that_is_held_to_nothing_spoils_the_rehearsal(
    team_template: TeamDesk, tmp_path: Path
) -> None:
    with pytest.raises(AssertionError, match="tester"):
        play_as_owner(team_template, tmp_path / "desk.sqlite")


def play_as_owner(template: TeamDesk, path: Path) -> None:
    with as_a_team(template) as made:
        made.login = lambda place, *_: place.owner  # type: ignore[method-assign]
        opened(made, path, NADIA).close()
