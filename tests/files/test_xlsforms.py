"""Scripts as XLSForm: what is written is read again, others understand it, the rest is refused."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualdesk.core.conditions import All, Answered, Equals, More
from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.questions import Answer, Aside, QuestionId, QuestionKind
from qualdesk.core.scripts import CallScript, StageKind, visible_questions
from qualdesk.core.translations import QuestionWords, Translation
from qualdesk.core.wording import Language, speak
from qualdesk.files.documents import read_script
from qualdesk.files.xlsform_book import book_of
from qualdesk.files.xlsform_writing import grids_of
from qualdesk.files.xlsforms import open_xlsform, read_xlsform, script_of, write_xlsform
from qualdesk.resources import shipped
from script_makers import make_options, make_question, make_script
from xforms import Form
from xlsform_makers import answers_to, form_scripts, read, survey

SHIPPED = sorted(shipped("scripts").glob("*.toml"))
slow = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def refused(**sheets: Any) -> list[str]:
    with pytest.raises(DocumentRefused) as error:
        read(**sheets)
    return [str(problem) for problem in error.value.problems]


def the_script(*rows: Mapping[str, str], **sheets: Any) -> CallScript:
    return read(survey=survey(*rows), **sheets).script


@slow
@given(script=form_scripts())
def test_what_is_written_as_a_form_is_read_again_the_same(script: CallScript) -> None:
    grids = grids_of(script)
    back = script_of(book_of(grids), "form").script
    assert back == script
    assert grids_of(back) == grids


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(script=form_scripts(), data=st.data())
def test_another_program_accepts_what_we_write_and_asks_what_the_desk_asks(
    script: CallScript, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The runner, and the form that pyxform makes of the workbook, agree on every path taken."""
    path = tmp_path_factory.mktemp("form") / "script.xlsx"
    write_xlsform(path, script)
    assert read_xlsform(path) == script, "also through a real workbook"
    form = Form(path)
    for stage in script.stages:
        for question in stage.questions:
            bind = form.binds[f"/data/{stage.kind.value}/{question.id}"]
            assert bind.get("type") == _TYPES.get(question.kind, "string")
            assert bind.get("required") == (None if question.may_not_know else "true()")
    for _ in range(4):
        answers = data.draw(answers_to(script))
        asked = [str(question.id) for question in visible_questions(script, answers)]
        assert form.asked({str(key): one.value for key, one in answers.items()}) == asked


_TYPES = {QuestionKind.NUMBER: "decimal", QuestionKind.DATE: "date"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_script_that_comes_with_the_program_goes_through_a_spreadsheet(
    path: Path, tmp_path: Path
) -> None:
    script = read_script(path)
    form = tmp_path / "form.xlsx"
    write_xlsform(form, script)
    found = open_xlsform(form)
    assert found.script == script
    assert found.problems == ()
    assert found.passed_over == ()
    made = Form(form)
    for stage in script.stages:
        for question in stage.questions:
            assert f"/data/{stage.kind.value}/{question.id}" in made.binds

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(answers=answers_to(script))
    def every_call_takes_the_same_way(answers: dict[QuestionId, Answer]) -> None:
        asked = [str(question.id) for question in visible_questions(script, answers)]
        assert made.asked({str(key): one.value for key, one in answers.items()}) == asked

    every_call_takes_the_same_way()


def test_nothing_in_a_form_is_a_formula_or_a_link(tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    question = make_question("need", say='=HYPERLINK("http://example.com")', coach="@SUM(1)")
    write_xlsform(form, make_script(discover=[question]))
    import zipfile

    with zipfile.ZipFile(form) as packed:
        sheets = [packed.read(name) for name in packed.namelist() if "worksheets/" in name]
    assert not any(b"<f>" in sheet or b"hyperlink" in sheet.lower() for sheet in sheets)
    assert read_xlsform(form).questions[1].say == question.say


def test_a_plain_questionnaire_becomes_a_draft_that_says_what_it_lacks() -> None:
    found = read(
        survey=survey(
            {"type": "start", "name": "begun"},
            {"type": "text", "name": "need", "label": "What do you need?", "hint": "Wait."},
            {"type": "integer", "name": "sites", "label": "How many sites?", "required": "yes"},
            {"type": "select_one role", "name": "role", "label": "And your part?"},
            {
                "type": "date",
                "name": "by",
                "label": "By when, for ${need}?",
                "relevant": "${sites} > 1 and ${role} = 'decides'",
            },
            {"type": "note", "name": "thanks", "label": "Thank you."},
        ),
        choices=[
            ["list_name", "name", "label"],
            ["role", "decides", "Decides"],
            ["role", "asked", "Is asked"],
            ["spare", "x", "Nobody asks"],
        ],
    )
    need, sites, role, by, thanks = found.script.questions
    assert [stage.kind for stage in found.script.stages] == [StageKind.DISCOVER]
    assert (need.kind, need.coach, need.ask) == (QuestionKind.WORDS, "Wait.", need.say)
    assert (sites.kind, sites.may_not_know) == (QuestionKind.NUMBER, False)
    assert [option.value for option in role.options] == ["decides", "asked"]
    assert by.say == "By when, for {{answer.need}}?"
    assert by.ask_when == All(
        parts=(More(question="sites", than=1), Equals(question="role", value="decides"))
    )
    assert thanks.kind is QuestionKind.READ_ALOUD
    assert [problem.place for problem in found.problems] == ["survey"], "wants_call is missing"
    assert found.passed_over == ("Lists of choices nobody uses: spare.",)


def test_what_a_draft_lacks_is_said_at_its_sheet_and_row() -> None:
    found = read(
        survey=survey(
            {"type": "select_one one", "name": "role", "label": "Your part?", "ask": "Part"},
            {"type": "text", "name": "need", "label": "{{lead.salary}}", "ask": ""},
        ),
        choices=[["list_name", "name", "label"], ["one", "a", "A"]],
    )
    places = [problem.place for problem in found.problems]
    assert "survey, row 2, type" in places, "one option is none to choose from"
    assert "survey, row 3, ask" in places


def test_what_cannot_be_taken_is_in_reading_order_wherever_a_language_names_the_sheet() -> None:
    rows = [{"type": "colour", "name": f"need{n}", "label": "Well?"} for n in range(12)]
    english = [re.findall(r"row (\d+)", one) for one in refused(survey=survey(*rows))]
    places = {"{sheet}, row {row}, {column}": "{column} in row {row} of {sheet}"}
    speak(Language(code="xx", translate=lambda text, *_: places.get(text, text)))
    try:
        other = refused(survey=survey(*rows))
    finally:
        speak(None)
    assert len(other) >= len(rows)
    assert all(" of survey" in one for one in other)
    assert [re.findall(r"row (\d+)", one) for one in other] == english


def test_everything_that_cannot_be_taken_is_told_at_once_with_sheet_and_row() -> None:
    problems = refused(
        survey=survey(
            {"type": "geopoint", "name": "where", "label": "Where?"},
            {"type": "text", "name": "Need It", "label": "What?"},
            {"type": "text", "name": "a", "label": "A?", "constraint": ". != ''"},
            {"type": "text", "name": "a", "label": "A again?"},
            {"type": "text", "name": "b", "label": "B?", "relevant": "${later} = 'x'"},
            {"type": "text", "name": "later", "label": "?", "required": "${a} = 'x'"},
            {"type": "select_one roles", "name": "role", "label": "Role?"},
            {"type": "select_one mine or_other", "name": "own", "label": "Own?"},
            {"type": "begin repeat", "name": "each", "label": "Each"},
            {"type": "end repeat"},
            {"type": "end group"},
            {"name": "kindless", "label": "?"},
            {"type": "text", "label": "?"},
            {"type": "text", "name": "late", "label": "?", "kind": "robot"},
        ),
        choices=[
            ["list_name", "name", "label", "image"],
            ["mine", "Yes Sir", "Yes", ""],
            ["", "lost", "Lost", ""],
            ["mine", "", "Nameless", ""],
            ["mine", "pic", "With a picture", "a.png"],
        ],
    )
    begun = [problem.partition(":")[0] for problem in problems]
    assert begun == [
        "survey, row 2, type",
        "survey, row 3, name",
        "survey, row 4, constraint",
        "survey, row 5, name",
        "survey, row 6, relevant",
        "survey, row 7, required",
        "survey, row 8, type",
        "survey, row 9, type",
        "survey, row 10, type",
        "survey, row 12, type",
        "survey, row 13, type",
        "survey, row 14, name",
        "survey, row 15, kind",
        "choices, row 3, list_name",
        "choices, row 4, name",
        "choices, row 5, image",
    ]


def test_stages_are_groups_and_other_groups_are_taken_apart() -> None:
    found = read(
        survey=survey(
            {"type": "begin_group", "name": "discover", "label": "Discover"},
            {"type": "text", "name": "need", "label": "What?"},
            {"type": "begin group", "name": "more", "label": "More", "relevant": "${need} != ''"},
            {"type": "text", "name": "who", "label": "Who?"},
            {"type": "text", "name": "why", "label": "Why?", "relevant": "${who} != ''"},
            {"type": "end group"},
            {"type": "end_group"},
            {"type": "begin_group", "name": "fit", "label": "Fit"},
            {"type": "text", "name": "date", "label": "When?"},
            {"type": "end_group"},
        )
    )
    stages = {stage.kind.value: [q.id for q in stage.questions] for stage in found.script.stages}
    assert stages == {"discover": ["need", "who", "why"], "fit": ["date"]}
    _, who, why, date = found.script.questions
    assert who.ask_when == Answered(question="need")
    assert why.ask_when == All(parts=(Answered(question="need"), Answered(question="who")))
    assert date.ask_when is None
    assert "more" in found.passed_over[0]


def test_a_question_outside_of_the_stages_or_a_stage_that_is_not_ended_is_refused() -> None:
    problems = refused(
        survey=survey(
            {"type": "text", "name": "before", "label": "?"},
            {"type": "begin_group", "name": "fit"},
            {"type": "begin_group", "name": "open"},
            {"type": "text", "name": "inside", "label": "?"},
            {"type": "end_group"},
        )
    )
    assert [problem.partition(":")[0] for problem in problems] == [
        "survey, row 2, type",
        "survey, row 3",
        "survey, row 4, type",
    ]


def test_words_in_other_languages_stand_in_columns_of_their_own() -> None:
    script = the_script(
        {
            "type": "select_one role",
            "name": "role",
            "label::English (en)": "Your part?",
            "label::Deutsch (de)": "Ihre Rolle?",
            "hint::Deutsch (de)": "Warten.",
        },
        choices=[
            ["list_name", "name", "label::en", "label::German"],
            ["role", "decides", "Decides", "Entscheidet"],
            ["role", "asked", "Is asked", ""],
        ],
        settings=[["form_title", "default_language"], ["Form", "English (en)"]],
    )
    assert script.languages == ("en", "de")
    assert script.questions[0].say == "Your part?"
    words = script.translations[0].questions["role"]
    assert words.say == "Ihre Rolle?"
    assert words.coach == "Warten."
    assert words.options == {"decides": "Entscheidet"}


def test_a_language_nobody_can_name_and_a_column_that_stands_twice_are_refused() -> None:
    grid = [
        ["type", "name", "label", "label", "label::Klingon", "label::fr", "label::French (fr)"],
        ["text", "need", "What?", "Which?", "nuq?", "Quoi ?", "Quoi ?"],
    ]
    problems = refused(survey=grid)
    assert [problem.partition(": ")[0] for problem in problems] == [
        "survey, row 1, label",
        "survey, row 1, label::Klingon",
        "survey, row 1, label::French (fr)",
    ]
    assert "tag" in problems[1]


def test_old_spellings_of_headings_and_types_are_understood() -> None:
    script = the_script(
        {"Type": "select one from yes_no", "Name": "sure", "caption:English": "Sure?"},
        {
            "Type": "select all that apply from parts",
            "Name": "parts",
            "caption:English": "Which?",
            "bind:relevant": "${sure}='yes'",
        },
        {"Type": "STRING", "Name": "why", "caption:English": "Why?", "bind::required": "TRUE"},
        choices=[
            ["list name", "value", "label:English"],
            ["yes_no", "yes", "Yes"],
            ["yes_no", "no", "No"],
            ["parts", "a", "A"],
            ["parts", "b", "B"],
        ],
    )
    sure, parts, why = script.questions
    assert sure.kind is QuestionKind.YES_NO
    assert (parts.kind, parts.ask_when) == (
        QuestionKind.CHOICES,
        Equals(question="sure", value="yes"),
    )
    assert (why.kind, why.may_not_know) == (QuestionKind.WORDS, False)


def test_side_cases_objections_exits_and_openers_have_sheets_of_their_own() -> None:
    script = the_script(
        {"type": "text", "name": "need", "label": "What?"},
        asides=[
            ["kind", "question", "id", "label", "say", "then", "say::fr"],
            ["aside", "need", "busy", "If busy", "When, then?", "Alt 6", "Quand ?"],
            ["objection", "", "price", "Price", "That depends.", "", ""],
            ["exit", "", "", "No time", "Thank you.", "", ""],
        ],
        say_for=[["question", "source", "label"], ["need", "webinar", "What did you take home?"]],
    )
    need = script.questions[0]
    assert need.asides == (Aside(id="busy", label="If busy", say="When, then?", then="Alt 6"),)
    assert need.say_for == {"webinar": "What did you take home?"}
    assert script.objections[0].id == "price"
    assert script.exits[0].say == "Thank you."
    assert script.translations[0].questions["need"].asides["busy"].say == "Quand ?"


def test_sheets_of_our_own_are_refused_at_their_row_too() -> None:
    problems = refused(
        survey=survey({"type": "text", "name": "need", "label": "What?"}),
        asides=[
            ["kind", "question", "id", "label", "say", "say::fr"],
            ["aside", "nobody", "", "A", "B", ""],
            ["objection", "", "Bad Id", "A", "B", ""],
            ["exit", "", "", "A", "B", "C"],
        ],
        say_for=[
            ["question", "source", "label"],
            ["nobody", "webinar", "x"],
            ["need", "webinar", "x"],
            ["need", "webinar", "y"],
            ["need", "dream", "z"],
        ],
    )
    assert [problem.partition(":")[0] for problem in problems] == [
        "say_for, row 2, question",
        "say_for, row 4, source",
        "say_for, row 5",
        "asides, row 2, question",
        "asides, row 3, id",
        "asides, row 4, id",
    ]


@pytest.mark.parametrize(
    ("script", "place"),
    [
        (make_script(fit=[make_question("role", "choice", options=())]), "stages.3.questions.1"),
        (make_script(fit=[make_question("role", tags=("a,b",))]), "stages.3.questions.1.tags"),
        (make_script(fit=[make_question("role", say="Cost ${need}?")]), "stages.3.questions.1.say"),
        (
            make_script(fit=[make_question("role", ask_when=Answered(question="wants_call"))]),
            "stages.3.questions.1.ask_when",
        ),
        (
            make_script(
                discover=[make_question("when", "period")],
                fit=[make_question("role", ask_when=More(question="when", than="2026"))],
            ),
            "stages.3.questions.1.ask_when",
        ),
        (
            replace(
                make_script(),
                translations=(
                    Translation(language="de", questions={"gone": QuestionWords(say="Weg")}),
                ),
            ),
            "translations.1.questions",
        ),
    ],
)
def test_what_a_form_cannot_say_is_refused_when_it_is_written_and_never_left_out(
    script: CallScript, place: str, tmp_path: Path
) -> None:
    with pytest.raises(DocumentRefused) as error:
        write_xlsform(tmp_path / "form.xlsx", script)
    assert [p for p in error.value.problems if p.place.startswith(place)], error.value.problems
    assert not (tmp_path / "form.xlsx").exists()


def test_a_draft_without_words_goes_through_a_spreadsheet_too(tmp_path: Path) -> None:
    draft = make_script(discover=[make_question("need", say="", ask="", short="")], fit=[])
    write_xlsform(tmp_path / "form.xlsx", draft)
    assert read_xlsform(tmp_path / "form.xlsx") == draft


def test_a_question_called_yes_no_keeps_its_own_choices() -> None:
    script = make_script(fit=[make_question("yes_no", "choice", options=make_options("yes", "no"))])
    assert script_of(book_of(grids_of(script)), "x").script == script


def test_a_form_as_csv_has_its_sheets_one_below_the_other(tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    path.write_text(
        "survey,,,\n"
        ",type,name,label\n"
        ",select_one role,role,“Your part?”\n"
        ",,,\n"
        ",time,when,When?\n"
        "choices,,,\n"
        ",list name,name,label\n"
        ",role,a,A\n"
        ",role,b,B\n",
        encoding="utf-8",
    )
    with pytest.raises(DocumentRefused) as error:
        read_xlsform(path)
    assert [problem.place for problem in error.value.problems] == ["survey, row 5, type"]
    path.write_text(path.read_text(encoding="utf-8").replace("time,", "text,"), encoding="utf-8")
    script = read_xlsform(path)
    assert [question.say for question in script.questions] == ["“Your part?”", "When?"]
    assert script.id == "form"


def test_cells_of_other_kinds_read_as_what_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Survey ")
        for row, cells in enumerate(
            [
                ["type", "name", "label", "required"],
                ["select_one n", "n", 5, True],
                ["text", "t", "T", False],
            ]
        ):
            sheet.write_row(row, 0, cells)
        hidden = book.add_worksheet("CHOICES")
        hidden.hide()
        for row, cells in enumerate([["list name", "name", "label"], ["n", 1, 1.5], ["n", 2, 2]]):
            hidden.write_row(row, 0, cells)
        book.add_worksheet("Remarks").write(0, 0, "not for the form")
    found = open_xlsform(path)
    number, text = found.script.questions
    assert number.say == "5"
    assert [(option.value, option.label) for option in number.options] == [("1", "1.5"), ("2", "2")]
    assert (number.may_not_know, text.may_not_know) == (False, True)
    assert found.passed_over == ("Sheets not read: Remarks.",)


def test_a_survey_without_its_columns_or_without_a_question_is_refused() -> None:
    assert refused(survey=[["type", "label"], ["text", "What?"]])[0].startswith("survey, row 1:")
    nothing = refused(survey=[[], ["type", "name", "label"], ["", "", "a remark"]])
    assert nothing == [
        "survey, row 2: Nothing is asked on this sheet. Write a question under the headings."
    ]


def test_settings_of_another_program_are_made_fit() -> None:
    rows = survey({"type": "text", "name": "need", "label": "What?"})
    title = [["form_title", "form_id", "version", "style"], ["", "My Form!", "2014.1", "pages"]]
    found = read(survey=rows, settings=title)
    script = found.script
    assert (script.id, script.name, script.version) == ("my-form", "My Form!", 1)
    assert found.passed_over == ("Columns not read: settings: style.",)
    assert read(survey=rows, settings=[["form_id"], ["2026"]]).script.id == "script-2026"
    assert refused(survey=rows, settings=[*title, ["second"]]) == [
        "settings, row 3: The settings are one row. Remove this one."
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("no.xlsx", b""),
        ("no.csv", b"a,b\n1,2\n"),
        ("cut.xlsx", b"PK\x03\x04 and no more"),
        ("old.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600),
        ("text.csv", b"survey\n" * 30 + b",type,name\n"),
        ("long.csv", b"survey,,\n,type,name,label\n,text,a," + b"x" * 5_000_000),
        ("rows.csv", b"survey,,\n,type,name,label\n" + b",text,a,b\n" * 60_000),
    ],
)
def test_a_file_that_is_no_form_is_refused_in_a_sentence(
    name: str, content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentRefused) as error:
        read_xlsform(path)
    assert error.value.says.endswith((".", "."))
    assert len(error.value.says) < 400


def test_a_hostile_form_costs_little_and_every_fault_is_told_once() -> None:
    rows = [{"type": "text", "name": f"Bad {n}", "relevant": f"${{Bad {n}}}"} for n in range(1_900)]
    problems = refused(survey=survey(*rows))
    assert len(problems) == 2 * len(rows), "the name and the condition of each"
    with pytest.raises(DocumentRefused, match="more rows than any script"):
        read(survey=survey(*rows, *rows))
    with pytest.raises(DocumentRefused, match="more text"):
        read(survey=survey(*({"type": "note", "name": "a", "label": "x" * 9_999} for _ in rows)))
    many = [["list_name", "name"], *(["all", f"c{n}"] for n in range(200))]
    one = {"type": "select_one all", "name": "country"}
    (told,) = refused(survey=survey(one), choices=many)
    assert told.startswith("survey, row 2, type: “all” has 200 choices.")


def test_a_script_too_long_for_a_form_is_refused_when_it_is_written(tmp_path: Path) -> None:
    long = [make_question(f"q{n}", say="word " * 700) for n in range(300)]
    with pytest.raises(DocumentRefused, match="more text"):
        write_xlsform(tmp_path / "form.xlsx", make_script(discover=long))


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match="no such file"):
        read_xlsform(tmp_path / "none.xlsx")
    with pytest.raises(DocumentRefused, match="cannot be written there"):
        write_xlsform(tmp_path / "none" / "form.xlsx", make_script())


@given(
    cells=st.lists(
        st.lists(
            st.sampled_from(
                ("type", "name", "label", "text", "begin_group", "end_group", "fit", "${a} = 1")
            )
            | st.text(max_size=6),
            max_size=5,
        ),
        max_size=6,
    )
)
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_the_sheets_there_is_a_script_or_a_refusal(
    cells: list[list[str]],
) -> None:
    grid = [["type", "name", "label", "relevant", "hint::de"], *cells]
    problems: tuple[Problem, ...] = ()
    try:
        read(survey=grid, choices=cells, asides=cells, say_for=cells)
    except DocumentRefused as error:
        problems = error.problems or (Problem(place="nowhere", says=error.says),)
    assert all(", row " in problem.place for problem in problems)
