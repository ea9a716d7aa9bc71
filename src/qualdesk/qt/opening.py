"""From the start of the program to an open workspace: its questions, and what is in the way."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl, Signal

from qualdesk.bootstrap import TeamAddress, facts_of, file_of, keep_password, team_address
from qualdesk.core.clock import Clock, RunningClock, TurnedClock
from qualdesk.core.errors import (
    NotFound,
    PasswordNeeded,
    QualdeskError,
    Refused,
    WorkspaceElsewhere,
    WorkspaceFull,
    WorkspaceMoved,
    WorkspaceTooNew,
    WorkspaceUnreachable,
    WrongLogin,
)
from qualdesk.core.frozen import frozen
from qualdesk.core.team import ALONE, Standing
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.desk.library import CampaignSummary
from qualdesk.desk.outbox import waiting_in
from qualdesk.keys import use_kept, use_typed
from qualdesk.qt.away import AwayPage
from qualdesk.qt.choices import Choices
from qualdesk.qt.choosing import LIST_FILES, Choosing
from qualdesk.qt.putting_back import WaysOut, is_about_file
from qualdesk.qt.sample import STARTS, make_sample, sample_address, throw_away
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.trouble import PasswordPage, TroublePage
from qualdesk.qt.work import Work
from qualdesk.settings import Settings

if TYPE_CHECKING:
    from qualdesk.qt.first_run import FirstRunPage, Joining

OpenDesk = Callable[[Settings, str], Desk]
"""How a workspace is opened: the settings, and its address."""
SAMPLE: Final = tr_later("Sample. Nothing here is real.")
_TROUBLES: Final[tuple[tuple[type[QualdeskError], str], ...]] = (
    (WorkspaceTooNew, tr_later("This workspace needs a newer qualdesk")),
    (WorkspaceMoved, tr_later("This workspace has moved")),
    (WorkspaceElsewhere, tr_later("The workspace cannot lie there")),
    (WorkspaceFull, tr_later("The disk is full")),
    (WrongLogin, tr_later("This login may not call here")),
)
# Where the window begins, by what the person does; the desk for everybody else.
_HOMES: Final = {
    "supervisor": "floor",
    "owner": "floor",
    "sales": "my_leads",
    "auditor": "history",
}
_ALONE_TOO: Final = frozenset({"supervisor"})


class Opening(QObject):
    """Asks what a first start has to ask, opens the workspace, and says why one cannot be used."""

    began = Signal()
    """A workspace is being opened."""
    opened = Signal(object)
    """A workspace is open; its campaigns, a tuple of ``CampaignSummary``."""
    left = Signal()
    """The workspace in work is being left for another one."""

    def __init__(  # noqa: PLR0917 - what a start needs, put together in one place
        self,
        choices: Choices,
        open_desk: OpenDesk,
        clock: Clock,
        zone: str,
        shell: Shell,
        choosing: Choosing,
    ) -> None:
        super().__init__()
        self._choices, self._open_desk = choices, open_desk
        self._clock, self._zone, self._shell = clock, zone, shell
        self._choosing = choosing
        self._file: Path | None = None
        self._team: TeamAddress | None = None
        self._home = "desk"
        self._away: AwayPage | None = None
        self.standing, self.wrong_clock, self.doubt = ALONE, "", ""
        self.address = choices.settings.database
        self.work = Work(self._open)
        self._ways_out = WaysOut(self, choices, clock, zone, shell)

    def start(self, file: Path | None = None) -> None:
        """Ask the question of the first start, or open the workspace; a list is loaded there."""
        self._file = file
        if self._choices.settings.is_named or self.address.startswith("postgresql"):
            self.begin()
        else:
            self._ask_first()

    def _ask_first(self) -> None:
        from qualdesk.qt.first_run import FirstRunPage

        page = FirstRunPage(self._clock.now(), self._zone)
        page.chosen.connect(self._named)
        page.sample_chosen.connect(self._look_around)
        page.join_wanted.connect(partial(self._join, page))
        page.file_wanted.connect(partial(self._choose_list, page))
        page.keys_wanted.connect(self._shell.show_keys)
        self._shell.top.show_person("")
        self._shell.show_alone(page, tr("Welcome to qualdesk"))
        page.setFocus()
        if self._file is not None:
            page.take_file(self._file)

    def begin(self) -> None:
        """Open the workspace and tell what is in it; what stands in the way is said."""
        self.began.emit()
        self._shell.going.say(tr("Opening the workspace …"))
        if self._away is not None:
            self._away.trying()
        settings = self._choices.settings
        self._shell.top.show_person(settings.caller if settings.is_named else "")
        self.work.ask(_look_in, self._found, owner=self, refused=self._trouble)

    @property
    def is_watched_from(self) -> bool:
        """Whether the person of this window looks, and seldom calls: a supervisor for one."""
        return self._home != "desk"

    @property
    def only_reads(self) -> bool:
        """Whether this window does nothing by itself: an auditor reads the history."""
        me = self.standing.me
        return me is not None and me.role == "auditor"

    @property
    def does_clocks_work(self) -> bool:
        """Whether this window helps with the clock's work: not where a login has no right to."""
        me = self.standing.me
        return me is None or me.role not in {"sales", "auditor"}

    def first_page(self, found: tuple[CampaignSummary, ...]) -> str:
        """The page to begin with; an empty workspace begins where lists are loaded."""
        me = self.standing.me
        loads_lists = me is None or me.role in {"supervisor", "owner"}
        if loads_lists and not any(one.leads for one in found):
            return "lists"
        return self._home

    def reopen(self) -> None:
        """Open the same workspace again: the person goes by another name from now on."""
        self.work.move_to(self._open)
        self.begin()

    def put_back(self, path: str) -> None:
        """Let a backup take the workspace's place, and open it; what was there is kept aside."""
        self.left.emit()
        self.work.move_to(self._open)
        self._ways_out.put_back(path)

    def take_file(self) -> Path | None:
        """The list somebody began with; only once."""
        file, self._file = self._file, None
        return file

    def say_sample(self) -> None:
        """Say that nothing is real, while the sample is what is open."""
        if self.address == sample_address(self._choices.settings):
            says = with_keys(tr("Practise three calls without a phone: {practice}."))
            self._shell.say("info", tr(SAMPLE), says, tr("Leave"), self._leave_sample)

    def _found(self, looked: "_Looked") -> None:
        self._away = None
        me, choices = looked.standing.me, self._choices
        if me is None and not choices.settings.is_named:
            # A server that does not know who is logged in: the desk is opened under their name.
            self.work.move_to(self._open)
            self._ask_first()
            return
        self.standing, self.wrong_clock = looked.standing, looked.wrong_clock
        self.doubt = looked.doubt
        if me is not None:
            choices.go_by(me.name)
            self._shell.top.show_person(me.name)
        is_at_home = me is not None or looked.role in _ALONE_TOO
        self._home = _HOMES.get(looked.role, "desk") if is_at_home else "desk"
        self.opened.emit(looked.campaigns)

    @property
    def way_in(self) -> str:
        """The address to connect with, with the password as it was typed. Never shown or kept."""
        team = self._team
        return team.whole if team and team.address == self.address else self.address

    def _open(self) -> Desk:
        return self._open_desk(self._choices.settings, self.way_in)

    def _choose_list(self, page: "FirstRunPage") -> None:
        file = self._choosing.file(page, tr("Lead lists"), "lists", LIST_FILES)
        if file is not None:
            page.take_file(file)

    def _named(self, name: str, file: Path | None) -> None:
        self._file = file
        if self._choices.keep(caller=name):
            self.begin()

    def _look_around(self, name: str) -> None:
        """Open the sample in a workspace of its own, on a clock of its own."""
        if not self._choices.keep(caller=name):
            return
        self.work.close()
        try:
            throw_away(self._choices.settings)
        except Refused as refused:
            self._trouble(refused)
            return
        self.address = sample_address(self._choices.settings)
        self._turn(RunningClock(STARTS))
        self.work.move_to(self._open)
        self.work.long(
            make_sample,
            lambda _made: self.begin(),
            owner=self,
            refused=self._trouble,
        )
        self.say_sample()

    def _leave_sample(self) -> None:
        """Open the person's own workspace; the sample is thrown away."""
        self._shell.say("info", "")
        self.address = self._choices.settings.database
        self._turn(None)
        self.left.emit()
        self.work.move_to(self._open)
        try:
            throw_away(self._choices.settings)
        except Refused as refused:
            self._shell.say("warn", "", refused.says)
        self.begin()

    def _turn(self, clock: Clock | None) -> None:
        """Go by the sample's clock, or the computer's. One that was set by hand stays."""
        if isinstance(self._clock, TurnedClock):
            self._clock.turn_to(clock)

    def _join(self, page: "FirstRunPage", wanted: "Joining") -> None:
        """Try a team's workspace; only what worked is kept."""
        try:
            team = team_address(wanted.address, wanted.password)
        except Refused as error:
            page.refuse(error.says)
            return

        def joined(looked: _Looked) -> None:
            me = looked.standing.me
            name = me.name if me else wanted.name
            if not name:
                page.ask_name()
            elif self._choices.keep(caller=name, database=team.address):
                self.address = team.address
                self.work.move_to(self._open)
                self._keep_password(team, wanted=wanted.keep)
                self.begin()

        def not_joined(error: QualdeskError) -> None:
            self._team = None
            self.work.move_to(self._open)
            page.refuse(error.says)

        self._team = team
        self.work.move_to(partial(self._open_team, team))
        self.work.ask(_look_in, joined, owner=page, refused=not_joined)

    def _open_team(self, team: TeamAddress) -> Desk:
        """A team's workspace that is there; none is made by joining it.

        Raises:
            NotFound: there is none in that database.
        """
        if not facts_of(team.whole).number:
            raise NotFound(
                tr(
                    "There is no workspace in that database yet. Whoever runs it makes one with: "
                    "qualdesk campaign new NAME --db ADDRESS"
                )
            )
        return self._open_desk(self._choices.settings, team.whole)

    def _keep_password(self, team: TeamAddress, *, wanted: bool) -> None:
        """Hand the password to the keyring, beside the window: some of them ask first."""
        if not wanted or not team.password:
            return

        def done(is_kept: bool) -> None:  # noqa: FBT001 - what comes back from the lane
            if not is_kept:
                says = tr("It is asked for at each start.")
                self._shell.say("info", tr("This computer has no keyring for the password."), says)

        self.work.ask(
            lambda _desk: keep_password(team), done, owner=self, refused=lambda _error: None
        )

    def _trouble(self, error: QualdeskError) -> None:
        """The workspace cannot be used: a page says so, and nothing else can be done here."""
        if isinstance(error, WorkspaceUnreachable) and not self.address.startswith("sqlite"):
            self._wait_for_server(error)
            return
        self._away = None
        if isinstance(error, PasswordNeeded):
            self._ask_password(error)
            return
        titles = (tr(title) for kind, title in _TROUBLES if isinstance(error, kind))
        title = next(titles, tr("The workspace cannot be opened"))
        page = TroublePage(title, error.says, without_secrets(self.address))
        page.retry_pressed.connect(self.begin)
        page.close_pressed.connect(self._shell.close)
        self._shell.show_alone(page, tr("Workspace"))
        page.again.setFocus()
        if is_about_file(error) and self.address.startswith("sqlite"):
            self._ways_out.offer(page, error)

    def _wait_for_server(self, error: QualdeskError) -> None:
        """The server is away: say so, and open the workspace by itself when it is back."""
        page = self._away
        if page is None:
            title = tr("Waiting for the team's server")
            page = AwayPage(title, without_secrets(self.address), self._clock, self._zone)
            page.try_wanted.connect(self.begin)
            page.close_pressed.connect(self._shell.close)
            self._away = page
            self._shell.show_alone(page, tr("Workspace"))
            page.again.setFocus()
            self._count_saves(page)
        page.failed(error.says)

    def _count_saves(self, page: AwayPage) -> None:
        outbox = self._choices.settings.outbox_file(self.address)
        if outbox is not None:
            asked = partial(_saves_in, outbox, self._clock)
            self.work.here(asked, page.show_waiting, owner=page, refused=lambda _error: None)

    def _ask_password(self, error: QualdeskError) -> None:
        file = file_of(self.address)
        page = PasswordPage(error.says, without_secrets(self.address), of_file=file is not None)

        def given(password: str, keep: bool) -> None:  # noqa: FBT001 - as the signal gives it
            if file is None:
                self._team = typed = team_address(self.address, password)
            else:
                use_typed(file, password)
                typed = TeamAddress(address=f"sqlite:///{file}", password=password)
            self.work.move_to(self._open)
            self._keep_password(typed, wanted=keep)
            self.begin()

        page.given.connect(given)
        page.close_pressed.connect(self._shell.close)
        self._shell.show_alone(page, tr("Workspace"))
        page.password.setFocus()


def _saves_in(outbox: Path, clock: Clock) -> int:
    """How many saves wait there, also where it is encrypted and the keyring has the key."""
    use_kept(outbox)
    return waiting_in(outbox, clock)


@frozen
class _Looked:
    """What a workspace holds for this person, and what they do there."""

    campaigns: tuple[CampaignSummary, ...]
    role: str
    standing: Standing
    wrong_clock: str
    doubt: str


def _look_in(desk: Desk) -> _Looked:
    standing = desk.team.standing()
    role = desk.people.role()
    # Their counts are taken from leads, of which an auditor reads none.
    campaigns = () if role == "auditor" else desk.library.campaigns()
    said = {"wrong_clock": desk.team.wrong_clock(), "doubt": desk.recovery.doubt()}
    return _Looked(campaigns=campaigns, role=role, standing=standing, **said)


def without_secrets(address: str) -> str:
    """A workspace's address as it may be shown: no password."""
    if address.startswith("sqlite:///"):
        return address.removeprefix("sqlite:///")
    shown = QUrl(address)
    shown.setUserInfo(shown.userName())
    return shown.toString()
