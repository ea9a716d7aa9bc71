"""The Floor page: five numbers, will it finish, who is on the phones, sources, stands, hours."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core import floor_words
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.times import local_time, place_of
from qualdesk.core.wording import tr
from qualdesk.qt.floor.asks_card import AsksCard
from qualdesk.qt.floor.empty import EmptyFloor
from qualdesk.qt.floor.forecast_card import ForecastCard
from qualdesk.qt.floor.hours_card import HoursCard
from qualdesk.qt.floor.looking import Looking, Seen
from qualdesk.qt.floor.numbers import Numbers
from qualdesk.qt.floor.phones_card import PhonesCard
from qualdesk.qt.floor.saved_late_card import SavedLateCard
from qualdesk.qt.floor.sources_card import SourcesCard
from qualdesk.qt.floor.stands_card import StandsCard
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.in_sight import InSight
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.core.floor_figures import Board, Recounted
    from qualdesk.qt.floor.forecast_asking import Seen as Foreseen

_BESIDE: Final = 1180
_PAIRED: Final = 700
_WIDE: Final = 1600
_GAP: Final = 14
_EDGE: Final = 16
ALARM: Final = "alarm"
"""The code of the list of leads that do not add up."""


class FloorPage(Fitted):
    """Lays the cards out, looks again when things change, and says when it could not."""

    changed = Signal(object)
    """What a card touched, as ``Changes``."""
    lead_wanted = Signal(object)
    """The lead whose card is to be read, by its ``LeadId``."""
    list_wanted = Signal(str)
    """The code of the list behind a number."""
    lists_wanted = Signal()
    """A list is to be loaded: there are no leads yet."""
    campaigns_wanted = Signal()
    """A campaign is to be made: there is none yet."""
    keys_changed = Signal()
    """Other keys work now: a card has something to apply, or to take back."""
    reports_wanted = Signal()
    """Reports of these figures are to be read, printed or made by themselves."""
    history_wanted = Signal()
    """What was changed by whom is to be read."""
    looked = Signal()
    """The figures just read are on the screen."""
    not_looked = Signal()
    """The desk could not look; what stood there stands there."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._clock, self._zone = clock, zone
        self._campaign: Campaign | None = None
        self.board: Board | None = None
        self._needed: int | None = None
        self._last_acted: QWidget | None = None
        self.looking = Looking(work, zone)
        self.numbers, self.sources = Numbers(), SourcesCard()
        self.stands, self.hours = StandsCard(), HoursCard()
        self.forecast = ForecastCard(work, clock, zone)
        self.phones = PhonesCard(work, clock, zone)
        self.asks, self.late = AsksCard(work, clock, zone), SavedLateCard(work, clock, zone)
        self.reports = LinkButton(tr("Reports: a day, a week, the campaign"), "reports")
        self.history = LinkButton(tr("History: what was changed by whom"), "history")
        self.empty = EmptyFloor()
        self.alarm, self.fault, self.counted = Banner("bad"), Banner("bad"), Banner("ok")
        for banner in (self.alarm, self.fault, self.counted):
            reveal(banner, shown=False)
        self._clocks = PlainLabel(face="hint", tone="text2", wrap=True)
        self._counting = PlainLabel(tr("The leads are being counted."), face="body", tone="text2")

    def lay_out(self) -> None:
        """Put the cards where they stand, and hear them: the second half of making the page."""
        self._lay_out()
        self._listen()
        self._show_parts()

    def _lay_out(self) -> None:
        across = QBoxLayout.Direction.LeftToRight
        self._middle, self._last, self._pair = (QBoxLayout(across) for _ in range(3))
        for row in (self._middle, self._last, self._pair):
            row.setSpacing(_GAP)
        self._middle.addWidget(self.forecast, 61)
        self._middle.addWidget(self.phones, 39)
        self._pair.addWidget(self.stands, 46)
        self._pair.addWidget(self.hours, 54)
        self._last.addWidget(self.sources, 46)
        self._last.addLayout(self._pair, 54)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, _GAP, _EDGE, _GAP)
        column.setSpacing(_GAP)
        notices = (self.fault, self.alarm, self.counted, self.late, self.asks)
        for part in (*notices, self._clocks, self._counting):
            column.addWidget(part)
        column.addWidget(self.empty, 1)
        column.addWidget(self.numbers)
        column.addLayout(self._middle, 1)
        column.addLayout(self._last)
        links = QBoxLayout(across)
        links.setSpacing(2 * _GAP)
        links.addStretch(1)
        links.addWidget(self.history)
        links.addWidget(self.reports)
        column.addLayout(links)
        self._column = column
        self.area = InSight(inside)
        self.area.setAccessibleName(tr("Floor"))
        self.area.entered.connect(self.take_cursor)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        for table in (self.sources.table, self.stands.table, self.hours.table):
            self.area.follow_rows_of(table)

    def _listen(self) -> None:
        self.looking.seen.connect(self._seen)
        self.forecast.asking.seen.connect(self._forecast_came)
        self.looking.offered.connect(self.stands.offer)
        self.looking.refused.connect(self._refused)
        self.looking.recounted.connect(self._recounted)
        self.stands.part_chosen.connect(self.looking.choose)
        for card in (self.numbers, self.sources, self.stands, *self.cards):
            card.list_wanted.connect(self.list_wanted)
        for each in self.cards:
            each.lead_wanted.connect(self.lead_wanted)
            each.changed.connect(self._card_changed)
        self.forecast.keys_changed.connect(self.keys_changed)
        self.alarm.pressed.connect(self._count_again)
        self.alarm.other_pressed.connect(lambda: self.list_wanted.emit(ALARM))
        self.fault.pressed.connect(self.refresh)
        self.reports.clicked.connect(self.reports_wanted)
        self.history.clicked.connect(self.history_wanted)
        self.empty.lists_wanted.connect(self.lists_wanted)
        self.empty.campaigns_wanted.connect(self.campaigns_wanted)

    @property
    def cards(self) -> tuple[Any, ...]:
        """The cards that ask the desk on their own."""
        return (self.late, self.asks, self.forecast, self.phones)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        notices = (self.fault, self.alarm, self.late, self.asks)
        rest = (self.numbers, self.forecast, self.phones, self.sources, self.stands, self.hours)
        return (*notices, self.empty, *rest)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show this campaign; nothing of the one before stays on the screen."""
        before = self._campaign.id if self._campaign else None
        self._campaign = campaign
        reveal(self.counted, shown=False)
        if campaign is None or campaign.id != before:
            self.board, self._needed = None, None
            self.stands.offer(())
        cursor = QApplication.focusWidget()
        was_here = cursor is not None and self.isAncestorOf(cursor)
        self._show_parts()
        if was_here and cursor is not None and not cursor.isVisible():
            # What has the cursor goes: the page holds it until there is something else.
            self.take_cursor()
        self.looking.begin(campaign.id if campaign else None)
        for card in self.cards:
            card.show_campaign(campaign)

    def refresh(self) -> None:
        """Ask the desk again for everything on the page."""
        self.looking.look()
        for card in self.cards:
            card.refresh()

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: a list may have come, or a batch have left."""
        if changes.campaigns or changes.batches:
            self.looking.look_at_parts()
        if changes.campaigns:
            self.forecast.look_anew()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here: those of every card, undo of the card that acted last."""
        found: dict[str, Callable[[], None]] = {}
        undoes: dict[QWidget, Callable[[], None]] = {}
        for card in self.cards if self._is_filled else ():
            own = card.commands()
            if "undo" in own:
                undoes[card] = own.pop("undo")
            found |= own
        undo = undoes.get(self._last_acted) if self._last_acted is not None else None
        if undo is None:
            undo = next(iter(undoes.values()), None)
        return found | ({"undo": undo} if undo is not None else {})

    def take_cursor(self) -> None:
        """Put the cursor where reading begins; before the first figures the page holds it."""
        if self._is_filled:
            self.numbers.take_cursor()
        elif not self.empty.take_cursor() and not self.area.hasFocus():
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self) -> None:
        """Side by side as there is room: the drawing, two and two, or all below each other."""
        room = self.width() / look().scale
        inner = self.width() - 2 * _EDGE - self.area.verticalScrollBar().sizeHint().width()
        middle = room >= _BESIDE and _fits(inner, self.forecast, self.phones)
        last = room >= _BESIDE and _fits(inner, self.sources, self.stands, self.hours)
        pair = last or (room >= _PAIRED and _fits(inner, self.stands, self.hours))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row, is_across in ((self._middle, middle), (self._last, last), (self._pair, pair)):
            row.setDirection(across if is_across else down)
        self.hours.be_wide(is_wide=room >= _WIDE)

    @property
    def _is_filled(self) -> bool:
        return self.board is not None and self.board.total > 0

    def _seen(self, seen: Seen) -> None:
        """Show the figures just read, in place."""
        cursor = QApplication.focusWidget()
        was_here = cursor is not None and self.isAncestorOf(cursor)
        self.board = board = seen.board
        reveal(self.fault, shown=False)
        if self._is_filled:
            self._show_numbers()
            self.sources.show_board(board)
            self.stands.show_stands(seen.stands.stands, seen.stands.total)
            self.hours.show_board(board)
        self._show_parts()
        self.fit()
        if cursor is self.area or (was_here and cursor is not None and not cursor.isVisible()):
            self.take_cursor()
        self.looked.emit()

    def _forecast_came(self, seen: "Foreseen") -> None:
        """The forecast knows how many should be finished by now: it is worked out only once."""
        found = seen.forecast
        if self._campaign is not None and found.campaign == self._campaign.id:
            has_pace = bool(found.needed) and found.closes_at is not None
            self._needed = found.needed_now if has_pace else None
            self._show_numbers()

    def _show_numbers(self) -> None:
        if self.board is not None and self._campaign is not None and self._is_filled:
            source = self._campaign.source_type
            self.numbers.show_numbers(floor_words.numbers(self.board, source, needed=self._needed))

    def _show_parts(self) -> None:
        """What is on the page: nothing half, and no cards over an empty list."""
        board = self.board
        is_empty = self._campaign is None or (board is not None and not board.total)
        filled: tuple[QWidget, ...] = (
            *(self.numbers, self.forecast, self.phones),
            *(self.sources, self.stands, self.hours, self.reports, self.history),
        )
        for part in filled:
            reveal(part, shown=self._is_filled)
        reveal(self._counting, shown=board is None and not is_empty and self.fault.isHidden())
        reveal(self.empty, shown=is_empty)
        self.empty.say(self._campaign)
        adds_up = board is None or board.adds_up
        if board is not None and not adds_up:
            self.alarm.set(
                "bad",
                floor_words.does_not_add_up(board),
                tr("Nothing is lost. Whoever looks after qualdesk wants to know of it."),
                action=tr("Count again"),
                other=tr("Show the leads"),
            )
        reveal(self.alarm, shown=not adds_up)
        says = self._clocks_said()
        self._clocks.setText(says)
        reveal(self._clocks, shown=bool(says) and self._is_filled)

    def _clocks_said(self) -> str:
        """Whose clock is whose, where the campaign's and the computer's differ."""
        zone = self._campaign.window.zone if self._campaign else "UTC"
        now = self._clock.now()
        there, here = local_time(now, zone), local_time(now, self._zone)
        if zone == "UTC" or there.utcoffset() == here.utcoffset():
            return ""
        return tr(
            "Days are those of the campaign, in {place}, where it is {there:%H:%M}. The other "
            "times are this computer's: {here:%H:%M} now.",
            place=place_of(zone),
            there=there,
            here=here,
        )

    def _count_again(self) -> None:
        """Let the numbers be what the rows say, and say what that changed."""
        if self._campaign is None:
            return
        campaign = self._campaign.id
        self.looking.recount(campaign)

    def _recounted(self, done: "Recounted") -> None:
        self.counted.set("ok", "", done.says)
        reveal(self.counted, shown=True)
        self.changed.emit(done.changes)
        self.looking.look()

    def _card_changed(self, changes: object) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self._last_acted = sender
        if isinstance(changes, Changes) and changes.campaigns and sender is not self.forecast:
            self.forecast.look_anew()
        self.looking.look()
        self.changed.emit(changes)

    def _refused(self, error: QualdeskError) -> None:
        says = tr("What is shown may be old. Nothing was changed.") if self._is_filled else ""
        self.fault.set("bad", error.says, says, action=tr("Look again"))
        reveal(self.fault, shown=True)
        reveal(self._counting, shown=False)
        self.not_looked.emit()


def _fits(room: int, *cards: QWidget) -> bool:
    """Whether these cards have room beside each other without anything of them being cut."""
    needed = sum(card.minimumSizeHint().width() for card in cards)
    return needed + _GAP * (len(cards) - 1) <= room
