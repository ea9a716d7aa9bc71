"""One workspace in one window: its pages, what they tell each other, the work of the timer."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.desk.library import CampaignSummary
from qualdesk.qt.breaks import Breaks
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.campaigns.place import OPEN_WAITING, CampaignsPlace
from qualdesk.qt.choices import Choices
from qualdesk.qt.choosing import Choosing, SystemChoosing
from qualdesk.qt.floor.way_in import WayIn
from qualdesk.qt.handed_over import HandedOver
from qualdesk.qt.handoff.place import HandoffPlace
from qualdesk.qt.history.place import HistoryPlace
from qualdesk.qt.lists.page import ListsPage
from qualdesk.qt.lists.place import LISTS, RULES, ListsPlace
from qualdesk.qt.live import Telling
from qualdesk.qt.memory import Memory
from qualdesk.qt.my_day.page import MyDayPage
from qualdesk.qt.opening import OpenDesk, Opening
from qualdesk.qt.own_zone import own_zone
from qualdesk.qt.palette.finder import Finder
from qualdesk.qt.practice.practising import Practising
from qualdesk.qt.reports.way_in import ReportsPlace
from qualdesk.qt.role_places import RolePlaces
from qualdesk.qt.sales.own_leads import OwnLeads
from qualdesk.qt.settings.place import SettingsPlace
from qualdesk.qt.settings.rows import Place
from qualdesk.qt.shell import Page, Shell
from qualdesk.settings import Settings

TICK_MS: Final = 60_000
_ON_A_CALL: Final = frozenset({"dialling", "on a call"})


class DeskWindow(QObject):
    """Puts the pages into the window and carries between them what each has to tell."""

    def __init__(
        self,
        settings: Settings,
        open_desk: OpenDesk,
        clock: Clock,
        choosing: Choosing | None = None,
    ) -> None:
        super().__init__()
        self._clock = clock
        self._zone = own_zone()
        self._campaign: Campaign | None = None
        self._shown: dict[str, int | None] = {}
        self._is_opening, self._chosen_page = False, ""
        self.choices = Choices(settings)
        self.memory = Memory(settings.config_folder)
        self.shell = Shell(self._zone)
        choosing = choosing or SystemChoosing(self.memory, self._may_ask)
        self.opening = Opening(self.choices, open_desk, clock, self._zone, self.shell, choosing)
        self.work = self.opening.work
        self.desk = CallDeskPage(self.work, clock, self._zone)
        self.lists = ListsPage(self.work, clock, choosing, self._zone)
        self.place = ListsPlace(self.lists, self.work, clock, self._zone)
        self.campaigns = CampaignsPlace(self.work, clock, choosing, self._zone)
        self.handoff = HandoffPlace(self.work, clock, choosing, self._zone)
        self.my_day = MyDayPage(self.work, self._zone)
        self.practising = Practising(self.shell, self.desk, self.work, self.choices)
        self.own_leads = OwnLeads(self.shell, self.work, clock, choosing, self._zone)
        self.breaks = Breaks(self.shell, self.desk, self.work)
        self.finder = Finder(self.shell, self.work, self.desk.from_outside, clock, self._zone)
        self.preferences = self._made_preferences(choosing)
        self.reports = ReportsPlace(self.shell, self.work, clock, choosing, self._zone)
        self._telling = Telling(self.work, self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._pages = self._add_pages()
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

    def _add_pages(self) -> dict[str, Page]:
        """Put the pages into the window, in the order of the rail; each by its key."""
        shell = self.shell
        shell.add_page("desk", tr("Desk"), "headset", self.desk)
        shell.add_page("lists", tr("Lists"), "list-checks", self.place)
        shell.add_page("campaigns", tr("Campaigns"), "flag", self.campaigns)
        shell.add_page("handoff", tr("Hand-off"), "send", self.handoff)
        self.floor_way = WayIn(shell, self.work, self._clock, self._zone)
        self.history = HistoryPlace(shell, self.work, self._clock, self._zone)
        shell.add_aside("my_day", tr("My day"), self.my_day)
        shell.offer(
            {
                "my_day": lambda: shell.show_page("my_day"),
                "practice": lambda: self.practising.begin(self._zone),
            }
        )
        return {
            "desk": self.desk,
            "lists": self.place,
            "campaigns": self.campaigns,
            "handoff": self.handoff,
            "floor": self.floor_way.place,
            "reports": self.reports,
            "history": self.history,
            "my_day": self.my_day,
            "my_leads": self.own_leads.page,
        }

    def _connect_window(self) -> None:
        """Put the window where it stood; hear what it, the start and the settings have to tell."""
        shell = self.shell
        if not self.memory.place(shell):
            shell.resize(1440, 900)
        self._timer.timeout.connect(self.tick)
        self.opening.began.connect(self._begins)
        self.opening.opened.connect(self._opened)
        self.opening.left.connect(self._leave)
        self.choices.refused.connect(self._refused)
        shell.page_shown.connect(self._came_to_front)
        shell.campaign_chosen.connect(self.work_on)
        shell.look_chosen.connect(lambda name: self.choices.keep(theme=name))
        shell.closed.connect(self.end)
        shell.top.cancel_pressed.connect(self.lists.cancel_import)
        shell.top.way_back.connect(self.campaigns.go_back_to)
        shell.top.person_pressed.connect(lambda: shell.show_page("my_day"))
        self.my_day.desk_wanted.connect(lambda: shell.show_page("desk"))
        self.my_day.practice_wanted.connect(lambda: self.practising.begin(self._zone))
        self.practising.ended.connect(self._practised)
        shell.top.search_pressed.connect(self.finder.open)
        self.desk.calling_wanted.connect(self.finder.open_calling)
        self.finder.changed.connect(self._touched)
        self.handed = HandedOver(
            shell,
            self._load,
            may_take=self._may_ask,
            is_practising=lambda: self.practising.page is not None,
        )

    def _connect_pages(self) -> None:
        """Carry between the pages and the window what each page has to tell."""
        shell = self.shell
        self.desk.save_state.connect(shell.top.show_saved)
        self.desk.followed.connect(self.work_on)
        self.desk.lists_wanted.connect(lambda: self._to_lists(LISTS))
        self.desk.rules_wanted.connect(lambda: self._to_lists(RULES))
        self.place.desk_wanted.connect(lambda: shell.show_page("desk"))
        self.place.keys_changed.connect(shell.settle_keys)
        self.lists.campaign_chosen.connect(self.work_on)
        self.lists.calls_wanted.connect(lambda: shell.show_page("desk"))
        self.lists.errand_changed.connect(self._tell_errand)
        self.campaigns.keys_changed.connect(shell.settle_keys)
        self.handoff.keys_changed.connect(shell.settle_keys)
        self.handoff.took_said.connect(lambda _says: self._tell_took())
        self.campaigns.campaign_chosen.connect(self.work_on)
        self.campaigns.way_changed.connect(self._tell_way)
        self.campaigns.saved_said.connect(self._tell_saved)
        self.campaigns.waiting.told.connect(self._tell_waiting)
        self.campaigns.calls_wanted.connect(lambda: shell.show_page("desk"))
        self.preferences.rules_wanted.connect(lambda: self._to_lists(RULES))
        for place in (self.floor_way.place, self.history):
            place.lead_wanted.connect(self.finder.read_lead)
        pages: tuple[Any, ...] = (
            *(self.desk, self.place, self.campaigns, self.handoff, self.own_leads.page),
            self.floor_way.place,
        )
        for page in (*pages, self.preferences):
            page.changed.connect(self._touched)

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
        self.desk.leave()
        self.practising.close()
        self.campaigns.save()
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

    def _load(self, files: tuple[Path, ...]) -> None:
        """Begin to load lists, on their page."""
        self._to_lists(LISTS)
        self.lists.take_files(files)

    def _to_lists(self, tab: str) -> None:
        """Bring a tab of the Lists page to the front."""
        self.shell.show_page("lists")
        self.place.tabs.choose(tab)

    def _tell_errand(self) -> None:
        """Say at the top that leads are being imported, while that is what is on the screen."""
        into = self.lists.errand if self.shell.at == "lists" else ""
        self.shell.top.show_errand(into, can_cancel=self.lists.run.step != "done")
        self._tell_way()

    def _tell_way(self) -> None:
        """Say at the top how to get back from what is in front."""
        self.shell.top.show_way(self.campaigns.way if self.shell.at == "campaigns" else ())

    def _tell_took(self) -> None:
        """Say at the top what sales took, while what it is given is what is on the screen."""
        self.shell.top.show_took(self.handoff.took if self.shell.at == "handoff" else "")

    def _tell_saved(self, says: str) -> None:
        """Say at the top that what was written is saved, while that is what is on the screen."""
        if self.shell.at == "campaigns":
            self.shell.top.show_kept(says)

    def _tell_waiting(self, says: str) -> None:
        """A signature or a review waits: said where the person is, with the way there."""
        if self.shell.at != "campaigns" and self.shell.notice.isHidden():
            self.shell.say("info", "", says, tr(OPEN_WAITING), self._to_waiting)

    def _to_waiting(self) -> None:
        self.shell.say("info", "")
        self.shell.show_page("campaigns")
        self.campaigns.waiting.open()

    def _practised(self) -> None:
        """Back from practice: the desk takes the next lead, and in the sample that is said."""
        self.opening.say_sample()
        self.shell.show_page("desk")

    def _begins(self) -> None:
        self._is_opening, self._chosen_page = True, ""

    def _leave(self) -> None:
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
        self._timer.start()
        self.breaks.ask()
        self.own_leads.ask()
        self.floor_way.ask()
        self.tick()
        self.campaigns.waiting.ask()
        file = self.opening.take_file()
        if file is not None:
            self._load((file,))

    def _show_first(self, fitting: str) -> None:
        """The page chosen while the workspace opened stays; without one, the fitting page comes."""
        if self._chosen_page and self._chosen_page == self.shell.at:
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
        self._tell_errand()
        self._tell_took()
        if self._is_opening:
            self._chosen_page = key
        if key not in self._pages:
            return
        if key != "desk" and self.opening.is_watched_from:
            self.desk.aside.step_aside()
        campaign = self._campaign.id if self._campaign else None
        if key in self._shown and self._shown[key] == campaign:
            self._pages[key].refresh()
            return
        self._shown[key] = campaign
        self._pages[key].show_campaign(self._campaign)

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
        self._count()
        if changes.queue and self.shell.at == "desk" and self.desk.state == "empty":
            self.desk.refresh()
        if self.shell.at == "lists":
            self.place.touched(changes)

    def _refused(self, error: QualdeskError) -> None:
        self.shell.say("bad", "", error.says)
