"""The desk: everything a person can do with qualdesk, as plain calls that return values."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import timedelta
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from qualdesk.core.clock import Clock
from qualdesk.core.list_files import USUAL_LIMITS, Limits
from qualdesk.store.database import Store

if TYPE_CHECKING:
    from qualdesk.core.mails import MailAccount
    from qualdesk.core.outcomes import Catalogue
    from qualdesk.desk.agreeing import Definitions
    from qualdesk.desk.asked import AskedQuestions
    from qualdesk.desk.before_calls import BeforeCalls
    from qualdesk.desk.beside import Beside
    from qualdesk.desk.calling import Calling
    from qualdesk.desk.calling_law import CallingLaw
    from qualdesk.desk.came_back import CameBack
    from qualdesk.desk.campaigning import Campaigning
    from qualdesk.desk.claim_limits import ClaimLimitsDesk
    from qualdesk.desk.clients import Clients
    from qualdesk.desk.digest import Digests
    from qualdesk.desk.do_not_call import DoNotCall
    from qualdesk.desk.erasing import Erasing
    from qualdesk.desk.fates import Fates
    from qualdesk.desk.fit_reviews import FitReviews
    from qualdesk.desk.floor import Floor
    from qualdesk.desk.forecasting import Forecasting
    from qualdesk.desk.handoff import Handoff
    from qualdesk.desk.intake import Intake
    from qualdesk.desk.keeper import Keeper
    from qualdesk.desk.late import Late
    from qualdesk.desk.leavers import Leavers
    from qualdesk.desk.lessons import Lessons
    from qualdesk.desk.library import Library
    from qualdesk.desk.meetings import Meetings
    from qualdesk.desk.my_day import OwnDay
    from qualdesk.desk.notifying import Notifying
    from qualdesk.desk.nurturing import Nurturing
    from qualdesk.desk.outcomes import Outcomes
    from qualdesk.desk.owner_questions import OwnerQuestions
    from qualdesk.desk.people import People
    from qualdesk.desk.person_files import PersonFiles
    from qualdesk.desk.phones import PhonesDesk
    from qualdesk.desk.practice import Practice
    from qualdesk.desk.processing import ProcessingRecord
    from qualdesk.desk.profiles import Profiles
    from qualdesk.desk.queue import Queue
    from qualdesk.desk.rating import RatingRounds
    from qualdesk.desk.recovery import Recovery
    from qualdesk.desk.report_schedules import ReportSchedules
    from qualdesk.desk.reports import Reports
    from qualdesk.desk.researching import Researching
    from qualdesk.desk.retention import Retention
    from qualdesk.desk.routing import RoutingRules
    from qualdesk.desk.sales import Sales
    from qualdesk.desk.sales_calls import SalesCalls
    from qualdesk.desk.scripting import Scripts
    from qualdesk.desk.searching import Search
    from qualdesk.desk.statements import Statements
    from qualdesk.desk.story import Story
    from qualdesk.desk.supervising import Supervising
    from qualdesk.desk.team import Team
    from qualdesk.desk.trying import Trying
    from qualdesk.desk.wakeups import Wakeups
    from qualdesk.desk.way_back import WayBack


class Desk:
    """The use cases together, for one caller on one workspace.

    Synchronous, and knows no thread: one desk is used by one thread at a time. Several desks
    may work on the same workspace at once.

    A room is made when somebody first goes in: most people use a few of them, and to read the
    code of all took half of the time until a caller had the first lead.

    Attributes:
        intake: loading lists.
        library: campaigns, scripts, definitions.
        campaigning: a campaign on one page: its event, its people, what calls wait for.
        before_calls: what campaigns and lists must say first.
        scripts: scripts as they are written and put to use.
        definitions: definitions as both sides agree on them.
        outcomes: what a call can end with here.
        calling: the next lead, the call, its outcome.
        beside: what stands beside an outcome: material, a yes to mails.
        meetings: talks with sales, on the line or at an agreed time.
        search: finding people and companies, who is calling back, messages about leads.
        researching: what the caller looks up before the next call.
        handoff: batches for sales, and their answers.
        way_back: what becomes of leads sales has: recalls, disputes, what comes back.
        came_back: what sales sent back of a caller's leads, told them once.
        sales: the leads a person of sales was given, read and answered.
        lessons: why leads came back, and what a taken one has cost.
        statements: what sales took of whose leads, for pay and billing.
        reports: a day, a week, a campaign, on the screen, on paper, in a workbook.
        report_schedules: reports that are made by themselves, and what came of each run.
        profiles: the tables CRMs take leads by.
        routing: who gets which leads, and whose account a company is.
        notifying: telling sales of a batch by mail.
        sales_calls: calls to salespeople, to tell them of a batch.
        do_not_call: the do-not-call lists of each client, and what was said in calls.
        erasing: erasing a person who asks for it.
        person_files: all that is kept about one person, for whoever asks.
        retention: who was kept for as long as the terms allow.
        processing: the record of processing activities.
        queue: what comes next and why.
        supervising: a supervisor's hand on the order of the queue.
        rules: the calling rules, to be read.
        asked: how a question of a script does, from real answers.
        trying: a draft of the definition over finished leads.
        rating: whether two people understand answers the same.
        digests: what people need and object to, week by week, for marketing.
        nurturing: leads that are not ready now, for whoever writes to them.
        fates: what became of every row of a list.
        story: what was changed by whom, in words.
        owner_questions: what callers ask about a list, answered once for everybody.
        fit_reviews: calls in which a rule of the house was set aside, looked at again.
        late: what was saved when somebody else had the lead, for a supervisor.
        floor: where every lead stands.
        forecasting: whether a list will be finished before its window closes.
        phones: who calls now, their late call backs, what they call for.
        clients: for whom calls are made, and who works for one of them alone.
        people: who works here, their hours, who is on duty.
        leavers: who works here no more, and what becomes of what was theirs.
        team: who is logged in on a server, who else is on the team.
        limits: how many leads callers of a team may be shown.
        my_day: a caller's own day, for themselves.
        practice: calls that count nowhere, in a workspace of their own.
        keeper: what the timer does.
        wakeups: what tells a board to look again.
        mail: the server mails to sales go through, for a room that is made after it was set.
    """

    intake: "Intake"
    library: "Library"
    campaigning: "Campaigning"
    before_calls: "BeforeCalls"
    scripts: "Scripts"
    definitions: "Definitions"
    outcomes: "Outcomes"
    calling: "Calling"
    beside: "Beside"
    meetings: "Meetings"
    search: "Search"
    researching: "Researching"
    handoff: "Handoff"
    way_back: "WayBack"
    came_back: "CameBack"
    sales: "Sales"
    profiles: "Profiles"
    routing: "RoutingRules"
    notifying: "Notifying"
    sales_calls: "SalesCalls"
    do_not_call: "DoNotCall"
    queue: "Queue"
    supervising: "Supervising"
    rules: "CallingLaw"
    asked: "AskedQuestions"
    trying: "Trying"
    rating: "RatingRounds"
    floor: "Floor"
    phones: "PhonesDesk"
    erasing: "Erasing"
    person_files: "PersonFiles"
    retention: "Retention"
    processing: "ProcessingRecord"
    people: "People"
    leavers: "Leavers"
    clients: "Clients"
    team: "Team"
    my_day: "OwnDay"
    practice: "Practice"
    limits: "ClaimLimitsDesk"
    keeper: "Keeper"
    recovery: "Recovery"
    wakeups: "Wakeups"
    lessons: "Lessons"
    statements: "Statements"
    reports: "Reports"
    report_schedules: "ReportSchedules"
    digests: "Digests"
    nurturing: "Nurturing"
    fates: "Fates"
    story: "Story"
    owner_questions: "OwnerQuestions"
    fit_reviews: "FitReviews"
    late: "Late"
    forecasting: "Forecasting"

    def __init__(
        self, store: Store, clock: Clock, caller: str, limits: Limits = USUAL_LIMITS
    ) -> None:
        self._store = store
        self._limits = limits
        self.clock = clock
        self.caller = caller
        self.mail: MailAccount | None = None
        store.viewer = caller

    if not TYPE_CHECKING:  # a name that no room has is still found by the checker

        def __getattr__(self, name: str) -> Any:
            """A room nobody was in yet."""
            if name not in _ROOMS:
                raise AttributeError(f"The desk has no {name}.")
            module, kind, parts = _ROOMS[name]
            made = getattr(import_module(f"{__name__}.{module}"), kind)
            room = made(*(attrgetter(part)(self) for part in parts))
            if name == "floor":
                from qualdesk.desk.forecasting import UNREACHABLE

                room.lists[UNREACHABLE] = self.forecasting.unreachable_in_time
            if name == "notifying":
                room.account = self.mail
            setattr(self, name, room)
            return room

    @property
    def _catalogue(self) -> "Catalogue":
        return self.outcomes.catalogue()

    def _schedules(self) -> "ReportSchedules":
        return self.report_schedules

    def use_limits(self, limits: Limits) -> None:
        """How much a list may be, from the next one on."""
        self._limits = limits
        for room in ("intake", "campaigning"):
            if room in vars(self):
                getattr(self, room).use_limits(limits)

    def said_before(self, ago: timedelta) -> AbstractContextManager[None]:
        """What is saved meanwhile was said so long ago: it waited on this computer for a line."""
        return self._store.said_before(ago)

    def close(self) -> None:
        """Let go of the workspace. What was saved is saved."""
        if "wakeups" in vars(self):
            self.wakeups.close()
        self._store.close()


_USUAL: Final = ("_store", "clock", "caller")
_ROOMS: Final[Mapping[str, tuple[str, str, tuple[str, ...]]]] = {
    "intake": ("intake", "Intake", (*_USUAL, "_limits")),
    "library": ("library", "Library", _USUAL),
    "campaigning": ("campaigning", "Campaigning", (*_USUAL, "_limits")),
    "before_calls": ("before_calls", "BeforeCalls", _USUAL),
    "scripts": ("scripting", "Scripts", _USUAL),
    "definitions": ("agreeing", "Definitions", _USUAL),
    "outcomes": ("outcomes", "Outcomes", _USUAL),
    "calling": ("calling", "Calling", (*_USUAL, "_catalogue")),
    "beside": ("beside", "Beside", _USUAL),
    "meetings": ("meetings", "Meetings", _USUAL),
    "search": ("searching", "Search", (*_USUAL, "_catalogue")),
    "researching": ("researching", "Researching", _USUAL),
    "handoff": ("handoff", "Handoff", _USUAL),
    "way_back": ("way_back", "WayBack", ("_store", "caller")),
    "came_back": ("came_back", "CameBack", ("_store", "caller")),
    "sales": ("sales", "Sales", ("_store", "caller")),
    "profiles": ("profiles", "Profiles", _USUAL),
    "routing": ("routing", "RoutingRules", _USUAL),
    "notifying": ("notifying", "Notifying", _USUAL),
    "sales_calls": ("sales_calls", "SalesCalls", _USUAL),
    "do_not_call": ("do_not_call", "DoNotCall", _USUAL),
    "queue": ("queue", "Queue", _USUAL),
    "supervising": ("supervising", "Supervising", _USUAL),
    "rules": ("calling_law", "CallingLaw", ("_store.rules", "clock")),
    "asked": ("asked", "AskedQuestions", _USUAL),
    "trying": ("trying", "Trying", _USUAL),
    "rating": ("rating", "RatingRounds", _USUAL),
    "floor": ("floor", "Floor", _USUAL),
    "phones": ("phones", "PhonesDesk", _USUAL),
    "erasing": ("erasing", "Erasing", _USUAL),
    "person_files": ("person_files", "PersonFiles", _USUAL),
    "retention": ("retention", "Retention", (*_USUAL, "erasing")),
    "processing": ("processing", "ProcessingRecord", _USUAL),
    "people": ("people", "People", _USUAL),
    "leavers": ("leavers", "Leavers", _USUAL),
    "clients": ("clients", "Clients", _USUAL),
    "team": ("team", "Team", ("_store",)),
    "my_day": ("my_day", "OwnDay", _USUAL),
    "practice": ("practice", "Practice", _USUAL),
    "limits": ("claim_limits", "ClaimLimitsDesk", ("_store", "caller")),
    "keeper": ("keeper", "Keeper", (*_USUAL, "_schedules")),
    "recovery": ("recovery", "Recovery", ("_store",)),
    "wakeups": ("wakeups", "Wakeups", ("_store",)),
    "lessons": ("lessons", "Lessons", ("_store", "caller")),
    "statements": ("statements", "Statements", ("_store", "caller")),
    "reports": ("reports", "Reports", _USUAL),
    "report_schedules": ("report_schedules", "ReportSchedules", (*_USUAL, "notifying")),
    "digests": ("digest", "Digests", _USUAL),
    "nurturing": ("nurturing", "Nurturing", _USUAL),
    "fates": ("fates", "Fates", _USUAL),
    "story": ("story", "Story", _USUAL),
    "owner_questions": ("owner_questions", "OwnerQuestions", _USUAL),
    "fit_reviews": ("fit_reviews", "FitReviews", _USUAL),
    "late": ("late", "Late", _USUAL),
    "forecasting": ("forecasting", "Forecasting", _USUAL),
}
"""For each room its module, its class, and what of the desk it is made of."""
