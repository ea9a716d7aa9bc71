"""Files taken as drafts at the command line: what is wrong where, what was there, what is next."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qualdesk.__main__ import main
from qualdesk.files.documents import definition_to_text, read_script, script_to_text
from qualdesk.files.xlsforms import write_xlsform
from qualdesk.resources import shipped
from script_makers import make_definition, make_question, make_script

Ask = Callable[..., Any]


@pytest.fixture
def ask(sqlite_file: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs a command on a workspace that has a campaign, "Fair"; text unless ``data``."""

    def run(words: str, *more: object, code: int = 0, data: bool = False, who: str = "Sue") -> Any:
        told = [*words.split(), *map(str, more), "--db", f"sqlite:///{sqlite_file}"]
        ended = main([*told, "--caller", who, *(["--json"] if data else [])])
        said = capsys.readouterr()
        assert ended == code, said.err
        return said.err if code == 2 else json.loads(said.out) if data else said.out

    run("campaign new Fair")
    return run


@pytest.fixture
def script_file(tmp_path: Path) -> Path:
    path = tmp_path / "small.toml"
    path.write_text(script_to_text(make_script()), encoding="utf-8")
    return path


@pytest.fixture
def rule_file(tmp_path: Path) -> Path:
    path = tmp_path / "rule.toml"
    path.write_text(definition_to_text(make_definition()), encoding="utf-8")
    return path


def test_what_a_spreadsheet_lacks_is_told_at_its_row(ask: Ask, tmp_path: Path) -> None:
    form = tmp_path / "mine.xlsx"
    unsaid = make_question("role", "choice", say="")
    write_xlsform(form, replace(make_script(fit=[unsaid]), id="mine"))
    told = ask("script take", form, code=1)
    assert "To mend: survey, row " in told
    assert "stages." not in told
    row = next(line for line in told.splitlines() if "This is empty" in line)
    assert row.removeprefix("To mend: ") in ask("script check", form, code=2)


def test_what_a_campaign_would_miss_is_told_beside_the_rows(ask: Ask, tmp_path: Path) -> None:
    form = tmp_path / "small.xlsx"
    write_xlsform(form, replace(make_script(), id="discovery-call"))
    told = ask("script take", form, code=1)
    assert "Fair: “" in told, "the campaign's definition asks for what this script never asks"


def test_the_next_step_is_named_until_a_campaign_works_by_a_script(
    ask: Ask, script_file: Path
) -> None:
    use = "qualdesk script use small --campaign NAME"
    taken = ask("script take", script_file)
    assert "qualdesk script publish small" in taken
    assert use in taken
    published = ask("script publish small")
    assert "No campaign works by it yet" in published
    assert use in published
    ask("script use small --before --campaign Fair")
    again = ask("script new", "Other", "--like", "small")
    assert "script use other" in again


def test_no_two_documents_have_one_name(ask: Ask) -> None:
    ask("script new", "My own discovery", code=1)
    again = ask("script new", " my  own DISCOVERY", code=2)
    assert "“My own discovery” is there already: my-own-discovery." in again
    rule = ask("definition list", data=True)[0]
    assert "is there already" in ask("definition new", rule["name"], code=2)


def test_a_draft_that_was_taken_over_is_named_and_comes_back(ask: Ask, script_file: Path) -> None:
    assert "put aside" not in ask("script take", script_file, who="Pia")
    text = script_file.read_text(encoding="utf-8").replace("Small", "Smaller")
    script_file.write_text(text, encoding="utf-8")
    told = ask("script take", script_file)
    assert "The draft of Pia was put aside." in told
    assert "qualdesk script aside small --take-back 1" in told
    assert ask("script aside small").split()[-1] == "Pia"
    assert "is the draft again" in ask("script aside small --take-back 1")
    assert ask("script show small").startswith("“Small” ")
    assert [one["number"] for one in ask("script aside small", data=True)] == [2, 1]
    assert "There are: 2, 1." in ask("script aside small --take-back 7", code=2)
    assert "No draft of “discovery-call”" in ask("script aside discovery-call")


def test_who_takes_a_definition_over_signed_words_hears_whose(ask: Ask, rule_file: Path) -> None:
    """F2: nobody signs words unseen."""
    ask("definition take", rule_file)
    ask("definition use rule --campaign Fair", code=2)
    ask("definition new", "Stricter", "--like", ask("definition list", data=True)[0]["id"])
    ask("definition sign stricter --side marketing", "--name", "Pia Okafor")
    out = rule_file.with_name("stricter.toml")
    ask("definition write stricter", out)
    text = out.read_text(encoding="utf-8").replace("threshold = 70", "threshold = 60")
    out.write_text(text, encoding="utf-8")
    told = ask("definition take", out)
    assert "Pia Okafor signed before this change. Ask again." in told
    assert "qualdesk definition aside stricter --take-back 1" in told
    ask("definition aside stricter --take-back 1")
    assert "Marketing: signed by Pia Okafor" in ask("definition show stricter")


def test_a_script_is_shown_in_another_language(ask: Ask, tmp_path: Path) -> None:
    source = shipped("scripts") / "full-discovery.toml"
    taken = tmp_path / "full.toml"
    taken.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    ask("script take", taken)
    english, german = (ask("script show full-discovery --language", tag) for tag in ("en", "de"))
    assert english == ask("script show full-discovery")
    (words,) = [one for one in read_script(source).translations if one.language == "de"]
    assert " ".join(str(words.questions["need"].say).split()) in german
    assert "no words in “fr”. It has: en, de." in ask(
        "script show full-discovery --language fr", code=2
    )


def test_every_problem_is_said_once(ask: Ask, script_file: Path, tmp_path: Path) -> None:
    script_file.write_text('id = "x"\nname = y\n', encoding="utf-8")
    one = ask("script check", script_file, code=2)
    assert one.count("line 2") == 1
    form = tmp_path / "bad.csv"
    form.write_text("survey,,,\n,type,name,label\n,geopoint,where,Where?\n,time,at,At?\n", "utf-8")
    two = ask("script check", form, code=2)
    assert two.startswith("“bad.csv” cannot be taken as a script: 2 problems.\n")
    assert two.count("row 3") == two.count("row 4") == 1
