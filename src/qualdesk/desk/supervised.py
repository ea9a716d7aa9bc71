"""What a supervisor's word did, as it is handed back."""

from dataclasses import dataclass

from qualdesk.core.changes import NO_CHANGES, Changes


@dataclass(frozen=True, kw_only=True, slots=True)
class Supervised:
    """What was done to the queue, in a sentence."""

    says: str
    changes: Changes = NO_CHANGES
