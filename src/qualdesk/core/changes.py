"""What an operation touched, so that a window refreshes that; and how two versions differ."""

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, CampaignId, LeadId


@frozen
class Changes:
    """The leads, campaigns and batches an operation touched."""

    leads: frozenset[LeadId] = frozenset()
    campaigns: frozenset[CampaignId] = frozenset()
    batches: frozenset[BatchId] = frozenset()
    queue: bool = False
    suppression: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Both together."""
        return Changes(
            leads=self.leads | other.leads,
            campaigns=self.campaigns | other.campaigns,
            batches=self.batches | other.batches,
            queue=self.queue or other.queue,
            suppression=self.suppression or other.suppression,
        )


NO_CHANGES = Changes()


@frozen
class Change:
    """One difference between two versions of a document, shown side by side.

    Attributes:
        place: the key of the place, stable under moves: ``need.say`` for a question's words.
        label: the place in the reader's words: "Real need, read aloud".
        was, now: the text then and now; empty where there was or is nothing.
    """

    place: str
    label: str
    was: str
    now: str
