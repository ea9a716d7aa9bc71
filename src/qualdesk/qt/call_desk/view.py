"""The layout of the Call Desk: strip, notice, three columns, call bar, for each width."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.cards import CallCard
from qualdesk.core.frozen import frozen
from qualdesk.core.read_back import place_words
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.call_bar import CallBar
from qualdesk.qt.call_desk.drawer import Drawer
from qualdesk.qt.call_desk.empty import EmptyDesk
from qualdesk.qt.call_desk.lead_panel import LeadPanel
from qualdesk.qt.call_desk.script_panel import ScriptPanel
from qualdesk.qt.call_desk.strip import QueueStrip
from qualdesk.qt.call_desk.verdict_panel import VerdictPanel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.popover import cursor_is_in_card


@frozen
class Measures:
    """How the desk is laid out from some width of the window on; lengths unscaled."""

    left: int
    right: int
    gap: int
    most_next: int
    earlier: int
    coming: int
    known: int
    has_right: bool = True


WIDE: Final = Measures(left=380, right=380, gap=16, most_next=3, earlier=3, coming=4, known=99)
NORMAL: Final = Measures(left=328, right=324, gap=16, most_next=3, earlier=3, coming=4, known=99)
COMPACT: Final = Measures(left=300, right=300, gap=12, most_next=2, earlier=1, coming=1, known=2)
SMALL: Final = Measures(
    left=296, right=300, gap=10, most_next=1, earlier=1, coming=1, known=2, has_right=False
)
_FROM: Final = ((1624, WIDE), (1324, NORMAL), (1164, COMPACT), (0, SMALL))


def measures_for(width: float) -> Measures:
    """How the desk is laid out in a width, in pixels at the usual size of the text."""
    return next(measures for start, measures in _FROM if width >= start)


class DeskView(Fitted):
    """Everything of the page in its place. It decides about room and about nothing else."""

    def __init__(self, keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Each part is made where it stays: Qt tells all within of each ground it is moved to.
        self._above = QWidget(self)
        self._both = QWidget(self._above)
        self._lead_side, self._empty_side = QWidget(self._both), QWidget(self._both)
        self.strip = QueueStrip(keys.get("skip", "skip"), parent=self._above)
        self.notice, self.line = Banner("info"), Banner("warn")
        self.lead = LeadPanel(self._lead_side)
        self.script = ScriptPanel(keys.get("note", "note"), self._lead_side)
        missing = keys.get("missing_next", "missing_next")
        self.verdict = VerdictPanel(missing, self._lead_side)
        self.bar = CallBar(keys, self)
        self.empty = EmptyDesk()
        self._measures = NORMAL
        self.notice.hide()
        self.line.hide()
        self._lay_out()
        self.strip.show_lead(shown=False)
        self.fit()

    @property
    def measures(self) -> Measures:
        """The layout in force."""
        return self._measures

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.strip, self.lead, self.script, self.verdict, self.drawer, self.bar)

    def show_card(self, card: CallCard, now: datetime, our_zone: str) -> None:
        """Show another lead, all but its script."""
        self.show_empty(empty=False)
        self.strip.show_card(card)
        self.lead.show_card(card, now, our_zone)
        self.bar.show_lead(
            card.phase,
            card.consequences,
            theirs=said.zone_of(card),
            ours=our_zone,
            place=place_words(card.lead.contact),
        )

    def show_empty(self, *, empty: bool) -> None:
        """Show the explained emptiness instead of a lead."""
        self._stack.setCurrentWidget(self._empty_side if empty else self._lead_side)
        self.strip.show_lead(shown=not empty)

    def say(  # noqa: PLR0917 - what a banner shows, part by part
        self,
        tone: BannerTone,
        title: str,
        text: str = "",
        action: str = "",
        other: str = "",
        icon: str = "",
    ) -> None:
        """Say something above the columns; nothing to say takes the line away."""
        if title or text:
            self.notice.set(tone, title, text, action=action, other=other, icon=icon)
        self.notice.setVisible(bool(title or text))

    @override
    def fit(self) -> None:
        """Lay the parts out for the room there is."""
        here = measures_for(self.width() / look().scale)
        self._measures = here
        px = look().px
        self._columns.setSpacing(px(here.gap))
        self._around.setContentsMargins(px(here.gap), px(here.gap - 4), px(here.gap), px(here.gap))
        self._around.setSpacing(px(here.gap - 2))
        self.lead.setFixedWidth(px(here.left))
        self.drawer.fit(is_drawer=not here.has_right, width=px(here.right))
        self.strip.fit(most=here.most_next, gap=10)
        self.script.fit(earlier=here.earlier, coming=here.coming, wide=here is WIDE)
        self.verdict.fit(known=here.known)
        self.bar.fit(two_rows=here is SMALL)

    def offer_main(self) -> None:
        """Put the cursor on the main key, unless somebody types in a card over the page."""
        if not cursor_is_in_card():
            self.bar.main.setFocus()

    def _lay_out(self) -> None:
        self._columns = QHBoxLayout(self._lead_side)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self.lead)
        self._columns.addWidget(self.script, 1)
        self.drawer = Drawer(self.verdict, self._columns, self._lead_side)
        centred = QVBoxLayout(self._empty_side)
        # Between stretches: its height is measured for the width it has, not for all there is.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.empty)
        across.addStretch(1)
        centred.addStretch(1)
        centred.addLayout(across)
        centred.addStretch(2)
        self._stack = QStackedLayout(self._both)
        # First in front: the parts of a lead without a lead would look like one that is broken.
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._lead_side)
        self._stack.addWidget(self._empty_side)
        self._around = QVBoxLayout(self._above)
        self._around.addWidget(self.strip)
        self._around.addWidget(self.line)
        self._around.addWidget(self.notice)
        self._around.addWidget(self._both, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._above, 1)
        column.addWidget(self.bar)
