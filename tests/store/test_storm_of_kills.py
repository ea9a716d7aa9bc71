"""Sixteen desks with short holds, killed at any moment: nothing twice, nothing saved is lost."""

import os
import random
import time
from pathlib import Path

import pytest

from postgres import own_server
from qualdesk.store.database import Store
from storms import (
    DESKS,
    Storm,
    all_meant_is_there_once,
    new_workspace,
    no_two_had_one_lead,
    nothing_is_lost,
    prepared,
    watch_claims,
)

# The full size is run once for each release: QUALDESK_STORM=20000.
CLAIMS = int(os.environ.get("QUALDESK_STORM", "240"))
LONGEST = 60 + CLAIMS * 0.2
TEAM_CLAIMS, TEAM_KILLS = 5_000, 100
needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="desks are forked, which Windows has not"
)


@pytest.mark.timeout(LONGEST + 120)
@needs_fork
def test_sixteen_desks_killed_at_random_share_leads_and_lose_nothing(
    store_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Model 2, 3, 4, complaints 8 to 10: one lead, one caller, and every save that was said."""
    store = prepared(store_url, CLAIMS // 4 + 100)
    seed = random.randrange(10**6)
    storm = Storm(url=store_url, claims=CLAIMS, kills=CLAIMS // 50, seed=seed, longest=LONGEST)
    tell_it(store, storm, capsys)
    assert storm.told.counts["took"] >= CLAIMS, f"too slow: {storm.told.counts}"
    nothing_is_lost(store, storm.told)
    store.close()


@pytest.mark.timeout(300)
@needs_fork
def test_a_team_s_desks_save_again_what_a_kill_or_a_lost_server_kept_from_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A server that flushes, stopped once as it should be and once as if it crashed."""
    with own_server(is_durable=True) as server:
        store = prepared(new_workspace(server.address), TEAM_CLAIMS // 10)
        watch_claims(store)
        storm = Storm(
            url=store.url.render_as_string(hide_password=False),
            # Who was killed, or lost the server, is given what they hold again: told, not taken.
            claims=TEAM_CLAIMS + TEAM_KILLS + 2 * DESKS,
            kills=TEAM_KILLS,
            seed=random.randrange(10**6),
            longest=200,
            folder=str(tmp_path),
            glances=0.9,
            server=server,
            restarts=2,
        )
        store.close()
        tell_it(store, storm, capsys)
        assert storm.told.counts["took"] >= TEAM_CLAIMS, f"too slow: {storm.told.counts}"
        assert storm.restarted == ["fast", "immediate"]
        nothing_is_lost(store, storm.told)
        all_meant_is_there_once(store, tmp_path)
        assert no_two_had_one_lead(store) >= TEAM_CLAIMS
        store.close()


def tell_it(store: Store, storm: Storm, capsys: pytest.CaptureFixture[str]) -> None:
    """Let it blow, and tell the figures a release notes."""
    began = time.monotonic()
    storm.run()
    took, told = time.monotonic() - began, storm.told
    with capsys.disabled():
        print(  # noqa: T201 - the figures a release notes
            f"\n{store.dialect.name}: {told.counts['took']} claims, {storm.killed} kills, "
            f"{len(told.kept)} answers, {len(told.ended)} outcomes, {len(told.conflicts)} "
            f"conflicts, {told.counts['replays']} saved again in {took:.0f} s (seed {storm.seed})"
        )
