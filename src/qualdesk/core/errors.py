"""The one tree of errors. Each class docstring is its default sentence: what to do, in words.

QualdeskError
├── Refused              the request cannot be done as asked; nothing was changed
│   ├── NotFound
│   ├── AnswerRefused
│   ├── OutcomeRefused
│   ├── TimeNotUnderstood
│   ├── NotNow           a calling rule says no
│   ├── PacedOut         a team's limit says: not yet
│   ├── NothingToUndo
│   ├── NewerDraft       somebody saved the same document meanwhile
│   ├── DocumentRefused  a script, definition or campaign file, with every problem
│   ├── ListRefused      a lead list that cannot be read at all
│   ├── AnswerSheetRefused
│   ├── ExportRefused
│   └── NotSent          a mail did not go out, or nobody knows whether it did
├── ClaimLost            somebody else has the lead; what was typed is kept
└── WorkspaceUnusable    the database cannot be used as it is
    ├── WorkspaceBusy
    ├── WorkspaceTooNew
    ├── WorkspaceDamaged
    ├── WorkspaceMoved
    ├── WorkspaceFull
    ├── WorkspaceUnreachable
    ├── PasswordNeeded
    │   └── KeyNeeded    the workspace file is encrypted
    ├── WrongLogin       a caller's login that the server cannot hold back
    └── WorkspaceElsewhere
"""

from collections.abc import Sequence
from datetime import datetime

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr


@frozen
class Problem:
    """One thing wrong with a file a person wrote: the place in it, and what to do."""

    place: str
    says: str

    def __str__(self) -> str:
        """The place and the sentence, as shown in a list."""
        return f"{self.place}: {self.says}" if self.place else self.says


class QualdeskError(Exception):
    """Something went wrong. Nothing was lost; try again."""

    def __init__(self, says: str | None = None) -> None:
        self.says = says or tr((type(self).__doc__ or "").strip())
        super().__init__(self.says)


class Refused(QualdeskError):
    """This cannot be done as asked. Nothing was changed."""


class NotFound(Refused):
    """There is nothing with that name here. Look at the list and choose one that is there."""


class AnswerRefused(Refused):
    """This answer does not fit the question. Choose one of the answers shown."""


class OutcomeRefused(Refused):
    """This outcome does not fit the call yet. Look at what is missing and answer it first."""


class TimeNotUnderstood(Refused):
    """Not understood. Try: thu 10:30, tomorrow 9, in 2 hours."""

    def __init__(self, says: str | None = None, *, left: str = "") -> None:
        """``left``: the words that mean nothing; empty where all were understood."""
        super().__init__(says)
        self.left = left


class NotNow(Refused):
    """This lead may not be called now."""


class PacedOut(Refused):
    """That is all your team's limit allows for now. Wait, or ask a supervisor to raise it."""

    def __init__(self, says: str | None = None, *, until: datetime | None = None) -> None:
        """``until``: when the next may come, UTC; None where that is not known."""
        super().__init__(says)
        self.until = until


class NothingToUndo(Refused):
    """There is nothing left to undo here."""


class NewerDraft(Refused):
    """Somebody saved this draft meanwhile. Choose whose words to keep."""


class _WithProblems(Refused):
    """This file has problems. Mend them and try again."""

    def __init__(self, says: str | None = None, problems: Sequence[Problem] = ()) -> None:
        self.problems = tuple(problems)
        super().__init__(says)


class DocumentRefused(_WithProblems):
    """This file cannot be used. Mend the places named and try again."""


class ListRefused(_WithProblems):
    """This file cannot be read as a list. Save it as CSV or XLSX and try again."""


class AnswerSheetRefused(_WithProblems):
    """This is not an answer sheet of one of our batches. Use the file that came with the batch."""


class ExportRefused(_WithProblems):
    """The batch could not be written. It is unchanged and still ready."""


class NotSent(Refused):
    """The mail was not sent. Read what the mail server said, and send it again."""

    def __init__(
        self, says: str | None = None, *, is_unsure: bool = False, is_for_all: bool = False
    ) -> None:
        """``is_unsure``: it may have gone; ``is_for_all``: no other mail would fare better."""
        super().__init__(says)
        self.is_unsure = is_unsure
        self.is_for_all = is_for_all


class ClaimLost(QualdeskError):
    """Someone else has this lead now. What you wrote is kept under it for your supervisor."""


class WorkspaceUnusable(QualdeskError):
    """The workspace cannot be used as it is. Nothing was changed."""


class WorkspaceBusy(WorkspaceUnusable):
    """The workspace is busy with other work. Nothing is lost; try again in a moment."""


class WorkspaceTooNew(WorkspaceUnusable):
    """This workspace was made by a newer qualdesk. Install that version. Nothing was changed."""


class WorkspaceDamaged(WorkspaceUnusable):
    """The workspace file is damaged. Nothing was changed. Put a backup back: qualdesk restore."""


class WorkspaceMoved(WorkspaceUnusable):
    """This workspace has moved. Close it and open it again: it then says where it is now."""


class WorkspaceFull(WorkspaceUnusable):
    """The disk is full, so nothing more can be saved. Make room there and try again."""


class WorkspaceUnreachable(WorkspaceUnusable):
    """The team database cannot be reached. Check the network and try again."""


class PasswordNeeded(WorkspaceUnusable):
    """The team database wants a password, or did not accept this one. Write it and try again."""


class KeyNeeded(PasswordNeeded):
    """This workspace is encrypted. Type its passphrase to open it. Nothing was changed."""


class WrongLogin(WorkspaceUnusable):
    """This login may not work here. Ask whoever administers the team's server for another one."""


class WorkspaceElsewhere(WorkspaceUnusable):
    """The workspace cannot live in that place. Choose a folder on this computer's own disk."""
