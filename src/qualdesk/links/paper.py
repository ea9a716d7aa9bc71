"""Paper: one lead's brief as a PDF page. The one module outside the window that may use Qt."""

import json
import sys
from functools import cache
from html import escape
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

from qualdesk.core.handoff import Brief, Evidence, Named, Standing
from qualdesk.core.plain_text import shortened, without_tricks
from qualdesk.core.wording import english
from qualdesk.resources import shipped


@english()
def brief_pdf(brief: Brief, *, receiver: str = "", footer: str = "") -> bytes:
    """The brief as one A4 page of PDF/A-1b.

    ``receiver`` is the salesperson named on top, ``footer`` the line at the bottom. Text too
    long for a page is first set smaller, then cut, and the page says so. Values are shown as
    they are: markup in them is text, and nothing outside the brief is ever loaded.
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
    writer.setTitle(without_tricks(f"Brief: {brief.name}"))
    writer.setCreator("qualdesk")
    _draw(writer, brief, receiver, footer)
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


def _draw(writer: QPdfWriter, brief: Brief, receiver: str, footer: str) -> None:
    """Fill the page: the largest setting of the text that fits is taken."""
    painter = QPainter(writer)
    area = QRectF(painter.viewport())
    foot = area.height() * 0.03
    room = area.height() - foot
    for points, letters, entries in _SETTINGS:
        page = _page(writer, brief, receiver, area.width(), (points, letters, entries))
        if page.size().height() <= room:
            break
    page.drawContents(painter, QRectF(0, 0, area.width(), room))
    painter.setFont(_font(8))
    painter.setPen(QColor(_colour("text3")))
    line = QRectF(0, area.height() - foot, area.width(), foot)
    text = painter.fontMetrics().elidedText(
        without_tricks(footer), Qt.TextElideMode.ElideRight, int(area.width())
    )
    painter.drawText(line, int(Qt.AlignmentFlag.AlignBottom), text)
    painter.end()


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
    page.setHtml(_Sheet(points, letters, entries).html(brief, receiver))
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


class _Sheet:
    """The brief as HTML, every value escaped, every text and list held to a length."""

    def __init__(self, points: float, letters: int, entries: int) -> None:
        self._points = points
        self._letters = letters
        self._entries = entries
        self._is_cut = False

    def html(self, brief: Brief, receiver: str) -> str:
        """The whole page, in the order sales reads it."""
        parts = [
            self._heading(brief, receiver),
            self._one_line(brief.in_one_line),
            self._section("Why this is a qualified lead", self._why(brief.why)),
            self._section("What they said", self._said(brief.said)),
            self._section("Do next", self._do_next(brief.do_next)),
            self._section("Where it comes from", self._text(brief.comes_from.says)),
            self._section("Also named", self._named(brief.also_named)),
            self._section("Note from the caller", self._text(brief.note)),
            self._section("Why they may be called", self._text(brief.permission)),
        ]
        if self._is_cut:
            parts.append(
                self._small("Shortened to one page. The whole text is in leads.jsonl.", "text3")
            )
        return "".join(parts)

    def _heading(self, brief: Brief, receiver: str) -> str:
        reach = " · ".join((*brief.phones[:4], *brief.emails[:3]))
        left = [
            self._small(f"Brief for {receiver}", "text3") if receiver else "",
            self._name(brief.name),
            self._small(brief.subtitle, "text2"),
            self._small(reach, "text"),
        ]
        right = ""
        if brief.points is not None:
            needed = (
                f"points, {brief.threshold} needed" if brief.threshold is not None else "points"
            )
            right = (
                f'<p align="right" style="{_FLUSH} font-size:{self._points * 2:.1f}pt; '
                f'font-weight:600; color:{_colour("accent_text")}">{brief.points}</p>'
                f'<p align="right" style="{_FLUSH} font-size:{self._points * 0.85:.1f}pt; '
                f'color:{_colour("text3")}">{needed}</p>'
            )
        return (
            f'<table width="100%" cellpadding="0" cellspacing="0"><tr><td width="76%">'
            f"{''.join(left)}</td><td>{right}</td></tr></table>"
        )

    def _name(self, name: str) -> str:
        size = f"font-size:{self._points * 1.8:.1f}pt"
        return f'<p style="{_FLUSH} {size}; font-weight:600">{self._say(name, 120)}</p>'

    def _one_line(self, text: str) -> str:
        if not text:
            return ""
        return _gap(10) + _box(
            "accent_soft",
            f'<p style="{_FLUSH} font-size:{self._points * 0.85:.1f}pt; '
            f'color:{_colour("accent_text")}">In one line</p>'
            f'<p style="{_FLUSH} font-size:{self._points * 1.15:.1f}pt; font-weight:500">'
            f"{self._say(text)}</p>",
        )

    def _section(self, title: str, body: str) -> str:
        if not body:
            return ""
        return f'<p style="margin:11px 0 3px 0; font-weight:600">{escape(title)}</p>{body}'

    def _why(self, why: tuple[Evidence, ...]) -> str:
        rows = []
        for proof in self._first(why):
            mark, colour = _MARKS[proof.standing]
            plain = proof.says or proof.standing.label
            said = plain if proof.standing is Standing.MET else f"{proof.standing.label}. {plain}"
            said = proof.standing.label if plain == proof.standing.label else said
            rows.append(
                f'<tr><td width="4%" style="color:{_colour(colour)}">{mark}</td>'
                f'<td width="28%" style="color:{_colour("text2")}">'
                f"{self._say(proof.label, 80)}</td><td>{self._say(said)}</td></tr>"
            )
        return _table(rows)

    def _said(self, said: tuple[str, ...]) -> str:
        quotes = "<br/>".join(f"“{self._say(words)}”" for words in self._first(said))
        return _box("sunken", f'<p style="{_FLUSH}">{quotes}</p>', edge="accent") if quotes else ""

    def _do_next(self, steps: tuple[str, ...]) -> str:
        return _table(
            [
                f'<tr><td width="4%" style="color:{_colour("accent_text")}">→</td>'
                f"<td>{self._say(step)}</td></tr>"
                for step in self._first(steps)
            ]
        )

    def _named(self, named: tuple[Named, ...]) -> str:
        rows = []
        for person in self._first(named):
            who = ", ".join(part for part in (person.name, person.title) if part)
            reach = " · ".join(part for part in (person.phone, person.email) if part)
            rows.append(
                f'<tr><td width="60%">{self._say(who, 160)}</td>'
                f'<td align="right" style="color:{_colour("text2")}">'
                f"{self._say(reach, 120)}</td></tr>"
            )
        return _table(rows)

    def _text(self, text: str) -> str:
        if not text:
            return ""
        return f'<p style="{_FLUSH} color:{_colour("text2")}">{self._say(text)}</p>'

    def _small(self, text: str, colour: str) -> str:
        if not text:
            return ""
        return (
            f'<p style="margin:2px 0 0 0; font-size:{self._points * 0.9:.1f}pt; '
            f'color:{_colour(colour)}">{self._say(text, 300)}</p>'
        )

    def _first(self, things: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(things) > self._entries:
            self._is_cut = True
        return things[: self._entries]

    def _say(self, text: str, at_most: int = 100_000) -> str:
        """The text as HTML that says exactly the text, cut with "..." where it is too long."""
        plain = without_tricks(text).strip()
        if self._letters < _ROOM_FOR_LINES:
            plain = " ".join(plain.split())
        short = shortened(plain, min(at_most, self._letters))
        self._is_cut = self._is_cut or short != plain
        return escape(short).replace("\n", "<br/>")


def _box(fill: str, body: str, edge: str = "") -> str:
    bar = f'<td width="3" bgcolor="{_colour(edge)}"></td>' if edge else ""
    return (
        f'<table width="100%" cellpadding="0" cellspacing="0"><tr>{bar}'
        f'<td bgcolor="{_colour(fill)}" style="padding:8px 10px">{body}</td></tr></table>'
    )


def _table(rows: list[str]) -> str:
    if not rows:
        return ""
    return f'<table width="100%" cellpadding="1" cellspacing="0">{"".join(rows)}</table>'


def _gap(pixels: int) -> str:
    return f'<p style="margin:0; font-size:1pt; line-height:{pixels}px">&nbsp;</p>'


@cache
def _colour(role: str) -> str:
    """A colour of the light look: paper is white whatever the window wears."""
    tokens = json.loads(shipped("theme", "tokens.json").read_text(encoding="utf-8"))
    return str(tokens["light"][role])


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
_FLUSH = "margin:0;"
_MARKS = {
    Standing.MET: ("✓", "ok"),
    Standing.NOT_MET: ("✗", "bad"),
    Standing.NOT_KNOWN: ("○", "warn"),
    Standing.NOT_ASKED: ("○", "text3"),
}
# Size in points, letters per text, entries per list; the first that fits a page is taken.
# The last fits whatever is written: 11 texts and 4 lists of two, 90 letters each.
_ROOM_FOR_LINES = 1200
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
