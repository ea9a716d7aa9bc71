"""The steps into the palette: what is in its field, and what stands below it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from qualdesk.desk.searching import FoundLead
from qualdesk.qt.palette.hits import Hit


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """One step into the palette: what is in the field, and what stands below it.

    Attributes:
        kind: search, calling, lead, company or message.
        lead: whom it is about, None for a search.
    """

    kind: str
    text: str = ""
    hits: tuple[Hit, ...] = ()
    count: str = ""
    facts: tuple[str, ...] = ()
    row: int = 0
    lead: FoundLead | None = None


_PLACEHOLDER: Final = "Search or type a command"
_SEARCHED: Final = "people, companies, numbers, commands"
_CALLING: Final = "Who is calling? Last digits, or their full name"
_CALLING_HINT: Final = "Enter takes the call up"
_MESSAGE: Final = "What should they know? Enter leaves it"
HEADS: Final[Mapping[str, tuple[str, str, str]]] = {
    "search": (_PLACEHOLDER, _SEARCHED, "search"),
    "calling": (_CALLING, _CALLING_HINT, "phone-incoming"),
    "lead": ("Lead", "", "user"),
    "company": ("Company", "", "building-2"),
    "message": (_MESSAGE, "", "message-square"),
}
ENTER: Final[Mapping[str, str]] = {
    "calling": "take the call",
    "lead": "do it",
    "message": "leave it",
}
