"""What a supervisor's word did, as it is handed back."""

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.frozen import frozen


@frozen
class Supervised:
    """What was done to the queue, in a sentence."""

    says: str
    changes: Changes = NO_CHANGES
