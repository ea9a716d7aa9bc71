"""Tables on paper: a statement or a list as a PDF of as many pages as it takes."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, QSizeF

from qualdesk.core.plain_text import shortened, without_tricks
from qualdesk.core.wording import english
from qualdesk.links.brief_sheet import ink
from qualdesk.links.pages import Page, Printing, draw_footer, page_of, printing


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
    lines = "".join(f'<p style="margin:0; color:{ink("text2")}">{_say(one)}</p>' for one in says)
    # A heading stands above its figures, on their side.
    sides = [
        "right" if rows and all(_is_figure(row[place]) for row in rows) else "left"
        for place in range(len(headings))
    ]
    pairs = zip(headings, sides, strict=True)
    head = "".join(f'<th align="{side}">{_say(one)}</th>' for one, side in pairs)
    body = "".join(f"<tr>{''.join(_cell(value) for value in row)}</tr>" for row in rows)
    return (
        f'<p style="margin:0 0 6px 0; font-size:{_POINTS * 1.7:.1f}pt; font-weight:600">'
        f"{_say(title)}</p>{lines}<p></p>"
        f'<table width="100%" cellpadding="3" cellspacing="0" border="0">'
        f'<thead><tr bgcolor="{ink("sunken")}">{head}</tr></thead>{body}</table>'
    )


def _cell(value: str) -> str:
    side = "right" if _is_figure(value) else "left"
    return f'<td align="{side}">{_say(value)}</td>'


def _is_figure(value: str) -> bool:
    # Also "2 1/3": parts of leads stand under whole ones.
    return value.translate(_MARKS).isdecimal()


def _say(text: str) -> str:
    return escape(shortened(without_tricks(text).strip(), _LETTERS)).replace("\n", "<br/>")


_MARKS = str.maketrans("", "", ",.%/ ")
_POINTS = 9.5
_LETTERS = 300
_NARROW = 6
