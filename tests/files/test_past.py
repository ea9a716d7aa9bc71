"""History as a file: workbooks and tables as people keep them, and the template (F3)."""

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from qualdesk.core.errors import ListRefused
from qualdesk.core.past_rows import BESIDE, columns_of, result_named
from qualdesk.core.questions import Answer, QuestionKind
from qualdesk.core.replay import Result
from qualdesk.core.scripts import CallScript
from qualdesk.files.past import PastFile, read_past, write_template
from qualdesk.resources import shipped
from script_makers import make_options, make_question, make_script

NOW = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
SCRIPT = make_script(
    fit=[
        make_question("role", "choice"),
        make_question("several", "choices", options=make_options("a", "b", "c")),
        make_question("since", "date", short="Running since", ask="Since when?"),
    ]
)


def read(path: Path, text: str, script: CallScript = SCRIPT) -> PastFile:
    path.write_text(text, encoding="utf-8")
    return read_past(path, script, NOW)


def test_columns_are_found_by_id_short_name_and_question(tmp_path: Path) -> None:
    text = "LABEL;Result;NEED;Running since;Role\nA;sent_back;x;2024-05-01;Label b\n"
    file = read(tmp_path / "past.csv", text)
    (row,) = file.rows
    assert (row.label, row.result, row.finished_at) == ("A", Result.SENT_BACK, None)
    assert {question: said.value for question, said in row.answers.items()} == {
        "need": "x",
        "since": "2024-05-01",
        "role": "b",
    }


def test_several_answers_and_not_knowing_are_written_in_a_cell(tmp_path: Path) -> None:
    text = "need,several\nDoes not know,b; Label a\n"
    (row,) = read(tmp_path / "past.csv", text).rows
    assert row.answers["need"] == Answer(question="need", does_not_know=True)
    assert row.answers["several"].value == ("a", "b")


def test_a_workbook_is_read_as_well(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Our history of 2025"])
    sheet.append(["label", "finished", "result", "need", "sites"])
    sheet.append(["A", datetime(2025, 11, 3), "won", "trays", 12])  # noqa: DTZ001 (as a cell has it)
    sheet.append(["B", "", "maybe", "trays", 3])
    path = tmp_path / "past.xlsx"
    book.save(path)
    file = read_past(path, make_script(), NOW)
    (row,) = file.rows
    assert (row.row, row.finished_at) == (3, datetime(2025, 11, 3, 12, tzinfo=UTC))
    assert row.answers["sites"].value == 12
    assert [(one.row, one.because[:7]) for one in file.left_out] == [(4, "“maybe”")]
    assert any("above the table" in note for note in file.notes)


def test_a_day_that_is_today_is_not_ahead(tmp_path: Path) -> None:
    text = "need,finished\nx,2026-03-17\ny,2026-03-18\n"
    file = read(tmp_path / "past.csv", text)
    assert [row.finished_at for row in file.rows] == [NOW]
    assert file.left_out[0].because.endswith("Write the day on which it was finished.")


@pytest.mark.parametrize("kind", [kind for kind in QuestionKind if kind != "read_aloud"])
def test_the_template_shows_an_answer_of_every_kind(tmp_path: Path, kind: QuestionKind) -> None:
    script = make_script(discover=[make_question("ours", kind.value)])
    path = tmp_path / "template.csv"
    write_template(path, script)
    text = path.read_text(encoding="utf-8-sig").replace("Example (not loaded)", "One of ours")
    file = read(tmp_path / "filled.csv", text, script)
    assert file.left_out == ()
    assert "ours" in file.rows[0].answers


def test_the_template_of_the_shipped_script_is_read_back(tmp_path: Path) -> None:
    from qualdesk.files.documents import read_script

    for number, path in enumerate(sorted(shipped("scripts").glob("*.toml"))):
        script = read_script(path)
        template = tmp_path / f"template {number}.csv"
        write_template(template, script)
        file = read_past(template, script, NOW)
        assert [one.because for one in file.left_out] == ["This is the example of the template."]
        assert file.ignored == ()


@pytest.mark.parametrize(
    ("word", "result"),
    [
        ("Taken", Result.TAKEN),
        (" takes ", Result.TAKEN),
        ("SENT  BACK", Result.SENT_BACK),
        ("sent_back", Result.SENT_BACK),
        ("won", Result.WON),
        ("handed over", Result.HANDED),
        ("Not a fit", Result.NOT_HANDED),
        ("", Result.NOT_HANDED),
    ],
)
def test_results_are_read_as_people_write_them(word: str, result: Result) -> None:
    assert result_named(word) is result


def test_a_column_of_results_is_never_taken_for_a_question() -> None:
    script = make_script(fit=[make_question("result", "words"), make_question("role", "choice")])
    columns = columns_of([*BESIDE, "role", "result"], script)
    assert columns.beside == {"label": 0, "finished": 1, "result": 2, "reason": 3}
    assert [question.id for question in columns.questions.values()] == ["role", "result"]


def test_two_columns_for_one_question_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ListRefused, match="“since” and “Since when\\?” both answer"):
        read(tmp_path / "past.csv", "since,Since when?\n2024-01-01,2024-01-02\n")
