"""Where an import stands: which file, into what, what was decided, what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import CampaignId, ListId
from qualdesk.core.list_choices import NO_CHOICES, ListChoices
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk

if TYPE_CHECKING:
    from qualdesk.desk.intake import Loaded, Preview

Step = Literal["file", "columns", "problems", "import", "done"]


@dataclass(kw_only=True)
class ImportState:
    """One import from its file to its end.

    Attributes:
        before: the choices before each decision at the problems, the last one at the end.
        found: how the file is read, None until it was looked at.
        result: what the list would do, and after the import what it did.
        resumes: the list whose loading is gone on with, where this is no new one.
    """

    path: Path = Path()
    campaigns: tuple[Campaign, ...] = ()
    step: Step = "file"
    choices: ListChoices = NO_CHOICES
    before: tuple[ListChoices, ...] = ()
    found: "Preview | None" = None
    result: "Loaded | None" = None
    resumes: ListId | None = None

    def load(
        self, into: CampaignId | str, *, dry_run: bool, left_out: Path | None
    ) -> Callable[[Desk, Progress], "Loaded"]:
        """What importing the file is, as it was decided up to now."""
        path, choices = self.path, self.choices

        def work(desk: Desk, progress: Progress) -> "Loaded":
            return desk.intake.load(
                path,
                campaign=into,
                choices=choices,
                dry_run=dry_run,
                left_out=left_out,
                progress=progress,
            )

        return work
