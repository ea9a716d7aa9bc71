"""What a supervisor sees of the whole work: five numbers, sources, stands, hours, days."""

from collections.abc import Mapping
from datetime import date, datetime

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.core.shares import Share
from qualdesk.core.sources import SourceType


@frozen
class Stand:
    """How many leads stand at one place. All stands of a list together are all of its leads (Q5).

    Attributes:
        code: a bucket's key, or one of its finer places: ``never_called`` and ``try_again`` are
            those that wait, ``tried_out`` and ``wrong_number`` those that are not reached.
        label: the place as the screen says it.
    """

    code: str
    label: str
    leads: int


@frozen
class SourceFigures:
    """What came of the leads of one source (S3).

    Attributes:
        type: where they come from; ``is_giveaway``: those of it who came for the giveaway alone.
        called: those who were called at least once; ``reached`` those somebody talked with.
        qualified: those who qualified, now or before they went to sales.
        answered: those sales answered; ``taken`` those it took.
    """

    type: SourceType
    label: str
    leads: int
    is_giveaway: bool = False
    called: int = 0
    reached: int = 0
    qualified: int = 0
    answered: int = 0
    taken: int = 0


@frozen
class HourFigures:
    """Calls in one hour of one weekday (Monday 0) on the clock of those called."""

    weekday: int
    hour: int
    dials: int
    answered: int


@frozen
class DayFigures:
    """How many leads of the list were finished by the end of a day of the campaign's clock."""

    day: date
    finished: int


@frozen
class Board:
    """The Floor page of one campaign at one moment, counted.

    Attributes:
        at: when it was counted, UTC.
        total: the leads of the list, counted on their own: ``adds_up`` compares.
        called: called at least once. ``finished``: in no open bucket any more.
        reached: somebody talked with them. ``cooperated``: that came to a verdict, qualified,
            nurture or not a fit.
        qualified: they qualified, whatever became of it at sales.
        to_hand_off: qualified and not yet in a batch.
        handed: they left for sales and were not recalled.
        answered: sales answered; ``taken`` of them; ``unanswered`` wait for an answer.
        giveaway: those who came for the giveaway alone, of all.
        last_show: who was reached of those called at the client's show before this one; None
            where this is no show, or there was none before.
    """

    campaign: CampaignId
    at: datetime
    total: int
    called: int = 0
    finished: int = 0
    reached: int = 0
    cooperated: int = 0
    qualified: int = 0
    to_hand_off: int = 0
    handed: int = 0
    answered: int = 0
    taken: int = 0
    unanswered: int = 0
    giveaway: int = 0
    buckets: Mapping[Bucket, int]
    stands: tuple[Stand, ...] = ()
    sources: tuple[SourceFigures, ...] = ()
    hours: tuple[HourFigures, ...] = ()
    days: tuple[DayFigures, ...] = ()
    last_show: Share | None = None

    @property
    def adds_up(self) -> bool:
        """Whether every lead stands at exactly one place (Q5)."""
        stands = sum(one.leads for one in self.stands)
        return sum(self.buckets.values()) == self.total == stands

    @property
    def pass_through(self) -> Share:
        """Those that went on to sales, of all (S3)."""
        return Share(yes=self.handed, of=self.total)


@frozen
class LeadLine:
    """A lead in the list behind a number."""

    id: LeadId
    name: str
    company: str
    stand: str
    says: str
    last_called: datetime | None = None


@frozen
class Behind:
    """The leads behind a number, a page of them.

    Attributes:
        title: what they have in common, as the screen says it.
        total: how many there are; equal to the number they stand behind.
        next_after: what to ask the next page with; None when there is none.
    """

    title: str
    total: int
    leads: tuple[LeadLine, ...]
    next_after: int | None = None


@frozen
class Stands:
    """Where all leads of a campaign, a list or a batch stand (Q5).

    Attributes:
        title: what they are the leads of.
        total: how many there are, counted on their own.
    """

    title: str
    total: int
    stands: tuple[Stand, ...]

    @property
    def adds_up(self) -> bool:
        """Whether every one stands at exactly one place."""
        return sum(one.leads for one in self.stands) == self.total


@frozen
class ListName:
    """A list of a campaign by its file, to be chosen; ``loaded_at`` UTC."""

    id: ListId
    file_name: str
    loaded_at: datetime


@frozen
class OffCount:
    """A number that is kept and is not what the rows say.

    Attributes:
        what: the leads or calls it counts, in words.
        leads: the rows that are counted there, the first hundred.
    """

    what: str
    kept: int
    counted: int
    leads: tuple[LeadId, ...] = ()


@frozen
class Alarm:
    """Whether the numbers of a campaign are what its rows say, looked at row by row.

    Attributes:
        off: numbers that are not; counting them anew mends them.
        nowhere: leads that are in no bucket there is, the first hundred: a fault of ours, told
            so that nobody falls through.
    """

    campaign: CampaignId
    at: datetime
    off: tuple[OffCount, ...] = ()
    nowhere: tuple[LeadId, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether everything adds up."""
        return not self.off and not self.nowhere


@frozen
class Recounted:
    """What counting anew changed, in a sentence; ``counts`` is how many numbers were wrong."""

    says: str
    counts: int
    changes: Changes = NO_CHANGES
