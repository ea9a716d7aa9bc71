"""The steps into the palette: what is in its field, and what stands below it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr_later
from qualdesk.qt.palette.hits import Hit

if TYPE_CHECKING:
    from qualdesk.desk.searching import FoundLead


@frozen
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
    lead: "FoundLead | None" = None


_PLACEHOLDER: Final = tr_later("Search or type a command")
_SEARCHED: Final = tr_later("people, companies, numbers, commands")
_CALLING: Final = tr_later("Who is calling? Last digits, or their full name")
_CALLING_HINT: Final = tr_later("Enter takes the call up")
_MESSAGE: Final = tr_later("What should they know? Enter leaves it")
HEADS: Final[Mapping[str, tuple[str, str, str]]] = {
    "search": (_PLACEHOLDER, _SEARCHED, "search"),
    "calling": (_CALLING, _CALLING_HINT, "phone-incoming"),
    "lead": (tr_later("Lead"), "", "user"),
    "company": (tr_later("Company"), "", "building-2"),
    "message": (_MESSAGE, "", "message-square"),
}
OPEN: Final = tr_later("open")
"""What Enter does where nothing else is said."""
ENTER: Final[Mapping[str, str]] = {
    "calling": tr_later("take the call"),
    "lead": tr_later("do it"),
    "message": tr_later("leave it"),
}
