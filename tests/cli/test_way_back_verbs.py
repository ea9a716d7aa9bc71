"""The way back at the command line: how leads with sales stand, recalls, disputes, taking back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from makers import make_campaign
from qualdesk.__main__ import main
from qualdesk.core.campaigns import Campaign
from qualdesk.core.leads import Bucket
from qualdesk.store.database import Store
from way_back_makers import answer, bucket, leave, qualify

Ask = Callable[..., Any]
TUESDAY = "2026-03-17T10:24+01:00"


@pytest.fixture
def campaign(sqlite_store: Store) -> Campaign:
    with sqlite_store.transaction() as tx:
        return make_campaign(tx, "PackTech")


@pytest.fixture
def ask(
    sqlite_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Ask:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))

    def run(*words: str, plain: bool = False, code: int = 0, at: str = TUESDAY) -> Any:
        told = ["handoff", *words, "--db", f"sqlite:///{sqlite_file}", "--at", at]
        told += ["--caller", "Rosa"]
        found = main(told if plain else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code == 2:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


def test_a_batch_says_how_each_lead_stands(
    sqlite_store: Store, campaign: Campaign, ask: Ask
) -> None:
    assert ask("batches", "--campaign", "PackTech", plain=True) == "No batch has left yet.\n"
    katrin = qualify(sqlite_store, campaign, "Katrin Albers", company_name="Elbkorn Foods")
    marcus = qualify(sqlite_store, campaign, "Marcus Hale")
    batch, ids = leave(sqlite_store, campaign, katrin, marcus)
    answer(sqlite_store, ids[marcus], "Wrong person", "Left in January")
    lines = ask("waiting", "--campaign", "PackTech", plain=True).splitlines()
    assert lines[0] == "Waiting: 1.", "one still in time is not “not answered”"
    assert lines[1].endswith("until Fri 20 Mar"), "the last day, as the window says it"
    (told,) = ask("batches", "--campaign", "PackTech")
    assert (told["leads"], told["waiting"]) == (2, 1)
    assert told["states"] == {"sent": 1, "sent_back": 1}
    assert told["receivers"] == {"Lena Brandt": 2}
    lines = ask("batches", "--campaign", "PackTech", plain=True)
    assert lines == (
        f"{batch}: batch 1 for Lena Brandt 2; 1 sent, 1 sent back; answers by Fri 20 Mar 2026\n"
    )
    sent, back = ask("items", str(batch))
    assert (sent["name"], sent["state"], sent["due"]) == (
        "Katrin Albers",
        "sent",
        "2026-03-20T23:00:00+00:00",
    )
    assert (back["reason"], back["note"]) == ("Wrong person", "Left in January")
    first, second = ask("items", str(batch), plain=True).splitlines()
    assert first.endswith("Katrin Albers, Elbkorn Foods, for Lena Brandt, Sent, until Fri 20 Mar")
    assert second.endswith(
        "Marcus Hale, for Lena Brandt, Sent back, Wrong person, Left in January, "
        "said by Lena Brandt"
    )
    assert ask("items", "99", plain=True) == "There is no such batch.\n"


def test_a_dispute_is_raised_reviewed_and_withdrawn(
    sqlite_store: Store, campaign: Campaign, ask: Ask
) -> None:
    katrin, marcus = (qualify(sqlite_store, campaign, name) for name in ("Katrin", "Marcus"))
    _, ids = leave(sqlite_store, campaign, katrin, marcus)
    for lead_id in (katrin, marcus):
        answer(sqlite_store, ids[lead_id], "Wrong person")
    raised = ask("dispute", ids[katrin], "--because", "She answered herself")
    assert (raised["state"], raised["dispute"]["says"]) == ("disputed", "She answered herself")
    shown = ask("waiting", "--campaign", "PackTech", plain=True)
    assert "Waiting: 0.\nTo be reviewed: 1.\n" in shown
    assert f"dispute {raised['dispute']['number']} by Rosa: She answered herself" in shown
    number = str(raised["dispute"]["number"])
    settled = ask("review", number, "--changed", "--because", "Sales agrees", plain=True)
    assert "Katrin, for Lena Brandt, Taken by sales" in settled
    assert bucket(sqlite_store, katrin) is Bucket.TAKEN
    said = ask("review", number, "--stands", "--because", "No", code=2)
    assert "This dispute is closed" in said
    other = ask("dispute", ids[marcus], "--because", "No")
    back = ask("withdraw", str(other["dispute"]["number"]))
    assert back["state"] == "sent_back"


def test_a_batch_is_recalled(sqlite_store: Store, campaign: Campaign, ask: Ask) -> None:
    lead_id = qualify(sqlite_store, campaign)
    batch, _ = leave(sqlite_store, campaign, lead_id)
    said = ask("recall", str(batch), "--because", "Wrong list", plain=True)
    assert said.startswith("Batch 1 is recalled.")
    assert said.endswith("Qualified again: 1. As sales answered: 0.\n")
    assert bucket(sqlite_store, lead_id) is Bucket.QUALIFIED
    assert "recalled: Wrong list" in ask("batches", "--campaign", "PackTech", plain=True)
    assert "recalled already" in ask("recall", str(batch), "--because", "Again", code=2)


def test_a_lead_is_taken_back(sqlite_store: Store, campaign: Campaign, ask: Ask) -> None:
    queued, nurtured = qualify(sqlite_store, campaign), qualify(sqlite_store, campaign)
    _, ids = leave(sqlite_store, campaign, queued, nurtured)
    for lead_id in (queued, nurtured):
        answer(sqlite_store, ids[lead_id], "Wrong person")
    assert ask("recycle", str(queued), plain=True) == f"Lead {queued} is back in the queue.\n"
    words = ("--to", "nurture", "--on", "2026-04-20", "--track", "Letters")
    said = ask("recycle", str(nurtured), *words, plain=True)
    assert said == f"Lead {nurtured} is nurtured from Mon 20 Apr 2026 on.\n"
    assert bucket(sqlite_store, queued) is Bucket.WAITING
    assert bucket(sqlite_store, nurtured) is Bucket.NURTURE
    assert "has not sent" in ask("recycle", str(queued), code=2)


def test_what_nobody_answers_in_time_is_said_and_comes_back(
    sqlite_store: Store, campaign: Campaign, ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    """T4: where no window is open, the next command that looks at the queue takes it back."""
    lead_id = qualify(sqlite_store, campaign)
    batch, _ = leave(sqlite_store, campaign, lead_id)
    late = "2026-03-25T10:00+01:00"
    found = ask("waiting", "--campaign", "PackTech", at=late)
    assert [one["state"] for one in found["waiting"]] == ["unanswered"]
    db = str(sqlite_store.url.database)
    assert main(["queue", "--campaign", "PackTech", "--db", f"sqlite:///{db}", "--at", late]) == 0
    capsys.readouterr()
    (item,) = ask("items", str(batch), at=late)
    assert (item["state"], item["recycled_to"]) == ("recycled", "nurture")
