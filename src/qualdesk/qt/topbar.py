"""The bar along the top: where this is, which campaign, until when, whether it is saved, who."""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.wording import tr
from qualdesk.qt.breadcrumb import Breadcrumb
from qualdesk.qt.break_button import BreakButton
from qualdesk.qt.campaign_switch import CampaignSwitch
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.save_state import LiveMark, SaveState, is_saved, is_saving
from qualdesk.qt.search_button import SearchButton
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.avatar import PersonButton
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.paint import fill, reveal
from qualdesk.qt.widgets.rows import IconMark
from qualdesk.qt.window_chip import ChipSays, WindowChip

HEIGHT: Final = 56
_GAP: Final = 12
_EDGE: Final = 20
# The bar of a window 1366 wide, the rail taken away: from there down it says less.
_NARROW: Final = 1290


class Less(IntEnum):
    """What gives way when the bar is too narrow for all of it, the least needed first."""

    NOTHING = 0
    BAR = 1
    DAYS = 2
    KIND = 3
    SEARCH_WORDS = 4
    CALLED = 5
    BREAK_WORD = 6
    SAVED_WORD = 7
    WINDOW = 8


class TopBar(QWidget):
    """One line about where the person is; the campaign can be switched here."""

    campaign_chosen = Signal(object)
    """The ``Campaign`` to work on."""
    cancel_pressed = Signal()
    """The import is to be given up."""
    person_pressed = Signal()
    """The person wants to see their day."""
    break_pressed = Signal()
    """A break is to be taken, or the one that is taken is over."""
    search_pressed = Signal()
    """Somebody wants to search."""
    way_back = Signal(int)
    """A step of the way to what is in front, counted from 0, is to be gone back to."""
    shortened = Signal(str)
    """What is wrong, whole, while there is room for its beginning only; empty when that ends."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._campaigns: tuple[Campaign, ...] = ()
        self._page = self._whole = ""
        self._is_first, self._has_break, self._is_real, self._has_room = False, False, True, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._way = Breadcrumb()
        self._way.pressed.connect(self.way_back)
        self._title = PlainLabel(face="page_title")
        self._kept_mark = IconMark("circle-check", "ok", 16)
        self._kept = PlainLabel(face="hint", tone="text2", elide=True)
        self.campaign = CampaignSwitch()
        self._window = WindowChip()
        self._took = Chip()
        self._live = LiveMark()
        self._saved = SaveState()
        self.pause = BreakButton()
        self.pause.clicked.connect(self.break_pressed)
        self._person = PersonButton(tr("My day"))
        self._from = PlainLabel(face="text", tone="text2")
        self._chevron = IconMark("chevron-right", "text3", 16)
        self._into = PlainLabel(face="body", tone="text2", elide=True)
        self.cancel = PushButton(tr("Cancel import"), kind="quiet", icon="x")
        # Out of the way of Tab: the keys of an import stay inside it, and Esc goes back as well.
        self.cancel.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._where = QWidget()
        self.search = SearchButton()
        self.search.clicked.connect(self.search_pressed)
        self._lay_out()
        self.cancel.clicked.connect(self.cancel_pressed)
        self._person.clicked.connect(self.person_pressed)
        self.show_errand("")
        self.campaign.activated.connect(self._switched)
        self.show_saved("")
        self.show_kept("")
        self.show_took("")
        self.show_live("", is_live=False)
        self.show_campaigns((), None, None)
        self.show_break(shown=False, is_on=False)

    def _lay_out(self) -> None:
        where = QHBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(_GAP)
        where.addWidget(self.campaign)
        where.addWidget(self._window)
        where.addWidget(self._took)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.setSpacing(_GAP)
        parts: tuple[QWidget, ...] = (
            *(self._way, self._from, self._chevron, self._title, self._into),
            *(self._kept_mark, self._kept, self._where),
        )
        for each in parts:
            row.addWidget(each)
        row.addStretch(1)
        for end in (self._live, self.search, self._saved, self.cancel, self.pause, self._person):
            row.addWidget(end)

    def show_page(self, title: str, *, is_named: bool = True) -> None:
        """Say which page is in front; one that is not named begins with its campaign."""
        self._page, self._is_first = title, not is_named
        self._title.setText(title)
        self.campaign.stand_first(is_first=self._is_first)
        self._settle()

    def show_way(self, way: Sequence[str]) -> None:
        """Say the way to what is in front, the last of it being what is there.

        Below a place nothing else stands here: what is in front belongs to one campaign.
        """
        self._way.show_steps(way[:-1])
        if way:
            self._title.setText(way[-1])
        # An import stands in front of the campaign, whatever is told of the way meanwhile.
        reveal(self._where, shown=self._is_real and len(way) <= 1 and self._into.isHidden())
        if len(way) <= 1:
            self.show_kept("")
        self._settle()

    def show_kept(self, says: str) -> None:
        """Say beside the title that what is in front is saved, or why it is not."""
        is_kept = is_saved(says)
        is_plain = is_kept or is_saving(says)
        self._kept.setText(says)
        self._kept.set_look(tone="text2" if is_plain else "warn")
        icon = "circle-check" if is_kept else "circle-dashed" if is_plain else "triangle-alert"
        self._kept_mark.set(icon, "ok" if is_kept else "text3" if is_plain else "warn")
        for each in (self._kept_mark, self._kept):
            reveal(each, shown=bool(says))

    def show_errand(self, into: str, *, can_cancel: bool = True) -> None:
        """Say that leads are being imported into this campaign; empty ends that."""
        self._from.setText(self._page)
        self._title.setText(tr("Import leads") if into else self._page)
        self._into.setText(tr("into {into}", into=into))
        for each in (self._from, self._chevron, self._into):
            reveal(each, shown=bool(into))
        reveal(self.cancel, shown=bool(into) and can_cancel)
        reveal(self._where, shown=self._is_real and not into)
        self._settle()

    def show_real(self, *, is_real: bool) -> None:
        """Whether what is in front is real work: else no campaign stands here, and no search."""
        self._is_real = is_real
        reveal(self.search, shown=is_real)
        reveal(self._where, shown=is_real)
        self._settle()

    def show_took(self, says: str) -> None:
        """Say how many leads sales took, in the place of the campaign's window; empty ends that."""
        self._took.set(says, "ok")
        reveal(self._took, shown=bool(says))
        self._settle()

    def show_live(self, says: str, *, is_live: bool) -> None:
        """Say how old the figures of the page in front are; nothing takes the words away."""
        self._live.tell(says, is_live=is_live)
        self._settle()

    def show_person(self, name: str) -> None:
        """Show whose desk this is."""
        self._person.set_name(name)
        reveal(self._person, shown=bool(name))

    def show_saved(self, says: str) -> None:
        """Saved, Saving, or why it is not saved yet; nothing takes the words away."""
        self._saved.say(says)
        self._settle()

    def show_break(self, *, shown: bool, is_on: bool) -> None:
        """Whether a break can be taken from here, and whether one is being taken."""
        self._has_break = shown
        self.pause.show_break(is_on=is_on)
        self._settle()

    def show_campaigns(
        self, campaigns: Sequence[Campaign], current: Campaign | None, now: datetime | None
    ) -> None:
        """Offer these campaigns and show the one in work."""
        self._campaigns = tuple(campaigns)
        self.campaign.offer(campaigns, current)
        reveal(self.campaign, shown=bool(campaigns))
        self._window.set_window(current, self._zone, now)
        self._settle()

    def show_called(self, called: int, leads: int) -> None:
        """Say how many leads of the campaign have been called at least once."""
        self._window.set_called(called, leads)
        self._settle()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(640), look().px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        # Whatever it has no room for gives way: the bar never holds the window open.
        return QSize(look().px(320), look().px(HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._has_room = True
        self._settle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        fill(painter, self.rect(), "surface")
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), "line")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._settle()

    def _settle(self) -> None:
        """Show as much as there is room for, the least needed gone first."""
        if not self._has_room:
            return  # It was never given any: it is told with the first.
        is_errand = not self._into.isHidden()
        reveal(self._title, shown=not self._is_first or is_errand or not self._way.isHidden())
        reveal(self.pause, shown=self._has_break and not is_errand)
        first = Less.DAYS if self.width() <= look().px(_NARROW) else Less.NOTHING
        steps = [each for each in Less if each >= first]
        room = self.width() - 2 * _EDGE
        is_short = self._saved.is_long or (
            not self._saved.is_well and self._room_for(Less.WINDOW, is_short=False) > room
        )
        self._saved.be_short(is_short=is_short)
        fits = (each for each in steps if self._room_for(each, is_short=is_short) <= room)
        less = next(fits, Less.WINDOW)
        self._window.show_only(_chip_says(less))
        reveal(self._window, shown=self._has_room_for_window(less))
        self.campaign.show_kind(shown=less < Less.KIND)
        self.search.show_words(shown=less < Less.SEARCH_WORDS)
        self.pause.show_words(shown=less < Less.BREAK_WORD)
        for state in (self._saved, self._live):
            state.show_words(shown=less < Less.SAVED_WORD)
        self._tell_whole(self._saved.whole if is_short else "")

    def _tell_whole(self, says: str) -> None:
        if says != self._whole:
            self._whole = says
            self.shortened.emit(says)

    def _room_for(self, less: Less, *, is_short: bool) -> int:
        """How wide all that is shown would be with that much gone, in pixels."""
        parts: dict[QWidget, int] = {
            self.search: self.search.room_for(with_words=less < Less.SEARCH_WORDS),
            self._saved: self._saved.room_for(with_words=less < Less.SAVED_WORD, is_short=is_short),
            self._live: self._live.room_for(with_words=less < Less.SAVED_WORD),
            self.pause: self.pause.room_for(with_words=less < Less.BREAK_WORD),
        }
        plain = (self._way, self._from, self._chevron, self._title, self._into)
        for each in (*plain, self._kept_mark, self._kept, self.cancel, self._person):
            parts[each] = each.sizeHint().width()
        if not self._where.isHidden():
            parts[self.campaign] = self.campaign.room_for(with_kind=less < Less.KIND)
        wide = [width for each, width in parts.items() if not each.isHidden()]
        if not self._where.isHidden() and not self._took.isHidden():
            wide.append(self._took.sizeHint().width())
        if not self._where.isHidden() and self._has_room_for_window(less):
            wide.append(self._window.room_for(_chip_says(less)))
        return sum(wide) + _GAP * len(wide)

    def _has_room_for_window(self, less: Less) -> bool:
        return self._window.has_window and less < Less.WINDOW and self._took.isHidden()

    def _switched(self, place: int) -> None:
        if 0 <= place < len(self._campaigns):
            self.campaign_chosen.emit(self._campaigns[place])


def _chip_says(less: Less) -> ChipSays:
    if less >= Less.CALLED:
        return ChipSays.CLOSES
    return ChipSays(min(less, Less.DAYS))
