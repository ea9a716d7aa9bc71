"""A campaign on one page: what it works by, who stands for it, what calls still wait for."""

from datetime import date, datetime
from enum import StrEnum

from qualdesk.core.campaigns import Campaign, CampaignPeople, things_missing
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.errors import Problem
from qualdesk.core.events import AttendanceCounts, CampaignEvent, Phase
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId, ListId
from qualdesk.core.permission import Gap
from qualdesk.core.wording import tr, tr_later


class Section(StrEnum):
    """The sections of a campaign's page, in their order."""

    SOURCE = "source"
    WINDOW = "window"
    RULES = "rules"
    SCRIPT = "script"
    DEFINITION = "definition"
    OFFERS = "offers"
    PEOPLE = "people"
    HANDOFF = "handoff"

    @property
    def label(self) -> str:
        """The section as the screen says it."""
        return tr(_SECTION_LABELS[self])


@frozen
class Todo:
    """One thing that calls wait for, and the section in which it is done.

    Attributes:
        field: which field of that section, where it is one field.
        stops_calls: False where calls go on all the same, as where an agreed definition is in
            force and a newer one waits to be signed.
    """

    section: Section
    says: str
    field: str = ""
    stops_calls: bool = True


@frozen
class ScriptInUse:
    """A script the campaign's callers read from. ``asked`` counts its questions."""

    id: str
    name: str
    version: int
    language: str
    asked: int


@frozen
class DefinitionInUse:
    """The definition the campaign's leads are judged by, and who agreed to it.

    Attributes:
        agreed_on: the day the second side signed; None while it is not agreed.
        says: that in a line: "Version 3, agreed by Pia Okafor and Tom Reyes on 2 March".
        criteria: the id of each of its criteria, and what people call it.
    """

    id: str
    name: str
    version: int
    agreed_on: date | None
    says: str
    criteria: tuple[tuple[str, str], ...] = ()

    @property
    def is_agreed(self) -> bool:
        """Whether both sides have signed it."""
        return self.agreed_on is not None


@frozen
class CampaignSetup:
    """All that a campaign's page shows.

    Attributes:
        event: when the event is, None for a campaign about none.
        zone: the clock in which its window and its event are said.
        phase: on which side of its event it stands now.
        script: what callers read from after the event, or always where there is none.
        before_script: what they read from before it, None where that is the same.
        attendance: how its leads stand with the event.
        attendees_at: when the list of those who were there was loaded, UTC; None: not yet.
        todo: what calls wait for, in the order of the sections.
        calls_may_start: whether callers are offered its leads now.
    """

    campaign: Campaign
    event: CampaignEvent | None
    zone: str
    phase: Phase
    script: ScriptInUse | None
    before_script: ScriptInUse | None
    definition: DefinitionInUse | None
    people: CampaignPeople
    attendance: AttendanceCounts
    attendees_at: datetime | None
    todo: tuple[Todo, ...]
    calls_may_start: bool
    changes: Changes = NO_CHANGES

    @property
    def says(self) -> str:
        """How many things are missing, as the page's top line; empty when none is."""
        stops = any(one.stops_calls for one in self.todo) and not self.calls_may_start
        return things_missing(len(self.todo), stops_calls=stops)

    def todo_in(self, section: Section) -> tuple[Todo, ...]:
        """What is missing in one section."""
        return tuple(one for one in self.todo if one.section is section)


@frozen
class FirstLead:
    """One of the first leads of a campaign's queue, as it would be under rules not saved yet.

    Attributes:
        reasons: why it would come now, largest first.
        points: qualified conversations per 100 caller hours.
        says: when it could be called: "now", or the time on its own clock.
        next_at: that instant, UTC; None where the rules leave none.
    """

    lead_id: LeadId
    name: str
    company: str
    reasons: tuple[str, ...]
    points: int
    says: str
    is_free: bool
    next_at: datetime | None = None
    zone: str = ""


@frozen
class Attendees:
    """What a list of those who were at the event came to.

    Every row of the file is one of ``matched``, ``new``, ``repeated`` and ``left_out``; every
    lead of the campaign is one of ``attended``, ``no_show`` and ``never_registered``.

    Attributes:
        rows: those of the file.
        matched: rows about a lead of the campaign; ``new``: people it did not know, new leads;
            ``repeated``: rows about somebody an earlier row was about.
        walked_in: those of the new leads who were there.
        left_out: rows left out, each with its place in the file and the reason.
    """

    campaign_id: CampaignId
    list_id: ListId | None
    rows: int
    matched: int
    new: int
    walked_in: int
    repeated: int
    left_out: tuple[Problem, ...]
    attended: int
    no_show: int
    never_registered: int
    notes: tuple[str, ...] = ()
    changes: Changes = NO_CHANGES

    @property
    def adds_up(self) -> bool:
        """Whether every row of the file is accounted for."""
        return self.rows == self.matched + self.new + self.repeated + len(self.left_out)

    @property
    def says(self) -> str:
        """What happened, in one sentence."""
        says = _WALKED_IN if self.walked_in else _NOBODY_WALKED_IN
        return tr(
            says,
            attended=self.attended,
            walked_in=self.walked_in,
            no_show=self.no_show,
            never=self.never_registered,
        )


def section_of(gap: Gap) -> Section:
    """The section of the page in which a gap of the campaign is closed."""
    return Section.WINDOW if gap.field == "window" else Section.SOURCE


_WALKED_IN = tr_later(
    "{attended} attended, {walked_in} of them walked in; {no_show} did not come, "
    "{never} never registered."
)
_NOBODY_WALKED_IN = tr_later(
    "{attended} attended; {no_show} did not come, {never} never registered."
)
_SECTION_LABELS = {
    Section.SOURCE: tr_later("Source"),
    Section.WINDOW: tr_later("Window"),
    Section.RULES: tr_later("Rules"),
    Section.SCRIPT: tr_later("Script"),
    Section.DEFINITION: tr_later("Definition"),
    Section.OFFERS: tr_later("On the call"),
    Section.PEOPLE: tr_later("People"),
    Section.HANDOFF: tr_later("Hand-off"),
}
