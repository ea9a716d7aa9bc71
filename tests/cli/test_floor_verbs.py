"""The Floor at the command line: its numbers, the leads behind them, an alarm with exit code."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from makers import MORNING, make_campaign, make_contact, make_lead
from qualdesk.__main__ import main
from qualdesk.core.clock import SetClock
from qualdesk.desk import Desk
from qualdesk.store.database import Store
from qualdesk.store.schema import tally

Ask = Callable[..., Any]


@pytest.fixture
def ask(sqlite_store: Store, clock: SetClock, sqlite_file: Path, capsys: Any) -> Ask:
    """A campaign of three leads, one of them called in vain and one not a fit."""
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx, "Fair")
        for name in ("Anna Berg", "Bo Thal", "Cy Dorn"):
            make_lead(tx, fair, make_contact(tx, name, company_name="Elbkorn"))
    desk = Desk(sqlite_store, clock, "ana")
    for outcome, said in (("no_answer", {}), ("not_qualified", {"reason": "No need"})):
        call = desk.calling.start_attempt(desk.calling.next_lead().lead.id)
        desk.calling.finish(call.id, outcome, **said)

    def run(*words: str, plain: bool = False, code: int = 0) -> Any:
        told = [*words, "--db", f"sqlite:///{sqlite_file}", "--at", MORNING.isoformat()]
        found = main(told if plain or code == 2 else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        return said.err if code == 2 else said.out if plain else json.loads(said.out)

    return run


def test_the_board_is_read_line_by_line(ask: Ask) -> None:
    said = ask("floor", plain=True).splitlines()
    assert said[:4] == [
        "Called at least once: 2 of 3",
        "Finished: 1 of 3",
        "Reached: 1 of 2",
        "Qualified: 0 of 1; 0 to hand off",
    ]
    assert "        1  Never called" in said
    assert "  Trade show: 3 leads; reached 1 of 2; qualified 0 of 1; sales took 0 of 0" in said
    assert said[-1] == "  Tue 10: 1 of 2"


def test_a_program_reads_numbers_stands_days_and_rates_with_their_formulas(ask: Ask) -> None:
    found = ask("floor", "--campaign", "Fair")
    assert (found["total"], found["called"], found["adds_up"]) == (3, 2, True)
    assert found["stands"] == {"not_a_fit": 1, "try_again": 1, "never_called": 1}
    assert found["days"] == [{"day": "2026-03-17", "finished": 1}]
    assert found["rates"]["contact"] == {
        "name": "Contact rate",
        "formula": "leads reached / leads called at least once",
        "yes": 1,
        "of": 2,
    }
    assert found["rates"]["answer"]["of"] == 2


def test_stands_add_up_and_the_leads_behind_a_number_come_page_by_page(ask: Ask) -> None:
    assert ask("floor", "stands")["total"] == 3
    assert "        3  in all" in ask("floor", "stands", "--campaign", "Fair", plain=True)
    page = ask("floor", "behind", "called", "--most", "1")
    assert (page["title"], page["total"], len(page["leads"])) == ("Called at least once", 2, 1)
    rest = ask("floor", "behind", "called", "--after", str(page["next_after"]))
    assert (len(rest["leads"]), rest["next_after"]) == (1, None)
    said = ask("floor", "behind", "stand:not_a_fit", plain=True)
    assert "Elbkorn: Not a fit (No need); last called 2026-03-17 09:24 UTC" in said
    assert "There is no list “dials”" in ask("floor", "behind", "dials", code=2)
    assert "There is no list number 7" in ask("floor", "stands", "--list", "7", code=2)


def test_a_number_that_is_off_is_an_alarm_until_it_is_counted_anew(
    ask: Ask, sqlite_store: Store
) -> None:
    assert ask("floor", "check", plain=True) == "Every number is what the rows say.\n"
    with sqlite_store.transaction() as tx:
        tx.connection.execute(tally.update().where(tally.c.what == "total").values(counted=9))
    found = ask("floor", "check", code=1)
    assert found["off"] == [{"what": "All leads of the list", "kept": 9, "counted": 3, "leads": []}]
    said = ask("floor", "check", "--mend", plain=True)
    assert "1 number was not what the rows say. It is now." in said
    assert ask("floor", "check")["quiet"]


def test_of_several_campaigns_one_must_be_named(ask: Ask, sqlite_store: Store) -> None:
    with sqlite_store.transaction() as tx:
        make_campaign(tx, "Other")
    assert "Say which campaign, with --campaign NAME: Other, Fair." in ask("floor", code=2)
    assert ask("floor", "--campaign", "Other")["total"] == 0
