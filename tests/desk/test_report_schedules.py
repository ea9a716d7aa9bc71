"""Reports that are made by themselves: once, when due, and what came of it is kept (S1)."""

import errno
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from mail_servers import Box, free_port, mail_server
from makers import make_campaign, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, NotSent, Refused, WorkspaceUnreachable
from qualdesk.core.mails import MailAccount, Outgoing, Security
from qualdesk.core.report_periods import Days, ReportOf
from qualdesk.core.report_schedules import (
    BROKEN_OFF,
    MOST_TRIES,
    Fault,
    RunState,
    Schedule,
    ScheduleId,
)
from qualdesk.core.reports import Report
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk
from qualdesk.desk.report_schedules import ReportSchedules
from qualdesk.store import report_schedules as kept
from qualdesk.store.database import Store

EVENING = datetime(2026, 3, 17, 17, tzinfo=UTC)  # 18:00 in Berlin


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Desk:
    with store.transaction() as tx:
        make_lead(tx, make_campaign(tx, "Fair", window=CallWindow(zone="Europe/Berlin")))
    return Desk(store, clock, "Rosa")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    return made


def daily(desk: Desk, folder: Path, **more: object) -> ScheduleId:
    made = desk.report_schedules.add(
        ReportOf.DAY,
        folder,
        at=time(18),
        campaign="Fair",
        **more,  # type: ignore[arg-type]
    )
    return made.schedule.id


def test_what_is_due_is_made_once_however_many_keepers_there_are(
    desk: Desk, store: Store, clock: SetClock, folder: Path
) -> None:
    daily(desk, folder, kinds=(".pdf", ".xlsx"))
    others = [Desk(store, clock, name).report_schedules for name in ("Omar", "Ben")]
    assert desk.report_schedules.make_due() == ()  # not due yet
    clock.set(EVENING)
    begun = [one.make_due() for one in (desk.report_schedules, *others)]
    assert [len(runs) for runs in begun] == [1, 0, 0]
    assert sorted(one.name for one in folder.iterdir()) == [
        "report-fair-2026-03-17.pdf",
        "report-fair-2026-03-17.xlsx",
    ]
    [one] = desk.report_schedules.all()
    assert one.next_at == EVENING + timedelta(days=1)
    assert [run.state for run in one.runs] == [RunState.MADE]
    assert "written" in one.runs[0].says("Europe/Berlin", clock.now())


def test_two_that_begin_at_the_same_moment_do_not_both_begin(
    desk: Desk, store: Store, clock: SetClock, folder: Path
) -> None:
    """Both have looked and seen that it is due: the row that is there once decides."""
    number = daily(desk, folder)
    clock.set(EVENING)
    with store.transaction() as tx:
        assert kept.begin_run(tx, number, EVENING, "2026-03-17") is not None
    with store.transaction() as tx:
        assert kept.begin_run(tx, number, EVENING, "2026-03-17") is None
    assert desk.report_schedules.make_due() == ()
    # Whoever began it has died: after a while it is begun again.
    clock.advance(BROKEN_OFF)
    [run] = desk.report_schedules.make_due()
    assert (run.state, run.tries) == (RunState.MADE, 2)


def test_of_ten_that_were_missed_the_newest_is_made(
    desk: Desk, clock: SetClock, folder: Path
) -> None:
    daily(desk, folder)
    clock.set(EVENING + timedelta(days=14, hours=3))
    [run] = desk.report_schedules.make_due()
    assert run.days == "2026-03-31"
    assert [one.name for one in folder.iterdir()] == ["report-fair-2026-03-31.pdf"]


def test_a_failure_is_kept_as_what_it_is_and_tried_again(
    desk: Desk, clock: SetClock, folder: Path
) -> None:
    daily(desk, folder)
    folder.rmdir()
    clock.set(EVENING)
    [run] = desk.report_schedules.make_due()
    assert (run.state, run.fault) == (RunState.FAILED, Fault.NO_FOLDER)
    assert "The next try is at 18:15." in run.says("Europe/Berlin", clock.now())
    assert desk.report_schedules.make_due() == ()  # not before its time
    folder.mkdir()
    clock.advance(timedelta(minutes=15))
    [run] = desk.report_schedules.make_due()
    assert (run.state, run.tries, run.fault) == (RunState.MADE, 2, Fault.NONE)


def test_what_keeps_failing_is_given_up_and_the_next_day_begins_anew(
    desk: Desk, clock: SetClock, folder: Path
) -> None:
    daily(desk, folder)
    folder.rmdir()
    clock.set(EVENING)
    tries = 0
    for _ in range(40):
        tries += len(desk.report_schedules.make_due())
        clock.advance(timedelta(minutes=15))
    assert tries == MOST_TRIES
    [one] = desk.report_schedules.all()
    assert one.runs[0].next_at is None
    folder.mkdir()
    clock.set(EVENING + timedelta(days=1))
    [run] = desk.report_schedules.make_due()
    assert run.state is RunState.MADE


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, Fault.NO_ROOM),
        (errno.EACCES, Fault.NOT_ALLOWED),
        (errno.EBUSY, Fault.NOT_WRITTEN),
    ],
)
def test_what_the_disk_says_is_kept_as_a_code(
    sqlite_store: Store,
    clock: SetClock,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    fault: Fault,
) -> None:
    def fail(path: Path, _content: bytes) -> None:
        raise OSError(number, "said in the system's own language", str(path))

    monkeypatch.setattr("qualdesk.desk.report_schedules.write_whole", fail)
    desk = Desk(sqlite_store, clock, "Rosa")
    desk.report_schedules.add(ReportOf.DAY, folder, at=time(18), zone="Europe/Berlin")
    clock.set(EVENING)
    [run] = desk.report_schedules.make_due()
    assert run.fault is fault
    assert "own language" not in run.says("UTC", clock.now())


def test_switched_off_it_is_not_made_and_not_made_up_for(
    desk: Desk, clock: SetClock, folder: Path
) -> None:
    number = daily(desk, folder)
    assert desk.report_schedules.switch(number, is_on=False).next_at is None
    clock.set(EVENING)
    assert desk.report_schedules.make_due() == ()
    clock.advance(timedelta(hours=1))
    done = desk.report_schedules.switch(number, is_on=True)
    assert done.next_at == EVENING + timedelta(days=1)
    assert desk.report_schedules.make_due() == ()


def test_removing_it_can_be_undone(desk: Desk, clock: SetClock, folder: Path) -> None:
    number = daily(desk, folder)
    clock.set(EVENING)
    desk.report_schedules.make_due()
    before = desk.report_schedules.all()
    desk.report_schedules.remove(number)
    assert desk.report_schedules.all() == ()
    with pytest.raises(NotFound):
        desk.report_schedules.remove(number)
    desk.report_schedules.put_back(number)
    assert desk.report_schedules.all() == before
    with pytest.raises(NotFound):
        desk.report_schedules.put_back(number)


def test_the_keeper_makes_what_is_due_and_a_command_does_not_wait_for_it(
    desk: Desk, clock: SetClock, folder: Path
) -> None:
    daily(desk, folder)
    clock.set(EVENING)
    desk.keeper.catch_up()
    assert not list(folder.iterdir())
    desk.keeper.tick()
    assert len(list(folder.iterdir())) == 1


def an_account(port: int) -> MailAccount:
    return MailAccount(
        host="localhost",
        port=port,
        security=Security.NONE,
        name="Sealers reports",
        address="reports@sealers.example",
    )


def test_each_gets_one_mail_with_the_file_though_the_server_was_away_at_first(
    sqlite_store: Store, clock: SetClock, folder: Path
) -> None:
    desk = Desk(sqlite_store, clock, "Rosa")
    desk.report_schedules.add(
        ReportOf.DAY,
        folder,
        at=time(18),
        zone="Europe/Berlin",
        mail=("ruth@sealers.example", "ana@sealers.example"),
    )
    clock.set(EVENING)
    [run] = desk.report_schedules.make_due()
    assert run.fault is Fault.NO_MAIL
    assert run.files == ("report-2026-03-17.pdf",)  # it is written all the same
    box = Box(answers=lambda so_far: "250 OK" if so_far < 1 else "451 Later")
    desk.notifying.account = an_account(free_port())
    clock.advance(timedelta(minutes=15))
    [run] = desk.report_schedules.make_due()
    assert (run.fault, run.mailed) == (Fault.NOT_SENT, ())
    assert "ruth@sealers.example was not sent" in run.says("Europe/Berlin", clock.now())
    with mail_server(box) as port:
        desk.notifying.account = an_account(port)
        clock.advance(timedelta(minutes=30))
        [run] = desk.report_schedules.make_due()
        assert run.mailed == ("ruth@sealers.example",)
        box.answers = lambda _so_far: "250 OK"
        clock.advance(timedelta(minutes=45))
        [run] = desk.report_schedules.make_due()
    assert run.state is RunState.MADE
    assert box.to == ["ruth@sealers.example", "ana@sealers.example"]
    [attached] = box.mails[0].iter_attachments()
    assert attached.get_filename() == "report-2026-03-17.pdf"
    assert attached.get_content().startswith(b"%PDF")


def test_who_was_sent_it_is_not_sent_it_again_when_the_workspace_was_away_meanwhile(
    desk: Desk, clock: SetClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is known of the mails of a run outlives a try in which nothing could be read."""
    addresses = ("ruth@sealers.example", "ana@sealers.example")
    daily(desk, folder, mail=addresses)
    clock.set(EVENING)
    sent: list[str] = []

    def send(mail: Outgoing) -> None:
        if len(sent) == 1:
            raise NotSent("Later.")
        sent.append(mail.address)

    desk.notifying.account = an_account(free_port())
    monkeypatch.setattr(desk.notifying, "send", send)
    desk.report_schedules.make_due()
    clock.advance(timedelta(minutes=15))
    with monkeypatch.context() as away:
        away.setattr(ReportSchedules, "_report", _unreachable)
        [run] = desk.report_schedules.make_due()
    assert (run.fault, run.mailed) == (Fault.WORKSPACE, addresses[:1])
    monkeypatch.setattr(desk.notifying, "send", lambda mail: sent.append(mail.address))
    clock.advance(timedelta(minutes=30))
    [run] = desk.report_schedules.make_due()
    assert run.state is RunState.MADE
    assert sent == list(addresses)


def test_an_address_that_is_none_keeps_no_other_from_its_mail(
    desk: Desk, clock: SetClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, there = "gone@sealers.example", "ana@sealers.example"
    daily(desk, folder, mail=(gone, there))
    clock.set(EVENING)

    def send(mail: Outgoing) -> None:
        if mail.address == gone:
            raise NotSent("Nobody is there.")

    desk.notifying.account = an_account(free_port())
    monkeypatch.setattr(desk.notifying, "send", send)
    [run] = desk.report_schedules.make_due()
    assert (run.fault, run.mailed) == (Fault.NOT_SENT, (there,))
    assert f"{gone} was not sent" in run.says("Europe/Berlin", clock.now())


def test_who_was_sent_it_is_noted_before_the_next_mail_goes(
    desk: Desk, clock: SetClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that dies between two mails sends the first one no second time."""
    addresses = ("ruth@sealers.example", "ana@sealers.example")
    daily(desk, folder, mail=addresses)
    clock.set(EVENING)
    sent: list[str] = []

    def send(mail: Outgoing) -> None:
        if mail.address == addresses[1] and len(sent) == 1:
            raise KeyboardInterrupt
        sent.append(mail.address)

    desk.notifying.account = an_account(free_port())
    monkeypatch.setattr(desk.notifying, "send", send)
    with pytest.raises(KeyboardInterrupt):
        desk.report_schedules.make_due()
    monkeypatch.setattr(desk.notifying, "send", lambda mail: sent.append(mail.address))
    clock.advance(BROKEN_OFF)
    [run] = desk.report_schedules.make_due()
    assert sent == list(addresses)
    assert run.mailed == addresses


def test_a_day_is_the_schedules_own_wherever_the_newest_campaign_is(
    desk: Desk, store: Store, clock: SetClock, folder: Path
) -> None:
    """At eight in the evening of Auckland it is still the day before in Los Angeles."""
    with store.transaction() as tx:
        window = CallWindow(zone="America/Los_Angeles")
        make_lead(tx, make_campaign(tx, "Webinar", window=window))
    made = desk.report_schedules.add(
        ReportOf.DAY, folder, at=time(18), zone="Pacific/Auckland", kinds=(".xlsx",)
    )
    assert made.next_at is not None
    clock.set(made.next_at)
    [run] = desk.report_schedules.make_due()
    assert (run.state, run.days) == (RunState.MADE, made.next_at.date().isoformat())


def test_one_that_cannot_be_made_keeps_no_other_from_being_made(
    desk: Desk, clock: SetClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what brings the program down each time is not begun for ever."""
    first, second = daily(desk, folder), daily(desk, folder, kinds=(".xlsx",))
    clock.set(EVENING)
    whole, begun = ReportSchedules._report, []

    def broken(self: ReportSchedules, schedule: Schedule, days: Days) -> Report:
        if schedule.id == first:
            begun.append(days)
            raise ZeroDivisionError
        return whole(self, schedule, days)

    monkeypatch.setattr(ReportSchedules, "_report", broken)
    with pytest.raises(ZeroDivisionError):
        desk.report_schedules.make_due()
    assert [one.name for one in folder.iterdir()] == ["report-fair-2026-03-17.xlsx"]
    for _ in range(MOST_TRIES + 2):
        clock.advance(BROKEN_OFF)
        with suppress(ZeroDivisionError):
            desk.report_schedules.make_due()
    assert len(begun) == MOST_TRIES
    runs = {one.schedule.id: one.runs[0] for one in desk.report_schedules.all()}
    assert runs[second].state is RunState.MADE
    assert runs[first].state is RunState.FAILED
    assert (
        runs[first]
        .says("Europe/Berlin", clock.now())
        .endswith("It was not made. It is not tried again.")
    )


def _unreachable(*_: object) -> Report:
    raise WorkspaceUnreachable


def test_what_could_never_be_made_is_refused(desk: Desk, folder: Path) -> None:
    add = desk.report_schedules.add
    with pytest.raises(Refused, match="not there"):
        add(ReportOf.DAY, folder / "none", at=time(18))
    with pytest.raises(Refused, match="time zone"):
        add(ReportOf.DAY, folder, at=time(18), zone="Europe/Nowhere")
    with pytest.raises(Refused, match="by itself"):
        add(ReportOf.CAMPAIGN, folder, at=time(18))
    with pytest.raises(Refused, match=r"\.pdf"):
        add(ReportOf.DAY, folder, at=time(18), kinds=(".doc",))
    with pytest.raises(Refused, match="is no address"):
        add(ReportOf.DAY, folder, at=time(18), mail=("nobody",))
    with pytest.raises(NotFound):
        add(ReportOf.DAY, folder, at=time(18), campaign="No such fair")
    assert desk.report_schedules.all() == ()
