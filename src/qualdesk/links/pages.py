"""What every PDF of ours is made with: A4, our font, a document that loads nothing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
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

from qualdesk.core.plain_text import without_tricks
from qualdesk.links.brief_sheet import ink
from qualdesk.resources import shipped


class Page(QTextDocument):
    """A document that loads nothing: no picture, no style sheet, no address."""

    def loadResource(self, kind: int, name: Any) -> Any:  # noqa: ARG002, N802 - Qt's own name
        """Nothing, whatever is asked for."""
        return None


class Printing:
    """A PDF/A-1b that is being made: what to paint on, and what came of it at the end."""

    def __init__(self, buffer: QBuffer, writer: QPdfWriter) -> None:
        self.writer = writer
        self.painter = QPainter(writer)
        self._buffer = buffer

    @property
    def content(self) -> bytes:
        """The whole file, once it is ended."""
        return bytes(self._buffer.data().data())

    def end(self) -> None:
        """End the file. Read before that, it would be half a PDF."""
        self.painter.end()
        # The writer writes to the buffer when it goes, and so must go first.
        del self.painter
        del self.writer


@contextmanager
def printing(title: str, *, is_wide: bool = False) -> Iterator[Printing]:
    """A new PDF on A4, ended behind the block; ``is_wide`` lays the paper on its side."""
    _be_able_to_draw()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = Printing(buffer, _writer(buffer, title, is_wide=is_wide))
    try:
        yield made
    finally:
        made.end()


def page_of(html: str, writer: QPdfWriter, *, points: float, width: float) -> Page:
    """The text as a document of that width, its font so many points large."""
    page = Page()
    page.documentLayout().setPaintDevice(writer)
    page.setDocumentMargin(0)
    page.setDefaultFont(paper_font(points))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    page.setDefaultTextOption(option)
    page.setHtml(html)
    page.setTextWidth(width)
    return page


def draw_footer(painter: QPainter, area: QRectF, text: str) -> None:
    """A small line at the bottom of the area, shortened where it is too long."""
    painter.setFont(paper_font(_FOOT_POINTS))
    painter.setPen(QColor(ink("text3")))
    plain = " ".join(without_tricks(text).split())
    short = painter.fontMetrics().elidedText(plain, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom), short)


def paper_font(points: float) -> QFont:
    """The paper's font, whatever the window wears.

    Its prettier signs have no letter behind them: a number copied from the page would lose its
    plus, or all its digits. A font that says nothing of features takes on those of the window.
    """
    font = QFont("Inter")
    font.setPointSizeF(points)
    for feature in ("calt", "tnum"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _writer(buffer: QBuffer, title: str, *, is_wide: bool) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(_DPI)
    way = QPageLayout.Orientation
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            way.Landscape if is_wide else way.Portrait,
            QMarginsF(18, 16, 18, 12),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setTitle(without_tricks(title))
    writer.setCreator("qualdesk")
    return writer


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
_FOOT_POINTS = 8
