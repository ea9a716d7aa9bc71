"""Desks of a team's benchmarks: each a process of its own, all let go at the same moment."""

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from team_leads import server_store

from qualdesk.store.database import Store

Took = dict[str, list[float]]
"""What was waited for, by its name, in milliseconds."""
Work = Callable[[Store, str, float], Took]
"""What one desk does, by its name, for so many seconds."""
_NO_LOGINS: Mapping[str, str] = MappingProxyType({})


def run(
    url: str, desks: int, seconds: float, work: Work, logins: Mapping[str, str] = _NO_LOGINS
) -> Took:
    """What all desks waited for. Each is forked here, where nothing is open yet.

    ``logins``: who each is for the server, where the address has a place for it.
    """
    ways = []
    for number in range(desks):
        address = url.format(name=logins.get(f"desk-{number}", ""))
        ways.append(_forked(address, number, seconds, work))
    for _, ready, _, _ in ways:
        assert os.read(ready, 1) == b"r", "a desk did not open"
    for *_, go, _ in ways:
        os.write(go, b"g")
    whole: Took = {}
    for child, ready, go, told in ways:
        _, status = os.waitpid(child, 0)
        assert status == 0, "a desk ended with an error"
        for name, times in json.loads(told.read_text()).items():
            whole.setdefault(name, []).extend(times)
        for end in (ready, go):
            os.close(end)
        told.unlink()
    return whole


def _forked(url: str, number: int, seconds: float, work: Work) -> tuple[int, int, int, Path]:
    ready, says_ready = os.pipe()
    hears_go, go = os.pipe()
    place, name = tempfile.mkstemp(prefix="team-desk-")
    os.close(place)
    child = os.fork()
    if child:
        os.close(says_ready)
        os.close(hears_go)
        return child, ready, go, Path(name)
    try:
        store = server_store(url)
        with store.reading():
            os.write(says_ready, b"r")
        os.read(hears_go, 1)
        told = work(store, f"desk-{number}", seconds)
        store.close()
        Path(name).write_text(json.dumps(told))
    except BaseException:  # noqa: BLE001 - told, and then the fork ends here
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(0)


def figures(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    at = {f"p{part}": ordered[min(len(ordered) - 1, len(ordered) * part // 100)] for part in _PARTS}
    median = statistics.median(ordered)
    found = {"median": median, **at, "longest": ordered[-1]}
    return {"times": len(ordered), **{name: round(value, 1) for name, value in found.items()}}


_PARTS = (95, 99)
