"""History loaded from a file, so that a new workspace has something to try a draft on (F3)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from past_makers import a_campaign, finish
from qualdesk.core.clock import SetClock
from qualdesk.core.definition import VerdictKind
from qualdesk.core.errors import ExportRefused, ListRefused, NotFound
from qualdesk.core.past_rows import EXAMPLE, PastLoadId
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.core.replay import Result
from qualdesk.desk.trying import Trying
from qualdesk.store import past_loads
from qualdesk.store.database import Store
from qualdesk.store.schema import finished_case
from script_makers import make_definition, make_script

SCRIPT = make_script()
FILE = """label,finished,result,reason,need,role,sites,Wants_call,today
Dairy 1,2026-01-12,taken,,A new line,a,4,yes,by hand
Dairy 2,2026-01-13,won,,A new line,Label b,4,Yes,
Bakery,2026-01-14,sent back,No budget,x,a,1,yes,
Press,2026-01-15,,,x,c,,no,
Fair,2026-01-16,lost,,does not know,a,2,yes,
"""


@pytest.fixture
def trying(store: Store, clock: SetClock) -> Trying:
    return Trying(store, clock, "Rosa")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def written(text: str = FILE, name: str = "past.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_a_new_workspace_tries_a_draft_on_loaded_history(
    trying: Trying, write: Callable[..., Path]
) -> None:
    """F3 for somebody who has called nobody here yet."""
    loaded = trying.load_past(write(), SCRIPT)
    assert (loaded.rows, loaded.kept, loaded.left_out, loaded.ignored) == (5, 5, (), ())
    trial = trying.trial(replace(make_definition(), version=4, threshold=65), make_definition())
    assert trial.leads == 5
    # The need of one is not known, and one is no fit; of the others one is short of 65.
    assert (trial.before.qualified, trial.after.qualified) == (3, 2)
    assert (trial.before.won, trial.avoided) == (1, 1)
    (changed,) = trial.changed
    assert (changed.lead_id, changed.name, changed.result) == (None, "Bakery", Result.SENT_BACK)
    assert changed.now is VerdictKind.NURTURE
    assert changed.finished_at == datetime(2026, 1, 14, 12, tzinfo=UTC)
    assert [one.reason for one in trial.missing_questions] == ["No budget"]


def test_history_and_leads_of_our_own_are_tried_together(
    store: Store, trying: Trying, clock: SetClock, write: Callable[..., Path]
) -> None:
    campaign = a_campaign(store, clock)
    finish(store, campaign)
    trying.load_past(write(), SCRIPT)
    trying.load_past(write(FILE.replace("Dairy", "Mill"), "more.csv"), SCRIPT, campaign=campaign.id)
    assert trying.finished() == 11
    assert trying.finished(campaign.id) == 6


def test_every_row_is_kept_or_left_out_with_its_reason(
    trying: Trying, write: Callable[..., Path]
) -> None:
    text = """label,finished,result,reason,need,role,sites,colour
good,2026-01-12,taken,,x,a,1,red
no such role,2026-01-12,taken,,x,boss,1,
no result,2026-01-12,maybe,,x,a,1,
no day,on Monday,taken,,x,a,1,
ahead,2031-01-12,taken,,x,a,1,
empty,2026-01-12,taken,,,,,blue
no number,2026-01-12,taken,,x,a,few,
,,,,x,,,
"""
    loaded = trying.load_past(write(text), SCRIPT)
    assert (loaded.rows, loaded.kept) == (8, 2)
    reasons = {one.row: one.because for one in loaded.left_out}
    assert sorted(reasons) == [3, 4, 5, 6, 7, 8]
    assert reasons[3] == "“boss” is no answer to “Role”. Choose one of: a, b, c."
    assert reasons[4].startswith("“maybe” is no result. Write taken,")
    assert reasons[5] == "“on Monday” is no day. Write it like 2026-03-17."
    assert reasons[6].endswith("lies ahead. Write the day on which it was finished.")
    assert reasons[7] == "There is no answer in this row."
    assert "no number to keep" in reasons[8]
    assert loaded.ignored == ("colour",)
    named = trying.trial(make_definition(threshold=0)).changed
    assert {one.name for one in named} <= {"good", "Row 9"}


def test_the_template_can_be_filled_in_and_loaded(trying: Trying, tmp_path: Path) -> None:
    path = tmp_path / "template.csv"
    trying.write_template(path, SCRIPT)
    text = path.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0].replace('"', "") == (
        "label,finished,result,reason,need,today,who,role,sites,wants_call,best_time"
    )
    with pytest.raises(ListRefused, match="The first: This is the example of the template"):
        trying.load_past(path, SCRIPT)
    path.write_text(text.replace(EXAMPLE, "One of ours"), encoding="utf-8")
    assert trying.load_past(path, SCRIPT).kept == 1
    with pytest.raises(ExportRefused, match="is there already"):
        trying.write_template(path, SCRIPT)
    with pytest.raises(ExportRefused, match="cannot be written"):
        trying.write_template(tmp_path / "nowhere" / "template.csv", SCRIPT)


def test_the_same_file_is_loaded_once_and_can_be_undone(
    store: Store, trying: Trying, write: Callable[..., Path]
) -> None:
    loaded = trying.load_past(write(), SCRIPT)
    with pytest.raises(ListRefused, match="loaded already"):
        trying.load_past(write(name="again.csv"), SCRIPT)
    (known,) = trying.past_loads()
    assert (known.id, known.name, known.rows, known.loaded_by) == (
        loaded.load_id,
        "past.csv",
        5,
        "Rosa",
    )
    assert trying.undo_past(loaded.load_id) == known
    assert (trying.finished(), trying.past_loads()) == (0, ())
    with store.reading() as tx:
        assert tx.connection.execute(finished_case.select()).all() == []
    with pytest.raises(NotFound):
        trying.undo_past(loaded.load_id)
    assert trying.load_past(write(), SCRIPT).kept == 5


def test_a_load_that_is_stopped_or_dies_counts_for_nobody(
    store: Store, trying: Trying, write: Callable[..., Path]
) -> None:
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        trying.load_past(write(), SCRIPT, stopped)
    assert trying.finished() == 0
    with store.reading() as tx:
        assert tx.connection.execute(finished_case.select()).all() == []
    # A desk that died in the middle: its rows are there, and count only once they are whole.
    trying.load_past(write(), SCRIPT)
    with store.transaction() as tx:
        dead = past_loads.begin_load(tx, name="dead.csv", sha256="d", by="Maya")
        change = finished_case.update().values(past_load_id=dead)
        tx.connection.execute(change)
    assert trying.finished() == 0
    assert trying.trial(make_definition(), make_definition()).leads == 0


def test_what_a_dead_load_left_goes_a_day_later(
    store: Store, trying: Trying, clock: SetClock, write: Callable[..., Path]
) -> None:
    from datetime import timedelta

    first = trying.load_past(write(), SCRIPT)
    with store.transaction() as tx:
        dead = past_loads.begin_load(tx, name="dead.csv", sha256="d", by="Maya")
        tx.connection.execute(finished_case.update().values(past_load_id=dead))
    with store.transaction() as tx:
        assert past_loads.remove_some(tx, PastLoadId(first.load_id), 100) == 0
    clock.advance(timedelta(days=2))
    with store.transaction() as tx:
        assert past_loads.remove_some(tx, PastLoadId(first.load_id), 100) == 5


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name,phone\nKatrin,+493023125001\n", "called like a question of the script"),
        ("need,Need\nx,y\n", "both answer “Need”"),
        ("need\n", "row"),
        ("", "empty"),
    ],
)
def test_a_file_that_is_no_history_is_refused(
    trying: Trying, write: Callable[..., Path], text: str, says: str
) -> None:
    with pytest.raises(ListRefused, match=says):
        trying.load_past(write(text), SCRIPT)
    assert trying.past_loads() == ()


def test_hostile_cells_are_kept_as_text(trying: Trying, write: Callable[..., Path]) -> None:
    text = 'label,result,need,role\n"=cmd|\' /C calc\'!A0<b>\u202e",taken,"=1+1",a\n'
    assert trying.load_past(write(text), SCRIPT).kept == 1
    (changed,) = trying.trial(make_definition(threshold=900)).changed
    assert changed.name.startswith("=cmd|' /C calc'!A0<b>")


def test_dates_whose_order_nobody_knows_are_asked_for(
    trying: Trying, write: Callable[..., Path]
) -> None:
    text = "label,finished,need\na,03/04/2026,x\nb,2026-01-05,x\n"
    loaded = trying.load_past(write(text), SCRIPT)
    assert [one.because for one in loaded.left_out] == [
        "“03/04/2026” is no day. Write it like 2026-03-17."
    ]
    proven = trying.load_past(write(text.replace("2026-01-05", "14/03/2026"), "b.csv"), SCRIPT)
    assert proven.kept == 1
