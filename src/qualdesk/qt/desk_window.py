"""One workspace in one window: its pages, what they tell each other, the work of the timer."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.desk.library import CampaignSummary
from qualdesk.qt.breaks import Breaks
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.choices import Choices
from qualdesk.qt.choosing import Choosing, SystemChoosing
from qualdesk.qt.floor.way_in import WayIn
from qualdesk.qt.handed_over import HandedOver
from qualdesk.qt.history.place import HistoryPlace
from qualdesk.qt.live import Telling
from qualdesk.qt.memory import Memory
from qualdesk.qt.opening import OpenDesk, Opening
from qualdesk.qt.own_zone import own_zone
from qualdesk.qt.palette.finder import Finder
from qualdesk.qt.places import Places
from qualdesk.qt.practice.practising import Practising
from qualdesk.qt.reports.way_in import ReportsPlace
from qualdesk.qt.role_places import RolePlaces
from qualdesk.qt.sales.own_leads import OwnLeads
from qualdesk.qt.settings.place import SettingsPlace
from qualdesk.qt.settings.rows import Place
from qualdesk.qt.shell import Page, Shell
from qualdesk.settings import Settings

if TYPE_CHECKING:
    from qualdesk.qt.campaigns.place import CampaignsPlace
    from qualdesk.qt.handoff.place import HandoffPlace
    from qualdesk.qt.lists.page import ListsPage
    from qualdesk.qt.lists.place import ListsPlace
    from qualdesk.qt.my_day.page import MyDayPage

TICK_MS: Final = 60_000
# After the page in front has what it asked for: the time to show it.
_SETTLED_MS: Final = 250
_ON_A_CALL: Final = frozenset({"dialling", "on a call"})
# Pages that work on the campaign in work.
_BY_CAMPAIGN: Final = frozenset(
    {
        *("desk", "lists", "campaigns", "handoff", "floor"),
        *("reports", "history", "my_day", "my_leads"),
    }
)


class DeskWindow(QObject):
    """Puts the pages into the window and carries between them what each has to tell."""

    _campaign: Campaign | None = None

    def __init__(
        self,
        settings: Settings,
        open_desk: OpenDesk,
        clock: Clock,
        choosing: Choosing | None = None,
        *,
        opens_ahead: bool = False,
    ) -> None:
        """``opens_ahead``: it is started at once, and its file may be read while it is made."""
        super().__init__()
        self._clock = clock
        self._zone = own_zone()
        self._shown: dict[str, int | None] = {}
        self._is_opening, self._chosen_page = False, ""
        self.choices = Choices(settings)
        self.memory = Memory(settings.config_folder)
        self.shell = Shell(self._zone)
        choosing = choosing or SystemChoosing(self.memory, self._may_ask)
        self.opening = Opening(self.choices, open_desk, clock, self._zone, self.shell, choosing)
        self.work = self.opening.work
        if opens_ahead and settings.is_named and settings.database.startswith("sqlite"):
            self.work.open_ahead()
        self.desk = CallDeskPage(self.work, clock, self._zone, parent=self.shell.pages)
        self.shell.add_page("desk", tr("Desk"), "headset", self.desk)
        self._places = Places(self.shell, self.work, clock, choosing, self._zone)
        self.floor_way = WayIn(self.shell, self.work, clock, self._zone)
        self.history = HistoryPlace(self.shell, self.work, clock, self._zone)
        self.practising = Practising(self.shell, self.desk, self.work, self.choices)
        self.own_leads = OwnLeads(self.shell, self.work, clock, choosing, self._zone)
        self.breaks = Breaks(self.shell, self.desk, self.work)
        self.finder = Finder(self.shell, self.work, self.desk.from_outside, clock, self._zone)
        self.preferences = self._made_preferences(choosing)
        self.reports = ReportsPlace(self.shell, self.work, clock, choosing, self._zone)
        self._telling = Telling(self.work, self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self.roles = RolePlaces(self.shell, self.opening, self.preferences, self._zone)
        self._connect_window()
        self._connect_pages()

    def _made_preferences(self, choosing: Choosing) -> SettingsPlace:
        """The Settings page, and what takes hold as it is chosen there."""
        place = Place(
            choices=self.choices,
            work=self.work,
            clock=self._clock,
            zone=self._zone,
            choosing=choosing,
        )
        return SettingsPlace(place, self.shell, self.opening, self.desk)

    def _connect_window(self) -> None:
        """Put the window where it stood; hear what it, the start and the settings have to tell."""
        shell = self.shell
        if not self.memory.place(shell):
            shell.resize(1440, 900)
        self._timer.timeout.connect(self.tick)
        self._settling.timeout.connect(self._settled)
        self.opening.began.connect(self._begins)
        self.opening.opened.connect(self._opened)
        self.opening.left.connect(self._leave)
        self.choices.refused.connect(self._refused)
        shell.page_shown.connect(self._came_to_front)
        shell.campaign_chosen.connect(self.work_on)
        shell.look_chosen.connect(lambda name: self.choices.keep(theme=name))
        shell.closed.connect(self.end)
        shell.page_made.connect(lambda page: page.changed.connect(self._touched))
        shell.top.person_pressed.connect(lambda: shell.show_page("my_day"))
        shell.offer({"my_day": lambda: shell.show_page("my_day"), "practice": self._practise})
        self._places.practice_wanted.connect(self._practise)
        self.practising.ended.connect(self._practised)
        shell.top.search_pressed.connect(self.finder.open)
        self.desk.calling_wanted.connect(self.finder.open_calling)
        self.finder.changed.connect(self._touched)
        self.handed = HandedOver(
            shell,
            self._places.load,
            may_take=self._may_ask,
            is_practising=lambda: self.practising.page is not None,
        )

    def _connect_pages(self) -> None:
        """Carry between the pages and the window what each page has to tell."""
        shell = self.shell
        self.desk.save_state.connect(shell.top.show_saved)
        self.desk.followed.connect(self.work_on)
        self.desk.lists_wanted.connect(self._places.to_lists)
        self.desk.rules_wanted.connect(self._places.to_rules)
        self._places.campaign_chosen.connect(self.work_on)
        self.preferences.rules_wanted.connect(self._places.to_rules)
        for place in (self.floor_way.place, self.history):
            place.lead_wanted.connect(self.finder.read_lead)
        for page in (self.desk, self.floor_way.place):
            page.changed.connect(self._touched)

    @property
    def place(self) -> "ListsPlace":
        """The Lists page with its tabs; made now where nobody asked for it before."""
        return self._places.lists

    @property
    def lists(self) -> "ListsPage":
        """The lists themselves, on their page."""
        return self._places.lists.lists

    @property
    def campaigns(self) -> "CampaignsPlace":
        """The Campaigns page; made now where nobody asked for it before."""
        return self._places.campaigns

    @property
    def handoff(self) -> "HandoffPlace":
        """The Hand-off page; made now where nobody asked for it before."""
        return self._places.handoff

    @property
    def my_day(self) -> "MyDayPage":
        """The page of the person's own day; made now where nobody asked for it before."""
        return self._places.my_day

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.choices.settings

    def start(self, file: Path | None = None) -> None:
        """Show the window: the question of the first start, or the workspace; load a list there."""
        self.shell.show()
        self.opening.start(file)

    def tick(self) -> None:
        """What the clock asks for each minute: bring back who has rested, hold what is held."""

        def refused(error: QualdeskError) -> None:
            self.shell.top.show_saved(error.says)

        if self.opening.only_reads:
            return
        # Not on the long lane: an import there would let go of the lead a caller holds.
        if not self.desk.aside.is_aside:
            self.work.ask(
                lambda desk: desk.calling.renew(), lambda _held: None, owner=self, refused=refused
            )
        self.finder.left_for_me.look()
        if self.opening.does_clocks_work:
            self.work.long(
                lambda desk, _progress: desk.keeper.help_out(),
                self._ticked,
                owner=self,
                refused=refused,
            )

    def work_on(self, campaign: Campaign | None) -> None:
        """Let every page work on this campaign."""
        before = self._campaign.id if self._campaign else None
        self._campaign = campaign
        if campaign is not None and campaign.id != before:
            self._reload()

    def raise_up(self) -> None:
        """Bring the window to the front: the program was started a second time."""
        if self.shell.isMinimized():
            self.shell.showNormal()
        self.shell.show()
        self.shell.raise_()
        self.shell.activateWindow()

    def end(self) -> None:
        """The window goes: let saves end, remember where it stood; answers find nobody then."""
        self._timer.stop()
        self._settling.stop()
        self.desk.leave()
        self.practising.close()
        self._places.save()
        self.memory.keep_place(self.shell)
        self.work.end()
        self.deleteLater()

    def _may_ask(self) -> bool:
        if self.desk.state in _ON_A_CALL:
            self.shell.say(
                "warn", tr("You are on a call"), tr("End it first, then choose the file.")
            )
            return False
        return True

    def _practise(self) -> None:
        """A few calls without a phone."""
        self.practising.begin(self._zone)

    def _practised(self) -> None:
        """Back from practice: the desk takes the next lead, and in the sample that is said."""
        self.opening.say_sample()
        self.shell.show_page("desk")

    def _begins(self) -> None:
        self._is_opening, self._chosen_page = True, ""
        self._settling.stop()

    def _leave(self) -> None:
        # Nothing asks the workspace by itself any more: a backup may be taking its place.
        self._is_opening = True
        self._timer.stop()
        self._settling.stop()
        self._campaign = None
        self._shown.clear()

    def _opened(self, found: tuple[CampaignSummary, ...]) -> None:
        self._is_opening = False
        outbox = self.settings.outbox_file(self.opening.address)
        self.desk.line.keep_in(outbox, self.settings.program)
        self.desk.keep_typed_in(self.settings.typed_file)
        self.shell.show_alone(None)
        fitting = self.opening.first_page(found)
        if self.opening.is_watched_from:  # at once: the desk, in front so far, would take a lead
            self._show_first(fitting)
        self._offer(found)
        if not self.opening.is_watched_from:
            self._show_first(fitting)
        self.breaks.ask()
        self.own_leads.ask()
        self.floor_way.ask()
        # Behind what the page in front asked for: the lane takes one after the other. The clock's
        # work, begun at once, took a third of the time until a caller had the first lead.
        self.work.ask(_nothing, self._settle, owner=self, refused=self._settle)
        file = self.opening.take_file()
        if file is not None:
            self._places.load((file,))

    def _settled(self) -> None:
        """What nobody waits for: the first round of the clock's work, and what else waits."""
        self._timer.start()
        self.tick()
        self._places.waiting.ask()

    def _settle(self, _answer: object) -> None:
        if not self._is_opening:
            self._settling.start()

    def _show_first(self, fitting: str) -> None:
        """The page chosen while the workspace opened stays; without one, the fitting page comes."""
        if self.shell.going.to or (self._chosen_page and self._chosen_page == self.shell.at):
            return
        if fitting == "desk":
            self.desk.come_unasked()
        self.shell.show_page(fitting)

    def _offer(self, found: tuple[CampaignSummary, ...]) -> None:
        """Offer the campaigns in the top bar; the one in work stays while it is there."""
        campaigns = [one.campaign for one in found]
        worked = self._campaign.id if self._campaign else None
        kept = next((each for each in campaigns if each.id == worked), None)
        first = next((one.campaign for one in found if one.leads), None)
        self._campaign = kept or first or next(iter(campaigns), None)
        self.shell.top.show_campaigns(campaigns, self._campaign, self._clock.now())
        self._counted(found)
        self._came_to_front(self.shell.at)

    def _reload(self) -> None:
        """Ask for the campaigns again: one was made, changed, or chosen."""
        self.work.ask(
            lambda desk: desk.library.campaigns(), self._offer, owner=self, refused=self._refused
        )

    def _came_to_front(self, key: str) -> None:
        """A page is in front: it works on the campaign in work, or looks again."""
        self._places.tell()
        if self._is_opening:
            self._chosen_page = key
        if key not in _BY_CAMPAIGN:
            return
        if key != "desk" and self.opening.is_watched_from:
            self.desk.aside.step_aside()
        page: Page = self.shell.page
        campaign = self._campaign.id if self._campaign else None
        if key in self._shown and self._shown[key] == campaign:
            page.refresh()
            return
        self._shown[key] = campaign
        page.show_campaign(self._campaign)

    def _touched(self, changes: Changes) -> None:
        """A page changed something: the page in front looks again, when it is another one."""
        self._telling.owe()
        page = self.shell.page
        if page is not self.sender() and hasattr(page, "touched"):
            page.touched(changes)
        if changes.campaigns:
            self._reload()

    def _count(self) -> None:
        """Count how far the calling is, beside the call: it reads every lead."""
        self.work.long(
            lambda desk, _progress: desk.library.campaigns(),
            self._counted,
            owner=self,
            refused=lambda _error: None,
        )

    def _counted(self, found: tuple[CampaignSummary, ...]) -> None:
        for one in found:
            if self._campaign is not None and one.campaign.id == self._campaign.id:
                self.shell.top.show_called(one.called, one.leads)

    def _ticked(self, changes: Changes) -> None:
        if self._is_opening:
            return
        self._count()
        if changes.queue and self.shell.at == "desk" and self.desk.state == "empty":
            self.desk.refresh()
        if self.shell.at == "lists":
            self.place.touched(changes)

    def _refused(self, error: QualdeskError) -> None:
        self.shell.say("bad", "", error.says)


def _nothing(_desk: Desk) -> None:
    """Asked only to know when all that was asked before is answered."""
