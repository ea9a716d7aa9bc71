"""The bar along the top: where this is, which campaign, until when, whether it is saved, who."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.times import day_words, local_time
from qualdesk.qt.breadcrumb import Breadcrumb
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.search_button import SearchButton
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.avatar import PersonButton
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.paint import advance, box, glyph, reveal, smooth, words
from qualdesk.qt.widgets.rows import IconMark
from qualdesk.qt.widgets.wide import keep_wide

HEIGHT: Final = 56
_SOON: Final = timedelta(days=3)
_GAP: Final = 24


class TopBar(QWidget):
    """One line about where the person is; the campaign can be switched here."""

    campaign_chosen = Signal(object)
    """The ``Campaign`` to work on."""
    cancel_pressed = Signal()
    """The import is to be given up."""
    person_pressed = Signal()
    """The person wants to see their day."""
    search_pressed = Signal()
    """Somebody wants to search."""
    way_back = Signal(int)
    """A step of the way to what is in front, counted from 0, is to be gone back to."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._campaigns: tuple[Campaign, ...] = ()
        self._page = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._way = Breadcrumb()
        self._way.pressed.connect(self.way_back)
        self._title = PlainLabel(face="page_title")
        self._kept_mark = IconMark("circle-check", "ok", 16)
        self._kept = PlainLabel(face="hint", tone="text2", elide=True)
        self.campaign = Choice("Campaign")
        keep_wide(self.campaign, most=320)
        self._window = WindowChip()
        self._mark = IconMark("check", "text3", 16)
        self._saved = PlainLabel(face="hint", tone="text2", elide=True)
        self._person = PersonButton("My day")
        self._from = PlainLabel(face="text", tone="text2")
        self._chevron = IconMark("chevron-right", "text3", 16)
        self._into = PlainLabel(face="body", tone="text2", elide=True)
        self.cancel = PushButton("Cancel import", kind="quiet", icon="x")
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
        self.show_campaigns((), None, None)

    def _lay_out(self) -> None:
        where = QHBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(12)
        where.addWidget(self.campaign)
        where.addWidget(self._window)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        parts: tuple[QWidget, ...] = (
            *(self._way, self._from, self._chevron, self._title, self._into),
            *(self._kept_mark, self._kept, self._where),
        )
        for each in parts:
            row.addWidget(each)
        row.addStretch(1)
        for end in (self.search, self._mark, self._saved, self.cancel, self._person):
            row.addWidget(end)

    def show_page(self, title: str) -> None:
        """Say which page is in front."""
        self._page = title
        self._title.setText(title)

    def show_way(self, way: Sequence[str]) -> None:
        """Say the way to what is in front, the last of it being what is there.

        Below a place nothing else stands here: what is in front belongs to one campaign.
        """
        self._way.show_steps(way[:-1])
        if way:
            self._title.setText(way[-1])
        # An import stands in front of the campaign, whatever is told of the way meanwhile.
        reveal(self._where, shown=len(way) <= 1 and self._into.isHidden())
        if len(way) <= 1:
            self.show_kept("")

    def show_kept(self, says: str) -> None:
        """Say beside the title that what is in front is saved, or why it is not."""
        is_kept = says.startswith("Saved")
        is_plain = is_kept or says == "Saving"
        self._kept.setText(says)
        self._kept.set_look(tone="text2" if is_plain else "warn")
        icon = "circle-check" if is_kept else "circle-dashed" if is_plain else "triangle-alert"
        self._kept_mark.set(icon, "ok" if is_kept else "text3" if is_plain else "warn")
        for each in (self._kept_mark, self._kept):
            reveal(each, shown=bool(says))

    def show_errand(self, into: str, *, can_cancel: bool = True) -> None:
        """Say that leads are being imported into this campaign; empty ends that."""
        self._from.setText(self._page)
        self._title.setText("Import leads" if into else self._page)
        self._into.setText(f"into {into}")
        for each in (self._from, self._chevron, self._into):
            reveal(each, shown=bool(into))
        reveal(self.cancel, shown=bool(into) and can_cancel)
        reveal(self._where, shown=not into)

    def show_person(self, name: str) -> None:
        """Show whose desk this is."""
        self._person.set_name(name)
        reveal(self._person, shown=bool(name))

    def show_saved(self, says: str) -> None:
        """Saved, Saving, or why it is not saved yet; nothing takes the words away."""
        unsaved = says not in {"", "Saved", "Saving"}
        self._saved.setText(says)
        self._saved.set_look(tone="warn" if unsaved else "text2")
        self._mark.set("triangle-alert" if unsaved else "check", "warn" if unsaved else "text3")
        for each in (self._mark, self._saved):
            reveal(each, shown=bool(says))

    def show_campaigns(
        self, campaigns: Sequence[Campaign], current: Campaign | None, now: datetime | None
    ) -> None:
        """Offer these campaigns and show the one in work."""
        self._campaigns = tuple(campaigns)
        self.campaign.set_values([each.name for each in campaigns], current.name if current else "")
        ids = [each.id for each in campaigns]
        if current is not None and current.id in ids:
            self.campaign.setCurrentIndex(ids.index(current.id))
        reveal(self.campaign, shown=bool(campaigns))
        self._window.set_window(current, self._zone, now)

    def show_called(self, called: int, leads: int) -> None:
        """Say how many leads of the campaign have been called at least once."""
        self._window.set_called(called, leads)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(640), look().px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), look().px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look().colour("line"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _switched(self, place: int) -> None:
        if 0 <= place < len(self._campaigns):
            self.campaign_chosen.emit(self._campaigns[place])


class WindowChip(PlainLabel):
    """When the campaign's window closes, how long that is, and how far the calling has come.

    Amber when it is soon.
    """

    def __init__(self) -> None:
        super().__init__(face="hint_strong")
        self._rest = ""
        self._called = ""
        self._tone = "text2"

    def set_called(self, called: int, leads: int) -> None:
        """Say how many leads have been called; nothing while there are none."""
        self._called = f"{called} of {leads} called" if leads else ""
        self._tell()

    def set_window(self, campaign: Campaign | None, zone: str, now: datetime | None) -> None:
        """Show the window of this campaign; one without an end shows nothing."""
        closes = campaign.window.closes_at if campaign else None
        reveal(self, shown=closes is not None and now is not None)
        if campaign is None or closes is None or now is None:
            return
        there = campaign.window.zone if campaign.window.zone != "UTC" else zone
        local = local_time(closes, there)
        left = closes - now
        self._tone = "bad" if left <= timedelta() else "warn" if left < _SOON else "text2"
        verb = "closed" if left <= timedelta() else "closes"
        self._rest = _left_in_words(left)
        self.setText(f"Window {verb} {day_words(local.date())}, {local:%H:%M}")
        self._tell()

    def _tell(self) -> None:
        said = (self.text(), self._rest, self._called)
        self.setAccessibleName(", ".join(filter(None, said)))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        called = px(_GAP) + advance(self._called, "hint") if self._called else 0
        return QSize(self._width_with_rest() + called, px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        px = look().px
        return QSize(px(12 + 16 + 8 + 12) + advance(self.text(), "hint_strong"), px(34))

    @override
    def is_cut(self) -> bool:
        """Whether the end of the window does not fit; what stands behind it may give way."""
        return self.width() < self.minimumSizeHint().width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        soon = self._tone != "text2"
        box(
            painter,
            rect,
            fill=f"{self._tone}_soft" if soon else "sunken",
            edge=None if soon else "line",
        )
        middle = rect.center().y()
        x = px(12) + glyph(painter, "hourglass", px(12), middle, 16, self._tone) + px(8)
        room = advance(self.text(), "hint_strong")
        where = QRectF(x, 0, room, rect.height())
        words(painter, where, self.text(), face="hint_strong")
        rest = QRectF(x + room + px(8), 0, rect.width(), rect.height())
        if self.width() >= self._width_with_rest():
            words(painter, rest, self._rest, face="hint", tone="text2")
        if self._called and self.width() >= self.sizeHint().width():
            line = rest.left() + advance(self._rest, "hint") + px(_GAP) / 2
            painter.fillRect(QRectF(line, px(9), 1, rect.height() - px(18)), look().colour("line"))
            called = QRectF(line + px(_GAP) / 2, 0, rect.width(), rect.height())
            words(painter, called, self._called, face="hint", tone="text2")

    def _width_with_rest(self) -> int:
        rest = look().px(8) + advance(self._rest, "hint") if self._rest else 0
        return self.minimumSizeHint().width() + rest


def _left_in_words(left: timedelta) -> str:
    if left <= timedelta():
        return ""
    days = left.days
    return {0: "today or tomorrow", 1: "1 day left"}.get(days, f"{days} days left")
