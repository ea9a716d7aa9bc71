"""Paper: briefs as pages of a PDF. The one module outside the window that may use Qt."""

import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

from qualdesk.core.handoff import Brief
from qualdesk.core.plain_text import without_tricks
from qualdesk.core.wording import english
from qualdesk.links.brief_sheet import Sheet, ink
from qualdesk.resources import shipped


@english()
def brief_pdf(brief: Brief, *, receiver: str = "", footer: str = "") -> bytes:
    """The brief as one A4 page of PDF/A-1b.

    ``receiver`` is the salesperson named on top, ``footer`` the line at the bottom. Text too
    long for a page is first set smaller, then cut, and the page says so. Values are shown as
    they are: markup in them is text, and nothing outside the brief is ever loaded.
    """
    return briefs_pdf([(brief, receiver)], title=f"Brief: {brief.name}", footer=footer)


@english()
def briefs_pdf(
    briefs: Sequence[tuple[Brief, str]],
    *,
    title: str,
    footer: str = "",
    step: Callable[[], None] | None = None,
) -> bytes:
    """Several briefs in one PDF, a page each; beside each brief the salesperson named on top.

    ``step`` is called before every page, and may stop it by raising.
    """
    _be_able_to_draw()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(18, 16, 18, 12),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setTitle(without_tricks(title))
    writer.setCreator("qualdesk")
    painter = QPainter(writer)
    try:
        for place, (brief, receiver) in enumerate(briefs):
            if step is not None:
                step()
            if place:
                writer.newPage()
            _draw(writer, painter, brief, receiver, footer)
    finally:
        painter.end()
    # The writer ends the file when it goes: read before that, the PDF would be half a PDF.
    del writer
    return bytes(buffer.data().data())


def write_brief_pdf(brief: Brief, path: Path, *, receiver: str = "", footer: str = "") -> None:
    """Write the brief's page to a file of its own.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_bytes(brief_pdf(brief, receiver=receiver, footer=footer))


class _Page(QTextDocument):
    """A document that loads nothing: no picture, no style sheet, no address."""

    def loadResource(self, kind: int, name: Any) -> Any:  # noqa: ARG002, N802 - Qt's own name
        """Nothing, whatever is asked for."""
        return None


def _draw(writer: QPdfWriter, painter: QPainter, brief: Brief, receiver: str, footer: str) -> None:
    """Fill the page: the largest setting of the text that fits is taken."""
    area = QRectF(painter.viewport())
    foot = area.height() * 0.03
    room = area.height() - foot
    for points, letters, entries in _SETTINGS:
        page = _page(writer, brief, receiver, area.width(), (points, letters, entries))
        if page.size().height() <= room:
            break
    page.drawContents(painter, QRectF(0, 0, area.width(), room))
    painter.setFont(_font(8))
    painter.setPen(QColor(ink("text3")))
    line = QRectF(0, area.height() - foot, area.width(), foot)
    text = painter.fontMetrics().elidedText(
        without_tricks(footer), Qt.TextElideMode.ElideRight, int(area.width())
    )
    painter.drawText(line, int(Qt.AlignmentFlag.AlignBottom), text)


def _page(
    writer: QPdfWriter, brief: Brief, receiver: str, width: float, setting: tuple[float, int, int]
) -> _Page:
    points, letters, entries = setting
    page = _Page()
    page.documentLayout().setPaintDevice(writer)
    page.setDocumentMargin(0)
    page.setDefaultFont(_font(points))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    page.setDefaultTextOption(option)
    page.setHtml(Sheet(points, letters, entries).html(brief, receiver))
    page.setTextWidth(width)
    return page


def _font(points: float) -> QFont:
    """The paper's font, whatever the window wears.

    Its prettier signs have no letter behind them: a number copied from the page would lose its
    plus, or all its digits. A font that says nothing of features takes on those of the window.
    """
    font = QFont("Inter")
    font.setPointSizeF(points)
    for feature in ("calt", "tnum"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _be_able_to_draw() -> None:
    """Make sure Qt can draw text, also where no window runs and there is no display.

    A QGuiApplication made here never asks for a display: on a Linux without one Qt would end
    the whole program.
    """
    if QGuiApplication.instance() is None:
        _own.append(QGuiApplication([sys.argv[0] or "qualdesk", "-platform", "offscreen"]))
    _load_fonts()


@cache
def _load_fonts() -> None:
    for name in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(shipped("fonts", f"Inter-{name}.otf")))


# Kept for the life of the program: Qt must not lose its application while a page is drawn.
_own: list[QGuiApplication] = []
_DPI = 600
# Size in points, letters per text, entries per list; the first that fits a page is taken.
# The last fits whatever is written: 11 texts and 4 lists of two, 90 letters each.
_SETTINGS = (
    (11.5, 2000, 40),
    (10.5, 2000, 40),
    (9.5, 1200, 30),
    (8.5, 700, 20),
    (8.0, 400, 14),
    (8.0, 240, 8),
    (8.0, 140, 5),
    (7.5, 90, 3),
)
