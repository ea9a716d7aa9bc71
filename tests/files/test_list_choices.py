"""A file of choices: everything a person can decide about a list, and every slip at its key."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualdesk.core.errors import DocumentRefused
from qualdesk.core.list_answers import ANSWERS
from qualdesk.core.list_choices import NO_CHOICES, IfKnown, ListChoices, ListForm, RowMend
from qualdesk.files.list_choices import read_choices

EVERYTHING = """
region = "Germany"
dates = "day_first"
if_known = "skip"
only_new = true
remember = false

[form]
sheet = "Leads"
encoding = "cp1252"
delimiter = ";"
header_row = 0

[mapping]
"Phone 2" = "mobile"
"Wants to buy" = "question:time"

[answers]
country = "GB"
numbers = "leave_out"
same_person = "as_one"

[rows.102]
region = "United Kingdom"

[rows.311]
cells = { Phone = "040 66969 905", "Last name" = "Simon" }

[rows.7]
leave_out = true
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "choices.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(folder: Path, text: str) -> DocumentRefused:
    with pytest.raises(DocumentRefused) as found:
        read_choices(written(folder, text))
    return found.value


def said_of(path: Path) -> str:
    """The refusal of a file, empty when it is read."""
    try:
        assert isinstance(read_choices(path), ListChoices)
    except DocumentRefused as error:
        return error.says
    return ""


def test_a_file_says_all_that_a_window_can(tmp_path: Path) -> None:
    assert read_choices(written(tmp_path, EVERYTHING)) == ListChoices(
        form=ListForm(sheet="Leads", encoding="cp1252", delimiter=";", header_row=0),
        mapping={"Phone 2": "mobile", "Wants to buy": "question:time"},
        region="DE",
        day_first=True,
        answers={
            "country": "GB",
            "numbers": "leave_out",
            "same_person": "as_one",
            "dates": "day_first",
        },
        rows={
            102: RowMend(region="GB"),
            311: RowMend(cells={"Phone": "040 66969 905", "Last name": "Simon"}),
            7: RowMend(leave_out=True),
        },
        if_known=IfKnown.SKIP,
        only_new=True,
        remember=False,
    )


def test_the_example_in_the_documentation_can_be_used_as_it_stands(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "choices.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    choices = read_choices(written(tmp_path, example))
    assert choices.answers.keys() == set(ANSWERS)
    assert choices.rows.keys() == {7, 102, 311}
    for question, answers in ANSWERS.items():
        assert f"| `{question}` |" in page
        assert all(f"`{answer}`" in page for answer in answers)


def test_an_empty_file_decides_nothing(tmp_path: Path) -> None:
    assert read_choices(written(tmp_path, "")) == NO_CHOICES


def test_dates_can_be_answered_in_either_place(tmp_path: Path) -> None:
    by_answer = read_choices(written(tmp_path, '[answers]\ndates = "month_first"'))
    assert (by_answer.day_first, by_answer.answers) == (False, {"dates": "month_first"})
    words = read_choices(written(tmp_path, 'dates = "words"'))
    assert (words.day_first, words.answers) == (None, {"dates": "words"})


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ('regoin = "DE"', "regoin", "Did you mean “region”?"),
        ('[form]\nsheets = "A"', "form.sheets", "Did you mean “sheet”?"),
        ("[rows.7]\nwhatever = 1", "rows.7.whatever", "There are: region, cells, leave_out."),
        ('region = "Atlantis"', "region", "is no country we know"),
        ('[rows.7]\nregion = "Atlantis"', "rows.7.region", "is no country we know"),
        ('dates = "european"', "dates", "day_first, month_first, words"),
        ('dates = "words"\n[answers]\ndates = "day_first"', "dates", "Say it once."),
        ('[answers]\ncountry = "Atlantis"', "answers", "research, leave_out"),
        ('[answers]\ncolour = "red"', "answers", "country, dates, numbers, same_person"),
        ('if_known = "replace"', "if_known", "update, skip, keep_both"),
        ('only_new = "yes"', "only_new", "true or false"),
        ("[rows.7]\nleave_out = 1", "rows.7.leave_out", "true or false"),
        ("[rows.seven]\nleave_out = true", "rows.seven", "by its number in the file"),
        ("[rows.0]\nleave_out = true", "rows.0", "counted from 1"),
        ("[form]\nheader_row = -1", "form.header_row", "counted from 1"),
        ("[form]\nheader_row = 1.5", "form.header_row", "whole number"),
        ("rows = 7", "rows", "Write a table"),
        ('form = "csv"', "form", "Write a table"),
        ("[mapping]\nPhone = 7", "mapping.Phone", "words in quotes"),
        (f'region = "{"x" * 300}"', "region", "too long"),
    ],
)
def test_every_slip_is_told_at_its_key(tmp_path: Path, text: str, place: str, says: str) -> None:
    error = refused(tmp_path, text)
    (problem,) = error.problems
    assert problem.place == place
    assert says in problem.says
    assert "choices.toml" in error.says


def test_all_slips_are_told_at_once(tmp_path: Path) -> None:
    error = refused(tmp_path, 'only_new = 1\nregoin = "DE"\n[rows.x]\n')
    assert {problem.place for problem in error.problems} == {"only_new", "regoin", "rows.x"}


def test_a_file_that_is_no_toml_names_the_line(tmp_path: Path) -> None:
    error = refused(tmp_path, 'region = "DE"\nthis is not right\n')
    assert error.problems[0].place == "line 2"
    assert "TOML" in error.says


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match="cannot be opened"):
        read_choices(tmp_path / "nothing.toml")
    (tmp_path / "letters.toml").write_bytes(b'region = "\xff\xfe"')
    with pytest.raises(DocumentRefused, match="UTF-8"):
        read_choices(tmp_path / "letters.toml")
    (tmp_path / "long.toml").write_bytes(b"#" * 5_000_001)
    with pytest.raises(DocumentRefused, match="too long"):
        read_choices(tmp_path / "long.toml")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(EVERYTHING) - 1), put=st.text(max_size=3), cut=st.integers(0, 40))
def test_a_damaged_file_is_read_or_refused_in_words(
    tmp_path: Path, at: int, put: str, cut: int
) -> None:
    path = tmp_path / "choices.toml"
    path.write_text(EVERYTHING[:at] + put + EVERYTHING[at + cut :], encoding="utf-8", newline="")
    says = said_of(path)
    assert says == "" or says.endswith((".", "?"))
    assert not any(word in says for word in ("pydantic", "Input should", "Error", "type="))
