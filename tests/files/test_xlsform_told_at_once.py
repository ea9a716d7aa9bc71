"""A form that cannot be taken: everything is told at once, where it is mended."""

import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from qualdesk.core.errors import DocumentRefused
from qualdesk.files.xlsform_book import Grid
from qualdesk.files.xlsform_formulas import unfinished_formulas
from qualdesk.files.xlsforms import open_xlsform, write_xlsform
from script_makers import make_question, make_script
from xlsform_makers import read, survey

HEADINGS = ["type", "name", "label", "relevant"]
CHOICES = [["list_name", "name", "label"], ["yes_no", "yes", "Yes"], ["yes_no", "no", "No"]]


def stage(kind: str, *rows: list[str]) -> Grid:
    return [["begin_group", kind], *rows, ["end_group"]]


def told(*rows: list[str], choices: Grid = CHOICES) -> list[str]:
    with pytest.raises(DocumentRefused) as error:
        read(survey=[HEADINGS, *rows], choices=choices)
    return [str(problem) for problem in error.value.problems]


NEED = ["text", "need", "What?"]
WANTS_CALL = ["select_one yes_no", "wants_call", "May somebody call you?"]


def test_what_a_form_lacks_is_told_beside_what_cannot_be_taken() -> None:
    """An empty label, a type nobody can ask, and the question every script asks."""
    found = told(
        *stage("discover", NEED, ["text", "today", ""], ["geopoint", "where", "Where?"]),
        *stage("next_step", ["text", "when", "When?", "${wants_call} = 'yes'"]),
    )
    assert [one.partition(":")[0] for one in found] == [
        "survey, row 1",
        "survey, row 4, label",
        "survey, row 5, type",
        "survey, row 8, relevant",
    ]
    assert "“wants_call” is missing" in found[0]


def test_what_only_lacks_because_a_row_was_refused_is_not_told() -> None:
    found = told(
        *stage("discover", ["geopoint", "where", "Where?"]),
        *stage("next_step", ["geopoint", "wants_call", "May somebody call you?"]),
    )
    assert [one.partition(":")[0] for one in found] == [
        "survey, row 3, type",
        "survey, row 6, type",
    ]


def test_a_form_from_elsewhere_is_not_told_what_every_script_asks_before_it_is_taken() -> None:
    assert len(told(NEED, ["geopoint", "where", "Where?"])) == 1


def test_a_choice_that_is_there_twice_is_told_where_it_stands() -> None:
    twice = [*CHOICES, ["yes_no", "yes", "Yes, please"]]
    form = (*stage("discover", NEED), *stage("next_step", WANTS_CALL))
    assert told(*form, choices=twice) == [
        "choices, row 4, name: The choice “yes” is twice in the list “yes_no”. Keep one."
    ]


def a_form(path: Path, label: str, value: str) -> Path:
    """A form whose first question has a formula for a label, worked out to ``value``."""
    rows = [
        HEADINGS,
        ["text", "need", "?"],
        ["select_one yes_no", "tried", "Have you tried it?"],
    ]
    with xlsxwriter.Workbook(path) as book:
        for title, grid in (("survey", rows), ("choices", CHOICES)):
            sheet = book.add_worksheet(title)
            for number, cells in enumerate(grid):
                sheet.write_row(number, 0, cells)
        asked = book.get_worksheet_by_name("survey")
        assert asked is not None
        asked.write_formula(1, 2, label, None, value)
    return path


def test_a_formula_without_a_value_is_called_one(tmp_path: Path) -> None:
    label = '=CONCATENATE("What are you ","working on?")'
    with pytest.raises(DocumentRefused) as error:
        open_xlsform(a_form(tmp_path / "form.xlsx", label, ""))
    (found,) = error.value.problems
    assert found.place == "survey, row 2, label"
    assert "a formula without a value" in found.says


def test_a_formula_that_was_worked_out_is_read(tmp_path: Path) -> None:
    found = open_xlsform(a_form(tmp_path / "form.xlsx", '="What"&"?"', "What?"))
    assert found.script.questions[0].say == "What?"


@pytest.mark.parametrize("part", ['<c r="A1">', '<c r="A1" ', "<c "])
def test_cells_that_never_end_cost_little(tmp_path: Path, part: str) -> None:
    path = tmp_path / "hostile.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        sheet = '<sheet name="survey" r:id="rId1"/>'
        book.writestr("xl/workbook.xml", sheet + "<sheet " * 100_000 + "a" * 100_000)
        target = '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
        book.writestr("xl/_rels/workbook.xml.rels", target)
        book.writestr("xl/worksheets/sheet1.xml", part * 200_000)
    began = time.process_time()
    assert list(unfinished_formulas(path, "survey")) == []
    assert time.process_time() - began < 3, "seconds of processor time"


def test_a_workbook_that_holds_no_formula_has_none_to_tell(tmp_path: Path) -> None:
    path = tmp_path / "small.xlsx"
    write_xlsform(path, make_script(fit=[make_question("role", say="=1+1")]))
    assert open_xlsform(path).problems == ()


def test_a_survey_without_rows_still_says_so() -> None:
    with pytest.raises(DocumentRefused, match="Nothing is asked on this sheet"):
        read(survey=survey({"type": "", "name": ""}))
