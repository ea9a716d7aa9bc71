"""What is said to sales while somebody waits, and how what stands beside an outcome is worded."""

from datetime import UTC, date, datetime, timedelta

import pytest

from calls import PROJECT, SCRIPT, TODAY
from qualdesk.core.beside import BesideCall, BesideKind, Meeting, MeetingKind, OptIn, Sending
from qualdesk.core.errors import OutcomeRefused
from qualdesk.core.ids import LeadId, MeetingId, OptInId, SendingId
from qualdesk.core.introductions import introduce
from qualdesk.core.leads import Company, Contact
from qualdesk.core.questions import Answer
from qualdesk.core.research import TIMES, back_reason, came_back, check_time, reason_for, time_words

WHO = Contact(name="Katrin Albers", title="Plant manager", company=Company(name="Elbkorn Foods"))
LATE = datetime(2026, 3, 17, 23, 30, tzinfo=UTC)


def test_the_three_lines_are_who_their_own_words_and_what_was_promised() -> None:
    answers = {
        TODAY: Answer(question=TODAY, value="hand", words="It costs us four hours a week"),
        PROJECT: Answer(question=PROJECT, value="A second line in autumn"),
    }
    said = introduce(WHO, SCRIPT, answers, ["Send Price list to k@elbkorn.example."])
    assert said.lines == (
        "Katrin Albers, Plant manager, Elbkorn Foods.",
        "They said: “A second line in autumn”",
        "Promised: Send Price list to k@elbkorn.example.",
    )


def test_who_said_nothing_in_their_own_words_is_not_put_words_in_the_mouth() -> None:
    said = introduce(WHO, SCRIPT, {}, [])
    assert said.need == "They have not said in their own words what they need."
    assert said.promised == "Promised: a talk with you now, nothing else."
    answers = {TODAY: Answer(question=TODAY, value="hand", words="By hand")}
    assert introduce(WHO, None, answers, []).need == "They said: “By hand”"


def test_a_long_answer_is_no_speech() -> None:
    answers = {PROJECT: Answer(question=PROJECT, value="a very long story " * 60)}
    assert len(introduce(WHO, SCRIPT, answers, []).need) < 200


def test_days_are_said_on_the_clock_of_whoever_reads_them() -> None:
    lead = LeadId(1)
    sent = Sending(id=SendingId(1), lead_id=lead, what="Price list", address="a@b.example",
                   wanted_on=date(2026, 3, 19), asked_by="Ana", asked_at=LATE,
                   sent_at=LATE)  # fmt: skip
    yes = OptIn(id=OptInId(1), lead_id=lead, address="", wording="May we?", language="en",
                asked_by="Ana", given_at=LATE)  # fmt: skip
    live = Meeting(id=MeetingId(1), lead_id=lead, kind=MeetingKind.LIVE, salesperson="Lena",
                   promise=None, starts_at=LATE, minutes=0, agreed_by="Ana",
                   zone="Europe/Berlin")  # fmt: skip
    noted = BesideCall(sendings=(sent,), opt_ins=(yes,), meetings=(live,))
    assert noted.lines_on("Europe/Berlin") == (
        (
            BesideKind.MEETING,
            "Handed over to Lena on the line, Wed 18 Mar 2026 at 00:30 in Berlin",
        ),
        (BesideKind.MATERIAL, "Price list was sent to a@b.example on Wed 18 Mar"),
        (BesideKind.OPT_IN, "Said yes to mails on Wed 18 Mar"),
    )
    assert noted.lines_on("UTC")[1][1].endswith("on Tue 17 Mar")


def test_research_has_four_times_and_says_why_a_lead_is_back() -> None:
    assert [time_words(check_time(time)) for time in TIMES] == ["15 min", "30 min", "1 h", "a day"]
    with pytest.raises(OutcomeRefused, match="one of: 15 min"):
        check_time(timedelta(minutes=20))
    reason = reason_for("Ana", "Nice on the phone\nWhich Albers is it?")
    assert reason == "Ana was to find out: Which Albers is it?"
    assert back_reason(back_reason(reason)) == f"Back from research. {reason}", "said once"
    assert came_back(back_reason(reason)) == (f"Back from research. {reason}",)
    assert came_back(back_reason("Ana was to look them up"))[0].endswith("up.")
    assert came_back(reason) == came_back("") == ()
    assert reason_for("Ana", " ") == "Ana was to look them up"
