"""What is below the table of campaigns: the page of one, and the editors of what it works by.

Each is read and made when it is first wanted, and in pieces: the window looks up between two.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, Protocol, TypeVar

from qualdesk.core.clock import Clock
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.work import Work

CAMPAIGN: Final = "campaign"
SCRIPT: Final = "script"
DEFINITION: Final = "definition"


class InPieces(Protocol):
    """A page that is there when the last piece of it was made, and not used before."""

    def make(self) -> Iterator[None]:
        """Make it; what is yielded between are the moments at which the window looks up."""


_Page = TypeVar("_Page", bound=InPieces)


def whole(page: _Page) -> _Page:
    """The page with all that belongs to it, made at one go."""
    for _piece in page.make():
        pass
    return page


class Level:
    """One level below the table: made once, and by nobody twice.

    Who goes elsewhere in the middle finds it as far as it had come.
    """

    def __init__(self, begin: Callable[[], Any], take: Callable[[Any], None]) -> None:
        """``begin`` begins the page where it will stand, ``take`` is given it when it is there.

        A page that is put into another when it is full of parts is gone through once more.
        """
        self._begin, self._take = begin, take
        self._page: Any = None
        self._pieces: Iterator[None] | None = None
        self.is_there = False

    @property
    def page(self) -> Any:
        """The page; what is not made of it yet is made now."""
        whole(self)
        return self._page

    def make(self) -> Iterator[None]:
        """Make what is not made yet."""
        while not self.is_there:
            if self._pieces is None:
                self._page = self._begin()
                self._pieces = self._page.make()
            elif self._is_made(self._pieces):
                self._take(self._page)
                self.is_there = True
            yield

    def _is_made(self, pieces: Iterator[None]) -> bool:
        """Make one more piece; whether none was left to be made."""
        try:
            return next(pieces, self) is self
        except BaseException:
            # Half a page is none: the next who wants it begins anew.
            self._page.deleteLater()
            self._pieces = None
            raise


def new_level(kind: str, work: Work, clock: Clock, choosing: Choosing, zone: str) -> Any:
    """The page of a campaign, or a new editor of scripts, or of definitions; begun, not made.

    An editor opens a document for a campaign (``open``), has a title, keeps what is typed by
    itself, and says so (``saved_said``), what it touched (``changed``) and that it is left
    (``left``).
    """
    if kind == CAMPAIGN:
        from qualdesk.qt.campaigns.page import CampaignPage

        return CampaignPage(work, clock, choosing, zone)
    if kind == SCRIPT:
        from qualdesk.qt.scripts.editor import ScriptEditor

        return ScriptEditor(work, clock, choosing, zone)
    from qualdesk.qt.definitions.page import DefinitionPage

    return DefinitionPage(work, clock, choosing, zone)
