"""Reports at the command line: why leads came back, what they cost, statements (F4, S3, T6)."""

import csv
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from makers import make_campaign, make_card
from qualdesk.__main__ import main
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.sources import HandoffTerms, SourceType
from qualdesk.store.database import Store
from way_back_makers import answer, leave, qualify

Ask = Callable[..., Any]
TUESDAY = "2026-03-17T10:24+01:00"


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    """Two leads sales answered, and one it has."""
    card = make_card(type=SourceType.TRADE_SHOW, cost=200, currency="EUR")
    terms = HandoffTerms(criteria_of={"Wrong person": "person"})
    with sqlite_store.transaction() as tx:
        made = make_campaign(tx, "PackTech", client="Nordline", source=card, handoff=terms)
    leads = [qualify(sqlite_store, made, caller=who) for who in ("Maya", "Maya", "Omar")]
    _, ids = leave(sqlite_store, made, *leads)
    answer(sqlite_store, ids[leads[0]])
    answer(sqlite_store, ids[leads[1]], "Wrong person")
    clock.advance(timedelta(minutes=1))
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

    def run(*words: str, plain: bool = False, code: int = 0) -> Any:
        told = ["report", *words, "--db", f"sqlite:///{sqlite_file}", "--at", TUESDAY]
        found = main(told if plain else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


@pytest.mark.usefixtures("campaign")
def test_why_leads_came_back(ask: Ask) -> None:
    told = ask("why-back", "--client", "nordline", "--period", "March 2026")
    assert (told["back"], told["answered"], told["waiting"]) == (1, 2, 0)
    assert ask("why-back", "--campaign", "PackTech")["waiting"] == 1
    (criterion,) = told["criteria"]
    assert (criterion["name"], criterion["back"], criterion["enough"]) == ("person", 1, False)
    (caller,) = told["callers"]
    assert (caller["name"], caller["reasons"]) == ("Maya", {"Wrong person": 1})
    lines = ask("why-back", plain=True).splitlines()
    assert lines[:2] == [
        "Came back: 1 of 2 that sales answered.",
        "Not answered in time: 0. With sales: 1.",
    ]
    assert "  Maya: 1 of 2; Wrong person 1" in lines
    assert "  (nobody said): 1 of 2; Wrong person 1" in lines
    assert "is no month" in ask("why-back", "--period", "soon", code=2)


@pytest.mark.usefixtures("campaign")
def test_what_a_lead_costs(ask: Ask) -> None:
    told = ask("cost", "--client", "Nordline")
    (source,) = told["sources"]
    assert (source["cost"], source["per_taken"], source["currency"]) == ("200.00", "200.00", "EUR")
    assert (source["calls_cost"], source["handed"], source["loaded"]) == (None, 3, 3)
    (kind,) = told["types"]
    assert (kind["type"], kind["taken"], kind["unsaid"]) == ("trade_show", 1, 0)
    lines = ask("cost", plain=True).splitlines()
    assert lines == [
        (
            "PackTech: 200.00 EUR; taken 1, 200.00 EUR each; went on 3 of 3; giveaway only 0; "
            "0.0 h of calls (not in the cost: nobody said what an hour costs)"
        ),
        "By type of source:",
        "  Trade show: 200.00 EUR; taken 1, 200.00 EUR each",
    ]


@pytest.mark.usefixtures("campaign")
def test_a_statement_is_looked_at_and_written(ask: Ask, tmp_path: Path) -> None:
    told = ask("statement", "--client", "Nordline", "--period", "2026-03")
    assert (told["final"], told["waiting"], told["file"]) == (False, 1, None)
    assert told["total"]["taken"] == "1"
    out = tmp_path / "march.csv"
    lines = ask(
        *("statement", "--client", "Nordline", "--period", "2026-03"),
        *("--credit", "shared", "--out", str(out), "--for-machines"),
        plain=True,
    ).splitlines()
    counted = "taken 1, sent back 1, unanswered 0, disputed 0, won 0, lost 0, open 2"
    assert lines == [
        "Mar 2026: Nordline, 2 may still change, 1 with sales.",
        f"  PackTech, Maya: {counted}",
        f"All: {counted}",
        f"Written: {out}",
    ]
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert [(row["Row"], row["Caller"], row["Taken"]) for row in rows] == [
        ("caller", "Maya", "1"),
        ("total", "", "1"),
    ]
    paper = tmp_path / "march.pdf"
    ask("statement", "--client", "Nordline", "--period", "2026-03", "--out", str(paper))
    assert paper.read_bytes().startswith(b"%PDF-")
    refused = ask("statement", "--period", "2026-03", "--client", "Sudline", code=2)
    assert "No campaign is of the client" in refused


def test_an_empty_workspace_has_empty_reports(ask: Ask) -> None:
    assert ask("cost", plain=True) == "There is no campaign yet.\n"
    assert ask("why-back")["answered"] == 0
