"""Paper: briefs as pages of a PDF. With its neighbours here, all that uses Qt but the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF

from qualdesk.core.handoff import Brief
from qualdesk.core.wording import english
from qualdesk.links.brief_sheet import Sheet
from qualdesk.links.pages import Printing, draw_footer, page_of, printing


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
    with printing(title) as made:
        for place, (brief, receiver) in enumerate(briefs):
            if step is not None:
                step()
            if place:
                made.writer.newPage()
            _draw(made, brief, receiver, footer)
    return made.content


def write_brief_pdf(brief: Brief, path: Path, *, receiver: str = "", footer: str = "") -> None:
    """Write the brief's page to a file of its own.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_bytes(brief_pdf(brief, receiver=receiver, footer=footer))


def _draw(made: Printing, brief: Brief, receiver: str, footer: str) -> None:
    """Fill the page: the largest setting of the text that fits is taken."""
    area = QRectF(made.painter.viewport())
    foot = area.height() * 0.03
    room = area.height() - foot
    for points, letters, entries in _SETTINGS:
        html = Sheet(points, letters, entries).html(brief, receiver)
        page = page_of(html, made.writer, points=points, width=area.width())
        if page.size().height() <= room:
            break
    page.drawContents(made.painter, QRectF(0, 0, area.width(), room))
    draw_footer(made.painter, QRectF(0, room, area.width(), foot), footer)


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
