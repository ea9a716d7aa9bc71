"""The hand-off at the command line: which leads, in which form, for which CRM."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from handoff_makers import a_definition, a_script
from qualdesk.__main__ import main
from qualdesk.bootstrap import open_desk
from qualdesk.core.ids import LeadId
from qualdesk.core.sources import HandoffTerms
from sent_makers import a_qualified_lead

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
def leads(sqlite_file: Path) -> list[LeadId]:
    """A campaign with two qualified leads; the second works nowhere we know of."""
    desk = open_desk(f"sqlite:///{sqlite_file}")
    campaign = desk.library.new_campaign(
        "Fair", script=a_script(), definition=a_definition(), handoff=TERMS
    )
    people = (("Katrin Albers", "Elbkorn Foods"), ("Marcus Hale", ""))
    found = [
        a_qualified_lead(desk._store, campaign, name, company_name=company)
        for name, company in people
    ]
    desk.close()
    return found


def test_chosen_leads_leave_as_one_file_without_what_is_not_wanted(
    ask: Ask, leads: list[LeadId], tmp_path: Path
) -> None:
    out = ("handoff", "export", "--campaign", "Fair", "--out", str(tmp_path / "out"))
    done = ask(*out, "--leads", f"{leads[1]}", "--zip", "--no-briefs", "--no-crm", "--no-contacts")
    assert done["leads"] == [leads[1]]
    assert done["receivers"] == [{"name": "Lena Brandt", "leads": 1}]
    assert [one["name"] for one in done["left_behind"]] == ["Katrin Albers"]
    with ZipFile(done["folder"]) as file:
        assert set(file.namelist()) >= {"leads.jsonl", "leads.schema.json", "answers.xlsx"}
        assert not [name for name in file.namelist() if name.endswith((".csv", ".pdf", ".vcf"))]


def test_the_table_of_a_crm_is_checked_before_and_lies_in_the_batch(
    ask: Ask, leads: list[LeadId], tmp_path: Path
) -> None:
    """T1, T2: what the CRM would not take is said before anything is written."""
    checked = ("handoff", "profile", "salesforce", "--campaign", "Fair")
    (gap,) = ask(*checked, code=1)
    assert (gap["lead"], gap["column"]) == (leads[1], "Company")
    assert ask(*checked, plain=True, code=1) == (
        "1 leads would stay behind.\nMarcus Hale: Salesforce needs “Company”.\n"
    )
    assert ask("handoff", "profile", "pipedrive", "--campaign", "Fair", plain=True) == (
        "Every lead fits.\n"
    )
    out = ("handoff", "export", "--campaign", "Fair", "--out", str(tmp_path / "out"))
    done = ask(*out, "--profile", "salesforce")
    assert done["leads"] == [leads[0]]
    assert done["left_behind"][0]["lacks"] == ["Salesforce needs “Company”."]
    assert (Path(done["folder"]) / "crm-salesforce.csv").is_file()
    assert "no table “sugar”" in ask(*out, "--profile", "sugar", code=2)


def test_a_table_of_ones_own_is_copied_kept_seen_and_removed(
    ask: Ask, leads: list[LeadId], tmp_path: Path
) -> None:
    assert leads
    names = [one["id"] for one in ask("handoff", "profiles")]
    assert names == ["dynamics-365", "hubspot", "pipedrive", "salesforce", "zoho"]
    text = ask("handoff", "profile", "zoho", plain=True)
    own = tmp_path / "ours.toml"
    own.write_text(text, encoding="utf-8")
    assert "comes with the program" in ask("handoff", "keep-profile", str(own), code=2)
    own.write_text(text.replace('id = "zoho"', 'id = "ours"'), encoding="utf-8")
    kept = ask("handoff", "keep-profile", str(own), "--client", "Sealers")
    assert kept["required"] == ["Last Name"]
    assert "ours" not in [one["id"] for one in ask("handoff", "profiles")]
    theirs = ask("handoff", "profiles", "--client", "Sealers", plain=True).splitlines()
    assert theirs[0] == "ours: Zoho CRM leads, 15 columns"
    ask("handoff", "remove-profile", "ours", "--client", "Sealers")
    gone = ask("handoff", "profile", "ours", "--client", "Sealers", code=2)
    assert gone.startswith("There is no table “ours” for a CRM.")


@pytest.mark.parametrize(
    ("text", "says"),
    [("name = 3", "This is not written as it must be"), ("[[", "cannot be read as a CRM's table")],
)
def test_a_file_that_is_no_table_is_refused_by_its_places(
    ask: Ask, leads: list[LeadId], tmp_path: Path, text: str, says: str
) -> None:
    assert leads
    own = tmp_path / "ours.toml"
    own.write_text(text, encoding="utf-8")
    assert says in ask("handoff", "keep-profile", str(own), code=2)


@pytest.mark.parametrize("words", ["", " , ", "x", "0"])
def test_leads_that_are_no_numbers_are_refused(
    ask: Ask, leads: list[LeadId], tmp_path: Path, words: str
) -> None:
    assert leads
    out = ("handoff", "export", "--campaign", "Fair", "--out", str(tmp_path / "out"))
    assert "number" in ask(*out, "--leads", words, code=2)
    assert not (tmp_path / "out").exists()


def test_answers_in_a_page_are_read_and_what_is_to_be_known_is_said(
    ask: Ask, leads: list[LeadId], tmp_path: Path
) -> None:
    """T4: the page of each salesperson lies in the package, in a folder of their own."""
    out = ("handoff", "export", "--campaign", "Fair", "--out", str(tmp_path / "out"))
    done = ask(*out, "--leads", f"{leads[0]},{leads[1]}", "--no-briefs")
    page = Path(done["folder"]) / "people" / "01-lena-brandt" / "answers.html"
    text = page.read_text("utf-8")
    answered = text.replace('"takes": ""', '"takes": "takes"', 1)
    page.write_text(answered.replace('"amount": ""', '"amount": "12 k"'), encoding="utf-8")
    read = ask("handoff", "answers", str(page), code=1)
    assert (read["taken"], read["waiting"]) == ([], 0)
    assert [one.partition(":")[0] for one in read["problems"]] == [
        "Lead 1, Katrin Albers",
        "Lead 2, Marcus Hale",
    ]
    page.write_text(answered.replace('"amount": ""', '"amount": "12.000 EUR"', 1), "utf-8")
    read = ask("handoff", "answers", str(page))
    assert (read["taken"], read["waiting"], read["problems"]) == ([leads[0]], 1, [])
    says = ask("handoff", "answers", str(page), plain=True)
    assert says == "0 taken, 0 sent back, 1 known already, 1 not answered yet.\n"
