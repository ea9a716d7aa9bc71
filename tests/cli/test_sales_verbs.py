"""Sales at the command line: own leads, answering about them, and what a CRM says of leads."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handoff_makers import a_brief
from makers import make_campaign
from qualdesk.__main__ import main
from qualdesk.core.briefs import brief_to_json
from qualdesk.core.campaigns import Campaign
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import HandoffTerms
from qualdesk.store.campaigns import set_handoff
from qualdesk.store.database import Store
from qualdesk.store.schema_calls import handoff_item
from way_back_makers import SAM, bucket, leave, qualify

Ask = Callable[..., Any]
TUESDAY = "2026-03-17T10:24+01:00"


@pytest.fixture
def campaign(sqlite_store: Store) -> Campaign:
    with sqlite_store.transaction() as tx:
        made = make_campaign(tx, "PackTech")
        set_handoff(tx, made.id, HandoffTerms(reasons=("Wrong person", "No date")))
    return made


@pytest.fixture
def ask(
    sqlite_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Ask:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))

    def run(*words: str, plain: bool = False, code: int = 0, who: str = "Lena Brandt") -> Any:
        told = ["handoff", *words, "--db", f"sqlite:///{sqlite_file}", "--at", TUESDAY]
        told += ["--caller", who]
        found = main(told if plain else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code == 2:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


def test_one_reads_takes_and_sends_back_own_leads(
    sqlite_store: Store, campaign: Campaign, ask: Ask
) -> None:
    assert ask("mine", plain=True) == "No lead was handed to you yet.\n"
    katrin, marcus, ines = (
        qualify(sqlite_store, campaign, name)
        for name in ("Katrin Albers", "Marcus Hale", "Ines Fournier")
    )
    _, ids = leave(sqlite_store, campaign, katrin, marcus)
    _, others = leave(sqlite_store, campaign, ines, to=SAM)
    with sqlite_store.transaction() as tx:
        this = handoff_item.update().where(handoff_item.c.id == ids[katrin])
        tx.connection.execute(this.values(brief=brief_to_json(a_brief(lead_id=katrin))))
    assert [one["name"] for one in ask("mine")] == ["Katrin Albers", "Marcus Hale"]
    said = ask("mine", ids[katrin], plain=True)
    assert "Katrin Albers" in said
    assert "Reach: +49 40 66969 100 (direct line)" in said
    assert "Reasons to send back: Wrong person, No date" in said
    assert ask("mine")[0]["state"] == "read"
    done = ask("take", ids[katrin], "--opportunity", "006", "--amount", "12.500,50 EUR")
    assert (done["state"], done["amount"]) == ("taken", "12500.5 EUR")
    done = ask("send-back", ids[marcus], "--reason", "wrong person", "--note", "Left")
    assert (done["state"], done["reason"], done["note"]) == ("sent_back", "Wrong person", "Left")
    for words in (("take", others[ines]), ("mine", others[ines])):
        assert "was not given to you" in ask(*words, code=2)


def test_what_cannot_be_used_is_refused_in_one_sentence(
    sqlite_store: Store, campaign: Campaign, ask: Ask
) -> None:
    lead = qualify(sqlite_store, campaign, "Katrin Albers")
    _, ids = leave(sqlite_store, campaign, lead)
    assert "Write the amount as a number" in ask("take", ids[lead], "--amount", "12 k", code=2)
    assert "Choose one: Wrong person" in ask("send-back", ids[lead], "--reason", "Bad", code=2)
    assert bucket(sqlite_store, lead) is Bucket.IN_BATCH


def test_a_crm_file_is_read_listed_and_taken_back(
    sqlite_store: Store, campaign: Campaign, ask: Ask, tmp_path: Path
) -> None:
    assert ask("outcomes", plain=True) == "No file from a CRM was read yet.\n"
    lead = qualify(sqlite_store, campaign, "Katrin Albers")
    _, ids = leave(sqlite_store, campaign, lead)
    file = tmp_path / "deals.csv"
    file.write_text(f"External ID,Stage\n{ids[lead]},Closed Won\nnobody,Lost\n", encoding="utf-8")
    done = ask("outcomes", str(file), code=1, who="Rosa")
    assert (done["won"], done["lost"]) == ([lead], [])
    assert done["unmatched"] == ["Row 3: None of the leads that left is nobody."]
    assert bucket(sqlite_store, lead) is Bucket.WON
    said = ask("outcomes", plain=True)
    assert "1: deals.csv, leads: 1" in said
    assert "by Rosa" in said
    assert "Leads that stand as before the file: 1." in ask("outcomes", "--undo", "1", plain=True)
    assert bucket(sqlite_store, lead) is Bucket.IN_BATCH
    assert "taken back" in ask("outcomes", plain=True)
    assert "taken back already" in ask("outcomes", "--undo", "1", code=2)
