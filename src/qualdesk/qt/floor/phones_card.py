"""Who is on the phones now, what each does, and which call backs are late."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import LeadId
from qualdesk.core.on_phones import OnPhone, Phones, PromisedCall
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.floor.choice_card import Choice, ChoiceCard
from qualdesk.qt.floor.late_card import LateCard, day_words, who_may
from qualdesk.qt.floor.people_acts import Done, Paused, PeopleActs
from qualdesk.qt.floor.phones_table import PhonesTable
from qualdesk.qt.handoff.result import ResultLine
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card, Heading
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.whole_table import WholeTable
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.qt.floor.behind_view import BehindView

_TICK_MS: Final = 1000


class PhonesCard(Card):
    """The card of the Floor with everybody who calls for a campaign. Nobody is ranked (S4)."""

    changed = Signal(object)
    """What an act from here touched, as ``Changes``."""
    lead_wanted = Signal(object)
    """Somebody wants to see a lead: its ``LeadId``."""
    list_wanted = Signal(str)
    """Somebody wants the list behind a number: its code."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._work, self._clock = work, clock
        self._campaign: Campaign | None = None
        self._phones: Phones | None = None
        self._asked = 0
        self._wants_late = False
        self._giving: tuple[LeadId, str] | None = None
        self._campaigns: tuple[Campaign, ...] = ()
        self._moving = ""
        self.model = PhonesTable(clock, zone)
        self.table = WholeTable(tr("On the phones now"), row_height=48)
        self.table.show_rows_of(self.model)
        self.nobody = PlainLabel(tr(NOBODY), face="body", tone="text2", wrap=True)
        self.pause = PushButton(tr("Pause calling"), kind="quiet", icon="pause", height=30)
        self.names = PushButton(tr("Hide names"), kind="quiet", icon="user", height=30)
        self.result = ResultLine()
        self._lines = [self.result]
        self.late = Banner("call")
        self.acts = PeopleActs(work, self)
        self._over: dict[str, PopOver] = {}
        self._timer = QTimer(self, interval=_TICK_MS)
        self._lay_out()
        self._listen()
        self._show(None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        ends = QWidget()
        row = QHBoxLayout(ends)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.names)
        row.addWidget(self.pause)
        column.addWidget(Heading(tr("On the phones now"), end=ends, face="card_title"))
        column.addWidget(self.table)
        column.addWidget(self.nobody)
        column.addStretch(1)
        column.addWidget(self.result)
        column.addWidget(self.late)
        self.setFocusProxy(self.table)

    def _listen(self) -> None:
        self._timer.timeout.connect(self.model.tick)
        self.table.opened.connect(self._ask_move)
        self.pause.clicked.connect(self._pause)
        self.names.clicked.connect(self._switch_names)
        self.late.pressed.connect(self.show_late)
        self.result.acted.connect(lambda _says: self.acts.undo())
        self.acts.done.connect(self._acted)
        self.acts.refused.connect(self._refused)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show who calls for this campaign from now on; nothing of the one before stays."""
        before = self._campaign.id if self._campaign else None
        self._campaign = campaign
        if campaign is None or campaign.id != before:
            self.acts.forget()
            self.result.clear()
            self._show(None)
        self._show_paused()
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again; what comes after another question is dropped."""
        campaign = self._campaign
        self._asked += 1
        mine = self._asked
        if campaign is None:
            return

        def told(found: tuple[Phones, Campaign]) -> None:
            if mine == self._asked:
                self._campaign = found[1]
                self._show_paused()
                self._show(found[0])

        def look(desk: Desk) -> tuple[Phones, Campaign]:
            return desk.phones.now(campaign.id), desk.library.campaign(campaign.id)

        self._work.ask(look, told, owner=self, refused=self._refused)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"undo": self.acts.undo} if self.acts.can_undo else {}

    def show_late(self) -> None:
        """Show the call backs that are late, to open or give them."""
        over = self._card("late", self._made_late)
        if self._phones is not None:
            over.say("")
            over.show_late(self._phones.call_backs)
            over.open(self.late, over.first())

    def give(self, lead_id: LeadId, name: str, anchor: QWidget) -> None:
        """Ask which caller a lead is given to; it is the next they are offered."""
        over = self._card("give", self._made_give)
        callers = self._phones.callers if self._phones is not None else ()
        there = [one for one in callers if one.state != "away"]
        self._giving = (lead_id, name)
        says = tr("They are offered this lead next, right after call backs that are due.")
        over.begin(
            tr("Who calls {name}?", name=name),
            says if there else tr("Nobody calls for this campaign now."),
            [Choice(key=one.name, text=one.name, second=one.state_label, person=True)
             for one in there],
        )  # fmt: skip
        over.open(anchor, over.table)

    def give_from(self, view: "BehindView") -> None:
        """Let leads of a list be given to callers; what came of it is said there as well."""
        view.give_wanted.connect(lambda lead, name: self.give(lead, name, view.give))
        view.result.acted.connect(lambda _says: self.acts.undo())
        self._lines.append(view.result)

    @property
    def over(self) -> PopOver | None:
        """The card that is open over the page, if any."""
        return next((one for one in self._over.values() if one.isVisible()), None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _show(self, found: Phones | None) -> None:
        self._phones = found
        here = self._campaign.id if self._campaign else None
        callers = found.callers if found is not None else ()
        was, had_cursor = self._current, self.table.hasFocus()
        self.model.show_callers(callers, here)
        names = [one.name for one in callers]
        self.table.choose(names.index(was) if was in names else 0)
        is_empty = found is not None and not callers
        reveal(self.table, shown=not is_empty)
        reveal(self.nobody, shown=is_empty)
        is_named = found is None or found.named
        self.names.set(tr("Hide names") if is_named else tr("Show names"), icon="user")
        self._show_call_backs(found)
        if had_cursor and is_empty:
            self.late.take_focus()

    def _show_call_backs(self, found: Phones | None) -> None:
        if found is None:
            reveal(self.late, shown=False)
            return
        call_backs = found.call_backs
        latest = next(iter(call_backs.calls), None)
        says = ""
        if latest is not None:
            who = who_may(latest)
            says = tr("Latest: {name} {time}, {who}", name=latest.name, time=latest.wall, who=who)
        self.late.set("call", day_words(call_backs), says, action=tr("Show"), icon="calendar-clock")
        reveal(self.late, shown=True)
        over = self._over.get("late")
        if isinstance(over, LateCard) and over.isVisible():
            over.show_late(call_backs)

    @property
    def _current(self) -> str:
        row = self.table.currentIndex().row()
        return self.model.rows[row].name if 0 <= row < len(self.model.rows) else ""

    def _show_paused(self) -> None:
        campaign = self._campaign
        reveal(self.pause, shown=campaign is not None)
        if campaign is not None and campaign.is_paused:
            self.pause.set(tr("Resume calling"), icon="play")
        else:
            self.pause.set(tr("Pause calling"), icon="pause")

    def _pause(self) -> None:
        if self._campaign is not None:
            self.acts.pause(self._campaign, is_paused=not self._campaign.is_paused)

    def _switch_names(self) -> None:
        if self._phones is not None:
            self.acts.show_names(shown=not self._phones.named)

    def _ask_move(self, row: int) -> None:
        """Ask which campaign somebody calls for; the campaigns are asked for first."""
        one = self.model.rows[row]
        self._work.ask(
            lambda desk: tuple(each.campaign for each in desk.library.campaigns()),
            lambda found: self._offer_move(one, found),
            owner=self,
            refused=self._refused,
        )

    def _offer_move(self, one: OnPhone, found: tuple[Campaign, ...]) -> None:
        over = self._card("move", self._made_move)
        self._moving = one.name
        paused = tr("paused")
        choices = [
            Choice(key=each.id, text=each.name, second=paused if each.is_paused else "")
            for each in found
        ]
        back = Choice(key=None, text=tr("What they called for before"))
        over.begin(
            tr("What does {caller} call for?", caller=one.name),
            tr("From the next lead on. A call that goes on is not touched."),
            [*choices, back],
            one.campaign,
        )
        over.open(self.table, over.table)

    def _acted(self, done: Done, can_undo: bool) -> None:  # noqa: FBT001 - as the signal gives it
        if isinstance(done, Paused):
            self._campaign = done.campaign
            self._show_paused()
        over = self._over.get("late")
        if isinstance(over, LateCard) and over.isVisible():
            over.say(done.says)
        self._say("ok" if can_undo else "info", done.says, can_undo=can_undo)
        self.changed.emit(done.changes)
        self.refresh()

    def _refused(self, error: QualdeskError) -> None:
        over = self._over.get("late")
        if isinstance(over, LateCard) and over.isVisible():
            over.say(error.says)
        self._say("warn", error.says, can_undo=False)

    def _say(self, tone: Any, says: str, *, can_undo: bool) -> None:
        for line in self._lines:
            line.say(tone, says)
            line.act.set(tr("Undo"), keys="undo")
            reveal(line.act, shown=can_undo)

    def _card(self, key: str, make: Callable[[QWidget], Any]) -> Any:
        """A card over the page; each is made when it is first asked for."""
        if key not in self._over:
            self._over[key] = make(self.window())
        return self._over[key]

    def _made_late(self, window: QWidget) -> LateCard:
        over = LateCard(window)
        over.open_wanted.connect(self.acts.open_one)
        over.all_wanted.connect(self._open_all)
        over.give_wanted.connect(self._give_late)
        over.lead_wanted.connect(self.lead_wanted)
        return over

    def _open_all(self) -> None:
        if self._campaign is not None:
            self.acts.open_late(self._campaign.id)

    def _give_late(self, one: PromisedCall) -> None:
        self._over["late"].close_over()
        self.give(one.lead, one.name, self.late)

    def _made_move(self, window: QWidget) -> ChoiceCard:
        over = ChoiceCard(window, tr("Move a caller"), tr("Move"), "users")
        over.chosen.connect(lambda to: self.acts.move(self._moving, to))
        return over

    def _made_give(self, window: QWidget) -> ChoiceCard:
        over = ChoiceCard(window, tr("Give to a caller"), tr("Give"), "user-check")
        over.chosen.connect(self._give)
        return over

    def _give(self, caller: str) -> None:
        if self._giving is not None:
            self.acts.give(self._giving[0], caller)


NOBODY: Final = tr_later(
    "Nobody has called for this campaign today. Callers stand here from their first lead on."
)
