"""Reports for marketing and list owners at the command line."""

import csv
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from makers import MORNING, make_campaign, make_card, make_contact, make_lead
from qualdesk.__main__ import main
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import Bucket
from qualdesk.store.database import Store
from qualdesk.store.leads import place

Ask = Callable[..., Any]


@pytest.fixture
def ask(
    sqlite_file: Path,
    sqlite_store: Store,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Ask:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
    with sqlite_store.transaction() as tx:
        made = make_campaign(tx, "PackTech", source=make_card(owner="Rosa Lind"))
        for name in ("Ana Sousa", "Ben Ito"):
            lead_id = make_lead(tx, made, make_contact(tx, name))
            until = tx.now + timedelta(days=30)
            place(tx, lead_id, Bucket.NURTURE, nurture_track="Letters", wake_at=until)
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=SetClock(MORNING), caller="Maya")
    desk.intake.load([{"name": "Cem Aksoy", "phone": "+49 30 23125 901"}], campaign="PackTech")
    desk.close()

    def run(*words: str, plain: bool = False, code: int = 0) -> Any:
        told = ["report", *words, "--db", f"sqlite:///{sqlite_file}", "--caller", "Rosa"]
        told += ["--at", "2026-03-24T10:24+01:00"]
        found = main(told if plain else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code == 2:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


def test_the_fate_of_a_list_adds_up_to_its_rows(ask: Ask, tmp_path: Path) -> None:
    found = ask("fate", "1")
    assert (found["rows"], found["fates"], found["owner"]) == (1, {"never_called": 1}, "Rosa Lind")
    assert "1 Never called" in ask("fate", "1", plain=True)
    out = tmp_path / "fates.csv"
    assert ask("fate", "1", "--out", str(out))["rows"] == 1
    with out.open(encoding="utf-8-sig", newline="") as stream:
        assert [row["Code"] for row in csv.DictReader(stream)] == ["never_called"]
    assert "already" in ask("fate", "1", "--out", str(out), code=2)
    assert "no list number 9" in ask("fate", "9", code=2)


def test_who_is_nurtured_is_counted_and_written(ask: Ask, tmp_path: Path) -> None:
    found = ask("nurture", "--campaign", "PackTech")
    assert (found["leads"], found["with_yes"], found["no_track"]) == (2, 0, 0)
    assert "Letters: 2" in ask("nurture", "--campaign", "PackTech", plain=True)
    out = str(tmp_path / "nurture.csv")
    words = ("nurture", "--campaign", "PackTech", "--out", out)
    assert "said yes to mails" in ask(*words, code=2)
    assert ask(*words, "--everybody", "--for-machines")["leads"] == 2
    assert (tmp_path / "nurture.csv").read_bytes().startswith(b"External ID,")


def test_the_digest_is_of_the_last_week_unless_another_is_named(ask: Ask, tmp_path: Path) -> None:
    assert ask("digest")["week"] == {"year": 2026, "number": 12}
    says = ask("digest", "--week", "2026-W10", "--campaign", "PackTech", plain=True)
    assert "Week 10" in says
    assert "Nobody said anything." in says
    out = tmp_path / "digest.html"
    ask("digest", "--week", "2026-03-19", "--out", str(out))
    assert "Week 12, Mon 16 Mar to Sun 22 Mar 2026" in out.read_text()


def test_what_cannot_be_is_refused_in_a_sentence(ask: Ask) -> None:
    assert "is no week" in ask("digest", "--week", "W12", code=2)
    assert "Add --out FILE.csv" in ask("fate", "1", "--for-machines", code=2)
    assert "There is no campaign" in ask("nurture", "--campaign", "Nowhere", code=2)
