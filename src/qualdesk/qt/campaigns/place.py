"""The Campaigns place: the table of campaigns, the page of one, and the editors below it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign, CampaignPlan
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.campaigns.editors import CAMPAIGN, DEFINITION, SCRIPT, Level, new_level
from qualdesk.qt.campaigns.new_campaign import NewCampaign
from qualdesk.qt.campaigns.overview import CampaignsOverview
from qualdesk.qt.campaigns.rows import LookedOver, look_over
from qualdesk.qt.campaigns.waiting import OPEN_WAITING, Waiting
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.going import Going
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.qt.campaigns.page import CampaignPage


class CampaignsPlace(QWidget):
    """Three levels, one in front: all campaigns, one campaign, and what it works by.

    The way to a level that is not made yet takes a moment. Until it is there, the one that was
    in front is what counts, and keys are kept for the one that comes.
    """

    changed = Signal(object)
    """What was touched, as ``Changes``."""
    campaign_chosen = Signal(object)
    """The ``Campaign`` to work on."""
    keys_changed = Signal()
    """Other keys work now: another level is in front."""
    way_changed = Signal()
    """The way to what is in front is another one."""
    saved_said = Signal(str)
    """Saved, Saving, or why it is not saved yet."""
    calls_wanted = Signal()
    """A campaign is ready: the person wants to call its leads."""
    typed_on_the_way = Signal(object)
    """A key pressed on the way to what is in front now: it is to be pressed here again."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        choosing: Choosing,
        zone: str,
        waiting: Waiting | None = None,
    ) -> None:
        super().__init__()
        self._work, self._clock, self._choosing, self._zone = work, clock, choosing, zone
        self._wanted: Campaign | None = None
        self.waiting = waiting or Waiting(work, self)
        self.overview = CampaignsOverview(zone)
        self.new = NewCampaign(zone)
        self.editors: dict[str, Any] = {}
        self._page = Level(partial(self._new, CAMPAIGN), self._take_page)
        self._levels = {CAMPAIGN: self._page} | {
            kind: Level(partial(self._new, kind), partial(self._take_editor, kind))
            for kind in (SCRIPT, DEFINITION)
        }
        self._going = Going(self._levels.__getitem__, self.typed_on_the_way.emit)
        self._left: tuple[QWidget, QWidget | None] | None = None
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for level in (self.overview, self.new, self._going):
            self._stack.addWidget(level)
        self.setFocusProxy(self.overview.table)
        self._listen()

    def _listen(self) -> None:
        self.overview.opened.connect(self.open_campaign)
        self.overview.waiting_pressed.connect(self.waiting.open)
        self.waiting.wanted.connect(self._open_waiting)
        self.overview.new_pressed.connect(self._begin_campaign)
        self.new.made.connect(self._make)
        self.new.file_pressed.connect(self._from_file)
        self.new.left.connect(self.show_overview)
        self.overview.chosen.connect(self.campaign_chosen)

    @property
    def front(self) -> Any:
        """The level in front; on the way to another one, the one that was."""
        return self._left[0] if self._left is not None else self._stack.currentWidget()

    @property
    def page(self) -> "CampaignPage":
        """The page of one campaign, made when it is first wanted: the window starts fast."""
        page: CampaignPage = self._page.page
        return page

    @property
    def way(self) -> tuple[str, ...]:
        """The way to what is in front, in the words of the top bar."""
        if self.front is self.new:
            return (tr("Campaigns"), tr("New campaign"))
        names = [tr("Campaigns")]
        if self.front is not self.overview and self.page.campaign is not None:
            names.append(self.page.campaign.name)
        if self.front in self.editors.values():
            names.append(self.front.title)
        return tuple(names)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        panes: tuple[QWidget, ...] = self.front.panes
        return panes

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Work on this campaign: the page of another one gives way to its own."""
        self._wanted = campaign
        below = self.front not in {self.overview, self.new}
        open_one = self.page.campaign if below else None
        if campaign is not None and open_one is not None and campaign.id != open_one.id:
            self.open_campaign(campaign)
            return
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again for what is in front."""
        if self.front is not self.overview:
            if self.front is not self.new:
                self.front.refresh()
            return
        self._work.ask(look_over, self._show_rows, owner=self, refused=self._refused)

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere."""
        if hasattr(self.front, "touched"):
            self.front.touched(changes)
        elif changes.leads or changes.campaigns:
            self.refresh()

    def main(self) -> None:
        """The one big key of what is in front."""
        if self.front is self.overview:
            self.overview.press_main()
            return
        if self.front is self.new:
            if self.front.main.isVisible() and self.front.main.isEnabled():
                self.front.main.click()
            return
        self.front.main()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        if self.front is self.overview:
            return {"new": self._begin_campaign, "refresh": self.refresh}
        if self.front is self.new:
            return {}
        own: dict[str, Callable[[], None]] = self.front.commands()
        return own

    def undo(self) -> None:
        """Take the last act of what is in front back."""
        if hasattr(self.front, "undo"):
            self.front.undo()

    def step_back(self) -> bool:
        """Esc: one level up; False at the top."""
        if hasattr(self.front, "step_back") and self.front.step_back():
            return True
        if self.front is self.overview:
            return False
        self.go_back_to(len(self.way) - 2)
        return True

    def go_back_to(self, step: int) -> None:
        """Go back to this step of the way, counted from 0."""
        if step <= 0:
            self.show_overview()
        elif self.page.campaign is not None:
            self.open_campaign(self.page.campaign)

    def show_overview(self) -> None:
        """Show all campaigns."""
        self._bring(self.overview, self.overview.table)
        self.refresh()

    def _begin_campaign(self) -> None:
        """Show the fields of a new campaign."""
        self.new.begin()
        # Whoever works for one client makes its next campaign sooner than another's.
        row = self.overview.current()
        self.new.client.begin_with(row.campaign.client if row else "")
        self.new.client.ask(self._work, self)
        self._bring(self.new, self.new)

    def open_campaign(self, campaign: Campaign) -> None:
        """Show the page of this campaign; the cursor stands where it stood on it."""
        self._go_to(CAMPAIGN, campaign.name, lambda: self._show_page(campaign))

    def _show_page(self, campaign: Campaign) -> None:
        is_same = self.page.campaign is not None and self.page.campaign.id == campaign.id
        cursor = self.page.focusWidget() if is_same else None
        self._bring(self.page, self.page)
        self.page.open(campaign)
        if cursor is not None:
            cursor.setFocus()
        self.way_changed.emit()
        self.campaign_chosen.emit(campaign)

    def _open_script(self, campaign: Campaign, script_id: str) -> None:
        """Open the editor on a script, as this campaign uses it; without an id on a new one."""
        if script_id:
            self._edit(SCRIPT, campaign, script_id)
            return

        def ask(desk: Desk) -> str:
            used = desk.library.script(campaign.id)
            return desk.scripts.new(campaign.name, like=used.id if used else "").script.id

        self._begin(ask, SCRIPT, campaign)

    def _open_definition(self, campaign: Campaign, definition_id: str) -> None:
        """Open the page of a definition, as this campaign uses it; without an id of a new one."""
        if definition_id:
            self._edit(DEFINITION, campaign, definition_id)
            return

        def ask(desk: Desk) -> str:
            used = desk.library.definition(campaign.id)
            like = used.id if used else ""
            return desk.definitions.new(campaign.name, like=like).definition.id

        self._begin(ask, DEFINITION, campaign)

    def _open_waiting(self, campaign: Campaign, definition_id: str) -> None:
        def is_open() -> None:
            self.campaign_chosen.emit(campaign)

        self._edit(DEFINITION, campaign, definition_id, is_open)

    def save(self) -> None:
        """Save what is typed now: the window is left."""
        if self._page.is_there:
            self.page.save()
        for editor in self.editors.values():
            if hasattr(editor, "save"):
                editor.save()

    def _make(self, plan: CampaignPlan) -> None:
        """Make a campaign that works by the shipped script and definition until others do."""

        def ask(desk: Desk) -> Campaign:
            return desk.library.add(
                plan,
                script=desk.library.shipped_script(),
                definition=desk.library.shipped_definition(),
            )

        self._work.ask(ask, self._was_made, owner=self, refused=self._not_made)

    def _from_file(self) -> None:
        """Make a campaign from its file, under the name typed or the file's own."""
        path = self._choosing.file(self, tr("Campaign files"), "campaigns", "*.toml")
        name = self.new.name.text().strip()
        if path is not None:
            self._work.ask(
                lambda desk: desk.library.new_from_files(name, source=path),
                self._was_made,
                owner=self,
                refused=self._not_made,
            )

    def _was_made(self, campaign: Campaign) -> None:
        self.changed.emit(Changes(campaigns=frozenset({campaign.id}), queue=True))
        self.open_campaign(campaign)

    def _not_made(self, error: QualdeskError) -> None:
        problems = [str(problem) for problem in getattr(error, "problems", ())]
        self.new.refuse("\n".join([error.says, *problems[:4]]))

    def _begin(self, ask: Callable[[Desk], str], kind: str, campaign: Campaign) -> None:
        """Begin a document like the one in use, and open its editor."""
        self._work.ask(
            ask,
            lambda made: self._edit(kind, campaign, made),
            owner=self,
            refused=lambda error: self.saved_said.emit(error.says),
        )

    def _edit(
        self,
        kind: str,
        campaign: Campaign,
        document_id: str,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        def show() -> None:
            # The way back leads over the page, also for who did not come over it.
            self.page.campaign = campaign
            editor = self._levels[kind].page
            editor.open(campaign, document_id)
            self._bring(editor, editor)
            then()

        def page_is_there() -> None:
            self._go_to(kind, tr("Call script") if kind == SCRIPT else tr("Definition"), show)

        self._go_to(CAMPAIGN, campaign.name, page_is_there)

    def _go_to(self, kind: str, title: str, then: Callable[[], None]) -> None:
        """Do ``then`` as soon as this level is there; what stands in front is kept till then."""
        left = self._left or (self.front, self.focusProxy())
        if not self._going.go(kind, title, then):
            self._left = left
            self._stack.setCurrentWidget(self._going)
            self.setFocusProxy(self._going)
            self._going.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere on the way finds what they left; what was typed is dropped."""
        super().hideEvent(event)
        if self._left is not None and not event.spontaneous():
            level, cursor = self._left
            self._stay(level, cursor)

    def _stay(self, level: QWidget, cursor: QWidget | None) -> None:
        """Let this level be in front; nobody is on the way to another one any more."""
        self._going.leave()
        self._left = None
        self._stack.setCurrentWidget(level)
        self.setFocusProxy(cursor or level)

    def _new(self, kind: str) -> Any:
        level = new_level(kind, self._work, self._clock, self._choosing, self._zone)
        self._stack.addWidget(level)
        return level

    def _take_page(self, page: "CampaignPage") -> None:
        page.changed.connect(self.changed)
        page.left.connect(self.show_overview)
        page.saved_said.connect(self.saved_said)
        page.calls_wanted.connect(self.calls_wanted)
        page.script_wanted.connect(self._open_script)
        page.definition_wanted.connect(self._open_definition)

    def _take_editor(self, kind: str, editor: Any) -> None:
        self.editors[kind] = editor
        editor.changed.connect(self._document_changed)
        editor.left.connect(lambda: self.go_back_to(1))
        editor.saved_said.connect(self.saved_said)

    def _document_changed(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.way_changed.emit()

    def _bring(self, level: QWidget, cursor: QWidget) -> None:
        if level is not self.front and hasattr(self.front, "save"):
            self.front.save()
        self._stay(level, cursor)
        cursor.setFocus()
        self.saved_said.emit("")
        self.way_changed.emit()
        self.keys_changed.emit()

    def _show_rows(self, found: LookedOver) -> None:
        self.overview.show_rows(found.rows, self._clock.now())
        self.waiting.show(found.waiting)
        says = self.waiting.says
        self.overview.tell("info", says, action=tr(OPEN_WAITING) if says else "")
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.overview.choose(wanted.id)

    def _refused(self, error: QualdeskError) -> None:
        self.overview.tell("bad", error.says)
