"""The line to the team's server goes down in a call: it goes on by keyboard, and nothing is lost.

A real server behind a line of ours, the real window, no mouse. Q4 to Q6 hold without a line too.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from calls import next_card
from makers import make_clock
from qt.definition_desks import AllLanes
from qt.desks import CALLER, LONDON, Keys, delete_now, fill
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.phone_programs import PhoneProgram
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.applying import Applying
from qualdesk.qt.call_desk.line import TRY_EVERY
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.choices import Choices
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from qualdesk.settings import Settings
from qualdesk.store import queue, schema
from seats import NADIA, SUPERVISOR, behind
from tls_postgres import Line, line_to

KATRIN = LeadId(1)
CAST = {"Sam": SUPERVISOR}


class TeamLanes(AllLanes):
    """All three lanes, which can be waited for."""

    def here(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        *,
        owner: QObject,
        refused: Callable[[QualdeskError], None],
    ) -> None:
        self.running += 1

        def arrived(value: object) -> None:
            self.running -= 1
            done(value)

        def told(error: QualdeskError) -> None:
            self.running -= 1
            refused(error)

        super().here(work, arrived, owner=owner, refused=told)


class AtDesk:
    """A caller of a team at their window, over a line that can go down."""

    def __init__(self, url: str, line: Line, outbox: Path, clock: SetClock) -> None:
        self.url, self.line, self.clock, self.outbox = url, line, clock, outbox
        through = url.replace(url.rpartition(":")[2].partition("/")[0], str(line.port), 1)
        self.lanes = TeamLanes(lambda: open_desk(through, clock=clock, caller=CALLER))
        self.saved: list[str] = []
        self.dialled: list[str] = []
        self.open()

    def open(self) -> None:
        """Start the program."""
        self.shell = Shell(LONDON)
        self.page = CallDeskPage(self.lanes, self.clock, LONDON, first_keys(), open_link=self._took)
        self.page.save_state.connect(self.saved.append)
        self.shell.add_page("desk", "Desk", "headset", self.page)
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.page.line.keep_in(self.outbox)
        self.shell.show_page("desk")
        self.page.refresh()
        self.lanes.settle()
        self.keys = Keys(self.shell, self.lanes)

    def close(self) -> None:
        """End the program."""
        self.shell.close()
        self.page.line.use(None)
        self.lanes.close()
        delete_now(self.shell)

    def a_second(self, passed: timedelta = timedelta(seconds=1)) -> None:
        """Let time pass; the timer of the page ticks once."""
        self.clock.advance(passed)
        self.page._timer.timeout.emit()
        self.lanes.settle()

    def wait_for_the_line(self) -> None:
        """The line carries again, and it is time to try."""
        self.line.mend()
        self.a_second(TRY_EVERY)

    @property
    def banner(self) -> str:
        """What stands about the line, empty while it is not down."""
        return self.page._line_banner.says

    def rows(self, table: sa.Table) -> list[Any]:
        store = behind(self.url, self.clock)
        with store.reading() as tx:
            found = list(tx.connection.execute(sa.select(table)))
        store.close()
        return found

    def other(self, caller: str) -> Desk:
        """Somebody else's desk, whose line is well."""
        return open_desk(self.url, clock=self.clock, caller=caller, durable=False)

    def tick(self) -> None:
        """The keeper works, by a login of those who look after the team."""
        nadia = self.other(NADIA)
        nadia.keeper.tick()
        nadia.close()

    def _took(self, link: str) -> bool:
        self.dialled.append(link)
        return True


@pytest.fixture
def at_desk(qapp: QApplication, postgres_url: str, tmp_path: Path) -> Iterator[AtDesk]:
    theme.apply(qapp, "light", 1.0)
    clock = make_clock()
    made = open_desk(postgres_url, clock=clock, caller=NADIA, durable=False)
    fill(made)
    made.close()
    port = int(postgres_url.rpartition(":")[2].partition("/")[0])
    with line_to(port) as line:
        found = AtDesk(postgres_url, line, tmp_path / "outbox.sqlite", clock)
        yield found
        found.close()


def test_a_call_is_finished_without_a_line_and_is_there_when_it_is_back(at_desk: AtDesk) -> None:
    """Q4 a call back agreed to is promised, Q5 nothing falls through; all of it once."""
    keys, page = at_desk.keys, at_desk.page
    keys.press("Return")
    keys.press("Ctrl+Return")
    assert (page.state, page.lead_name) == ("on a call", "Katrin Albers")
    at_desk.line.hang_up()
    keys.type("a new line in autumn")
    keys.press("Return")
    assert at_desk.banner.startswith("Working offline since 09:24. You can finish this call")
    assert "1 save is safe on this computer and will be sent" in at_desk.banner
    assert "Katrin Albers is held for you until 09:39, 15 min more." in at_desk.banner
    assert at_desk.saved[-1] == (
        "Saved here. It goes to the team when the line is back: 1 save waits."
    )
    assert QApplication.activeModalWidget() is None
    at_desk.a_second(timedelta(minutes=2))
    assert "13 min more" in at_desk.banner
    keys.press("Alt+6")
    keys.type("thu 10:30")
    keys.press("Return")
    keys.press("Ctrl+Return")
    assert page.state != "on a call"
    assert at_desk.rows(schema.answer) == []
    at_desk.wait_for_the_line()
    assert at_desk.banner == ""
    assert page.says.startswith("The line is back.")
    assert "saves were sent." in page.says
    (answer,) = at_desk.rows(schema.answer)
    assert answer.value == "a new line in autumn"
    (call,) = [one for one in at_desk.rows(schema.attempt) if one.lead_id == KATRIN]
    assert call.outcome == "callback_fixed"
    (promise,) = at_desk.rows(schema.callback)
    assert ("T10:30" in promise.wall, promise.owner) == (True, CALLER), promise.wall
    assert page.lead_name != "Katrin Albers"
    assert at_desk.saved[-1] == "Saved"


def test_only_who_is_held_is_dialled_without_a_line(at_desk: AtDesk) -> None:
    """Q6: whoever may not be called any more is known at the server alone."""
    keys, page = at_desk.keys, at_desk.page
    keys.press("Return")
    at_desk.line.hang_up()
    keys.press("Alt+1")
    assert (page.state, page.lead_name) == ("ready", "Marcus Hale"), "kept for after the call"
    keys.press("Return")
    assert len(at_desk.dialled) == 2
    assert page.state == "dialling"
    keys.press("Alt+1")
    assert page.state == "empty"
    assert "as soon as the team's server can be reached" in page.view.empty.says
    at_desk.line.mend()
    page.commands()["notice"]()
    keys.press("Return")  # “Try now”, before it is time
    assert page.lead_name == "Ines Fournier"
    done = {(one.lead_id, one.outcome) for one in at_desk.rows(schema.attempt)}
    assert done == {(1, "no_answer"), (2, "no_answer")}


def test_who_was_taken_along_is_called_without_a_line_for_as_long_as_they_are_held(
    at_desk: AtDesk,
) -> None:
    """Q4, Q6: as many as a supervisor said; each has its place, and nobody else's is touched."""
    sam = at_desk.other("Sam")
    limits = replace(sam.limits.usual(), offline=2, seconds_between=0)
    sam.limits.set("", limits, "They call on the train")
    sam.close()
    keys, page = at_desk.keys, at_desk.page
    keys.press("Return")  # Marcus is kept for after the call; Ines and Piotr are taken along
    at_desk.line.hang_up()
    keys.press("Alt+1")
    assert (page.state, page.lead_name) == ("ready", "Marcus Hale")
    for says in (
        "You can call this lead, and 2 more kept for you.",
        "Marcus Hale is held for you until 09:39, 15 min more.",
        "2 more leads are held for you until 09:54, 30 min more.",
        "Who may be called is as of 09:24.",
    ):
        assert says in at_desk.banner
    at_desk.a_second(timedelta(minutes=20))
    assert "2 more leads are held for you until 09:54, 10 min more." in at_desk.banner
    keys.press("Return")
    assert (page.state, page.lead_name) == ("ready", "Ines Fournier"), "Marcus may be anybody's"
    keys.press("Return")
    keys.press("Alt+1")
    assert (page.state, page.lead_name) == ("ready", "Piotr Zielinski")
    assert "You can call this lead." in at_desk.banner
    assert "more lead" not in at_desk.banner
    at_desk.a_second(timedelta(minutes=11))
    keys.press("Return")
    assert page.state == "empty"
    assert len(at_desk.dialled) == 2, "nobody was dialled whose hold was over"
    at_desk.wait_for_the_line()
    assert "for your supervisor" not in page.says
    done = {(one.lead_id, one.outcome) for one in at_desk.rows(schema.attempt)}
    assert done == {(1, "no_answer"), (3, "no_answer")}
    assert page.lead_name in {"Marcus Hale", "Piotr Zielinski"}


def test_another_phone_program_dials_at_once_also_without_a_line(
    at_desk: AtDesk, tmp_path: Path
) -> None:
    """Q5: what is chosen in the settings takes hold while nobody can be asked, and stays."""
    choices = Choices(
        Settings(
            database="",
            caller=CALLER,
            is_named=True,
            theme="light",
            data_folder=tmp_path / "data",
            config_folder=tmp_path / "config",
            log_file=tmp_path / "qualdesk.log",
        )
    )
    applying = Applying(choices, at_desk.lanes, at_desk.shell, at_desk.page)
    keys, page = at_desk.keys, at_desk.page
    keys.press("Return")
    at_desk.line.hang_up()
    keys.press("Alt+1")
    assert at_desk.banner
    assert choices.keep(program=PhoneProgram(way="sip"))
    at_desk.lanes.settle()
    keys.press("Return")
    keys.press("Alt+1")
    at_desk.wait_for_the_line()
    assert page.lead_name == "Ines Fournier"
    keys.press("Return")
    schemes = [link.partition(":")[0] for link in at_desk.dialled]
    assert schemes == ["tel", "sip", "sip"]
    applying.deleteLater()


def test_a_hold_that_ran_out_is_dialled_by_nobody_without_a_line(at_desk: AtDesk) -> None:
    """Q6: by then somebody else may be on the phone with them."""
    at_desk.line.hang_up()
    at_desk.page.commands()["missing_next"]()
    at_desk.a_second(queue.LEASE + timedelta(seconds=1))
    at_desk.keys.press("Return")
    at_desk.keys.press("Return")
    assert at_desk.dialled == []


def test_the_report_says_who_has_the_lead_by_now_and_a_supervisor_takes_the_call_over(
    at_desk: AtDesk,
) -> None:
    """Model 2, Q5: what was said late is laid beside, and counts when a supervisor says so."""
    keys, page = at_desk.keys, at_desk.page
    keys.press("Return")
    keys.press("Ctrl+Return")
    at_desk.line.hang_up()
    keys.type("a new line in autumn")
    keys.press("Return")
    at_desk.clock.advance(queue.LEASE + timedelta(minutes=1))
    at_desk.tick()
    ana = at_desk.other("Ana Noor")
    while (card := next_card(ana.calling)).lead.id != KATRIN:
        ana.calling.skip(card.lead.id, "later")
    call = ana.calling.start_attempt(KATRIN)
    keys.press("Alt+8")
    keys.press("1")
    keys.press("Return")
    keys.press("Ctrl+Return")
    at_desk.wait_for_the_line()
    assert page.says.startswith("The line is back. ")
    # A caller of a team reads no call of somebody else's, and so not when it was.
    told = page.says.replace("since 09:40.", "since.")
    assert "1 call is for your supervisor: Ana Noor has had this lead since." in told
    ana.calling.finish(call.id, "no_answer")
    ana.close()
    at_desk.clock.advance(timedelta(minutes=1))
    sam = at_desk.other("Sam")
    (late,) = sam.late.waiting()
    assert (late.caller, late.lead) == (CALLER, "Katrin Albers")
    assert "a new line in autumn" in [one.late for one in late.said]
    sam.late.take(late.id)
    (answer,) = at_desk.rows(schema.answer)
    assert not answer.is_conflict
    (katrin,) = [one for one in at_desk.rows(schema.lead) if one.id == KATRIN]
    sam.close()
    assert katrin.state == Bucket.NOT_A_FIT


def test_a_program_that_ended_without_a_line_sends_what_waits_when_it_starts(
    at_desk: AtDesk,
) -> None:
    """The outcome comes before the first lead is asked for: the call is not opened again."""
    keys = at_desk.keys
    keys.press("Return")
    at_desk.line.hang_up()
    keys.press("Alt+1")
    at_desk.close()
    at_desk.line.mend()
    at_desk.lanes = TeamLanes(lambda: open_desk(at_desk.url, clock=at_desk.clock, caller=CALLER))
    at_desk.open()
    assert at_desk.page.says == "The line is back. 1 save was sent."
    assert at_desk.page.lead_name == "Marcus Hale"
    (call,) = at_desk.rows(schema.attempt)
    assert call.outcome == "no_answer"


def test_in_a_workspace_file_nothing_is_kept_beside_it(tmp_path: Path) -> None:
    from qualdesk.settings import load_settings

    settings = load_settings(environment={}, database="desk.sqlite", caller="Ana")
    assert settings.outbox_file(f"sqlite:///{tmp_path}/desk.sqlite") is None
    one = settings.outbox_file("postgresql://server/desk")
    assert one is not None
    assert one.parent == settings.data_folder
    assert one != settings.outbox_file("postgresql://other/desk")
    assert "Ana" not in one.name
    del tmp_path


def test_on_waking_the_hold_is_looked_at_before_anything_is_typed_into_somebody_elses_lead(
    at_desk: AtDesk,
) -> None:
    """Model 2: a laptop slept in a call, its line is well; nobody types on for long in vain."""
    keys, page = at_desk.keys, at_desk.page
    keys.press("Return")
    keys.press("Ctrl+Return")
    keys.type("a new line in autumn")
    keys.press("Return")
    at_desk.clock.advance(queue.LEASE * 2)
    at_desk.tick()
    ana = at_desk.other("Ana Noor")
    while (card := next_card(ana.calling)).lead.id != KATRIN:
        ana.calling.skip(card.lead.id, "later")
    ana.close()
    at_desk.a_second()
    assert page.says.startswith("Katrin Albers is not with you any more. Ana Noor has this lead")
    assert page.lead_name != "Katrin Albers"
    assert at_desk.banner == "", "the line was never down"
