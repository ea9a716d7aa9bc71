"""Whoever looks after a team is told that a caller came near a limit; else there is no line."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from qt.test_settings_page import Office, office
from qt.windows import text_of
from qualdesk.core.claim_limits import USUAL, ClaimAlarm, LimitUse
from qualdesk.core.team import ALONE, Person, Standing, Teammate
from qualdesk.desk.claim_limits import ClaimLimitsDesk
from qualdesk.desk.team import Team
from qualdesk.qt.limit_alarms import LimitAlarms, alarm_lines
from qualdesk.qt.settings.team import midnight
from qualdesk.qt.shell import Shell

__all__ = ["office"]
NOON = datetime(2026, 3, 17, 12, 0, tzinfo=UTC)
ANA = ClaimAlarm(at=NOON, caller="Ana Ortega", span="hour", taken=48, allowed=60)
BEN = ClaimAlarm(
    at=NOON - timedelta(hours=1), caller="Ben Roth", span="day", taken=320, allowed=400
)
NADIA = Standing(is_team=True, me=Person(login="n", name="Nadia", role="supervisor"))
MAYA = Standing(is_team=True, me=Person(login="m", name="Maya", role="caller"))


@pytest.fixture
def alarms(monkeypatch: pytest.MonkeyPatch) -> list[ClaimAlarm]:
    """The alarms nobody has seen, as the server has them."""
    found: list[ClaimAlarm] = []
    monkeypatch.setattr(ClaimLimitsDesk, "alarms", lambda _self: tuple(found))
    return found


def test_it_is_said_once_and_leads_to_the_team(
    office: Office, qtbot: QtBot, alarms: list[ClaimAlarm]
) -> None:
    shell = Shell("Europe/London")
    qtbot.addWidget(shell)
    shell.show()
    watching = LimitAlarms(shell, office.lanes, "Europe/London")

    def look() -> str:
        watching.look()
        office.wait()
        return shell.notice.accessibleName() if shell.notice.isVisible() else ""

    watching.watch(NADIA)
    office.wait()
    assert not shell.notice.isVisible(), "no alarm, no line"
    alarms[:] = [ANA, BEN]
    said = look()
    assert "2 callers came close to a limit" in said
    assert "Ana Ortega was shown 48 of 60 leads an hour by 12:00." in said
    assert "Ben Roth was shown 320 of 400 leads in 24 hours by 11:00." in said
    with qtbot.waitSignal(watching.wanted):
        shell.notice.pressed.emit()
    assert look() == "", "said once"
    alarms.insert(
        0,
        ClaimAlarm(
            at=NOON + timedelta(hours=1), caller="Ana Ortega", span="day", taken=400, allowed=400
        ),
    )
    shell.say("info", "", "Something else")
    assert look() == "Something else", "nothing is said over something else"
    shell.say("info", "")
    assert "400 of 400" in look()


@pytest.mark.parametrize("standing", [MAYA, ALONE])
def test_callers_and_files_are_not_asked(
    office: Office, qtbot: QtBot, alarms: list[ClaimAlarm], standing: Standing
) -> None:
    alarms[:] = [ANA]
    shell = Shell("Europe/London")
    qtbot.addWidget(shell)
    shell.show()
    watching = LimitAlarms(shell, office.lanes, "Europe/London")
    watching.watch(standing)
    office.wait()
    assert not shell.notice.isVisible()


def test_the_line_of_the_team_goes_when_it_was_seen(
    office: Office, alarms: list[ClaimAlarm], monkeypatch: pytest.MonkeyPatch
) -> None:
    near = LimitUse(caller="Maya Lind", limits=USUAL, this_hour=50, today=50, is_near=True)
    uses: list[LimitUse] = []
    seen: list[Any] = []

    def see(_self: ClaimLimitsDesk, until: datetime) -> int:
        seen.append(until)
        alarms.clear()
        return 1

    monkeypatch.setattr(ClaimLimitsDesk, "all", lambda _self: tuple(uses))
    monkeypatch.setattr(ClaimLimitsDesk, "see_alarms", see)
    monkeypatch.setattr(
        Team, "people", lambda _self: (Teammate(name="Maya Lind", role="caller", login="m"),)
    )
    office.page.show_team(NADIA)
    office.page.show_section("team")
    office.wait()
    section = office.page.team
    assert not section.near.isVisible()
    alarms[:] = [ANA]
    uses[:] = [near]
    section.opened()
    office.wait()
    assert "2 callers are close to a limit: Maya Lind, Ana Ortega" in text_of(section)
    assert "50 of 60 leads this hour" in text_of(section.rows["Maya Lind"])
    section.near.pressed.emit()
    office.wait()
    assert seen == [NOON]
    assert "1 caller is close to a limit: Maya Lind" in text_of(section)
    uses.clear()
    section.opened()
    office.wait()
    assert not section.near.isVisible()
    assert alarm_lines((), "Europe/London") == ""


def test_midnight_is_that_of_the_supervisors_clock() -> None:
    assert midnight(NOON, "Europe/Berlin") == datetime(2026, 3, 17, 23, 0, tzinfo=UTC)
    before_the_change = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert midnight(before_the_change, "Europe/Berlin") == datetime(2026, 3, 29, 22, 0, tzinfo=UTC)
