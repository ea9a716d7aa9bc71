"""Scripts and definitions at the command line: files without a workspace, library, signatures."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from makers import MORNING
from qualdesk.__main__ import main
from qualdesk.cli.document_lines import script_lines, standing_lines
from qualdesk.cli.past_verbs import LOAD_SOME
from qualdesk.core.conditions import Equals
from qualdesk.core.definition import Side, Tier
from qualdesk.core.drafts import DefinitionDraft, SideState, Standing
from qualdesk.core.handoff import full_day
from qualdesk.core.questions import Aside
from qualdesk.files.documents import definition_to_text, read_script, script_to_text
from qualdesk.files.xlsforms import read_xlsform, write_xlsform
from script_makers import make_definition, make_question, make_script

Ask = Callable[..., Any]


@pytest.fixture
def ask(sqlite_file: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs a command on a workspace: its answer as data, as text with ``plain``."""

    def run(words: str, *more: object, code: int = 0, plain: bool = False) -> Any:
        told = [*words.split(), *map(str, more), "--db", f"sqlite:///{sqlite_file}"]
        ended = main([*told, "--caller", "Sue", *([] if plain else ["--json"])])
        said = capsys.readouterr()
        assert ended == code, said.err
        return said.err if code == 2 else said.out if plain else json.loads(said.out)

    return run


@pytest.fixture
def script_file(tmp_path: Path) -> Path:
    path = tmp_path / "small.toml"
    path.write_text(script_to_text(make_script()), encoding="utf-8")
    return path


@pytest.fixture
def definition_file(tmp_path: Path) -> Path:
    path = tmp_path / "rule.toml"
    path.write_text(definition_to_text(make_definition()), encoding="utf-8")
    return path


@pytest.fixture
def fair(ask: Ask) -> str:
    """A campaign with the sample script and definition."""
    name = ask("campaign new Fair")["name"]
    assert isinstance(name, str)
    return name


def test_a_file_is_checked_and_turned_around_without_a_workspace(
    script_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    none = ["--db", str(tmp_path / "none.sqlite")]
    form, back = tmp_path / "small.xlsx", tmp_path / "back.toml"
    assert main(["script", "check", str(script_file), *none]) == 0
    assert main(["script", "convert", str(script_file), str(form), *none]) == 0
    assert main(["script", "check", str(form), *none]) == 0
    assert main(["script", "convert", str(form), str(back), *none]) == 0
    assert read_script(back) == make_script()
    assert "7 questions and 1 to read aloud, no fault" in capsys.readouterr().out
    assert main(["script", "convert", str(form), str(back), *none]) == 2, "it is there already"
    assert main(["script", "convert", str(form), str(tmp_path / "x.doc"), *none]) == 2
    assert ".toml or .xlsx" in capsys.readouterr().err
    assert not (tmp_path / "none.sqlite").exists()


def test_what_is_wrong_with_a_file_is_said_at_its_place(ask: Ask, tmp_path: Path) -> None:
    form = tmp_path / "form.csv"
    form.write_text("survey,,,\n,type,name,label\n,geopoint,where,Where?\n,time,at,At?\n", "utf-8")
    said = ask("script check", form, code=2)
    assert "  survey, row 3, type: " in said
    assert "  survey, row 4, type: " in said
    form.write_text("survey,,,\n,type,name,label\n,text,need,What?\n", "utf-8")
    assert "“wants_call” is missing" in ask("script check", form, code=2)
    script = tmp_path / "bad.toml"
    script.write_text(script_to_text(make_script()).replace('"words"', '"magic"', 1), "utf-8")
    assert "stages.2.questions.1.kind" in ask("script check", script, code=2)


def test_a_definition_is_checked_alone_and_with_the_script_it_needs(
    ask: Ask, definition_file: Path, script_file: Path, tmp_path: Path
) -> None:
    assert ask("definition check", definition_file)["id"] == "rule"
    fits = ask("definition check", definition_file, "--script", script_file, plain=True)
    assert fits == "“Rule”: 5 criteria, no fault. It fits the script.\n"
    other = tmp_path / "other.xlsx"
    write_xlsform(other, make_script(fit=[make_question("role", "choice")]))
    said = ask("definition check", definition_file, "--script", other, code=2)
    assert "needs the question “sites”" in said


def test_a_spreadsheet_becomes_a_draft_is_published_and_goes_out_again(
    ask: Ask, fair: str, tmp_path: Path
) -> None:
    """The way of a supervisor who writes in a spreadsheet."""
    sample = ask("script list")[0]["id"]
    form = tmp_path / "out.xlsx"
    ask("script write", sample, form)
    changed = read_xlsform(form)
    write_xlsform(form, replace(changed, voicemail="Hello, it is {{caller.name}}."))
    taken = ask("script take", form)
    assert (taken["id"], taken["problems"], taken["remarks"]) == (sample, [], [])
    assert ask("script list")[0]["has_draft"]
    assert "Hello, it is" in ask("script compare", sample, 1, plain=True)
    published = ask("script publish", sample, plain=True)
    assert published.startswith("Version 2 of “Discovery call” is used from the next lead: Fair.")
    assert [one["number"] for one in ask("script versions", sample)] == [2, 1]
    again = tmp_path / "again.toml"
    ask("script write", sample, again, "--version", 2)
    assert read_script(again).voicemail.startswith("Hello, it is")
    assert "already" in ask("script write", sample, again, code=2)
    assert ask("script use", sample, "--campaign", fair, "--before")["campaign"] == fair


def test_a_draft_that_lacks_something_is_kept_and_says_what(
    ask: Ask, fair: str, tmp_path: Path
) -> None:
    form = tmp_path / "mine.csv"
    form.write_text(
        "survey,,,,\n,type,name,label,remark\n,text,need,What?,mind the tone\n", "utf-8"
    )
    told = ask("script take", form, code=1, plain=True)
    assert "“mine” is a draft: mine." in told
    assert "Columns not read: survey: remark." in told
    assert "“wants_call” is missing" in told
    assert "To mend: " in ask("script show mine", plain=True)
    assert "wants_call" in ask("script publish mine", code=2)
    assert "is gone" in ask("script drop mine", plain=True)
    assert ask("script new", "Second call", code=1)["id"] == "second-call"
    like = ask("script new", "Third call", "--like", "discovery-call")
    assert like["questions"], fair


def test_how_questions_do_is_asked_for_one_or_all(ask: Ask, fair: str) -> None:
    script = ask("script list")[0]["id"]
    every = ask("script asked", script, "--campaign", fair)
    assert every["need"]["calls"] == 0
    assert ask("script asked", script, "need", plain=True).endswith("It was in no call yet.\n")
    assert "asks no “colour”" in ask("script asked", script, "colour", code=2)


def test_two_people_sign_and_one_takes_it_back(ask: Ask, fair: str, tmp_path: Path) -> None:
    """F2: two signatures, a withdrawal with its reason."""
    rule = ask("definition list")[0]["id"]
    for side, name in (("marketing", "Pia Okafor"), ("sales", "Lena Brandt")):
        ask("definition sign", rule, "--side", side, "--name", name)
    out = tmp_path / "rule.toml"
    ask("definition write", rule, out)
    text = out.read_text(encoding="utf-8")
    out.write_text(text.replace("threshold = 70", "threshold = 60"), encoding="utf-8")
    assert ask("definition take", out)["problems"] == []
    assert "version 4: 60 points" in ask("definition show", rule, plain=True)
    ask("definition say", rule, "Sixty is enough.", "--side", "sales", "--name", "Lena Brandt")
    assert ask("definition sign", rule, "--side", "marketing", "--name", "Pia Okafor")
    alone = ask("definition sign", rule, "--side", "sales", "--name", "Pia Okafor", code=2)
    assert "One person cannot sign for both sides" in alone
    waits = ask("definition waiting", "--name", "Lena Brandt", plain=True)
    assert "waits for sales" in waits
    signed = ask("definition sign", rule, "--side", "sales", "--name", "Lena Brandt", plain=True)
    assert "In force: version 4." in signed
    assert "Lena Brandt: Sixty is enough." in signed
    back = "Too many came back"
    gone = ask("definition withdraw", rule, "--side", "sales", "--because", back, plain=True)
    assert f"Withdrew: {back}" in gone
    assert [one["number"] for one in ask("definition versions", rule)] == [4, 3]
    assert "version 3" in ask("definition show", rule, "--version", 3, plain=True)
    assert ask("definition use", rule, "--campaign", fair)["definition"] == rule


def test_a_draft_is_tried_on_finished_leads_and_two_are_compared(ask: Ask, fair: str) -> None:
    """F3: without enough leads nothing is claimed."""
    rule = ask("definition list")[0]["id"]
    assert ask("definition new", "Stricter", "--like", rule, code=0)["id"] == "stricter"
    trial = ask("definition try", rule, "--against", 3, "--points", 50, "--campaign", fair)
    assert (trial["leads"], trial["is_enough"], trial["threshold"]) == (0, False, 50)
    few = f"Too few leads to try this on (0). 30 are needed.\n{LOAD_SOME}\n"
    assert ask("definition try", rule, plain=True) == few
    assert ask("definition gap", rule, "stricter", plain=True) == few
    assert "is gone" in ask("definition drop", "stricter", plain=True)


def test_a_script_is_shown_to_be_read_through() -> None:
    script = replace(
        make_script(
            fit=[
                make_question("role", "choice", coach="Wait."),
                make_question("why", ask_when=Equals(question="role", value="a")),
            ]
        ),
        exits=(Aside(label="No time", say="Thank\nyou."),),
        voicemail="Hello.",
    )
    lines = script_lines(script)
    assert lines[0] == "“Small” (small), version 1: en"
    assert "  role (choice) About role?" in lines
    assert "    Label a, Label b, Label c" in lines
    assert "    (Wait.)" in lines
    assert any(line.startswith("    only when ") for line in lines)
    assert lines[-5:] == ["Ways out", "  No time: Thank you.", "", "Voicemail", "  Hello."]


def test_where_a_definition_stands_is_said_side_by_side() -> None:
    standing = Standing(
        draft=DefinitionDraft(definition=make_definition(), revision=1, based_on=2),
        in_force=make_definition(),
        sides=(
            SideState(
                side=Side.MARKETING, name="Pia Okafor", state="before_change", because="Ask."
            ),
            SideState(side=Side.SALES),
        ),
        unsigned="Sales has not signed it.",
    )
    lines = standing_lines(standing)
    assert "Marketing: not signed. Ask." in lines
    assert "Sales: not signed." in lines
    assert "In force: version 3. Sales has not signed it." in lines
    assert "  Today (today), +10 points" in lines
    signed = replace(
        standing,
        sides=(
            SideState(side=Side.MARKETING, name="Pia Okafor", state="signed", signed_at=MORNING),
            SideState(side=Side.SALES, name="Lena Brandt"),
        ),
    )
    assert f"Marketing: signed by Pia Okafor on {full_day(MORNING.date())}." in standing_lines(
        signed
    )
    assert "Sales: not signed. Lena Brandt signs for sales." in standing_lines(signed)


def test_all_that_is_signed_is_shown_before_it_is_signed() -> None:
    """F2: both agree to points, rules, degrees, what rules out, groups and tiers."""
    criteria = make_definition().criteria
    role = replace(criteria[1], group="people")
    tier = Tier(id="later", label="Later", threshold=30, must_haves=("role",), means="in a year")
    definition = replace(
        make_definition(), criteria=(criteria[0], role, *criteria[2:]), tiers=(tier,)
    )
    draft = DefinitionDraft(definition=definition, revision=1, based_on=2)
    lines = standing_lines(Standing(draft=draft, in_force=None, sides=()))
    start = lines.index("  Role (role), must have, +20 points: a or b")
    assert lines[start + 1 : start + 5] == [
        "    met when a or b",
        "    c: -15 points",
        "    not a fit when c",
        "    one of the group “people”: the best of them counts, once",
    ]
    assert "    met when more than 2" in lines
    assert "    met when any answer" in lines
    assert "  Or “Later”, 30 points with Role: in a year" in lines


def test_a_signature_has_a_name_and_versions_say_whose(
    ask: Ask, fair: str, sqlite_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody signs, or takes another's signature back, as the account of a computer."""
    rule = ask("definition list")[0]["id"]
    assert fair
    for verb in (["sign"], ["withdraw", "--because", "Too soon"]):
        told = ["definition", *verb, rule, "--side", "sales", "--db", f"sqlite:///{sqlite_file}"]
        assert main(told) == 2
        assert "--name NAME" in capsys.readouterr().err
    assert ask("definition new", "Stricter", "--like", rule, code=0)["id"] == "stricter"
    for side, name in (("marketing", "Pia Okafor"), ("sales", "Lena Brandt")):
        ask("definition sign stricter", "--side", side, "--name", name)
    told = ask("definition versions stricter", plain=True)
    assert "  signed by Pia Okafor and Lena Brandt" in told
    assert ask("definition versions stricter")[0]["signed_by"] == ["Pia Okafor", "Lena Brandt"]


def test_history_is_loaded_tried_on_and_taken_out_again(
    ask: Ask, fair: str, tmp_path: Path
) -> None:
    """F3: a new workspace has something to try a definition on."""
    assert fair
    assert "--template" in ask("definition past", plain=True)
    history = tmp_path / "history.csv"
    ask("definition past --template", history)
    headings, *_ = history.read_text(encoding="utf-8-sig").splitlines()
    columns = headings.replace('"', "").split(",")
    assert {"result", "need", "wants_call"} <= set(columns)
    rows = [
        {"label": f"Lead {n}", "result": "sent back" if n % 3 else "won", "wants_call": "yes"}
        for n in range(31)
    ]
    rows.append({"label": "Odd", "result": "eaten", "wants_call": "yes"})
    lines = [",".join(row.get(column, "") for column in columns) for row in rows]
    history.write_text("\n".join([headings, *lines]), encoding="utf-8")
    told = ask("definition past", history, code=1, plain=True)
    assert "31 of 32 rows are loaded as history 1." in told
    assert "  Row 33 is left out: " in told
    rule = ask("definition list")[0]["id"]
    trial = ask("definition try", rule, plain=True).splitlines()
    assert trial[0] == "Tried on the last 31 finished leads, beside what was handed to sales."
    assert trial[1] == (
        "What was handed to sales: 31 to hand off (11 taken, 20 sent back, 11 won)."
    )
    assert trial[2].endswith(" points: 0 to hand off (0 taken, 0 sent back, 0 won).")
    beside = ask("definition try", rule, "--against", 3, plain=True)
    assert ", beside version 3.\nVersion 3: 0 to hand off" in beside
    assert ask("definition past")[0]["name"] == "history.csv"
    assert "31 of 32 rows" in ask("definition past", plain=True)
    assert "taken out again" in ask("definition past --undo 1", plain=True)
    assert ask("definition past") == []


def test_history_says_whose_questions_it_answers(ask: Ask, fair: str, tmp_path: Path) -> None:
    assert fair
    sample = ask("script list")[0]["id"]
    ask("script new", "Second", "--like", sample)
    history = tmp_path / "history.csv"
    only_draft = ask("definition past --script second --template", history, code=2)
    assert "script publish second" in only_draft
    ask("script publish second")
    assert f"There are: {sample}, second." in ask("definition past --template", history, code=2)
    assert ask("definition past --template", history, "--script", sample)["file"]
    assert "no script “third”" in ask("definition past --script third", history, code=2)
