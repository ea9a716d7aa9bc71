"""What callers of a team find beyond the lead in hand: few fields, counted, and written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest

from makers import make_campaign, make_contact, make_lead
from qualdesk.bootstrap import open_desk
from qualdesk.core.claim_limits import LOOK_UPS_PER_HOUR
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import PacedOut
from qualdesk.core.ids import LeadId
from qualdesk.core.searching import read_search
from qualdesk.core.sources import CallLimits
from qualdesk.desk import Desk
from qualdesk.store import look_ups
from qualdesk.store.database import Store
from qualdesk.store.team.look_ups import MOST_COLLEAGUES, MOST_FOUND
from qualdesk.store.team.pace import PACED_OUT
from team_desks import TeamDesk

_ALL_DAY = CallLimits(hours=(0, 24 * 60), days=frozenset(range(7)))


@contextmanager
def _desk(team: TeamDesk, name: str) -> Iterator[Desk]:
    desk = open_desk(team.url(name), caller=name)
    try:
        yield desk
    finally:
        desk.close()


def _as_owner(team: TeamDesk, text: str, *values: object) -> list[Any]:
    with psycopg.connect(team.owner, autocommit=True) as owner:
        cursor = owner.execute(text.encode(), values or None)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def people(team: TeamDesk) -> dict[str, LeadId]:
    """Seven people of one company, and Iris Vogel, who is nobody's lead in hand."""
    store = Store(team.owner, clock=SystemClock())
    try:
        with store.transaction() as tx:
            fair = make_campaign(tx, limits=_ALL_DAY)
            found = {
                name: make_lead(
                    tx, fair, make_contact(tx, name, company_name="Sample Foods", phones=[phone])
                )
                for name, phone in (
                    ("Ada Park", "+493023125901"),
                    *((f"Bea Nr{n}", f"+49302312591{n}") for n in range(6)),
                )
            }
            iris = make_contact(tx, "Iris Vogel", phones=["+493023125777"])
            return {**found, "Iris Vogel": make_lead(tx, fair, iris)}
    finally:
        store.close()


def test_who_calls_back_is_found_by_four_digits_or_a_full_name_and_written_down(
    team: TeamDesk, people: dict[str, LeadId]
) -> None:
    iris = people["Iris Vogel"]
    with _desk(team, "Maya") as desk:
        for typed in ("5777", "030 23125777", "iris vogel", "Vogel, Iris"):
            [found] = desk.search.who_calls(typed).leads
            assert (found.lead_id, found.name) == (iris, "Iris Vogel"), typed
            assert found.city == ""
        assert desk.search.find("Iris Vogel").leads[0].lead_id == iris
    log = _as_owner(
        team, "SELECT lead_id, caller FROM claim_log WHERE how = 'find_caller_back' ORDER BY id"
    )
    assert log == [(0, "Maya"), (iris, "Maya")] * 5


@pytest.mark.parametrize("typed", ["777", "iris", "i vogel", "vog", "sample foods", "iris vog"])
def test_less_than_that_finds_nobody(team: TeamDesk, people: dict[str, LeadId], typed: str) -> None:
    assert people
    with _desk(team, "Maya") as desk:
        assert desk.search.find(typed).leads == ()
        assert desk.search.who_calls(typed).leads == ()


@pytest.mark.parametrize(
    "asked",
    [
        "ARRAY['777'], ARRAY[]::text[]",
        "ARRAY['%777'], ARRAY[]::text[]",
        "ARRAY[''], ARRAY[]::text[]",
        "ARRAY[]::text[], ARRAY['vogel']",
        "ARRAY[]::text[], ARRAY['i v']",
        "ARRAY[]::text[], ARRAY[]::text[]",
        "NULL, NULL",
        "NULL, array_fill('iris vogel'::text, ARRAY[9])",
        "(SELECT array_agg(to_char(n, 'FM0000')) FROM generate_series(0, 9999) AS n), ARRAY['']",
    ],
)
def test_calling_the_look_up_as_one_likes_names_nobody(
    team: TeamDesk, people: dict[str, LeadId], asked: str
) -> None:
    assert people
    text = f"SELECT * FROM act.find_caller_back({asked})"  # noqa: S608 - as somebody types it
    with psycopg.connect(team.url("Maya"), autocommit=True) as psql, pytest.raises(psycopg.Error):
        psql.execute(text.encode()).fetchall()


def test_one_look_up_names_five_people_at_most(team: TeamDesk, people: dict[str, LeadId]) -> None:
    assert people
    _as_owner(team, "UPDATE contact_phone SET e164 = '+4930' || (2000 + id) || '5555'")
    with _desk(team, "Maya") as desk:
        assert len(desk.search.who_calls("5555").leads) == MOST_FOUND


def test_look_ups_come_to_an_end_also_when_each_is_taken_back(
    team: TeamDesk, people: dict[str, LeadId]
) -> None:
    ask = "SELECT name FROM act.find_caller_back(ARRAY['5777'], ARRAY[]::text[])"
    with psycopg.connect(team.url("Maya")) as psql:
        for _ in range(LOOK_UPS_PER_HOUR):
            assert psql.execute(ask).fetchall()
            psql.rollback()
        with pytest.raises(psycopg.Error) as refused:
            psql.execute(ask)
        assert refused.value.sqlstate == PACED_OUT
    with _desk(team, "Maya") as desk, pytest.raises(PacedOut):
        desk.search.who_calls("5777")
    with _desk(team, "Ben") as desk:
        assert desk.search.who_calls("5777").leads[0].lead_id == people["Iris Vogel"]


def test_colleagues_are_named_for_the_lead_in_hand_only(
    team: TeamDesk, people: dict[str, LeadId]
) -> None:
    ada = people["Ada Park"]
    _as_owner(
        team,
        "UPDATE lead SET claimed_by = 'Maya', claim_kind = 'open', claim_token = 1, ready = FALSE,"
        " claim_until = now() + interval '5 minutes' WHERE id = %s",
        ada,
    )
    with _desk(team, "Maya") as desk:
        strip = desk.calling.company(ada)
    assert strip.company == "Sample Foods"
    assert len(strip.colleagues) == MOST_COLLEAGUES
    assert strip.more == 6 - MOST_COLLEAGUES
    assert all(one.name.startswith("Bea") and one.title == "" for one in strip.colleagues)
    logged = _as_owner(
        team, "SELECT lead_id FROM claim_log WHERE how = 'company_strip' AND lead_id > 0"
    )
    assert {row[0] for row in logged} == {one.lead_id for one in strip.colleagues}
    held = pytest.raises(psycopg.errors.InsufficientPrivilege)
    with psycopg.connect(team.url("Ben"), autocommit=True) as psql, held:
        psql.execute("SELECT * FROM act.company_strip(%s::int)", (ada,))


def test_one_s_own_last_calls_are_named_and_nobody_else_s(
    team: TeamDesk, people: dict[str, LeadId]
) -> None:
    add = (
        "INSERT INTO attempt (id, lead_id, caller, number, started_at, outcome, claim_token)"
        " VALUES (%s, %s, %s, '+49', now() - %s * interval '1 minute', 'no_answer', 1)"
    )
    for place, (name, who) in enumerate(
        (("Iris Vogel", "Maya"), ("Ada Park", "Maya"), ("Bea Nr1", "Ben"))
    ):
        _as_owner(team, add, f"call {place}", people[name], who, place)
    for who in ("Maya", "Ben"):
        with _desk(team, who) as desk:
            recent = desk.my_day.recent()
        theirs = ["Iris Vogel", "Ada Park"] if who == "Maya" else ["Bea Nr1"]
        assert [one.name for one in recent] == theirs
        assert {one.outcome for one in recent} == {"no_answer"}


def test_a_caller_is_told_what_comes_next_only_once_it_is_kept_for_them(
    team: TeamDesk, people: dict[str, LeadId]
) -> None:
    _as_owner(team, "INSERT INTO claim_limit VALUES ('Maya', 0, 9, 9, 0, '', now())")
    with _desk(team, "Maya") as desk:
        assert desk.queue.upcoming() == ()
        kept = desk.calling.fetch_ahead()
        [row] = desk.queue.upcoming()
        assert row.lead_id == kept
        assert row.name in people
        assert row.priority.reasons
        assert desk.queue.why_empty().open_leads == len(people)
        assert desk.queue.open_today() == len(people) - 1


def test_too_little_is_not_asked_at_all(team: TeamDesk) -> None:
    store = Store(team.owner, clock=SystemClock())
    with store.transaction() as tx:
        assert look_ups.find_caller_back(tx, read_search("777")) == []
        assert look_ups.find_caller_back(tx, read_search("")) == []
    store.close()
