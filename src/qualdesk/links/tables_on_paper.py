"""Tables on paper: a statement or a list as a PDF of as many pages as it takes."""

import re
from collections.abc import Collection, Sequence
from html import escape

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextFormat, QTextTable

from qualdesk.core.plain_text import shortened, without_tricks
from qualdesk.core.report_cells import ReportTable, is_figure, text_of
from qualdesk.core.wording import english
from qualdesk.links.brief_sheet import ink
from qualdesk.links.pages import Page, Printing, draw_footer, page_of, printing

_LETTERS = 300


@english()
def table_pdf(
    title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    says: Sequence[str] = (),
    footer: str = "",
) -> bytes:
    """A table on A4, PDF/A-1b; its headings stand on top of every page, with its number below.

    ``says`` are lines between the title and the table. Values are shown as they are: markup in
    them is text. A value of more than 300 letters is shortened with "...". More than six
    columns lay the paper on its side.
    """
    with printing(title, is_wide=len(headings) > _NARROW) as made:
        area = QRectF(made.painter.viewport())
        foot = area.height() * 0.035
        html = _html(title, headings, rows, says)
        page = page_of(html, made.writer, points=_POINTS, width=area.width())
        page.setPageSize(QSizeF(area.width(), area.height() - foot))
        _draw(made, page, area, foot, footer)
    return made.content


@english()
def tables_pdf(
    title: str,
    tables: Sequence[ReportTable],
    *,
    says: Sequence[str] = (),
    footer: str = "",
    is_whole: bool = False,
) -> bytes:
    """A report of several tables on A4 laid on its side, PDF/A-1b; else as :func:`table_pdf`.

    ``is_whole``: no value is shortened, however long it is.
    """
    most = None if is_whole else _LETTERS
    with printing(title, is_wide=True) as made:
        area = QRectF(made.painter.viewport())
        foot = area.height() * 0.05
        parts = "".join(_part_html(one, most) for one in tables)
        html = f"{_title_html(title)}{_says_html(says)}{parts}"
        page = page_of(html, made.writer, points=_POINTS, width=area.width())
        page.setPageSize(QSizeF(area.width(), area.height() - foot))
        _keep_together(page)
        _draw(made, page, area, foot, footer)
    return made.content


def _keep_together(page: Page) -> None:
    """Let no part begin at the foot of a page with its first row on the next one."""
    tables = [one for one in page.rootFrame().childFrames() if isinstance(one, QTextTable)]
    heads = [
        block
        for block in map(page.findBlockByNumber, range(page.blockCount()))
        if block.blockFormat().headingLevel() == _HEAD
    ]
    for at, head in enumerate(heads):
        is_last = at + 1 == len(heads)
        below = page.characterCount() if is_last else heads[at + 1].position()
        mine = [one for one in tables if head.position() < one.firstPosition() < below]
        if mine:
            kept = mine[0].cellAt(min(1, mine[0].rows() - 1), 0).lastCursorPosition().block()
        else:
            kept = page.lastBlock() if is_last else heads[at + 1].previous().previous()
        if _page_at(page, head) != _page_at(page, kept):
            # With the gap above it, which is a line of its own.
            cursor = QTextCursor(head.previous())
            whole = cursor.blockFormat()
            whole.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(whole)


def _page_at(page: Page, block: QTextBlock) -> int:
    """The page on which a line of the document ends."""
    where = page.documentLayout().blockBoundingRect(block)
    return int((where.bottom() - 1) // page.pageSize().height())


def _draw(made: Printing, page: Page, area: QRectF, foot: float, footer: str) -> None:
    """Each page of the document on a page of its own."""
    height, pages = area.height() - foot, page.pageCount()
    for number in range(pages):
        if number:
            made.writer.newPage()
        made.painter.save()
        made.painter.translate(0, -number * height)
        page.drawContents(made.painter, QRectF(0, number * height, area.width(), height))
        made.painter.restore()
        counted = f"Page {number + 1} of {pages}"
        line = f"{footer}  ·  {counted}" if footer else counted
        draw_footer(made.painter, QRectF(0, height, area.width(), foot), line)


def _html(
    title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], says: Sequence[str]
) -> str:
    return f"{_title_html(title)}{_says_html(says)}<p></p>{_table_html(headings, rows)}"


def _part_html(part: ReportTable, most: int | None) -> str:
    """A part below the others: its title, its sentences, its table where it has one."""
    rows = [[text_of(value) for value in row] for row in part.rows]
    figures = {at for row in part.rows for at, value in enumerate(row) if is_figure(value)}
    table = _table_html(part.headings, rows, figures, most) if part.headings else ""
    # A gap of its own: behind a table a margin alone does not count.
    head = (
        '<p style="margin:0; font-size:7pt"><br/></p>'
        f'<h3 style="margin:0 0 2px 0; font-size:{_POINTS * 1.25:.1f}pt; font-weight:600">'
        f"{_say(part.title)}</h3>"
    )
    return f"{head}{_says_html(part.says)}{table}"


def _title_html(title: str) -> str:
    return (
        f'<p style="margin:0 0 6px 0; font-size:{_POINTS * 1.7:.1f}pt; font-weight:600">'
        f"{_say(title)}</p>"
    )


def _says_html(says: Sequence[str]) -> str:
    return "".join(f'<p style="margin:0; color:{ink("text2")}">{_say(one)}</p>' for one in says)


def _table_html(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    figures: Collection[int] | None = None,
    most: int | None = _LETTERS,
) -> str:
    """A table; columns of figures stand on the right, which their values say unless told."""
    # A heading stands above its figures, on their side.
    sides = [
        "right" if (_is_right(rows, place) if figures is None else place in figures) else "left"
        for place in range(len(headings))
    ]
    pairs = zip(headings, sides, strict=True)
    head = "".join(f'<th align="{side}">{_say(one)}</th>' for one, side in pairs)
    of = _cell if figures is None else None
    body = "".join(
        f"<tr>{''.join(of(v) if of else _on(sides[at], v, most) for at, v in enumerate(row))}</tr>"
        for row in rows
    )
    return (
        f'<table width="100%" cellpadding="3" cellspacing="0" border="0">'
        f'<thead><tr bgcolor="{ink("sunken")}">{head}</tr></thead>{body}</table>'
    )


def _is_right(rows: Sequence[Sequence[str]], place: int) -> bool:
    return bool(rows) and all(_is_figure(row[place]) for row in rows)


def _cell(value: str) -> str:
    return _on("right" if _is_figure(value) else "left", value)


def _on(side: str, value: str, most: int | None = _LETTERS) -> str:
    # Neither a day nor a number goes on in the next line: half of one reads as another.
    whole = ' style="white-space:nowrap"' if _WHOLE.fullmatch(value) else ""
    return f'<td align="{side}"{whole}>{_say(value, most)}</td>'


def _is_figure(value: str) -> bool:
    # Also "2 1/3": parts of leads stand under whole ones.
    return value.translate(_MARKS).isdecimal()


def _say(text: str, most: int | None = _LETTERS) -> str:
    """The text as markup shows it, at most so many letters of it; None: all."""
    plain = without_tricks(text).strip()
    return escape(plain if most is None else shortened(plain, most)).replace("\n", "<br/>")


# What the title of a part is found by in the document, its h3.
_HEAD = 3
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?|\+\d{4,15}")
_MARKS = str.maketrans("", "", ",.%/ ")
_POINTS = 9.5
_NARROW = 6
