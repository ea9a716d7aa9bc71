"""An answer sheet that was filled in, and saved by LibreOffice in each of its ways (T4)."""

import io
import sys
from pathlib import Path

import openpyxl
import pytest

from handoff_makers import a_package, an_item
from others.test_libreoffice import made_by_libreoffice
from qualdesk.files.answer_files import read_answers
from qualdesk.files.answer_form import answer_sheet

# Comma or semicolon, as LibreOffice offers it; UTF-8 or the letters of Windows.
WAYS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "ods": "ods",
    "xls": "xls:MS Excel 97",
    "csv, semicolons": "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false",
    "csv, Windows": "csv:Text - txt - csv (StarCalc):44,34,1,1,,0,false,true,false",
}


@pytest.mark.parametrize("way", WAYS)
def test_a_sheet_saved_by_libreoffice_says_the_same(tmp_path: Path, way: str) -> None:
    package = a_package(*(an_item(name) for name in ("Katrin Albers", "Marcus Hale", "Ines Ode")))
    book = openpyxl.load_workbook(io.BytesIO(answer_sheet(package)))
    sheet = book["Answers"]
    sheet["E2"], sheet["H2"], sheet["I2"], sheet["J2"] = "takes", "0077", 12500.5, "EUR"
    sheet["E3"], sheet["F3"], sheet["G3"] = "sends back", package.reasons[0], "Müßig; geht, gern"
    path = tmp_path / "answers.xlsx"
    book.save(path)
    before = read_answers(path)
    saved = made_by_libreoffice(path, WAYS[way], tmp_path / "out")
    after = read_answers(saved)
    sys.stdout.write(f"LibreOffice, answers as {way}: {after.rows == before.rows}\n")
    assert after.rows == before.rows
    # A CSV holds one sheet alone.
    assert after.facts == before.facts or way.startswith("csv")
    if way == "xlsx":
        again = openpyxl.load_workbook(saved)["Answers"]
        rules = again.data_validations.dataValidation
        assert {rule.formula1.partition("$")[2][0] for rule in rules} == {"A", "B", "D"}
        assert again.protection.sheet
        assert [again.cell(2, column).protection.locked for column in (1, 5)] == [True, False]
