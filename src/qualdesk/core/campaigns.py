"""A campaign: one source card, window, rules, script and definition; it holds lead lists."""

from dataclasses import replace
from datetime import date, datetime

from qualdesk.core.events import CampaignEvent, Phase
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, DefinitionVersionId, ScriptVersionId
from qualdesk.core.offers import NO_OFFERS, Offers
from qualdesk.core.permission import Basis, Gap, Permission
from qualdesk.core.rules import Audience, SetAside
from qualdesk.core.sources import (
    UNSAID,
    CallLimits,
    CallWindow,
    HandoffTerms,
    SourceCard,
    SourceType,
)
from qualdesk.core.wording import tr, tr_n

HOUSE_LIMITS = CallLimits()
HOUSE_TERMS = HandoffTerms()


@frozen
class CampaignPlan:
    """All that a campaign is made from: what a campaign file holds.

    ``audience`` is what its people are to the law, None when each is taken by what is known.
    """

    name: str
    kind: str = ""
    client: str = ""
    region: str = ""
    source: SourceCard | None = None
    window: CallWindow = UNSAID
    limits: CallLimits = HOUSE_LIMITS
    handoff: HandoffTerms = HOUSE_TERMS
    audience: Audience | None = None

    def gaps(self) -> tuple[Gap, ...]:
        """What must be said before calls can start and is not, each with its question (O3)."""
        card = self.source or SourceCard(type=SourceType.OTHER, what="", who="", responding_to="")
        end = Gap(field="window", says=tr("Until when is calling worthwhile?"))
        return card.gaps() if self.window.is_said else (*card.gaps(), end)

    def before_calls(self) -> tuple[str, ...]:
        """What must be said before calls can start, each a sentence; nothing when all is."""
        return tuple(gap.says for gap in self.gaps())

    def permission_over(self, at: datetime) -> str:
        """The sentence that stops calls when the permission has ended by ``at``, else empty."""
        permission = self.source.permission if self.source else None
        return permission.over_says(at, self.window.zone) if permission else ""


@frozen
class CampaignPeople:
    """Who signs for each side, and whom callers ask; empty while nobody said."""

    marketing: str = ""
    sales: str = ""
    supervisor: str = ""


NO_PEOPLE = CampaignPeople()


@frozen
class Campaign(CampaignPlan):
    """A campaign of the workspace.

    Attributes:
        event: when its event is, None for a campaign about none.
        before_script_version_id: what callers read from before the event; None: no other script.
        attendees_at: when the list of those who were there was loaded, UTC.
        calls_may_start: all that must be said was said when calls started. What has been asked
            for since then stops nobody; an answer that is taken away does.
        giveaway_attempts: how often who came for the giveaway alone is dialled at most; None: as
            often as everybody.
        planned_callers: callers a supervisor plans beyond the shifts: from which day, how many.
        rules_aside: the rule sets of the law that do not count here, each for a reason.
        offers: what callers can offer beside the outcome of a call.
    """

    id: CampaignId
    script_version_id: ScriptVersionId | None = None
    definition_version_id: DefinitionVersionId | None = None
    is_paused: bool = False
    giveaway_attempts: int | None = None
    planned_callers: tuple[tuple[date, int], ...] = ()
    calls_may_start: bool = False
    rules_aside: tuple[SetAside, ...] = ()
    event: CampaignEvent | None = None
    before_script_version_id: ScriptVersionId | None = None
    attendees_at: datetime | None = None
    people: CampaignPeople = NO_PEOPLE
    offers: Offers = NO_OFFERS

    def limits_of(self, *, is_giveaway: bool) -> CallLimits:
        """How often such a lead may be tried: who came for the giveaway alone perhaps less."""
        fewer = self.giveaway_attempts if is_giveaway else None
        if fewer is None or fewer >= self.limits.max_attempts:
            return self.limits
        return replace(self.limits, max_attempts=fewer)

    def phase(self, at: datetime) -> Phase:
        """On which side of its event a call lies that begins at ``at`` (Q1)."""
        return self.event.phase(at) if self.event else Phase.AFTER

    def script_in(self, phase: Phase) -> ScriptVersionId | None:
        """The script that callers read from on that side of the event."""
        before = self.before_script_version_id if phase is Phase.BEFORE else None
        return before or self.script_version_id

    @property
    def to_do(self) -> str:
        """How many things are missing, in a few words; empty when none is."""
        return things_missing(len(self.gaps()), stops_calls=not self.calls_may_start)

    def stopped_by(self, at: datetime) -> str:
        """The sentence that says why nobody of it may be called at ``at``; empty when they may."""
        if self.calls_may_start:
            return self.permission_over(at)
        first = next(iter(self.before_calls()), "")
        return f"{tr('The source card is not finished.')} {first}".strip()

    @property
    def source_type(self) -> SourceType:
        """The type of the source, OTHER while nobody has said."""
        return self.source.type if self.source else SourceType.OTHER


def things_missing(count: int, *, stops_calls: bool) -> str:
    """How many things are missing, in a few words; empty when none is."""
    if not count:
        return ""
    if stops_calls:
        return tr_n(count, "{n} thing before calls can start", "{n} things before calls can start")
    return tr_n(count, "{n} thing to add, calls go on", "{n} things to add, calls go on")


# What a program's own campaign says instead of a person's answers: a caller who ever meets it
# sees at once that nobody wrote a card.
REHEARSAL = SourceCard(
    type=SourceType.OTHER,
    channel="rehearsal",
    what="A rehearsal, driven by a program.",
    who="Leads a program made.",
    responding_to="Nothing: nobody here is real.",
    permission=Permission(
        basis=Basis.LEGITIMATE_INTEREST,
        says="Nobody is phoned: it is a rehearsal.",
        given_on=date(2026, 1, 1),
        where="In the program.",
    ),
    owner="Nobody, it is a rehearsal",
    nurture="Nurture",
    cost=0,
)
