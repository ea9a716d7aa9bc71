"""The Floor on made-up figures: boards as they are drawn, and a work that answers at once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, Signal

from qt.desks import SOURCE
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.errors import QualdeskError
from qualdesk.core.floor_figures import (
    Alarm,
    Behind,
    Board,
    DayFigures,
    HourFigures,
    LeadLine,
    ListName,
    OffCount,
    Recounted,
    SourceFigures,
    Stand,
    Stands,
)
from qualdesk.core.forecast_values import Forecast
from qualdesk.core.ids import BatchId, CampaignId, LeadId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.core.on_phones import CallBacks, Phones
from qualdesk.core.sources import CallWindow, SourceType
from qualdesk.desk.searching import FoundLead

NOW = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
CAMPAIGN = CampaignId(1)
STANDS = (
    ("never_called", "Never called", 228),
    ("try_again", "Try again", 236),
    ("callback", "Call back set", 14),
    ("with_caller", "With a caller", 5),
    ("qualified", "Qualified", 18),
    ("in_batch", "With sales", 6),
    ("taken", "Taken", 21),
    ("nurture", "Nurture", 38),
    ("not_a_fit", "Not a fit", 26),
    ("tried_out", "Tries used up", 24),
    ("wrong_number", "Wrong number", 17),
    ("do_not_call", "Do not call", 7),
)
_ANSWERED = (8, 22, 43, 46, 28, 17, 30, 34, 27, 12)


def a_board(**changed: Any) -> Board:
    """The board of the drawing: 640 leads, 412 called, 152 finished."""
    values: dict[str, Any] = {
        "campaign": CAMPAIGN,
        "at": NOW,
        "total": 640,
        "called": 412,
        "finished": 152,
        "reached": 128,
        "qualified": 45,
        "to_hand_off": 18,
        "handed": 32,
        "answered": 27,
        "taken": 21,
        "unanswered": 5,
        "giveaway": 91,
        "buckets": {Bucket.WAITING: 640},
        "stands": tuple(Stand(code=code, label=says, leads=n) for code, says, n in STANDS),
        "sources": SOURCES,
        "hours": hours(),
        "days": (
            DayFigures(day=date(2026, 3, 12), finished=48),
            DayFigures(day=date(2026, 3, 13), finished=96),
            DayFigures(day=date(2026, 3, 16), finished=140),
            DayFigures(day=date(2026, 3, 17), finished=152),
        ),
    }
    return Board(**(values | changed))


SOURCES = (
    SourceFigures(
        type=SourceType.TRADE_SHOW,
        label="Trade show",
        leads=408,
        called=260,
        reached=92,
        qualified=36,
        answered=20,
        taken=17,
    ),
    SourceFigures(
        type=SourceType.WEBINAR,
        label="Webinar",
        leads=132,
        called=86,
        reached=25,
        qualified=8,
        answered=6,
        taken=3,
    ),
    SourceFigures(
        type=SourceType.REFERRAL,
        label="Referral",
        leads=9,
        called=8,
        reached=6,
        qualified=1,
        answered=1,
        taken=1,
    ),
    SourceFigures(
        type=SourceType.TRADE_SHOW,
        label="Trade show, came only for the giveaway",
        is_giveaway=True,
        leads=91,
        called=58,
        reached=11,
    ),
)


def hours() -> tuple[HourFigures, ...]:
    """Calls of five weekdays between 8 and 18, of Friday afternoon too few."""
    found = []
    for weekday in range(5):
        for at, share in enumerate(_ANSWERED):
            dials = 6 if (weekday, at) == (4, 9) else 24 + weekday
            answered = round(dials * (share + weekday % 3) / 100)
            found.append(HourFigures(weekday=weekday, hour=8 + at, dials=dials, answered=answered))
    return tuple(found)


def a_small_board(**changed: Any) -> Board:
    """Seven leads, of whom four were called: nothing here is a percentage."""
    values: dict[str, Any] = {
        "campaign": CAMPAIGN,
        "at": NOW,
        "total": 7,
        "called": 4,
        "finished": 2,
        "reached": 3,
        "qualified": 1,
        "buckets": {Bucket.WAITING: 7},
        "stands": (
            Stand(code="never_called", label="Never called", leads=3),
            Stand(code="try_again", label="Try again", leads=2),
            Stand(code="qualified", label="Qualified", leads=1),
            Stand(code="not_a_fit", label="Not a fit", leads=1),
        ),
        "sources": (
            SourceFigures(
                type=SourceType.WEBINAR, label="Webinar", leads=7, called=4, reached=3, qualified=1
            ),
        ),
        "hours": (HourFigures(weekday=0, hour=10, dials=6, answered=2),),
    }
    return Board(**(values | changed))


def an_empty_board() -> Board:
    """A campaign without a lead."""
    return Board(campaign=CAMPAIGN, at=NOW, total=0, buckets={})


def the_campaign(**changed: Any) -> Campaign:
    """The campaign of the board."""
    window = CallWindow(closes_at=datetime(2026, 3, 27, 16, tzinfo=UTC), zone="Europe/Berlin")
    values: dict[str, Any] = {"id": CAMPAIGN, "name": "PackTech Expo 2026", "window": window}
    return Campaign(**({"source": SOURCE} | values | changed))


@dataclass
class MadeUpFloor:
    """What the desk would count, and which lists were asked for."""

    shown: Board
    leads: int = 450
    asked: list[tuple[str, int | None, int]] = field(default_factory=list)
    looks: int = 0
    fault: QualdeskError | None = None

    def board(self, campaign: CampaignId) -> Board:
        self.looks += 1
        if self.fault is not None:
            raise self.fault
        return replace(self.shown, campaign=campaign)

    def lists_of(self, campaign: CampaignId) -> tuple[ListName, ...]:
        del campaign
        return (ListName(id=ListId(4), file_name="stand scans.csv", loaded_at=NOW),)

    def stands(self, **of: Any) -> Stands:
        del of
        stands = (
            Stand(code="try_again", label="Try again", leads=40),
            Stand(code="left_out", label="Left out when it was loaded", leads=2),
        )
        return Stands(title="stand scans.csv", total=42, stands=stands)

    def behind(
        self, campaign: CampaignId, code: str, after: int | None = None, limit: int = 200
    ) -> Behind:
        del campaign
        self.asked.append((code, after, limit))
        first = after or 0
        last = min(first + limit, self.leads)
        return Behind(
            title=f"Behind {code}",
            total=self.leads,
            leads=tuple(a_line(number) for number in range(first + 1, last + 1)),
            next_after=last if last < self.leads else None,
        )

    def alarm(self, campaign: CampaignId) -> Alarm:
        off = OffCount(what="Try again, Trade show", kept=236, counted=235, leads=(LeadId(1),))
        return Alarm(campaign=campaign, at=NOW, off=(off,))

    def recount(self, campaign: CampaignId) -> Recounted:
        self.shown = replace(self.shown, total=640)
        changes = Changes(campaigns=frozenset({campaign}))
        return Recounted(
            says="1 number was not what the rows say. It is now.", counts=1, changes=changes
        )


def a_line(number: int) -> LeadLine:
    """A lead in the list behind a number."""
    return LeadLine(
        id=LeadId(number),
        name=f"Katrin Albers {number}",
        company="Elbkorn Foods",
        stand="Try again",
        says="No answer twice",
        last_called=NOW - timedelta(hours=number % 30 + 1),
    )


def _found(lead: LeadId) -> FoundLead:
    return FoundLead(
        lead_id=lead,
        name="Katrin Albers",
        company="Elbkorn Foods",
        city="Hamburg",
        campaign_id=CAMPAIGN,
        campaign="PackTech Expo 2026",
        stands="Try again",
    )


class AtOnce(QObject):
    """A work that asks a made-up desk on the spot; ``hold`` lets answers wait."""

    closing = Signal()

    def __init__(self, floor: MadeUpFloor, needed: int = 176) -> None:
        super().__init__()
        self.floor = floor
        self.held: list[Callable[[], None]] | None = None
        forecast = Forecast(
            campaign=CAMPAIGN,
            at=NOW,
            closes_at=datetime(2026, 3, 27, 16, tzinfo=UTC),
            zone="Europe/Berlin",
            total=640,
            finished_now=152,
            says="",
            unknown="Too little is known to say how this list ends.",
            needed_now=needed,
            needed=((date(2026, 3, 12), 50.0),),
        )
        calls = CallBacks(today=0, kept=0, missed=0, late=0, to_come=0, calls=())
        a_batch = SimpleNamespace(number=12, sent_at=NOW, batch_id=BatchId(12))
        self.desk = SimpleNamespace(
            floor=floor,
            forecasting=SimpleNamespace(
                forecast=lambda *_a, **_k: forecast, could_borrow=lambda _campaign: ()
            ),
            phones=SimpleNamespace(
                now=lambda _campaign: Phones(at=NOW, callers=(), call_backs=calls)
            ),
            handoff=SimpleNamespace(batches=lambda _campaign: (a_batch,)),
            search=SimpleNamespace(lead=_found),
            wakeups=SimpleNamespace(listen=lambda: None, moved=lambda: False),
        )

    def ask(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        *,
        owner: QObject,
        refused: Callable[[QualdeskError], None],
    ) -> None:
        del owner

        def act() -> None:
            try:
                found = work(self.desk)
            except QualdeskError as error:
                refused(error)
            except AttributeError:
                return  # another room's card asks what this desk does not know
            else:
                done(found)

        if self.held is None:
            act()
        else:
            self.held.append(act)

    def long(self, work: Callable[[Any, Any], Any], done: Any, **how: Any) -> None:
        self.ask(lambda desk: work(desk, None), done, owner=how["owner"], refused=how["refused"])

    def let_go(self) -> None:
        """What was held comes now."""
        held, self.held = self.held or [], None
        for act in held:
            act()
