"""Every save is on this computer's disk before it is sent, and counts once however often it is."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from textwrap import dedent
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from calls import DATE, PROJECT, a_campaign, a_lead, calling, next_card
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import AnswerRefused, ClaimLost, WorkspaceUnreachable
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.progress import Progress
from qualdesk.core.saves import Save, plain_all, unplain_all
from qualdesk.core.times import Promise
from qualdesk.desk import Desk
from qualdesk.desk.outbox import Outbox
from qualdesk.desk.saves import OPERATIONS, do
from qualdesk.store import calls as kept_calls
from qualdesk.store import queue, schema
from qualdesk.store.database import Store
from qualdesk.store.dialects import sqlite
from tls_postgres import line_to

BERLIN = "Europe/Berlin"
Say = Callable[..., Save]


@pytest.fixture
def outbox(tmp_path: Path, clock: SetClock) -> Iterator[Outbox]:
    opened = Outbox(tmp_path / "kept" / "outbox.sqlite", clock)
    yield opened
    opened.close()


@pytest.fixture
def say(clock: SetClock) -> Say:
    def made(does: str, lead: LeadId, **said: Any) -> Save:
        return Save(
            id=str(uuid4()),
            does=does,
            said=said,
            lead_id=lead,
            kept_at=clock.now(),
            name="Katrin Albers",
        )

    return made


@pytest.fixture
def lead(store: Store) -> LeadId:
    """Somebody to call, alone in the workspace."""
    return a_lead(store, a_campaign(store))


@pytest.fixture
def desk(store: Store, clock: SetClock, lead: LeadId) -> Desk:
    """Ana's desk, with the lead in hand."""
    made = Desk(store, clock, "Ana")
    assert next_card(made.calling).lead.id == lead
    return made


def a_call(lead: LeadId, say: Say, **more: Any) -> tuple[str, list[Save]]:
    """A whole call as it is kept: dialled, two answers, a note, its outcome."""
    call = str(uuid4())
    beside = plain_all({"reason": "No budget", **more})
    return call, [
        say("start_attempt", lead, lead_id=lead, number=None, attempt_id=call, because=""),
        say(
            "record_answer",
            lead,
            attempt_id=call,
            question=PROJECT,
            value="A second line",
            words="",
            does_not_know=False,
            answer_id=str(uuid4()),
        ),
        say("write_note", lead, attempt_id=call, text="Ask in autumn"),
        say("finish", lead, attempt_id=call, outcome="not_qualified", beside=beside),
    ]


def rows(store: Store, table: sa.Table) -> list[Any]:
    with store.reading() as tx:
        return list(tx.connection.execute(sa.select(table)))


def counted(store: Store) -> dict[str, int]:
    """How much of everything a call writes there is."""
    tables = ("attempt", "answer", "message", "suppression", "touchpoint", "late_save", "callback")
    return {name: len(rows(store, getattr(schema, name))) for name in tables}


def test_the_file_is_flushed_with_each_save_and_nobody_else_reads_it(
    outbox: Outbox, say: Say, tmp_path: Path
) -> None:
    outbox.put(say("open_fit", LeadId(1), attempt_id="x"))
    path = tmp_path / "kept" / "outbox.sqlite"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with outbox._file._engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "secure_delete")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


def test_what_is_sent_is_written_over_also_after_the_next_start(
    outbox: Outbox, say: Say, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that finds the file of before looks through it first, by the first connection.

    Some builds of SQLite write over by themselves, most do not.
    """
    prepared = sqlite._prepare_durable

    def as_most(connection: Any, record: Any) -> None:
        prepared(connection, record)
        connection.execute("PRAGMA secure_delete=OFF").fetchall()

    monkeypatch.setattr(sqlite, "_prepare_durable", as_most)
    _, saves = a_call(LeadId(1), say)
    for save in saves:
        outbox.put(save)
    outbox.close()
    again = Outbox(outbox._file.path, clock)
    try:
        for _ in range(2):
            with again._file._changing() as connection:
                assert connection.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1
    finally:
        again.close()


def test_a_save_keeps_its_place_and_is_kept_once(outbox: Outbox, say: Say) -> None:
    first, second = (say("open_fit", LeadId(n), attempt_id=str(n)) for n in (1, 2))
    assert [outbox.put(one) for one in (first, second, first)] == [1, 2, 2]
    assert outbox._file.waiting() == (first, second)


def test_what_is_given_beside_an_outcome_is_plain_and_comes_back_as_it_was() -> None:
    given = {
        "callback_at": Promise(wall=datetime(2026, 3, 18, 10, 30), zone=BERLIN),  # noqa: DTZ001
        "nurture_until": date(2026, 9, 1),
        "research_for": timedelta(hours=2),
        "note": "Ask “again”",
        "remind": None,
        "for_anyone": True,
    }
    assert unplain_all(plain_all(given)) == given
    at = {"callback_at": datetime(2026, 3, 18, 9, 30, tzinfo=UTC)}
    assert unplain_all(plain_all(at)) == at
    with pytest.raises(TypeError):
        plain_all({"note": object()})


def test_what_was_done_without_a_line_is_there_after_it_once_and_in_order(
    desk: Desk, lead: LeadId, store: Store, outbox: Outbox, say: Say
) -> None:
    """Q5: nothing a caller did falls through; the same call twice is one call."""
    call, saves = a_call(lead, say)
    assert [outbox.put(one) for one in saves] == [1, 2, 3, 4]
    progress = Progress()
    assert outbox.replay(desk, BERLIN, progress).says == "4 saves were sent."
    assert (progress.done, progress.of, outbox.waiting) == (4, 4, 0)
    once = counted(store)
    for save in saves:  # as when no answer of the server came back
        do(desk, save)
    assert outbox.replay(desk, BERLIN).says == ""
    assert counted(store) == once
    found = rows(store, schema.attempt)
    assert [(one.id, one.outcome, one.note) for one in found] == [
        (call, "not_qualified", "Ask in autumn")
    ]
    assert [one.value for one in rows(store, schema.answer)] == ["A second line"]


def test_every_kind_of_save_done_twice_is_done_once(
    store: Store, clock: SetClock, outbox: Outbox, say: Say
) -> None:
    """Model 4: the acknowledgement of any of them may get lost on its way back."""
    campaign = a_campaign(store)
    desk = Desk(store, clock, "Ana")
    called, wrong, stopped, skipped = (
        a_lead(store, campaign, name) for name in ("Ada A", "Ben B", "Cleo C", "Dan D")
    )
    call, (start, answer, note, finish) = a_call(called, say)
    named = {"name": "Eva Eden", "title": "", "number": "", "how": "queue"}
    noted = {**named, "name": "Fay Frost", "how": "note"}
    kinds = [
        start,
        answer,
        say("clear_answer", called, attempt_id=call, question=PROJECT, answer_id=str(uuid4())),
        note,
        say("open_fit", called, attempt_id=call),
        say("speak", called, attempt_id=call, language="en"),
        say("refer", called, lead_id=called, named=named),
        say("refer", called, lead_id=called, named=noted),
        finish,
        say(
            "finish_without_call",
            wrong,
            lead_id=wrong,
            outcome="wrong_number",
            reason="",
            attempt_id=str(uuid4()),
        ),
        say(
            "do_not_call",
            stopped,
            lead_id=stopped,
            scope="person",
            asked_by="the person",
            number="",
            attempt_id=str(uuid4()),
        ),
        say("skip", skipped, lead_id=skipped, reason="later", attempt_id=str(uuid4())),
        say("leave_message", skipped, lead_id=skipped, text="Ask for the head of packaging"),
    ]
    assert {one.does for one in kinds} == set(OPERATIONS)
    for save in kinds:
        outbox.put(save)
        outbox.send(desk, save)
        once = counted(store)
        do(desk, save)
        assert counted(store) == once, save.does
    assert outbox.waiting == 0


def test_a_do_not_call_said_in_a_call_is_one_with_it(
    desk: Desk, lead: LeadId, store: Store, say: Say
) -> None:
    """Q6: at once for everybody; said again, it is the same wish of the same call."""
    call = desk.calling.start_attempt(lead)
    stop = say(
        "do_not_call",
        lead,
        lead_id=lead,
        scope="person",
        asked_by="the person",
        number="",
        attempt_id=call.id,
    )
    first = do(desk, stop)
    assert do(desk, stop).outcome == first.outcome == "do_not_call"
    assert [one.id for one in rows(store, schema.attempt)] == [call.id]


def taken_by(store: Store, lead: LeadId, who: str) -> None:
    """Somebody else has the lead: the hold had run out."""
    with store.transaction() as tx:
        queue.wake(tx)
        queue.claim_lead(tx, lead, who)


def test_what_comes_when_another_has_the_lead_is_for_the_supervisor_and_the_caller_hears_it(
    desk: Desk, lead: LeadId, store: Store, clock: SetClock, outbox: Outbox, say: Say
) -> None:
    """Model 2: never dropped, never over what the other said."""
    _, saves = a_call(lead, say)
    outbox.put(saves[0])
    outbox.replay(desk, BERLIN)
    for save in saves[1:]:
        outbox.put(save)
    clock.advance(queue.LEASE * 2)
    taken_by(store, lead, "Maya")
    calling(store, clock, "Maya").start_attempt(lead)
    report = outbox.replay(desk, BERLIN)
    assert report.says == (
        "3 saves were sent. 1 call is for your supervisor: Maya has had this lead since 10:54."
    )
    (late,) = desk.late.waiting()
    assert (late.caller, late.lead, late.outcome, late.note) == (
        "Ana",
        "Katrin Albers",
        "Not a fit",
        "Ask in autumn",
    )
    assert [(one.asked, one.late, one.now) for one in late.said] == [
        ("Project", "A second line", "")
    ]


def test_a_call_that_was_dialled_without_a_line_is_kept_whoever_has_the_lead_now(
    desk: Desk, lead: LeadId, store: Store, clock: SetClock, outbox: Outbox, say: Say
) -> None:
    """The person was called: that is never refused, nor what they said."""
    call, saves = a_call(lead, say)
    for save in saves:
        outbox.put(save)
    clock.advance(queue.LEASE * 2)
    taken_by(store, lead, "Maya")
    report = outbox.replay(desk, BERLIN)
    assert (report.sent, len(report.late)) == (4, 1)
    once = counted(store)
    for save in saves:
        outbox.put(Save(**{**_fields(save), "id": str(uuid4())}))
    outbox.replay(desk, BERLIN)
    assert counted(store) == once
    with store.reading() as tx:
        found = kept_calls.load_call(tx, AttemptId(call))
    assert (found.is_conflict, found.outcome) == (True, "not_qualified")
    assert [one.is_conflict for one in rows(store, schema.answer)] == [True]


def _fields(save: Save) -> dict[str, Any]:
    return {name: getattr(save, name) for name in save.__dataclass_fields__}


def test_who_asked_not_to_be_called_is_not_although_it_comes_late(
    desk: Desk, lead: LeadId, store: Store, clock: SetClock, outbox: Outbox, say: Say
) -> None:
    """Q6: a wish not to be called waits for no supervisor."""
    call = desk.calling.start_attempt(lead)
    outbox.put(
        say("do_not_call", lead, lead_id=lead, scope="person", asked_by="the person", number="",
            attempt_id=call.id)
    )  # fmt: skip
    clock.advance(queue.LEASE * 2)
    taken_by(store, lead, "Maya")
    assert outbox.replay(desk, BERLIN).late
    with store.reading() as tx:
        assert kept_calls.stands(tx, lead).state == Bucket.DO_NOT_CALL
    assert len(rows(store, schema.suppression)) >= 1


def test_what_cannot_be_done_any_more_is_kept_for_a_supervisor_as_it_was_said(
    desk: Desk, lead: LeadId, outbox: Outbox, say: Say
) -> None:
    call = desk.calling.start_attempt(lead)
    outbox.put(
        say("record_answer", lead, attempt_id=call.id, question=DATE, value="never", words="",
            does_not_know=False, answer_id=str(uuid4()))
    )  # fmt: skip
    report = outbox.replay(desk, BERLIN)
    assert "1 call is for your supervisor" in report.says
    (late,) = desk.late.waiting()
    assert not late.can_take
    assert ("value", "never") in [(one.asked, one.late) for one in late.said]


def test_a_refusal_that_its_person_hears_waits_no_more(
    desk: Desk, lead: LeadId, outbox: Outbox, say: Say
) -> None:
    call = desk.calling.start_attempt(lead)
    wrong = say(
        "record_answer", lead, attempt_id=call.id, question=DATE, value="never", words="",
        does_not_know=False, answer_id=str(uuid4()),
    )  # fmt: skip
    outbox.put(wrong)
    with pytest.raises(AnswerRefused):
        outbox.send(desk, wrong)
    assert outbox.waiting == 0
    assert desk.late.waiting() == ()


def test_while_the_server_is_out_of_reach_all_of_it_waits(
    store: Store,
    clock: SetClock,
    outbox: Outbox,
    say: Say,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lead = a_lead(store, a_campaign(store))
    desk = Desk(store, clock, "Ana")
    _, saves = a_call(lead, say)
    for save in saves:
        outbox.put(save)

    def gone(*_: object, **__: object) -> None:
        raise WorkspaceUnreachable

    with monkeypatch.context() as line:
        line.setattr(desk.calling, "start_attempt", gone)
        for _ in range(2):
            with pytest.raises(WorkspaceUnreachable):
                outbox.replay(desk, BERLIN)
    assert outbox.waiting == 4
    next_card(desk.calling)
    assert outbox.replay(desk, BERLIN).sent == 4


def test_what_the_server_has_is_taken_away_after_a_while(
    desk: Desk, lead: LeadId, clock: SetClock, outbox: Outbox, say: Say
) -> None:
    _, saves = a_call(lead, say)
    outbox.put(saves[0])
    outbox.replay(desk, BERLIN)
    path = outbox._file.path
    assert b"start_attempt" in path.read_bytes() + path.with_name(f"{path.name}-wal").read_bytes()
    clock.advance(timedelta(days=1))
    outbox.replay(desk, BERLIN)
    with outbox._file._looking() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM save").scalar_one() == 0


def test_a_save_of_a_newer_program_waits_for_it_and_holds_up_nothing(
    desk: Desk, lead: LeadId, outbox: Outbox, say: Say
) -> None:
    outbox.put(say("sing", lead, song="x"))
    _, saves = a_call(lead, say)
    outbox.put(saves[0])
    assert outbox.replay(desk, BERLIN).sent == 1
    assert outbox.waiting == 1


@pytest.mark.parametrize("when", ["kept", "done"])
def test_a_program_killed_before_the_server_had_it_or_before_it_heard_so_loses_nothing(
    postgres_url: str, clock: SetClock, tmp_path: Path, when: str
) -> None:
    """SIGKILL between the outbox and the server, and between its commit and what came back."""
    store = Store(postgres_url, clock=clock, durable=False)
    lead = a_lead(store, a_campaign(store))
    desk = Desk(store, clock, "Ana")
    next_card(desk.calling)
    call = str(uuid4())
    child = subprocess.run(
        [sys.executable, "-c", dedent(_KILLED), postgres_url, str(tmp_path), str(lead), call, when],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    assert len(rows(store, schema.attempt)) == (1 if when == "done" else 0)
    outbox = Outbox(tmp_path / "outbox.sqlite", clock)
    assert outbox.waiting == 1
    assert outbox.replay(desk, BERLIN).sent == 1
    assert [one.id for one in rows(store, schema.attempt)] == [call]
    outbox.close()
    store.close()


_KILLED = """
    import os, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from makers import make_clock
    from qualdesk.core.saves import Save
    from qualdesk.desk import Desk
    from qualdesk.desk.outbox import Outbox
    from qualdesk.store.database import Store

    url, folder, lead, call, when = sys.argv[1:]
    clock = make_clock()
    outbox = Outbox(Path(folder) / "outbox.sqlite", clock)
    said = {"lead_id": int(lead), "number": None, "attempt_id": call, "because": ""}
    save = Save(id=call, does="start_attempt", said=said, lead_id=int(lead), kept_at=clock.now())
    outbox.put(save)
    if when == "done":
        outbox._done = lambda save: os.kill(os.getpid(), signal.SIGKILL)
        outbox.send(Desk(Store(url, clock=clock, durable=False), clock, "Ana"), save)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_late_call_raises_that_the_lead_is_lost(store: Store, clock: SetClock, say: Say) -> None:
    lead = a_lead(store, a_campaign(store))
    desk = Desk(store, clock, "Ana")
    taken_by(store, lead, "Maya")
    with pytest.raises(ClaimLost, match="Maya has"):
        desk.late.keep_call(a_call(lead, say)[1][0], why="Maya has this lead now.")


def test_of_somebody_erased_meanwhile_nothing_is_kept_again(
    desk: Desk, lead: LeadId, store: Store, outbox: Outbox, say: Say
) -> None:
    _, saves = a_call(lead, say)
    outbox.put(saves[0])
    outbox.replay(desk, BERLIN)
    desk.erasing.erase(lead)
    for save in saves[1:]:
        outbox.put(save)
    outbox.replay(desk, BERLIN)
    assert outbox.waiting == 0
    assert desk.late.waiting() == ()
    assert [one.note for one in rows(store, schema.attempt)] == [""]


def test_what_was_sent_into_a_dead_line_is_there_when_it_is_back_once(
    postgres_url: str, clock: SetClock, outbox: Outbox, say: Say
) -> None:
    """A line that stays open and carries nothing: nobody is told, and nothing is lost or doubled.

    It takes as long as a desk waits for a silent server, some seconds in which nothing is done.
    """
    own = Store(postgres_url, clock=clock, durable=False)
    lead = a_lead(own, a_campaign(own))
    place, _, rest = postgres_url.rpartition(":")
    port, _, name = rest.partition("/")
    with line_to(int(port)) as line:
        store = Store(f"{place}:{line.port}/{name}", clock=clock, durable=False)
        desk = Desk(store, clock, "Ana")
        next_card(desk.calling)
        _, saves = a_call(lead, say)
        outbox.put(saves[0])
        outbox.send(desk, saves[0])
        line.cut()
        for save in saves[1:]:
            outbox.put(save)
        with pytest.raises(WorkspaceUnreachable):
            outbox.send(desk, saves[1])
        assert outbox.waiting == 3
        line.mend()
        assert outbox.replay(desk, BERLIN).sent == 3
        assert [one.value for one in rows(own, schema.answer)] == ["A second line"]
        assert [one.outcome for one in rows(own, schema.attempt)] == ["not_qualified"]
        store.close()
    own.close()


def test_of_what_the_server_has_and_of_who_was_erased_no_word_stays_here(
    sqlite_store: Store, clock: SetClock, outbox: Outbox, say: Say, tmp_path: Path
) -> None:
    """Words go from this computer once they arrived; a late word about who is erased is dropped."""
    katrin = a_lead(sqlite_store, a_campaign(sqlite_store), phones=("+49302301255",))
    desk = Desk(sqlite_store, clock, "Ana")
    _, saves = a_call(katrin, say)
    for save in saves:
        outbox.put(save)
    Desk(sqlite_store, clock, "Maya").erasing.erase(katrin)
    sent = outbox.replay(desk, BERLIN)
    assert (sent.sent, outbox.waiting) == (len(saves), 0)
    assert rows(sqlite_store, schema.late_save) == []
    assert rows(sqlite_store, schema.answer) == []
    held = b"".join(one.read_bytes() for one in (tmp_path / "kept").iterdir())
    for word in ("A second line", "Ask in autumn", "Katrin", "Albers", "No budget"):
        assert word.encode() not in held
