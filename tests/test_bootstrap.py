"""An address in, a wired desk out; and what can be said of a workspace from outside."""

from datetime import timedelta
from pathlib import Path

import pytest

from makers import make_clock
from qualdesk.bootstrap import back_up, facts_of, open_desk
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import Refused, WorkspaceUnusable
from qualdesk.recoveries import put_back


def test_a_desk_opens_on_a_path_and_keeps_what_was_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "desk.sqlite"
    desk = open_desk(str(path), clock=make_clock(), caller="ana")
    desk.library.new_campaign("Spring fair")
    desk.close()
    again = open_desk(f"sqlite:///{path}")
    assert [one.campaign.name for one in again.library.campaigns()] == ["Spring fair"]
    assert abs(again.clock.now() - SystemClock().now()) < timedelta(seconds=5)
    again.close()


def test_two_desks_share_a_workspace(store_url: str) -> None:
    ana = open_desk(store_url, clock=make_clock(), caller="ana", durable=False)
    ben = open_desk(store_url, clock=make_clock(), caller="ben", durable=False)
    ana.library.new_campaign("Spring fair")
    assert ben.library.campaign("Spring fair").name == "Spring fair"
    ana.close()
    ben.close()


def test_what_is_no_workspace_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("Dear Ana", encoding="utf-8")
    with pytest.raises(WorkspaceUnusable):
        open_desk(str(text))
    with pytest.raises(WorkspaceUnusable):
        open_desk(str(tmp_path))
    with pytest.raises(Refused):
        open_desk("mysql://server/desk")


@pytest.mark.parametrize(
    "address", ["://", "sqlite://desk.sqlite", "postgresql://ana:s3cret@server:door/desk"]
)
def test_an_address_that_cannot_be_read_is_refused_without_repeating_it(address: str) -> None:
    """It may hold a password, and what SQLAlchemy says of it helps nobody."""
    with pytest.raises(Refused, match="Give an address such as") as refused:
        open_desk(address)
    assert "s3cret" not in str(refused.value)


def test_the_facts_of_a_workspace_are_told_without_making_one(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    before = facts_of(str(path))
    assert (before.kind, before.place, before.number) == ("SQLite", str(path), "")
    assert not path.exists()
    with pytest.raises(Refused, match="nothing to copy"):
        back_up(str(path), tmp_path / "copy.sqlite")
    open_desk(str(path)).close()
    assert facts_of(str(path)).number
    assert facts_of(str(path)).backed_up_at is None
    back_up(str(path), tmp_path / "copy.sqlite")
    made_at = facts_of(str(path)).backed_up_at
    assert made_at is not None
    assert abs(made_at - SystemClock().now()) < timedelta(minutes=1)


def test_a_backup_is_put_back_from_the_outside(tmp_path: Path) -> None:
    path, copy = str(tmp_path / "desk.sqlite"), tmp_path / "copy.sqlite"
    desk = open_desk(path)
    desk.library.new_campaign("Spring fair")
    back_up(path, copy)
    desk.library.new_campaign("By mistake")
    with pytest.raises(Refused, match="open"):
        put_back(path, str(copy))
    desk.close()
    aside = put_back(path, str(copy))
    assert aside is not None
    desk = open_desk(path)
    assert [one.campaign.name for one in desk.library.campaigns()] == ["Spring fair"]
    desk.close()


def test_a_team_s_workspace_is_told_by_server_and_never_by_password(postgres_url: str) -> None:
    with_password = postgres_url.replace("tester@", "tester:secret@")
    facts = facts_of(with_password)
    assert facts.kind == "PostgreSQL"
    assert facts.number
    assert "secret" not in repr(facts)
    with pytest.raises(Refused, match="pg_restore"):
        put_back(with_password, "copy.sqlite")
