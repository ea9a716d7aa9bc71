"""Reading a list of accounts: which company belongs to whom of sales."""

from collections.abc import Sequence
from pathlib import Path

from qualdesk.core.errors import ListRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.heading_accounts import COMPANY, OWNER
from qualdesk.core.headings import plain_heading
from qualdesk.core.plain_text import storable
from qualdesk.core.wording import tr
from qualdesk.files.lists import open_list


@frozen
class AccountRow:
    """A row as it stands in the file: its number there, the company, and its owner."""

    row: int
    company: str
    owner: str


def read_accounts(path: Path) -> tuple[AccountRow, ...]:
    """The rows of a list of accounts, in their order; a CSV or a workbook.

    The owner is a name or an e-mail address; empty where the account has none.

    Raises:
        ListRefused: it is no list, or has no column of companies or none of owners.
    """
    with open_list(path) as table:
        company = _column(table.headings, COMPANY)
        owner = _column(table.headings, OWNER)
        if company is None or owner is None:
            raise ListRefused(
                tr(
                    "“{file}” needs a column “Company” and a column “Owner”. Name them so in its "
                    "first row.",
                    file=table.file_name,
                )
            )
        return tuple(
            AccountRow(row=number, company=_cell(cells, company), owner=_cell(cells, owner))
            for number, cells in table.rows()
        )


def _column(headings: Sequence[str], known: Sequence[str]) -> int | None:
    """The column with the likeliest of these headings: CRMs have several that look alike."""
    plain = [plain_heading(heading) for heading in headings]
    return next((plain.index(name) for name in known if name in plain), None)


def _cell(cells: Sequence[str], column: int) -> str:
    # A workbook may hold what no database takes.
    return " ".join(storable(cells[column]).split()) if column < len(cells) else ""
