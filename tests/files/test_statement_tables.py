"""Statements as files: nothing in them runs, nothing is lost, and paper says what is open."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from qualdesk.core.ids import CampaignId
from qualdesk.core.statements import Credit, Statement, StatementLine, Worth
from qualdesk.files.statement_tables import (
    HEADINGS,
    for_machines,
    for_paper,
    for_spreadsheets,
)
from qualdesk.links.tables_on_paper import table_pdf

MADE = datetime(2026, 4, 1, 6, 30, tzinfo=UTC)
THIRD = Fraction(1, 3)
LINE = StatementLine(
    campaign=CampaignId(1),
    campaign_name="PackTech",
    caller="Maya Lind",
    taken=7 + THIRD,
    sent_back=Fraction(2),
    disputed=THIRD,
    open=2 + THIRD,
    open_until=datetime(2026, 4, 9, 12, tzinfo=UTC),
)
TOTAL = replace(LINE, campaign=None, campaign_name="", caller="", taken=Fraction(8))
STATEMENT = Statement(
    client="Nordline",
    period="2026-03",
    credit=Credit.SHARED,
    made_at=MADE,
    lines=(LINE,),
    total=TOTAL,
    worth=(
        Worth(currency="EUR", leads=2, taken=Decimal("1200.50"), won=Decimal(0), lost=Decimal(200)),
        Worth(currency="USD", leads=1, taken=Decimal(90), won=Decimal(90)),
    ),
    waiting=4,
)


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_program_reads_the_very_same_figures() -> None:
    line, total, euros, dollars = read(for_machines(STATEMENT, "Europe/Berlin"))
    assert (line["Row"], line["Client"], line["Period"], line["Credit"]) == (
        "caller",
        "Nordline",
        "2026-03",
        "shared",
    )
    assert Fraction(line["Taken"]) == 7 + THIRD
    assert Fraction(line["Leads"]) == LINE.leads
    assert (line["Open until"], line["Made at"]) == ("2026-04-09 14:00", "2026-04-01 08:30")
    assert (total["Row"], total["Campaign"], total["Taken"]) == ("total", "", "8")
    assert (euros["Row"], euros["Currency"], euros["Worth of taken"]) == ("worth", "EUR", "1200.50")
    assert euros["Worth of lost"] == "200"
    assert (dollars["Currency"], dollars["Leads"], dollars["Worth of won"]) == ("USD", "1", "90")


def test_a_spreadsheet_reads_parts_and_no_days() -> None:
    line, *_ = read(for_spreadsheets(STATEMENT, "UTC"))
    assert (line["Taken"], line["Disputed"], line["Sent back"]) == ("7 1/3", "0 1/3", "2")


@given(st.text(max_size=20), st.sampled_from("=+-@\t\r\uff1d\uff0b"))
def test_no_name_runs_in_a_spreadsheet_and_none_is_lost(name: str, first: str) -> None:
    said = replace(STATEMENT, lines=(replace(LINE, caller=first + name, campaign_name=name),))
    for content, safe in (
        (for_spreadsheets(said, "UTC"), True),
        (for_machines(said, "UTC"), False),
    ):
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert all(len(row) == len(HEADINGS) for row in rows)
        caller = rows[1][HEADINGS.index("Caller")]
        assert caller == (f"'{first}{name}" if safe else first + name)


def test_paper_says_what_is_open_and_what_is_not_in_it() -> None:
    sheet = for_paper(STATEMENT, "Europe/Berlin")
    assert sheet.title == "Statement for Nordline, Mar 2026"
    assert list(sheet.rows[0]) == [
        *("PackTech", "Maya Lind", "7 1/3", "2", "0", "0 1/3", "0", "0", "2 1/3"),
    ]
    assert sheet.rows[-1][:3] == ("All", "", "8")
    assert list(sheet.says) == [
        "Each lead counts in equal parts for all who spoke with the person for it.",
        "Not final: 2 1/3 may still change, until 09 Apr 2026, 14:00 at the latest.",
        "With sales and not answered, in no line yet: 4.",
        "Worth as sales says, EUR: 1,200.50 taken: 0 won, 200 lost, 1,000.50 still open (2 leads).",
        "Worth as sales says, USD: 90 taken: 90 won, 0 lost, 0 still open (1 lead).",
    ]
    final = replace(
        STATEMENT, total=replace(TOTAL, open=Fraction()), waiting=0, worth=(), client=""
    )
    assert for_paper(final, "UTC").says[1].startswith("Final: nothing is disputed")
    assert for_paper(final, "UTC").title == "Statement for our own sales, Mar 2026"


def test_many_callers_go_on_on_the_next_page_under_their_headings() -> None:
    lines = [replace(LINE, caller=f"Caller <b>{number}</b>") for number in range(60)]
    sheet = for_paper(replace(STATEMENT, lines=tuple(lines)), "UTC")
    made = table_pdf(sheet.title, sheet.headings, sheet.rows, says=sheet.says, footer=sheet.footer)
    pages = PdfReader(io.BytesIO(made)).pages
    assert len(pages) > 1
    for page in pages:
        text = " ".join(page.extract_text().split())
        assert "Unanswered" in text
        assert "made 2026-04-01 06:30" in text
    assert "<b>59</b>" in pages[-1].extract_text()
