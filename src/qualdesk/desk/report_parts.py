"""One campaign's part of a report, gathered from calls, promises, sales' answers and the Floor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.history_sentences import HistoryKind
from qualdesk.core.history_words import HistoryLine
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.left_leads import Scope, SentLead
from qualdesk.core.lifts import Lift
from qualdesk.core.report_periods import Days, ReportOf
from qualdesk.core.reports import (
    NOTHING_SAID,
    Act,
    CallerDone,
    CampaignReport,
    Done,
    KeptCalls,
    Report,
    Said,
)
from qualdesk.core.wording import english, spoken
from qualdesk.desk.floor import Floor
from qualdesk.desk.forecasting import Forecasting
from qualdesk.desk.lessons import Lessons, conversations
from qualdesk.desk.outcomes import catalogue_of
from qualdesk.desk.story import Story
from qualdesk.desk.trying import Trying
from qualdesk.desk.versions import definition_version
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import report_figures as figures
from qualdesk.store.database import Store, Transaction
from qualdesk.store.left_leads import left_leads


class Gathering:
    """Gathers the part of each campaign. Each look is short; none is held over another."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._floor = Floor(store, clock, caller)
        self._forecasting = Forecasting(store, clock, caller)
        self._lessons = Lessons(store, caller)
        self._trying = Trying(store, clock, caller)
        # Told to nobody in particular: in a file who had it made is shown as others are.
        self._story = Story(store, clock, "")

    def part(self, campaign: Campaign, days: Days) -> CampaignReport:
        """What was done for the campaign in these days, and how its list stands now."""
        of = between(campaign, days)
        with self._store.reading() as tx:
            means = _meaning(tx)
            counted = figures.calls_between(tx, of, means)
            callers = figures.calls_by_caller(tx, of, means)
            hours = figures.hours_between(tx, of, campaign.window.zone, means)
            promises = figures.call_backs_between(tx, of)
            left = left_leads(tx, [campaign.id], conversations(tx))
        settled = _settled(left, of)
        board = self._floor.board(campaign.id)
        health, definition = self._health(campaign) if board.answered else ((), "")
        return CampaignReport(
            campaign=campaign.id,
            name=campaign.name,
            client=campaign.client,
            zone=campaign.window.zone,
            done=_done(counted, left, settled, of),
            call_backs=promises,
            board=board,
            hours=hours,
            callers=_callers(callers, settled),
            cost=next(iter(self._lessons.cost(Scope(campaign=campaign.id))), None),
            health=health,
            definition=definition,
            forecast=self._forecast(campaign, of, board.at),
        )

    def _forecast(self, campaign: Campaign, of: figures.Between, now: datetime) -> Said:
        """How the list may end: said while its window is open, and not of days long past."""
        closes_at = campaign.window.closes_at
        is_past = of.ends is not None and of.ends <= now
        if is_past or closes_at is None or closes_at <= now:
            return NOTHING_SAID
        shown = self._forecasting.forecast(campaign.id, fresh=True).says
        with english():
            return Said(shown=shown, english=self._forecasting.forecast(campaign.id).says)

    def acts(self, days: Days, zone: str, campaign: CampaignId | None) -> tuple[Act, ...]:
        """What supervisors changed in these days on clocks of the zone, the newest first."""

        def lines() -> tuple[HistoryLine, ...]:
            return self._story.changed(_CHANGED, *days.bounds(zone), campaign, limit=_MOST_ACTS)

        shown = lines()
        with english():
            kept = shown if spoken() == "en" else lines()
        words = {one.number: one for one in kept}
        return tuple(
            Act(
                at=one.at,
                who=Said(shown=one.who, english=words.get(one.number, one).who),
                what=Said(shown=one.says, english=words.get(one.number, one).says),
            )
            for one in shown
        )

    def _health(self, campaign: Campaign) -> tuple[tuple[Lift, ...], str]:
        """What each criterion says, and the name of the definition; nothing without one."""
        with self._store.reading() as tx:
            definition = definition_version(tx, campaign.definition_version_id)
        if definition is None:
            return (), ""
        return self._trying.trial(definition, campaign=campaign.id).lifts, definition.name


def between(campaign: Campaign, days: Days) -> figures.Between:
    """These days on the campaign's clock."""
    begins, ends = days.bounds(campaign.window.zone)
    return figures.Between(campaign=campaign.id, begins=begins, ends=ends)


def belongs(part: CampaignReport, campaign: Campaign, days: Days) -> bool:
    """Whether it stands in a report of all campaigns: something was done, or calls go on."""
    if part.done != Done() or part.call_backs != KeptCalls() or days.of is ReportOf.CAMPAIGN:
        return True
    closes_at = campaign.window.closes_at
    return bool(part.board.total) and (closes_at is None or closes_at > part.board.at)


def without_names(report: Report, seats: Mapping[str, int]) -> Report:
    """The same with seats for callers' names: those of the day, as the Floor shows them."""
    # In the order of these they are shown.
    called = {name: f"{seat:04}" for name, seat in seats.items()}
    return replace(
        report,
        has_names=False,
        campaigns=tuple(
            replace(
                part,
                callers=tuple(replace(one, name=called.get(one.name, "")) for one in part.callers),
            )
            for part in report.campaigns
        ),
    )


def _meaning(tx: Transaction) -> figures.Meaning:
    """What outcomes mean, by this workspace's catalogue and the shipped one."""
    known = {one.code: one for one in (*shipped_outcomes(), *catalogue_of(tx))}.values()
    reached = [one for one in known if one.was_reached]
    return figures.Meaning(
        reached=[one.code for one in reached],
        verdict=[one.code for one in reached if one.bucket in _VERDICTS],
        qualifies=[one.code for one in known if one.qualifies],
    )


def _settled(left: Iterable[SentLead], of: figures.Between) -> Mapping[LeadId, SentLead]:
    """The leads sales answered in these days, each by its last answer."""
    answered = [
        one for one in left if one.came_to in {"taken", "sent_back"} and _is_in(one.counts_at, of)
    ]
    return {one.lead_id: one for one in answered}


def _is_in(at: datetime | None, of: figures.Between) -> bool:
    if at is None:
        return False
    return (of.begins is None or at >= of.begins) and (of.ends is None or at < of.ends)


def _done(
    counted: figures.CallCounts,
    left: Iterable[SentLead],
    settled: Mapping[LeadId, SentLead],
    of: figures.Between,
) -> Done:
    of_calls = {name: getattr(counted, name) for name in _OF_CALLS}
    return Done(
        **of_calls,
        handed=len({one.lead_id for one in left if _is_in(one.sent_at, of)}),
        answered=len(settled),
        taken=sum(one.came_to == "taken" for one in settled.values()),
    )


def _callers(
    counted: Sequence[figures.CallCounts], settled: Mapping[LeadId, SentLead]
) -> tuple[CallerDone, ...]:
    """What each caller did; who only qualified a lead that sales answered now is there as well."""
    found = {
        one.caller: CallerDone(
            name=one.caller,
            calls=one.calls,
            called=one.called,
            reached=one.reached,
            qualified=one.qualified,
        )
        for one in counted
    }
    for lead in settled.values():
        if lead.caller:
            before = found.get(lead.caller, CallerDone(name=lead.caller))
            more = CallerDone(name=lead.caller, answered=1, taken=lead.came_to == "taken")
            found[lead.caller] = before + more
    return tuple(found[name] for name in sorted(found))


_OF_CALLS = (
    *("calls", "dials", "dials_answered"),
    *("called", "reached", "cooperated", "qualified"),
)
_CHANGED = {HistoryKind.CAMPAIGNS, HistoryKind.DOCUMENTS, HistoryKind.TEAM}
_MOST_ACTS = 200
_VERDICTS = {Bucket.QUALIFIED, Bucket.NURTURE, Bucket.NOT_A_FIT}
