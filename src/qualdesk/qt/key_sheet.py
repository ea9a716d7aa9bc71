"""All keys on paper: the table in force, page by page of the window, as a PDF."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from qualdesk.core.wording import either, tr, tr_later
from qualdesk.qt.shortcuts import EVERYWHERE, Shortcut, printed

ALWAYS: Final = (
    ("Tab", tr_later("On to the next stop; Shift+Tab goes back")),
    ("Esc", tr_later("Close what lies on top; what was typed stays")),
    ("1 to 9, 0", tr_later("In a group of answers: choose; 0 means they do not know")),
    ("Enter", tr_later("In an answer: keep it and go on; on a button: press it")),
    ("Backspace", tr_later("In a group of answers: clear the answer")),
    ("Space", tr_later("In a table: tick the row")),
    ("Ctrl+A", tr_later("In a table: tick all rows")),
    ("A", tr_later("In the table of My leads: take the lead")),
    ("R", tr_later("In the table of My leads: send the lead back")),
)
"""Keys that belong to fields, answers and tables; they cannot be changed."""
_TITLES: Final = {
    EVERYWHERE: tr_later("Everywhere"),
    "desk": tr_later("Desk"),
    "lists": tr_later("Lists"),
    "campaigns": tr_later("Campaigns"),
    "hand-off": tr_later("Hand-off"),
    "floor": tr_later("Floor"),
    "my leads": tr_later("My leads"),
    "settings": tr_later("Settings"),
}
_DPI: Final = 300
_COLUMNS: Final = 2
_KEY_SHARE: Final = 0.27


def sheet_lines(table: Sequence[Shortcut]) -> dict[str, list[tuple[str, str]]]:
    """What stands on the sheet: under the name of each place, keys and what they do."""
    found: dict[str, list[tuple[str, str]]] = {tr(one): [] for one in _TITLES.values()}
    for line in table:
        # Enter stands on keyboards twice: once is enough on paper.
        keys = either(dict.fromkeys(map(printed, line.keys)))
        for place in (each.strip() for each in line.where.split(",")):
            title = tr(_TITLES.get(place, place.capitalize()))
            found.setdefault(title, []).append((keys, tr(line.does)))
    found = {title: lines for title, lines in found.items() if lines}
    found[tr("In fields, answers and tables")] = [
        (printed(keys), tr(does)) for keys, does in ALWAYS
    ]
    return found


def key_sheet_pdf(table: Sequence[Shortcut]) -> bytes:
    """The sheet as a PDF of A4 pages, in black on white."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(15, 14, 15, 14),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setTitle(tr("Keys of qualdesk"))
    writer.setCreator("qualdesk")
    _draw(writer, sheet_lines(table))
    # The writer ends the file when it goes: read before that, the PDF would be half a PDF.
    del writer
    return bytes(buffer.data().data())


def _draw(writer: QPdfWriter, groups: dict[str, list[tuple[str, str]]]) -> None:
    painter = QPainter(writer)
    area = QRectF(painter.viewport())
    title, text, strong = _font(15, QFont.Weight.Bold), _font(8.5), _font(8.5, QFont.Weight.Bold)
    painter.setFont(title)
    head = QFontMetricsF(title, writer).height() * 1.6
    painter.drawText(QRectF(0, 0, area.width(), head), tr("Keys of qualdesk"))
    gap = area.width() * 0.04
    width = (area.width() - gap * (_COLUMNS - 1)) / _COLUMNS
    key_width = width * _KEY_SHARE
    step = QFontMetricsF(text, writer).height()
    at, y, top = 0, head, head
    for kind, keys, does in _flat(groups):
        is_head = kind == "head"
        where = QRectF(0, 0, width if is_head else width - key_width, area.height())
        flags = int(Qt.TextFlag.TextWordWrap)
        painter.setFont(strong)
        beside = painter.boundingRect(QRectF(0, 0, key_width, area.height()), flags, keys)
        painter.setFont(strong if is_head else text)
        needed = max(painter.boundingRect(where, flags, does).height(), beside.height())
        # A heading at the foot of a column would stand there without its lines.
        room = needed + (step * 6 if is_head else 0)
        if y + room > area.height():
            at, y = at + 1, top
            if at == _COLUMNS:
                writer.newPage()
                at, y, top = 0, 0.0, 0.0
        x = at * (width + gap)
        y += step * 0.7 if is_head and y > top else 0
        if is_head:
            painter.drawText(QRectF(x, y, width, needed), flags, does)
        else:
            painter.drawText(QRectF(x + key_width, y, width - key_width, needed), flags, does)
            painter.setFont(strong)
            painter.drawText(QRectF(x, y, key_width, needed), flags, keys)
        y += needed + step * 0.22
        painter.setPen(QColor(Qt.GlobalColor.black))
    painter.end()


def _flat(groups: dict[str, list[tuple[str, str]]]) -> Iterator[tuple[str, str, str]]:
    for title, lines in groups.items():
        yield "head", "", title
        for keys, does in lines:
            yield "line", keys, does


def _font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont("Inter")
    font.setPointSizeF(points)
    font.setWeight(weight)
    # Its prettier signs have no letter behind them: copied from the page they would be lost.
    font.setFeature(QFont.Tag("calt"), 0)
    return font
