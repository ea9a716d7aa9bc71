"""Which backups stay, how old they are, and what one would undo, in words."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qualdesk.core.backups import (
    ASIDE,
    BY_HAND,
    DAILY,
    UPDATE,
    USUAL_PLAN,
    BackupPlan,
    Difference,
    age_words,
    is_due,
    plan_from_plain,
    plan_to_plain,
    spare,
)
from qualdesk.core.findings import COUNTS, HISTORY, STRUCTURE, CheckedFile, Finding
from qualdesk.store.backups import Backup

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def made(ago: timedelta, why: str = DAILY) -> Backup:
    return Backup(path=Path(f"{ago}-{why}"), made_at=NOON - ago, why=why, size=1)


def test_the_newest_of_days_weeks_and_months_stay() -> None:
    daily = [made(timedelta(days=number)) for number in range(500)]
    gone = spare(daily, USUAL_PLAN)
    stayed = [one for one in daily if one not in gone]
    days = [(NOON - one.made_at).days for one in stayed]
    assert days[:7] == list(range(7))
    assert len(stayed) <= 7 + 4 + 12
    months = {(one.made_at.year, one.made_at.month) for one in stayed}
    assert len(months) == 12
    assert gone[0].made_at < gone[-1].made_at, "the oldest first"


def test_what_a_person_made_by_hand_stays_and_takes_no_place_of_others() -> None:
    none = BackupPlan(days=0, weeks=0, months=0)
    hand = [made(timedelta(hours=number), BY_HAND) for number in (0, 1, 9000)]
    daily = [made(timedelta(days=number)) for number in range(1, 6)]
    assert set(spare([*hand, *daily], none)) == set(daily[3:])


def test_the_newest_three_and_the_last_update_stay_whatever_is_wanted() -> None:
    none = BackupPlan(days=0, weeks=0, months=0)
    updates = [made(timedelta(days=90), UPDATE), made(timedelta(days=80), UPDATE)]
    others = [made(timedelta(hours=number)) for number in range(6)]
    aside = made(timedelta(days=400), ASIDE)
    gone = set(spare([*updates, *others, aside], none))
    assert gone == {updates[0], *others[3:]}


@pytest.mark.parametrize(
    ("hours", "due"), [((), True), ((25,), True), ((24,), True), ((23,), False), ((-5,), True)]
)
def test_a_backup_is_due_when_the_last_is_a_day_old(hours: tuple[int, ...], due: bool) -> None:
    assert is_due([made(timedelta(hours=one)) for one in hours], NOON) is due


def test_what_makes_no_sense_in_the_settings_is_as_usual() -> None:
    assert plan_from_plain({"days": -1, "weeks": "4", "months": True}) == USUAL_PLAN
    assert plan_from_plain("nonsense") == USUAL_PLAN
    plan = BackupPlan(folder="/media/backups", days=14)
    assert plan_from_plain(plan_to_plain(plan)) == plan
    assert plan_to_plain(USUAL_PLAN) == {}


def test_age_and_difference_are_said_in_words() -> None:
    ages = [age_words(NOON - timedelta(hours=one), NOON) for one in (0, 1, 5, 24, 72)]
    assert ages[0] == "less than an hour ago"
    assert ages[1:3] == ["an hour ago", "5 hours ago"]
    assert ages[3:] == ["a day ago", "3 days ago"]
    assert Difference().says == ("Nothing in the workspace is newer than the backup.",)
    told = " ".join(Difference(leads=2, calls=1, stops=3, erased=1, back=1, changed=4).says)
    for words in ("2 leads", "a call", "3 do-not-calls", "erase them again", "comes back"):
        assert words in told
    told = " ".join(Difference(campaigns=1, acts=12).says)
    assert "gone with it: a campaign." in told
    assert "the history has 12 entries that are newer" in told
    assert "damaged" in Difference(unread="the workspace is damaged.").says[0]


def test_a_finding_says_what_is_wrong_and_what_was_done() -> None:
    mended = Finding(kind=COUNTS, count=3, is_mended=True)
    broken = Finding(kind=STRUCTURE, detail="page 4 is lost")
    assert mended.says == "3 counts were off. Mended."
    assert "page 4 is lost" in broken.says
    assert "put back a backup" in broken.says
    assert "entry 7" in Finding(kind=HISTORY, count=7).says
    assert CheckedFile(findings=(mended,)).is_well
    assert not CheckedFile(findings=(mended, broken)).is_well
    assert CheckedFile().says == ("The database was checked. Nothing is wrong with it.",)
