"""The pages beside the desk, each made when somebody first goes there."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from qualdesk.core.clock import Clock
from qualdesk.core.wording import tr
from qualdesk.qt.campaigns.waiting import OPEN_WAITING, Waiting
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.shell import Shell
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.qt.campaigns.place import CampaignsPlace
    from qualdesk.qt.handoff.place import HandoffPlace
    from qualdesk.qt.lists.place import ListsPlace
    from qualdesk.qt.my_day.page import MyDayPage

_LISTS: Final = "lists"
_RULES: Final = "rules"
_DO_NOT_CALL: Final = "do_not_call"
_NO_LISTS: Final = "do_not_call_lists"


class Places(QObject):
    """Lists, Campaigns, Hand-off and My day, and what each tells the top of the window.

    A start reads the code of none of them: a caller has the first lead before they are needed.
    """

    campaign_chosen = Signal(object)
    """The ``Campaign`` to work on."""
    practice_wanted = Signal()
    """A few calls without a phone."""

    def __init__(
        self, shell: Shell, work: Work, clock: Clock, choosing: Choosing, zone: str
    ) -> None:
        super().__init__(shell)
        self._shell, self._work, self._clock = shell, work, clock
        self._choosing, self._zone = choosing, zone
        self._made_campaigns: CampaignsPlace | None = None
        self.waiting = Waiting(work, self)
        self.waiting.told.connect(self._tell_waiting)
        shell.add_page("lists", tr("Lists"), "list-checks", self._make_lists)
        shell.add_page("campaigns", tr("Campaigns"), "flag", self._make_campaigns)
        shell.add_page("handoff", tr("Hand-off"), "send", self._make_handoff)
        shell.place_opened.connect(self._offer)
        self._offer(_LISTS, is_open=True)
        shell.add_aside("my_day", tr("My day"), self._make_my_day)

    @property
    def lists(self) -> "ListsPlace":
        """The Lists page with its tabs; made now where nobody asked for it before."""
        found: ListsPlace = self._shell.page_of("lists")
        return found

    @property
    def campaigns(self) -> "CampaignsPlace":
        """The Campaigns page; made now where nobody asked for it before."""
        found: CampaignsPlace = self._shell.page_of("campaigns")
        return found

    @property
    def handoff(self) -> "HandoffPlace":
        """The Hand-off page; made now where nobody asked for it before."""
        found: HandoffPlace = self._shell.page_of("handoff")
        return found

    @property
    def my_day(self) -> "MyDayPage":
        """The page of the person's own day; made now where nobody asked for it before."""
        found: MyDayPage = self._shell.page_of("my_day")
        return found

    def to_lists(self) -> None:
        """Bring the lists themselves to the front."""
        self._to_tab(_LISTS)

    def to_rules(self) -> None:
        """Bring the calling rules to the front."""
        self._to_tab(_RULES)

    def to_do_not_call(self) -> None:
        """Bring the do-not-call lists to the front."""
        self._to_tab(_DO_NOT_CALL)

    def load(self, files: Sequence[Path]) -> None:
        """Begin to load lists, on their page; whoever may not go there is told who may."""
        self._to_tab(_LISTS, lambda: self.lists.lists.take_files(tuple(files)))
        if self._shell.bound_for != "lists":
            says = tr("Supervisors load lists. Hand this file to one of yours.")
            self._shell.say("info", "", says)

    def save(self) -> None:
        """Save what is typed now: the window is left."""
        if self._made_campaigns is not None:
            self._made_campaigns.save()

    def tell(self) -> None:
        """Say at the top what belongs to the page in front, and take away what does not."""
        self._tell_errand()
        self._tell_took()

    def _make_lists(self) -> "ListsPlace":
        from qualdesk.qt.lists.page import ListsPage
        from qualdesk.qt.lists.place import ListsPlace

        shell = self._shell
        lists = ListsPage(self._work, self._clock, self._choosing, self._zone)
        place = ListsPlace(lists, self._work, self._clock, self._choosing, self._zone)
        shell.top.cancel_pressed.connect(lists.cancel_import)
        place.desk_wanted.connect(self._to_desk)
        place.keys_changed.connect(shell.settle_keys)
        lists.campaign_chosen.connect(self.campaign_chosen)
        lists.calls_wanted.connect(self._to_desk)
        lists.errand_changed.connect(self._tell_errand)
        return place

    def _make_campaigns(self) -> "CampaignsPlace":
        from qualdesk.qt.campaigns.place import CampaignsPlace

        shell = self._shell
        place = CampaignsPlace(
            self._work, self._clock, self._choosing, self._zone, waiting=self.waiting
        )
        self._made_campaigns = place
        shell.top.way_back.connect(place.go_back_to)
        place.keys_changed.connect(shell.settle_keys)
        place.campaign_chosen.connect(self.campaign_chosen)
        place.way_changed.connect(self._tell_way)
        place.saved_said.connect(self._tell_saved)
        place.calls_wanted.connect(self._to_desk)
        place.typed_on_the_way.connect(shell.going.again)
        return place

    def _make_handoff(self) -> "HandoffPlace":
        from qualdesk.qt.handoff.place import HandoffPlace

        place = HandoffPlace(self._work, self._clock, self._choosing, self._zone)
        place.keys_changed.connect(self._shell.settle_keys)
        place.took_said.connect(lambda _says: self._tell_took())
        return place

    def _make_my_day(self) -> "MyDayPage":
        from qualdesk.qt.my_day.page import MyDayPage

        page = MyDayPage(self._work, self._zone)
        page.desk_wanted.connect(self._to_desk)
        page.practice_wanted.connect(self.practice_wanted)
        return page

    def _to_desk(self) -> None:
        self._shell.show_page("desk")

    def _offer(self, key: str, is_open: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """A tab's own key works on every page, for whoever may go to its page."""
        if key == _LISTS and is_open:
            self._shell.offer({_NO_LISTS: self.to_do_not_call})
        elif key == _LISTS:
            self._shell.withdraw(_NO_LISTS)

    def _to_tab(self, tab: str, then: Callable[[], None] | None = None) -> None:
        """Bring a tab of the Lists page to the front, where this person may go there."""

        def arrived() -> None:
            self.lists.tabs.choose(tab)
            if then is not None:
                then()

        self._shell.show_page("lists", arrived)

    def _tell_errand(self) -> None:
        """Say at the top that leads are being imported, while that is what is on the screen."""
        lists = self.lists.lists if self._shell.at == "lists" else None
        into = lists.errand if lists else ""
        can_cancel = lists is not None and bool(into) and lists.run.step != "done"
        self._shell.top.show_errand(into, can_cancel=can_cancel)
        self._tell_way()

    def _tell_way(self) -> None:
        """Say at the top how to get back from what is in front."""
        self._shell.top.show_way(self.campaigns.way if self._shell.at == "campaigns" else ())

    def _tell_took(self) -> None:
        """Say at the top what sales took, while what it is given is what is on the screen."""
        self._shell.top.show_took(self.handoff.took if self._shell.at == "handoff" else "")

    def _tell_saved(self, says: str) -> None:
        """Say at the top that what was written is saved, while that is what is on the screen."""
        if self._shell.at == "campaigns":
            self._shell.top.show_kept(says)

    def _tell_waiting(self, says: str) -> None:
        """A signature or a review waits: said where the person is, with the way there."""
        if self._shell.at != "campaigns" and self._shell.notice.isHidden():
            self._shell.say("info", "", says, tr(OPEN_WAITING), self._to_waiting)

    def _to_waiting(self) -> None:
        self._shell.say("info", "")
        self._shell.show_page("campaigns", self.waiting.open)
