"""What became of the rows of a list, as the table its owner gets."""

from collections.abc import Iterable

from qualdesk.core.fates import RowFate
from qualdesk.core.lead_words import lead_words
from qualdesk.core.wording import english

HEADINGS = (
    "Row",
    "Name",
    "Company",
    "External ID",
    "What became of it",
    "Code",
    "Why",
    "Calls",
    "Last call (UTC)",
)
"""The code is the same in every version of the program; no number or address is among them."""


@english()
def fate_rows(fates: Iterable[RowFate]) -> list[list[str]]:
    """The rows under :data:`HEADINGS`, in the order of the list."""
    return [
        [
            str(one.row_number),
            one.name,
            one.company,
            one.external_id,
            one.fate.label,
            one.fate.value,
            lead_words(one.why),
            str(one.calls) if one.calls else "",
            one.last_call_at.strftime("%Y-%m-%d %H:%M") if one.last_call_at else "",
        ]
        for one in fates
    ]
