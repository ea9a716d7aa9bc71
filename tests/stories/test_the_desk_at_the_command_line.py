"""A supervisor's and a caller's morning without a window: the verbs of the command line.

The same story as the one at the window: a list goes in, a caller works it, a hand-off comes
out, sales answers. A real file, the real program, its words and its exit codes.
"""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from qualdesk.__main__ import main
from qualdesk.resources import shipped

AT = "2026-03-17T10:24+01:00"
CAMPAIGN = "PackTech Expo 2026"


class Desk:
    """The program as a person runs it: words in, an exit code and a printed answer out."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.workspace = f"sqlite:///{folder / 'desk.sqlite'}"
        self._capsys = capsys

    def run(self, *words: str, at: str = AT) -> tuple[int, str, str]:
        code = main(["--db", self.workspace, "--caller", "Maya", "--at", at, *words])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def ask(self, *words: str, at: str = AT, code: int = 0) -> Any:
        done, out, err = self.run(*words, "--json", at=at)
        assert done == code, err
        return json.loads(out)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


@pytest.fixture
def loaded(desk: Desk) -> Desk:
    source = str(shipped("samples", "packtech-expo.toml"))
    desk.ask("campaign", "new", CAMPAIGN, "--source", source)
    desk.ask("intake", str(shipped("samples", "packtech-expo.csv")), "--campaign", CAMPAIGN, code=1)
    return desk


def test_every_row_of_the_sample_list_has_an_account(desk: Desk) -> None:
    """Q5: new, updated, merged and left out add up to the rows of the file."""
    desk.ask("campaign", "new", CAMPAIGN, "--source", str(shipped("samples", "packtech-expo.toml")))
    left_out = desk.folder / "left-out.csv"
    sample = str(shipped("samples", "packtech-expo.csv"))
    loaded = desk.ask("intake", sample, "--campaign", CAMPAIGN, "--left-out", str(left_out), code=1)
    parts = loaded["new"] + loaded["updated"] + loaded["merged"] + loaded["left_out"]
    assert loaded["rows"] == parts
    assert 100 <= loaded["rows"] <= 150
    assert loaded["left_out"] == len(loaded["left_out_rows"]) > 0
    assert all(row["reason"] for row in loaded["left_out_rows"])
    with left_out.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == loaded["left_out"]
    found = desk.ask("buckets", "--campaign", CAMPAIGN)
    assert sum(found["buckets"].values()) == found["sum"] == loaded["new"]


def test_a_dry_run_says_the_same_and_writes_nothing(desk: Desk) -> None:
    desk.ask("campaign", "new", CAMPAIGN)
    sample = str(shipped("samples", "packtech-expo.csv"))
    said = desk.ask("intake", sample, "--campaign", CAMPAIGN, "--dry-run", code=1)
    assert desk.ask("buckets", "--campaign", CAMPAIGN)["sum"] == 0
    done = desk.ask("intake", sample, "--campaign", CAMPAIGN, code=1)
    for count in ("rows", "new", "updated", "merged", "left_out"):
        assert said[count] == done[count]


def test_the_queue_says_why_each_lead_and_the_parts_add_up(loaded: Desk) -> None:
    """Q2, Q3: asked-for-a-call first, giveaway last, in reasons that add up."""
    leads = loaded.ask("queue", "--campaign", CAMPAIGN, "--limit", "200")["leads"]
    assert len(leads) > 20
    for lead in leads:
        assert sum(reason["points"] for reason in lead["reasons"]) == lead["priority"]
    numbers = [lead["priority"] for lead in leads]
    assert numbers == sorted(numbers, reverse=True)
    assert "Asked for a call" in [reason["says"] for reason in leads[0]["reasons"]]
    again = loaded.ask("queue", "--campaign", CAMPAIGN, "--limit", "1")["leads"]
    assert again[0]["lead"] == leads[0]["lead"], "looking claims nothing"


def test_an_empty_queue_says_why_and_when(loaded: Desk) -> None:
    """Q3, Q6: at night nothing is called, and the sentence says which rule and until when."""
    night = loaded.ask("queue", "--campaign", CAMPAIGN, at="2026-03-17T23:30+01:00")
    # Somewhere it is day; so look on a Sunday, when it is nowhere a working day.
    sunday = loaded.ask("queue", "--campaign", CAMPAIGN, at="2026-03-22T12:00+01:00")
    assert sunday["leads"] == []
    assert sum(reason["leads"] for reason in sunday["why_empty"]) == sunday["open_leads"] > 0
    assert sunday["next_at"] > "2026-03-22"
    assert len(night["leads"]) < 20


def test_calls_wait_for_the_three_answers_about_the_list(desk: Desk) -> None:
    """O3: without the source card nobody is called, and the reason is said."""
    made = desk.ask("campaign", "new", "No card yet")
    assert made["before_calls"]
    sample = str(shipped("samples", "packtech-expo.csv"))
    desk.ask("intake", sample, "--campaign", "No card yet", code=1)
    empty = desk.ask("queue", "--campaign", "No card yet")
    assert empty["leads"] == []
    assert any("card" in reason["says"].lower() for reason in empty["why_empty"])
    assert desk.ask("call", "next", "--campaign", "No card yet")["leads"] == []


def test_a_call_from_the_first_lead_to_the_next_one(loaded: Desk) -> None:
    """D3, D4: eight answers and a call back, each kept when it is given."""
    offered = loaded.ask("call", "next", "--campaign", CAMPAIGN)
    card = loaded.ask("call", "next", "--campaign", CAMPAIGN, "--dial")
    assert card["attempt"]
    assert card["priority"] == offered["priority"], "the call itself is no earlier try"
    answers = [
        ("need", "a second tray line in autumn"),
        ("today", "two sealers from 2014"),
        ("who_else", "Jens Petersen"),
    ]
    for question in card["questions"]:
        if question["kind"] in {"choice", "yes_no"} and len(answers) < 8:
            options = "yes" if question["kind"] == "yes_no" else None
            answers.append((question["id"], options or ""))
    for question, value in answers:
        if value:
            kept = loaded.ask("call", "answer", question, value, "--words", "in their words")
        else:
            kept = loaded.ask("call", "answer", question, "--does-not-know")
        assert kept["sentence"]
    again = loaded.ask("call", "next", "--campaign", CAMPAIGN)
    assert again["lead"] == card["lead"], "the call goes on where it was"
    assert again["attempt"] == card["attempt"]
    assert again["answers"]["need"]["value"] == "a second tray line in autumn"
    done = loaded.ask("call", "finish", "callback_fixed", "--call-back", "thu half past ten")
    assert done["stands"] == "callback"
    assert done["next_at"].startswith("2026-03-19T")
    following = loaded.ask("call", "next", "--campaign", CAMPAIGN)
    assert following["lead"] != card["lead"]


def test_a_promise_is_offered_at_its_time_and_not_before(loaded: Desk) -> None:
    """Q4: never before the promised time, above fresh leads at it."""
    card = loaded.ask("call", "next", "--campaign", CAMPAIGN, "--dial")
    done = loaded.ask("call", "finish", "callback_fixed", "--call-back", "tomorrow 11:10")
    due = done["next_at"]
    early = loaded.ask("call", "next", "--campaign", CAMPAIGN, at="2026-03-18T09:30+01:00")
    assert early["lead"] != card["lead"]
    loaded.ask("call", "finish", "no_answer", at="2026-03-18T09:31+01:00")
    at_time = loaded.ask("call", "next", "--campaign", CAMPAIGN, at=due)
    assert at_time["lead"] == card["lead"]


def test_an_outcome_can_be_taken_back(loaded: Desk) -> None:
    card = loaded.ask("call", "next", "--campaign", CAMPAIGN, "--dial")
    before = loaded.ask("buckets", "--campaign", CAMPAIGN)
    loaded.ask("call", "finish", "busy")
    back = loaded.ask("call", "undo")
    assert back["lead"] == card["lead"]
    assert loaded.ask("buckets", "--campaign", CAMPAIGN) == before


def test_who_says_do_not_call_is_never_offered_again(loaded: Desk) -> None:
    """O5, Q6: neither in this list nor when the same list is loaded again."""
    card = loaded.ask("call", "next", "--campaign", CAMPAIGN, "--dial")
    loaded.ask("call", "finish", "do_not_call", "--asked-by", "The person")
    leads = loaded.ask("queue", "--campaign", CAMPAIGN, "--limit", "500")["leads"]
    assert card["lead"] not in [lead["lead"] for lead in leads]
    loaded.ask(
        "campaign", "new", "Second", "--source", str(shipped("samples", "packtech-expo.toml"))
    )
    sample = str(shipped("samples", "packtech-expo.csv"))
    second = loaded.ask("intake", sample, "--campaign", "Second", code=1)
    assert any("do-not-call" in row["reason"] for row in second["left_out_rows"])
    names = [
        lead["name"]
        for lead in loaded.ask("queue", "--campaign", "Second", "--limit", "500")["leads"]
    ]
    assert card["name"] not in names


def test_a_qualified_lead_goes_to_sales_and_their_answer_comes_back(loaded: Desk) -> None:
    """T1, T2, T4: documentation, a receiver, a date; and an answer with a reason.

    D7: the yes to the mailing list leaves with its time and the version of its wording.
    """
    card = qualify(loaded)
    out = loaded.folder / "batches"
    done = loaded.ask("handoff", "export", "--campaign", CAMPAIGN, "--out", str(out))
    folder = Path(done["folder"])
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["rows"] == len(done["leads"]) == 1
    assert list(folder.glob("briefs/*.pdf"))
    told = json.loads((folder / "leads.jsonl").read_text(encoding="utf-8"))["item"]["answers"]
    opt_in = next(answer for answer in told if answer["question"] == "opt_in")
    assert (opt_in["value"], opt_in["given_at"]) == ("yes", "2026-03-17T09:24:00Z")
    assert opt_in["script_version"] == "1"
    sheet = folder / "answers.xlsx"
    send_back(sheet, "Wrong person")
    read = loaded.ask("handoff", "answers", str(sheet))
    assert (read["taken"], len(read["sent_back"])) == ([], 1)
    counts = loaded.ask("buckets", "--campaign", CAMPAIGN)["buckets"]
    assert counts["sent_back"] == 1
    assert card["lead"] in read["sent_back"] or read["sent_back"]
    again, _, err = loaded.run("handoff", "export", "--campaign", CAMPAIGN, "--out", str(out))
    assert again == 2
    assert err.count("\n") == 1


def qualify(desk: Desk) -> Any:
    card = desk.ask("call", "next", "--campaign", CAMPAIGN, "--dial")
    good = {"role": None, "when": None, "money": None, "region": None}
    for question in card["questions"]:
        if question["kind"] == "read_aloud":
            continue
        value = {"yes_no": "yes", "choice": "1", "choices": "1"}.get(question["kind"], "as said")
        if question["kind"] in {"choice", "choices"}:
            good[question["id"]] = None
            value = first_option(desk, question["id"])
        code, _, err = desk.run("call", "answer", question["id"], value)
        assert code == 0, err
    desk.ask("call", "finish", "qualified")
    return card


def first_option(desk: Desk, question: str) -> str:
    """A refused answer names the answers there are; the first of them is taken."""
    code, _, err = desk.run("call", "answer", question, "no such answer")
    assert code == 2
    return err.split(":")[-1].split(",")[0].strip().rstrip(".").strip("“”")


def send_back(sheet: Path, reason: str) -> None:
    book = openpyxl.load_workbook(sheet)
    page = book.worksheets[0]
    rows = list(page.iter_rows())
    head = next(row for row in rows if any(cell.value == "Takes it?" for cell in row))
    columns = {cell.value: cell.column for cell in head}
    line = head[0].row + 1
    page.cell(line, columns["Takes it?"]).value = "sends back"
    page.cell(line, columns["Reason"]).value = reason
    book.save(sheet)


def test_a_refusal_is_one_sentence_and_never_a_traceback(desk: Desk) -> None:
    desk.ask("campaign", "new", CAMPAIGN)
    for words in (
        ("queue", "--campaign", "Nowhere"),
        ("intake", "nothing.csv", "--campaign", "Nowhere"),
        ("call", "answer", "need", "x"),
        ("call", "finish", "no_answer"),
        ("handoff", "answers", "nothing.xlsx"),
        ("restore", "nothing.sqlite"),
        ("campaign", "new", "X", "--source", "nothing.toml"),
    ):
        code, out, err = desk.run(*words)
        assert code == 2, words
        assert out == ""
        assert err.strip()
        assert "Traceback" not in err
        assert err.count("\n") == 1, err


def test_a_backup_can_be_put_back(loaded: Desk) -> None:
    """Nothing is ever lost: what was there before the restore is kept aside."""
    before = loaded.ask("buckets", "--campaign", CAMPAIGN)
    copy = loaded.folder / "copy.sqlite"
    loaded.ask("backup", str(copy))
    loaded.ask("call", "next", "--campaign", CAMPAIGN, "--dial")
    loaded.ask("call", "finish", "do_not_call", "--asked-by", "The person")
    assert loaded.ask("buckets", "--campaign", CAMPAIGN) != before
    loaded.ask("restore", str(copy))
    assert loaded.ask("buckets", "--campaign", CAMPAIGN) == before


def test_the_program_starts_as_a_program(tmp_path: Path) -> None:
    """As a person types it: a process of its own, its exit code, one sentence without a display."""
    plain = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    plain["QUALDESK_DB"] = f"sqlite:///{tmp_path / 'desk.sqlite'}"

    def start(*words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "qualdesk", *words],
            capture_output=True,
            text=True,
            check=False,
            env=plain,
            timeout=60,
        )

    doctor = start("doctor")
    assert doctor.returncode == 0, doctor.stderr
    assert "desk.sqlite" in doctor.stdout
    if sys.platform.startswith("linux"):
        window = start()
        assert window.returncode == 2
        assert window.stderr.count("\n") == 1
        assert "display" in window.stderr
