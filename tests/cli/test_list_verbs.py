"""The verbs of lists: what they take, what they refuse, how a dry run reads on a terminal."""

import json
from pathlib import Path
from typing import Any

import pytest

from qualdesk.__main__ import main
from qualdesk.cli.parser import make_parser

AT = "2026-03-17T10:24+01:00"
LIST = """Name;Company;Phone;Country
Sabine Kröger;Molkerei Aller;040 66969 118;
Jonas Reuter;Backhaus Reuter;030 23125 417;Germany
Emily Sharp;Avonbrook Dairy;020 7946 0342;
Ralf Simon;Simon Convenience;12345;Germany
"""


class Terminal:
    """The program as a person runs it in a folder of their own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.write("list.csv", LIST)
        self.run("campaign", "new", "Fair")

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def run(self, *words: str) -> tuple[int, str, str]:
        at = f"sqlite:///{self.folder / 'desk.sqlite'}"
        code = main(["--db", at, "--caller", "Maya", "--at", AT, *words])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def intake(self, *words: str) -> tuple[int, str, str]:
        return self.run("intake", str(self.folder / "list.csv"), "--campaign", "Fair", *words)

    def data(self, *words: str) -> Any:
        code, out, err = self.run(*words, "--json")
        assert code in {0, 1}, err
        return json.loads(out)


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


def test_a_dry_run_names_questions_with_their_ids_and_options(terminal: Terminal) -> None:
    code, out, _ = terminal.intake("--dry-run")
    assert code == 0
    assert out.startswith("4 rows: 4 would be new, 0 would be updated, 0 would be merged, 0 would")
    lines = out.splitlines()
    at = lines.index("  2 numbers could belong to more than one country (country)")
    assert lines[at - 1] == "Needs your answer"
    assert lines[at + 2].startswith("    - DE: Treat them as Germany, +49. 1 of 2 becomes a valid")
    assert "(unless you say otherwise)" in lines[at + 4]
    assert "    Row 2:  Sabine Kröger, Molkerei Aller  040 66969 118  Looks German." in lines
    assert "    Row 5:  Ralf Simon, Simon Convenience  12345 → Too short for a number" in out
    assert lines[-1] == 'Answer in a file: [answers] and id = "option", then --choices FILE.toml'


def test_a_list_of_one_row_is_one_row(terminal: Terminal) -> None:
    (terminal.folder / "list.csv").write_text("Name,Phone\nAnna Berg,+49 30 23125417\n", "utf-8")
    code, out, _ = terminal.intake()
    assert (code, out.splitlines()[0]) == (0, "1 row: 1 new, 0 updated, 0 merged, 0 left out.")


def test_a_program_reads_the_same_groups_as_data(terminal: Terminal) -> None:
    told = terminal.data("intake", str(terminal.folder / "list.csv"), "--campaign", "Fair")
    country = next(group for group in told["groups"] if group["id"] == "country")
    assert country["section"] == "asks"
    assert (country["count"], country["default"], country["answer"]) == (2, "research", "")
    assert [option["id"] for option in country["options"]] == [
        "DE",
        "another",
        "research",
        "leave_out",
    ]
    assert country["options"][1]["wants"] == "country"
    assert [row["row"] for row in country["rows"]] == [2, 4]
    assert told["list"] == 1


def test_answers_in_a_file_are_shown_as_given(terminal: Terminal) -> None:
    choices = terminal.write("choices.toml", '[answers]\ncountry = "DE"\n[rows.4]\nregion = "GB"\n')
    _, out, _ = terminal.intake("--dry-run", "--choices", choices)
    assert "- DE: Treat them as Germany, +49." in out
    assert "(your answer, suggested)" in out
    assert "Row 4:  Emily Sharp, Avonbrook Dairy  020 7946 0342 → +44 20 7946 0342  Ready" in out


def test_a_country_that_is_no_option_is_shown_as_the_answer(terminal: Terminal) -> None:
    choices = terminal.write("choices.toml", '[answers]\ncountry = "France"\n')
    _, out, _ = terminal.intake("--dry-run", "--choices", choices)
    assert "- FR: Treat them as France, +33. 0 of 2 become valid numbers. (your answer)" in out


def test_a_slip_in_the_file_of_choices_is_told_at_its_key(terminal: Terminal) -> None:
    choices = terminal.write("choices.toml", '[answer]\ncountry = "DE"\n')
    code, out, err = terminal.intake("--choices", choices)
    assert (code, out) == (2, "")
    assert "answer: There is no such key. Did you mean “answers”?" in err
    assert terminal.data("lists") == []


def test_the_old_short_forms_still_work_beside_a_file_of_choices(terminal: Terminal) -> None:
    mapping = terminal.write("mapping.json", '{"Company": "note"}')
    choices = terminal.write("choices.toml", "[rows.5]\nleave_out = true\n")
    code, out, _ = terminal.intake(
        "--region", "DE", "--mapping", mapping, "--choices", choices, "--dry-run"
    )
    assert code == 1
    assert "3 would be new" in out
    assert "Row 2:  Sabine Kröger  040 66969 118 → +49 40 66969118  Ready" in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("intake",), "Name the file to load."),
        (("intake", "list.csv"), "Name the campaign the list goes into: --campaign NAME"),
        (("intake", "list.csv", "--undo", "1"), "--undo names the list and takes no FILE."),
        (("intake", "--undo", "1", "--dry-run"), "--undo names the list and takes no --dry-run."),
        (("intake", "--resume", "1", "--region", "DE"), "--resume names the list and takes no"),
        (("intake", "--undo", "1", "--resume", "1"), "not allowed with"),
        (("intake", "--undo", "first"), "no whole number above zero"),
        (("intake", "--undo", "7"), "no list"),
        (("intake", "--resume", "7"), "no list"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(
    terminal: Terminal, words: tuple[str, ...], says: str
) -> None:
    code, out, err = terminal.run(*words)
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.strip().splitlines()) == 1


def test_lists_are_told_and_can_be_taken_back_once(terminal: Terminal) -> None:
    code, out, _ = terminal.run("lists")
    assert (code, out) == (0, "No list yet. Load one: qualdesk intake FILE --campaign NAME\n")
    terminal.intake()
    _, out, _ = terminal.run("lists")
    assert out == (
        "1. list.csv into “Fair”, 2026-03-17 09:24 UTC: 4 rows, 4 new, 0 updated, 0 merged, "
        "0 left out. Can be undone.\n"
    )
    undone = terminal.data("intake", "--undo", "1")
    assert (undone["removed"], undone["kept"]) == (4, [])
    (told,) = terminal.data("lists")
    assert (told["state"], told["can_undo"], told["can_resume"]) == ("undone", False, False)
    assert "Undone by Maya." in terminal.run("lists")[1]
    code, _, err = terminal.run("intake", "--undo", "1")
    assert (code, err.strip()) == (2, "Maya undid this list on Tue 17 Mar.")


def test_a_list_that_was_loaded_to_its_end_is_not_gone_on_with(terminal: Terminal) -> None:
    terminal.intake()
    code, _, err = terminal.run("intake", "--resume", "1")
    assert code == 2
    assert "not waiting to be finished" in err


def test_hostile_names_reach_the_terminal_as_plain_text(terminal: Terminal) -> None:
    terminal.write("list.csv", "Name;Phone\nEve \x1b[2J\u202eeve;12345\n")
    _, out, _ = terminal.intake("--dry-run")
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_taking_a_list_back_needs_neither_its_file_nor_its_campaign() -> None:
    intake = make_parser().parse_args(["intake", "--undo", "3"])
    assert (intake.undo, intake.resume, intake.file) == (3, None, None)


def test_one_number_of_a_do_not_call_list_is_one_number(terminal: Terminal) -> None:
    terminal.intake("--region", "DE")
    numbers = terminal.write("no.csv", "Phone\n+49 40 66969118\n")
    code, out, err = terminal.run("do-not-call", "load", numbers)
    assert code == 0, err
    assert "1 row of “no.csv” holds, 0 could not be read." in out
    assert "1 lead left the queue." in out
    assert "no.csv: 1 row read, 1 entry, loaded on" in terminal.run("do-not-call", "list")[1]
