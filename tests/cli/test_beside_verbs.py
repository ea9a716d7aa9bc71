"""Material, mails, sales and research at the command line, each said back in a line (D6-D8)."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from makers import MORNING
from qualdesk.bootstrap import open_desk
from qualdesk.cli.edge import refused
from qualdesk.cli.run import read_command, run
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import QualdeskError
from qualdesk.resources import shipped

LIST = "Name,Company,Phone,E-mail\nKatrin Albers,Elbkorn Foods,+49 40 66969 214,k@elbkorn.example\n"
CARD = shipped("samples", "packtech-expo.toml")


class Terminal:
    """A person at a terminal, on one workspace at a set time."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        (folder / "list.csv").write_text(LIST, encoding="utf-8")

    def __call__(self, *words: Any, at: str = MORNING.isoformat()) -> str:
        self._capsys.readouterr()
        db = ["--db", str(self.folder / "desk.sqlite"), "--caller", "Ana", "--at", at]
        try:
            run(read_command([*map(str, words), *db]), {})
        except QualdeskError as error:
            refused(error)
        told = self._capsys.readouterr()
        return (told.out + told.err).strip()


@pytest.fixture
def at_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    told = Terminal(tmp_path, capsys)
    told("campaign", "new", "Expo", "--source", CARD)
    told("intake", tmp_path / "list.csv", "--campaign", "Expo")
    told("people", "set", "--name", "Lena Brandt", "--role", "sales")
    return told


def test_a_call_brings_material_mails_and_a_talk(at_work: Terminal) -> None:
    says = at_work("campaign", "offers", "Expo", "--material", "Price list", "--opt-in",
                   "en=May we write?", "--message", "It is Ana.", "--most", "2")  # fmt: skip
    assert "Material: Price list" in says
    assert "Messages: at most 2 each. It is Ana." in says
    assert at_work("call", "next", "--dial").startswith("Katrin Albers")
    assert at_work("call", "send", "Price list", "--by", "2026-03-19") == (
        "Send Price list to k@elbkorn.example by Thu 19 Mar."
    )
    assert "said yes to mails to k@elbkorn.example" in at_work("call", "opt-in")
    assert "Wanted by nobody" not in at_work("call", "hand-over")
    at_work("call", "answer", "wants_call", "1")
    told = at_work("call", "hand-over")
    assert "Katrin Albers, Elbkorn Foods" in told
    assert "Lena Brandt: hours not known" in told
    assert "Price list" in at_work("campaign", "to-send", "--campaign", "Expo")
    assert at_work("campaign", "to-send", "--sent", "1") == "Nothing waits to be sent."
    assert "“May we write?”" in at_work("campaign", "opt-ins")
    assert "Withdrawn." in at_work("campaign", "opt-ins", "--withdraw", "1")


def test_a_talk_is_booked_with_its_invitation(at_work: Terminal, tmp_path: Path) -> None:
    at_work("call", "next", "--dial")
    lacking = at_work("call", "hand-over", "Lena Brandt")
    assert "needs 5 more answers" in lacking, "nothing unqualified goes to sales"
    desk = open_desk(f"sqlite:///{tmp_path / 'desk.sqlite'}", clock=SetClock(MORNING), caller="Ana")
    call = desk.calling.on_call()
    assert call is not None
    script = desk.calling.card(call.lead_id).script
    assert script is not None
    for question in script.questions:
        first = next(iter(question.choices), None)
        if question.is_asked:
            said = first.value if first else "A second line"
            desk.calling.record_answer(call.id, question.id, said)
    desk.close()
    says = at_work("call", "hand-over", "Lena Brandt", "--time", "thu 10:30", "--ics", tmp_path)
    assert "Meets Lena Brandt on Thu 19 Mar 2026 at 10:30 in Berlin, 30 minutes." in says
    (written,) = tmp_path.glob("*.ics")
    assert len(Calendar.from_ical(written.read_bytes()).events) == 1


def test_research_takes_one_of_four_times(at_work: Terminal) -> None:
    at_work("call", "next", "--dial")
    says = at_work("call", "finish", "research", "--note", "Which number?", "--research-for", "1h")
    assert says == "Katrin Albers: research needed, yours for 1 h, then back in the queue."
    assert "Ana was to find out: Which number?" in at_work("call", "found")
    later = "2026-03-17T09:50:00+00:00"
    says = at_work("call", "found", "1", "--number", "+49 40 66969 555", at=later)
    assert says == "Katrin Albers is back and comes to you at 13:24.", "after the campaign's pause"
    at_that_time = "2026-03-17T12:24:00+00:00"
    assert at_work("call", "next", at=at_that_time).startswith("Katrin Albers")


def test_what_cannot_be_read_is_said(at_work: Terminal) -> None:
    with pytest.raises(QualdeskError, match="none of: 15 min, 30 min, 1 h, a day"):
        read_command(["call", "finish", "research", "--research-for", "9h"])
    with pytest.raises(QualdeskError, match="write it like en="):
        read_command(["campaign", "offers", "Expo", "--opt-in", "May we?"])
    assert "--message TEXT" in at_work("campaign", "offers", "Expo", "--most", "3")
