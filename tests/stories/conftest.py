"""Stories run on a file; with ``QUALDESK_TEAM=1`` by real logins on a team's server."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualdesk.bootstrap import read_beliefs
from qualdesk.core.clock import SetClock
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.store.database import Store
from seats import CAST, address
from team_desks import team_template
from team_rehearsal import Stage, as_a_team, take_the_stage

__all__ = ["team_template"]
_AS_A_TEAM = bool(os.environ.get("QUALDESK_TEAM"))
if _AS_A_TEAM:
    take_the_stage()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A team is on one kind of server: what runs once in each database is played once."""
    if _AS_A_TEAM:
        items[:] = [one for one in items if "[postgresql" not in one.name]


@pytest.fixture(autouse=True)
def stage(request: pytest.FixtureRequest) -> Iterator[Stage | None]:
    """Whose logins the story is played by."""
    if not _AS_A_TEAM:
        yield None
        return
    template = request.getfixturevalue("team_template")
    with as_a_team(template, {**CAST, **getattr(request.module, "CAST", {})}) as made:
        yield made


@pytest.fixture
def sqlite_store(sqlite_file: Path, clock: SetClock, stage: Stage | None) -> Iterator[Store]:
    """What a story looks into behind the scenes: its file, or the team's workspace."""
    yield from _behind(f"sqlite:///{sqlite_file}", clock, stage)


@pytest.fixture
def store(store_url: str, clock: SetClock, stage: Stage | None) -> Iterator[Store]:
    """The same, once in each database."""
    yield from _behind(store_url, clock, stage)


def _behind(url: str, clock: SetClock, stage: Stage | None) -> Iterator[Store]:
    if stage is not None:
        stage.follow(url, clock)
    kept = Store(
        address(url), clock=clock, durable=False, rules=shipped_rules, beliefs=read_beliefs
    )
    yield kept
    kept.close()
