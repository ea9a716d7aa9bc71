"""Stories run on a file, some of them also by real logins on a team's server.

With ``QUALDESK_TEAM=1`` all of them are played by real logins, and none on a file.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualdesk.bootstrap import read_beliefs
from qualdesk.core.clock import SetClock
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.store.database import Store
from seats import CAST, address
from team_rehearsal import Stage, as_a_team

_AS_A_TEAM = bool(os.environ.get("QUALDESK_TEAM"))
# Played by real logins with each change too: a call with all its answers, what is promised, a
# message for a colleague, a question from a caller's window to a supervisor's, what sales says.
ALWAYS = frozenset(
    {
        "test_a_promise_crosses_the_change_of_clocks_and_a_holiday",
        "test_a_call_with_eight_answers_and_a_call_back_takes_at_most_25_presses",
        "test_what_a_colleague_left_about_a_lead_is_read_on_top_and_once",
        "test_sales_takes_over_only_what_qualifies_now_or_at_a_time",
        "test_a_question_asked_in_a_call_is_answered_once_for_everybody",
    }
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Those stories run twice: on a file, and by real logins."""
    if metafunc.function.__name__ in ALWAYS and not _AS_A_TEAM:
        metafunc.parametrize("stage", [False, True], ids=["file", "team"], indirect=True)


# What is so of a file alone: a team's workspace is backed up on its server.
_OF_A_FILE = frozenset(
    {
        "test_a_backup_can_be_put_back",
        "test_the_drill",
        "test_an_older_program_says_who_made_a_file_and_changes_nothing",
        # Who is bound on a server is said by its owner: tests/store/team/test_rows_of_clients.py.
        "test_a_supervisor_who_works_for_one_client_sees_what_is_theirs",
        # They begin in the sample, which is a file on the computer of whoever looks around.
        *(
            f"test_every_step_of_the_guide_does_what_the_guide_says[{guide}.md]"
            for guide in ("guide-caller", "guide-supervisor")
        ),
        "test_a_step_that_is_not_true_is_noticed",
    }
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A team is on one kind of server: what runs once in each database is played once."""
    if _AS_A_TEAM:
        kept = [one for one in items if "[postgresql" not in one.name]
        items[:] = [one for one in kept if not {one.name, _bare(one)} & _OF_A_FILE]


def _bare(one: pytest.Item) -> str:
    return one.name.partition("[")[0]


@pytest.fixture(scope="session", autouse=True)
def _pages_are_read() -> None:
    """Stories in a window wait for no page on the way to it, whichever goes there first."""
    if "qualdesk.qt.desk_window" in sys.modules:
        from qt.windows import read_pages

        read_pages()


@pytest.fixture(autouse=True)
def stage(request: pytest.FixtureRequest) -> Iterator[Stage | None]:
    """Whose logins the story is played by."""
    if not getattr(request, "param", _AS_A_TEAM):
        yield None
        return
    template = request.getfixturevalue("team_template")
    with as_a_team(template, {**CAST, **getattr(request.module, "CAST", {})}) as made:
        yield made


@pytest.fixture
def sqlite_store(sqlite_file: Path, clock: SetClock, stage: Stage | None) -> Iterator[Store]:
    """What a story looks into behind the scenes: its file, or the team's workspace."""
    yield from _behind(f"sqlite:///{sqlite_file}", clock, stage)


@pytest.fixture
def store(store_url: str, clock: SetClock, stage: Stage | None) -> Iterator[Store]:
    """The same, once in each database."""
    yield from _behind(store_url, clock, stage)


def _behind(url: str, clock: SetClock, stage: Stage | None) -> Iterator[Store]:
    if stage is not None:
        stage.follow(url, clock)
    kept = Store(
        address(url), clock=clock, durable=False, rules=shipped_rules, beliefs=read_beliefs
    )
    yield kept
    kept.close()
