"""A section of a campaign's page: its title, a line about it, and its fields."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.campaigning import Section
from qualdesk.qt.campaigns.settled import Settled, Shown
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.labelled import labelled


class SectionCard(Card):
    """One section. It shows what a campaign says and writes what stands in its fields."""

    changed = Signal()
    """Something was typed or chosen."""

    def __init__(self, section: Section, hint: str) -> None:
        super().__init__()
        self.section = section
        self.setAccessibleName(section.label)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(PlainLabel(section.label, face="card_title"))
        self.hint = PlainLabel(hint, face="hint", tone="text2", wrap=True)
        head.addWidget(self.hint, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 18)
        self.body.setSpacing(10)
        self.body.addLayout(head)

    @abstractmethod
    def fill(self, shown: Shown, today: date) -> None:
        """Show what the campaign says; fields that show it already are left alone."""

    def into(self, said: Settled) -> Settled:
        """What is said with this section as it stands.

        Raises:
            Refused: something in it cannot be understood yet.
        """
        return said

    def field_of(self, gap: str) -> QWidget | None:
        """Where the answer to a gap is written, None when that is not here."""
        del gap
        return None

    @property
    @abstractmethod
    def in_order(self) -> Sequence[QWidget]:
        """The fields in the order in which Tab goes through them."""


def put(field: Field, text: str) -> None:
    """Show a text in a field, unless it says that already: the cursor would jump."""
    if field.text().strip() != text:
        field.setText(text)
        # A long answer is read from its beginning.
        field.setCursorPosition(0)


def row_of(*parts: tuple[str, QWidget, int]) -> QHBoxLayout:
    """Fields beside each other, each under its name and with its share of the room."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for title, field, share in parts:
        labelled(row, title, field, share)
    return row
