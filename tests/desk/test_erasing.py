"""Erasing a person: everything that says who they are goes, and no list brings them back."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from calls import PROJECT, a_campaign, answer_all_it_takes, calling, next_card
from qualdesk.core.cards import NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ClaimLost, NotFound, OutcomeRefused, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.desk import Desk
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify

WHO = ["Katrin Albers", "Albers", "Katrin", "230 12 55", "2301255", "katrin@elbkorn"]
HEAD = "Name,Company,Phone,E-mail,City,What,Note\n"
ROW = "Katrin Albers,Elbkorn Foods,+49 30 230 12 55,katrin@elbkorn.example,Hamburg,Scan,{note}\n"
OTHER = "Ben Ode,Pumps GmbH,+49 30 23125 102,ben@pumps.example,Berlin,Scan,\n"


def _desk(store: Store, clock: SetClock, caller: str = "Maya") -> Desk:
    return Desk(store, clock, caller)


def _list(tmp_path: Path, text: str, name: str = "fair.csv") -> Path:
    path = tmp_path / name
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def _lead_of(store: Store, name: str) -> LeadId:
    with store.reading() as tx:
        query = (
            sa.select(schema.lead.c.id)
            .join(schema.contact, schema.contact.c.id == schema.lead.c.contact_id)
            .where(schema.contact.c.name == name)
        )
        return LeadId(tx.connection.execute(query).scalar_one())


def _everything(store: Store) -> str:
    """Every value of every table, as text."""
    with store.reading() as tx:
        return "\n".join(
            str(value)
            for table in schema.metadata.sorted_tables
            for row in tx.connection.execute(sa.select(table))
            for value in row
            if value is not None
        )


def _worked(store: Store, clock: SetClock, tmp_path: Path) -> LeadId:
    """Katrin came with a list, was called twice, qualified, named somebody and was named."""
    a_campaign(store, name="Fair", region="DE")
    desk = _desk(store, clock)
    note = "Katrin wants the second line"
    desk.intake.load(_list(tmp_path, ROW.format(note=note) + OTHER), campaign="Fair")
    katrin = _lead_of(store, "Katrin Albers")
    caller = calling(store, clock)
    attempt = caller.start_attempt(katrin)
    caller.write_note(attempt.id, "Katrin Albers is out until Friday")
    caller.finish(attempt.id, "gatekeeper", hint="Ask for Katrin")
    clock.advance(timedelta(hours=5))
    attempt = caller.start_attempt(katrin)
    answer_all_it_takes(caller, attempt.id)
    caller.record_answer(attempt.id, PROJECT, "Albers needs it", words="Katrin is growing")
    caller.refer(katrin, name="Olaf Brandt", number="+49 30 23125 777")
    caller.refer(katrin, name="Sven Thiel", how="note")
    caller.finish(attempt.id, "qualified", note="Call Katrin first")
    clock.advance(timedelta(seconds=11))
    return katrin


def test_nothing_in_any_table_says_who_they_were(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Model 6, the right to be forgotten: counts stay, and an entry without personal data."""
    katrin = _worked(store, clock, tmp_path)
    before = _desk(store, clock).floor.buckets("Fair")
    assert all(word in _everything(store) for word in WHO[:3])
    done = _desk(store, clock).erasing.erase(katrin)
    left = _everything(store)
    assert [word for word in WHO if word in left] == []
    assert (done.went.leads, done.went.numbers, done.went.emails) == ((katrin,), 1, 1)
    assert (done.went.calls, done.went.rows) == (2, 1)
    assert "Backups made before now" in " ".join(done.says)
    with store.reading() as tx:
        calls = tx.connection.execute(sa.select(schema.attempt).order_by("started_at")).all()
        assert [(one.outcome, one.caller, one.note) for one in calls] == [
            ("gatekeeper", "Ana", ""),
            ("qualified", "Ana", ""),
        ]
        (audit, *_) = entries(tx, "lead", katrin)
        assert (audit.who, audit.what) == ("Maya", "erased")
        assert verify(tx) is None, "the history is whole"
    after = _desk(store, clock).floor.buckets("Fair")
    assert after.adds_up
    assert after.total == before.total
    assert after.counts[Bucket.DO_NOT_CALL] == 1
    assert _desk(store, clock).calling.card(katrin).lead.contact.name == "Erased person"


@pytest.mark.parametrize(
    "again",
    [
        "Katrin Albers,Elbkorn Foods,,,,Scan,\n",
        "KATRIN ALBERS,elbkorn foods GmbH,,,,Scan,\n",
        "K. Albers,Another Co,0302301255,,,Scan,\n",
        "K. Albers,Another Co,0049 (30) 230-1255,,,Scan,\n",
        "Kat,,,Katrin+fair@Elbkorn.Example,,Scan,\n",
    ],
)
def test_a_list_does_not_bring_an_erased_person_back_in_any_spelling(
    store: Store, clock: SetClock, tmp_path: Path, again: str
) -> None:
    """Model 6, O5: refused at re-import, never offered, and not kept as a row either."""
    katrin = _worked(store, clock, tmp_path)
    desk = _desk(store, clock)
    desk.erasing.erase(katrin)
    told = desk.intake.load(_list(tmp_path, again, "again.csv"), campaign="Fair")
    assert (told.new, told.left_out) == (0, 1)
    left = _everything(store)
    assert [word for word in WHO if word in left] == []
    for who in ("Ana", "Ben", "Cy"):
        card = calling(store, clock, who).next_lead()
        assert isinstance(card, NothingToCall) or card.lead.contact.name != "Katrin Albers"
    for outcome in desk.queue.upcoming("Fair", limit=10):
        assert outcome.lead_id != katrin


def test_what_is_saved_after_the_erasing_is_refused(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Ana is on the call while Maya erases: no word of it comes back."""
    a_campaign(store, name="Fair", region="DE")
    _desk(store, clock).intake.load(_list(tmp_path, ROW.format(note="")), campaign="Fair")
    ana = calling(store, clock)
    card = next_card(ana)
    attempt = ana.start_attempt(card.lead.id)
    ana.record_answer(attempt.id, PROJECT, "Katrin grows")
    _desk(store, clock).erasing.erase(card.lead.id)
    with pytest.raises((Refused, ClaimLost)):
        ana.record_answer(attempt.id, PROJECT, "Katrin says so")
    with pytest.raises(Refused, match="erased"):
        ana.write_note(attempt.id, "Katrin Albers again")
    with pytest.raises((OutcomeRefused, ClaimLost)):
        ana.finish(attempt.id, "no_answer", note="Katrin")
    with pytest.raises(Refused):
        ana.undo()
    assert isinstance(ana.next_lead(), NothingToCall)
    left = _everything(store)
    assert [word for word in WHO if word in left] == []


def test_the_file_itself_holds_no_trace_of_them(
    sqlite_store: Store, sqlite_file: Path, clock: SetClock, tmp_path: Path
) -> None:
    """A desktop's file is copied around: what was erased cannot be read out of it."""
    katrin = _worked(sqlite_store, clock, tmp_path)
    _desk(sqlite_store, clock).erasing.erase(katrin)
    held = b"".join(path.read_bytes() for path in sqlite_file.parent.glob("desk.sqlite*"))
    assert b"Ben Ode" in held
    assert [word for word in WHO if word.encode() in held] == []


def test_they_are_erased_for_every_client_and_for_good(store: Store, clock: SetClock) -> None:
    """O7: each client's campaigns had them, and none calls them again, lifted or not."""
    north = a_campaign(store, name="North", client="North")
    south = a_campaign(store, name="South", client="South")
    rows = [{"name": "Katrin Albers", "company": "Elbkorn Foods", "phone": "+49302301255"}]
    desk = _desk(store, clock)
    first = desk.intake.load(rows, campaign=north.id)
    desk.intake.load(rows, campaign=south.id)
    erased = desk.erasing.erase(first[0] if isinstance(first, tuple) else first.lead_ids[0])
    assert len(erased.went.leads) in {1, 2}
    for fair in (north, south):
        again = desk.intake.load(rows, campaign=fair.id)
        assert (again.new, again.left_out) == (0, 1)
    with pytest.raises(Refused, match="erased already"):
        desk.erasing.erase(erased.went.leads[0])
    with pytest.raises(NotFound):
        desk.erasing.erase(LeadId(9_999))
