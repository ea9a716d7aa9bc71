"""What is missing before calls can start, on top of a form: links to the fields."""

from collections.abc import Sequence
from typing import Final

from qualdesk.core.permission import Gap
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.widgets.missing_bar import MissingBar

GAP_LABELS: Final = {
    "what": tr_later("What it was"),
    "who": tr_later("Who is on the list"),
    "responding_to": tr_later("What drew them"),
    "basis": tr_later("The ground for calling"),
    "says": tr_later("The ground in a sentence"),
    "given_on": tr_later("When it was given"),
    "where": tr_later("Where it was given"),
    "evidence": tr_later("Where the proof is"),
    "wording": tr_later("The wording"),
    "scope": tr_later("Whether it covers the phone"),
    "cost": tr_later("What it cost"),
    "owner": tr_later("Who answers questions"),
    "nurture": tr_later("Where not-now leads go"),
    "window": tr_later("Until when to call"),
}


class GapsBar(MissingBar):
    """How many things are missing, and the first of them as links."""

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show what is missing; with nothing missing, that calls can start."""
        links = [(gap.field, tr(GAP_LABELS[gap.field])) for gap in gaps]
        self.show_missing(missing_in_words(len(gaps)), links)


def missing_in_words(things: int) -> str:
    """How many things are missing before calls can start, or that they can."""
    if not things:
        return tr("Calls can start")
    return tr_n(things, "{n} thing before calls can start", "{n} things before calls can start")
