"""Leads leave with documentation, whole or not at all, and sales' answers come back (T1 to T4)."""

import errno
import json
import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import openpyxl
import pytest

from handoff_makers import LENA, a_definition, a_script
from makers import make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ExportRefused, NotFound, Refused, WorkspaceUnreachable
from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.next_batch import BatchLead
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk import export_writing as export_room
from qualdesk.desk.floor import Floor
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.library import Library
from qualdesk.files import packages
from qualdesk.files.lead_lines import lead_line
from qualdesk.files.packages import check_package
from qualdesk.store import handoffs
from qualdesk.store.answers import keep_answer
from qualdesk.store.calls import begin, change_call, count_try
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from qualdesk.store.leads import load_lead, place
from qualdesk.store.schema import contact_phone
from qualdesk.store.schema import lead as lead_table
from qualdesk.store.suppression import suppress
from qualdesk.store.suppression_lift import lift

TERMS = HandoffTerms(receiver="Lena Brandt", receiver_email="lena@sealers.example", batch_size=5)
DOCUMENTED = {"need": "A new line", "date": "soon", "wants_call": "yes"}
OUT = "for sales"


@pytest.fixture
def handoff(store: Store, clock: SetClock) -> Handoff:
    return Handoff(store, clock, "Rosa")


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    library = Library(store, clock, "Rosa")
    return library.new_campaign(
        "PackTech Expo 2026", script=a_script(), definition=a_definition(), handoff=TERMS
    )


def qualify(
    store: Store,
    campaign: Campaign,
    name: str = "",
    *,
    answers: dict[str, Any] | None = None,
    **contact: Any,
) -> LeadId:
    """A lead that was called, answered, and stands qualified."""
    with store.transaction() as tx:
        contact_id = make_contact(tx, name, **contact)
        lead_id = make_lead(tx, campaign, contact_id)
        call = AttemptId(str(uuid4()))
        versions = (campaign.script_version_id, campaign.definition_version_id)
        begin(tx, call, lead_id, caller="Maya", number="+493023125001", token=1, versions=versions)
        count_try(tx, lead_id, tx.now.date())
        for question, value in (DOCUMENTED if answers is None else answers).items():
            said = Answer(question=QuestionId(question), value=value, words=f"on {question}")
            keep_answer(tx, AnswerId(str(uuid4())), attempt_id=call, lead_id=lead_id, given=said)
        change_call(tx, call, outcome="qualified", ended_at=tx.now, note="Likes numbers.")
        place(tx, lead_id, Bucket.QUALIFIED)
    return lead_id


def bucket(store: Store, lead_id: LeadId) -> Bucket:
    with store.reading() as tx:
        return load_lead(tx, lead_id).bucket


def ids(leads: tuple[BatchLead, ...]) -> list[LeadId]:
    return [one.lead_id for one in leads]


def fill(folder: Path, answers: dict[str, tuple[str, ...]]) -> Path:
    """Answer the sheet in a spreadsheet program: by name, answer, reason, note."""
    path = folder / "answers.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Answers"]
    for row in sheet.iter_rows(min_row=2):
        said = answers.get(str(row[2].value), ())
        for cell, value in zip(row[4:], said, strict=False):
            cell.value = value
    answered = folder.parent / f"{folder.name} answered.xlsx"
    book.save(answered)
    return answered


def test_sales_gets_proof_and_answers_and_the_next_caller_sees_the_reason(
    store: Store, handoff: Handoff, campaign: Campaign, clock: SetClock, tmp_path: Path
) -> None:
    """The story of a batch (T2, T4): out to sales, answered in a spreadsheet, read back."""
    katrin = qualify(store, campaign, "Katrin Albers", company_name="Elbkorn Foods")
    marcus = qualify(store, campaign, "Marcus Hale")
    ines = qualify(store, campaign, "Ines Fournier")

    done = handoff.export(campaign.name, tmp_path / OUT)
    assert (done.number, set(done.leads), done.left_behind) == (1, {katrin, marcus, ines}, ())
    assert {bucket(store, one) for one in done.leads} == {Bucket.IN_BATCH}
    assert check_package(done.folder) is not None
    assert set(done.files) == {path for path in done.folder.rglob("*") if path.is_file()}
    assert done.changes.batches == {done.batch_id}

    clock.advance(timedelta(days=2))
    answered = fill(
        done.folder,
        {
            "Katrin Albers": ("takes", "", "Calls her on Thursday"),
            "Marcus Hale": ("sends back", "Wrong person", "Left in January"),
        },
    )
    read = handoff.answers(answered)
    assert (read.taken, read.sent_back, read.waiting, read.problems) == (
        (katrin,),
        (marcus,),
        1,
        (),
    )
    assert bucket(store, katrin) is Bucket.TAKEN
    assert bucket(store, marcus) is Bucket.SENT_BACK
    assert bucket(store, ines) is Bucket.IN_BATCH
    with store.reading() as tx:
        assert load_lead(tx, marcus).reason == "Wrong person"
        assert handoffs.why_sent_back(tx, marcus) == "Wrong person: Left in January"
        assert handoffs.why_sent_back(tx, katrin) == ""

    (summary,) = handoff.batches(campaign.id)
    assert (summary.leads, summary.taken, summary.sent_back, summary.waiting) == (3, 1, 1, 1)
    assert summary.reasons == (("Wrong person", 1),)
    assert summary.receiver == "Lena Brandt"
    assert summary.folder == str(done.folder)

    assert handoff.recycle(marcus).changes.queue
    with store.reading() as tx:
        lead = load_lead(tx, marcus)
        assert (lead.bucket, lead.reason) == (Bucket.WAITING, "Sent back: Wrong person")
        assert handoffs.why_sent_back(tx, marcus) == "Wrong person: Left in January"
        assert verify(tx) is None
    assert Floor(store, clock, "Rosa").buckets().adds_up


def test_reading_a_sheet_twice_changes_nothing_the_second_time(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    done = handoff.export(campaign.id, tmp_path)
    answered = fill(done.folder, {"Katrin Albers": ("takes",)})
    assert handoff.answers(answered).taken == (lead_id,)
    again = handoff.answers(answered)
    assert (again.taken, again.already, again.problems) == ((), (lead_id,), ())
    assert not again.changes.leads


def test_rows_that_cannot_be_used_are_named_and_touch_nothing(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    first = qualify(store, campaign, "Katrin Albers")
    done = handoff.export(campaign.id, tmp_path)
    second = qualify(store, campaign, "Marcus Hale")
    other = handoff.export(campaign.id, tmp_path)
    assert other.number == 2
    path = done.folder / "answers.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Answers"]
    foreign = openpyxl.load_workbook(other.folder / "answers.xlsx")["Answers"]["A2"].value
    rows = [
        [foreign, sheet["B2"].value, "Marcus Hale", "", "takes"],
        ["00000000-no-such", sheet["B2"].value, "Nobody", "", "takes"],
        ["", "", "", "", "takes"],
        [sheet["A2"].value, sheet["B2"].value, "Katrin Albers", "", "sends back"],
    ]
    for row in rows:
        sheet.append(row)
    book.save(path)
    read = handoff.answers(path)
    assert (read.taken, read.sent_back, read.waiting) == ((), (), 1)
    places = [problem.place for problem in read.problems]
    assert places == ["Row 3, Marcus Hale", "Row 4", "Row 5", "Row 6"]
    assert "belongs to PackTech Expo 2026, batch 2" in read.problems[0].says
    assert {bucket(store, one) for one in (first, second)} == {Bucket.IN_BATCH}


def test_a_lead_that_lacks_something_stays_behind_and_blocks_nobody(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """T1: no export without documentation."""
    ready = qualify(store, campaign, "Katrin Albers")
    no_call = qualify(store, campaign, "Anton Rieder", answers={"need": "x", "date": "soon"})
    nothing = qualify(store, campaign, "Rosa Marin", answers={})
    batch = handoff.next_batch(campaign.name)
    assert ids(batch.ready) == [ready]
    assert {one.lead_id: one.lacks[0] for one in batch.blocked}.keys() == {no_call, nothing}
    assert batch.number == 1
    done = handoff.export(campaign.name, tmp_path)
    assert done.leads == (ready,)
    behind = {one.name: one.lacks[0] for one in done.left_behind}
    assert "Nothing they said is kept" in behind["Rosa Marin"]
    assert "call" in behind["Anton Rieder"]
    assert {bucket(store, one) for one in (no_call, nothing)} == {Bucket.QUALIFIED}


def test_a_batch_holds_the_best_that_sales_takes_at_a_time(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """T1: batches are sized to what sales can take."""
    plain = [qualify(store, campaign, f"Lead {n}") for n in range(6)]
    best = qualify(store, campaign, "Best", answers={**DOCUMENTED, "money": "yes"})
    batch = handoff.next_batch(campaign.id)
    assert ids(batch.ready) == [best, *plain[:4]]
    assert ids(batch.later) == plain[4:]
    assert (batch.ready[0].points, batch.ready[1].points) == (83, 63)
    done = handoff.export(campaign.id, tmp_path)
    assert set(done.leads) == {best, *plain[:4]}
    assert [one.lacks for one in done.left_behind] == [
        ("Waits for the next batch: Lena Brandt takes 5 at a time.",)
    ] * 2
    assert set(handoff.export(campaign.id, tmp_path).leads) == set(plain[4:])


def test_chosen_leads_leave_and_the_others_wait(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    first, second = qualify(store, campaign, "A B"), qualify(store, campaign, "C D")
    done = handoff.export(campaign.id, tmp_path, leads=[second])
    assert done.leads == (second,)
    assert [(one.lead_id, one.lacks) for one in done.left_behind] == [
        (first, ("Not chosen for this batch.",))
    ]
    with pytest.raises(Refused, match="not among the qualified leads any more"):
        handoff.export(campaign.id, tmp_path, leads=[second])
    with pytest.raises(ExportRefused, match="Choose at least one"):
        handoff.export(campaign.id, tmp_path, leads=[])


def test_a_lead_held_back_stays_until_it_is_put_back(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    lead_id = qualify(store, campaign, "Rosa Marin")
    assert handoff.hold_back(lead_id).changes.leads == {lead_id}
    assert ids(handoff.next_batch(campaign.id).held_back) == [lead_id]
    with pytest.raises(ExportRefused, match="All qualified leads are held back"):
        handoff.export(campaign.id, tmp_path)
    handoff.put_back(lead_id)
    assert handoff.export(campaign.id, tmp_path).leads == (lead_id,)
    with pytest.raises(NotFound, match="not among the qualified leads"):
        handoff.hold_back(lead_id)


def test_nothing_leaves_without_a_receiver(
    store: Store, clock: SetClock, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """T1: a named receiver."""
    lead_id = qualify(store, campaign)
    Library(store, clock, "Rosa").set_handoff(campaign.id, HandoffTerms())
    assert handoff.next_batch(campaign.id).blocked[0].lacks == ("Nobody is named to receive it.",)
    with pytest.raises(ExportRefused, match="Nobody is named to receive this batch"):
        handoff.export(campaign.id, tmp_path)
    with pytest.raises(ExportRefused, match="Nobody is named"):
        handoff.export(campaign.id, tmp_path, receiver="  ")
    done = handoff.export(campaign.id, tmp_path, receiver="Sam Osei", receiver_email="s@x.example")
    assert done.leads == (lead_id,)
    manifest = json.loads((done.folder / "manifest.json").read_text("utf-8"))
    assert (manifest["receiver"], manifest["receiver_email"]) == ("Sam Osei", "s@x.example")


def test_another_receiver_does_not_get_the_campaigns_address(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    qualify(store, campaign)
    done = handoff.export(campaign.id, tmp_path, receiver="Sam Osei")
    manifest = json.loads((done.folder / "manifest.json").read_text("utf-8"))
    assert manifest["receiver_email"] == ""


def test_sales_has_a_day_to_answer_by(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """T1: an answer-by date; working days from the campaign unless one is named."""
    qualify(store, campaign)
    assert handoff.next_batch(campaign.id).answer_by == date(2026, 3, 24)
    with pytest.raises(ExportRefused, match="Mon 16 Mar 2026 has passed"):
        handoff.export(campaign.id, tmp_path, answer_by=date(2026, 3, 16))
    done = handoff.export(campaign.id, tmp_path, answer_by=date(2026, 3, 30))
    assert handoff.batches(campaign.id)[0].answer_by == date(2026, 3, 30)
    assert "2026-03-30" in (done.folder / "leads-for-machines.csv").read_text("utf-8")


def test_an_empty_batch_is_refused_in_words(
    handoff: Handoff, campaign: Campaign, store: Store, tmp_path: Path
) -> None:
    with pytest.raises(ExportRefused, match="No lead is qualified yet"):
        handoff.export(campaign.id, tmp_path)
    qualify(store, campaign, "Rosa Marin", answers={})
    with pytest.raises(ExportRefused, match=r"1 lead lacks something.*Rosa Marin: Nothing they"):
        handoff.export(campaign.id, tmp_path)
    assert not list(tmp_path.glob("*batch*"))
    with pytest.raises(NotFound):
        handoff.export("No such campaign", tmp_path)


def test_a_suppressed_number_never_leaves(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """Model 6: also when it was suppressed after the lead qualified."""
    phones = ("+493023125777", "+493023125778")
    lead_id = qualify(store, campaign, "Katrin Albers", phones=phones)
    colleague = qualify(store, campaign, "Jens Petersen")
    with store.transaction() as tx:
        cell = {"raw": f"{phones[0]} / {phones[1]} in one cell"}
        tx.connection.execute(contact_phone.update().values(cell))
        other = make_lead(tx, campaign, make_contact(tx, "Someone Else", phones=phones[:1]))
        common = {"client": "", "asked_by": "them", "by": "Ana", "reason": "asked"}
        suppress(tx, scope="number", lead_id=other, number=phones[0], **common)
        suppress(tx, scope="person", lead_id=colleague, **common)
    done = handoff.export(campaign.id, tmp_path)
    assert done.leads == (lead_id,)
    everything = b"".join(path.read_bytes() for path in done.files if path.suffix != ".xlsx")
    assert phones[1].encode() in everything
    assert b"one cell" not in everything
    assert b"23125777" not in everything
    assert b"Jens Petersen" not in everything
    book = openpyxl.load_workbook(done.folder / "leads.xlsx")
    assert phones[0] not in {cell.value for row in book.active.iter_rows() for cell in row}


def test_one_persons_wish_holds_nobody_else_back(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """Both have an e-mail address; only one of them asked not to be called."""
    lead_id = qualify(store, campaign, "Katrin Albers", emails=("katrin@elbkorn.example",))
    with store.transaction() as tx:
        other = make_contact(tx, "Jens Petersen", emails=("jens@elbkorn.example",))
        common = {"client": "", "asked_by": "them", "by": "Ana", "reason": "asked"}
        suppress(tx, scope="person", lead_id=make_lead(tx, campaign, other), **common)
    assert handoff.export(campaign.id, tmp_path).leads == (lead_id,)


def test_a_lead_suppressed_while_the_batch_is_written_stops_it(
    store: Store,
    handoff: Handoff,
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    stays = qualify(store, campaign, "Marcus Hale")
    write = export_room.write_package

    def write_while_somebody_asks(*args: Any) -> Any:
        with store.transaction() as tx:
            suppress(
                tx,
                client="",
                scope="person",
                lead_id=lead_id,
                asked_by="",
                by="Ana",
                reason="asked",
            )
        return write(*args)

    monkeypatch.setattr(export_room, "write_package", write_while_somebody_asks)
    with pytest.raises(ExportRefused, match="Katrin Albers changed while the batch was written"):
        handoff.export(campaign.id, tmp_path / OUT)
    assert list((tmp_path / OUT).iterdir()) == []
    assert bucket(store, stays) is Bucket.QUALIFIED
    assert handoff.batches(campaign.id) == ()
    monkeypatch.undo()
    done = handoff.export(campaign.id, tmp_path / OUT)
    assert (done.number, done.leads) == (1, (stays,))


@pytest.mark.parametrize(("kind", "leaves"), [("open", False), ("undo", True)])
def test_a_lead_a_caller_has_open_waits_but_one_kept_for_undo_does_not(
    store: Store, handoff: Handoff, campaign: Campaign, clock: SetClock, kind: str, leaves: bool
) -> None:
    """Handing a lead over ends the seconds in which its outcome could be undone."""
    lead_id = qualify(store, campaign, "Katrin Albers")
    with store.transaction() as tx:
        tx.connection.execute(
            lead_table.update()
            .where(lead_table.c.id == lead_id)
            .values(
                claimed_by="Maya",
                claim_kind=kind,
                claim_until=clock.now() + timedelta(seconds=10),
            )
        )
    batch = handoff.next_batch(campaign.id)
    assert ids(batch.ready) == ([lead_id] if leaves else [])
    assert [one.lacks[0] for one in batch.blocked] == (
        [] if leaves else ["A caller has them open at this moment. Wait until the call is done."]
    )


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
def test_a_fault_while_writing_leaves_the_leads_ready(
    store: Store,
    handoff: Handoff,
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
) -> None:
    """Disk full, read-only: the batch is unchanged and still ready, and its number is free."""
    lead_id = qualify(store, campaign)

    def failing(path: Path, content: bytes) -> None:  # noqa: ARG001 - stands in for the disk
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(packages, "_write", failing)
    with pytest.raises(ExportRefused, match="still ready"):
        handoff.export(campaign.id, tmp_path / OUT)
    assert bucket(store, lead_id) is Bucket.QUALIFIED
    assert handoff.batches(campaign.id) == ()
    assert list((tmp_path / OUT).iterdir()) == []
    monkeypatch.undo()
    done = handoff.export(campaign.id, tmp_path / OUT)
    assert (done.number, done.leads) == (1, (lead_id,))


def test_a_package_that_does_not_read_back_is_not_sent(
    store: Store,
    handoff: Handoff,
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lead_id = qualify(store, campaign)
    write = packages._write

    def forgetful(path: Path, content: bytes) -> None:
        write(path, content[:-1] if path.name == "leads.jsonl" else content)

    monkeypatch.setattr(packages, "_write", forgetful)
    with pytest.raises(ExportRefused, match="do not read back"):
        handoff.export(campaign.id, tmp_path / OUT)
    assert list((tmp_path / OUT).iterdir()) == []
    assert bucket(store, lead_id) is Bucket.QUALIFIED


def test_stopping_an_export_leaves_nothing_behind(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    lead_id = qualify(store, campaign)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        handoff.export(campaign.id, tmp_path / OUT, progress=progress)
    assert list((tmp_path / OUT).iterdir()) == []
    assert bucket(store, lead_id) is Bucket.QUALIFIED
    assert handoff.next_batch(campaign.id).number == 1


def test_a_batch_left_by_a_crash_is_taken_up_as_it_lies_there(
    store: Store,
    handoff: Handoff,
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Written but not handed over: the next export sends that very package, once."""
    lead_id = qualify(store, campaign, "Katrin Albers")
    crash(handoff, campaign, tmp_path / OUT, monkeypatch)
    folder = tmp_path / OUT / "batch-0001"
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert bucket(store, lead_id) is Bucket.QUALIFIED
    assert handoff.batches(campaign.id) == ()

    done = handoff.export(campaign.id, tmp_path / OUT)
    assert (done.number, done.leads, done.folder) == (1, (lead_id,), folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert [path.name for path in (tmp_path / OUT).iterdir()] == ["batch-0001"]
    answered = fill(folder, {"Katrin Albers": ("takes",)})
    assert handoff.answers(answered).taken == (lead_id,)


def test_a_batch_left_by_a_crash_that_says_something_else_now_is_set_aside(
    store: Store,
    handoff: Handoff,
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = qualify(store, campaign, "Katrin Albers")
    crash(handoff, campaign, tmp_path / OUT, monkeypatch)
    second = qualify(store, campaign, "Marcus Hale")
    done = handoff.export(campaign.id, tmp_path / OUT)
    assert (done.number, set(done.leads)) == (1, {first, second})
    assert sorted(path.name for path in (tmp_path / OUT).iterdir()) == [
        "batch-0001",
        "batch-0001-not-sent",
    ]


def test_a_half_written_batch_left_by_a_crash_is_swept_away(
    store: Store,
    handoff: Handoff,
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")

    def killed(*_: Any, **__: Any) -> None:
        raise WorkspaceUnreachable

    monkeypatch.setattr(export_room, "write_package", killed)
    with pytest.raises(WorkspaceUnreachable):
        handoff.export(campaign.id, tmp_path / OUT)
    monkeypatch.undo()
    (tmp_path / OUT / ".batch-0001.123.partial" / "briefs").mkdir(parents=True)
    done = handoff.export(campaign.id, tmp_path / OUT)
    assert (done.number, done.leads) == (1, (lead_id,))
    assert [path.name for path in (tmp_path / OUT).iterdir()] == ["batch-0001"]


def test_two_desks_cannot_write_one_batch_at_once(
    store: Store,
    handoff: Handoff,
    campaign: Campaign,
    clock: SetClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    qualify(store, campaign, "Katrin Albers")
    crash(handoff, campaign, tmp_path / "hers", monkeypatch)
    other = Handoff(store, clock, "Sam")
    with pytest.raises(ExportRefused, match="Rosa is writing batch 1 right now"):
        other.export(campaign.id, tmp_path / "his")
    clock.advance(timedelta(minutes=11))
    done = other.export(campaign.id, tmp_path / "his")
    assert done.number == 1
    assert handoff.next_batch(campaign.id).number == 2


def test_a_batch_taken_over_by_another_desk_is_not_sent_twice(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    terms = {"receiver": "L", "receiver_email": "", "answer_by": date(2026, 3, 24)}
    with store.transaction() as tx:
        slow = handoffs.prepare_batch(tx, campaign.id, made_by="Ana", **terms)
    clock.advance(timedelta(minutes=11))
    with store.transaction() as tx:
        handoffs.prepare_batch(tx, campaign.id, made_by="Rosa", **terms)
    item = handoffs.LeavingItem(
        id=str(uuid4()),
        lead_id=lead_id,
        brief={},
        definition_version_id=None,
        receiver=LENA,
    )
    with (
        pytest.raises(ExportRefused, match="Another desk has taken batch 1 over"),
        store.transaction() as tx,
    ):
        handoffs.send_batch(tx, slow, [item], folder="", manifest_sha256="")
    with store.transaction() as tx:
        assert not handoffs.drop_batch(tx, slow)
    assert bucket(store, lead_id) is Bucket.QUALIFIED


def test_somebody_elses_batch_in_the_folder_is_left_alone(
    store: Store, handoff: Handoff, campaign: Campaign, clock: SetClock, tmp_path: Path
) -> None:
    library = Library(store, clock, "Rosa")
    other = library.new_campaign(
        "Webinar", script=a_script(), definition=a_definition(), handoff=TERMS
    )
    qualify(store, campaign)
    mine = qualify(store, other)
    done = handoff.export(campaign.id, tmp_path / OUT)
    with pytest.raises(ExportRefused, match="never written over"):
        handoff.export(other.id, tmp_path / OUT)
    assert check_package(done.folder) is not None
    assert bucket(store, mine) is Bucket.QUALIFIED
    assert handoff.export(other.id, tmp_path / "webinar").number == 1


def test_the_brief_of_a_lead_that_left_stays_as_it_left(
    store: Store, clock: SetClock, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """F2: answers keep the version they were judged by, on paper too."""
    lead_id = qualify(store, campaign, "Katrin Albers")
    before = handoff.brief(lead_id)
    assert before.comes_from.definition == "3"
    done = handoff.export(campaign.id, tmp_path)
    Library(store, clock, "Rosa").set_definition(
        campaign.id, replace(a_definition(4), threshold=70)
    )
    assert handoff.brief(lead_id) == before
    line = (done.folder / "leads.jsonl").read_bytes().splitlines()[0]
    assert lead_line(line).item.brief == before
    with pytest.raises(NotFound):
        handoff.brief(LeadId(10**6))


def test_a_lead_is_judged_by_the_version_of_its_own_call(
    store: Store, clock: SetClock, handoff: Handoff, campaign: Campaign
) -> None:
    """F2: a stricter definition does not take back what was agreed before."""
    lead_id = qualify(store, campaign, "Katrin Albers")
    Library(store, clock, "Rosa").set_definition(
        campaign.id, replace(a_definition(4), threshold=99)
    )
    (ready,) = handoff.next_batch(campaign.id).ready
    assert (ready.lead_id, handoff.brief(lead_id).threshold) == (lead_id, 50)


def test_a_person_they_named_stands_on_the_brief(
    store: Store, handoff: Handoff, campaign: Campaign
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    with store.transaction() as tx:
        contact = make_contact(tx, "Jens Petersen", phones=("+494066969200",))
        make_lead(tx, campaign, contact, referred_by=lead_id)
    (named,) = handoff.brief(lead_id).also_named
    assert (named.name, named.phone) == ("Jens Petersen", "+494066969200")


def test_the_history_says_what_left_without_a_name(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    done = handoff.export(campaign.id, tmp_path)
    with store.reading() as tx:
        (entry,) = entries(tx, "handoff_batch", done.batch_id)
        assert (entry.who, entry.what) == ("Rosa", "handed off")
        assert entry.details["leads"] == [lead_id]
        assert "Albers" not in json.dumps(entry.details)
        assert verify(tx) is None


def test_a_lead_that_no_longer_stands_in_the_batch_is_not_moved_by_an_answer(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """Whoever asked not to be called stays so, whatever sales writes."""
    lead_id = qualify(store, campaign, "Katrin Albers")
    done = handoff.export(campaign.id, tmp_path)
    with store.transaction() as tx:
        place(tx, lead_id, Bucket.DO_NOT_CALL, reason="asked")
    assert handoff.answers(fill(done.folder, {"Katrin Albers": ("takes",)})).taken == (lead_id,)
    assert bucket(store, lead_id) is Bucket.DO_NOT_CALL
    assert handoff.batches(campaign.id)[0].taken == 1


def test_only_a_lead_that_came_back_can_go_back_to_the_queue(
    store: Store, handoff: Handoff, campaign: Campaign
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    with pytest.raises(Refused, match="has not sent Katrin Albers back"):
        handoff.recycle(lead_id)


def test_a_do_not_call_that_is_lifted_lets_the_lead_leave_again(
    store: Store, handoff: Handoff, campaign: Campaign
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    with store.transaction() as tx:
        done = suppress(
            tx, client="", scope="person", lead_id=lead_id, asked_by="", by="Ana", reason="mistake"
        )
    assert handoff.next_batch(campaign.id).ready == ()
    with store.transaction() as tx:
        lift(tx, done.ids, "wrong lead")
    assert ids(handoff.next_batch(campaign.id).ready) == [lead_id]


def crash(handoff: Handoff, campaign: Campaign, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Export until the package is in place, then lose the database, as a kill would."""

    def gone(*_: Any, **__: Any) -> None:
        raise WorkspaceUnreachable

    with monkeypatch.context() as patched:
        patched.setattr(handoffs, "send_batch", gone)
        with pytest.raises(WorkspaceUnreachable):
            handoff.export(campaign.id, out)
