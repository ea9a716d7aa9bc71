"""The sections of a campaign's page under each other, in a part that scrolls."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import reduce
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from qualdesk.core.campaigning import Section
from qualdesk.core.campaigns import CampaignPlan
from qualdesk.core.clock import Clock
from qualdesk.core.wording import tr
from qualdesk.qt.campaigns.attendees import AttendeesCard
from qualdesk.qt.campaigns.offers_section import OffersSection
from qualdesk.qt.campaigns.people_sections import HandoffSection, PeopleSection
from qualdesk.qt.campaigns.rules_section import RulesSection
from qualdesk.qt.campaigns.section import SectionCard
from qualdesk.qt.campaigns.settled import Settled, Shown
from qualdesk.qt.campaigns.source_section import PermissionSection, SourceSection
from qualdesk.qt.campaigns.window_section import WindowSection
from qualdesk.qt.campaigns.works_by import DefinitionSection, ScriptSection

_GAP: Final = 14


class Sections(QScrollArea):
    """One long page of cards; what is typed anywhere in it is heard as one."""

    typed = Signal()
    """Something was typed or chosen by a person."""
    at_changed = Signal(object)
    """The ``Section`` in view, or with the cursor, is another one."""

    def __init__(self, clock: Clock, zone: str) -> None:
        super().__init__()
        self._clock, self._zone = clock, zone
        self._is_filling = False

    def make(self) -> Iterator[None]:
        """Make the cards, and lay them out."""
        self.source = SourceSection()
        self.permission = PermissionSection()
        self.window_card = WindowSection(self._clock, self._zone)
        self.attendees = AttendeesCard(self._zone)
        self.rules = RulesSection()
        yield
        self.script = ScriptSection()
        self.definition = DefinitionSection()
        self.offers = OffersSection()
        self.people = PeopleSection()
        self.handoff = HandoffSection()
        yield
        self._lay_out()
        for card in self.cards:
            card.changed.connect(self._typed)
        self.permission.changed.connect(self._typed)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def cards(self) -> tuple[SectionCard, ...]:
        """The sections, in their order."""
        return (
            *(self.source, self.window_card, self.rules, self.script, self.definition),
            *(self.offers, self.people, self.handoff),
        )

    @property
    def is_filling(self) -> bool:
        """Whether what changes in the fields now is nobody's typing."""
        return self._is_filling

    def fill(self, shown: Shown, today: date) -> None:
        """Show what the campaign says."""
        self._is_filling = True
        for card in self.cards:
            card.fill(shown, today)
        self.permission.fill_from(shown, today)
        self.attendees.show_setup(shown.setup)
        self._is_filling = False

    def settled(self, kept: Settled) -> Settled:
        """What stands in the fields, over what is kept.

        Raises:
            Refused: something cannot be understood as it stands.
        """
        said = reduce(lambda said, card: card.into(said), self.cards, kept)
        return self.permission.into(said)

    def wished(self, said: Settled) -> CampaignPlan:
        """The plan to count the first leads by: tries that wait for a word count already."""
        return replace(said.plan, limits=self.rules.wished())

    def go_to(self, section: Section, gap: str = "") -> None:
        """Put the cursor where a gap is closed, else into the section's first field."""
        card, field = self.card_of(section), self.field_of(section, gap)
        wanted = field or next(part for part in card.in_order if part.isEnabled())
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        if field is None:
            self.bring(section)
        else:
            self.ensureWidgetVisible(wanted, 0, 80)
        self.at_changed.emit(section)

    def field_of(self, section: Section, gap: str) -> QWidget | None:
        """Where a gap is closed, None when it is no one field."""
        found = self.card_of(section).field_of(gap)
        if found is None and section is Section.SOURCE:
            return self.permission.field_of(gap)
        return found

    def bring(self, section: Section) -> None:
        """Scroll so that a section begins at the top."""
        self.verticalScrollBar().setValue(self.card_of(section).y())
        self.at_changed.emit(section)

    def card_of(self, section: Section) -> SectionCard:
        """The card of a section."""
        return next(card for card in self.cards if card.section is section)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(_GAP)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        for part in self._in_order():
            column.addWidget(part)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("The campaign, section by section"))
        for one, following in pairwise(self._stops()):
            QWidget.setTabOrder(one, following)
        self.setFocusProxy(self.source.source)

    def _in_order(self) -> tuple[QWidget, ...]:
        """The cards as they stand; the permission belongs to the source, who came to the window."""
        found: list[QWidget] = []
        for card in self.cards:
            found.append(card)
            if card is self.source:
                found.append(self.permission)
            if card is self.window_card:
                found.append(self.attendees)
        return tuple(found)

    def _stops(self) -> Iterator[QWidget]:
        for part in self._in_order():
            if isinstance(part, (SectionCard, PermissionSection, AttendeesCard)):
                yield from part.in_order

    def _typed(self) -> None:
        if not self._is_filling:
            self.typed.emit()

    def _section_of(self, widget: QObject | None) -> Section | None:
        for part in self._in_order():
            if widget is not None and isinstance(widget, QWidget) and part.isAncestorOf(widget):
                if part is self.permission:
                    return Section.SOURCE
                return part.section if isinstance(part, SectionCard) else Section.WINDOW
        return None

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        found = self._section_of(now)
        if found is not None:
            self.at_changed.emit(found)

    def _scrolled(self, at: int) -> None:
        """The section that begins at or above the upper third of what is seen."""
        if self._section_of(QApplication.focusWidget()) is not None:
            return
        line = at + self.viewport().height() // 3
        above = [card for card in self.cards if card.y() <= line]
        if above:
            self.at_changed.emit(above[-1].section)
