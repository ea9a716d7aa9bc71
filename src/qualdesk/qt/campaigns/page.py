"""The page of one campaign: its sections, what is missing, and the leads that come first."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigning import Section, Todo, section_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError, Refused
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.campaigns.first_five import FirstFive
from qualdesk.qt.campaigns.foot import PageFoot
from qualdesk.qt.campaigns.index import SectionIndex
from qualdesk.qt.campaigns.saving import Saving
from qualdesk.qt.campaigns.sections import Sections
from qualdesk.qt.campaigns.settled import Shown, look_at
from qualdesk.qt.campaigns.taking_attendees import TakingAttendees
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.lists.gaps_bar import GAP_LABELS
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.missing_bar import MissingBar
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.work import Work

_WIDE: Final = 1320
_OF_THE_PLAN: Final = frozenset({Section.SOURCE, Section.WINDOW})
_LABELS: Final = {
    **GAP_LABELS,
    "receiver": tr_later("Who gets qualified leads"),
    Section.SCRIPT: tr_later("What callers read from"),
    Section.DEFINITION: tr_later("The qualified lead"),
    Section.PEOPLE: tr_later("Who signs"),
}


class CampaignPage(Fitted):
    """What a campaign says and works by, saved as it is typed."""

    changed = Signal(object)
    """What was touched, as ``Changes``."""
    left = Signal()
    saved_said = Signal(str)
    """Saved, Saving, or why it is not saved yet."""
    script_wanted = Signal(object, str)
    """The script of this ``Campaign`` with this id is to be opened; no id: a new one."""
    definition_wanted = Signal(object, str)
    """The definition of this ``Campaign`` with this id is to be opened; no id: a new one."""
    calls_wanted = Signal()
    """All is there: the person wants to call."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self.campaign: Campaign | None = None
        self._shown: Shown | None = None
        self._is_untold = False
        self.todo = MissingBar()
        self.index = SectionIndex()
        self.sections = Sections(clock, zone)
        self.first = FirstFive(work)
        self.foot = PageFoot()
        self.saving = Saving(work, clock, zone, self)
        self._choosing = choosing
        self._lay_out()

    def make(self) -> Iterator[None]:
        """Make the sections, and hear what is done in them."""
        yield from self.sections.make()
        self.attendees = TakingAttendees(self.sections.attendees, self._work, self._choosing)
        yield
        self._listen()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self.index)
        middle.addWidget(self.sections, 1)
        middle.addWidget(self.first)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(12)
        inner.addWidget(self.todo)
        inner.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.sections)

    def _listen(self) -> None:
        sections = self.sections
        self.todo.pressed.connect(lambda at: self.go_to(*at.split(":", 1)))
        self.index.chosen.connect(sections.bring)
        self.index.entered.connect(sections.go_to)
        sections.at_changed.connect(self.index.show_at)
        sections.typed.connect(self._typed)
        sections.script.script_wanted.connect(self._open_script)
        sections.definition.definition_wanted.connect(self._open_definition)
        self.saving.kept.connect(self._kept)
        self.saving.told.connect(self.saved_said)
        self.attendees.changed.connect(self._attendees_changed)
        self.foot.main.clicked.connect(self._main_pressed)
        self.foot.pause.clicked.connect(self._pause)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._field_left)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.todo, self.index, self.sections, self.first, self.foot)

    def open(self, campaign: Campaign) -> None:
        """Show this campaign; the cursor stands at the first thing that is missing."""
        is_other = self.campaign is None or self.campaign.id != campaign.id
        self.save()
        self.campaign = campaign
        self.attendees.work_on(campaign.id)
        if is_other:
            self._shown = None
            self.sections.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        if self.campaign is None:
            return
        wanted = self.campaign.id
        self._work.ask(
            lambda desk: look_at(desk, wanted), self._show, owner=self, refused=self._refused
        )

    def main(self) -> None:
        """The one big key: the next thing that is missing, or the calls."""
        if self.foot.main.isEnabled():
            self.foot.main.click()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {
            "problem_next": lambda: self.step_missing(1),
            "problem_prev": lambda: self.step_missing(-1),
        }

    def undo(self) -> None:
        """Take the last thing that was saved back."""
        if self._shown is None:
            return
        said = self.saving.undo()
        if said is None:
            self.saved_said.emit(
                tr("Nothing more to undo here") if not self.saving.is_due else tr("Saving")
            )

    def save(self) -> None:
        """Save what is typed now: the page, or the window, is left."""
        self.saving.save()
        self._tell_touched()

    def go_to(self, section: Section | str, gap: str = "") -> None:
        """Put the cursor where something is missing."""
        self.sections.go_to(Section(section), gap)

    def step_missing(self, step: int) -> None:
        """Go to the next thing that is missing, or the one before."""
        missing = self._missing()
        if not missing:
            return
        now = QApplication.focusWidget()
        fields = [self.sections.field_of(*one) for one in missing]
        at = fields.index(now) + step if now in fields else (0 if step > 0 else -1)
        self.go_to(*missing[at % len(missing)])

    @override
    def fit(self) -> None:
        """The first five stand beside where there is room."""
        is_wide = self.width() >= look().px(_WIDE)
        if is_wide != self.first.isVisible():
            reveal(self.first, shown=is_wide)
            if is_wide:
                self.first.recount()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()

    def _show(self, shown: Shown) -> None:
        """Show a campaign as it is kept; what is being typed is never written over."""
        campaign = shown.setup.campaign
        if self.campaign is None or campaign.id != self.campaign.id:
            return
        is_first, self._shown, self.campaign = self._shown is None, shown, campaign
        if not self.saving.is_due:
            self.saving.begin(campaign.id, shown.settled)
            self._fill(shown)
        self._tell(shown)
        self.first.count(campaign.id, shown.settled.plan)
        if is_first and self.sections.hasFocus():
            self._begin()

    def _begin(self) -> None:
        """The cursor at the first thing that is missing, else at the first field."""
        todo = self._shown.setup.todo if self._shown else ()
        if todo:
            self.go_to(todo[0].section, _gap(todo[0]))

    def _missing(self) -> list[tuple[Section, str]]:
        """The places of what is missing now: what is being typed counts as answered already."""
        if self._shown is None:
            return []
        todo = [(one.section, _gap(one)) for one in self._shown.setup.todo]
        try:
            said = self.sections.settled(self._shown.settled)
        except Refused:
            return todo
        typed = [(section_of(gap), gap.field) for gap in said.plan.gaps()]
        if said.plan.handoff.receiver:
            todo = [one for one in todo if one[1] != "receiver"]
        return [*typed, *(one for one in todo if one[0] not in _OF_THE_PLAN)]

    def _fill(self, shown: Shown) -> None:
        self.sections.fill(shown, local_time(self._clock.now(), self._zone).date())

    def _tell(self, shown: Shown) -> None:
        """Say what is missing, in all places that say it."""
        setup = shown.setup
        links = [(f"{one.section}:{_gap(one)}", _label(one)) for one in setup.todo]
        self.todo.show_missing(setup.says or _ready(setup.calls_may_start), links)
        self.index.show_missing({each: len(setup.todo_in(each)) for each in Section})
        self.foot.show_setup(setup)

    def _typed(self) -> None:
        if self._shown is None or self.campaign is None:
            return
        try:
            said = self.sections.settled(self._shown.settled)
            self.first.count(self.campaign.id, self.sections.wished(said))
        except Refused as error:
            self.saving.hold(error.says)
            return
        self.saving.write(said)

    def _kept(self, shown: Shown) -> None:
        self._is_untold = True
        self.campaign, self._shown = shown.setup.campaign, shown
        if not self.saving.is_due:
            self._fill(shown)
        self._tell(shown)

    def _field_left(self, before: QWidget | None, _now: QWidget | None) -> None:
        if before is not None and self.sections.isAncestorOf(before):
            self.saving.save()

    def _tell_touched(self) -> None:
        """Tell other pages once what was changed here, when they may be looked at."""
        if self._is_untold and self.campaign is not None:
            self._is_untold = False
            self.changed.emit(Changes(campaigns=frozenset({self.campaign.id}), queue=True))

    def _attendees_changed(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.refresh()

    def _main_pressed(self) -> None:
        self.saving.save()
        if self.foot.is_ready and not self.saving.is_due:
            self._tell_touched()
            self.calls_wanted.emit()
        else:
            self.step_missing(1)

    def _pause(self) -> None:
        if self.campaign is None:
            return
        wanted, is_paused = self.campaign.id, not self.campaign.is_paused

        def ask(desk: Desk) -> Shown:
            desk.library.pause(wanted, is_paused=is_paused)
            return look_at(desk, wanted)

        self._work.ask(ask, self._kept, owner=self, refused=self._refused)

    def _refused(self, error: QualdeskError) -> None:
        self.saved_said.emit(error.says)

    def _open_script(self, script_id: str) -> None:
        self.saving.save()
        self.script_wanted.emit(self.campaign, script_id)

    def _open_definition(self, definition_id: str) -> None:
        self.saving.save()
        self.definition_wanted.emit(self.campaign, definition_id)


def _gap(one: Todo) -> str:
    """The name of the field in which something is missing; of the section where it is none."""
    return one.field or one.section.value


def _label(one: Todo) -> str:
    label = _LABELS.get(_gap(one))
    return tr(label) if label else one.section.label


def _ready(calls_may_start: bool) -> str:  # noqa: FBT001 - the one thing it says
    return tr("Calls can start") if calls_may_start else tr("Nothing is missing here")
