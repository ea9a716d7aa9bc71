"""Which campaign is worked on, at the left of the top bar: its name, its kind, and the others."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.sources import SourceType
from qualdesk.core.wording import tr
from qualdesk.qt.plain import plain_tooltip, safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.paint import advance, box, glyph, smooth, words

_WIDEST: Final = 320
_TILE: Final = 32
_ICONS: Final[Mapping[SourceType, str]] = {
    SourceType.TRADE_SHOW: "ticket",
    SourceType.CONFERENCE: "ticket",
    SourceType.WEBINAR: "video",
    SourceType.CONTENT_DOWNLOAD: "download",
    SourceType.CONTACT_FORM: "message-square",
    SourceType.REFERRAL: "user-plus",
}


class CampaignSwitch(Choice):
    """The campaign in work; keys and the list of the others are those of any choice.

    On the desk it stands first and has a picture and a second line, what kind of list it is.
    Beside the name of another page it is one quiet line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Campaign"), parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._kinds: dict[int, tuple[str, str]] = {}
        self._stands_first, self._has_kind = True, True
        self.currentIndexChanged.connect(self._renamed)

    def offer(self, campaigns: Sequence[Campaign], current: Campaign | None) -> None:
        """Offer these campaigns, the one in work chosen."""
        has_several = len({each.client for each in campaigns}) > 1
        self.set_values([name_with_client(each, has_several=has_several) for each in campaigns])
        if current is None:
            self.setCurrentIndex(0 if campaigns else -1)
        ids = [each.id for each in campaigns]
        if current is not None and current.id in ids:
            self.setCurrentIndex(ids.index(current.id))
        self._kinds = {place: _kind(each) for place, each in enumerate(campaigns)}
        self._renamed()

    def stand_first(self, *, is_first: bool) -> None:
        """Whether it stands first in the bar, or behind the name of the page."""
        self._stands_first = is_first
        self.updateGeometry()
        self.update()

    def show_kind(self, *, shown: bool) -> None:
        """Whether there is room for the kind of list below the name."""
        if shown != self._has_kind:
            self._has_kind = shown
            self.updateGeometry()
            self.update()

    def room_for(self, *, with_kind: bool) -> int:
        """How wide it is with or without the kind of list, in pixels."""
        px = look().px
        kind = advance(self._kind, "micro") if with_kind and self._stands_first else 0
        room = max(advance(self.currentText(), self._face), kind)
        before = px(2 + _TILE + 10) if self._stands_first else px(6)
        return min(before + room + px(10 + 16 + 6), px(_WIDEST))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.room_for(with_kind=self._has_kind), look().px(42))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        middle = rect.center().y()
        is_lit = self.underMouse() and self.isEnabled()
        edge = "focus" if self.hasFocus() else None
        box(painter, rect, fill="hover" if is_lit else None, edge=edge, width=2.0)
        x = px(2) if self._stands_first else px(6)
        if self._stands_first:
            tile = QRectF(x, middle - px(_TILE) / 2, px(_TILE), px(_TILE))
            box(painter, tile, fill="accent_soft")
            glyph(painter, self._icon, x + px(8), middle, 16, "accent_text")
            x += px(_TILE + 10)
        room = rect.width() - x - px(10 + 16 + 6)
        kind = self._kind if self._has_kind and self._stands_first else ""
        line, below = look().line(self._face), look().line("micro") if kind else 0
        top = middle - (line + below) / 2
        tone = "text" if self._stands_first else "text2"
        where = QRectF(x, top, room, line)
        words(painter, where, self.currentText(), face=self._face, tone=tone)
        if kind:
            under = QRectF(x, top + line, room, below)
            words(painter, under, kind, face="micro", tone="text2")
        glyph(painter, "chevron-down", rect.right() - px(6 + 16), middle, 16, "text2")

    @property
    def _face(self) -> str:
        return "body_strong" if self._stands_first else "body"

    @property
    def _kind(self) -> str:
        return self._kinds.get(self.currentIndex(), ("", ""))[0]

    @property
    def _icon(self) -> str:
        return self._kinds.get(self.currentIndex(), ("", "list-checks"))[1]

    def _renamed(self) -> None:
        plain_tooltip(self, ", ".join(filter(None, (self.currentText(), self._kind))))
        self.updateGeometry()
        self.update()


def _kind(campaign: Campaign) -> tuple[str, str]:
    """What kind of list the campaign calls, in its own words or by its source; and its icon."""
    source = campaign.source_type
    says = campaign.kind or (source.label if campaign.source else "")
    return safe_text(says, 60, one_line=True), _ICONS.get(source, "list-checks")


def name_with_client(one: Campaign, *, has_several: bool) -> str:
    """A campaign by name; where there are several clients, with whose it is."""
    if not has_several or not one.client:
        return one.name
    return tr("{campaign}, {client}", campaign=one.name, client=one.client)
