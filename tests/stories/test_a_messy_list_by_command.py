"""A supervisor's Monday morning with a messy list, by command: look, answer, load, call, undo.

A real file, the real program, its words and its exit codes. Nothing is guessed silently,
nothing is lost, and all of it can be taken back (O1, O4, O5, Q5).
"""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from qualdesk.__main__ import main
from qualdesk.resources import shipped
from seats import SUPERVISOR, address, rows

MONDAY = "2026-03-16T10:24+01:00"
LATER = "2026-03-16T11:24+01:00"
CAST = {"Ruth": SUPERVISOR}
EXPO = "PackTech Expo 2026"
SCANS = """Stand scans;;;;;;;
Exported on Friday;;;;;;;

Row;Visitor;Firm;Phone;E-mail;Country;Scanned on;Took giveaway;Please do not call
1;KRÖGER SABINE;Molkerei Aller;040 66969 118;s.kroeger@aller.example;;03/04/2026;;
2;Jonas Reuter;Backhaus Reuter;030 23125 417;;Germany;05/03/2026;;
3;Emily Sharp;Avonbrook Dairy;020 7946 0342;;;06/03/2026;only;
4;Ralf Simon;Simon Convenience;12345;;Germany;;;
5;Nadine Vogt;Tiefkühl Vogt;+49 40 66969 286;;Germany;;;
6;Nadine Vogt;Tiefkühl Vogt GmbH;040 66969 286;;Germany;;;
7;Tom Nope;Nope Ltd;020 7946 0777;;United Kingdom;;;yes
8;test lead;;;;;;;
9;;;;;;;only;
10;Jan Petersen;Fisch Janssen;040 66969 672;;Germany;;;
11;Jan Peterson;Fisch Janssen;040 66969 673;;Germany;;;
12;Ann Ash;Ash Ltd;020 7946 0999;;United Kingdom;;;
"""
ANSWERS = """
dates = "day_first"

[answers]
country = "Germany"
same_person = "as_one"

[rows.7]
region = "GB"

[rows.8]
cells = { Phone = "040 66969 905" }
"""


class Morning:
    """The program as a person runs it: words in, an exit code and a printed answer out."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.workspace = folder / "desk.sqlite"
        self._capsys = capsys
        self.ask("campaign", "new", EXPO, "--source", str(shipped("samples", "packtech-expo.toml")))
        self.scans = self.write("scans.csv", SCANS)

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def words(self, *words: str, at: str = MONDAY) -> list[str]:
        return ["--db", address(self.workspace, "Ruth"), "--caller", "Ruth", "--at", at, *words]

    def run(self, *words: str, at: str = MONDAY) -> tuple[int, str, str]:
        code = main(self.words(*words, at=at))
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def ask(self, *words: str, at: str = MONDAY, code: int = 0) -> Any:
        done, out, err = self.run(*words, "--json", at=at)
        assert done == code, err
        return json.loads(out)

    def intake(self, file: str, *words: str, code: int = 0, at: str = MONDAY) -> Any:
        return self.ask("intake", file, "--campaign", EXPO, *words, code=code, at=at)

    def leads(self, at: str = MONDAY) -> dict[str, Any]:
        found = self.ask("queue", "--campaign", EXPO, "--limit", "5000", at=at)["leads"]
        return {lead["name"]: lead for lead in found}


@pytest.fixture
def morning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Morning:
    return Morning(tmp_path, capsys)


def counts_of(told: Any) -> tuple[int, ...]:
    return tuple(told[name] for name in ("rows", "new", "updated", "merged", "left_out"))


def groups_of(told: Any) -> dict[str, Any]:
    return {group["id"]: group for group in told["groups"]}


def test_a_messy_list_from_the_first_look_to_the_first_call(morning: Morning) -> None:
    looked = morning.intake(morning.scans, "--dry-run", code=1)
    groups = groups_of(looked)
    asks = [name for name, group in groups.items() if group["section"] == "asks"]
    assert asks == ["country", "same_person", "dates", "numbers"]
    assert groups["lines_aside"]["count"] == 2
    assert groups["country"]["options"][0]["says"].startswith("1 of 2 becomes a valid number.")
    assert [row["row"] for row in groups["country"]["rows"]] == [5, 7]
    assert morning.ask("buckets", "--campaign", EXPO)["sum"] == 0, "a look writes nothing"

    choices = morning.write("choices.toml", ANSWERS)
    answered = morning.intake(morning.scans, "--choices", choices, "--dry-run", code=1)
    assert groups_of(answered)["dates"]["answer"] == "day_first"
    assert "numbers" not in groups_of(answered), "the one there was is mended"

    left_out = morning.folder / "left-out.csv"
    loaded = morning.intake(
        morning.scans, "--choices", choices, "--left-out", str(left_out), code=1
    )
    assert counts_of(loaded) == counts_of(answered) == (12, 7, 0, 2, 3)

    leads = morning.leads()
    assert {"Sabine Kröger", "Emily Sharp", "Ralf Simon", "Jan Petersen"} <= leads.keys()
    assert list(leads)[-1] == "Emily Sharp", "who came only for the giveaway is called last"
    card = morning.ask("call", "next", "--campaign", EXPO, "--dial")
    assert card["name"] == next(iter(leads))
    assert card["numbers"]


def test_without_an_answer_all_is_loaded_and_the_doubtful_number_is_told(morning: Morning) -> None:
    loaded = morning.intake(morning.scans, code=1)
    assert counts_of(loaded) == (12, 8, 0, 1, 3)
    assert sum(counts_of(loaded)[1:]) == loaded["rows"]
    buckets = morning.ask("buckets", "--campaign", EXPO)["buckets"]
    country = groups_of(loaded)["country"]
    assert country["default"] == "DE", "the campaign's own country holds, and it is asked about"
    assert [row["result"] for row in country["rows"]] == ["Ready", "Looks British."]
    assert buckets["research"] == groups_of(loaded)["numbers"]["count"] == 1


def test_rows_left_out_are_mended_in_their_file_and_loaded(morning: Morning) -> None:
    left_out = morning.folder / "left-out.csv"
    morning.intake(morning.scans, "--region", "DE", "--left-out", str(left_out), code=1)
    with left_out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["Why it was left out"] for row in rows] == [
        "The list says: do not contact.",
        "This is a test row, not a person.",
        "No name, and nothing to reach them by.",
    ]
    rows[2].update({"Visitor": "Oliver Brandl", "Phone": "+49 89 99998 530"})
    with left_out.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    again = morning.intake(str(left_out), code=1)
    assert counts_of(again) == (3, 1, 0, 0, 2)
    assert "Oliver Brandl" in morning.leads()


def test_a_list_is_taken_back_but_for_whom_somebody_called(morning: Morning) -> None:
    choices = morning.write("choices.toml", ANSWERS)
    morning.intake(morning.scans, "--choices", choices, code=1)
    called = morning.ask("call", "next", "--campaign", EXPO, "--dial")["name"]
    morning.ask("call", "finish", "no_answer")
    undone = morning.ask("intake", "--undo", "1", at=LATER)
    assert undone["removed"] == 6
    assert [lead["name"] for lead in undone["kept"]] == [called]
    assert morning.ask("buckets", "--campaign", EXPO)["sum"] == 1
    (told,) = morning.ask("lists", at=LATER)
    assert told["state"] == "undone"


def test_a_killed_load_calls_nobody_and_is_gone_on_with(morning: Morning) -> None:
    many = "".join(f"Person {n};Firm {n};+49 30 23125 {n:03}\n" for n in range(1000))
    more = "".join(f"Other {n};Shop {n};+49 40 66969 {n:03}\n" for n in range(1000))
    file = morning.write("many.csv", f"Name;Company;Phone\n{many}{more}")
    words = morning.words("intake", file, "--campaign", EXPO)
    loading = subprocess.Popen([sys.executable, "-m", "qualdesk", *words])
    try:
        while rows_written(morning.workspace) < 100 and loading.poll() is None:
            time.sleep(0.01)
        os.kill(loading.pid, signal.SIGKILL)
    finally:
        loading.kill()
        loading.wait()
    assert loading.returncode == -signal.SIGKILL, "killed in the middle of it"
    assert morning.leads(at=LATER) == {}
    (told,) = morning.ask("lists", at=LATER)
    assert (told["state"], told["unfinished"], told["can_resume"]) == ("loading", True, True)
    assert "--resume 1 or --undo 1" in morning.run("lists", at=LATER)[1]
    resumed = morning.ask("intake", "--resume", "1", at=LATER)
    assert counts_of(resumed) == (2000, 2000, 0, 0, 0)
    assert len(morning.leads(at=LATER)) == 2000
    (told,) = morning.ask("lists", at=LATER)
    assert (told["state"], told["rows"], told["leads"]) == ("published", 2000, 2000)


def rows_written(workspace: Path) -> int:
    """How many rows another process has written so far."""
    ((count,),) = rows(workspace, "SELECT count(*) FROM intake_row")
    return int(count)
