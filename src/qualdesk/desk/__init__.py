"""The desk: everything a person can do with qualdesk, as plain calls that return values."""

from contextlib import AbstractContextManager
from datetime import timedelta

from qualdesk.core.clock import Clock
from qualdesk.core.list_files import USUAL_LIMITS, Limits
from qualdesk.desk.agreeing import Definitions
from qualdesk.desk.asked import AskedQuestions
from qualdesk.desk.before_calls import BeforeCalls
from qualdesk.desk.beside import Beside
from qualdesk.desk.calling import Calling
from qualdesk.desk.calling_law import CallingLaw
from qualdesk.desk.campaigning import Campaigning
from qualdesk.desk.claim_limits import ClaimLimitsDesk
from qualdesk.desk.clients import Clients
from qualdesk.desk.digest import Digests
from qualdesk.desk.do_not_call import DoNotCall
from qualdesk.desk.erasing import Erasing
from qualdesk.desk.fates import Fates
from qualdesk.desk.fit_reviews import FitReviews
from qualdesk.desk.floor import Floor
from qualdesk.desk.forecasting import UNREACHABLE, Forecasting
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.intake import Intake
from qualdesk.desk.keeper import Keeper
from qualdesk.desk.late import Late
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
from qualdesk.store.database import Store


class Desk:
    """The use cases together, for one caller on one workspace.

    Synchronous, and knows no thread: one desk is used by one thread at a time. Several desks
    may work on the same workspace at once.

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
        team: who is logged in on a server, who else is on the team.
        limits: how many leads callers of a team may be shown.
        my_day: a caller's own day, for themselves.
        practice: calls that count nowhere, in a workspace of their own.
        keeper: what the timer does.
        wakeups: what tells a board to look again.
    """

    def __init__(
        self, store: Store, clock: Clock, caller: str, limits: Limits = USUAL_LIMITS
    ) -> None:
        self._store = store
        self.clock = clock
        self.caller = caller
        self.intake = Intake(store, clock, caller, limits)
        self.library = Library(store, clock, caller)
        self.campaigning = Campaigning(store, clock, caller, limits)
        self.before_calls = BeforeCalls(store, clock, caller)
        self.scripts = Scripts(store, clock, caller)
        self.definitions = Definitions(store, clock, caller)
        self.outcomes = Outcomes(store, clock, caller)
        self.calling = Calling(store, clock, caller, self.outcomes.catalogue())
        self.beside = Beside(store, clock, caller)
        self.meetings = Meetings(store, clock, caller)
        self.search = Search(store, clock, caller, self.outcomes.catalogue())
        self.researching = Researching(store, clock, caller)
        self.handoff = Handoff(store, clock, caller)
        self.way_back = WayBack(store, caller)
        self.sales = Sales(store, caller)
        self.profiles = Profiles(store, clock, caller)
        self.routing = RoutingRules(store, clock, caller)
        self.notifying = Notifying(store, clock, caller)
        self.sales_calls = SalesCalls(store, clock, caller)
        self.do_not_call = DoNotCall(store, clock, caller)
        self._open_privacy(store, clock, caller)
        self.queue = Queue(store, clock, caller)
        self.supervising = Supervising(store, clock, caller)
        self.rules = CallingLaw(store.rules, clock)
        self.asked = AskedQuestions(store, clock, caller)
        self.trying = Trying(store, clock, caller)
        self.rating = RatingRounds(store, clock, caller)
        self.floor = Floor(store, clock, caller)
        self.phones = PhonesDesk(store, clock, caller)
        self._open_people(store, clock, caller)
        self._open_reports(store, clock, caller)
        self._open_timer(store, clock, caller)

    def use_limits(self, limits: Limits) -> None:
        """How much a list may be, from the next one on."""
        self.intake.use_limits(limits)
        self.campaigning.use_limits(limits)

    def said_before(self, ago: timedelta) -> AbstractContextManager[None]:
        """What is saved meanwhile was said so long ago: it waited on this computer for a line."""
        return self._store.said_before(ago)

    def close(self) -> None:
        """Let go of the workspace. What was saved is saved."""
        self.wakeups.close()
        self._store.close()

    def _open_privacy(self, store: Store, clock: Clock, caller: str) -> None:
        """What people may ask for about themselves, and for how long they are kept."""
        self.erasing = Erasing(store, clock, caller)
        self.person_files = PersonFiles(store, clock, caller)
        self.retention = Retention(store, clock, caller, self.erasing)
        self.processing = ProcessingRecord(store, clock, caller)

    def _open_people(self, store: Store, clock: Clock, caller: str) -> None:
        """Who works here, and what is a caller's own."""
        self.people = People(store, clock, caller)
        self.clients = Clients(store, clock, caller)
        store.viewer = caller
        self.team = Team(store)
        self.my_day = OwnDay(store, clock, caller)
        self.practice = Practice(store, clock, caller)

    def _open_timer(self, store: Store, clock: Clock, caller: str) -> None:
        """What goes on by itself: limits, the timer's work, what tells boards to look again."""
        self.limits = ClaimLimitsDesk(store, caller)
        self.keeper = Keeper(store, clock, caller, self.notifying)
        self.recovery = Recovery(store)
        self.wakeups = Wakeups(store)

    def _open_reports(self, store: Store, clock: Clock, caller: str) -> None:
        """What is learned from calls and from what sales said of them."""
        self.lessons = Lessons(store, caller)
        self.statements = Statements(store, caller)
        self.reports = Reports(store, clock, caller)
        self.report_schedules = ReportSchedules(store, clock, caller, self.notifying)
        self.digests = Digests(store, clock, caller)
        self.nurturing = Nurturing(store, clock, caller)
        self.fates = Fates(store, clock, caller)
        self.story = Story(store, clock, caller)
        self.owner_questions = OwnerQuestions(store, clock, caller)
        self.fit_reviews = FitReviews(store, clock, caller)
        self.late = Late(store, clock, caller)
        self.forecasting = Forecasting(store, clock, caller)
        self.floor.lists[UNREACHABLE] = self.forecasting.unreachable_in_time
