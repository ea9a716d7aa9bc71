"""Stories run on a file; with ``QUALDESK_TEAM=1`` by real logins on a team's server."""

import os
from collections.abc import Iterator

import pytest

from team_desks import team_template
from team_rehearsal import as_a_team, take_the_stage

__all__ = ["team_template"]
_AS_A_TEAM = bool(os.environ.get("QUALDESK_TEAM"))
if _AS_A_TEAM:
    take_the_stage()


@pytest.fixture(autouse=True)
def stage(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whose logins the story is played by."""
    if not _AS_A_TEAM:
        yield
        return
    with as_a_team(request.getfixturevalue("team_template")):
        yield
