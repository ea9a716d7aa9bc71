"""A campaign: one source card, window, rules, script and definition; it holds lead lists."""

from dataclasses import dataclass

from qualdesk.core.ids import CampaignId, DefinitionVersionId, ScriptVersionId
from qualdesk.core.sources import (
    ALWAYS,
    CallLimits,
    CallWindow,
    HandoffTerms,
    SourceCard,
    SourceType,
)

HOUSE_LIMITS = CallLimits()
HOUSE_TERMS = HandoffTerms()


@dataclass(frozen=True, kw_only=True, slots=True)
class CampaignPlan:
    """All that a campaign is made from: what a campaign file holds."""

    name: str
    kind: str = ""
    client: str = ""
    region: str = ""
    source: SourceCard | None = None
    window: CallWindow = ALWAYS
    limits: CallLimits = HOUSE_LIMITS
    handoff: HandoffTerms = HOUSE_TERMS


@dataclass(frozen=True, kw_only=True, slots=True)
class Campaign(CampaignPlan):
    """A campaign of the workspace."""

    id: CampaignId
    script_version_id: ScriptVersionId | None = None
    definition_version_id: DefinitionVersionId | None = None
    is_paused: bool = False

    def before_calls(self) -> tuple[str, ...]:
        """What must be done before calls can start, each a sentence; nothing when it is ready."""
        if self.source is None:
            return ("Write the source card: what it was, who is on the list, what drew them.",)
        return self.source.unanswered()

    @property
    def source_type(self) -> SourceType:
        """The type of the source, OTHER while nobody has said."""
        return self.source.type if self.source else SourceType.OTHER


# What a program's own campaign says instead of a person's answers: a caller who ever meets it
# sees at once that nobody wrote a card.
REHEARSAL = SourceCard(
    type=SourceType.OTHER,
    channel="rehearsal",
    what="A rehearsal, driven by a program.",
    who="Leads a program made.",
    responding_to="Nothing: nobody here is real.",
)
