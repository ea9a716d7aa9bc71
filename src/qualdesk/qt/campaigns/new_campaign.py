"""A new campaign: its name and where its leads come from; the rest is said on its page."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.campaigns import CampaignPlan
from qualdesk.core.places import country_of
from qualdesk.core.sources import CallWindow, SourceCard, SourceType
from qualdesk.core.wording import tr
from qualdesk.qt.client_field import ClientField
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.read_as import read_as
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.footer import Footer
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal

_SOURCES: Final = tuple(SourceType)
_WIDEST: Final = 620


class NewCampaign(QWidget):
    """Few fields; Enter in the name makes the campaign and opens its page."""

    made = Signal(object)
    """The ``CampaignPlan`` that was written."""
    file_pressed = Signal()
    """A campaign file is to be chosen instead."""
    left = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.notice = Banner("bad")
        self.name = Field(tr("Name of the campaign"), tr("PackTech Expo, stand leads"))
        self.source = Choice(tr("Where the leads come from"), [each.label for each in _SOURCES])
        self.region = Field(tr("Country of numbers without +"), tr("Germany, or DE"))
        self.client = ClientField()
        self._read_as = PlainLabel(face="hint", tone="text2", wrap=True)
        self.file = PushButton(tr("Use a campaign file…"), icon="file-text")
        self.back = PushButton(tr("Back"), keys="Esc")
        self.main = MainButton(tr("Make the campaign"), "check")
        self._says = PlainLabel(face="body_strong", elide=True)
        self._bar = Footer()
        self._lay_out()
        self.setFocusProxy(self.name)
        self.name.textChanged.connect(self._look)
        self.region.textChanged.connect(self._look)
        self.name.returnPressed.connect(self._make)
        self.main.clicked.connect(self._make)
        self.file.clicked.connect(self.file_pressed)
        self.back.clicked.connect(self.left)

    def _lay_out(self) -> None:
        card = Card()
        card.setMaximumWidth(_WIDEST)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 20)
        inside.setSpacing(10)
        inside.addWidget(PlainLabel(tr("New campaign"), face="page_title"))
        says = tr("Everything else is said on its page, and saved as you type.")
        inside.addWidget(PlainLabel(says, tone="text2", wrap=True))
        inside.addWidget(self.notice)
        labelled(inside, tr("What is it called?"), self.name)
        labelled(inside, tr("Where do the leads come from?"), self.source)
        labelled(inside, tr("Country of numbers without +"), self.region)
        inside.addWidget(self._read_as)
        inside.addWidget(self.client)
        row = QHBoxLayout()
        row.setContentsMargins(16, 16, 16, 16)
        row.addStretch(1)
        row.addWidget(card, 20)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        column.addWidget(self._bar)
        self._bar.row.addWidget(self._says, 1)
        for button in (self.file, self.back, self.main):
            self._bar.row.addWidget(button)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.name, self._bar)

    def begin(self) -> None:
        """Show empty fields."""
        reveal(self.notice, shown=False)
        self.name.clear()
        self.region.clear()
        self.source.setCurrentIndex(0)
        self._look()

    def refuse(self, says: str) -> None:
        """Say why it could not be made; what was typed stays."""
        self.notice.set("bad", "", says)
        reveal(self.notice, shown=True)
        self.name.setFocus()

    def _look(self) -> None:
        is_named = bool(self.name.text().strip())
        self.main.setEnabled(is_named)
        self._says.setText(
            tr("It opens on its page.") if is_named else tr("Give the campaign a name.")
        )
        self._read_as.setText(read_as(self.region.text()))

    def _make(self) -> None:
        if not self.main.isEnabled():
            return
        kind = _SOURCES[max(self.source.currentIndex(), 0)]
        self.made.emit(
            CampaignPlan(
                name=self.name.text().strip(),
                client=self.client.client,
                region=country_of(self.region.text()),
                source=SourceCard(type=kind, what="", who="", responding_to=""),
                window=CallWindow(zone=self._zone),
            )
        )
