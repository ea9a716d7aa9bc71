"""Campaign files: the three questions and the times as a supervisor wrote them (O3)."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qualdesk.core.campaigns import Campaign
from qualdesk.core.errors import DocumentRefused
from qualdesk.core.ids import CampaignId
from qualdesk.core.sources import UNSAID, CallLimits, SourceType
from qualdesk.files.campaigns import read_campaign
from qualdesk.resources import shipped

SMALL = '[campaign]\nname = "Spring fair"\n'
SOURCE = (
    '[source]\ntype = "webinar"\nwhat = "A webinar"\nwho = "Buyers"\nresponding_to = "A case"\n'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "spring.toml"


def refused(file: Path, text: str) -> dict[str, str]:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentRefused) as error:
        read_campaign(file)
    assert "spring.toml" in error.value.says
    return {problem.place: problem.says for problem in error.value.problems}


def test_the_shipped_sample_answers_everything_a_call_needs() -> None:
    plan = read_campaign(shipped("samples", "packtech-expo.toml"))
    assert plan.name == "PackTech Expo 2026"
    assert plan.source is not None
    assert plan.source.unanswered() == ()
    assert plan.source.permission
    assert plan.source.nurture
    assert plan.handoff.receiver
    ready = Campaign(id=CampaignId(1), name=plan.name, source=plan.source, window=plan.window)
    assert ready.before_calls() == ()


def test_a_name_is_enough_and_the_house_rules_stand_for_the_rest(file: Path) -> None:
    file.write_text(SMALL, encoding="utf-8")
    plan = read_campaign(file)
    assert (plan.name, plan.source, plan.window) == ("Spring fair", None, UNSAID)
    assert plan.limits == CallLimits()
    assert read_campaign(file, name="Another").name == "Another"


def test_wall_times_are_read_in_the_zone_of_the_file(file: Path) -> None:
    file.write_text(
        SMALL + '[window]\nzone = "Europe/Berlin"\nopens = 2026-03-27T09:00:00\n'
        "closes = 2026-03-30T17:00:00\n",
        encoding="utf-8",
    )
    window = read_campaign(file).window
    # The clocks change in between: both ends keep their wall time.
    assert window.opens_at == datetime(2026, 3, 27, 8, tzinfo=UTC)
    assert window.closes_at == datetime(2026, 3, 30, 15, tzinfo=UTC)


def test_a_day_is_a_whole_day_and_an_offset_is_an_instant(file: Path) -> None:
    file.write_text(
        SMALL + '[window]\nzone = "Europe/Berlin"\nopens = 2026-03-16\ncloses = 2026-03-20\n',
        encoding="utf-8",
    )
    window = read_campaign(file).window
    assert window.opens_at == datetime(2026, 3, 15, 23, tzinfo=UTC)
    assert window.closes_at == datetime(2026, 3, 20, 22, 59, tzinfo=UTC)
    file.write_text(
        SMALL + '[window]\nzone = "UTC"\nopens = 2026-03-16T09:00:00+02:00\n', encoding="utf-8"
    )
    assert read_campaign(file).window.opens_at == datetime(2026, 3, 16, 7, tzinfo=UTC)


def test_hours_days_and_limits_are_read(file: Path) -> None:
    file.write_text(
        SMALL + '[calling]\nhours = "8:30 to 18:00"\ndays = ["Monday", "sat"]\ntries = 4\n'
        "per_day = 1\npause_minutes = 90\ngrace_minutes = 5\n",
        encoding="utf-8",
    )
    assert read_campaign(file).limits == CallLimits(
        hours=(510, 1080),
        days=frozenset({0, 5}),
        max_attempts=4,
        max_per_day=1,
        min_gap=timedelta(minutes=90),
        grace=timedelta(minutes=5),
    )


def test_the_source_and_the_receiver_are_read(file: Path) -> None:
    file.write_text(
        SMALL + SOURCE + '[handoff]\nreceiver = "Jo"\nanswer_within_days = 3\nreasons = ["No"]\n',
        encoding="utf-8",
    )
    plan = read_campaign(file)
    assert plan.source is not None
    assert plan.source.type is SourceType.WEBINAR
    assert (plan.handoff.receiver, plan.handoff.reasons) == ("Jo", ("No",))
    assert plan.handoff.answer_within == timedelta(days=3)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("", "campaign", "missing"),
        ("[campaign]\n", "campaign.name", "missing"),
        ('[campaign]\nname = ""\n', "campaign.name", "empty"),
        (SMALL + 'colour = "red"\n', "campaign.colour", "no such key"),
        (SMALL + '[source]\ntype = "telepathy"\n', "source.type", "trade_show, webinar"),
        (SMALL + '[window]\nopens = "soon"\n', "window.zone", "missing"),
        (SMALL + '[window]\nzone = "Berlin"\n', "window.zone", "Europe/Berlin"),
        (
            SMALL + '[window]\nzone = "UTC"\nopens = 2026-03-20\ncloses = 2026-03-16\n',
            "window",
            "closes before it opens",
        ),
        (SMALL + '[calling]\nhours = "all day"\n', "calling.hours", "09:00-17:30"),
        (SMALL + '[calling]\nhours = "18:00-09:00"\n', "calling.hours", "start before"),
        (SMALL + '[calling]\ndays = ["mon", "funday"]\n', "calling.days", "funday"),
        (SMALL + "[calling]\ntries = 0\n", "calling.tries", "not below 1"),
        (SMALL + SOURCE + "cost = -5\n", "source.cost", "0 or more"),
        ('[campaign]\nname = "x\n', "line 2", "."),
    ],
)
def test_every_problem_is_told_at_its_key(file: Path, text: str, place: str, says: str) -> None:
    found = refused(file, text)
    assert place in found
    assert says in found[place]


def test_several_problems_are_told_at_once(file: Path) -> None:
    found = refused(file, SMALL + '[window]\nzone = "X"\n[calling]\nhours = "?"\ndays = ["?"]\n')
    assert set(found) == {"window.zone", "calling.hours", "calling.days"}


def test_a_file_that_is_no_text_or_not_there_is_refused(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DocumentRefused, match="UTF-8"):
        read_campaign(file)
    file.write_text("a = 1\n" * 20_000, encoding="utf-8")
    with pytest.raises(DocumentRefused, match="too long"):
        read_campaign(file)
    with pytest.raises(DocumentRefused, match="cannot be opened"):
        read_campaign(file.with_name("gone.toml"))
