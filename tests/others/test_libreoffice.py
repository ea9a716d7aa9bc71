"""LibreOffice opens the tables of a package: every value is there, nothing runs, no link (T2)."""

import csv
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from package_round_trip import hostile_package

from qualdesk.core.crm_sources import fields_of, row_of
from qualdesk.files.crm_profiles import shipped_profiles
from qualdesk.files.lead_tables import (
    cell_text,
    columns_of,
    csv_for_spreadsheets,
    neutral,
    rows_of,
    workbook,
)

LEADS = int(os.environ.get("QUALDESK_OTHERS_LEADS", "5000"))
# Comma, quotes, UTF-8; every cell as it is shown, what stands in quotes as text.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false"
READ_AS = "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,true,false"
NUMBER = re.compile(r"\+\d{7,15}")
Table = tuple[list[str], list[list[str]]]


@pytest.fixture(scope="module", params=["leads", *(one.id for one in shipped_profiles())])
def table(request: pytest.FixtureRequest) -> Table:
    """The leads as our own table, and as that of each CRM; those are smaller."""
    package = hostile_package(LEADS if request.param == "leads" else LEADS // 10, seed=7)
    for profile in shipped_profiles():
        if profile.id == request.param:
            headings = [field.heading for field in fields_of(profile)]
            return headings, [list(row_of(item, package, profile)) for item in package.items]
    return list(columns_of(package)), rows_of(package)


def made_by_libreoffice(path: Path, kind: str, into: Path, *more: str) -> Path:
    into.mkdir()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(into / 'profile').as_uri()}",
            "--headless",
            *more,
            "--convert-to",
            kind,
            "--outdir",
            str(into),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return into / f"{path.stem}.{kind.partition(':')[0]}"


def read_again(file: Path) -> list[list[str]]:
    csv.field_size_limit(10**7)
    return list(csv.reader(io.StringIO(file.read_text("utf-8"), newline="")))


def compare(name: str, meant: list[list[str]], read: list[list[str]]) -> None:
    """Every value equal, and every number with its plus; the figures are printed."""
    pairs = [
        pair for row, back in zip(meant, read, strict=True) for pair in zip(row, back, strict=True)
    ]
    unequal = [pair for pair in pairs if pair[0] != pair[1]]
    numbers = [seen for value, seen in pairs if NUMBER.fullmatch(value)]
    with_plus = sum(bool(NUMBER.fullmatch(seen)) for seen in numbers)
    sys.stdout.write(
        f"LibreOffice, {name}: {len(pairs)} values, {len(unequal)} unequal, "
        f"{with_plus} of {len(numbers)} numbers with their plus\n"
    )
    assert unequal[:5] == []
    assert numbers
    assert with_plus == len(numbers)


def test_the_workbook_says_the_same_in_libreoffice(tmp_path: Path, table: Table) -> None:
    headings, rows = table
    path = tmp_path / "leads.xlsx"
    path.write_bytes(workbook(headings, rows))
    read = read_again(made_by_libreoffice(path, AS_CSV, tmp_path / "out"))
    meant = [[cell_text(value) for value in row] for row in (headings, *rows)]
    compare(path.name, meant, read)


def test_the_csv_says_the_same_where_quoted_values_are_text(tmp_path: Path, table: Table) -> None:
    """So they must be: a program left to itself reads +4930 as a figure, and 1/2 as a day."""
    headings, rows = table
    path = tmp_path / "leads.csv"
    path.write_bytes(csv_for_spreadsheets(headings, rows))
    read = read_again(made_by_libreoffice(path, AS_CSV, tmp_path / "out", READ_AS))
    meant = [[as_it_ends_lines(neutral(value)) for value in row] for row in (headings, *rows)]
    compare(path.name, meant, read)


def as_it_ends_lines(text: str) -> str:
    """LibreOffice writes each end of a line its own way, and NUL not at all."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


@pytest.mark.parametrize("name", ["leads.xlsx", "leads-for-spreadsheets.csv"])
def test_nothing_in_them_runs_or_is_a_link(tmp_path: Path, table: Table, name: str) -> None:
    path = tmp_path / name
    made = workbook(*table) if name.endswith(".xlsx") else csv_for_spreadsheets(*table)
    path.write_bytes(made)
    flat = made_by_libreoffice(path, "fods", tmp_path / "out").read_text("utf-8")
    cells = flat.count("<table:table-cell")
    formulas, links = flat.count("table:formula="), flat.count("<text:a ")
    sys.stdout.write(f"LibreOffice, {name}: {cells} cells, {formulas} formulas, {links} links\n")
    assert cells > len(table[1])
    assert (formulas, links) == (0, 0)
