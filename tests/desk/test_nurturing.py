"""Not-now leads leave on a dated track, with the words of the yes they gave (T5, D7)."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from makers import BERLIN, make_card, make_contact, make_lead
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ExportRefused, Refused
from qualdesk.core.ids import LeadId, OptInId
from qualdesk.core.leads import Bucket
from qualdesk.core.rules import Audience
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk, nurturing
from qualdesk.files import new_tables
from qualdesk.files.nurture_tables import HEADINGS
from qualdesk.store.leads import place
from qualdesk.store.schema import history
from qualdesk.store.schema import lead as lead_table
from qualdesk.store.suppression import suppress
from qualdesk.store.suppression_lift import lift

ASKED = "May we write to you about new sealers, twice a year?"


@pytest.fixture
def desk(store_url: str, clock: SetClock) -> Iterator[Desk]:
    opened = open_desk(store_url, clock=clock, caller="Maya")
    opened.library.new_campaign(
        "PackTech",
        source=make_card(nurture="Trade letters"),
        window=CallWindow(zone=BERLIN, has_no_end=True),
        audience=Audience.BUSINESS,
    )
    yield opened
    opened.close()


def call(desk: Desk, name: str, *, yes_to: str = "", **finish: Any) -> LeadId:
    """Somebody who is called and not ready now; ``yes_to`` is where mails may go."""
    campaign = desk.library.campaigns()[0].campaign
    with desk._store.transaction() as tx:
        make_lead(tx, campaign, make_contact(tx, name, emails=[yes_to] if yes_to else []))
    card = desk.calling.next_lead("PackTech")
    assert isinstance(card, CallCard)
    assert card.lead.contact.name == name
    attempt = desk.calling.start_attempt(card.lead.id).id
    if yes_to:
        desk.beside.opt_in(attempt, wording=ASKED, language="en", address=yes_to)
    desk.calling.finish(attempt, "nurture", **finish)
    return card.lead.id


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_who_said_yes_leaves_with_track_day_and_the_words_of_it(desk: Desk, tmp_path: Path) -> None:
    call(desk, "Ana Sousa", yes_to="ana@elbkorn.example", nurture_until=date(2026, 9, 1))
    call(desk, "Ben Ito", nurture_until=date(2026, 9, 1))
    done = desk.nurturing.export("PackTech", tmp_path / "nurture.csv")
    (row,) = read(done.path)
    assert tuple(row) == HEADINGS
    assert (done.leads, done.without_yes, done.may_not) == (1, 1, 0)
    assert (row["Full Name"], row["Email"]) == ("Ana Sousa", "ana@elbkorn.example")
    assert (row["Nurture Track"], row["Nurture Until"]) == ("Trade letters", "2026-09-01")
    assert (row["Opt-In"], row["Opt-In Wording"], row["Opt-In Language"]) == ("yes", ASKED, "en")
    assert (row["Opt-In Time (UTC)"], row["Opt-In Heard By"]) == ("2026-03-17T09:24:00Z", "Maya")


def test_asked_for_all_it_says_who_gave_no_yes(desk: Desk, tmp_path: Path) -> None:
    call(desk, "Ana Sousa", yes_to="ana@elbkorn.example")
    call(desk, "Ben Ito")
    call(desk, "Cem Aksoy", yes_to="cem@nordsee.example")
    desk.beside.withdraw(OptInId(2))
    path = desk.nurturing.export("PackTech", tmp_path / "all.csv", everybody=True).path
    said = {row["Full Name"]: (row["Opt-In"], row["Opt-In Wording"]) for row in read(path)}
    assert said == {
        "Ana Sousa": ("yes", ASKED),
        "Ben Ito": ("no", ""),
        "Cem Aksoy": ("withdrawn", ""),
    }
    found = desk.nurturing.count("PackTech")
    assert (found.leads, found.with_yes, found.withdrawn, found.without_yes) == (3, 1, 1, 1)


def test_nobody_who_asked_not_to_be_called_is_in_it(desk: Desk, tmp_path: Path) -> None:
    """Model 6: also when they were nurtured first, and also where they once said yes to mails."""
    call(desk, "Ana Sousa", yes_to="ana@elbkorn.example")
    gone = call(desk, "Ben Ito", yes_to="ben@nordsee.example")
    erased = call(desk, "Cem Aksoy", yes_to="cem@nordsee.example")
    with desk._store.transaction() as tx:
        suppress(tx, client="", scope="person", lead_id=gone, asked_by="mail", by="Rosa", reason="")
        place(tx, gone, Bucket.NURTURE, nurture_track="Letters")
    desk.erasing.erase(erased)
    done = desk.nurturing.export("PackTech", tmp_path / "all.csv", everybody=True)
    assert [row["Full Name"] for row in read(done.path)] == ["Ana Sousa"]
    assert done.may_not == 1
    text = done.path.read_text("utf-8-sig")
    assert "ben@" not in text
    assert "Cem" not in text


def test_no_lead_that_is_nurtured_is_without_a_track(desk: Desk) -> None:
    """T5: by a call, by a caller's own track, by hand out of a batch."""
    call(desk, "Ana Sousa")
    call(desk, "Ben Ito", track="Webinars")
    found = desk.nurturing.count("PackTech")
    assert (found.leads, found.no_track) == (2, 0)
    assert found.tracks == (("Trade letters", 1), ("Webinars", 1))
    assert found.next_on is not None


def test_who_said_no_and_took_it_back_is_on_their_track_again(desk: Desk) -> None:
    """T5 over every way back: a do-not-call that is lifted, an outcome that is undone."""
    lead_id = call(desk, "Ana Sousa", track="Webinars")
    with desk._store.transaction() as tx:
        done = suppress(
            tx, client="", scope="person", lead_id=lead_id, asked_by="mail", by="Rosa", reason=""
        )
    assert desk.nurturing.count("PackTech").leads == 0
    with desk._store.transaction() as tx:
        lift(tx, done.ids, "By mistake")
    found = desk.nurturing.count("PackTech")
    assert (found.tracks, found.no_track) == ((("Webinars", 1),), 0)


def test_wherever_nobody_says_a_track_there_is_one(desk: Desk) -> None:
    lead_id = call(desk, "Ana Sousa")
    with desk._store.transaction() as tx:
        place(tx, lead_id, Bucket.NURTURE, nurture_track="  ")
    found = desk.nurturing.count("PackTech")
    assert (found.tracks, found.no_track) == ((("Nurture", 1),), 0)


def test_a_lead_on_no_track_would_be_counted(desk: Desk) -> None:
    """The count is counted: it is not 0 because nobody looks."""
    lead_id = call(desk, "Ana Sousa")
    with desk._store.transaction() as tx:
        lost = lead_table.update().where(lead_table.c.id == lead_id).values(nurture_track="")
        tx.connection.execute(lost)
    assert desk.nurturing.count("PackTech").no_track == 1


def test_what_a_stranger_wrote_is_run_by_no_spreadsheet(desk: Desk, tmp_path: Path) -> None:
    call(desk, "=1+1", yes_to="ana@elbkorn.example", reason="@SUM(A1)")
    (row,) = read(desk.nurturing.export("PackTech", tmp_path / "sheet.csv").path)
    assert (row["Full Name"], row["Why Nurtured"]) == ("'=1+1", "'@SUM(A1)")
    tool = desk.nurturing.export("PackTech", tmp_path / "tool.csv", for_machines=True).path
    assert read(tool)[0]["Full Name"] == "=1+1"


def test_with_nobody_to_write_to_it_says_why_and_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "nurture.csv"
    with pytest.raises(Refused, match="No lead of this campaign is nurtured"):
        desk.nurturing.export("PackTech", out)
    lead_id = call(desk, "Ana Sousa")
    with pytest.raises(Refused, match="said yes to mails"):
        desk.nurturing.export("PackTech", out)
    with desk._store.transaction() as tx:
        suppress(tx, client="", scope="person", lead_id=lead_id, asked_by="x", by="R", reason="")
        place(tx, lead_id, Bucket.NURTURE, nurture_track="Letters")
    with pytest.raises(Refused, match="asked not to be contacted"):
        desk.nurturing.export("PackTech", out)
    assert not out.exists()


def test_a_no_while_the_file_is_made_stops_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call(desk, "Ana Sousa", yes_to="ana@elbkorn.example")
    rows_of = nurturing.nurture_rows

    def meanwhile(*asked: Any) -> Any:
        desk.beside.withdraw(OptInId(1))
        return rows_of(*asked)

    monkeypatch.setattr(nurturing, "nurture_rows", meanwhile)
    with pytest.raises(ExportRefused, match="Ana Sousa changed while"):
        desk.nurturing.export("PackTech", tmp_path / "nurture.csv")
    assert not (tmp_path / "nurture.csv").exists()


def test_nobody_waits_while_a_workbook_is_made(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of ten thousand leads it takes seconds, and a call is saved meanwhile."""
    call(desk, "Ana Sousa", yes_to="ana@elbkorn.example")
    made = new_tables.workbook
    saved = []

    def meanwhile(*asked: Any) -> bytes:
        with desk._store.transaction() as tx:
            saved.append(tx.now)
        return made(*asked)

    monkeypatch.setattr(new_tables, "workbook", meanwhile)
    desk.nurturing.export("PackTech", tmp_path / "nurture.xlsx")
    assert len(saved) == 1


def test_what_has_left_is_noted_and_what_could_not_be_written_is_not(
    desk: Desk, tmp_path: Path
) -> None:
    call(desk, "Ana Sousa", yes_to="ana@elbkorn.example")
    with pytest.raises(ExportRefused):
        desk.nurturing.export("PackTech", tmp_path / "gone" / "nurture.csv")
    wanted = history.select().where(history.c.subject == "nurtured leads")
    with desk._store.reading() as tx:
        assert tx.connection.execute(wanted).all() == []
    desk.nurturing.export("PackTech", tmp_path / "nurture.csv")
    with desk._store.reading() as tx:
        (row,) = tx.connection.execute(wanted)
    assert (row.who, row.details["leads"]) == ("Maya", 1)
