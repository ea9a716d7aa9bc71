"""Who gets what at the command line: the next batch, rules, one lead by hand, accounts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handoff_makers import a_definition, a_script
from makers import make_clock
from qualdesk.__main__ import main
from qualdesk.bootstrap import open_desk
from qualdesk.core.ids import LeadId
from qualdesk.core.sources import HandoffTerms
from sent_makers import a_qualified_lead, a_salesperson

Ask = Callable[..., Any]
MORNING = "2026-03-17T10:24+01:00"
TERMS = HandoffTerms(receiver="Lena Brandt", receiver_email="lena@sealers.example")


@pytest.fixture
def ask(sqlite_file: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    def run(*words: str, plain: bool = False, code: int = 0) -> Any:
        told = [*words, "--db", f"sqlite:///{sqlite_file}", "--at", MORNING, "--caller", "rosa"]
        found = main(told if plain else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code == 2:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


@pytest.fixture
def lead(sqlite_file: Path) -> LeadId:
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=make_clock())
    campaign = desk.library.new_campaign(
        "Fair", script=a_script(), definition=a_definition(), handoff=TERMS
    )
    a_salesperson(desk._store, "Sam Osei")
    made = a_qualified_lead(
        desk._store,
        campaign,
        "Katrin Albers",
        company_name="Elbkorn Foods",
        phones=("+493023125001",),
    )
    desk.close()
    return made


def test_the_next_batch_says_who_goes_to_whom(ask: Ask, lead: LeadId) -> None:
    found = ask("handoff", "next", "--campaign", "Fair")
    assert found["goes_to"] == [{"name": "Lena Brandt", "leads": 1}]
    (row,) = found["ready"]
    assert (row["lead"], row["receiver"], row["lacks"]) == (lead, "Lena Brandt", [])
    lines = ask("handoff", "next", "--campaign", "Fair", plain=True).splitlines()
    assert lines == [
        "Batch 1: 1 leads ready. Lena Brandt 1",
        f"  ready: {lead} Katrin Albers, Elbkorn Foods to Lena Brandt",
    ]


def test_rules_are_taken_from_a_file_and_shown_in_their_order(
    ask: Ask, lead: LeadId, tmp_path: Path
) -> None:
    assert lead
    assert ask("handoff", "rules", "--campaign", "Fair", plain=True) == (
        "No rules: all leads go to whom the campaign names.\n"
    )
    file = tmp_path / "rules.toml"
    file.write_text(
        '[handoff]\ncaps = { "Sam Osei" = 2 }\nmost_per_day = 9\nonly_on_duty = true\n'
        '[[handoff.rule]]\nby = "account"\n'
        '[[handoff.rule]]\nby = "region"\nname = "North"\npeople = ["Sam Osei"]\n'
        'countries = ["DE"]\npostcodes = ["2"]\n',
        "utf-8",
    )
    set_them = ("handoff", "rules", "--campaign", "Fair", "--set", str(file))
    assert ask(*set_them, plain=True).splitlines() == [
        "1. Owns the account: whoever owns the account",
        "2. North [DE, 2…]: Sam Osei",
        "Sam Osei: 2 a day at most",
        "Everybody else: 9 a day at most",
        "Leads wait for the duty hours of whoever gets them.",
    ]
    assert [one["kind"] for one in ask(*set_them)["rules"]] == ["account", "region"]
    file.write_text('[handoff]\n[[handoff.rule]]\nby = "turn"\npeople = ["Piet Smit"]\n', "utf-8")
    assert "Piet Smit is not in the team" in ask(*set_them, code=2)
    file.write_text('[handoff]\n[[handoff.rule]]\nby = "fate"\n', "utf-8")
    assert "handoff.rule.1.by" in ask(*set_them, code=2)


def test_a_lead_is_given_to_somebody_and_left_to_the_rules_again(ask: Ask, lead: LeadId) -> None:
    assert ask("handoff", "give", str(lead), "Sam Osei") == {
        "lead": lead,
        "receiver": "Sam Osei",
        "was": "",
    }
    (row,) = ask("handoff", "next", "--campaign", "Fair")["ready"]
    assert (row["receiver"], row["via"]) == ("Sam Osei", "Chosen by rosa")
    says = ask("handoff", "give", str(lead), plain=True)
    assert says == f"Lead {lead} goes to whom the rules name.\n"
    assert "Piet Smit is not in the team" in ask("handoff", "give", str(lead), "Piet Smit", code=2)
    assert "no lead number" in ask("handoff", "give", "999", "Sam Osei", code=2)


def test_accounts_are_loaded_and_rows_that_cannot_be_used_are_named(
    ask: Ask, lead: LeadId, tmp_path: Path
) -> None:
    assert ask("handoff", "owners", plain=True) == "No accounts yet.\n"
    file = tmp_path / "accounts.csv"
    file.write_text("Company;Owner\nElbkorn Foods;Sam Osei\nAlmgold;Piet Smit\n", "utf-8")
    loaded = ask("handoff", "owners", str(file), code=1)
    assert (loaded["kept"], loaded["dropped"]) == (1, 0)
    assert loaded["problems"][0].startswith("Row 3: Piet Smit is not in the team")
    assert ask("handoff", "owners", plain=True) == "Elbkorn Foods: Sam Osei\n"
    (row,) = ask("handoff", "next", "--campaign", "Fair")["ready"]
    assert (row["lead"], row["via"]) == (lead, "Owns the account")


def test_a_lead_nobody_gets_is_said_and_the_exit_says_so(ask: Ask, lead: LeadId) -> None:
    found = ask("handoff", "next", "--campaign", "Fair", "--receiver", "", code=1)
    assert [one["lead"] for one in found["blocked"]] == [lead]
    assert found["blocked"][0]["lacks"] == ["Nobody is named to receive it."]
