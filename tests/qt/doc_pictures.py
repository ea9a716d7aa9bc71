"""The pictures of the README and of the settings that have pages of their own in docs/.

Made with all others by: python tests/qt/pictures.py --all
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from makers import make_clock
from qt.everywhere import Everywhere, Screen, a_full_workspace, everywhere
from qt.floor_pictures import CALLERS, two_mornings
from qt.windows import desk_on
from qualdesk.core.claim_limits import USUAL, LimitUse
from qualdesk.core.clock import SetClock
from qualdesk.core.members import Away
from qualdesk.core.team import Person, Standing, Teammate
from qualdesk.demo.run import STARTS
from qualdesk.desk.claim_limits import ClaimLimitsDesk
from qualdesk.desk.team import Team
from qualdesk.qt import desk_window, theme
from qualdesk.qt.plain import PlainLabel
from qualdesk.resources import shipped

Take = Callable[[Screen, str], None]
RUTH = "Ruth Tanner"
PEOPLE = (
    Teammate(name="Aisha Noor", role="caller", login="desk_k", seen_at=STARTS),
    Teammate(name="Joel Parks", role="caller", login="desk_p", seen_at=STARTS),
    Teammate(name="Lena Brandt", role="sales", login="desk_t"),
    Teammate(name=RUTH, role="supervisor", login="desk_r", seen_at=STARTS),
)
HOME = "~/qualdesk"
"""What stands in pictures for the folder they are made in."""


def of_the_front(app: QApplication, scheme: theme.Scheme, take: Take) -> None:
    """The pictures of the README that are no other page's, in the colours each is kept in."""
    theme.apply(app, scheme, 1.0)
    with TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        folder, clock = Path(made), make_clock()
        a_full_workspace(folder, clock)
        with everywhere(folder, clock, patch, theme=scheme) as walk:
            if scheme == "light":
                take((f"import-problems-{scheme}", _problems(walk)), "")
            wanted = {"light": "definition", "dark": "script"}[scheme]
            for name, root in walk.of_campaigns():
                if name == wanted:
                    file = "script-editor" if name == "script" else name
                    take((f"{file}-{scheme}", root), "")
                    break


def _problems(walk: Everywhere) -> QWidget:
    """The third step of an import of the sample list."""
    walk._go("lists")
    lists = walk.window.place.lists
    lists.take_files((shipped("samples", "packtech-expo.csv"),))
    for step in ("file", "columns", "problems"):
        walk.until(lambda step=step: lists.run.step == step and not lists.run.is_busy)
        if step != "problems":
            lists.main()
    return walk.shell


def of_the_settings(app: QApplication, scheme: theme.Scheme, take: Take) -> None:
    """Settings after two mornings of three callers: people, team, backups, privacy."""
    theme.apply(app, scheme, 1.0)
    clock = SetClock(STARTS)
    with TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk_window, "own_zone", lambda: "Europe/London")
        folder = Path(made)
        two_mornings(folder, clock)
        _away(folder, clock)
        _as_a_team(patch)
        with everywhere(folder, clock, patch, theme=scheme, caller=RUTH) as walk:
            for name, root in settings_screens(walk):
                take((f"{name}-{scheme}", root), "settings")


def settings_screens(walk: Everywhere) -> Iterator[Screen]:
    """The sections, each with its name, with no place of this computer in them."""
    walk._go("settings")
    place = walk.window.preferences
    for section, name in (("people", "people"), ("privacy", "privacy"), ("workspace", "backups")):
        place.open(section)
        walk.settle()
        if section == "workspace":
            backups = place.page.workspace.backups
            backups.make.click()
            walk.settle()
            # Backups go by the computer's clock: the picture has that of the workspace.
            backups.chosen.setItemText(0, "Wed 18 Mar, 14:08, less than an hour ago (by hand)")
        for label in walk.shell.findChildren(PlainLabel):
            label.setText(label.text().replace(str(walk.folder), HOME))
        yield name, walk.shell
    standing = Standing(is_team=True, me=Person(login="desk_r", name=RUTH, role="supervisor"))
    place.page.show_team(standing)
    place.open("team")
    walk.settle()
    yield "team", walk.shell


def _away(folder: Path, clock: SetClock) -> None:
    """One of them is away for a day of that week."""
    desk = desk_on(folder / "desk.sqlite", clock, RUTH)()
    day = date(2026, 3, 20)
    desk.people.set_absences(CALLERS[1], [Away(first=day, last=day, because="holiday")])
    desk.close()


def _as_a_team(patch: pytest.MonkeyPatch) -> None:
    """A file has no logins and no limits: what a server would say of them."""
    uses = (
        LimitUse(caller="Aisha Noor", limits=USUAL, this_hour=51, today=230, is_near=True),
        LimitUse(
            caller="Joel Parks",
            limits=replace(USUAL, per_hour=90),
            this_hour=12,
            today=70,
            is_near=False,
            until=STARTS + timedelta(hours=14),
        ),
    )
    patch.setattr(ClaimLimitsDesk, "all", lambda _self: uses)
    patch.setattr(ClaimLimitsDesk, "usual", lambda _self: USUAL)
    patch.setattr(ClaimLimitsDesk, "alarms", lambda _self: ())
    patch.setattr(Team, "people", lambda _self: PEOPLE)
