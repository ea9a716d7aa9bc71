"""A report as tables with sentences: the same on the screen, on paper and in a workbook."""

from collections.abc import Iterator, Sequence

from qualdesk.core.floor_figures import Board
from qualdesk.core.rates import RATES
from qualdesk.core.rates import Rate as RateOf
from qualdesk.core.report_cells import Rate, ReportTable, Total, Value, edges
from qualdesk.core.report_judged import judged_tables
from qualdesk.core.report_periods import ReportOf
from qualdesk.core.reports import Report
from qualdesk.core.shares import Share
from qualdesk.core.times import local_time, place_of
from qualdesk.core.wording import tr


def title_of(report: Report) -> str:
    """What stands on top: "Report: PackTech Expo", "Report: all campaigns"."""
    if report.title:
        return tr("Report: {campaign}", campaign=report.title)
    return tr("Report: all campaigns")


def says_of(report: Report) -> tuple[str, ...]:
    """What must be known to read the figures, and what there is not; in sentences."""
    made = local_time(report.made_at, report.zone)
    until = f", {report.until}" if report.until else ""
    says = [
        f"{report.days.says}{until}.",
        tr(
            "Made {at:%Y-%m-%d %H:%M}, {place}. Days are counted on each campaign's own clock.",
            at=made,
            place=place_of(report.zone),
        ),
        *_nothing(report),
        *filter(None, (one.forecast.says for one in report.campaigns)),
    ]
    return tuple(says)


def tables_of(report: Report) -> tuple[ReportTable, ...]:
    """The parts of the report, in the order they are read."""
    if not report.campaigns:
        return ()
    parts = [_numbers(report), _rates(report)]
    if len(report.campaigns) > 1:
        parts.append(_by_campaign(report))
    parts += [
        _stands(report.board),
        _hours(report),
        _call_backs(report),
        *judged_tables(report),
    ]
    return tuple(parts)


def _nothing(report: Report) -> Iterator[str]:
    if not report.campaigns:
        yield tr("Nothing was done in this time, and no campaign has leads to call.")
    elif not report.board.total:
        yield tr("No leads are loaded yet.")
    elif not report.done.calls:
        yield tr("Nobody was called in this time.")


def _numbers(report: Report) -> ReportTable:
    done, board = report.done, report.board
    rows: list[tuple[str, int | None, int | None]] = [
        (tr("Leads of the list"), None, board.total),
        (tr("Calls"), done.calls, None),
        (tr("Called at least once"), done.called, board.called),
        (tr("Finished"), None, board.finished),
        (tr("Reached"), done.reached, board.reached),
        (tr("Qualified"), done.qualified, board.qualified),
        (tr("Left for sales"), done.handed, board.handed),
        (tr("Answered by sales"), done.answered, board.answered),
        (tr("Taken by sales"), done.taken, board.taken),
    ]
    headings = [_done_heading(report), tr("The list since it began")]
    shown: tuple[int, ...] = (0, 1)
    if report.days.of is ReportOf.CAMPAIGN:
        rows[1] = (tr("Calls"), None, done.calls)
        headings, shown = headings[1:], (1,)
    says = [
        tr(
            "A call is a number that was dialled, or a call that came in. All other lines count "
            "leads, each once."
        )
    ]
    if not board.adds_up and report.board.total:
        says.append(tr("The list does not add up. The Floor page shows the leads that do not."))
    return ReportTable(
        key="numbers",
        title=tr("The numbers"),
        says=says,
        headings=(tr("What", about="report"), *headings),
        rows=[(label, *(counts[at] for at in shown)) for label, *counts in rows],
    )


def _done_heading(report: Report) -> str:
    if report.days.of is ReportOf.DAY:
        return tr("On this day")
    return tr("In this week")


def _rates(report: Report) -> ReportTable:
    return ReportTable(
        key="rates",
        title=tr("The rates, with their formulas"),
        says=(
            tr(
                "Lowest and highest are the bounds of the true rate in 95 cases of 100; they are "
                "left out below 30."
            ),
        ),
        headings=(
            *(tr("Rate"), tr("Formula"), tr("Over"), tr("Counted"), tr("Out of")),
            *(tr("Is", about="rate"), tr("Lowest"), tr("Highest")),
        ),
        rows=list(_rate_rows(report)),
    )


def _rate_rows(report: Report) -> Iterator[Sequence[Value]]:
    whole = tr("The list since it began")
    for one in RATES:
        # What is a share of the list is one of the list since it began, whatever the days.
        of_list = one.denominator == "total" or report.days.of is ReportOf.CAMPAIGN
        share = one.of(report.figures(of_list=of_list))
        yield (
            _named(one),
            one.formula,
            whole if of_list else _done_heading(report),
            share.yes,
            share.of,
            Rate(yes_at=3, of_at=4, share=share),
            *edges(share),
        )


def _named(one: RateOf) -> str:
    return f"{one.name} (AAPOR {one.aapor})" if one.aapor else one.name


def _by_campaign(report: Report) -> ReportTable:
    rows: list[Sequence[Value]] = [
        (one.name, one.board.total, done.calls, done.called, done.reached, done.qualified,
         done.taken)
        for one in report.campaigns
        for done in (one.done,)
    ]  # fmt: skip
    done = report.done
    counts = (report.board.total, done.calls, done.called, done.reached, done.qualified, done.taken)
    rows.append((tr("All"), *(Total(count=each) for each in counts)))
    return ReportTable(
        key="campaigns",
        title=tr("By campaign"),
        headings=(
            *(tr("Campaign"), tr("Leads"), tr("Calls"), tr("Called"), tr("Reached")),
            *(tr("Qualified"), tr("Taken by sales")),
        ),
        rows=rows,
    )


def _stands(board: Board) -> ReportTable:
    rows: list[Sequence[Value]] = [(one.label, one.leads) for one in board.stands if one.leads]
    total = sum(one.leads for one in board.stands)
    rows.append((tr("All leads of the list"), Total(count=total)))
    return ReportTable(
        key="stands",
        title=tr("Where every lead stands"),
        says=(tr("Every lead stands at exactly one place; the last line is their sum."),),
        headings=(tr("Place", about="where a lead stands"), tr("Leads")),
        rows=rows,
    )


def _hours(report: Report) -> ReportTable:
    calls: dict[int, int] = {}
    reached: dict[int, int] = {}
    for campaign in report.campaigns:
        for one in campaign.hours:
            calls[one.hour] = calls.get(one.hour, 0) + one.calls
            reached[one.hour] = reached.get(one.hour, 0) + one.reached
    rows: list[Sequence[Value]] = [
        (
            f"{hour:02}:00 - {hour + 1:02}:00",
            calls[hour],
            reached[hour],
            Rate(yes_at=2, of_at=1, share=Share(yes=reached[hour], of=calls[hour])),
        )
        for hour in sorted(calls)
    ]
    sums = sum(calls.values()), sum(reached.values())
    if rows:
        whole = Rate(yes_at=2, of_at=1, share=Share(yes=sums[1], of=sums[0]))
        rows.append((tr("All"), Total(count=sums[0]), Total(count=sums[1]), whole))
    return ReportTable(
        key="hours",
        title=tr("Calls per hour"),
        says=(
            tr("By the hour in which a call began, on the campaign's clock."),
            # Else the rate below would seem to contradict the one of calls dialled.
            tr("All calls are in it, also those that came in, were undone, or still go on."),
        )
        if rows
        else (tr("There were no calls."),),
        headings=(tr("Hour"), tr("Calls"), tr("Somebody spoken to"), tr("Rate")) if rows else (),
        rows=rows,
    )


def _call_backs(report: Report) -> ReportTable:
    kept = report.call_backs
    return ReportTable(
        key="call_backs",
        title=tr("Call backs at a time they named"),
        says=(
            tr(
                "Those due in this time, each in one line. What was settled another way before "
                "its time is in none."
            ),
        ),
        headings=(tr("What became of them"), tr("Call backs")),
        rows=(
            (tr("Kept on time, within five minutes"), kept.on_time),
            (tr("Kept late"), kept.late),
            (tr("Missed"), kept.missed),
            (tr("Still to come"), kept.to_come),
            (tr("All"), Total(count=kept.all)),
        ),
    )
