"""Long work goes in chunks that are about as long as somebody may be made to wait."""

import time

from qualdesk.desk.pace import TARGET_SECONDS, Pace


def test_a_quick_chunk_makes_the_next_one_twice_as_large_and_no_larger() -> None:
    pace = Pace(rows=200, most=1000)
    sizes = []
    for _ in range(5):
        with pace.step() as rows:
            sizes.append(rows)
    assert sizes == [200, 400, 800, 1000, 1000]


def test_a_slow_chunk_makes_the_next_one_small_at_once_but_not_too_small() -> None:
    pace = Pace(rows=1600, least=100)
    with pace.step():
        time.sleep(TARGET_SECONDS * 2)
    assert 100 <= pace.rows <= 800
    with pace.step():
        time.sleep(TARGET_SECONDS * 20)
    assert pace.rows == 100
