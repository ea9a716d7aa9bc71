"""What people say, and who is nurtured: reports of “What came of it”, and their files (T5)."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from makers import make_campaign, make_contact, make_lead
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.digest import Digest, Need, Objection, Saying, Week
from qualdesk.core.leads import Bucket
from qualdesk.core.nurture import NurtureCount
from qualdesk.qt.handoff.lessons.digest import DigestPart
from qualdesk.qt.handoff.lessons.nurture import NurturePart
from qualdesk.qt.handoff.lessons.page import LessonsPage
from qualdesk.qt.work import Work
from qualdesk.store.database import Store
from qualdesk.store.leads import place

SAID = Digest(
    week=Week(year=2026, number=12),
    campaigns=("PackTech",),
    conversations=3,
    needs=(
        Need(
            asked="What are you working on?",
            people=3,
            does_not_know=1,
            chosen=(Saying(says="A new line", count=2),),
            said=(Saying(says="<b>Too slow</b>", count=2),),
            more=4,
        ),
    ),
    objections=(
        Objection(outcome="Not a fit", reason="Too small", people=2, said=(), more=0),
        Objection(outcome="Not interested", reason="", people=1, said=(), more=0),
    ),
)


@pytest.fixture
def campaign(sqlite_store: Store) -> Campaign:
    with sqlite_store.transaction() as tx:
        made = make_campaign(tx, "PackTech")
        for name, track in (("Ana Sousa", "Letters"), ("Ben Ito", "Webinars")):
            lead_id = make_lead(tx, made, make_contact(tx, name))
            until = tx.now + timedelta(days=30)
            place(tx, lead_id, Bucket.NURTURE, nurture_track=track, wake_at=until)
    return made


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    return Chosen(new_file=tmp_path / "report")


@pytest.fixture
def page(
    qtbot: QtBot, sqlite_file: Path, clock: SetClock, chosen: Chosen, campaign: Campaign
) -> Iterator[LessonsPage]:
    work = Work(desk_on(sqlite_file, clock))
    made = LessonsPage(work, clock, chosen, BERLIN)
    qtbot.addWidget(made)
    made.resize(1340, 640)
    made.show()
    made.show_campaign(campaign)
    yield made
    assert work.close()


def digest_of(page: LessonsPage) -> DigestPart:
    page.reports.choose("digest")
    part = page.front
    assert isinstance(part, DigestPart)
    return part


def nurture_of(qtbot: QtBot, page: LessonsPage) -> NurturePart:
    page.reports.choose("nurture")
    part = page.front
    assert isinstance(part, NurturePart)
    qtbot.waitUntil(lambda: len(part.model.rows) > 0)
    return part


def test_a_week_reads_as_questions_with_what_was_said_below(
    qtbot: QtBot, page: LessonsPage
) -> None:
    part = digest_of(page)
    qtbot.waitUntil(lambda: part.says.text().startswith("Nobody said"))
    assert not part.page.isEnabled(), "a week in which nobody said anything is no file"
    assert not part.sheet.isEnabled()
    part.show_digest(SAID)
    assert part.page.isEnabled()
    assert part.sheet.isEnabled()
    assert part.model.drawn() == [
        ("What people need", ""),
        ("What are you working on?", "3"),
        ("A new line", "2"),
        ("“<b>Too slow</b>”", "2"),
        ("And 4 more.", ""),
        ("They do not know", "1"),
        ("Why people said no, or not now", ""),
        ("Not a fit: Too small", "2"),
        ("Not interested", "1"),
    ]
    assert part.says.text().startswith("3 conversations in this week.")
    assert cut_words(page) == []
    assert unnamed(page) == []
    grab(page, "digest-1340", (1340, 640))


def test_the_last_whole_week_is_shown_first_and_any_of_half_a_year_can_be(
    page: LessonsPage,
) -> None:
    part = digest_of(page)
    assert part.week.week == Week(year=2026, number=11)
    assert part.week.count() == 26
    part.week.choose("2026-W12")
    page.show_campaign(part.campaign)
    assert part.week.week == Week(year=2026, number=12)


def test_the_digest_is_written_as_a_page_and_as_a_table(
    qtbot: QtBot, page: LessonsPage, chosen: Chosen, tmp_path: Path
) -> None:
    part = digest_of(page)
    qtbot.waitUntil(lambda: part.says.text().startswith("Nobody said"))
    part.show_digest(SAID)
    part.page.click()
    qtbot.waitUntil(lambda: part.result.says == "What people said is in report.html.")
    part.sheet.click()
    qtbot.waitUntil(lambda: part.result.says == "What people said is in report.csv.")
    assert chosen.asked == ["digest-2026-W11.html", "digest-2026-W11.csv"]
    assert "Nobody said anything." in (tmp_path / "report.html").read_text()


def test_who_is_nurtured_stands_by_track_and_by_whether_they_may_be_written_to(
    qtbot: QtBot, page: LessonsPage
) -> None:
    part = nurture_of(qtbot, page)
    assert part.model.drawn() == [
        ("Where they are nurtured", ""),
        ("Letters", "1"),
        ("Webinars", "1"),
        ("Who may be written to", ""),
        ("Said yes to mails", "0"),
        ("Gave no yes to mails", "2"),
        ("Took their yes back", "0"),
        ("May not be contacted, in no file", "0"),
    ]
    assert part.says.text() == ("2 leads are nurtured. The first is called again on 16 April 2026.")
    assert cut_words(page) == []
    assert unnamed(page) == []
    grab(page, "nurture-1340", (1340, 640))


def test_those_with_a_yes_go_to_the_mailing_tool_or_all_when_asked_for(
    qtbot: QtBot, page: LessonsPage, tmp_path: Path
) -> None:
    part = nurture_of(qtbot, page)
    part.tool.click()
    qtbot.waitUntil(lambda: "said yes to mails" in part.result.says)
    part.who.choose("everybody")
    part.sheet.click()
    qtbot.waitUntil(lambda: part.result.says == "2 leads are in report.csv.")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["Full Name"] for row in csv.DictReader(stream)] == ["Ana Sousa", "Ben Ito"]


def test_a_lead_on_no_track_is_said_in_words(page: LessonsPage, campaign: Campaign) -> None:
    """T5: the count is 0; were it not, a person would see it."""
    page.reports.choose("nurture")
    part = page.front
    part.show_count(NurtureCount(campaign=campaign.id, leads=1, no_track=1, tracks=(("", 1),)))
    assert "1 of them is on no track." in part.says.text()
    assert part.model.drawn()[1] == ("On no track", "1")
    part.show_count(NurtureCount(campaign=campaign.id))
    assert part.says.text() == "No lead of this campaign is nurtured."
    assert not part.tool.isEnabled()
