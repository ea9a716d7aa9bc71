"""Reading whatever came back from sales with answers in it, by what is in the file."""

from pathlib import Path

from qualdesk.core.errors import AnswerSheetRefused
from qualdesk.core.sales_answers import AnswerFile
from qualdesk.core.wording import tr
from qualdesk.files.answer_pages import MEGABYTES, is_page, read_answer_page
from qualdesk.files.answer_sheets import read_answer_sheet

_HEAD = 4_096
_MEGABYTE = 1 << 20


def read_answers(path: Path) -> AnswerFile:
    """The rows of an answer sheet in any format a spreadsheet program saves, or of the page.

    Raises:
        AnswerSheetRefused: the file is none of ours, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if is_page(head):
                content = head + file.read(MEGABYTES * _MEGABYTE - len(head) + 1)
            else:
                content = b""
    except (OSError, ValueError):
        # Reading it as a sheet fails as well, and says why.
        content = b""
    if not content:
        return read_answer_sheet(path)
    if len(content) > MEGABYTES * _MEGABYTE:
        raise AnswerSheetRefused(
            tr(
                "{file} is over {megabytes} MB, far more than a page of answers. Is it the right "
                "file?",
                file=path.name,
                megabytes=MEGABYTES,
            )
        )
    return read_answer_page(path, content)
