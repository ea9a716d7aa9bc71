"""What a report of some days says: what was done in them, where the leads stand, what it cost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import datetime

from qualdesk.core.costs import SourceCost
from qualdesk.core.floor_figures import Board, SourceFigures, Stand
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.leads import Bucket
from qualdesk.core.lifts import Lift
from qualdesk.core.report_periods import Days, ReportOf
from qualdesk.core.times import local_time
from qualdesk.core.wording import spoken, tr


@frozen
class Done:
    """What was done in some days, by the codes of ``core.rates.FIGURES``. Leads count once each.

    Attributes:
        calls: numbers dialled, and calls that came in, whatever they came to.
        dials: numbers dialled with an outcome that was not undone; ``dials_answered`` those in
            which somebody was spoken to.
        called: leads called. ``reached``: somebody of them was spoken to.
        cooperated: the conversation ended in a verdict: qualified, nurture or not a fit.
        qualified: they qualified.
        handed: they left for sales in these days and were not recalled.
        answered: sales answered of them in these days; ``taken`` it took.
    """

    calls: int = 0
    dials: int = 0
    dials_answered: int = 0
    called: int = 0
    reached: int = 0
    cooperated: int = 0
    qualified: int = 0
    handed: int = 0
    answered: int = 0
    taken: int = 0

    def __add__(self, other: "Done") -> "Done":
        """Both together: of two campaigns, whose leads are never the same."""
        return Done(**_sums(self, other))


@frozen
class KeptCalls:
    """Call backs at a time that people named, of these days, each in exactly one of four.

    Attributes:
        on_time: called within five minutes of it. ``late``: called later than that.
        missed: nobody called, and the time the campaign grants is over.
        to_come: their time has not come, or what the campaign grants is not over.
    """

    on_time: int = 0
    late: int = 0
    missed: int = 0
    to_come: int = 0

    @property
    def all(self) -> int:
        """The sum of the four: every call back of these days."""
        return self.on_time + self.late + self.missed + self.to_come

    def __add__(self, other: "KeptCalls") -> "KeptCalls":
        """Both together."""
        return KeptCalls(**_sums(self, other))


@frozen
class HourCalls:
    """The calls begun in one hour of the day on the campaign's clock, over all the days."""

    hour: int
    calls: int
    reached: int


@frozen
class CallerDone:
    """What one caller did, by name, or by the number of a seat where names are off. Never ranked.

    ``taken`` and ``answered`` are of leads they qualified, answered in these days.
    """

    name: str
    calls: int = 0
    called: int = 0
    reached: int = 0
    qualified: int = 0
    answered: int = 0
    taken: int = 0

    def __add__(self, other: "CallerDone") -> "CallerDone":
        """The same caller in two campaigns."""
        counts = ("calls", "called", "reached", "qualified", "answered", "taken")
        return replace(self, **{one: getattr(self, one) + getattr(other, one) for one in counts})


@frozen
class Said:
    """A sentence as it was said when the report was made, and in English, as files have it."""

    shown: str = ""
    english: str = ""

    @property
    def says(self) -> str:
        """The sentence, in English where English is spoken now."""
        return self.english if spoken() == "en" else self.shown


NOTHING_SAID = Said()


@frozen
class Act:
    """Something supervisors changed: when, UTC, by whom as they are shown, and what."""

    at: datetime
    who: Said
    what: Said


@frozen
class CampaignReport:
    """One campaign in some days, and its list as it stands when the report is made.

    Attributes:
        done: in these days, on the campaign's clock.
        board: the whole list since it began; its moment is that of the report.
        cost: what the list has cost since it began.
        health: what each criterion of the definition in force says about taken and won.
        forecast: whether the list will be finished, in a sentence; empty when nobody knows.
    """

    campaign: CampaignId
    name: str
    client: str
    zone: str
    done: Done
    call_backs: KeptCalls
    board: Board
    hours: tuple[HourCalls, ...] = ()
    callers: tuple[CallerDone, ...] = ()
    cost: SourceCost | None = None
    health: tuple[Lift, ...] = ()
    definition: str = ""
    forecast: Said = NOTHING_SAID


@frozen
class Report:
    """A report of some days, of one campaign or of all there are.

    Attributes:
        days: which days; each campaign counts them on its own clock.
        acts: what supervisors changed in these days, the newest first; the last ones of very
            many.
        has_names: whether callers are named; otherwise they are seats.
        made_at: when it was made, UTC; ``zone`` the clock its times are said on.
        title: the campaign's name; empty for all campaigns.
    """

    days: Days
    made_at: datetime
    zone: str
    title: str = ""
    campaigns: tuple[CampaignReport, ...] = ()
    acts: tuple[Act, ...] = ()
    has_names: bool = True

    @property
    def done(self) -> Done:
        """What was done in all campaigns together."""
        return sum((one.done for one in self.campaigns), Done())

    @property
    def call_backs(self) -> KeptCalls:
        """The call backs of all campaigns together."""
        return sum((one.call_backs for one in self.campaigns), KeptCalls())

    @property
    def board(self) -> Board:
        """The lists of all campaigns together, as they stand."""
        return together([one.board for one in self.campaigns], self.made_at)

    @property
    def callers(self) -> tuple[CallerDone, ...]:
        """What each caller did over all campaigns, in the order of their names."""
        found: dict[str, CallerDone] = {}
        for campaign in self.campaigns:
            for one in campaign.callers:
                found[one.name] = one + found[one.name] if one.name in found else one
        return tuple(sorted(found.values(), key=lambda one: (one.name.casefold(), one.name)))

    def figures(self, *, of_list: bool) -> Mapping[str, int]:
        """The figures by the codes of ``core.rates.FIGURES``: of the list, or of the days.

        Of a whole campaign both are the same, and what only calls tell is of both.
        """
        done, board = asdict(self.done), self.board
        counted = {name: getattr(board, name) for name in _OF_LIST}
        if self.days.of is ReportOf.CAMPAIGN:
            return {**done, **counted}
        return counted if of_list else done

    @property
    def is_going_on(self) -> bool:
        """Whether its days are not over: more may come to them."""
        _, end = self.days.bounds(self.zone)
        return end is None or self.made_at < end

    @property
    def until(self) -> str:
        """Until when it counts, where its days are not over: "until 10:24"; empty otherwise."""
        if not self.is_going_on:
            return ""
        at = local_time(self.made_at, self.zone)
        if self.days.of is ReportOf.DAY:
            return tr("until {time:%H:%M}", time=at)
        return tr("until {day:%Y-%m-%d}, {time:%H:%M}", day=at, time=at)


def together(boards: Sequence[Board], at: datetime) -> Board:
    """Several lists as one: every count is the sum, stands and sources by what they are."""
    first = Board(campaign=CampaignId(0), at=at, total=0, buckets={})
    counted = {
        name: sum(getattr(one, name) for one in boards)
        for name in (*_OF_LIST, "to_hand_off", "unanswered")
    }
    return replace(
        first,
        **counted,
        buckets=_buckets(boards),
        stands=_stands(one for board in boards for one in board.stands),
        sources=_sources(one for board in boards for one in board.sources),
    )


def _buckets(boards: Iterable[Board]) -> dict[Bucket, int]:
    found: dict[Bucket, int] = {}
    for board in boards:
        for bucket, leads in board.buckets.items():
            found[bucket] = found.get(bucket, 0) + leads
    return found


def _sums(one: Done | KeptCalls, other: Done | KeptCalls) -> dict[str, int]:
    names = [each.name for each in fields(one)]
    return {name: getattr(one, name) + getattr(other, name) for name in names}


def _stands(some: Iterable[Stand]) -> tuple[Stand, ...]:
    found: dict[str, Stand] = {}
    for one in some:
        before = found.get(one.code)
        found[one.code] = replace(one, leads=one.leads + (before.leads if before else 0))
    return tuple(found.values())


def _sources(some: Iterable[SourceFigures]) -> tuple[SourceFigures, ...]:
    found: dict[tuple[str, bool], SourceFigures] = {}
    counts = ("leads", "called", "reached", "qualified", "answered", "taken")
    for one in some:
        key = one.type, one.is_giveaway
        before = found.get(key)
        more = {name: getattr(before, name, 0) + getattr(one, name) for name in counts}
        found[key] = replace(one, **more)
    return tuple(found.values())


_OF_LIST = (
    *("total", "called", "finished", "reached", "cooperated", "qualified"),
    *("handed", "answered", "taken", "giveaway"),
)
