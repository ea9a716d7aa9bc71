"""Statements written to files: whole or not at all, without a blocked number, and noted."""

import csv
from pathlib import Path

import pytest

from makers import erase, make_campaign, make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.errors import ExportRefused
from qualdesk.core.statements import Credit
from qualdesk.desk.statements import StatementFile, Statements, file_name
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from qualdesk.store.suppression import suppress
from way_back_makers import answer, leave, qualify

BLOCKED = "+493023125777"


@pytest.fixture
def campaign(sqlite_store: Store) -> Campaign:
    with sqlite_store.transaction() as tx:
        made = make_campaign(tx, "Call 030 23125 777", client="Nordline & Söhne", region="DE")
    lead = qualify(sqlite_store, made, "Katrin Albers", caller="=1+1")
    _, ids = leave(sqlite_store, made, lead)
    answer(sqlite_store, ids[lead])
    return made


@pytest.fixture
def desk(sqlite_store: Store) -> Statements:
    return Statements(sqlite_store, "Rosa")


@pytest.mark.parametrize("kind", list(StatementFile))
def test_a_statement_is_written_and_noted(
    sqlite_store: Store, campaign: Campaign, desk: Statements, tmp_path: Path, kind: StatementFile
) -> None:
    path = tmp_path / "march"
    done = desk.write(path, "March 2026", campaign.client, credit=Credit.SHARED, kind=kind)
    assert done.path == path
    assert done.statement == desk.statement("2026-03", campaign.client, credit=Credit.SHARED)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-") is (kind is StatementFile.PAPER)
    if kind is StatementFile.SPREADSHEET:
        row, *_ = csv.DictReader(content.decode("utf-8-sig").splitlines())
        assert row["Caller"] == "'=1+1"
    with sqlite_store.reading() as tx:
        (entry, *_) = entries(tx, "client", campaign.client)
        assert (entry.what, entry.details["period"]) == ("wrote a statement", "2026-03")
        assert verify(tx) is None
    suffix = ".pdf" if kind is StatementFile.PAPER else ".csv"
    assert file_name(done.statement, kind) == f"statement-nordline-soehne-2026-03{suffix}"


def test_a_blocked_number_leaves_in_no_statement(
    sqlite_store: Store, campaign: Campaign, desk: Statements, tmp_path: Path
) -> None:
    """Nobody who said no: not even as the name of something."""
    with sqlite_store.transaction() as tx:
        lead = make_lead(tx, campaign, make_contact(tx, phones=[BLOCKED]))
        said = {"asked_by": "them", "by": "Rosa", "reason": "Said so", "number": BLOCKED}
        suppress(tx, client=campaign.client, scope="number", lead_id=lead, **said)
    done = desk.write(tmp_path / "march.csv", "2026-03", campaign.client)
    assert "23125 777" not in done.path.read_text(encoding="utf-8-sig")
    assert "(number left out)" in done.path.read_text(encoding="utf-8-sig")


def test_what_stood_there_stays_when_it_cannot_be_written(
    campaign: Campaign, desk: Statements, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    folder = out / "march.csv"
    folder.mkdir(parents=True)
    (folder / "kept").write_text("kept")
    for path in (folder, out / "gone" / "march.csv"):
        with pytest.raises(ExportRefused, match="could not be written"):
            desk.write(path, "2026-03", campaign.client)
    assert [one.name for one in out.iterdir()] == ["march.csv"]
    assert (folder / "kept").read_text() == "kept"


def test_who_is_erased_counts_on_and_stands_nowhere(
    sqlite_store: Store, desk: Statements, tmp_path: Path
) -> None:
    with sqlite_store.transaction() as tx:
        campaign = make_campaign(tx, "Fair", client="Nordline")
    lead = qualify(sqlite_store, campaign, "Katrin Albers", caller="Maya")
    _, ids = leave(sqlite_store, campaign, lead)
    answer(sqlite_store, ids[lead])
    before = desk.statement("2026-03", "Nordline", credit=Credit.SHARED)
    with sqlite_store.transaction() as tx:
        erase(tx, lead)
    assert desk.statement("2026-03", "Nordline", credit=Credit.SHARED) == before
    done = desk.write(tmp_path / "march.csv", "2026-03", "Nordline")
    assert "Albers" not in done.path.read_text(encoding="utf-8-sig")
