"""The parts of a report that compare: sources, costs, norms, callers, criteria, changes."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from qualdesk.core.costs import PASS_THROUGH, SourceCost
from qualdesk.core.floor_figures import Board, SourceFigures
from qualdesk.core.lifts import Lift, Predicts
from qualdesk.core.report_cells import Each, Money, Rate, ReportTable, Value, edges
from qualdesk.core.reports import CampaignReport, Report
from qualdesk.core.shares import Share
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later, tr_n


def judged_tables(report: Report) -> tuple[ReportTable, ...]:
    """Those parts, in the order they are read."""
    return (
        _sources(report.board),
        _costs(report),
        _norms(report.board),
        _callers(report),
        _health(report.campaigns),
        _acts(report),
    )


def _sources(board: Board) -> ReportTable:
    return ReportTable(
        key="sources",
        title=tr("Sources compared"),
        says=(
            tr(
                "Since the list began. Lowest and highest are of the qualified, in 95 cases of "
                "100; where the bounds of two sources overlap, they may be equally good."
            ),
        ),
        headings=(
            *(tr("Source"), tr("Leads"), tr("Called"), tr("Qualified"), tr("Of called")),
            *(tr("Lowest"), tr("Highest"), tr("Answered", about="by sales")),
            *(tr("Taken", about="by sales"), tr("Of answered")),
        ),
        rows=[_source(one) for one in board.sources],
    )


def _source(one: SourceFigures) -> Sequence[Value]:
    qualified = Share(yes=one.qualified, of=one.called)
    taken = Share(yes=one.taken, of=one.answered)
    return (
        one.label,
        one.leads,
        one.called,
        one.qualified,
        Rate(yes_at=3, of_at=2, share=qualified),
        *edges(qualified),
        one.answered,
        one.taken,
        Rate(yes_at=8, of_at=7, share=taken),
    )


def _costs(report: Report) -> ReportTable:
    costs = [one.cost for one in report.campaigns if one.cost is not None]
    says = [tr("Since the list began: what the list cost, and its calls where an hour has a cost.")]
    unsaid = [one.name for one in costs if one.cost is None]
    if unsaid:
        says.append(
            tr_n(
                len(unsaid),
                "Of {n} list nobody said what it cost.",
                "Of {n} lists nobody said what they cost.",
            )
        )
    return ReportTable(
        key="costs",
        title=tr("What a lead that sales took has cost"),
        says=says,
        headings=(
            *(tr("Campaign"), tr("Source"), tr("List"), tr("Calls"), tr("Together")),
            *(tr("Taken by sales"), tr("Cost of each")),
        ),
        rows=[_cost(one) for one in costs],
    )


def _cost(one: SourceCost) -> Sequence[Value]:
    def money(amount: Decimal | None) -> Money | None:
        return None if amount is None else Money(amount=amount, currency=one.currency)

    return (
        one.name,
        one.type.label,
        money(one.list_cost),
        money(one.calls_cost),
        money(one.cost),
        one.taken,
        Each(cost_at=4, count_at=5, money=money(one.per_taken)),
    )


def _norms(board: Board) -> ReportTable:
    passed, called = board.pass_through, Share(yes=board.called, of=board.total)
    lines = (
        (tr("Called at least once"), called, _called_norm(board)),
        (tr("Passed on to sales"), passed, _passed_norm(passed)),
        (tr("Came for the giveaway alone"), Share(yes=board.giveaway, of=board.total), ""),
    )
    return ReportTable(
        key="norms",
        title=tr("Beside the norms"),
        says=(tr("Of the whole list, since it began."),),
        headings=(tr("What", about="report"), tr("Leads"), tr("Of"), tr("Rate"), tr("The norm")),
        rows=[
            (label, share.yes, share.of, Rate(yes_at=1, of_at=2, share=share), norm)
            for label, share, norm in lines
        ],
    )


def _called_norm(board: Board) -> str:
    says = tr("Elsewhere up to 70 of 100 leads are never called, of trade shows 80.")
    left = board.total - board.called
    if not left:
        return says
    more = tr_n(left, "Here {n} is not called yet.", "Here {n:,} are not called yet.")
    return f"{says} {more}"


def _passed_norm(passed: Share) -> str:
    says = tr("The norm is no more than half.")
    if passed.yes > PASS_THROUGH * passed.of:
        return f"{says} {tr('This is more.')}"
    return says


def _callers(report: Report) -> ReportTable:
    rows: list[Sequence[Value]] = [
        (
            # Of calls that nobody's name is with, nobody has a seat.
            tr("Caller {n}", n=int(one.name)) if one.name and not report.has_names else one.name,
            *(one.calls, one.called, one.reached, one.qualified, one.answered, one.taken),
        )
        for one in report.callers
    ]
    return ReportTable(
        key="callers",
        title=tr("By caller"),
        says=(
            (tr("In the order of their names.") if report.has_names else tr("By seat."))
            if rows
            else tr("There were no calls."),
        ),
        headings=(
            *(tr("Caller", about="by name"), tr("Calls"), tr("Called"), tr("Reached")),
            *(tr("Qualified"), tr("Answered by sales"), tr("Taken by sales")),
        )
        if rows
        else (),
        rows=rows,
    )


def _health(campaigns: Iterable[CampaignReport]) -> ReportTable:
    rows: list[Sequence[Value]] = []
    for campaign in campaigns:
        rows += [_lift(campaign.definition or campaign.name, one) for one in campaign.health]
    return ReportTable(
        key="definition",
        title=tr("Does each criterion predict what sales takes?"),
        says=(
            tr("Of all leads that sales has answered.")
            if rows
            else tr("Sales has answered nothing yet that a definition could be held against."),
        ),
        headings=(
            *(tr("Definition"), tr("Criterion"), tr("Taken with it"), tr("Of"), tr("Rate")),
            *(tr("Taken without"), tr("Of"), tr("Rate"), tr("What it says")),
        )
        if rows
        else (),
        rows=rows,
    )


def _lift(definition: str, one: Lift) -> Sequence[Value]:
    met, not_met = one.taken.met, one.taken.not_met
    return (
        *(definition, one.label, met.yes, met.of, Rate(yes_at=2, of_at=3, share=met)),
        *(not_met.yes, not_met.of, Rate(yes_at=5, of_at=6, share=not_met)),
        tr(_PREDICTS[one.taken.predicts]),
    )


def _acts(report: Report) -> ReportTable:
    rows = [
        (f"{local_time(one.at, report.zone):%Y-%m-%d %H:%M}", one.who.says, one.what.says)
        for one in report.acts
    ]
    return ReportTable(
        key="changes",
        title=tr("What supervisors changed"),
        says=(
            tr("Campaigns, scripts, definitions and the team, the newest first.")
            if rows
            else tr("Nothing was changed in this time."),
        ),
        headings=(tr("When"), tr("Who"), tr("What was changed")) if rows else (),
        rows=rows,
    )


_PREDICTS = {
    Predicts.YES: tr_later("It predicts what sales takes."),
    Predicts.NOT_SEEN: tr_later("No difference is seen."),
    Predicts.THE_OTHER_WAY: tr_later("Sales takes more of those without it."),
    Predicts.TOO_FEW: tr_later("Too few to say."),
}
