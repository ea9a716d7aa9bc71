"""Statements as tables: for a spreadsheet program, for other programs, and on paper."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from qualdesk.core.frozen import frozen
from qualdesk.core.periods import spelled_out
from qualdesk.core.statements import Credit, Statement, StatementLine, Worth, fraction_words
from qualdesk.core.times import local_time
from qualdesk.core.wording import english
from qualdesk.files.lead_tables import csv_for_machines, csv_for_spreadsheets

HEADINGS = (
    *("Row", "Client", "Period", "Credit", "Campaign", "Caller", "Leads", "Taken", "Sent back"),
    *("Came back unanswered", "Disputed", "Won", "Lost", "Still open", "Open until"),
    *("Currency", "Worth of taken", "Worth of won", "Worth of lost", "Made at"),
)
"""The columns of both kinds of CSV. "Row" is "caller", "total" or "worth"."""


@frozen
class Sheet:
    """A statement as it is printed: a table, lines above it, and a line below each page."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    says: Sequence[str]
    footer: str


@english()
def for_spreadsheets(statement: Statement, zone: str) -> bytes:
    """CSV that a spreadsheet program opens: nothing in it is run, a third is "0 1/3".

    ``zone`` is the clock on which times are written.
    """
    return csv_for_spreadsheets(HEADINGS, _rows(statement, zone, fraction_words))


@english()
def for_machines(statement: Statement, zone: str) -> bytes:
    """CSV for other programs, RFC 4180: parts of a lead are exact fractions, "7/3"."""
    return csv_for_machines(HEADINGS, _rows(statement, zone, str))


@english()
def for_paper(statement: Statement, zone: str) -> Sheet:
    """What is printed of the statement."""
    client, period = statement.client or "our own sales", spelled_out(statement.period)
    rows = [_on_paper(line, line.campaign_name) for line in statement.lines]
    return Sheet(
        title=f"Statement for {client}, {period}",
        headings=_ON_PAPER,
        rows=[*rows, _on_paper(statement.total, "All")],
        says=_says(statement, zone),
        footer=f"{client}  ·  {period}  ·  made {_written(statement, zone)}",
    )


def _rows(
    statement: Statement, zone: str, count: Callable[[Fraction], str]
) -> list[tuple[str, ...]]:
    made_at = _written(statement, zone)
    head = (statement.client, statement.period, statement.credit.value)
    lines = [
        ("caller", *head, *_line(line, zone, count), *[""] * 4, made_at) for line in statement.lines
    ]
    total = ("total", *head, *_line(statement.total, zone, count), *[""] * 4, made_at)
    worth = [
        ("worth", *head, "", "", str(one.leads), *[""] * 8, *_amounts(one), made_at)
        for one in statement.worth
    ]
    return [*lines, total, *worth]


def _line(line: StatementLine, zone: str, count: Callable[[Fraction], str]) -> tuple[str, ...]:
    until = local_time(line.open_until, zone).strftime("%Y-%m-%d %H:%M") if line.open_until else ""
    return (
        line.campaign_name,
        line.caller,
        *map(count, (line.leads, line.taken, line.sent_back, line.recycled, line.disputed)),
        *map(count, (line.won, line.lost, line.open)),
        until,
    )


def _amounts(worth: Worth) -> tuple[str, ...]:
    return worth.currency, f"{worth.taken:f}", f"{worth.won:f}", f"{worth.lost:f}"


def _on_paper(line: StatementLine, campaign: str) -> tuple[str, ...]:
    figures = (
        *(line.taken, line.sent_back, line.recycled, line.disputed),
        *(line.won, line.lost, line.open),
    )
    caller = line.caller or ("Nobody named" if line.campaign is not None else "")
    return (campaign, caller, *map(fraction_words, figures))


def _says(statement: Statement, zone: str) -> list[str]:
    """What must be known to read the figures."""
    total = statement.total
    says = [_CREDITS[statement.credit]]
    if statement.is_final:
        says.append("Final: nothing is disputed, and nothing can be disputed any more.")
    else:
        until = (
            f", until {local_time(total.open_until, zone):%d %b %Y, %H:%M} at the latest"
            if total.open_until
            else ""
        )
        says.append(f"Not final: {fraction_words(total.open)} may still change{until}.")
    if statement.waiting:
        says.append(f"With sales and not answered, in no line yet: {statement.waiting}.")
    for one in statement.worth:
        currency = one.currency or "(no currency)"
        parts = f"{one.won:,f} won, {one.lost:,f} lost, {one.open:,f} still open"
        leads = "1 lead" if one.leads == 1 else f"{one.leads} leads"
        says.append(f"Worth as sales says, {currency}: {one.taken:,f} taken: {parts} ({leads}).")
    return says


def _written(statement: Statement, zone: str) -> str:
    return f"{local_time(statement.made_at, zone):%Y-%m-%d %H:%M}"


_ON_PAPER = (
    *("Campaign", "Caller", "Taken", "Sent back", "Unanswered", "Disputed"),
    *("Won", "Lost", "Still open"),
)
_CREDITS = {
    Credit.LAST: "Each lead counts for whoever qualified it.",
    Credit.SHARED: "Each lead counts in equal parts for all who spoke with the person for it.",
}
