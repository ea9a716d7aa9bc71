"""What is missing before calls can start, on top of a form: links to the fields."""

from collections.abc import Sequence
from typing import Final

from qualdesk.core.permission import Gap
from qualdesk.qt.widgets.missing_bar import MissingBar

GAP_LABELS: Final = {
    "what": "What it was",
    "who": "Who is on the list",
    "responding_to": "What drew them",
    "basis": "The ground for calling",
    "says": "The ground in a sentence",
    "given_on": "When it was given",
    "where": "Where it was given",
    "evidence": "Where the proof is",
    "wording": "The wording",
    "scope": "Whether it covers the phone",
    "cost": "What it cost",
    "owner": "Who answers questions",
    "nurture": "Where not-now leads go",
    "window": "Until when to call",
}


class GapsBar(MissingBar):
    """How many things are missing, and the first of them as links."""

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show what is missing; with nothing missing, that calls can start."""
        things = "1 thing" if len(gaps) == 1 else f"{len(gaps)} things"
        title = f"{things} before calls can start" if gaps else "Calls can start"
        self.show_missing(title, [(gap.field, GAP_LABELS[gap.field]) for gap in gaps])
