"""The table of the next batch: its columns, its cells, and the box that ticks all of them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView
from typing_extensions import override

from qualdesk.core.next_batch import BatchLead
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.handoff.model import BatchRow, Place, Ticks
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.paint import box, glyph
from qualdesk.qt.widgets.table import PlainTable, draw_tick

COLUMNS: Final = (
    Column(title="", width=40),
    Column(title=tr_later("Lead"), width=210, stretch=3),
    Column(title=tr_later("Points"), width=64),
    Column(title=tr_later("When"), width=132),
    Column(title=tr_later("Goes to"), width=190, stretch=1),
    Column(title=tr_later("Source"), width=180, stretch=1),
    Column(title=tr_later("Caller", about="who called"), width=150, about="who called"),
)
WIDE_ONLY: Final = (5, 6)
"""Columns that stand there only where there is room for them."""
_SIDE: Final = 12


class BatchRows(TableOf[BatchRow]):
    """The rows of the next batch, each drawn when it comes into view."""

    def __init__(self, ticks: Ticks, zone: str) -> None:
        super().__init__(COLUMNS, self._cell, ground_of)
        self._ticks, self._zone = ticks, zone
        self.own_name = ""
        """Who is looking: what they held back themselves is said so."""

    def renew(self, rows: Iterable[BatchRow]) -> bool:
        """Show other rows; where they are the same leads in the same order, in their places.

        False where the table was drawn from the top again, and the cursor is gone.
        """
        fresh = tuple(rows)
        if [row.id for row in fresh] != [row.id for row in self._rows]:
            self.set_rows(fresh)
            return False
        self._rows = fresh
        self.repaint_rows()
        return True

    def _cell(self, row: BatchRow, column: int) -> Cell:
        cells: tuple[Callable[[], Cell], ...] = (
            lambda: Cell(tick=self._ticks.is_on(row)),
            lambda: _who(row.lead),
            lambda: _points(row.lead),
            lambda: _when(row.lead),
            lambda: self._goes_to(row),
            lambda: Cell(text=row.lead.source, tone="text2"),
            lambda: Cell(text=row.lead.caller, tone="text2"),
        )
        return cells[column]()

    def _goes_to(self, row: BatchRow) -> Cell:
        lead = row.lead
        match row.place:
            case Place.BLOCKED:
                return _blocked(lead)
            case Place.HELD_BACK:
                return _receiver(lead, self._held(lead))
            case Place.LATER:
                return _receiver(lead, self._later(lead.not_before))
            case _:
                return _receiver(lead, lead.via)

    def _held(self, lead: BatchLead) -> str:
        if not lead.held_by:
            return tr("Held back")
        if lead.held_by == self.own_name:
            return tr("Held back by you")
        return tr("Held back by {name}", name=lead.held_by)

    def _later(self, not_before: datetime | None) -> str:
        if not_before is None:
            return tr("Next time, this batch is full")
        at = local_time(not_before, self._zone)
        return tr("Takes it {day}, {time}", day=day_words(at.date()), time=f"{at:%H:%M}")


class BatchTable(PlainTable):
    """The table itself; the box in its heading ticks all leads that can leave, or none."""

    def __init__(self, rows: BatchRows) -> None:
        super().__init__(tr("Leads of the next batch"), row_height=46)
        self.heading = TickHeading(self)
        self.setHorizontalHeader(self.heading)
        self.heading.pressed.connect(self.all_asked)
        self.show_rows_of(rows)
        self.show_wide(is_wide=False)

    def show_wide(self, *, is_wide: bool) -> None:
        """Show where each lead comes from and who called it, or leave that away."""
        for column in WIDE_ONLY:
            self.reveal_column(column, shown=is_wide)


class TickHeading(QHeaderView):
    """The headings, with a box over the boxes: all ticked, some, or none."""

    pressed = Signal()
    """The box was pressed."""

    def __init__(self, table: PlainTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self._ticked: bool | None = False

    def show_ticked(self, *, some: bool, all_of_them: bool) -> None:
        """Whether all leads that can leave are ticked, or some of them."""
        ticked = True if some and all_of_them else (None if some else False)
        if ticked is not self._ticked:
            self._ticked = ticked
            self.viewport().update()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        super().paintSection(painter, rect, logicalIndex)
        if logicalIndex:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = look().px
        x, middle = rect.x() + px(_SIDE), QRectF(rect).center().y()
        if self._ticked is None:
            box(painter, QRectF(x, middle - px(8), px(16), px(16)), fill="accent", radius=4)
            glyph(painter, "minus", x + px(2), middle, 12, "on_accent")
        else:
            draw_tick(painter, x, middle, ticked=self._ticked)
        painter.restore()

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        if self.logicalIndexAt(e.position().toPoint()) == 0:
            self.pressed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().update()


def ground_of(row: BatchRow) -> str:
    """The ground of a row: amber for a lead that something keeps here."""
    return "warn_soft" if row.place is Place.BLOCKED else ""


def _who(lead: BatchLead) -> Cell:
    company = ", ".join(filter(None, (lead.company, lead.city)))
    return Cell(text=lead.name, second=company, face="body_strong", person=lead.name)


def _points(lead: BatchLead) -> Cell:
    return Cell(
        text=tr("none", about="points") if lead.points is None else str(lead.points),
        face="body_strong",
    )


def _when(lead: BatchLead) -> Cell:
    return Cell(text=lead.when or tr("Not asked"), tone="text2" if lead.when else "text3")


def _blocked(lead: BatchLead) -> Cell:
    first, more = lead.lacks[:1], len(lead.lacks) - 1
    says = first[0].removesuffix(".") if first else tr("Something is missing")
    second = tr("{says}, and {more} more", says=says, more=more) if more > 0 else says
    is_about_people = lead.fix is not None
    return Cell(
        text=tr("Choose a person") if is_about_people else tr("Stays here"),
        second=second,
        face="body_strong" if is_about_people else "body_medium",
        tone="accent_text" if is_about_people else "warn",
        second_tone="warn",
        icon="circle-alert",
        icon_tone="warn",
    )


def _receiver(lead: BatchLead, second: str) -> Cell:
    if not lead.receiver:
        return Cell(text=tr("Nobody yet"), second=second, tone="text2")
    return Cell(text=lead.receiver, second=second, person=lead.receiver)
