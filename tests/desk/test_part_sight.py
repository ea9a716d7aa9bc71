"""Whom a team's server shows a part of the leads is told no sums of them as if they were all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qt.desks import fill
from qualdesk.bootstrap import open_desk
from qualdesk.core.errors import Refused
from qualdesk.desk import Desk
from team_desks import TeamDesk

Asked = Callable[[Desk], Any]
ASKED: dict[str, Asked] = {
    "retention": lambda desk: desk.retention.due(),
    "record": lambda desk: desk.processing.save(Path("never-written.pdf")),
    "alarm": lambda desk: desk.floor.alarm(desk.library.campaigns()[0].campaign.id),
    "report": lambda desk: desk.reports.day(),
}


@pytest.fixture
def full_team(team: TeamDesk) -> TeamDesk:
    """A team with a campaign and some leads."""
    desk = open_desk(team.url("Nadia"))
    fill(desk)
    desk.close()
    return team


def test_what_looks_at_all_leads_is_a_supervisors(full_team: TeamDesk) -> None:
    """A caller's count of who is due would be nought, and the Floor's numbers would look wrong."""
    for name in ("Maya", "Jonas", "Iris"):
        desk = open_desk(full_team.url(name))
        try:
            for asked in ASKED.values():
                with pytest.raises(Refused, match="a supervisor does it"):
                    asked(desk)
        finally:
            desk.close()
    assert not Path("never-written.pdf").exists()
    nadia = open_desk(full_team.url("Nadia"))
    try:
        assert nadia.retention.due().count == 0
        assert nadia.floor.alarm(nadia.library.campaigns()[0].campaign.id) is not None
    finally:
        nadia.close()


def test_how_far_a_campaign_is_is_the_same_for_a_caller(full_team: TeamDesk) -> None:
    """The top of the window said “0 of 1 called”: the lead in hand was all the caller reads."""
    found = {}
    for name in ("Nadia", "Maya"):
        desk = open_desk(full_team.url(name))
        try:
            desk.calling.next_lead()
            found[name] = desk.library.campaigns()
        finally:
            desk.close()
    assert found["Maya"] == found["Nadia"]
    assert found["Maya"][0].leads > 1


def test_an_auditor_is_one_among_the_people_too(full_team: TeamDesk) -> None:
    """They stood there as a caller, and hours were waited for from them."""
    desk = open_desk(full_team.url("Nadia"))
    try:
        assert {one.name: one.role for one in desk.people.members()}["Iris"] == "auditor"
    finally:
        desk.close()
