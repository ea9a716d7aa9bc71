"""The people who work here: hours, duty and how they are reached, in both databases."""

from datetime import date, time, timedelta

import pytest

from calls import a_campaign, a_lead, calling, next_card
from makers import BERLIN, MORNING
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.core.members import Away, Member, read_hours
from qualdesk.desk.people import People
from qualdesk.desk.supervising import Supervising
from qualdesk.store.database import Store
from qualdesk.store.history import entries

WEEK = read_hours("mon-fri 9-17")


@pytest.fixture
def people(sqlite_store: Store, clock: SetClock) -> People:
    return People(sqlite_store, clock, "Ana")


def test_who_was_seen_at_work_is_a_member_and_a_new_workspace_has_none(
    store: Store, clock: SetClock
) -> None:
    people = People(store, clock, "Ana")
    assert people.members() == ()
    assert people.member() == Member(name="Ana")
    calling(store, clock, "Ben").next_lead()
    assert [(one.name, one.role) for one in people.members()] == [("Ben", "caller")]


def test_hours_are_kept_and_each_part_is_changed_alone(store: Store, clock: SetClock) -> None:
    people = People(store, clock, "Ana")
    people.set_hours(shifts=WEEK, zone=BERLIN)
    people.set_hours(duty={1: ((time(10), time(12)),)})
    done = people.set_details(languages=["German", "en"], email="ana@example.com")
    assert done.changes.queue
    assert people.member("ana") == Member(
        name="Ana",
        email="ana@example.com",
        zone=BERLIN,
        shifts=WEEK,
        duty={1: ((time(10), time(12)),)},
        languages=("de", "en"),
    ), "found by any case of the name"
    assert people.set_hours(shifts={}).member.shifts == {}
    assert people.member().duty, "what was not said stays"


def test_what_cannot_be_is_refused_and_changes_nothing(people: People) -> None:
    people.set_hours(shifts=WEEK, zone=BERLIN)
    before = people.member()
    with pytest.raises(Refused, match="no role “boss”"):
        people.set_details(role="boss")
    with pytest.raises(Refused, match="no e-mail address"):
        people.set_details(email="ana at example")
    with pytest.raises(Refused, match="“Klingon” is no language"):
        people.set_details(languages=["Klingon"])
    with pytest.raises(Refused, match="no time zone called “Berlin”"):
        people.set_hours(zone="Berlin")
    with pytest.raises(Refused, match="end before they begin"):
        people.set_hours(shifts={0: ((time(17), time(9)),)})
    with pytest.raises(Refused, match="on which clock"):
        people.set_hours("Ben", shifts=WEEK)
    with pytest.raises(Refused, match="too long"):
        people.set_details("x" * 300)
    assert people.members() == (before,)


def test_hostile_names_are_kept_as_one_harmless_line(people: People) -> None:
    people.set_details("Kim\u202e\n <b>Lee</b>", role="sales", phone="=1+1\x00")
    (one,) = people.members()
    assert (one.name, one.phone) == ("Kim <b>Lee</b>", "=1+1")


def test_on_duty_is_who_said_so_is_there_and_is_not_away(
    sqlite_store: Store, clock: SetClock, people: People
) -> None:
    """D8: a live hand-over goes to somebody who can take it now."""
    duty = {1: ((time(10), time(12)),)}
    for name, role in (("Kim", "sales"), ("Lee", "sales"), ("Max", "supervisor")):
        people.set_details(name, role=role)
        people.set_hours(name, duty=duty, zone=BERLIN)
    people.set_details("Nia", role="sales")
    people.set_hours("Kim", shifts=WEEK)
    assert [one.name for one in people.on_duty()] == ["Kim", "Lee"]
    assert [one.name for one in people.on_duty("supervisor")] == ["Max"]
    today = date(2026, 3, 17)
    Supervising(sqlite_store, clock, "Sue").set_away("Lee", today)
    assert [one.name for one in people.on_duty()] == ["Kim"]
    clock.set(MORNING + timedelta(hours=2))
    assert people.on_duty() == (), "12:24 in Berlin"


def test_a_shift_is_that_of_the_day_it_is_for_them(people: People, clock: SetClock) -> None:
    assert people.shift_of() is None
    people.set_hours(shifts=WEEK, zone="America/New_York")
    shift = people.shift_of()
    assert shift is not None
    assert (shift.day, f"{shift.ends:%H:%M}", shift.ends_at.hour) == (
        date(2026, 3, 17),
        "17:00",
        21,
    )
    assert people.shift_of(at=clock.now() + timedelta(days=4)) is None, "a Saturday"
    assert people.shift_of("Nobody") is None


def test_what_is_written_about_somebody_stands_in_the_history_without_values(
    sqlite_store: Store, people: People
) -> None:
    people.set_details("Kim", role="sales", phone="+44 7700 900123")
    with sqlite_store.reading() as tx:
        (entry,) = entries(tx, "member", "Kim")
    assert (entry.who, entry.what) == ("Ana", "wrote down a member")
    assert "7700" not in str(entry)


def test_absences_holidays_and_campaigns_are_kept_in_both_databases(
    store: Store, clock: SetClock
) -> None:
    fair = a_campaign(store)
    people = People(store, clock, "Sue")
    easter = Away(first=date(2026, 4, 3), last=date(2026, 4, 6), because="holiday")
    course = Away(first=date(2026, 3, 19), last=date(2026, 3, 19))
    people.set_hours("Ana", shifts=read_hours("mon-fri 9-12:30 13-17"), zone=BERLIN)
    people.set_absences("Ana", [easter, course])
    people.set_campaigns("Ana", [fair.name])
    ana = people.member("Ana")
    assert ana.absences == (course, easter)
    assert (ana.campaigns, len(ana.shifts[0])) == ((fair.id,), 2)
    assert people.set_absences("Ana", []).member.absences == ()
    assert people.set_campaigns("Ana", []).member.campaigns == ()
    with pytest.raises(Refused, match="no calendar “XX”"):
        people.set_calendar("Ana", "xx")


def test_a_holiday_of_their_calendar_is_a_day_off_unless_they_work_on_it(
    store: Store, clock: SetClock
) -> None:
    people = People(store, clock, "Sue")
    assert "DE" in people.calendars()
    ana = people.set_calendar("Ana", "de").member
    easter = date(2026, 4, 6)
    assert (ana.holiday_on(easter), ana.is_off(easter)) == ("Easter Monday", True)
    assert not people.set_calendar("Ana", at_work_on=[easter]).member.is_off(easter)
    assert people.member("Ana").calendar == "DE"


def test_who_works_on_some_campaigns_is_given_leads_of_these_alone(
    store: Store, clock: SetClock
) -> None:
    """The queue goes by the roster; what a supervisor gives somebody comes all the same."""
    fair, show = a_campaign(store, name="Fair"), a_campaign(store, name="Show")
    of_show = {a_lead(store, show, f"Show {n}", company=f"S{n}") for n in range(2)}
    of_fair = {a_lead(store, fair, f"Fair {n}", company=f"F{n}") for n in range(2)}
    People(store, clock, "Sue").set_campaigns("Ana", ["Show"])
    ana = calling(store, clock, "Ana")
    taken = next_card(ana).lead.id
    assert taken in of_show
    ana.release(taken)
    assert next_card(calling(store, clock, "Ben")).lead.id in of_fair | of_show
    asked = ana.next_lead("Fair")
    assert isinstance(asked, CallCard)
    assert asked.lead.id in of_show, "not one of theirs"
    ana.release(asked.lead.id)
    given = next(iter(of_fair))
    Supervising(store, clock, "Sue").push(given, "Ana")
    assert next_card(ana).lead.id == given, "what a supervisor gives comes all the same"
